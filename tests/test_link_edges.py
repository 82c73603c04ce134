"""What two figures say of each other slot by slot: levels, what bars them, what makes them rivals or headlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from tellings import told

from numcheck.language import english
from numcheck.link import vetoes
from numcheck.link.block import fold
from numcheck.link.candidate import Candidate, candidates, vocabulary
from numcheck.link.features import hedge, measure, noun, scope
from numcheck.link.group import _Lead, _lead, _same_thing
from numcheck.link.rivals import _differs, _unit

LOOK = vocabulary(english())
Slots = dict[str, Any]


@cache
def bare(said: str, document: str) -> Candidate:
    """Return the candidate of a figure, told in a few words by an outlet."""
    made, articles = told({document: f"Police counted {said} there."})
    return candidates(made, articles, LOOK)[0]


def figure(said: str, document: str = "a", **slots: Any) -> Candidate:
    """Return the candidate of a figure with some of its slots filled; `place` and `as_of` are its claim's."""
    found = bare(said, document)
    claim = found.claim
    if "place" in slots:
        claim = replace(claim, scope=replace(claim.scope, place=slots.pop("place")))
    if "as_of" in slots:
        claim = replace(claim, as_of=slots.pop("as_of"))
    return replace(found, claim=claim, **slots)


SCOPES: list[tuple[str, Slots, str, Slots, list[str], bool]] = [
    ("40 men", {}, "41 men", {"document": "b"}, [], False),
    ("40 men", {"subset": True}, "41 men", {"document": "b"}, ["a part, of one alone"], False),
    ("40 men", {"subset": True}, "40 men", {"document": "b"}, ["a part, of one alone, of one number"], False),
    ("40 men", {"subset": True}, "41 men", {"document": "b", "subset": True}, [], False),
    (
        "40 boys",
        {"subset": True, "whole": "man"},
        "41 men",
        {"document": "b", "head": "man"},
        ["a part, and what it is a part of"],
        True,
    ),
    ("40 boys", {"subset": True, "whole": "man"}, "41 men", {"document": "b", "head": "man", "subset": True}, [], False),
    (
        "40 boys",
        {"subset": True, "whole": "woman"},
        "41 men",
        {"document": "b", "head": "man"},
        ["a part, of one alone"],
        False,
    ),
    ("40 boys", {"whole": "man"}, "41 men", {"document": "b", "head": "man"}, [], False),
    (
        "40 men",
        {"subset": True, "whole": "man", "head": "man"},
        "41 men",
        {"document": "b", "head": "man"},
        ["a part, of one alone"],
        False,
    ),
    (
        "40",
        {"subset": True, "whole": "man", "head": None},
        "41 men",
        {"document": "b", "head": "man"},
        ["a part, of one alone"],
        False,
    ),
    ("40 boys", {"subset": True}, "41 men", {"document": "b", "head": "man"}, ["a part, of one alone"], False),
    ("40 men", {"other": True}, "41 men", {"document": "b"}, ["a remainder, of one alone"], False),
    ("40 men", {"other": True}, "40 men", {"document": "b"}, [], False),
    ("40 men", {"other": True}, "41 men", {"document": "b", "other": True}, ["remainders of unequal size"], False),
    ("40 men", {"own": True}, "41 men", {"document": "b"}, ["the speaker's own share, of one alone"], False),
    ("40 men", {"own": True}, "41 men", {"document": "b", "own": True}, [], False),
    ("40 men", {"own": True, "kind": "thing"}, "41 men", {"document": "b", "kind": "thing"}, [], False),
    (
        "40 men",
        {"own": True, "kind": None},
        "41 men",
        {"document": "b", "kind": "thing"},
        ["the speaker's own share, of one alone"],
        False,
    ),
    ("463 men", {"own": True}, "463 men", {"document": "b"}, [], False),
    ("40 men", {"window": "past week"}, "41 men", {"document": "b", "window": "past month"}, ["another window of time"], True),
    ("40 men", {"window": "past week"}, "41 men", {"document": "b", "window": "past week"}, [], False),
    ("40 men", {"window": "past week"}, "41 men", {"document": "b"}, [], False),
    ("40 men", {"scale": "part"}, "41 men", {"document": "b", "scale": "whole"}, ["a part of the country and the whole"], True),
    ("40 men", {"scale": "part"}, "41 men", {"document": "b", "scale": "part"}, [], False),
    ("40 men", {"scale": "part"}, "41 men", {"document": "b"}, [], False),
    (
        "40 men",
        {"scale": "part"},
        "41 men",
        {"document": "b", "scale": "nation"},
        ["a part of the country and the whole"],
        True,
    ),
    ("40 men", {"scale": "part"}, "41 men", {"document": "b", "scale": "world"}, ["a part of the country and the whole"], True),
    ("40 men", {"scale": "whole"}, "41 men", {"document": "b", "scale": "nation"}, [], False),
    ("40 men", {"scale": "whole"}, "41 men", {"document": "b", "scale": "world"}, [], False),
    (
        "40 men",
        {"scale": "nation"},
        "41 men",
        {"document": "b", "scale": "world"},
        ["a part of the country and the whole"],
        True,
    ),
    ("40 men", {"place": "Lorne"}, "41 men", {"document": "b", "place": "Lorne"}, ["one place"], False),
    ("40 men", {"place": "Lorne"}, "41 men", {"document": "b", "place": "Karst"}, ["another place"], False),
    ("40 men", {"place": "Lorne"}, "41 men", {"document": "b"}, [], False),
    ("40 men", {"event": "2012"}, "41 men", {"document": "b", "event": "2012"}, ["the same event"], False),
    ("40 men", {"event": "2012"}, "41 men", {"document": "b", "event": "2012-04"}, ["the same event"], False),
    ("40 men", {"event": "2012-04"}, "41 men", {"document": "b", "event": "2012-05"}, ["another month of one year"], True),
    ("40 men", {"event": "2012-04"}, "41 men", {"document": "b", "event": "2013-04"}, ["another event"], True),
    ("40 men", {"event": "2012-04"}, "41 men", {"document": "b", "event": "2012-05-06"}, ["another event"], True),
    ("40 men", {"event": "2012"}, "41 men", {"document": "b", "event": "2013"}, ["another event"], True),
    ("40 men", {"event": "2012"}, "41 men", {"document": "b"}, ["another event"], True),
    ("463 men", {"event": "2012"}, "463 men", {"document": "b"}, ["an event named by one alone, of one number"], False),
    ("463 men", {"event": "2012"}, "463 men", {"document": "b", "event": "2013"}, ["another event"], False),
    (
        "40 men",
        {"event": "2012", "carried": True},
        "41 men",
        {"document": "b"},
        ["another event, by the sentence before"],
        False,
    ),
    ("40 men", {"event": "2012", "carried": True}, "41 men", {"document": "b", "event": "2012"}, ["the same event"], False),
    ("40 men", {"carried": True}, "41 men", {"document": "b"}, [], False),
    ("40 men", {"anchor": "Lorne"}, "41 men", {"document": "b", "anchor": "Lorne"}, ["measured from one place"], False),
    ("40 men", {"anchor": "Lorne"}, "41 men", {"document": "b", "anchor": "Karst"}, ["measured from another place"], False),
    ("40 men", {"anchor": "Lorne"}, "41 men", {"document": "b"}, [], False),
    (
        "40 men",
        {"names": frozenset({"Holm", "Reed"})},
        "41 men",
        {"document": "b", "names": frozenset({"Holm"})},
        ["the same person"],
        False,
    ),
    (
        "40 men",
        {"names": frozenset({"Holm"})},
        "41 men",
        {"document": "b", "names": frozenset({"Reed"})},
        ["another person"],
        True,
    ),
    ("40 men", {"names": frozenset({"Holm"})}, "41 men", {"document": "b"}, [], False),
    (
        "40 men",
        {"only": frozenset({"men"})},
        "41 men",
        {"document": "b", "only": frozenset({"men"})},
        ["the only one of its kind"],
        False,
    ),
    ("40 men", {"only": frozenset({"men"})}, "41 men", {"document": "b", "only": frozenset({"boats"})}, [], False),
    ("40 men", {"gap": True}, "41 men", {"document": "b"}, ["a difference, and a level"], True),
    ("40 men", {"gap": True}, "41 men", {"document": "b", "gap": True}, [], False),
    ("40 men", {"whole_role": "adult"}, "41 men", {"document": "b", "whole_role": "voter"}, ["shares of another whole"], True),
    ("40 men", {"whole_role": "adult"}, "41 men", {"document": "b", "whole_role": "adult"}, [], False),
    ("40 men", {"whole_role": "adult"}, "41 men", {"document": "b"}, [], False),
    ("40 men", {"whole": "budget"}, "41 men", {"document": "b", "whole": "budget"}, ["of one whole"], False),
    ("40 men", {"whole": "budget"}, "41 men", {"document": "b", "whole": "staff"}, ["of wholes told otherwise"], False),
    ("40 men", {"whole": "budget"}, "41 men", {"document": "b"}, [], False),
    ("40 men", {"as_of": "2031-05-03"}, "41 men", {"document": "b", "as_of": "2031-05-03"}, ["of one time"], False),
    ("40 men", {"as_of": "2031-05-03"}, "41 men", {"document": "b", "as_of": "2031-05-05"}, ["of another time"], False),
    ("40 men", {"as_of": "2031-05-03"}, "41 men", {"document": "b"}, [], False),
    (
        "30% of men",
        {"whole": None, "whole_role": None},
        "70% of men",
        {"document": "b", "whole": None, "whole_role": None},
        ["a part and the rest"],
        False,
    ),
    (
        "30% of men",
        {"whole": None, "whole_role": None},
        "60% of men",
        {"document": "b", "whole": None, "whole_role": None},
        [],
        False,
    ),
    (
        "50% of men",
        {"whole": None, "whole_role": None},
        "50% of men",
        {"document": "b", "whole": None, "whole_role": None},
        [],
        False,
    ),
    ("30 men", {}, "70 men", {"document": "b"}, [], False),
    (
        "many men",
        {"measure": "killed"},
        "a large number of men",
        {"measure": "killed"},
        ["said again in words of one size"],
        False,
    ),
    ("many men", {"measure": "killed"}, "a large number of men", {"document": "b", "measure": "killed"}, [], False),
    ("many men", {}, "a large number of men", {}, [], False),
    ("many men", {"measure": "killed"}, "a large number of men", {"measure": "injured"}, [], False),
    ("many men", {"measure": "killed"}, "a large number of boats", {"measure": "killed"}, [], False),
    (
        "many men",
        {"measure": "killed", "other": True},
        "a large number of men",
        {"measure": "killed", "other": True},
        [],
        False,
    ),
    ("many men", {"measure": "killed"}, "a few men", {"measure": "killed"}, [], False),
    ("several men", {"measure": "killed"}, "a few men", {"measure": "killed"}, ["said again in words of one size"], False),
    ("dozens of men", {"measure": "killed"}, "several men", {"measure": "killed"}, ["said again in words of one size"], False),
    ("scores of men", {"measure": "killed"}, "several men", {"measure": "killed"}, [], False),
    ("several men", {"measure": "killed"}, "40 men", {"measure": "killed"}, [], False),
]
"""Two figures and their slots, the levels of scope that they reach, and whether the slots say outright that they are two."""


