"""Tables of a workbook: openpyxl reads the values of its sheets. It is named in this file only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from numcheck.load import sheet
from numcheck.load.loader import Page, needed
from numcheck.load.sheet import Table, words
from numcheck.model.errors import Unreadable
from numcheck.model.limits import BOOK

SUFFIXES = (".xlsx",)

_SAVE = "save it again as .xlsx, or as CSV"


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the page of the workbook: each sheet is a table."""
    try:
        import openpyxl
    except ImportError:
        raise needed("XLSX", "xlsx", where) from None
    with _understood(where):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            BOOK.hold(sum(part.file_size for part in archive.infolist()), where)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
    return (sheet.page(_tables(sheets, where), where),)


@contextmanager
def _understood(where: str) -> Iterator[None]:
    """Say of whatever fails that the workbook is broken: openpyxl has no errors of its own, and fails where it first looks."""
    try:
        yield
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(f"this workbook is broken or locked ({type(error).__name__})", where=where, hint=_SAVE) from None


def _tables(sheets: Sequence[Any], where: str) -> Iterator[Table]:
    for one in sheets:
        yield one.title if len(sheets) > 1 else "", _rows(one, where)


def _rows(one: Any, where: str) -> Iterator[list[str]]:
    """Yield the rows of a sheet as they are asked for, those that it leaves out among them; it may claim any number."""
    with _understood(where):
        for row in one.iter_rows():
            yield [_cell(cell) for cell in row]


def _cell(cell: Any) -> str:
    """Return what a cell shows: a share as percent, a day as a day."""
    value = cell.value
    if isinstance(value, datetime | date):
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return f"{words(round(value * 100, 10))}%"
    return words(value)
