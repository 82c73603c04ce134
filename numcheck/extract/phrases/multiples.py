"""How many times: doubled, twice as many, sixfold, four times more, halved."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import MULTIPLE, Amount, Line

NAME = "multiples"
ORDER = 40
KINDS = (MULTIPLE,)
EXAMPLES = (
    ("The fleet doubled in a year.", 2, 2),
    ("twice as many vessels", 2, 2),
    ("Sales grew sixfold.", 6, 6),
    ("a 10-fold rise", 10, 10),
    ("four times more vessels", 4, 4),
    ("Output halved.", 0.5, 0.5),
)


def start(line: Line, i: int) -> Amount | None:
    """Read a multiplying word at token `i`."""
    word, behind = line.lower[i], line.word(i + 1)
    g = line.grammar
    if word in g.halving:
        if word == "halves":
            return None
        return _times(i, i + 1, Decimal("0.5"), "down")
    value = Decimal(g.multiples.get(word, 0)) or Decimal(g.ones.get(word[:-4], 0) or g.tens.get(word[:-4], 0) or 100)
    if word.endswith("fold"):
        return _times(i, i + 1, value, None)
    if word in ("twice", "thrice", "double", "triple", "treble", "quadruple"):
        if behind in line.grammar.cues["compared"] and behind != "over":
            return _times(i, i + 1, value, None)
        hedged = line.word(i - 1) in ("than", "nearly", "almost", "about", "roughly", "over")
        return _times(i, i + 1, value, None) if hedged and word != "twice" else None
    if line.word(i - 1) in ("a", "the") or behind in ("down", "up", "as", "over", "back"):
        return None
    return _times(i, i + 1, value, "up")


def _times(first: int, last: int, value: Decimal, direction: str | None) -> Amount:
    amount = Amount(first, last, value, value, (f"{NAME}/word",), core=(first, last), unit="times")
    amount.direction = "up" if direction == "up" else "down" if direction == "down" else None
    return amount


def extend(line: Line, amount: Amount) -> None:
    """Turn a number in front of "times more" or "-fold" into a multiple."""
    if amount.unit != "count" or not amount.is_point:
        return
    at = amount.last
    if line.word(at) == "-" and line.word(at + 1) == "fold":
        amount.last, amount.unit = at + 2, "times"
    elif line.word(at) == "fold" or (line.word(at) == "times" and line.word(at + 1) in line.grammar.cues["compared"]):
        amount.last, amount.unit = at + 1, "times"
    else:
        return
    amount.trail += (f"{NAME}/times",)
