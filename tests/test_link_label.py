"""What topics of one label are told apart by: the slots that half of their claims say, in words that fit a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from judged import claim

from numcheck.link.topic_label import distinct, label
from numcheck.model.claim import Scope
from numcheck.model.story import Topic

DAY = date(2031, 3, 3)


def labels(*slots: Sequence[Scope]) -> list[str]:
    """Return the labels of topics of one label, each of claims with these scopes."""
    told = [
        [claim("12 men", document=f"t{at}", at=place, scope=scope) for place, scope in enumerate(of)]
        for at, of in enumerate(slots)
    ]
    topics = [Topic(f"t{at}", "people killed", "count", tuple(c.id for c in of), 0.9) for at, of in enumerate(told)]
    return [
        topic.label.removeprefix("people killed") for topic in distinct(topics, {c.id: c for of in told for c in of}, [DAY])
    ]


def at(*places: str | None) -> list[Scope]:
    """Return a scope for each place."""
    return [Scope(place=place) for place in places]


def when(*windows: str | None) -> list[Scope]:
    """Return a scope for each time."""
    return [Scope(window=window) for window in windows]


APART = [
    (at("Lorne"), at("Eastmere"), [" in Lorne", " in Eastmere"]),
    (at("Lorne"), at("Lorne"), ["", ""]),
    (at("Lorne", None), at(None), [" in Lorne", ""]),
    (at("Lorne", None, None), at(None), ["", ""]),
    (at("Lorne", "Lorne", None, None, None), at(None), [" in Lorne", ""]),
    (at("Lorne", "Lorne", "Eastmere", None, None), at(None), ["", ""]),
    (at("Lorne", "Lorne", "Eastmere", None), at(None), [" in Lorne", ""]),
    (at("home"), at("abroad"), [" at home", " abroad"]),
    (at("A" * 20), at(None), [f" in {'A' * 20}", ""]),
    (at("A" * 21), at(None), ["", ""]),
    (when("2031-05-14"), when("2030-05-14"), ["", " in 2030"]),
    (when("2030-05-14"), when("2030-05-15"), [" on 14 May", " on 15 May"]),
    (when("2030-05"), when("2030-06"), [" in May 2030", " in June 2030"]),
    (when("2030-Q2"), when("2030-Q3"), ["", ""]),
    (when("2030-W07"), when("2030-W08"), [" in week 7 of 2030", " in week 8 of 2030"]),
    (when("since 2030"), when("since 2029"), [" since 2030", " since 2029"]),
    (when("past week"), when("new"), [" in the past week", ", new ones"]),
    (when("2031-03-03"), when(None), ["", ""]),
    ([Scope(subset_of="total")], at(None), [", part of a total", ""]),
    ([Scope(base="a year earlier")], at(None), [", from a year earlier", ""]),
    ([Scope(base="per head")], at(None), [" per head", ""]),
]


@pytest.mark.parametrize(("one", "other", "expected"), APART)
def test_apart(one: list[Scope], other: list[Scope], expected: list[str]) -> None:
    """A slot is said where half of a topic's claims say it, or two and none says otherwise; what both say tells nothing."""
    assert labels(one, other) == expected
    assert labels(other, one) == expected[::-1]


def test_modality() -> None:
    """What is told as a fear is told apart from what is told."""
    fear, fact = claim("12 men", document="a", modality="feared"), claim("12 men", document="b")
    topics = [Topic(c.id, "people killed", "count", (c.id,), 0.9) for c in (fear, fact)]
    assert [t.label for t in distinct(topics, {c.id: c for c in (fear, fact)}, [])] == [
        "people killed, feared",
        "people killed",
    ]


LABELS = [
    (["boats", "boats", "boats sunk"], "boats"),
    (["unnamed count", "boats"], "boats"),
    (["boats “of the town”", "boats “of the town”", "boats"], "boats"),
    (["boats", "ships"], "ships"),
    (["boats", "wooden boats of the port"], "wooden boats of the port"),
]


@pytest.mark.parametrize(("said", "expected"), LABELS)
def test_label(said: list[str], expected: str) -> None:
    """The commonest label is a topic's, one that names it and quotes nothing first; of equals the one that fills its column."""
    made = [replace(claim("12 men", at=place), what=what) for place, what in enumerate(said)]
    assert label(made) == label(made[::-1]) == expected
