"""Conditions on two statements of one quantity: can both be true?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.judge import relations
from numcheck.judge.subjects import Sides
from numcheck.model.claim import Claim


def same_topic(sides: Sides) -> bool:
    """Both figures purport to be the same quantity, and that is sure enough to judge."""
    return sides.topic is not None and sides.topic.firm


def disjoint(sides: Sides) -> bool:
    """The two cannot both be true: their intervals do not meet, not even at the coarser of their written precisions."""
    return relations.disjoint(sides.a.quantity, sides.b.quantity)


def flipped_bound(sides: Sides) -> bool:
    """Both name one number, one from below and one from above: "nearly 300" and "more than 300"."""
    return relations.flipped(sides.a.quantity, sides.b.quantity)


def none_versus_some(sides: Sides) -> bool:
    """One side says none and the other says one or more."""
    zero, some = sorted((sides.a.quantity, sides.b.quantity), key=lambda q: q.size or 0)
    if zero.stated.low is None or zero.stated.high != 0 or not relations.comparable(zero, some):
        return False
    return some.stated.low is not None and some.stated.low > 0


def reconciled(sides: Sides) -> bool:
    """One outlet also gives a figure that agrees with the other's, or the two only convert figures that agree."""
    return (
        _agrees_elsewhere(sides.a, sides.b, sides.told)
        or _agrees_elsewhere(sides.b, sides.a, sides.told)
        or _convert_one_figure(sides)
    )


def _agrees_elsewhere(mine: Claim, other: Claim, told: Mapping[str, Sequence[Claim]]) -> bool:
    """Tell whether the outlet of `mine` also says what agrees with `other`."""
    return any(
        not c.quantity.base.is_unbounded and relations.agree(c.quantity, other.quantity)
        for c in told.get(mine.document, ())
        if c is not mine
    )


def _convert_one_figure(sides: Sides) -> bool:
    """Tell whether one side is a bracketed conversion, and what it converts agrees with what the other converts or says."""
    if sides.a.converts is None and sides.b.converts is None:
        return False
    first, second = (_original(c, sides.told) for c in (sides.a, sides.b))
    return relations.agree(first.quantity, second.quantity)


def _original(claim: Claim, told: Mapping[str, Sequence[Claim]]) -> Claim:
    return next((c for c in told.get(claim.document, ()) if c.id == claim.converts), claim)
