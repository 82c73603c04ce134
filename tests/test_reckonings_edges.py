"""What an article reckons, at the edges of what rounding, the calendar and the words forgive."""

from __future__ import annotations

from decimal import Decimal

import pytest
from judged import claim

from numcheck import load
from numcheck.claims import claims
from numcheck.claims.ties import ties
from numcheck.judge.arithmetic import worksheet
from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.reckonings import reckonings
from numcheck.judge.vocabulary import vocabulary
from numcheck.language import english
from numcheck.model.interval import Interval
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue
from numcheck.reading import read


def reckoned(text: str) -> list[str]:
    """Return what an article reckons: the kind, what it says, what from, what that gives, whether it is right and how sure.

    The day of publishing and the way a change goes are left out where they are right.
    """
    lexicon = english()
    units = catalogue(lexicon)
    article = load.from_text("The Harbour Post", text)
    reading = read(article.text, lexicon, units)
    told = claims(article, "d1", reading, [normalise(mention, units) for mention in reading.mentions], lexicon)
    found = reckonings(article, told, ties(article, told, reading.marks, lexicon), vocabulary(lexicon))
    expected = {("date", "3 March 2031"), ("direction", "a rise"), ("direction", "a fall")}
    return [_shown(r) for r in found if (r.kind, r.said) not in expected or not r.right]


def _shown(found: Reckoning) -> str:
    sure = f" {found.confidence}" if found.confidence < 1 else ""
    return f"{found.kind}: {found.said} | {found.working} | {found.gives} | {'right' if found.right else 'wrong'}{sure}"


