"""An article prepared for its own arithmetic: each figure of a sentence is a sign, so that a frame of words is a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.words import Words
from numcheck.language.en import reckoning
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.finding import Place
from numcheck.model.interval import Interval, point
from numcheck.model.reading import Mark

SIGN = "[\ue000-\uf8ff]"
"""What stands for a figure in the text of a line."""

NO_SIGN = "[^\ue000-\uf8ff.;:]"
"""A letter of plain text inside one clause."""

THE = r"(?:(?:the|its|their|his|her|our|all|these|those|some|a total of) )*"
"""Words in front of a whole: "60 of the 180"."""

MOST_FIGURES = 40
"""Of a sentence with more figures nobody reads its arithmetic: it is a table."""

ROUNDED = Decimal("0.03")
"""What a number of two digits or more may be rounded by, as a share: a plain 200 is hardly ever a 180."""

OF_A_FRACTION = Decimal("0.1")
"""How loosely a fraction in words is meant, as a share of it: a third is a figure from 30 to 36.7 %."""

OF_A_MULTIPLE = Decimal("0.15")
"""How loosely "doubled" and "tripled" are meant, as a share."""

ADDED = frozenset({"count", "currency", "share", "mass", "length", "area", "volume", "energy"})
"""The dimensions whose figures add up; ages, times and temperatures do not."""

_FIRST = 0xE000
_EMPTY = re.compile(r"[(\[]\s*[)\]]")
_BLANKS = re.compile(r"\s+")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


class Frame:
    """A pattern that is tried on lines with one of its `words` alone, and compiled at the first of them: most never are."""

    __slots__ = ("_compiled", "pattern", "words")

    def __init__(self, pattern: str, *words: str) -> None:
        """Take the pattern, and the words without one of which it cannot match."""
        self.pattern, self.words = pattern, words
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the places in `text` (in lower case) where the pattern holds."""
        if not any(word in text for word in self.words):
            return iter(())
        if self._compiled is None:
            self._compiled = re.compile(self.pattern)
        return self._compiled.finditer(text)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in lower case with one sign a figure; bracketed conversions are left out."""

    text: str
    claims: tuple[Claim, ...]

    def claim(self, sign: str) -> Claim:
        """Return the figure that `sign` stands for."""
        return self.claims[ord(sign) - _FIRST]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One article with its lines, claims and marks, each by place."""

    article: Article
    claims: tuple[Claim, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    words: Words

    def reckoning(
        self,
        kind: str,
        *,
        said: str,
        working: str,
        gives: str,
        right: bool,
        claims: tuple[Claim, ...] = (),
        places: tuple[Place, ...] = (),
        confidence: float = 1.0,
    ) -> Reckoning:
        """Return a piece of arithmetic that the article states."""
        told = {"said": said, "working": working, "gives": gives}
        return Reckoning(claims, None, confidence, kind=kind, outlet=self.article.outlet, right=right, places=places, **told)


def worksheet(article: Article, claims: Sequence[Claim], marks: Sequence[Mark], words: Words) -> Worksheet:
    """Return the article ready for reckoning."""
    return Worksheet(article, tuple(claims), tuple(marks), tuple(_lines(claims)), words)


def _lines(claims: Sequence[Claim]) -> Iterator[Line]:
    for _, grouped in groupby(claims, key=lambda c: c.sentence_start):
        told = tuple(grouped)
        if len(told) <= MOST_FIGURES:
            yield Line(_signed(told), told)


def _signed(told: Sequence[Claim]) -> str:
    """Return the sentence of `told` with its figures as signs."""
    sentence, begin = told[0].sentence, told[0].sentence_start
    parts, at = [], 0
    for i, claim in enumerate(told):
        start, end = claim.start - begin, claim.end - begin
        if start < at:
            continue
        parts += [sentence[at:start], "" if claim.converts else chr(_FIRST + i)]
        at = end
    text = _EMPTY.sub("", "".join([*parts, sentence[at:]]))
    return _BLANKS.sub(" ", text).strip().lower().replace("’", "'")


def plain(claim: Claim) -> bool:
    """Tell whether a figure can be reckoned with: a bounded number or a bound, told as a fact, and no vague word."""
    q = claim.quantity
    return q.hedge != "vague" and not q.stated.is_unbounded and claim.converts is None


def granted(claim: Claim, beside: Claim | None = None) -> Interval:
    """Return what a reader grants the figure, in its own unit: what it means, and no more rounding than its digits show.

    Those of the figure `beside` it, the other level of a change, may show that it is finer.
    """
    q = claim.quantity
    if q.hedge != "exact" or not q.stated.is_point or q.stated.low is None:
        return q.meant
    if q.dimension == "multiple":
        return _near(q.stated.low, q.stated.low * OF_A_MULTIPLE)
    if q.unit == "ratio":
        return _near(q.stated.low, q.stated.low * OF_A_FRACTION)
    return rounded(q.stated.low, claim, beside)


def rounded(value: Decimal, claim: Claim, beside: Claim | None = None) -> Interval:
    """Return the numbers that may have been rounded to `value`, one end of a figure or all of it."""
    q = claim.quantity
    exponent = value.as_tuple().exponent
    half = Decimal("0.5").scaleb(exponent if isinstance(exponent, int) else 0)
    if q.dimension == "count" and half <= Decimal("0.5") and value == value.to_integral_value():
        return point(value)
    own = _last_digit(value, claim.text)
    if own is not None:
        last, scale = own
        if last > abs(value) / 10:  # one digit alone: "$2" is as fine as the "$2.40" beside it
            known = ((end, c.text) for c in (claim, beside or claim) for end in (c.quantity.stated.low, c.quantity.stated.high))
            others = (_last_digit(end, text) for end, text in known if end is not None)
            finest = min((other[0] for other in others if other is not None and other[1] == scale), default=last)
            half = min(half, max(abs(value) * ROUNDED, finest / 2)) if finest < last else half
        else:
            half = min(half, max(abs(value) * ROUNDED, last / 2))
    return _near(value, half)


def _last_digit(value: Decimal, text: str) -> tuple[Decimal, Decimal] | None:
    """Return the value of the last digit with which `value` is written in `text`, and the size of its scale word.

    1 and 1 for 200, a million and a million for 13 million; None where the text has it in words.
    """
    for written in (d.replace(",", "") for d in _NUMBER.findall(text)):
        if Decimal(written) and _scaled(Decimal(written), value):
            scale = abs(value) / Decimal(written)
            return Decimal(1).scaleb(-len(written.partition(".")[2])) * scale, scale
    return None


def _near(value: Decimal, by: Decimal) -> Interval:
    """Return the numbers near one, both ends with them: what lies half way may be rounded up or down."""
    return Interval(value - by, value + by)


def ends(claim: Claim) -> tuple[Decimal, Decimal] | None:
    """Return the two ends of a range in the order they are written; None where the text does not show it in digits."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    written = [Decimal(d.replace(",", "")) for d in _NUMBER.findall(claim.text)]
    if claim.quantity.hedge != "range" or low is None or high is None or len(written) != 2:
        return None
    for first, second in ((low, high), (high, low)):
        if _scaled(written[0], first) and _scaled(written[1], second):
            return first, second
    return None


def _scaled(written: Decimal, value: Decimal) -> bool:
    """Tell whether `value` is the number as written, or that times a thousand, a million ..."""
    if not written or not value:
        return written == value
    digits = (abs(value) / written).normalize().as_tuple()
    return digits.digits == (1,) and isinstance(digits.exponent, int) and digits.exponent % 3 == 0


def said(value: Decimal, like: Claim) -> str:
    """Write a number in the unit of `like`, as a reader takes it in: "180", "$65 million", "33%"."""
    q = like.quantity
    number = _short(value)
    if q.dimension == "share" and q.unit == "percent":
        return f"{number}%"
    if q.dimension == "currency":
        sign = re.match(r"[^\w\s]+|[A-Z]{1,3}[^\w\s]", like.text)
        return f"{sign.group()}{number}" if sign else f"{number} {q.unit}"
    return number


def percent(share: Decimal) -> str:
    """Write a share as a percentage."""
    return f"{_short(share * 100)}%"


def _short(value: Decimal) -> str:
    for size, name in ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million")):
        if abs(value) >= size:
            return f"{_digits(value / size)} {name}"
    return _digits(value)


def _digits(value: Decimal) -> str:
    """Write a number with no more than one decimal (three for those below one)."""
    places = 0 if abs(value) >= 1000 or value == value.to_integral_value() else 1 if abs(value) >= 1 else 3
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def one_kind(x: Claim, y: Claim, words: Words) -> bool:
    """Tell whether two figures can be parts of one sum: one unit, and nouns of one class (or one of them has none)."""
    p, q = x.quantity, y.quantity
    if p.unit != q.unit or p.direction or q.direction:
        return False
    if p.dimension != "count" or x.counted is None or y.counted is None:
        return p.dimension in ADDED
    first, second = (x.head, y.head)
    kinds = {"person" if head in reckoning.MANY_AT_ONCE else words.classes.get(head, head) for head in (first, second)}
    return first == second or (len(kinds) == 1 and not {first, second} & reckoning.SEVERAL)
