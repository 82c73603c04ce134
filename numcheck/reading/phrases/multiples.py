"""How many times: doubled, twice as many, sixfold, four times more, halved."""

from __future__ import annotations

from decimal import Decimal

from numcheck.language.en import around
from numcheck.model.reading import Direction
from numcheck.reading.grammar import Grammar
from numcheck.reading.line import MULTIPLE, Amount, Line

AFTER = ("ages",)
KINDS = (MULTIPLE,)
EXAMPLES = (
    ("The fleet doubled in a year.", 2, 2),
    ("twice as many vessels", 2, 2),
    ("Sales grew sixfold.", 6, 6),
    ("a 10-fold rise", 10, 10),
    ("four times more vessels", 4, 4),
    ("Output halved.", 0.5, 0.5),
    ("a sixfold rise", 6, 6),
    ("nearly double the fleet", 2, 2),
    ("The fleet trebled.", 3, 3),
    ("10 fold", 10, 10),
    ("10x faster", 10, 10),
    ("It happened twice.", 2, 2),
    ("She was warned once.", 1, 1),
    ("They sank only once before.", 1, 1),
    ("Losses are in double digits.", 10, 99),
    ("a double-digit lead", 10, 99),
    ("a double murder in Oldport", 2, 2),
    ("debt of 1.6 times earnings", 1.6, 1.6),
    ("Fares will double in May.", 2, 2),
)
QUIET = (
    "the double act",
    "a doubled fine",
    "three times in May",
    "two halves",
    "He doubled back.",
    "They should think twice.",
    "Once the boats are in, they leave.",
    "They sail at once.",
    "a boat that was once white",
    "once a week",
)


_COMPARING = ("once", "twice", "thrice", "double", "triple", "treble", "quadruple")
"""Words that multiply what they are compared with; the other ones are verbs of growth."""

# "twice", "three times" in front of one of these multiply.
_COMPARED = frozenset(
    (
        "as the that its their his her what this those more less higher larger bigger greater faster lower worse better "
        "longer stronger likelier heavier smaller last over normal current our your"
    ).split()
)


def start(line: Line, i: int) -> Amount | None:
    """Read a multiplying word at token `i`."""
    g, word = line.grammar, line.lower[i]
    if word.endswith("fold"):
        return _times(i, _value(g, word))
    if word in g.halving:
        return None if word == "halves" else _times(i, Decimal("0.5"), "down")
    if word in _COMPARING:
        return _compared(line, i, word)
    if line.word(i - 1) in ("a", "the") or line.word(i + 1) in ("down", "up", "as", "over", "back"):
        return None
    return _times(i, _value(g, word), "up")


_REFERENCES = ("earnings", "revenue", "revenues", "sales", "profit", "profits", "income", "turnover", "output", "gdp")
"""Sums that a value or a debt is so many times of."""

_MANIFOLD = ("double", "triple", "quadruple")
_CRIMES = frozenset("murder murders killing killings homicide homicides shooting stabbing drowning tragedy".split())
_ENDS = frozenset({"", ".", ",", ";", "before", "in", "since", "and", "during"})
_NOT_ONCE = frozenset("at all for even and when was were is are had has have been".split())
"""Behind and in front of a "once" that counts: warned once and fined; not "at once", "was once"."""


def _compared(line: Line, i: int, word: str) -> Amount | None:
    """Read a word that multiplies what it is compared with, or that counts itself: digits, crimes, how often."""
    if word == "once":
        return _once(line, i)
    if word in _MANIFOLD:
        found = _digits(line, i, word) or _crimes(line, i, word)
        if found is not None:
            return found
    return _times(i, _value(line.grammar, word)) if _compares(line, i, word) else _how_often(line, i, word)


def _digits(line: Line, i: int, word: str) -> Amount | None:
    """Read "double digits", "a triple-digit rise": all numbers of so many digits."""
    at = line.skip(i + 1, "-")
    if line.word(at) not in ("digit", "digits"):
        return None
    low = Decimal(10) ** (_MANIFOLD.index(word) + 1)
    return Amount(i, at + 1, low, low * 10 - 1, ("multiples/digits",), core=(i, at + 1), hedge="range")


def _crimes(line: Line, i: int, word: str) -> Amount | None:
    """Read the two of a double murder."""
    value = _value(line.grammar, word)
    return Amount(i, i + 1, value, value, ("multiples/crimes",), core=(i, i + 1)) if line.word(i + 1) in _CRIMES else None


def _once(line: Line, i: int) -> Amount | None:
    """Read the "once" that counts how often: warned once, only once before, more than once."""
    if i == 0 or line.word(i - 1) in _NOT_ONCE or line.word(i + 1) not in _ENDS:
        return None
    return Amount(i, i + 1, Decimal(1), Decimal(1), ("multiples/how often",), core=(i, i + 1))


_BEFORE_GROWTH = around.MODALS | {"did"}
_BEHIND_GROWTH = ("", ".", ",", ";", "from", "to", "in", "by", "over", "this", "next", "within", "and", "between", "after")
"""In front of a bare "double" and behind it these leave it a verb of growth: fares will double from 2 to 4 crowns."""

_OFTEN = ("removed", "daily", "weekly", "monthly", "yearly", "-")
_IDLE = ("think", "thinks", "thought", "thinking")
"""Behind and in front of a "twice" that counts nothing: twice-removed, think twice."""


def _how_often(line: Line, i: int, word: str) -> Amount | None:
    """Read the "twice" that counts how often something happened, and as such a bare two."""
    if word not in ("twice", "thrice") or line.word(i + 1) in _OFTEN or line.word(i - 1) in _IDLE:
        return None
    value = _value(line.grammar, word)
    return Amount(i, i + 1, value, value, ("multiples/how often",), core=(i, i + 1))


def _compares(line: Line, i: int, word: str) -> bool:
    """Tell whether a word like "double" multiplies what stands behind it, or is itself hedged."""
    behind = line.word(i + 1)
    if behind in _COMPARED and behind != "over":
        return True
    if line.word(i - 1) in _BEFORE_GROWTH and behind in _BEHIND_GROWTH:
        return word in (*_MANIFOLD, "treble")
    return word != "twice" and line.word(i - 1) in ("than", "nearly", "almost", "about", "roughly", "over")


def _value(g: Grammar, word: str) -> Decimal:
    """Return how many times: twice, twofold, hundredfold."""
    stem = word.removesuffix("fold")
    return Decimal(g.multiples.get(word) or g.ones.get(stem) or g.tens.get(stem) or 100)


def _times(i: int, value: Decimal, direction: Direction | None = None) -> Amount:
    return Amount(i, i + 1, value, value, ("multiples/word",), core=(i, i + 1), unit="times", direction=direction)


def extend(line: Line, amount: Amount) -> None:
    """Turn a number in front of "times more" or "-fold" into a multiple."""
    if amount.unit != "count" or amount.value is None:
        return
    at = amount.last
    if line.says(at, ("-", "fold")):
        amount.last = at + 2
    elif _multiplies(line, amount, at):
        amount.last = at + 1
    else:
        return
    amount.unit = "times"
    amount.trail += ("multiples/times",)


def _multiplies(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether "fold", the "times" of a comparison or the x of 10x stands at `at`."""
    word = line.word(at)
    if word == "times":
        return line.word(at + 1) in _COMPARED or line.word(at + 1) in _REFERENCES
    if word == "x" and amount.digits and line.glued(at):
        return line.kind(at + 1) is None and not line.glued(at + 1)
    return word == "fold"
