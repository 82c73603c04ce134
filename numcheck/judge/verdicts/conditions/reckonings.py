"""Conditions on a piece of arithmetic that one article states."""

from __future__ import annotations

from typing import Literal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.verdicts.condition import condition

Kind = Literal[
    "age",
    "average",
    "change",
    "date",
    "direction",
    "dollars",
    "duration",
    "headline",
    "multiple",
    "part",
    "points",
    "rank",
    "relative",
    "repeat",
    "rest",
    "share",
    "shares",
    "sum",
    "weekday",
]


@condition()
def reckons(reckoning: Reckoning, *, kind: Kind) -> bool:
    """What the article states is of this kind.

    `sum`: parts and their whole. `rest`: a part and the others. `part`: a part beside its whole. `share`: 60 of 180, a third.
    `shares`: of one whole. `change`, `direction`: from 200 to 250. `multiple`: tripled from 12 to 36. `points`: percent or
    percentage points. `average`: 12 families, $4,000 each. `date`, `weekday`. `age`: and year of birth.
    `duration`: 1990 to 2005. `rank`: second-largest. `headline`: and body. `repeat`: the same again. `dollars`: whose?
    `relative`: a risk that doubled.
    """
    return reckoning.kind == kind


@condition()
def comes_out_wrong(reckoning: Reckoning) -> bool:
    """What is stated and what follows from the article's own words cannot both be true, each as loosely as it is written."""
    return not reckoning.right
