"""Conditions on a draft's figure as the ledger has it."""

from __future__ import annotations

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import Figure

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
    """The figure is a plain count up to `at_most` of nothing grave ("two brothers") that no source tells of something else."""
    claim, stated = figure.claim, figure.claim.quantity.stated
    return (
        figure.elsewhere is None
        and claim.quantity.unit == "count"
        and claim.measure not in unless_measured
        and stated.is_point
        and stated.high is not None
        and stated.high <= at_most
    )
