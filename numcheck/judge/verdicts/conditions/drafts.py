"""Conditions on a draft's figure as the ledger has it."""

from __future__ import annotations

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import Figure
from numcheck.model.quantity import BY_CHANCE

GRAVE = (
    "killed",
    "injured",
    "treated",
    "casualties",
    "missing",
    "trapped",
    "infected",
    "raped",
    "displaced",
    "captured",
    "hostage",
    "charged",
)
"""The measures of which one more or less is never a detail."""


@condition()
def unsupported(figure: Figure) -> bool:
    """No source holds the figure, none leads to it in one step, and none speaks against it."""
    return figure.entry.state == "unsupported"


@condition()
def contradicted(figure: Figure) -> bool:
    """Sources speak of the same quantity and none agrees."""
    return figure.entry.state == "contradicted" and figure.reckoned is None


@condition()
def misreckoned(figure: Figure) -> bool:
    """The cells of a source's table come to another share or difference."""
    return figure.reckoned is not None


@condition()
def incidental(figure: Figure, *, at_most: int = 2, unless_measured: tuple[str, ...] = GRAVE) -> bool:
    """The figure is a plain count up to `at_most` of nothing grave ("two brothers") that no source tells of something else.

    So is a word of size that is said of few or of a part: "several plans", "most of them".
    """
    claim, stated = figure.claim, figure.claim.quantity.stated
    if figure.elsewhere is not None or claim.measure in unless_measured:
        return False
    if claim.quantity.hedge == "vague":
        return stated.high is None or stated.high <= BY_CHANCE
    return claim.quantity.unit == "count" and stated.is_point and stated.high is not None and stated.high <= at_most
