"""Units behind a number: 40 miles, 10-metre, 5 per cent, 25°C, 5 ft 2 in, a year and a half, millions of dollars."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import DIGITS, ONES, PART, SCALE, TENS, Amount, Line
from numcheck.extract.phrases.numerals import number

NAME = "measures"
ORDER = 20
KINDS = ()
EXAMPLES = (
    ("40 nautical miles", 40, 40),
    ("a 10-metre boat", 10, 10),
    ("5 per cent", 5, 5),
    ("0.5 percentage points", 0.5, 0.5),
    ("25°C", 25, 25),
    ("640bhp", 640, 640),
    ("5 ft 6 in", 5.5, 5.5),
    ("1 hour and 30 minutes", 1.5, 1.5),
    ("two years and a half", 2.5, 2.5),
    ("millions of dollars", 2000000, 99000000),
    ("3 dollars 50 cents", 3.5, 3.5),
    ("It costs 15 dollars 50.", 15.5, 15.5),
    ("75 USD million", 75000000, 75000000),
    ("12 km2", 12, 12),
)

_SPACED_SIGNS = {"m", "g", "l", "L", "W", "V", "C", "F", "A", "h", "s", "t", "ha", "in", "b", "K", "N"}
"""One-letter signs and English words among the signs: glued to the number, or where no lower-case word follows."""

_COMPOUND = {"duration", "length", "mass", "currency"}


def extend(line: Line, amount: Amount) -> None:
    """Take in the unit behind `amount`."""
    if amount.unit == "ratio" or amount.unit == "times":
        return
    at = amount.last
    if at >= line.n:
        return
    g = line.grammar
    hyphen = line.words[at] in ("-", "‑") and line.glued(at) == line.glued(at + 1)
    spaced = hyphen and not line.glued(at)
    if hyphen:
        at += 1
        if at >= line.n:
            return
    elif amount.word is not None and line.lower[at] == "of":
        at += 1
    found = _unit(line, at, amount, hyphen)
    if found is None or (spaced and line.lower[at].endswith("s")):
        if g.dimensions.get(amount.unit) == "currency" and amount.is_point:
            _smaller(line, amount)
        return
    unit, last = found
    if amount.word is not None and last > amount.last and line.lower[amount.last] == "of" and not _of_units(line, amount, unit):
        return
    if amount.unit != "count" and not (g.dimensions.get(amount.unit) == "currency" and g.dimensions.get(unit) == "currency"):
        return
    if amount.unit == "count":
        amount.unit = unit
        amount.trail += (f"{NAME}/{unit}",)
    amount.last = last
    if (
        not amount.scaled
        and amount.digits
        and amount.low is not None
        and last < line.n
        and line.kinds[last] == SCALE
        and g.dimensions.get(unit) == "currency"
    ):
        amount.low = amount.high = amount.low.scaleb(g.scales[line.lower[last]])
        amount.last, amount.scaled = last + 1, True
    if amount.is_point and amount.word is None:
        _half_more(line, amount)
        while _smaller(line, amount):
            pass


def _of_units(line: Line, amount: Amount, unit: str) -> bool:
    """Tell whether "of" and a unit follow a vague word as one figure: millions of dollars, hundreds of miles."""
    return (
        amount.scaled
        or amount.word in ("couple", "handful", "dozens", "tens", "scores", "hundreds", "many")
        or unit in ("USD", "GBP", "EUR")
    )


def _unit(line: Line, at: int, amount: Amount, hyphen: bool) -> tuple[str, int] | None:
    """Return the unit written at `at` and the token behind it."""
    if at >= line.n:
        return None
    g = line.grammar
    written = line.words[at]
    if (not hyphen and amount.digits) or written in ("%", "°", "‰", "％", "º"):
        sign = _sign(line, at)
        if sign is not None:
            return sign
    for words, name in g.units.get(line.lower[at], ()):
        last = _match(line, at, words)
        if not last:
            continue
        if len(words) == 1 and not _means_unit(line, at, amount, words[0], name):
            continue
        if words[0] in ("pound", "pounds") and len(words) == 1:
            name = "GBP" if _is_money(line, amount) else "pound"
        return _longer(line, name, last)
    return None


def _sign(line: Line, at: int) -> tuple[str, int] | None:
    """Return the unit whose sign is at `at`, of one token or more: %, km, °C, m2, km/h, lb-ft."""
    g = line.grammar
    word = line.words[at]
    joined, end = word, at + 1
    best: tuple[str, int] | None = None
    for _ in range(3):
        name = g.unit_signs.get(joined)
        if name is not None and not (end < line.n and line.glued(end) and line.words[end].isalpha()):
            best = name, end
        if end >= line.n or not line.glued(end) or len(joined) > 6:
            break
        joined += line.words[end]
        end += 1
    if best is None or best[1] > at + 1:
        return best
    if word in _SPACED_SIGNS:
        if word in ("in", "s", "b", "A", "K") and not line.glued(at):
            return None
        behind = line.as_written(at + 1)
        if (
            not line.glued(at)
            and word.isalpha()
            and behind.isalpha()
            and behind not in line.grammar.cues["extent"]
            and (behind.islower() or word in "CFAV")
        ):
            return None
    if word == '"' or word == "”" or word == "″":
        return (
            best
            if line.glued(at) and line.text.count(word, line.sentence.start, line.starts[at]) % 2 == 0 and word != "”"
            else None
        )
    if word == "%" and line.word(at + 1) in ("points", "point"):
        return "percentage_point", at + 2
    return best


def _match(line: Line, at: int, words: tuple[str, ...]) -> int:
    """Return the token behind `words` at `at`, hyphens between them allowed; 0 where they do not stand there."""
    lower, n = line.lower, line.n
    pos = at
    for k, word in enumerate(words):
        if k and pos < n and lower[pos] == "-":
            pos += 1
        if k and pos < n and lower[pos] == "." and len(words[k - 1]) <= 3:
            pos += 1
        if pos >= n or lower[pos] != word:
            return 0
        pos += 1
    return pos


def _longer(line: Line, name: str, last: int) -> tuple[str, int]:
    """Take in what belongs to a unit in words: a full stop of "sq.", "U.S. dollars", "percentage points"."""
    if name == "percent" and line.word(last) in ("points", "point"):
        return "percentage_point", last + 1
    return name, last


def _means_unit(line: Line, at: int, amount: Amount, word: str, name: str) -> bool:
    """Tell whether a word that may be a unit is one here."""
    if word in line.grammar.money_wary:
        value = amount.high if amount.high is not None else amount.low
        return amount.scaled or (value is not None and value >= 1000)
    behind = line.as_written(at + 1)
    if word == "second" and (behind.isalpha() and amount.high is not None and amount.high <= 1 and line.word(at - 1) != "-"):
        return behind in ("after", "before", "later", "of", "and", "to", "in")
    return not (word in ("cup", "foot", "yard", "bit") and line.as_written(at)[0].isupper())


def _is_money(line: Line, amount: Amount) -> bool:
    """Tell whether pounds are sterling here: behind a scale word, or with a word of money in the sentence."""
    return amount.scaled or not line.grammar.cues["money"].isdisjoint(line.lower)


def _half_more(line: Line, amount: Amount) -> None:
    """Read "and a half" behind a unit: two years and a half."""
    at = amount.last
    if line.word(at) == "and" and line.word(at + 1) in ("a", "half") and amount.low is not None:
        half = at + 2 if line.word(at + 1) == "a" else at + 1
        if (
            half < line.n
            and line.kinds[half] == PART
            and line.lower[half] in ("half", "quarter")
            and line.word(half + 1) not in ("of", "the")
        ):
            amount.low = amount.high = amount.low + Decimal(1) / line.grammar.parts[line.lower[half]]
            amount.last = half + 1


def _smaller(line: Line, amount: Amount) -> bool:
    """Take in a smaller unit of the same dimension: 5 ft 2 in, 1 year 1 month, 10 dollars 30 cents."""
    g = line.grammar
    dimension = g.dimensions.get(amount.unit)
    if dimension not in _COMPOUND:
        return False
    at = amount.last
    if line.word(at) == "and" and line.word(amount.first - 1) != "between":
        at += 1
    if at >= line.n or line.kinds[at] not in (DIGITS, ONES, TENS):
        return False
    found = number(line, at)
    if found is None or found[2]:
        return False
    value, last, _ = found
    if last >= line.n and dimension != "currency":
        return False
    if dimension == "currency":
        return _cents(line, amount, value, at, last)
    sign = _sign(line, last) if line.kinds[at] == DIGITS else None
    if (
        sign is None
        and dimension == "length"
        and line.words[last] == "in"
        and line.as_written(last + 1) in ("", ".", ",", ";", ")", "tall", "(")
    ):
        sign = "inch", last + 1
    if sign is None:
        sign = next(
            ((name, end) for words, name in g.units.get(line.lower[last], ()) if (end := _match(line, last, words))), None
        )
    if sign is None or g.dimensions.get(sign[0]) != dimension or sign[0] == amount.unit:
        return False
    big, small = line.grammar.factors.get(amount.unit), line.grammar.factors.get(sign[0])
    if (
        big is None
        or small is None
        or (small >= big and at > amount.last)
        or amount.low is None
        or value * small >= big * 20 * max(Decimal(1), amount.low)
    ):
        return False
    amount.low = amount.high = amount.low + (value * small / big).quantize(Decimal("1E-12")).normalize()
    amount.last = sign[1]
    amount.trail += (f"{NAME}/compound",)
    return True


def _cents(line: Line, amount: Amount, value: Decimal, at: int, last: int) -> bool:
    """Take in the hundredth part of a currency in words: 3 dollars 50 cents, 15 dollars 50."""
    if amount.low is None or not 0 < value < 100 or amount.low != amount.low.to_integral_value() or amount.scaled:
        return False
    behind = line.word(last)
    if behind in ("cents", "cent", "pence"):
        last += 1
    elif (
        behind.isalnum()
        or behind in line.grammar.money_signs
        or behind in ("-", "%")
        or value < 10
        or not line.words[at - 1].isalpha()
        or line.kinds[at] != DIGITS
    ):
        return False
    amount.low = amount.high = amount.low + value / 100
    amount.last = last
    amount.trail += (f"{NAME}/cents",)
    return True
