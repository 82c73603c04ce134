"""The text of a draft as a page shows it: paragraphs, each figure of the ledger a piece of its own that leads to its card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from numcheck.model.frozen import frozen
from numcheck.report.figures import MARKED
from numcheck.report.ledger import Line
from numcheck.report.printable import harmless, tidy, unmarked

_BLOCK = re.compile(r"\s*(?:#|>|[-*+]\s|\d+[.)]\s)")
"""What begins a paragraph without an empty line before it."""


@frozen
class Piece:
    """Some words of a draft; for a figure the row of the ledger, and the id of its card."""

    text: str
    line: Line | None = None
    card: str = ""


def paragraphs(text: str, rows: Iterable[tuple[str, Line]]) -> Iterator[tuple[Piece, ...]]:
    """Yield the paragraphs of a draft's text in pieces; `rows` are the cards' ids and the draft's rows, by place.

    Of two rows whose words overlap the first alone is shown in the text.
    """
    marked, shown, at = [], [], 0
    for card, line in rows:
        start, end = line.passage.start, line.passage.end
        if start >= at:
            marked += [_lines(text[at:start]), MARKED[0], tidy(text[start:end]), MARKED[1]]
            shown.append((line, card))
            at = end
    figures = iter(shown)
    for paragraph in _split("".join([*marked, _lines(text[at:])])):
        words = re.split(f"[{''.join(MARKED)}]", unmarked(paragraph))
        yield tuple(Piece(part, *next(figures)) if place % 2 else Piece(part) for place, part in enumerate(words))


def _lines(text: str) -> str:
    return "\n".join(map(harmless, text.split("\n")))


def _split(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text, each in one line."""
    held: list[str] = []
    for line in [*text.split("\n"), ""]:
        if held and (not line.strip() or _BLOCK.match(line)):
            yield " ".join(held)
            held = []
        if line.strip():
            held.append(line.strip())
