"""Agglomerative clustering by average link (Sokal and Michener 1958), over the pairs alone that are alike at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

Tie = tuple[int, int, float]
"""Two members, and how alike they are."""


class Clusters:
    """Members that are put together from the likest on; of two that are equally alike, those that came first.

    The first `known` members are clusters of some `sizes` already, which never meet each other; the others are of size one.
    No cluster grows above `most`, where `grown` is what the known ones have grown to.
    """

    def __init__(self, sizes: Sequence[int], grown: Sequence[int], many: int, most: int) -> None:
        """Make clusters of the known ones and of `many` members more."""
        self._known, self._most = len(sizes), most
        self._sizes, self._grown = [*sizes, *[1] * many], [*grown, *[1] * many]
        self._sums: list[dict[int, float]] = [{} for _ in self._sizes]
        self._into = list(range(len(self._sizes)))

    def join(self, ties: Iterable[Tie], least: float) -> None:
        """Put together what is alike by `least` or more on average; a pair without a tie is not alike at all."""
        for a, b, likeness in ties:
            self._sums[a][b] = self._sums[b][a] = self._sums[a].get(b, 0.0) + likeness
        waiting = [near for a in range(len(self._sums)) for near in self._nearest(a, least) if near[1] == a]
        heapify(waiting)
        while waiting:
            near = heappop(waiting)
            _, a, b = near
            if b in self._sums[a] and near == self._near(a, b) and self._may_meet(a, b):
                self._merge(a, b)
                for near in self._nearest(a, least):
                    heappush(waiting, near)

    def of(self, member: int) -> int:
        """Return the first member of the cluster of one."""
        while self._into[member] != member:
            member = self._into[member]
        return member

    def _nearest(self, a: int, least: float) -> Iterator[tuple[float, int, int]]:
        """Yield the clusters that are alike enough to meet one."""
        near = (self._near(*sorted((a, b))) for b in self._sums[a])
        return (found for found in near if found[0] <= -least)

    def _near(self, a: int, b: int) -> tuple[float, int, int]:
        """Return two clusters with how alike they are, the likest first."""
        return -self._sums[a][b] / (self._sizes[a] * self._sizes[b]), a, b

    def _may_meet(self, a: int, b: int) -> bool:
        return b >= self._known and self._grown[a] + self._grown[b] <= self._most

    def _merge(self, a: int, b: int) -> None:
        """Put `b` into `a`."""
        self._into[b] = a
        self._sizes[a] += self._sizes[b]
        self._grown[a] += self._grown[b]
        sums, others = self._sums[a], self._sums[b]
        self._sums[b] = {}
        for c, likeness in others.items():
            del self._sums[c][b]
            if c != a:
                sums[c] = self._sums[c][a] = sums.get(c, 0.0) + likeness
