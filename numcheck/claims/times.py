"""Times of a sentence in a normal form, resolved against the day its article was published.

A window reads `past 7 days` ("in the last week", "over the past seven days": hours are told in whole days, weeks in days,
quarters in months, months in whole years), `2021` (this year, so far this year, since the start of the year), `2021-Q1`,
`2021-05`, `2021-W19` (ISO week), `2021-05-14` (today, on Friday, last night), `since 2021-03`, or `in all` (so far, to date, in
total). Without a publish day, and where a word names no calendar time ("in recent weeks"), it stays in the words as written, in
lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from numcheck.language.en import around
from numcheck.model.frozen import frozen

if TYPE_CHECKING:
    from numcheck.claims.annotated import Annotated

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_LONGER = {"hour": (24, "day"), "month": (12, "year")}
"""How many of a unit are told as one of the longer unit."""
_AS = {"week": (7, "day"), "fortnight": (14, "day"), "quarter": (3, "month"), "decade": (10, "year")}
_LOOKS_AHEAD = 8
"""Words in front of a day or month in which the sentence tells that it looks ahead."""
_ABOUT = frozenset({"person", "event", "quake", "attack"})
_EVENT = 8
"""Words into a sentence up to which a year may be that of the event it opens with."""
_AGO = frozenset({"day", "week", "month", "year"})
"""The units in which a time ago is a point of the calendar."""
_YEAR_BEFORE = (("last", "year"), ("the", "previous"), ("a", "year"))
_OF_YEARS = {("last", "year"): -1, ("this", "year"): 0, ("next", "year"): 1}
_DIGITS = 3
"""Digits of a number of days or weeks at most: a year has four."""
_IN_ALL = "in all"
_PARTS = {"quarter": "Q", "half": "H"}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_OF_EACH = frozenset({"each", "every", *_NTH})


@frozen
class Span:
    """A time at tokens `first` up to `last`: the window it makes (None for a mere point), and the ISO time it names, if any.

    `opens` says that a clause of its own is told of it ("in 2009, when ..."), `behind_only` that nothing else is ("the worst
    since 2009, when ...").
    """

    first: int
    last: int
    window: str | None
    when: str | None
    opens: bool = False
    behind_only: bool = False


def span_at(at: int, line: Annotated) -> Span | None:
    """Return the time that begins at token `at` ("ago" ends one), or None."""
    for read in _READERS:
        found = read(at, line)
        if found is not None:
            break
    if found is None or found.window in (None, _IN_ALL) or not at:
        return found
    if found.when is not None and _when(found.last, line):
        return replace(found, opens=True, behind_only=line.word(found.first - 1) in around.ONLY_NAMED)
    return _since(found, line) if line.word(at - 1) == "since" else found


def _since(found: Span, line: Annotated) -> Span:
    """Return a time behind "since" as the window that it opens: since January is this year."""
    this_year = None if line.day is None else f"{line.day.year}"
    return Span(found.first, found.last, this_year if found.window == f"{this_year}-01" else f"since {found.window}", None)


def _when(at: int, line: Annotated) -> bool:
    """Tell whether "when" or "in which" follows, so that a clause is told of the time before it."""
    at = line.skip(at, ",")
    return line.word(at) == "when" or line.says(at, ("in", "which"))


def is_year(word: str) -> bool:
    """Tell whether a token is a year of the eighteenth century or later."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")


def past(amount: int, unit: str) -> str:
    """Return the normal form of the last so many of a unit."""
    if unit in _AS:
        times, unit = _AS[unit]
        amount *= times
    if unit in _LONGER and amount % _LONGER[unit][0] == 0:
        times, unit = _LONGER[unit]
        amount //= times
    return f"past {amount} {unit}" + ("s" if amount != 1 else "")


def _amount(at: int, line: Annotated) -> tuple[int | None, int]:
    """Return the number written at token `at` and the token behind it."""
    word, amounts = line.word(at), line.vocabulary.amounts
    if word.isdecimal() and len(word) <= _DIGITS:
        return int(word), at + 1
    return (amounts[word], at + 1) if word in amounts else (None, at)


def _told(first: int, last: int, line: Annotated) -> str:
    return " ".join(line.lower[first:last])


def _rolling(at: int, line: Annotated) -> Span | None:
    """Read "past week", "the last seven days", "recent weeks"."""
    word, words = line.word(at), line.vocabulary
    if word not in around.ROLLING:
        return None
    amount, behind = _amount(at + 1, line)
    few = amount is None and line.word(behind) in around.FEW
    if few:
        behind = line.skip(behind + 1, "of")
    unit = words.span_units.get(line.word(behind))
    told = amount is not None or few
    if unit is None or not (told or _needs_no_number(at, line)):
        return None
    vague = few or word == "recent" or (word == "previous" and not told) or unit not in words.scope.clock_units
    return Span(at, behind + 1, _told(at, behind + 1, line) if vague else past(amount or 1, unit), None)