@pytest.mark.parametrize(("one", "own", "other", "its", "levels", "apart"), SCOPES)
def test_what_slots_say_of_scope(one: str, own: Slots, other: str, its: Slots, levels: list[str], apart: bool) -> None:
    """A level is reached where both figures say what it is about, or one alone where the level is of one alone."""
    a, b = figure(one, **own), figure(other, **its)
    for x, y in ((a, b), (b, a)):
        assert (sorted(level for level, _ in scope.spoken(x, y, LOOK)), vetoes.other_scope(x, y)) == (levels, apart)


SAID: list[tuple[str, str, Slots, str, Slots, list[str]]] = [
    ("counted noun", "40 men", {}, "41 men", {}, ["same"]),
    ("counted noun", "40 men", {}, "41 boats", {}, ["another class"]),
    ("counted noun", "40 men", {"head": None}, "41 men", {}, ["named by one alone"]),
    ("counted noun", "40 men", {"head": None}, "41 men", {"head": None}, ["named by neither"]),
    ("counted noun", "40 lorries", {}, "41 trucks", {}, ["another word for it"]),
    ("counted noun", "40 pirates", {}, "41 suspects", {}, ["same class"]),
    ("counted noun", "40 men", {}, "41 children", {}, ["a part of the people"]),
    ("counted noun", "40 women", {}, "41 children", {}, ["another role"]),
    ("counted noun", "40 boats", {}, "41 children", {}, ["another class"]),
    ("counted noun", "40 soldiers", {}, "41 smugglers", {}, ["another role"]),
    ("counted noun", "40 soldiers", {}, "41 rebels", {}, ["same class"]),
    ("counted noun", "40 soldiers", {}, "41 guests", {}, ["same class"]),
    ("counted noun", "40 jobs", {}, "41 workers", {}, ["a kindred class"]),
    ("counted noun", "40 seats", {}, "41 jobs", {}, ["another class"]),
    ("counted noun", "40 grobs", {}, "41 flims", {}, ["different"]),
    ("counted noun", "40 grobs", {}, "41 things", {}, ["a general word"]),
    ("counted noun", "40 grobs", {}, "41 boats", {}, ["different"]),
    ("counted noun", "40 things", {}, "41 boats", {}, ["a general word"]),
    ("counted noun", "40 bits", {}, "41 things", {}, ["named by one alone"]),
    ("counted noun", "40 men", {"rare": 0.5}, "41 men", {"rare": 0.5}, ["same", "the rarer in the story"]),
    ("counted noun", "40 men", {"rare": 0.0}, "41 men", {"rare": 0.0}, ["same"]),
    ("counted noun", "40 men", {"rare": 0.5}, "41 boats", {"rare": 0.5}, ["another class"]),
    (
        "counted noun",
        "40 men",
        {"described": frozenset({"armed"})},
        "41 men",
        {"described": frozenset({"armed", "old"})},
        ["described alike", "same"],
    ),
    (
        "counted noun",
        "40 men",
        {"described": frozenset({"armed"})},
        "41 men",
        {"described": frozenset({"old"})},
        ["described otherwise", "same"],
    ),
    ("counted noun", "40 men", {"described": frozenset({"armed"})}, "41 men", {}, ["described by one alone", "same"]),
    (
        "counted noun",
        "40 men",
        {"proper": frozenset({"Orsk"})},
        "41 men",
        {"proper": frozenset({"Karst"})},
        ["of another name", "same"],
    ),
    ("counted noun", "40 men", {"proper": frozenset({"Orsk"})}, "41 men", {"proper": frozenset({"Karst", "Orsk"})}, ["same"]),
    ("counted noun", "40 men", {"proper": frozenset({"Orsk"})}, "41 men", {}, ["same"]),
    ("measure", "40 men", {"measure": None}, "41 men", {"measure": None}, ["named by neither"]),
    ("measure", "40 men", {"measure": "killed"}, "41 men", {"measure": None}, ["named by one alone"]),
    ("measure", "40 men", {"measure": "killed"}, "41 men", {"measure": "killed"}, ["same"]),
    ("measure", "40 men", {"measure": "killed"}, "41 men", {"measure": "casualties"}, ["one holds the other"]),
    ("measure", "40 men", {"measure": "killed"}, "41 men", {"measure": "injured"}, ["contrary"]),
    ("measure", "40 men", {"measure": "killed"}, "41 men", {"measure": "treated"}, ["contrary"]),
    ("measure", "40 men", {"measure": "injured"}, "41 men", {"measure": "treated"}, ["one holds the other"]),
    ("measure", "40 men", {"measure": "spent"}, "41 men", {"measure": "cost"}, ["another word for it"]),
    ("measure", "40 men", {"measure": "price"}, "41 men", {"measure": "cost"}, ["one holds the other"]),
    ("measure", "40 men", {"measure": "held"}, "41 men", {"measure": "seen"}, ["another"]),
    ("measure", "40 men", {"measure": "killed"}, "41 men", {"measure": "attended"}, ["contrary"]),
    ("measure", "40 men", {"measure": "deployed"}, "41 men", {"measure": "attended"}, ["another"]),
    ("measure", "40 men", {"measure": "missing"}, "41 men", {"measure": "since"}, ["contrary"]),
    ("measure", "40 men", {"measure": "since"}, "41 men", {"measure": "until"}, ["another word for it"]),
    ("measure", "40 men", {"measure": "destroyed"}, "41 men", {"measure": "damaged"}, ["contrary"]),
    ("hedge", "40 men", {}, "41 men", {}, []),
    ("hedge", "about 40 men", {}, "about 41 men", {}, ["same"]),
    ("hedge", "about 40 men", {}, "41 men", {}, ["“about” on one alone"]),
    ("hedge", "about 40 men", {}, "at least 41 men", {}, ["a bound on one alone", "“about” on one alone"]),
    ("hedge", "at least 40 men", {}, "41 men", {}, ["a bound on one alone"]),
    ("hedge", "at least 40 men", {}, "up to 41 men", {}, ["bounds opposed"]),
    ("hedge", "at least 40 men", {}, "at least 41 men", {}, ["same"]),
    ("hedge", "up to 40 men", {}, "40 to 50 men", {}, ["a bound on one alone"]),
    ("hedge", "dozens of men", {}, "41 men", {}, []),
    ("hedge", "40 to 50 men", {}, "40 to 60 men", {}, ["same"]),
]
_SPOKEN: dict[str, Callable[..., Any]] = {family.NAME: family.spoken for family in (noun, measure, hedge)}


