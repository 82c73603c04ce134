"""What bounds a claim: the whole it is part of, its place, its window of time, and the base of a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.claims.frame import Frame, matched
from numcheck.claims.subject import Subject
from numcheck.claims.words import Words
from numcheck.model.claim import Scope
from numcheck.model.reading import Mention

_OF_THESE = frozenset({"them", "whom", "those", "which", "these"})
_NEAR = 14
"""Words a place or a window may stand away from its figure."""
_SENTENCE_START = 8
"""A window in the first words of a sentence holds for all of it."""


def scope(mention: Mention, subject: Subject, whole: str | None, frame: Frame, words: Words) -> Scope:
    """Return the bounds of a claim; `whole` is the noun that the figure before it in the sentence counts."""
    end = max(mention.last, subject.last)
    lower = frame.sentence.lower
    return Scope(
        _subset(mention, subject, whole, lower, words),
        _place(mention.first, end, frame, words),
        _window(mention.first, end, frame),
        _found(words.base, lower, range(max(0, mention.first - 4), min(len(lower), end + 12))),
    )


def _subset(mention: Mention, subject: Subject, whole: str | None, lower: Sequence[str], words: Words) -> str | None:
    """Return the noun of the whole that the figure is part of, or None."""
    first, last = mention.first, mention.last
    if mention.unit in ("ratio", "percent"):
        return subject.phrase
    before = lower[max(0, first - 3) : first]
    if any(word in words.part_before for word in before):
        return whole or subject.phrase or "total"
    if len(before) >= 2 and before[-2] == "of" and before[-1] in _OF_THESE:
        return whole or "total"
    behind = lower[last : last + 3]
    if len(behind) >= 2 and behind[0] == "of":
        if behind[1] in _OF_THESE:
            return whole or subject.phrase or "total"
        if len(behind) == 3 and behind[1] == "the" and behind[2] in words.casualty:
            return behind[2]
    return None


def _window(first: int, end: int, frame: Frame) -> str | None:
    """Return the nearest window of time behind the figure, else before it, else at the head of its sentence."""
    behind = next((text for at, text in frame.windows if end <= at < end + _NEAR), None)
    if behind is not None:
        return behind
    before = next((text for at, text in reversed(frame.windows) if first - _NEAR < at < first), None)
    return before or next((text for at, text in frame.windows if at < min(_SENTENCE_START, first)), None)


def _found(table: Mapping[str, tuple[tuple[str, ...], ...]], lower: Sequence[str], places: range) -> str | None:
    for at in places:
        rests = table.get(lower[at])
        if rests:
            found = matched(rests, lower[at], lower, at)
            if found is not None:
                return found
    return None


def _place(first: int, end: int, frame: Frame, words: Words) -> str | None:
    """Return the name behind the nearest "in", "at" or "near" behind the figure, else before it."""
    behind = [at for at in frame.places if end <= at < end + _NEAR]
    before = [at for at in reversed(frame.places) if first - _NEAR < at < first]
    for at in (*behind, *before):
        name = _name(at + 1, frame, words)
        if name is not None:
            return name
    return None


def _name(at: int, frame: Frame, words: Words) -> str | None:
    """Return the capitalised words from `at` on, over one article."""
    sentence, lower = frame.sentence, frame.sentence.lower
    if at < len(lower) and lower[at] in ("the", "a"):
        at += 1
    name: list[str] = []
    while at < len(lower) and len(name) < 4 and sentence.words[at][0].isupper() and at not in frame.figures:
        if lower[at] in words.months or lower[at] in words.weekdays:
            return None
        name.append(sentence.words[at])
        at += 1
    return " ".join(name) or None