CHANGES = [
    ("The catch rose 12% from 200 tonnes to 250 tonnes.", ["change: 12% | from 200 tonnes to 250 tonnes | 25% | wrong"]),
    ("The catch rose 25% from 200 tonnes to 250 tonnes.", ["change: 25% | from 200 tonnes to 250 tonnes | 25% | right"]),
    ("The catch rose 24% from 200 tonnes to 250 tonnes.", ["change: 24% | from 200 tonnes to 250 tonnes | 25% | right"]),
    (
        "The catch rose about 24% from 200 tonnes to 250 tonnes.",
        ["change: about 24% | from 200 tonnes to 250 tonnes | 25% | right"],
    ),
    ("The catch rose 26% from 200 tonnes to 250 tonnes.", ["change: 26% | from 200 tonnes to 250 tonnes | 25% | right"]),
    (
        "The catch fell 25% from 200 tonnes to 250 tonnes.",
        ["direction: a fall | from 200 tonnes to 250 tonnes | a rise | wrong"],
    ),
    ("The catch fell 20% from 250 tonnes to 200 tonnes.", ["change: 20% | from 250 tonnes to 200 tonnes | 20% | right"]),
    ("The catch fell from 250 tonnes to 200 tonnes.", []),
    ("The catch rose from 250 tonnes to 200 tonnes.", ["direction: a rise | from 250 tonnes to 200 tonnes | a fall | wrong"]),
    ("The catch rose from 250 tonnes to 250 tonnes.", []),
    (
        "The catch rose by 50 tonnes from 200 tonnes to 250 tonnes.",
        ["change: 50 tonnes | from 200 tonnes to 250 tonnes | 50 | right"],
    ),
    (
        "The catch rose by 60 tonnes from 200 tonnes to 250 tonnes.",
        ["change: 60 tonnes | from 200 tonnes to 250 tonnes | 50 | right"],
    ),
    (
        "The catch doubled from 200 tonnes to 400 tonnes.",
        ["multiple: doubled | from 200 tonnes to 400 tonnes | 2 times | right"],
    ),
    (
        "The catch doubled from 200 tonnes to 350 tonnes.",
        ["multiple: doubled | from 200 tonnes to 350 tonnes | 1.75 times | right"],
    ),
    (
        "The catch doubled from 200 tonnes to 300 tonnes.",
        ["multiple: doubled | from 200 tonnes to 300 tonnes | 1.5 times | wrong"],
    ),
    (
        "The catch more than doubled from 200 tonnes to 390 tonnes.",
        ["multiple: more than doubled | from 200 tonnes to 390 tonnes | 1.95 times | right"],
    ),
    (
        "The catch more than doubled from 200 tonnes to 380 tonnes.",
        ["multiple: more than doubled | from 200 tonnes to 380 tonnes | 1.9 times | right"],
    ),
    (
        "The catch more than doubled from 200 tonnes to 420 tonnes.",
        ["multiple: more than doubled | from 200 tonnes to 420 tonnes | 2.1 times | right"],
    ),
    ("The catch grew three times from 200 tonnes to 800 tonnes.", []),
    (
        "The catch grew threefold from 200 tonnes to 800 tonnes.",
        ["multiple: threefold | from 200 tonnes to 800 tonnes | 4 times | right"],
    ),
    (
        "The catch grew threefold from 200 tonnes to 1,000 tonnes.",
        ["multiple: threefold | from 200 tonnes to 1,000 tonnes | 5 times | wrong"],
    ),
    (
        "The catch tripled from 200 tonnes to 800 tonnes.",
        ["multiple: tripled | from 200 tonnes to 800 tonnes | 4 times | wrong"],
    ),
    (
        "The catch tripled from 200 tonnes to 600 tonnes.",
        ["multiple: tripled | from 200 tonnes to 600 tonnes | 3 times | right"],
    ),
    (
        "The catch halved from 200 tonnes to 100 tonnes.",
        ["multiple: halved | from 200 tonnes to 100 tonnes | 0.5 times | right"],
    ),
    (
        "The rate rose 2 percentage points, from 4% to 6%.",
        ["change: 2 percentage points | from 4% to 6% | 2 percentage points | right"],
    ),
    (
        "The rate rose 3 percentage points, from 4% to 6%.",
        ["change: 3 percentage points | from 4% to 6% | 2 percentage points | right"],
    ),
    ("The rate rose 2%, from 4% to 6%.", ["points: 2% | from 4% to 6% | 2 percentage points | wrong"]),
    ("The rate rose 50%, from 4% to 6%.", ["change: 50% | from 4% to 6% | 2 percentage points | right"]),
    ("The rate rose 30%, from 4% to 6%.", ["change: 30% | from 4% to 6% | 2 percentage points | right"]),
    (
        "The rate rose 50 percentage points, from 4% to 6%.",
        ["points: 50 percentage points | from 4% to 6% | 2 percentage points | wrong"],
    ),
    ("The bread rose 20 cents from $2.00 to $2.20.", ["change: 20 cents | from $2.00 to $2.20 | $0.2 | right"]),
    ("The bread rose 20 cents from $2.00 to $2.30.", ["change: 20 cents | from $2.00 to $2.30 | $0.3 | wrong"]),
    ("The bread rose by a third from $3.00 to $4.00.", ["change: a third | from $3.00 to $4.00 | 33.3% | right"]),
    ("The bread rose by a half from $3.00 to $4.00.", ["change: a half | from $3.00 to $4.00 | 33.3% | wrong"]),
    ("Shares fell $2, or 5%, to $38.", ["change: 5% | $2 to $38 | 5% | right"]),
    ("Shares rose $2, or 5%, to $42.", ["change: 5% | $2 to $42 | 5% | right"]),
    ("Shares rose $2, or 5%, to $21.", ["change: 5% | $2 to $21 | 10.5% | wrong"]),
    ("Shares rose 50 cents, or 5%, to $10.50.", ["change: 5% | 50 cents to $10.50 | 5% | right"]),
    ("Shares rose $2, or about 5%, to $42.", ["change: about 5% | $2 to $42 | 5% | right"]),
    ("Shares rose $2, or more than 5%, to $42.", []),
    ("Shares fell $40, or 5%, to $2.", ["change: 5% | $40 to $2 | 95.2% | wrong"]),
    ("Shares rose $50, or 5%, to $50.", []),
    (
        "The catch rose from at least 250 tonnes to 200 tonnes.",
        ["direction: a rise | from at least 250 tonnes to 200 tonnes | a fall | wrong"],
    ),
    ("The catch rose from about 250 tonnes to 240 tonnes.", []),
    ("The time rose from 10.2 seconds to 10.1 seconds.", []),
    ("The catch rose from 250 tonnes to 200 boats.", []),
    ("The catch rose 12% from 200-220 tonnes to 250 tonnes.", []),
]


