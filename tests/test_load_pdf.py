"""PDF: lines become paragraphs again, words are put together, and page furniture is left out."""

from __future__ import annotations

import pytest
from pdfs import Line, pdf

from numcheck.load import from_bytes
from numcheck.load.pdf import is_cut
from numcheck.model.article import Article


def article(*pages: list[Line]) -> Article:
    (found,) = from_bytes("a.pdf", pdf(pages))
    return found


def lines(*words: str, x: float = 50, top: float = 700, size: float = 10, step: float = 12) -> list[Line]:
    return [(x, top - step * at, size, line) for at, line in enumerate(words)]


CUTS = [
    ("the ferry Aldo-", "ra sank", True),
    ("some twenty-", "five boats", False),
    ("a 1,200-", "tonne ship", False),
    ("the Lorne-", "Sulling road", False),
    ("a well-", "known man", False),
    ("no hyphen", "here", False),
]


@pytest.mark.parametrize(("before", "after", "cut"), CUTS)
def test_hyphens(before: str, after: str, cut: bool) -> None:
    """A hyphen at the end of a line is taken out where it only cuts a word."""
    assert is_cut(before, after, f"{before} {after}") is cut


def test_a_hyphen_that_stands_elsewhere() -> None:
    """A word that the text writes with its hyphen keeps it at the end of a line."""
    assert not is_cut("a coast-", "guard boat", "a coast- guard boat of the coast-guard")


def test_paragraphs() -> None:
    """Lines are one paragraph up to a gap, a change of size, or a short line that ends a sentence."""
    first = lines("Some 34 men and women were on the ferry Aldo-", "ra when it sank off the coast of Lorne on a", "Monday.")
    second = lines("More than 120 of them were saved by the boats", "of the bay, the coastguard said.", top=664)
    third = lines("The search goes on.", top=600)
    assert article(first + second + third).text.split("\n\n") == [
        "Some 34 men and women were on the ferry Aldora when it sank off the coast of Lorne on a\nMonday.",
        "More than 120 of them were saved by the boats\nof the bay, the coastguard said.",
        "The search goes on.",
    ]


def test_furniture() -> None:
    """Page numbers, and what stands at the edge of every page, are not read; the same words within a page are."""
    pages = [
        [
            (50, 800, 8, f"The Harbour Post, 3 March 2031, page {n}"),
            *lines(f"Some {n}4 men came.", "The Harbour Post, 3 March 2031, page 9", "And left.", "And came.", top=600),
            (50, 20, 8, f"{n} / 3"),
        ]
        for n in (1, 2, 3)
    ]
    text = article(*pages).text
    assert "page 1" not in text and "/ 3" not in text
    assert [f"Some {n}4 men came." in text for n in (1, 2, 3)] == [True] * 3


def test_pages() -> None:
    """The spots of a text are its pages, a page without words among them passed over."""
    found = article(lines("Some 34 men came."), [], lines("Then 35 left."))
    assert [(spot.name, found.text[spot.start : spot.start + 4]) for spot in found.spots] == [
        ("page 1", "Some"),
        ("page 3", "Then"),
    ]


def test_columns() -> None:
    """Two columns are read one behind the other."""
    left = lines("Some 34 men and women came", "to the bay of Lorne to see")
    right = lines("the wreck of the ferry that", "sank there on Monday night.", x=320)
    assert " ".join(article(left + right).text.split()).startswith(
        "Some 34 men and women came to the bay of Lorne to see the wreck of"
    )


def test_no_break_spaces() -> None:
    """A figure whose groups stand apart by a no-break space is one figure."""
    assert "2\xa0000 homes" in article(lines("Some 2\xa0000 homes were lost.")).text
