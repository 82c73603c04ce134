"""Conditions on two figures that are one quantity but for what bounds them: part and whole, time, place, base, doubt."""

from __future__ import annotations

from itertools import product
from typing import Literal

from numcheck.judge import relations
from numcheck.judge.kinds import part_and_whole
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import Sides
from numcheck.language.en import calendar, rule_words
from numcheck.model.claim import Claim, last_word
from numcheck.model.quantity import BY_CHANCE

DOUBTS = ("possible", "expected", "planned", "feared")


@condition("quantity")
def one_number(sides: Sides) -> bool:
    """Both give one number, whatever the hedge; "up to 500" and "500"."""
    return relations.same_number(sides.a.quantity, sides.b.quantity)


@condition(first=one_number)
def one_limit(sides: Sides) -> bool:
    """Both name one number, and on either side a rule or a definition draws its line there: "must win over 50 percent"."""
    return "drawn" in (sides.a.saying.limit, sides.b.saying.limit)


@condition("quantity")
def differs_in(
    sides: Sides, *, slot: Literal["measure", "subset", "window", "place", "base", "denominator", "unit kind", "role"]
) -> bool:
    """The two are one number and one quantity but for this `slot`, as aligning found."""
    return sides.differs_in == slot


@condition()
def other_whole_alone(sides: Sides) -> bool:
    """Neither outlet gives the one number of both wholes: "40 percent of adults, and 40 percent of pensioners too"."""
    a, b = sides.a, sides.b
    return not any(
        c is not mine and relations.same_number(c.quantity, mine.quantity) and c.scope.subset_of == other.scope.subset_of
        for mine, other in ((a, b), (b, a))
        for c in sides.everywhere(mine)
    )


@condition("quantity")
def beyond_chance(sides: Sides, *, above: int = BY_CHANCE) -> bool:
    """The number is no small count, which may stand in two articles by chance: above `above`, or not a count."""
    number = relations.number(sides.a.quantity)
    return sides.a.quantity.dimension != "count" or (number is not None and number > above)


@condition(first=one_number)
def part_told_as_whole(sides: Sides) -> bool:
    """One side is a part ("180 dead, 60 of them children"), the other the same number of the whole ("60 dead")."""
    part, whole = (sides.a, sides.b) if sides.a.scope.subset_of is not None else (sides.b, sides.a)
    if part.scope.subset_of is None or whole.scope.subset_of is not None or part.role == "draft":
        return False
    if whole.saying.of_a_group or part.saying.names_its_whole or whole.head == part.head != last_word(part.scope.subset_of):
        return False
    return _has_another_whole(part, whole, sides)


@condition("scope")
def other_window(sides: Sides) -> bool:
    """Both name a window of time, and another one: "in the past week" and "in the past month"."""
    spans = [_span(c.scope.window) for c in (sides.a, sides.b)]
    return None not in spans and spans[0] != spans[1]


@condition("scope")
def other_place(sides: Sides, *, widths: tuple[str, ...] = rule_words.WIDTHS) -> bool:
    """One side counts a town or district and the other all of the country, or one a country and the other the world."""
    if sides.differs_in == "place":
        return True
    x, y = (rule_words.HOME.get(c.scope.place or "", c.scope.place) for c in (sides.a, sides.b))
    return x is not None and y is not None and x != y and (x in widths or y in widths)


@condition(first=one_number)
def cumulative_and_new(
    sides: Sides, *, new_ones: tuple[str, ...] = rule_words.NEW_ONES, flows: tuple[str, ...] = rule_words.FLOWS
) -> bool:
    """One side counts all up to now ("so far"), the other the new ones of a day, with one number."""
    return any(
        _in_all(x.scope.window) and (y.scope.window in new_ones or (_is_day(y.scope.window) and y.head in flows))
        for x, y in ((sides.a, sides.b), (sides.b, sides.a))
    )


@condition("saying.base")
def other_base(sides: Sides) -> bool:
    """Both say what a change is measured against, and it is another year or span: "on last year" and "on 2019"."""
    bases = [c.saying.base for c in (sides.a, sides.b)]
    return None not in bases and bases[0] != bases[1]


@condition(first=one_number)
def doubt_lost(sides: Sides, *, doubts: tuple[str, ...] = DOUBTS) -> bool:
    """One side says that it could, is expected or planned to be, the other gives the same number as fact, and not later."""
    unsure, sure = (sides.a, sides.b) if sides.a.modality is not None else (sides.b, sides.a)
    if unsure.modality not in doubts or unsure.role == "draft":
        return False
    if unsure.saying.certainty != "doubted" or sure.saying.certainty != "fact":
        return False
    if any(c.modality is not None for c in sides.on_topic(sure)):
        return False
    return sure.role == "draft" or not _is_later(sure, sides)


@condition()
def swapped_roles(sides: Sides) -> bool:
    """One number stands for two things ("180 killed", "180 injured"), and the outlet has another for what the first counts.

    An outlet that also gives the other's own number for that thing has swapped nothing: its second figure is misread. Shares
    are of many wholes: of them only two that have truly changed places count.
    """
    a, b = sides.a, sides.b
    if a.measure is None or b.measure is None or a.measure == b.measure:
        return False
    if a.quantity.dimension == "share":
        return _exchanged(a, b, sides) or _exchanged(b, a, sides)
    return _has_another(a, b, sides) or _has_another(b, a, sides)


def _is_later(sure: Claim, sides: Sides) -> bool:
    """Tell whether a figure was told as fact after anybody told the same as a plan or forecast: it may have come true."""
    day = sides.day(sure)
    told = (c for c in sides.all_told if c.modality is not None)
    unsure = [sides.day(c) for c in told if relations.same_number(c.quantity, sure.quantity)]
    return day is not None and any(d is not None and d.before(day) for d in unsure)


def _has_another_whole(part: Claim, whole: Claim, sides: Sides) -> bool:
    """Tell whether a part stands beside its whole, and the other outlet gives that nowhere."""
    heads = [c.quantity for c in sides.everywhere(part) if part_and_whole(part, c)]
    mine = [c.quantity for c in sides.everywhere(whole) if c is not whole]
    return bool(heads) and not any(relations.agree(*pair) for pair in product(heads, mine))


def _has_another(mine: Claim, other: Claim, sides: Sides) -> bool:
    """Tell whether the other outlet gives for what `mine` measures another figure, which this one gives for it nowhere."""
    own = [c.quantity for c in sides.everywhere(mine) if c.measure == mine.measure]
    theirs = [c.quantity for c in sides.everywhere(other) if c.measure == mine.measure]
    apart = [q for q in theirs if q.unit == mine.quantity.unit and relations.disjoint(q, mine.quantity)]
    return any(not any(relations.same_number(p, q) for p in own) for q in apart)


def _exchanged(mine: Claim, other: Claim, sides: Sides) -> bool:
    """Tell whether the other outlet gives for what `mine` measures what this one gives for what `other` measures."""
    return any(
        c.measure == mine.measure and own.measure == other.measure and relations.same_number(c.quantity, own.quantity)
        for c in sides.everywhere(other)
        for own in sides.everywhere(mine)
        if c is not other and own is not mine
    )


def _span(window: str | None) -> str | None:
    """Return a window that can be compared: so many days, or a day, week, month or year of the calendar; else None."""
    if window is None:
        return None
    return window if window.startswith("past ") or window[:4].isdigit() else None


def _in_all(window: str | None) -> bool:
    return window is not None and (window == "in all" or window.startswith("since "))


def _is_day(window: str | None) -> bool:
    return window is not None and (window in calendar.DAYS or (len(window) == 10 and window[:4].isdigit()))
