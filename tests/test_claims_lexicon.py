"""Every measure of the lexicon is read from its own example; every table is well formed."""

from __future__ import annotations

from typing import Any

import pytest
from tellings import claims_of

from numcheck.claims.words import compiled
from numcheck.language import english
from numcheck.model.article import Article
from numcheck.model.claim import Claim

MEASURES: dict[str, Any] = english().table("measures")


def told(text: str) -> list[Claim]:
    """Return the claims of a text."""
    return claims_of(Article("a.txt", text, "a"))


@pytest.mark.parametrize("name", MEASURES)
def test_measure_is_read_from_its_example(name: str) -> None:
    """The figure in brackets of a measure's example has that measure."""
    example = MEASURES[name]["example"]
    start, end = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    marked = [c for c in told(text) if c.start < end and c.end > start]
    assert [c.measure for c in marked] == [name], [(c.text, c.counted, c.measure, c.trail) for c in told(text)]


def test_measures_have_known_keys_and_things() -> None:
    """Every row of the measures uses known keys, and names noun classes that exist."""
    keys = {
        "set",
        "part_of",
        "of",
        "things",
        "verbs",
        "participles",
        "nouns",
        "words",
        "phrases",
        "who",
        "label",
        "strong",
        "example",
    }
    keys |= {"only_of", "adjective_of", "against_all", "always", "weak", "like", "loose", "undergone", "names", "sum"}
    keys |= {"phrasal", "does", "beside", "behind", "ahead", "in_front", "to_come", "faint", "settles"}
    classes = {*english().table("nouns")["classes"], "thing"}
    for name, row in MEASURES.items():
        assert set(row) <= keys, name
        assert set(row.get("things", [])) <= classes, name
        assert row["example"].count("[") == 1, name


def test_a_wider_measure_is_of_the_same_set() -> None:
    """A measure that is part of another shares its contrast set."""
    for row in MEASURES.values():
        if "part_of" in row:
            assert MEASURES[row["part_of"]]["set"] == row["set"]


def test_roles_are_people() -> None:
    """Every noun that has a role is of the class of persons."""
    nouns = english().table("nouns")
    for members in nouns["roles"].values():
        assert {n for n in members if compiled(english()).classes.get(n) != "person"} == set()
