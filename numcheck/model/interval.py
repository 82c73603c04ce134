"""Intervals of numbers with open, closed and missing ends, and the relations between two of them.

An end of None is unbounded. All functions are pure; numbers are Decimals, so that what people wrote is kept to the digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; an end is left out of it where its `_open` flag is set, and None has no end."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval's ends are ordered: {self.low} is above {self.high}")

    @property
    def is_point(self) -> bool:
        """True for a single number."""
        return self.low is not None and self.low == self.high

    @property
    def is_unbounded(self) -> bool:
        """True where neither end is known ("many", "a large number")."""
        return self.low is None and self.high is None

    @property
    def is_bounded(self) -> bool:
        """True where both ends are known."""
        return self.low is not None and self.high is not None


def point(value: Decimal | int) -> Interval:
    """Return the interval that holds `value` alone."""
    number = Decimal(value)
    return Interval(number, number)


def last_place(number: Decimal) -> Decimal:
    """Return the value of the last written digit that counts, which a reading keeps as the number's exponent.

    100 for 2,300 (23E+2), 0.1 for 4.7, a million for "30 million" (30E+6), 1 for 20, which nobody rounds.
    """
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def before(a: Interval, b: Interval) -> bool:
    """Tell whether all of `a` lies below all of `b`."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def meets(a: Interval, b: Interval) -> bool:
    """Tell whether some number lies in both."""
    return not before(a, b) and not before(b, a)


def inside(a: Interval, b: Interval) -> bool:
    """Tell whether every number of `a` lies in `b`."""
    return starts_by(b, a) and starts_by(negate(b), negate(a))


def starts_by(a: Interval, b: Interval) -> bool:
    """Tell whether `a` starts where `b` does, or lower."""
    if a.low is None or b.low is None:
        return a.low is None
    return a.low < b.low or (a.low == b.low and (b.low_open or not a.low_open))


def overlap(a: Interval, b: Interval) -> Interval | None:
    """Return the numbers that lie in both; None where there are none."""
    if not meets(a, b):
        return None
    later = b if starts_by(a, b) else a
    sooner = negate(b if starts_by(negate(a), negate(b)) else a)
    low, high = later.low, None if sooner.low is None else -sooner.low
    return Interval(low, high, low is not None and later.low_open, high is not None and sooner.low_open)


def hull(a: Interval, b: Interval) -> Interval:
    """Return the smallest interval that holds both."""
    low, low_open = _outer(a.low, a.low_open, b.low, b.low_open, lower=True)
    high, high_open = _outer(a.high, a.high_open, b.high, b.high_open, lower=False)
    return Interval(low, high, low_open, high_open)


def _outer(x: Decimal | None, x_open: bool, y: Decimal | None, y_open: bool, *, lower: bool) -> tuple[Decimal | None, bool]:
    if x is None or y is None:
        return None, False
    outer = min(x, y) if lower else max(x, y)
    return outer, all(is_open for end, is_open in ((x, x_open), (y, y_open)) if end == outer)


def widen(a: Interval, by: Decimal) -> Interval:
    """Return `a` with each end moved outwards by `by` (not negative); open ends become closed where they move."""
    if not by:
        return a
    low = None if a.low is None else a.low - by
    high = None if a.high is None else a.high + by
    return Interval(low, high)


def scale(a: Interval, factor: Decimal, offset: Decimal = Decimal(0)) -> Interval:
    """Return `a` with every number x turned into x * `factor` + `offset`; `factor` is above zero."""
    if factor <= 0:
        raise ValueError("an interval is scaled by a factor above zero")
    if factor == 1 and not offset:
        return a
    low = None if a.low is None else a.low * factor + offset
    high = None if a.high is None else a.high * factor + offset
    return Interval(low, high, a.low_open, a.high_open)


def add(a: Interval, b: Interval) -> Interval:
    """Return the sums of one number of each."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(
        low, high, low is not None and (a.low_open or b.low_open), high is not None and (a.high_open or b.high_open)
    )


def negate(a: Interval) -> Interval:
    """Return `a` mirrored at zero."""
    low = None if a.high is None else -a.high
    high = None if a.low is None else -a.low
    return Interval(low, high, a.high_open, a.low_open)
