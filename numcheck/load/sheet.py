"""Data as an article: each row of a table becomes a sentence that says each cell with the words of its column and row.

Columns of whole numbers are added up too, and the place of a sum says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from numcheck.language.en import around
from numcheck.load.loader import Page
from numcheck.load.tables import Cell, sentences
from numcheck.model.errors import Unreadable
from numcheck.model.origin import Spot

DATA = (".csv", ".tsv", ".xlsx", ".json")
"""The suffixes of files that hold tables: sources that are named, and never an article of a folder."""

_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,15}")

Rows = Sequence[Sequence[str]]
Table = tuple[str, Rows]
"""A table and its name, empty where a file holds one alone."""


def page(tables: Iterable[Table], where: str) -> Page:
    """Return the page of these tables; each sentence has its row for a place. Raises Unreadable where no row holds a figure."""
    parts: list[str] = []
    spots: list[Spot] = []
    length = 0
    for name, rows in tables:
        tidied = [[" ".join(cell.split()) for cell in row] for row in rows]
        for place, told in _told(tidied, _total(tidied)):
            spots.append(Spot(length, f"{name}, {place}" if name else place))
            parts.append(told)
            length += len(told)
    if not parts:
        hint = "give a table with its headers in the first row and a name or a year in the first column"
        raise Unreadable("there is no table with figures in this", where=where, hint=hint)
    return Page("".join(parts), spots=tuple(spots))


def _told(rows: Rows, total: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each row, and what the columns come to, as its place and a paragraph."""
    for number, bits in sentences([[Cell(cell) for cell in row] for row in (*rows, *([total] if total else []))]):
        place = f"row {number}" if number <= len(rows) else f"rows 2 to {len(rows)}, added up"
        yield place, "".join(bit if isinstance(bit, str) else bit.words for bit in bits) + "\n\n"


def _total(rows: Rows) -> list[str]:
    """Return a row with what the columns come to that can be added up; none where the table has one itself."""
    heads, *body = rows or [[]]
    if len(body) < 2 or any(map(_is_total, body)):
        return []
    sums = [_sum([row[at] if at < len(row) else "" for row in body]) if _adds_up(head) else "" for at, head in enumerate(heads)]
    return ["Total", *sums[1:]] if any(sums[1:]) else []


def _is_total(row: Sequence[str]) -> bool:
    return not around.SUM_ROW.isdisjoint("".join(row[:1]).lower().split())


def _adds_up(head: str) -> bool:
    return around.NO_SUM.isdisjoint(re.findall(r"[a-z]+", head.lower())) and not re.search(r"[%\d]", head)


def _sum(column: Sequence[str]) -> str:
    """Return the sum of a column of whole numbers; nothing where a cell is something else."""
    whole = all(_WHOLE.fullmatch(cell) for cell in column)
    return f"{sum(int(cell.replace(',', '')) for cell in column):,}" if whole else ""


def words(value: object) -> str:
    """Return a value of a cell as it is written: whole numbers without a point, nothing for what is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{int(value):d}" if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    return str(value)
