"""The years, months and days that the sentences of two figures name."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.values import clash

NAME = "times"
LEVELS = {
    "other years, and values apart": ("against", "40 boats in 2029, 60 boats"),
    "other times, and values apart": ("against", "40 boats on Monday, 60 boats in June"),
}


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what the times near two figures say of values that part: equal ones are told with any time or none."""
    if not clash(a, b):
        return
    if a.years != b.years:
        yield "other years, and values apart", 1.0
    x, y = a.years | a.times, b.years | b.times
    if x and y and x.isdisjoint(y):
        yield "other times, and values apart", 1.0
