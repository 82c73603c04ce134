"""What features say of two figures of two outlets: each level with an example that reaches it and a twin that does not."""

from __future__ import annotations

import pytest
from tellings import told

from numcheck.language import english
from numcheck.link.candidate import candidates, vocabulary
from numcheck.link.features import LEVELS, SLOTS


def reached(a: str, b: str, family: str) -> set[str]:
    """Return the levels of a family that the figures of two sentences reach, whichever comes first."""
    made, articles = told({"a": a, "b": b})
    look = vocabulary(english())
    one, two = candidates(made, articles, look)
    levels = {level for level, _ in SLOTS[family](one, two, look)}
    assert levels == {level for level, _ in SLOTS[family](two, one, look)} <= set(LEVELS[family])
    return levels


CASES = [
    # A remainder beside a figure that is none.
    ("Four others were held at the quay.", "Police held nine men at the quay.", "scope", "a remainder, of one alone", True),
    ("Four others were held at the quay.", "Police held four men at the quay.", "scope", "a remainder, of one alone", False),
    ("Four others were held at the quay.", "Police held nine others.", "scope", "a remainder, of one alone", False),
    # Two shares that make a whole.
    ("Some 30% of the dunes will be lost.", "Some 70% of the dunes will be kept.", "scope", "a part and the rest", True),
    ("Some 30% of the dunes will be lost.", "Some 60% of the dunes will be kept.", "scope", "a part and the rest", False),
    ("Some 50% of the dunes will be lost.", "Some 50% of the dunes will be kept.", "scope", "a part and the rest", False),
    # A share in total is of no time.
    (
        "Fees came in total to 15% of the budget.",
        "Fees were 20% of it in the past year.",
        "scope",
        "another window of time",
        False,
    ),
    # Numbers met by chance.
    ("One clerk spoke at the hearing.", "Three clerks spoke at the hearing.", "value", "one, and not equal", True),
    ("Two clerks spoke at the hearing.", "Three clerks spoke at the hearing.", "value", "one, and not equal", False),
    ("One clerk spoke at the hearing.", "One clerk was at the hearing.", "value", "one, and not equal", False),
    ("The search took two days.", "The talks took two days.", "value", "equal, a small time", True),
    ("The search took 40 days.", "The talks took 40 days.", "value", "equal, a small time", False),
    ("The search party had two boats.", "The talks were held on two boats.", "value", "equal, a small time", False),
    # Names in front of what is counted.
    ("Some 40 Danish sailors landed.", "Some 90 Dutch sailors landed.", "counted noun", "of another name", True),
    ("Some 40 Danish sailors landed.", "Some 90 Danish sailors landed.", "counted noun", "of another name", False),
    ("Some 40 Danish sailors landed.", "Some 90 sailors landed.", "counted noun", "of another name", False),
]


@pytest.mark.parametrize(
    ("a", "b", "family", "level", "is_so"), CASES, ids=[f"{level}: {is_so}: {a} / {b}" for a, b, _, level, is_so in CASES]
)
def test_a_level_and_its_twin(a: str, b: str, family: str, level: str, is_so: bool) -> None:
    """A level is reached by what it says, and not by what only looks like it."""
    assert (level in reached(a, b, family)) is is_so
