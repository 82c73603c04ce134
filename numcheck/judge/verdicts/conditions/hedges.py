"""Conditions on what one side keeps of the other's hedge. Beside a draft, only the draft can have lost it."""

from __future__ import annotations

from typing import Literal

from numcheck.judge import relations
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.conditions.slots import one_number
from numcheck.judge.verdicts.subjects import Sides
from numcheck.language.en import rule_words


@condition("quantity")
def _finer(sides: Sides) -> bool:
    """One number may be what the other rounds."""
    return relations.finer(sides.bare.quantity, sides.full.quantity)


@condition("quantity")
def _one_range(sides: Sides) -> bool:
    """One side is a range, and the other is none."""
    return sides.full.quantity.hedge == "range" != sides.bare.quantity.hedge


@condition(first=one_number)
def lost_ceiling(sides: Sides) -> bool:
    """One side states an upper bound ("up to 500"), the other the same number as plain fact ("500")."""
    return relations.bounded_above(sides.full.quantity) and not sides.bare.saying.greatest and _lost(sides)


@condition(first=one_number)
def lost_floor(sides: Sides) -> bool:
    """One side states a lower bound ("at least 180"), the other the same number as plain fact ("180").

    A limit is no lower bound of what happened: where a rule bars more ("over 50 are banned"), or a group begins (the over-65s).
    """
    return relations.bounded_below(sides.full.quantity) and not _is_limit(sides) and _lost(sides)


def _is_limit(sides: Sides) -> bool:
    """Tell whether the bound is where a rule begins, which the other side tells as its limit, or a group, by its age."""
    q = sides.full.quantity
    of_a_group = q.dimension == "age" and q.hedge == "more_than"
    full, bare = sides.full.saying.limit, sides.bare.saying.limit
    return of_a_group or (full == "barred" and bare != "barred")


@condition(first=one_number)
def lost_approximation(sides: Sides) -> bool:
    """One side says "about 2,000", the other the same number as plain fact."""
    full, bare = sides.full.quantity, sides.bare.quantity
    return full.hedge == "about" and full.unit == bare.unit and _lost(sides)


@condition(first=one_number)
def lost_extreme(sides: Sides, *, words: tuple[str, ...] = rule_words.EXTREMES) -> bool:
    """One side gives the least or most that can be ("as little as six months"), the other the same number as the usual."""
    return not sides.full.hedges.isdisjoint(words) and _lost(sides)


@condition(first=_finer)
def added_precision(sides: Sides) -> bool:
    """One side says "about 2,000", and the other, later or a draft, has 2,013 from nobody: digits that were not there."""
    full, bare = sides.full, sides.bare
    if not _draft_is_bare(sides) or bare.speaker not in (None, full.speaker):
        return False
    if any(relations.finer(c.quantity, full.quantity) for c in sides.on_topic(full)):
        return False
    if bare.role != "draft":
        return sides.by_day is not None and sides.by_day[1] is bare
    return not any(c.role != "draft" and relations.same_number(c.quantity, bare.quantity) for c in sides.all_told)


@condition("quantity", "hedges")
def spin(sides: Sides, *, up: tuple[str, ...] = rule_words.UP, down: tuple[str, ...] = rule_words.DOWN) -> bool:
    """Both name one number from below, the one looking up ("nearly 1,000"), the other down ("fewer than 1,000")."""
    if not relations.same_number(sides.a.quantity, sides.b.quantity):
        return False
    said = [c.hedges for c in (sides.a, sides.b)]
    return any(not said[i].isdisjoint(up) and not said[1 - i].isdisjoint(down) for i in (0, 1))


@condition(first=_one_range)
def collapsed_range(sides: Sides, *, keeps: Literal["low", "high", "either"] = "either") -> bool:
    """One side gives a range, the other the end it `keeps` alone: "6 months to a year" and "as little as six months"."""
    end = relations.kept_end(sides.full.quantity, sides.bare.quantity)
    if end is None or keeps not in (end, "either") or sides.full.saying.course:
        return False
    return _draft_is_bare(sides) and not _range_elsewhere(sides)


@condition(first=_one_range)
def lost_low_end(sides: Sides) -> bool:
    """One side gives a range, the other its top as a ceiling: "500 to 700" and "up to 700"."""
    kept = relations.lost_low_end(sides.full.quantity, sides.bare.quantity)
    return kept and _draft_is_bare(sides) and not _range_elsewhere(sides)


def _lost(sides: Sides) -> bool:
    """Tell whether of one number the one side is plain fact, and its outlet gives the hedge nowhere on this topic."""
    full, bare = sides.full.quantity, sides.bare.quantity
    if bare.hedge != "exact" or not _draft_is_bare(sides) or _told_plainly(sides):
        return False
    return not any(c.quantity.hedge != "exact" and relations.same_number(c.quantity, full) for c in sides.on_topic(sides.bare))


def _told_plainly(sides: Sides) -> bool:
    """Tell whether the bare side is a draft's, and a source gives its number as plain fact too."""
    return sides.bare.role == "draft" and any(
        c.role != "draft" and c.quantity.hedge == "exact" and relations.same_number(c.quantity, sides.bare.quantity)
        for c in sides.all_told
    )


def _range_elsewhere(sides: Sides) -> bool:
    """Tell whether the outlet with the one end also gives a range, or the other end, on this topic."""
    mine = sides.on_topic(sides.bare)
    ends = {relations.kept_end(sides.full.quantity, c.quantity) for c in mine}
    return {"low", "high"} <= ends or any(c.quantity.hedge == "range" for c in mine)


def _draft_is_bare(sides: Sides) -> bool:
    return "draft" not in (sides.a.role, sides.b.role) or sides.bare.role == "draft"
