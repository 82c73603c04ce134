"""Reading figures: every phrase rule by its own examples, the tables row by row, and the traps of newspaper prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from graphlib import CycleError

import pytest

from numcheck.language import english
from numcheck.language.tables import HedgeRow, Hedges, Vague, VagueWord
from numcheck.model.reading import Mark, Mention, Reading, Unread
from numcheck.normalise.units import catalogue
from numcheck.reading import read
from numcheck.reading.phrase import Claims, Phrase, decoys, ordered, phrases


def reading(text: str) -> Reading:
    """Read `text` with the built-in tables."""
    return read(text, english(), catalogue(english()))


def number(value: Decimal | None) -> float | None:
    """Return a bound as a float, for comparison."""
    return None if value is None else rounded(float(value))


def rounded(value: float | None) -> float | None:
    """Return a bound to nine digits behind the point."""
    return None if value is None else round(value, 9)


def figures(text: str) -> list[tuple[str, float | None, float | None, str, str]]:
    """Return text, low, high, hedge and unit of each figure in `text`."""
    return [(m.text, number(m.interval.low), number(m.interval.high), m.hedge, m.unit) for m in reading(text).mentions]


def marks(text: str) -> list[tuple[str, str, str | None]]:
    """Return text, reason and value of each mark in `text`."""
    return [(m.text, m.reason, m.value) for m in reading(text).marks]


def cases(members: Mapping[str, Phrase] | Mapping[str, Claims], field: str) -> list[object]:
    """Return each member's name with each of its examples or quiet texts."""
    return [
        pytest.param(name, case, id=f"{name}-{case}") for name, member in members.items() for case in getattr(member, field)
    ]


@pytest.mark.parametrize(("name", "example"), cases(phrases(), "EXAMPLES"))
def test_a_phrase_reads_its_own_examples(name: str, example: tuple[str, float | None, float | None]) -> None:
    """Each phrase rule reads the examples written beside it, and its name is in the trail."""
    text, low, high = example
    found = reading(text).mentions
    expected = (rounded(low), rounded(high))
    assert expected in [(number(m.interval.low), number(m.interval.high)) for m in found], [m.text for m in found]
    assert any(step.startswith(name) for m in found for step in m.trail)


@pytest.mark.parametrize(("name", "example"), cases(decoys(), "EXAMPLES"))
def test_a_decoy_claims_its_own_examples(name: str, example: tuple[str, str, str | None]) -> None:
    """Each decoy claims the numeral of its examples with the value it was read as."""
    text, claimed, value = example
    assert (claimed, value) in [(m.text, m.value) for m in reading(text).marks]


@pytest.mark.parametrize(("name", "text"), cases(phrases(), "QUIET"))
def test_a_phrase_leaves_the_rest_alone(name: str, text: str) -> None:
    """Each phrase rule stays out of the texts it must not touch."""
    steps = [step for m in reading(text).mentions for step in m.trail]
    assert [step for step in steps if step.split("/")[0] == name] == []


@pytest.mark.parametrize(("name", "text"), cases(decoys(), "QUIET"))
def test_a_decoy_leaves_the_rest_alone(name: str, text: str) -> None:
    """Each decoy claims nothing in the texts it must not touch."""
    assert [m.text for m in reading(text).marks if m.reason == decoys()[name].REASON] == []


@dataclass(frozen=True)
class Guest:
    """A member of a folder, for its order alone."""

    name: str
    AFTER: tuple[str, ...] = ()
    QUIET: tuple[str, ...] = ()


def turns(guests: dict[str, tuple[str, ...]]) -> str:
    """Return the names of guests, each with those it comes after, in their order."""
    return "".join(guest.name for guest in ordered({name: Guest(name, after) for name, after in guests.items()}))


ORDERS: list[tuple[dict[str, tuple[str, ...]], str]] = [
    ({"b": (), "a": ()}, "ab"),
    ({"a": ("b",), "b": ()}, "ba"),
    ({"a": ("c",), "b": (), "c": ()}, "bca"),
]


