"""The names near the two figures."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary

NAME = "names"
LEVELS = {
    "near both, shared": ("for", "of the shorter list, 0 to 1"),
    "near both, none shared": ("against", "Example and Other"),
    "near one alone": ("against", "Example and nobody"),
    "that the other article never has": ("against", "each, up to four"),
}
_FEW = 4


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what the names near the figures say."""
    x, y = a.called, b.called
    if x and y:
        shared = len(x & y)
        if shared:
            yield "near both, shared", shared / min(len(x), len(y))
        else:
            yield "near both, none shared", 1.0
    elif x or y:
        yield "near one alone", 1.0
    foreign = len(x.difference(b.paper.words)) + len(y.difference(a.paper.words))
    if foreign:
        yield "that the other article never has", min(foreign, _FEW)
