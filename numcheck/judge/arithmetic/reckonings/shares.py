"""A share beside the counts it is of: "60 of the 180, or 40%". And shares of one whole, which make a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import NO_SIGN, SIGN, THE, Frame, Line, Worksheet, granted, percent, plain
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval, add, before, meets, scale, widen

KINDS = ("share", "shares")

_OR = r"(?:,? or|,? \(|,? which is|,? equivalent to|,? equal to| —| –)"
_FRAMES = (
    Frame(
        rf"(?P<x>{SIGN}) (?:out )?of {THE}(?P<whole>{SIGN})(?: [a-z'-]+){{0,6}}?{_OR} ?(?:about |just |some )?(?P<y>{SIGN})",
        "of ",
    ),
    Frame(
        rf"(?:^|\W)(?:out )?of {THE}(?P<whole>{SIGN})(?: [a-z'-]+){{0,8}}?,? (?P<x>{SIGN})(?: [a-z'-]+){{0,2}}?"
        rf"(?:, or|,? \(|,) ?(?P<y>{SIGN})(?=[,)])",
        "of ",
    ),
    Frame(rf"(?P<x>{SIGN}){_OR} ?(?P<y>{SIGN})[,)]* of {THE}(?P<whole>{SIGN})", "of "),
)

_WHERE = re.compile(r"\b(?:in|at|on) [a-z]")
_HUNDRED = Decimal(100)
_FEWEST = 3
_SLACK = Decimal("0.5")
"""What each share may be rounded by, and its place taken by another's, in points."""


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every share that stands beside its counts, and every list of shares of one whole."""
    for line in sheet.lines:
        if len(line.claims) >= _FEWEST:
            yield from _beside_counts(line, sheet)
        yield from _of_one_whole(line, sheet)


def _beside_counts(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    for frame in _FRAMES:
        for match in frame.finditer(line.text):
            whole, x, y = (line.claim(match.group(name)) for name in ("whole", "x", "y"))
            if not all(map(plain, (whole, x, y))) or {_is_share(x), _is_share(y)} != {True, False}:
                continue
            share, count = (x, y) if _is_share(x) else (y, x)
            if reckoning.OF_OTHERS.match(line.text, match.end()) and frame is not _FRAMES[2]:
                continue
            yield from _share(share, count, whole, sheet)


def _is_share(claim: Claim) -> bool:
    return claim.quantity.dimension == "share" and claim.quantity.direction is None


def _share(share: Claim, count: Claim, whole: Claim, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the reckoning of a share, where count and whole are of one unit and the count is a part."""
    if count.quantity.unit != whole.quantity.unit or count.quantity.dimension not in ("count", "currency"):
        return
    part, all_of = granted(count), granted(whole)
    if all_of.low is None or all_of.low <= 0 or (part.low is not None and part.low < 0) or before(all_of, part):
        return
    worked = quotient(part, all_of)
    stated = scale(granted(share), Decimal("0.01")) if share.quantity.unit == "percent" else granted(share)
    yield sheet.reckoning(
        "share",
        claims=(share, count, whole),
        said=share.text,
        working=f"{count.text} of {whole.saying.with_noun}",
        gives=percent(middle(part) / middle(all_of)),
        right=meets(worked, stated),
    )


def quotient(part: Interval, whole: Interval) -> Interval:
    """Return the numbers of `part` divided by those of `whole`; no end is negative, and `whole` begins above zero."""
    low = None if part.low is None or whole.high is None else part.low / whole.high
    high = None if part.high is None or not whole.low else part.high / whole.low
    if low is None and part.low is not None:
        low = Decimal(0)
    return Interval(low, high)


def middle(of: Interval) -> Decimal:
    """Return the number in the middle, or the one end there is."""
    low, high = of.low, of.high
    if low is None or high is None:
        return (low if high is None else high) or Decimal(0)
    return (low + high) / 2


def _of_one_whole(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the shares of one sentence that exclude each other: of a vote, of a yes and a no, of what was split."""
    text = line.text
    shares = [m for m in re.finditer(SIGN, text) if line.claim(m.group()).quantity.unit == "percent"]
    if len(shares) < _FEWEST - 1 or reckoning.MANY_ANSWERS.search(line.claims[0].sentence.lower()):
        return
    told = [line.claim(m.group()) for m in shares]
    whole_told = reckoning.THE_REST.search(text) is not None
    exclusive = whole_told or (len(told) >= _FEWEST and reckoning.EXCLUSIVE.search(text) is not None)
    if not exclusive or not _of_one_question(told) or not _in_one_list(shares, text):
        return
    total = widen(reduce(add, map(granted, told)), _SLACK * len(told))
    number = sum((c.quantity.stated.low or Decimal(0) for c in told), Decimal(0))
    over = total.low is not None and total.low > _HUNDRED
    short = whole_told and _ends_the_list(text, shares[-1].start()) and total.high is not None and total.high < _HUNDRED
    yield sheet.reckoning(
        "shares",
        claims=tuple(told),
        said=" + ".join(c.text for c in told),
        working="the shares of one whole",
        gives=f"{number.normalize():f}%",
        right=not (over or short),
    )


def _of_one_question(told: Sequence[Claim]) -> bool:
    """Tell whether shares are plain ones, of one time and one speaker."""
    if not all(_is_share(c) and plain(c) and c.quantity.hedge in ("exact", "about") for c in told):
        return False
    return len({c.scope.window for c in told} | {c.speaker for c in told if c.speaker}) < _FEWEST


def _in_one_list(shares: Sequence[re.Match[str]], text: str) -> bool:
    """Tell whether nothing but a joint stands between shares, and no more than one of them has a place of its own."""
    gaps = [text[a.end() : b.start()] for a, b in pairwise(shares)]
    if not all(reckoning.JOINED.search(gap) and re.search(SIGN, gap) is None for gap in gaps):
        return False
    return sum(_WHERE.search(part) is not None for part in (*gaps, text[shares[-1].end() :])) < 2


def _ends_the_list(text: str, at: int) -> bool:
    """Tell whether the last share is that of all the rest: "the remaining 24%"."""
    return re.search(rf"(?:the rest|the remaining|the remainder|the other){NO_SIGN}{{0,20}}$", text[:at]) is not None