@pytest.mark.parametrize(("guests", "order"), ORDERS)
def test_members_take_their_turn_by_name(guests: dict[str, tuple[str, ...]], order: str) -> None:
    """A member comes behind those it names, and the rest go by their names."""
    assert turns(guests) == order


def test_a_circle_of_members_is_refused() -> None:
    """Two members that both want to come second are an error, and so is one behind nobody."""
    with pytest.raises(CycleError):
        turns({"a": ("b",), "b": ("a",)})
    with pytest.raises(KeyError):
        turns({"a": ("nobody",)})


HEDGES = english().table(Hedges)


@pytest.mark.parametrize("row", [*HEDGES.before, *HEDGES.after], ids=lambda r: r.say[0])
def test_a_hedge_row_reads_its_example(row: HedgeRow) -> None:
    """Each row of the table of hedges gives its hedge and side to the number of its example."""
    found = reading(row.example).mentions
    assert [(m.hedge, m.side) for m in found] == [(row.hedge, row.side)]


@pytest.mark.parametrize("phrase", [(s, r) for r in HEDGES.before for s in r.say], ids=lambda p: p[0])
def test_every_hedge_in_front_is_read(phrase: tuple[str, HedgeRow]) -> None:
    """Each phrase of the table bounds the number behind it and leaves the number alone."""
    say, row = phrase
    (mention,) = reading(f"They counted {say} 437 vessels").mentions
    assert mention.hedge == row.hedge
    assert 437 in (mention.interval.low, mention.interval.high)


@pytest.mark.parametrize("row", english().table(Vague).words, ids=lambda r: r.word)
def test_a_vague_row_reads_its_example(row: VagueWord) -> None:
    """Each vague word has the interval of its row."""
    (mention,) = reading(row.example).mentions
    assert (mention.word, number(mention.interval.low), number(mention.interval.high)) == (row.word, row.low, row.high)


