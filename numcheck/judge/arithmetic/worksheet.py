"""What is reckoned with: an article with its figures and their ties, and what a reader grants a figure that stands in a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.vocabulary import Vocabulary
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.decimals import so_many
from numcheck.model.finding import Place
from numcheck.model.frozen import frozen
from numcheck.model.interval import Interval, point
from numcheck.model.ties import Tie

ROUNDED = Decimal("0.03")
"""What a number of two digits or more may be rounded by, as a share: a plain 200 is hardly ever a 180."""

OF_A_FRACTION = Decimal("0.1")
"""How loosely a fraction in words is meant, as a share of it: a third is a figure from 30 to 36.7 %."""

OF_A_MULTIPLE = Decimal("0.15")
"""How loosely "doubled" and "tripled" are meant, as a share."""

_Kind = TypeVar("_Kind", bound=Tie)


@frozen
class Worksheet:
    """One article with its claims by place, its ties, and the words the judge knows."""

    article: Article
    claims: Sequence[Claim]
    ties: Sequence[Tie]
    words: Vocabulary

    def told(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """Yield the ties of one kind."""
        return (tie for tie in self.ties if isinstance(tie, kind))

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


def plain(claim: Claim) -> bool:
    """Tell whether a figure can be reckoned with: a bounded number or a bound, told as a fact, and no vague word."""
    q = claim.quantity
    return q.hedge != "vague" and not q.stated.is_unbounded and claim.converts is None


def one_unit(x: Claim, y: Claim) -> bool:
    """Tell whether two figures are in one unit, or one of them leaves out what it is per."""
    one, other = x.quantity.unit, y.quantity.unit
    return one == other or one.partition("/")[0] == other or other.partition("/")[0] == one


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
    finest = _finest(value, claim, beside or claim)
    return _near(value, half if finest is None else min(half, max(abs(value) * ROUNDED, finest / 2)))


def _finest(value: Decimal, claim: Claim, beside: Claim) -> Decimal | None:
    """Return the last place that a number is told to; None where the text has it in words, or with one digit alone.

    One digit is as fine as what stands beside it: the "$2" of "$2 and $2.40".
    """
    own = _last_digit(value, claim.text)
    if own is None or own[0] <= abs(value) / 10:
        return None if own is None else own[0]
    known = ((end, c.text) for c in (claim, beside) for end in (c.quantity.stated.low, c.quantity.stated.high))
    told = filter(None, (_last_digit(end, text) for end, text in known if end is not None))
    return min((last for last, scale in told if scale == own[1] and last < own[0]), default=None)


def _last_digit(value: Decimal, text: str) -> tuple[Decimal, Decimal] | None:
    """Return the value of the last digit with which `value` is written in `text`, and the size of its scale word.

    1 and 1 for 200, a million and a million for 13 million; None where the text has it in words.
    """
    for written in _numbers(text):
        if Decimal(written) and _scaled(Decimal(written), value):
            scale = abs(value) / Decimal(written)
            return Decimal(1).scaleb(-len(written.partition(".")[2])) * scale, scale
    return None


def _numbers(text: str) -> Iterator[str]:
    """Yield the numbers in digits of a figure's own words, without their commas."""
    for word in "".join(c if c in ".,0123456789" else " " for c in text).split():
        number = word.replace(",", "").strip(".")
        if number.replace(".", "", 1).isdigit():
            yield number


def _near(value: Decimal, by: Decimal) -> Interval:
    """Return the numbers near one, both ends with them: what lies half way may be rounded up or down."""
    return Interval(value - by, value + by)


def _scaled(written: Decimal, value: Decimal) -> bool:
    """Tell whether `value` is the number as written, which is not zero, or that times a thousand, a million ..."""
    if not value:
        return False
    digits = (abs(value) / written).normalize().as_tuple()
    return digits.digits == (1,) and isinstance(digits.exponent, int) and digits.exponent % 3 == 0


def quotient(part: Interval, whole: Interval) -> Interval:
    """Return the numbers of `part` divided by those of `whole`; no end is negative, and `whole` begins above zero."""
    low = None if part.low is None or whole.high is None else part.low / whole.high
    high = None if part.high is None or not whole.low else part.high / whole.low
    if low is None and part.low is not None:
        low = Decimal(0)
    return Interval(low, high)


def middle(of: Interval) -> Decimal:
    """Return the number in the middle, or the one end there is."""
    low, high = of.low, of.high
    if low is None or high is None:
        return (low if high is None else high) or Decimal(0)
    return (low + high) / 2


def said(value: Decimal, like: Claim) -> str:
    """Write a number in the unit of `like`, as a reader takes it in: "180", "$65 million", "33%"."""
    q = like.quantity
    number = _short(value)
    if q.dimension == "share" and q.unit == "percent":
        return f"{number}%"
    if q.dimension == "currency":
        sign = _sign(like.text)
        return f"{sign}{number}" if sign else f"{number} {q.unit}"
    return number


def _sign(text: str) -> str:
    """Return the sign of a sum that stands right in front of its digits: "$" of "about $40"; empty for a word."""
    digit = next((at for at, c in enumerate(text) if c.isdigit()), 0)
    sign = text[:digit].rpartition(" ")[2]
    return "" if sign.isalpha() else sign


def percent(share: Decimal) -> str:
    """Write a share as a percentage."""
    return f"{_short(share * 100)}%"


def _short(value: Decimal) -> str:
    many, word = so_many(value)
    return f"{_digits(many)}{word}"


def _digits(value: Decimal) -> str:
    """Write a number with no more than one decimal (three for those below one)."""
    places = 0 if abs(value) >= 1000 else 1 if abs(value) >= 1 else 3
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
