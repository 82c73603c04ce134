"""Two values side by side: the level they reach, at the edges of each, and the laws of meeting, being near and being apart."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tellings import told

from numcheck.language import english
from numcheck.link import values
from numcheck.link.candidate import Candidate, Value, candidates, vocabulary


def pair(one: str, other: str) -> tuple[Candidate, Candidate]:
    """Return the candidates of two figures that two outlets tell, each in a few words."""
    made, articles = told({"a": f"Police counted {one} there.", "b": f"Police counted {other} there."})
    first, second = candidates(made, articles, vocabulary(english()))
    return first, second


LEVELS = [
    # One number: by how many of its digits tell it from others.
    ("40 men", "40 men", "equal"),
    ("45 men", "45 men", "equal"),
    ("46 men", "46 men", "equal, an unusual number"),
    ("463 men", "463 men", "equal, a rare number"),
    ("14,638 men", "14,638 men", "equal, a rare number"),
    ("12 men", "12 men", "equal, small"),
    ("13 men", "13 men", "equal, an unusual number"),
    ("2.5 km", "2.5 km", "equal"),
    ("dozens of men", "dozens of men", "same word"),
    ("many men", "many men", "same word"),
    # One number with two bounds.
    ("12 men", "more than 12 men", "same small number, another bound"),
    ("20 men", "up to 20 men", "same round number, another bound"),
    ("fewer than 20 men", "more than 20 men", "same round number, another bound"),
    ("121 men", "at least 121 men", "same number, another bound"),
    ("13 men", "at least 13 men", "same number, another bound"),
    # Numbers that share something.
    ("1,463 men", "1,460 men", "same number, another bound"),
    ("1,340 men", "1,300 men", "one rounds the other"),
    ("1,347 men", "1,300 men", "one rounds the other"),
    ("1,250 men", "1,300 men", "one rounds the other"),
    ("1,360 men", "1,300 men", "apart by a fiftieth"),
    ("1,340 men", "more than 1,300 men", "overlapping"),
    ("1,640 men", "2,000 men", "overlapping"),
    ("1,460 men", "1,500 men", "overlapping"),
    ("10 to 12 men", "10 men", "one end the same"),
    ("10 to 12 men", "12 to 14 men", "one end the same"),
    ("10 to 14 men", "12 to 16 men", "overlapping"),
    ("more than 20 men", "39 men", "overlapping"),
    ("more than 20 men", "40 men", "open, but far apart"),
    ("dozens of men", "45 men", "overlapping"),
    ("dozens of men", "24 men", "overlapping"),
    # Numbers that a step of their last digit parts: no number rounds to both.
    ("4.1 km", "4.2 km", "neighbours, as rounded"),
    ("4.1 million men", "4.2 million men", "neighbours, as rounded"),
    ("40 km", "41 km", "neighbours, as rounded"),
    ("4.1 km", "4.3 km", "apart by a tenth"),
    ("4.1 km", "4.15 km", "one rounds the other"),
    ("4.1 km", "more than 4.2 km", "apart by a fiftieth"),
    ("less than 4.15 km", "4.2 km", "apart by a fiftieth"),
    ("nine minutes", "10 minutes", "neighbours, as rounded"),
    # Numbers apart, at each step and just beyond it.
    ("50 men", "51 men", "apart by a fiftieth"),
    ("49 men", "50 men", "apart by a tenth"),
    ("20 men", "22 men", "apart by a tenth"),
    ("19 men", "21 men", values.SLIPPED),
    ("40 men", "60 men", values.SLIPPED),
    ("40 men", "61 men", "apart by three times"),
    ("20 men", "60 men", "apart by three times"),
    ("20 men", "61 men", "apart by ten times"),
    ("10 men", "96 men", "apart by ten times"),
    ("10 men", "97 men", "further apart"),
    ("10 men", "dozens of men", "apart by three times"),
    ("no men", "3 men", "none against some"),
    # The same digits at another scale, where the noun is one.
    ("88,000 men", "88 million men", values.SLIPPED),
    ("88,000 men", "88 billion men", values.SLIPPED),
    ("88,000 men", "8.8 million men", values.SLIPPED),
    ("88,000 men", "89 million men", values.SLIPPED),
    ("88,000 men", "90 million men", "further apart"),
    ("88,000 men", "880,000 men", values.SLIPPED),
    ("40 men", "40,000 men", values.SLIPPED),
    ("no men", "no men", "equal, small"),
    # Words without a size, and two currencies.
    ("many men", "dozens of men", "a word of size and a number"),
    ("many men", "45 men", "a word of size and a number"),
    ("a large number of men", "many men", "words of size"),
    ("€85 million", "$108 million", "in another currency"),
    ("€2,400", "$240 million", "in another currency"),
    ("€2,400", "$241 million", "in currencies no rate brings together"),
    ("50 pence", "£9", "in another currency"),
    ("50 pence", "£0", "in another currency"),
    ("50 pence", "£38 million", "in currencies no rate brings together"),
]


@pytest.mark.parametrize(("one", "other", "level"), LEVELS)
def test_the_level_of_two_values(one: str, other: str, level: str) -> None:
    """Two figures reach one level, whichever comes first; of that level hangs whether they are called disjoint."""
    a, b = pair(one, other)
    assert values.level_of(a, b) == values.level_of(b, a) == level
    assert values.disjoint(a, b) == (level.startswith(("apart", "neighbours", "further", "none", "in currencies")))


CONVERTED = [
    ("33 feet (10 metres)", "10 metres", "equal, small"),
    ("33 feet (10 metres)", "33 feet", "equal, an unusual number"),
    ("66 feet (20 metres)", "60 metres", "apart by three times"),
]


@pytest.mark.parametrize(("one", "other", "level"), CONVERTED)
def test_the_best_of_several_readings_counts(one: str, other: str, level: str) -> None:
    """Of a figure and its conversion in brackets that one is taken which agrees best with the other article's."""
    a, b = pair(one, other)
    assert values.level_of(a, b) == values.level_of(b, a) == level


