"""Hand-made claims for the tests of the judge: a figure is written as "up to 500", "24-30 foot", "~900" or a vague word."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from numcheck.claims.beside import cues
from numcheck.claims.saying import with_its_saying
from numcheck.language import english
from numcheck.model.article import Role
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval, point, scale
from numcheck.model.quantity import Quantity
from numcheck.model.story import Pair, Story, Topic

FACTORS = {
    "": ("count", "count", Decimal(1)),
    "%": ("percent", "share", Decimal("0.01")),
    "$": ("USD", "currency", Decimal(1)),
    "€": ("EUR", "currency", Decimal(1)),
    "km": ("kilometer", "length", Decimal(1000)),
    "mile": ("mile", "length", Decimal("1609.344")),
    "foot": ("foot", "length", Decimal("0.3048")),
    "m": ("meter", "length", Decimal(1)),
    "month": ("month", "duration", Decimal(2629800)),
    "year": ("year", "duration", Decimal(31557600)),
    "times": ("times", "multiple", Decimal(1)),
}
BOUNDS = {
    "up to": "at_most",
    "fewer than": "less_than",
    "at least": "at_least",
    "more than": "more_than",
    "about": "about",
    "nearly": "about",
}
WORDS = {
    "few": (2, 6),
    "several": (3, 9),
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 99999),
    "several thousand": (3000, 9999),
    "tens of thousands": (20000, 99999),
    "hundreds of thousands": (200000, 999999),
}
BOUNDLESS = ("many", "large", "small")
FIGURE = re.compile(rf"(?:({'|'.join(BOUNDS)}) )?([\d.,]+)(?:-([\d.,]+))? ?(\D*)")


def quantity(text: str) -> Quantity:
    """Return the quantity that `text` states, as normalise would."""
    if text in BOUNDLESS:
        unbounded = Interval(None, None)
        return Quantity(unbounded, "count", "count", "vague", None, None, text, unbounded, unbounded, unbounded, None)
    if text in WORDS:
        low, high = map(Decimal, WORDS[text])
        span = Interval(low, high)
        return Quantity(span, "count", "count", "vague", None, None, text, span, span, span, (low * high).sqrt())
    match = FIGURE.fullmatch(text)
    assert match is not None, text
    bound, first, last, sign = match.groups()
    unit, dimension, factor = FACTORS[sign]
    number = Decimal(first.replace(",", ""))
    hedge: Any = "range" if last else BOUNDS.get(bound, "exact")
    stated = Interval(number, Decimal(last.replace(",", ""))) if last else _bounded(number, hedge)
    side: Any = "below" if bound == "nearly" else None
    meant = _meant(stated, number, hedge, side, dimension)
    written = scale(stated, factor)
    size = (number * Decimal(last.replace(",", ""))).sqrt() * factor if last else number * factor
    return Quantity(stated, unit, dimension, hedge, side, None, None, meant, scale(meant, factor), written, size)


def _bounded(number: Decimal, hedge: str) -> Interval:
    if hedge in ("at_most", "less_than"):
        return Interval(None, number, high_open=hedge == "less_than")
    if hedge in ("at_least", "more_than"):
        return Interval(number, None, low_open=hedge == "more_than")
    return point(number)


def _meant(stated: Interval, number: Decimal, hedge: str, side: str | None, dimension: str) -> Interval:
    if hedge not in ("about", "exact") or not number:
        return stated
    exponent = int(number.normalize().as_tuple().exponent) if number >= 100 else int(number.as_tuple().exponent)
    half = Decimal("0.5").scaleb(exponent)
    if hedge == "about":
        slack = max(number * Decimal("0.15"), half)
        return Interval(number - slack, number, high_open=True) if side else Interval(number - slack, number + slack)
    if dimension == "count" and exponent <= 0:
        return stated
    return Interval(number - half, number + half, high_open=True)


def claim(text: str, *, document: str = "post", role: Role = "article", at: int = 0, **slots: Any) -> Claim:
    """Return a claim of `text` in `document` at character `at`; its id is the document and the place."""
    made = Claim(
        id=f"{document}.{at}",
        document=f"{document}.txt",
        outlet=document.title(),
        role=role,
        start=at,
        end=at + len(text),
        text=text,
        quantity=quantity(text),
        sentence=text,
        what="people killed",
    )
    made = replace(made, **slots)
    return with_its_saying(made, None, cues(english()))


def story(*claims: Claim, firm: bool = True, likely: tuple[str, ...] = ()) -> Story:
    """Return a story with one topic of all `claims`."""
    return Story((Topic("t1", "people killed", "count", tuple(c.id for c in claims), 0.9, firm, (), likely),))


def rivals(x: Claim, y: Claim, slot: str) -> Story:
    """Return a story whose two claims differ in one slot."""
    return Story((), (Pair((x.id, y.id), 0.8, (), slot),))
