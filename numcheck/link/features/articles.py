"""How the two articles stand to each other: their titles, their days."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.features.words import likeness

NAME = "articles"
LEVELS = {
    "titles, alike": ("for", "0 to 1"),
    "of one day": ("for", "3 May and 3 May"),
    "days apart": ("against", "3 May and 4 May: each, up to five"),
    "the same": ("either", "two figures of one article"),
}
_LONG = 5


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what the articles of the two figures say."""
    if a.paper is b.paper:
        yield "the same", 1.0
        return
    yield "titles, alike", likeness(a.paper.title, b.paper.title)
    if a.paper.day is not None and b.paper.day is not None:
        days = abs((a.paper.day - b.paper.day).days)
        if days:
            yield "days apart", min(days, _LONG)
        else:
            yield "of one day", 1.0