@pytest.mark.parametrize(("text", "found"), CHANGES, ids=[text for text, _ in CHANGES])
def test_changes(text: str, found: list[str]) -> None:
    """A change fits its ends as loosely as all three are written, and in the unit that it is told in."""
    assert reckoned(text) == found


SUMS = [
    ("The storm hurt 12 men in Lorne and 14 men in Eastmere, 26 men in all.", ["sum: 26 | 12 + 14 | 26 | right"]),
    ("The storm hurt 12 men in Lorne and 14 men in Eastmere, 27 men in all.", ["sum: 27 | 12 + 14 | 26 | wrong"]),
    ("The storm hurt 12 men in Lorne and 14 men in Eastmere, 52 men in all.", ["sum: 52 | 12 + 14 | 26 | wrong"]),
    ("The storm hurt 12 men in Lorne and 14 men in Eastmere, 53 men in all.", []),
    ("The storm hurt 12 men in Lorne and 14 men in Eastmere, 13 men in all.", ["sum: 13 | 12 + 14 | 26 | wrong"]),
    ("The storm hurt 12 men in Lorne and 14 men in Eastmere, 12 men in all.", []),
    (
        "The storm hurt at least 12 men in Lorne and 14 men in Eastmere, 27 men in all.",
        ["sum: 27 | at least 12 + 14 | at least 26 | right"],
    ),
    (
        "The storm hurt at least 12 men in Lorne and 14 men in Eastmere, 25 men in all.",
        ["sum: 25 | at least 12 + 14 | at least 26 | wrong"],
    ),
    (
        "The storm hurt up to 12 men in Lorne and 14 men in Eastmere, 25 men in all.",
        ["sum: 25 | up to 12 + 14 | at most 26 | right"],
    ),
    (
        "The storm hurt up to 12 men in Lorne and 14 men in Eastmere, 27 men in all.",
        ["sum: 27 | up to 12 + 14 | at most 26 | wrong"],
    ),
    ("The storm hurt dozens of men in Lorne and 14 men in Eastmere, 27 men in all.", []),
    ("The fleet has 12 ships, including 14 tankers.", ["part: 14 tankers | 12 ships | 12 | wrong"]),
    ("The fleet has 12 ships, including 12 tankers.", ["part: 12 tankers | 12 ships | 12 | right"]),
    ("The fleet has 12 ships, including 4 tankers.", ["part: 4 tankers | 12 ships | 12 | right"]),
    ("The fleet has about 12 ships, including 13 tankers.", ["part: 13 tankers | about 12 ships | 12 | right"]),
    ("Of the 12 ships, 14 were tankers.", ["part: 14 | 12 ships | 12 | wrong"]),
    (
        "The storm took 40 of the 200 homes, or 20%.",
        ["share: 20% | 40 of 200 homes | 20% | right", "part: 40 | 200 homes | 200 | right"],
    ),
    (
        "The storm took 40 of the 200 homes, or 21%.",
        ["share: 21% | 40 of 200 homes | 20% | right", "part: 40 | 200 homes | 200 | right"],
    ),
    (
        "The storm took 40 of the 200 homes, or 25%.",
        ["share: 25% | 40 of 200 homes | 20% | wrong", "part: 40 | 200 homes | 200 | right"],
    ),
    (
        "The 20 boats cost $60 million, an average of $3 million each.",
        ["average: $3 million each | $60 million for 20 boats | $3 million | right"],
    ),
    (
        "The 20 boats cost $60 million, an average of $4 million each.",
        ["average: $4 million each | $60 million for 20 boats | $3 million | wrong"],
    ),
    (
        "Of the 40 patients, 12 had fever and the other 28 a cough.",
        ["rest: 40 patients | 12 + 28 | 40 | right", "part: 12 | 40 patients | 40 | right"],
    ),
    (
        "Of the 40 patients, 12 had fever and the other 20 a cough.",
        ["rest: 40 patients | 12 + 20 | 32 | wrong", "part: 12 | 40 patients | 40 | right"],
    ),
    (
        "Of the 40 patients, 12 had fever; the remaining 28 had a cough.",
        ["rest: 40 patients | 12 + 28 | 40 | right", "part: 12 | 40 patients | 40 | right"],
    ),
    (
        "Of the 40 patients, 12 had fever; the remaining 27 had a cough.",
        ["rest: 40 patients | 12 + 27 | 39 | wrong", "part: 12 | 40 patients | 40 | right"],
    ),
]


