"""The words of a text by their places: an article is split once, and the surroundings of its claims are cut from that."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word or a number, as texts are held against each other by; where signs count, `sentences.TOKEN` cuts a sentence."""

LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word alone, for those who look at the numbers apart from it."""


def plain(word: str) -> str:
    """Return a word in lower case without its possessive ending."""
    return word.lower().replace("’", "'").partition("'")[0]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text, its words, and where each starts and ends."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def between(self, start: int, end: int) -> list[str]:
        """Return the words from character `start` up to `end`; of a word that is cut through, what lies between."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        cut: list[str] = []
        if first < last and self.starts[first] < start:
            cut = WORD.findall(self.text[start : min(end, self.ends[first])])
            first += 1
        if first < last and self.ends[last - 1] > end:
            last -= 1
            return [*cut, *self.words[first:last], *WORD.findall(self.text[self.starts[last] : end])]
        return [*cut, *self.words[first:last]]


def tokens(text: str) -> Tokens:
    """Split a text into its words."""
    found = list(WORD.finditer(text))
    return Tokens(text, tuple(m.group() for m in found), tuple(m.start() for m in found), tuple(m.end() for m in found))
