"""Days and years: a date and its weekday, a day that does not exist, an age and a year of birth, a span of years."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet
from numcheck.language.en.calendar import WEEKDAYS
from numcheck.model.finding import Place
from numcheck.model.ties import Day, Years

KINDS = ("date", "weekday", "age", "duration")

GREGORIAN = 1800
"""Years before this one may be told by another calendar."""

NEWS = timedelta(days=45)
"""A day without its year is of the publish year only where it lies this near to the publish day."""

UNSURE = 0.8
"""How sure a weekday is whose year is taken from the publish day."""

_OLDEST = 120
"""Years that nobody outlives."""


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every date with its weekday, every date that might not exist, every age with a birth and every span of years."""
    for day in sheet.told(Day):
        yield from _date(day, sheet)
    for years in sheet.told(Years):
        yield from _age(years, sheet) if years.claim.quantity.dimension == "age" else _span(years, sheet)


def _date(day: Day, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a date that may not exist, and one that does beside its weekday."""
    last = monthrange(day.year or 2000, day.month)[1]  # without its year a 29 February may be one
    told, exists = _words(day.date, sheet), 1 <= day.number <= last
    yield sheet.reckoning("date", said=told, working=told, gives=f"{last} days", right=exists, places=(day.date,))
    days = _days(day, sheet) if exists else []
    if day.weekday is None or not days:
        return
    weekdays = [WEEKDAYS[one.weekday()] for one in days]
    yield sheet.reckoning(
        "weekday",
        said=_words(day.place, sheet),
        working=told if day.year else f"{told} {days[0].year}",
        gives=f"a {weekdays[0]}",
        right=day.weekday in weekdays,
        places=(day.place,),
        confidence=1.0 if day.year else UNSURE,
    )


def _words(place: Place, sheet: Worksheet) -> str:
    return " ".join(sheet.article.text[place.start : place.end].split())


def _days(day: Day, sheet: Worksheet) -> list[date]:
    """Return the days that a date may be, the likeliest first.

    Without its year it is the one next to the publish day, if that is near; one that is past may also be of another year.
    """
    if day.year:
        return _of_years(day, (day.year,)) if day.year >= GREGORIAN else []
    if sheet.article.published is None:
        return []
    now = sheet.article.published.day
    around = sorted(_of_years(day, (now.year - 1, now.year, now.year + 1)), key=lambda one: abs(one - now))
    if not around or abs(around[0] - now) > NEWS:
        return []
    told = _of_years(day, day.years)
    return around[:1] if around[0] >= now and not told else [*told, *around]


def _of_years(day: Day, years: Iterable[int]) -> list[date]:
    """Return a day in each of the years that has it, of those that a calendar has."""
    known = (year for year in years if MINYEAR <= year <= MAXYEAR)
    return [date(year, day.month, day.number) for year in known if day.number <= monthrange(year, day.month)[1]]


def _last(years: Years, sheet: Worksheet) -> int | None:
    """Return the year up to which a time is told: that of the article where none is said."""
    published = sheet.article.published
    return years.last or (published.day.year if published is not None else None)


def _age(years: Years, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield an age beside the year of birth: at death, or on the publish day."""
    stated, last = years.claim.quantity.stated.low, _last(years, sheet)
    if stated is None or stated != stated.to_integral_value() or last is None or not 0 <= last - years.first <= _OLDEST:
        return
    oldest = last - years.first
    yield sheet.reckoning(
        "age",
        claims=(years.claim,),
        said=years.claim.text,
        working=f"born in {years.first}",
        gives=f"{oldest - 1} or {oldest} in {last}",
        right=oldest - 1 <= stated <= oldest,
        places=(years.place,),
    )


def _span(years: Years, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a number of years beside the two years that bound it: "for 20 years, from 1990 to 2005"."""
    last, q = _last(years, sheet), years.claim.quantity
    if last is None or last <= years.first or q.hedge not in ("exact", "about", "more_than"):
        return
    apart, low, high = last - years.first, q.meant.low, q.meant.high
    yield sheet.reckoning(
        "duration",
        claims=(years.claim,),
        said=years.claim.text,
        working=f"{years.first} to {last}",
        gives=f"{apart} years",
        right=(low is None or low < apart + 2) and (high is None or high > apart - Decimal("1.5")),
        places=(years.place,),
    )
