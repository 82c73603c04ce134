"""A change beside its two ends: "rose 12% from 200 to 250", "tripled from 12,000 to 23,500", "fell $2, or 5%, to $21"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import SIGN, Frame, Line, Worksheet, ends, granted, percent, plain, rounded, said
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval, add, meets, negate, scale

KINDS = ("change", "direction", "multiple", "points")

_VERB = rf"(?:(?P<up>{reckoning.UP})|(?P<down>{reckoning.DOWN}))"

_RANGE = rf"from (?P<range>{SIGN})(?! (?:to|until|till)\b)"
_FROM_TO = rf"from (?P<first>{SIGN})(?:(?: [a-z0-9'-]+){{0,6}}?),? to (?P<last>{SIGN})"
_TO_FROM = (
    rf"to (?P<last2>{SIGN})(?:(?: [a-z0-9'-]+){{0,6}}?),? (?:up |down )?(?:from|compared with|against) (?P<first2>{SIGN})"
)
_ENDS = rf"(?:{_FROM_TO}|{_RANGE}|{_TO_FROM})"
_AFTER = (
    rf"{reckoning.PAUSE}(?:,| —| –|,? \() ?(?P<or>or )?"
    rf"(?:(?:which is |that is |it is |this is )?an? (?:(?:overall|total|sharp|steep) )?"
    rf"(?:(?P<gain>{reckoning.GAIN})|(?P<loss>{reckoning.LOSS})) of |(?P<by>up |down |up by |down by ))?(?P<after>{SIGN})"
    rf"(?: (?:(?P<gain2>{reckoning.GAIN})|(?P<loss2>{reckoning.LOSS}))\b)?"
)

_VERB_FIRST = Frame(
    rf"\b{_VERB}(?: by)?(?: (?:about|some|just))? ?(?P<change>{SIGN})?{reckoning.PAUSE},? {_ENDS}(?:{_AFTER})?",
    " from ",
    " against ",
    " compared ",
)
_NOUN_FIRST = Frame(
    rf"(?P<change>{SIGN})(?: [a-z]+)? (?:(?P<up>{reckoning.GAIN})|(?P<down>{reckoning.LOSS}))"
    rf"(?: in [a-z' -]{{1,40}}?)?{reckoning.PAUSE},? {_ENDS}",
    " from ",
    " against ",
    " compared ",
)
_OF_NOUN = Frame(
    rf"(?:(?P<up>{reckoning.GAIN})|(?P<down>{reckoning.LOSS})) of (?P<change>{SIGN}){reckoning.PAUSE},? {_ENDS}",
    " from ",
    " against ",
    " compared ",
)
_MULTIPLE = Frame(rf"(?P<change>{SIGN}){reckoning.PAUSE},? {_ENDS}", " from ", " against ", " compared ")
_LEVEL = Frame(
    rf"\b{_VERB}(?: by)? (?P<x>{SIGN})(?:,? or|,? \() ?(?P<y>{SIGN})[,)]*(?: at the close| on the day)?,? (?:to|"
    rf"at) (?P<last>{SIGN})",
    " to ",
    " at ",
)
_ANOTHER_BASE = re.compile(rf"{SIGN}[a-z ]*,(?: up| down)? from {SIGN}")
_HUNDRED = Decimal(100)
_SUBUNITS = {"cent": Decimal("0.01"), "penny": Decimal("0.01"), "pence": Decimal("0.01")}
"""Coins, as parts of the unit that a price is told in."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The level before and the level after, as loosely as each is written, and the claims they stand in."""

    first: Interval
    last: Interval
    old: Decimal
    new: Decimal
    claims: tuple[Claim, ...]
    unit: str
    text: str


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every change that stands beside its two ends."""
    for line in sheet.lines:
        if reckoning.NO_LEVEL.search(line.text):
            continue
        yield from _beside_ends(line, sheet)
        yield from _beside_level(line, sheet)


def _beside_ends(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    taken: set[str] = set()
    for frame in (_VERB_FIRST, _NOUN_FIRST, _OF_NOUN, _MULTIPLE):
        for match in frame.finditer(line.text):
            both = _ends(match, line)
            if both is None:
                continue
            named = match.groupdict()
            way = _way(named)
            key = match.group("range") or match.group("last") or match.group("last2")
            if way and key not in taken:
                yield from _direction(way, both, sheet)
            if named.get("last2") and _ANOTHER_BASE.search(match.group()):
                continue
            for sign, turn in ((named.get("change"), way), (named.get("after"), _after(named) or way)):
                if sign is not None and sign + key not in taken and _is_change(line.claim(sign), named, sign):
                    taken.update((key, sign + key))
                    yield from _change(line.claim(sign), turn, both, sheet)


def _is_change(claim: Claim, named: dict[str, str | None], sign: str) -> bool:
    """Tell whether the figure is the size of the change, and not the next figure of the sentence."""
    if claim.quantity.dimension == "multiple":
        return True
    if sign != named.get("after"):
        return True
    return any(named.get(n) for n in ("or", "gain", "loss", "by", "gain2", "loss2")) or claim.quantity.direction is not None


def _way(named: dict[str, str | None]) -> int:
    return 1 if named.get("up") else -1 if named.get("down") else 0


def _after(named: dict[str, str | None]) -> int:
    if named.get("gain") or named.get("gain2") or (named.get("by") or "").startswith("up"):
        return 1
    return -1 if named.get("loss") or named.get("loss2") or (named.get("by") or "").startswith("down") else 0


def _ends(match: re.Match[str], line: Line) -> _Ends | None:
    """Return the two levels of a frame, in the order of time."""
    if match.group("range"):
        both = line.claim(match.group("range"))
        order = ends(both)
        if order is None or both.modality is not None:
            return None
        return _Ends(rounded(order[0], both), rounded(order[1], both), *order, (both,), both.quantity.unit, both.text)
    old, new = (line.claim(match.group(name) or match.group(f"{name}2")) for name in ("first", "last"))
    if not (plain(old) and plain(new)) or old.quantity.unit != new.quantity.unit or old.modality != new.modality:
        return None
    if "range" in (old.quantity.hedge, new.quantity.hedge):
        return None
    first, last = (c.quantity.stated.low if c.quantity.stated.low is not None else c.quantity.stated.high for c in (old, new))
    if first is None or last is None:
        return None
    return _Ends(
        granted(old, new), granted(new, old), first, last, (old, new), old.quantity.unit, f"from {old.text} to {new.text}"
    )


def _direction(way: int, both: _Ends, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the way a change goes beside its ends; ends that may be one number have none."""
    if meets(both.first, both.last) or both.claims[0].quantity.dimension in ("temperature", "duration", "age"):
        return
    risen = both.new > both.old
    yield sheet.reckoning(
        "direction",
        claims=both.claims,
        said="a rise" if way > 0 else "a fall",
        working=both.text,
        gives="a rise" if risen else "a fall",
        right=risen == (way > 0),
    )


