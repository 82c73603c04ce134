"""A total, how many share it, and what falls to each: "12 families shared $36,000, or $4,000 each"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet, granted, middle, plain, quotient, said
from numcheck.model.interval import meets
from numcheck.model.ties import Average

KINDS = ("average",)

_LARGE = Decimal(2)
"""Of fewer nobody tells an average."""


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every average that stands beside its total and its number."""
    for tie in sheet.told(Average):
        three = (tie.each, tie.number, tie.total)
        among, total = granted(tie.number), granted(tie.total)
        if not all(map(plain, three)) or len({c.modality for c in three}) > 1 or among.high is None:
            continue
        if among.low is None or among.low < _LARGE or total.low is None or total.low <= 0:
            continue
        yield sheet.reckoning(
            "average",
            claims=three,
            said=tie.words,
            working=f"{tie.total.saying.with_noun} for {tie.number.saying.with_noun}",
            gives=said(middle(total) / middle(among), tie.total),
            right=meets(quotient(total, among), granted(tie.each)),
        )
