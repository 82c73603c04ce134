"""How alike the words around the two figures are, by how rare they are in the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum
from operator import eq, mul

from numcheck.link.candidate import Bag, Candidate, Vocabulary

NAME = "words"
LEVELS = {
    "of the sentence, alike": ("for", "0 to 1"),
    "of the sentence, alike, of two times": ("for", "many things take two days; 0 to 1"),
    "of the shorter sentence, found in the other": ("for", "0 to 1, by weight"),
    "nearby, alike": ("for", "the seven on either side of the figure, 0 to 1"),
    "of the clause, alike": ("for", "0 to 1"),
    "of the shorter clause, found in the other": ("for", "0 to 1, by weight"),
    "around, alike": ("for", "250 characters on either side of the sentence, 0 to 1"),
    "the weightiest shared nearby": ("for", "by what it weighs in both, 0 to 1"),
    "beside the figure, each equal": ("for", "copied text: of three on either side"),
    "right before and right behind, both equal": ("for", "all 12 of, all 14 of"),
    "telling ones in front, each equal": ("for", "of three"),
    "telling ones behind, each equal": ("for", "of three"),
    "telling ones behind, none shared": ("against", "of three"),
}


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield the likenesses of the words of two claims."""
    if sentence := _shared(a.in_sentence, b.in_sentence):
        alike = _cosine(*sentence)
        yield "of the sentence, alike", alike
        if a.dimension == "duration":
            yield "of the sentence, alike, of two times", alike
        yield "of the shorter sentence, found in the other", _found(*sentence)
    if clause := _shared(a.clause, b.clause):
        yield "of the clause, alike", _cosine(*clause)
        yield "of the shorter clause, found in the other", _found(*clause)
    if near := _shared(a.near, b.near):
        yield "nearby, alike", _cosine(*near)
        yield "the weightiest shared nearby", max(map(min, *near))
    yield "around, alike", likeness(a.around, b.around)
    yield from _touching(a, b)
    before = len(a.before & b.before)
    if before:
        yield "telling ones in front, each equal", before
    behind = len(a.behind & b.behind)
    if behind:
        yield "telling ones behind, each equal", behind
    elif a.behind and b.behind:
        yield "telling ones behind, none shared", 1.0


def _touching(a: Candidate, b: Candidate) -> Iterator[tuple[str, float]]:
    """Yield how many words right beside the figures are equal, each in its place."""
    alike = sum(map(eq, a.left, b.left)) + sum(map(eq, a.right, b.right))
    if alike:
        yield "beside the figure, each equal", alike
    if alike > 1 and a.left[:1] == b.left[:1] != () and a.right[:1] == b.right[:1] != ():
        yield "right before and right behind, both equal", 1.0


def likeness(a: Bag, b: Bag) -> float:
    """Return the cosine of two bags of weighed words; the sum is exact, so that no order of words shows in it."""
    return fsum([a[word] * b[word] for word in a.keys() & b.keys()])


def _shared(a: Bag, b: Bag) -> tuple[list[float], list[float]] | None:
    """Return what the words that two bags share weigh in either; None where they share none."""
    words = a.keys() & b.keys()
    return ([a[word] for word in words], [b[word] for word in words]) if words else None


def _cosine(xs: Sequence[float], ys: Sequence[float]) -> float:
    return fsum(map(mul, xs, ys))


def _found(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return by weight how much of the lighter bag the heavier has."""
    return max(_cosine(xs, xs), _cosine(ys, ys))
