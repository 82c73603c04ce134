"""A quantity: a figure with its unit, as it was stated and as a careful reader takes it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from numcheck.model.interval import Interval
from numcheck.model.reading import Direction, Hedge, Side

DIFFERENCE = "delta_"
"""In front of the unit of a level, in the name of the unit of how far two levels are apart: two degrees warmer."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure, normalised.

    `stated` is the interval in `unit` as written; `meant` what it is taken for in the same unit (about = 15 % either way,
    half the last written place, whole counts under 100 exact, vague words by table); `base` the meant interval in the
    dimension's base unit (SI; a currency stays itself). `written` is the stated interval in the base unit. `size` is
    the stated number or bound, or the geometric middle of a range or vague word, in the base unit; None where the
    figure has no bounds at all. Later stages compare and never convert.
    """

    stated: Interval
    unit: str
    dimension: str
    hedge: Hedge
    side: Side | None
    direction: Direction | None
    word: str | None
    meant: Interval
    base: Interval
    written: Interval
    size: Decimal | None

    @property
    def approach(self) -> int:
        """Return -1 where the figure lies strictly below its number, 1 where strictly above, else 0."""
        if self.side == "below" or self.hedge == "less_than":
            return -1
        return 1 if self.side == "above" or self.hedge == "more_than" else 0


BY_CHANCE = 12
"""Equal counts up to here come about by chance, and so do small sums and differences: a number above is telling."""

TWICE = 1.95
"""From this ratio on two figures are told as times each other: in two digits it reads 2 or more."""


def reach(one: Quantity, other: Quantity) -> tuple[float, float] | None:
    """Return how many times the one is the other at least and at most, where a word of size leaves that open; else None."""
    low, high = sorted((one.written, other.written), key=lambda ends: ends.low or 0)
    if "vague" not in (one.hedge, other.hedge) or one.dimension != other.dimension:
        return None
    if low.low is None or low.high is None or high.low is None or high.high is None or low.low <= 0:
        return None
    least, most = float(high.low / low.high), float(high.high / low.low)
    return (least, most) if least < most >= TWICE else None
