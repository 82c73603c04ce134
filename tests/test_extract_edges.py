"""Reading figures at the edges: the last number that is still a range, the first that is two; where a word belongs to a number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from test_extract import reading

from numcheck.model.interval import last_place
from numcheck.model.reading import Mention


def told(figure: Mention) -> str:
    """Return the interval of a figure as mathematics writes it, then its unit, hedge, side and direction, where it has one."""
    span = figure.interval
    low, high = _end(span.low), _end(span.high)
    both = f"{'(' if span.low_open else '['}{low}, {high}{')' if span.high_open else ']'}"
    unit = "" if figure.unit == "count" else figure.unit
    said = (unit, figure.hedge.removeprefix("exact").removeprefix("range"), figure.side, figure.direction)
    return " ".join(word for word in (low if span.is_point else both, *said) if word)


def _end(end: Decimal | None) -> str:
    return "…" if end is None else f"{end:.9f}".rstrip("0").rstrip(".")


RANGES = [
    ("Sales fell 3 to 4 per cent.", "[3, 4] percent down"),
    ("Sales grew 3 to 9 per cent.", "[3, 9] percent up"),
    ("Sales grew 3 to 9.1 per cent.", "3; 9.1 percent"),
    ("Sales grew 3 to 10 per cent.", "3; 10 percent"),
    ("Sales grew 4 to 4 per cent.", "4; 4 percent"),
    ("Sales grew 3% to 5%.", "3 percent up; 5 percent"),
    ("Sales rose 8% to 3.65.", "8 percent up; 3.65"),
    ("The fleet rose from 20 to 30 boats.", "20; 30"),
    ("The fleet rose by 12% from 20 to 30 boats.", "12 percent up; 20; 30"),
    ("The fleet is from 20 to 30 boats.", "[20, 30]"),
    ("They raised the limit for small boats from 20 to 30.", "20; 30"),
    ("Sales rose in Lorne, from 20 to 30 boats.", "20; 30"),
    ("Sales rose, ranging from 20 to 30 boats.", "[20, 30]"),
    ("The price went from $3 to 5 million.", "3000000 USD; 5000000 USD"),
    ("The price fell to 40 million from 52 million euros.", "40000000 EUR; 52000000 EUR"),
    ("The price fell to 40 million from 52 million.", "40000000; 52000000"),
    ("The price fell to 40 from 52 euros.", "40; 52 EUR"),
    ("Between 20 and 30 boats sank.", "[20, 30]"),
    ("Between about 20 and 30 boats sank.", "[20, 30]"),
    ("Some 20 and 30 boats sank.", "20 about; 30"),
    ("Between 30 and 20 boats sank.", "[20, 30]"),
    ("From 30 to 20 boats sank.", "[20, 30]"),
    ("30 to 20 boats sank.", "30; 20"),
    ("20 to 20 boats sank.", "20; 20"),
    ("They lost 54 percent to 29 percent.", "54 percent down; 29 percent"),
    ("They lost 29 percent to 54 percent.", "29 percent down; 54 percent"),
    ("20 or 30 boats sank.", "[20, 30]"),
    ("20 or 40 boats sank.", "[20, 40]"),
    ("20 or 50 boats sank.", "20; 50"),
    ("2 or 3 boats sank.", "[2, 3]"),
    ("2 or 4 boats sank.", "2; 4"),
    ("4 or 5 boats sank.", "[4, 5]"),
    ("4 or 6 boats sank.", "4; 6"),
    ("8 or 10 boats sank.", "[8, 10]"),
    ("8 or 11 boats sank.", "8; 11"),
    ("3 or 2 boats sank.", "3; 2"),
    ("3 or 3 boats sank.", "3; 3"),
    ("3 or more boats sank.", "[3, …] at_least"),
    ("3 or under 8 boats sank.", "3; […, 8) less_than"),
    ("dozens or hundreds of boats", "[24, 999]"),
    ("hundreds or dozens of boats", "[200, 999] vague; [24, 99] vague"),
    ("dozens or 100 boats", "[24, 99] vague; 100"),
    ("hundreds, if not thousands, of boats", "[200, 99999]"),
    ("thousands, if not hundreds, of boats", "[2000, 99999] vague; [200, 999] vague"),
    ("hundreds if not more of boats", "[200, 999] vague"),
    ("five if not six boats", "[5, 6]"),
    ("six if not five boats", "6; 5"),
    ("five, maybe six boats", "[5, 6]"),
    ("six, maybe five boats", "6; 5 about"),
    ("five, six boats", "5; 6"),
    ("from 30 km up to 75 km", "[30, 75] kilometer"),
    ("30 km up to 75 km", "30 kilometer; […, 75] kilometer at_most"),
    ("from 300 boats to 200", "[200, 300]"),
    ("300 boats to 200", "300; 200"),
    ("between 300 boats and 400", "[300, 400]"),
    ("from 300 boats and 400", "300; 400"),
    ("between 300 boats to 400", "300; 400"),
    ("several thousand men to as low as 500", "[500, 9999]"),
    ("from 300 small boats to 200 men", "[200, 300]"),
    ("between 300 small wooden boats in all and 200", "300; 200"),
    ("20-30,000 boats sank.", "[20000, 30000]"),
    ("from 20 to 30,000 boats sank.", "[20, 30000]"),
    ("20-80,000 boats sank.", "[20000, 80000]"),
    ("20-81,000 boats sank.", "[20, 81000]"),
    ("1-4,000 boats sank.", "[1, 4000]"),
    ("2-4,000 boats sank.", "[2000, 4000]"),
    ("20-30,500 boats sank.", "[20, 30500]"),
    ("$20-30,000 was paid.", "[20000, 30000] USD"),
    ("20-999 boats sank.", "[20, 999]"),
    ("20-1,000 boats sank.", "[20, 1000]"),
    ("0.5-2,000 boats sank.", "[0.5, 2000]"),
    ("$10 to $15 billion", "[10000000000, 15000000000] USD"),
    ("$20 to $15 billion", "[20, 15000000000] USD"),
    ("$15 to $15 billion", "[15, 15000000000] USD"),
    ("$10 million to $15 billion", "[10000000, 15000000000] USD"),
    ("$200 to $4 million", "[200, 4000000] USD"),
    ("two or three hundred boats", "[200, 300]"),
    ("two to three dozen boats", "[24, 36]"),
    ("four or three hundred boats", "4; 300"),
    ("24 - 30 boats", "[24, 30]"),
    ("24 – 30 boats", "[24, 30]"),
    ("24 — 30 boats", "24; 30"),
    ("24—30 boats", "[24, 30]"),
    ("24 -30 boats", "24; 30"),
    ("24- 30 boats", "24; 30"),
    ("24 to 30-foot boats", "[24, 30] foot"),
    ("24-to-30-foot boats", "[24, 30] foot"),
    ("6 months to a year", "[6, 12] month"),
    ("5 km to 3 miles", "[4.828032, 5] kilometer"),
    ("3 miles to 5 kilos", "3 mile; 5 kilogram"),
    ("$3 to €5", "3 USD; 5 EUR"),
    ("3 to 5 dollars", "[3, 5] USD"),
    ("3 dollars to 5", "[3, 5] USD"),
    ("30 to 35 kilometres per hour", "[30, 35] kilometer/hour"),
    ("30 kilometres to 35 kilometres per hour", "[30, 35] kilometer/hour"),
    ("24.2 to 33-35 million tonnes", "[24200000, 35000000] tonne"),
    ("up to 20 to 30 boats", "[20, 30]"),
    ("about 20 to 30 boats", "[20, 30]"),
    ("at least 20 to at most 30 boats", "[20, 30]"),
    ("in the six months to 30 June", "6 month"),
]


@pytest.mark.parametrize(("text", "figures"), RANGES, ids=[text for text, _ in RANGES])
def test_ranges(text: str, figures: str) -> None:
    """A second number is the end of a range up to a limit and a figure of its own beyond it; units and scales are shared."""
    assert "; ".join(map(told, reading(text).mentions)) == figures


BOUNDS = [
    ("On 3 May about 12 men came.", "12 about"),
    ("On 3 May at least 12 men came.", "[12, …] at_least"),
    ("More than 100 but fewer than 300 crates were lost.", "(100, 300)"),
    ("At least 100 but fewer than 300 crates were lost.", "[100, 300)"),
    ("At least 100 but no more than 300 crates were lost.", "[100, 300]"),
    ("More than 100 and at most 300 crates were lost.", "(100, 300]"),
    ("Fewer than 300 but more than 100 crates were lost.", "(100, 300)"),
    ("Fewer than 300 but at least 100 crates were lost.", "[100, 300)"),
    ("At most 300 but more than 100 crates were lost.", "(100, 300]"),
    ("More than 300 but fewer than 100 crates were lost.", "(300, …] more_than; […, 100) less_than"),
    ("At least 300 but at most 300 crates were lost.", "300"),
    ("More than 20 crates but fewer than 30 were lost.", "(20, 30)"),
    ("More than 20 wooden crates but fewer than 30 were lost.", "(20, 30)"),
    ("More than 20 big wooden crates but fewer than 30 were lost.", "(20, 30)"),
    ("More than 20 old big wooden crates but fewer than 30 were lost.", "(20, …] more_than; […, 30) less_than"),
    ("More than 20 very big old wooden crates but fewer than 30 were lost.", "(20, …] more_than; […, 30) less_than"),
    ("More than 20 crates or fewer than 30 were lost.", "(20, …] more_than; […, 30) less_than"),
    ("More than 20 km but less than 30 km away.", "(20, 30) kilometer"),
    ("More than 20 but less than 30 km away.", "(20, 30) kilometer"),
    ("More than 20 km but less than 30 miles away.", "(20, …] kilometer more_than; […, 30) mile less_than"),
    ("More than 20 km but less than 30 crates away.", "(20, …] kilometer more_than; […, 30) less_than"),
    ("More than 20 km but less than 30 away.", "(20, …] kilometer more_than; […, 30) less_than"),
    ("More than $20 but less than $30.", "(20, 30) USD"),
    ("More than $20 but less than €30.", "(20, …] USD more_than; […, 30) EUR less_than"),
    ("Do not use more than 10 crates.", "[…, 10] at_most"),
    ("Crews do not use more than 10 crates.", "(10, …] more_than"),
    ("Crews must not use more than 10 crates.", "[…, 10] at_most"),
    ("Crews must not lose less than 10 crates.", "[10, …] at_least"),
    ("Crews were told not to use more than 10 crates.", "[…, 10] at_most"),
    ("The fee did not exceed 40 euros.", "[…, 40] EUR at_most"),
    ("The crews did not exceed 40.", "(40, …] more_than"),
    ("The fee was not more than 40 euros.", "[…, 40] EUR at_most"),
    ("Crews never take more than 10 crates.", "[…, 10] at_most"),
    ("The crew was never more than 10.", "[…, 10] at_most"),
    ("The crew was never fewer than 10.", "[10, …] at_least"),
    ("The fee never was under 40 euros.", "[40, …] EUR at_least"),
    ("The fee wasn't more than 40 euros.", "[…, 40] EUR at_most"),
    ("The crew wasn't more than 10.", "(10, …] more_than"),
    ("The fee was never about 40 euros.", "40 EUR about"),
    ("The crew has never in more than 10 years lost.", "(10, …] year more_than"),
    ("Crews cannot for more than 10 days sail.", "(10, …] day more_than"),
    ("Never in 3 years did it take more than 10 crates.", "3 year; (10, …] more_than"),
    ("Crews cannot take more than 10 crates.", "[…, 10] at_most"),
    ("Crews cannot, it said, take more than 10 crates.", "(10, …] more_than"),
    ("Crews cannot in Lorne take more than 10 crates.", "[…, 10] at_most"),
    ("Crews of 12 and up sailed.", "[12, …] at_least"),
    ("Crews of 12 and up to 30 sailed.", "12; […, 30] at_most"),
    ("It is not more than 10.", "[…, 10] at_most"),
    ("Crews without more than 10 crates may sail.", "(10, …] more_than"),
    ("More than 300 but fewer than 300 crates were lost.", "(300, …] more_than; […, 300) less_than"),
]


@pytest.mark.parametrize(("text", "figures"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_bounds(text: str, figures: str) -> None:
    """Two bounds are one range where they close each other; a negation turns the bound whose verb it denies."""
    assert "; ".join(map(told, reading(text).mentions)) == figures


SCALES = [
    ("The hall seats 8 K people.", "8"),
    ("They sold 8 B of its boats.", "8000000000"),
    ("They sold 8 B in Lorne.", "8"),
    ("The hall seats 8K people.", "8000"),
    ("The hall seats 8 B people.", "8000000000"),
    ("The hall seats 8B people.", "8000000000"),
    ("The crew sold 8k in a day.", "8000"),
    ("They shipped 3 M tonnes.", "3000000 tonne"),
    ("They shipped 3 M of its crates.", "3000000"),
    ("They shipped 3 M to Lorne.", "3"),
    ("They shipped 3M to Lorne.", "3000000"),
    ("The plant made 5m crates.", "5000000"),
    ("The wall is 5m deep.", "5 meter"),
    ("The wall is 5 m deep.", "5 meter"),
    ("The firm lent £5 m to Lorne.", "5000000 GBP"),
    ("The firm lent £5m to Lorne.", "5000000 GBP"),
    ("The firm lent $7 t to Lorne.", "7000000000000 USD"),
    ("The firm lent $7t to Lorne.", "7000000000000 USD"),
    ("The firm lent $7k to Lorne.", "7000 USD"),
    ("The firm lent $7 k to Lorne.", "7 USD"),
    ("The firm lent $7mm to Lorne.", "7000000 USD"),
    ("The firm sold 7 mil crates.", "7000000"),
    ("The firm sold 7 mil in Lorne.", "7"),
    ("The firm sold 7 bn in Lorne.", "7000000000"),
]


@pytest.mark.parametrize(("text", "figures"), SCALES, ids=[text for text, _ in SCALES])
def test_scales(text: str, figures: str) -> None:
    """Letters behind digits are a scale where nothing else can be meant."""
    assert "; ".join(map(told, reading(text).mentions)) == figures


NUMBERS = [
    ("They sold twenty -", "20"),
    ("They sold a hundred and", "100"),
    ("2,000 over million", "2000"),
    ("2000 over 3", "666.666666667 ratio"),
    ("it is 2000 over 3.", "666.666666667 ratio"),
    ("They paid 2000 over 3 years", "3 year"),
    ("a hundred and five boats", "105"),
    ("a hundred and forty boats", "140"),
    ("a hundred and 5 boats", "105"),
    ("a hundred and 50 boats", "150"),
    ("a hundred and 500 boats", "100; 500"),
    ("two thousand and five boats", "2005"),
    ("two thousand and 5 boats", "2000; 5"),
    ("two thousand and forty boats", "2040"),
    ("5 hundred and 21 boats", "521"),
    ("5 hundred and 0 boats", "500; 0"),
    ("5 hundred and 21 thousand boats", "500; 21000"),
    ("5 hundred and 21 hundred boats", "500; 2100"),
    ("five million two boats", "5000002"),
    ("5 million two boats", "5000000; 2"),
    ("forty-two boats", "42"),
    ("forty - two boats", "40; 2"),
    ("forty-forty boats", "40; 40"),
    ("four-two boats", "4; 2"),
    ("two-hundred boats", "200"),
    ("2-million boats", "2000000"),
    ("twenty and five boats", "20; 5"),
    ("five million, three hundred thousand boats", "5300000"),
    ("five million, three boats", "5000000; 3"),
    ("five million, thirty thousand boats", "5030000"),
    ("five thousand, three million boats", "5000; 3000000"),
    ("five hundred, three thousand boats", "500; 3000"),
    ("5 million, three hundred thousand boats", "5300000"),
    ("three thousand million boats", "3000000000"),
    ("two hundred thousand million boats", "200000000000"),
    ("two hundred hundred boats", "200"),
    ("three dozen boats", "36"),
    ("three dozen hundred boats", "36"),
    ("two point five boats", "2.5"),
    ("two point five zero boats", "2.5"),
    ("two point forty boats", "2.4"),
    ("two point forty-five boats", "2.45"),
    ("two point forty boats, three-masted", "2.4; 3"),
    ("twenty point five boats", "20.5"),
    ("two point twenty-five boats", "2.25"),
    ("two thousand point five boats", "2000; 5"),
    ("two point boats", "2"),
    ("5 grand", "5000"),
    ("5 grand boats", "5"),
    ("5 grand a year", "5000 count/year"),
    ("5 grand each", "5000"),
    ("5 grand-prix wins", "5"),
    ("two and a half boats", "2.5"),
    ("two and half boats", "2.5"),
    ("two and a half million boats", "2500000"),
    ("two million and a half", "2500000"),
    ("two million and a half boats", "2500000"),
    ("one billion and three quarters of a million boats", "1000000000; 750000"),
    ("one and a fifth boats", "1"),
    ("one and a fifth of it", "1; 0.2 ratio"),
    ("one and a fifth hours", "1.2 hour"),
    ("one and one fifth of it", "1; 0.2 ratio"),
    ("two and a quarter miles", "2.25 mile"),
    ("two-and-a-half boats", "2.5"),
    ("2-and-a-half boats", "2.5"),
    ("5 and 2/3 miles", "5.666666667 mile"),
    ("5 and 3/2 miles", "5; 3; 2 mile"),
    ("5 2/3 miles", "5.666666667 mile"),
    ("5-2/3 miles", "5.666666667 mile"),
    ("5½ miles", "5.5 mile"),
    ("½ mile", "0.5 mile"),
    ("£2½bn", "2500000000 GBP"),
    ("five½ miles", "5; 0.5 mile"),
    ("$5+ million", "[5000000, …] USD at_least"),
    ("$5-plus million", "[5000000, …] USD at_least"),
    ("$5 + million", "5 USD"),
    ("minus 5 degrees", "-5 degree"),
    ("plus or minus 5 points", "5"),
    ("-5 degrees", "-5 degree"),
    ("it fell to -5 degrees", "-5 degree"),
    ("it fell 7-5", ""),
    ("it fell 7 -5", "7; 5"),
    ("it fell 7% -5", "7 percent down; 5"),
    ("1/2 mile", "0.5 mile"),
    ("3 1/2 miles", "3.5 mile"),
    ("3 1/2/1999", "3.5"),
    ("1/17 of it", "0.058823529 ratio"),
    ("1/16 inch", "0.0625 inch"),
    ("1/17 inch", "1; 17 inch"),
    ("5/4 inch", "5; 4 inch"),
    ("4/4 inch", "4; 4 inch"),
    ("1/1000 of it", "0.001 ratio"),
    ("1/1001 of it", "1; 1001"),
    ("1.3e6 boats", "1300000"),
    ("1.3 e6 boats", "1.3; 6"),
    ("1.3e123 boats", "1.3"),
    ("1.3x10^6 boats", "1300000"),
    ("1.3 x 10^6 boats", "1300000"),
    ("2.5^3 boats", "15.625"),
    ("0^3 boats", "0; 3"),
    ("10000^2 boats", "10000; 2"),
    ("9999^2 boats", "99980001"),
    ("160, 000 boats", "160000"),
    ("160,000 boats", "160000"),
    ("1 200 000 boats", "1200000"),
    ("1 200 kg", "1200 kilogram"),
    (".5 miles", "0.5 mile"),
    ("-.5 degrees", "-0.5 degree"),
    ("it rose .5 points", "0.5 up"),
    ("1'200'000 boats", "1200000"),
    ("1.200.000 boats", "1200000"),
    ("1.200,50 boats", "1200.5"),
    ("2,50 euros", "2.5 EUR"),
    ("2,500 euros", "2500 EUR"),
    ("2,5000 euros", ""),
    ("12,34,567 boats", "1234567"),
    ("1,23 boats", "1.23"),
]


@pytest.mark.parametrize(("text", "figures"), NUMBERS, ids=[text for text, _ in NUMBERS])
def test_numbers(text: str, figures: str) -> None:
    """Words and signs go on with a number as long as they leave it one."""
    assert "; ".join(map(told, reading(text).mentions)) == figures


PLACES = [
    ("30m boats", "1000000"),
    ("30 million boats", "1000000"),
    ("30,000,000 boats", "10000000"),
    ("£2½bn", "100000000"),
    ("30k boats", "10000"),
    ("30,000 boats", "10000"),
    ("120 million boats", "10000000"),
    ("90 boats", "1"),
    ("100 boats", "100"),
    ("3.0 miles", "0.1"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_last_place_that_counts(text: str, place: str) -> None:
    """A number is as fine as it is written: millions to the million, bare zeros to the last digit before them."""
    (figure,) = reading(text).mentions
    assert figure.interval.low is not None and last_place(figure.interval.low) == Decimal(place)
