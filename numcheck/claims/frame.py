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


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in its sentence, from token `first` up to `last`."""

    first: int
    last: int
    cue: Cue


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
                covered = _add(hits, entry.cues, lower, i)
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
    return tied and sentence.words[i - 2][-1].isalnum()


def _add(hits: list[Hit], found: tuple[Cue, ...], lower: list[str], i: int) -> int:
    """Add the cues at token `i` and return where the words they hide end: a phrase hides all its words."""
    longest = next((len(c.rest) for c in found if tuple(lower[i + 1 : i + 1 + len(c.rest)]) == c.rest), 0)
    for cue in found:
        if len(cue.rest) == longest and tuple(lower[i + 1 : i + 1 + longest]) == cue.rest:
            hits.append(Hit(i, i + 1 + longest, cue))
    return i + 1 + longest if longest else i
