"""Clock times: 21:23, 10.45pm, 5 am, 0401 GMT, 9 o'clock."""

from __future__ import annotations

import re

from numcheck.reading.line import DIGITS, ONES, PART, Decoy, Line

AFTER = ("dates",)
REASON = "time"
KINDS = (DIGITS, ONES, PART)
EXAMPLES = (
    ("at 21:23", "21:23", "21:23"),
    ("at 10.45pm last night", "10.45pm", "22:45"),
    ("at 5 am", "5 am", "05:00"),
    ("at 0401 GMT", "0401 GMT", "04:01"),
    ("at nine o'clock", "nine o'clock", "09:00"),
    ("5-6 p.m.", "5-6 p.m.", "17:00"),
    ("It burned at 9.40pm.", "9.40pm", "21:40"),
    ("at 3.40 this morning", "3.40", "03:40"),
    ("at ten past six", "ten past six", "06:10"),
    ("from seven in the morning", "seven in the morning", "07:00"),
    ("12: 30 GMT", "12: 30 GMT", "12:30"),
    ("at 0900 hours", "0900 hours", "09:00"),
    ("at nine a.m.", "nine a.m.", "nine"),
    ("They left at 9PM.", "9PM", "21:00"),
    ("12 midnight", "12 midnight", "12:00"),
    ("between 9 and 10 p.m.", "9 and 10 p.m.", "21:00"),
    ("at half past nine", "half past nine", "09:30"),
    ("Last updated at 11: 24", "11: 24", "11:24"),
    ("Posted on May 3, 2012, 4: 17p by Ada", "4: 17p", "04:17"),
    ("10 May 2012 08: 20 Storm hits Oldport", "08: 20", "08:20"),
    ("It was level with 3: 41 to play.", "3: 41", "03:41"),
    ("with 9: 06 on the clock", "9: 06", "09:06"),
    ("Published 9 : 05 pm", "9 : 05 pm", "21:05"),
)
QUIET = (
    "a 25:30 split",
    "thirteen pm",
    "10.45 miles",
    "0401 local boats",
    "2000 hours",
    "ten boats",
    "from ten to six boats",
    "a ratio of 11: 24",
    "There were two groups of 12: 10 went home.",
)

_HALVES = r"([ap]\.\s?m\b\.?|[ap]\s?m\b|[AP]\.\s?M\b\.?|[AP]M\b|noon\b|midnight\b)"
_CLOCK = re.compile(
    r"(\d{1,2})(?:( ?[:.]) ?(\d{2}))?(?::\d{2})?(?:(?:\s?[-–]\s?| and | to )\d{1,2}(?:[:.]\d{2})?)?\s?" + _HALVES
)
_TORN = re.compile(r"(\d{1,2}) ?: (\d{2})(?!\d)")
_COLON = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])")
_LOOSE = re.compile(
    r"(\d{1,2}): (\d{2})(?:: \d{2})?(?=\s?(?:[aApP]\.?\s?[mM]\b|GMT|UTC|[A-Z]{2,4}T\b|hrs\b|hours\b|local\b|\d{2} ?/))"
)

_STAMP = re.compile(
    r"(\d{1,2}) ?: (0\d|\d{2}(?=\s?[ap]\b|\s(?:minutes )?(?:remaining|left|to go|to play|o[fn] the clock)\b))"
    r"(?:\s?[ap]\b)?(?!\d)"
)
_NOUGHT = re.compile(r"(0\d) ?: (\d{2})(?!\d)")
"""Torn times that say so: a nought in front of one digit, half a "pm", the clock of a game."""

_AT = ("at", "@", "updated", "published", "posted")
_LONGEST = 5
_SPOKEN_MINUTES = 5
_NOON = 12
_PARTS = (
    *((a, b) for a in ("this", "yesterday") for b in ("morning", "afternoon", "evening")),
    *(("in", "the", b) for b in ("morning", "afternoon", "evening")),
    ("at", "night"),
)
"""What part of the day an hour without minutes belongs to."""

