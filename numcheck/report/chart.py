"""Where figures stand beside each other: claims become bars on a shared axis, in percent of its width. The template draws them.

Pure geometry: numbers in, numbers out, and no words of an article.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from numcheck.model.claim import Claim
from numcheck.model.decimals import so_many
from numcheck.model.frozen import frozen
from numcheck.model.interval import Interval, scale

End = Literal["closed", "open", "arrow"]
Span = tuple[float, float]

EDGE = 6.0
"""Percent of the axis kept free on each side, for arrows that lead out of it."""
ZERO = 3.0
"""Where nought stands on a logarithmic axis, which has none."""
_SPREAD = 20
"""From this ratio of the largest to the smallest number on, an axis is logarithmic."""
_FROM_ZERO = 0.4
"""A straight axis begins at nought where its smallest number is at most this share of its largest."""
_ONWARD = 0.15
"""The share of its length by which an axis goes on beyond a figure that is open at its end."""
_ALONE = 0.25
"""The share of itself by which the axis of a single number reaches out to both sides."""
_MOST_TICKS = 6
_ENOUGH_POWERS = 3
"""Powers of ten that make an axis; of fewer the doubles and fives are ticks too."""
_ROUND = (1, 2, 5)
_MOST_STEPS = 5
_JUST_BESIDE, _LAST_BITS = 1.001, 1e-9
"""How far beyond an end of the axis a tick still counts as on it: as a factor, and in steps."""
_SIGN = 2.0
"""Percent of a narrow screen's axis that one sign of a label takes."""
_THINNEST = 0.6
_LARGEST = 1e300


@frozen
class Bar:
    """One figure on the axis, all places in percent from the left; nothing is set for a figure without bounds.

    `solid` is what is stated between its ends, `left` and `right` how they end: closed where the number belongs to it, open
    where it does not ("more than"), an arrow where there is no end. `soft` is what a careful reader takes it for beyond
    that, fading out to the sides named in `fade`. `point` is a single number.
    """

    claim: Claim
    solid: Span | None = None
    left: End = "closed"
    right: End = "closed"
    soft: Span | None = None
    fade: Literal["", "left", "right", "both"] = ""
    point: float | None = None

    @property
    def empty(self) -> bool:
        """True for a figure in words that has no bounds to draw."""
        return self.solid is None and self.soft is None and self.point is None


@frozen
class Tick:
    """A number on the axis and its place; `shown` unless its label would run into the one before."""

    at: float
    value: Decimal
    shown: bool = True


@frozen
class Chart:
    """Bars that share an axis in `unit`."""

    unit: str
    log: bool
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


@frozen
class Axis:
    """The numbers from `low` to `high`, laid between EDGE and 100 - EDGE percent.

    `zero` where a logarithmic axis holds nought too; `whole` where its numbers are whole, and so its ticks.
    """

    low: float
    high: float
    log: bool = False
    zero: bool = False
    whole: bool = False

    def at(self, value: Decimal | float) -> float:
        """Return the place of a number in percent, rounded so that the last bits of a float never show."""
        number = _float(value)
        left = EDGE + (2 * ZERO if self.zero else 0)
        if self.log and number <= 0:
            return ZERO
        share = (
            (math.log10(number) - math.log10(self.low)) / (math.log10(self.high) - math.log10(self.low))
            if self.log
            else (number - self.low) / (self.high - self.low)
        )
        return round(min(max(left + share * (100 - EDGE - left), 0), 100), 2)


def charts(claims: Sequence[Claim]) -> tuple[Chart, ...]:
    """Return a chart for each kind of quantity among the claims; sums in two currencies share no axis."""
    kinds: dict[str, list[Claim]] = {}
    for claim in claims:
        q = claim.quantity
        kinds.setdefault(q.unit if q.dimension == "currency" else q.dimension, []).append(claim)
    return tuple(_chart(same) for same in kinds.values())


