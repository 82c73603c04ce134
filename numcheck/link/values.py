"""Two values side by side: what level they reach, whether they are disjoint, whether they clash."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import inf, log10

from numcheck.link.candidate import RANKS, Candidate, Value
from numcheck.model.quantity import BY_CHANCE

_TELLING = 2  # digits from which on a number hardly meets another by chance
FAR = 2.0  # open intervals that touch are still apart when the numbers are so many times apart ("more than 300", "about 1,500")
COINS = frozenset({"cent", "pence", "penny"})
BEYOND_RATES = 5  # factors of ten that no exchange rate between two currencies makes
STEPS = (
    (1.02, "apart by a fiftieth"),
    (1.1, "apart by a tenth"),
    (1.5, "apart by half"),
    (3.0, "apart by three times"),
    (9.6, "apart by ten times"),
    (inf, "further apart"),
)
"""Disjoint values by how many times the one is the other, their nearest ends taken."""
SLIPPED = "apart by half"
"""What two numbers of the same digits at another scale count as: an outlet took billion for million, or lost a nought. Too few
pairs slip for a weight of their own to be fitted; it is neither for nor much against, and the words decide."""
NEIGHBOURS = "neighbours, as rounded"
"""What two plain numbers are that a step of their last digit parts: either is the other's nearest, and not the other."""
_ROUNDED = 0.005
"""How far, in factors of ten, a slip may lie from a whole one."""
_SCALE = 10 ** (1 - _ROUNDED)
"""How many times apart two numbers are at least of which the one may be at another scale."""
_APART = frozenset({*(level for _, level in STEPS), NEIGHBOURS, "none against some", "in currencies no rate brings together"})
_EQUAL = ("equal", "equal", "equal, an unusual number", "equal, a rare number")
"""Levels of equal values by their telling digits."""
BOUND = ("same number, another bound", "same round number, another bound", "same small number, another bound")
"""Levels of one number with two bounds: of telling digits, round, or so small that it is met by chance."""
EQUAL = frozenset({*_EQUAL, "equal, small", "same word", *BOUND})
TELLING = frozenset(_EQUAL[2:])
"""Levels of numbers that hardly meet by chance."""
_BEST = (*reversed(_EQUAL[1:]), *BOUND[:2], "one rounds the other", "equal, small", BOUND[2])
"""Of several readings (a sum and its conversion in brackets) that level counts which stands first here."""


def size(candidate: Candidate) -> float | None:
    """Return the size of the first reading of a figure."""
    return candidate.values[0].size


def far(level: str) -> bool:
    """Tell whether a level says that the values have no size in common at all."""
    return level in ("none against some", "in currencies no rate brings together")


def slipped(a: Candidate, b: Candidate) -> bool:
    """Tell whether two figures of one measure, or of one noun, give the same digits at another scale."""
    alike = (a.measure is not None and a.measure == b.measure) or (a.head is not None and a.head == b.head)
    return alike and a.values[0].unit == b.values[0].unit and _slipped(a.values[0], b.values[0])


def at_another_rate(a: Candidate, b: Candidate) -> bool:
    """Tell whether two sums of one currency are told for different times, and come to different rates: a day, a week."""
    return _are_rates(a, b) and a.values[0].unit != b.values[0].unit and not meet(a.values[0], b.values[0])


def _are_rates(a: Candidate, b: Candidate) -> bool:
    """Tell whether two sums of one currency are told for a time each, so that their values are of one base unit."""
    rates = a.claim.quantity.dimension == b.claim.quantity.dimension == "currency/duration"
    return rates and a.values[0].unit.partition("/")[0] == b.values[0].unit.partition("/")[0]


def disjoint(a: Candidate, b: Candidate) -> bool:
    """Tell whether no number lies in both meant intervals."""
    return level_of(a, b) in _APART


@lru_cache(maxsize=1)  # the features of one pair all ask
def level_of(a: Candidate, b: Candidate) -> str:
    """Return the level of two values: of the readings in one unit the nearest."""
    if slipped(a, b):
        return SLIPPED
    if len(a.values) == len(b.values) == 1 and (a.values[0].unit == b.values[0].unit or _are_rates(a, b)):
        return _level(a.values[0], b.values[0])
    levels = {_level(x, y) for x in a.values for y in b.values if x.unit == y.unit}
    if not levels:
        return _currencies(a.values[0], b.values[0])
    best = next((level for level in _BEST if level in levels), None)
    return best or min(levels, key=lambda level: (level in _APART, level))


def _currencies(x: Value, y: Value) -> str:
    """Return the level of two sums in two currencies, or coins and money: none makes 3 billion of 24."""
    one, two = _whole_coins(x), _whole_coins(y)
    beyond = one > 0 and two > 0 and abs(log10(one / two)) > BEYOND_RATES
    return "in currencies no rate brings together" if beyond else "in another currency"


def _whole_coins(value: Value) -> float:
    number = value.size or 0.0
    return number / 100 if value.unit in COINS else number


def _level(x: Value, y: Value) -> str:
    if x.size is None or y.size is None:
        if x.word is not None and x.word == y.word:
            return "same word"
        return "words of size" if x.size is y.size else "a word of size and a number"
    if x.written == y.written:
        if x.word is not None and x.written[0] != x.written[1]:
            return "same word"
        return "equal, small" if _is_small(x.size) else _EQUAL[min(x.digits, len(_EQUAL) - 1)]
    if near(x.size, y.size):
        return BOUND[2 if _is_small(x.size) else 1 if min(x.digits, y.digits) < _TELLING else 0]
    return _meeting(x, y) if meet(x, y) else _parting(x, y)