def _change(change: Claim, way: int, both: _Ends, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the size of a change beside its ends."""
    q = change.quantity
    like = both.claims[-1]
    if not plain(change) or change in both.claims or change.modality != like.modality:
        return
    if both.first.low is None or both.first.high is None or both.last.low is None or both.last.high is None:
        return
    if (both.new > both.old) != (way >= 0) and q.dimension != "multiple":
        return  # the direction is wrong already
    found = _size(change, both)
    if found is not None:
        kind, gives, right = found
        yield sheet.reckoning(
            kind,
            claims=(change, *both.claims),
            said=change.text,
            working=both.text,
            gives=gives,
            right=right,
        )


def _size(change: Claim, both: _Ends) -> tuple[str, str, bool] | None:
    """Return the kind of a change, what its ends make of it, and whether it fits them; None where the units tell nothing."""
    q, stated = change.quantity, granted(change)
    gap, relative = _apart(both), _relative(both)
    step = said(abs(both.new - both.old), both.claims[-1])
    if q.dimension == "multiple":
        times = _times(both)
        if times is None:
            return None
        gives = f"{both.new / both.old:.2f}".rstrip("0").rstrip(".") + " times"
        return "multiple", gives, meets(_loosely(times), _multiple(change))
    if both.unit == "percent" and q.unit in ("percent", "percentage_point"):
        as_points, as_share = meets(gap, stated), relative is not None and meets(relative, stated)
        right, other = (as_share, as_points) if q.unit == "percent" else (as_points, as_share)
        kind = "points" if other and not right else "change"
        return kind, f"{step.removesuffix('%')} percentage points", right
    if q.unit == "percent" and relative is not None:
        return "change", percent(abs(both.new - both.old) / abs(both.old)), meets(relative, stated)
    if q.unit == both.unit and q.dimension != "share":
        return "change", step, meets(gap, stated)
    return None


def _apart(both: _Ends) -> Interval:
    """Return how far the two levels are apart, without a sign."""
    gap = add(both.last, negate(both.first))
    return gap if both.new >= both.old else negate(gap)


def _times(both: _Ends) -> Interval | None:
    """Return how many times the old level the new one is; None where a level is not above zero."""
    first, last = both.first, both.last
    if first.low is None or first.high is None or last.low is None or last.high is None or first.low <= 0 or last.low < 0:
        return None
    return Interval(last.low / first.high, last.high / first.low)


def _relative(both: _Ends) -> Interval | None:
    """Return the change as a percentage of the old level, without a sign."""
    times = _times(both)
    if times is None:
        return None
    change = scale(add(times, Interval(Decimal(-1), Decimal(-1))), _HUNDRED)
    return change if both.new >= both.old else negate(change)


_SLACK = Decimal("0.03")


def _loosely(times: Interval) -> Interval:
    """Return the multiple with a little room, for "more than doubled" is said of what just did."""
    low, high = times.low or Decimal(0), times.high or Decimal(0)
    return Interval(low * (1 - _SLACK), high * (1 + _SLACK))


def _multiple(change: Claim) -> Interval:
    """Return what a multiple may mean: "grew threefold" and "three times more" are also said of four times as much."""
    meant = granted(change)
    again = meant.high is not None and not re.search(r"doubl|tripl|trebl|quadrupl|halv|twice", change.text.lower())
    return add(meant, Interval(Decimal(0), Decimal(1))) if again else meant


def _told_twice(match: re.Match[str], line: Line) -> tuple[Claim, Claim, Claim] | None:
    """Return a share, a step and the level that both lead to; None where they are not of one thing, or a bound."""
    x, y, last = (line.claim(match.group(name)) for name in ("x", "y", "last"))
    share, step = (x, y) if x.quantity.unit == "percent" else (y, x)
    three = (share, step, last)
    if not all(map(plain, three)) or any(c.quantity.hedge not in ("exact", "about") for c in three):
        return None
    if [c.quantity.unit == "percent" for c in three] != [True, False, False]:
        return None
    one_unit = step.quantity.unit == last.quantity.unit or _SUBUNITS.get(step.quantity.unit, 1) != 1
    return three if one_unit and last.quantity.dimension in ("currency", "count") else None


def _beside_level(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a change told twice before its new level: "fell $2, or 5%, to $21"."""
    for match in _LEVEL.finditer(line.text):
        told = _told_twice(match, line)
        if told is None:
            continue
        share, step, last = told
        part = _SUBUNITS.get(step.quantity.unit, Decimal(1))
        way = 1 if match.group("up") else -1
        new, size = granted(last), scale(granted(step), part)
        old = add(new, negate(size) if way > 0 else size)
        if old.low is None or old.high is None or old.low <= 0 or size.low is None or size.high is None:
            continue
        level, by = (c.quantity.stated.low or c.quantity.meant.high or Decimal(0) for c in (last, step))
        by *= part
        was = level - way * by
        yield sheet.reckoning(
            "change",
            claims=(share, step, last),
            said=share.text,
            working=f"{step.text} to {last.text}",
            gives=percent(by / was) if was > 0 else "another share",
            right=meets(Interval(_HUNDRED * size.low / old.high, _HUNDRED * size.high / old.low), granted(share)),
        )
