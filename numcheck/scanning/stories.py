"""Which articles tell one story, and which are copies of one text, found in one pass over the articles by time.

Articles of one story share rare names and words within a few days. The articles of a spell of time, and the stories that are
still open, are put together from the likeliest on, as long as the articles of the two sides are likely of one story on average:
by their words (idf cosine over an inverted index), by the time between them, and by how many others there are. Only articles
that share a rare word are compared; what has left the window of time is forgotten, so that memory holds the articles of some
days, whatever the run holds.
Near duplicates are found by bands of their MinHash signatures (Broder 1997; Leskovec, Rajaraman and Ullman, chapter 3).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from math import log, sqrt

from numcheck.model.moment import Moment
from numcheck.scanning.clusters import Clusters
from numcheck.scanning.likelihood import Alike, Likelihood, likelihood
from numcheck.scanning.packing import digest
from numcheck.scanning.reading import NUMBER

_NOON = time(12)
WINDOW = timedelta(hours=72)
"""How long after an article another may still tell its story; so long is a spell, too, whose articles are put together."""

LEAST = 0.1
"""Cosine below which two articles are not alike at all."""

MOST = 500
"""Articles of a story; the next opens a new one."""

COMMON = 0.05
"""Share of all articles from which a word is too common to find an article by."""

_FEW = 5
"""Articles of one word that are never too many, however few there are in all."""

MOST_POSTED = MOST
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
    opening: Sequence[int]
    signature: Sequence[int]


@dataclass(frozen=True, slots=True)
class Placed:
    """The story of an article, and the earlier article whose text it copies, if any."""

    key: str
    id: str
    story: str
    copy_of: str | None


@dataclass(slots=True, eq=False)
class _Story:
    """A story by its name: how many articles tell it in all, and how many of them a new one is held against.

    Those are the articles in the window; of a story that `lasts`, because an article of it has no day, all are.
    """

    name: str
    size: int = 0
    open: int = 0
    lasts: bool = False


@dataclass(slots=True, eq=False)
class _Open:
    """An article that may still be joined: its moment, its story if known, and its words with their weights.

    The weights are of length one together, and so are those of its `numbers` and of the words of its `opening`.
    """

    known: Known
    moment: datetime | None
    words: Mapping[int, float]
    numbers: Mapping[int, float]
    opening: Mapping[int, float]
    story: _Story | None = None


def place(articles: Iterable[Known], seen: Mapping[int, int], total: int, by: Likelihood | None = None) -> Iterator[Placed]:
    """Yield the story of each article; they come by key.

    `seen` counts the articles of each term that more than one of the `total` has; `by` is what ships unless given.
    """
    told_by = by or likelihood()
    index, copies, spell = _Index(seen, total), _Copies(), _Spell()
    for known in articles:
        opened = index.opened(known)
        if spell.ends_before(opened.moment):
            yield from spell.told(told_by, index.held, total)
            spell = _Spell()
            index.forget(opened.moment)
        spell.add(opened, index.alike(opened), copies.original(opened))
        index.add(opened)
    yield from spell.told(told_by, index.held, total)


def cosines(
    articles: Iterable[Known], seen: Mapping[int, int], total: int
) -> Iterator[tuple[Known, Known, Alike, float | None]]:
    """Yield the pairs of articles that are alike at all: the earlier one, the later, their cosines, the days between them."""
    index = _Index(seen, total)
    for known in articles:
        opened = index.opened(known)
        yield from ((other.known, known, alike, _days(other.moment, opened.moment)) for other, alike in index.alike(opened))
        index.add(opened)


class _Spell:
    """The articles of some days, which are put together once all are known, among them and with the stories before."""

    def __init__(self) -> None:
        self._articles: dict[_Open, str | None] = {}
        self._ties: list[tuple[_Open, _Open, Alike]] = []

    def ends_before(self, now: datetime | None) -> bool:
        """Tell whether an article of this moment belongs to the next spell."""
        first = next((opened.moment for opened in self._articles if opened.moment is not None), None)
        return now is not None and first is not None and now - first > WINDOW

    def add(self, opened: _Open, alike: Iterable[tuple[_Open, Alike]], copy_of: str | None) -> None:
        """Take in an article, the earlier ones that it is like, and whose text it copies."""
        self._articles[opened] = copy_of
        self._ties += ((opened, other, likeness) for other, likeness in alike)

    def told(self, by: Likelihood, held: int, total: int) -> Iterator[Placed]:
        """Put the articles together, and yield each with its story in the order in which they came.

        An article stands among the `held` ones of its window, one without a day among all of the run.
        """
        stories = list(dict.fromkeys(other.story for _, other, _ in self._ties if other.story is not None))
        met: list[_Story | _Open] = [*stories, *self._articles]
        place_of = {one: at for at, one in enumerate(met)}
        together = Clusters([s.open for s in stories], [s.size for s in stories], len(self._articles), MOST)
        likely = self._likely(by, held, total)
        together.join(((place_of[a], place_of[b.story or b], chance) for a, b, chance in likely), by.join)
        named = dict(enumerate(stories))
        for opened, copy_of in self._articles.items():
            story = named.setdefault(together.of(place_of[opened]), _Story(_name(opened.known.key)))
            story.size += 1
            story.open += 1
            story.lasts |= opened.moment is None
            opened.story = story
            yield Placed(opened.known.key, opened.known.id, story.name, copy_of)

    def _likely(self, by: Likelihood, held: int, total: int) -> Iterator[tuple[_Open, _Open, float]]:
        """Yield the articles that are like an earlier one, that one, and how likely both tell one story."""
        for later, earlier, alike in self._ties:
            days = _days(later.moment, earlier.moment)
            yield later, earlier, by.of(alike, days, total if days is None else held)


def _days(one: datetime | None, other: datetime | None) -> float | None:
    """Return how many days lie between two moments; None where one of them is not known."""
    return None if one is None or other is None else abs((one - other) / timedelta(days=1))


def _name(key: str) -> str:
    """Return the name of a story by the key of its first article."""
    return digest(key, length=6)


def moment_of(published: str | None) -> datetime | None:
    """Return a moment to reckon with; a day is its noon, a clock without a zone is UTC's."""
    moment = None if published is None else Moment.parse(published)
    if moment is None:
        return None
    day, clock = moment.day, moment.clock
    if clock is None:
        return datetime.combine(day, _NOON, tzinfo=UTC)
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
        self._timeless = 0

    @property
    def held(self) -> int:
        """How many articles a new one may meet."""
        return len(self._open) + self._timeless

    def opened(self, known: Known) -> _Open:
        """Return an article with its rare words and their weights."""
        told = zip(known.terms, known.weights, strict=True)
        found = {term: weight * rare for term, weight in told if (rare := self._rarity.get(term, self._rarest))}
        numbers = self._rare(term for term in known.terms if term >= NUMBER)
        opening = self._rare(known.opening)
        moment = moment_of(known.published)
        return _Open(known, moment, self._shared(found), self._shared(numbers), self._shared(opening))

    def _rare(self, terms: Iterable[int]) -> dict[int, float]:
        """Return words with their rarity."""
        return {term: rare for term in terms if (rare := self._rarity.get(term, self._rarest))}

    def _shared(self, found: Mapping[int, float]) -> dict[int, float]:
        """Return weights, of length one together, of the words that other articles have too."""
        length = sqrt(sum(weight * weight for weight in found.values()))
        return {term: weight / length for term, weight in found.items() if term in self._rarity}

    def alike(self, opened: _Open) -> Iterator[tuple[_Open, Alike]]:
        """Yield the earlier articles of its window that an article is like at all, with their cosines."""
        sums: dict[_Open, float] = defaultdict(float)
        for term, weight in opened.words.items():
            for posted in (self._undated, self._dated):
                for other in posted.get(term, ()):
                    sums[other] += weight * other.words[term]
        near = ((other, likeness) for other, likeness in sums.items() if likeness >= LEAST)
        return (
            (other, self._how(likeness, opened, other)) for other, likeness in near if not _old(other.moment, opened.moment)
        )

    def _how(self, likeness: float, one: _Open, other: _Open) -> Alike:
        """Return how alike two articles are whose words are so like."""
        rarest = max(self._rarity[term] for term in one.words.keys() & other.words.keys()) / self._rarest
        return Alike(likeness, _cosine(one.numbers, other.numbers), _cosine(one.opening, other.opening), rarest)

    def add(self, opened: _Open) -> None:
        """Let later articles find this one."""
        if opened.moment is None:
            self._timeless += 1
        else:
            self._open.append(opened)
        posted = self._undated if opened.moment is None else self._dated
        for term in opened.words:
            posted.setdefault(term, deque(maxlen=MOST_POSTED)).append(opened)

    def forget(self, now: datetime | None) -> None:
        """Drop what has left the window before `now`."""
        while now is not None and self._open and _old(self._open[0].moment, now):
            left = self._open.popleft()
            if left.story is not None and not left.story.lasts:
                left.story.open -= 1
            for term in left.words:
                posted = self._dated[term]
                if posted and posted[0] is left:  # else newer articles have pushed it out
                    posted.popleft()
                if not posted:
                    del self._dated[term]


def _cosine(a: Mapping[int, float], b: Mapping[int, float]) -> float:
    return sum(weight * b[term] for term, weight in a.items() if term in b)


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
