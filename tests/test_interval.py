"""Laws of intervals: relations are pure, symmetric where they should be, and widening never makes a contradiction."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

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


GRID = [Fraction(n, 2) for n in range(-14, 15)]
"""Numbers around the ends of `near_intervals`: between any two ends stands one, and one beyond them all."""


@st.composite
def near_intervals(draw: st.DrawFn) -> Interval:
    """Intervals with ends so near that they often meet, touch, or are each other's."""
    low, high = sorted((draw(st.integers(-6, 6)), draw(st.integers(-6, 6))))
    unbound = draw(st.sampled_from([(False, False)] * 3 + [(True, False), (False, True), (True, True)]))
    open_ends = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    return Interval(
        None if unbound[0] else Decimal(low),
        None if unbound[1] else Decimal(high),
        open_ends[0] and not unbound[0],
        open_ends[1] and not unbound[1],
    )


def members(a: Interval) -> set[Fraction]:
    """Return the numbers of the grid that lie in an interval, found one by one."""
    return {x for x in GRID if _above(x, a.low, a.low_open) and _above(-x, None if a.high is None else -a.high, a.high_open)}


def _above(x: Fraction, end: Decimal | None, is_open: bool) -> bool:
    return end is None or x > Fraction(end) or (x == Fraction(end) and not is_open)


@given(near_intervals(), near_intervals())
def test_relations_are_those_of_their_numbers(a: Interval, b: Interval) -> None:
    """Two intervals stand to each other as the numbers in them do, looked at one by one."""
    x, y = members(a), members(b)
    assert meets(a, b) == bool(x & y)
    assert inside(a, b) == (x <= y)
    assert before(a, b) == (max(x) < min(y))
    assert starts_by(a, b) == (min(x) <= min(y))
    shared = overlap(a, b)
    assert (set() if shared is None else members(shared)) == x & y
    assert members(hull(a, b)) == {n for n in GRID if min(x | y) <= n <= max(x | y)}
    assert members(negate(a)) == {-n for n in x}


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
    ("low", "high", "expected"),
    [(2, 2, "point bounded"), (2, 3, "bounded"), (2, None, ""), (None, 2, ""), (None, None, "unbounded")],
)
def test_what_an_interval_is(low: int | None, high: int | None, expected: str) -> None:
    """An interval of one number is a point; with both ends it is bounded, with none unbounded."""
    made = Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))
    told = {"point": made.is_point, "bounded": made.is_bounded, "unbounded": made.is_unbounded}
    assert " ".join(name for name, holds in told.items() if holds) == expected


OPEN = Interval(Decimal(1), Decimal(3), low_open=True)
CHANGED: list[tuple[Callable[..., Interval], tuple[object, ...], Interval]] = [
    (widen, (OPEN, Decimal(0)), OPEN),
    (widen, (OPEN, Decimal(1)), Interval(Decimal(0), Decimal(4))),
    (widen, (Interval(None, Decimal(3), high_open=True), Decimal(1)), Interval(None, Decimal(4))),
    (scale, (OPEN, Decimal(1)), OPEN),
    (scale, (OPEN, Decimal(1), Decimal(2)), Interval(Decimal(3), Decimal(5), low_open=True)),
    (scale, (OPEN, Decimal(2)), Interval(Decimal(2), Decimal(6), low_open=True)),
    (scale, (Interval(Decimal(1), None), Decimal(2)), Interval(Decimal(2), None)),
    (add, (OPEN, OPEN), Interval(Decimal(2), Decimal(6), low_open=True)),
    (add, (OPEN, Interval(Decimal(1), Decimal(1))), Interval(Decimal(2), Decimal(4), low_open=True)),
    (add, (OPEN, Interval(None, Decimal(1), high_open=True)), Interval(None, Decimal(4), high_open=True)),
    (add, (OPEN, Interval(Decimal(1), None)), Interval(Decimal(2), None, low_open=True)),
]


@pytest.mark.parametrize(("change", "ends", "expected"), CHANGED)
def test_what_becomes_of_ends(change: Callable[..., Interval], ends: tuple[object, ...], expected: Interval) -> None:
    """Widened, scaled and added, an end stays missing where it was, and open unless it moved outwards."""
    assert change(*ends) == expected


@pytest.mark.parametrize("factor", [0, -1])
def test_nothing_is_scaled_by_less_than_nothing(factor: int) -> None:
    """A factor that would turn the ends around, or make one number of them, is refused."""
    with pytest.raises(ValueError, match="above zero"):
        scale(OPEN, Decimal(factor))


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
