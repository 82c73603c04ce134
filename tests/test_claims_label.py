"""What a figure and a topic are called in a table: whole names of what is measured, told apart by their slots."""

import pytest

import numcheck

NAMES = [
    ("The blast killed 13 US troops.", "US troops killed"),
    ("At least one person drowned in the canal.", "people killed"),
    ("The accident cost 14 lives.", "people killed"),
    ("Six were dead when the doctors came.", "people killed"),
    ("Cars burnt: 8", "cars burnt"),
    ("Police seized four AK-47s.", "AK-47s seized"),
    ("Eleven heavily armed former Vestrian border guards were arrested.", "Vestrian border guards arrested"),
    ("Nine of the proposals have been put into effect.", "proposals"),
    ("The show took a 31 per cent share of the audience.", "share of audience"),
    ("A 40-litre bag costs £6.", "amount of bag"),
    ("The levy would hit homes worth more than £2m.", "value of homes"),
    ("Father of three drowns off Oxted", "children"),
    ("Mother of six wins prize", "children"),
    ("The plan has 30 two-bed flats.", "two-bed flats"),
    ("She has three 10-metre boats.", "10-metre boats"),
    ("He sank four two-pointers.", "two-pointers"),
    ("They found $2 million in wire transfers.", "sum in wire transfers"),
    ("They spent €25 million for a harmful, wasteful wall.", "spending"),
    ("She weighs 140lb (10st; 63kg).", "weight"),
    ("Many current and former members came.", "current and former members"),
    ("It lost by 0.8 of a percentage point.", "fall in “it lost by …”"),
    ("The pact ran to $90 million, paid over six years.", "sum in “the pact ran to …”"),
    ("Output fell 3.5 per cent in May.", "fall in output"),
    ("The Greens won 16.", "number in “the Greens won …”"),
    ("Turnout fell 8.5 points.", "fall in turnout"),
    ("Sales climbed 7 percent.", "rise in sales"),
    ("Online orders made up 18 percent of sales.", "share of sales"),
    ("The operating margin is 6.9 percent.", "margin"),
    ("One German waited.", "Germans"),
    ("Trade is more than half of the island's output.", "share of output"),
    ("Marlow is a 15-year veteran of the force.", "time in “Marlow is a … veteran of the force”"),
    ("It ended a three-day siege.", "length of siege"),
    ("It took two years of the longest talks Marlow had led.", "length of longest talks"),
    ("Marlow, who worked for two presidents, was indicted.", "presidents"),
    ("The two presidents were indicted.", "presidents indicted"),
    ("She is an eight-time champion.", "number in “she is an …-time champion”"),
    ("About 3 in 10 naming it is a lot.", "share in “… naming it is a lot”"),
    ("A quarter of one of the piers sank.", "share in “… of one of the piers sank”"),
    ("Most of the cows were saved.", "share of cows"),
    ("One household in eight owns a boat.", "share of households"),
    ("Nearly one child in three was infected.", "share of children infected"),
    ("Starting pay went up to £33,075 in September.", "sum in “starting pay went up to … in September”"),
    ("Hospitals treated 300 patients for sunstroke.", "patients treated"),
    ("Two thirds of what the kiln makes is sold abroad.", "share in “… of what the kiln makes”"),
    ("41 percent for the Harvest Party was a surprise.", "share for Harvest Party"),
    ("The quarry reported a net loss of $3 million.", "net loss"),
    ("The deficit is $2 billion.", "deficit"),
    ("The mill lost €4 million on revenue of €90 million.", "loss"),
    ("Petrol costs €1.42 a litre.", "cost per liter"),
    ("The shares closed at 268 pence.", "share price"),
    ("She spent $12 million on boats.", "spending on boats"),
    ("The thieves took a necklace worth $2 million.", "value of necklace"),
    ("The freighter was loaded with $9 million of cement.", "value of cement"),
    ("The hull is insured for $4 million.", "sum in “the hull is insured for …”"),
    ("The midpoint of the old range was $620 million.", "sum in “midpoint of the old range was …”"),
    ("The town collected €9 million a year.", "money raised per year"),
    ("Write-down on the kiln: $9 million", "sum in “write-down on the kiln: …”"),
    ("The hole is two metres wide.", "width of hole"),
    ("A hole about five metres wide opened.", "width of hole"),
    ("The police stopped a 10-metre dhow.", "length of dhow"),
    ("He was freed on $2 million bail.", "sum in “he was freed on … bail”"),
    ("The bill sets aside $40 million in non-farm spending.", "spending"),
    ("They allotted $9 for Mr. Example's wall.", "sum in “they allotted … for Mr”"),
    ("Many low- and middle-income towns have no clinic.", "low- and middle-income towns"),
    ("The 31-year-old South Sample Fisheries Research Treaty lapsed.", "age of South Sample Fisheries Research Treaty"),
    ("Doctors counted 40 active cases that had tested positive.", "active cases"),
    ("Two injuries were reported.", "injuries"),
    ("Many economists don't think the gap matters.", "economists"),
    ("The Greens won 53.5 percent of the votes.", "share of votes"),
    ("He wants more than the $1.3 billion Greens are talking about.", "sum in “the … Greens are talking”"),
    ("He gave a 40-minute speech arguing that the vote was void.", "length of speech"),
    ("The crown jumped to a six-month high.", "time in “the crown jumped to a … high”"),
    ("Sample imports totalled $30bn last year.", "imports"),
    ("Some 64 percent considered the talks a failure.", "share in “… considered the talks a failure”"),
    ("The base covers 900 acres.", "area"),
    ("They fear the return of $4 billion deficits.", "deficit"),
    ("The bank struck a $40 million deal to buy the mill.", "purchase price"),
    ("He is known for three fights with the captain, who was rampaging.", "fights"),
    ("The infection toll stood at just four, all students.", "people infected"),
    ("A 22-tonne lorry blocked the bridge.", "weight of lorry"),
    ("The village is 30 km south of Exampleton.", "distance from Exampleton"),
    ("The hut stands 12 km from the provincial capital Maren Sund.", "distance from Maren Sund"),
    ("The camp is 2 km from the town of Exampleton on the coast.", "distance from Exampleton"),
    ("Some 90 millimetres of snow fell in the hills.", "snow"),
    ("The 42-year-old Ann Example was unhurt.", "age of Ann Example"),
    ("CAPTAIN Ann Example, 42, was unhurt.", "age of Ann Example"),
    ("The 77-year-old grandmother from Alphaton was unhurt.", "age of grandmother"),
    ("A 65-year-old sailor drowned.", "age of sailor"),
    ("The gang could be ready to strike the north in six months.", "time in “ready to strike the north in …”"),
    ("Two months after the dam broke, the lake is dry.", "time in “… after the dam broke”"),
    ("The island became a republic four months ago.", "time in “the island became a republic … ago”"),
    ("The lawyers were let in after seven hours.", "time in “the lawyers were let in after …”"),
    ("An interim report is due within 30 days.", "time in “an interim report is due within …”"),
    ("It took four hours to put out the fire.", "time in “it took … to put out the fire”"),
    ("The staff have worked for months.", "time in “the staff have worked for …”"),
    ("For 22 years she has welded doors.", "time in “for … she has welded doors”"),
    (
        "For several years the tribes have been at war with the kings over the same eastern valleys.",
        "time in “for … the tribes have been at war”",
    ),
    ("The rain came one day after the harvest ended.", "time in “the rain came … after the harvest ended”"),
    ("The dam burst in just one hour.", "time in “the dam burst in just …”"),
    ("The ship was gone in ten minutes.", "time in “the ship was gone in …”"),
    ("The union called a 24-hour strike.", "length of strike"),
    ("He spent nine hours in a cell.", "time in “he spent … in a cell”"),
    ("The king declared three days of mourning.", "mourning"),
    ("Clerks have not been paid for months.", "time in “clerks have not been paid for …”"),
    ("She earns 85 times the pay of a clerk.", "multiple in “she earns … the pay of a clerk”"),
]


