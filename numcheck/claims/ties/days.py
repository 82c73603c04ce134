"""Days and years: a date in words and its weekday, a time between two years, a birth beside an age."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numcheck.claims.figures_as_signs import SIGN, Frame, Line, Sheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.finding import Place
from numcheck.model.reading import Mark
from numcheck.model.ties import Day, Years

_NEAR = 40
"""Characters between a date and its weekday at most, and from a word of dying to the year of it."""
_SENTENCE = 200
"""Characters of a sentence on either side of a date."""
_DATE = re.compile(r"(\d{4}|-)-(0[1-9]|1[0-2])-(\d{2})")
_TOLD = re.compile(r"\d{4}|.*[A-Za-z]")
_LIFE = re.compile(r"(1[5-9]\d\d|20\d\d)\W{1,3}(1[5-9]\d\d|20\d\d)")
_YEAR = r"(?P<{}>1\d\d\d|20\d\d)"
_AGO = Frame(
    rf"\b(?:in|of|since|on) (?:\d+ )?(?:[a-z]+ )?(?:\d+, )?{_YEAR.format('before')}(?:,| \(| —| –) ?"
    rf"(?:some |about )?(?P<one>{SIGN}) ago"
    rf"|(?P<two>{SIGN}) ago,? \(?in {_YEAR.format('behind')}",
    " ago",
)


def read(sheet: Sheet) -> Iterator[Day | Years]:
    """Yield every date that is told in words, every time with its years, and every age with a birth."""
    yield from _days(sheet)
    dated = [m for m in sheet.marks if m.reason in ("date", "year") and m.value and m.value[:4].isdigit()]
    for line in sheet.lines:
        yield from _ages(line, dated, sheet)
        yield from _ago(line, sheet.article.path)
        for claim in line.claims:
            yield from _spans(claim, sheet)


def _days(sheet: Sheet) -> Iterator[Day]:
    text, path = sheet.article.text, sheet.article.path
    for mark in (mark for mark in sheet.marks if mark.reason == "date" and _TOLD.match(mark.text)):
        written = _DATE.fullmatch(mark.value or "")
        if written is not None:
            year, month, number = (int(part.strip("-") or 0) for part in written.groups())
            date = Place(path, mark.start, mark.end)
            yield Day(year, month, number, date, *_weekday(date, text), () if year else _years_beside(date, sheet))


def _weekday(date: Place, text: str) -> tuple[str | None, Place]:
    """Return the weekday that stands at a date, and the place of both."""
    before = reckoning.WEEKDAY_BEFORE.search(text, max(0, date.start - _NEAR), date.start)
    if before is not None:
        return reckoning.WEEKDAYS_BY_LETTERS[before[1][:3].lower()], Place(date.document, before.start(1), date.end)
    behind = reckoning.WEEKDAY_BEHIND.match(text, date.end, date.end + _NEAR)
    if behind is not None:
        return (behind[1] or behind[2]).capitalize(), Place(date.document, date.start, behind.end())
    return None, date


def _years_beside(date: Place, sheet: Sheet) -> tuple[int, ...]:
    """Return the years that are told within the sentence of a date without its own."""
    text, published = sheet.article.text, sheet.article.published
    begin = max(text.rfind(stop, 0, date.start) for stop in (". ", "\n"))
    end = min((at for at in (text.find(stop, date.end) for stop in (". ", "\n")) if at > 0), default=len(text))
    sentence = text[max(begin, date.start - _SENTENCE) : min(end, date.end + _SENTENCE)]
    told = [int(year) for year in reckoning.A_YEAR.findall(sentence)]
    if published is not None:
        told += [published.day.year + by for words, by in reckoning.YEARS_AWAY.items() if words in sentence.lower()]
    return tuple(told)


def _ages(line: Line, dated: Sequence[Mark], sheet: Sheet) -> Iterator[Years]:
    """Yield the only age of a sentence in years beside a birth, and a death where there is one."""
    ages = [c for c in line.claims if c.quantity.dimension == "age"]
    if len(ages) != 1 or (ages[0].quantity.hedge, ages[0].quantity.unit) != ("exact", "year"):
        return
    begin, sentence = ages[0].sentence_start, ages[0].sentence
    inside = [m for m in dated if begin <= m.start < begin + len(sentence)]
    life = _life(inside, begin, sentence) if inside and not reckoning.ANOTHER_EVENT.search(sentence) else None
    if life is not None:
        yield Years(ages[0], *life, Place(sheet.article.path, inside[0].start, inside[-1].end))


def _life(dates: Sequence[Mark], begin: int, sentence: str) -> tuple[int, int | None] | None:
    """Return the years of a birth and, where it is told, of the death, of all dates of a sentence that begins at `begin`."""
    first, last = dates[0], dates[-1]
    died, span = reckoning.DIED.search(sentence) is not None, _LIFE.fullmatch(first.text)
    if span is not None:
        return (int(span[1]), int(span[2])) if died and len(dates) == 1 else None
    if not reckoning.BORN.search(sentence[: first.start - begin]):
        return None
    born, at = int((first.value or "")[:4]), last.start - begin
    if len(dates) == 1:
        return None if died or reckoning.AT_THAT_TIME.search(sentence) else (born, None)
    if len(dates) == 2 and reckoning.DIED.search(sentence, max(0, at - _NEAR), at):
        return born, int((last.value or "")[:4])
    return None


def _ago(line: Line, path: str) -> Iterator[Years]:
    """Yield a year and how many years ago it was: "in 1911, 110 years ago"."""
    for match in _AGO.finditer(line.text):
        claim = line.claim(match["one"] or match["two"])
        if claim.quantity.unit == "year":
            yield Years(claim, int(match["before"] or match["behind"]), None, Place(path, claim.start, claim.end))


def _spans(claim: Claim, sheet: Sheet) -> Iterator[Years]:
    """Yield the years that bound a time and stand right in front of it or behind it: "for 20 years, from 1990 to 2005"."""
    if claim.quantity.unit != "year" or claim.quantity.dimension != "duration":
        return
    sentence, start = claim.sentence, claim.sentence_start
    begin, end = claim.start - start, claim.end - start
    for match in reckoning.SPAN.finditer(sentence):
        is_behind = end <= match.start()
        between = sentence[end : match.start()] if is_behind else sentence[match.end() : begin]
        tied = reckoning.TIED_BEHIND if is_behind else reckoning.TIED
        if tied.fullmatch(between) and not reckoning.BROKEN.match(sentence, max(end, match.end())):
            first, last = (int(year) for year in match.groups() if year)
            yield Years(claim, first, last, Place(sheet.article.path, start + match.start(), start + match.end()))
