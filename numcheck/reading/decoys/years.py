"""Years and decades: in 2019, the 1980s, 2014-17, the '90s, the 2003 final."""

from __future__ import annotations

from numcheck.reading.line import DIGITS, Decoy, Line
from numcheck.reading.nouns import counted
from numcheck.reading.numbers import divided

AFTER = ("times",)
REASON = "year"
KINDS = (DIGITS,)
EXAMPLES = (
    ("It sank in 2019.", "2019", "2019"),
    ("the 1980s", "1980s", "1980s"),
    ("in 2014-17", "2014-17", "2014"),
    ("the 2003 Harbour Cup", "2003", "2003"),
    ("between A.D. 1150 and 1320", "1150", "1150"),
    ("by 2120", "2120", "2120"),
    ("the summer of '67", "'67", "67"),
    ("the late 1980's", "1980's", "1980s"),
    ("1990/91", "1990/91", "1990"),
    ("1055 BC", "1055", "1055"),
    ("in 1990-2010", "1990-2010", "1990"),
    ("2019 election results", "2019", "2019"),
    ("the winter of 1680", "1680", "1680"),
    ("the riots of 2018 nine people recall", "2018", "2018"),
    ("the 2014-2018 seasons", "2014-2018", "2014"),
    ("the 1995 harbour accords", "1995", "1995"),
    ("Oldport's 2021 rules", "2021", "2021"),
    ("the failed 2014 demonstrations", "2014", "2014"),
    ("It was built in about 1324.", "1324", "1324"),
    ("the 2007 -- 08 season", "2007 -- 08", "2007"),
    ("Ada Marlow 2016 campaign efforts", "2016", "2016"),
)
QUIET = (
    "2000 people",
    "over 1990 boats",
    "a population of 2000",
    "$2019",
    "1914-2018 men",
    "1950 old boats",
    "in 2100 miles",
    "1500 boats",
    "the over-60s race",
    "in her 60s",
    "the 1,995 harbour boats",
    "in the 2000 boats",
    "a 1920 x 1200 screen",
    "in about 1500 boats",
)

_FIRST, _LAST = 1000, 2199
_DEFINITE = ("the", "'s", "’s", "that", "this", "his", "her", "its", "their")
_LATE = 1900
"""From here on a number of four digits behind "the" is a year, whatever thing follows: the 1995 accords."""

_RECENT = 1700
"""From here on a bare number of four digits is a year where nothing speaks against it."""

_OLD_BEFORE = ("in", "since", "by", "until", "circa")
_ABOUT = ("about", "around", "circa", "roughly")
"""Between such a word and a year: in about 1324."""

_CENTURY = 100
_FIRST_SPAN = 1100
"""From here on "1990-2010" is a span of years."""

_BY = ("x", "×")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter", "year", "years")
_DASHES = ("-", "–", "—", "/")
_APOSTROPHES = ("'", "’", "‘")
_DECADES = ("the", "mid", "early", "late", "low", "high", "upper", "lower")
_OWN = ("his", "her", "their", "my", "our", "your")
_OWN_DECADES = ("his", "her", "their", "-")

