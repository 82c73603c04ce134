"""Numerals of two outlets that are no figures (times, dates, years, ordinals, house numbers) and stand among the same words.

A time is told of many things, so that little is compared: two numerals of one sort, each the other's likest by the words near
both, where neither outlet has the other's value of that sort anywhere, and neither sentence tells a second of its sort.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from numcheck.judge.gate.context import BESIDE, Context
from numcheck.judge.gate.derive import day
from numcheck.judge.gate.marks import order, spot
from numcheck.language.en.calendar import WEEKDAYS
from numcheck.language.en.inflection import stem
from numcheck.model.article import Article
from numcheck.model.frozen import frozen
from numcheck.model.reading import Mark, Surroundings
from numcheck.model.report import Noted

ALIKE: Mapping[str, float] = {"day": 0.45, "year": 0.3, "clock": 0.3, "rank": 0.45, "house": 0.2}
"""How much of what stands near each numeral must stand near the other, by sort; below, what was read was of two things."""

SHARED: Mapping[str, int] = {"day": 3, "year": 2, "clock": 2, "rank": 3, "house": 1}
"""Telling words that two sentences must have in common, by sort."""

COMMON = 24
"""A word beside more numerals of a sort than this brings none of them together."""

WEEK = 7
"""Days between two reports, or from a date to a report, from which on a weekday is that of another week."""

NEAR_YEARS = 3
"""Years as far apart as two outlets may put one thing without a slip of a single digit."""

HALF_DAY, HALF_HOUR = 12 * 60, 30
"""Minutes: clock times are compared on a dial of twelve hours; a round or rough one may be so far from another."""


@frozen
class _Numeral:
    """A mark by its sort, with what stands beside it; `of` must be alike in another, `published` is its report's day."""

    noted: Noted
    sort: str
    of: str
    around: Surroundings
    published: date | None

    @property
    def value(self) -> str:
        """Return what the mark stands for."""
        return self.noted.value or ""


def told_otherwise(articles: Sequence[Article], marks: Sequence[Noted], read: Context) -> Iterator[tuple[Noted, Noted]]:
    """Yield two numerals of two articles that tell one thing otherwise; `read` holds the words of the texts."""
    days = {a.path: a.published.day for a in articles if a.published}
    told = (_numeral(noted, days.get(noted.document)) for noted in marks)
    numerals = [numeral for numeral in told if numeral is not None]
    of_sort = _by_sort(numerals)
    for sort, alone in sorted(_by_sort(_alone(numerals, marks, read)).items()):
        yield from ((x.noted, y.noted) for x, y in _likest(alone, read) if _are_apart(x, y, of_sort[sort]))


def _by_sort(numerals: Iterable[_Numeral]) -> dict[tuple[str, str], list[_Numeral]]:
    """Return the numerals that may be held against each other."""
    of_sort: dict[tuple[str, str], list[_Numeral]] = defaultdict(list)
    for numeral in numerals:
        of_sort[numeral.sort, numeral.of].append(numeral)
    return of_sort


def _alone(numerals: Sequence[_Numeral], marks: Sequence[Noted], read: Context) -> Iterator[_Numeral]:
    """Yield the numerals that are the only ones of their sort in a sentence: two are a timeline, a list, a change.

    A clock time beside a full date is left out: it is that of a report.
    """
    stamped = {("clock", *_sentence(noted, read)) for noted in marks if _is_full_date(noted)}
    placed = [((numeral.sort, *_sentence(numeral.noted, read)), numeral) for numeral in numerals]
    held = Counter(place for place, _ in placed)
    yield from (numeral for place, numeral in placed if held[place] == 1 and place not in stamped)


def _are_apart(x: _Numeral, y: _Numeral, numerals: Sequence[_Numeral]) -> bool:
    """Tell whether two numerals differ, and neither article has the other's value among all `numerals` of the sort."""
    one = _ONE[x.sort]
    others = (
        (mine, other)
        for mine, theirs in ((x, y), (y, x))
        for other in numerals
        if other.noted.document == theirs.noted.document
    )
    return one(x, y) is False and not any(one(mine, other) for mine, other in others)


def _is_full_date(noted: Noted) -> bool:
    """Tell whether a mark is a date with its year: a clock time beside it is that of a report."""
    return noted.item.reason == "date" and day(noted.value) is not None


def _sentence(noted: Noted, read: Context) -> tuple[str, int]:
    return noted.document, read.texts[noted.document].within(noted.item.start)[0]


def _numeral(noted: Noted, published: date | None) -> _Numeral | None:
    """Return a mark by its sort; None for what is not compared, or is the day of a saying."""
    if not isinstance(noted.item, Mark) or noted.item.around.of_a_saying:
        return None
    sort, of = _sort(noted.item)
    return None if sort is None else _Numeral(noted, sort, of, noted.item.around, published)


def _sort(mark: Mark) -> tuple[str | None, str]:
    """Return what a mark is compared as, and what must be alike in another: the word behind an ordinal, the street."""
    value, around = mark.value or "", mark.around
    match mark.reason:
        case "weekday" | "year" | "time" as told:
            return {"weekday": "day", "year": "year", "time": "clock"}[told], ""
        case "date" if value.count("-") - value.startswith("--") == 2:
            return "day", ""
        case "ordinal" if value != "1" and around.noun is not None and around.noun.islower():
            return "rank", stem(around.noun)
        case "name" if around.street is not None:
            return "house", around.street
    return None, ""


