"""Rates of a day: from the table or not at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from numcheck import gate
from numcheck.normalise.rates import rate

DAY = date(2016, 3, 16)


@pytest.mark.parametrize(
    ("given", "wanted", "day", "least", "most"),
    [
        ("EUR", "USD", DAY, "1.09", "1.12"),
        ("USD", "EUR", DAY, "0.89", "0.92"),
        ("GBP", "USD", DAY, "1.38", "1.45"),
        ("EUR", "EUR", DAY, "1", "1"),
        ("EUR", "USD", date(2016, 3, 20), "1.1", "1.15"),
    ],
)
def test_a_rate_of_a_day(given: str, wanted: str, day: date, least: str, most: str) -> None:
    """A rate is that of the day, or of the last day before it; between two others it goes through the euro."""
    found = rate(given, wanted, day)
    assert found is not None and Decimal(least) <= found <= Decimal(most)


@pytest.mark.parametrize(("given", "day"), [("UAH", DAY), ("SYP", DAY), ("USD", date(1990, 1, 3)), ("USD", date(2199, 1, 1))])
def test_no_rate_is_guessed(given: str, day: date) -> None:
    """A currency or a day that the table has not gives nothing."""
    assert rate(given, "EUR", day) is None


@pytest.mark.parametrize(
    ("sum_", "published", "told"),
    [
        ("$94 million", "Published: 2016-03-16\n\n", "at the rate of 16 March 2016"),
        ("94 million hryvnia", "Published: 2016-03-16\n\n", "no rate of"),
        ("$94 million", "", "no publish date"),
    ],
)
def test_a_note_says_what_is_known_of_a_rate(sum_: str, published: str, told: str) -> None:
    """The note on two currencies gives the day's rate, or says that there is none."""
    source = f"Dam of Eastmere cost €85 million\n\n{published}The new dam above Eastmere cost €85 million, the council said."
    report = gate(f"The new dam above Eastmere cost {sum_}, the council said.", [source])
    notes = [f for f in report.findings if f.rule == "units/two-currencies"]
    assert [f.severity for f in notes] == ["note"]
    assert told in notes[0].message
