"""Conditions on a draft's figure as the ledger has it."""

from __future__ import annotations

from numcheck.judge.subjects import Figure


def unsupported(figure: Figure) -> bool:
    """No source holds the figure, none leads to it in one step, and none speaks against it."""
    return figure.entry.state == "unsupported"


def contradicted(figure: Figure) -> bool:
    """Sources speak of the same quantity and none agrees."""
    return figure.entry.state == "contradicted"


def incidental(figure: Figure, *, at_most: int = 12) -> bool:
    """The figure is a plain small count of which nothing is measured, as in "two brothers"."""
    claim, stated = figure.claim, figure.claim.quantity.stated
    return (
        claim.quantity.unit == "count"
        and claim.measure is None
        and stated.is_point
        and stated.high is not None
        and stated.high <= at_most
    )
