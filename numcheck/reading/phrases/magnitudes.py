"""Magnitudes of earthquakes: magnitude of at least 5.9, a 7.6-magnitude quake, 6.1 on the Richter scale."""

from __future__ import annotations

from decimal import Decimal

from numcheck.language.en import around
from numcheck.reading.line import Amount, Line
from numcheck.reading.nouns import counted, is_magnitude

AFTER = ("changes",)
EXAMPLES = (
    ("a magnitude of at least 5.9", 5.9, None),
    ("a 7.6-magnitude earthquake", 7.6, 7.6),
    ("6.1 on the Richter scale", 6.1, 6.1),
    ("a 6.1 quake", 6.1, 6.1),
    ("It measured 6.1 on the Richter scale.", 6.1, 6.1),
    ("magnitude 7", 7, 7),
    ("Geologists raised the magnitude to 7.2.", 7.2, 7.2),
    ("The quake, now rated at 6.2, was felt far away", 6.2, 6.2),
    ("a shock of 6.8 killed 214 people", 6.8, 6.8),
    ("aftershocks followed, the strongest, of 5.1, at noon", 5.1, 5.1),
    ("The earthquake measured 5.4.", 5.4, 5.4),
    ("Quake M5.9 hits Oldport", 5.9, 5.9),
    ("a magnitude-6 tremor", 6, 6),
)
QUIET = (
    "a 15-magnitude event",
    "a 6 quake zone",
    "5 boats of some magnitude",
    "several quakes",
    "After the quake shares fell to 5.4 points",
    "a quake of 5 seconds",
    "The quake cost 5.4 percent of output",
    "The shop had sales of 6.2 a day",
    "The quake moved the house by 5.4.",
)

_BEFORE = {"of", "at", "to", "from", "measured", "measuring", "registered", "registering", "reading", "was"}
_GREATEST = 12
_FURTHEST_SCALE = 5

# Small words between "magnitude" and its number.
_BEHIND_MAGNITUDE = frozenset({"of", "to", "a", "an", "was", "measured", "estimated", "at", "the", ":", "preliminary"})


def wrap(line: Line, amount: Amount) -> None:
    """Make `amount` a magnitude where the words beside it say so."""
    value = amount.stated
    if value is None or not 0 < value < _GREATEST or amount.unit != "count" or amount.hedge == "vague":
        return
    at, behind = _leading(line, amount), line.skip(amount.last, "-")
    if is_magnitude(line, amount.core[0]):
        amount.first -= 1
    elif line.word(at) in ("magnitude", "magnitudes"):
        if {"of", "a", "an", "-"}.issuperset(line.lower[at + 1 : amount.first]):
            amount.first = at
    elif line.word(behind) == "magnitude":
        amount.last = behind + 1
    elif not (_on_the_scale(line, amount, at) or _of_a_quake(line, amount, behind, value) or _bare(line, amount, value)):
        return
    amount.unit = "magnitude"
    amount.trail += (f"magnitudes/{amount.unit}",)


def _of_a_quake(line: Line, amount: Amount, behind: int, value: Decimal) -> bool:
    """Tell whether a number with a decimal stands right in front of the quake: a 6.1 quake."""
    return line.word(behind) in around.QUAKES and value != value.to_integral_value()


def _bare(line: Line, amount: Amount, value: Decimal) -> bool:
    """Tell whether a number with one decimal that counts nothing is told in one sentence with a quake: rated at 6.2."""
    if value.as_tuple().exponent != -1 or line.word(amount.first - 1) not in _BEFORE:
        return False
    behind = line.word(amount.last)
    ends = not behind.isalpha() or behind in line.grammar.cues.ends_a_noun or not counted(line, amount.last)
    quake = any(word.removesuffix("s") in around.QUAKES for word in line.lower)
    return quake and ends and behind not in ("%", "per", "-") and behind not in line.grammar.units


def _leading(line: Line, amount: Amount) -> int:
    """Return the token in front of `amount` and of the small words before it: magnitude was estimated at; -1 for none."""
    at = amount.first - 1
    if line.word(at) == "-" and line.tight(at):
        at -= 1
    while at > line.done and line.lower[at] in _BEHIND_MAGNITUDE:
        at -= 1
    return at if at >= line.done else -1


def _on_the_scale(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether the Richter scale stands behind, or anywhere behind "measuring"."""
    if "richter" in line.lower[amount.last : amount.last + _FURTHEST_SCALE]:
        return True
    return line.word(at) in ("measuring", "measured") and "richter" in line.lower
