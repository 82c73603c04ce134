"""The counted noun of a part, and of a bare figure behind another: "six of the 40 boats", "eleven were children"."""

from __future__ import annotations

from numcheck.claims.frame import Frame
from numcheck.claims.noun import Subject, Way, many
from numcheck.claims.words import Words
from numcheck.model.reading import Mention

_THEM = ("them", "whom", "those", "these", "which")
_OF_THEM = (["them"], ["these"], ["those"], ["whom"])
_FROM = frozenset({"from", "in", "at", "near"})
_COME = frozenset({"came", "come", "were", "are", "hailed"})
"""Verbs that with a place behind them only tell where a part is from: "thirty came from Exampleton"."""


def of_them(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the noun that "nine of them children" and "six of whom were women" give to the part, if one does."""
    lower = frame.sentence.lower
    if at + 2 >= len(lower) or lower[at] != "of" or lower[at + 1] not in _THEM:
        return None
    start = at + 2
    while start < len(lower) and lower[start] in words.auxiliaries:
        start += 1
    found = many(start, frame, words) if start < len(lower) else None
    if found is None or found.way != Way.PLURAL or words.classes.get(found.head or "") is None:
        return None
    return found


def of_whole(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the noun of the whole for a part without a noun of its own: "four of the mill's eleven looms"."""
    lower = frame.sentence.lower
    if at >= len(lower) or lower[at] != "of":
        return None
    for i in range(at + 1, min(len(lower), at + 7)):
        if i in frame.figures:
            while i < len(lower) and i in frame.figures:
                i += 1
            found = many(i, frame, words)
            return None if found is None else Subject(found.phrase, found.head, at, at, Way.WHOLE)
        if lower[i] in words.stops and lower[i] not in words.skip_of:
            return None
    return None


def predicate(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the people behind "were" and a bare figure: "Eleven were children"."""
    lower = frame.sentence.lower
    if at + 1 >= len(lower) or lower[at] not in ("were", "are"):
        return None
    found = many(at + 1, frame, words)
    if found is None or found.way != Way.PLURAL or found.last > at + 4 or words.classes.get(found.head or "") != "person":
        return None
    return Subject(found.phrase, found.head, at, at, Way.PREDICATE)


def origin(at: int, frame: Frame, before: Subject | None) -> Subject | None:
    """Return the place a bare figure comes from: "Thirty came from Oss", "nine of them in Oss", "six from Lomm" behind."""
    sentence = frame.sentence
    of = sentence.lower[at : at + 1] == ["of"] and sentence.lower[at + 1 : at + 2] in _OF_THEM
    at += 2 * of
    verb = at < len(sentence.lower) and sentence.lower[at] in _COME
    if not (verb or of or (before is not None and before.way == Way.ORIGIN)):
        return None
    at += verb
    if at + 1 >= len(sentence.lower) or sentence.lower[at] not in _FROM or not sentence.words[at + 1][0].isupper():
        return None
    return (
        Subject(before.phrase, before.head, at, at, Way.ORIGIN)
        if before is not None
        else Subject(None, None, at, at, Way.ORIGIN)
    )


def inherited(mention: Mention, before: Subject, frame: Frame, words: Words) -> bool:
    """Tell whether a bare figure counts what the one before counts: "compared with 63", but not "a rating of 6"."""
    if not mention.unit.startswith("count"):
        return False
    low = mention.interval.low
    if low is not None and low != low.to_integral_value() and words.classes.get(before.head or "") != "score":
        return False
    lower, first = frame.sentence.lower, mention.first
    if first > 1 and lower[first - 1] == "of" and lower[first - 2] in words.speaking_of:
        return True
    return not (first > 1 and lower[first - 1] == "of" and lower[first - 2][0].isalpha() and lower[first - 2] not in words.sums)
