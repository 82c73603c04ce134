"""Group claims into quantities: what must not join, average link, and the pass that joins headlines whatever their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush, nlargest

from numcheck.link.block import Fold
from numcheck.link.compare import ENOUGH, contrary, other_scope, parted, replaces, value_level
from numcheck.link.node import Node, Slots

MOST_LEADS = 60
"""Headline groups of one measure that are compared with each other."""

Scores = dict[tuple[int, int], float]
"""The points of pairs compared, by the indices of two claims (a fold's is its first claim's), the smaller first."""


def must_not(a: Fold, b: Fold, look: Slots) -> bool:
    """Tell whether claims of two folds can never be one quantity: one sentence, another scope, one article with values apart.

    Two words of size without bounds ("many", "large sums") are joined only where both have the same measure. An earlier
    value and the one that replaced it may stand in one sentence.
    """
    one, two = a.first, b.first
    if other_scope(one, two) or contrary(one, two, look):
        return True
    if (
        one.values[0].size is None
        and two.values[0].size is None
        and (one.measure is None or one.measure in look.measures.loose or one.measure != two.measure)
    ):
        return True
    if not a.sentences.isdisjoint(b.sentences):
        return not replaces(one, two)
    return not a.documents.isdisjoint(b.documents) and parted(one, two)


_UNSEEN = ENOUGH["a pair not compared"]
_NO_LINK = (0.0, 0, _UNSEEN)


@dataclass(slots=True)
class _Groups:
    """The groups while they grow: members, links to others, which may not join.

    A link holds the points of all pairs compared, how many they are, and the points of the best.
    """

    members: dict[int, list[int]]
    size: dict[int, int]
    links: dict[int, dict[int, tuple[float, int, float]]]
    barred: dict[int, set[int]]

    def average(self, a: int, b: int) -> float:
        """Return the mean points over all pairs of the two groups."""
        pairs = self.size[a] * self.size[b]
        points, seen, _ = self.links[a].get(b, _NO_LINK)
        return (points + _UNSEEN * (pairs - seen)) / pairs

    def join(self, a: int, b: int) -> None:
        """Join `b` into `a`; what is barred from one of them is barred from both, and its points are forgotten."""
        self.members[a] = sorted(self.members[a] + self.members.pop(b))
        self.size[a] += self.size.pop(b)
        links, barred = self.links[a], self.barred[a]
        for other in self.barred.pop(b):
            self.barred[other].remove(b)
            self.barred[other].add(a)
            barred.add(other)
            if links.pop(other, None):
                del self.links[other][a]
        for other, (points, seen, best) in self.links.pop(b).items():
            others = self.links[other]
            del others[b]
            if other != a and other not in barred:
                more, seen_too, best_too = links.get(other, _NO_LINK)
                links[other] = others[a] = (more + points, seen_too + seen, max(best, best_too))


@dataclass(frozen=True, slots=True)
class Group:
    """Folds of one quantity, by their indices in order; `likely` are those that are only likelier here than anywhere else."""

    folds: tuple[int, ...]
    likely: frozenset[int] = frozenset()


def group(folds: Mapping[int, Fold], scores: Scores, barred: Iterable[tuple[int, int]], look: Slots) -> list[Group]:
    """Return the groups of folds: sure joins by average link, the headlines, the weaker joins, then the likeliest partners."""
    size = {f: len(folds[f].nodes) for f in folds}
    groups = _Groups({f: [f] for f in folds}, size, {f: {} for f in folds}, {f: set() for f in folds})
    for (a, b), points in scores.items():
        count = size[a] * size[b]
        groups.links[a][b] = groups.links[b][a] = (points * count, count, points)
    for a, b in barred:
        groups.barred[a].add(b)
        groups.barred[b].add(a)
    _average_link(groups, ENOUGH["to join at once"])
    _headlines(groups, folds, look)
    _average_link(groups, ENOUGH["to join"])
    _headlines(groups, folds, look)
    likely = _likeliest(groups, folds)
    return [Group(tuple(members), likely.intersection(members)) for _, members in sorted(groups.members.items())]


def _average_link(groups: _Groups, least: float) -> None:
    """Join the best two groups until none reaches `least` points; ties go to the earlier claims."""
    heap = [
        (-points, a, b) for a, row in groups.links.items() for b in row if a < b and (points := groups.average(a, b)) >= least
    ]
    heapify(heap)
    while heap:
        points, a, b = heappop(heap)
        if a not in groups.members or b not in groups.members or b in groups.barred[a]:
            continue
        if abs(groups.average(a, b) + points) > 1e-9:
            continue
        groups.join(a, b)
        for other in groups.links[a]:
            now = groups.average(a, other)
            if now >= least:
                heappush(heap, (-now, min(a, other), max(a, other)))


def _likeliest(groups: _Groups, folds: Mapping[int, Fold]) -> frozenset[int]:
    """Join what one article alone tells to its best partner by far, if that one's best too and not apart; return who came.

    What is known of words is never enough. Where two figures have nobody else to be, less must speak for them; but what was
    joined in this way is never judged.
    """
    likely: set[int] = set()
    found = True
    while found:
        best = {a: _best(a, groups) for a in groups.members}
        pairs = sorted((-points, a, b) for a, (points, b) in best.items() if b is not None and a < b and best[b][1] == a)
        found = False
        for _, a, b in pairs:
            if a in groups.members and b in groups.members and _can_be_one(a, b, groups, folds):
                small, large = sorted((a, b), key=lambda g: (groups.size[g], -g))
                likely.update(groups.members[small])
                groups.join(large, small)
                found = True
    return frozenset(likely)


def _best(a: int, groups: _Groups) -> tuple[float, int | None]:
    """Return the group that is likeliest one with `a`, and the points of their best pair; None where another comes near.

    Here the mean says little: others of the group may tell the figure in words of their own.
    """
    near = nlargest(2, ((best, -b) for b, (_, _, best) in groups.links[a].items()))
    if not near or near[0][0] < ENOUGH["to be likely"]:
        return 0.0, None
    second = near[1][0] if len(near) > 1 else _UNSEEN
    points, b = near[0]
    return points, -b if points - second >= ENOUGH["before the second likeliest"] else None


def _can_be_one(a: int, b: int, groups: _Groups, folds: Mapping[int, Fold]) -> bool:
    """Tell whether two groups, one of them of one article, are of other articles and hold two values that are not apart.

    What several articles tell has partners, and is judged.
    """
    one, two = ([folds[f] for f in groups.members[g]] for g in (a, b))
    mine, theirs = (frozenset().union(*(f.documents for f in told)) for told in (one, two))
    if not mine.isdisjoint(theirs) or min(len(mine), len(theirs)) > 1:
        return False
    return not all(value_level(x.first, y.first)[2] for x in one for y in two)


def _headlines(groups: _Groups, folds: Mapping[int, Fold], look: Slots) -> None:
    """Join groups of one measure that stand in the lead of their articles, whatever their values.

    Those told most widely go first; words of size ("a large number") meet each other before they meet numbers.
    """
    leads: dict[tuple[str | None, str | None], list[_Lead]] = {}
    for g in sorted(groups.members):
        lead = _lead(g, [n for f in groups.members[g] for n in folds[f].nodes], look)
        if lead is not None:
            leads.setdefault((lead.dimension, lead.measure), []).append(lead)
    found: list[tuple[bool, int, float, int, int]] = []
    for alike in leads.values():
        widest = sorted(alike, key=lambda x: (-x.told, x.group))[:MOST_LEADS]
        for i, a in enumerate(widest):
            for b in widest[i + 1 :]:
                if b.group not in groups.barred[a.group] and _same_thing(a, b, look):
                    one, two = sorted((a.group, b.group))
                    found.append((a.sized != b.sized, -a.told - b.told, -groups.average(one, two), one, two))
    for _, _, _, one, two in sorted(found):
        if one in groups.members and two in groups.members and two not in groups.barred[one]:
            groups.join(one, two)


@dataclass(frozen=True, slots=True)
class _Lead:
    """A group with a claim in the lead of an article: what most of its claims say, and how many articles tell it."""

    group: int
    told: int
    sized: bool
    dimension: str | None
    measure: str | None
    head: str | None
    kind: str | None
    role: str | None


def _lead(group: int, members: Sequence[Node], look: Slots) -> _Lead | None:
    """Return the group as a headline, or None where it leads nowhere, has no telling measure, or is mostly of another scope."""
    if not any(n.leads for n in members):
        return None
    marked = sum(n.subset or n.own or n.event is not None for n in members)
    measure = _main(n.measure for n in members)
    if measure is None or measure in look.measures.loose or marked * 2 > len(members):
        return None
    told = len({n.claim.document for n in members})
    sized = sum(n.values[0].size is None for n in members) * 2 > len(members)
    return _Lead(
        group,
        told,
        sized,
        members[0].dimension,
        measure,
        _main(n.head for n in members),
        _main(n.kind for n in members),
        _main(n.role for n in members),
    )


def _same_thing(a: _Lead, b: _Lead, look: Slots) -> bool:
    """Tell whether the nouns of two groups are the same, of one class, or not named."""
    if (a.role in look.parts) != (b.role in look.parts):
        return False
    if a.head is None or b.head is None or a.head == b.head or None in (a.kind, b.kind):
        return True
    return a.kind == b.kind


def _main(values: Iterable[str | None]) -> str | None:
    """Return the commonest value, the first in order where two are as common."""
    counts: dict[str, int] = {}
    for value in values:
        if value is not None:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
