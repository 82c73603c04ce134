"""A share beside the counts it is of: "60 of the 180, or 40%". And shares of one whole, which make a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet, granted, middle, one_unit, percent, plain, quotient
from numcheck.model.interval import add, before, meets, scale, widen
from numcheck.model.ties import Share, Shares

KINDS = ("share", "shares")

_HUNDRED = Decimal(100)
_SLACK = Decimal("0.5")
"""What each share may be rounded by, and its place taken by another's, in points."""


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every share that stands beside its counts, and every list of shares of one whole."""
    for tie in sheet.told(Share):
        yield from _share(tie, sheet)
    for list_ in sheet.told(Shares):
        yield from _of_one_whole(list_, sheet)


def _share(tie: Share, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the reckoning of a share, where count and whole are of one unit and the count is a part."""
    share, count, whole = tie.share, tie.part, tie.whole
    if not all(map(plain, (share, count, whole))) or not one_unit(count, whole):
        return
    part, all_of = granted(count), granted(whole)
    if all_of.low is None or all_of.low <= 0:
        return
    if (part.low is not None and part.low < 0) or before(all_of, part):
        return
    stated = scale(granted(share), 1 / _HUNDRED) if share.quantity.unit == "percent" else granted(share)
    yield sheet.reckoning(
        "share",
        claims=(share, count, whole),
        said=share.text,
        working=f"{count.text} of {whole.saying.with_noun}",
        gives=percent(middle(part) / middle(all_of)),
        right=meets(quotient(part, all_of), stated),
    )


def _of_one_whole(tie: Shares, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield shares that exclude each other, which make no more than a hundred, and no less where they are all there are."""
    if not all(map(plain, tie.shares)):
        return
    total = widen(reduce(add, map(granted, tie.shares)), _SLACK * len(tie.shares))
    number = sum((c.quantity.stated.low or Decimal(0) for c in tie.shares), Decimal(0))
    over = total.low is not None and total.low > _HUNDRED
    short = tie.complete and total.high is not None and total.high < _HUNDRED
    yield sheet.reckoning(
        "shares",
        claims=tie.shares,
        said=" + ".join(c.text for c in tie.shares),
        working="the shares of one whole",
        gives=f"{number.normalize():f}%",
        right=not (over or short),
    )
