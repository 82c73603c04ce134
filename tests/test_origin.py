"""Origins: the places in a file of a text that was taken out of it."""

from __future__ import annotations

import pytest

from numcheck.model.origin import Origin, Piece, line_starts

FILE = "<p>Cost:\n&pound;5m</p>"
TEXT = "Cost: £5m (in all)"
ORIGIN = Origin(
    (Piece(0, 3, 8), Piece(5, 8, 9), Piece(6, 9, 16), Piece(7, 16, 18), Piece(9, 18, 18)), len(TEXT), line_starts(FILE)
)


@pytest.mark.parametrize(("offset", "place"), [(0, 3), (4, 7), (5, 8), (6, 9), (7, 16), (8, 17), (9, 18), (17, 18), (99, 18)])
def test_at(offset: int, place: int) -> None:
    """A copied character has its own place, and what stands for something has the place of that."""
    assert ORIGIN.at(offset) == place


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Cost", "Cost"),
        ("5m", "5m"),
        ("£", "&pound;"),
        ("£5m", "&pound;5m"),
        ("Cost: £5m", "Cost:\n&pound;5m"),
        ("5m (in all)", "5m"),
        ("(in", ""),
    ],
)
def test_span(words: str, written: str) -> None:
    """The span of some words is what was written for them, without words that the loader put in."""
    start = TEXT.index(words)
    first, last = ORIGIN.span(start, start + len(words))
    assert FILE[first:last] == written