def _likest(numerals: Sequence[_Numeral], read: Context) -> Iterator[tuple[_Numeral, _Numeral]]:
    """Yield two numerals of two articles of which each is the other's likest there, and like enough."""
    likeness: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, str], float] = defaultdict(float)
    for x, y in _near(numerals, read):
        mine, theirs = numerals[x], numerals[y]
        one, other = spot(mine.noted), spot(theirs.noted)
        like = likeness[x, y] = min(read.likeness(one, other), read.likeness(other, one))
        for place in ((x, theirs.noted.document), (y, mine.noted.document)):
            best[place] = max(best[place], like)
    for (x, y), like in likeness.items():
        mine, theirs = numerals[x], numerals[y]
        mutual = like == best[x, theirs.noted.document] == best[y, mine.noted.document]
        if mutual and like >= ALIKE[mine.sort]:
            yield mine, theirs


def _near(numerals: Sequence[_Numeral], read: Context) -> list[tuple[int, int]]:
    """Return the places of two numerals of two articles whose sentences share enough words that are not on all lips."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, numeral in enumerate(numerals):
        for found, near in read.around(*spot(numeral.noted)).items():
            if near > BESIDE:
                by_stem[found].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for places in by_stem.values():
        if len(places) <= COMMON:
            shared.update(combinations(places, 2))
    return sorted(
        (x, y)
        for (x, y), many in shared.items()
        if many >= SHARED[numerals[x].sort] and numerals[x].noted.document != numerals[y].noted.document
    )


def _one_day(x: _Numeral, y: _Numeral) -> bool | None:
    """Tell whether two days are one: two dates, two weekdays, or a date and a weekday of the week in which it was told.

    None, as of all sorts, where the two cannot be held together.
    """
    if x.around.time_word != y.around.time_word:
        return None
    named = [n for n in (x, y) if n.noted.item.reason == "weekday"]
    if not named:
        said = order(x.value, y.value)
        return None if said is None else said == 0
    if len(named) == 2:
        return None if _weeks_apart(x.published, y.published) else x.value == y.value
    return _falls_on(_full(y if named[0] is x else x), named[0])


def _falls_on(told: date | None, named: _Numeral) -> bool | None:
    """Tell whether a date falls on a weekday; None where it is not of the week of that one's report."""
    if told is None or named.published is None or _weeks_apart(told, named.published):
        return None
    return WEEKDAYS[told.weekday()] == named.value


def _weeks_apart(x: date | None, y: date | None) -> bool:
    return x is not None and y is not None and abs((x - y).days) >= WEEK


def _full(dated: _Numeral) -> date | None:
    """Return a date with the year of its report where it names none."""
    value = dated.value
    return day(f"{dated.published.year}{value[1:]}" if value.startswith("--") and dated.published else value)


def _one_year(x: _Numeral, y: _Numeral) -> bool | None:
    """Tell whether two years are one; None for those far apart without a slip of a digit or two that changed places."""
    if x.value == y.value:
        return True
    if x.around.time_word != y.around.time_word or not (x.value.isdecimal() and y.value.isdecimal()):
        return None
    slipped = sum(a != b for a, b in zip(x.value, y.value, strict=False)) == 1 or sorted(x.value) == sorted(y.value)
    return False if slipped or abs(int(x.value) - int(y.value)) <= NEAR_YEARS else None


def _one_time(x: _Numeral, y: _Numeral) -> bool | None:
    """Tell whether two clock times are one, on a dial of twelve hours; None where zones may part them, or a rough hour."""
    first, second = _minutes(x.value), _minutes(y.value)
    if first is None or second is None:
        return None
    apart = abs(first - second) % HALF_DAY
    apart = min(apart, HALF_DAY - apart)
    if apart == 0:
        return True
    rough = x.around.time_word or y.around.time_word or 0 in (first % 60, second % 60)
    return None if (x.around.zone != y.around.zone and apart % HALF_HOUR == 0) or (rough and apart <= HALF_HOUR) else False


def _minutes(value: str) -> int | None:
    """Return the minutes since midnight of a clock time "15:10"."""
    hour, colon, minute = value.partition(":")
    return int(hour) * 60 + int(minute) if colon and hour.isdecimal() and minute.isdecimal() else None


def _one_rank(x: _Numeral, y: _Numeral) -> bool | None:
    """Tell whether two ordinals are one; None for those of two days, which count on: the fourth night and the fifth."""
    moved = x.published is not None and y.published is not None and x.published != y.published
    return True if x.value == y.value else None if moved else False


def _one_house(x: _Numeral, y: _Numeral) -> bool:
    return x.value == y.value


_ONE: Mapping[str, Callable[[_Numeral, _Numeral], bool | None]] = {
    "day": _one_day,
    "year": _one_year,
    "clock": _one_time,
    "rank": _one_rank,
    "house": _one_house,
}
"""Whether two numerals of a sort tell one thing alike."""
