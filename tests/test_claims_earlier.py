"""Figures told as values that no longer hold."""

from __future__ import annotations

import pytest
from tellings import claims_of, told

from numcheck.language import english
from numcheck.link import link
from numcheck.model.article import Article
from numcheck.model.claim import Claim


def read(text: str) -> list[Claim]:
    """Return the claims of a text."""
    return claims_of(Article("a.txt", text, "a"))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The bureau put the number of those who fled at 23, correcting an earlier count of 17.", "17", "23"),
        ("The loss, first put at more than €1 million, now stands at €2.37 million.", "more than €1 million", "€2.37 million"),
        ("The survey revised the strength of the tremor to 5.2 from a first reading of 5.4.", "5.4", "5.2"),
        ("The survey revised the strength of the tremor to 5.2 from 5.4.", "5.4", "5.2"),
        ("The ferry fire killed 31 people, up from 28 on Monday.", "28", "31"),
        ("Three more bodies were found, bringing the toll to 23 from 20.", "20", "23"),
        ("Police counted 23 dead. They had earlier said 17.", "17", "23"),
        ("Nine people have drowned. The navy had earlier put the number of dead at six.", "six", "Nine"),
        ("The toll was first put at 17. It now stands at 23.", "17", "23"),
        ("Medics treated 23 people, not 17 as first reported.", "17", "23"),
        ("The bank cut its growth forecast to 2 percent from 3 percent.", "3 percent", "2 percent"),
        (
            "A bridge originally estimated at €300 million has cost €470 million.",
            "estimated at €300 million",
            "€470 million",
        ),
        ("Previous estimates of 40 wolves were too low: the park has 60 wolves.", "40", "60"),
    ],
)
def test_an_earlier_value_names_the_one_that_holds(text: str, old: str, new: str) -> None:
    """A value that its article calls an earlier one is superseded by the other, and both say one thing of one thing."""
    claims = {c.text: c for c in read(text)}
    assert claims[old].superseded_by == claims[new].id
    assert claims[new].superseded_by is None
    assert (claims[old].measure, claims[old].counted) == (claims[new].measure, claims[new].counted)


@pytest.mark.parametrize(
    "text",
    [
        "The toll in the valley rose to 31, up from 28 a year earlier.",
        "The price rose to €40 from €30.",
        "Sales of barges rose to 40, up from 31.",
        "The bank forecast profit to rise to €4 million from €3 million.",
        "The mill, first valued at €40 million, was sold for €60 million.",
        "Six people were killed, police said earlier; two men are held.",
        "In the first report of the year 40 pages are blank, and 12 are torn.",
        "The first count of 2,000 votes gave her 900 votes.",
        "Its first two shops opened with 40 staff.",
        "He had earlier told the court that 12 of the 40 crates were empty.",
        "The earlier blast killed 17 people, the later one 23.",
        "An earlier count of 17 was wrong.",
    ],
)
def test_another_figure_is_no_earlier_value(text: str) -> None:
    """A change, a part, another thing or another year is not superseded; nor is a value that nothing replaces."""
    assert [c.superseded_by for c in read(text)] == [None] * len(read(text))


def test_a_conversion_goes_with_its_figure() -> None:
    """What an earlier value is converted to is as superseded as the value."""
    old, conversion, new = read("The cable, first put at 40 km (25 miles), is 60 km long.")
    assert old.superseded_by == conversion.superseded_by == new.id


def test_an_earlier_value_joins_the_topic_of_the_new_one() -> None:
    """The two stand in one sentence and are apart, and are one quantity; the outlet that has the old one joins them."""
    claims, articles = told(
        {
            "a": "The bureau put the number of sheep drowned in the flood at 230, correcting an earlier count of 170.",
            "b": "The flood drowned 170 sheep.",
            "c": "The flood has drowned 230 sheep.",
        }
    )
    topics = link(claims, articles, english()).topics
    assert [[next(c.text for c in claims if c.id == i) for i in t.claims] for t in topics] == [["230", "170", "170", "230"]]


