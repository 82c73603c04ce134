"""The geometry of the charts: tables of figures and where they stand on the axis."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from decimal import Decimal

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model.claim import Claim
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Hedge
from numcheck.report.chart import Axis, axis_of, bar, charts, short, ticks

PAPER = samples.documents()[0]


def interval(low: float | str | None, high: float | str | None, ends: str = "[]") -> Interval:
    known = [None if end is None else Decimal(str(end)) for end in (low, high)]
    return Interval(known[0], known[1], ends[0] == "(", ends[1] == ")")


def claim(
    stated: Interval,
    meant: Interval | None = None,
    hedge: Hedge = "exact",
    unit: str = "count",
    dimension: str = "count",
    per: int = 1,
) -> Claim:
    """Return a claim of an interval in `unit`, of which one is `per` base units."""
    means = meant or stated
    times = Decimal(per)
    base, written = (
        Interval(None if i.low is None else i.low * times, None if i.high is None else i.high * times, i.low_open, i.high_open)
        for i in (means, stated)
    )
    figure = samples.Figure("x", "1", "1", "x")
    told = samples.claim(PAPER, "x", figure, 1, 0)
    return replace(
        told,
        quantity=Quantity(stated, unit, dimension, hedge, None, None, None, means, base, written, written.low or written.high),
    )


BARS = [
    ("a number", interval(50, 50), None, "exact", (None, None, "", 50.0)),
    ("a rounded number", interval(50, 50), interval(45, 55), "about", (None, (45.6, 54.4), "both", 50.0)),
    ("nearly", interval(50, 50), interval(40, 50), "about", (None, (41.2, 50.0), "left", 50.0)),
    ("a range", interval(20, 80), None, "range", ((23.6, 76.4), None, "", None)),
    ("at least", interval(50, None), None, "at_least", ((50.0, 100.0), None, "", None)),
    ("more than", interval(50, None, "()"), None, "more_than", ((50.0, 100.0), None, "", None)),
    ("up to", interval(None, 50), None, "at_most", ((0.0, 50.0), None, "", None)),
    ("a vague word", interval(24, 99), None, "vague", (None, (27.12, 93.12), "both", None)),
    ("no number", interval(None, None), None, "vague", (None, None, "", None)),
]


@pytest.mark.parametrize(("what", "stated", "meant", "hedge", "drawn"), BARS, ids=[row[0] for row in BARS])
def test_bar(what: str, stated: Interval, meant: Interval | None, hedge: Hedge, drawn: object) -> None:
    """A figure is a point, a bar or a fade, where its bounds are."""
    found = bar(claim(stated, meant, hedge), stated, meant or stated, Axis(0, 100))
    assert (found.solid, found.soft, found.fade, found.point) == drawn
    assert found.empty is (what == "no number")


@pytest.mark.parametrize(
    ("stated", "ends"),
    [
        (interval(20, 80), ("closed", "closed")),
        (interval(20, 80, "(]"), ("open", "closed")),
        (interval(20, None, "(]"), ("open", "arrow")),
        (interval(20, None), ("closed", "arrow")),
        (interval(None, 80, "[)"), ("arrow", "open")),
    ],
)
def test_ends(stated: Interval, ends: tuple[str, str]) -> None:
    """A bound that belongs to the figure is closed, one that does not is open, and a missing one is an arrow."""
    found = bar(claim(stated, hedge="range"), stated, stated, Axis(0, 100))
    assert (found.left, found.right) == ends


AXES = [
    ((12, 14), Axis(12, 14, whole=True)),
    ((3, 14), Axis(0, 14, whole=True)),
    ((1.5, 1.7), Axis(1.5, 1.7)),
    ((2000, 99_999, 200_000, 999_999), Axis(2000, 999_999, log=True)),
    ((0, 12, 4000), Axis(12, 4000, log=True, zero=True)),
    ((0, 4000), Axis(0, 4000, whole=True)),
    ((-3, 4000), Axis(-3, 4000, whole=True)),
    ((12, 12), Axis(9, 15, whole=True)),
    ((0,), Axis(-1, 1, whole=True)),
]


@pytest.mark.parametrize(("ends", "axis"), AXES, ids=[str(row[0]) for row in AXES])
def test_axis(ends: tuple[float, ...], axis: Axis) -> None:
    """An axis holds all its numbers, and is logarithmic where they lie far apart."""
    assert axis_of([Decimal(str(end)) for end in ends]) == axis


@pytest.mark.parametrize(
    ("ends", "downward", "upward", "axis"),
    [
        ((100, 200), False, True, Axis(100, 215, whole=True)),
        ((100, 200), True, False, Axis(85, 200, whole=True)),
        ((10, 200), True, False, Axis(10 / 10 ** ((math.log10(200) - math.log10(10)) * 0.15), 200, log=True)),
        ((20, 200), True, False, Axis(0, 200, whole=True)),
    ],
)
def test_room_for_an_arrow(ends: tuple[int, int], downward: bool, upward: bool, axis: Axis) -> None:
    """Beyond the last number there is room to show that a figure is open there; below nought there is none."""
    assert axis_of(map(Decimal, ends), downward=downward, upward=upward) == axis


TICKS = [
    (Axis(12, 14, whole=True), "12 13 14"),
    (Axis(1.5, 1.7), "1.5 1.55 1.6 1.65 1.7"),
    (Axis(0, 14, whole=True), "0 5 10"),
    (Axis(0, 100), "0 20 40 60 80 100"),
    (Axis(-3, 4000), "0 1,000 2,000 3,000 4,000"),
    (Axis(2000, 999_999, log=True), "10,000 100,000 1 million"),
    (Axis(1, 30, log=True), "1 2 5 10 20"),
    (Axis(12, 4000, log=True, zero=True), "0 20 50 100 200 500 1,000 2,000"),
    (Axis(1, 10**12, log=True), "1 1,000 1 million 1 billion 1 trillion"),
]


@pytest.mark.parametrize(("axis", "labels"), TICKS, ids=[row[1] for row in TICKS])
def test_ticks(axis: Axis, labels: str) -> None:
    """An axis is told in round numbers."""
    assert " ".join(short(tick.value) for tick in ticks(axis)) == labels


def test_labels_do_not_touch() -> None:
    """A label that would run into the one before is left out; its line stays."""
    told = ticks(Axis(10_000_000, 450_000_000, log=True))
    assert not all(tick.shown for tick in told)
    shown = [tick for tick in told if tick.shown]
    assert all(b.at - a.at >= 2.0 * len(short(a.value)) / 2 for a, b in itertools.pairwise(shown))


def test_units_share_an_axis() -> None:
    """Kilometres and miles stand on one axis, in the unit that more of them use."""
    far = claim(interval(10, 10), unit="kilometer", dimension="length", per=1000)
    near = claim(interval(5, 5), unit="kilometer", dimension="length", per=1000)
    miles = claim(interval(10, 10), unit="mile", dimension="length", per=1609)
    (found,) = charts([far, near, miles])
    assert found.unit == "kilometer"
    places = [one.point for one in found.bars]
    assert places[0] is not None and places[1] is not None and places[2] is not None
    assert places[1] < places[0] < places[2]


def test_currencies_share_none() -> None:
    """Sums in two currencies have an axis each."""
    dollars = claim(interval(10, 10), unit="USD", dimension="currency")
    euros = claim(interval(9, 9), unit="EUR", dimension="currency")
    assert [found.unit for found in charts([dollars, euros])] == ["USD", "EUR"]


def test_temperatures() -> None:
    """Degrees of two scales have no common factor: they stand on the axis of the base unit."""
    celsius = claim(interval(10, 10), unit="degree_celsius", dimension="temperature")
    fahrenheit = claim(interval(50, 50), unit="degree_fahrenheit", dimension="temperature")
    (found,) = charts([celsius, fahrenheit])
    assert found.unit == ""


def test_only_words() -> None:
    """A topic told in words alone has bars without places and an axis without numbers."""
    (found,) = charts([claim(interval(None, None), hedge="vague")])
    assert found.ticks == () and found.bars[0].empty


ENDS = st.one_of(st.none(), st.decimals("-1e400", "1e400", allow_nan=False))


@given(st.lists(st.tuples(ENDS, ENDS, st.sampled_from(["[]", "()", "(]", "[)"])), min_size=1, max_size=8))
def test_all_is_inside(rows: list[tuple[Decimal | None, Decimal | None, str]]) -> None:
    """Whatever the numbers, every place lies on the axis, ends stand in order, and there are few ticks."""
    told = []
    for low, high, ends in rows:
        if low is not None and high is not None and low > high:
            low, high = high, low
        told.append(claim(Interval(low, high, ends[0] == "(", ends[1] == ")"), hedge="range"))
    for found in charts(told):
        assert len(found.ticks) <= 12
        assert all(0 <= tick.at <= 100 for tick in found.ticks)
        for one in found.bars:
            for span in (one.solid, one.soft):
                assert span is None or 0 <= span[0] <= span[1] <= 100
            assert one.point is None or 0 <= one.point <= 100
