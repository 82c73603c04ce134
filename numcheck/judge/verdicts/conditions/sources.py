"""Conditions on a draft's figure beside all of its sources."""

from __future__ import annotations

from numcheck.judge import relations
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.conditions.agreement import disjoint
from numcheck.judge.verdicts.subjects import Figure, Sides


@condition(first=disjoint)
def one_end_of_sources(sides: Sides, *, apart: float = 1.5) -> bool:
    """Sources disagree, the draft has the highest or lowest of them and no other: 5,000 and 40,000, and the draft says 40,000.

    The two ends are `apart` times as large or more.
    """
    draft, source = (sides.a, sides.b) if sides.a.role == "draft" else (sides.b, sides.a)
    if draft.role != "draft" or source.role == "draft" or sides.ratio is None or sides.ratio < apart:
        return False
    told = [c for claims in sides.told.values() for c in claims if c.quantity.size is not None]
    sources = [c for c in told if c.role != "draft"]
    agreeing = [c for c in sources if relations.same_number(c.quantity, draft.quantity)]
    if not agreeing or not relations.disjoint(draft.quantity, source.quantity):
        return False
    if any(relations.agree(c.quantity, source.quantity) for c in told if c.role == "draft"):
        return False
    sizes = [c.quantity.size for c in sources if c.quantity.size is not None]
    return draft.quantity.size in (min(sizes), max(sizes))


@condition()
def one_origin(figure: Figure) -> bool:
    """Several sources hold the figure, and all of them print one passage: one wire text, and so one source."""
    holding = {c.document for c in figure.sources}
    if figure.entry.state != "supported" or len(holding) < 2:
        return False
    ids = {c.id for c in figure.sources}
    return any(ids <= set(group) for group in figure.copies)
