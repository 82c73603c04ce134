"""The gate finds a draft's figure in a source that tells it in another form, and not where the form only looks alike."""

from __future__ import annotations

import pytest

from numcheck import gate

SUPPORTED = [
    ("Profit halved to $96m.", "But profit sank by half to $96m.", "times"),
    ("The mill's profit fell by 50%.", "The mill's profit halved.", "times"),
    ("The mill's profit rose by 100%.", "The mill's profit doubled.", "times"),
    ("The survey revised it to 4.1 from 3.8.", "The survey put the magnitude at 4.1 and before at 3.8.", "same number"),
    ("The libraries will open for 38 hours a week.", "Opening hours will be cut from 46 to 38 a week.", "same number"),
    ("He was turned down on 17 occasions.", "He has been turned down 17 times.", "equal"),
    ("Boats with a leak are five times more likely to sink.", "A leak raises the chance that boats sink by 500%.", "times"),
    ("Fuel fraud has reached £1.2m a year.", "Fraud costs £22m a year. Of that, £1.2m is fuel fraud.", "same number"),
    ("About 90% of pupils came over the year.", "Attendance of pupils was 87% over the year.", "inside"),
    ("Ivo Holm, who is 51, was fined.", "Ada Reed, 34, and Ivo Holm, 51, were fined.", "equal"),
    ("In August two of the four lanes were shut.", "Two lanes of four have been shut since August.", "equal"),
    ("The song earned less than $50,000 abroad.", "By May the song had grossed $49,750 abroad.", "inside"),
    ("Dozens were hurt in the crash.", "At least 74 people were hurt in the crash at Oldport.", "inside"),
    (
        "More than 18,000 homes were destroyed or damaged by the storm.",
        "More than 11,000 homes were destroyed and another 7,000 damaged by the storm.",
        "sum",
    ),
    (
        "At least six people were killed in the clash.",
        "At least one officer and five marchers were killed in the clash.",
        "sum",
    ),
    (
        "Up to 50 homes will be built.",
        "Up to 30 homes will be built in the old town and a further 20 homes on the quay.",
        "sum",
    ),
    ("The firm will send 3,000 machines.", "The firm will send 2,000 tractors, plus another 1,000 ploughs.", "sum"),
    (
        "Four people were hurt in the clash, two of them women.",
        "Two rioters and two police officers were hurt in the clash.",
        "sum",
    ),
    ("Four people were hurt.", "Two rioters and two police officers were hurt and taken to hospital.", "sum"),
    (
        "The blast killed nine.",
        "The blast killed five people in the market. Another four people were killed in the station.",
        "sum",
    ),
    ("The storm killed 143 farm animals.", "The storm killed 96 sheep and 47 goats on Friday.", "sum"),
    (
        "Some 38,600 homes were flooded or damaged.",
        "Some 11,400 homes were flooded and 27,200 damaged on Friday.",
        "sum",
    ),
    ("Half of the boats sank.", "The port lost 12 of its 24 boats.", "share"),
    ("Half of the patients took it.", "The trial had 1,264 adults. Of the 632 who took the pill, 41 stopped.", "share"),
    ("Lottery money paid £6m.", "The repair cost £9m, two thirds of it from the lottery.", "share"),
    (
        "Subscribers would owe $8,400 a year.",
        "The firm, which spent $91m on the app, hopes to sell it at $700 a month. Analysts see $2bn by 2031.",
        "equal",
    ),
    ("Reserves are down by £38m.", "Reserves dropped from £53m in 2019 to £15m.", "difference"),
    ("In 2021 it was seen by 174,000 people.", "It was seen by 202,000 people, 28,000 more than in 2021.", "level"),
    ("That leaves eight boats.", "The port has 31 boats, of which 23 boats sank.", "difference"),
    ("More than 1 in 4 in Oldport keep a dog", "Oldport has the most dogs: there 28 percent keep one.", "converted"),
    ("11 crew members were on board.", "Two sailors of the 11-person crew were saved from the sinking ship.", "equal"),
    ("About 5,000 people without shelter", "The mayor spoke of 150 injured and 5,000 without shelter.", "same number"),
    ("The boy lived with one great-aunt.", "The boy lived with a great-aunt in Oldport and had 12 dogs.", "article"),
    ("One bomb exploded.", "A roadside bomb exploded near Oldport on Monday, hurting 12.", "article"),
    ("Rovers score six against Harbour.", "Oldport Rovers, with two men less, beat Harbour Town 6-3 on Saturday.", "score"),
    (
        "The Rovers had 24 points after the break, all in the second half.",
        "The Rovers took the second half 24-10 on 12 fouls.",
        "score",
    ),
    (
        "The forecast went from 4.1 percent to 3.8 percent.",
        "Growth was put at 4.1 percent before being cut to 3.8 percent.",
        "equal",
    ),
    ("She won seven Cups with Oldport.", "She has been on the winning Cup team of Oldport seven times.", "times"),
    ("After 44 years, the ferry stops.", "The ferry ran for 44 years, in all weathers.", "equal"),
    ("Tickets cost 750p.", "A ticket costs £7.50 at the gate.", "converted"),
    ("Shares in the brewer closed at 612p.", "Shares in the brewer closed at £6.12.", "converted"),
    ("A pint of milk costs 85p.", "A pint of milk costs £0.85.", "converted"),
    ("A loaf costs £1.20.", "A loaf costs 120p in the village.", "converted"),
    ("The toll is 60 cents.", "The toll at the bridge is $0.60.", "converted"),
    ("Varga's three goals sank the Owls.", "A Varga hat-trick sank the Owls after 50 minutes.", "count"),
    ("She hit three goals in the cup final.", "She hit a late hat trick in the cup final after 12 minutes.", "count"),
    ("Varga scored two goals.", "Varga struck a brace in ten minutes as the Larks won.", "count"),
    ("Varga scored two goals.", "Varga scored twice as the Larks won.", "times"),
    ("Three men are charged with arson.", "The trio are charged with arson, 40 officers said.", "count"),
    ("Two sailors were saved off Karst.", "The pair were saved off Karst after 12 hours at sea.", "count"),
    ("They chose the dearest of the five scarves.", "Ada: Which? The dearest of the five. Ivo: At 39 crowns?", "count"),
    ("The parish has spent thousands on lofts for the bats.", "The parish had spent £10,000 on lofts for bats.", "count"),
    ("The leak cost thousands.", "The leak cost the town €6,400.", "count"),
]

