"""Money in front of or behind a number: $88 billion, HK$5.4m, US $58.24, $US160m, RM23.50, INR 1 trillion, 5 €."""

from __future__ import annotations

from numcheck.extract.line import Amount, Line

NAME = "money"
ORDER = 10
KINDS = ()
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
    ("Y=28,030", 28030, 28030),
    ("5 €", 5, 5),
    ("30 MUSD", 30000000, 30000000),
)

_SPACED = {"US", "U.S.", "HK", "NZ", "USD", "CAD", "AUD", "Mex", "cad", "c"}
# A pound or euro sign that was lost on the way through an old character set, only in front of millions.
_DAMAGED = {"e": "EUR", "p": "GBP", "E": "EUR", "PS": "GBP"}


def extend(line: Line, amount: Amount) -> None:
    """Take in the sign or code beside `amount`, and make its unit the currency."""
    if amount.unit != "count" or (amount.hedge == "vague" and not amount.scaled):
        return
    first = amount.first
    unit = None
    if first > line.done:
        unit, first = _in_front(line, amount)
    if unit is None:
        unit = _behind(line, amount) if amount.digits else _millions(line, amount)
    if unit is None:
        return
    amount.unit, amount.first = unit, first
    amount.trail += (f"{NAME}/{unit}",)


def _in_front(line: Line, amount: Amount) -> tuple[str | None, int]:
    g, words = line.grammar, line.words
    first = amount.first
    at = first - 1
    word = words[at]
    if word in g.money_signs:
        unit = g.money_signs[word]
        at, unit = _country(line, at, unit)
        return unit, _negative(line, at, amount)
    if word in ("-", "−") and at - 1 >= line.done and words[at - 1] in g.money_signs:
        return g.money_signs[words[at - 1]], at - 1
    if at - 1 >= line.done and words[at - 1] in ("$", "£") and line.glued(at) and word in g.money_dollars:
        return g.money_dollars[word], at - 1
    if word == "=" and words[at - 1] == "Y" and line.glued(first) and line.glued(at) and at - 1 >= line.done:
        return "JPY", at - 1
    if word == "." and words[at - 1] == "Rs" and at - 1 >= line.done:
        return "INR", at - 1
    if not amount.digits:
        return None, first
    if len(word) == 4 and word[0] == "M" and word[1:] in g.money_letters and amount.low is not None and not amount.scaled:
        amount.low = amount.high = amount.low.scaleb(6)
        return word[1:], at
    if word in _DAMAGED and line.glued(first) and (amount.scaled or word == "PS"):
        return _DAMAGED[word], at
    if (
        word in g.money_letters
        and not (line.glued(at) and words[at - 1] not in ("(", "“", '"'))
        and (line.glued(first) or (len(word) > 1 and word not in ("PS", "Fr", "Sh", "Ft")))
    ):
        return g.money_letters[word], at
    return None, first


def _country(line: Line, at: int, unit: str) -> tuple[int, str]:
    """Take in the letters in front of a dollar sign at `at`: HK$, US $."""
    before = at - 1
    if before < line.done or line.words[at] not in ("$", "＄"):
        return at, unit
    word = line.words[before]
    code = line.grammar.money_dollars.get(word)
    if code is None or not (line.glued(at) or word in _SPACED):
        return at, unit
    return before, code


def _negative(line: Line, at: int, amount: Amount) -> int:
    """Take in a minus in front of the sign at `at` ("-$50")."""
    before = at - 1
    if (
        before >= line.done
        and line.words[before] in ("-", "−")
        and line.glued(at)
        and not line.glued(before)
        and amount.low is not None
    ):
        amount.low = amount.high = -amount.low
        return before
    return at


def _behind(line: Line, amount: Amount) -> str | None:
    """Take in a sign behind the digits: 5 €, 50p, 80c."""
    at = amount.last
    if at >= line.n:
        return None
    word, g = line.words[at], line.grammar
    joined = line.glued(at + 1) and line.as_written(at + 1)[:1].isalnum()
    if word in g.money_signs and not joined:
        amount.last = at + 1
        return g.money_signs[word]
    if line.glued(at) and word in ("p", "c") and not joined:
        amount.last = at + 1
        return {"p": "pence", "c": "cent"}[word]
    if len(word) == 4:
        return _millions(line, amount)
    if word in g.money_small:
        amount.last = at + 1
        return g.money_small[word]
    return None


def _millions(line: Line, amount: Amount) -> str | None:
    """Take in the financial shorthand behind a number: 30 MUSD, 2 BEUR."""
    word = line.as_written(amount.last)
    power = {"M": 6, "B": 9, "K": 3}.get(word[:1])
    if (
        len(word) != 4
        or power is None
        or word[1:] not in line.grammar.money_letters
        or amount.low is None
        or amount.high is None
    ):
        return None
    amount.low, amount.high = amount.low.scaleb(power), amount.high.scaleb(power)
    amount.last, amount.scaled = amount.last + 1, True
    return word[1:]
