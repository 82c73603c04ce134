"""Conditions on when two statements of one quantity were given. Without publish days none of them holds."""

from __future__ import annotations

from numcheck.judge import relations
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.overtaken import MOVING, RISING, SETTLED, overtaken
from numcheck.judge.verdicts.subjects import Sides
from numcheck.language.en import rule_words
from numcheck.model.claim import Claim

_MEASURED = ("rain", "water_level")
"""The measures among them that are no counts."""


@condition()
def updated(
    sides: Sides,
    *,
    rising: tuple[str, ...] = RISING,
    moving: tuple[str, ...] = MOVING,
    so_far: tuple[str, ...] = rule_words.SO_FAR,
) -> bool:
    """The later of two dated reports has moved on: a count that only grows is higher, one that comes and goes is another."""
    if sides.by_day is None:
        return False
    older, newer = sides.by_day
    measures = {older.measure, newer.measure}
    if not measures.isdisjoint(SETTLED):
        return False
    if {older.quantity.dimension, newer.quantity.dimension} != {"count"} and measures.isdisjoint(_MEASURED):
        return False
    if not measures.isdisjoint(moving):
        return True
    grows = not measures.isdisjoint(rising) or _unfinished(older, so_far) or _unfinished(newer, so_far)
    return grows and relations.order(newer.quantity) > relations.order(older.quantity)


@condition()
def superseded(sides: Sides) -> bool:
    """One outlet tells the other's figure as an earlier one: "23, up from 11"; of a draft and a source, the draft's."""
    return overtaken(sides) is not None


@condition()
def draft_is_newer(sides: Sides) -> bool:
    """Of a draft and a source, the draft has the later figure."""
    return sides.by_day is not None and sides.by_day[1].role == "draft"


@condition()
def floor_raised(sides: Sides) -> bool:
    """Both reports give a floor ("at least 34", "more than 34"), and that of the later is the higher."""
    if sides.by_day is None or not all(relations.bounded_below(c.quantity) for c in sides.by_day):
        return False
    older, newer = sides.by_day
    return relations.order(newer.quantity) > relations.order(older.quantity)


def _unfinished(claim: Claim, so_far: tuple[str, ...]) -> bool:
    """Tell whether a count is told as one that grows: by a floor, or by words of its sentence."""
    said = " ".join(claim.wording.sentence).lower()
    return relations.bounded_below(claim.quantity) or any(words in said for words in so_far)
