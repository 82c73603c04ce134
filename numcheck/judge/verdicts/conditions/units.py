"""Conditions on two statements of one quantity whose number is the same and whose unit is another."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import Sides
from numcheck.language.en import rule_words
from numcheck.model.claim import Claim

REGIONAL = (("ton", "metric_ton", "long_ton", "short_ton", "tonne"), ("gallon", "imperial_gallon"), ("pint", "imperial_pint"))
"""Units of one name, or nearly, that are larger in one country than in another."""

_NUMERAL = re.compile(r"\d[\d,.]*\d|\d")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@condition("quantity")
def _two_units(sides: Sides) -> bool:
    """The two are in two units."""
    return sides.a.quantity.unit != sides.b.quantity.unit


@condition("quantity")
def other_unit(sides: Sides) -> bool:
    """Both give one number, as written, in two units of one dimension: "40 km" and "40 miles". Not so for money."""
    p, q = sides.a.quantity, sides.b.quantity
    return p.dimension == q.dimension != "currency" and p.unit != q.unit and not _one_family(sides) and _one_number(sides)


@condition(first=_two_units)
def other_currency(sides: Sides) -> bool:
    """Both give one sum, as written, in two currencies whose signs differ: "£40 million" and "€40 million"."""
    p, q = sides.a.quantity, sides.b.quantity
    if p.dimension != "currency" or q.dimension != "currency" or p.unit == q.unit or not _one_number(sides):
        return False
    return not any(sign in sides.a.text and sign in sides.b.text for sign in ("$", "Rs", "kr", "¥", "£"))


@condition(first=_two_units)
def two_currencies(sides: Sides) -> bool:
    """The sums are in two currencies and no outlet tells both, so that only a rate could hold them together."""
    p, q = sides.a.quantity, sides.b.quantity
    if not (p.dimension == q.dimension == "currency") or p.unit == q.unit:
        return False
    told = [{c.quantity.unit for c in sides.on_topic(side)} for side in (sides.a, sides.b)]
    return q.unit not in told[0] and p.unit not in told[1]


@condition("quantity")
def both_changes(sides: Sides) -> bool:
    """Both figures are the size of a change: "rose by 6 points" and "rose 6 percent", not "stood at 6 percent"."""
    return sides.a.quantity.direction is not None and sides.a.quantity.direction == sides.b.quantity.direction


@condition()
def regional_scale(sides: Sides) -> bool:
    """Both give one number in words that mean another size elsewhere: tons and tonnes, lakh and million, 1.250 and 1,250."""
    a, b = sides.a, sides.b
    if a.quantity.dimension != b.quantity.dimension:
        return False
    if a.quantity.unit != b.quantity.unit:
        return _one_family(sides) and _one_number(sides)
    scales = {_scale(a.text), _scale(b.text)}
    if scales & {"lakh", "crore"} and len(scales) > 1 and None not in scales:
        return _numeral(a) is not None and _numeral(a) == _numeral(b)
    return _marks_swapped(a, b)


def _one_number(sides: Sides) -> bool:
    """Tell whether both state one number in their own units, both plainly or with one hedge."""
    p, q = sides.a.quantity, sides.b.quantity
    return p.stated == q.stated and not p.stated.is_unbounded and "vague" not in (p.hedge, q.hedge) and p.stated.low != 0


def _one_family(sides: Sides) -> bool:
    units = {sides.a.quantity.unit, sides.b.quantity.unit}
    return any(units <= set(family) for family in REGIONAL)


@lru_cache(maxsize=4096)
def _scale(text: str) -> str | None:
    found = rule_words.INDIAN.search(text) or rule_words.SCALE.search(text)
    return found.group(1).lower() if found else None


@lru_cache(maxsize=4096)
def _numerals(text: str) -> tuple[str, ...]:
    return tuple(_NUMERAL.findall(text))


def _numeral(claim: Claim) -> Decimal | None:
    found = _numerals(claim.text)
    return Decimal(found[0].replace(",", "")) if len(found) == 1 and found[0].count(".") < 2 else None


def _marks_swapped(a: Claim, b: Claim) -> bool:
    """Tell whether one writes a full stop where the other has a comma: "1.250" and "1,250"."""
    one, other = _numerals(a.text), _numerals(b.text)
    if len(one) != 1 or len(other) != 1 or one == other:
        return False
    digits = {n.replace(",", "").replace(".", "") for n in (*one, *other)}
    return len(digits) == 1 and all(_GROUPED.fullmatch(n) for n in (*one, *other))
