"""Years and decades: in 2019, the 1980s, 2014-17, the '90s, the 2003 final."""

from __future__ import annotations

from numcheck.extract.line import DIGITS, Decoy, Line

NAME = "year"
ORDER = 50
KINDS = (DIGITS,)
EXAMPLES = (
    ("It sank in 2019.", "2019", "2019"),
    ("the 1980s", "1980s", "1980s"),
    ("in 2014-17", "2014-17", "2014"),
    ("the 2003 Harbour Cup", "2003", "2003"),
    ("between A.D. 1000 and 1260", "1000", "1000"),
    ("by 2120", "2120", "2120"),
)

_FIRST, _LAST = 1000, 2199
_DASHES = {"-", "–", "—", "/"}
_COUNTING = {
    "more",
    "over",
    "than",
    "about",
    "nearly",
    "around",
    "some",
    "least",
    "approximately",
    "almost",
    "roughly",
    "exactly",
    "total",
    "up",
    "fewer",
}
_NOUN_AFTER_IN = {
    "in",
    "since",
    "by",
    "until",
    "during",
    "before",
    "after",
    "from",
    "year",
    "fiscal",
    "early",
    "late",
    "mid",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "circa",
    "class",
    "ad",
    "bc",
}


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the year, decade or span of years at `i`."""
    word = line.words[i]
    n = len(word)
    if not word.isdigit() or n not in (2, 4):
        return None
    behind = line.word(i + 1)
    if behind == "s" and line.glued(i + 1) and word.endswith("0"):
        apostrophe = line.word(i - 1) in ("'", "’", "‘") and line.glued(i)
        if n == 4 or apostrophe or line.word(i - 1) in ("the", "mid", "early", "late", "-", "his", "her", "their"):
            return Decoy(i - 1 if apostrophe and i > line.done else i, i + 2, "decade", f"{word}s")
    if (
        behind in ("'s", "’s")
        and n == 4
        and word.endswith("0")
        and line.word(i - 1) in ("the", "mid", "early", "late")
        and line.glued(i + 1)
    ):
        return Decoy(i, i + 2, "decade", f"{word}s")
    if n == 2:
        if line.word(i - 1) in ("'", "’", "‘") and line.glued(i) and not line.glued(i - 1) and behind not in line.grammar.units:
            return Decoy(i - 1 if i > line.done else i, i + 1, NAME, word)
        return None
    value = int(word)
    before = line.word(i - 1)
    if before in ("a.d", "ad", "a.d.", "bc", "bce", "ce") or behind in ("ad", "bc", "bce", "ce", "a.d.", "b.c."):
        return Decoy(i, i + 1, NAME, word)
    if not _FIRST <= value <= _LAST or not word.isascii():
        return None
    if before in line.grammar.money_signs or before in ("#", "+", "no", "."):
        return None
    span = _span(line, i, value)
    if span is not None:
        return span
    if line.glued(i) and before.isalpha():
        return None
    return Decoy(i, i + 1, NAME, word) if _is_year(line, i, value) else None


def _span(line: Line, i: int, value: int) -> Decoy | None:
    """Claim "2014-17", "1990/91", "2014-2017"."""
    if line.word(i + 1) not in _DASHES or not line.glued(i + 1) or not line.glued(i + 2):
        return None
    other = line.as_written(i + 2)
    if not other.isdigit() or (line.glued(i + 3) and line.as_written(i + 3)[:1].isalpha()):
        return None
    if (
        (len(other) == 2 and int(other) > value % 100)
        or (len(other) == 4 and value < int(other) <= _LAST and value >= 1500 and not _plural(line, i + 3))
        or (len(other) == 2 and value % 100 == 99)
    ):
        return Decoy(i, i + 3, NAME, str(value))
    return None


def _is_year(line: Line, i: int, value: int) -> bool:
    before, behind = line.word(i - 1), line.as_written(i + 1)
    if before == "of" and line.word(i - 2) in (
        "average",
        "total",
        "maximum",
        "minimum",
        "excess",
        "sum",
        "capacity",
        "population",
        "altitude",
        "height",
        "cost",
        "price",
        "value",
        "rate",
    ):
        return False
    if (before == "and" and line.word(i - 2) in ("ad", "a.d.", "bc")) or (
        before == "and" and line.as_written(i - 2).isdigit() and line.word(i - 3) in ("ad", "a.d.", "bc", "a.d")
    ):
        return True
    if before in _COUNTING or (value < 1700 and before not in ("in", "since", "by", "until", "circa", "around")):
        return False
    if behind in ("%", "percent", "per", "people", "-", "°", "to") and not (behind in ("-", "to") and before in _NOUN_AFTER_IN):
        return behind == "-" and before in ("the", "a") and line.as_written(i + 2)[:1].isupper()
    low = behind.lower()
    if (low in line.grammar.units and low not in ("second", "all", "top", "pen")) or low in (
        "million",
        "billion",
        "thousand",
        "hundred",
    ):
        return before in ("in", "since") and low in ("dollars", "dollar")
    if before in line.grammar.marks["year_before"] or before in line.grammar.months or before in line.grammar.weekdays:
        if _plural(line, i + 1) and before not in _NOUN_AFTER_IN:
            return low in line.grammar.cues["of_a_year"]
        return not (
            before in ("of", "to", "from", "and", "between", "for", "through", "a")
            and behind.isalpha()
            and behind.islower()
            and _plural(line, i + 1)
        )
    if _plural(line, i + 1):
        return low in line.grammar.cues["of_a_year"]
    return value >= 1700


def _plural(line: Line, at: int) -> bool:
    """Tell whether a counted plural follows at `at`: lower-case, one adjective allowed."""
    for pos in (at, at + 1):
        word = line.as_written(pos)
        if not word.isalpha() or not word.islower():
            return False
        if word == "people" or (
            len(word) > 3
            and word.endswith("s")
            and not word.endswith(("ss", "us", "is"))
            and word not in line.grammar.marks["not_plural"]
        ):
            return True
        if word in (
            "in",
            "of",
            "on",
            "at",
            "to",
            "and",
            "or",
            "but",
            "the",
            "a",
            "by",
            "for",
            "with",
            "when",
            "after",
            "before",
            "as",
            "that",
            "who",
            "which",
            "from",
            "while",
            "until",
            "under",
            "following",
            "because",
            "although",
        ):
            return False
    return False
