"""Which articles tell one story, and which are copies of one text, found in one pass over the articles by time.

Articles of one story share rare names and words within a few days: an article joins the story of the likest earlier article
(idf cosine over an inverted index) where the story's last articles are alike too. Only articles that share a rare word are
compared; what has left the window of time is forgotten, so that memory holds the articles of some days, whatever the run holds.
Near duplicates are found by bands of their MinHash signatures (Broder 1997; Leskovec, Rajaraman and Ullman, chapter 3).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import log, sqrt

from numcheck.model.moment import Moment

WINDOW = timedelta(hours=72)
"""How long after an article another may still tell its story."""

ALIKE = 0.3
"""Cosine with the likest earlier article from which both tell one story (see bench/scan.py for how it was found)."""

HOLDS = 0.27
"""Mean cosine with the last articles of that story from which the article is held to tell it too: a bridge of one is none."""

LAST = 6
"""Articles of a story, its last, that a new one is held against."""

MOST = 500
"""Articles of a story; the next opens a new one."""

COMMON = 0.05
"""Share of all articles from which a word is too common to find an article by."""

_FEW = 5
"""Articles of one word that are never too many, however few there are in all."""

MOST_POSTED = 400
"""Earlier articles, the last ones, that one word finds."""

COPIED = 0.8
"""Share of equal shingles from which one text is a copy of the other."""

_BANDS, _ROWS = 16, 4


@dataclass(frozen=True, slots=True)
class Known:
    """What the pass needs to know of an article."""

    key: str
    id: str
    published: str | None
    terms: Sequence[int]
    weights: Sequence[float]
    signature: Sequence[int]


@dataclass(frozen=True, slots=True)
class Placed:
    """The story of an article, and the earlier article whose text it copies, if any."""

    key: str
    id: str
    story: str
    copy_of: str | None


@dataclass(slots=True, eq=False)
class _Open:
    """An article that may still be joined: its words with their weights (of length one), its story, its moment."""

    known: Known
    moment: datetime | None
    words: Mapping[int, float]
    story: _Story


@dataclass(slots=True, eq=False)
class _Story:
    name: str
    size: int = 0
    last: deque[_Open] = field(default_factory=lambda: deque(maxlen=LAST))


def place(articles: Iterable[Known], seen: Mapping[int, int], total: int) -> Iterator[Placed]:
    """Yield the story of each article; they come by key.

    `seen` counts the articles of each term that more than one of the `total` has.
    """
    index, copies = _Index(seen, total), _Copies()
    for known in articles:
        moment = _moment(known.published)
        index.forget(moment)
        words = index.words(known)
        best = index.likest(words)
        story = best.story if best is not None and _holds(words, best.story) else None
        if story is None or story.size >= MOST:
            story = _Story(hashlib.blake2b(known.key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest())
        story.size += 1
        opened = _Open(known, moment, words, story)
        story.last.append(opened)
        index.add(opened)
        yield Placed(known.key, known.id, story.name, copies.original(opened))


def _holds(words: Mapping[int, float], story: _Story) -> bool:
    return sum(_cosine(words, other.words) for other in story.last) >= HOLDS * len(story.last)


def _cosine(a: Mapping[int, float], b: Mapping[int, float]) -> float:
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def _moment(published: str | None) -> datetime | None:
    """Return a moment to reckon with; a day is its noon, a clock without a zone is UTC's."""
    moment = None if published is None else Moment.parse(published)
    if moment is None:
        return None
    day, clock = moment.day, moment.clock
    if clock is None:
        return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return datetime.combine(day, clock, tzinfo=UTC) - (moment.zone or timedelta())


class _Index:
    """The articles of the window by their rare words. Those without a day never leave: they may tell any story."""

    def __init__(self, seen: Mapping[int, int], total: int) -> None:
        most = max(_FEW, COMMON * total)
        self._rarity = {term: log(1 + total / count) if count <= most else 0.0 for term, count in seen.items()}
        self._rarest = log(1 + total)
        self._open: deque[_Open] = deque()
        self._dated: dict[int, deque[_Open]] = {}
        self._undated: dict[int, deque[_Open]] = {}

    def words(self, known: Known) -> dict[int, float]:
        """Return the rare words of an article with their weights, of length one together."""
        told = zip(known.terms, known.weights, strict=True)
        found = {term: weight * rare for term, weight in told if (rare := self._rarity.get(term, self._rarest))}
        length = sqrt(sum(weight * weight for weight in found.values()))
        return {term: weight / length for term, weight in found.items() if term in self._rarity}

    def likest(self, words: Mapping[int, float]) -> _Open | None:
        """Return the earlier article of the highest cosine, where that is high enough; of equals the earliest."""
        sums: dict[_Open, float] = defaultdict(float)
        for term, weight in words.items():
            for posted in (self._undated, self._dated):
                for other in posted.get(term, ()):
                    sums[other] += weight * other.words[term]
        near = [(-likeness, other.known.key, other) for other, likeness in sums.items() if likeness >= ALIKE]
        return min(near, key=lambda found: found[:2])[2] if near else None

    def add(self, opened: _Open) -> None:
        """Let later articles find this one."""
        if opened.moment is not None:
            self._open.append(opened)
        posted = self._undated if opened.moment is None else self._dated
        for term in opened.words:
            posted.setdefault(term, deque(maxlen=MOST_POSTED)).append(opened)

    def forget(self, now: datetime | None) -> None:
        """Drop what has left the window before `now`."""
        while now is not None and self._open and _old(self._open[0].moment, now):
            left = self._open.popleft()
            for term in left.words:
                posted = self._dated[term]
                if posted and posted[0] is left:  # else newer articles have pushed it out
                    posted.popleft()
                if not posted:
                    del self._dated[term]


def _old(moment: datetime | None, now: datetime | None) -> bool:
    return moment is not None and now is not None and now - moment > WINDOW


class _Copies:
    """The first article of each band of a signature in the window: a copy meets its original in one band at least."""

    def __init__(self) -> None:
        self._first: dict[tuple[int, ...], _Open] = {}
        self._open: deque[_Open] = deque()

    def original(self, opened: _Open) -> str | None:
        """Return the id of the earliest article in the window of nearly the same text; None for a text of its own."""
        self._forget(opened.moment)
        firsts = {id(first): first for band in _bands(opened.known.signature) if (first := self._first.get(band)) is not None}
        like = [f.known for f in firsts.values() if _equal(opened.known.signature, f.known.signature) >= COPIED]
        if like:
            return min(like, key=lambda known: known.key).id
        for band in _bands(opened.known.signature):
            self._first.setdefault(band, opened)
        if opened.moment is not None:
            self._open.append(opened)
        return None

    def _forget(self, now: datetime | None) -> None:
        """Drop what has left the window before `now`."""
        while self._open and _old(self._open[0].moment, now):
            left = self._open.popleft()
            for band in _bands(left.known.signature):
                if self._first.get(band) is left:
                    del self._first[band]


def _bands(signature: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for band in range(_BANDS if signature else 0):
        yield (band, *signature[band * _ROWS : (band + 1) * _ROWS])


def _equal(a: Sequence[int], b: Sequence[int]) -> float:
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
