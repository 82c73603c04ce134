"""Which figure of a source a draft means where several could be: by the words that stand near both.

A long source holds a number more than once, of different things. The words of a sentence are weighed by how rare they are in
the sources and by how near they stand to the figure, so that "the suite of 900 square feet" is held against what the source
says of the suite and not of the terrace.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from numcheck.language.en import rule_words
from numcheck.language.en.calendar import MONTHS, WEEKDAYS
from numcheck.language.en.inflection import stem
from numcheck.language.tokens import plain
from numcheck.model.claim import Claim
from numcheck.model.text_words import Name, TextWords

_LETTERS = 3
"""Letters from which a word may be told by its stem, or be part of a name."""

REACH = 5
"""Words from a figure at which a word weighs half."""

BESIDE = 0.2
"""What the words of the sentences before and after weigh."""

CLOSE = 0.6
"""From here on a word stands beside a figure: three words away."""

_OF_THE_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
"""Names that no figure is of."""

Spot = tuple[str, int, int]
"""A document's path and the characters of a figure in it."""


Stems = tuple[tuple[int, int, str | None], ...]
"""The words of a sentence: where each starts and ends, and its stem; None for one that says nothing."""


def spot(claim: Claim) -> Spot:
    """Return where a claim stands."""
    return claim.document, claim.start, claim.end


