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
    best, ahead, most = [], [], 0
    elsewhere, likelier = 0, False
    for own, other, side in ((numbers[0], numbers[1], sides[0]), (numbers[1], numbers[0], sides[1])):
        rivals = [found for number, found in side.items() if number != other]
        best.append(max(rivals)[0] if rivals else _NOBODY)
        ahead.append(len([b for _, b in rivals if b > bare]))
        most = max(most, len(rivals))
        if own != other and own in side:
            elsewhere += 1
            likelier = likelier or side[own][0] > points
    low, high = points - max(best), points - min(best)
    yield "before the second best, at least", max(-_MOST, min(_MOST, low))
    yield "before the second best, at most", max(-_MOST, min(_MOST, high))
    if low >= 0:
        yield "best of each other", 1.0
    if any(ahead):
        yield "others come before", min(10, max(ahead))
    else:
        yield "best of each other, the values aside", 1.0
    yield "others of the kind", log(1 + most)
    if elsewhere:
        yield "an equal figure elsewhere", elsewhere
    if likelier:
        yield "an equal figure elsewhere, likelier", 1.0
    if thirds:
        yield "told by third articles", min(3, thirds)