def test_two_figures_of_one_sentence_stay_apart() -> None:
    """Without words of an earlier value two figures of one sentence are two quantities."""
    claims, articles = told(
        {"a": "The flood drowned 230 sheep in the north and 170 in the south.", "b": "The flood drowned 170 sheep."}
    )
    assert all(len(t.claims) < 3 for t in link(claims, articles, english()).topics)


LEVELS = [
    ("The mill made £412m, down from £502m.", [None, "state"]),
    ("The mill made £412m, down 18% from £502m a year earlier.", [None, None, "state"]),
    ("The mill made £412m in May, up by a fifth from £340m.", [None, None, "state"]),
    ("Sales of the mill rose 4% from $2.9bn.", [None, "state"]),
    ("The mill made £2m, compared with £1.6m in 2024.", [None, "state"]),
    ("Exports came to $41bn, against $38bn a year before.", [None, "state"]),
    ("Turnout was 61 percent, compared with 58 percent in the next county.", [None, None]),
    ("Police counted 3,000 marchers against 500 officers.", [None, None]),
    ("It lies down the road from 40 farms.", [None]),
]


@pytest.mark.parametrize(("text", "levels"), LEVELS)
def test_the_level_before(text: str, levels: list[str | None]) -> None:
    """A level that a change leaves, or that a later one is compared with and has a time of its own, is that of before."""
    assert [claim.saying.earlier for claim in read(text)] == levels


def test_the_level_before_is_of_what_the_level_is_of() -> None:
    """A time and a change between two levels part them no more than a comma does."""
    told_of = read("The mill reported a profit of £412m for the first quarter, down 18% from £502m a year earlier.")
    assert [claim.measure for claim in told_of] == ["profit", "profit", "profit"]


LIMITS = [
    ("A recession is commonly defined as at least two quarters of decline.", "drawn"),
    ("A candidate needs to win more than 40 percent of the vote.", "drawn"),
    ("Parties that fail to clear the 5 percent threshold win nothing.", "drawn"),
    ("The council must hold a vote if more than 300 residents sign the petition.", "drawn"),
    ("The charter requires at least 60 votes for a change of the budget.", "drawn"),
    ("Households earning less than £23,000 are eligible for the grant.", "drawn"),
    ("The town votes again when a list polls above 40 percent.", "drawn"),
    ("Clubs can field only five foreign players.", "drawn"),
    ("The ministry restricted the sale to two bottles a customer.", "drawn"),
    ("At least 60 votes are needed to end the debate.", "drawn"),
    ("Gatherings of more than 50 people are banned.", "barred"),
    ("Workers must be paid at least $12 an hour under the new law.", "drawn"),
    ("Water must be boiled for at least three minutes.", None),
    ("More than 300 residents signed the petition.", None),
    ("The wound required at least 40 stitches.", None),
    ("If the dam fails, at least 4,000 homes would be under water.", None),
    ("The company must find at least 12 new drivers by June.", None),
    ("People in at least 40 villages have fled.", None),
    ("The storm limited the catch, and at least 30 boats stayed in port.", None),
]


@pytest.mark.parametrize(("text", "limit"), LIMITS)
def test_where_a_rule_draws_its_line(text: str, limit: str | None) -> None:
    """A rule, a law or a definition draws its line at a figure, or bars what the figure tells."""
    assert read(text)[0].saying.limit == limit


@pytest.mark.parametrize(
    ("text", "remainder"),
    [
        ("Police held 12 others.", True),
        ("Another 12 men fled.", True),
        ("The court heard 40 witnesses in more than a year.", False),
    ],
)
def test_a_count_of_the_others(text: str, remainder: bool) -> None:
    """A count of others than those before says so; "more than" behind it is another figure's."""
    assert read(text)[0].saying.remainder == remainder
