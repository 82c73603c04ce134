"""How sure the two figures are told: bounds, "about", ranges, words of size."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary

NAME = "hedge"
LEVELS = {
    "same": ("either", "about 200 and some 210"),
    "a bound on one alone": ("either", "more than 200 and 230"),
    "bounds opposed": ("either", "at least 200 and up to 250"),
    "“about” on one alone": ("either", "about 200 and 230"),
    "a change and a level": ("against", "fell by 12 and 12"),
    "changes opposed": ("against", "rose 12%, fell 12%"),
    "a degree, of one alone": ("against", "12% more, 12%"),
}
_BOUNDS = frozenset({"floor", "ceiling"})


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what the hedges and directions of the two say."""
    if a.hedge == b.hedge:
        if a.hedge != "exact":
            yield "same", 1.0
    elif {a.hedge, b.hedge} == _BOUNDS:
        yield "bounds opposed", 1.0
    else:
        if (a.hedge in _BOUNDS) != (b.hedge in _BOUNDS):
            yield "a bound on one alone", 1.0
        if "about" in (a.hedge, b.hedge):
            yield "“about” on one alone", 1.0
    x, y = a.claim.quantity.direction, b.claim.quantity.direction
    if x != y:
        yield ("a change and a level" if x is None or y is None else "changes opposed"), 1.0
    if a.saying.degree != b.saying.degree:
        yield "a degree, of one alone", 1.0
