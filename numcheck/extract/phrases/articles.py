"""One in the guise of an article, behind a hedge: about a fortnight, more than an hour; another week, a full month, all day."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import ARTICLE, Amount, Line

NAME = "articles"
ORDER = 50
KINDS = (ARTICLE,)
EXAMPLES = (
    ("about a fortnight ago", 1, 1),
    ("more than an hour", 1, None),
    ("at least a mile", 1, None),
    ("for another week", 1, 1),
    ("a full month", 1, 1),
    ("an hour and a half", 1.5, 1.5),
    ("It rained all day.", 1, 1),
)

_HEDGES = {"than", "about", "nearly", "almost", "least", "around", "roughly", "approximately", "over", "under"}
_OVER_HEADS = {"for", "just", "well", "after", "lasted", "took", "is", "was", "of", "than", "little"}
_FULL_BEHIND = {"a", "for", "of", "after", "in", "nearly", "almost", "about", "than", "another", "one"}
_MEASURED = {"duration", "length", "mass", "volume", "area"}


def start(line: Line, i: int) -> Amount | None:
    """Read "a", "another" or "full" at token `i` as one of the unit behind it."""
    word = line.lower[i]
    g = line.grammar
    if (word in ("a", "an") and not _hedged(line, i)) or (word == "full" and line.word(i - 1) not in _FULL_BEHIND):
        return None
    at = i + 1 + (word in ("full", "all") and line.word(i + 1) == "-")
    for words, name in g.units.get(line.word(at), ()):
        if (
            tuple(line.lower[at : at + len(words)]) == words
            and g.dimensions.get(name) in _MEASURED
            and not words[-1].endswith("s")
        ):
            if word in ("a", "an") and line.lower[i - 1] not in _HEDGES and not _and_a_half(line, at + len(words)):
                return None
            if word == "all" and name not in ("day", "week", "month", "year"):
                return None
            one = Decimal(1)
            amount = Amount(i, at, one, one, (f"{NAME}/one",), core=(i, i + 1))
            amount.hedge = "about" if word == "all" else "exact"
            return amount
    return None


def _and_a_half(line: Line, at: int) -> bool:
    return line.word(at) == "and" and (
        line.word(at + 1) == "half" or (line.word(at + 1) == "a" and line.word(at + 2) in ("half", "quarter"))
    )


def _hedged(line: Line, i: int) -> bool:
    """Tell whether a hedge stands in front of the article at `i`, or a half may follow its unit."""
    before = line.word(i - 1)
    if before in ("over", "under"):
        return line.word(i - 2) in _OVER_HEADS
    return (before in _HEDGES and i - 1 >= line.done) or line.word(i + 2) == "and"