@pytest.mark.parametrize(("family", "one", "own", "other", "its", "levels"), SAID)
def test_what_slots_say(family: str, one: str, own: Slots, other: str, its: Slots, levels: list[str]) -> None:
    """Nouns, measures and hedges reach one level whichever figure comes first."""
    a, b = figure(one, **own), figure(other, document="b", **its)
    for x, y in ((a, b), (b, a)):
        assert sorted(level for level, _ in _SPOKEN[family](x, y, LOOK)) == levels


BARRED: list[tuple[str, Slots, str, Slots, bool]] = [
    ("40 men", {}, "40 men", {}, True),
    ("40 men", {}, "40 men", {"document": "b"}, False),
    ("40 men", {}, "90 men", {"document": "b"}, False),
    ("many men", {"measure": "killed"}, "a few men", {"document": "b", "measure": "killed"}, False),
    ("many men", {"measure": "killed"}, "a few men", {"document": "b", "measure": "injured"}, True),
    ("many men", {"measure": None}, "a few men", {"document": "b", "measure": None}, False),
    ("many men", {"measure": "since"}, "a few men", {"document": "b", "measure": "since"}, False),
    ("many men", {"measure": "held"}, "a few men", {"document": "b", "measure": "seen"}, False),
    ("many men", {"measure": "held"}, "40 men", {"document": "b", "measure": "seen"}, False),
    ("many men", {"measure": None}, "a large number of men", {"document": "b", "measure": None}, True),
    ("many men", {"measure": "killed"}, "a large number of men", {"document": "b", "measure": None}, True),
    ("many men", {"measure": "killed"}, "a large number of men", {"document": "b", "measure": "killed"}, False),
    ("many men", {"measure": "killed"}, "a large number of men", {"document": "b", "measure": "injured"}, True),
    ("many men", {"measure": "since"}, "a large number of men", {"document": "b", "measure": "since"}, True),
    ("many men", {"measure": "held"}, "a large number of men", {"document": "b", "measure": "seen"}, True),
    ("40 men", {"measure": "killed"}, "40 men", {"document": "b", "measure": "injured"}, True),
    ("40 men", {"measure": "killed"}, "90 men", {"document": "b", "measure": "casualties"}, True),
    ("90 men", {"measure": "killed"}, "40 men", {"document": "b", "measure": "casualties"}, False),
    ("40 men", {"measure": "killed"}, "40 men", {"document": "b", "measure": "casualties"}, False),
    ("400 men", {"measure": "demonstrated"}, "900 men", {"document": "b", "measure": "attended"}, False),
    ("900 men", {"measure": "demonstrated"}, "400 men", {"document": "b", "measure": "attended"}, False),
    ("40 men", {"measure": "killed"}, "hundreds of men", {"document": "b", "measure": "casualties"}, True),
    ("40 men", {"measure": "killed"}, "many men", {"document": "b", "measure": "casualties"}, False),
    ("40 men", {"window": "past week"}, "40 men", {"document": "b", "window": "past month"}, True),
    ("40 men", {"event": "2012"}, "90 men", {"document": "b"}, True),
    ("40 men", {"event": "2012"}, "40 men", {"document": "b"}, False),
    ("40 men", {"event": "2012"}, "90 men", {"document": "b", "event": "2012-04"}, False),
    ("40 men", {"event": "2012"}, "90 men", {"document": "b", "carried": True}, False),
]


