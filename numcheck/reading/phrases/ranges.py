"""Ranges: 500 to 700, between $160m and $171m, 6 months to a year, 24- to 30-foot, several thousand men to as low as 500."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from numcheck.model.decimals import floor, is_multiple
from numcheck.reading.digits import digits
from numcheck.reading.grammar import Grammar
from numcheck.reading.line import (
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
from numcheck.reading.nouns import counted, is_vote, one_unit

AFTER: tuple[str, ...] = ()
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
    ("30 to 35 kilometres per hour", 30, 35),
    ("$200 to $4 million", 200, 4000000),
    ("from 450 miles up to 900 miles", 450, 900),
    ("a 24-to-30-foot boat", 24, 30),
    ("between a year and a half and two years", 1.5, 2),
    ("one to two and a half hours", 1, 2.5),
    ("24.2 to 33-35 million tonnes", 24200000, 35000000),
    ("20-30,000 people", 20000, 30000),
    ("two or three hundred boats", 200, 300),
    ("hundreds, if not thousands, of boats", 200, 99999),
    ("dozens or even hundreds of boats", 24, 999),
    ("five, possibly even six, boats", 5, 6),
    ("£10-15m", 10000000, 15000000),
    ("Sales should grow 3 to 5 per cent.", 3, 5),
    ("The fleet varies from 20 to 30 boats.", 20, 30),
    ("crews of from 20 to 30 sailors", 20, 30),
    ("It costs between the range of $20 and $30.", 20, 30),
    ("Winds eased to 25 to 35 knots.", 25, 35),
    ("$10 to 15 billion cuts", 10000000000, 15000000000),
    ("It costs $40 to 60 a month.", 40, 60),
    ("They earn £12 to 15 an hour.", 12, 15),
    ("They raised the fee by $2 to $3.", 2, 3),
)
QUIET = (
    "Output fell to 40 from 52 crews.",
    "Output rose 8% to 3.65.",
    "5 and 10 boats",
    "20 or 500 boats",
    "24 — 30 boats",
    "3 miles to 5 kilos",
    "12 to 5",
    "scores if not more",
    "Output fell 0.1 to 4.2 per cent.",
    "They backed it 54 per cent to 29 per cent.",
    "a 43-52 vote",
    "Output fell 4 to 2 per cent.",
    "Shares rose 3 to 5 pence.",
    "in the six months to 30 June",
    "It paid $50 to 200 families.",
    "bills of $38 to some 1.1 million customers",
    "The fund paid €70m to 11 mills.",
    "The crew moved $9m through 14 ports.",
    "They raised the fee by 0.5p to 7.2p.",
    "They sent 4 tonnes to 12 harbours.",
)

_NUMBERS = {DIGITS, ONES, TENS, HUNDRED, SCALE, DOZEN, SIGN, PART, VAGUE}
_NO_END = {NOTHING, MULTIPLE, ORDINAL}
_MAY_BE_READ = _NUMBERS | _NO_END
_DASHES = {"-", "–", "—", "‑", "−", "~"}
_SIGNS = {"-", "−", "minus", ".", "=", "Y"}
_MAYBE = {"maybe", "perhaps", "possibly", "even", "probably"}
_MOST_INSIDE = 5
"""How many words of a counted noun may stand between the ends of a range."""

_FURTHEST_APART = 4
"""How many times the lower end the upper may be where it leaves out its thousands."""

_THOUSAND = 1000
_BOUNDING = ("over", "under", "above", "below", "more", "less", "up")
"""Behind "or" these open a bound of its own: under 20 or over 30."""

_BEHIND_LEADER = ("up", "as", "at", "more", "ages", "of", "the", "range")
_FURTHEST_LEADER = 4
_FURTHEST_GROWTH = 3
"""How many times the lower end of a growth the upper may be: beyond that it is a change and the level it led to."""

_FURTHEST_CHANGE = 5
_FURTHEST_MOVE = 9
"""Words from a word of change to the "from" of its level, at most: raise the marriage age from 16 to 18."""

_OTHER_CLAUSE = frozenset(", ; : ( ) that which who because while but with ranging range varying varies".split())
_MOVES = frozenset(
    (
        "raise raises raised raising lift lifts lifted lifting cut cuts cutting reduce reduces reduced reducing "
        "reduction lower lowers lowered lowering increase change changes changed changing go goes went gone going up "
        "down move moved moves moving widened narrowed revise revised revises revising upgraded downgraded shortened "
        "extended extend extends slashed slash trimmed trim doubling downgrade swung swings growth climb drop decline "
        "slide halving shrinking jump leap rise fall brought bring brings bringing"
    ).split()
)
"""Words of change in front of "from", beside those of rising and falling."""

_FURTHEST_END = 4


def join(line: Line, amount: Amount) -> bool:
    """Make `amount` a range where a second number follows; return whether it did."""
    at = amount.last
    if at >= line.n or amount.unit == "times" or amount.stated is None:
        return False
    word = line.lower[at]
    if word in _DASHES and line.glued(at) and line.word(at + 1) in ("to", "or", "and"):
        at, word = at + 1, line.lower[at + 1]
    joined = _JOINTS.get(word, _noun_inside)
    return joined(line, amount, at)


def _to(line: Line, amount: Amount, at: int) -> bool:
    """Read "500 to 700".

    Without "from", the number behind a change is its level and no end: "rose 8% to 3.65"; with it, both are levels, the one
    that was and the one that is: "rose from 34 to 38".
    """
    led = _leader(line, amount.first)
    if led == "from" and _moved(line, amount):
        _tie(line, amount, at + 1)
        return False
    level = line.word(amount.first - 1) == "to"  # eased to 25 to 35 knots
    if led != "from" and _is_step(line, amount, at):
        return False
    if (
        led != "from"
        and line.lower[at] == "to"
        and not level
        and _changed(line, amount.first)
        and not _both_percent(line, amount, at)
    ):
        return False
    return _end(line, amount, at + 1, "to", rising=not led)


def _is_step(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether a change stands in front of a level that is many times as high: "raised the fee by 0.5p to 7.2p"."""
    if line.word(amount.first - 1) != "by" or amount.unit == "count":
        return False
    right = _right(line, at + 1)
    if right is None or right.value is None or amount.value is None:
        return False
    return right.value > amount.value * _FURTHEST_GROWTH