FIGURES = [
    # ranges
    ("Strength varies from several thousand armed sailors to as low as 500.", [("several thousand armed sailors to as low as 500", 500, 9999, "range", "count")]),
    ("It will take 6 months to a year.", [("6 months to a year", 6, 12, "range", "month")]),
    ("It takes one to two years.", [("one to two years", 1, 2, "range", "year")]),
    ("between $US35 million and $US42 million", [("between $US35 million and $US42 million", 35e6, 42e6, "range", "USD")]),
    ("Fees of $50-$60 apply.", [("$50-$60", 50, 60, "range", "USD")]),
    ("a budget of £2-3bn", [("£2-3bn", 2e9, 3e9, "range", "GBP")]),
    ("from 620 sq ft up to 780 sq ft", [("620 sq ft up to 780 sq ft", 620, 780, "range", "square_foot")]),
    ("two or three clans", [("two or three", 2, 3, "range", "count")]),
    ("costs $200 to $4 million", [("$200 to $4 million", 200, 4e6, "range", "USD")]),
    ("The fleet grew from 24.2 to 33-35 million tonnes.", [("24.2", 24.2e6, 24.2e6, "exact", "tonne"), ("33-35 million tonnes", 33e6, 35e6, "range", "tonne")]),
    # a change and its level are two figures
    ("Output rose 8.15% to 3.65 tonnes.", [("8.15%", 8.15, 8.15, "exact", "percent"), ("3.65 tonnes", 3.65, 3.65, "exact", "tonne")]),
    ("The gap increased by $43.6bn to $419.2bn.", [("$43.6bn", 43.6e9, 43.6e9, "exact", "USD"), ("$419.2bn", 419.2e9, 419.2e9, "exact", "USD")]),
    ("Lift was raised from 13.5 to 14.0 mm.", [("13.5", 13.5, 13.5, "exact", "millimeter"), ("14.0 mm", 14, 14, "exact", "millimeter")]),
    # so are what was and what is; the first has the unit and the scale that only the second says, and the other way round
    ("The toll rose from 34 to 38.", [("34", 34, 34, "exact", "count"), ("38", 38, 38, "exact", "count")]),
    ("They cut the tax from 35 percent to 21.", [("35 percent", 35, 35, "exact", "percent"), ("21", 21, 21, "exact", "percent")]),
    ("They will raise the age from 18 to 21.", [("18", 18, 18, "exact", "year"), ("21", 21, 21, "exact", "year")]),
    ("The fleet has gone from 310 boats to 188.", [("310", 310, 310, "exact", "count"), ("188", 188, 188, "exact", "count")]),
    ("Sales grew 12% from $2 to $2.2 billion.", [("12%", 12, 12, "exact", "percent"), ("$2", 2e9, 2e9, "exact", "USD"), ("$2.2 billion", 2.2e9, 2.2e9, "exact", "USD")]),
    ("Crews of from 20 to 30 sailors, which rose.", [("20 to 30", 20, 30, "range", "count")]),
    # bounds, nested and on both sides
    ("well over 2,000 homes", [("well over 2,000", 2000, None, "more_than", "count")]),
    ("They handed over 421,000 names.", [("421,000", 421000, 421000, "exact", "count")]),
    ("It rolled over about 12 miles off.", [("about 12 miles", 12, 12, "about", "mile")]),
    ("They reject 7 per cent and want 12.", [("7 per cent", 7, 7, "exact", "percent"), ("12", 12, 12, "exact", "percent")]),
    ("They reject 7 per cent and want 12 boats.", [("7 per cent", 7, 7, "exact", "percent"), ("12", 12, 12, "exact", "count")]),
    ("It did 73 mph in a zone limited to 30.", [("73 mph", 73, 73, "exact", "mile/hour"), ("30", 30, 30, "exact", "mile/hour")]),
    ("It did 73 mph in a 30 zone.", [("73 mph", 73, 73, "exact", "mile/hour"), ("30", 30, 30, "exact", "mile/hour")]),
    ("It did 73 mph and hit 30 boats.", [("73 mph", 73, 73, "exact", "mile/hour"), ("30", 30, 30, "exact", "count")]),
    ("She was 17 when she left and 42 when she came back.", [("17", 17, 17, "exact", "year"), ("42", 42, 42, "exact", "year")]),
    ("It costs $40 to 60 a month.", [("$40 to 60", 40, 60, "range", "USD/month")]),
    ("Rents rose 41 per cent and wages are up 17.", [("41 per cent", 41, 41, "exact", "percent"), ("17", 17, 17, "exact", "percent")]),
    ("Rents rose 41 per cent and boats are up 17 miles.", [("41 per cent", 41, 41, "exact", "percent"), ("17 miles", 17, 17, "exact", "mile")]),
    ("It gave 30 tonnes a day in May, down from a peak of 90.", [("30 tonnes a day", 30, 30, "exact", "tonne/day"), ("90", 90, 90, "exact", "tonne/day")]),
    ("It gave 30 tonnes a day, down from 90 boats.", [("30 tonnes a day", 30, 30, "exact", "tonne/day"), ("90", 90, 90, "exact", "count")]),
    ("They won 41 per cent, with the Greens at 34.", [("41 per cent", 41, 41, "exact", "percent"), ("34", 34, 34, "exact", "percent")]),
    ("just under 40 boats", [("just under 40", None, 40, "less_than", "count")]),
    ("no fewer than 12 crew", [("no fewer than 12", 12, None, "at_least", "count")]),
    ("nearly eight times more boats", [("nearly eight times", 8, 8, "about", "times")]),
    ("40 or more boats", [("40 or more", 40, None, "at_least", "count")]),
    ("50-plus boats", [("50-plus", 50, None, "at_least", "count")]),
    ("180+ dead", [("180+", 180, None, "at_least", "count")]),
    ("in as little as six months", [("as little as six months", 6, None, "at_least", "month")]),
    ("as many as 55,000 sailors", [("as many as 55,000", None, 55000, "at_most", "count")]),
    ("an estimated 1,500 sailors", [("an estimated 1,500", 1500, 1500, "about", "count")]),
    ("They talked about three harbours.", [("three", 3, 3, "exact", "count")]),
    ("over the past twenty years", [("twenty years", 20, 20, "exact", "year")]),
    ("It lasted for over two decades.", [("over two decades", 2, None, "more_than", "decade")]),
    # units, money, scales
    ("A 24- to 30-foot boat and a 10-metre boat", [("24- to 30-foot", 24, 30, "range", "foot"), ("10-metre", 10, 10, "exact", "meter")]),
    ("2.7m digital and physical sales", [("2.7m", 2.7e6, 2.7e6, "exact", "count")]),
    ("a hole 1.5 m deep and a 100m sprint", [("1.5 m", 1.5, 1.5, "exact", "meter"), ("100m", 100, 100, "exact", "meter")]),
    ("It cost $5 m and HK$5.4m, or US $58.24 a barrel.", [("$5 m", 5e6, 5e6, "exact", "USD"), ("HK$5.4m", 5.4e6, 5.4e6, "exact", "HKD"), ("US $58.24 a barrel", 58.24, 58.24, "exact", "USD/barrel")]),
    ("RM23.50, INR1 trillion, Y=28,030 and PS2.7m", [("RM23.50", 23.5, 23.5, "exact", "MYR"), ("INR1 trillion", 1e12, 1e12, "exact", "INR"), ("Y=28,030", 28030, 28030, "exact", "JPY"), ("PS2.7m", 2.7e6, 2.7e6, "exact", "GBP")]),
    ("8 B people and 4.3M vessels", [("8 B", 8e9, 8e9, "exact", "count"), ("4.3M", 4.3e6, 4.3e6, "exact", "count")]),
    ("minus-13 degrees Celsius and -5 yards", [("minus-13 degrees Celsius", -13, -13, "exact", "degree_celsius"), ("-5 yards", -5, -5, "exact", "yard")]),
    ("spaced 16 - year - old text and 160, 000 boats", [("16 - year - old", 16, 16, "exact", "year"), ("160, 000", 160000, 160000, "exact", "count")]),
    ("1,000 emergency calls a day", [("1,000", 1000, 1000, "exact", "count/day")]),
    ("5 per cent, 3 percentage points and 25 basis points", [("5 per cent", 5, 5, "exact", "percent"), ("3 percentage points", 3, 3, "exact", "percentage_point"), ("25 basis points", 25, 25, "exact", "basis_point")]),
    ("It weighs 80 pounds.", [("80 pounds", 80, 80, "exact", "pound")]),
    ("They paid 80 pounds.", [("80 pounds", 80, 80, "exact", "GBP")]),
    # degrees of which the weather or the text tells the scale, and those of an angle
    ("It was 43 degrees in Oldport on the hottest day of the year.", [("43 degrees", 43, 43, "exact", "degree_celsius")]),
    ("Sailors shivered at 38 degrees in the cold.", [("38 degrees", 38, 38, "exact", "degree_fahrenheit")]),
    ("The weather station logged 91 degrees.", [("91 degrees", 91, 91, "exact", "degree_fahrenheit")]),
    (
        "The heatwave killed 12. The thermometer showed 46.4 degrees in Oldport.",
        [("12", 12, 12, "exact", "count"), ("46.4 degrees", 46.4, 46.4, "exact", "degree_celsius")],
    ),
    (
        "The heatwave killed 12. It was 104 degrees, and the low was a temperature of 46 degrees.",
        [("12", 12, 12, "exact", "count"), ("104 degrees", 104, 104, "exact", "degree_fahrenheit"), ("46 degrees", 46, 46, "exact", "degree")],
    ),
    ("It is 19 degrees in Oldport. Newport had 21C.", [("19 degrees", 19, 19, "exact", "degree_celsius"), ("21C", 21, 21, "exact", "degree_celsius")]),
    ("Temperatures fell to minus 18 degrees.", [("minus 18 degrees", -18, -18, "exact", "degree")]),
    ("The boat heeled to 40 degrees in the heat.", [("40 degrees", 40, 40, "exact", "degree")]),
    # so many degrees more are no level
    ("The bay may warm by 4C (7.2F).", [("4C", 4, 4, "exact", "delta_degree_celsius"), ("7.2F", 7.2, 7.2, "exact", "delta_degree_fahrenheit")]),
    ("They agreed to limit warming to well below 2C.", [("well below 2C", None, 2, "less_than", "delta_degree_celsius")]),
    ("The water is 2 degrees warmer, at 21C.", [("2 degrees", 2, 2, "exact", "delta_degree_celsius"), ("21C", 21, 21, "exact", "degree_celsius")]),
    ("It was 4C above zero and 4C above its mean.", [("4C", 4, 4, "exact", "degree_celsius"), ("4C", 4, 4, "exact", "delta_degree_celsius")]),
    ("The water fell to 4C from 12C.", [("4C", 4, 4, "exact", "degree_celsius"), ("12C", 12, 12, "exact", "degree_celsius")]),
    # a unit left out: more than a figure in front, and decimals that count nothing
    ("It will take 38 minutes, 12 fewer than now.", [("38 minutes", 38, 38, "exact", "minute"), ("12", 12, 12, "exact", "minute")]),
    ("Rope is 1.20 euros, tar 0.99 and paint 2.45.", [("1.20 euros", 1.2, 1.2, "exact", "EUR"), ("0.99", 0.99, 0.99, "exact", "EUR"), ("2.45", 2.45, 2.45, "exact", "EUR")]),
    ("Marlow had 51.2% to Okello's 48.8.", [("51.2%", 51.2, 51.2, "exact", "percent"), ("48.8", 48.8, 48.8, "exact", "percent")]),
    ("The yield is 4.1%, gold 2,412.5.", [("4.1%", 4.1, 4.1, "exact", "percent"), ("2,412.5", 2412.5, 2412.5, "exact", "count")]),
    (
        "It made €4 million on sales of 90 million.",
        [("€4 million", 4_000_000, 4_000_000, "exact", "EUR"), ("90 million", 90_000_000, 90_000_000, "exact", "EUR")],
    ),
    (
        "It gave €4 million to a town of 2 million.",
        [("€4 million", 4_000_000, 4_000_000, "exact", "EUR"), ("2 million", 2_000_000, 2_000_000, "exact", "count")],
    ),
    ("They have 38 boats, 12 fewer than now.", [("38", 38, 38, "exact", "count"), ("12", 12, 12, "exact", "count")]),
    ("It was 0.4% weaker, at 18.62.", [("0.4%", 0.4, 0.4, "exact", "percent"), ("18.62", 18.62, 18.62, "exact", "count")]),
    ("It is 4.5 percent, and 2.5 boats a crew.", [("4.5 percent", 4.5, 4.5, "exact", "percent"), ("2.5", 2.5, 2.5, "exact", "count")]),
    # how far a share has moved, in brackets behind it
    ("Con 27% (-1), Lab 41% (+2)", [("27%", 27, 27, "exact", "percent"), ("-1", -1, -1, "exact", "percentage_point"), ("41%", 41, 41, "exact", "percent"), ("2", 2, 2, "exact", "percentage_point")]),
    ("41% (2 boats)", [("41%", 41, 41, "exact", "percent"), ("2", 2, 2, "exact", "count")]),
    # one and another currency
    ("The rand traded at 18.62 to the dollar.", [("18.62", 18.62, 18.62, "exact", "ZAR/USD")]),
    ("The dollar rose to 151 against the yen.", [("151", 151, 151, "exact", "JPY/USD")]),
    # two counts of a vote
    ("They voted 61 to 38 for it.", [("61", 61, 61, "exact", "count"), ("38", 38, 38, "exact", "count")]),
    ("The bill cleared the house 219-212.", [("219", 219, 219, "exact", "count"), ("212", 212, 212, "exact", "count")]),
    ("They cleared it and won 3-1.", []),
    # what stands before words of one kind has one unit
    ("It is 90 minutes by car or 35 by train.", [("90 minutes", 90, 90, "exact", "minute"), ("35", 35, 35, "exact", "minute")]),
    ("a ship 400 metres long and 59 wide", [("400 metres", 400, 400, "exact", "meter"), ("59", 59, 59, "exact", "meter")]),
    ("It was 22 percent for Marlow and 9 for Okello.", [("22 percent", 22, 22, "exact", "percent"), ("9", 9, 9, "exact", "percent")]),
    ("Loans start at 4.6%.", [("4.6%", 4.6, None, "at_least", "percent")]),
    ("A 5 mile walk for charity or 12 for fun.", [("5 mile", 5, 5, "exact", "mile"), ("12", 12, 12, "exact", "count")]),
    ("It holds 51 percent and wants the other 49.", [("51 percent", 51, 51, "exact", "percent"), ("49", 49, 49, "exact", "percent")]),
    ("They stayed three hours, 42 minutes.", [("three hours, 42 minutes", 3.7, 3.7, "exact", "hour")]),
    ("The villa costs from £7,900 a week.", [("£7,900 a week", 7900, None, "at_least", "GBP/week")]),
    ("The base rate is 2.1 points higher.", [("2.1 points", 2.1, 2.1, "exact", "percentage_point")]),
    ("A day there lasts 243 Earth days.", [("243 Earth days", 243, 243, "exact", "day")]),
    ("Chasing 301, they fell short.", [("301", 301, 301, "exact", "count")]),
    # fractions and multiples
    ("more than six out of ten voters", [("more than six out of ten", 0.6, None, "more_than", "ratio")]),
    ("one in five children", [("one in five", 0.2, 0.2, "exact", "ratio")]),
    ("half the revenue and half of cases", [("half", 0.5, 0.5, "exact", "ratio"), ("half", 0.5, 0.5, "exact", "ratio")]),
    ("the first half of the match", []),
    ("Sales more than doubled.", [("more than doubled", 2, None, "more_than", "times")]),
    # zero
    ("There were no casualties and no further damage.", [("no", 0, 0, "exact", "count")]),
    ("No-one was injured.", [("No-one", 0, 0, "exact", "count")]),
    ("There is no doubt.", []),
    # ages
    ("Ada Marlow, 65, sailed with men aged 25 to 54.", [("65", 65, 65, "exact", "year"), ("aged 25 to 54", 25, 54, "range", "year")]),
    ("A now-18 month-old boy", [("18 month-old", 18, 18, "exact", "month")]),
    ("Men aged 19 and 24 have been charged.", [("aged 19", 19, 19, "exact", "year"), ("24", 24, 24, "exact", "year")]),
    ("Girls aged 9 and 11 boys came.", [("aged 9", 9, 9, "exact", "year"), ("11", 11, 11, "exact", "count")]),
    ("The 24-year-old stabbed Marlow, 31.", [("24-year-old", 24, 24, "exact", "year"), ("31", 31, 31, "exact", "year")]),
    # counts that look like something else
    ("The two rival groups met; between the two, peace.", [("two", 2, 2, "exact", "count")]),
    ("One sailor was killed.", [("One", 1, 1, "exact", "count")]),
    ("Scores were fleeing.", [("Scores", 40, 199, "vague", "count")]),
    ("She scores twice; test scores fell.", [("twice", 2, 2, "exact", "count")]),
    ("2000 people marched in 2019.", [("2000", 2000, 2000, "exact", "count")]),
    ("Ford 13000 workers struck.", [("13000", 13000, 13000, "exact", "count")]),
    ("a 6.1-magnitude quake", [("6.1-magnitude", 6.1, 6.1, "exact", "magnitude")]),
    ("a magnitude of at least 5.9", [("magnitude of at least 5.9", 5.9, None, "at_least", "magnitude")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[t for t, _ in FIGURES])
def test_prose_is_read(text: str, expected: list[tuple[str, float | None, float | None, str, str]]) -> None:
    """A sentence gives these figures and no others."""
    assert figures(text) == [(t, rounded(low), rounded(high), h, u) for t, low, high, h, u in expected]


DIRECTIONS = [
    ("up 19 cents", "up"),
    ("fell by 3%", "down"),
    ("rose to 12%", None),
    ("up to 252 miles", None),
    ("gave up 517 yards", None),
    ("a 3% tax", None),
    ("0.7 per cent lower", "down"),
    ("a 12% increase in fares", "up"),
    ("a fall of 9 percent in orders", "down"),
    ("a dip of just 0.3 percent", "down"),
    ("The clerks won a 3.5 percent pay rise.", "up"),
    ("a 60% year-on-year drop in arrivals", "down"),
    ("The mill posted 5% growth.", "up"),
    ("a reduction of 1,400 places", "down"),
    ("a tenfold increase", "up"),
    ("The mill made 20% fewer shirts.", "down"),
    ("They earn 15 percent more than sailors.", "up"),
    ("It uses a fifth less rope.", "down"),
    ("a loss of $4 million", None),
    ("a leap of 8 metres", None),
    ("Some 20% rise early.", None),
    ("The 40 percent cut their losses.", None),
    ("20 percent or more", None),
    ("The bills eat up a third of her pay.", None),
    ("It paid down $3m of debt.", None),
    ("The port raised $12m.", None),
    ("The port raised the fee by $3.", "up"),
]


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS, ids=[t for t, _ in DIRECTIONS])
def test_a_change_has_its_direction(text: str, direction: str | None) -> None:
    """Only the amount of a change has a direction; a level and a bound have none."""
    assert [m.direction for m in reading(text).mentions] == [direction]


MARKS = [
    ("The index TA-125 climbed.", [("125", "name", "125")]),
    ("the S&P 500 rose", [("500", "name", "500")]),
    ("They won 2-1 and lost 0-3.", [("2-1", "score", "2-1"), ("0-3", "score", "0-3")]),
    ("9/11 and 24/7", [("9/11", "idiom", None), ("24/7", "idiom", None)]),
    ("in 2014-17, the 1980s and by 2120", [("2014-17", "year", "2014"), ("1980s", "decade", "1980s"), ("2120", "year", "2120")]),
    ("on 8 October, 26 August and Oct. 31", [("8 October", "date", "--10-08"), ("26 August", "date", "--08-26"), ("Oct. 31", "date", "--10-31")]),
    ("at 0401 GMT, 10.45pm and 21:23", [("0401 GMT", "time", "04:01"), ("10.45pm", "time", "22:45"), ("21:23", "time", "21:23")]),
    ("Article 50, Chapter 11 and page 12", [("50", "name", "50"), ("11", "name", "11"), ("12", "name", "12")]),
    ("the third of the 22nd brigade", [("22nd", "ordinal", "22")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MARKS, ids=[t for t, _ in MARKS])
def test_decoys_are_marked(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    """Numerals that are no quantity are marks with their reason and value."""
    found = marks(text)
    assert [m for m in expected if m not in found] == []


POWERS = [("2^3 cells", 8), ("0^0 cells", 0), ("0^-3 cells", 0), ("2.5^-1 cells", 0.4)]


@pytest.mark.parametrize(("text", "value"), POWERS, ids=[t for t, _ in POWERS])
def test_powers_never_stumble(text: str, value: float) -> None:
    """A power is worked out where it is a number; nought keeps its value."""
    assert number(reading(text).mentions[0].interval.low) == value


UNREAD = [
    ("£6,5000 was paid", "6,5000"),
    ("1" * 41 + " boats", "1" * 41),
    ("٤٥٦ boats", "٤٥٦"),
    (" ".join("7" * 14), " ".join("7" * 14)),
]


@pytest.mark.parametrize(("text", "numeral"), UNREAD, ids=[t[:20] for t, _ in UNREAD])
def test_what_is_not_understood_is_listed(text: str, numeral: str) -> None:
    """A malformed numeral is listed whole, never read in part."""
    found = reading(text)
    assert [u.text for u in found.unread] == [numeral]
    assert found.mentions == ()


COLUMNS = [
    ("7\n" * 12, 12, []),
    ("Sunk\n" + " 1,200 \n\n" * 13 + "9 boats sank.", 13, ["9"]),
    ("7\n" * 11, 0, ["7"] * 11),
    ("7 boats\n" * 12, 0, ["7"] * 12),
    ("Sunk:\n" + "7\n" * 12 + "12 boats sank.", 12, ["12"]),
]


@pytest.mark.parametrize(("text", "unread", "figures"), COLUMNS, ids=[t[:12] + str(n) for t, n, _ in COLUMNS])
def test_a_column_of_numbers_has_lost_its_words(text: str, unread: int, figures: list[str]) -> None:
    """Twelve lines of nothing but a number are listed one by one; what stands before and behind them is read."""
    found = reading(text)
    assert len(found.unread) == unread
    assert all(text[u.start : u.end] == u.text for u in found.unread)
    assert [m.text for m in found.mentions] == figures


CONVERSIONS = [
    ("less than 25 km (15 miles) away", [("less than 25 km", None), ("15 miles", "less_than")]),
    ("about 7 miles (11 km)", [("about 7 miles", None), ("11 km", "about")]),
    ("7,199 yuan ($1,062)", [("7,199 yuan", None), ("$1,062", "exact")]),
    ("224 kW / 300 PS", [("224 kW", None), ("300 PS", "exact")]),
]


@pytest.mark.parametrize(("text", "expected"), CONVERSIONS, ids=[t for t, _ in CONVERSIONS])
def test_a_bracketed_conversion_is_tied(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A conversion knows the figure it repeats and inherits its hedge."""
    found = reading(text).mentions
    assert [(m.text, m.hedge if m.converts is not None else None) for m in found] == expected


PLACES = [
    "Cafe\u0301 owners counted 3,000 boats 😀 and 40 crews.",
    "At least\u00a055 boats\r\nand over 180\r\nmore sank.",
    "Thou\u00adsands and 1\u202f200\u202f000 boats; ２５ crews.",
    "\ufeff“Some 12” boats—nearly 30—sank.",
]


@pytest.mark.parametrize("text", PLACES)
def test_places_slice_back(text: str) -> None:
    """Start and end of every figure, mark and unread numeral cut its text out of the article."""
    found = reading(text)
    everything: list[Mention | Mark | Unread] = [*found.mentions, *found.marks, *found.unread]
    assert everything
    assert [item.text for item in everything] == [text[item.start : item.end] for item in everything]


def test_full_width_digits_are_read() -> None:
    """Full-width digits are digits."""
    assert [m.interval.low for m in reading("２５ boats sank").mentions] == [25]


def test_a_soft_hyphen_does_not_split_a_number_word() -> None:
    """A word keeps its meaning when a soft hyphen stands in it."""
    assert [m.interval.low for m in reading("two thou\u00adsand boats").mentions] == [2000]


def test_the_same_text_reads_the_same() -> None:
    """Reading is a pure function of the text."""
    text = "Some 300 to 400 boats, 2-1, in 2019, of 5 miles (8 km)."
    assert reading(text) == reading(text)
