"""How two figures stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import quantity

from numcheck.judge import relations
from numcheck.model.interval import meets

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
        ("thousands", "tens of thousands", True),
        ("dozens", "90", True),
        ("dozens", "150", True),
        ("dozens", "250", False),
        ("tens of thousands", "up to 20,000", False),
        ("tens of thousands", "up to 30,000", True),
        ("thousands", "hundreds of thousands", False),
        ("dozens", "hundreds", False),
        ("12", "24", False),
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
