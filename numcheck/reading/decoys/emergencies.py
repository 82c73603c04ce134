"""Numbers that are called for help, and the day that is called by its numbers: a 911 call, dial 999, since 9-11."""

from __future__ import annotations

from numcheck.reading.line import DIGITS, Decoy, Line
from numcheck.reading.nouns import counted

AFTER = ("ids",)
REASON = "name"
KINDS = (DIGITS,)
EXAMPLES = (
    ("A 911 caller heard it.", "911", "911"),
    ("the 999 operator", "999", "999"),
    ("He called 911.", "911", "911"),
    ("They dialled 112 at once.", "112", "112"),
    ("911 calls were lost.", "911", "911"),
    ("a call to 999", "999", "999"),
    ("since 9-11,", "9-11", "9/11"),
    ("the 9-11 attacks", "9-11", "9/11"),
)
QUIET = (
    "911 boats",
    "999 homes",
    "112 calls came.",
    "It called 911 sailors home.",
    "boys of 9-11 years",
    "aged 9-11.",
    "9-11 boats",
    "They called 112 boats.",
    "$911",
    "The toll rose to 999.",
)

_PLURALS_TOO = ("911", "999")
"""Numbers so well known that even the plural behind them is called, not counted: 911 calls."""

_ATTACKS = ("attack", "attacks", "hijacker", "hijackers", "commission", "memorial", "anniversary", "museum", "terrorists")
_BEFORE_DAY = ("since", "after", "before", "like", "of", "on", "the", "post", "pre", "-")


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the number of a call for help, or the 9-11 that is a day."""
    word = line.words[i]
    if word == "9" and line.word(i + 1) == "-" and line.tight(i + 1) and line.words[i + 2] == "11":
        return Decoy(i, i + 3, REASON, "9/11") if _is_day(line, i) else None
    marks = line.grammar.marks
    if word not in marks.emergency_numbers or line.word(i - 1) in line.grammar.money_signs or line.glued(i):
        return None
    return Decoy(i, i + 1, REASON, word) if _is_called(line, i) else None


def _is_called(line: Line, i: int) -> bool:
    """Tell whether the words beside the number at `i` call it: a 911 caller, dial 999, a call to 112."""
    marks, behind = line.grammar.marks, line.word(i + 1)
    if behind in marks.behind_emergency or (line.words[i] in _PLURALS_TOO and behind in marks.behind_emergency_plural):
        return True
    called = i - 2 if line.word(i - 1) == "to" else i - 1
    return line.word(called) in marks.before_emergency and not counted(line, i + 1) and behind not in line.grammar.units


def _is_day(line: Line, i: int) -> bool:
    """Tell whether the 9-11 at `i` is the day of the attacks: these follow, or nothing does that it could count."""
    behind = line.word(i + 3)
    if behind in _ATTACKS:
        return True
    return line.word(i - 1) in _BEFORE_DAY and not behind[:1].isalnum() and behind not in ("%", "-")
