"""Times of a sentence in a normal form, resolved against the day its article was published.

A window reads `past 7 days` ("in the last week", "over the past seven days": hours are told in whole days, weeks in days,
quarters in months, months in whole years), `2021` (this year, so far this year, since the start of the year), `2021-Q1`,
`2021-05`, `2021-W19` (ISO week), `2021-05-14` (today, on Friday, last night), `since 2021-03`, or `in all` (so far, to date, in
total). Without a publish day, and where a word names no calendar time ("in recent weeks"), it stays in the words as written, in
lower case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from numcheck.claims.words import Words
from numcheck.language.en.inflection import singular

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_LONGER = {"hour": (24, "day"), "month": (12, "year")}
"""How many of a unit are told as one of the longer unit."""
_AS = {"week": (7, "day"), "fortnight": (14, "day"), "quarter": (3, "month"), "decade": (10, "year")}
_ROLLING = frozenset({"past", "recent"})
_AHEAD = frozenset({"next", "coming"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_FUTURE = frozenset({"will", "next", "due", "scheduled", "planned", "expected", "coming", "shall", "'ll", "’ll"})
_BEFORE_MONTH = frozenset(
    {
        "in",
        "since",
        "last",
        "by",
        "on",
        "of",
        "during",
        "until",
        "from",
        "early",
        "late",
        "mid",
        "-",
        "till",
        "through",
        "this",
        "next",
    }
)
_BEFORE_YEAR = frozenset({"in", "since", "during", "by"})
_ONLY_NAMED = frozenset({"since", "of", "than", "before", "until"})
_ABOUT = frozenset({"person", "event", "quake", "attack"})
_BOOKS = frozenset({"business", "financial", "fiscal", "trading"})
"""Kinds of years that the books are kept by."""
_ENDING = frozenset({"to", "ending", "ended", "until", "till"})
_EVENT = 8
"""Words into a sentence up to which a year may be that of the event it opens with."""
_BACK = frozenset({"ago", "earlier", "before"})
_PARTS = {"quarter": "Q", "half": "H"}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True, slots=True)
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


def span_at(at: int, written: Sequence[str], lower: Sequence[str], day: date | None, words: Words) -> Span | None:
    """Return the time that begins at token `at` ("ago" ends one), or None; `day` is when the article was published."""
    word = lower[at]
    found = (
        _week_to(at, lower, words)
        or _rolling(at, lower, words)
        or _calendar(at, lower, day, words)
        or _month(at, written, lower, day, words)
        or _year(at, lower, words)
        or _day(at, lower, day, words)
        or (_ago(at, lower, day, words) if word in _BACK else None)
        or _in_all(at, lower, day, words)
    )
    if found is None or found.window is None or not at or found.window == "in all":
        return found
    if found.when is not None and _when(found.last, lower):
        return replace(found, opens=True, behind_only=lower[found.first - 1] in _ONLY_NAMED)
    if lower[at - 1] != "since":
        return found
    window = f"{day.year}" if day is not None and found.window == f"{day.year}-01" else f"since {found.window}"
    return Span(found.first, found.last, window, None)


def _when(at: int, lower: Sequence[str]) -> bool:
    """Tell whether "when" or "in which" follows, so that a clause is told of the time before it."""
    at += lower[at : at + 1] == [","]
    return lower[at : at + 1] == ["when"] or lower[at : at + 2] == ["in", "which"]


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


def _amount(at: int, lower: Sequence[str], words: Words) -> tuple[int | None, int]:
    """Return the number written at token `at` and the token behind it."""
    word = lower[at] if at < len(lower) else ""
    if word.isdecimal() and len(word) < 4:
        return int(word), at + 1
    if word in words.amounts:
        return words.amounts[word], at + 1
    return None, at


def _rolling(at: int, lower: Sequence[str], words: Words) -> Span | None:
    """Read "past week", "the last seven days", "recent weeks"."""
    word = lower[at]
    if word not in _ROLLING and word not in ("last", "previous"):
        return None
    amount, behind = _amount(at + 1, lower, words)
    vague = amount is None and behind < len(lower) and lower[behind] in ("few", "couple", "several")
    behind += vague + (vague and lower[behind + 1 : behind + 2] == ["of"])
    unit = words.span_units.get(lower[behind]) if behind < len(lower) else None
    if unit is None or (amount is None and not vague and word in ("last", "previous") and (not at or lower[at - 1] != "the")):
        return None
    several = vague or word == "recent" or (word == "previous" and amount is None) or unit not in words.clock_units
    window = " ".join(lower[at : behind + 1]) if several else past(amount or 1, unit)
    return Span(at, behind + 1, window, None)


def _calendar(at: int, lower: Sequence[str], day: date | None, words: Words) -> Span | None:
    """Read "this year", "last month", "next week", "this morning", "last night", "the first quarter of 2019"."""
    word = lower[at]
    if at + 1 >= len(lower) or word not in words.window_words:
        return None
    if word in ("past", "last", "previous") and lower[at + 1] in _BOOKS and lower[at + 2 : at + 3] == ["year"]:
        when = None if day is None else f"{day.year - 1}"
        return Span(at, at + 3, when or "last year", when)
    behind = at + 2
    unit = words.span_units.get(lower[at + 1])
    if word in _NTH and lower[at + 1] in _PARTS:
        return _part(at, lower, day)
    if word == "same":
        return _same(at, lower, day)
    if unit is None or word in ("each", "every", *_NTH):
        return None
    step = {"this": 0, "last": -1}.get(word, 1 if word in _AHEAD else None)
    when = None if day is None or step is None else _shifted(unit, step, day)
    return Span(at, behind, when or " ".join(lower[at:behind]), when)


def _same(at: int, lower: Sequence[str], day: date | None) -> Span | None:
    """Read "the same quarter of 2023", "the same months last year" as the year."""
    named = at + 2 + (lower[at + 2 : at + 3] in (["of"], ["in"]))
    if named < len(lower) and is_year(lower[named]):
        return Span(at, named + 1, lower[named], lower[named])
    if tuple(lower[named : named + 2]) in (("last", "year"), ("the", "previous"), ("a", "year")):
        when = None if day is None else f"{day.year - 1}"
        return Span(at, named + 2, when or "last year", when)
    return None


def _part(at: int, lower: Sequence[str], day: date | None) -> Span:
    """Read a quarter or half of a year: that of the year behind it, else the last that has ended."""
    sign, nth, behind = _PARTS[lower[at + 1]], _NTH[lower[at]], at + 2
    named = behind + (lower[behind : behind + 1] == ["of"])
    if named < len(lower) and is_year(lower[named]):
        when = f"{lower[named]}-{sign}{nth}"
        return Span(at, named + 1, when, when)
    if lower[named : named + 2] == ["last", "year"] and day is not None:
        when = f"{day.year - 1}-{sign}{nth}"
        return Span(at, named + 2, when, when)
    if day is None:
        return Span(at, behind, " ".join(lower[at:behind]), None)
    months = 12 // (4 if sign == "Q" else 2)
    year = day.year if day.month > (nth - 1) * months else day.year - 1
    when = f"{year}-{sign}{nth}"
    return Span(at, behind, when, when)


def _shifted(unit: str, step: int, day: date) -> str | None:
    """Return the calendar unit that lies `step` units from `day`, in ISO form."""
    if unit in _PARTS_OF_DAY or unit == "day":
        return _plus(day, step)
    if unit == "night":
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


def _month(at: int, written: Sequence[str], lower: Sequence[str], day: date | None, words: Words) -> Span | None:
    """Read "in April", "April last year", "3 May 2019", "on May 3"."""
    month = words.months.get(lower[at])
    if month is None or not written[at][0].isupper():
        return None
    first, behind, number = at, at + 1, None
    if (of_month := _day_number(behind, lower)) is not None:
        number, behind = of_month, behind + 1
    elif (of_month := _day_number(at - 1, lower)) is not None:
        number, first = of_month, at - 1
    if number is None and not (at and lower[at - 1] in _BEFORE_MONTH):
        return None
    year = None
    comma = behind + (lower[behind : behind + 1] == [","])
    if comma < len(lower) and is_year(lower[comma]):
        year, behind = int(lower[comma]), comma + 1
    elif tuple(lower[behind : behind + 2]) in (("last", "year"), ("this", "year"), ("next", "year")):
        step = {"last": -1, "this": 0, "next": 1}[lower[behind]]
        if day is None:
            return Span(first, behind + 2, " ".join(lower[first : behind + 2]), None)
        year, behind = day.year + step, behind + 2
    elif day is not None:
        year = day.year - ((month, number or 1) > (day.month, day.day))
        if year < day.year and not _FUTURE.isdisjoint(lower[max(0, first - 8) : first]):
            year += 1
    if year is None:
        return Span(first, behind, " ".join(lower[first:behind]), None)
    when = f"{year:04}-{month:02}" + (f"-{number:02}" if number else "")
    return Span(first, behind, when, when)


def _in_the_event_of(at: int, lower: Sequence[str]) -> bool:
    """Tell whether the sentence opens in the event of a year: "In the bread riots of 2018"."""
    return lower[at - 1] == "of" and at <= _EVENT and lower[0] in ("in", "during") and lower[1] in ("the", "a")


def _whom_of(at: int, lower: Sequence[str], words: Words) -> bool:
    """Tell whether the sentence is about people or an event of a year: "The thieves of 2018 got ...", not "The law of 2018"."""
    if lower[at - 1] != "of" or not 2 < at <= _EVENT or lower[0] != "the" or at + 1 >= len(lower):
        return False
    noun = lower[at - 2]
    known = words.classes.get(noun) or words.classes.get(singular(noun, words.plurals))
    verb = lower[at + 1] in words.verbs or lower[at + 1] in words.auxiliaries
    return verb and known in _ABOUT and words.prepositions.isdisjoint(lower[1 : at - 1])


def _day_number(at: int, lower: Sequence[str]) -> int | None:
    """Return the day of a month written at token `at`."""
    found = _ORDINAL.fullmatch(lower[at]) if 0 <= at < len(lower) else None
    return int(found[1]) if found is not None and 1 <= int(found[1]) <= 31 else None


def _year(at: int, lower: Sequence[str], words: Words) -> Span | None:
    if not is_year(lower[at]) or not at:
        return None
    if not (
        lower[at - 1] in _BEFORE_YEAR
        or _in_the_event_of(at, lower)
        or _whom_of(at, lower, words)
        or (lower[at - 1] == "of" and _when(at + 1, lower))
    ):
        return None
    return Span(at, at + 1, lower[at], lower[at])


def _day(at: int, lower: Sequence[str], day: date | None, words: Words) -> Span | None:
    """Read a weekday, today, yesterday: the last one up to the publish day, or the next where the sentence looks ahead."""
    word = lower[at]
    if word in words.relative_days:
        when = None if day is None else _plus(day, words.relative_days[word])
        return Span(at, at + 1, when or word, when)
    number = words.weekday_numbers.get(word)
    if number is None:
        return None
    if day is None:
        return Span(at, at + 1, word, None)
    back = (day.weekday() - number) % 7
    if not _FUTURE.isdisjoint(lower[max(0, at - 8) : at]):
        when = _plus(day, (number - day.weekday()) % 7 or 7)
    else:
        when = _plus(day, -(back or (7 if at and lower[at - 1] == "last" else 0)))
    return Span(at, at + 1, when or word, when)


def _week_to(at: int, lower: Sequence[str], words: Words) -> Span | None:
    """Read "the week to Sunday", "the year ended in March"."""
    unit = words.span_units.get(lower[at])
    if unit not in ("week", "month", "year") or not at or lower[at - 1] != "the" or lower[at + 1 : at + 2] == []:
        return None
    behind = at + 2 + (lower[at + 2 : at + 3] in (["in"], ["on"]))
    if (
        lower[at + 1] not in _ENDING
        or behind >= len(lower)
        or not (lower[behind] in words.months or lower[behind] in words.weekdays)
    ):
        return None
    return Span(at, behind + 1, past(1, unit), None)


def _ago(at: int, lower: Sequence[str], day: date | None, words: Words) -> Span | None:
    """Read "three days ago": a point as exact as its unit. "A year earlier" is the year before, where none is named."""
    unit = words.span_units.get(lower[at - 1]) if at else None
    if unit is None or day is None or at < 2:
        return None
    amount, _ = _amount(at - 2, lower, words)
    if amount is None or amount > day.year or unit not in ("day", "week", "month", "year"):
        return None
    if lower[at] != "ago" and (unit != "year" or amount != 1 or any(map(is_year, lower[:at]))):
        return None
    when = _shifted(unit, -amount, day)
    return Span(at - 2, at + 1, when if unit == "year" else None, when)


def _in_all(at: int, lower: Sequence[str], day: date | None, words: Words) -> Span | None:
    """Read "so far", "in all", and "so far this year" and "since the start of the year" as the year."""
    rest = matched(words.year_so_far.get(lower[at], ()), lower, at)
    if rest is not None:
        window = " ".join(lower[at : at + 1 + rest]) if day is None else f"{day.year}"
        return Span(at, at + 1 + rest, window, None)
    rest = matched(words.so_far.get(lower[at], ()), lower, at)
    return None if rest is None else Span(at, at + 1 + rest, "in all", None)


def matched(rests: Sequence[tuple[str, ...]], lower: Sequence[str], at: int) -> int | None:
    """Return how many tokens of a phrase follow its first at token `at`, or None where no phrase is there."""
    return next((len(rest) for rest in rests if tuple(lower[at + 1 : at + 1 + len(rest)]) == rest), None)
