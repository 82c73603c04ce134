"""Every measure of the lexicon is read from its own example; every table is well formed."""

from __future__ import annotations

import pytest
from tellings import claims_of

from numcheck.claims.vocabulary import compiled
from numcheck.language import english
from numcheck.language.tables import Measures, Nouns
from numcheck.model.article import Article
from numcheck.model.claim import Claim

MEASURES = english().table(Measures).rows


def told(text: str) -> list[Claim]:
    """Return the claims of a text."""
    return claims_of(Article("a.txt", text, "a"))


@pytest.mark.parametrize("name", MEASURES)
def test_measure_is_read_from_its_example(name: str) -> None:
    """The figure in brackets of a measure's example has that measure."""
    example = MEASURES[name].example
    start, end = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    marked = [c for c in told(text) if c.start < end and c.end > start]
    assert [c.measure for c in marked] == [name], [(c.text, c.counted, c.measure, c.trail) for c in told(text)]


def test_measures_have_known_things_and_one_figure() -> None:
    """Every row of the measures names noun classes that exist, and marks one figure in its example."""
    classes = {*english().table(Nouns).classes, "thing"}
    for name, row in MEASURES.items():
        assert row.things <= classes, name
        assert row.example.count("[") == 1, name


def test_a_wider_measure_is_of_the_same_set() -> None:
    """A measure that is part of another shares its contrast set."""
    for row in MEASURES.values():
        if row.part_of is not None:
            assert MEASURES[row.part_of].set == row.set


def test_roles_are_people() -> None:
    """Every noun that has a role is of the class of persons."""
    nouns = english().table(Nouns)
    for members in nouns.roles.values():
        assert {n for n in members if compiled(english()).classes.get(n) != "person"} == set()
