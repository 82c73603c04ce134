"""Conditions on how large two statements of one quantity are."""

from __future__ import annotations

from decimal import Decimal

from numcheck.judge import relations
from numcheck.judge.gate.support import RANKS_APART
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import Sides


@condition("quantity")
def sizes_apart(sides: Sides, *, at_least: float = 2) -> bool:
    """One size is `at_least` times the other. Size is the number or bound, or the geometric middle of a range or vague word."""
    ratio = sides.ratio
    return ratio is not None and ratio >= at_least


@condition("quantity")
def rough_apart(sides: Sides, *, at_least: float = 1.15) -> bool:
    """Two numbers, one of them rough ("about"), of which one is `at_least` times the other, though both may mean one count."""
    a, b, ratio = sides.a.quantity, sides.b.quantity, sides.ratio
    rough = {a.hedge, b.hedge} in ({"about"}, {"about", "exact"})
    return rough and ratio is not None and ratio >= Decimal(str(at_least)) and not relations.disjoint(a, b)


@condition("quantity")
def scale_slip(sides: Sides) -> bool:
    """Both have the same digits, at a scale a thousand times or more apart: "$88 million" and "$88 billion"."""
    return relations.scale_slip(sides.a.quantity, sides.b.quantity)


@condition("quantity")
def both_vague(sides: Sides) -> bool:
    """Both figures are vague words, such as "dozens" and "thousands"."""
    return sides.a.quantity.hedge == "vague" and sides.b.quantity.hedge == "vague"


@condition("quantity")
def one_vague(sides: Sides) -> bool:
    """At least one of the figures is a vague word, whose bounds are a table's and nobody's statement."""
    return sides.a.quantity.hedge == "vague" or sides.b.quantity.hedge == "vague"


@condition("quantity")
def word_holds(sides: Sides) -> bool:
    """A vague word on one side has room for the figure on the other: "thousands" and "8,000" or "several thousand"."""
    return relations.word_holds(sides.a.quantity, sides.b.quantity)


@condition("quantity")
def words_of_size_apart(sides: Sides, *, at_least: int = RANKS_APART) -> bool:
    """Both are words, one of them without bounds, and their ranks in the table of vague words are `at_least` apart."""
    return sides.ranks_apart >= at_least


@condition("quantity")
def digit_slip(sides: Sides) -> bool:
    """Both are plain numbers with the same digits but for two in turn, or one that is lost: "1,280" and "1,820" or "12,280"."""
    return relations.digit_slip(sides.a.quantity, sides.b.quantity)


@condition("quantity")
def rounded_away(sides: Sides) -> bool:
    """One number may be the other rounded, but not to the nearest: "1.46 million" and "2 million"."""
    return relations.rounded_away(sides.a.quantity, sides.b.quantity)
