"""Numbers that only count the lines of a list: "2. Chicken", "4) the harbour"; and the bases of rates: per 100,000."""

from __future__ import annotations

from numcheck.extract.line import DIGITS, HUNDRED, SCALE, Decoy, Line

NAME = "list number"
ORDER = 20
KINDS = (DIGITS, HUNDRED, SCALE)
EXAMPLES = (
    ("2. Chicken soup", "2", "2"),
    ("4) the harbour", "4", "4"),
    ("12 deaths per 100,000 people", "100,000", "100000"),
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim a number that begins a line of a list, or is the base of a rate."""
    word = line.words[i]
    before = line.word(i - 1)
    if before == "per" or (before == "every" and line.word(i - 2) in ("in", "for", "of")):
        if line.kinds[i] != DIGITS or (before == "every" and line.word(i + 1) in line.grammar.units):
            return None
        last = i + 1 + (line.word(i + 1) in line.grammar.scales)
        return Decoy(i, last, "base of a rate", word.replace(",", ""))
    if line.kinds[i] != DIGITS or len(word) > 3:
        return None
    behind = line.as_written(i + 1)
    if i == 0 and behind in (".", ")", ":", "]") and (line.as_written(i + 2)[:1].isalpha() or behind == ")" or line.n == 2):
        return Decoy(i, i + 1, NAME, word)
    if before in ("(", ")") and behind in (")", ".") and i <= 2 and len(word) <= 2:
        return Decoy(i, i + 1, NAME, word)
    return None
