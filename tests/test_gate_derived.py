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
    ("The rate rose 4%.", "The rate rose from 27% to 31%.", "unsupported", None),
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
    (
        "A crash hurt eight people.",
        "A driver and seven passengers were hurt in the crash.",
        "supported",
        "a driver and seven passengers = eight",
    ),
    ("A crash hurt nine people.", "A driver and seven passengers were hurt in the crash.", "contradicted", None),
    ("The crash hurt eight people.", "A hammer and seven passengers were found in the crash.", "unsupported", None),
    (
        "The pile-up took eight vehicles.",
        "A lorry and seven cars met in the pile-up.",
        "supported",
        "a lorry and seven cars = eight",
    ),
    (
        "He sent letters to three pupils.",
        "He wrote to girls of two schools. One was afraid. A third student said his letters were odd.",
        "supported",
        "third student = three",
    ),
    (
        "He sent letters to four pupils.",
        "He wrote to girls of two schools. One was afraid. A third student said his letters were odd.",
        "unsupported",
        None,
    ),
    (
        "Ada Holm and four other poets shared it.",
        "Five poets shared it, Ada Holm among them.",
        "supported",
        "Five poets but one = four",
    ),
    ("Ada Holm and three other poets shared it.", "Five poets shared it, Ada Holm among them.", "unsupported", None),
    (
        "The clinic saw 1,442 women and children.",
        "The clinic saw 412 children and 1,030 women.",
        "supported",
        "412 + 1,030 = 1,442",
    ),
    ("The clinic saw 1,542 women and children.", "The clinic saw 412 children and 1,030 women.", "contradicted", None),
    (
        "More than 3,700 trains and buses were cancelled.",
        "It cancelled 640 trains and 3,100 buses.",
        "supported",
        "640 + 3,100 = More than 3,700",
    ),
    ("More than 4,700 trains and buses were cancelled.", "It cancelled 640 trains and 3,100 buses.", "contradicted", None),
    ("That leaves £7m in the fund.", "The fund had £12m, of which £5m was paid out.", "supported", "£12m - £5m = £7m"),
    ("That leaves £8m in the fund.", "The fund had £12m, of which £5m was paid out.", "unsupported", None),
    (
        "In Lorne 2,500 homes are no longer without water.",
        "The flood left 3,400 homes in Lorne without water, and 900 still are.",
        "supported",
        "3,400 - 900 = 2,500",
    ),
    (
        "In Lorne 2,500 homes are still without water.",
        "The flood left 3,400 homes in Lorne without water, and 900 still are.",
        "contradicted",
        None,
    ),
    ("Two thirds of the bells go back.", "They send back 72 of the 106 bells.", "supported", "72 of 106 = Two thirds"),
    ("Three quarters of the bells go back.", "They send back 72 of the 106 bells.", "unsupported", None),
    ("Two thirds of the cranes rust.", "They send back 72 of the 106 bells.", "unsupported", None),
    ("Two thirds of the farms are gone.", "The number of farms fell to 212 from 640.", "supported", "640 to 212 = Two thirds"),
    ("Half of the farms are gone.", "The number of farms fell to 212 from 640.", "unsupported", None),
    ("Thefts nearly doubled.", "Thefts rose from 610 to 1,150.", "supported", "1,150 / 610 = nearly doubled"),
    ("Thefts nearly doubled.", "Thefts rose from 610 to 950.", "unsupported", None),
    (
        "The party was on 32% a month ago.",
        "The party is on 34 per cent, two points up on last month.",
        "supported",
        "34 per cent - two points = 32%",
    ),
    ("The party was on 31% a month ago.", "The party is on 34 per cent, two points up on last month.", "contradicted", None),
    ("The fee was 6.7p.", "They raised the fee by 0.5p to 7.2p.", "supported", "7.2p - 0.5p = 6.7p"),
    ("The fee was 6p.", "They raised the fee by 0.5p to 7.2p.", "contradicted", None),
    (
        "Owen Reed had 16,140 votes.",
        "With 18,450 votes Ada Holm beat Owen Reed, a majority of 2,310.",
        "supported",
        "18,450 - 2,310 = 16,140",
    ),
    (
        "Owen Reed had 16,150 votes.",
        "With 18,450 votes Ada Holm beat Owen Reed, a majority of 2,310.",
        "contradicted",
        None,
    ),
    (
        "Prices will rise by 6% in January.",
        "Sales in the three months to June rose 6% to £412m, from £389m. Prices will go up by 3% to 4% in January.",
        "unsupported",
        None,
    ),
    (
        "The bridge was opened more than 60 years ago.",
        "The bridge was opened in 1961 and closes in 2027 for 30 days.",
        "supported",
        "from 1961 on: more than 60 years",
    ),
    (
        "The bridge was opened more than 80 years ago.",
        "The bridge was opened in 1961 and closes in 2027 for 30 days.",
        "unsupported",
        None,
    ),
    (
        "The channel lost 1.7 million viewers.",
        "The channel lost 1.2 million viewers in May, and fears that it will lose a further 500,000 by June.",
        "contradicted",
        None,
    ),
    ("Profit had been $192m.", "Profit halved to $96m.", "supported", "halved to $96m from $192m"),
    (
        "There were 40 wolves in the dale.",
        "The number of wolves in the dale doubled to 80.",
        "supported",
        "doubled to 80 from 40",
    ),
    ("The herd was 90 strong.", "The herd tripled to 270.", "supported", "tripled to 270 from 90"),
    ("Losses were £50m a year earlier.", "Losses halved to £25m.", "supported", "halved to £25m from £50m"),
    ("Profit had been $182m.", "Profit halved to $96m.", "contradicted", None),
    ("Profit had been $48m.", "Profit halved to $96m.", "contradicted", None),
    ("There were 160 wolves in the dale.", "The number of wolves in the dale doubled to 80.", "contradicted", None),
    (
        "The index closed down more than 1%.",
        "The leading index closed down 69.6 points at 6,231.8.",
        "supported",
        "69.6 points of 6,231.8 = more than 1%",
    ),
    ("The Orsk index gained 2%.", "The Orsk index ended at 4,080, up 79 points.", "supported", "79 points of 4,080 = 2%"),
    (
        "Attendance was up 25%.",
        "The fair drew 500 visitors, 100 more than the year before.",
        "supported",
        "100 of 500 = 25%",
    ),
    ("Attendance was up 20%.", "The fair drew 500 visitors, 100 more than the year before.", "unsupported", None),
    ("Attendance was down 25%.", "The fair drew 500 visitors, 100 more than the year before.", "unsupported", None),
    ("The index closed down more than 2%.", "The leading index closed down 69.6 points at 6,231.8.", "unsupported", None),
    ("The storm hurt more than 300 men.", "The storm hurt 280 men in Lorne and 24 men in Eastmere.", "contradicted", None),
]