@pytest.mark.parametrize(("text", "label"), NAMES, ids=[row[0] for row in NAMES])
def test_a_figure_is_named_as_an_editor_would(text: str, label: str) -> None:
    """A figure is named by its measure and what it is of, or by the words of its clause."""
    assert numcheck.extract(text)[0].what == label


LEVELS = [
    ("The death toll in the floods rose to 11.", "people killed"),
    ("The death toll from Tuesday's fire in Exampleton stands at 41.", "people killed"),
    ("Officials said the confirmed toll from the slide in the north had risen to 88.", "people killed"),
    ("The number of injured in the blast rose to 60.", "people injured"),
    ("The injury count from the crash near Oldport has reached 30.", "people injured"),
    ("Deaths from the outbreak in Exampleton reached 30.", "people killed"),
    ("Attendance at the fair in Oldport reached 4,000.", "people attending"),
    ("In Exampleton the death toll was 12.", "people killed"),
    ("The queue at the border was 9 km long.", "length of queue"),
    ("Hospitals in the region lack 900 doctors.", "doctors lacking"),
    ("The service is short of 900 doctors.", "doctors lacking"),
    # Nothing is said of the level of what stands behind a preposition or in another clause.
    ("The fire that gutted the mill left 12 dead.", "people killed"),
    ("The number of boats in the raid rose to 40.", "boats"),
]