OPEN = [
    ("The storm destroyed 40 boats.", "The storm destroyed 40 houses and 12 boats on Monday."),
    ("The mill's profit doubled.", "The mill's profit sank by half."),
    ("The storm took 42 things.", "The storm took 12 grobs and 30 flims."),
    ("Dozens were hurt in the crash.", "At least 12 people were hurt in the crash at Oldport."),
    ("More than 18,000 homes were destroyed.", "More than 11,000 homes were destroyed and another 7,000 damaged by the storm."),
    ("Up to 50 sailors will be hired.", "The port will hire at least 30 cooks and another 20 cooks in May."),
    ("The firm will send 3,000 letters to voters.", "The town will plant 2,000 oaks, plus another 1,000 beeches."),
    ("The blast killed nine.", "The blast killed five people in the market. A storm killed four people in May."),
    ("The storm killed 143 farm animals.", "The storm killed 96 sheep and tore 47 roofs off."),
    ("Half of the patients took it.", "The trial had 1,264 adults. Of the 532 who took the pill, 41 stopped."),
    ("Lottery money paid £6m.", "The repair cost £9m, and two thirds of the town like it."),
    ("The app costs $8,400 a year.", "The firm sells the app at $800 a month."),
    ("Reserves are down by £38m.", "The town has £53m of debt and £15m of cash."),
    ("In 2021 it was seen by 174,000 people.", "It was seen by 202,000 people, 28,000 fewer than in 2021."),
    ("Half of the men were there.", "A 20-year-old man of Oldport and a 40-year-old man were there."),
    ("Half of the boats sank.", "The port has 12 cranes and 24 boats."),
    ("One man was killed in the crash.", "A man was arrested after the crash, in which 12 people were hurt."),
    ("One great-aunt came.", "The boy had 12 dogs and wrote to a great-aunt in Oldport."),
    ("Rovers score six against Harbour.", "Eastmere, with two men less, beat Lorne 6-3 on Saturday."),
    ("The Rovers scored 17 points in the second half.", "The Rovers took the second half 24-10 on 12 fouls."),
    ("The Rovers employ 24 cooks.", "The Rovers took the second half 24-10 on 12 fouls."),
    ("The forecast went from 4.1 percent to 3.8 percent.", "Growth was put at 4.4 percent. Wages rose by 3.8 percent."),
    ("After 44 years, the ferry stops.", "The captain was jailed for 44 years in May."),
    ("She won seven Cups with Oldport.", "She has been late for work in Oldport seven times."),
    ("Boats with a leak are six times more likely to sink.", "A leak raises the chance that boats sink by 300%."),
    ("Fuel fraud has reached £22m a year.", "Fraud costs £22m a year. Of that, £1.2m is fuel fraud."),
    ("The libraries will open for 38 hours a week.", "The number of loans will be cut from 46 to 38 a week."),
    ("The school spends $40m on books.", "The school has a budget of $40m, of which $3m is for books."),
    ("Some 93% of pupils came over the year.", "Attendance of pupils was 87% over the year."),
    ("Ivo Holm, 34, was fined.", "Ada Reed, 34, and Ivo Holm, 51, were fined."),
    ("Tickets cost 790p.", "A ticket costs £7.50 at the gate."),
    ("Tickets cost 75p.", "A ticket costs £7.50 at the gate."),
    ("Tickets cost 750p.", "A ticket costs €7.50 at the gate."),
    ("Varga scored four goals.", "Varga scored a hat-trick in 20 minutes as the Larks won."),
    ("Varga scored two goals.", "Ruiz scored a hat-trick in 20 minutes as the Larks won."),
    ("Three boats burned off Karst.", "The trio were saved off Karst after 12 hours at sea."),
    ("Four men are charged with arson.", "The trio are charged with arson, 40 officers said."),
    ("Six scarves were the dearest.", "Ada: Which? The dearest of the five. Ivo: At 39 crowns?"),
    ("The parish has spent millions on lofts for the bats.", "The parish had spent £10,000 on lofts for bats."),
    ("The parish has thousands of bats.", "The parish had spent £10,000 on lofts for bats."),
    ("Fewer than 1 in 4 in Oldport keep a dog", "Oldport has the most dogs: there 28 percent keep one."),
]


@pytest.mark.parametrize(("mine", "theirs", "relation"), SUPPORTED)
def test_a_figure_in_another_form_supports(mine: str, theirs: str, relation: str) -> None:
    """The first figure of the draft is held by the source, in the way named."""
    entry = next(e for e in gate(mine, [theirs]).ledger if e.subject == "d1.1")
    assert (entry.state, entry.support[0].relation if entry.support else None) == ("supported", relation)


@pytest.mark.parametrize(("mine", "theirs"), OPEN)
def test_what_only_looks_alike_does_not(mine: str, theirs: str) -> None:
    """The first figure of the draft is not held by the source."""
    entry = next(e for e in gate(mine, [theirs]).ledger if e.subject == "d1.1")
    assert entry.state != "supported"
