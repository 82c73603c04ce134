"""What kind of figures the two are: of some kinds a story has few, of others many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from numcheck.link.candidate import Candidate, Vocabulary

NAME = "kind"
LEVELS = {
    "counts": ("either", "12 houses, 14 houses"),
    "shares": ("either", "12%, 14%"),
    "ages": ("either", "aged 12, aged 14"),
    "durations": ("either", "12 days, two weeks"),
    "money": ("either", "$12m, $14m"),
    "other measures": ("either", "12 km, 14 km"),
}
_KINDS = {"count": "counts", "share": "shares", "age": "ages", "duration": "durations", "currency": "money"}


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield the kind of the two."""
    yield _kind(a.dimension), 1.0


@cache
def _kind(dimension: str) -> str:
    return _KINDS.get(dimension.partition(" ")[0].partition("/")[0], "other measures")