def _parting(x: Value, y: Value) -> str:
    """Return the level of two intervals that share no number."""
    low, high = (x, y) if x.high <= y.low else (y, x)
    if low.high <= 0 or high.low <= 0:
        return "none against some"
    if low.high == high.low and _is_rounded(x) and _is_rounded(y):
        return NEIGHBOURS
    for step, level in STEPS[:-1]:
        if high.low <= step * low.high:
            return level
    return STEPS[-1][1]


def _is_plain(value: Value) -> bool:
    """Tell whether a reading is a number without a bound."""
    return value.word is None and value.written[0] == value.written[1]


def _is_rounded(value: Value) -> bool:
    """Tell whether a reading is a number that may have been rounded up or down."""
    return _is_plain(value) and value.size is not None and value.low < value.size < value.high


def _is_small(number: float) -> bool:
    return number <= BY_CHANCE and number == int(number)


def _slipped(x: Value, y: Value) -> bool:
    """Tell whether two plain numbers have the same digits at another scale: of two digits, a nought more may do."""
    if x.size is None or y.size is None or x.word is not None or y.word is not None:
        return False
    less, more = (x.size, y.size) if x.size < y.size else (y.size, x.size)
    if less <= 0 or more < _SCALE * less:
        return False
    tens = log10(more / less)
    whole = round(tens)
    return abs(tens - whole) <= _ROUNDED and (whole % 3 == 0 or min(x.digits, y.digits) >= _TELLING)


def _meeting(x: Value, y: Value) -> str:
    """Return the level of two intervals that share a number."""
    if _rounds(x, y) or _rounds(y, x):
        return "one rounds the other"
    if _end(x, y):
        return "one end the same"
    return "open, but far apart" if x.word is None and y.word is None and apart(x, y) else "overlapping"


def _rounds(fine: Value, coarse: Value) -> bool:
    """Tell whether a number of two digits or more is another one rounded: it lies inside what the rounder one may mean."""
    return (
        _is_plain(fine)
        and _is_plain(coarse)
        and 2 <= coarse.digits < fine.digits
        and coarse.low <= fine.written[0] <= coarse.high
    )


def _end(x: Value, y: Value) -> bool:
    """Tell whether a range and another figure share a stated end."""
    ends = {e for e in x.written[:2] if 0 < abs(e) < inf} & {e for e in y.written[:2] if 0 < abs(e) < inf}
    return bool(ends) and x.word is None and y.word is None


def near(x: float, y: float) -> bool:
    """Tell whether two sizes are the same but for the rounding of a conversion."""
    return abs(x - y) <= 0.005 * max(abs(x), abs(y))


def apart(x: Value, y: Value) -> bool:
    """Tell whether the numbers as stated are far apart."""
    if x.size is None or y.size is None:
        return False
    if x.size <= 0 or y.size <= 0:
        return x.size != y.size
    return max(x.size, y.size) >= FAR * min(x.size, y.size)


def meet(x: Value, y: Value) -> bool:
    """Tell whether the meant intervals meet; where they only touch, no end may be open."""
    if x.high < y.low or y.high < x.low:
        return False
    if x.high == y.low and x.low != y.high:
        return not (x.open[1] or y.open[0])
    if y.high == x.low and y.low != x.high:
        return not (y.open[1] or x.open[0])
    return True


def one_number(a: Candidate, b: Candidate) -> bool:
    """Tell whether both figures give one number, whatever their bounds."""
    x, y = a.values[0], b.values[0]
    return x.unit == y.unit and x.size is not None and y.size is not None and (x.written == y.written or near(x.size, y.size))


def clash(a: Candidate, b: Candidate) -> bool:
    """Tell whether two claims disagree: disjoint values, numbers far apart though open, or words of size far apart."""
    x, y = a.values[0], b.values[0]
    if x.rank is not None and y.rank is not None and (x.size is None or y.size is None):
        return abs(x.rank - y.rank) >= RANKS
    return disjoint(a, b) or any(v.unit == w.unit and apart(v, w) for v in a.values for w in b.values)


def parted(a: Candidate, b: Candidate) -> bool:
    """Tell whether two figures of one article exclude each other: values apart, or words of size far apart in rank.

    A word of scale has no upper end here ("billions" beside the exact sum). An earlier value stands for the one that
    replaced it.
    """
    if a.current is not None or b.current is not None:
        return parted(a.current or a, b.current or b)
    pairs = [(x, y) for x in a.values for y in b.values if x.unit == y.unit]
    return bool(pairs) and all(_parted(x, y) for x, y in pairs)


def _parted(x: Value, y: Value) -> bool:
    if x.rank is not None and y.rank is not None and abs(x.rank - y.rank) >= RANKS:
        return True
    if x.size is None or y.size is None or near(x.size, y.size):
        return False
    if x.word is None and y.word is None and apart(x, y):
        return True
    return not meet(_loose(x), _loose(y))


def _loose(x: Value) -> Value:
    return x if x.word is None else replace(x, high=inf)
