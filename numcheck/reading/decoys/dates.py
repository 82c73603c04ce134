"""Dates: November 2, 2021; 26-28 August; the 8th of October; 01/11/2021; A.D. 1000."""

from __future__ import annotations

import re

from numcheck.language.en import around
from numcheck.reading.line import DIGITS, ORDINAL, PART, Decoy, Line

AFTER = ("lists",)
REASON = "date"
KINDS = (DIGITS, ORDINAL, PART)
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
    ("on 12 Dec. 2020", "12 Dec. 2020", "2020-12-12"),
    ("May 3-5, 2020", "May 3-5, 2020", "2020-05-03"),
    ("on the third of May", "third of May", "--05-03"),
    ("3-5 May", "3-5 May", "--05-03"),
    ("on Dec. 12 and 13 in Oldport", "Dec. 12 and 13", "--12-12"),
    ("on June 3, 4 and 7", "June 3, 4 and 7", "--06-03"),
    ("on 1.2.2021", "1.2.2021", "1.2.2021"),
    ("on 12 / 16 / 08", "12 / 16 / 08", "12/16/08"),
    ("She served there (2003.06.11 - 2009.05.07).", "2003.06.11", "2003-06-11"),
)
QUIET = (
    "march 3 miles",
    "It may 5 times",
    "March 3 miles",
    "May 5%",
    "31 boats",
    "32 August boats",
    "1/2 mile",
    "12 / 16 boats",
)

_NUMERIC = re.compile(
    r"\d{1,2} / \d{1,2} / \d{2,4}(?!\d)|\d{1,2} \. \d{1,2} \. \d{4}(?!\d)|"
    r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d{4}/\d{2}/\d{2}(?!\d)|"
    r"(?:1[5-9]|20)\d\d\.(?:0[1-9]|1[0-2])\.(?:[0-2]\d|3[01])(?![\d.])"
)
_JOINTS = {"-", "–", "to", "and", "or", "until", "through", "—", "&", "/"}
_FEW = 3
_LONGEST = 10
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the date that the numeral at `i` belongs to."""
    if line.kinds[i] != DIGITS:
        return _spelt(line, i)
    word = line.words[i]
    if len(word) > _LONGEST:
        return None
    match = _NUMERIC.match(line.text, line.starts[i])
    if match is not None:
        return _numeric(line, i, match)
    if not word.isdecimal() or len(word) > 4:
        return None
    return _behind_month(line, i) or _before_month(line, i)


def _numeric(line: Line, i: int, match: re.Match[str]) -> Decoy | None:
    """Claim "01/11/2021", where its tokens end with it."""
    last = i
    while last < line.n and line.ends[last] <= match.end():
        last += 1
    cut = last == i or line.ends[last - 1] != match.end()
    said = match.group().replace(" ", "")
    return None if cut else Decoy(i, last, REASON, said.replace(".", "-") if said[:4].isdecimal() else said)


def _month(line: Line, at: int) -> int:
    """Return the month named at `at`, from 1; 0 for none. "may" and "march" need a capital."""
    word = line.word(at)
    month = line.grammar.months.get(word, 0)
    wary = month and word in line.grammar.months_wary
    return 0 if wary and not line.words[at][0].isupper() else month


def _day(line: Line, at: int) -> int:
    """Return the day of a month at `at`, 0 for none."""
    word = line.as_written(at)
    return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31 else 0


def _year(line: Line, at: int) -> tuple[int, int]:
    """Return the year at `at`, behind a comma perhaps, and the token behind it; 0 and `at` for none."""
    begin = line.skip(at, ",", ".")
    word = line.as_written(begin)
    if (
        len(word) == 4
        and word.isdecimal()
        and _FIRST_YEAR <= int(word) <= _LAST_YEAR
        and line.word(begin + 1) not in ("people", "%")
    ):
        return int(word), begin + 1
    return 0, at


def _behind_ending(line: Line, at: int) -> int:
    """Return the token behind the "th" at `at`, else `at`."""
    return at + 1 if line.word(at) in around.ORDINAL_ENDS and line.glued(at) else at


def _behind_month(line: Line, i: int) -> Decoy | None:
    """Claim "November 2, 2021", "Oct. 31", "August 2021", "May 3-5"."""
    at = line.skip_back(line.skip_back(i - 1, "."), "the")
    month = _month(line, at)
    if not month or at < line.done:
        return None
    year, last = _year(line, i)
    if year:
        return Decoy(at, last, REASON, f"{year:04}-{month:02}")
    day = _day(line, i)
    last = _behind_ending(line, i + 1)
    if not day or _measured(line, last, line.lower[at]):
        return None
    year, last = _year(line, _last_day(line, last))
    return Decoy(at, last, REASON, _iso(year, month, day))


def _measured(line: Line, at: int, month: str) -> bool:
    """Tell whether the number in front of `at` is a figure behind a verb, not a day: March 3 miles, May 5%."""
    behind = line.as_written(at)
    if behind in ("%", "percent"):
        return True
    return month in ("may", "march") and behind.islower() and behind.isalpha() and behind in line.grammar.units


def _last_day(line: Line, at: int) -> int:
    """Return the token behind the days that follow at `at`: the "-5" of "May 3-5"."""
    while (line.word(at) in _JOINTS or _is_in_a_list(line, at)) and _day(line, at + 1) and _is_no_count(line, at + 2):
        at = _behind_ending(line, at + 2)
    if line.word(at) in ("-", "–", "to") and _day(line, at + 1) and not _month(line, at + 2):
        at += 2
    return at


def _is_in_a_list(line: Line, at: int) -> bool:
    """Tell whether the comma at `at` parts days of which more follow: June 3, 4 and 7."""
    return line.word(at) == "," and line.word(at + 2) in (",", "and", "or", "&") and bool(_day(line, at + 3))


def _is_no_count(line: Line, at: int) -> bool:
    """Tell whether what stands at `at` leaves the number in front a day: May 3 and 5 in Oldport; not May 3 and 5 boats."""
    return not line.as_written(at).isalpha() or line.lower[at] in line.grammar.cues.ends_a_noun


def _before_month(line: Line, i: int) -> Decoy | None:
    """Claim "26 August 2021", "the 8th of October", "26-28 August"."""
    day = _day(line, i)
    if not day:
        return None
    at = i + 1
    for _ in range(_FEW):
        at = _behind_ending(line, at)
        at = line.skip(at, "of")
        month = _month(line, at)
        if month:
            year, last = _year(line, _behind_stop(line, at + 1))
            return Decoy(i, last, REASON, _iso(year, month, day))
        if line.word(at) not in _JOINTS or not _day(line, at + 1):
            return None
        at += 2
    return None


def _behind_stop(line: Line, at: int) -> int:
    """Return the token behind the full stop of a shortened month in front of a year: 12 Dec. 2020; else `at`."""
    month = line.lower[at - 1]
    shortened = line.word(at) == "." and len(month) <= 4 and month != "may"
    return at + 1 if shortened and line.as_written(at + 1)[:1].isdecimal() else at


def _spelt(line: Line, i: int) -> Decoy | None:
    """Claim "the third of May"."""
    day = line.grammar.ordinals.get(line.lower[i], 0)
    month = _month(line, i + 2) if line.word(i + 1) == "of" else 0
    if not month or not 0 < day <= 31:
        return None
    year, last = _year(line, i + 3)
    return Decoy(i, last, REASON, _iso(year, month, day))


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
