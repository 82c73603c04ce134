"""Figures that an article tells as earlier ones, and what they say of another's: "23, up from 11", "first put at nine"."""

from __future__ import annotations

from numcheck.judge import relations
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.claim import Claim

RISING = (
    "killed",
    "injured",
    "casualties",
    "infected",
    "recovered",
    "evacuated",
    "displaced",
    "fled",
    "rescued",
    "captured",
    "charged",
    "destroyed",
    "damaged",
    "collapsed",
    "burnt",
    "rain",
)
"""The measures of which a later count is a higher one."""

SETTLED = ("aboard", "carried")
"""The measures of which no later count is another: how many a boat had on board when it sank."""

MOVING = ("missing", "trapped", "treated", "without_power", "water_level")
"""The measures of which a later count may be higher or lower."""


def overtaken(sides: Sides) -> tuple[Claim, Claim] | None:
    """Return the old figure and the new one where the outlet of the new one tells the old as an earlier figure; else None.

    The two sides are the old and the new figure, or the old figure and the words that tell it as an earlier one. Beside a draft
    the draft must have the old one: what no source has yet is not held by telling what they have.
    """
    for old, other in ((sides.a, sides.b), (sides.b, sides.a)):
        new = None if other.role == "draft" or old.saying.earlier else _newer(old, other, sides)
        if new is None or not relations.disjoint(old.quantity, new.quantity):
            continue
        if not any(_same(new, c) for c in sides.everywhere(old)):
            return old, new
    return None


def _newer(old: Claim, other: Claim, sides: Sides) -> Claim | None:
    """Return what the other outlet tells in the place of a figure that it tells as an earlier one; None where it does not."""
    if other.saying.earlier is None:
        earlier = sides.background.earlier.get(other.document, ())
        return other if any(_same(c, old) for c in earlier) else None
    return next((c for c in sides.everywhere(other) if _follows(c, other)), None) if _same(other, old) else None


def _same(told: Claim, other: Claim) -> bool:
    """Tell whether a figure is the other outlet's; one without its noun ("first put at 6.6") by its number alone.

    The state before a change may stand for itself ("$8.9bn last year"), and is overtaken only where it is a count that goes on.
    """
    p, q = told.quantity, other.quantity
    if None not in (told.measure, other.measure) and told.measure != other.measure:
        return False
    if told.saying.earlier == "state" and told.measure not in (*RISING, *MOVING):
        return False
    if p.dimension == "count" and told.counted is None:
        return p.stated == q.stated
    return p.unit == q.unit and relations.agree(p, q)


def _follows(new: Claim, earlier: Claim) -> bool:
    """Tell whether a figure is the one that came after an earlier one: of its sentence and its kind."""
    if earlier.superseded_by is not None:
        return new.id == earlier.superseded_by
    return (
        new.sentence_start == earlier.sentence_start
        and new.quantity.unit == earlier.quantity.unit
        and new.measure == earlier.measure
        and new.saying.earlier is None
    )
