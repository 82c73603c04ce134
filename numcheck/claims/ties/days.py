"""Days and years: a date in words and its weekday, a time between two years, a birth beside an age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.claims.signed import Line, Sheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.finding import Place
from numcheck.model.reading import Mark
from numcheck.model.ties import Day, Years

_NEAR = 40
"""Characters between a date and its weekday at most."""
_DATE = re.compile(r"(\d{4}|-)-(\d{2})-(\d{2})")
_WORDED = re.compile(r"[A-Za-z]")


def read(sheet: Sheet) -> Iterator[Day | Years]:
    """Yield every date that is told in words, every time with its two years, and every age with a birth."""
    for mark in sheet.marks:
        written = _DATE.fullmatch(mark.value or "") if mark.reason == "date" and _WORDED.search(mark.text) else None
        if written is not None:
            year, month, number = (int(part.strip("-") or 0) for part in written.groups())
            date = Place(sheet.article.path, mark.start, mark.end)
            yield Day(year, month, number, date, *_weekday(date, sheet.article.text))
    dated = [m for m in sheet.marks if m.reason in ("date", "year") and m.value and m.value[:4].isdigit()]
    for line in sheet.lines:
        yield from _ages(line, dated, sheet)
        for claim in line.claims:
            yield from _spans(claim, sheet)


def _weekday(date: Place, text: str) -> tuple[str | None, Place]:
    """Return the weekday that stands at a date, and the place of both."""
    before = reckoning.WEEKDAY_BEFORE.search(text, max(0, date.start - _NEAR), date.start)
    if before is not None:
        return before[1].capitalize(), Place(date.document, before.start(1), date.end)
    behind = reckoning.WEEKDAY_BEHIND.match(text, date.end, date.end + _NEAR)
    if behind is not None:
        return (behind[1] or behind[2]).capitalize(), Place(date.document, date.start, behind.end())
    return None, date


def _ages(line: Line, dated: list[Mark], sheet: Sheet) -> Iterator[Years]:
    """Yield the only age of a sentence in years beside its only date, where that is of a birth."""
    ages = [c for c in line.claims if c.quantity.dimension == "age"]
    if len(ages) != 1 or (ages[0].quantity.hedge, ages[0].quantity.unit) != ("exact", "year"):
        return
    begin, sentence = ages[0].sentence_start, ages[0].sentence
    inside = [m for m in dated if begin <= m.start < begin + len(sentence)]
    if len(inside) == 1 and not reckoning.AT_THAT_TIME.search(sentence):
        (birth,) = inside
        if reckoning.BORN.search(sentence[: birth.start - begin]):
            yield Years(ages[0], int((birth.value or "")[:4]), None, Place(sheet.article.path, birth.start, birth.end))


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
