"""A sentence prepared for its claims: its figures, its cues, its times, and what lies between two places of it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from numcheck.claims.times import Span, span_at
from numcheck.claims.words import Cue, Entry, Words
from numcheck.language.cursor import Cursor
from numcheck.language.en.inflection import singular
from numcheck.model.reading import Mention, Sentence

DASHES = ("-", "‐", "‑")
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_FIGURE = 2.5
"""What it costs a cue to lie beyond another figure, in words of distance."""
_OBJECT = 8
"""Words the object of a verb may put between its two parts ("took two men away")."""
_LIGHT = 1.0
"""A barrier up to here does not end an object: "and"."""
_YEAR = len("2009")
_UNKNOWN = Entry((), 0.0, time=False, place=False, reporting=False)
"""What a word is that no table knows."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in its sentence, from token `first` up to `last`; the second part of a verb in two ends at `tail`."""

    first: int
    last: int
    cue: Cue
    tail: int = 0


class Annotated(Cursor):
    """A sentence with its figures' tokens, its cues, times, words of place and saying, and what its barriers cost.

    `vocabulary` has the word tables that it is read by, `day` is when its article was published.
    """

    __slots__ = ("cost", "day", "figures", "hits", "places", "reporting", "times", "vocabulary")

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], day: date | None, vocabulary: Words) -> None:
        """Look up every word of the sentence once."""
        super().__init__(sentence)
        self.day, self.vocabulary = day, vocabulary
        self.figures = frozenset(i for mention in mentions for i in range(mention.first, mention.last))
        self.hits: list[Hit] = []
        self.times: list[Span] = []
        self.places: list[int] = []
        self.reporting: list[int] = []
        self.cost = [0.0]
        self._annotate({mention.first for mention in mentions})

    def between(self, a: int, b: int) -> float:
        """Return what the barriers from token `a` up to `b` cost."""
        return self.cost[b] - self.cost[a] if a < b else 0.0

    def without_figures(self) -> Annotated:
        """Return the sentence as if no figure stood in it."""
        bare = copy(self)
        bare.figures = frozenset()
        return bare

    def class_at(self, at: int) -> str | None:
        """Return the class of the noun at token `at` (person, group ...), None where it is of none."""
        word, words = self.word(at), self.vocabulary
        return words.classes.get(word) or words.classes.get(singular(word, words.nouns.plurals))

    def _annotate(self, starts: set[int]) -> None:
        total = 0.0
        timed = covered = 0
        known = self.vocabulary.known
        for i, word in enumerate(self.lower):
            entry = known.get(word, _UNKNOWN)
            total += entry.barrier
            if entry.cues and i >= covered and not self._is_no_cue(i):
                covered = self._cues(entry.cues, i)
            if i >= timed and (entry.time or (len(word) == _YEAR and self._may_be_year(i, word, entry))):
                timed = self._time(i, timed)
            if entry.place:
                self.places.append(i)
            if entry.reporting:
                self.reporting.append(i)
            if i in starts:
                total += _FIGURE
            self.cost.append(total)

    def _may_be_year(self, i: int, word: str, entry: Entry) -> bool:
        return entry is _UNKNOWN and word.isdigit() and i not in self.figures

    def _time(self, i: int, timed: int) -> int:
        """Add the time at token `i` and return where it ends; `timed` where there is none."""
        found = span_at(i, self)
        if found is None:
            return timed
        self.times.append(found)
        return found.last

    def _is_no_cue(self, i: int) -> bool:
        """Tell whether a word is part of a name ("the North"), or the second half of a hyphened one but a figure's own."""
        if self.lower[i] in _DIRECTIONS and not self.words[i].islower():
            return True
        if i < 2 or self.lower[i - 1] not in DASHES or i - 2 in self.figures:  # but "10-metre-long"
            return False
        return self.tight(i - 1) and self.words[i - 2][-1].isalnum() and self.lower[i - 2] != "re"

    def _cues(self, found: tuple[Cue, ...], i: int) -> int:
        """Add the cues at token `i` and return where the words they hide end: a phrase hides all its words."""
        longest, end = 0, i
        behind = self.word(i + 1)
        for cue in found:
            if len(cue.rest) < longest:
                break
            if cue.rest and cue.rest[0] != behind and not cue.open:
                continue
            last = i + 1 + len(cue.rest)
            if tuple(self.lower[i + 1 : last]) == cue.rest:
                longest, end = len(cue.rest), last if cue.rest else end
                self.hits.append(Hit(i, last, cue))
            elif cue.open:
                tail = self._apart(cue.rest, i + 1)
                if tail:
                    self.hits.append(Hit(i, i + 1, cue, tail))
        return end

    def _apart(self, rest: tuple[str, ...], at: int) -> int:
        """Return where the second part of a verb ends behind its object ("took two men away") in the same clause, or 0."""
        for i in range(at, min(self.n, at + _OBJECT)):
            if self.says(i, rest):
                return i + len(rest)
            entry = self.vocabulary.known.get(self.lower[i])
            if entry is not None and entry.barrier > _LIGHT:
                return 0
        return 0