@pytest.mark.parametrize(("text", "found"), SUMS, ids=[text for text, _ in SUMS])
def test_sums(text: str, found: list[str]) -> None:
    """Parts come to their whole as closely as they are written; what is far too much or too little was none of its parts."""
    assert reckoned(text) == found


DAYS = [
    ("The quay opened on Monday, 3 March 2031.", ["weekday: Monday, 3 March 2031 | 3 March 2031 | a Monday | right"]),
    ("The quay opened on Tuesday, 3 March 2031.", ["weekday: Tuesday, 3 March 2031 | 3 March 2031 | a Monday | wrong"]),
    (
        "The quay opened on Monday, 3 March 1800.",
        [
            "date: 3 March 1800 | 3 March 1800 | 31 days | right",
            "weekday: Monday, 3 March 1800 | 3 March 1800 | a Monday | right",
        ],
    ),
    (
        "The quay opened on Tuesday, 3 March 1800.",
        [
            "date: 3 March 1800 | 3 March 1800 | 31 days | right",
            "weekday: Tuesday, 3 March 1800 | 3 March 1800 | a Monday | wrong",
        ],
    ),
    ("The quay opened on Tuesday, 3 March 1799.", ["date: 3 March 1799 | 3 March 1799 | 31 days | right"]),
    ("The quay opened on 31 April 2031.", ["date: 31 April 2031 | 31 April 2031 | 30 days | wrong"]),
    ("The quay opened on 30 April 2031.", ["date: 30 April 2031 | 30 April 2031 | 30 days | right"]),
    ("The quay opened on 29 February 2031.", ["date: 29 February 2031 | 29 February 2031 | 28 days | wrong"]),
    ("The quay opened on 29 February 2032.", ["date: 29 February 2032 | 29 February 2032 | 29 days | right"]),
    ("The quay opened on 29 February.", ["date: 29 February | 29 February | 29 days | right"]),
    ("The quay opened on 30 February.", ["date: 30 February | 30 February | 29 days | wrong"]),
    (
        "Published: 3 March 2031\n\nThe quay opened on Sunday, 2 March.",
        ["date: 2 March | 2 March | 31 days | right", "weekday: Sunday, 2 March | 2 March 2031 | a Sunday | right 0.8"],
    ),
    (
        "Published: 3 March 2031\n\nThe quay opened on Saturday, 2 March.",
        ["date: 2 March | 2 March | 31 days | right", "weekday: Saturday, 2 March | 2 March 2031 | a Sunday | right 0.8"],
    ),
    (
        "Published: 3 March 2031\n\nThe quay opened on Tuesday, 2 March.",
        ["date: 2 March | 2 March | 31 days | right", "weekday: Tuesday, 2 March | 2 March 2031 | a Sunday | right 0.8"],
    ),
    (
        "Published: 3 March 2031\n\nThe quay will open on Tuesday, 4 March.",
        ["date: 4 March | 4 March | 31 days | right", "weekday: Tuesday, 4 March | 4 March 2031 | a Tuesday | right 0.8"],
    ),
    (
        "Published: 3 March 2031\n\nThe quay will open on Monday, 4 March.",
        ["date: 4 March | 4 March | 31 days | right", "weekday: Monday, 4 March | 4 March 2031 | a Tuesday | wrong 0.8"],
    ),
    (
        "Published: 3 March 2031\n\nThe quay will open on Thursday, 17 April.",
        ["date: 17 April | 17 April | 30 days | right", "weekday: Thursday, 17 April | 17 April 2031 | a Thursday | right 0.8"],
    ),
    (
        "Published: 3 March 2031\n\nThe quay will open on Friday, 17 April.",
        ["date: 17 April | 17 April | 30 days | right", "weekday: Friday, 17 April | 17 April 2031 | a Thursday | wrong 0.8"],
    ),
    ("Published: 3 March 2031\n\nThe quay will open on Saturday, 18 April.", ["date: 18 April | 18 April | 30 days | right"]),
    (
        "Published: 3 March 2031\n\nThe quay opened on Friday, 17 January.",
        [
            "date: 17 January | 17 January | 31 days | right",
            "weekday: Friday, 17 January | 17 January 2031 | a Friday | right 0.8",
        ],
    ),
    (
        "Published: 3 March 2031\n\nThe quay opened on Monday, 17 January.",
        [
            "date: 17 January | 17 January | 31 days | right",
            "weekday: Monday, 17 January | 17 January 2031 | a Friday | wrong 0.8",
        ],
    ),
    ("Published: 3 March 2031\n\nThe quay opened on Monday, 16 January.", ["date: 16 January | 16 January | 31 days | right"]),
    ("Ana Brandt, born in 1950, died in 2010 at the age of 60.", ["age: 60 | born in 1950 | 59 or 60 in 2010 | right"]),
    ("Ana Brandt, born in 1950, died in 2010 at the age of 59.", ["age: 59 | born in 1950 | 59 or 60 in 2010 | right"]),
    ("Ana Brandt, born in 1950, died in 2010 at the age of 58.", ["age: 58 | born in 1950 | 59 or 60 in 2010 | wrong"]),
    ("Ana Brandt, born in 1950, died in 2010 at the age of 61.", ["age: 61 | born in 1950 | 59 or 60 in 2010 | wrong"]),
    ("Published: 3 March 2031\n\nAna Brandt, 81, was born in 1950.", ["age: 81 | born in 1950 | 80 or 81 in 2031 | right"]),
    ("Published: 3 March 2031\n\nAna Brandt, 80, was born in 1950.", ["age: 80 | born in 1950 | 80 or 81 in 2031 | right"]),
    ("Published: 3 March 2031\n\nAna Brandt, 79, was born in 1950.", ["age: 79 | born in 1950 | 80 or 81 in 2031 | wrong"]),
    ("Ana Brandt, 79, was born in 1950.", []),
    ("Ana Brandt, born in 1850, died in 2010 at the age of 60.", []),
    ("She was mayor for 20 years, from 1990 to 2010.", ["duration: 20 years | 1990 to 2010 | 20 years | right"]),
    ("She was mayor for 20 years, from 1990 to 2008.", ["duration: 20 years | 1990 to 2008 | 18 years | right"]),
    ("She was mayor for 20 years, from 1990 to 2009.", ["duration: 20 years | 1990 to 2009 | 19 years | right"]),
    ("She was mayor for 20 years, from 1990 to 2011.", ["duration: 20 years | 1990 to 2011 | 21 years | right"]),
    ("She was mayor for 20 years, from 1990 to 2012.", ["duration: 20 years | 1990 to 2012 | 22 years | wrong"]),
    (
        "She was mayor for more than 20 years, from 1990 to 2012.",
        ["duration: more than 20 years | 1990 to 2012 | 22 years | right"],
    ),
    (
        "She was mayor for more than 20 years, from 1990 to 2005.",
        ["duration: more than 20 years | 1990 to 2005 | 15 years | wrong"],
    ),
    ("She was mayor for nearly 20 years, from 1990 to 2005.", ["duration: nearly 20 years | 1990 to 2005 | 15 years | wrong"]),
]


