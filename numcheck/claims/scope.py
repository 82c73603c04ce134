"""What bounds a claim: the whole it is part of, its place, its window of time, and the base of a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.claims.frame import Frame
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
        _window(mention.first, end, frame, words),
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


def _window(first: int, end: int, frame: Frame, words: Words) -> str | None:
    """Return the nearest window of time behind the figure, before it, or at the head of its sentence."""
    lower = frame.sentence.lower
    for at in (*range(end, min(len(lower), end + _NEAR)), *range(first - 1, max(-1, first - _NEAR), -1), *range(min(_SENTENCE_START, first))):
        found = _window_at(at, lower, frame, words)
        if found is not None:
            return found
    return None


def _window_at(at: int, lower: Sequence[str], frame: Frame, words: Words) -> str | None:
    word = lower[at]
    if word in words.window_words:
        for i in range(at + 1, min(len(lower), at + 4)):
            if lower[i] in words.window_units or lower[i] in words.months:
                return " ".join(lower[at : i + 1])
            if i not in frame.figures and lower[i] not in words.window_words:
                return None
    if word in words.months and at and lower[at - 1] in ("in", "since", "last", "by") and at + 1 < len(lower):
        following = " ".join(lower[at + 1 : at + 3])
        return f"{word} {following}" if following in ("last year", "this year") else " ".join(lower[at : at + 2]) if _year(lower[at + 1]) else word
    if _year(word) and at and lower[at - 1] in ("in", "since", "during", "by"):
        return f"since {word}" if lower[at - 1] == "since" else word
    if word in words.weekdays:
        return word
    rests = words.so_far.get(word)
    return _match(rests, word, lower, at) if rests else None


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")


def _found(table: Mapping[str, tuple[tuple[str, ...], ...]], lower: Sequence[str], places: range) -> str | None:
    for at in places:
        rests = table.get(lower[at])
        if rests:
            found = _match(rests, lower[at], lower, at)
            if found is not None:
                return found
    return None


def _match(rests: tuple[tuple[str, ...], ...], word: str, lower: Sequence[str], at: int) -> str | None:
    for rest in rests:
        if tuple(lower[at + 1 : at + 1 + len(rest)]) == rest:
            return " ".join((word, *rest))
    return None


def _place(first: int, end: int, frame: Frame, words: Words) -> str | None:
    """Return the name behind the nearest "in", "at" or "near" behind the figure, else before it."""
    lower = frame.sentence.lower
    for at in (*range(end, min(len(lower) - 1, end + _NEAR)), *range(first - 1, max(-1, first - _NEAR), -1)):
        if lower[at] in words.places:
            name = _name(at + 1, frame, words)
            if name is not None:
                return name
        if lower[at] in (";", ":"):
            break
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
