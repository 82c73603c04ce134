"""Days and years: a date and its weekday, a day that does not exist, an age and a year of birth, a span of years."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet
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
    full, day = _FULL.fullmatch(mark.value or ""), _DAY.fullmatch(mark.value or "")
    if full is None and day is None:
        return
    year, month, number = (0, *map(int, day.groups())) if day is not None else map(int, full.groups() if full else ())
    if full is not None and year < GREGORIAN:
        return
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
    if not 1 <= number <= last:
        return
    named = _weekday(mark, text)
    if named is None:
        return
    weekday, start, end = named
    place = _place(start, end, sheet)
    if year:
        real = WEEKDAYS[date(year, month, number).weekday()]
        yield sheet.reckoning(
            "weekday",
            said=_words(place, text),
            working=_words(told, text),
            gives=f"a {real}",
            right=real == weekday,
            places=(place,),
        )
        return
    published = sheet.article.published
    if published is None:
        return
    years = [
        y for y in (published.day.year - 1, published.day.year, published.day.year + 1) if number <= monthrange(y, month)[1]
    ]
    days = {y: date(y, month, number) for y in years}
    near = [d for d in days.values() if abs(d - published.day) <= NEWS]
    if near:
        real = WEEKDAYS[near[0].weekday()]
        right = any(WEEKDAYS[d.weekday()] == weekday for d in days.values())
        yield sheet.reckoning(
            "weekday",
            said=_words(place, text),
            working=f"{_words(told, text)} {near[0].year}",
            gives=f"a {real}",
            right=right,
            places=(place,),
            confidence=UNSURE,
        )


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
        ages = [c for c in line.claims if c.quantity.dimension == "age"]
        if len(ages) != 1 or ages[0].quantity.hedge != "exact" or ages[0].quantity.unit != "year":
            continue
        age, begin = ages[0], ages[0].sentence_start
        sentence = age.sentence
        inside = [m for m in dated if begin <= m.start < begin + len(sentence)]
        if (
            len(inside) != 1
            or reckoning.AT_THAT_TIME.search(sentence)
            or not reckoning.BORN.search(sentence[: inside[0].start - begin])
        ):
            continue
        stated = age.quantity.stated.low
        born = int((inside[0].value or "")[:4])
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
            places=(_place(inside[0].start, inside[0].end, sheet),),
        )


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
