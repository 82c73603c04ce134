"""A sentence prepared for its claims: its figures, its cues, its windows of time, and what lies between two places of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """A sentence with its figures' tokens, its cues, windows of time, words of place and saying, and barriers."""

    sentence: Sentence
    figures: frozenset[int]
    hits: tuple[Hit, ...]
    windows: tuple[tuple[int, str], ...]
    places: tuple[int, ...]
    reporting: tuple[int, ...]
    cost: tuple[float, ...]

    def between(self, a: int, b: int) -> float:
        """Return what the barriers from token `a` up to `b` cost."""
        return self.cost[b] - self.cost[a] if a < b else 0.0


def frame(sentence: Sentence, mentions: Sequence[Mention], words: Words) -> Frame:
    """Look up every word of the sentence once."""
    lower = sentence.lower
    figures: set[int] = set()
    for mention in mentions:
        figures.update(range(mention.first, mention.last))
    starts = {mention.first for mention in mentions}
    hits: list[Hit] = []
    windows: list[tuple[int, str]] = []
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
            if entry.window and i >= taken:
                window = _window(i, lower, figures, words)
                if window is not None:
                    windows.append((i, window))
                    taken = i + window.count(" ") + 1
            if entry.place:
                places.append(i)
            if entry.reporting:
                reporting.append(i)
        elif len(word) == 4 and is_year(word) and i and lower[i - 1] in _IN:
            windows.append((i, f"since {word}" if lower[i - 1] == "since" else word))
        if i in starts:
            total += _FIGURE
        cost.append(total)
    return Frame(sentence, frozenset(figures), tuple(hits), tuple(windows), tuple(places), tuple(reporting), tuple(cost))


_IN = frozenset({"in", "since", "during", "by"})


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


def _window(at: int, lower: Sequence[str], figures: set[int], words: Words) -> str | None:
    """Return the window of time that begins at token `at`: "past week", "april last year", "so far", "monday"."""
    word = lower[at]
    if word in words.window_words:
        for i in range(at + 1, min(len(lower), at + 4)):
            if lower[i] in words.window_units or lower[i] in words.months:
                return " ".join(lower[at : i + 1])
            if i not in figures and lower[i] not in words.window_words:
                return None
    if word in words.months and at and lower[at - 1] in ("in", "since", "last", "by") and at + 1 < len(lower):
        following = " ".join(lower[at + 1 : at + 3])
        if following in ("last year", "this year"):
            return f"{word} {following}"
        return " ".join(lower[at : at + 2]) if is_year(lower[at + 1]) else word
    if word in words.weekdays:
        return word
    rests = words.so_far.get(word)
    return matched(rests, word, lower, at) if rests else None


def is_year(word: str) -> bool:
    """Tell whether a token is a year of the eighteenth century or later."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")


def matched(rests: tuple[tuple[str, ...], ...], word: str, lower: Sequence[str], at: int) -> str | None:
    """Return the phrase that begins with `word` at token `at`, or None."""
    for rest in rests:
        if tuple(lower[at + 1 : at + 1 + len(rest)]) == rest:
            return " ".join((word, *rest))
    return None