ONE = [
    ("40 men", "more than 40 men", True),
    ("40 men", "41 men", False),
    ("2,010 men", "2,020 men", True),
    ("2,010 men", "2,021 men", False),
    ("dozens of men", "dozens of men", True),
    ("many men", "many men", False),
    ("many men", "40 men", False),
    ("€40", "$40", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), ONE)
def test_one_number(one: str, other: str, expected: bool) -> None:
    """Two figures give one number whatever their bounds, in one unit, within a half of a hundredth; a bare word none."""
    a, b = pair(one, other)
    assert values.one_number(a, b) is values.one_number(b, a) is expected


MARKED = [
    ("199 men", "200 men", True),
    ("198 men", "200 men", False),
    ("200 men", "more than 200 men", True),
    ("200 men", "200 km", False),
    ("dozens of men", "dozens of men", True),
    ("many men", "many men", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), MARKED)
def test_figures_of_one_number_have_one_mark(one: str, other: str, expected: bool) -> None:
    """Figures whose sizes are as near as a conversion's rounding are marked as one number; words without a size never."""
    a, b = pair(one, other)
    assert (a.number == b.number) is expected


CLASHES = [
    ("40 men", "41 men", True, True),
    ("40 men", "more than 40 men", False, False),
    ("more than 20 men", "39 men", False, False),
    ("more than 20 men", "40 men", True, True),
    ("dozens of men", "hundreds of men", True, False),
    ("dozens of men", "thousands of men", True, True),
    ("several men", "many men", True, True),
    ("many men", "a large number of men", False, False),
    ("many men", "45 men", False, False),
    ("dozens of men", "10 men", True, True),
    ("dozens of men", "400 men", True, False),
    ("€85 million", "$900 million", False, False),
    ("50 pence", "£38 million", True, False),
]


