"""What several outlets print word for word is one source; long stories stay within bounds."""

from __future__ import annotations

import pytest
from tellings import told

from numcheck.language import english
from numcheck.link.block import MOST, fold, pairs
from numcheck.link.candidate import candidates, vocabulary
from numcheck.link.copies import copies

WIRE = "A coal barge broke in two off the Sampleton breakwater early on Tuesday, and coastguards pulled 14 sailors out."


def groups(*texts: str) -> list[list[str]]:
    """Return the outlets of each group of copies of texts told by outlets a, b, c ..."""
    made, articles = told({chr(97 + i): text for i, text in enumerate(texts)})
    place = {c.id: c.document for c in made}
    return [sorted({place[i] for i in group}) for group in copies(made, articles)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((WIRE, WIRE), [["a", "b"]]),
        ((WIRE, WIRE.replace("14", "40")), [["a", "b"]]),
        ((WIRE, "It was a grey morning. " + WIRE.replace("early on Tuesday", "at dawn")), [["a", "b"]]),
        ((WIRE, "Fourteen sailors were saved when a barge with coal aboard came apart near Sampleton.", WIRE), [["a", "c"]]),
        (
            (
                WIRE,
                "Coastguards pulled 14 sailors from a barge that broke off Sampleton at dawn on the second day.",
            ),
            [],
        ),
        ((WIRE + " " + WIRE,), []),
        (("Six died.", "Six died."), []),
    ],
)
def test_groups(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    """A passage copied with small changes, or with another number, is one; the same facts in other words are not."""
    assert groups(*texts) == expected


RUN = "Coastguards pulled 14 tired sailors out of icy water before dawn".split()
OWN = {
    "a": "while gulls circled above grey rocks where nobody had slept since Sunday".split(),
    "b": "as crowds gathered along wet piers and church bells rang through fog".split(),
}
RUNS = [
    (15, 9, True),
    (15, 8, False),
    (14, 9, True),
    (14, 8, False),
    (13, 8, True),
    (13, 7, False),
    (10, 8, True),
    (10, 7, False),
]


@pytest.mark.parametrize(("length", "run", "copied"), RUNS)
def test_how_much_of_a_passage_makes_a_copy(length: int, run: int, copied: bool) -> None:
    """Two passages are one that share eight words in a row, and half of their sequences of four."""
    one, other = (" ".join([*RUN[:run], *own[: length - run]]) + "." for own in OWN.values())
    assert groups(one, other) == ([["a", "b"]] if copied else [])


def test_a_claim_is_in_one_group_at_most() -> None:
    """However many outlets print a passage, it makes one group with each claim once."""
    made, articles = told({f"outlet {i}": WIRE for i in range(40)})
    found = copies(made, articles)
    assert [sorted(g) for g in found] == [sorted(c.id for c in made)]


FOLDED = [
    ("The fire killed 463 people.", "By dawn 463 people had been killed by the fire.", True),
    ("The fire destroyed 463.", "By dawn 463 had been destroyed by the fire.", False),
    ("The fire killed 463 people.", "The fire killed 464 people.", False),
    ("There were 463 people.", "By dawn 463 people came.", False),
    ("The fire killed many people.", "The fire killed many people.", False),
    # What is small, or measured, may be met by chance: it is folded in one sentence alone.
    ("The fire killed 12 people.", "By dawn 12 people had been killed by the fire.", False),
    ("The fire killed 12 people.", "The fire killed 12 people.", True),
    ("Repairs cost $463 million.", "The council spent $463 million on repairs.", False),
    ("Repairs cost $463 million.", "Repairs cost $463 million.", True),
]


@pytest.mark.parametrize(("one", "other", "together"), FOLDED)
def test_what_is_folded(one: str, other: str, together: bool) -> None:
    """Equal figures of one noun and measure are compared as one; small or measured ones only of one sentence."""
    made, articles = told({"a": one, "b": other})
    assert (len(fold(candidates(made, articles, vocabulary(english())))) == 1) is together


def test_the_cost_of_comparing_is_bounded() -> None:
    """Each claim of a long story is compared with its likeliest partners alone."""
    texts = {f"outlet {i}": f"Crews cleared {i + 20} trees in {i % 7 + 2} hours near Exampleton on Monday." for i in range(120)}
    made, articles = told(texts)
    folds = fold(candidates(made, articles, vocabulary(english())))
    assert len(folds) > MOST
    assert len(list(pairs(folds))) <= MOST * len(folds)
