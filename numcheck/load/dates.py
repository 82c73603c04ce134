"""Find the publish moment that an article prints at its top: in a label, a byline or a dateline, never in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import cache

from numcheck.language.en import calendar
from numcheck.model.moment import Moment

_LONGEST = 79
"""Characters of a line that is a date, with its weekday and time."""
_NOON, _DECEMBER = 12, 12
TOP = 2000
"""Characters of an article in which a publish date may stand."""
_LINES = 16
_PROSE, _WORDS = 120, 7
"""A line of more characters than this, or of more blanks with a full stop, is the story, not a line above it."""

_YEAR = r"(?:19|20|21)[0-9]{2}(?![0-9])"
_ANY_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
"""No date is read without a year, and most lines have none."""
_DAY = r"(?<![0-9])[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9])"
_DATE = (
    rf"(?:(?P<d1>{_DAY})(?:\s+of)?[\s-]+(?P<m1>{calendar.MONTH}),?[\s-]+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{calendar.MONTH})[\s-]+(?P<d2>{_DAY}),?[\s-]+(?P<y2>{_YEAR})"
    r"|(?P<y3>(?:19|20|21)[0-9]{2})[-/.](?P<m3>[0-9]{1,2})[-/.](?P<d3>[0-9]{1,2})(?![0-9])"
    rf"|(?P<a4>(?<![0-9])[0-9]{{1,2}})(?P<sep>[/.-])(?P<b4>[0-9]{{1,2}})(?P=sep)(?P<y4>{_YEAR}))"
)
_WEEKDAY = rf"(?:{calendar.WEEKDAY},?\s+)?"
_HALF = r"[ap]\.?\s?m\.?(?!\w)"
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "EST": -5, "EDT": -4}
"""Names of zones, in hours east of UTC. Those with two meanings (IST, CST) are not among them: the clock has no zone then."""


def _clock(name: str) -> str:
    """Return the pattern of a clock time, its hour, minute, second, half of the day and zone in groups that end in `name`."""
    return (
        rf"(?P<hour{name}>[0-9]{{1,2}})(?:\s?[:.]?\s?(?P<minute{name}>[0-9]{{2}})(?:\s?[:.]\s?(?P<second{name}>[0-9]{{2}}))?(?![0-9])"
        rf"|(?=\s?{_HALF}))\s*(?P<half{name}>{_HALF})?{_zone(name)}"
    )


def _zone(name: str) -> str:
    return rf"\s*(?P<zone{name}>\(?[A-Z]{{1,4}}\)?(?!\w)|[+-][0-9]{{2}}:?[0-9]{{2}}|hrs?|hours|local\stime)?"


_LABEL = (
    r"(?P<label>(?:first\s+|last\s+)?(?:publish(?:ed)?(?:\s+date)?|publication\s+date|date|posted|released|issued"
    r"|updated?|modified))\b\s*(?:on\b|at\b)?\s*[:|-]?\s*"
)
_AGAIN = r"(?:(?:last\s+)?(?:updated|modified|published|posted)\b\s*)?(?:at\b|on\b)?:?\s*"
_TIME = rf"(?:T(?P<iso>[0-9:.]+)|[\s,;@|–—-]*{_AGAIN}{_clock('_behind')})?{_zone('_last')}"
_BEFORE = rf"(?:{_clock('_before')}[\s,|–—-]+)?(?:on\s+)?{_WEEKDAY}"
_REST = rf"{_TIME}\s*[.,;]?\s*(?:[|•·(].{{0,80}})?"


_DATED = {
    "alone": rf"(?i:{_WEEKDAY}{_DATE}{_TIME})",
    "label": rf"(?i:\W{{0,4}}{_LABEL}{_BEFORE}{_DATE}{_REST})",
    "bare": rf"(?i:\W{{0,4}}(?:by\s[^.!?]{{2,80}}?[,|•·–—-]\s*|[^.!?|•·]{{2,80}}\s[|•·]\s*)?{_BEFORE}{_DATE}{_REST})",
    "dateline": r"\W{0,4}(?:[A-Z][A-Z .,'’/-]{1,60}|[A-Z][\w .,'’/-]{1,60}(?=\())(?:\([^()]{1,40}\))?[\s,:–—-]*"
    rf"{_DATE}\s*(?:\([^()]{{1,40}}\))?\s*(?:[-–—:|]|$)",
}
"""The date alone, the labelled line, the bare line or byline, and the dateline."""


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Compile on first use: most articles need none or one."""
    return re.compile(_DATED[kind])