@pytest.mark.parametrize(("one", "other", "clash", "parted"), CLASHES)
def test_what_clashes_and_what_parts(one: str, other: str, clash: bool, parted: bool) -> None:
    """Two outlets clash over values apart; in one article a word of scale has no upper end, and two currencies part nothing."""
    a, b = pair(one, other)
    assert values.clash(a, b) is values.clash(b, a) is clash
    assert values.parted(a, b) is values.parted(b, a) is parted


def test_an_earlier_value_stands_for_its_later_one() -> None:
    """A corrected count parts from what its correction parts from, not from what it was itself."""
    made, articles = told({"a": "Police held 40 men, up from an earlier count of 17. They later said 17 men were held in May."})
    first, second, *_ = candidates(made, articles, vocabulary(english()))
    assert (first.current or second.current) is not None
    assert not values.parted(first, second)


def value(low: float, high: float, *, low_open: bool = False, high_open: bool = False, size: float | None = None) -> Value:
    """Return a plain count from `low` to `high`, as written."""
    return Value(
        low,
        high,
        (low_open, high_open),
        (low, high, low_open, high_open),
        low if size is None else size,
        "count",
        None,
        None,
        1,
    )


MEETING = [
    (value(1, 4), value(5, 9), False),
    (value(1, 5), value(5, 9), True),
    (value(1, 5, high_open=True), value(5, 9), False),
    (value(1, 5), value(5, 9, low_open=True), False),
    (value(1, 5, low_open=True), value(5, 9, high_open=True), True),
    (value(5, 5), value(5, 9, low_open=True), False),
    (value(5, 5), value(5, 5), True),
    (value(-inf, 5, high_open=True), value(5, inf, low_open=True), False),
    (value(-inf, 6, high_open=True), value(5, inf, low_open=True), True),
    (value(2, 8, low_open=True), value(2, 8, high_open=True), True),
]


@pytest.mark.parametrize(("x", "y", "expected"), MEETING)
def test_touching_ends(x: Value, y: Value, expected: bool) -> None:
    """Intervals that only touch meet where both ends are closed."""
    assert values.meet(x, y) is values.meet(y, x) is expected


NEAR = [
    (200, 201, True),
    (200, 202, False),
    (200, 200, True),
    (0, 0, True),
    (0, 1, False),
    (-200, -201, True),
    (-200, 201, False),
]


@pytest.mark.parametrize(("x", "y", "expected"), NEAR)
def test_near(x: float, y: float, expected: bool) -> None:
    """Two sizes are one within a half of a hundredth of the larger."""
    assert values.near(x, y) is values.near(y, x) is expected


APART = [(20, 39, False), (20, 40, True), (0, 0, False), (0, 1, True), (-5, 5, True), (-5, -5, False), (-5, -6, True)]


@pytest.mark.parametrize(("x", "y", "expected"), APART)
def test_apart(x: float, y: float, expected: bool) -> None:
    """Two sizes are far apart from twice on, and where one of them is no size, wherever they differ."""
    one, other = value(x, x), value(y, y)
    assert values.apart(one, other) is values.apart(other, one) is expected


sizes = st.one_of(st.integers(-20, 20), st.integers(1, 10**7))


@st.composite
def plain(draw: st.DrawFn) -> Value:
    """Any plain count, bounded or not."""
    low, high = sorted((draw(sizes), draw(sizes)))
    low_open, high_open = (draw(st.booleans()), draw(st.booleans())) if low < high else (False, False)
    return value(low, high, low_open=low_open, high_open=high_open)


@given(plain(), plain())
def test_meeting_is_sharing_a_number(x: Value, y: Value) -> None:
    """Two intervals meet where a number, a whole one or one between two, lies in both."""

    def holds(v: Value, number: float) -> bool:
        return (v.low < number or (v.low == number and not v.written[2])) and (
            number < v.high or (number == v.high and not v.written[3])
        )

    ends = sorted({x.low, x.high, y.low, y.high})
    between = [(a + b) / 2 for a, b in pairwise(ends)]
    assert values.meet(x, y) == any(holds(x, n) and holds(y, n) for n in (*ends, *between))
