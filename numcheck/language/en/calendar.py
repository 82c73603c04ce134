"""The names of months and days as they are written, and patterns that find them; what they are worth is in calendar.yaml."""

from __future__ import annotations

import re

from numcheck.language import english
from numcheck.language.patterns import any_of, either_case
from numcheck.language.tables import Calendar

_TABLE = english().table(Calendar)

MONTHS = tuple(max((name for name, of in _TABLE.months.items() if of == n), key=len).capitalize() for n in range(1, 13))
SHORT_MONTHS = tuple(name.capitalize() for name in _TABLE.months if name.capitalize() not in MONTHS)
WEEKDAYS = tuple(name.capitalize() for name in _TABLE.weekdays)
SHORT_WEEKDAYS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
DAYS = frozenset({*_TABLE.weekdays, *_TABLE.relative_days})
"""Days named from the day of the report."""


def number(month: str) -> int:
    """Return the number of a month, its name in full or short."""
    return _TABLE.months[month.lower().rstrip(".")]


def _any_of(*names: str) -> str:
    return rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})\.?"


MONTH = _any_of(*MONTHS, *SHORT_MONTHS)
WEEKDAY = _any_of(*WEEKDAYS, *SHORT_WEEKDAYS)
"""A month and a day, in full or short."""

_LEADS_TO_A_MONTH = (
    "in since until till by of from to through and or last this next early late mid during between before after every each"
).split()
ALONE = re.compile(
    rf"\b(?:(?P<weekday>{any_of(either_case(_TABLE.weekdays))})\b"
    rf"|{any_of(either_case(_LEADS_TO_A_MONTH))}[ -](?P<month>{any_of(either_case(map(str.lower, MONTHS)))})\b(?!\.? ?\d))"
)
"""A weekday, or a month behind a word that leads to a time: without one, "May" may be a name, and "march" what people do."""


def is_wary(word: str) -> bool:
    """Tell whether a word as written may be another word than the name of a month or day: "may", and not "May"."""
    return word.islower() and word in _TABLE.months_wary
