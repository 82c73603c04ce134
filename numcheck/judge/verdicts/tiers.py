"""Three tiers: what is told, what is for somebody to check, and what stays silent.

The probability of the own pair decides, and what would be at stake, were it one quantity.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from operator import itemgetter
from typing import Literal

from numcheck.judge.gate.support import RANKS_APART
from numcheck.judge.relations import disjoint
from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.conditions.slots import one_limit
from numcheck.judge.verdicts.conditions.times import updated
from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.explanations import explains
from numcheck.judge.verdicts.inquiry import Spoken
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.decision import pair_print
from numcheck.model.finding import Check
from numcheck.model.rule import Rule
from numcheck.model.story import Story

_Kind = Literal["inflation", "contradiction"]
MOST = 5
"""Pairs to check in one story."""
FAR = 2
"""How many times apart two sizes are at least that a reader takes for two."""
OTHER = Decimal("1.05")
"""How many times apart two sizes are at least that somebody should look at, though both may hold as they are hedged."""


def told_of(spoken: Spoken, story: Story) -> Spoken:
    """Return what rules speak of without the sides of which no more is said than that they part, and that are not worth it."""
    worth = [(rule, [s for s in subjects if not isinstance(s, Sides) or _is_told(rule, s, story)]) for rule, subjects in spoken]
    return [(rule, subjects) for rule, subjects in worth if subjects]


def _is_told(rule: Rule, sides: Sides, story: Story) -> bool:
    """Tell whether a rule says of two sides more than that they part, or an editor would act on them."""
    return not _parts(rule, sides) or story.worth(*_ids(sides)) >= story.disputed


def _parts(rule: Rule, sides: Sides) -> bool:
    """Tell whether a rule speaks because two values, or two numbers' sizes, part; a slip of digits is told however close.

    So do two rough numbers that lie far apart.

    A word of size that has no room for the other figure is told of by larger-size as it stands.
    """
    numbers = all(claim.quantity.hedge != "vague" for claim in sides.claims[:2])
    parting = rule.asks("disjoint") or rule.asks("rough-apart") or (numbers and rule.asks("sizes-apart"))
    return parting and not rule.asks("digit-slip")


def to_check(pairs: Iterable[Subject], shown: Spoken, laid: Docket) -> tuple[Check, ...]:
    """Return the pairs to check, one a pair of quantities, the likeliest to be acted on first.

    They are those of `pairs` that cannot both be true or are far apart, of whose quantities nobody has said that they disagree,
    or that they are two; two reports of one day rather than two of which the later may have moved on.
    """
    known = _told_pairs(shown, laid) | {_quantities(*pair, laid) for pair in laid.case.story.parted}
    found: dict[frozenset[str], tuple[_Kind, Sides]] = {}
    for sides in _asked(pairs, laid.case.story):
        kind, pair = _kind(sides), _quantities(*_ids(sides), laid)
        if kind is not None and pair not in known and (pair not in found or _moved_on(found[pair][1], sides)):
            found[pair] = kind, sides
    return tuple(_check(kind, sides, laid) for kind, sides in islice(found.values(), MOST))


def _moved_on(held: Sides, sides: Sides) -> bool:
    """Tell whether of two pairs only the first may part since its later report has moved on."""
    return updated.holds(held) and not updated.holds(sides)


def _check(kind: _Kind, sides: Sides, laid: Docket) -> Check:
    evidence, printed = laid.case.story.evidence(*_ids(sides)), pair_print(sides.a, sides.b)
    return Check(_ids(sides), kind, sides.confidence, evidence, printed, explains(sides))


def _ids(sides: Sides) -> tuple[str, str]:
    return sides.a.id, sides.b.id


def _told_pairs(shown: Spoken, laid: Docket) -> set[frozenset[str]]:
    """Return the pairs of quantities of which a rule says aloud that they disagree."""
    told = (s for rule, subjects in shown if _disagrees(rule) for s in subjects)
    return {_quantities(*_ids(s), laid) for s in told if isinstance(s, Sides)}


def _asked(pairs: Iterable[Subject], story: Story) -> list[Sides]:
    """Return the pairs that are worth asking about, the most first, of equals by their words."""
    possible = [s for s in pairs if isinstance(s, Sides) and s.one and not _of_two_times(s)]
    asked = [(-worth, _words(s), s) for s in possible if (worth := story.worth(*_ids(s))) >= story.asked]
    return [s for *_, s in sorted(asked, key=itemgetter(0, 1))]


def _of_two_times(sides: Sides) -> bool:
    """Tell whether one side alone is told as the level before: 94 seats, down from 152."""
    return (sides.a.saying.earlier == "state") != (sides.b.saying.earlier == "state")


def _words(sides: Sides) -> list[tuple[str, str, float, str]]:
    return sorted((c.text, c.what, c.position, c.outlet) for c in sides.claims[:2])


def _disagrees(rule: Rule) -> bool:
    """Tell whether a rule says aloud that two figures disagree."""
    return rule.severity["across"] != "note" and rule.kind in ("contradiction", "inflation")


def _kind(sides: Sides) -> _Kind | None:
    """Return what the two would be if they were one quantity: far apart in size, or not both true; None for neither.

    One limit is told as below it and as above it.
    """
    ratio = sides.ratio
    if one_limit.holds(sides):
        return None
    if (ratio is not None and ratio >= FAR) or sides.ranks_apart >= RANKS_APART:
        return "inflation"
    if disjoint(sides.a.quantity, sides.b.quantity) or (ratio is not None and ratio >= OTHER):
        return "contradiction"
    return None


def _quantities(one: str, two: str, laid: Docket) -> frozenset[str]:
    """Return the topics of two claims, or themselves where none holds them."""
    return frozenset(topic.id if (topic := laid.topic_of.get(claim)) else claim for claim in (one, two))
