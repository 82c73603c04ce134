"""Days and years: a date and its weekday, a day that does not exist, an age and a year of birth, a span of years."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Line, Worksheet
from numcheck.language.en import reckoning
from numcheck.language.en.calendar import WEEKDAYS
from numcheck.model.claim import Claim
from numcheck.model.finding import Place
from numcheck.model.reading import Mark
from numcheck.model.saying import Years

KINDS = ("date", "weekday", "age", "duration")

GREGORIAN = 1800
"""Years before this one may be told by another calendar."""

NEWS = timedelta(days=45)
"""A day without its year is of the publish year only where it lies this near to the publish day."""

UNSURE = 0.8
"""How sure a weekday is whose year is taken from the publish day."""

_NEAR = 40
_FULL = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY = re.compile(r"--(\d{2})-(\d{2})")
_WORDED = re.compile(r"[A-Za-z]")


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every date with its weekday, every date that might not exist, every age with a birth and every span of years."""
    text = sheet.article.text
    for mark in sheet.marks:
        if mark.reason == "date" and mark.value and _WORDED.search(mark.text):
            yield from _date(mark, text, sheet)
    if any(c.quantity.dimension == "age" for c in sheet.claims):
        yield from _ages(sheet)
    yield from _spans(sheet)


def _date(mark: Mark, text: str, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a date that may not exist, and one that does beside its weekday."""
    written = _written(mark)
    if written is None:
        return
    year, month, number = written
    last = monthrange(year or 2000, month)[1]  # without its year a 29 February may be one
    told = _place(mark.start, mark.end, sheet)
    yield sheet.reckoning(
        "date",
        said=_words(told, text),
        working=_words(told, text),
        gives=f"{last} days",
        right=1 <= number <= last,
        places=(told,),
    )
    named = _weekday(mark, text)
    days = _days(year, month, number, sheet) if 1 <= number <= last else []
    if named is None or not days:
        return
    weekday, start, end = named
    place = _place(start, end, sheet)
    told_as = [WEEKDAYS[day.weekday()] for day in days]
    yield sheet.reckoning(
        "weekday",
        said=_words(place, text),
        working=_words(told, text) if year else f"{_words(told, text)} {days[0].year}",
        gives=f"a {told_as[0]}",
        right=weekday in told_as,
        places=(place,),
        confidence=1.0 if year else UNSURE,
    )


def _written(mark: Mark) -> tuple[int, int, int] | None:
    """Return the year, month and day of a date; 0 for a year that is not said, None for what is no day of our calendar."""
    full, day = _FULL.fullmatch(mark.value or ""), _DAY.fullmatch(mark.value or "")
    if full is not None:
        year, month, number = map(int, full.groups())
        return None if year < GREGORIAN else (year, month, number)
    return None if day is None else (0, int(day[1]), int(day[2]))


def _days(year: int, month: int, number: int, sheet: Worksheet) -> list[date]:
    """Return the days that a date may be, the likeliest first; without its year those of the years about the publish day."""
    if year:
        return [date(year, month, number)]
    published = sheet.article.published
    if published is None:
        return []
    years = [y for y in (published.day.year + by for by in (-1, 0, 1)) if number <= monthrange(y, month)[1]]
    days = [date(y, month, number) for y in years]
    near = [day for day in days if abs(day - published.day) <= NEWS]
    return [*near[:1], *(day for day in days if day not in near[:1])] if near else []


def _weekday(mark: Mark, text: str) -> tuple[str, int, int] | None:
    """Return the weekday that stands at a date, and the words from the one to the other."""
    before = reckoning.WEEKDAY_BEFORE.search(text, max(0, mark.start - _NEAR), mark.start)
    if before is not None:
        return before.group(1).capitalize(), before.start(1), mark.end
    behind = reckoning.WEEKDAY_BEHIND.match(text, mark.end, mark.end + _NEAR)
    if behind is not None:
        return (behind.group(1) or behind.group(2)).capitalize(), mark.start, behind.end()
    return None


def _ages(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the age of one person beside the year of birth, in one sentence and on the publish day."""
    published = sheet.article.published
    if published is None:
        return
    dated = [m for m in sheet.marks if m.reason in ("date", "year") and m.value and m.value[:4].isdigit()]
    for line in sheet.lines:
        age = _only_age(line)
        birth = None if age is None else _birth(age, dated)
        if age is None or birth is None:
            continue
        stated, born = age.quantity.stated.low, int((birth.value or "")[:4])
        if stated is None or stated != stated.to_integral_value() or not 0 <= published.day.year - born <= 120:
            continue
        oldest = published.day.year - born
        yield sheet.reckoning(
            "age",
            claims=(age,),
            said=age.text,
            working=f"born in {born}",
            gives=f"{oldest - 1} or {oldest} in {published.day.year}",
            right=oldest - 1 <= stated <= oldest,
            places=(_place(birth.start, birth.end, sheet),),
        )


def _only_age(line: Line) -> Claim | None:
    """Return the age of a sentence that has one alone, in years."""
    ages = [c for c in line.claims if c.quantity.dimension == "age"]
    return ages[0] if len(ages) == 1 and (ages[0].quantity.hedge, ages[0].quantity.unit) == ("exact", "year") else None


def _birth(age: Claim, dated: Sequence[Mark]) -> Mark | None:
    """Return the only date of an age's sentence where it is that of a birth."""
    begin, sentence = age.sentence_start, age.sentence
    inside = [m for m in dated if begin <= m.start < begin + len(sentence)]
    if len(inside) != 1 or reckoning.AT_THAT_TIME.search(sentence):
        return None
    return inside[0] if reckoning.BORN.search(sentence[: inside[0].start - begin]) else None


def _spans(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a number of years beside the two years that bound it: "for 20 years, from 1990 to 2005"."""
    for claim in (c for line in sheet.lines for c in line.claims if c.quantity.hedge in ("exact", "about", "more_than")):
        yield from (_span(claim, years, sheet) for years in claim.saying.years if years.first < years.last)


def _span(claim: Claim, years: Years, sheet: Worksheet) -> Reckoning:
    low, high = claim.quantity.meant.low, claim.quantity.meant.high
    apart = years.last - years.first
    return sheet.reckoning(
        "duration",
        claims=(claim,),
        said=claim.text,
        working=f"{years.first} to {years.last}",
        gives=f"{apart} years",
        right=(low is None or low < apart + 2) and (high is None or high > apart - Decimal("1.5")),
        places=(_place(years.start, years.end, sheet),),
    )


def _place(start: int, end: int, sheet: Worksheet) -> Place:
    return Place(sheet.article.path, start, end)


def _words(place: Place, text: str) -> str:
    return " ".join(text[place.start : place.end].split())
