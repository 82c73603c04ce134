"""Ordinals and ranks: the 22nd amendment, second-largest, third, 96th-minute."""

from __future__ import annotations

from numcheck.extract.line import DIGITS, ONES, ORDINAL, PART, TENS, Decoy, Line

NAME = "ordinal"
ORDER = 80
KINDS = (DIGITS, ORDINAL, TENS, ONES, PART)
EXAMPLES = (
    ("the 22nd amendment", "22nd", "22"),
    ("the third boat", "third", "3"),
    ("the twenty-first boat", "twenty-first", "21"),
    ("the second-largest boat", "second", "2"),
)

_ENDS = {"st", "nd", "rd", "th"}


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the ordinal at `i`; a fraction has been read before."""
    kind = line.kinds[i]
    if kind == DIGITS:
        if line.word(i + 1) in _ENDS and line.glued(i + 1):
            return Decoy(i, i + 2, NAME, line.words[i].replace(",", ""))
        return None
    ordinals = line.grammar.ordinals
    word = line.lower[i]
    if word in ordinals:
        if line.amount(line, i) is not None:
            return None
        return Decoy(i, i + 1, NAME, str(ordinals[word]))
    if kind in (TENS, ONES) and line.word(i + 1) == "-" and line.word(i + 2) in ordinals and line.glued(i + 1):
        tens = line.grammar.tens.get(word, 0)
        value = ordinals[line.lower[i + 2]]
        if tens and value < 10:
            return Decoy(i, i + 3, NAME, str(tens + value))
    return None
