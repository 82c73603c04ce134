"""How the two values stand to each other: equal, one the other rounded, apart by so much."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, log10

from numcheck.language.en import around
from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.values import NEIGHBOURS, STEPS, clash, far, level_of, size, slipped
from numcheck.model.quantity import BY_CHANCE

NAME = "value"
LEVELS = {
    "equal, a rare number": ("for", "10,800 and 10,800"),
    "equal, an unusual number": ("for", "23 and 23"),
    "equal": ("for", "100 and 100"),
    "equal, small": ("either", "two and two"),
    "same number, another bound": ("for", "230 and more than 230"),
    "same round number, another bound": ("for", "200 and more than 200"),
    "same small number, another bound": ("either", "two and at least two"),
    "one rounds the other": ("for", "41.3% and 41%"),
    "same word": ("for", "tens of thousands, twice"),
    "one end the same": ("for", "six months to a year; as little as six months"),
    "words of size": ("either", "a few and many"),
    "overlapping": ("either", "about 20 and 15 to 25"),
    "open, but far apart": ("against", "more than 300 and about 1,500"),
    "neighbours, as rounded": ("either", "4.1% and 4.2%"),
    "apart by a fiftieth": ("either", "122 and 121"),
    "apart by a tenth": ("either", "122 and 115"),
    "apart by half": ("against", "122 and 90"),
    "apart by three times": ("against", "122 and 50"),
    "apart by ten times": ("against", "122 and 20"),
    "further apart": ("against", "122 and four"),
    "none against some": ("against", "no deaths and four deaths"),
    "a word of size and a number": ("against", "many and 40"),
    "in another currency": ("either", "$3bn and 24bn yuan"),
    "in currencies no rate brings together": ("against", "50p and £38m"),
    "small, and not equal": ("against", "two and three"),
    "one, and not equal": ("against", "one and three"),
    "equal, a small time": ("against", "two days and two days"),
    "of three digits, and not equal": ("either", "4,183 and 4,051"),
    "near each other, of one noun and measure": ("for", "46 and 47 boats sunk"),
    "counts that are neighbours": ("for", "31,000 and 32,000 marchers"),
    "of lives, and not equal, in the lead of either": ("for", "12 killed and nine killed"),
    "each factor of ten": ("against", "122 and four: 1.5 of them"),
    "size": ("for", "large numbers are rarer: 4.1 for 12,500"),
}
_STEPS = frozenset(level for _, level in STEPS)
_NEAR = frozenset({STEPS[0][1], STEPS[1][1], NEIGHBOURS})
"""Unequal values of which the one is at most a tenth more than the other."""
_FINE = 3


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield the level of two values, how far they are apart, and how large they are."""
    level = level_of(a, b)
    yield level, 1.0
    for alike in _alike(a, b, level):
        yield alike, 1.0
    x, y = size(a), size(b)
    if x is None or y is None or level == "in another currency":
        return
    if min(x, y) > 0 and not far(level):
        tens = log10(max(x, y) / min(x, y))
        if tens and not slipped(a, b):
            yield "each factor of ten", min(tens, 4.0)
    for small in _small(a, x, y, level):
        yield small, 1.0
    if level in _STEPS and min(a.values[0].digits, b.values[0].digits) >= _FINE:
        yield "of three digits, and not equal", 1.0
    if 0 <= min(x, y) < inf:
        yield "size", log10(1 + min(x, y))


def _alike(a: Candidate, b: Candidate, level: str) -> Iterator[str]:
    """Yield what unequal values are worth where all else is told alike."""
    if level in _NEAR and _named_alike(a.measure, b.measure) and _named_alike(a.head, b.head):
        yield "near each other, of one noun and measure"
    if level == NEIGHBOURS and a.dimension == "count":
        yield "counts that are neighbours"
    if _named_alike(a.measure, b.measure) and a.measure in around.HARMED and True in (a.leads, b.leads) and clash(a, b):
        yield "of lives, and not equal, in the lead of either"


def _named_alike(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def _small(a: Candidate, x: float, y: float, level: str) -> Iterator[str]:
    """Yield what is said of numbers so small that two things have them by chance."""
    if x != y and max(x, y) <= BY_CHANCE:
        yield "small, and not equal"
    if x != y and min(x, y) == 1 and a.dimension == "count":
        yield "one, and not equal"
    if level == "equal" and a.dimension == "duration" and a.stated is not None and a.stated <= BY_CHANCE:
        yield "equal, a small time"
