"""How two figures stand to each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import quantity

from numcheck.judge import relations
from numcheck.model.interval import Interval, meets

DISJOINT = [
    ("500-700", "about 3,000", True),
    ("500-700", "about 650", False),
    ("500-700", "600-900", False),
    ("3", "2", True),
    ("13", "13", False),
    ("12", "10", True),
    ("305.45", "305", False),
    ("305.55", "305", True),
    ("about 12", "at least 17", True),
    ("at least 50", "53", False),
    ("up to 500", "501", True),
    ("up to 500", "499", False),
    ("10 km", "6 mile", False),
    ("5 mile", "8 km", False),
    ("10 mile", "16.1 km", False),
    ("6.2 mile", "10 km", False),
    ("6 mile", "12 km", True),
    ("fewer than 15 mile", "25 km", False),
    ("24-30 foot", "10 m", True),
    ("24-30 foot", "9.2 m", False),
    ("24-30 foot", "9.4 m", True),
    ("at least 24 foot", "7.2 m", False),
    ("at least 24 foot", "6.8 m", True),
    ("2 m", "6.6 foot", False),
    ("4.7 m", "5 m", False),
    ("88,000,000 $", "137,000,000 $", True),
    ("85,000,000 €", "137,000,000 $", False),
    ("87,900,000 $", "88,000,000 $", False),
    ("20", "dozens", False),
    ("250", "dozens", True),
    ("1,100", "hundreds", False),
    ("8,000", "thousands", False),
    ("dozens", "thousands", True),
    ("thousands", "hundreds of thousands", False),
    ("many", "3", False),
    ("14 %", "more than 14 %", False),
    ("6-12 month", "at least 6 month", False),
    ("1 year", "12 month", False),
    ("49 knot", "50 knot", False),
    ("47 knot", "49 knot", True),
    ("40 knot", "50 knot", True),
    ("50 knot", "60 knot", True),
    ("up to 50 knot", "52 knot", False),
    ("50 knot", "at least 52 knot", False),
    ("up to 52 knot", "55 knot", True),
    ("49", "50", True),
    ("12 $", "13 €", False),
    ("24", "a few", True),
    ("18", "a few", True),
    ("12", "a few", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), DISJOINT)
def test_disjoint(one: str, other: str, expected: bool) -> None:
    """Figures are disjoint only where no reading at the coarser precision lets both be true, whichever comes first."""
    assert relations.disjoint(quantity(one), quantity(other)) is expected
    assert relations.disjoint(quantity(other), quantity(one)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("nearly 300", "more than 300", True),
        ("fewer than 100", "more than 100", True),
        ("nearly 100", "about 100", False),
        ("at least 100", "more than 100", False),
        ("up to 100", "at least 100", False),
        ("nearly 300", "more than 400", False),
    ],
)
def test_flipped(one: str, other: str, expected: bool) -> None:
    """A bound is flipped where one number is approached from below on one side and from above on the other."""
    assert relations.flipped(quantity(one), quantity(other)) is expected
    assert relations.flipped(quantity(other), quantity(one)) is expected


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("thousands", "8,000", True),
        ("thousands", "several thousand", True),
        ("thousands", "tens of thousands", False),
        ("dozens", "90", True),
        ("dozens", "150", True),
        ("dozens", "250", False),
        ("tens of thousands", "up to 20,000", False),
        ("tens of thousands", "up to 30,000", True),
        ("thousands", "hundreds of thousands", False),
        ("dozens", "hundreds", False),
        ("several", "a few", False),
        ("12", "24", False),
        ("dozens", "at least 24", True),
        ("dozens", "at least 50", True),
        ("dozens", "at least 99", False),
        ("dozens", "at least 150", False),
        ("dozens", "more than 12", True),
        ("dozens", "at least 11", False),
        ("dozens", "up to 50", True),
        ("dozens", "fewer than 20", False),
        ("dozens", "fewer than 24", False),
        ("dozens", "20-30", True),
        ("dozens", "198", True),
        ("dozens", "199", False),
        ("dozens", "12", True),
        ("dozens", "11", False),
        ("many", "40", True),
    ],
)
def test_word_holds(word: str, other: str, expected: bool) -> None:
    """A vague word holds a figure inside its usual span, read loosely, but not one that only touches its end."""
    assert relations.word_holds(quantity(word), quantity(other)) is expected
    assert relations.word_holds(quantity(other), quantity(word)) is expected


@pytest.mark.parametrize(
    ("full", "bare", "expected"),
    [
        ("6-12 month", "at least 6 month", "low"),
        ("6-12 month", "6 month", "low"),
        ("6-12 month", "1 year", "high"),
        ("500-9,999", "several thousand", "high"),
        ("500-700", "700", "high"),
        ("500-700", "about 500", "low"),
        ("500-700", "up to 700", None),
        ("500-700", "at least 700", None),
        ("500-700", "600", None),
        ("500-700", "500-700", None),
        ("500-700", "thousands", None),
        ("500-700", "fewer than 500", None),
        ("500-700", "at least 500", "low"),
        ("500-700", "more than 700", None),
        ("20-99", "dozens", "high"),
        ("24-99", "dozens", None),
        ("500-700", "500 km", None),
        ("500", "500", None),
    ],
)
def test_kept_end(full: str, bare: str, expected: str | None) -> None:
    """The end of a range told alone is named; a ceiling at its top, and a number inside it, keep neither."""
    assert relations.kept_end(quantity(full), quantity(bare)) == expected


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("3", "5"),
        ("up to 500", "500"),
        ("500", "at least 500"),
        ("fewer than 500", "500"),
        ("nearly 500", "500"),
        ("thousands", "hundreds of thousands"),
        ("10 km", "10 mile"),
    ],
)
def test_order(lower: str, higher: str) -> None:
    """The lower statement comes first: the smaller size, and of one number the one that says it may be less."""
    assert relations.order(quantity(lower)) < relations.order(quantity(higher))


def test_currencies_are_not_compared() -> None:
    """Two currencies are neither disjoint, nor apart, nor the same number."""
    euros, dollars = quantity("85 €"), quantity("8,500 $")
    assert not relations.comparable(euros, dollars)
    assert relations.times_apart(euros, dollars) is None
    assert not relations.same_number(quantity("85 €"), quantity("85 $"))


RELATIONS = [
    ("scale_slip", "$88 million", "$88 billion", True, True),
    ("scale_slip", "$88 million", "$88 trillion", True, True),
    ("scale_slip", "$1,000", "$1,000,000", True, True),
    ("scale_slip", "$999", "$999,000", False, False),
    ("scale_slip", "$88 million", "€88 billion", False, False),
    ("scale_slip", "88,000", "88,000", False, False),
    ("scale_slip", "88,000", "880,000", False, False),
    ("scale_slip", "88 million", "about 88 billion", True, True),
    ("scale_slip", "80-88 million", "80 billion", False, False),
    ("scale_slip", "8,000 m", "8,000 km", False, False),
    ("digit_slip", "341", "314", True, True),
    ("digit_slip", "341", "431", True, True),
    ("digit_slip", "341", "143", False, False),
    ("digit_slip", "34", "43", False, False),
    ("digit_slip", "134", "34", False, False),
    ("digit_slip", "1,463", "163", True, True),
    ("digit_slip", "1,463", "463", True, True),
    ("digit_slip", "1,463", "146", False, False),
    ("digit_slip", "341", "3,410", False, False),
    ("digit_slip", "341,000", "314,000", True, True),
    ("digit_slip", "34,000", "43,000", False, False),
    ("digit_slip", "34.1", "31.4", True, True),
    ("digit_slip", "341", "341", False, False),
    ("digit_slip", "about 341", "314", False, False),
    ("digit_slip", "341 km", "314 mile", False, False),
    ("rounded_away", "1.46 million", "2 million", True, True),
    ("rounded_away", "1.54 million", "2 million", False, False),
    ("rounded_away", "1.46 million", "1 million", False, False),
    ("rounded_away", "14,600", "20,000", True, True),
    ("rounded_away", "13,400", "20,000", True, True),
    ("rounded_away", "13,300", "20,000", False, False),
    ("rounded_away", "1,460", "2,000", False, False),
    ("rounded_away", "9,460", "10,000", False, False),
    ("rounded_away", "15,000", "20,000", False, False),
    ("rounded_away", "14,600", "about 20,000", True, True),
    ("rounded_away", "14,600", "up to 20,000", False, False),
    ("rounded_away", "1.449 million", "1.5 million", True, True),
    ("rounded_away", "1.449 million", "1.4 million", False, False),
    ("rounded_away", "1.44 million", "1.5 million", False, False),
    ("rounded_away", "14,600 km", "20,000 mile", False, False),
    ("finer", "1,463", "about 1,500", True, False),
    ("finer", "1,463", "1,500", False, False),
    ("finer", "about 1,463", "about 1,500", False, False),
    ("finer", "1,900", "about 2,000", True, False),
    ("finer", "1,899", "about 2,000", False, False),
    ("finer", "2,100", "about 2,000", True, False),
    ("finer", "2,101", "about 2,000", False, False),
    ("finer", "3", "about 3", False, False),
    ("finer", "1,463 km", "about 1,500 mile", False, False),
    ("rounds_to", "305.45", "305", True, False),
    ("rounds_to", "305.5", "305", True, False),
    ("rounds_to", "305", "305", False, False),
    ("rounds_to", "305.55", "305", False, False),
    ("rounds_to", "1.46 million", "1.5 million", True, False),
    ("rounds_to", "305.4", "305.5", False, False),
    ("rounds_to", "about 305.45", "305", False, False),
    ("rounds_to", "305.45 km", "305 mile", False, False),
    ("lost_low_end", "500-700", "up to 700", True, False),
    ("lost_low_end", "500-700", "fewer than 700", True, False),
    ("lost_low_end", "500-700", "up to 500", False, False),
    ("lost_low_end", "500-700", "700", False, False),
    ("lost_low_end", "0-700", "up to 700", False, False),
    ("lost_low_end", "700", "up to 700", False, False),
    ("lost_low_end", "500-700 km", "up to 700", False, False),
    ("same_number", "up to 500", "500", True, True),
    ("same_number", "500-700", "500", False, False),
    ("same_number", "dozens", "dozens", True, True),
    ("same_number", "dozens", "hundreds", False, False),
    ("same_number", "dozens", "48", False, False),
    ("same_number", "200 km", "124 mile", True, True),
    ("same_number", "200 km", "126 mile", False, False),
    ("agree", "5", "5", True, True),
    ("agree", "5", "6", False, False),
    ("agree", "nearly 300", "more than 300", False, False),
    ("agree", "85 €", "85 $", False, False),
]


@pytest.mark.parametrize(("relation", "one", "other", "there", "back"), RELATIONS)
def test_relations_at_their_edges(relation: str, one: str, other: str, there: bool, back: bool) -> None:
    """Each relation holds up to its edge and not beyond it, in the direction that it has, if any."""
    ask = getattr(relations, relation)
    assert (ask(quantity(one), quantity(other)), ask(quantity(other), quantity(one))) == (there, back)


def ends(low: int | None, high: int | None) -> Interval:
    """Return the interval between two whole numbers."""
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


NEAR = [
    (1000, 1005, True),
    (1000, 1006, False),
    (-1000, -1005, True),
    (0, 0, True),
    (0, 1, False),
    (None, 5, False),
    (None, None, False),
]


@pytest.mark.parametrize(("one", "other", "expected"), NEAR)
def test_near(one: int | None, other: int | None, expected: bool) -> None:
    """Two numbers are one where half a per cent of the larger parts them at most; what is no number is near none."""
    x, y = (None if number is None else Decimal(number) for number in (one, other))
    assert relations.near(x, y) is relations.near(y, x) is expected


SHARED = [
    ((1, 5), (4, 8), Decimal(1) / 7),
    ((1, 5), (5, 8), Decimal(0)),
    ((1, 5), (6, 8), None),
    ((1, 8), (2, 5), None),
    ((1, 5), (1, 5), None),
    ((None, 5), (1, 6), None),
    ((1, None), (0, 6), None),
]


@pytest.mark.parametrize(("one", "other", "part"), SHARED)
def test_shared_part(one: tuple[int | None, int | None], other: tuple[int | None, int | None], part: Decimal | None) -> None:
    """What two intervals share is a part of both together; of one inside the other, and without an end, none is told."""
    assert relations.shared_part(ends(*one), ends(*other)) == relations.shared_part(ends(*other), ends(*one)) == part


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("12", 1),
        ("85 €", 1),
        ("many", 1),
        ("0 km", 1),
        ("10 km", 1000),
        ("up to 10 km", 1000),
        ("2.5 %", "0.01"),
        ("24-30 foot", "0.3048"),
    ],
)
def test_unit_factor(text: str, factor: int | str) -> None:
    """The figure's own numbers show how large its unit is in base units, where they are no zeros and have an end."""
    assert relations.unit_factor(quantity(text)) == Decimal(factor)