_O_CLOCK = ("o'clock", "o’clock")
_SPOKEN = ("a.m.", "p.m.", "am", "pm")
_ZONES_TOO = ("local", "eat", "et", "ist")
"""Zones that are words too: four digits in front of them are no time."""


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the clock time that begins at `i`."""
    if line.kinds[i] == ONES:
        return _in_words(line, i)
    if line.kinds[i] == PART:
        hour = line.grammar.ones.get(line.word(i + 2)) if line.says(i, ("half", "past")) else None
        return None if hour is None else Decoy(i, i + 3, REASON, f"{hour:02}:30")
    word = line.words[i]
    if len(word) > _LONGEST:
        return None
    if line.word(i + 1) in _O_CLOCK:
        return Decoy(i, i + 2, REASON, f"{word:0>2}:00")
    return _with_half(line, i) or _of_day(line, i) or _with_colon(line, i) or _four_digits(line, i, word)


def _in_words(line: Line, i: int) -> Decoy | None:
    """Claim "nine o'clock", "nine a.m."."""
    behind, hour = line.word(i + 1), line.grammar.ones[line.lower[i]]
    if behind in _O_CLOCK:
        return Decoy(i, i + 2, REASON, f"{hour:02}:00")
    if behind in _SPOKEN and hour <= 12:
        return Decoy(i, i + 2, REASON, line.lower[i])
    return _past(line, i, hour) if behind in ("past", "to") else _of_day(line, i)


def _past(line: Line, i: int, minutes: int) -> Decoy | None:
    """Claim "ten past six", "ten to six" behind "at" or "from"; nobody says "nine to two" of a clock."""
    if minutes % _SPOKEN_MINUTES:
        return None
    marks, hour = line.grammar.marks, line.grammar.ones.get(line.word(i + 2), 0)
    if line.word(i - 1) not in marks.before_a_clock or not 0 < hour <= 12 or line.says(i - 1, ("from",)):
        return None
    if line.as_written(i + 3).islower() and line.word(i + 3) not in marks.behind_a_clock:
        return None
    hour, minute = (hour, minutes) if line.lower[i + 1] == "past" else (hour - 1, 60 - minutes)
    return Decoy(i, i + 3, REASON, f"{hour:02}:{minute:02}")


def _of_day(line: Line, i: int) -> Decoy | None:
    """Claim "3.40 this morning", "seven in the morning", "6 in the evening" behind "at" or "from"."""
    if line.word(i - 1) not in line.grammar.marks.before_a_clock:
        return None
    part = next((words for words in _PARTS if line.says(i + 1, words)), None)
    clock = _hour_and_minutes(line, i)
    if part is None or clock is None:
        return None
    hour, minutes = clock
    late = part[-1] in ("evening", "afternoon", "night") and hour < _NOON
    last = i + 1 if part[0] in ("this", "yesterday", "on") else i + 1 + len(part)
    return Decoy(i, last, REASON, f"{hour + _NOON * late:02}:{minutes}")


def _hour_and_minutes(line: Line, i: int) -> tuple[int, str] | None:
    """Return the hour and minutes that "3.40", "7" or "seven" is; None where it is none of a half day."""
    whole, _, minutes = line.words[i].partition(".")
    hour = line.grammar.ones.get(line.lower[i], int(whole) if whole.isdecimal() else _NOON + 1)
    if hour > _NOON or len(minutes) not in (0, 2) or int(minutes or 0) >= 60:
        return None
    return hour, minutes or "00"


def _with_half(line: Line, i: int) -> Decoy | None:
    """Claim "5 am", "10.45pm", "5-6 p.m."; a span has the time it begins at."""
    at = line.starts[i]
    match = _CLOCK.match(line.text, at, at + 24)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[3] or 0), match[4][0].lower()
    if hour > 24 or minute >= 60:
        return None
    if hour <= 12 and half in "ap":
        hour = hour % 12 + (12 if half == "p" else 0)
    return Decoy(i, _token_at(line, i, match.end()), REASON, f"{hour:02}:{minute:02}")


def _with_colon(line: Line, i: int) -> Decoy | None:
    """Claim "21:23" with its zone, and "12: 30 GMT" with a blank that does not belong."""
    at = line.starts[i]
    match = _COLON.match(line.text, at, at + 12) or _LOOSE.match(line.text, at, at + 24)
    if match is None:
        match = _STAMP.match(line.text, at, at + 32) or _NOUGHT.match(line.text, at, at + 12)
    if match is None and line.word(i - 1) in _AT:
        match = _TORN.match(line.text, at, at + 12)
    if match is None or int(match[1]) > 24 or int(match[2]) >= 60:
        return None
    last = _token_at(line, i, match.end())
    return Decoy(i, line.skip(last, *line.grammar.marks.zones), REASON, f"{int(match[1]):02}:{match[2]}")


def _four_digits(line: Line, i: int, word: str) -> Decoy | None:
    """Claim "0401 GMT", "at 0900 hours"."""
    if len(word) != 4 or not word.isdecimal() or int(word[:2]) > 24 or int(word[2:]) >= 60:
        return None
    behind = line.word(i + 1)
    zone = behind in line.grammar.marks.zones and behind not in _ZONES_TOO
    hours = behind in ("hours", "hrs") and line.word(i - 1) == "at"
    return Decoy(i, i + 2, REASON, f"{word[:2]}:{word[2:]}") if zone or hours else None


def _token_at(line: Line, i: int, end: int) -> int:
    """Return the first token at or behind the character `end`."""
    while i < line.n and line.starts[i] < end:
        i += 1
    return i
