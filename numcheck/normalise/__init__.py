"""Turn a figure as written into a quantity: its unit and dimension, what it states, what it means, and its size."""

from __future__ import annotations

from decimal import Decimal

from numcheck.model.interval import Interval, last_place, scale
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Mention
from numcheck.model.unit import Units
from numcheck.normalise.units import dimension_of, to_base

ABOUT = Decimal("0.15")
"""How far "about" reaches either way, as a share of the number."""

ROUNDED = Decimal("0.25")
"""How far a plain number reaches at most, as a share: nobody rounds 140 to 100, or 1.4 million to 1 million."""

_HALF = Decimal("0.5")


def normalise(mention: Mention, units: Units) -> Quantity:
    """Return the quantity that `mention` states, in its own unit and in base units."""
    stated, unit = mention.interval, mention.unit
    dimension = mention.dimension or dimension_of(unit, units)
    meant = _meant(stated, mention, counted=dimension == "count")
    factor, offset = to_base(unit, units)
    written = scale(stated, factor, offset)
    return Quantity(
        stated=stated,
        unit=unit,
        dimension=dimension,
        hedge=mention.hedge,
        side=mention.side,
        direction=mention.direction,
        word=mention.word,
        meant=meant,
        base=written if meant is stated else scale(meant, factor, offset),
        written=written,
        size=_size(written),
    )


def _meant(stated: Interval, mention: Mention, *, counted: bool) -> Interval:
    """Return what a careful reader takes `stated` for."""
    value = stated.low if stated.low is not None else stated.high
    if value is None or mention.hedge in ("vague", "range"):
        return stated
    half = min(last_place(value) / 2, abs(value) * ROUNDED)
    if mention.hedge == "about" or mention.side is not None:
        return _hedged(stated, mention, value, half)
    if (counted and _is_small_count(value, half)) or mention.hedge != "exact" or not stated.is_point or not value:
        return stated
    return Interval(value - half, value + half, high_open=True)


def _is_small_count(value: Decimal, half: Decimal) -> bool:
    """Tell whether a count is told to the last one, and so is meant as it stands."""
    return half <= _HALF and value == value.to_integral_value()


def _hedged(stated: Interval, mention: Mention, value: Decimal, half: Decimal) -> Interval:
    """Return how far "about", "nearly" and "just over" reach from a value that is rounded by `half`."""
    slack = abs(value) * ABOUT
    if mention.hedge == "about" and mention.side is None:
        # "about two million" holds all that "two million" may mean, and more
        slack = max(slack, half)
        return Interval(value - slack, value + slack)
    if mention.hedge == "about" or (mention.side == "below" and stated.low is None):
        return Interval(value - slack, value, high_open=True)
    if mention.side == "above" and stated.high is None:
        return Interval(value, value + slack, low_open=True)
    return stated


def _size(written: Interval) -> Decimal | None:
    """Return the number, the bound, or the geometric middle of a range; the plain middle where an end is not above zero."""
    low, high = written.low, written.high
    if low is None or high is None:
        return low if high is None else high
    if low == high:
        return low
    return (low * high).sqrt() if low > 0 else (low + high) / 2