@pytest.mark.parametrize(("one", "own", "other", "its", "expected"), BARRED)
def test_what_bars_two_figures(one: str, own: Slots, other: str, its: Slots, expected: bool) -> None:
    """One sentence, another scope, contrary measures, and a part larger than its whole bar two figures; sizes alone do not."""
    (a,), (b,) = fold([figure(one, index=0, **own)]), fold([figure(other, index=1, **its)])
    assert vetoes.barred(a, b, LOOK) is vetoes.barred(b, a, LOOK) is expected


UNITS: list[tuple[str, Slots, str, Slots, str | None]] = [
    ("$40", {}, "€40", {}, "currency"),
    ("$40", {}, "$40", {}, None),
    ("$40", {}, "40 km", {}, None),
    ("40 km", {}, "40 miles", {}, "unit"),
    ("40 km", {"measure": "depth"}, "40 miles", {"measure": "distance"}, None),
    ("40 km", {"measure": "depth"}, "40 miles", {"measure": "depth"}, "unit"),
    ("40 km", {"window": "past week"}, "40 miles", {"window": "past month"}, None),
    ("40 km (25 miles)", {}, "25 miles", {}, None),
    ("40 km (25 miles)", {}, "40 miles", {}, "unit"),
    ("40 km (40 miles)", {}, "40 miles", {}, None),
    ("40%", {}, "40 percentage points", {}, None),
    ("40 boats", {}, "40%", {}, None),
]
SLOTS: list[tuple[str, Slots, str, Slots, str | None]] = [
    ("40 men", {}, "40 men", {}, None),
    ("40 men", {"measure": "killed"}, "40 men", {"measure": "injured"}, "measure"),
    ("40 men", {"measure": "killed"}, "41 men", {"measure": "injured"}, None),
    ("40 men", {"measure": "killed"}, "more than 40 men", {"measure": "injured"}, "measure"),
    ("40 men", {"measure": "killed", "window": "past week"}, "40 men", {"measure": "injured", "window": "past month"}, None),
    ("40 men", {"window": "past week"}, "40 men", {"window": "past month"}, "window"),
    ("40 men", {"scale": "part"}, "40 men", {"scale": "whole"}, "place"),
    ("40 men", {"measure": "killed"}, "40 boats", {"measure": "injured"}, None),
    ("40 men", {"measure": "killed"}, "40 soldiers", {"measure": "injured"}, "measure"),
    ("40 men", {"measure": "killed", "head": None}, "40 boats", {"measure": "injured"}, "measure"),
    ("40 boys", {"subset": True, "whole": "man"}, "40 men", {}, "subset"),
    ("20%", {"whole_role": "adult"}, "20%", {"whole_role": "voter"}, "denominator"),
    ("20%", {"whole_role": "adult"}, "20%", {"whole_role": "adult"}, None),
    ("20%", {"whole_role": "adult", "measure": "backed"}, "20%", {"whole_role": "voter", "measure": "spent"}, None),
    ("20%", {"whole_role": "adult", "measure": "backed"}, "20%", {"whole_role": "voter"}, None),
    ("20%", {"whole_role": "adult"}, "20%", {"whole_role": "voter", "whole": "voter", "measure": "voted"}, "denominator"),
    ("20%", {"whole_role": "adult"}, "20%", {"whole_role": "voter", "whole": "owner", "measure": "voted"}, None),
    ("40 men", {"whole_role": "adult"}, "40 men", {"whole_role": "voter"}, None),
    ("20%", {"measure": "backed"}, "20 percentage points", {"measure": "backed"}, "unit kind"),
    ("20%", {"measure": None}, "20 percentage points", {"measure": None}, None),
    ("20%", {"measure": "backed"}, "20 percentage points", {"measure": "spent"}, None),
    ("20%", {"whole": "household"}, "20 households", {}, "denominator"),
    ("20%", {"whole": "home"}, "20 households", {}, None),
    ("20%", {"whole": None}, "20 households", {}, None),
    ("20 km", {"whole": "household"}, "20 households", {}, None),
    ("20 percentage points", {"whole": "household"}, "20 households", {}, None),
]


