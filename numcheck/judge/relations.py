"""How two figures stand to each other: pure functions over two quantities, the same for rules and for the gate.

All compare what normalise made of a figure (`base`, `written`, `size`, in the dimension's base unit) and convert nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from numcheck.model.decimals import is_multiple
from numcheck.model.interval import Interval, before, inside, last_place, meets, point, widen
from numcheck.model.quantity import Quantity

LOOSE = Decimal(2)
"""How far a vague word stretches past its table either way: "dozens" is not refuted by 20, nor "hundreds" by 1,100."""

RUNG = Decimal(10)
"""How many times as high one word of size begins where nobody uses the other for it: "thousands" and "tens of thousands"."""

NEAR = Decimal("0.005")
"""Two numbers of two units this near to each other, as a share, are one number: 6 months and half a year."""

CONVERTED = Decimal("0.05")
"""The same in two articles, where each may have rounded what it converted: 50 knots and 90 km/h."""

_MEASURED = frozenset({"length", "speed", "mass", "area", "volume"})

SLIPPING = 3
"""Digits that a number has at least where two of them may have changed places: 34 and 43 are two figures."""

FINER = 2
"""Digits that a number has more than the one it was rounded to, where it was rounded wrongly."""

ROUNDED_FROM = 10_000
"""Numbers that are told by their first digits: of smaller ones, another number is another count."""

ROUGH = Decimal("1.5")
"""How many times apart a number and what somebody made of it may be, to be called a rounding."""

NEARBY = Decimal("0.05")
"""How far "about 2,000" may lie from the number it stands for, as a share."""

_THOUSAND = Decimal(1000)
_SCALES = frozenset(_THOUSAND**n for n in range(1, 5))
"""How many times apart two scale words are: thousand, million, billion, trillion."""

_UPPER = frozenset({"at_most", "less_than"})
_LOWER = frozenset({"at_least", "more_than"})


def comparable(p: Quantity, q: Quantity) -> bool:
    """Tell whether the two can be held against each other: one dimension, and for money one currency."""
    return p.dimension == q.dimension and (p.unit == q.unit or p.dimension != "currency")


def disjoint(p: Quantity, q: Quantity) -> bool:
    """Tell whether the two cannot both be true, at the coarser of their precisions and with vague words read loosely."""
    if not comparable(p, q):
        return False
    a, b = _taken(p), _taken(q)
    x, y = _plain(p), _plain(q)
    if meets(a, b) or rounds_to(x, y) or rounds_to(y, x) or _converted(p, q):
        return False
    return not meets(_rounded(a, p, q), _rounded(b, q, p))


def _plain(q: Quantity) -> Quantity:
    """Return a figure without its "about": a hedge never makes a contradiction."""
    return replace(q, hedge="exact") if q.hedge == "about" else q


def _converted(p: Quantity, q: Quantity) -> bool:
    """Tell whether two plain numbers are so near that the one may be the other rounded, by itself or when it was converted."""
    if p.unit == q.unit and (p.dimension not in _MEASURED or _round(p) == _round(q)):
        return False
    x, y = number(p), number(q)
    return x is not None and y is not None and abs(x - y) <= CONVERTED * max(abs(x), abs(y))


def _round(q: Quantity) -> bool:
    """Tell whether a figure is stated in whole tens: a measured 49 knots may be told as 50."""
    stated = q.stated.high if q.stated.low is None else q.stated.low
    return stated is not None and is_multiple(stated, 1)


def rounds_to(fine: Quantity, coarse: Quantity) -> bool:
    """Tell whether `coarse` is `fine` rounded to the last place that `coarse` was written to: 305.45 and 305."""
    x, y = fine.stated.low, coarse.stated.low
    if fine.unit != coarse.unit or not fine.hedge == coarse.hedge == "exact" or x is None or y is None:
        return False
    return not x.same_quantum(y) and last_place(x) < last_place(y) and abs(x - y) <= last_place(y) / 2


def agree(p: Quantity, q: Quantity) -> bool:
    """Tell whether both can be true."""
    return comparable(p, q) and not disjoint(p, q) and not flipped(p, q)


def flipped(p: Quantity, q: Quantity) -> bool:
    """Tell whether both name one number, the one from below and the other from above: "nearly 300" and "more than 300"."""
    return {p.approach, q.approach} == {-1, 1} and same_number(p, q)


def times_apart(p: Quantity, q: Quantity) -> Decimal | None:
    """Return how many times the smaller size the larger is, 1 or more; None where that means nothing (zero, signs, no size)."""
    if not comparable(p, q) or p.size is None or q.size is None or p.size <= 0 or q.size <= 0:
        return None
    return max(p.size, q.size) / min(p.size, q.size)


def scale_slip(p: Quantity, q: Quantity) -> bool:
    """Tell whether both are thousands or more and have the same digits at another scale: "$88 million" and "$88 billion"."""
    x, y = number(p), number(q)
    if p.unit != q.unit or not comparable(p, q) or x is None or y is None or min(x, y) < _THOUSAND:
        return False
    return max(x, y) / min(x, y) in _SCALES


def digit_slip(p: Quantity, q: Quantity) -> bool:
    """Tell whether two plain numbers are one but for two neighbouring digits that changed places, or a digit that is lost."""
    x, y = p.stated.low, q.stated.low
    if p.unit != q.unit or not p.hedge == q.hedge == "exact" or x == y or not (x and y and number(p) and number(q)):
        return False
    short, long = sorted(_without_shared_zeros(_digits(x), _digits(y)), key=len)
    return len(short) >= SLIPPING and (long in _swapped(short) or short in _lessened(long))


def _swapped(digits: str) -> Iterator[str]:
    """Yield what becomes of digits where two neighbours change places."""
    return (digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1))


def _lessened(digits: str) -> Iterator[str]:
    """Yield what becomes of digits where one is lost, but for the last."""
    return (digits[:i] + digits[i + 1 :] for i in range(len(digits) - 1))


def rounded_away(p: Quantity, q: Quantity) -> bool:
    """Tell whether one number is the other rounded to its first digits, and wrongly so: 1.46 million and 2 million."""
    if p.unit != q.unit or {p.hedge, q.hedge} - {"exact", "about"}:
        return False
    x, y = p.stated.low, q.stated.low
    if x is None or y is None or min(x, y) < ROUNDED_FROM or max(x, y) / min(x, y) > ROUGH:
        return False
    coarse, fine = sorted((x, y), key=_written_digits)
    if _written_digits(fine) - _written_digits(coarse) < FINER:
        return False
    first = Decimal(1).scaleb(coarse.adjusted() - _written_digits(coarse) + 1)
    return first / 2 < abs(coarse - fine) < first


def finer(p: Quantity, q: Quantity) -> bool:
    """Tell whether `p` is a number of more written digits than `q`, which is told as "about", and may be what q rounds."""
    x, y = p.stated.low, q.stated.low
    if p.hedge != "exact" or q.hedge != "about" or p.unit != q.unit or x is None or y is None or not y:
        return False
    return _written_digits(x) > _written_digits(y) and abs(x - y) / abs(y) <= NEARBY


def granted(q: Quantity) -> Interval:
    """Return the interval that a figure stands for beside figures in any unit: as meant, and a measure as it may be rounded."""
    if q.hedge != "exact" or q.dimension == "count" or q.meant != q.stated:
        return q.base
    return widen(q.base, _slack(q) * unit_factor(q))


def shared_part(a: Interval, b: Interval) -> Decimal | None:
    """Return what two intervals share as a part of both together; None where they do not meet or one holds the other."""
    if a.low is None or a.high is None or b.low is None or b.high is None or inside(a, b) or inside(b, a) or not meets(a, b):
        return None
    return (min(a.high, b.high) - max(a.low, b.low)) / (max(a.high, b.high) - min(a.low, b.low))


def word_holds(p: Quantity, q: Quantity) -> bool:
    """Tell whether one of the two is a vague word whose usual span, read loosely, has room for the other figure."""
    return _word_holds(p, q, loosely=True)


def word_holds_bound(word: Quantity, bound: Quantity) -> bool:
    """Tell whether a vague word stands for a bound whose number it names: "dozens" for "at least 74", and not for 22."""
    bounded = word.hedge == "vague" and bound.hedge in _UPPER | _LOWER and bound.size is not None
    return bounded and word.base.low is not None and _word_holds(word, bound, loosely=False)


def _word_holds(p: Quantity, q: Quantity, *, loosely: bool) -> bool:
    """Tell whether a vague word has room for the other figure; `loosely` a floor may lie a little below its least."""
    if p.hedge == "vague" and q.hedge == "vague":
        return (inside(p.base, q.base) or inside(q.base, p.base)) and not _a_rung_apart(p.base, q.base)
    word, other = (p, q) if p.hedge == "vague" else (q, p)
    if word.hedge != "vague" or _only_touch(word.base, other.base):
        return False
    if other.hedge in _UPPER | _LOWER and other.size is not None:
        # An open end reaches everything: the bound itself must lie within what the word says.
        low = _taken(word).low if loosely and other.hedge in _LOWER else word.base.low
        return inside(point(other.size), replace(word.base, low=low))
    return meets(_taken(word), other.base)


def _a_rung_apart(p: Interval, q: Interval) -> bool:
    """Tell whether of two words of size the one begins ten times as high: nobody writes "thousands" for tens of thousands."""
    low, high = sorted((p.low or 0, q.low or 0))
    return high >= RUNG * low > 0


def same_number(p: Quantity, q: Quantity) -> bool:
    """Tell whether one number stands in both, whatever the hedge: "up to 500" and "500"; never so for a range."""
    if p.unit == q.unit and p.size != q.size:
        return False
    if not comparable(p, q) or "range" in (p.hedge, q.hedge):
        return False
    if "vague" in (p.hedge, q.hedge):
        return p.word is not None and p.word == q.word and p.written == q.written
    return near(number(p), number(q)) if p.unit != q.unit else number(p) is not None and number(p) == number(q)


def number(q: Quantity) -> Decimal | None:
    """Return the one number a figure states, bound or not, in the base unit; None for ranges and words."""
    low, high = q.written.low, q.written.high
    if q.hedge in ("range", "vague") or (low is not None and high is not None and low != high):
        return None
    return high if low is None else low


def near(x: Decimal | None, y: Decimal | None) -> bool:
    """Tell whether two numbers are one but for the last digits of a conversion."""
    if x is None or y is None:
        return False
    return abs(x - y) <= NEAR * max(abs(x), abs(y))


def bounded_above(q: Quantity) -> bool:
    """Tell whether the figure is stated as an upper bound: "up to 500", "fewer than 500"."""
    return q.hedge in _UPPER


def bounded_below(q: Quantity) -> bool:
    """Tell whether the figure is stated as a lower bound: "at least 180", "as little as six months"."""
    return q.hedge in _LOWER


def kept_end(full: Quantity, bare: Quantity) -> str | None:
    """Name the end ("low" or "high") of the range `full` that `bare` reports alone; None where it does not.

    "Up to 700" keeps what "500 to 700" warns of, and is not an end alone: `lost_low_end` tells of it.
    """
    low, high = _ends_of_range(full, bare)
    if low is None or high is None or bare.hedge == "range" or bounded_above(bare):
        return None
    if bare.hedge == "vague":
        return "high" if bare.written.low is not None and near(bare.written.high, high) and bare.written.low > low else None
    if near(number(bare), low):
        return "low"
    return "high" if near(number(bare), high) and not bounded_below(bare) else None


def lost_low_end(full: Quantity, bare: Quantity) -> bool:
    """Tell whether `bare` keeps of the range `full` its top as a ceiling: "500 to 700" and "up to 700"."""
    low, high = _ends_of_range(full, bare)
    return bounded_above(bare) and low is not None and low > 0 and near(number(bare), high)


def _ends_of_range(full: Quantity, bare: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of a range that another figure can be held against; none of what is no such range."""
    low, high = full.written.low, full.written.high
    return (low, high) if full.hedge == "range" and low != high and comparable(full, bare) else (None, None)


