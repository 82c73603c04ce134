"""Conditions on a draft's figure beside all of its sources."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.judge import relations
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.conditions.agreement import disjoint
from numcheck.judge.verdicts.subjects import Figure, Sides
from numcheck.model.quantity import Quantity


@condition(first=disjoint)
def one_end_of_sources(sides: Sides, *, apart: float = 1.5) -> bool:
    """Sources disagree, the draft has the highest or lowest of them and no other: 5,000 and 40,000, and the draft says 40,000.

    The two ends are `apart` times as large or more.
    """
    draft = sides.a if sides.a.role == "draft" else sides.b
    source = sides.other(draft)
    if draft.role == source.role or (sides.ratio or 0) < apart:
        return False
    told = [c for c in sides.all_told if c.quantity.size is not None]
    if any(c.role == "draft" and relations.agree(c.quantity, source.quantity) for c in told):
        return False
    return _is_an_end(draft.quantity, [c.quantity for c in told if c.role != "draft"])


def _is_an_end(of_draft: Quantity, of_sources: Sequence[Quantity]) -> bool:
    """Tell whether a draft's number is the highest or the lowest of the sources'."""
    sizes = sorted(q.size for q in of_sources if q.size is not None)
    return of_draft.size in (sizes[:1] + sizes[-1:]) and any(relations.same_number(q, of_draft) for q in of_sources)


@condition()
def one_origin(figure: Figure) -> bool:
    """Several sources hold the figure, and all of them print one passage: one wire text, and so one source."""
    holding = {c.document for c in figure.sources}
    if figure.entry.state != "supported" or len(holding) < 2:
        return False
    ids = {c.id for c in figure.sources}
    return any(ids <= set(group) for group in figure.copies)
