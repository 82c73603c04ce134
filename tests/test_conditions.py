"""Conditions read no more of a claim than they declare: those who repeat a statement are alike to what says so."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import Any, cast

import pytest
from judged import claim

from numcheck.judge.verdicts.condition import Condition
from numcheck.judge.verdicts.conditions import known
from numcheck.judge.verdicts.statements import STATED
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.claim import Claim, Scope
from numcheck.model.saying import Beside, Saying, Wording

FIGURES = (
    "500",
    "up to 500",
    "at least 500",
    "about 500",
    "nearly 500",
    "500-700",
    "0",
    "5,000",
    "550",
    "few",
    "dozens",
    "88$",
    "88€",
    "40 km",
)
SLOTS: tuple[dict[str, Any], ...] = (
    {},
    {"scope": Scope(subset_of="total", window="past 1 day", place="nationwide")},
    {"speaker": "the army", "measure": "killed", "counted": "soldier"},
    {"beside": Beside(lambda: (Wording(), Saying(base="2019"))), "hedges": frozenset({"nearly"})},
    {"hedges": frozenset({"under"}), "modality": "planned"},
)


class Watched:
    """A claim that notes what is read of it."""

    def __init__(self, watched: object, read: set[str], within: str = "") -> None:
        self._watched, self._read, self._within = watched, read, within

    def __getattr__(self, name: str) -> object:
        value = getattr(self._watched, name)
        if isinstance(value, Saying):
            return Watched(value, self._read, "saying.")
        self._read.add(self._within + name)
        return value


def declaring() -> list[Condition]:
    """Return the conditions on two sides, or on any subject, that declare what they read."""
    every = {c.name: c for c in known().values()} | {c.first.name: c.first for c in known().values() if c.first is not None}
    return [c for c in every.values() if c.reads is not None and issubclass(Sides, c.subject)]


@cache
def pairs() -> list[tuple[Claim, Claim]]:
    """Return two claims of two outlets, in many figures and slots."""
    made = [(figure, slots) for figure in FIGURES for slots in SLOTS]
    told = [(claim(x, **slots), claim(x, document="wire", **slots)) for x, slots in made]
    return [(mine, theirs) for (mine, _), (_, theirs) in permutations(told, 2)]


@pytest.mark.parametrize("condition", declaring(), ids=lambda c: c.name)
def test_a_condition_reads_what_it_declares(condition: Condition) -> None:
    """Nothing else of a claim is read than what the condition declares."""
    read: set[str] = set()
    options: dict[str, Any] = {n: ("in all",) if o.type is not str else "" for n, o in condition.options.items() if o.required}
    for x, y in pairs():
        sides = Sides((cast(Claim, Watched(x, read)), cast(Claim, Watched(y, read))))
        condition.holds(sides, **options)
    assert read <= (condition.reads or set())


def test_what_is_declared_can_be_read() -> None:
    """Each reading that a statement is known by is one of a claim."""
    for path in STATED:
        value: object = claim("500")
        for name in path.split("."):
            value = getattr(value, name)


def test_what_is_asked_first_is_asked_of_one_for_all() -> None:
    """A condition that another one is asked behind says what it reads, so that it is asked once of all who say the same."""
    firsts = [c.first for c in known().values() if c.first is not None]
    assert firsts
    assert all(condition.of_statements for condition in firsts)