@pytest.mark.parametrize(("one", "own", "other", "its", "slot"), UNITS)
def test_one_number_in_two_units(one: str, own: Slots, other: str, its: Slots, slot: str | None) -> None:
    """Figures of one number are rivals in unit where dimension, measure and scope are one and neither gives the other's."""
    a, b = figure(one, **own), figure(other, document="b", **its)
    assert _unit(a, b) == _unit(b, a) == slot


@pytest.mark.parametrize(("one", "own", "other", "its", "slot"), SLOTS)
def test_the_one_slot_of_rivals(one: str, own: Slots, other: str, its: Slots, slot: str | None) -> None:
    """Figures of one number are rivals where they differ in one slot and in no more."""
    a, b = figure(one, **own), figure(other, document="b", **its)
    assert _differs(a, b, LOOK)[0] == _differs(b, a, LOOK)[0] == slot


LEADS: list[tuple[list[Slots], tuple[int, bool, str, str] | None]] = [
    ([{}], (1, False, "killed", "man")),
    ([{"leads": False}], None),
    ([{"leads": False}, {}], (2, False, "killed", "man")),
    ([{"measure": None}], None),
    ([{"measure": "since"}], None),
    ([{"subset": True}], None),
    ([{"subset": True}, {}], (2, False, "killed", "man")),
    ([{"subset": True}, {}, {}], (3, False, "killed", "man")),
    ([{"own": True}, {"event": "2012"}, {}], None),
    ([{"own": True}, {}], (2, False, "killed", "man")),
    ([{"event": "2012"}, {}], (2, False, "killed", "man")),
    ([{"vague": True}, {}], (2, False, "killed", "man")),
    ([{"vague": True}, {"vague": True}, {}], (3, True, "killed", "man")),
    ([{"measure": "injured"}, {"measure": "injured"}, {}], (3, False, "injured", "man")),
    ([{"measure": "injured"}, {}], (2, False, "injured", "man")),
    ([{"head": "boy"}, {"head": None}, {"head": None}], (3, False, "killed", "boy")),
]