def _moved(line: Line, amount: Amount) -> bool:
    """Tell whether a word of change in front of "from" makes two levels of what would be the ends of a range.

    It may be said by how much ("rose 12% from 200 to 224"); "from 20 to 30 boats" and "varies from 20 to 30" are ranges.
    """
    g = line.grammar
    start = next((at for at in line.leftwards(amount.first, _FURTHEST_LEADER) if line.lower[at] == "from"), None)
    if start is None:
        return False
    before = line.skip_back(start - 1, ",")
    for at in range(before, max(before - _FURTHEST_MOVE, -1), -1):
        word = line.lower[at]
        if word in _MOVES or word in g.up or word in g.down or line.kinds[at] == MULTIPLE:
            return True
        if word in _OTHER_CLAUSE:
            return False
    return False


def _from(line: Line, amount: Amount, at: int) -> bool:
    """Read no range in "fell to 40 million from 52 million euros", but give the level that is the unit that stands once."""
    if amount.scaled and amount.unit == "count" and line.word(amount.first - 1) in ("to", "at"):
        _tie(line, amount, at + 1, "level")
    return False


def _tie(line: Line, amount: Amount, begin: int, level: str = "former") -> None:
    """Give one level what only the other, at `begin`, says of both: its unit and its scale."""
    right = _right(line, begin, nested=True)
    units = None if right is None else _units(line.grammar, amount, right)
    if right is None or units is None or amount.value is None or right.low is None:
        return
    amount.become(_with_scale(line, amount, right, amount.value, right.low))
    amount.unit, amount.dimension = units[0], amount.dimension or right.dimension
    amount.trail += (f"ranges/{level}",)


