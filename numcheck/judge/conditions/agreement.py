"""Conditions on two statements of one quantity: can both be true?"""

from __future__ import annotations

from numcheck.judge import relations
from numcheck.judge.subjects import Sides


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
    """One of the two outlets also gives a figure of this quantity that agrees with the other side."""
    return _agrees_elsewhere(sides.a.document, sides.b, sides) or _agrees_elsewhere(sides.b.document, sides.a, sides)


def _agrees_elsewhere(document: str, other: object, sides: Sides) -> bool:
    quantity = sides.b.quantity if other is sides.b else sides.a.quantity
    return any(
        c.document == document and not c.quantity.base.is_unbounded and relations.agree(c.quantity, quantity)
        for c in sides.told
        if c is not sides.a and c is not sides.b
    )
