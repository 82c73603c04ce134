"""Tables as CSV: parted by commas, semicolons, tabs or bars, the headers in the first row."""

from __future__ import annotations

import csv

from numcheck.load import sheet
from numcheck.load.decode import decode
from numcheck.load.loader import Page
from numcheck.model.errors import Unreadable

SUFFIXES = (".csv", ".tsv")

_SIGNS = ",;\t|"
_LOOKED_AT = 20
"""Lines that are looked at for the sign that parts the cells."""


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the page of the table."""
    return (read(decode(data, where), where),)


def read(text: str, where: str) -> Page:
    """Return the page of the table in a text."""
    text = text.lstrip("\ufeff")
    top = text.splitlines()[:_LOOKED_AT]
    sign = max(_SIGNS, key=lambda sign: min((line.count(sign) for line in top if line.strip()), default=0))
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=sign, strict=True))
    except csv.Error as error:
        raise Unreadable(f"this is no CSV that can be read: {error}", where=where, hint="check its quotation marks") from None
    return sheet.page([("", rows)], where)
