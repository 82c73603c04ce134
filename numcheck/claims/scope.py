"""What bounds a claim: the whole it is part of, its place, its window of time, and the base of a change or rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.claims.frame import Frame
from numcheck.claims.noun import Subject, Way
from numcheck.claims.when import nearest
from numcheck.claims.words import Words
from numcheck.model.claim import Scope
from numcheck.model.reading import Mention

_OF_THESE = frozenset({"them", "whom", "those", "which", "these"})
_NEAR = 14
"""Words a place may stand away from its figure."""
_SCALE = 8
"""Words a word of scale ("worldwide") may stand away from its figure."""
_HEADLINE = 0.7
"""Share of capitalised words from which a sentence is a headline, whose capitals name no place."""
_LEVEL = 8
"""Words between a running count and its level ("the toll in the town rose to 40")."""
_UNNAMED = "another figure"

Named = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def scope(mention: Mention, subject: Subject, whole: str | None, frame: Frame, words: Words) -> Scope:
    """Return the bounds of a claim; `whole` is the noun that the figure before it in the sentence counts."""
    end = max(mention.last, subject.last)
    return Scope(
        _subset(mention, subject, whole, frame.sentence.lower, words),
        _place(mention.first, end, frame, words),
        _window(mention, subject, end, frame, words),
        _base(mention, end, frame, words),
    )


def _subset(mention: Mention, subject: Subject, whole: str | None, lower: Sequence[str], words: Words) -> str | None:
    """Return the noun of the whole that the figure is part of, or None."""
    first, last = mention.first, mention.last
    if mention.unit in ("ratio", "percent"):
        return subject.phrase if _of_a_whole(mention, subject, lower) else None
    before = lower[max(0, first - 3) : first]
    if any(word in words.part_before for word in before):
        return whole or subject.phrase or "total"
    if _of_these(before):
        return whole or "total"
    if subject.way == Way.WHOLE:
        return subject.phrase
    if _among(max(last, subject.last), lower):
        return whole or "total"
    if subject.way == Way.PREDICATE:
        return whole or "people"
    if subject.way == Way.ORIGIN:
        return whole
    behind = lower[last : last + 3]
    if len(behind) >= 2 and behind[0] == "of":
        if behind[1] in _OF_THESE:
            return whole
        if len(behind) == 3 and behind[1] == "the" and behind[2] in words.casualty:
            return "people"
    return whole if whole is not None and _of_the(mention, lower, words) else None


def _of_these(before: Sequence[str]) -> bool:
    """Tell whether "of whom" or "of them," stands before the figure; "of those nine people" tells of all nine."""
    *_, last = before or [""]
    if last == ",":
        return len(before) > 2 and before[-3] == "of" and before[-2] in _OF_THESE
    return len(before) > 1 and before[-2] == "of" and last in ("whom", "which")


def _of_a_whole(mention: Mention, subject: Subject, lower: Sequence[str]) -> bool:
    """Tell whether the noun of a share is its whole ("40 percent of voters"), not what rises by it ("4% year on year")."""
    if mention.direction is not None or subject.first == subject.last:
        return subject.way == Way.WHOLE
    return subject.way != Way.MASS or lower[mention.last : mention.last + 1] == ["of"]


def _among(end: int, lower: Sequence[str]) -> bool:
    """Tell whether "among them" follows ("with 13 soldiers among them")."""
    return lower[end : end + 2] == ["among", "them"]


def _of_the(mention: Mention, lower: Sequence[str], words: Words) -> bool:
    """Tell whether the sentence opens with the whole and the figure follows it: "Of the 180 dead, 13 were soldiers"."""
    opens = lower[0] == "of" and mention.first > 2 and lower[mention.first - 1] == ","
    return opens and not words.casualty.isdisjoint(lower[1 : mention.first])


def _window(mention: Mention, subject: Subject, end: int, frame: Frame, words: Words) -> str | None:
    """Return the window of time in the normal form of `claims.times`; "in all" for a running count, "new" for new ones only."""
    if _running(mention.first, frame.sentence.lower, words):
        return "in all"
    found = nearest([t for t in frame.times if t.window is not None], mention, end, frame, words)
    if found is not None:
        return found.window
    return "new" if _anew(mention, subject, frame.sentence.lower, words) else None


def _running(first: int, lower: Sequence[str], words: Words) -> bool:
    """Tell whether the figure is the level of a running count: "bringing the total to 40"."""
    return (
        first > 2 and lower[first - 1] in ("to", "at") and not words.running.isdisjoint(lower[max(0, first - _LEVEL) : first])
    )


def _anew(mention: Mention, subject: Subject, lower: Sequence[str], words: Words) -> bool:
    """Tell whether new ones alone are counted: "40 new cases"."""
    between = lower[mention.last : max(mention.last, subject.last)]
    return subject.head in words.counted_anew and not words.anew.isdisjoint(between)


def _base(mention: Mention, end: int, frame: Frame, words: Words) -> str | None:
    """Return what a change is measured against, or what a rate is per ("a year earlier", "per month", "per 100,000 people")."""
    if "/" in mention.unit:
        return f"per {mention.unit.partition('/')[2]}"
    lower = frame.sentence.lower
    if end < len(lower) and lower[end] in words.per:
        last = next(
            (i for i in range(end + 1, min(len(lower), end + 4)) if not lower[i][0].isalnum()), min(len(lower), end + 4)
        )
        stop = next((i for i in range(end + 1, last) if lower[i] in words.stops), last)
        if stop > end + 1:
            return " ".join(["per", *lower[end + 1 : stop]])
    near = [at for at in range(max(0, mention.first - 4), min(len(lower), end + 12)) if lower[at] in words.base]
    names = [name for at in near for name in (_named(words.base, lower, at),) if name is not None]
    return next((name for name in names if name != _UNNAMED), names[0] if names else None)


def _named(table: Named, lower: Sequence[str], at: int) -> str | None:
    """Return the name of the longest phrase of a table that begins at token `at`."""
    for rest, name in table.get(lower[at], ()):
        if tuple(lower[at + 1 : at + 1 + len(rest)]) == rest:
            return name
    return None


def _place(first: int, end: int, frame: Frame, words: Words) -> str | None:
    """Return the name behind the nearest "in", "at" or "near" behind the figure, else before it, or a word of scale."""
    named = _named_place(first, end, frame, words)
    scale = _scale(first, end, frame, words)
    if scale is not None and (named is None or abs(scale[0] - end) < abs(named[0] - end)):
        return scale[1]
    return None if named is None else named[1]


def _named_place(first: int, end: int, frame: Frame, words: Words) -> tuple[int, str] | None:
    if not frame.places or _headline(frame.sentence.words):
        return None
    behind = [at for at in frame.places if end <= at < end + _NEAR]
    before = [at for at in reversed(frame.places) if first - _NEAR < at < first]
    for at in (*behind, *before):
        if at and frame.sentence.lower[at - 1] in words.not_a_place:
            continue
        name = _name(at + 1, frame, words)
        if name is not None:
            return at, name
    return None


def _headline(written: Sequence[str]) -> bool:
    """Tell whether most words are capitalised, so that capitals tell nothing."""
    long = [w for w in written if len(w) > 3 and w.isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) > _HEADLINE * len(long)


def _scale(first: int, end: int, frame: Frame, words: Words) -> tuple[int, str] | None:
    """Return how wide the scope is said to be (worldwide, nationwide, home, abroad), and where it is said."""
    lower = frame.sentence.lower
    for at in (*range(end, min(len(lower), end + _SCALE)), *range(first - 1, max(-1, first - _SCALE), -1)):
        name = _named(words.scales, lower, at) if lower[at] in words.scales else None
        if name is not None:
            return at, name
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
