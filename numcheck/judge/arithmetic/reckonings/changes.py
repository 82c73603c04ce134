"""A change beside its two ends: "rose 12% from 200 to 250", "tripled from 12,000 to 23,500", "fell $2, or 5%, to $21"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet, granted, middle, one_unit, percent, plain, said
from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.interval import Interval, add, meets, negate, scale
from numcheck.model.quantity import DIFFERENCE
from numcheck.model.ties import Change

KINDS = ("change", "direction", "multiple", "points")

_HUNDRED = Decimal(100)
_SUBUNITS = {"cent": Decimal("0.01"), "penny": Decimal("0.01"), "pence": Decimal("0.01")}
"""Coins, as parts of the unit that a price is told in."""
_SLACK = Decimal("0.03")

_EITHER_WAY = ("temperature", "duration", "age")
"""Dimensions of which less may be called more: a time that rises, a colder day."""


@frozen
class Ends:
    """The level before and the level after, as loosely as each is written, and the claims they stand in."""

    first: Interval
    last: Interval
    old: Decimal
    new: Decimal
    claims: tuple[Claim, Claim]

    @property
    def text(self) -> str:
        """The two levels in words."""
        return f"from {self.claims[0].text} to {self.claims[1].text}"

    @property
    def apart(self) -> Interval:
        """How far the two levels are apart, without a sign."""
        gap = add(self.last, negate(self.first))
        return gap if self.new >= self.old else negate(gap)

    @property
    def times(self) -> Interval | None:
        """How many times the old level the new one is; None where a level is not above zero, or open."""
        first, last = self.first, self.last
        if first.low is None or first.high is None or last.low is None or last.high is None or first.low <= 0 or last.low < 0:
            return None
        return Interval(last.low / first.high, last.high / first.low)

    @property
    def relative(self) -> Interval | None:
        """The change as a percentage of the old level, without a sign."""
        times = self.times
        if times is None:
            return None
        change = scale(add(times, Interval(Decimal(-1), Decimal(-1))), _HUNDRED)
        return change if self.new >= self.old else negate(change)


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every change that stands beside its two ends, or is told twice before its new level."""
    for tie in sheet.told(Change):
        both = ends(tie)
        if both is not None:
            yield from _direction(tie, both, sheet)
            for size in tie.sizes:
                yield from _change(size, tie.way, both, sheet)
        elif tie.old is None and tie.new is not None:
            yield from _told_twice(tie, tie.new, sheet)


def ends(tie: Change) -> Ends | None:
    """Return the two levels of a change, in the order of time; None where they are not of one unit, or no numbers."""
    old, new = tie.old, tie.new
    if old is None or new is None or not (plain(old) and plain(new)):
        return None
    if not one_unit(old, new) or "range" in (old.quantity.hedge, new.quantity.hedge):
        return None
    first, last = (middle(c.quantity.stated) for c in (old, new))
    return Ends(granted(old, new), granted(new, old), first, last, (old, new))


