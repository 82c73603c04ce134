"""Weekdays and months that stand without a number: they tell a time too, and a draft can get them wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from numcheck.language.en import calendar
from numcheck.model.reading import Mark, Mention

WEEKDAY = "weekday"
MONTH = "date"
"""The reasons: a month is a date of which year and day are not told."""


def days(text: str, mentions: Sequence[Mention], marks: Sequence[Mark]) -> list[Mark]:
    """Return the weekdays ("Monday") and months ("in May") of a text that no figure and no mark holds, by place.

    The value of a weekday is its name, of a month "--05".
    """
    taken = sorted([*((m.start, m.end) for m in mentions), *((m.start, m.end) for m in marks)])
    found = []
    for start, end, name in calendar.alone(text):
        at = bisect_right(taken, (start, len(text))) - 1
        if at >= 0 and taken[at][1] > start:
            continue
        if name in calendar.DAYS:
            found.append(Mark(start, end, text[start:end], WEEKDAY, name.capitalize()))
        else:
            found.append(Mark(start, end, text[start:end], MONTH, f"--{calendar.number(name):02}"))
    return found
