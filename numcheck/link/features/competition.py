"""Who else could be the partner: is each the other's best, by how much, and does an equal figure stand elsewhere?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log

NAME = "competition"
LEVELS = {
    "ahead of the next best match": ("for", "by how many points on either side, from -4 to 4"),
    "ahead of the next best match, for one of the two": ("for", "by how many points on either side, from -4 to 4"),
    "each is the other's best match": ("for", "no other number of either article comes before"),
    "each is the other's best match by its words": ("for", "by nouns, measures and words alone"),
    "other figures match better by their words": ("against", "how many, on the side that has more, up to ten: values aside"),
    "among many figures of its kind": ("either", "log(1 + how many), on the side that has more"),
    "this very number stands elsewhere in the other article": (
        "against",
        "28 and 30, where the other article has 28 too: each side",
    ),
    "this very number stands elsewhere, and matches better": ("against", "and that one is the better partner"),
    "third articles have one of the numbers": ("either", "each of the two values, each article, up to three"),
}
_BEHIND = {
    "ahead of the next best match": "behind a better match",
    "ahead of the next best match, for one of the two": "behind a better match, for both",
}
"""What a margin is called in the evidence where it speaks against the pair."""
_MOST = 4.0
_NOBODY = -3.0
"""The points of a partner that is not there."""

Side = Mapping[int, tuple[float, float]]
"""The numbers of the partner's article that a figure may meet: the best points of each, and its best without the value."""


def told(level: str, weight: float) -> str:
    """Return what a level of any feature is called in the evidence, with what it weighs: a margin may speak against."""
    return _BEHIND.get(level, level) if weight < 0 else level


def spoken(
    points: float, bare: float, numbers: tuple[int, int], sides: tuple[Side, Side], thirds: int
) -> Iterator[tuple[str, float]]:
    """Yield what the others say of a pair of `points` (without its values: `bare`).

    `numbers` are those of the two; `sides` what the first may meet in the second's article, and the other way round.
    `thirds` tells how often third articles have the numbers.
    """
    first, second = numbers
    mine = [found for number, found in sides[0].items() if number != second]
    theirs = [found for number, found in sides[1].items() if number != first]
    one, other = (max(rivals)[0] if rivals else _NOBODY for rivals in (mine, theirs))
    low, high = (points - one, points - other) if one > other else (points - other, points - one)
    yield "ahead of the next best match", max(-_MOST, min(_MOST, low))
    yield "ahead of the next best match, for one of the two", max(-_MOST, min(_MOST, high))
    if low >= 0:
        yield "each is the other's best match", 1.0
    ahead = max([sum([b > bare for _, b in rivals]) for rivals in (mine, theirs)])
    if ahead:
        yield "other figures match better by their words", min(10, ahead)
    else:
        yield "each is the other's best match by its words", 1.0
    yield "among many figures of its kind", log(1 + max(len(mine), len(theirs)))
    equal = [side[own] for own, side in zip(numbers, sides, strict=True) if own in side] if first != second else []
    if equal:
        yield "this very number stands elsewhere in the other article", len(equal)
    if any(best > points for best, _ in equal):
        yield "this very number stands elsewhere, and matches better", 1.0
    if thirds:
        yield "third articles have one of the numbers", min(3, thirds)
