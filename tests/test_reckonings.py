"""An article against itself: what is read as arithmetic, what rounding forgives, and where a finding without figures stands."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from numcheck import pipeline
from numcheck.judge.arithmetic.reckonings import kinds
from numcheck.judge.verdicts.conditions.reckonings import Kind


def rules(text: str) -> set[str]:
    """Return the rules that speak of one article on its own."""
    return {f.rule for f in pipeline.compare([("The Harbour Post", text)]).findings if f.kind != "run"}


def test_every_kind_can_be_named_in_a_rule() -> None:
    """The kinds that are found are those that a rule may ask for, but for what no rule asks."""
    assert sorted(kinds()) == sorted(get_args(Kind))


COUNTS = st.integers(2, 9999)


@given(COUNTS, COUNTS)
def test_a_right_sum_is_quiet(x: int, y: int) -> None:
    """Two counts and their sum never speak, however many digits they have."""
    assert rules(f"The flood hurt {x:,} men in Lorne and {y:,} men in Eastmere, {x + y:,} men in all.") == set()


@given(st.integers(20, 400), st.integers(20, 400))
def test_a_wrong_sum_speaks(x: int, y: int) -> None:
    """A total that is a quarter more than its parts speaks."""
    total = (x + y) * 5 // 4
    assert rules(f"The flood hurt {x} men in Lorne and {y} men in Eastmere, {total} men in all.") == {"arithmetic/wrong-sum"}


@given(st.integers(1, 900), st.integers(901, 5000))
@example(154, 1232)  # 12.5 per cent to the digit
def test_a_rounded_share_is_quiet(part: int, whole: int) -> None:
    """The share of two counts, rounded to whole per cent, never speaks."""
    share = round(Decimal(100 * part) / whole)
    assert rules(f"The storm took {part} of the {whole:,} homes, or {share}%, on Monday.") == set()


@given(st.integers(100, 9999), st.integers(100, 9999))
def test_a_rounded_change_is_quiet(old: int, new: int) -> None:
    """The change from one level to another, rounded to whole per cent, never speaks."""
    verb, change = ("rose", new - old) if new >= old else ("fell", old - new)
    text = f"The catch {verb} by {round(Decimal(100 * change) / old)}%, from {old:,} tonnes to {new:,} tonnes."
    assert rules(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Of the 200 patients, 80 had fever and the other 90 a cough; 30 had neither.",
        "Shares rose 2% to $40, up from $35 a month ago.",
        "About 40 homes were hit, including 50 flats in one block.",
        "Lorne was the second-largest city in Carradia. Lorne is now the largest city in Carradia.",
        "His time fell from 10.2 to 10.4 seconds.",
        "She worked there for 20 years, between 1990 and 2015 with breaks.",
        "The rate was cut by 0.25 percentage points to 4.5% from 4.75%.",
        "The index rose 64.06 points, or 2.3%, to 2,849.",
        "The crown fell from 7.2 to 7.9 against the dollar.",
        "The deficit rose from $3 billion to $6 billion, or from 2% to 4% of output.",
        "Sales rose 31%, from $950 million to $1.2 billion.",
        "Four people were killed: two drivers and a couple from Lorne.",
        "The firm cut 400 of its 2,000 jobs, 15% of them in Lorne.",
    ],
)
def test_what_only_looks_like_arithmetic_is_quiet(text: str) -> None:
    """Figures that stand near each other and are no sum, share or change of each other are left alone."""
    assert rules(text) == set()


@pytest.mark.parametrize("written", ["2024-13-05", "2024-00-10", "2024-99-99", "0000-00-00", "May 3", "3 May last year"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_beyond_the_calendar_are_quiet(written: str, day: str) -> None:
    """A month that no calendar has makes no day of the numbers, and the first and the last year have no neighbour."""
    assert rules(f"Published: {day}\n\nThe ferry sank on Monday, {written}, off Port Lorne.") == set()


def test_a_date_is_found_at_its_place() -> None:
    """A finding on a date names no figure, and the characters of the date."""
    text = "The ferry sank on 31 June off Port Lorne."
    (finding,) = (f for f in pipeline.compare([("Post", text)]).findings if f.kind == "arithmetic")
    assert finding.claims == () and finding.at is not None
    assert text[finding.at.start : finding.at.end] == "31 June"
    assert finding.fingerprint


def test_a_date_can_be_waived() -> None:
    """A comment lets a finding on a date stay as it does one on a figure."""
    text = 'The ferry sank on 31 June. <!-- numcheck: ignore-line arithmetic/impossible-date reason="a quote" -->\n'
    finding = next(f for f in pipeline.compare([("Post.md", text)]).findings if f.kind == "arithmetic")
    assert finding.suppressed == "a quote"


def test_beside_sources_only_the_draft_is_held_against_itself() -> None:
    """The arithmetic of a source is not the draft's fault."""
    wrong = "The flood hurt 120 men in Lorne and 60 men in Eastmere, 250 men in all."
    right = "The flood hurt 120 men in Lorne and 60 men in Eastmere, 180 men in all."
    told = [
        {f.rule for f in pipeline.gate(draft, [("Post", source)]).findings}
        for draft, source in ((wrong, right), (right, wrong))
    ]
    assert ["arithmetic/wrong-sum" in spoke for spoke in told] == [True, False]


SUBJECTS = [
    ("Its loss widened to $41 million, from $38 million a year earlier.", set()),
    ("The loss grew to $41 million from $38 million.", set()),
    ("The loss narrowed to $31 million from $38 million.", set()),
    ("Growth slowed to 2 percent from 3 percent.", set()),
    ("The tax cut rose to $41 million from $38 million.", set()),
    ("The reduction target rose from 30 percent to 40 percent.", set()),
    ("The loss shrank to $41 million from $38 million.", {"arithmetic/wrong-direction"}),
    ("A reduction from 30 boats to 40 boats was agreed.", {"arithmetic/wrong-direction"}),
    ("The firm cut its fleet to 50 boats from 40 boats.", {"arithmetic/wrong-direction"}),
]


@pytest.mark.parametrize(("text", "speak"), SUBJECTS)
def test_a_noun_of_change_may_be_what_changes(text: str, speak: set[str]) -> None:
    """A loss that grows is no fall: where another word tells of the noun, that word gives the way."""
    assert rules(text) == speak
