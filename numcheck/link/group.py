"""Group claims into quantities: average link with what must not join, and a pass that joins headlines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from numcheck.link.block import Fold
from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.model.frozen import frozen

MOST_LEADS = 60
"""Headline groups of one measure that are compared with each other."""
UNSEEN = -3.0
"""What a pair that was not compared counts in the mean."""
_CLIPPED = 5.0
"""Points beyond which a pair is no surer, so that one pair does not carry a group."""

Points = Mapping[tuple[int, int], float]
"""The points of pairs compared, by the indices of two claims (a fold's is its first claim's), the smaller first."""


@frozen
class Enough:
    """The points that join: the mean of two groups, the own pair of two groups that clash, and two headlines' own pair."""

    mean: float
    clash: float
    lead: float


@frozen
class Link:
    """What is known of two groups: the points of all pairs compared, how many, the best, and the best of those that clash."""

    points: float
    seen: int
    best: float
    clash: float | None

    def __add__(self, other: Link) -> Link:
        """Return the link of both taken together."""
        known = [c for c in (self.clash, other.clash) if c is not None]
        return Link(
            self.points + other.points, self.seen + other.seen, max(self.best, other.best), max(known) if known else None
        )


_NO_LINK = Link(0.0, 0, UNSEEN, None)


@dataclass(slots=True)
class _Groups:
    """The groups while they grow: members, links to others, which may not join."""

    members: dict[int, list[int]]
    size: dict[int, int]
    links: dict[int, dict[int, Link]]
    barred: dict[int, set[int]]

    def average(self, a: int, b: int) -> float:
        """Return the mean points over all pairs of the two groups."""
        pairs = self.size[a] * self.size[b]
        link = self.links[a].get(b, _NO_LINK)
        return (link.points + UNSEEN * (pairs - link.seen)) / pairs

    def carried(self, a: int, b: int, least: float) -> bool:
        """Tell whether two groups hold no clash, or a pair that clashes is itself likely enough."""
        clash = self.links[a].get(b, _NO_LINK).clash
        return clash is None or clash >= least

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
        for other, link in self.links.pop(b).items():
            others = self.links[other]
            del others[b]
            if other != a and other not in barred:
                links[other] = others[a] = links.get(other, _NO_LINK) + link if other in links else link


def group(
    folds: Mapping[int, Fold],
    points: Points,
    clashing: Iterable[tuple[int, int]],
    barred: Iterable[tuple[int, int]],
    decided: Iterable[tuple[int, int]],
    enough: Enough,
    look: Vocabulary,
) -> list[tuple[int, ...]]:
    """Return the groups of folds, by their indices in order: what was decided, by average link, the headlines, what they leave.

    Each pair that was `decided` to be one quantity begins with the first fold of that.
    """
    groups = _apart(folds, points, set(clashing), barred)
    for first, fold in decided:
        groups.join(first, fold)
    _average_link(groups, enough)
    if _headlines(groups, folds, enough, look):
        _average_link(groups, enough)
    return [tuple(members) for _, members in sorted(groups.members.items())]


def _apart(
    folds: Mapping[int, Fold], points: Points, clashing: Collection[tuple[int, int]], barred: Iterable[tuple[int, int]]
) -> _Groups:
    """Return the groups to begin with: each fold alone."""
    size = {f: len(folds[f].candidates) for f in folds}
    groups = _Groups({f: [f] for f in folds}, size, {f: {} for f in folds}, {f: set() for f in folds})
    for (a, b), own in points.items():
        count = size[a] * size[b]
        value = max(-_CLIPPED, min(_CLIPPED, own))
        groups.links[a][b] = groups.links[b][a] = Link(value * count, count, own, own if (a, b) in clashing else None)
    for a, b in barred:
        groups.barred[a].add(b)
        groups.barred[b].add(a)
    return groups


def _average_link(groups: _Groups, enough: Enough) -> None:
    """Join the best two groups until none is likely enough; ties go to the earlier claims."""

    def fits(a: int, b: int) -> float | None:
        points = groups.average(a, b)
        return points if points >= enough.mean and groups.carried(a, b, enough.clash) else None

    heap = [(-p, a, b) for a, row in groups.links.items() for b in row if a < b and (p := fits(a, b)) is not None]
    heapify(heap)
    while heap:
        points, a, b = heappop(heap)
        if a not in groups.members or b not in groups.members or b in groups.barred[a]:
            continue
        if abs(groups.average(a, b) + points) > 1e-9:
            continue
        groups.join(a, b)
        for other in groups.links[a]:
            now = fits(a, other)
            if now is not None:
                heappush(heap, (-now, min(a, other), max(a, other)))


def _headlines(groups: _Groups, folds: Mapping[int, Fold], enough: Enough, look: Vocabulary) -> bool:
    """Join groups of one measure that lead their articles and whose own pair is not unlikely; tell whether any were.

    Those told most widely go first; words of size ("a large number") meet each other before they meet numbers.
    """
    leads: dict[tuple[str | None, str | None], list[_Lead]] = {}
    for g in sorted(groups.members):
        lead = _lead(g, [n for f in groups.members[g] for n in folds[f].candidates], look)
        if lead is not None:
            leads.setdefault((lead.dimension, lead.measure), []).append(lead)
    found: list[tuple[bool, int, float, int, int]] = []
    for alike in leads.values():
        widest = sorted(alike, key=lambda x: (-x.told, x.group))[:MOST_LEADS]
        for i, a in enumerate(widest):
            for b in widest[i + 1 :]:
                own = groups.links[a.group].get(b.group, _NO_LINK).best
                if own >= enough.lead and b.group not in groups.barred[a.group] and _same_thing(a, b, look):
                    one, two = sorted((a.group, b.group))
                    found.append((a.sized != b.sized, -a.told - b.told, -groups.average(one, two), one, two))
    joined = False
    for _, _, _, one, two in sorted(found):
        if one in groups.members and two in groups.members and two not in groups.barred[one]:
            groups.join(one, two)
            joined = True
    return joined


@frozen
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


def _lead(group: int, members: Sequence[Candidate], look: Vocabulary) -> _Lead | None:
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


def _same_thing(a: _Lead, b: _Lead, look: Vocabulary) -> bool:
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
