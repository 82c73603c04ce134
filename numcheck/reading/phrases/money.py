"""Money in front of or behind a number: $88 billion, HK$5.4m, US $58.24, $US160m, RM23.50, INR 1 trillion, 5 €."""

from __future__ import annotations

from numcheck.reading.grammar import Grammar
from numcheck.reading.line import Amount, Line

AFTER: tuple[str, ...] = ()
EXAMPLES = (
    ("$88 billion", 88000000000, 88000000000),
    ("A$12.5m", 12500000, 12500000),
    ("£3bn", 3000000000, 3000000000),
    ("HK$5.4m", 5400000, 5400000),
    ("US $58.24 a barrel", 58.24, 58.24),
    ("$US160 million", 160000000, 160000000),
    ("RM23.50", 23.5, 23.5),
    ("INR1 trillion", 1000000000000, 1000000000000),
    ("$-50.8bn", -50800000000, -50800000000),
    ("-$50", -50, -50),
    ("a result of minus €640m", -640000000, -640000000),
    ("Y=28,030", 28030, 28030),
    ("5 €", 5, 5),
    ("30 MUSD", 30000000, 30000000),
    ("Rs. 500", 500, 500),
    ("US$5", 5, 5),
    ("50p", 50, 50),
    ("80c", 80, 80),
    ("MUSD 5", 5000000, 5000000),
    ("e80 million", 80000000, 80000000),
    ("EUR 5", 5, 5),
    ("N2.5m", 2500000, 2500000),
    ("Shs 5,000", 5000, 5000),
)
QUIET = (
    "PS 5",
    "It weighs 5 pounds.",
    "several boats",
    "C 5 boats",
    "about 5 boats",
)

_MINUS = ("-", "−")
_POWERS = {"K": 3, "M": 6, "B": 9}
_SMALL = {"p": "pence", "c": "cent"}
_DAMAGED = {"e": "EUR", "p": "GBP", "E": "EUR", "PS": "GBP"}
"""A pound or euro sign that was lost on the way through an old character set, only in front of millions."""

_GLUED_ONLY = ("PS", "Fr", "Sh", "Ft")
"""Letters of a currency that are something else with a blank behind them."""

# Letters that may stand a blank before the dollar sign: US $5.
_SPACED_DOLLARS = frozenset({"US", "U.S.", "HK", "NZ", "USD", "CAD", "AUD", "Mex", "cad", "c"})


def extend(line: Line, amount: Amount) -> None:
    """Take in the sign or code beside `amount`, and make its unit the currency."""
    if amount.unit != "count" or (amount.hedge == "vague" and not amount.scaled):
        return
    found = _in_front(line, amount) if amount.first > line.done else None
    if found is None:
        unit = _behind(line, amount)
        if unit is None:
            return
        found = unit, amount.first
    amount.unit, amount.first = found
    amount.trail += (f"money/{amount.unit}",)


def _in_front(line: Line, amount: Amount) -> tuple[str, int] | None:
    """Return the currency in front of `amount` and the token at which it begins."""
    at = amount.first - 1
    word = line.words[at]
    if word in line.grammar.money_signs:
        unit, at = _country(line, at, line.grammar.money_signs[word])
        return unit, _negative(line, at, amount)
    before = line.words[at - 1] if at > line.done else ""
    read = _BROKEN.get(word)
    if read is None:
        return _letters(line, at, before, amount)
    currency = read(line, at, before)
    return (currency, at - 1) if currency else None


def _minus_inside(line: Line, at: int, before: str) -> str | None:
    """Read "$-50.8bn"."""
    return line.grammar.money_signs.get(before)


def _yen(line: Line, at: int, before: str) -> str | None:
    """Read "Y=28,030", a yen sign of two strokes."""
    return "JPY" if before == "Y" and line.tight(at) else None


def _rupees(line: Line, at: int, before: str) -> str | None:
    """Read "Rs. 500"."""
    return "INR" if before == "Rs" else None