@pytest.mark.parametrize(("text", "found"), DAYS, ids=[text for text, _ in DAYS])
def test_days(text: str, found: list[str]) -> None:
    """A day has its weekday and its month, an age its year of birth, and a time of years its first and last."""
    assert reckoned(text) == found


GRANTED = [
    ("12", "", 12, 12),
    ("200", "", 194, 206),
    ("about 12", "", "10.2", "13.8"),
    ("20 km", "", "19.5", "20.5"),
    ("$2", "", "1.5", "2.5"),
    ("$2", "$2.40", "1.94", "2.06"),
    ("$2", "$24", "1.5", "2.5"),
    ("$2 million", "$2.4 million", "1_940_000", "2_060_000"),
    ("$2 million", "$2.40", "1_500_000", "2_500_000"),
    ("$24", "", "23.5", "24.5"),
    ("$2.4 million", "", "2_350_000", "2_450_000"),
    ("13 million", "", "12_500_000", "13_500_000"),
    ("$990", "", "985", "995"),
    ("$900", "", "873", "927"),
    ("doubled", "", "1.7", "2.3"),
]


@pytest.mark.parametrize(("text", "beside", "low", "high"), GRANTED)
def test_what_is_granted(text: str, beside: str, low: int | str, high: int | str) -> None:
    """A figure is granted half of its last written place and no more than its digits show; one beside it may show it finer."""
    span = worksheet.granted(claim(text), claim(beside) if beside else None)
    assert span == Interval(Decimal(low), Decimal(high))


