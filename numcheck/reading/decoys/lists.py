"""Numbers that only count the lines of a list: "2. Chicken", "4) the harbour"; and the bases of rates: per 100,000."""

from __future__ import annotations

from numcheck.reading.line import DIGITS, HUNDRED, SCALE, Decoy, Line

AFTER = ("idioms",)
REASON = "list number"
KINDS = (DIGITS, HUNDRED, SCALE)
EXAMPLES = (
    ("2. Chicken soup", "2", "2"),
    ("4) the harbour", "4", "4"),
    ("12 deaths per 100,000 people", "100,000", "100000"),
    ("(2) Chicken soup", "2", "2"),
    ("7: The harbour", "7", "7"),
    ("a boat for every 500", "500", "500"),
    ("So they say.[3]", "3", "3"),
    ("4/9 The harbour is shut.", "4/9", "4"),
    ("It has parts: (1) nets, (2) ropes.", "1", "1"),
)
QUIET = (
    "5 boats sank.",
    "every 5 years",
    "one in every 5 miles",
    "We saw 4) boats.",
    "per hundred",
    "a list [3 boats]",
    "4/9 of the boats",
    "boats sank, (40 of them old)",
)


_LONGEST = 3
_BEFORE_A_POINT = (":", ",", ";", "and", "or")

_INSTEAD = ("instead", "of", "every")
"""In front of a time that leaves out its unit: every nine minutes instead of every 15."""


def claim(line: Line, i: int) -> Decoy | None:
    """Claim a number that begins a line of a list or of a thread, counts a footnote, or is the base of a rate."""
    before, word = line.word(i - 1), line.words[i]
    if before == "per" or (before == "every" and line.word(i - 2) in ("in", "for", "of")):
        return _base(line, i, before)
    if line.kinds[i] != DIGITS or len(word) > _LONGEST:
        return None
    if _is_footnote(line, i):
        return Decoy(i, i + 1, "footnote", word)
    if _counts_posts(line, i):
        return Decoy(0, 3, REASON, word)
    return Decoy(i, i + 1, REASON, word) if _begins(line, i) or _bracketed(line, i, before) else None


def _counts_posts(line: Line, i: int) -> bool:
    """Tell whether the number counts the posts of a thread: 4/9 The harbour is shut."""
    slashed = i == 0 and line.word(1) == "/" and line.tight(1) and line.words[2].isdecimal()
    return slashed and line.as_written(3)[:1].isupper()


def _is_footnote(line: Line, i: int) -> bool:
    """Tell whether the number stands in square brackets right behind a word: so they say.[3]"""
    return line.word(i - 1) == "[" and line.word(i + 1) == "]" and line.glued(i - 1) and line.tight(i)


def _base(line: Line, i: int, before: str) -> Decoy | None:
    """Claim the base of a rate: per 100,000, one in every 5 million; "every 5 years" is a time, so is what stands for it."""
    behind = line.word(i + 1)
    if line.kinds[i] != DIGITS or (before == "every" and (behind in line.grammar.units or line.says(i - 3, _INSTEAD))):
        return None
    return Decoy(i, line.skip(i + 1, *line.grammar.scales), "base of a rate", line.words[i].replace(",", ""))


def _begins(line: Line, i: int) -> bool:
    """Tell whether the number begins a line: "2. Chicken", "4) the harbour"."""
    behind = line.as_written(i + 1)
    if i > 0 or behind not in (".", ")", ":", "]"):
        return False
    return behind == ")" or line.n == 2 or line.as_written(i + 2)[:1].isalpha()


def _bracketed(line: Line, i: int, before: str) -> bool:
    """Tell whether the number stands in the brackets that begin a line or the points of a list: "(2) Chicken"."""
    if before not in ("(", ")") or line.word(i + 1) not in (")", ".") or len(line.words[i]) >= _LONGEST:
        return False
    if i <= 2 and (line.word(i - 2) in ("", "(") or line.glued(i - 1)):
        return True
    return line.word(i - 2) in _BEFORE_A_POINT and line.as_written(i + 2)[:1].isalpha()  # two parts: (1) nets, (2) ropes
