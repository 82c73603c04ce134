"""Put the figures that speak of one quantity together: topics (same), rivals (same but for one slot), possible (too weak to judge)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from numcheck.align.compare import disjoint, evidence, score
from numcheck.align.group import Scores, group, must_not
from numcheck.align.node import Node, Slots, nodes, slots
from numcheck.lexicon import Lexicon
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.story import Pair, Story, Topic

JUDGE = 3.0
"""Points the best pair of disagreeing claims must reach before a topic is judged."""


def align(claims: Sequence[Claim], articles: Mapping[str, Article], lexicon: Lexicon) -> Story:
    """Return the topics, rivals and possible pairs of a story's claims; the order of the articles does not matter."""
    made = nodes(claims, articles, lexicon)
    look = slots(lexicon)
    scores: Scores = {}
    barred = []
    for i, a in enumerate(made):
        for b in made[i + 1 :]:
            if must_not(a, b):
                barred.append((a.index, b.index))
            else:
                scores[a.index, b.index] = score(a, b, look)
    topics = []
    for members in group(made, scores, barred):
        if len(members) > 1:
            topics.append(_topic(f"t{len(topics) + 1}", [made[m] for m in members], scores, look))
    return Story(topics=tuple(topics))


def _topic(name: str, members: list[Node], scores: Scores, look: Slots) -> Topic:
    pairs = [(scores[a.index, b.index], a, b) for i, a in enumerate(members) for b in members[i + 1 :] if (a.index, b.index) in scores]
    clashing = [points for points, a, b in pairs if disjoint(a, b)]
    mean = sum(p[0] for p in pairs) / len(pairs) if pairs else 0.0
    return Topic(
        id=name,
        label=members[0].claim.what,
        unit=members[0].claim.quantity.unit,
        claims=tuple(i for m in members for i in m.all_ids),
        confidence=_confidence(mean),
        firm=not clashing or max(clashing) >= JUDGE,
    )


def _confidence(points: float) -> float:
    return round(1 / (1 + exp(1.5 - points)), 2)
