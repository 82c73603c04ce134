"""Conditions on two numerals of two outlets that are no figures."""

from __future__ import annotations

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import TwoNumerals


@condition()
def told_otherwise(pair: TwoNumerals, *, among: tuple[str, ...]) -> bool:
    """Two outlets tell a time, date, rank or house number among the same words, and not the same; `among` are the kinds."""
    return not {noted.item.reason for noted in pair.noted}.isdisjoint(among)
