"""How alike the words around the two figures are, by how rare they are in the story."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum
from operator import eq

from numcheck.link.node import Bag, Node, Slots

NAME = "words"
LEVELS = {
    "of the sentence, alike": ("for", "0 to 1"),
    "of the shorter sentence, found in the other": ("for", "0 to 1, by weight"),
    "nearby, alike": ("for", "the seven on either side of the figure, 0 to 1"),
    "of the clause, alike": ("for", "0 to 1"),
    "of the shorter clause, found in the other": ("for", "0 to 1, by weight"),
    "around, alike": ("for", "250 characters on either side of the sentence, 0 to 1"),
    "the weightiest shared nearby": ("for", "by what it weighs in both, 0 to 1"),
    "beside the figure, each equal": ("for", "copied text: of three on either side"),
    "telling ones in front, each equal": ("for", "of three"),
    "telling ones behind, each equal": ("for", "of three"),
    "telling ones behind, none shared": ("against", "of three"),
}


def spoken(a: Node, b: Node, look: Slots) -> Iterator[tuple[str, float]]:
    """Yield the likenesses of the words of two claims."""
    sentence, clause = _shared(a.in_sentence, b.in_sentence), _shared(a.clause, b.clause)
    yield "of the sentence, alike", sentence[0]
    yield "of the shorter sentence, found in the other", sentence[1]
    yield "of the clause, alike", clause[0]
    yield "of the shorter clause, found in the other", clause[1]
    yield "nearby, alike", likeness(a.near, b.near)
    yield "around, alike", likeness(a.around, b.around)
    yield "the weightiest shared nearby", max((min(w, b.near[s]) for s, w in a.near.items() if s in b.near), default=0.0)
    yield "beside the figure, each equal", sum(map(eq, a.left, b.left)) + sum(map(eq, a.right, b.right))
    yield "telling ones in front, each equal", len(set(a.before) & set(b.before))
    behind = len(set(a.behind) & set(b.behind))
    if behind:
        yield "telling ones behind, each equal", behind
    elif a.behind and b.behind:
        yield "telling ones behind, none shared", 1.0


def likeness(a: Bag, b: Bag) -> float:
    """Return the cosine of two bags of weighed words; the sum is exact, so that no order of words shows in it."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return fsum([weight * many[word] for word, weight in few.items() if word in many])


def _shared(a: Bag, b: Bag) -> tuple[float, float]:
    """Return the cosine of two bags, and by weight how much of the lighter bag the heavier has."""
    both = [word for word in a if word in b]
    if not both:
        return 0.0, 0.0
    cosine = fsum([a[word] * b[word] for word in both])
    return cosine, max(fsum([a[w] ** 2 for w in both]), fsum([b[w] ** 2 for w in both]))
