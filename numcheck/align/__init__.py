"""Put the figures that speak of one quantity together: topics (same), rivals (all but one slot), possible (too weak)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from numcheck.align.block import fold, pairs
from numcheck.align.compare import clash, evidence, one_scope, score, value_level
from numcheck.align.group import JOIN, Scores, group, must_not
from numcheck.align.label import label
from numcheck.align.node import Node, Slots, nodes, slots
from numcheck.align.rivals import rivals
from numcheck.lexicon import Lexicon
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.story import Pair, Story, Topic

JUDGE = 3.0
"""Points the best pair of disagreeing claims must reach before a topic is judged."""
JUDGE_LEAD = 2.4
"""The same where both stand in the lead of their articles with one measure and noun; the points of the value are left out."""
MAYBE = 1.6
"""Points from which a pair of two topics is listed as possible."""
_LOOKED = 40
"""Members of a topic that each member is compared with for its strongest link."""


def align(claims: Sequence[Claim], articles: Mapping[str, Article], lexicon: Lexicon) -> Story:
    """Return the topics, rivals and possible pairs of a story's claims.

    `articles` maps each claim's document to its article. Ids and order follow the order of the claims given; which
    claims are put together does not depend on it.
    """
    made = nodes(claims, articles, lexicon)
    look = slots(lexicon)
    folds = fold(made)
    scores: Scores = {}
    barred = []
    for a, b in pairs(folds):
        if must_not(a, b):
            barred.append((a.index, b.index))
        else:
            scores[a.index, b.index] = score(a.first, b.first, look)
    groups = [[n for f in members for n in folds[f].nodes] for members in group(folds, scores, barred)]
    order = {claim.id: i for i, claim in enumerate(claims)}
    groups = [sorted(g, key=lambda n: order[n.claim.id]) for g in groups]
    groups.sort(key=lambda g: order[g[0].claim.id])
    topics = [_topic(members, order, look) for members in groups if len(members) > 1]
    topics = [replace(topic, id=f"t{i}") for i, topic in enumerate(topics, 1)]
    topic_of = {n.index: i for i, members in enumerate(groups) for n in members}
    alone = {n.index for members in groups if len(members) == 1 for n in members}
    firsts = {f.index: f.first for f in folds}
    near = sorted(
        (
            (points, firsts[a], firsts[b])
            for (a, b), points in scores.items()
            if points >= MAYBE and topic_of[firsts[a].index] != topic_of[firsts[b].index]
        ),
        key=lambda p: (-p[0], order[p[1].claim.id], order[p[2].claim.id]),
    )
    return Story(
        topics=tuple(topics),
        rivals=tuple(
            Pair(_ids(a, b, order), _confidence(points), why, slot)
            for a, b, slot, points, why in sorted(
                rivals(made, topic_of, look), key=lambda r: (order[r[0].claim.id], order[r[1].claim.id])
            )
        ),
        possible=(*_weak(groups, order, look), *_near(near, alone, order, look)),
    )


def _topic(members: Sequence[Node], order: Mapping[str, int], look: Slots) -> Topic:
    """Return the topic of a group, with the strongest link of each claim; the id comes later."""
    links: list[tuple[float, Node, Node]] = []
    clashing: list[bool] = []
    for i, a in enumerate(members):
        near = [(score(a, b, look), b) for b in (*members[max(0, i - _LOOKED) : i], *members[i + 1 : i + 1 + _LOOKED])]
        points, b = max(near, key=lambda p: (p[0], -order[p[1].claim.id]))
        links.append((points, a, b))
        clashing += [_firm(p, a, other) for p, other in near if other.claim.document != a.claim.document and clash(a, other)]
    mean = sum(p[0] for p in links) / len(links)
    seen = {_ids(a, b, order): (points, a, b) for points, a, b in links}
    main = members[0].claim
    return Topic(
        id="",
        label=label([n.claim for n in members]),
        unit=main.quantity.unit,
        claims=tuple(sorted((i for n in members for i in n.all_ids), key=lambda i: order[i])),
        confidence=_confidence(mean),
        firm=not clashing or any(clashing),
        evidence=tuple(Pair(ids, _confidence(points), evidence(a, b, look)) for ids, (points, a, b) in seen.items()),
    )


def _firm(points: float, a: Node, b: Node) -> bool:
    """Tell whether two claims that clash are surely one quantity."""
    if not one_scope(a, b):
        return False
    if points >= JUDGE:
        return True
    leading = a.leads and b.leads and a.head == b.head and a.measure is not None and a.measure == b.measure
    return leading and points - value_level(a, b)[1] >= JUDGE_LEAD


def _weak(groups: Sequence[Sequence[Node]], order: Mapping[str, int], look: Slots) -> list[Pair]:
    """Return the best clash of each topic that is too unsure to be judged."""
    found: list[Pair] = []
    for members in groups:
        pairs_ = [
            (score(a, b, look), a, b)
            for i, a in enumerate(members[:_LOOKED])
            for b in members[i + 1 : i + 1 + _LOOKED]
            if a.claim.document != b.claim.document and clash(a, b)
        ]
        if pairs_:
            points, a, b = max(pairs_, key=lambda p: (p[0], -order[p[1].claim.id], -order[p[2].claim.id]))
            if not any(_firm(*p) for p in pairs_):
                found.append(Pair(_ids(a, b, order), _confidence(points), evidence(a, b, look)))
    return found


def _near(near: Sequence[tuple[float, Node, Node]], alone: set[int], order: Mapping[str, int], look: Slots) -> list[Pair]:
    """Return for each claim on no topic its likeliest partner elsewhere, where one comes near."""
    found: list[Pair] = []
    taken: set[int] = set()
    for points, a, b in near:
        if a.claim.document != b.claim.document and (
            (a.index in alone and a.index not in taken) or (b.index in alone and b.index not in taken)
        ):
            taken |= {a.index, b.index}
            found.append(Pair(_ids(a, b, order), _confidence(points), evidence(a, b, look)))
    return found


def _ids(a: Node, b: Node, order: Mapping[str, int]) -> tuple[str, str]:
    one, two = sorted((a.claim.id, b.claim.id), key=lambda i: order[i])
    return one, two


def _confidence(points: float) -> float:
    """Return points as a number from 0 to 1: .65 where claims join, .82 where they are judged."""
    return round(1 / (1 + exp(JOIN - 0.6 - points)), 2)
