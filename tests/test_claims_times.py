"""Times of a sentence are told in one normal form, resolved against the day its article was published."""

from __future__ import annotations

from datetime import date

import pytest
from tellings import claims_of

from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.moment import Moment

FRIDAY = Moment(date(2021, 5, 14))


def told(text: str, published: Moment | None = FRIDAY) -> Claim:
    """Return the last count of a text."""
    made = claims_of(Article("a.txt", text, "a", published=published))
    return [c for c in made if c.quantity.dimension == "count"][-1]


@pytest.mark.parametrize(
    ("time", "window"),
    [
        ("in the past week", "past 7 days"),
        ("over the last seven days", "past 7 days"),
        ("in the last week", "past 7 days"),
        ("in the past 48 hours", "past 2 days"),
        ("in the past fortnight", "past 14 days"),
        ("in the past 12 months", "past 1 year"),
        ("in the past quarter", "past 3 months"),
        ("in the last decade", "past 10 years"),
        ("in the week to Sunday", "past 7 days"),
        ("last week", "2021-W18"),
        ("this month", "2021-05"),
        ("last month", "2021-04"),
        ("this year", "2021"),
        ("so far this year", "2021"),
        ("since the start of the year", "2021"),
        ("since January", "2021"),
        ("since March", "since 2021-03"),
        ("last year", "2020"),
        ("a year ago", "2020"),
        ("in April last year", "2020-04"),
        ("in the first quarter", "2021-Q1"),
        ("in the third quarter", "2020-Q3"),
        ("in the first quarter of 2019", "2019-Q1"),
        ("in 2004", "2004"),
        ("yesterday", "2021-05-13"),
        ("so far", "in all"),
        ("in recent weeks", "recent weeks"),
    ],
)
def test_windows(time: str, window: str) -> None:
    """Windows that span the same time read the same, however they are written."""
    assert told(f"Some 900 people drowned {time}.").scope.window == window
    assert told(f"{time.capitalize()}, some 900 people drowned.").scope.window == window or time != time.lower()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Some 900 people fled on Tuesday.", "2021-05-11"),
        ("Some 900 people fled on Friday.", "2021-05-14"),
        ("Some 900 people fled last Friday.", "2021-05-07"),
        ("Some 900 guards will be sent on Monday.", "2021-05-17"),
        ("The town will hire some 900 guards in March.", "2022-03"),
        ("The town will hire some 900 guards in June.", "2021-06"),
        ("The mayor said that some 900 guards would follow in June.", "2021-06"),
        ("The mayor said in January that some 900 guards would follow in March.", "2021-03"),
        ("As of Wednesday, 40 bodies had been found.", "2021-05-12"),
        ("By May 3, 40 bodies had been found.", "2021-05-03"),
        ("By 3 December, 40 bodies had been found.", "2020-12-03"),
        ("On May 3, 2019, 40 people drowned.", "2019-05-03"),
        ("Three days ago, 40 people drowned.", "2021-05-11"),
        ("Some 900 people fled last week.", "2021-W18"),
        ("The blast, two months ago, killed 40 people.", "2021-03"),
        ("Some 900 people fled in the past week.", None),
        ("Some 900 people may flee.", None),
        ("Doctors treated 20 people, against 40 in 2019.", "2019"),
        ("Some 900 people fled.", None),
    ],
)
def test_as_of(text: str, when: str | None) -> None:
    """The time a figure holds for is a date, week, month or year in ISO form."""
    assert told(text).as_of == when


def test_a_time_stays_with_its_own_figure() -> None:
    """A time behind a later figure, or behind a semicolon, is not that of the figure before."""
    text = "Guards counted 900 seals, against 700 in 2019; a year ago it was 800 seals."
    made = claims_of(Article("a.txt", text, "a", published=FRIDAY))
    assert [c.scope.window for c in made] == [None, "2019", "2020"]


@pytest.mark.parametrize(
    ("text", "window", "when"),
    [
        ("Some 900 people fled last week.", "last week", None),
        ("Some 900 people fled on Tuesday.", "tuesday", None),
        ("Some 900 people fled in May 2019.", "2019-05", "2019-05"),
        ("Some 900 people fled in the last seven days.", "past 7 days", None),
    ],
)
def test_without_a_publish_day(text: str, window: str, when: str | None) -> None:
    """Without a publish day relative words stay as written, and only what is written in full is a date."""
    claim = told(text, None)
    assert (claim.scope.window, claim.as_of) == (window, when)


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("It was the worst flood since 2009, when a wave drowned 214 people.", ["2009"]),
        ("The 60 drowned make it the worst flood since 2009, when 214 people died.", [None, "2009"]),
        ("Elders spoke of 2009, when more than 200 people died.", ["2009"]),
        ("In 2009, when the dam broke, 40 people died.", ["2009"]),
        ("It is the worst flood since 2011, when 11 boats sank; 60 boats are safe.", ["2011", None]),
        ("Since 2009 the town has taken in 300 people.", ["since 2009"]),
        ("The thieves of 2019 got away with 40 rings; 12 rings were found.", ["2019", "2019"]),
        ("Under the law of 2019, some 40 people may stay.", [None]),
        ("After the flood of 2019, the town built 40 houses.", [None]),
        ("The mill, a family firm that opened in 1928, has lost 40 looms.", [None]),
        ("In last year's flood 40 people died.", ["2020"]),
        ("The 40 prizes are part of last year's surplus.", [None]),
        ("Some 40 people followed the mayor, who has ruled since 2013.", [None]),
        ("Some 40 houses burned, the most since 1998.", [None]),
        ("The mill made 40 looms in the past business year.", ["2020"]),
    ],
)
def test_the_time_of_an_older_event(text: str, windows: list[str | None]) -> None:
    """A year holds for the clause that tells of it, and not for what only stands beside its name, its record or its owner."""
    made = claims_of(Article("a.txt", text, "a", published=FRIDAY))
    assert [c.scope.window for c in made if c.quantity.dimension == "count"] == windows
