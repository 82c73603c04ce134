"""How far two figures stand from each other, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from numcheck.model.claim import Claim
from numcheck.model.decimals import so_many, times
from numcheck.model.interval import Interval, meets
from numcheck.model.outlets import OF_NUMBERS
from numcheck.model.quantity import TWICE, Quantity, reach
from numcheck.report.figures import unit_name
from numcheck.report.printable import number

Ends = tuple[Decimal | None, Decimal | None]
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_BARE = {"count": "", "ratio": "", "magnitude": "", "percent": "point", "percentage_point": "point"}


def apart(kind: str, ratio: float | None, sides: Sequence[Claim]) -> str:
    """Say how far two sides stand from each other by the kind of their fault: "about 55x", "1 more", "the hedge"."""
    if kind not in OF_NUMBERS or len(sides) < 2:
        return f"the {kind}" if kind in ("hedge", "unit", "scope") else ""
    low, high = sides[0].quantity, sides[1].quantity
    ways = (_by_bounds(low, high), _by_ratio(ratio, low, high), _by_step(low, high), _by_end(low, high), _by_part(low, high))
    return next((told for told in ways if told is not None), _by_share(low.size, high.size))


def ratio_of(one: Quantity, other: Quantity) -> float | None:
    """Return how many times the smaller size the larger is; None where they cannot be compared or one is no number."""
    if one.dimension != other.dimension or (one.dimension == "currency" and one.unit != other.unit):
        return None
    return None if one.size is None or other.size is None else _ratio(one.size, other.size)


def _by_bounds(low: Quantity, high: Quantity) -> str | None:
    """Return the bounds of how many times a word of size lets the one be the other: "2x to 500x"."""
    ends = reach(low, high)
    if ends is None:
        return None
    return f"{times(ends[0])}x to {times(ends[1])}x" if ends[0] >= TWICE else f"up to {times(ends[1])}x"


def _by_ratio(ratio: float | None, low: Quantity, high: Quantity) -> str | None:
    """Return how many times the one is the other, where it is twice or more."""
    return None if ratio is None or ratio < TWICE else f"{_about(low, high)}{times(ratio)}x"


def _by_step(low: Quantity, high: Quantity) -> str | None:
    """Return what one number has more than another of its unit, or one floor than another; nothing where they are one."""
    ends = [(q.stated.low, q.stated.high) for q in (low, high)]
    if low.unit != high.unit or not ((low.stated.is_point and high.stated.is_point) or _alike_open(*ends)):
        return None
    by = _bound(*ends[1]) - _bound(*ends[0])
    return f"{_about(low, high) if low.stated.is_point else ''}{_more(by, low)}" if by else ""


def _by_end(low: Quantity, high: Quantity) -> str | None:
    """Return what parts two figures of one size: their hedge; or how far a plain number lies below a floor."""
    if low.size is not None and low.size == high.size and low.hedge != high.hedge:
        return "the hedge"
    if low.unit != high.unit or not low.stated.is_point or high.stated.low is None or high.stated.high is not None:
        return None
    by = high.stated.low - _end(low.stated.low)
    return f"at least {_amount(by, low)} more" if by > 0 else ""


def _alike_open(one: Ends, other: Ends) -> bool:
    """Tell whether two intervals are both a floor or both a ceiling."""
    return [end is None for end in one] == [end is None for end in other] and one.count(None) == 1


def _bound(low: Decimal | None, high: Decimal | None) -> Decimal:
    return _end(high if low is None else low)


def _by_part(low: Quantity, high: Quantity) -> str | None:
    """Say that a range and another figure share numbers: what parts their sizes is no distance."""
    ends = low.written, high.written
    ranges = all(end.is_bounded for end in ends) and not all(end.is_point for end in ends)
    return "overlapping" if ranges and low.dimension == high.dimension and meets(*ends) else None


def _about(low: Quantity, high: Quantity) -> str:
    return "" if low.hedge == high.hedge == "exact" else "about "


def shift(old: Claim, new: Claim) -> str:
    """Say how a figure changed from one version to the next: "4 more", "about 3x", "the hedge", "the unit"."""
    was, now = old.quantity, new.quantity
    if was.unit != now.unit:
        return "the unit"
    if was.stated == now.stated or (was.hedge != now.hedge and was.size == now.size):
        return "the hedge"
    by = _moved(was.stated, now.stated)
    if by:
        return _more(by, was)
    if was.size is None or now.size is None:
        return "in words" if was.size is now.size else "changed"
    ratio = _ratio(was.size, now.size)
    return f"about {times(ratio)}x" if ratio >= TWICE else "changed"


def bounds(one: Claim, other: Claim) -> str:
    """Say how many times one figure is the other where a word of size leaves that open; nothing where none does."""
    ends = reach(one.quantity, other.quantity)
    if ends is None:
        return ""
    least, most = ("twice" if ends[0] < 2.5 else f"{times(ends[0])} times"), f"{times(ends[1])} times"
    many = "many" if one.quantity.dimension == "count" else "much"
    return f"at least {least}, perhaps {most} as {many}" if ends[0] >= TWICE else f"perhaps {most} as {many}"


def _moved(was: Interval, now: Interval) -> Decimal:
    """Return by how much all ends moved; nought where not all moved alike."""
    ends = [(was.low, now.low), (was.high, now.high)]
    by = {new - old for old, new in ends if old is not None and new is not None}
    return by.pop() if len(by) == 1 else Decimal(0)


def _by_share(low: Decimal | None, high: Decimal | None) -> str:
    """Say by how many percent the larger of two sizes is above the smaller, where that is a percent or more."""
    if low is None and high is None:
        return "in words"
    share = (_ratio(low, high) - 1) * 100 if low is not None and high is not None else 0
    return f"about {share:.0f} % more" if share >= 1 else ""


def _ratio(x: Decimal, y: Decimal) -> float:
    """Return how many times the smaller the larger of two sizes is; nought where they lie on two sides of nought."""
    return float(max(x, y) / min(x, y)) if x * y > 0 else 0


def _more(by: Decimal, q: Quantity) -> str:
    """Return a difference with its direction: "4 more", "$2 billion less", "7 fewer"."""
    return f"{_amount(abs(by), q)} {'more' if by > 0 else 'fewer' if q.unit == 'count' else 'less'}"


def _amount(by: Decimal, q: Quantity) -> str:
    """Return a difference as a newspaper prints it: "$15 billion", "9 years", "2 points", "7"."""
    money, _, rate = q.unit.partition("/")
    if money in _SIGNS or (q.dimension == "currency" and money.isupper()):
        many, word = so_many(by)
        per = f" per {rate}" if rate else ""
        return f"{_SIGNS.get(money, money + ' ')}{number(many)}{word}{per}"
    return f"{number(by)} {unit_name(_BARE.get(q.unit, q.unit), one=by == 1)}".strip()


def _end(end: Decimal | None) -> Decimal:
    return end if end is not None else Decimal(0)
