"""Large numbers and ratios in the words of a newspaper."""

from __future__ import annotations

from decimal import Decimal

import pytest

from numcheck.judge.arithmetic.worksheet import percent
from numcheck.judge.verdicts.quotes import rounded
from numcheck.model.decimals import so_many, times

SCALES = [
    ("999999", "999999", ""),
    ("1000000", "1", " million"),
    ("-2500000", "-2.5", " million"),
    ("999999999", "999.999999", " million"),
    ("1500000000000", "1.5", " trillion"),
]


@pytest.mark.parametrize(("number", "many", "word"), SCALES)
def test_so_many(number: str, many: str, word: str) -> None:
    """A number is so many of the largest word of scale that it reaches; below a million it has none."""
    assert so_many(Decimal(number)) == (Decimal(many), word)


@pytest.mark.parametrize(
    ("ratio", "told"),
    [(None, "many"), (2, "2"), (4.84, "4.8"), (9.96, "10"), (32.4, "32"), (1234, "1,200"), (3e30, "3" + ",000" * 10)],
)
def test_times(ratio: float | None, told: str) -> None:
    """A ratio has two digits, however large it is and whether it is a decimal or a float."""
    assert times(ratio) == told
    assert ratio is None or times(Decimal(str(ratio))) == told


def test_messages_know_trillions() -> None:
    """A message tells a trillion as one, and a thousand as it is."""
    assert rounded(Decimal("1512000000000")) == "1.51 trillion"
    assert rounded(Decimal(1512)) == "1,510"
    assert percent(Decimal("0.125")) == "12.5%"
