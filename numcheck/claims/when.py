"""How sure and of when: the modality of a claim, and the time it holds for."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.frame import Frame
from numcheck.claims.words import Words
from numcheck.model.reading import Mention

_NEAR = 7
"""Words before a figure in which "could" or "planned" still speaks of it; behind it, half of them."""
_CLAUSE = frozenset({",", ";", ":", "but", "who", "which", "that", "“", "”", '"', "—"})


def modality(mention: Mention, end: int, frame: Frame, words: Words) -> str | None:
    """Return possible, expected, planned or feared, or None for a plain statement; `end` is behind the counted noun."""
    lower = frame.sentence.lower
    for at in _clause(range(mention.first - 1, max(-1, mention.first - 1 - _NEAR), -1), lower):
        found = words.modality.get(lower[at])
        if found is not None and not (lower[at] == "may" and frame.sentence.words[at] == "May"):
            return found
    for at in _clause(range(end, min(len(lower), end + 4)), lower):
        found = words.modality.get(lower[at])
        if found is not None and frame.sentence.words[at] != "May":
            return found
    return None


def as_of(mention: Mention, end: int, frame: Frame, words: Words) -> str | None:
    """Return the time a figure holds for ("by Friday", "as of May 3"), as written."""
    lower = frame.sentence.lower
    for at in range(max(0, mention.first - 6), min(len(lower) - 1, end + 8)):
        rests = words.as_of.get(lower[at])
        if not rests or mention.first <= at < end:
            continue
        for rest in rests:
            behind = at + 1 + len(rest)
            if tuple(lower[at + 1 : behind]) == rest and behind < len(lower) and _time(lower[behind], words):
                return " ".join(frame.sentence.words[at : behind + 1])
    return None


def _time(word: str, words: Words) -> bool:
    return word in words.weekdays or word in words.months or (len(word) == 4 and word.isdigit())


def _clause(places: range, lower: Sequence[str]) -> list[int]:
    """Return the places up to the first word that ends the clause."""
    kept: list[int] = []
    for at in places:
        if lower[at] in _CLAUSE:
            break
        kept.append(at)
    return kept
