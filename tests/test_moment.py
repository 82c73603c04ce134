"""Moments: a day with the hour and the zone where they are known, and which of two surely comes first."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model.moment import Moment, newest

FORMS = [
    ("2024-05-15", "2024-05-15"),
    ("2024-05-15T14:05", "2024-05-15T14:05"),
    ("2024-05-15 14:05", "2024-05-15T14:05"),
    ("2024-05-15T14:05:00", "2024-05-15T14:05"),
    ("2024-05-15T14:05:30.1234567Z", "2024-05-15T14:05:30Z"),
    ("2024-05-15T14:05+02:00", "2024-05-15T14:05+02:00"),
    ("2024-05-15T14:05-0330", "2024-05-15T14:05-03:30"),
    ("2024-05-15T140500+05", "2024-05-15T14:05+05:00"),
    ("2024-05-15T14:05+00:00", "2024-05-15T14:05Z"),
    (" 2024-05-15\n", "2024-05-15"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_parse(text: str, form: str) -> None:
    """Every ISO form of a day or a time of a day is read, and said again in one form."""
    moment = Moment.parse(text)
    assert moment is not None
    assert moment.isoformat() == form


@pytest.mark.parametrize(
    "text", ["", "2024", "2024-05", "2024-02-30", "2024-05-15T25:00", "2024-05-15T10:00+15:00", "15 May 2024", "2024-W20-4"]
)
def test_no_moment(text: str) -> None:
    """What is no day of the calendar, or no time of a day, is no moment."""
    assert Moment.parse(text) is None


ORDERED = [
    ("2024-05-15", "2024-05-16"),
    ("2024-05-15T23:59", "2024-05-16"),
    ("2024-05-15", "2024-05-16T00:01"),
    ("2024-05-15T09:00", "2024-05-15T15:00"),
    ("2024-05-15T15:00+05:00", "2024-05-15T11:00Z"),
    ("2024-05-16T01:00+02:00", "2024-05-15T23:30Z"),
    ("2024-05-15T09:00Z", "2024-05-16T08:00"),
]


@pytest.mark.parametrize(("first", "second"), ORDERED)
def test_before(first: str, second: str) -> None:
    """The earlier day comes first, the earlier hour of one day, and in UTC where both zones are known."""
    one, other = _moment(first), _moment(second)
    assert one.before(other)
    assert not other.before(one)


UNORDERED = [
    ("2024-05-15", "2024-05-15"),
    ("2024-05-15", "2024-05-15T09:00"),
    ("2024-05-15T09:00", "2024-05-15T15:00Z"),
    ("2024-05-15T09:00", "2024-05-15T09:00"),
    ("2024-05-15T09:00Z", "2024-05-15T11:00+02:00"),
]


@pytest.mark.parametrize(("first", "second"), UNORDERED)
def test_neither_before(first: str, second: str) -> None:
    """On one day nobody knows the order where a clock is missing, or the zone of one alone."""
    one, other = _moment(first), _moment(second)
    assert not one.before(other)
    assert not other.before(one)


def test_a_zone_needs_a_clock() -> None:
    """A day alone has no zone."""
    with pytest.raises(ValueError, match="no such zone"):
        Moment(date(2024, 5, 15), None, timedelta(hours=1))


def test_newest() -> None:
    """The newest is of the last day; a day without a clock may be any hour of it, so it stands for the last."""
    texts = ["2024-05-14T23:00", "2024-05-15T09:00", "2024-05-15", "2024-05-15T15:00"]
    assert newest(map(_moment, texts)) == _moment("2024-05-15")
    assert newest(map(_moment, reversed(texts))) == _moment("2024-05-15")
    assert newest(map(_moment, texts[:2])) == _moment("2024-05-15T09:00")
    assert newest(map(_moment, ("2024-05-15T09:00Z", "2024-05-15T09:00:30"))) == _moment("2024-05-15T09:00:30")
    assert newest([]) is None


moments = st.builds(
    lambda day, clock, zone: Moment(day, clock, zone if clock else None),
    st.dates(date(2024, 5, 14), date(2024, 5, 17)) | st.dates(),
    st.none() | st.times().map(lambda t: t.replace(microsecond=0)),
    st.none() | st.integers(-14 * 60, 14 * 60).map(lambda m: timedelta(minutes=m)),
)


@given(moments)
def test_said_and_read_again(moment: Moment) -> None:
    """What a moment says in ISO form is read as the same moment."""
    assert Moment.parse(moment.isoformat()) == moment


@given(moments, moments)
def test_never_both_ways(one: Moment, other: Moment) -> None:
    """Of two moments one at most comes first, and none before itself."""
    assert not (one.before(other) and other.before(one))
    assert not one.before(one)


zoned = st.datetimes(datetime(2024, 5, 14), datetime(2024, 5, 17)).map(lambda t: t.replace(microsecond=0))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda m: timedelta(minutes=m))


@given(zoned, offsets, zoned, offsets)
def test_zones_are_compared_in_utc(a: datetime, east: timedelta, b: datetime, west: timedelta) -> None:
    """Two moments with zones stand in the order of their instants."""
    instants = [a.replace(tzinfo=timezone(east)).astimezone(UTC), b.replace(tzinfo=timezone(west)).astimezone(UTC)]
    assert Moment(a.date(), a.time(), east).before(Moment(b.date(), b.time(), west)) == (instants[0] < instants[1])


@given(st.dates(), st.times(), st.dates(), st.times())
def test_clocks_without_zones(a: date, morning: time, b: date, evening: time) -> None:
    """Without zones moments stand in the order of day and clock."""
    assert Moment(a, morning).before(Moment(b, evening)) == ((a, morning) < (b, evening))


def _moment(text: str) -> Moment:
    moment = Moment.parse(text)
    assert moment is not None
    return moment
