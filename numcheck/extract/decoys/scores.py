"""Scores, votes and records: won 2-1, a 52-48 vote, 5 to 4."""

from __future__ import annotations

from numcheck.extract.line import DIGITS, Decoy, Line

NAME = "score"
ORDER = 60
KINDS = (DIGITS,)
EXAMPLES = (
    ("They won 2-1.", "2-1", "2-1"),
    ("a 52-48 vote", "52-48", "52-48"),
    ("ruled 5 to 4", "5 to 4", "5-4"),
    ("backed it 2-to-1", "2-to-1", "2-1"),
    ("They beat them 3-1 in May.", "3-1", "3-1"),
    ("a 10-3-1 record", "10-3-1", "10-3-1"),
)

_DASHES = {"-", "–", "—", "‑"}
_HIGHEST = 999


def claim(line: Line, i: int) -> Decoy | None:
    """Claim two numbers that stand against each other at `i`."""
    word = line.words[i]
    if len(word) > 3 or not word.isdigit():
        return None
    joint = line.word(i + 1)
    if (
        joint == "-"
        and line.word(i + 2) == "to"
        and line.word(i + 3) == "-"
        and line.as_written(i + 4).isdigit()
        and line.glued(i + 2)
    ):
        return (
            Decoy(i, i + 5, NAME, f"{word}-{line.words[i + 4]}")
            if len(line.words[i + 4]) <= 2 and not _measured(line, i + 5)
            else None
        )
    if joint in _DASHES:
        if not line.glued(i + 1) or not line.glued(i + 2):
            return None
    elif joint != "to":
        return None
    other = line.as_written(i + 2)
    if not other.isdigit() or len(other) > 3:
        return None
    last = i + 3
    while (
        last < i + 9
        and joint != "to"
        and line.word(last) in _DASHES
        and line.as_written(last + 1).isdigit()
        and line.glued(last)
        and line.glued(last + 1)
    ):
        last += 2
    if last > i + 3:
        return Decoy(i, last, NAME, "-".join(line.words[i:last:2])) if last <= i + 7 else None
    if not _is_score(line, i, last, int(word), int(other), joint):
        return None
    return Decoy(i, last, NAME, f"{word}-{other}")


def _measured(line: Line, at: int) -> bool:
    """Tell whether a unit follows, so that the two are a range: 0-to-60-mph."""
    return line.word(at + (line.word(at) == "-")) in line.grammar.units


def _is_score(line: Line, i: int, last: int, left: int, right: int, joint: str) -> bool:
    behind = line.as_written(last)
    low = behind.lower()
    if (
        low in line.grammar.units
        or (behind in line.grammar.unit_signs and behind not in ("in", "s", "b", "h", "A"))
        or behind in ("%", "million", "billion", "-", "/")
        or line.word(i - 1) in line.grammar.money_signs
        or line.glued(i)
    ):
        return False
    sport = not line.grammar.marks["score_words"].isdisjoint(line.lower[max(0, i - 8) : last + 6])
    if joint == "to":
        return left > right and sport and line.word(i - 1) != "from" and not _counted(line, last)
    if left >= right:
        return True
    return sport and not _counted(line, last)


def _counted(line: Line, at: int) -> bool:
    """Tell whether a plural noun follows, so that the two are a range: 15-20 people."""
    for pos in (at, at + 1):
        word = line.as_written(pos)
        if not word.isalpha() or not word.islower():
            return False
        if word == "people" or (
            len(word) > 3
            and word.endswith("s")
            and word not in line.grammar.marks["not_plural"]
            and word not in line.grammar.marks["score_words"]
        ):
            return True
        if word in line.grammar.marks["score_words"] or word in (
            "in",
            "to",
            "at",
            "on",
            "against",
            "over",
            "by",
            "with",
            "after",
            "for",
            "as",
            "and",
            "thanks",
        ):
            return False
    return False
