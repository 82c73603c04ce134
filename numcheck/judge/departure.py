"""Which of two sides moved away from the reference, and which way.

The reference is the outlet the user named; beside a draft its source; else the earlier report; else the side that more outlets
agree with. Where none of these tells the two apart, nobody is named.
"""

from __future__ import annotations

from numcheck.judge import relations
from numcheck.judge.subjects import Sides
from numcheck.model.claim import Claim
from numcheck.model.reading import Direction


def departure(sides: Sides, reference: str | None, *, hedge: bool) -> tuple[str | None, Direction | None]:
    """Return the outlet that moved and whether to more or less; with `hedge` only one that dropped the hedge has moved."""
    kept = _reference(sides, reference)
    if hedge and kept is None and sides.full is not sides.bare:
        kept = sides.full if sides.by_day is None else sides.by_day[0]
    if kept is None or (hedge and kept is sides.bare):
        return None, None
    mover = sides.b if kept is sides.a else sides.a
    was, now = relations.order(kept.quantity), relations.order(mover.quantity)
    return mover.outlet, None if was == now else "up" if now > was else "down"


def _reference(sides: Sides, reference: str | None) -> Claim | None:
    """Return the side that is the reference, None where the two are alike in that."""
    named = [c for c in (sides.a, sides.b) if reference is not None and reference in (c.document, c.outlet)]
    sources = [c for c in (sides.a, sides.b) if c.role != "draft"]
    for found in (named, sources):
        if len(found) == 1:
            return found[0]
    if sides.by_day is not None:
        return sides.by_day[0]
    agreeing = [_agreeing(c, sides) for c in (sides.a, sides.b)]
    return None if agreeing[0] == agreeing[1] else sides.a if agreeing[0] > agreeing[1] else sides.b


def _agreeing(claim: Claim, sides: Sides) -> int:
    """Return how many documents have a figure that agrees with the claim's."""
    return sum(
        any(not c.quantity.base.is_unbounded and relations.agree(c.quantity, claim.quantity) for c in told)
        for told in sides.told.values()
    )
