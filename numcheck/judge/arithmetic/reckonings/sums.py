"""Parts beside their whole: what all of them come to, and a part that is more than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet, granted, middle, plain, said
from numcheck.model.interval import Interval, add, before, meets
from numcheck.model.ties import Part, Sum

KINDS = ("sum", "rest", "part")

FURTHEST = {"all": Decimal(2), "rest": Decimal(2), "named": Decimal("1.04")}
"""Parts that come to more than this many times their whole, or to less than this part of it, were not all its parts."""

SMALLEST = 100
"""Of a smaller whole, parts that are named by the way may come near it by chance."""


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every sum, remainder, and part with its whole."""
    for tie in sheet.told(Sum):
        yield from _sum(tie, sheet)
    for part in sheet.told(Part):
        yield from _part(part, sheet)


def _sum(tie: Sum, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the reckoning of a whole and its parts, unless they are so far apart that they were none."""
    if not all(map(plain, (tie.whole, *tie.parts))):
        return
    total = reduce(add, map(granted, tie.parts))
    number, size = sum((middle(p.quantity.stated) for p in tie.parts), Decimal(0)), middle(tie.whole.quantity.stated)
    furthest = FURTHEST[tie.told]
    if size <= 0 or not 1 / furthest <= number / size <= furthest or (tie.told == "named" and size < SMALLEST):
        return
    yield sheet.reckoning(
        "rest" if tie.told == "rest" else "sum",
        claims=(tie.whole, *tie.parts),
        said=tie.whole.saying.with_noun,
        working=" + ".join(p.text for p in tie.parts),
        gives=f"{_bound(total)}{said(number, tie.whole)}",
        right=meets(total, granted(tie.whole)),
    )


def _bound(total: Interval) -> str:
    return "at least " if total.high is None else "at most " if total.low is None else ""


def _part(tie: Part, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a part beside its whole: "12 ships, including 14 tankers"; "14 of the 12"."""
    whole, part = tie.whole, tie.part
    if plain(whole) and plain(part):
        yield sheet.reckoning(
            "part",
            claims=(whole, part),
            said=part.saying.with_noun,
            working=whole.saying.with_noun,
            gives=said(middle(whole.quantity.stated), whole),
            right=not before(granted(whole), granted(part)),
        )
