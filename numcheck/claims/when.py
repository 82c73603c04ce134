"""How sure and of when: the modality of a claim, and the time it holds for."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.frame import Frame
from numcheck.claims.times import Span
from numcheck.claims.words import Words
from numcheck.model.reading import Mention

_NEAR = 7
"""Words before a figure in which "could" or "planned" still speaks of it; behind it, half of them."""
_FAR = 14
"""Words a time may stand away from its figure."""
_SENTENCE_START = 8
"""A time in the first words of a sentence holds for all of it."""
_PARTED = frozenset({",", ";", "against", "compared", "while", "whereas", "but", "after", "from"})
"""What parts a figure from a later one with a time of its own."""
_HELD_AGAINST = frozenset(
    {"beat", "beats", "beating", "topped", "exceeded", "missed", "above", "below", "than", "defying", "despite"}
)
"""Behind these a forecast is what the figure is held against, not what it is."""
_COMPARES = frozenset({"than", "compared", "against", "versus", "unlike"})
_ASIDE = 12
"""Words of an aside up to its time at most."""
_EVENTS = frozenset({"event", "quake", "attack", "game"})
_WHOSE = frozenset({"who", "whose", "which"})
_RECORD = 6
"""Words from "the highest" to "since" at most."""
_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
_CLAUSE = frozenset({",", ";", ":", "but", "who", "which", "that", "“", "”", '"', "—"})


def modality(mention: Mention, end: int, frame: Frame, words: Words) -> str | None:
    """Return possible, expected, planned, feared, demanded, offered, or None where plain; `end` is behind the noun."""
    lower = frame.sentence.lower
    for at in _clause(range(mention.first - 1, max(-1, mention.first - 1 - _NEAR), -1), lower):
        found = words.modality.get(lower[at])
        if found is None or (lower[at] == "may" and frame.sentence.words[at] == "May"):
            continue
        if not _HELD_AGAINST.isdisjoint(lower[max(0, at - 2) : at]):  # "beat forecasts", "more than expected"
            continue
        return found
    for at in _clause(range(end, min(len(lower), end + 4)), lower):
        found = words.modality.get(lower[at])
        if found is not None and frame.sentence.words[at] != "May":
            return found
    return None


def as_of(mention: Mention, end: int, frame: Frame, words: Words) -> str | None:
    """Return the time a figure holds for in ISO form (a day, week, month, quarter or year), or None where none is said.

    It is that of the nearest time behind the figure, else before it; without a publish day only what is written in full.
    """
    found = nearest(frame.times, mention, end, frame, words)
    return None if found is None else found.when


def nearest(times: Sequence[Span], mention: Mention, end: int, frame: Frame, words: Words) -> Span | None:
    """Return the nearest time behind the figure, else before it, else at the head of its sentence."""
    own = range(mention.first, mention.last)
    lower = frame.sentence.lower
    opened = next((t for t in reversed(times) if t.opens and t.last <= mention.first), None)
    if opened is not None and ";" not in lower[opened.last : mention.first]:
        return opened
    other = [
        t
        for t in times
        if t.first not in own
        and t.last - 1 not in own
        and not (t.behind_only or (end <= t.first and _owned(t, frame, words)))
        and not _compared(t, frame, words)
        and not _in_an_aside(t, mention.first, frame, words)
    ]
    behind = next((t for t in other if end <= t.first < end + _FAR), None)
    if behind is not None and not _of_another(end, behind.first, frame):
        return behind
    before = next((t for t in reversed(other) if mention.first - _FAR < t.last <= mention.first), None)
    if before is not None and not _of_an_earlier(before, mention.first, frame):
        return before
    return next((t for t in other if t.first < min(_SENTENCE_START, mention.first)), None)


def _owned(time: Span, frame: Frame, words: Words) -> bool:
    """Tell whether a time is only of the thing behind it: "14% of last year's profit", not "in last year's flood"."""
    lower = frame.sentence.lower
    if lower[time.last : time.last + 1] not in (["'s"], ["’s"]):
        return False
    return words.classes.get(next(iter(lower[time.last + 1 : time.last + 2]), "")) not in _EVENTS


def _in_an_aside(time: Span, first: int, frame: Frame, words: Words) -> bool:
    """Tell whether a time before the figure only tells of a name: "the mill, which opened in 1928, burned for two hours"."""
    lower = frame.sentence.lower
    if time.last >= first or lower[time.last] != ",":
        return False
    comma = next((i for i in range(time.first - 1, max(-1, time.first - _ASIDE), -1) if lower[i] == ","), 0)
    return any(word in _RELATIVE or word in words.verbs for word in lower[comma + 1 : time.first]) and comma > 0


def _compared(time: Span, frame: Frame, words: Words) -> bool:
    """Tell whether a time is only what the figure is compared with: "fewer than in 2019", "the most since 1998"."""
    lower = frame.sentence.lower
    if lower[time.first - 1] == "since" and not words.records.isdisjoint(lower[max(0, time.first - _RECORD) : time.first]):
        return True
    for at in range(time.first - 1, max(-1, time.first - 4), -1):
        if at in frame.figures:
            return False
        if frame.sentence.lower[at] in _COMPARES:
            return True
    return False


def _of_another(end: int, at: int, frame: Frame) -> bool:
    """Tell whether the time at token `at` is that of a later figure: "a loss of €4m, against a profit of €2m in 2019"."""
    lower = frame.sentence.lower
    parted = next((i for i in range(end, at) if lower[i] in _PARTED), at)
    if any(lower[i] == "," and lower[i + 1] in _WHOSE for i in range(end, at)):  # "ahead of the mayor, who rules since 2013"
        return True
    return ";" in lower[parted:at] or any(i in frame.figures for i in range(parted, at))


def _of_an_earlier(time: Span, first: int, frame: Frame) -> bool:
    """Tell whether a time in front of the figure is of an earlier one: "€1bn is due this quarter, with savings of €3bn"."""
    between = frame.sentence.lower[time.last : first]
    return ";" in between or ("," in between and any(i in frame.figures for i in range(time.first)))


def _clause(places: range, lower: Sequence[str]) -> list[int]:
    """Return the places up to the first word that ends the clause."""
    kept: list[int] = []
    for at in places:
        if lower[at] in _CLAUSE:
            break
        kept.append(at)
    return kept
