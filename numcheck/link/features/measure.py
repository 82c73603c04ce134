"""What is said of the counted: killed, injured, spent, missing."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary

NAME = "measure"
LEVELS = {
    "same": ("for", "killed and killed"),
    "another word for it": ("for", "spent and cost"),
    "one holds the other": ("either", "casualties and killed"),
    "named by one alone": ("either", "five killed; five soldiers"),
    "named by neither": ("either", "five boats; five boats"),
    "another": ("against", "held and seen"),
    "contrary": ("against", "killed and injured"),
}


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield the level of the two measures."""
    yield _level(a, b, look), 1.0


def _level(a: Candidate, b: Candidate, look: Vocabulary) -> str:
    x, y = a.measure, b.measure
    if x is None or y is None:
        return "named by neither" if x is y else "named by one alone"
    if x == y:
        return "same"
    if look.wider.get(x) == y or look.wider.get(y) == x:
        return "one holds the other"
    if look.measures.told_alike(x, y):
        return "another word for it"
    return "contrary" if contrary(a, b, look) else "another"


def contrary(a: Candidate, b: Candidate, look: Vocabulary) -> bool:
    """Tell whether two measures exclude each other: of one contrast set, or one of them against all others.

    Those that an article tells many of (time since, time until) hang on one small word, and exclude nothing.
    """
    x, y = a.measure, b.measure
    if x is None or y is None or look.measures.told_alike(x, y) or look.wider.get(x) == y or look.wider.get(y) == x:
        return False
    return look.measures.exclude(x, y) or x in look.against_all or y in look.against_all
