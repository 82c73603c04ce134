"""How far two figures stand from each other, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.interval import Interval
from numcheck.model.outlets import OF_NUMBERS
from numcheck.model.quantity import Quantity
from numcheck.report.figures import unit_name
from numcheck.report.printable import number

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_LARGE = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_BARE = {"count": "", "ratio": "", "magnitude": "", "percent": "point", "percentage_point": "point"}


def apart(finding: Finding, sides: Sequence[Claim]) -> str:
    """Say how far the two sides of a finding stand from each other: "about 55x", "1 more", "the hedge"."""
    if finding.kind not in OF_NUMBERS or len(sides) < 2:
        return f"the {finding.kind}" if finding.kind in ("hedge", "unit", "scope") else ""
    low, high = sides[0].quantity, sides[1].quantity
    about = "" if low.hedge == high.hedge == "exact" else "about "
    if finding.ratio is not None and finding.ratio >= 1.95:
        return f"{about}{times(finding.ratio)}x"
    if low.stated.is_point and high.stated.is_point and low.unit == high.unit:
        by = _point(high.stated) - _point(low.stated)
        more = "more" if by > 0 else "fewer" if low.unit == "count" else "less"
        return f"{about}{_amount(abs(by), low)} {more}" if by else ""
    if low.size is not None and low.size == high.size and low.hedge != high.hedge:
        return "the hedge"
    if low.stated.is_point and high.stated.low is not None and high.stated.high is None and low.unit == high.unit:
        by = high.stated.low - _point(low.stated)
        return f"at least {_amount(by, low)} more" if by > 0 else ""
    if low.size is None and high.size is None:
        return "in words"
    if low.size is None or high.size is None or low.size * high.size <= 0:
        return ""
    share = (max(low.size, high.size) / min(low.size, high.size) - 1) * 100
    return f"about {share:.0f} % more" if share >= 1 else ""


def shift(old: Claim, new: Claim) -> str:
    """Say how a figure changed from one version to the next: "4 more", "about 3x", "the hedge", "the unit"."""
    was, now = old.quantity, new.quantity
    if was.unit != now.unit:
        return "the unit"
    if was.stated == now.stated or (was.hedge != now.hedge and was.size == now.size):
        return "the hedge"
    ends = [
        (x, y)
        for x, y in ((was.stated.low, now.stated.low), (was.stated.high, now.stated.high))
        if x is not None and y is not None
    ]
    by = {y - x for x, y in ends}
    if len(by) == 1 and (step := by.pop()):
        return f"{_amount(abs(step), was)} {'more' if step > 0 else 'fewer' if was.unit == 'count' else 'less'}"
    if was.size is None or now.size is None:
        return "in words" if was.size is now.size else "changed"
    ratio = float(max(was.size, now.size) / min(was.size, now.size)) if was.size * now.size > 0 else 0
    return f"about {times(ratio)}x" if ratio >= 1.95 else "changed"


def times(ratio: float) -> str:
    """Return a ratio in two digits, or whole below a hundred: 2.7, 14, 1,300."""
    if ratio < 9.95:
        return f"{ratio:.2g}"
    return f"{ratio:,.0f}" if ratio < 100 else f"{float(f'{ratio:.2g}'):,.0f}"


def _amount(by: Decimal, q: Quantity) -> str:
    """Return a difference as a newspaper prints it: "$15 billion", "9 years", "2 points", "7"."""
    if q.dimension == "currency" or q.unit in _SIGNS:
        large, word = next(((size, f" {word}") for size, word in _LARGE if by >= size), (Decimal(1), ""))
        return f"{_SIGNS.get(q.unit, q.unit + ' ')}{number(by / large)}{word}"
    return f"{number(by)} {unit_name(_BARE.get(q.unit, q.unit), one=by == 1)}".strip()


def _point(interval: Interval) -> Decimal:
    return interval.low if interval.low is not None else Decimal(0)