def alone(text: str) -> Moment | None:
    """Return the moment that `text` is, with or without weekday and time; None where it is none or can be read two ways."""
    if moment := Moment.parse(text):
        return moment
    found = _pattern("alone").fullmatch(text.strip()) if len(text) <= _LONGEST and _ANY_YEAR.search(text) else None
    return found and _value(found)


def is_furniture(line: str) -> bool:
    """Tell whether `line` holds nothing but a publish date, with its label or byline."""
    if not _ANY_YEAR.search(line):
        return False
    return len(line) <= _PROSE and bool(_pattern("label").fullmatch(line) or _pattern("bare").fullmatch(line))


def printed(text: str, start: int = 0) -> Moment | None:
    """Return the publish moment printed at the top of `text`, which begins at `start`; a label "updated" counts only alone."""
    later = None
    above = True
    for line in _top(text, start):
        prose = len(line) > _PROSE or (line.endswith(".") and line.count(" ") > _WORDS)
        moment, changed = _told(line, above=above, prose=prose) if _ANY_YEAR.search(line) else (None, False)
        if moment is not None and not changed:
            return moment
        later = later or moment
        above = above and not prose
    return later


def _told(line: str, *, above: bool, prose: bool) -> tuple[Moment | None, bool]:
    """Return the moment that a line gives, where it gives one, and whether it is only that of the last change."""
    found = _pattern("label").fullmatch(line) if len(line) <= _PROSE else None
    if found is not None:
        return _value(found), found["label"].lower().removeprefix("last ").startswith(("updat", "modif"))
    found = _above(line, prose) if above else None
    return (None if found is None else _value(found)), False


def _above(line: str, prose: bool) -> re.Match[str] | None:
    """Return the bare line or byline with a date that a line is, or the dateline it begins with."""
    return (None if prose else _pattern("bare").fullmatch(line)) or _pattern("dateline").match(line)


def _top(text: str, start: int) -> Iterator[str]:
    lines = (line.strip() for line in text[start : start + TOP].splitlines())
    for number, line in enumerate(line for line in lines if line):
        if number == _LINES:
            return
        yield line


def _value(found: re.Match[str]) -> Moment | None:
    """Return the moment of a match; None for a day that is not in the calendar, and for 03/04/2021."""
    part = found.groupdict()
    day = _date(part)
    if day is None:
        return None
    if part.get("iso"):
        return Moment.parse(f"{day}T{part['iso']}{(part['zone_last'] or '').upper()}") or Moment(day)
    name = "_behind" if part.get("hour_behind") else "_before"
    if not part.get(f"hour{name}"):
        return Moment(day)
    clock = _time(part[f"hour{name}"], part[f"minute{name}"], part[f"second{name}"], part[f"half{name}"])
    return Moment(day) if clock is None else Moment(day, clock, _offset(part[f"zone{name}"]))


def _time(hour: str, minute: str | None, second: str | None, half: str | None) -> time | None:
    """Return the clock time; None where no clock shows it."""
    number = int(hour)
    if half:
        if not 1 <= number <= _NOON:
            return None
        number = number % _NOON + (_NOON if half[0] in "pP" else 0)
    try:
        return time(number, int(minute or 0), int(second or 0))
    except ValueError:
        return None


def _offset(zone: str | None) -> timedelta | None:
    name = (zone or "").strip("()").upper()
    if name[:1] in ("+", "-"):
        moment = Moment.parse(f"2000-01-01T00:00{name}")
        return moment.zone if moment else None
    return timedelta(hours=_ZONES[name]) if name in _ZONES else None


def _date(part: dict[str, str]) -> date | None:
    if part["y4"]:
        return _slashed(int(part["a4"]), int(part["b4"]), int(part["y4"]), part["sep"])
    year, month, day = next((part[f"y{n}"], part[f"m{n}"], part[f"d{n}"]) for n in "123" if part[f"y{n}"])
    number = int(month) if month.isdigit() else calendar.number(month)
    return _day(int(year), number, int(day.rstrip("stndrhSTNDRH")))


def _slashed(a: int, b: int, year: int, separator: str) -> date | None:
    """Read 13/04/2021 and 04/13/2021; 03/04/2021 is two dates, so it is none. With points the day always comes first."""
    if separator == "." or a > _DECEMBER or a == b:
        return _day(year, b, a)
    return _day(year, a, b) if b > _DECEMBER else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