# Plurals that a year may stand in front of: 2019 elections.
_OF_A_YEAR = frozenset(
    (
        "seasons terms editions campaigns prices dollars levels figures elections results olympics protests sales "
        "earnings revenues profits estimates attacks floods riots fires polls wildfires awards demonstrations rallies marches "
        "uprisings bombings shootings clashes accords talks negotiations games championships playoffs primaries midterms "
        "trials reforms efforts promises pledges"
    ).split()
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the year, decade or span of years at `i`."""
    word = line.words[i]
    if len(word) not in (2, 4) or not word.isdecimal():
        return None
    decade = _decade(line, i, word)
    if decade is not None:
        return decade
    return _short(line, i, word) if len(word) == 2 else _year(line, i, word)


def _year(line: Line, i: int, word: str) -> Decoy | None:
    """Claim "in 2019", "1055 BC", "2014-17"."""
    before, eras = line.word(i - 1), line.grammar.marks.eras
    if before in eras or line.word(i + 1) in eras:
        return Decoy(i, i + 1, REASON, word)
    value = int(word)
    if not _FIRST <= value <= _LAST or not word.isascii() or _beside_sign(line, i, before):
        return None
    span = _span(line, i, value)
    if span is not None:
        return span
    if (line.glued(i) and before.isalpha()) or not _is_year(line, i, value):
        return None
    return Decoy(i, i + 1, REASON, word)


def _beside_sign(line: Line, i: int, before: str) -> bool:
    """Tell whether a sign stands in front of the number at `i`, or an x beside it, that no year has."""
    if before in _BY or line.word(i + 1) in _BY:
        return True
    return before in ("#", "+", "no", ".") or before in line.grammar.money_signs


def _decade(line: Line, i: int, word: str) -> Decoy | None:
    """Claim "the 1980s", "the '90s", "her 40s", "the 1980's"."""
    if not word.endswith("0") or not line.glued(i + 1) or _are_ages(line, i, word):
        return None
    apostrophe = line.word(i - 1) in _APOSTROPHES and line.glued(i)
    if not _says_decade(line, i, word, apostrophe=apostrophe):
        return None
    first = i - 1 if apostrophe and line.word(i + 1) == "s" and i > line.done else i
    return Decoy(first, i + 2, "decade", f"{word}s")


def _are_ages(line: Line, i: int, word: str) -> bool:
    """Tell whether a number of tens in the plural is of ages: the over-60s, in her 60s, in their early 40s."""
    before = line.skip_back(i - 1, "-")
    if before < i - 1 and line.word(before) in ("under", "over"):
        return True
    return len(word) == 2 and line.word(line.skip_back(before, "early", "mid", "late")) in _OWN


def _says_decade(line: Line, i: int, word: str, *, apostrophe: bool) -> bool:
    """Tell whether the "s" behind the number at `i` makes a decade of it: four digits, an apostrophe, or "the" in front."""
    before, ending = line.word(i - 1), line.word(i + 1)
    if word == "1000" and line.word(i + 2) == "of":
        return False
    if ending == "s":
        return len(word) == 4 or apostrophe or before in _DECADES or before in _OWN_DECADES
    return ending in ("'s", "’s") and len(word) == 4 and before in _DECADES


def _short(line: Line, i: int, word: str) -> Decoy | None:
    """Claim a year of two digits: the summer of '67."""
    if line.word(i - 1) not in _APOSTROPHES or not line.glued(i) or line.glued(i - 1):
        return None
    if line.word(i + 1) in line.grammar.units:
        return None
    return Decoy(i - 1 if i > line.done else i, i + 1, REASON, word)


def _span(line: Line, i: int, value: int) -> Decoy | None:
    """Claim "2014-17", "1990/91", "2014-2017"."""
    if line.says(i + 1, ("-", "-")) and line.word(i + 4).startswith("season") and line.words[i + 3].isdecimal():
        return Decoy(i, i + 4, REASON, str(value))
    if line.word(i + 1) not in _DASHES or not line.tight(i + 1):
        return None
    other = line.as_written(i + 2)
    if not other.isdecimal() or (line.glued(i + 3) and line.words[i + 3][0].isalpha()):
        return None
    return Decoy(i, i + 3, REASON, str(value)) if _ends_a_span(line, i + 3, value, other) else None


def _ends_a_span(line: Line, behind: int, value: int, other: str) -> bool:
    """Tell whether `other` in front of token `behind` is a later year than `value`, with its century or without."""
    in_century = value % _CENTURY
    if len(other) == 2:
        return int(other) > in_century or in_century == _CENTURY - 1
    years = len(other) == 4 and _FIRST_SPAN <= value < int(other) <= _LAST
    return years and line.as_written(behind) not in line.grammar.unit_signs and _leaves_years(line, behind)


def _leaves_years(line: Line, at: int) -> bool:
    """Tell whether nothing that numbers count stands at `at`, but things that have a year: the 2014-2018 seasons."""
    noun = counted(line, at)
    return not noun or noun in _OF_A_YEAR


def _is_year(line: Line, i: int, value: int) -> bool:
    """Tell a bare number of four digits that is a year from one that counts, by the words beside it."""
    before = line.word(i - 1)
    said = _said_in_front(line, i, value, before)
    if said is None:
        said = _said_behind(line, i, before)
    if said is not None:
        return said
    return (before in line.grammar.marks.year_before and before != "from") or _leaves_years(line, i + 1)


def _said_in_front(line: Line, i: int, value: int, before: str) -> bool | None:
    """Tell whether what stands in front makes a year or a count of the number; None where it says neither."""
    marks = line.grammar.marks
    if before == "of":
        return _of(line, i, value)
    if before in _ABOUT and line.word(i - 2) in _OLD_BEFORE:
        return not counted(line, i + 1)
    if before == "and" and _behind_era(line, i - 2):
        return True
    if before in line.grammar.cues.ends_a_hedge or before in marks.counting:
        return False
    return _is_definite(line, i, before, value) or _unless_old(value, before)


def _of(line: Line, i: int, value: int) -> bool | None:
    """Tell what "of" in front makes of the number: the summer of 1998, a total of 1998."""
    whose = line.word(i - 2)
    return whose not in line.grammar.marks.of_a_count and (whose in _SEASONS or _unless_old(value, "of"))


def _is_definite(line: Line, i: int, before: str, value: int) -> bool:
    """Tell whether a year of late stands behind "the" or "this": the 2014 floods; or dates what a name in front says."""
    the = before in _DEFINITE and value % _CENTURY and value >= _LATE and line.word(i + 1) != "-"
    return bool(the) or _is_what_year(line, i, before, value)


def _is_what_year(line: Line, i: int, before: str, value: int) -> bool:
    """Tell whether the number dates what a name in front says, before a dash: Swine flu, 2009 - the virus; Zika, 2016 -."""
    return before == "," and value >= _LATE and line.as_written(i + 1) in _DASHES and not line.glued(i + 1)


def _unless_old(value: int, before: str) -> bool | None:
    """Refuse a number that is too low for a year; None for the others."""
    return None if value >= _RECENT or before in _OLD_BEFORE else False


def _said_behind(line: Line, i: int, before: str) -> bool | None:
    """Tell whether what stands behind makes a year or a count of the number; None where it says neither."""
    marks, behind = line.grammar.marks, line.word(i + 1)
    if behind in ("-", "to"):
        return before in marks.year_before or _compound(line, i, before, behind)
    if behind in marks.behind_a_count or (behind == "over" and divided(line, i) is not None):
        return False
    if behind in line.grammar.units and behind not in ("second", "all", "top", "pen"):
        return before in ("in", "since") and behind in ("dollars", "dollar")
    return None


def _compound(line: Line, i: int, before: str, behind: str) -> bool:
    """Tell whether a hyphen ties the year to a name: the 2003-Cup."""
    return behind == "-" and before in ("the", "a") and line.as_written(i + 2)[:1].isupper()


def _behind_era(line: Line, at: int) -> bool:
    """Tell whether an era stands at `at`, or in front of a number there: between A.D. 1150 and 1320."""
    eras = line.grammar.marks.eras
    return line.word(at) in eras or (line.as_written(at).isdecimal() and line.word(at - 1) in eras)
