"""Clock times: 21:23, 10.45pm, 5 am, 0401 GMT, 9 o'clock."""

from __future__ import annotations

import re

from numcheck.extract.line import DIGITS, ONES, Decoy, Line

NAME = "time"
ORDER = 40
KINDS = (DIGITS, ONES)
EXAMPLES = (
    ("at 21:23", "21:23", "21:23"),
    ("at 10.45pm last night", "10.45pm", "22:45"),
    ("at 5 am", "5 am", "05:00"),
    ("at 0401 GMT", "0401 GMT", "04:01"),
    ("at nine o'clock", "nine o'clock", "09:00"),
    ("5-6 p.m.", "5-6 p.m.", "17:00"),
)

_HALVES = r"(a\.?\s?m\b\.?|p\.?\s?m\b\.?|A\.?M\b\.?|P\.?M\b\.?|noon\b|midnight\b)"
_CLOCK = re.compile(r"(\d{1,2})(?:([:.]) ?(\d{2}))?(?::\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[:.]\d{2})?)?\s?" + _HALVES)
_COLON = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])")
_LOOSE = re.compile(
    r"(\d{1,2}): (\d{2})(?:: \d{2})?(?=\s?(?:[aApP]\.?\s?[mM]\b|GMT|UTC|[A-Z]{2,4}T\b|hrs\b|hours\b|local\b|\d{2} ?/))"
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the clock time that begins at `i`."""
    behind = line.word(i + 1)
    if line.kinds[i] == ONES:
        if behind in ("o'clock", "o’clock"):
            return Decoy(i, i + 2, NAME, f"{line.grammar.ones[line.lower[i]]:02}:00")
        if behind in ("a.m.", "p.m.", "am", "pm") and line.grammar.ones[line.lower[i]] <= 12:
            return Decoy(i, i + 2, NAME, line.lower[i])
        return None
    word = line.words[i]
    if len(word) > 5 or not word[0].isdecimal():
        return None
    if behind in ("o'clock", "o’clock"):
        return Decoy(i, i + 2, NAME, f"{word:0>2}:00")
    at = line.starts[i]
    match = _CLOCK.match(line.text, at, at + 24)
    if match is not None:
        hour, minute, half = int(match[1]), int(match[3] or 0), match[4][0].lower()
        if hour <= 24 and minute < 60:
            hour = hour % 12 + 12 if half == "p" and hour <= 12 else 0 if half == "a" and hour == 12 else hour
            return Decoy(i, _token_at(line, i, match.end()), NAME, f"{hour:02}:{minute:02}")
    match = _COLON.match(line.text, at, at + 12) or _LOOSE.match(line.text, at, at + 24)
    if match is not None and int(match[1]) <= 24 and int(match[2]) < 60:
        last = _token_at(line, i, match.end())
        return Decoy(i, last + (line.word(last) in line.grammar.zones), NAME, f"{int(match[1]):02}:{match[2]}")
    if (
        len(word) == 4
        and word.isdigit()
        and behind in line.grammar.zones
        and behind not in ("local", "eat", "et", "ist")
        and int(word[:2]) <= 24
        and int(word[2:]) < 60
    ):
        return Decoy(i, i + 2, NAME, f"{word[:2]}:{word[2:]}")
    if len(word) == 4 and word.isdigit() and behind in ("hours", "hrs") and line.word(i - 1) == "at" and int(word[:2]) <= 24:
        return Decoy(i, i + 2, NAME, f"{word[:2]}:{word[2:]}")
    return None


def _token_at(line: Line, i: int, end: int) -> int:
    """Return the first token at or behind the character `end`."""
    while i < line.n and line.starts[i] < end:
        i += 1
    return i