def _chart(claims: Sequence[Claim]) -> Chart:
    unit = Counter(claim.quantity.unit for claim in claims).most_common(1)[0][0]
    factor = _per_base(claims, unit)
    told = [_in_unit(claim, unit, factor) for claim in claims]
    shown = unit if factor is not None else ""
    axis = _shared_axis(told)
    if axis is None:
        return Chart(shown, False, (), tuple(map(Bar, claims)))
    bars = tuple(bar(claim, stated, meant, axis) for claim, (stated, meant) in zip(claims, told, strict=True))
    return Chart(shown, axis.log, ticks(axis), bars)


def _shared_axis(told: Iterable[tuple[Interval, Interval]]) -> Axis | None:
    """Return the axis that holds what figures state and mean; None where none of them has a number."""
    pairs = list(told)
    ends = [end for pair in pairs for interval in pair for end in (interval.low, interval.high) if end is not None]
    if not ends:
        return None
    upward = (max(ends), None) in [(stated.low, stated.high) for stated, _ in pairs]
    downward = (None, min(ends)) in [(stated.low, stated.high) for stated, _ in pairs]
    return axis_of(ends, downward=downward, upward=upward)


def _per_base(claims: Iterable[Claim], unit: str) -> Decimal | None:
    """Return how many of `unit` one base unit is, read off a figure that has both; None where no straight factor is known."""
    if len({claim.quantity.unit for claim in claims}) == 1:
        return Decimal(1)
    for claim in claims:
        q = claim.quantity
        if q.unit == unit and q.dimension != "temperature":
            for own, base in ((q.meant.low, q.base.low), (q.meant.high, q.base.high)):
                if own and base:
                    return own / base
    return None


def _in_unit(claim: Claim, unit: str, factor: Decimal | None) -> tuple[Interval, Interval]:
    """Return what a claim states and what it means, in `unit`, or in the base unit where there is no factor."""
    q = claim.quantity
    if q.unit == unit and factor is not None:
        return q.stated, q.meant
    by = factor if factor is not None and factor > 0 else Decimal(1)
    return scale(q.written, by), scale(q.base, by)


def axis_of(ends: Iterable[Decimal], *, downward: bool = False, upward: bool = False) -> Axis:
    """Return the axis that holds these numbers: logarithmic where they lie far apart and none is below nought.

    It goes on for a while beyond a lowest or highest number from which a figure is open `downward` or `upward`.
    """
    known = sorted(ends)
    low, high = _float(known[0]), _float(known[-1])
    above = next((number for number in map(_float, known) if number > 0), high)
    if low >= 0 and above < high and high / above >= _SPREAD:
        more = 10 ** ((math.log10(high) - math.log10(above)) * _ONWARD)
        last = min(high * more, _LARGEST) if upward else high
        return Axis((above / more if downward else 0) or above, last, log=True, zero=low == 0)
    return _straight(low, high, whole=all(map(_is_whole, known)), downward=downward, upward=upward)


def _straight(low: float, high: float, *, whole: bool, downward: bool, upward: bool) -> Axis:
    """Return an axis of equal steps, from nought where its lowest number is near it."""
    if low == high:
        reach = abs(low) * _ALONE or 1.0
        return Axis(low - reach, high + reach, whole=whole)
    if 0 < low <= _FROM_ZERO * high:
        low = 0.0
    more = (high - low) * _ONWARD
    return Axis(low - more if downward and low else low, high + more if upward else high, whole=whole)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _float(value: Decimal | float) -> float:
    """Return a number that a logarithm can be taken of, however large it was written."""
    return min(max(float(value), -_LARGEST), _LARGEST)


