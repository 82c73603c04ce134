"""What may make two figures both true, by what their texts say: the likeliest first, and nothing made up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from judged import claim

from numcheck import compare
from numcheck.judge.verdicts.explanations import explains
from numcheck.judge.verdicts.subjects import Background, Sides
from numcheck.model.claim import Claim, Scope
from numcheck.model.moment import Moment
from numcheck.model.report import View
from numcheck.report import render


def told(x: Claim, y: Claim, also: Sequence[Claim] = (), days: tuple[str, str] | None = None) -> list[tuple[str, str]]:
    """Return the slots and words of what explains two figures; `also` are others of the first outlet on the topic."""
    moments = {c.document: m for c, day in zip((x, y), days or (), strict=False) if (m := Moment.parse(day))}
    sides = Sides((x, y), told={x.document: [x, *also], y.document: [y]}, background=Background(days=moments))
    return [(one.slot, one.text) for one in explains(sides)]


def other(text: str, **slots: Any) -> Claim:
    return claim(text, document="wire", **slots)


EXPLAINED = [
    (claim("12"), other("31", as_of="2031-03-05"), ("time", "“31” is as of 5 March 2031")),
    (
        claim("12", as_of="2031-W09"),
        other("31", as_of="2031-Q1"),
        ("time", "“12” is as of week 9 of 2031, “31” is as of quarter 1 of 2031"),
    ),
    (
        claim("12", scope=Scope(window="2031-05")),
        other("31", scope=Scope(window="in all")),
        ("time", "“12” is for May 2031, “31” counts all so far"),
    ),
    (
        claim("12", scope=Scope(window="past 7 days")),
        other("31", scope=Scope(window="in all")),
        ("time", "“12” is for past 7 days, “31” counts all so far"),
    ),
    (
        claim("12", scope=Scope(window="new")),
        other("31", scope=Scope(window="since january")),
        ("time", "“12” counts the new ones, “31” counts since January"),
    ),
    (
        claim("12", scope=Scope(window="thursday")),
        other("31", scope=Scope(window="second quarter")),
        ("time", "“12” is for Thursday, “31” is for second quarter"),
    ),
    (claim("12", scope=Scope(subset_of="crew")), other("31"), ("part", "“12” counts a part alone, and Wire names no whole")),
    (
        claim("12", scope=Scope(place="Eastmere")),
        other("31", scope=Scope(place="nationwide")),
        ("place", "“12” is of Eastmere, “31” nationwide"),
    ),
    (claim("12"), other("31", modality="feared"), ("modality", "“31” is feared in Wire")),
    (claim("about 2,000"), other("2,613"), ("rounding", "“about 2,000” is told as rough")),
    (claim("about 2,000"), other("2,013"), ("rounding", "“about 2,000” may be “2,013” rounded")),
    (claim("at least 21"), other("48"), ("reading", "“at least 21” is a bound, and has room for “48”")),
    (claim("dozens"), other("38"), ("reading", "“dozens” is a word of size, and has room for “38”")),
    (
        claim("tens of thousands"),
        other("thousands"),
        ("reading", "“tens of thousands” and “thousands” are words of size, and may be said of one number"),
    ),
    (
        claim("12", speaker="police"),
        other("31", speaker="union"),
        ("source", "“12” and “31” have two sources: police, and union"),
    ),
    (
        claim("hundreds"),
        other("31", speaker="ministry"),
        ("source", "“31” has a source (ministry), “hundreds” has none in Post"),
    ),
    (claim("thousands", section="headline"), other("310"), ("reading", "“thousands” stands in the headline of Post")),
    (
        claim("hundreds", scope=Scope(window="since january")),
        other("3"),
        ("time", "“hundreds” counts since January, and Wire names no such time"),
    ),
    (
        claim("dozens", counted="primary school", what="primary schools closed"),
        other("380", counted="school", what="schools closed"),
        ("part", "“dozens” tells of primary schools closed, “380” of schools closed"),
    ),
]


QUIET = [
    (claim("about 2,000"), other("6,300"), ("2031-03-05", "2031-03-05")),
    (claim("12"), other("31", as_of="2031-03-05"), ("2031-03-06", "2031-03-06")),
]


@pytest.mark.parametrize(("x", "y", "days"), QUIET, ids=["rough, but far apart", "of the day of both articles"])
def test_no_explanation(x: Claim, y: Claim, days: tuple[str, str]) -> None:
    """A rough figure stands for no size far from it, and the day of the news parts nothing."""
    assert told(x, y, days=days) == []


def test_a_time_told_twice_explains_once() -> None:
    """A window that is the day a figure holds for is told as that day alone."""
    one, two = "2031-03-05", "2031-03-07"
    x = claim("12", as_of=one, scope=Scope(window=one))
    assert told(x, other("31", as_of=two, scope=Scope(window=two))) == [
        ("time", "“12” is as of 5 March 2031, “31” is as of 7 March 2031")
    ]


@pytest.mark.parametrize(("x", "y", "wanted"), EXPLAINED, ids=[row[2][1] for row in EXPLAINED])
def test_explained(x: Claim, y: Claim, wanted: tuple[str, str]) -> None:
    """Each sort of explanation quotes the words that it rests on, whichever side is first."""
    assert wanted in told(x, y)
    assert wanted[0] in [slot for slot, _ in told(y, x)]


def test_the_likeliest_first() -> None:
    """An outlet that gives both figures explains more than a mood, and a mood more than two days; three are told at most."""
    x, y = claim("12", modality="feared", speaker="police"), other("31", speaker="union")
    found = told(x, y, [claim("31", at=40)], days=("2031-03-05", "2031-03-06"))
    assert found == [
        ("source", "Post also gives “31”"),
        ("modality", "“12” is feared in Post"),
        ("source", "“12” and “31” have two sources: police, and union"),
    ]


UNEXPLAINED = [
    ("two plain figures", claim("12"), other("31")),
    ("a word too small for the number", claim("dozens"), other("380")),
    ("two words that no number is called by", claim("dozens"), other("thousands")),
    ("a word whose speaker is named, and a number without one", claim("dozens", speaker="police"), other("380")),
    ("a number in a headline", claim("12", section="headline"), other("31")),
    ("a rough figure that is far away", claim("about 40"), other("900")),
    ("a day that one side names", claim("12", scope=Scope(window="friday")), other("31")),
    (
        "one thing by two names",
        claim("12", counted="ship", what="ships sunk"),
        other("31", counted="vessel", what="vessels sunk"),
    ),
]


@pytest.mark.parametrize(("x", "y"), [row[1:] for row in UNEXPLAINED], ids=[row[0] for row in UNEXPLAINED])
def test_nothing_is_made_up(x: Claim, y: Claim) -> None:
    """What texts of one day do not qualify is explained by nothing, and a word of size is no explanation of itself."""
    assert told(x, y, days=("2031-03-05", "2031-03-05")) == []
    assert told(y, x) == []


def test_the_same_words_again_explain_nothing() -> None:
    """An outlet that writes its own word twice does not give the other's figure too."""
    assert told(claim("dozens"), other("380"), [claim("Dozens", at=40)]) == []


def test_an_older_figure() -> None:
    """A text that tells the other's figure as one of before explains the most."""
    report = compare(
        [
            ("The Harbour Post", "The ferry fire killed 17 people, the coastguard said."),
            ("Valley Chronicle", "The ferry fire killed 23 people, the coastguard said, up from 17 earlier."),
        ]
    )
    explained = [row.explains for row in report.findings] + [row.explains for row in report.to_check]
    assert all(found[0].slot == "older" for found in explained if found)


def test_shown() -> None:
    """A line under the row says what may make both true, or that nothing was found; the JSON report holds it too."""
    report = compare(
        [
            ("The Harbour Post", "The flood killed 12 people in the Lorne valley. Some 300 people fled, the mayor said."),
            ("Valley Chronicle", "The flood killed 31 people in the Lorne valley. Some 900 people fled, the police said."),
        ]
    )
    for form in ("table", "markdown", "html"):
        page = render(report, form, View(width=0))
        assert "No explanation found in the texts." in page and "Both may hold: " in page, form
    explained = [f["explains"] for f in json.loads(render(report, "json", View()))["findings"] if f["kind"] != "run"]
    assert [] in explained and any(one[:1] and one[0]["slot"] == "source" for one in explained)
