"""Ranges: 500 to 700, between $160m and $171m, 6 months to a year, 24- to 30-foot, several thousand men to as low as 500."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import (
    DIGITS,
    DOZEN,
    HUNDRED,
    MULTIPLE,
    NOTHING,
    ONES,
    ORDINAL,
    PART,
    SCALE,
    SIGN,
    TENS,
    VAGUE,
    Amount,
    Line,
)
from numcheck.extract.phrases.numerals import digits

NAME = "ranges"
ORDER = 10
KINDS = ()
EXAMPLES = (
    ("500 to 700 vessels", 500, 700),
    ("between $160 million and $171 million", 160000000, 171000000),
    ("$10 to $15 billion", 10000000000, 15000000000),
    ("$50-$60", 50, 60),
    ("33-35 billion vessels", 33000000000, 35000000000),
    ("6 months to a year", 6, 12),
    ("one to two years", 1, 2),
    ("24- to 30-foot boats", 24, 30),
    ("They vary from several thousand active sailors to as low as 500.", 500, 9999),
    ("from 300 vessels to 200", 200, 300),
    ("two or three vessels", 2, 3),
    ("40, maybe 50 vessels", 40, 50),
    ("15 to 22 miles per hour", 15, 22),
    ("$200 to $4 million", 200, 4000000),
)

_NUMBERS = {DIGITS, ONES, TENS, HUNDRED, SCALE, DOZEN, SIGN, PART, VAGUE}
_DASHES = {"-", "–", "—", "‑", "−"}
_MOST_INSIDE = 5
_MAYBE = {"maybe", "perhaps", "possibly", "even", "probably"}


def join(line: Line, amount: Amount) -> bool:
    """Make `amount` a range where a second number follows; return whether it did."""
    at = amount.last
    if at >= line.n or amount.unit in ("times",) or (amount.low is None and amount.high is None):
        return False
    lower = line.lower
    word = lower[at]
    led = _leader(line, amount.first)
    if word in _DASHES and line.word(at + 1) in ("to", "or", "and") and line.glued(at):
        at, word = at + 1, lower[at + 1]
    if word in _DASHES and line.word(at + 1) == "to" and line.word(at + 2) == "-":
        return _try(line, amount, at, at + 3, "hyphens") if line.glued(at) else False
    if word in ("to", "through", "till"):
        if led != "from" and word == "to" and _changed(line, amount.first):
            return False
        return _try(line, amount, at, at + 1, "to", led=bool(led))
    if word in _DASHES:
        return _dash(line, amount, at)
    if word == "and" and led == "between":
        return _try(line, amount, at, at + 1, "between", led=True)
    if word == "or":
        return _or(line, amount, at)
    if word == "," and line.word(at + 1) in _MAYBE:
        return _try(line, amount, at, at + 1, "maybe")
    if word in ("up", "down") and line.word(at + 1) == "to" and led:
        return _try(line, amount, at, at + 2, "to", led=True)
    if led == "between":
        return _noun_inside(line, amount, "and", led=True)
    return _noun_inside(line, amount, "to", led=led == "from")


def _leader(line: Line, first: int) -> str:
    """Return "from" or "between" in front of token `first`, a hedge or an article between them; else nothing."""
    for at in range(first - 1, max(first - 4, line.done - 1), -1):
        word = line.lower[at]
        if word in ("from", "between"):
            return word
        if word not in line.grammar.before and word not in line.grammar.fillers and word not in ("up", "as", "at", "more"):
            break
    return ""


def _changed(line: Line, first: int) -> bool:
    """Tell whether a verb of change stands in front of token `first`: "rose 8% to 3.65" is a change and a level."""
    g = line.grammar
    at = first - 1
    for _ in range(5):
        if at < line.done:
            return False
        word = line.lower[at]
        if word in g.up or word in g.down:
            return True
        if word not in g.between and word not in (
            "more",
            "than",
            "nearly",
            "almost",
            "about",
            "over",
            "at",
            "least",
            "to",
            "around",
            "roughly",
            "well",
        ):
            return False
        at -= 1
    return False


def _dash(line: Line, amount: Amount, at: int) -> bool:
    """Read a range with a dash: glued on both sides, or a spaced one between two numbers of one form."""
    both = line.glued(at) and line.glued(at + 1)
    none = not line.glued(at) and not line.glued(at + 1)
    if not both and not none:
        return False
    if none and (line.words[at] == "—" or (line.words[at] == "-" and not amount.digits)):
        return False
    return _try(line, amount, at, at + 1, "dash", rising=True)


def _or(line: Line, amount: Amount, at: int) -> bool:
    """Read "two or three", "8 or $9": neighbours only."""
    right = _right(line, at + 1)
    if right is None or right.low is None or amount.low is None or not right.is_point or not amount.is_point:
        return False
    low, high = amount.low, right.low
    if not (low < high <= low + max(Decimal(1), low // 4) or (low % 10 == high % 10 == 0 and low < high <= low * 2)):
        return False
    return _merge(line, amount, right, "or")


def _right(line: Line, at: int, *, nested: bool = False) -> Amount | None:
    """Read the upper end of a range at token `at`, behind words like "as low as" and in front of a sign.

    With `nested` it may be a range with a dash itself: "24.2 to 33-35 billion".
    """
    begin = at
    for lead in line.grammar.range_leads:
        if tuple(line.lower[at : at + len(lead)]) == lead:
            begin = at + len(lead)
            break
    if begin >= line.n:
        return None
    done = line.done
    line.done = begin
    try:
        article = line.lower[begin] in ("a", "an")
        for pos in range(begin, min(begin + 4, line.n)):
            kind = line.kinds[pos]
            if kind in _NUMBERS:
                if pos > begin and not article and not _signs(line, begin, pos):
                    return None
                found = line.amount(line, pos)
                if nested and found is not None and line.word(found.last) in _DASHES and line.glued(found.last):
                    top = _right(line, found.last + 1)
                    if top is not None:
                        _merge(line, found, top, "dash")
                return found if found is not None and found.first <= begin + (line.words[begin] in _DASHES) else None
            if kind in (NOTHING, MULTIPLE, ORDINAL):
                return None
        return _one_unit(line, begin) if article else None
    finally:
        line.done = done


def _signs(line: Line, begin: int, pos: int) -> bool:
    g = line.grammar
    return all(
        w in g.money_signs or w in g.money_letters or w in g.money_dollars or w in ("-", "−", ".", "minus", "=", "Y")
        for w in line.words[begin:pos]
    )


def _one_unit(line: Line, at: int) -> Amount | None:
    """Read "a year", "an hour" as one of its unit."""
    for words, name in line.grammar.units.get(line.word(at + 1), ()):
        last = at + 1 + len(words)
        if tuple(line.lower[at + 1 : last]) == words and line.grammar.dimensions.get(name) in ("duration", "length", "mass"):
            one = Decimal(1)
            amount = Amount(at, last, one, one, ("numerals/article",), core=(at, at + 1), unit=name)
            if line.word(last) == "and" and line.word(last + 1) == "a" and line.word(last + 2) == "half":
                amount.low = amount.high = Decimal("1.5")
                amount.last = last + 3
            return amount
    return None


def _try(line: Line, amount: Amount, at: int, begin: int, rule: str, *, led: bool = False, rising: bool = False) -> bool:
    right = _right(line, begin, nested=rule == "to")
    if right is None:
        return False
    if rising or not led:
        top = right.high if right.high is not None else right.low
        bottom = amount.low if amount.low is not None else amount.high
        plain = (
            amount.unit == right.unit == "count"
            and amount.is_point
            and right.is_point
            and not amount.scaled
            and not right.scaled
        )
        if plain and top is not None and bottom is not None and top <= bottom:
            return False
    return _merge(line, amount, right, rule)


def _noun_inside(line: Line, amount: Amount, joint: str, *, led: bool) -> bool:
    """Read a range with the counted noun inside: "from 300 vessels to 200", "several thousand men to as low as 500"."""
    at = amount.last
    end = min(at + _MOST_INSIDE, line.n - 1)
    while at < end:
        word = line.lower[at]
        if word == joint and at > amount.last:
            leads = line.word(at + 1) == "as" or line.word(at + 1) in ("about", "around", "perhaps", "only", "just")
            if not led and not (leads and line.word(at + 1) == "as"):
                return False
            right = _right(line, at + 1)
            if right is None or right.unit != amount.unit:
                return False
            noun = (amount.last, at)
            if _merge(line, amount, right, "noun inside"):
                amount.noun = noun
                return True
            return False
        if not word.isalpha() or line.kinds[at] is not None or word in line.grammar.cues["not_counted_inside"]:
            return False
        at += 1
    return False


def _merge(line: Line, amount: Amount, right: Amount, rule: str) -> bool:
    """Put the two ends together where their units agree; the scale and the unit of the upper end copy back."""
    g = line.grammar
    left_unit, right_unit = amount.unit, right.unit
    if left_unit != right_unit:
        if left_unit == "count" and amount.word is None:
            left_unit = right_unit.removeprefix("count/") if right_unit.startswith("count/") else right_unit
        elif right_unit == "count" and right.word is None:
            right_unit = left_unit
        else:
            head, tail = left_unit.split("/")[0], right_unit.split("/")[0]
            if head == tail:
                left_unit = right_unit = max(left_unit, right_unit, key=len)
            elif g.dimensions.get(left_unit) != g.dimensions.get(right_unit) or g.dimensions.get(left_unit) in (
                None,
                "currency",
            ):
                return False
    ends = [x for x in (amount.low, amount.high) if x is not None], [x for x in (right.low, right.high) if x is not None]
    if not ends[0] or not ends[1]:
        return False
    falling = left_unit == right_unit and min(ends[0]) > min(ends[1])
    low, high = (min(ends[1]), max(ends[0])) if falling else (min(ends[0]), max(ends[1]))
    if right.scaled and not amount.scaled and amount.is_point and right.word is None:
        mantissa = _mantissa(line, right)
        if mantissa is not None and 0 < low < mantissa and mantissa:
            low = low * (min(ends[1]) / mantissa)
    if left_unit != right_unit:
        small, big = g.factors.get(left_unit), g.factors.get(right_unit)
        if not small or not big:
            return False
        high = high * big / small
    if low > high:
        low, high = high, low
    amount.low, amount.high = low, high
    if line.word(amount.first - 1) == "between" and amount.first - 1 >= line.done:
        amount.first -= 1
    amount.last = right.last
    amount.unit = left_unit
    amount.dimension = amount.dimension or right.dimension
    amount.scaled = amount.scaled or right.scaled
    amount.hedge, amount.word, amount.side = "range", None, None
    amount.low_open = amount.high_open = False
    amount.core = (amount.core[0], right.core[1])
    amount.trail += (*right.trail, f"{NAME}/{rule}")
    return True


def _mantissa(line: Line, right: Amount) -> Decimal | None:
    """Return the number in front of the scale word of `right`: 15 of "$15 billion"."""
    word = line.lower[right.core[0]]
    text = digits(line.words[right.core[0]]) if line.kinds[right.core[0]] == DIGITS else None
    if text is not None:
        return Decimal(text)
    value = line.grammar.ones.get(word, line.grammar.tens.get(word))
    return None if value is None else Decimal(value)
