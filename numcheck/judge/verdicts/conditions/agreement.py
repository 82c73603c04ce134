"""Conditions on two statements of one quantity: can both be true?"""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from numcheck.judge import relations
from numcheck.judge.gate.support import TOO_FAR
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.conditions.slots import one_number
from numcheck.judge.verdicts.statements import LEVELS
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.claim import Claim
from numcheck.model.quantity import Quantity

RATES = Decimal("1.15")
"""How many times apart two conversions of one sum may be: rates move, and a dollar may be another country's."""


@condition("quantity")
def same_topic(sides: Sides) -> bool:
    """Both figures purport to be the same quantity, which is sure enough to judge, or the gate found one to hold the other."""
    return sides.held or sides.one


@condition("quantity")
def disjoint(sides: Sides) -> bool:
    """The two cannot both be true: their intervals do not meet, not even at the coarser of their written precisions."""
    return relations.disjoint(sides.a.quantity, sides.b.quantity)


@condition("quantity")
def flipped_bound(sides: Sides) -> bool:
    """Both name one number, one from below and one from above: "nearly 300" and "more than 300"."""
    return relations.flipped(sides.a.quantity, sides.b.quantity)


@condition("quantity")
def partial_overlap(sides: Sides, *, share_below: float = 0.6) -> bool:
    """Both give ranges that meet, and neither holds the other; what they share is less than `share_below` of both together."""
    a, b = sides.a.quantity, sides.b.quantity
    if {a.hedge, b.hedge} != {"range"} or not relations.comparable(a, b):
        return False
    shared = relations.shared_part(a.written, b.written)
    return shared is not None and shared < Decimal(str(share_below))


@condition("quantity")
def opposite_direction(sides: Sides) -> bool:
    """One side says that it rose and the other that it fell: "up 3 percent" and "down 3 percent"."""
    return {sides.a.quantity.direction, sides.b.quantity.direction} == {"up", "down"}


@condition(first=one_number)
def level_versus_change(sides: Sides, *, level_after: tuple[str, ...] = LEVELS) -> bool:
    """Both name one number, the one as a change and the other as a level: "rose 12 percent" and "rose to 12 percent"."""
    a, b = sides.a, sides.b
    if a.quantity.direction is None:
        a, b = b, a
    if a.quantity.direction is None or b.quantity.direction is not None:
        return False
    if b.saying.names_a_change and not a.saying.names_a_change:
        return False
    return b.saying.word_before in level_after and not b.saying.degree


@condition("quantity")
def none_versus_some(sides: Sides) -> bool:
    """One side says none and the other says one or more."""
    zero, some = sorted((sides.a.quantity, sides.b.quantity), key=lambda q: q.size or 0)
    if zero.stated.low is None or zero.stated.high != 0 or not relations.comparable(zero, some):
        return False
    return some.stated.low is not None and some.stated.low > 0


@condition()
def reconciled(sides: Sides) -> bool:
    """One outlet also gives the other's figure, tells its own as an earlier one, or converts it; or both give both figures.

    Of a pair of which somebody has decided that it is one quantity, an outlet that gives both figures disagrees all the same.
    """
    return (
        (sides.a.saying.earlier is None) != (sides.b.saying.earlier is None)
        or _takes_in_one(sides.a, sides.b)
        or (not sides.decided and _given_elsewhere(sides))
        or _convert_one_figure(sides)
        or _only_a_rate_apart(sides)
    )


def _given_elsewhere(sides: Sides) -> bool:
    """Tell whether one outlet also gives the other's figure, so that the two may well be of two things."""
    return (
        (_also_says(sides.a, sides.b, sides) and _also_says(sides.b, sides.a, sides))
        or _agrees_elsewhere(sides.a, sides.b, sides)
        or _agrees_elsewhere(sides.b, sides.a, sides)
    )


def _takes_in_one(fewer: Claim, more: Claim) -> bool:
    """Tell whether of two counts that are one apart the larger takes in one whom the other tells apart: the gunman himself."""
    p, q = fewer.quantity.stated, more.quantity.stated
    if fewer.quantity.unit != "count" or not (p.is_point and q.is_point) or p.low is None or q.low != p.low + 1:
        return False
    return more.saying.includes_one or fewer.saying.tells_one_apart


def _also_says(mine: Claim, other: Claim, sides: Sides) -> bool:
    """Tell whether the outlet of `mine` gives the other's number too, of the same kind of thing, on whatever topic."""
    return any(
        (c.quantity.dimension != "count" or (c.measure == mine.measure and c.head == mine.head))
        and relations.same_number(c.quantity, other.quantity)
        for c in sides.everywhere(mine)
        if c is not mine
    )


def _agrees_elsewhere(mine: Claim, other: Claim, sides: Sides) -> bool:
    """Tell whether the outlet of `mine` also says what agrees with `other`, and not only as "less than 50" does with 20."""
    return any(
        not c.quantity.base.is_unbounded and relations.agree(c.quantity, other.quantity) and _near(c, other)
        for c in sides.on_topic(mine)
        if c is not mine and mine.id != c.converts and c.id != mine.converts
    )


def _near(mine: Claim, other: Claim) -> bool:
    ratio = relations.times_apart(mine.quantity, other.quantity)
    return ratio is None or ratio < TOO_FAR or relations.word_holds(mine.quantity, other.quantity)


def _convert_one_figure(sides: Sides) -> bool:
    """Tell whether one side is a bracketed conversion, and what it converts agrees with what the other converts or says."""
    if sides.a.converts is None and sides.b.converts is None:
        return False
    first, second = (_original(c, sides) for c in (sides.a, sides.b))
    return relations.agree(first.quantity, second.quantity)


def _only_a_rate_apart(sides: Sides) -> bool:
    """Tell whether two sums may be two conversions: another currency stands beside one of them, or one sum beside both."""
    if sides.a.quantity.dimension != "currency":
        return False
    first, second = _in_other_units(sides.a, sides), _in_other_units(sides.b, sides)
    if any(relations.same_number(*pair) for pair in product(first, second)):
        return True
    return bool(first or second) and sides.ratio is not None and sides.ratio <= RATES


def _in_other_units(side: Claim, sides: Sides) -> list[Quantity]:
    """Return what the document of one side states of the topic in another unit."""
    return [c.quantity for c in sides.on_topic(side) if c.quantity.unit != side.quantity.unit]


def _original(claim: Claim, sides: Sides) -> Claim:
    return next((c for c in sides.on_topic(claim) if c.id == claim.converts), claim)
