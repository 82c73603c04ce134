"""A sentence prepared for its claims: its figures, its cues, its times, and what lies between two places of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from numcheck.claims.times import Span, span_at
from numcheck.claims.words import Cue, Words
from numcheck.model.reading import Mention, Sentence

DASHES = ("-", "‐", "‑")
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_FIGURE = 2.5
"""What it costs a cue to lie beyond another figure, in words of distance."""
_OBJECT = 8
"""Words the object of a verb may put between its two parts ("took two men away")."""
_LIGHT = 1.0
"""A barrier up to here does not end an object: "and"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in its sentence, from token `first` up to `last`; the second part of a verb in two ends at `tail`."""

    first: int
    last: int
    cue: Cue
    tail: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with its figures' tokens, its cues, times, words of place and saying, and barriers."""

    sentence: Sentence
    figures: frozenset[int]
    hits: tuple[Hit, ...]
    times: tuple[Span, ...]
    places: tuple[int, ...]
    reporting: tuple[int, ...]
    cost: tuple[float, ...]

    def between(self, a: int, b: int) -> float:
        """Return what the barriers from token `a` up to `b` cost."""
        return self.cost[b] - self.cost[a] if a < b else 0.0


def frame(sentence: Sentence, mentions: Sequence[Mention], day: date | None, words: Words) -> Frame:
    """Look up every word of the sentence once; `day` is when its article was published."""
    lower = sentence.lower
    figures: set[int] = set()
    for mention in mentions:
        figures.update(range(mention.first, mention.last))
    starts = {mention.first for mention in mentions}
    hits: list[Hit] = []
    times: list[Span] = []
    places: list[int] = []
    reporting: list[int] = []
    cost = [0.0]
    total = 0.0
    taken = covered = 0
    known = words.known
    for i, word in enumerate(lower):
        entry = known.get(word)
        if entry is not None:
            total += entry.barrier
            if (
                entry.cues
                and i >= covered
                and not _modifies(i, sentence, figures)
                and not (word in _DIRECTIONS and not sentence.words[i].islower())
            ):
                covered = _add(hits, entry.cues, lower, i, words)
            if entry.time and i >= taken:
                taken = _time(times, i, sentence, day, words) or taken
            if entry.place:
                places.append(i)
            if entry.reporting:
                reporting.append(i)
        elif len(word) == 4 and i >= taken and i not in figures and word.isdigit():
            taken = _time(times, i, sentence, day, words) or taken
        if i in starts:
            total += _FIGURE
        cost.append(total)
    return Frame(sentence, frozenset(figures), tuple(hits), tuple(times), tuple(places), tuple(reporting), tuple(cost))


def _time(times: list[Span], i: int, sentence: Sentence, day: date | None, words: Words) -> int:
    """Add the time at token `i` and return where it ends, or 0."""
    found = span_at(i, sentence.words, sentence.lower, day, words)
    if found is None:
        return 0
    times.append(found)
    return found.last


def _modifies(i: int, sentence: Sentence, figures: set[int]) -> bool:
    """Tell whether the word is the second half of a hyphened one, other than of the figure's own ("10-metre-long")."""
    if i < 2 or sentence.lower[i - 1] not in DASHES or i - 2 in figures:
        return False
    tied = sentence.starts[i] == sentence.ends[i - 1] and sentence.starts[i - 1] == sentence.ends[i - 2]
    return tied and sentence.words[i - 2][-1].isalnum() and sentence.lower[i - 2] != "re"


def _add(hits: list[Hit], found: tuple[Cue, ...], lower: list[str], i: int, words: Words) -> int:
    """Add the cues at token `i` and return where the words they hide end: a phrase hides all its words."""
    longest, end = 0, i
    behind = lower[i + 1] if i + 1 < len(lower) else ""
    for cue in found:
        if len(cue.rest) < longest:
            break
        if cue.rest and cue.rest[0] != behind and not cue.open:
            continue
        last = i + 1 + len(cue.rest)
        if tuple(lower[i + 1 : last]) == cue.rest:
            longest, end = len(cue.rest), last if cue.rest else end
            hits.append(Hit(i, last, cue))
        elif cue.open:
            tail = _apart(cue.rest, lower, i + 1, words)
            if tail:
                hits.append(Hit(i, i + 1, cue, tail))
    return end


def _apart(rest: tuple[str, ...], lower: list[str], at: int, words: Words) -> int:
    """Return where the second part of a verb ends behind its object ("took two men away") in the same clause, or 0."""
    for i in range(at, min(len(lower), at + _OBJECT)):
        if tuple(lower[i : i + len(rest)]) == rest:
            return i + len(rest)
        entry = words.known.get(lower[i])
        if entry is not None and entry.barrier > _LIGHT:
            return 0
    return 0