GRANTED = [
    ("12", 12, 12),
    ("about 12", "10.2", "13.8"),
    ("10 km", 9500, 10500),
    ("24-30 foot", "7.3152", "9.144"),
    ("20 m", "19.5", "20.5"),
    ("up to 500", None, 500),
    ("many", None, None),
]


@pytest.mark.parametrize(("text", "low", "high"), GRANTED)
def test_granted(text: str, low: int | str | None, high: int | str | None) -> None:
    """A measure is granted half of its last written place either way; a count, a bound and a range what they mean."""
    interval = relations.granted(quantity(text))
    assert (interval.low, interval.high) == tuple(None if end is None else Decimal(end) for end in (low, high))


HEDGES = ["", "about ", "nearly ", "up to ", "at least ", "more than "]
FIGURES = st.one_of(
    st.sampled_from(["dozens", "thousands", "several", "many", "10 km", "6 mile", "500-700", "2.5 %", "0"]),
    st.builds(lambda hedge, n: f"{hedge}{n}", st.sampled_from(HEDGES), st.integers(1, 9999)),
)


@given(FIGURES, FIGURES)
def test_relations_are_symmetric(one: str, other: str) -> None:
    """It makes no difference which figure is named first."""
    p, q = quantity(one), quantity(other)
    assert relations.disjoint(p, q) == relations.disjoint(q, p)
    assert relations.same_number(p, q) == relations.same_number(q, p)
    assert relations.times_apart(p, q) == relations.times_apart(q, p)
    assert relations.word_holds(p, q) == relations.word_holds(q, p)


@given(FIGURES, FIGURES)
def test_what_meets_is_not_disjoint(one: str, other: str) -> None:
    """Figures whose meant intervals meet are never disjoint; a figure never is from itself."""
    p, q = quantity(one), quantity(other)
    assert not (meets(p.base, q.base) and relations.disjoint(p, q))
    assert not relations.disjoint(p, p)


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_hedge_never_makes_a_contradiction(x: int, y: int) -> None:
    """Two plain counts that agree still agree when one is told as "about"."""
    if not relations.disjoint(quantity(f"{x}"), quantity(f"{y}")):
        assert not relations.disjoint(quantity(f"about {x}"), quantity(f"{y}"))
