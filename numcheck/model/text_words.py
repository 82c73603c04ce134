"""The words of a whole text with their places: what stands near a numeral, for those who hold two texts against each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from numcheck.model.article import Column
from numcheck.model.frozen import frozen

_START = attrgetter("start")


@frozen
class Words:
    """The words of a text as written, and where each starts and ends."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """Return the words that stand whole from character `start` up to `end`."""
        return self.words[bisect_left(self.starts, start) : bisect_right(self.ends, end)]


@frozen
class Name:
    """A name of one word or more, or how a sentence begins: what its capitals show."""

    start: int
    end: int
    text: str

    def words(self, start: int, end: int) -> frozenset[str]:
        """Return those of its words that stand from character `start` up to `end`."""
        return frozenset(self.text[max(0, start - self.start) : max(0, end - self.start)].split())


@frozen
class TextWords:
    """What a whole text says word by word.

    `starts` are where its sentences begin, `end` where the text ends. `names` stand in their order, `rows` are names told in a
    row, the last behind "and". `articles` are the places among the words of "a" and "an", which say of a thing that it is one.
    `stops` are where clauses end, each from its first character up to its last, and `commas` the places of these. `columns` are
    those of a text that is data.
    """

    starts: Sequence[int]
    end: int
    words: Words
    names: Sequence[Name] = ()
    rows: Sequence[Sequence[Name]] = ()
    articles: Sequence[int] = ()
    stops: Sequence[tuple[int, int]] = ()
    commas: Sequence[int] = ()
    columns: Sequence[Column] = ()

    def within(self, at: int) -> tuple[int, int]:
        """Return where the sentence that holds a character begins and ends."""
        i = max(0, bisect_right(self.starts, at) - 1)
        return self.starts[i], self.starts[i + 1] if i + 1 < len(self.starts) else self.end

    def named(self, start: int, end: int) -> Sequence[Name]:
        """Return the names that begin from character `start` up to `end`."""
        return self.names[bisect_left(self.names, start, key=_START) : bisect_left(self.names, end, key=_START)]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return where the clause begins and ends that holds what stands from `start` up to `end`."""
        first, last = self.within(start)
        behind = bisect_left(self.stops, (end, end))
        before = bisect_right(self.stops, start, hi=behind, key=lambda stop: stop[1]) - 1
        return (
            max(first, self.stops[before][1]) if before >= 0 else first,
            min(last, self.stops[behind][0]) if behind < len(self.stops) else last,
        )

    def written(self, start: int, end: int) -> tuple[str, ...]:
        """Return the words and the commas from character `start` up to `end`, in their order."""
        first, last = bisect_left(self.words.starts, start), bisect_right(self.words.ends, end)
        told = list(zip(self.words.starts[first:last], self.words.words[first:last], strict=True))
        told += [(at, ",") for at in self.commas[bisect_left(self.commas, start) : bisect_left(self.commas, end)]]
        return tuple(word for _, word in sorted(told))

    def with_article(self, thing: Sequence[str], reach: int) -> Iterator[tuple[int, int]]:
        """Yield where "a" or "an" stands in front of some words in small letters, `reach` others between them at most."""
        words, starts, ends = self.words.words, self.words.starts, self.words.ends
        for at in self.articles:
            for last in range(at + 1 + len(thing), min(at + 2 + reach + len(thing), len(words) + 1)):
                if starts[last - 1] > ends[last - 2] + 1:
                    break
                if tuple(map(str.lower, words[last - len(thing) : last])) == tuple(thing):
                    yield starts[at], ends[last - 1]
                    break
