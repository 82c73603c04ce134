"""One in the guise of an article, behind a hedge: about a fortnight, more than an hour, at least a mile."""

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
)

_HEDGES = {"than", "about", "nearly", "almost", "least", "around", "roughly", "approximately", "over", "under"}
_OVER_HEADS = {"for", "just", "well", "after", "lasted", "took", "is", "was", "of", "than", "little"}
_MEASURED = {"duration", "length", "mass", "volume", "area"}


def start(line: Line, i: int) -> Amount | None:
    """Read "a" or "an" at token `i` as one of the unit behind it, where a hedge stands in front."""
    if i == 0 or line.lower[i - 1] not in _HEDGES or i - 1 < line.done:
        return None
    if line.lower[i - 1] in ("over", "under") and line.word(i - 2) not in _OVER_HEADS:
        return None
    g = line.grammar
    for words, name in g.units.get(line.word(i + 1), ()):
        if tuple(line.lower[i + 1 : i + 1 + len(words)]) == words and g.dimensions.get(name) in _MEASURED and not words[-1].endswith("s"):
            one = Decimal(1)
            return Amount(i, i + 1, one, one, (f"{NAME}/one",), core=(i, i + 1))
    return None
