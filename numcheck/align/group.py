"""Group claims into quantities: what must not join, average link, and the pass that joins headlines whatever their values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from numcheck.align.compare import parted
from numcheck.align.node import Node

JOIN = 2.1
"""Points that the pairs of two groups must reach on average. From 1.8 to 2.4 the outcome is the same."""
UNSEEN = -1.0
"""What a pair counts that blocking kept apart."""
LEAD = 0.25
"""The headline pass looks at claims in the first quarter of their article."""

Scores = dict[tuple[int, int], float]


def must_not(a: Node, b: Node) -> bool:
    """Tell whether two claims can never be one quantity: another dimension, one sentence, or one article and values apart."""
    if a.dimension != b.dimension:
        return True
    if a.claim.document != b.claim.document:
        return False
    return a.claim.sentence_start == b.claim.sentence_start or parted(a, b)


@dataclass(slots=True)
class _Groups:
    """The groups while they grow: members, sums of points between two groups, and which may not join."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]] = field(default_factory=dict)
    counted: dict[int, dict[int, int]] = field(default_factory=dict)
    barred: dict[int, set[int]] = field(default_factory=dict)

    def average(self, a: int, b: int) -> float:
        """Return the mean points over all pairs of the two groups."""
        pairs = len(self.members[a]) * len(self.members[b])
        seen = self.counted[a].get(b, 0)
        return (self.sums[a].get(b, 0.0) + UNSEEN * (pairs - seen)) / pairs

    def join(self, a: int, b: int) -> int:
        """Join `b` into `a` and return `a`."""
        self.members[a] = sorted(self.members[a] + self.members.pop(b))
        sums, counted = self.sums.pop(b), self.counted.pop(b)
        for other, points in sums.items():
            if other == a:
                continue
            self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + points
            self.counted[a][other] = self.counted[other][a] = self.counted[a].get(other, 0) + counted[other]
        for other in sums:
            self.sums[other].pop(b, None)
            self.counted[other].pop(b, None)
        for other in self.barred.pop(b):
            self.barred[other].discard(b)
            self.barred[other].add(a)
            self.barred[a].add(other)
        return a


def group(nodes: Sequence[Node], scores: Scores, barred: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups of node indices, singles too, by average link from the best pair on."""
    groups = _Groups({n.index: [n.index] for n in nodes})
    for n in nodes:
        groups.sums[n.index], groups.counted[n.index], groups.barred[n.index] = {}, {}, set()
    for (a, b), points in scores.items():
        groups.sums[a][b] = groups.sums[b][a] = points
        groups.counted[a][b] = groups.counted[b][a] = 1
    for a, b in barred:
        groups.barred[a].add(b)
        groups.barred[b].add(a)
    _average_link(groups)
    _headlines(groups, nodes)
    return [groups.members[i] for i in sorted(groups.members)]


def _average_link(groups: _Groups) -> None:
    """Join the best two groups until none reaches the threshold; ties go to the earlier claims."""
    heap = [(-points, a, b) for a, row in groups.sums.items() for b, points in row.items() if a < b and points >= JOIN and b not in groups.barred[a]]
    heapify(heap)
    while heap:
        points, a, b = heappop(heap)
        if a not in groups.members or b not in groups.members or b in groups.barred[a]:
            continue
        if abs(groups.average(a, b) + points) > 1e-9:
            continue
        groups.join(a, b)
        for other in groups.sums[a]:
            if other not in groups.barred[a]:
                now = groups.average(a, other)
                if now >= JOIN:
                    heappush(heap, (-now, min(a, other), max(a, other)))


def _headlines(groups: _Groups, nodes: Sequence[Node]) -> None:
    """Join groups of one measure that stand in the lead of their articles, whatever their values."""
    leading = [g for g in sorted(groups.members) if _leads(groups.members[g], nodes)]
    found: list[tuple[float, int, int]] = []
    for i, a in enumerate(leading):
        for b in leading[i + 1 :]:
            if b not in groups.barred[a] and _alike(groups.members[a], groups.members[b], nodes):
                found.append((-groups.average(a, b), a, b))
    for _, a, b in sorted(found):
        if a in groups.members and b in groups.members and b not in groups.barred[a]:
            groups.join(a, b)


def _leads(members: Sequence[int], nodes: Sequence[Node]) -> bool:
    """Tell whether a group has a claim in the lead and is mostly free of marks of another scope."""
    marked = sum(nodes[m].subset or nodes[m].own or nodes[m].event is not None for m in members)
    return marked * 2 <= len(members) and any(nodes[m].claim.position < LEAD for m in members) and _main(members, nodes, lambda n: n.measure) is not None


def _alike(a: Sequence[int], b: Sequence[int], nodes: Sequence[Node]) -> bool:
    """Tell whether two groups share measure and dimension, and their nouns are the same, of one class, or not named."""
    if _main(a, nodes, lambda n: n.dimension) != _main(b, nodes, lambda n: n.dimension):
        return False
    if _main(a, nodes, lambda n: n.measure) != _main(b, nodes, lambda n: n.measure):
        return False
    one, two = _main(a, nodes, lambda n: n.head), _main(b, nodes, lambda n: n.head)
    kinds = {_main(a, nodes, lambda n: n.kind), _main(b, nodes, lambda n: n.kind)} - {None}
    return one is None or two is None or one == two or len(kinds) == 1


def _main(members: Sequence[int], nodes: Sequence[Node], slot: Callable[[Node], str | None]) -> str | None:
    """Return the commonest value of a slot, the first in order where two are as common."""
    counts: dict[str, int] = {}
    for m in members:
        value = slot(nodes[m])
        if value is not None:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
