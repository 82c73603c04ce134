"""A sentence prepared for its claims: its figures, its cues, its times, and what lies between two places of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from copy import copy
from datetime import date
from operator import attrgetter

from numcheck.claims.times import Span, span_at
from numcheck.claims.vocabulary import Cue, Entry, Role, Vocabulary
from numcheck.language.cursor import Cursor
from numcheck.language.en.around import BEFORE_MONTH, TO
from numcheck.language.en.inflection import singular
from numcheck.model.frozen import frozen
from numcheck.model.reading import Mention, Sentence

DASHES = ("-", "‐", "‑")
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_INSIDE_A_WORD = ("in", "on", "up")
"""Behind a hyphen these make another word of a participle."""

_FIGURE = 2.5
"""What it costs a cue to lie beyond another figure, in words of distance."""
_OBJECT = 8
"""Words the object of a verb may put between its two parts ("took two men away")."""
_LIGHT = 1.0
"""A barrier up to here does not end an object: "and"."""
_YEAR = len("2009")
_HEADLINE = 0.7
"""Share of capitalised words from which a sentence is a headline, whose capitals name no place."""
_LONG = 3
"""Letters up to which a word may have a small letter in a headline."""


@frozen
class Hit:
    """A cue in its sentence, from token `first` up to `last`; the second part of a verb in two ends at `tail`."""

    first: int
    last: int
    cue: Cue
    tail: int = 0


_FIRST = attrgetter("first")


def within(hits: Sequence[Hit], first: int, last: int) -> Sequence[Hit]:
    """Return those of some cues, from left to right, that begin from token `first` up to `last`."""
    return hits[bisect_left(hits, first, key=_FIRST) : bisect_left(hits, last, key=_FIRST)]


class Annotated(Cursor):
    """A sentence with its figures' tokens, its cues, times, the places of words by their role, and what its barriers cost.

    `vocabulary` has the word tables that it is read by, `day` is when its article was published. Of its cues (`hits`) those
    are `speaking` that are no noun in front of another one: in "debt bailout" the last noun is the thing.
    """

    __slots__ = ("_headline", "_played", "cost", "day", "figures", "hits", "speaking", "times", "vocabulary")

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], day: date | None, vocabulary: Vocabulary) -> None:
        """Look up every word of the sentence once."""
        super().__init__(sentence)
        self.day, self.vocabulary = day, vocabulary
        self.figures = frozenset(i for mention in mentions for i in range(mention.first, mention.last))
        self.hits: list[Hit] = []
        self.times: list[Span] = []
        self._played: dict[Role, list[int]] = {}
        self._headline: bool | None = None
        self.cost = [0.0]
        self._annotate({mention.first for mention in mentions})
        nouns = {hit.first for hit in self.hits if hit.cue.noun}
        self.speaking = [hit for hit in self.hits if not (hit.cue.noun and hit.last in nouns)]

    def between(self, a: int, b: int) -> float:
        """Return what the barriers from token `a` up to `b` cost."""
        return self.cost[b] - self.cost[a] if a < b else 0.0

    def playing(self, role: Role) -> Sequence[int]:
        """Return the places of the words that play a role, from left to right."""
        return self._played.get(role, ())

    @property
    def is_headline(self) -> bool:
        """Whether most of its longer words are capitalised, so that capitals tell nothing."""
        if self._headline is None:
            long = [word for word in self.words if len(word) > _LONG and word.isalpha()]
            self._headline = len(long) > 2 and sum(word[0].isupper() for word in long) > _HEADLINE * len(long)
        return self._headline

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
        known, lower = self.vocabulary.known, self.lower
        for i, word in enumerate(lower):
            entry = known.get(word)
            if entry is not None:
                total += entry.barrier
                covered, timed = self._note(entry, i, covered, timed)
            elif len(word) == _YEAR and i >= timed and word.isdigit() and i not in self.figures:
                timed = self._time(i, timed)
            if i in starts:
                total += _FIGURE
            self.cost.append(total)

    def _note(self, entry: Entry, i: int, covered: int, timed: int) -> tuple[int, int]:
        """Note what the word at `i` is, and return up to where words are hidden by a phrase, and up to where by a time."""
        if i >= covered:
            covered = self._cues(entry.followed.get(self.word(i + 1), entry.cues), i)
        if entry.time and i >= timed:
            timed = self._time(i, timed)
        for role in entry.roles:
            self._played.setdefault(role, []).append(i)
        return covered, timed

    def _time(self, i: int, timed: int) -> int:
        """Add the time at token `i` and return where it ends; `timed` where there is none."""
        found = span_at(i, self)
        if found is None:
            return timed
        self.times.append(found)
        return found.last

    def _is_no_cue(self, i: int) -> bool:
        """Tell whether a word is a month, part of a name ("the North"), or a half of a hyphened one."""
        if not self.words[i].islower() and (self.lower[i] in _DIRECTIONS or self._is_month(i)):
            return True
        return self._is_half_of_a_word(i)

    def _is_half_of_a_word(self, i: int) -> bool:
        """Tell whether a hyphen makes the word at `i` a half of another: "built-in", "film-maker"; not "10-metre-long"."""
        if self.word(i + 1) in DASHES and self.tight(i + 1) and self.word(i + 2) in _INSIDE_A_WORD:
            return True
        if i < 2 or self.lower[i - 1] not in DASHES or i - 2 in self.figures:  # but "10-metre-long"
            return False
        return self.tight(i - 1) and self.words[i - 2][-1].isalnum() and self.lower[i - 2] != "re"

    def _is_month(self, i: int) -> bool:
        """Tell whether a word that may name a month does: the week of March 27, in March."""
        dated = self.word(i + 1)[:1].isdecimal() or self.word(i - 1) in BEFORE_MONTH
        return dated and self.lower[i] in self.vocabulary.calendar.months

    def _cues(self, found: tuple[Cue, ...], i: int) -> int:
        """Add the cues at token `i` and return where the words they hide end: a phrase hides all its words."""
        longest, end = 0, i
        if not found or self._is_no_cue(i):
            return end
        for cue in found:
            if len(cue.rest) < longest:
                break
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
            if self.lower[i] in TO:  # "took four hours to convict him on"
                return 0
            entry = self.vocabulary.known.get(self.lower[i])
            if entry is not None and entry.barrier > _LIGHT:
                return 0
        return 0
