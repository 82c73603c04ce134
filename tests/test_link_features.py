"""What features say of two figures of two outlets: each level with an example that reaches it and a twin that does not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from tellings import told
from test_link import ONE_QUANTITY, RIVALS, STAKES

from numcheck.language import english
from numcheck.link.candidate import candidates, vocabulary
from numcheck.link.features import LEVELS, SLOTS, WORDS


def reached(a: str, b: str, family: str) -> set[str]:
    """Return the levels of a family that the figures of two sentences reach, whichever comes first."""
    made, articles = told({"a": a, "b": b})
    look = vocabulary(english())
    one, two = candidates(made, articles, look)
    spoken = {**SLOTS, **WORDS}[family]
    levels = {level for level, _ in spoken(one, two, look)}
    assert levels == {level for level, _ in spoken(two, one, look)} <= set(LEVELS[family])
    return levels


CASES = [
    # A remainder beside a figure that is none.
    ("Four others were held at the quay.", "Police held nine men at the quay.", "scope", "a remainder, of one alone", True),
    ("Four others were held at the quay.", "Police held four men at the quay.", "scope", "a remainder, of one alone", False),
    ("Four others were held at the quay.", "Police held nine others.", "scope", "a remainder, of one alone", False),
    (
        "A candidate must win 50 percent of the vote.",
        "Vane won 52 percent of the vote.",
        "scope",
        "a rule's limit, of one alone",
        True,
    ),
    ("Vane won 50 percent of the vote.", "Vane won 52 percent of the vote.", "scope", "a rule's limit, of one alone", False),
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
    # One number at two scales is a slip, not so many factors of ten.
    ("The clinic has 400 beds.", "The clinic has 900 beds.", "value", "each factor of ten", True),
    ("The clinic has 400 beds.", "The clinic has 400,000 beds.", "value", "each factor of ten", False),
    ("The clinic has 400 beds.", "The clinic has more than 400 beds.", "value", "each factor of ten", False),
    # A noun that both tell says more the rarer it is.
    ("The clinic has 400 beds.", "The clinic has 900 beds.", "counted noun", "the rarer in the story", True),
    ("The clinic has 400 beds.", "The clinic has 900 nurses.", "counted noun", "the rarer in the story", False),
    # A share since a day is of no window, and one of the past so many days is.
    ("Fees were 15% of the budget since 2030.", "Fees were 20% of it since 2029.", "scope", "another window of time", False),
    (
        "Fees were 15% of the budget last year.",
        "Fees were 20% of it in the past week.",
        "scope",
        "another window of time",
        False,
    ),
    (
        "Fees were 15% of the budget in the past month.",
        "Fees were 20% of it in the past week.",
        "scope",
        "another window of time",
        True,
    ),
    # Words behind a figure, where both have some.
    ("Some 40 sailors landed.", "Some 40 sailors drowned.", "words", "telling ones behind, none shared", False),
    ("Some 40 sailors landed.", "Some 40 bakers drowned.", "words", "telling ones behind, none shared", True),
    ("Some 40 sailors landed.", "They were some 40.", "words", "telling ones behind, none shared", False),
    # Names in front of what is counted.
    ("Some 40 Danish sailors landed.", "Some 90 Dutch sailors landed.", "counted noun", "of another name", True),
    ("Some 40 Danish sailors landed.", "Some 90 Danish sailors landed.", "counted noun", "of another name", False),
    ("Some 40 Danish sailors landed.", "Some 90 sailors landed.", "counted noun", "of another name", False),
    # Values near each other, where noun and measure are told alike.
    ("The storm sank 46 boats.", "The storm sank 47 boats.", "value", "near each other, of one noun and measure", True),
    ("The storm sank 46 boats.", "The storm sank 90 boats.", "value", "near each other, of one noun and measure", False),
    ("The storm sank 46 boats.", "The storm sank 47 barges.", "value", "near each other, of one noun and measure", False),
    ("The storm sank 46 boats.", "The storm sank 46 boats.", "value", "near each other, of one noun and measure", False),
    # Counts rounded to neighbours.
    ("Some say 31,000 marched.", "The march drew 32,000 people.", "value", "counts that are neighbours", True),
    ("Some say 31,000 marched.", "The march drew 34,000 people.", "value", "counts that are neighbours", False),
    ("Rents rose 4.1% there.", "Rents rose by 4.2% there.", "value", "counts that are neighbours", False),
    # Lives, where an article begins with them.
    ("The fire killed 12.", "Nine died in the fire.", "value", "of lives, and not equal, in the lead of either", True),
    ("The fire killed 12.", "The fire killed 12 people.", "value", "of lives, and not equal, in the lead of either", False),
    ("The fire burnt 12 barns.", "Nine barns burnt down.", "value", "of lives, and not equal, in the lead of either", False),
    # Times that sentences name.
    ("In 2029 the port had 40 boats.", "The port had 60 boats.", "times", "other years, and values apart", True),
    ("In 2029 the port had 40 boats.", "The port had 60 boats in 2029.", "times", "other years, and values apart", False),
    ("In 2029 the port had 40 boats.", "The port had 40 boats.", "times", "other years, and values apart", False),
    ("On Monday 40 boats left.", "In June 60 boats left.", "times", "other times, and values apart", True),
    ("On Monday 40 boats left.", "Some 60 boats left on Monday.", "times", "other times, and values apart", False),
    ("On Monday 40 boats left.", "Some 60 boats left.", "times", "other times, and values apart", False),
    ("In Sept. 40 boats left.", "In September 60 boats left.", "times", "other times, and values apart", False),
    ("On Monday 40 boats left.", "They may see 60 boats leave.", "times", "other times, and values apart", False),
    # What is said of one figure alone.
    ("Rents are 12% higher there.", "Rents take 12% of pay there.", "hedge", "a degree, of one alone", True),
    ("Rents are 12% higher there.", "Rents became 12% higher there.", "hedge", "a degree, of one alone", False),
    ("Another 12 boats left.", "12 boats left.", "scope", "on top of another, of one alone", True),
    ("Another 12 boats left.", "Another 14 boats left.", "scope", "on top of another, of one alone", False),
    ("The toll was first put at nine.", "The fire killed 12.", "scope", "told as said before, by one alone", True),
    ("The toll was put at nine.", "The fire killed 12.", "scope", "told as said before, by one alone", False),
    # The words that touch the figure.
    ("She sold all 12 of them.", "He burnt all 14 of them.", "words", "right before and right behind, both equal", True),
    ("She sold all 12 of them.", "He burnt the 14 of them.", "words", "right before and right behind, both equal", False),
    ("She sold all 12 of them.", "He burnt all 14 boats.", "words", "right before and right behind, both equal", False),
    # Times are many, and two of one length are one where the sentences are.
    ("The strike lasted two days.", "The strike took two days.", "words", "of the sentence, alike, of two times", True),
    ("The strike cost 40 jobs.", "The strike took 40 jobs.", "words", "of the sentence, alike, of two times", False),
]


@pytest.mark.parametrize(
    ("a", "b", "family", "level", "is_so"), CASES, ids=[f"{level}: {is_so}: {a} / {b}" for a, b, _, level, is_so in CASES]
)
def test_a_level_and_its_twin(a: str, b: str, family: str, level: str, is_so: bool) -> None:
    """A level is reached by what it says, and not by what only looks like it."""
    assert (level in reached(a, b, family)) is is_so


PAIRS = dict.fromkeys(
    [
        *((a, b) for a, b, _, _, _ in CASES),
        *((a, b) for a, b, _ in ONE_QUANTITY),
        *((a, b) for a, b, _ in RIVALS),
        *((a, b) for a, b, _ in STAKES),
        ("The quake of May 2031 killed 40 people.", "The quake of 4 May 2031 killed 60 people."),
        ("The quake of 2029 killed 40 people.", "The quake of May 2031 killed 60 people."),
        ("In 2029 a quake killed 40 people there. It hurt 90.", "A quake killed 40 people there on Monday and hurt 95."),
        ("Ann Example, 23, and Bo Sample, 40, were held.", "Bo Sample, 41, was held with a woman of 23."),
        ("The mill lost $40 million in the first half.", "The mill lost $45 million in the first quarter of 2031."),
        (
            "Police held 40 women in Orsk, 12 of them nurses.",
            "Of 52 people held in Orsk, 40 are women, a lawyer says.",
        ),
        ("The toll rose from 34 to 38, officials said.", "The toll stood at 34 on Monday and may reach 60."),
        ("The dam is 12 metres high and 90 metres long.", "The dam, 295 feet long, is 39 feet high."),
        ("Sales rose 4% a year to $9 million a month.", "Sales fell 4% to $9.4 million a month, $108 million a year."),
        ("The other four boats left at dawn.", "Four more boats left, and 12 others stayed."),
        ("The reef is 40 km from Orsk and 12 km off Karst.", "The reef lies 25 miles from Orsk."),
        ("At least 40 soldiers and 12 civilians died nationwide.", "Some 52 people died in Orsk, among them 40 soldiers."),
    ]
)
"""The pairs of the tables of linking, and some of whole sentences in which figures compete."""


def test_every_level(golden: Callable[[str, str], None]) -> None:
    """What all features but the many words say of pairs that are one quantity, are rivals, or are at stake, pinned."""
    lines = []
    look, families = vocabulary(english()), {**SLOTS, **WORDS}
    del families["words"]
    for a, b in PAIRS:
        made, articles = told({"a": a, "b": b})
        lines += [a, b]
        for one, two in combinations(candidates(made, articles, look), 2):
            lines.append(f"  {one.claim.text} / {two.claim.text}")
            for family, spoken in families.items():
                levels = [level + (f" {amount:.2f}" if amount != 1 else "") for level, amount in spoken(one, two, look)]
                lines += [f"    {family}: {'; '.join(levels)}"] if levels else []
    golden("link.levels.txt", "\n".join(lines) + "\n")