def _both_percent(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether percent behind the second number is that of both: "grow 3 to 5 per cent"; not "fell 0.1 to 4.2 per cent"."""
    right = _right(line, at + 1) if amount.unit == "count" else None
    if right is None or right.unit != "percent" or right.value is None or amount.value is None:
        return False
    return right.value <= amount.value * _FURTHEST_GROWTH


def _dash(line: Line, amount: Amount, at: int) -> bool:
    """Read a range with a dash: glued on both sides, or a spaced one between two numbers of one form."""
    if line.says(at + 1, ("to", "-")):
        return line.glued(at) and _end(line, amount, at + 3, "hyphens")
    if line.glued(at) != line.glued(at + 1) or is_vote(line, at):
        return False
    parts = line.words[at] == "—" or (line.words[at] == "-" and not amount.digits)
    if parts and not line.glued(at):
        return False
    return _end(line, amount, at + 1, "dash")


def _and(line: Line, amount: Amount, at: int) -> bool:
    """Read "between 5 and 10"."""
    if _leader(line, amount.first) != "between":
        return False
    return _end(line, amount, at + 1, "between", rising=False)


def _or(line: Line, amount: Amount, at: int) -> bool:
    """Read "two or three", "8 or $9", "two or three hundred": neighbours only; of vague words "hundreds or even thousands"."""
    right = None if line.word(at + 1) in _BOUNDING else _right(line, at + 1)
    if right is None:
        return False
    vague = right.word is not None and amount.word is not None
    high = (None if amount.scaled else _mantissa(line, right)) or right.value
    one_guess = _rises(amount, right) if vague else _are_neighbours(amount.value, high)
    return one_guess and _merge(line, amount, right, "or")


def _are_neighbours(low: Decimal | None, high: Decimal | None) -> bool:
    """Tell whether two numbers are near enough to be one guess: two or three, 40 or 50."""
    if low is None or high is None:
        return False
    tens = is_multiple(low, 1) and is_multiple(high, 1)
    return low < high <= (low * 2 if tens else low + max(Decimal(1), floor(low / 4)))


def _comma(line: Line, amount: Amount, at: int) -> bool:
    """Read "40, maybe 50", "hundreds, if not thousands"."""
    if line.word(at + 1) == "if":
        return _if_not(line, amount, at + 1)
    return line.word(at + 1) in _MAYBE and _end(line, amount, at + 1, "maybe")


def _if_not(line: Line, amount: Amount, at: int) -> bool:
    """Read "five if not six", "hundreds if not thousands"."""
    right = _right(line, at + 2) if line.word(at + 1) == "not" else None
    return right is not None and _rises(amount, right) and _merge(line, amount, right, "if not")


def _rises(amount: Amount, right: Amount) -> bool:
    """Tell whether the second of two amounts is the larger."""
    return amount.low is not None and right.low is not None and amount.low < right.low


def _up_to(line: Line, amount: Amount, at: int) -> bool:
    """Read "from 30 km up to 75 km"."""
    if line.word(at + 1) == "to" and _leader(line, amount.first):
        return _end(line, amount, at + 2, "to", rising=False)
    return _noun_inside(line, amount, at)


def _noun_inside(line: Line, amount: Amount, at: int) -> bool:
    """Read a range with the counted noun inside: "from 300 vessels to 200", "several thousand men to as low as 500"."""
    ending = line.grammar.cues.ends_a_noun
    for joint in range(at, min(at + _MOST_INSIDE, line.n - 1)):
        word = line.lower[joint]
        if word in ("to", "and") and joint > at:
            led = _leader(line, amount.first)
            if led == "from" and _moved(line, amount):
                return False
            if (word == "and") == (led == "between"):
                return _behind_noun(line, amount, joint, led=bool(led))
        if not word.isalpha() or line.kinds[joint] is not None or word in ending:
            return False
    return False


def _behind_noun(line: Line, amount: Amount, joint: int, *, led: bool) -> bool:
    """Join the end behind "men to" where "from" or "between" led to it, or "as low as" says what it is."""
    if not led and line.word(joint + 1) != "as":
        return False
    noun = (amount.last, joint)
    right = _right(line, joint + 1)
    if right is None or right.unit != amount.unit or not _merge(line, amount, right, "noun inside"):
        return False
    amount.noun = noun
    return True


_JOINTS: dict[str, Callable[[Line, Amount, int], bool]] = {
    **dict.fromkeys(("to", "through", "till"), _to),
    **dict.fromkeys(_DASHES, _dash),
    **dict.fromkeys(("up", "down"), _up_to),
    "and": _and,
    "from": _from,
    "or": _or,
    ",": _comma,
    "if": _if_not,
}
"""What reads the end behind a word; behind every other word a counted noun may stand inside."""


def _leader(line: Line, first: int) -> str:
    """Return "from" or "between" in front of token `first`, a hedge or an article between them; else nothing."""
    g = line.grammar
    for at in range(first - 1, max(first - 1 - _FURTHEST_LEADER, line.done - 1), -1):
        word = line.lower[at]
        if word in ("from", "between"):
            return word
        if word not in g.before and word not in g.fillers and word not in _BEHIND_LEADER:
            break
    return ""


def _changed(line: Line, first: int) -> bool:
    """Tell whether a verb of change stands in front of token `first`: "rose 8% to 3.65" is a change and a level."""
    g = line.grammar
    for at in range(first - 1, max(first - 1 - _FURTHEST_CHANGE, line.done - 1), -1):
        word = line.lower[at]
        if word in g.up or word in g.down:
            return True
        if word not in g.between and word not in g.cues.ends_a_hedge and word not in ("more", "at", "to", "well"):
            break
    return False


def _end(line: Line, amount: Amount, begin: int, rule: str, *, rising: bool = True) -> bool:
    """Join the upper end at `begin`. With `rising` two bare numbers that fall are no range."""
    right = _right(line, begin, nested=rule == "to")
    if right is None or (rising and _falls(amount, right)) or _gives(line, amount, right):
        return False
    return _merge(line, amount, right, rule)


def _gives(line: Line, amount: Amount, right: Amount) -> bool:
    """Tell whether a measure goes to so many: "paid $50 to 200 families"; but "$10 to 15 billion cuts" is a range."""
    if amount.unit == "count" or right.unit != "count":
        return False
    noun = counted(line, right.last)
    return noun.removesuffix("s") in line.grammar.persons if right.scaled else bool(noun)


def _falls(amount: Amount, right: Amount) -> bool:
    """Tell whether two plain numbers do not rise: "54 percent to 29 percent" are two answers of a poll."""
    low, high = _plain(amount), _plain(right)
    return low is not None and high is not None and high <= low


def _plain(amount: Amount) -> Decimal | None:
    """Return the value of a count without a scale word, or of a share in per cent."""
    return amount.value if amount.unit in ("count", "percent") and not amount.scaled else None


def _right(line: Line, at: int, *, nested: bool = False) -> Amount | None:
    """Read the upper end of a range at token `at`, behind words like "as low as" and in front of a sign.

    With `nested` it may be a range with a dash itself: "24.2 to 33-35 billion".
    """
    leads = line.grammar.range_leads.get(line.word(at), ())
    begin = at + next((len(lead) for lead in leads if line.says(at, lead)), 0)
    if begin >= line.n or line.word(begin + 1) in line.grammar.months:
        return None  # the six months to 30 June
    return _number_at(line.since(begin), begin, nested=nested)


def _number_at(line: Line, begin: int, *, nested: bool) -> Amount | None:
    """Read the figure that begins at `begin`: with its sign or article, or "a year" as one of its unit."""
    article = line.lower[begin] in ("a", "an")
    at = _first_number(line, begin)
    if at is None:
        return _one(line, begin) if article else None
    if line.kinds[at] in _NO_END or not (article or _signs(line, begin, at)):
        return None
    found = line.amount(at)
    if found is None or found.first > begin + (line.words[begin] in _DASHES):
        return None
    if nested and line.word(found.last) in _DASHES and line.glued(found.last):
        top = _right(line, found.last + 1)
        if top is not None:
            _merge(line, found, top, "dash")
    return found


def _first_number(line: Line, begin: int) -> int | None:
    """Return the token of the first number, or of a word that is the end of none, close behind `begin`."""
    return next((at for at in range(begin, min(begin + _FURTHEST_END, line.n)) if line.kinds[at] in _MAY_BE_READ), None)


def _signs(line: Line, begin: int, end: int) -> bool:
    """Tell whether only signs of money or a minus stand from `begin` up to `end`."""
    g = line.grammar
    return all(
        word in _SIGNS or word in g.money_signs or word in g.money_letters or word in g.money_dollars
        for word in line.words[begin:end]
    )


def _one(line: Line, at: int) -> Amount | None:
    """Read "a year", "an hour and a half" as one and one and a half of its unit."""
    unit = one_unit(line, at + 1)
    if unit is None:
        return None
    name, last = unit
    half = line.says(last, ("and", "a", "half"))
    value = Decimal("1.5") if half else Decimal(1)
    return Amount(at, last + 3 * half, value, value, ("numerals/article",), core=(at, at + 1), unit=name)


def _merge(line: Line, amount: Amount, right: Amount, rule: str) -> bool:
    """Put the two ends together where their units agree; the scale and the unit of the upper end copy back."""
    units = _units(line.grammar, amount, right)
    ends = units and _ends(line, amount, right, *units)
    if not units or not ends:
        return False
    amount.low, amount.high = ends
    if line.word(amount.first - 1) == "between" and amount.first - 1 >= line.done:
        amount.first -= 1
    amount.last = right.last
    amount.unit = units[0]
    amount.dimension = amount.dimension or right.dimension
    amount.scaled = amount.scaled or right.scaled
    amount.hedge, amount.word, amount.side = "range", None, None
    amount.low_open = amount.high_open = False
    amount.core = (amount.core[0], right.core[1])
    amount.trail += (*right.trail, f"ranges/{rule}")
    amount.hedges |= right.hedges
    return True


def _units(g: Grammar, amount: Amount, right: Amount) -> tuple[str, str] | None:
    """Return the units of both ends, a missing one copied from the other; None where they do not go together."""
    left_unit, right_unit = amount.unit, _of_money(g, amount.unit, right.unit)
    if left_unit == right_unit:
        return left_unit, right_unit
    if left_unit == "count" and (amount.word is None or right.word is not None):
        return right_unit, right_unit
    if right_unit == "count" and right.word is None:
        return left_unit, left_unit
    if left_unit.split("/")[0] == right_unit.split("/")[0]:
        longer = max(left_unit, right_unit, key=len)
        return longer, longer
    dimension = g.dimensions.get(left_unit)
    if dimension in (None, "currency") or dimension != g.dimensions.get(right_unit):
        return None
    return left_unit, right_unit


def _of_money(g: Grammar, left_unit: str, right_unit: str) -> str:
    """Return the unit of the upper end, the money of the lower in its rate: "$40 to 60 a month"."""
    money = g.dimensions.get(left_unit) == "currency"
    return right_unit.replace("count/", f"{left_unit}/") if money else right_unit


def _ends(line: Line, amount: Amount, right: Amount, unit: str, right_unit: str) -> tuple[Decimal, Decimal] | None:
    """Return both ends of the range in `unit`, the lower first; None where one is unbounded or cannot be converted."""
    left, other = _span(amount), _span(right)
    if left is None or other is None:
        return None
    first, last = sorted((left, other)) if unit == right_unit else (left, other)
    low, high = first[0], last[1]
    low = _with_scale(line, amount, right, low, other[0])
    if unit != right_unit:
        small, big = line.grammar.factors.get(unit), line.grammar.factors.get(right_unit)
        if not small or not big:
            return None
        high = high * big / small
    return (low, high) if low <= high else (high, low)


def _span(amount: Amount) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and the highest end of an amount, which may be one; None for none."""
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return (min(ends), max(ends)) if ends else None


def _with_scale(line: Line, amount: Amount, right: Amount, low: Decimal, other: Decimal) -> Decimal:
    """Return the lower end with the scale or the thousands that only the upper says: "$10 to $15 billion"."""
    mantissa = _mantissa(line, right) if amount.value is not None and not amount.scaled else None
    if mantissa is not None and 0 < low < mantissa:
        return low * (other / mantissa)
    return low * _THOUSAND if _thousands_left_out(line, amount, right) else low


def _thousands_left_out(line: Line, amount: Amount, right: Amount) -> bool:
    """Tell whether the lower end leaves out the thousands of the upper: "20-30,000 people"; not "from 20 to 30,000"."""
    low, high = _in_plain_digits(amount), _in_plain_digits(right)
    if low is None or high is None or "count" not in (amount.unit, right.unit):
        return False
    if high < _THOUSAND or not is_multiple(high, 3) or low != low.to_integral_value():
        return False
    return 1 < low < high / _THOUSAND <= low * _FURTHEST_APART and not _leader(line, amount.first)


def _in_plain_digits(amount: Amount) -> Decimal | None:
    """Return the single number of an amount that is written in digits without a word of scale."""
    return amount.value if amount.digits and not amount.scaled else None


def _mantissa(line: Line, right: Amount) -> Decimal | None:
    """Return the number in front of the scale word of `right`, where it has one: 15 of "$15 billion", 3 of "three hundred"."""
    at = right.core[0]
    hundreds = right.core[1] == at + 2 and line.kind(at + 1) in (HUNDRED, DOZEN)
    if right.word is not None or not (right.scaled or hundreds):
        return None
    text = digits(line.words[at]) if line.kinds[at] == DIGITS else None
    if text is not None:
        return Decimal(text)
    value = line.grammar.ones.get(line.lower[at], line.grammar.tens.get(line.lower[at]))
    return None if value is None else Decimal(value)