def _needs_no_number(at: int, line: Annotated) -> bool:
    """Tell whether a word opens a time by itself: "past week", "the last week", but not "last week", which is another."""
    return line.word(at) not in around.LAST or line.word(at - 1) == "the"


def _calendar(at: int, line: Annotated) -> Span | None:
    """Read "this year", "last month", "next week", "this morning", "last night", "the first quarter of 2019"."""
    word, following = line.word(at), line.word(at + 1)
    if word not in line.vocabulary.scope.window_words:
        return None
    if following in around.BOOKS and word in ("past", "last", "previous") and line.word(at + 2) == "year":
        return _year_ago(at, at + 3, line)
    if word in _NTH and following in _PARTS:
        return _part(at, line)
    return _same(at, line) if word == "same" else _of_calendar(at, line)


def _of_calendar(at: int, line: Annotated) -> Span | None:
    """Read a unit of the calendar told from today: "this year", "last month", "next week"."""
    word, day = line.word(at), line.day
    unit = line.vocabulary.span_units.get(line.word(at + 1))
    if unit is None or word in _OF_EACH:
        return None
    step = {"this": 0, "last": -1}.get(word, 1 if word in around.AHEAD else None)
    when = None if day is None or step is None else _shifted(unit, step, day)
    return Span(at, at + 2, when or _told(at, at + 2, line), when)


def _year_ago(first: int, last: int, line: Annotated) -> Span:
    when = None if line.day is None else f"{line.day.year - 1}"
    return Span(first, last, when or "last year", when)


def _same(at: int, line: Annotated) -> Span | None:
    """Read "the same quarter of 2023", "the same months last year" as the year."""
    named = line.skip(at + 2, "of", "in")
    year = line.word(named)
    if is_year(year):
        return Span(at, named + 1, year, year)
    return _year_ago(at, named + 2, line) if any(line.says(named, phrase) for phrase in _YEAR_BEFORE) else None


def _part(at: int, line: Annotated) -> Span:
    """Read a quarter or half of a year: that of the year behind it, else the last that has ended."""
    sign, nth, day = _PARTS[line.word(at + 1)], _NTH[line.word(at)], line.day
    named = line.skip(at + 2, "of")
    if is_year(line.word(named)):
        last, year = named + 1, int(line.word(named))
    elif day is None:
        return Span(at, at + 2, _told(at, at + 2, line), None)
    elif line.says(named, ("last", "year")):
        last, year = named + 2, day.year - 1
    else:
        months = 12 // (4 if sign == "Q" else 2)
        last, year = at + 2, day.year if day.month > (nth - 1) * months else day.year - 1
    when = f"{year}-{sign}{nth}"
    return Span(at, last, when, when)


def _shifted(unit: str, step: int, day: date) -> str | None:
    """Return the calendar unit that lies `step` units from `day`, in ISO form."""
    if unit in around.PARTS_OF_DAY or unit in ("day", "night"):
        return _plus(day, step)
    if unit == "week":
        year, week, _ = (day + timedelta(days=7 * step)).isocalendar()
        return f"{year}-W{week:02}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + step
        return f"{quarters // 4:04}-Q{quarters % 4 + 1}"
    return f"{day.year + step:04}" if unit == "year" else None


