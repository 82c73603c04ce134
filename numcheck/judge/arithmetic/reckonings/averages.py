"""A total, how many share it, and what falls to each: "12 families shared $36,000, or $4,000 each"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.reckonings.shares import middle, quotient
from numcheck.judge.arithmetic.worksheet import NO_SIGN, SIGN, Frame, Line, Worksheet, granted, plain, said
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.interval import meets

KINDS = ("average",)

_OR = r"(?:,? or|,? \(|,? which is|,? an average of|,? or an average of|,? that is| —| –|,)"
_SHARED = Frame(
    rf"(?P<one>{SIGN})(?P<gap>{NO_SIGN}{{1,80}}?) (?P<two>{SIGN})(?P<gap2>(?: [a-z'-]+){{0,6}}?){_OR} "
    rf"?(?P<each>{SIGN})(?: (?P<word>{reckoning.EACH}))?",
    ",",
    "(",
    " or ",
    "—",
    "–",
)
_BOUGHT = Frame(
    rf"(?P<one>{SIGN})(?P<gap>(?: [a-z'-]+){{1,6}}?) (?:at|for|costing|worth|of) (?P<each>{SIGN})"
    rf"(?: (?P<word>{reckoning.EACH}))?"
    rf"(?:,? for a total of|,? a total of|,? in all,?|,? together|,? or|,? making|,? —) (?P<two>{SIGN})",
    " each",
    " apiece",
    " head",
    " capita",
    " average",
    " per ",
)
_RATE = Frame(
    rf"(?P<two>{SIGN})(?P<gap>(?: [a-z'-]+){{0,6}}?) (?:in|over|within|during) (?:the |just |only |past |last |its "
    rf"|their )*(?P<one>{SIGN})"
    rf"(?P<gap2>){_OR} ?(?:about )?(?P<each>{SIGN})(?P<word>)(?= |[,.)]|$)",
    " in ",
    " over ",
    " within ",
    " during ",
)
_LARGE = Decimal(2)
_FEWEST = 3


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every average that stands beside its total and its number."""
    for line in (one for one in sheet.lines if len(one.claims) >= _FEWEST):
        for frame in (_SHARED, _BOUGHT, _RATE):
            for match in frame.finditer(line.text):
                if not reckoning.ANOTHER_RATE.search(match.group("gap")) and not reckoning.ANOTHER_RATE.search(
                    match.groupdict().get("gap2") or ""
                ):
                    yield from _average(match, line, sheet, rate=frame is _RATE)


def _average(match: re.Match[str], line: Line, sheet: Worksheet, *, rate: bool) -> Iterator[Reckoning]:
    one, two, each = (line.claim(match.group(name)) for name in ("one", "two", "each"))
    roles = _rate(one, two, each) if rate else _roles(one, two, each)
    if not rate and not match.group("word") and "/" not in each.quantity.unit:
        return
    if roles is None or not all(map(plain, (one, two, each))) or len({c.modality for c in (one, two, each)}) > 1:
        return
    number, total = roles
    among, sum_ = granted(number), granted(total)
    if among.low is None or among.low <= 0 or sum_.low is None or sum_.low <= 0 or among.high is None:
        return
    share = quotient(sum_, among)
    if (number.quantity.stated.low or Decimal(0)) < _LARGE:
        return
    yield sheet.reckoning(
        "average",
        claims=(each, number, total),
        said=f"{each.text} {match.group('word') or ''}".strip(),
        working=f"{total.saying.with_noun} for {number.saying.with_noun}",
        gives=said(middle(sum_) / middle(among), total),
        right=meets(share, granted(each)),
    )


def _roles(one: Claim, two: Claim, each: Claim) -> tuple[Claim, Claim] | None:
    """Return the number and the total: of two figures before an average, the total is in the average's unit."""
    unit, _, by = each.quantity.unit.partition("/")
    if not each.quantity.dimension.startswith("currency") or each.quantity.direction:
        return None
    for number, total in ((one, two), (two, one)):
        if (
            number.quantity.dimension == "count"
            and total.quantity.unit == unit
            and by in ("", "head", "person", "capita", number.head)
        ):
            return number, total
    return None


def _rate(time: Claim, total: Claim, each: Claim) -> tuple[Claim, Claim] | None:
    """Return the time and the total of a rate in that very unit of time: "400 boats in 10 days, or 30 a day"."""
    same = each.quantity.unit == f"{total.quantity.unit}/{time.quantity.unit}"
    return (time, total) if same and time.quantity.dimension == "duration" else None
