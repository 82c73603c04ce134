"""Laws of intervals: relations are pure, symmetric where they should be, and widening never makes a contradiction."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model.interval import (
    Interval,
    add,
    before,
    hull,
    inside,
    last_place,
    meets,
    negate,
    overlap,
    point,
    scale,
    starts_by,
    widen,
)

ends = st.one_of(st.none(), st.integers(-50, 50).map(Decimal))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval whose ends are ordered; a point is closed."""
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    is_point = low is not None and low == high
    return Interval(low, high, not is_point and draw(st.booleans()), not is_point and draw(st.booleans()))


@given(intervals(), intervals())
def test_meeting_is_symmetric(a: Interval, b: Interval) -> None:
    """If a meets b, b meets a."""
    assert meets(a, b) == meets(b, a)


@given(intervals())
def test_everything_meets_and_holds_itself(a: Interval) -> None:
    """An interval meets itself and lies inside itself."""
    assert meets(a, a)
    assert inside(a, a)


@given(intervals(), intervals(), st.integers(0, 20).map(Decimal))
def test_widening_never_makes_a_contradiction(a: Interval, b: Interval, by: Decimal) -> None:
    """Two intervals that meet still meet when one is widened."""
    assert not meets(a, b) or meets(widen(a, by), b)


@given(intervals(), intervals(), intervals())
def test_inside_is_transitive(a: Interval, b: Interval, c: Interval) -> None:
    """What lies inside b, where b lies inside c, lies inside c."""
    assert not (inside(a, b) and inside(b, c)) or inside(a, c)


@given(intervals(), intervals())
def test_the_hull_holds_both(a: Interval, b: Interval) -> None:
    """The hull holds both intervals."""
    assert inside(a, hull(a, b))
    assert inside(b, hull(a, b))


@given(intervals(), intervals())
def test_what_two_share_lies_in_both(a: Interval, b: Interval) -> None:
    """The overlap is there where two meet, lies in both, starts no lower than either, and is the other way round the same."""
    shared = overlap(a, b)
    assert (shared is not None) == meets(a, b) and shared == overlap(b, a)
    assert shared is None or all(inside(shared, c) and starts_by(c, shared) for c in (a, b))


@given(intervals(), intervals(), st.integers(1, 9).map(Decimal), st.integers(-9, 9).map(Decimal))
def test_scaling_both_changes_nothing(a: Interval, b: Interval, factor: Decimal, offset: Decimal) -> None:
    """Another unit for both does not change how they stand to each other."""
    x, y = scale(a, factor, offset), scale(b, factor, offset)
    assert (meets(a, b), inside(a, b), before(a, b)) == (meets(x, y), inside(x, y), before(x, y))


@given(intervals())
def test_negating_twice_is_nothing(a: Interval) -> None:
    """Mirrored twice an interval is itself."""
    assert negate(negate(a)) == a


@given(intervals(), intervals())
def test_adding_is_commutative(a: Interval, b: Interval) -> None:
    """The order of a sum does not matter."""
    assert add(a, b) == add(b, a)


RELATIONS = [
    (point(5), point(5), True, True),
    (Interval(Decimal(180), None), point(200), True, False),
    (Interval(Decimal(14), None, low_open=True), point(14), False, False),
    (Interval(None, Decimal(500)), Interval(Decimal(500), None), True, False),
    (Interval(None, Decimal(500), high_open=True), Interval(Decimal(500), None), False, False),
    (point(3), Interval(None, None), True, True),
]


@pytest.mark.parametrize(("a", "b", "meeting", "within"), RELATIONS)
def test_open_and_missing_ends(a: Interval, b: Interval, meeting: bool, within: bool) -> None:
    """Open ends leave their number out; a missing end has no limit."""
    assert (meets(a, b), inside(a, b)) == (meeting, within)


def test_ends_are_ordered() -> None:
    """An interval with its low end above its high end is refused."""
    with pytest.raises(ValueError, match="ordered"):
        Interval(Decimal(2), Decimal(1))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("13", "1"),
        ("23E+2", "100"),
        ("4.7", "0.1"),
        ("0", "1"),
        ("20", "1"),
        ("5.0", "0.1"),
        ("2E+6", "1000000"),
        ("30E+6", "1000000"),
    ],
)
def test_last_place(number: str, expected: str) -> None:
    """The last place that counts is the number's exponent, as the reader writes it."""
    assert last_place(Decimal(number)) == Decimal(expected)