@pytest.mark.parametrize(("members", "lead"), LEADS)
def test_a_group_as_a_headline(members: list[Slots], lead: tuple[int, bool, str, str] | None) -> None:
    """A group leads with its commonest measure and noun where one of it leads and no more than half is of another scope."""
    made = [
        figure("many men" if own.pop("vague", False) else "40 men", f"d{at}", **({"leads": True, "measure": "killed"} | own))
        for at, own in enumerate(map(dict, members))
    ]
    found = _lead(0, made, LOOK)
    assert (found and (found.told, found.sized, found.measure, found.head)) == lead


Thing = tuple[str | None, str | None, str | None]
THINGS: list[tuple[Thing, Thing, bool]] = [
    ((None, None, None), (None, None, None), True),
    (("man", "person", None), ("man", "person", None), True),
    (("man", "person", None), ("boat", "vehicle", None), False),
    (("man", "person", None), ("guest", "person", None), True),
    (("man", "person", None), ("grob", None, None), True),
    (("man", "person", None), (None, "vehicle", None), True),
    ((None, "person", None), ("boat", "vehicle", None), True),
    (("man", "person", None), ("child", "person", "child"), False),
    (("woman", "person", "woman"), ("child", "person", "child"), True),
    (("man", "vehicle", None), ("man", "person", None), True),
    (("grob", None, None), ("flim", None, None), True),
]
"""The noun, the class and the role of two headlines, and whether they may be of one thing."""