ENDS = [(None, None, 0, (None, None)), (2, None, 2, (1, None)), (None, 4, 4, (None, 4)), (2, 4, 3, (1, 4))]


@pytest.mark.parametrize(("low", "high", "mid", "shared"), ENDS)
def test_missing_ends(low: int | None, high: int | None, mid: int, shared: tuple[int | None, int | None]) -> None:
    """The middle of one end is that end, and a part of what has two ends keeps the ends it has."""
    span = Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))
    assert worksheet.middle(span) == mid
    part = worksheet.quotient(span, Interval(Decimal(1), Decimal(2)))
    assert (part.low, part.high) == shared


def test_parts_of_what_has_no_end() -> None:
    """A part of what may be endless is from nothing on; of what may be nothing it may be endless."""
    some = Interval(Decimal(2), Decimal(4))
    assert worksheet.quotient(some, Interval(Decimal(1), None)) == Interval(Decimal(0), Decimal(4))
    assert worksheet.quotient(some, Interval(Decimal(0), Decimal(2))) == Interval(Decimal(1), None)
    assert worksheet.quotient(some, Interval(None, Decimal(2))) == Interval(Decimal(1), None)


SAID = [
    ("180", "12 men", "180"),
    ("1250.4", "12 men", "1,250"),
    ("999.44", "12 men", "999.4"),
    ("1.26", "12 men", "1.3"),
    ("0.1264", "12 men", "0.126"),
    ("999999", "12 men", "999,999"),
    ("1000000", "12 men", "1 million"),
    ("2500000000", "12 men", "2.5 billion"),
    ("65000000", "$12", "$65 million"),
    ("65000000", "about $12", "$65 million"),
    ("65", "12 euros", "65 EUR"),
    ("33.34", "12%", "33.3%"),
    ("2", "12 percentage points", "2"),
]


@pytest.mark.parametrize(("value", "like", "expected"), SAID)
def test_numbers_are_said_as_beside(value: str, like: str, expected: str) -> None:
    """What is reckoned is written in the unit of what it is held against, with no more digits than a reader takes in."""
    assert worksheet.said(Decimal(value), claim(like)) == expected
