"""How alike the words around the two figures are, by how rare they are in the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum
from operator import eq

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
    if sentence := _both(a.in_sentence, b.in_sentence):
        alike = _cosine(sentence)
        yield "of the sentence, alike", alike
        if a.dimension == "duration":
            yield "of the sentence, alike, of two times", alike
        yield "of the shorter sentence, found in the other", _found(sentence)
    if clause := _both(a.clause, b.clause):
        yield "of the clause, alike", _cosine(clause)
        yield "of the shorter clause, found in the other", _found(clause)
    if near := _both(a.near, b.near):
        yield "nearby, alike", _cosine(near)
        yield "the weightiest shared nearby", max(map(min, near))
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
    before, behind = list(map(eq, a.left, b.left)), list(map(eq, a.right, b.right))
    if any(before) or any(behind):
        yield "beside the figure, each equal", sum(before) + sum(behind)
    if any(before[:1]) and any(behind[:1]):
        yield "right before and right behind, both equal", 1.0


def likeness(a: Bag, b: Bag) -> float:
    """Return the cosine of two bags of weighed words; the sum is exact, so that no order of words shows in it."""
    few, many = sorted((a, b), key=len)
    return fsum([weight * many[word] for word, weight in few.items() if word in many])


def _both(a: Bag, b: Bag) -> list[tuple[float, float]]:
    """Return what each word that two bags share weighs in either."""
    few, many = sorted((a, b), key=len)
    return [(weight, many[word]) for word, weight in few.items() if word in many]


def _cosine(both: Sequence[tuple[float, float]]) -> float:
    return fsum([x * y for x, y in both])


def _found(both: Sequence[tuple[float, float]]) -> float:
    """Return by weight how much of the lighter bag the heavier has."""
    return max(fsum([x * x for x, _ in both]), fsum([y * y for _, y in both]))
