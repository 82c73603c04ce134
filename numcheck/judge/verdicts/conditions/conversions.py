"""Conditions on a figure that repeats the one before it in another unit."""

from __future__ import annotations

from decimal import Decimal

from numcheck.judge import relations
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import OneClaim
from numcheck.model.interval import Interval, last_place, meets, point, scale, widen
from numcheck.model.quantity import Quantity

ROUNDED = Decimal("0.05")
"""What a whole number that ends in 0 or 5 may be rounded by, as a share, beyond its last written place."""

_PER_KELVIN = {"degree_celsius": Decimal(1), "kelvin": Decimal(1), "degree_fahrenheit": Decimal(5) / 9}


@condition()
def bad_conversion(one: OneClaim) -> bool:
    """The figure repeats another in a second unit, and the two are not one, however each was rounded: "5 miles (10 km)"."""
    if one.original is None:
        return False
    said, again = one.original.quantity, one.claim.quantity
    if not _can_be_held(said, again) or _is_one_change(said, again):
        return False
    return not all(meets(x, y) for x, y in zip(_ends(said), _ends(again), strict=True))


def _can_be_held(said: Quantity, again: Quantity) -> bool:
    """Tell whether two figures are numbers in two units of one dimension, of which the one is always so much of the other."""
    if said.dimension != again.dimension or said.unit == again.unit or said.dimension in ("currency", "count", "share"):
        return False
    return "vague" not in (said.hedge, again.hedge) and not said.base.is_unbounded and not again.base.is_unbounded


def _ends(q: Quantity) -> tuple[Interval, Interval]:
    """Return the numbers that may have been rounded to either end, in base units; a bound counts as its number."""
    factor = _PER_KELVIN.get(q.unit) or relations.unit_factor(q)
    stated = [end for end in (q.stated.low, q.stated.high) if end is not None]
    rounded = max(max(last_place(end) / 2, _idle(end)) for end in stated) * factor
    written = [end for end in (q.written.low, q.written.high) if end is not None]
    return widen(point(written[0]), rounded), widen(point(written[-1]), rounded)


def _idle(end: Decimal) -> Decimal:
    """Return how far a round number may be off: nothing for one that does not end in 0 or 5, nor for a single digit."""
    return abs(end) * ROUNDED if abs(end) >= 10 and end % 5 == 0 else Decimal(0)


def _is_one_change(said: Quantity, again: Quantity) -> bool:
    """Tell whether two temperatures agree as differences: "warmer by 2 degrees Celsius (3.6 Fahrenheit)"."""
    if said.unit not in _PER_KELVIN or again.unit not in _PER_KELVIN:
        return False
    x, y = (scale(widen(q.stated, Decimal("0.5")), _PER_KELVIN[q.unit]) for q in (said, again))
    return meets(x, y)
