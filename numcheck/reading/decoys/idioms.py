"""Phrases whose numbers count nothing: 9/11, 24/7, 50-50, one another, square one, zero tolerance."""

from __future__ import annotations

from numcheck.reading.line import DIGITS, HUNDRED, MULTIPLE, ONES, ORDINAL, PART, SCALE, TENS, Decoy, Line

AFTER = ("emergencies",)
REASON = "idiom"
KINDS = (DIGITS, ONES, TENS, HUNDRED, SCALE, ORDINAL, PART, MULTIPLE)
EXAMPLES = (
    ("since the 9/11 attacks", "9/11", None),
    ("open 24/7", "24/7", None),
    ("They helped one another.", "one another", None),
    ("back to square one", "square one", None),
    ("zero tolerance", "zero tolerance", None),
    ("one day they sailed", "one day", None),
    ("day one of the race", "day one", None),
    ("a 50-50 chance", "50-50", None),
    ("a 40-something sailor", "40-something", "40"),
    ("from the three-point line", "three-point line", None),
)
QUIET = (
    "one day later",
    "in one day",
    "one side of the harbour",
    "one night after",
    "9 boats and 11 men",
    "two boats",
    "one point two million",
    "a three-point lead",
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the idiom around the numeral at `i`."""
    if line.word(i + 1) == "-" and line.tight(i + 1) and line.lower[i + 2] in ("something", "somethings"):
        return Decoy(i, i + 3, REASON, line.words[i])
    for offset, words in line.grammar.idioms.get(line.lower[i], ()):
        at = i - offset
        if at >= line.done and line.says(at, words) and not _counts_after_all(line, at, words):
            return Decoy(at, at + len(words), REASON)
    return None


def _counts_after_all(line: Line, at: int, words: tuple[str, ...]) -> bool:
    """Tell whether the idiom at `at` measures or counts: one day after, in one day, one side of."""
    g, before, behind = line.grammar, line.word(at - 1), line.word(at + len(words))
    if words[-1] == "point" and line.kind(at + len(words)) is not None:
        return True  # one point two million
    if words[-1] in g.marks.idiom_times:
        return behind in g.times_behind or behind == "for" or before in g.marks.before_a_time
    return words[-1] in ("reason", "example", "side", "way") and behind == "of"
