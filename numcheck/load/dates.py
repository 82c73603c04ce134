"""Find the publish date that an article prints at its top: in a label, a byline or a dateline, never in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

TOP = 2000
"""Characters of an article in which a publish date may stand."""
_LINES = 16
_PROSE = 120
"""A line of more characters than this is the story, not a line above it."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20|21)[0-9]{2}(?![0-9])"
_DAY = r"(?<![0-9])[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9])"
_DATE = (
    rf"(?:(?P<d1>{_DAY})(?:\s+of)?[\s-]+(?P<m1>{_MONTH}),?[\s-]+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH})[\s-]+(?P<d2>{_DAY}),?[\s-]+(?P<y2>{_YEAR})"
    r"|(?P<y3>(?:19|20|21)[0-9]{2})[-/.](?P<m3>[0-9]{1,2})[-/.](?P<d3>[0-9]{1,2})(?![0-9])"
    rf"|(?P<a4>(?<![0-9])[0-9]{{1,2}})(?P<sep>[/.-])(?P<b4>[0-9]{{1,2}})(?P=sep)(?P<y4>{_YEAR}))"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"[0-9]{1,2}\s?[:.]?\s?[0-9]{2}(?:\s?[:.]\s?[0-9]{2})?(?![0-9])"
_ZONE = r"\s*(?:[ap]\.?\s?m\.?(?!\w))?\s*(?:\(?[A-Z]{1,4}\)?(?!\w)|[+-][0-9]{2}:?[0-9]{2}|hrs?|hours|local\stime)?"
_LABEL = (
    r"(?P<label>(?:first\s+|last\s+)?(?:publish(?:ed)?(?:\s+date)?|publication\s+date|date|posted|released|issued"
    r"|updated?|modified))\b\s*(?:on\b|at\b)?\s*[:|-]?\s*"
)
_AGAIN = r"(?:(?:last\s+)?(?:updated|modified|published|posted)\b\s*)?(?:at\b|on\b)?:?\s*"
_TIME = rf"(?:T[0-9:.]+|[\s,;@|–—-]*{_AGAIN}{_CLOCK})?{_ZONE}"
_BEFORE = rf"(?:{_CLOCK}{_ZONE}[\s,|–—-]+)?(?:on\s+)?{_WEEKDAY}"
_REST = rf"{_TIME}\s*[.,;]?\s*(?:[|•·(].{{0,80}})?"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile on first use: the date alone, and the labelled line, the bare line or byline, and the dateline."""
    fold = re.IGNORECASE
    return (
        re.compile(rf"{_WEEKDAY}{_DATE}{_TIME}", fold),
        re.compile(rf"\W{{0,4}}{_LABEL}{_BEFORE}{_DATE}{_REST}", fold),
        re.compile(
            r"\W{0,4}(?:by\s[^.!?]{2,80}?[,|•·–—-]\s*|[^.!?|•·]{2,80}\s[|•·]\s*)?"
            rf"{_BEFORE}{_DATE}{_REST}",
            fold,
        ),
        re.compile(
            r"\W{0,4}(?:[A-Z][A-Z .,'’/-]{1,60}|[A-Z][\w .,'’/-]{1,60}(?=\())(?:\([^()]{1,40}\))?[\s,:–—-]*"
            rf"{_DATE}\s*(?:\([^()]{{1,40}}\))?\s*(?:[-–—:|]|$)"
        ),
    )


def alone(text: str) -> date | None:
    """Return the date that `text` is, with or without weekday and time; None where it is none or can be read two ways."""
    found = _patterns()[0].fullmatch(text.strip()) if len(text) < 80 else None
    return found and _value(found)


def is_furniture(line: str) -> bool:
    """Tell whether `line` holds nothing but a publish date, with its label or byline."""
    _, label, bare, _ = _patterns()
    return len(line) <= _PROSE and bool(label.fullmatch(line) or bare.fullmatch(line))


def printed(text: str, start: int = 0) -> date | None:
    """Return the publish date printed at the top of `text`, which begins at `start`; a label "updated" counts only alone."""
    later = None
    _, label, bare, dateline = _patterns()
    above = True
    for line in _top(text, start):
        prose = len(line) > _PROSE or (line.endswith(".") and line.count(" ") > 7)
        if found := label.fullmatch(line) if len(line) <= _PROSE else None:
            day = _value(found)
            if day and not found["label"].lower().removeprefix("last ").startswith(("updat", "modif")):
                return day
            later = later or day
        elif above and (found := (not prose and bare.fullmatch(line)) or dateline.match(line)) and (day := _value(found)):
            return day
        above = above and not prose
    return later


def _top(text: str, start: int) -> Iterator[str]:
    lines = (line.strip() for line in text[start : start + TOP].splitlines())
    for number, line in enumerate(line for line in lines if line):
        if number == _LINES:
            return
        yield line


def _value(found: re.Match[str]) -> date | None:
    """Return the date of a match; None for a day that is not in the calendar, and for 03/04/2021."""
    part = found.groupdict()
    if part["y4"]:
        return _slashed(int(part["a4"]), int(part["b4"]), int(part["y4"]), part["sep"])
    year, month, day = next((part[f"y{n}"], part[f"m{n}"], part[f"d{n}"]) for n in "123" if part[f"y{n}"])
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return _day(int(year), number, int(day.rstrip("stndrhSTNDRH")))


def _slashed(a: int, b: int, year: int, separator: str) -> date | None:
    """Read 13/04/2021 and 04/13/2021; 03/04/2021 is two dates, so it is none. With points the day always comes first."""
    if separator == "." or a > 12 or a == b:
        return _day(year, b, a)
    return _day(year, a, b) if b > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
