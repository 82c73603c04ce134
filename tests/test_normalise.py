"""Quantities: units and their sizes, and what a careful reader takes a figure for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.language import english
from numcheck.language.tables import UnitRow, Units
from numcheck.model.interval import inside
from numcheck.model.quantity import Quantity
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue, dimension_of, to_base
from numcheck.reading import read

UNITS = catalogue(english())
REGISTRY: Any = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


def quantity(text: str) -> Quantity:
    """Return the quantity of the only figure of `text`."""
    (mention,) = read(text, english(), UNITS).mentions
    return normalise(mention, UNITS)


@pytest.mark.parametrize("row", [r for r in english().table(Units).units if not r.own], ids=lambda r: r.name)
def test_factors_are_pints(row: UnitRow) -> None:
    """Every factor and offset of the table is the one pint has."""
    base = {"fuel economy": "meter / meter ** 3", "data": "bit", "data rate": "bit / second"}.get(row.dimension)
    name = re.sub(r"^(square|cubic)_(\w+)", lambda m: f"{m[2]} ** {2 if m[1] == 'square' else 3}", row.name).replace(
        "newton_", "newton * "
    )
    name = name.replace("degree_celsius", "degC").replace("degree_fahrenheit", "degF")
    one, zero = (REGISTRY.Quantity(n, REGISTRY.Unit(name)) for n in (1, 0))
    in_base = [(q.to(base) if base else q.to_base_units()).magnitude for q in (one, zero)]
    assert float(row.factor) == pytest.approx(in_base[0] - in_base[1], rel=1e-7)
    assert float(row.offset) == pytest.approx(in_base[1], abs=1e-6)


def test_the_catalogue_is_wide() -> None:
    """The units of the table, the currencies and the rest of quantulum3's catalogue are all known."""
    assert len(UNITS.by_name) > 350
    assert {"year", "USD", "UAH", "percent", "kilogram_force", "hectopascal"} <= set(UNITS.by_name)


@pytest.mark.parametrize("word", ["all", "top", "try", "cup of tea", "bar", "span", "drop", "league", "quarter", "set"])
def test_everyday_words_are_no_units(word: str) -> None:
    """A word that a newspaper means otherwise is not in the table."""
    assert word not in UNITS.surfaces


MEANT = [
    ("about 320 boats", 272, 368, False),
    ("about 2 million boats", 1500000, 2500000, False),
    ("nearly 100 boats", 85, 100, True),
    ("just over 40 boats", 40, 46, False),
    ("13 boats", 13, 13, False),
    ("300,000 boats", 250000, 350000, True),
    ("300 million boats", 250e6, 350e6, True),
    ("100 boats", 75, 125, True),
    ("1 million boats", 750e3, 1.25e6, True),
    ("about 100 boats", 75, 125, False),
    ("30 million boats", 29.5e6, 30.5e6, True),
    ("£30m", 29.5e6, 30.5e6, True),
    ("twenty billion boats", 19.5e9, 20.5e9, True),
    ("4.7 million boats", 4650000, 4750000, True),
    ("2.0 million boats", 1950000, 2050000, True),
    ("$88 billion", 87.5e9, 88.5e9, True),
    ("5 miles", 4.5, 5.5, True),
    ("several boats", 3, 9, False),
    ("500 to 700 boats", 500, 700, False),
]


@pytest.mark.parametrize(("text", "low", "high", "high_open"), MEANT, ids=[m[0] for m in MEANT])
def test_what_is_meant(text: str, low: float, high: float, high_open: bool) -> None:
    """About is 15 % either way; a rounded number stands for half its last place; small whole counts are exact."""
    meant = quantity(text).meant
    assert [float(meant.low or 0), float(meant.high or 0)] == pytest.approx([low, high])
    assert meant.high_open == high_open


SIZES = [
    ("at least 180 boats", 180),
    ("up to 500 boats", 500),
    ("100 to 400 boats", 200),
    ("6 months", 6 * 2629800),
    ("many boats", None),
]


@pytest.mark.parametrize(("text", "size"), SIZES, ids=[s[0] for s in SIZES])
def test_size(text: str, size: float | None) -> None:
    """A size is the number, the bound or the geometric middle, in base units; without bounds there is none."""
    found = quantity(text).size
    assert found == size or float(found or 0) == pytest.approx(size)


RATES = [
    ("$58 a barrel", "USD/barrel", "currency/volume"),
    ("15 miles per hour", "mile/hour", "speed"),
    ("1,000 calls a day", "count/day", "count/duration"),
]


@pytest.mark.parametrize(("text", "unit", "dimension"), RATES)
def test_rates_have_the_dimension_of_their_parts(text: str, unit: str, dimension: str) -> None:
    """A rate is one unit over another; speeds have their own name."""
    found = quantity(text)
    assert (found.unit, found.dimension) == (unit, dimension)


@given(
    st.integers(1, 500),
    st.sampled_from(
        [("5 miles", "8.04672 km"), ("2 years", "24 months"), ("3 tonnes", "3000 kg"), ("90 minutes", "1.5 hours")]
    ),
)
def test_units_of_one_dimension_meet_in_base(n: int, pair: tuple[str, str]) -> None:
    """The same amount in two units is the same in base units."""
    a, b = (quantity(text) for text in pair)
    assert float(a.size or 0) == pytest.approx(float(b.size or 0))
    assert a.dimension == b.dimension


def test_pint_answers_for_the_rest() -> None:
    """A unit of the catalogue without a written factor is sized by pint."""
    factor, _ = to_base("kilonewton", UNITS)
    assert factor == Decimal(1000)
    assert dimension_of("kilonewton", UNITS) == "force"


@given(st.integers(1, 10**9), st.sampled_from(["about", "some", "around"]))
def test_a_hedge_never_narrows(n: int, hedge: str) -> None:
    """About a number holds all that the number alone may mean."""
    plain, hedged = quantity(f"They saw {n:,} boats there."), quantity(f"They saw {hedge} {n:,} boats there.")
    assert inside(plain.meant, hedged.meant)
