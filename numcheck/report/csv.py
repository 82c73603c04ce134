"""The report as a table of figures for spreadsheets: one row a figure, with its topic and the rules that spoke of it."""

from __future__ import annotations

import csv
import io
import re

from numcheck.model.plain import COLUMNS, Value
from numcheck.model.report import Report, View
from numcheck.report.printable import harmless

NAME = "csv"

_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_SIGNED = re.compile(r"[-+][0-9][0-9.,]*[ \w%]*")


def render(report: Report, view: View) -> str:
    """Return the report's rows as CSV (RFC 4180, but for plain line breaks); the view changes nothing of it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row[name]) for name in COLUMNS] for row in report.rows())
    return out.getvalue()


def _cell(value: Value) -> Value:
    """Keep a text that a spreadsheet would run as a formula from being one; a signed number stays as it is."""
    if not isinstance(value, str):
        return value
    text = harmless(value)
    return f"'{text}" if text.lstrip().startswith(_STARTS) and not _SIGNED.fullmatch(text) else text
