"""The names of months and days as they are written, and patterns that find them; what they are worth is in calendar.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

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


_YEAR = len("2031")
_CENTURIES = ("19", "20")


def number(month: str) -> int:
    """Return the number of a month, its name in full or short."""
    return _TABLE.months[month.lower().rstrip(".")]


def day_in_words(day: date) -> str:
    """Return a day as a reader writes it: "3 July 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _any_of(*names: str) -> str:
    return rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})\.?"


MONTH = _any_of(*MONTHS, *SHORT_MONTHS)
WEEKDAY = _any_of(*WEEKDAYS, *SHORT_WEEKDAYS)
"""A month and a day, in full or short."""

_LEADS_TO_A_MONTH = (
    "in since until till by of from to through and or last this next early late mid during between before after every each"
).split()
_LED = re.compile(rf"\b{any_of(either_case(_LEADS_TO_A_MONTH))}[ -]\Z")
_LONGEST_LEAD = max(map(len, _LEADS_TO_A_MONTH)) + 1
_DATED = re.compile(r"\.? ?\d")
_NAMES = (*_TABLE.weekdays, *map(str.lower, MONTHS))
_SMALL_NAMES = [name for name in _NAMES if name not in _TABLE.months_wary]
"""Months and days as hardly anybody writes them: what may be another word is none ("may", and not "May")."""

# Two patterns, as one that begins with small letters looks at nearly every place of a text.
_CAPITAL = re.compile(rf"{any_of(name for name in either_case(_NAMES) if not name.islower())}\b")
_SMALL = re.compile(rf"{any_of(_SMALL_NAMES)}\b")


def alone(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the weekdays of a text stand, and the months behind a word that leads to a time, with the name, by place.

    Without such a word "May" may be a name, and "March" what people do; before a number a month is part of a date.
    """
    found = list(_CAPITAL.finditer(text))
    if any(name in text for name in _SMALL_NAMES):
        found = sorted((*found, *_SMALL.finditer(text)), key=re.Match.start)
    for match in found:
        start, end = match.span()
        name = match[0].lower()
        if text[start - 1 : start].isalnum() or text[start - 1 : start] == "_":
            continue
        if name in _TABLE.weekdays or (_leads_to(text, start) and _DATED.match(text, end) is None):
            yield start, end, name


def _leads_to(text: str, start: int) -> bool:
    """Tell whether a word that leads to a time stands right in front of character `start`."""
    return text[start - 1 : start] in (" ", "-") and _LED.search(text, max(0, start - _LONGEST_LEAD), start) is not None


def is_year(word: str) -> bool:
    """Tell whether a word may be a year of these two centuries."""
    return len(word) == _YEAR and word[:2] in _CENTURIES and word.isdecimal()


@lru_cache(maxsize=4096)
def time(word: str) -> str | None:
    """Return the month or the day that a word as written names, one name for each; None for another word."""
    small = word.lower().rstrip(".")
    if word in _TABLE.months_wary or small not in DAYS | _TABLE.months.keys():
        return None
    return MONTHS[_TABLE.months[small] - 1] if small in _TABLE.months else small
