"""Which figure of a source a draft means where several could be: by the words that stand near both.

A long source holds a number more than once, of different things. The words of a sentence are weighed by how rare they are in
the sources and by how near they stand to the figure, so that "the suite of 900 square feet" is held against what the source
says of the suite and not of the terrace.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from numcheck.language import sentences
from numcheck.language.en import rule_words
from numcheck.language.en.inflection import stem
from numcheck.language.tokens import plain, words
from numcheck.model.claim import Claim

_LETTERS = 4
"""Letters from which a word tells what a sentence is about."""

REACH = 5
"""Words from a figure at which a word weighs half."""

BESIDE = 0.2
"""What the words of the sentences before and after weigh."""

Spot = tuple[str, int, int]
"""A document's path and the characters of a figure in it."""


def spot(claim: Claim) -> Spot:
    """Return where a claim stands."""
    return claim.document, claim.start, claim.end


@dataclass(slots=True)
class Context:
    """The texts by path, cut into sentences, how rare each stem is in the sources, and the words that say nothing."""

    texts: Mapping[str, str]
    bounds: Mapping[str, list[int]]
    rarity: Mapping[str, float]
    small: frozenset[str]
    known: frozenset[str] = frozenset()
    near: dict[Spot, Mapping[str, float]] = field(default_factory=dict)
    names_of: dict[tuple[str, int], frozenset[str]] = field(default_factory=dict)

    def within(self, document: str, at: int) -> tuple[int, int]:
        """Return where the sentence that holds a place begins and ends."""
        starts = self.bounds.get(document, [0])
        i = max(0, bisect_right(starts, at) - 1)
        return starts[i], starts[i + 1] if i + 1 < len(starts) else len(self.texts.get(document, ""))

    def around(self, document: str, start: int, end: int) -> Mapping[str, float]:
        """Return the stems of the sentence that holds a figure, each with how near it stands: 1 beside it, a half at REACH."""
        key = (document, start, end)
        if key not in self.near:
            self.near[key] = self._around(*key)
        return self.near[key]

    def _around(self, document: str, start: int, end: int) -> Mapping[str, float]:
        text = self.texts.get(document, "")
        first, last = self.within(document, start)
        before = self.within(document, first - 1)[0] if first else first
        found = dict.fromkeys(
            _stems(words(text[before:first] + text[last : self.within(document, last)[1]]), self.small), BESIDE
        )
        for side in (words(text[first:start])[::-1], words(text[end:last])):
            for far, told in enumerate(_stem(word, self.small) for word in side):
                if told is not None:
                    found[told] = max(found.get(told, 0.0), REACH / (REACH + far))
        return found

    def likeness(self, draft: Spot, source: Spot) -> float:
        """Return how much of what stands around the draft's figure stands around the source's: 0 to about 1."""
        mine, theirs = self.around(*draft), self.around(*source)
        whole = sum(near * near * self.rarity[stem] for stem, near in mine.items() if stem in self.rarity)
        if not whole:
            return 0.0
        shared = sum(near * theirs[stem] * self.rarity.get(stem, 0.0) for stem, near in mine.items() if stem in theirs)
        return shared / whole

    def names_before(self, spot: Spot) -> list[frozenset[str]]:
        """Return the words of each name in front of a figure in its sentence that the sources know, the last first."""
        document, start, _ = spot
        before = self.texts.get(document, "")[self.within(document, start)[0] : start]
        found = (frozenset(name.split()) & self.known for name in reversed(rule_words.NAME.findall(before)))
        return [words for words in found if words]

    def owner(self, spot: Spot) -> frozenset[str]:
        """Return the words of the last name in front of a figure in its sentence."""
        return next(iter(self.names_before(spot)), frozenset())

    def named(self, spot: Spot) -> frozenset[str]:
        """Return the words of all names of the sentence that holds a figure."""
        document, start, _ = spot
        if (document, first := self.within(document, start)[0]) not in self.names_of:
            last = self.within(document, start)[1]
            found = rule_words.NAME.findall(self.texts.get(document, "")[first:last])
            self.names_of[document, first] = frozenset(word for name in found for word in name.split())
        return self.names_of[document, first]

    def apart(self, draft: Spot, holding: Iterable[Spot], others: Sequence[Spot]) -> tuple[float, float, int | None]:
        """Return how like the draft's words are the likest of those that hold a figure and of `others`, and which that is."""
        likest = max(range(len(others)), key=lambda i: self.likeness(draft, others[i]), default=None)
        held = max((self.likeness(draft, spot) for spot in holding), default=0.0)
        return held, 0.0 if likest is None else self.likeness(draft, others[likest]), likest


def context(texts: Mapping[str, str], sources: Iterable[str], small: frozenset[str]) -> Context:
    """Cut the texts into sentences, and weigh the words of the sources (paths) by how few of their sentences have them.

    The `small` words say nothing.
    """
    bounds = {path: [start for start, _ in sentences.bounds(text)] or [0] for path, text in texts.items()}
    counts: dict[str, int] = defaultdict(int)
    told, sources = 0, tuple(sources)
    for path in sources:
        text, starts = texts[path], bounds[path]
        for first, last in zip(starts, [*starts[1:], len(text)], strict=True):
            told += 1
            for found in set(_stems(words(text[first:last]), small)):
                counts[found] += 1
    names = (word for path in sources for name in rule_words.NAME.findall(texts[path]) for word in name.split())
    known = frozenset(word for word in names if word.lower() not in small and len(word) > _LETTERS - 2)
    return Context(texts, bounds, {stem: 1 + log((1 + told) / (1 + n)) for stem, n in counts.items()}, small, known)


def telling(words: Iterable[str]) -> Iterator[str]:
    """Yield the words of a sentence that are long enough to tell what it is about, small and without a possessive ending."""
    return (word for word in map(plain, words) if len(word) >= _LETTERS and word.isalpha())


def _stems(words: Iterable[str], small: frozenset[str]) -> Iterator[str]:
    return (stem for word in words if (stem := _stem(word, small)) is not None)


def _stem(word: str, small: frozenset[str]) -> str | None:
    """Return what the forms of a word share; None for numbers and for words that say nothing."""
    lower = plain(word)
    if len(lower) < 3 or lower in small or lower[0].isdigit():
        return None
    return stem(lower)
