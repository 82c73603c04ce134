"""Put the figures that speak of one quantity together: topics (same), rivals (but for one slot), possible (too weak)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from numcheck.language import Lexicon
from numcheck.link.block import fold, pairs
from numcheck.link.compare import ENOUGH, clash, evidence, named_alike, one_scope, score, unlike, value_level
from numcheck.link.copies import copies
from numcheck.link.group import Scores, group, must_not
from numcheck.link.label import distinct, label
from numcheck.link.node import Node, Slots, nodes, slots
from numcheck.link.rivals import Rival, rivals
from numcheck.link.weights import POINTS
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.story import Pair, Story, Topic

_EVEN = 1.4
"""Points at which a pair is as likely one quantity as two."""
_LOOKED = 8
"""Members of a topic on either side that each member is compared with, for its strongest link and its clashes."""


def align(claims: Sequence[Claim], articles: Mapping[str, Article], lexicon: Lexicon) -> Story:
    """Return the topics, rivals and possible pairs of a story's claims.

    `articles` maps each claim's document to its article. Ids and order follow the order of the claims given; which
    claims are put together does not depend on it.
    """
    look = slots(lexicon)
    made = nodes(claims, articles, look)
    folds = {f.index: f for f in fold(made)}
    scores: Scores = {}
    barred = []
    for a, b in pairs(list(folds.values())):
        if must_not(a, b, look):
            barred.append((a.index, b.index))
        else:
            scores[a.index, b.index] = score(a.first, b.first, look)
    desk = _Desk({claim.id: i for i, claim in enumerate(claims)}, look, dict(scores))
    joined = group(folds, scores, barred, look)
    likely = {n.index for found in joined for f in found.likely for n in folds[f].nodes}
    groups = sorted(
        (sorted((n for f in found.folds for n in folds[f].nodes), key=desk.place) for found in joined),
        key=lambda members: desk.place(members[0]),
    )
    topic_of = {n.index: i for i, members in enumerate(groups) for n in members}
    topics: list[Topic] = []
    weak: list[Pair] = []
    for members in groups:
        if len(members) > 1:
            topic, clashing = _topic(f"t{len(topics) + 1}", members, likely, desk)
            topics.append(topic)
            weak += clashing
    alone = {members[0].index for members in groups if len(members) == 1}
    best: dict[tuple[int, ...], Rival] = {}
    for rival in rivals(made, topic_of, look):  # one pair for two topics
        key = tuple(sorted((topic_of[rival.a.index], topic_of[rival.b.index])))
        if key not in best or rival.points > best[key].points:
            best[key] = rival
    found = sorted(best.values(), key=lambda r: (desk.place(r.a), desk.place(r.b)))
    return Story(
        topics=distinct(
            topics, {claim.id: claim for claim in claims}, [a.published.day for a in articles.values() if a.published]
        ),
        rivals=tuple(Pair(desk.ids(r.a, r.b), _confidence(r.points), r.evidence, r.slot) for r in found),
        possible=(*weak, *_near(scores, made, alone, desk)),
        copies=copies(claims, articles),
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """The order of the claims as given, the lexicon's look-ups, and the points of the pairs compared so far."""

    order: Mapping[str, int]
    look: Slots
    known: Scores

    def place(self, node: Node) -> int:
        """Return where the node's claim stands among all claims."""
        return self.order[node.claim.id]

    def score(self, a: Node, b: Node) -> float:
        """Return the points for two claims being one quantity; a pair is compared once."""
        pair = (a.index, b.index) if a.index < b.index else (b.index, a.index)
        if pair not in self.known:
            self.known[pair] = score(a, b, self.look)
        return self.known[pair]

    def ids(self, a: Node, b: Node) -> tuple[str, str]:
        """Return the ids of two claims, the earlier first."""
        one, two = a.claim.id, b.claim.id
        return (one, two) if self.order[one] < self.order[two] else (two, one)

    def pair(self, points: float, a: Node, b: Node) -> Pair:
        """Return two claims with what speaks for and against their being one quantity."""
        return Pair(self.ids(a, b), _confidence(points), evidence(a, b, self.look))


def _topic(name: str, members: Sequence[Node], likely: Collection[int], desk: _Desk) -> tuple[Topic, list[Pair]]:
    """Return the topic of a group with the strongest link of each claim, and its best clash where it is too unsure.

    What is only `likely` of the topic (the index of a node) clashes with nothing.
    """
    near: list[list[tuple[float, Node]]] = [[] for _ in members]
    clashing: list[tuple[float, Node, Node]] = []
    for i, a in enumerate(members):
        for j, b in enumerate(members[i + 1 : i + 1 + _LOOKED], i + 1):
            points = desk.score(a, b)
            near[i].append((points, b))
            near[j].append((points, a))
            sure = a.index not in likely and b.index not in likely
            if sure and a.claim.document != b.claim.document and clash(a, b):
                clashing.append((points, a, b))
    links: dict[tuple[str, str], tuple[float, Node, Node]] = {}
    total = 0.0
    for a, around in zip(members, near, strict=True):
        points, best = max(around, key=lambda p: (p[0], -desk.place(p[1])))
        total += points
        links.setdefault(desk.ids(a, best), (points, a, best))
    firm = not clashing or (
        any(_firm(p, a, b) or _firm(p, b, a) for p, a, b in clashing)
        and not any(unlike(a, b) and p < ENOUGH["to judge unlike numbers"] for p, a, b in clashing)
    )
    topic = Topic(
        id=name,
        label=label([n.claim for n in members]),
        unit=members[0].claim.quantity.unit,
        claims=tuple(sorted((i for n in members for i in n.all_ids), key=lambda i: desk.order[i])),
        confidence=_confidence(total / len(members)),
        firm=firm,
        likely=tuple(sorted((i for n in members if n.index in likely for i in n.all_ids), key=lambda i: desk.order[i])),
        evidence=tuple(desk.pair(*link) for link in links.values()),
    )
    if firm:
        return topic, []
    return topic, [desk.pair(*max(clashing, key=lambda p: (p[0], -desk.place(p[1]), -desk.place(p[2]))))]


def _firm(points: float, a: Node, b: Node) -> bool:
    """Tell whether two claims that clash are surely one quantity."""
    if not one_scope(a, b):
        return False
    if points - (0.0 if named_alike(a, b) else POINTS["the only one of its kind"]["in both articles"]) >= ENOUGH["to judge"]:
        return True
    leading = a.leads and b.leads and a.head == b.head and a.measure is not None and a.measure == b.measure
    return leading and points - value_level(a, b)[1] >= ENOUGH["to judge in the lead"]


def _near(scores: Scores, made: Sequence[Node], alone: set[int], desk: _Desk) -> list[Pair]:
    """Return for each claim on no topic its likeliest partner in another article, where one comes near."""
    apart = [
        (points, made[a], made[b])
        for (a, b), points in scores.items()
        if points >= ENOUGH["to be listed"] and (a in alone or b in alone) and made[a].claim.document != made[b].claim.document
    ]
    found: list[Pair] = []
    taken: set[int] = set()
    for points, a, b in sorted(apart, key=lambda p: (-p[0], desk.ids(p[1], p[2]))):
        if any(n.index in alone and n.index not in taken for n in (a, b)):
            taken |= {a.index, b.index}
            found.append(desk.pair(points, a, b))
    return found


def _confidence(points: float) -> float:
    """Return points as a number from 0 to 1: .65 where claims join, .82 where they are judged."""
    return round(1 / (1 + exp(_EVEN - points)), 2)