def order(q: Quantity) -> tuple[Decimal, int]:
    """Return a key that puts the lower statement first: by size, then "up to" before the plain number before "at least"."""
    return (q.size if q.size is not None else Decimal(0)), stance(q)


def stance(q: Quantity) -> int:
    """Return from -2 to 2 how far a figure goes with its number: "up to", "nearly", the number, "just over", "at least"."""
    return -2 if bounded_above(q) else 2 if bounded_below(q) else q.approach


def unit_factor(q: Quantity) -> Decimal:
    """Return how many base units one of the figure's own units is, as far as its numbers show it; 1 where they do not."""
    for own, base in ((q.stated, q.written), (q.meant, q.base)):
        for x, y in ((own.low, base.low), (own.high, base.high)):
            if x and y:
                return abs(y / x)
    return Decimal(1)


def _digits(number: Decimal) -> str:
    """Return the digits of a number, without its sign and its point."""
    return f"{abs(number):f}".replace(".", "").lstrip("0")


def _without_shared_zeros(x: str, y: str) -> tuple[str, str]:
    """Return both without the zeros at their ends that are the other's too."""
    zeros = min(len(x) - len(x.rstrip("0")), len(y) - len(y.rstrip("0")))
    return x[: len(x) - zeros], y[: len(y) - zeros]


