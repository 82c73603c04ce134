"""What a draft may reckon for itself from its source, up to where a step or a bound no longer comes to its figure."""

from __future__ import annotations

import pytest

import numcheck

FAR = "The fair went on for weeks in the old market of the town by the river. " * 5

DERIVED = [
    ("The fleet grew by 12 boats.", "The fleet grew from 40 boats to 52 over the year.", "supported", "52 - 40 = 12"),
    ("The fleet grew by 13 boats.", "The fleet grew from 40 boats to 52 over the year.", "contradicted", None),
    (
        "The price fell by £9 a tonne.",
        "The price fell from £45 a tonne to £36 a tonne.",
        "supported",
        "£45 a tonne - £36 a tonne = £9 a tonne",
    ),
    ("The storm hurt 40 men.", "The storm hurt 25 men in Lorne and 15 men in Eastmere.", "supported", "25 + 15 = 40"),
    ("The storm hurt 41 men.", "The storm hurt 25 men in Lorne and 15 men in Eastmere.", "contradicted", None),
    (
        "The storm hurt about 41 men.",
        "The storm hurt 25 men in Lorne and 15 men in Eastmere.",
        "supported",
        "25 + 15 = about 41",
    ),
    ("The storm hurt about 50 men.", "The storm hurt 25 men in Lorne and 15 men in Eastmere.", "contradicted", None),
    (
        "The storm hurt at least 40 men.",
        "The storm hurt at least 25 men in Lorne and 15 men in Eastmere.",
        "supported",
        "at least 25 + 15 = at least 40",
    ),
    ("The storm hurt at least 40 men.", "The storm hurt up to 25 men in Lorne and 15 men in Eastmere.", "contradicted", None),
    (
        "The storm hurt up to 40 men.",
        "The storm hurt up to 25 men in Lorne and 15 men in Eastmere.",
        "supported",
        "up to 25 + 15 = up to 40",
    ),
    ("The storm hurt at least 40 men.", "The storm hurt 25 men in Lorne and 15 men in Eastmere.", "contradicted", None),
    (
        "The storm hurt at least 40 men.",
        "The storm hurt at least 25 men in Lorne and up to 15 men in Eastmere.",
        "unsupported",
        None,
    ),
    (
        "The storm hurt 60 men.",
        "The storm hurt 25 men in Lorne, 15 men in Eastmere and 20 men in Fenwick.",
        "supported",
        "25 + 15 + 20 = 60",
    ),
    ("The storm took 30% of the homes.", "The storm took 60 of the 200 homes.", "supported", "60 of 200 = 30%"),
    ("The storm took 31% of the homes.", "The storm took 60 of the 200 homes.", "unsupported", None),
    ("The storm took 40% of the homes.", "The storm took 60 of the 200 homes.", "unsupported", None),
    (
        "The storm took more than a quarter of the homes.",
        "The storm took 60 of the 200 homes.",
        "supported",
        "60 of 200 = more than a quarter",
    ),
    ("The storm took more than half of the homes.", "The storm took 60 of the 200 homes.", "unsupported", None),
    ("The storm took more than a fifth of the homes.", "The storm took 60 of the 200 homes.", "unsupported", None),
    (
        "The storm took less than a third of the homes.",
        "The storm took 60 of the 200 homes.",
        "supported",
        "60 of 200 = less than a third",
    ),
    ("The catch rose 25%.", "The catch rose from 200 tonnes to 250 tonnes.", "supported", "200 tonnes to 250 tonnes = 25%"),
    ("The catch rose 20%.", "The catch rose from 200 tonnes to 250 tonnes.", "unsupported", None),
    ("The catch fell 20%.", "The catch fell from 250 tonnes to 200 tonnes.", "supported", "250 tonnes to 200 tonnes = 20%"),
    ("The catch fell 25%.", "The catch fell from 250 tonnes to 200 tonnes.", "unsupported", None),
    (
        "There was a 25% rise in the catch.",
        "The catch rose from 200 tonnes to 250 tonnes.",
        "supported",
        "200 tonnes to 250 tonnes = 25%",
    ),
    (
        "There was a fall of 20% in the catch.",
        "The catch fell from 250 tonnes to 200 tonnes.",
        "supported",
        "250 tonnes to 200 tonnes = 20%",
    ),
    ("The catch doubled.", "The catch rose from 200 tonnes to 400 tonnes.", "supported", "400 tonnes / 200 tonnes = doubled"),
    (
        "The catch more than doubled.",
        "The catch rose from 200 tonnes to 450 tonnes.",
        "supported",
        "450 tonnes / 200 tonnes = more than doubled",
    ),
    ("The catch more than doubled.", "The catch rose from 200 tonnes to 550 tonnes.", "unsupported", None),
    ("The rate rose 4 percentage points.", "The rate rose from 27% to 31%.", "supported", "31% - 27% = 4 percentage points"),
    ("The rate rose 5 percentage points.", "The rate rose from 27% to 31%.", "unsupported", None),
    (
        "The plan costs $20 billion a year.",
        "The plan costs $100 billion over five years.",
        "supported",
        "$100 billion / five years = $20 billion a year",
    ),
    ("The plan costs $25 billion a year.", "The plan costs $100 billion over five years.", "unsupported", None),
    ("The owners paid $5 million each.", "The 20 owners paid $100 million.", "supported", "$100 million / 20 = $5 million"),
    ("The owners paid $6 million each.", "The 20 owners paid $100 million.", "contradicted", None),
    ("The storm took 80 homes.", "The storm took 40 percent of the 200 homes.", "supported", "40 percent of 200 = 80"),
    ("The storm took 90 homes.", "The storm took 40 percent of the 200 homes.", "contradicted", None),
    ("The storm hurt 11 men.", "The storm hurt 14 men, three of them sailors.", "contradicted", None),
    ("The storm hurt 17 men.", "The storm hurt 14 men, three of them sailors.", "contradicted", None),
    ("The storm took 42 grobs.", "The storm took 12 huts and 30 flims.", "unsupported", None),
    (
        "The ship sailed for seven days.",
        "The ship left on 3 May 2031 and came home on 10 May 2031, after 40 storms.",
        "supported",
        "3 May 2031 to 10 May 2031 = seven days",
    ),
    (
        "The ship sailed for six days.",
        "The ship left on 3 May 2031 and came home on 10 May 2031, after 40 storms.",
        "supported",
        "3 May 2031 to 10 May 2031 = six days",
    ),
    (
        "The ship sailed for five days.",
        "The ship left on 3 May 2031 and came home on 10 May 2031, after 40 storms.",
        "unsupported",
        None,
    ),
    (
        "The ship sailed for nine days.",
        "The ship left on 3 May 2031 and came home on 10 May 2031, after 40 storms.",
        "unsupported",
        None,
    ),
    (
        "The storm hurt 40 men.",
        f"The storm hurt 25 men in Lorne. {FAR}The storm hurt 15 men in Eastmere.",
        "contradicted",
        None,
    ),
]