def _plus(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _month(at: int, line: Annotated) -> Span | None:
    """Read "in April", "April last year", "3 May 2019", "on May 3"."""
    month = line.vocabulary.calendar.months.get(line.word(at))
    if month is None or not line.is_capital(at):
        return None
    number, first, behind = _day_of_month(at, line)
    if number is None and line.word(at - 1) not in around.BEFORE_MONTH:
        return None
    year, last = _year_behind(behind, line)
    if year is None and last == behind and line.day is not None:
        year = _nearest_year(month, number or 1, first, line, line.day)
    if year is None:
        return Span(first, last, _told(first, last, line), None)
    when = f"{year:04}-{month:02}" + (f"-{number:02}" if number else "")
    return Span(first, last, when, when)


def _day_of_month(at: int, line: Annotated) -> tuple[int | None, int, int]:
    """Return the day named behind or in front of a month at token `at`, and the tokens from and up to which both stand."""
    behind = _day_number(at + 1, line)
    if behind is not None:
        return behind, at, at + 2
    before = _day_number(at - 1, line)
    return before, at if before is None else at - 1, at + 1


def _year_behind(at: int, line: Annotated) -> tuple[int | None, int]:
    """Return the year that is named at token `at`, None where nobody knows it, and the token behind it."""
    comma = line.skip(at, ",")
    if is_year(line.word(comma)):
        return int(line.word(comma)), comma + 1
    step = _OF_YEARS.get((line.word(at), line.word(at + 1)))
    if step is None:
        return None, at
    return None if line.day is None else line.day.year + step, at + 2


def _nearest_year(month: int, number: int, first: int, line: Annotated, day: date) -> int:
    """Return the year in which a day last was, or in which it comes next where the sentence looks ahead."""
    gone, before = (month, number) <= (day.month, day.day), first - _LOOKS_AHEAD
    if gone and month != day.month and line.has(before, first, around.STILL_TO_COME):
        return day.year + 1
    return day.year if gone or line.has(before, first, around.FUTURE) else day.year - 1


def _in_the_event_of(at: int, line: Annotated) -> bool:
    """Tell whether the sentence opens in the event of a year: "In the bread riots of 2018"."""
    return line.word(at - 1) == "of" and at <= _EVENT and line.word(0) in ("in", "during") and line.word(1) in ("the", "a")


def _whom_of(at: int, line: Annotated) -> bool:
    """Tell whether the sentence is about people or an event of a year: "The thieves of 2018 got ...", not "The law of 2018"."""
    words = line.vocabulary
    if (
        line.word(at - 1) != "of"
        or not 2 < at <= _EVENT
        or line.word(0) != "the"
        or line.has(1, at - 1, words.nouns.ends.prepositions)
    ):
        return False
    verb = line.word(at + 1) in words.verbs or line.word(at + 1) in words.nouns.ends.auxiliaries
    return verb and line.class_at(at - 2) in _ABOUT


def _day_number(at: int, line: Annotated) -> int | None:
    """Return the day of a month written at token `at`."""
    found = _ORDINAL.fullmatch(line.word(at))
    return int(found[1]) if found is not None and 1 <= int(found[1]) <= 31 else None


def _year(at: int, line: Annotated) -> Span | None:
    year, before = line.word(at), line.word(at - 1)
    if not at or not is_year(year):
        return None
    if (
        before in around.BEFORE_YEAR
        or _in_the_event_of(at, line)
        or _whom_of(at, line)
        or (before == "of" and _when(at + 1, line))
    ):
        return Span(at, at + 1, year, year)
    return None


def _day(at: int, line: Annotated) -> Span | None:
    """Read a weekday, today, yesterday."""
    word, words, day = line.word(at), line.vocabulary, line.day
    if word in words.calendar.relative_days:
        when = None if day is None else _plus(day, words.calendar.relative_days[word])
    elif word in words.calendar.weekdays:
        when = None if day is None else _weekday(words.calendar.weekdays[word], at, line, day)
    else:
        return None
    return Span(at, at + 1, when or word, when)


def _weekday(number: int, at: int, line: Annotated, day: date) -> str | None:
    """Return the last such weekday up to the publish day, or the next where the sentence looks ahead."""
    if line.has(at - _LOOKS_AHEAD, at, around.FUTURE):
        return _plus(day, (number - day.weekday()) % 7 or 7)
    back = (day.weekday() - number) % 7
    return _plus(day, -(back or (7 if line.word(at - 1) == "last" else 0)))


def _week_to(at: int, line: Annotated) -> Span | None:
    """Read "the week to Sunday", "the year ended in March"."""
    words = line.vocabulary
    unit = words.span_units.get(line.word(at))
    if unit not in ("week", "month", "year") or line.word(at - 1) != "the" or line.word(at + 1) not in around.ENDING:
        return None
    behind = line.skip(at + 2, "in", "on")
    named = line.word(behind) in words.calendar.months or line.word(behind) in words.weekdays
    return Span(at, behind + 1, past(1, unit), None) if named else None


def _ago(at: int, line: Annotated) -> Span | None:
    """Read "three days ago": a point as exact as its unit. "A year earlier" is the year before, where none is named."""
    day = line.day
    if line.word(at) not in around.BACK or day is None:
        return None
    unit = line.vocabulary.span_units.get(line.word(at - 1))
    amount, _ = _amount(at - 2, line)
    if unit not in _AGO or amount is None or amount > day.year:
        return None
    if line.word(at) != "ago" and ((unit, amount) != ("year", 1) or any(map(is_year, line.lower[:at]))):
        return None
    when = _shifted(unit, -amount, day)
    return Span(at - 2, at + 1, when if unit == "year" else None, when)


def _in_all(at: int, line: Annotated) -> Span | None:
    """Read "so far", "in all", and "so far this year" and "since the start of the year" as the year."""
    words, day = line.vocabulary, line.day
    rest = _matched(words.year_so_far.get(line.word(at), ()), line, at)
    if rest is not None:
        window = _told(at, at + 1 + rest, line) if day is None else f"{day.year}"
        return Span(at, at + 1 + rest, window, None)
    rest = _matched(words.so_far.get(line.word(at), ()), line, at)
    return None if rest is None else Span(at, at + 1 + rest, _IN_ALL, None)


def _matched(rests: Sequence[tuple[str, ...]], line: Annotated, at: int) -> int | None:
    """Return how many tokens of a phrase follow its first at token `at`, or None where no phrase is there."""
    return next((len(rest) for rest in rests if tuple(line.lower[at + 1 : at + 1 + len(rest)]) == rest), None)


_READERS: tuple[Callable[[int, Annotated], Span | None], ...] = (
    _week_to,
    _rolling,
    _calendar,
    _month,
    _year,
    _day,
    _ago,
    _in_all,
)
"""The forms of a time, tried in this order."""