def _written_digits(number: Decimal) -> int:
    """Return how many digits of a number count: 1 for 2,000,000, 3 for 1,460,000, 4 for 2,013."""
    return len(_digits(number).rstrip("0")) or 1


def _taken(q: Quantity) -> Interval:
    """Return the figure's interval as a reader grants it: vague words stretched past their table, all others as meant."""
    if q.hedge != "vague":
        return q.base
    low, high = q.base.low, q.base.high
    if low is None or high is None:
        return q.base
    return Interval(low / LOOSE, high * LOOSE)


def _rounded(taken: Interval, q: Quantity, other: Quantity) -> Interval:
    """Return the interval widened to what the figure can be rounded from, where normalise left it sharp.

    Within one unit only an exact measure needs it; figures in two units were converted, and each may have been rounded.
    """
    if q.unit == other.unit and (q.hedge != "exact" or q.dimension == "count"):
        return taken
    if q.hedge == "vague" or q.meant != q.stated:
        return taken
    return widen(taken, _slack(q) * unit_factor(q))


def _slack(q: Quantity) -> Decimal:
    """Return half the last written place of the figure, in its own unit; nothing for whole counts that are exact."""
    ends = [x for x in (q.stated.low, q.stated.high) if x is not None]
    if not ends:
        return Decimal(0)
    coarsest = max(map(last_place, ends))
    if q.dimension == "count" and coarsest == 1:
        return Decimal(0)
    return coarsest / 2


def _only_touch(a: Interval, b: Interval) -> bool:
    """Tell whether a bound shares no more than one end with the other: "as many as 20,000", "tens of thousands"."""
    if not (a.is_bounded and b.is_bounded):
        return before(a, b) or before(b, a) or a.low == b.high or b.low == a.high
    return False