@dataclass(slots=True)
class Context:
    """The words of the texts by path, how rare each stem is in the sources, and the words that say nothing."""

    texts: Mapping[str, TextWords]
    rarity: Mapping[str, float]
    small: frozenset[str]
    known: frozenset[str] = frozenset()
    cut: dict[tuple[str, int], Stems] = field(default_factory=dict)
    near: dict[Spot, Mapping[str, float]] = field(default_factory=dict)
    whole: dict[Spot, float] = field(default_factory=dict)

    def around(self, document: str, start: int, end: int) -> Mapping[str, float]:
        """Return the stems of the sentence that holds a figure, each with how near it stands: 1 beside it, a half at REACH."""
        key = (document, start, end)
        if key not in self.near:
            self.near[key] = self._around(*key)
        return self.near[key]

    def _around(self, document: str, start: int, end: int) -> Mapping[str, float]:
        if document not in self.texts:
            return {}
        first, last = self.texts[document].within(start)
        found = dict.fromkeys(_telling(self._next_to(document, first, last)), BESIDE)
        own = self._stems(document, first)
        for side in ([told for _, until, told in own[::-1] if until <= start], [told for at, _, told in own if at >= end]):
            for far, told in enumerate(side):
                if told is not None:
                    found[told] = max(found.get(told, 0.0), REACH / (REACH + far))
        return found

    def _next_to(self, document: str, first: int, last: int) -> Stems:
        """Return the stems of the sentences before and behind the one from `first` up to `last`."""
        text = self.texts[document]
        start = text.within(first - 1)[0]
        return (self._stems(document, start) if start < first else ()) + (
            self._stems(document, last) if last < text.end else ()
        )

    def _stems(self, document: str, first: int) -> Stems:
        """Return the stems of the sentence that begins at a character."""
        key = (document, first)
        if key not in self.cut:
            self.cut[key] = _cut(self.texts[document], first, self.small)
        return self.cut[key]

    def likeness(self, draft: Spot, source: Spot) -> float:
        """Return how much of what stands around the draft's figure stands around the source's: 0 to about 1."""
        mine, theirs = self.around(*draft), self.around(*source)
        if draft not in self.whole:
            self.whole[draft] = sum(near * near * self.rarity[stem] for stem, near in mine.items() if stem in self.rarity)
        whole = self.whole[draft]
        if not whole:
            return 0.0
        shared = sum(near * theirs[stem] * self.rarity.get(stem, 0.0) for stem, near in mine.items() if stem in theirs)
        return shared / whole

    def names_before(self, spot: Spot) -> list[frozenset[str]]:
        """Return the words of each name in front of a figure in its sentence that the sources know, the last first."""
        names = (name.words(name.start, spot[1]) & self.known for name in reversed(self._names(spot)) if name.start < spot[1])
        return [words for words in names if words]

    def owner(self, spot: Spot) -> frozenset[str]:
        """Return the words of the last name in front of a figure in its sentence."""
        return next(iter(self.names_before(spot)), frozenset())

    def name_beside(self, spot: Spot) -> frozenset[str]:
        """Return the words of the last name in front of a figure; none where a comma parts the two, but for ", who scored"."""
        names = [name for name in self._names(spot) if name.start < spot[1]]
        if not names:
            return frozenset()
        between = self.texts[spot[0]].written(names[-1].end, spot[1])
        parted = any(x == "," and y not in rule_words.OF_A_NAME for x, y in pairwise((*between, "")))
        return frozenset[str]() if parted else names[-1].words(names[-1].start, spot[1]) & self.known

    def beside(self, spot: Spot) -> frozenset[str]:
        """Return the stems that stand beside a figure in its sentence, names aside."""
        return frozenset(stem for stem in self.of_sentence(spot) if self.around(*spot)[stem] >= CLOSE)

    def of_sentence(self, spot: Spot) -> frozenset[str]:
        """Return the stems of the sentence that holds a figure, names aside."""
        names = frozenset(_stems(self.named(spot), self.small))
        return frozenset(stem for stem, near in self.around(*spot).items() if near > BESIDE) - names

    def named(self, spot: Spot) -> frozenset[str]:
        """Return the words of all names of the sentence that holds a figure."""
        return frozenset(word for name in self._names(spot) for word in name.text.split())

    def _names(self, spot: Spot) -> Sequence[Name]:
        """Return the names of the sentence that holds a figure."""
        document, start, _ = spot
        return self.texts[document].named(*self.texts[document].within(start)) if document in self.texts else ()

    def written(self, document: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """Return the words of a document from character `start` up to `end`; none of one that nobody has read."""
        text = self.texts.get(document)
        return () if text is None else text.words.between(start, text.end if end is None else end)

    def says(self, spot: Spot, other: Spot) -> bool:
        """Tell whether the sentence that holds a numeral has the words of another, of any text, too."""
        mine, theirs = self.texts.get(spot[0]), self.written(*other)
        said = () if mine is None else mine.words.between(*mine.within(spot[1]))
        return any(said[at : at + len(theirs)] == theirs for at in range(len(said) - len(theirs) + 1))

    def apart(self, draft: Spot, holding: Iterable[Spot], others: Sequence[Spot]) -> tuple[float, float, int | None]:
        """Return how like the draft's words are the likest of those that hold a figure and of `others`, and which that is."""
        likest = max(range(len(others)), key=lambda i: self.likeness(draft, others[i]), default=None)
        held = max((self.likeness(draft, spot) for spot in holding), default=0.0)
        return held, 0.0 if likest is None else self.likeness(draft, others[likest]), likest


def context(texts: Mapping[str, TextWords], sources: Iterable[str], small: frozenset[str]) -> Context:
    """Weigh the words of the sources (paths) by how few of their sentences have them; the `small` words say nothing."""
    read = {path: texts[path] for path in sources}
    cut = {(path, first): _cut(text, first, small) for path, text in read.items() for first in text.starts}
    counts = Counter(told for stems in cut.values() for told in set(_telling(stems)))
    rarity = {stem: 1 + log((1 + len(cut)) / (1 + n)) for stem, n in counts.items()}
    return Context(texts, rarity, small, frozenset(_words_of_names(read.values(), small)) - _OF_THE_CALENDAR, cut)


def _telling(stems: Stems) -> Iterator[str]:
    return (told for _, _, told in stems if told is not None)


def _cut(text: TextWords, first: int, small: frozenset[str]) -> Stems:
    """Return the stems of the sentence of a text that begins at a character."""
    first, last = text.within(first)
    told = text.words
    at, until = bisect_left(told.starts, first), bisect_right(told.ends, last)
    words = zip(told.starts[at:until], told.ends[at:until], told.words[at:until], strict=True)
    return tuple([(start, end, _stem(word, small)) for start, end, word in words])


def _words_of_names(texts: Iterable[TextWords], small: frozenset[str]) -> Iterator[str]:
    """Yield the words of all names of some texts that may tell whose a figure is."""
    words = (word for text in texts for name in text.names for word in name.text.split())
    return (word for word in words if word.lower() not in small and len(word) >= _LETTERS)


def _stems(words: Iterable[str], small: frozenset[str]) -> Iterator[str]:
    return (stem for word in words if (stem := _stem(word, small)) is not None)


def _stem(word: str, small: frozenset[str]) -> str | None:
    """Return what the forms of a word share; None for numbers and for words that say nothing."""
    lower = plain(word)
    if len(lower) < _LETTERS or lower in small or lower[0].isdigit():
        return None
    return stem(lower)
