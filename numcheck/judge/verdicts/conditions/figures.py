"""Conditions on what a figure is: for rules that look at some figures only."""

from __future__ import annotations

from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.condition import condition


@condition("measure")
def measured(subject: Subject, *, any_of: tuple[str, ...]) -> bool:
    """What is said of the figures is one of `any_of`: killed, injured, missing, displaced, spent ..."""
    return any(c.measure in any_of for c in subject.claims)


@condition("counted", "head")
def counted(subject: Subject, *, any_of: tuple[str, ...]) -> bool:
    """The counted noun, in the singular, is one of `any_of` or ends in one: "fighter", "job cut"."""
    nouns = {c.counted for c in subject.claims} | {c.head for c in subject.claims}
    return not nouns.isdisjoint(any_of)


@condition("quantity")
def in_unit(subject: Subject, *, any_of: tuple[str, ...]) -> bool:
    """A figure is in one of these units: EUR, percent, kilometer, count ..."""
    return any(c.quantity.unit in any_of for c in subject.claims)


@condition("section")
def in_part(subject: Subject, *, any_of: tuple[str, ...]) -> bool:
    """A figure stands in one of these parts of its article: headline, lead, body, caption."""
    return any(c.section in any_of for c in subject.claims)
