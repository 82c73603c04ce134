"""Zero in words: no casualties, nobody was hurt, none of them survived."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import NOTHING, Amount, Line

NAME = "zero"
ORDER = 30
KINDS = (NOTHING,)
EXAMPLES = (
    ("There were no casualties.", 0, 0),
    ("No one was hurt in the fire.", 0, 0),
    ("Nobody was killed.", 0, 0),
    ("None of the crew were injured.", 0, 0),
)

_ZERO = Decimal(0)
# Things that "no" denies without counting them.
_HAPPENED = {"was", "were", "has", "had", "have", "is", "are", "died", "survived", "escaped", "of", "got", "showed"}


def start(line: Line, i: int) -> Amount | None:
    """Read a zero word at token `i`."""
    word, behind = line.lower[i], line.word(i + 1)
    if word == "no":
        if behind == "one" or (behind == "-" and line.word(i + 2) == "one"):
            return _nobody(line, i, i + (2 if behind == "one" else 3))
        if behind in ("dead", "wounded", "injured", "missing"):
            return _zero(i, i + 1)
        return _no_things(line, i)
    return _nobody(line, i, i + 1)


def _zero(first: int, last: int) -> Amount:
    return Amount(first, last, _ZERO, _ZERO, (f"{NAME}/word",), core=(first, last))


def _no_things(line: Line, i: int) -> Amount | None:
    """Read "no" in front of a plural noun, with at most two words between."""
    for at in range(i + 1, min(i + 4, line.n)):
        word = line.words[at]
        if (
            not word.isalpha()
            or word in line.grammar.cues["no_and_no_thing"]
            or word in line.grammar.cues["not_counted"]
            or line.kinds[at] is not None
        ):
            return None
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            if line.word(at + 1).endswith("s") and len(line.word(at + 1)) > 4:
                continue
            return _zero(i, i + 1)
        if word in ("people", "children", "men", "women", "crew", "staff"):
            return _zero(i, i + 1)
        if word in ("or", "and") and at == i + 2:
            return None
    return None


def _nobody(line: Line, first: int, last: int) -> Amount | None:
    """Read nobody, no one or none where something happened to people: was hurt, were injured, died."""
    if line.word(last) not in _HAPPENED:
        return None
    for at in range(last, min(last + 8, line.n)):
        word = line.lower[at]
        if word in (",", ";", "but", "that"):
            return None
        if word in (
            "killed",
            "hurt",
            "injured",
            "wounded",
            "harmed",
            "died",
            "survived",
            "arrested",
            "missing",
            "charged",
            "dead",
            "detained",
            "affected",
            "trapped",
            "evacuated",
            "hospitalised",
            "hospitalized",
        ):
            return _zero(first, last)
    return None