@pytest.mark.parametrize(("text", "label"), LEVELS, ids=[row[0] for row in LEVELS])
def test_a_level_is_named_by_the_subject_it_is_of(text: str, label: str) -> None:
    """Whatever stands between, "the death toll from ... rose to 11" tells of the dead."""
    assert numcheck.extract(text)[0].what == label


NOT_SO = [
    ("They made 410 million, missing forecasts of 480 million.", "number in “missing forecasts of …”"),
    ("Some 300 rebels took part.", "rebels taking part"),
]


@pytest.mark.parametrize(("text", "label"), NOT_SO, ids=[row[0] for row in NOT_SO])
def test_a_word_of_another_sense_names_nothing(text: str, label: str) -> None:
    """What misses a forecast is not missing, and who takes part need not demonstrate."""
    assert numcheck.extract(text)[-1].what == label


CARRIED_ON = [
    ("Officials confirmed 12 new deaths, bringing the total so far to 90.", "deaths"),
    ("Divers found 3 more bodies, raising the number of dead to 31.", "people killed"),
    ("Another 12 people died on Friday, taking the death toll to 90.", "people killed"),
]


@pytest.mark.parametrize(("text", "label"), CARRIED_ON, ids=[row[0] for row in CARRIED_ON])
def test_a_total_is_not_named_by_the_news_that_raised_it(text: str, label: str) -> None:
    """What a total takes over of the figure in front of it is the noun alone."""
    assert numcheck.extract(text)[1].what == label


BESIDE = [
    ("The old baker, who lives alone, climbed out and sat on the roof for four hours.", "time in “sat on the roof for …”"),
    ("Five of them had not yet turned fifteen.", "number in “… of them had not yet turned”"),
    ("Hundreds of thousands rise.", "number in “… rise”"),
    ("This is 60 centimetres.", "unnamed length"),
    ("And 12 months.", "period"),
]


@pytest.mark.parametrize(("text", "label"), BESIDE, ids=[row[0] for row in BESIDE])
def test_what_no_word_names_is_told_as_such(text: str, label: str) -> None:
    """A figure that nothing names is called by its kind and the words beside it, which are marked as a quote."""
    assert numcheck.extract(text)[0].what == label


APART = [
    (
        "The landslide in Maren killed 14 people. The flood in Ulmen in 1997 killed 54 people.",
        "The slide in Maren has killed 14 people. A flood in Ulmen killed 54 people in 1997.",
        {"people killed in Maren", "people killed in Ulmen"},
    ),
    (
        "A flood killed 54 people in 1997. In 2009 a storm killed 143 people.",
        "The flood of 1997 killed 54 people. The storm killed 143 people in 2009.",
        {"people killed in 1997", "people killed in 2009"},
    ),
    ("Profit was $3 million.", "The profit was $3 million.", {"profit"}),
]


@pytest.mark.parametrize(("one", "other", "labels"), APART, ids=["place", "year", "one alone"])
def test_topics_of_one_name_are_told_apart(one: str, other: str, labels: set[str]) -> None:
    """Two topics of one report have different labels where a slot of theirs differs; a topic alone needs none."""
    report = numcheck.compare([("One", one), ("Other", other)])
    assert {topic.label for topic in report.topics} == labels


def test_the_day_of_the_news_tells_nothing_apart() -> None:
    """The day and year of publication are no part of a label, for all that is told holds for them."""
    dated = "---\npublished: 2021-05-14\n---\nA storm killed 14 people on Friday. In 2009 a flood killed 54 people."
    report = numcheck.compare([("one.md", dated), ("other.md", dated.replace("A storm killed", "The storm has killed"))])
    assert {topic.label for topic in report.topics} == {"people killed", "people killed in 2009"}
