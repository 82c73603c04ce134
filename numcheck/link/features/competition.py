"""Who else could be the partner: is each the other's best, by how much, and does an equal figure stand elsewhere?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log

NAME = "competition"
LEVELS = {
    "before the second best, at least": ("for", "by how many points on either side, from -4 to 4"),
    "before the second best, at most": ("for", "by how many points on either side, from -4 to 4"),
    "best of each other": ("for", "no other number of either article comes before"),
    "best of each other, the values aside": ("for", "by nouns, measures and words alone"),
    "others come before": ("against", "how many, on the side that has more, up to ten: values aside"),
    "others of the kind": ("either", "log(1 + how many), on the side that has more"),
    "an equal figure elsewhere": ("against", "28 and 30, where the other article has 28 too: each side"),
    "an equal figure elsewhere, likelier": ("against", "and that one is the better partner"),
    "told by third articles": ("either", "each of the two values, each article, up to three"),
}
_MOST = 4.0
_NOBODY = -3.0
"""The points of a partner that is not there."""

Side = Mapping[int, tuple[float, float]]
"""The numbers of the partner's article that a figure may meet: the best points of each, and its best without the value."""


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
    yield "before the second best, at least", max(-_MOST, min(_MOST, low))
    yield "before the second best, at most", max(-_MOST, min(_MOST, high))
    if low >= 0:
        yield "best of each other", 1.0
    ahead = max([sum([b > bare for _, b in rivals]) for rivals in (mine, theirs)])
    if ahead:
        yield "others come before", min(10, ahead)
    else:
        yield "best of each other, the values aside", 1.0
    yield "others of the kind", log(1 + max(len(mine), len(theirs)))
    equal = [side[own] for own, side in zip(numbers, sides, strict=True) if own in side] if first != second else []
    if equal:
        yield "an equal figure elsewhere", len(equal)
    if any(best > points for best, _ in equal):
        yield "an equal figure elsewhere, likelier", 1.0
    if thirds:
        yield "told by third articles", min(3, thirds)