@pytest.mark.parametrize(
    ("draft", "source", "state", "step"), DERIVED, ids=[f"{draft} {source}" for draft, source, *_ in DERIVED]
)
def test_derived(draft: str, source: str, state: str, step: str | None) -> None:
    """One step of arithmetic supports a figure as closely as it is written, and a bound only the way its parts are bounded."""
    (entry, *_) = numcheck.gate([("Draft", draft)], [("Wire", source)]).ledger
    shown = entry.support[0].derivation if state == "supported" else None
    assert (entry.state, shown) == (state, step)


MONTHS = [
    ("The ferry starts in June 2031.", "The ferry, planned in June, was shown on 20 December 2030.", []),
    ("The ferry was built in June 2030.", "The ferry, built in June, was shown on 20 December 2030.", []),
    ("The ferry starts in June 2032.", "The ferry, planned in June, was shown on 20 December 2030.", ["unsupported"]),
    ("The ferry starts in May 2031.", "The ferry, planned in June, was shown on 20 December 2030.", ["unsupported"]),
]


@pytest.mark.parametrize(("draft", "source", "states"), MONTHS)
def test_months_of_a_year(draft: str, source: str, states: list[str]) -> None:
    """A month without its year is that before or behind a date of the source, so that it speaks against neither."""
    assert [entry.state for entry in numcheck.gate([("Draft", draft)], [("Wire", source)]).ledger] == states


SIDES = """The Larks scored 32 points before the break and 12 after it. The Finches scored 26 points before the break.
At half-time of the last match the Owls led 30-12."""

SCORES = [
    ("The Larks led 32-26 at the break.", "supported"),
    ("The Finches were 26-32 down at the break.", "supported"),
    ("The Larks led 33-26 at the break.", "unsupported"),
    ("The Owls led 32-26 at the break.", "unsupported"),
]


@pytest.mark.parametrize(("draft", "state"), SCORES)
def test_a_score_of_two_sides(draft: str, state: str) -> None:
    """A score is told where a source counts what each side scored, and the draft names one of them."""
    assert [entry.state for entry in numcheck.gate([("Draft", draft)], [("Wire", SIDES)]).ledger] == [state]


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
