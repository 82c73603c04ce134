"""Dates: November 2, 2021; 26-28 August; the 8th of October; 01/11/2021; A.D. 1000."""

from __future__ import annotations

import re

from numcheck.extract.line import DIGITS, ORDINAL, Decoy, Line

NAME = "date"
ORDER = 30
KINDS = (DIGITS, ORDINAL)
EXAMPLES = (
    ("It sank on November 2, 2021.", "November 2, 2021", "2021-11-02"),
    ("It sank on 26 August.", "26 August", "--08-26"),
    ("It sank on the 8th of October.", "8th of October", "--10-08"),
    ("It sank on Oct. 31.", "Oct. 31", "--10-31"),
    ("It sank in August 2021.", "August 2021", "2021-08"),
    ("It sank on 01/11/2021.", "01/11/2021", "01/11/2021"),
    ("It sank on 2021-11-01.", "2021-11-01", "2021-11-01"),
    ("from May 3 to 5", "May 3 to 5", "--05-03"),
    ("between 26 and 28 August", "26 and 28 August", "--08-26"),
)

_NUMERIC = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d{4}/\d{2}/\d{2}(?!\d)"
)
_ORDINAL_ENDS = {"st", "nd", "rd", "th"}
_JOINTS = {"-", "–", "to", "and", "or", "until", "through", "—", "&", "/"}
_FEW = 3


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the date that the numeral at `i` belongs to."""
    if line.kinds[i] == ORDINAL:
        return _spelt(line, i)
    word = line.words[i]
    if len(word) > 10:
        return None
    match = _NUMERIC.match(line.text, line.starts[i])
    if match is not None:
        last = i
        while last < line.n and line.ends[last] <= match.end():
            last += 1
        if line.n > last and line.starts[last] < match.end():
            return None
        return Decoy(i, last, NAME, match.group())
    if not word.isdigit() or len(word) > 4:
        return None
    return _behind_month(line, i) or _before_month(line, i)


def _month(line: Line, at: int) -> int:
    """Return the month named at `at`, from 1; 0 for none. "may" and "march" need a capital."""
    if not 0 <= at < line.n:
        return 0
    word = line.lower[at]
    month = line.grammar.months.get(word, 0)
    if month and word in ("may", "march", "mar", "sun", "sat", "dec", "sep", "jan") and not line.words[at][0].isupper():
        return 0
    return month


def _day(line: Line, at: int) -> int:
    """Return the day of a month at `at`, 0 for none."""
    word = line.as_written(at)
    return int(word) if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31 else 0


def _year(line: Line, at: int) -> tuple[int, int]:
    """Return the year at `at`, behind a comma perhaps, and the token behind it; 0 for none."""
    if line.word(at) in (",", "."):
        at += 1
    word = line.as_written(at)
    if len(word) == 4 and word.isdigit() and 1000 <= int(word) <= 2199 and line.word(at + 1) not in ("people", "%"):
        return int(word), at + 1
    return 0, at


def _behind_month(line: Line, i: int) -> Decoy | None:
    """Claim "November 2, 2021", "Oct. 31", "August 2021", "May 3-5"."""
    at = i - 1
    if line.word(at) == "." and at > 0:
        at -= 1
    if line.word(at) == "the":
        at -= 1
    month = _month(line, at)
    if not month or at < line.done:
        return None
    year, last = _year(line, i)
    if year:
        return Decoy(at, last, NAME, f"{year:04}-{month:02}")
    day = _day(line, i)
    if not day:
        return None
    last = i + 1
    if line.word(last) in _ORDINAL_ENDS and line.glued(last):
        last += 1
    behind = line.as_written(last)
    if behind in ("%", "percent") or (
        behind.isalpha() and behind.islower() and behind in line.grammar.units and line.words[at].lower() in ("may", "march")
    ):
        return None
    while line.word(last) in _JOINTS and _day(line, last + 1) and not line.as_written(last + 2).isalpha():
        last += 2
        if line.word(last) in _ORDINAL_ENDS:
            last += 1
    if line.word(last) in ("-", "–", "to") and _day(line, last + 1) and not _month(line, last + 2):
        last += 2
    year, end = _year(line, last)
    if year:
        last = end
    return Decoy(at, last, NAME, _iso(year, month, day))


def _before_month(line: Line, i: int) -> Decoy | None:
    """Claim "26 August 2021", "the 8th of October", "26-28 August"."""
    day = _day(line, i)
    if not day:
        return None
    at = i + 1
    for _ in range(_FEW):
        if line.word(at) in _ORDINAL_ENDS and line.glued(at):
            at += 1
        if line.word(at) == "of":
            at += 1
        month = _month(line, at)
        if month:
            last = at + 1
            if (
                line.word(last) == "."
                and line.word(at) != "may"
                and len(line.lower[at]) <= 4
                and line.as_written(last + 1)[:1].isdigit()
            ):
                last += 1
            year, end = _year(line, last)
            if year:
                last = end
            return Decoy(i, last, NAME, _iso(year, month, day))
        if line.word(at) in _JOINTS and _day(line, at + 1):
            at += 2
        else:
            return None
    return None


def _spelt(line: Line, i: int) -> Decoy | None:
    """Claim "the third of May"."""
    if line.word(i + 1) == "of" and _month(line, i + 2):
        year, end = _year(line, i + 3)
        return Decoy(i, end if year else i + 3, NAME, _iso(year, _month(line, i + 2), line.grammar.ordinals[line.lower[i]]))
    return None


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
