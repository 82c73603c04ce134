"""Ranks: one name that is the largest here and the second-largest there, one thing that is the first since two years."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet
from numcheck.model.ties import Ranks

KINDS = ("rank",)

_SURE = 0.7


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every rank that an article gives twice."""
    for tie in sheet.told(Ranks):
        one, again = tie.one, tie.again
        yield sheet.reckoning(
            "rank",
            confidence=_SURE,
            said=again.words,
            working=one.words,
            gives=one.rank,
            right=one.rank == again.rank,
            places=(one.place, again.place),
        )