_BROKEN = {"-": _minus_inside, "−": _minus_inside, "=": _yen, ".": _rupees}
"""What reads a currency that another sign parts from its number."""


def _letters(line: Line, at: int, before: str, amount: Amount) -> tuple[str, int] | None:
    """Read $US160m, MUSD 5, PS2.7m, EUR 5 with the letters at `at`."""
    word = line.words[at]
    if before in ("$", "£") and line.glued(at) and word in line.grammar.money_dollars:
        return line.grammar.money_dollars[word], at - 1
    if not amount.digits:
        return None
    unit = _of_millions(line, word, amount) or _damaged(line, word, amount) or _code(line, at, amount)
    return None if unit is None else (unit, at)


def _of_millions(line: Line, word: str, amount: Amount) -> str | None:
    """Read the code of MUSD 5, and make the number millions."""
    if word[0] != "M" or not _shorthand(line.grammar, word) or amount.value is None or amount.scaled:
        return None
    amount.become(amount.value.scaleb(_POWERS["M"]))
    return word[1:]


def _damaged(line: Line, word: str, amount: Amount) -> str | None:
    """Read a sign that was lost on the way: PS2.7m, e80 million."""
    return _DAMAGED.get(word) if line.glued(amount.first) and (amount.scaled or word == "PS") else None


def _code(line: Line, at: int, amount: Amount) -> str | None:
    """Read EUR 5, RM23.50."""
    word = line.words[at]
    inside = line.glued(at) and line.words[at - 1] not in ("(", "“", '"')
    apart = len(word) > 1 and word not in _GLUED_ONLY
    return line.grammar.money_letters.get(word) if not inside and (line.glued(amount.first) or apart) else None


def _shorthand(g: Grammar, word: str) -> bool:
    """Tell whether `word` is a code with a power of ten in front: MUSD, BEUR."""
    return len(word) == 4 and word[0] in _POWERS and word[1:] in g.money_letters


def _country(line: Line, at: int, unit: str) -> tuple[str, int]:
    """Take in the letters in front of a dollar sign at `at`: HK$, US $."""
    before = at - 1
    if before < line.done or line.words[at] not in ("$", "＄"):
        return unit, at
    word = line.words[before]
    code = line.grammar.money_dollars.get(word)
    if code is None or not (line.glued(at) or word in _SPACED_DOLLARS):
        return unit, at
    return code, before


def _negative(line: Line, at: int, amount: Amount) -> int:
    """Take in a minus in front of the sign at `at` ("-$50")."""
    before = at - 1
    if before < line.done or amount.low is None:
        return at
    if line.lower[before] == "minus":
        amount.become(-amount.low)
        return before
    if line.words[before] not in _MINUS or not line.glued(at) or line.glued(before):
        return at
    amount.become(-amount.low)
    return before


def _behind(line: Line, amount: Amount) -> str | None:
    """Take in a sign or code behind the number, and return its currency: 5 €, 50p, 80c, 30 MUSD."""
    g, at, word = line.grammar, amount.last, line.as_written(amount.last)
    if len(word) == 4:
        return _millions(line, amount)
    if not amount.digits or not word:
        return None
    unit = g.money_small.get(word)
    if not (line.glued(at + 1) and line.words[at + 1][0].isalnum()):
        unit = g.money_signs.get(word) or (_SMALL.get(word) if line.glued(at) else None) or unit
    if unit is not None:
        amount.last = at + 1
    return unit


def _millions(line: Line, amount: Amount) -> str | None:
    """Take in the financial shorthand behind a number: 30 MUSD, 2 BEUR."""
    word = line.as_written(amount.last)
    if not _shorthand(line.grammar, word) or amount.low is None or amount.high is None:
        return None
    power = _POWERS[word[0]]
    amount.low, amount.high = amount.low.scaleb(power), amount.high.scaleb(power)
    amount.last, amount.scaled = amount.last + 1, True
    return word[1:]