@pytest.mark.parametrize(("one", "other", "expected"), THINGS)
def test_headlines_of_one_thing(one: Thing, other: Thing, expected: bool) -> None:
    """Two headlines are of one thing by noun or class, or where one names none; women and children are none of the others."""
    a, b = (_Lead(0, 1, False, "count", "killed", *thing) for thing in (one, other))
    assert _same_thing(a, b, LOOK) is _same_thing(b, a, LOOK) is expected


READ: list[tuple[str, list[Slots]]] = [
    (
        "The storm killed 40 ex-soldiers in Orsk.",
        [
            {
                "head": "soldier",
                "thing": "soldier",
                "kind": "person",
                "role": "fighter",
                "measure": "killed",
                "called": ["orsk"],
                "only": ["count, killed, fighter", "count, soldier"],
                "digits": 1,
            }
        ],
    ),
    (
        "Some 40 fire engines came.",
        [
            {
                "head": "engine",
                "thing": "engine",
                "kind": "vehicle",
                "described": ["fir"],
                "only": ["count, engine"],
                "digits": 1,
            }
        ],
    ),
    (
        "Some 40 Frenchmen came.",
        [
            {
                "head": "frenchman",
                "thing": "frenchman",
                "kind": "person",
                "called": ["frenchmen"],
                "only": ["count, frenchman"],
                "digits": 1,
            }
        ],
    ),
    (
        "Some 40 Orskers came.",
        [{"head": "orsker", "thing": "orsker", "called": ["orsk"], "only": ["count, orsker"], "digits": 1}],
    ),
    ("Some 40 Dutch came.", [{"head": "dutch", "thing": "dutch", "called": ["dutch"], "only": ["count, dutch"], "digits": 1}]),
    (
        "The 39-year-old tram driver was held.",
        [{"head": "driver", "thing": "driver", "kind": "person", "measure": "age", "digits": 2}],
    ),
    ("The driver, 39, was held.", [{"head": "driver", "thing": "driver", "kind": "person", "measure": "age", "digits": 2}]),
    ("Aged 39, he was held.", [{"measure": "age", "digits": 2}]),
    (
        "No casualties were reported, 0 in all.",
        [
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "killed",
                "only": ["count, killed, person"],
                "digits": 0,
            },
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "killed",
                "window": "in all",
                "called": ["no"],
                "only": ["count, killed, person"],
                "digits": 0,
            },
        ],
    ),
    (
        "The storm caused 40 casualties.",
        [
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "casualties",
                "only": ["count, casualties, person"],
                "digits": 1,
            }
        ],
    ),
    (
        "The storm caused no casualties.",
        [
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "killed",
                "only": ["count, killed, person"],
                "digits": 0,
            }
        ],
    ),
    ("Some 20% of adults back the plan.", [{"whole": "adult", "whole_role": "adult", "digits": 1}]),
    ("Some 20% of people back the plan.", [{"whole": "people", "digits": 1}]),
    ("Some 20% of the budget went.", [{"measure": "spent", "whole": "budget", "only": ["share, spent, None"], "digits": 1}]),
    (
        "Some 40 of the adults back the plan.",
        [{"head": "adult", "thing": "adult", "kind": "person", "only": ["count, adult"], "digits": 1}],
    ),
    (
        "Some 40 fled in the past week.",
        [
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "fled",
                "window": "past 7 days",
                "only": ["count, fled, person"],
                "digits": 1,
            }
        ],
    ),
    (
        "Some 40 new cases came on Monday.",
        [
            {
                "head": "case",
                "thing": "case",
                "kind": "case",
                "measure": "infected",
                "window": "new",
                "times": ["monday"],
                "described": ["new"],
                "only": ["count, case", "count, infected, case"],
                "digits": 1,
            }
        ],
    ),
    (
        "There were 40 cases in all.",
        [
            {
                "head": "case",
                "thing": "case",
                "kind": "case",
                "measure": "infected",
                "window": "in all",
                "only": ["count, case", "count, infected, case"],
                "digits": 1,
            }
        ],
    ),
    (
        "There were 40 new cases in all.",
        [
            {
                "head": "case",
                "thing": "case",
                "kind": "case",
                "measure": "infected",
                "window": "in all",
                "described": ["new"],
                "only": ["count, case", "count, infected, case"],
                "digits": 1,
            }
        ],
    ),
    ("Some 20% in all went.", [{"digits": 1}]),
    ("Some 20% fled in the past week.", [{"window": "past 7 days", "digits": 1}]),
    (
        "Many joined the rebels, and several joined the rebels in Orsk.",
        [
            {"head": "people", "thing": "peopl", "kind": "person", "measure": "joined", "digits": 0, "rank": 60},
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "joined",
                "subset": True,
                "called": ["man", "orsk"],
                "digits": 1,
                "rank": 20,
            },
        ],
    ),
    (
        "Many joined the rebels, and a large number joined the rebels in Orsk.",
        [
            {"head": "people", "thing": "peopl", "kind": "person", "measure": "joined", "digits": 0, "rank": 60},
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "joined",
                "called": ["man", "orsk"],
                "digits": 0,
                "rank": 60,
            },
        ],
    ),
    (
        "Hundreds joined the rebels, and several joined the rebels in Orsk.",
        [
            {"head": "people", "thing": "peopl", "kind": "person", "measure": "joined", "digits": 1, "rank": 50},
            {
                "head": "people",
                "thing": "peopl",
                "kind": "person",
                "measure": "joined",
                "called": ["hundred", "orsk"],
                "digits": 1,
                "rank": 20,
            },
        ],
    ),
    (
        "The bay is 40 m deep there. The bay is 12 m deep here.",
        [{"measure": "depth", "digits": 1}, {"measure": "depth", "digits": 2}],
    ),
    (
        "The bay is 40 m deep there. The bay is 40 m deep here.",
        [
            {"measure": "depth", "only": ["length, depth, None"], "digits": 1},
            {"measure": "depth", "only": ["length, depth, None"], "digits": 1},
        ],
    ),
    (
        "The port lost 40 lorries. The port lost 12 boats.",
        [
            {
                "head": "lorry",
                "thing": "lorr",
                "kind": "vehicle",
                "measure": "lost",
                "only": ["count, lorr", "count, lost, vehicle"],
                "digits": 1,
            },
            {
                "head": "boat",
                "thing": "boat",
                "kind": "vessel",
                "measure": "lost",
                "only": ["count, boat", "count, lost, vessel"],
                "digits": 2,
            },
        ],
    ),
    (
        "The port lost 40 lorries. The port lost 12 lorries.",
        [
            {"head": "lorry", "thing": "lorr", "kind": "vehicle", "measure": "lost", "digits": 1},
            {"head": "lorry", "thing": "lorr", "kind": "vehicle", "measure": "lost", "digits": 2},
        ],
    ),
    (
        "The port lost 40 lorries, 12 of them red.",
        [
            {
                "head": "lorry",
                "thing": "lorr",
                "kind": "vehicle",
                "measure": "lost",
                "only": ["count, lorr", "count, lost, vehicle"],
                "digits": 1,
            },
            {
                "head": "lorry",
                "thing": "lorr",
                "kind": "vehicle",
                "measure": "lost",
                "subset": True,
                "whole": "lorry",
                "digits": 2,
            },
        ],
    ),
    (
        "Ada Holm, 23, had 40 boats.",
        [
            {"measure": "age", "called": ["ada", "holm"], "digits": 2},
            {
                "head": "boat",
                "thing": "boat",
                "kind": "vessel",
                "called": ["ada", "holm"],
                "only": ["count, boat"],
                "digits": 1,
            },
        ],
    ),
    (
        "About 4,650,000 men and 45 boats and 46 lorries and 2.5 km came.",
        [
            {"head": "man", "thing": "man", "kind": "person", "digits": 3},
            {"head": "boat", "thing": "boat", "kind": "vessel", "only": ["count, boat"], "digits": 1},
            {"head": "lorry", "thing": "lorr", "kind": "vehicle", "only": ["count, lorr"], "digits": 2},
            {"digits": 1},
        ],
    ),
    (
        "Mayor Ivo Reed of Orsk said 40 armed French soldiers came to Karst in 2012 at 5pm.",
        [
            {
                "head": "soldier",
                "thing": "soldier",
                "kind": "person",
                "role": "fighter",
                "measure": "armed",
                "event": "2012",
                "years": ["2012"],
                "called": ["french", "ivo", "karst", "mayor", "orsk", "reed"],
                "proper": ["french"],
                "described": ["arm", "french"],
                "said": ["orsk"],
                "digits": 1,
            }
        ],
    ),
]
_SLOTS = (
    "head thing kind role measure subset whole whole_role window other event gap years times called proper described said only"
).split()


def slots(candidate: Candidate) -> Slots:
    """Return the slots of a candidate that are filled, and how its number tells."""
    filled = {name: value for name in _SLOTS if (value := getattr(candidate, name))}
    shown = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in filled.items()}
    value = candidate.values[0]
    return shown | {"digits": value.digits} | ({"rank": value.rank} if value.rank else {})


@pytest.mark.parametrize(("text", "filled"), READ, ids=[text for text, _ in READ])
def test_what_is_compared_of_a_figure(text: str, filled: list[Slots]) -> None:
    """Each figure of a text has its noun and class, what is said of it, when and of what, and what it is the only one of."""
    made, articles = told({"a": text})
    assert list(map(slots, candidates(made, articles, LOOK))) == filled