def bar(claim: Claim, stated: Interval, meant: Interval, axis: Axis) -> Bar:
    """Return where a figure stands on the axis: its stated interval, and around it what it is taken for."""
    if stated.low is None and stated.high is None:
        return Bar(claim)
    if stated.is_point or (claim.quantity.side and meant.is_bounded):
        return _point(claim, stated, meant, axis)
    low, left = _end(stated.low, stated.low_open, axis, beyond=0.0)
    high, right = _end(stated.high, stated.high_open, axis, beyond=100.0)
    high = max(high, min(low + _THINNEST, 100))
    if claim.quantity.hedge == "vague" and stated.is_bounded:
        return Bar(claim, soft=(low, high), fade="both")
    soft, fade = _around(meant, (low, high), axis) if stated.is_bounded else (None, "")
    return Bar(claim, (low, high), left, right, soft, fade)


def _point(claim: Claim, stated: Interval, meant: Interval, axis: Axis) -> Bar:
    """Return a single number, with what it is taken for around it unless it is told as exact."""
    place = axis.at(stated.low if stated.low is not None else stated.high or Decimal(0))
    exact = claim.quantity.hedge == "exact" and claim.quantity.side is None
    soft, fade = (None, "") if exact else _around(meant, (place, place), axis)
    return Bar(claim, soft=soft, fade=fade, point=place)


def _end(end: Decimal | None, is_open: bool, axis: Axis, *, beyond: float) -> tuple[float, End]:
    """Return where an end of an interval stands and how it is drawn; one that is missing leads out at the place `beyond`."""
    if end is None:
        return beyond, "arrow"
    return axis.at(end), "open" if is_open else "closed"


def _around(meant: Interval, inner: Span, axis: Axis) -> tuple[Span | None, Literal["", "left", "right", "both"]]:
    """Return the part of the axis that is meant beyond `inner`, and the sides on which it reaches out."""
    low = inner[0] if meant.low is None else min(axis.at(meant.low), inner[0])
    high = inner[1] if meant.high is None else max(axis.at(meant.high), inner[1])
    left, right = inner[0] - low >= _THINNEST, high - inner[1] >= _THINNEST
    if not left and not right:
        return None, ""
    return (low, high), "both" if left and right else "left" if left else "right"


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """Return the round numbers of an axis with their places, at most six, labels that would touch left out."""
    values = _powers(axis) if axis.log else _steps(axis.low, axis.high, whole=axis.whole)
    if axis.zero:
        values = [Decimal(0), *values]
    placed: list[Tick] = []
    free = -math.inf
    for value in values:
        at = axis.at(value)
        half = _SIGN * len(short(value)) / 2
        placed.append(Tick(at, value, at - half > free))
        if placed[-1].shown:
            free = at + half + _SIGN
    return tuple(placed)


def _powers(axis: Axis) -> list[Decimal]:
    """Return powers of ten on a logarithmic axis; where there are fewer than three, their doubles and fives as well."""
    first, last = math.floor(math.log10(axis.low)), math.ceil(math.log10(axis.high))
    steps = [Decimal(m).scaleb(p) for p in range(first, last + 1) for m in _ROUND]
    inside = [value for value in steps if axis.low / _JUST_BESIDE <= float(value) <= axis.high * _JUST_BESIDE]
    powers = [value for value in inside if value.as_tuple().digits == (1,)]
    return inside if len(powers) < _ENOUGH_POWERS else powers[:: math.ceil(len(powers) / _MOST_TICKS)]


def _steps(low: float, high: float, *, whole: bool) -> list[Decimal]:
    """Return the multiples of 1, 2 or 5 times a power of ten from `low` to `high`, at most five or six of them."""
    span = high - low
    power = math.floor(math.log10(span / (_MOST_STEPS - 1)))
    if whole:
        power = max(power, 0)
    step = next(Decimal(m).scaleb(power) for m in (*_ROUND, 10) if span / (m * 10.0**power) <= _MOST_STEPS)
    first, last = math.ceil(low / float(step) - _LAST_BITS), math.floor(high / float(step) + _LAST_BITS)
    return [(step * at).normalize() if at else Decimal(0) for at in range(first, last + 1)]


def short(value: Decimal) -> str:
    """Return a round number as an axis prints it: "500", "20,000", "1.5 million"."""
    many, word = so_many(value)
    text = f"{many:,f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}{word}"
