"""Three tiers: what is told, what is for somebody to check, and what stays silent, by the probability of the own pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import log10

from numcheck.judge.gate.support import RANKS_APART
from numcheck.judge.relations import disjoint
from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.explains import explains
from numcheck.judge.verdicts.inquiry import Spoken
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.decision import pair_print
from numcheck.model.finding import Check
from numcheck.model.rule import Rule
from numcheck.model.story import Story

MOST = 5
"""Pairs to check in one story."""
FAR = 2
"""How many times apart two sizes are at least that a reader takes for two."""
OTHER = Decimal("1.05")
"""How many times apart two sizes are at least that somebody should look at, though both may hold as they are hedged."""
_HEDGE = 0.1
"""What a bound that one outlet lost weighs."""
_NEAR = 0.3
"""What a disagreement weighs however close the two are."""


def told_of(spoken: Spoken, story: Story) -> Spoken:
    """Return what rules speak of that is sure enough to be told."""
    sure = [(rule, [s for s in subjects if not isinstance(s, Sides) or _is_told(s, story)]) for rule, subjects in spoken]
    return [(rule, subjects) for rule, subjects in sure if subjects]


def _is_told(sides: Sides, story: Story) -> bool:
    return sides.confidence >= story.told and (sides.topic is not None or not sides.one)


def to_check(spoken: Spoken, pairs: Iterable[Subject], shown: Spoken, laid: Docket) -> tuple[Check, ...]:
    """Return the pairs to check, one a pair of quantities of which nothing is told, by probability times how far apart.

    They are those of `pairs` that cannot both be true or are far apart, and those whose hedge a rule misses.
    """
    known = _told_pairs(shown, laid) | {_quantities(*pair, laid) for pair in laid.case.story.parted}
    hedged = _hedged(spoken)
    found: list[tuple[Sides, str]] = []
    for sides in sorted(_likely(pairs, laid.case.story), key=_rank):
        kind = _kind(sides) or ("hedge" if _ids(sides) in hedged else None)
        pair = _quantities(*_ids(sides), laid)
        if kind is not None and pair not in known:
            known.add(pair)
            found.append((sides, kind))
    evidence = laid.case.story.evidence
    return tuple(
        Check(_ids(s), kind, s.confidence, evidence(*_ids(s)), pair_print(s.a, s.b), explains(s)) for s, kind in found[:MOST]
    )


def _likely(pairs: Iterable[Subject], story: Story) -> Iterator[Sides]:
    """Yield the pairs that are likely enough to be asked about."""
    return (s for s in pairs if isinstance(s, Sides) and s.one and s.confidence >= story.asked)


def _ids(sides: Sides) -> tuple[str, str]:
    return sides.a.id, sides.b.id


def _told_pairs(shown: Spoken, laid: Docket) -> set[frozenset[str]]:
    """Return the pairs of quantities of which a rule says aloud that they disagree."""
    told = (s for rule, subjects in shown if _disagrees(rule) for s in subjects)
    return {_quantities(*_ids(s), laid) for s in told if isinstance(s, Sides)}


def _hedged(spoken: Spoken) -> set[tuple[str, str]]:
    """Return the pairs of claims of which a rule says that one lost the other's hedge."""
    missing = (s for rule, subjects in spoken if rule.kind == "hedge" and _is_aloud(rule) for s in subjects)
    return {_ids(s) for s in missing if isinstance(s, Sides)}


def _is_aloud(rule: Rule) -> bool:
    return rule.severity["across"] != "note"


def _disagrees(rule: Rule) -> bool:
    """Tell whether a rule says aloud that two figures disagree."""
    return _is_aloud(rule) and rule.kind in ("contradiction", "inflation")


def _kind(sides: Sides) -> str | None:
    """Return what the two would be if they were one quantity: far apart in size, or not both true; None for neither."""
    ratio = sides.ratio
    if (ratio is not None and ratio >= FAR) or sides.ranks_apart >= RANKS_APART:
        return "inflation"
    if disjoint(sides.a.quantity, sides.b.quantity) or (ratio is not None and ratio >= OTHER):
        return "contradiction"
    return None


def _rank(sides: Sides) -> tuple[float, list[tuple[str, str, float]]]:
    """Return a key by which what is likeliest and farthest apart comes first, of equals by their words."""
    return -_weight(sides), sorted((c.text, c.what, c.position) for c in sides.claims[:2])


def _quantities(one: str, two: str, laid: Docket) -> frozenset[str]:
    """Return the topics of two claims, or themselves where none holds them."""
    return frozenset(topic.id if (topic := laid.topic_of.get(claim)) else claim for claim in (one, two))


def _weight(sides: Sides) -> float:
    """Return how much a reader gains by looking: the probability times how far apart the two are."""
    ratio = float(sides.ratio or 0)
    tens = abs(log10(ratio)) if ratio > 0 else 0.0
    return sides.confidence * (_HEDGE if _kind(sides) is None else _NEAR + min(1.0, tens))
