"""A sentence prepared for its claims: where its figures stand, which cue words it has, and what lies between two places of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numcheck.claims.words import Cue, Words
from numcheck.model.reading import Mention, Sentence

# What it costs a cue to lie beyond such a word, in words of distance.
_BARRIERS = {",": 1.5, "and": 1.0, "or": 0.5, "but": 3.0, "while": 3.0, "as": 2.0, "after": 2.0, "before": 2.0, "when": 3.0, "where": 2.0, "who": 1.0,
    "which": 1.5, "that": 0.5, "because": 3.0, "since": 2.0, "although": 3.0, "though": 3.0, ";": 6.0, ":": 4.0, "—": 3.0, "–": 2.0, "“": 2.0, "”": 2.0, '"': 2.0,
    "(": 2.0, ")": 2.0, "if": 3.0, "until": 2.0}  # fmt: skip
_DASHES = ("-", "‐", "‑")
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_FIGURE = 2.5
_SAYING = 3.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in its sentence, from token `first` up to `last`."""

    first: int
    last: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with its figures' tokens, its cues, and the cost of barriers before each token."""

    sentence: Sentence
    figures: frozenset[int]
    hits: tuple[Hit, ...]
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
    hits: list[Hit] = []
    cost = [0.0]
    total = 0.0
    cues, reporting = words.cues, words.reporting
    starts = {mention.first for mention in mentions}
    for i, word in enumerate(lower):
        found = cues.get(word)
        # "US-trained" and "the West" say nothing of the figure.
        if found is not None and not _modifies(i, sentence, figures) and not (word in _DIRECTIONS and not sentence.words[i].islower()):
            _add(hits, found, lower, i)
        barrier = _BARRIERS.get(word)
        if barrier is not None:
            total += barrier
        elif word in reporting:
            total += _SAYING
        elif i in starts:
            total += _FIGURE
        cost.append(total)
    return Frame(sentence, frozenset(figures), tuple(hits), tuple(cost))


def _modifies(i: int, sentence: Sentence, figures: set[int]) -> bool:
    """Tell whether the word is the second half of a hyphened one, other than of the figure's own ("10-metre-long")."""
    if i < 2 or sentence.lower[i - 1] not in _DASHES or i - 2 in figures:
        return False
    return sentence.starts[i] == sentence.ends[i - 1] and sentence.starts[i - 1] == sentence.ends[i - 2] and sentence.words[i - 2][-1].isalnum()


def _add(hits: list[Hit], found: tuple[Cue, ...], lower: list[str], i: int) -> None:
    """Add the cues at token `i`; a phrase hides the single words it begins with."""
    for cue in found:
        if not cue.rest:
            hits.append(Hit(i, i + 1, cue))
        elif tuple(lower[i + 1 : i + 1 + len(cue.rest)]) == cue.rest:
            hits.append(Hit(i, i + 1 + len(cue.rest), cue))
            return