@pytest.mark.parametrize(
    ("draft", "source", "state", "step"), DERIVED, ids=[f"{draft} {source}" for draft, source, *_ in DERIVED]
)
def test_derived(draft: str, source: str, state: str, step: str | None) -> None:
    """One step of arithmetic supports a figure as closely as it is written, and a bound only the way its parts are bounded."""
    (entry, *_) = numcheck.gate([("Draft", draft)], [("Wire", source)]).ledger
    shown = entry.support[0].derivation if state == "supported" else None
    assert (entry.state, shown) == (state, step)


WEEKDAYS = [
    ("The storm came on Monday.", "The storm came on Monday.", ["supported"]),
    ("The storm came on Monday.", "The storm came on Tuesday.", ["unsupported"]),
    ("The storm came on Monday.", "The storm came on 3 March 2031.", ["supported"]),
    ("The storm came on Monday.", "The storm came at night.", []),
    (
        "The storm came on Monday and left on Tuesday.",
        "The storm came on Monday and left on Wednesday.",
        ["supported", "unsupported"],
    ),
]


@pytest.mark.parametrize(("draft", "source", "states"), WEEKDAYS)
def test_weekdays(draft: str, source: str, states: list[str]) -> None:
    """A weekday is the source's own or that of its date; where the source names none there is nothing to say."""
    assert sorted(entry.state for entry in numcheck.gate([("Draft", draft)], [("Wire", source)]).ledger) == states