def _direction(tie: Change, both: Ends, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the way a change goes beside its ends; ends that may be one number have none."""
    if not tie.way or meets(both.first, both.last) or both.claims[0].quantity.dimension in _EITHER_WAY:
        return
    if any(size.quantity.dimension == "multiple" for size in tie.sizes):
        return
    risen = both.new > both.old
    yield sheet.reckoning(
        "direction",
        claims=both.claims,
        said="a rise" if tie.way > 0 else "a fall",
        working=both.text,
        gives="a rise" if risen else "a fall",
        right=risen == (tie.way > 0),
    )


def _change(change: Claim, way: int, both: Ends, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the size of a change beside its ends, unless the direction is wrong already."""
    if not plain(change) or not both.first.is_bounded or not both.last.is_bounded:
        return
    if (both.new > both.old) != (way >= 0) and change.quantity.dimension != "multiple":
        return
    found = size_of(change, both)
    if found is not None:
        kind, gives, right = found
        yield sheet.reckoning(
            kind, claims=(change, *both.claims), said=change.text, working=both.text, gives=gives, right=right
        )


def size_of(change: Claim, both: Ends) -> tuple[str, str, bool] | None:
    """Return the kind of a change, what its ends make of it, and whether it fits them; None where the units tell nothing."""
    unit, level = change.quantity.unit.removeprefix(DIFFERENCE), both.claims[1].quantity.unit
    if change.quantity.dimension == "multiple":
        return _multiple(change, both)
    if level == "percent" and unit in ("percent", "percentage_point"):
        return _points(change, both)
    if unit in ("percent", "ratio") and both.relative is not None:
        stated = _by(change) if unit == "percent" else scale(_by(change), _HUNDRED)
        return "change", percent(abs(both.new - both.old) / abs(both.old)), meets(both.relative, stated)
    part = _SUBUNITS.get(unit, Decimal(1))
    if (unit == level or part != 1) and change.quantity.dimension != "share":
        return "change", _step(both), meets(both.apart, scale(_by(change), part))
    return None


def _by(change: Claim) -> Interval:
    """Return what a reader grants the size of a change, without the sign that a fall may have."""
    stated = granted(change)
    return negate(stated) if stated.high is not None and stated.high < 0 else stated


def _step(both: Ends) -> str:
    return said(abs(both.new - both.old), both.claims[1])


def _points(change: Claim, both: Ends) -> tuple[str, str, bool]:
    """Return a change of one share to another, which is told in percentage points, or in per cent of the old one."""
    stated = _by(change)
    as_points, as_share = meets(both.apart, stated), both.relative is not None and meets(both.relative, stated)
    right, other = (as_share, as_points) if change.quantity.unit == "percent" else (as_points, as_share)
    return "points" if other and not right else "change", f"{_step(both).removesuffix('%')} percentage points", right


def _multiple(change: Claim, both: Ends) -> tuple[str, str, bool] | None:
    """Return a change by a multiple, with a little room: "more than doubled" is also said of what just did.

    "Grew threefold" and "three times more" are also said of four times as much.
    """
    times, meant = both.times, granted(change)
    if times is None or times.low is None or times.high is None:
        return None
    if meant.high is not None and any(word in change.text.lower() for word in ("times", "fold")):
        meant = add(meant, Interval(Decimal(0), Decimal(1)))
    gives = f"{both.new / both.old:.2f}".rstrip("0").rstrip(".") + " times"
    return "multiple", gives, meets(Interval(times.low * (1 - _SLACK), times.high * (1 + _SLACK)), meant)


def _told_twice(tie: Change, last: Claim, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a change told twice before its new level: "fell $2, or 5%, to $21"."""
    twice = _share_and_step(tie, last)
    if twice is None or not all(plain(c) and c.quantity.hedge in ("exact", "about") for c in (*twice, last)):
        return
    share, step = twice
    size = scale(_by(step), _SUBUNITS.get(step.quantity.unit, Decimal(1)))
    old = add(granted(last), negate(size) if tie.way > 0 else size)
    if size.low is None or size.high is None or old.low is None or old.high is None or old.low <= 0:
        return
    yield sheet.reckoning(
        "change",
        claims=(share, step, last),
        said=share.text,
        working=f"{step.text} to {last.text}",
        gives=percent(middle(size) / middle(old)),
        right=meets(Interval(_HUNDRED * size.low / old.high, _HUNDRED * size.high / old.low), _by(share)),
    )


def _share_and_step(tie: Change, last: Claim) -> tuple[Claim, Claim] | None:
    """Return the one share and the one step in the unit of the new level by which a change is told; None where it is not so."""
    shares = [c for c in tie.sizes if c.quantity.unit == "percent"]
    units = (last.quantity.unit, f"{DIFFERENCE}{last.quantity.unit}", *_SUBUNITS)
    steps = [c for c in tie.sizes if c.quantity.unit in units]
    return (shares[0], steps[0]) if len(shares) == len(steps) == 1 and last.quantity.unit != "percent" else None
