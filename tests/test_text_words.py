"""What stands beside a numeral that is no figure, and the words, clauses and names of a whole text."""

from __future__ import annotations

import pytest

from numcheck.language import english
from numcheck.model.article import Article
from numcheck.model.reading import Surroundings
from numcheck.model.text_words import TextWords
from numcheck.normalise.units import catalogue
from numcheck.reading import read
from numcheck.reading.text_words import text_words


def told(text: str) -> TextWords:
    """Return the words of a text."""
    return text_words(Article("post.txt", text, "Post"))


@pytest.mark.parametrize(
    ("text", "mark", "around"),
    [
        ("The weir held until after 3 March 2031.", "3 March 2031", Surroundings(side=1, time_word="after")),
        ("It closed before 1998.", "1998", Surroundings(side=-1, time_word="before")),
        ("The weir must be mended by Friday.", "Friday", Surroundings(limit=True, time_word="by")),
        ("They waited. Friday is a feast.", "Friday", Surroundings()),
        ("The mayor said Friday that it holds.", "Friday", Surroundings(of_a_saying=True)),
        ("It broke at 15:10 GMT.", "15:10 GMT", Surroundings(zone="gmt")),
        ("It was the third breach of the year.", "third", Surroundings(noun="breach")),
        ("He lived at 14 Osier Lane with a dog.", "14", Surroundings(label=None, street="osier")),
    ],
)
def test_what_stands_beside_a_mark(text: str, mark: str, around: Surroundings) -> None:
    """A mark is carried with the bound, the noun, the zone, the street and the verb of saying that stand right beside it."""
    lexicon = english()
    marks = [found for found in read(text, lexicon, catalogue(lexicon)).marks if found.text == mark]
    assert [found.around for found in marks][:1] == [around]


@pytest.mark.parametrize(
    ("text", "figure", "clause"),
    [
        ("Rain fell; the weir, 40 years old, broke.", "40", "the weir, 40 years old, broke"),
        ("Rain fell. The weir broke in 40 places - all small.", "40", "The weir broke in 40 places"),
        ("The cost (40 crowns) is low.", "40", "40 crowns"),
    ],
)
def test_clauses(text: str, figure: str, clause: str) -> None:
    """A clause ends at a bracket, a semicolon, a dash and with its sentence, and not at a comma."""
    at = text.index(figure)
    first, last = told(text).clause(at, at + len(figure))
    assert text[first:last].strip(" .") == clause


@pytest.mark.parametrize(
    ("text", "written"),
    [("The weir, built of oak, cost 1,200.", "The weir , built of oak , cost 1,200"), ("A fen.", "A fen")],
)
def test_words_and_commas(text: str, written: str) -> None:
    """Words are told with the commas between them; that of a number is part of it."""
    assert " ".join(told(text).written(0, len(text))) == written


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ivo Lang, Ada Holm and Peter Ruiz rowed.", ["Ivo Lang", "Ada Holm", "Peter Ruiz"]),
        ("Ivo Lang rowed. Ada Holm and Peter Ruiz swam.", ["Ada Holm", "Peter Ruiz"]),
        ("Ivo Lang rowed with Ada Holm.", []),
    ],
)
def test_names_in_a_row(text: str, row: list[str]) -> None:
    """Names in a row end with the one behind "and"."""
    assert [name.text for names in told(text).rows for name in names] == row


@pytest.mark.parametrize(
    ("text", "thing", "found"),
    [
        ("He sank a leaky rowing boat.", ("boat",), "a leaky rowing boat"),
        ("He sank a leaky rowing-boat.", ("rowing", "boat"), "a leaky rowing-boat"),
        ("He sank a leaky, old, grey and ugly boat.", ("boat",), None),
        ("He sank a raft. Boats float.", ("boat",), None),
    ],
)
def test_things_with_an_article(text: str, thing: tuple[str, ...], found: str | None) -> None:
    """A thing stands behind its article with few words between, and no comma."""
    spans = list(told(text).with_article(thing, 3))
    assert [text[start:end] for start, end in spans] == ([] if found is None else [found])
