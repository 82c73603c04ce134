"""What a figure says: its counted noun, its measure, its scope, its speaker and its certainty."""

from __future__ import annotations

import pytest
from tellings import claims_of

from numcheck.model.article import Article
from numcheck.model.claim import Claim


def told(text: str) -> list[Claim]:
    """Return the claims of a text."""
    return claims_of(Article("a.txt", text, "a"))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 40 vessels left the port.", ["vessel"]),
        ("The fire drew 60 firefighters and two helicopters.", ["firefighter", "helicopter"]),
        ("About 70 low-paid workers walked out.", ["low-paid worker"]),
        ("The maker recalled 460 Brook and Tarn vans.", ["Brook Tarn van"]),
        ("We saw two vivid, primary colours.", ["vivid primary colour"]),
        ("It was one of three Northern League wins.", ["Northern League win"]),
        ("The desk takes 900 phone calls.", ["phone call"]),
        ("An anchor cut three data cables.", ["data cable"]),
        ("Nine children and aid workers were hurt.", ["child"]),
        ("They issued 300 recorded songs.", ["recorded song"]),
        ("The 4,000-troop-strong force withdrew.", ["troop"]),
        ("A 38-strong crew sailed the ship.", ["crew"]),
        ("The 11-member panel met.", ["member"]),
        ("Thousands of former miners marched.", ["former miner"]),
        ("One crewman was found.", ["crewman"]),
        ("One petrol bomb landed near the gate.", ["petrol bomb"]),
        ("At least one police officer and five pupils were hurt.", ["police officer", "pupil"]),
        ("Oldport floods: 150 dead, 2,000 displaced", ["people", "people"]),
        ("The blast hurt 13 US troops.", ["US troop"]),
        ("The plant suspended 3,600 staff.", ["staff"]),
        ("Seven AK-47 rifles were found.", ["AK-47 rifle"]),
        ("Officers fired 140 tear-gas canisters.", ["tear-gas canister"]),
        ("The firm closes four of its eleven mills.", ["mill", "mill"]),
        ("Only two of the barge's six rafts were launched.", ["raft", "raft"]),
        ("Of a crew of 25, two spoke.", ["crew", "crew"]),
        ("The crowd was some 7,000 strong.", ["people"]),
        ("The union has done the sums and comes to 9,800.", [None]),
        ("Two U. N. aircraft landed.", ["U N aircraft"]),
        ("Dozens of people were hurt.", ["people"]),
        ("Police held 12 Somali and nine Kenyan sailors.", ["Somali", "Kenyan sailor"]),
    ],
)
def test_counted_noun(text: str, counted: list[str]) -> None:
    """The counted noun is the first plural behind a number, the word before the verb behind one, in the singular."""
    assert [c.counted for c in told(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("At least 55 people died and hundreds more were injured.", ["people", "people"]),
        ("The town had 22 burglaries, compared with 63 a year earlier.", ["burglary", "burglary"]),
        ("Five dead, dozens injured in blast", ["people", "people"]),
        ("The storm left 24 dead.", ["people"]),
        ("Three killed as bus overturns", ["people"]),
        ("Nobody was hurt.", ["people"]),
        ("Around 140 of ours were in the cells.", ["people"]),
        ("Police put the crowd at 9,000.", ["people"]),
        ("Divers found 31 dead. Eleven were children.", ["people", "child"]),
        ("Officers injured: 19", ["Officer"]),
        ("| Arrests | 52 |", ["Arrest"]),
        ("Thousands of miners marched. Organisers: 40,000.", ["miner", "miner"]),
        ("The number of deserters in the valley is small.", ["deserter"]),
    ],
)
def test_a_noun_that_is_not_written(text: str, counted: list[str]) -> None:
    """A casualty word is never the noun; a left-out noun is that of the figure before; "the number of" names it."""
    assert [c.counted for c in told(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The find brings to nine the number of barrels in the shed.", ["barrel"]),
        ("The storm took to 31 the dead of the winter.", ["people"]),
        ("The find raises to 40 the number of those pulled from the mud.", ["people"]),
        ("A dam burst brought the number of wrecked barges to 12.", ["wrecked barge"]),
        ("Six smugglers were seized, bringing the total back behind bars to 15.", ["smuggler", "smuggler"]),
        ("Landings in the outer islands reached 900.", ["Landing"]),
        ("The council put the number of stray dogs at 140.", ["stray dog"]),
        ("Medics put the injured at 31.", ["people"]),
        ("The tremor, which the bureau now rates at 6.2, shook the hill.", [None]),
        ("A shock of 6.4 cost 200 lives.", [None, "life"]),
        ("Guards found 17 of the 63 stolen clocks.", ["stolen clock", "stolen clock"]),
        ("Two lorries collided and three others burned.", ["lorry", "lorry"]),
        ("Three others were hurt.", ["people"]),
        ("Attacks rose to 31.", ["Attack"]),
        ("Forty attack dogs were sold.", ["attack dog"]),
        ("The mayor leaves 40 cottages to the town.", ["cottage"]),
        ("Four left homes behind.", [None]),
        ("The town of 74,000 takes €38 million a year in tax.", ["people", None]),
        ("The mill has 900 workers, of whom 300 earn their living in Oss.", ["worker", "worker"]),
        ("Police put the number of dead at six.", ["people"]),
        ("Eight bombs were dropped and three failed to go off.", ["bomb", "bomb"]),
    ],
)
def test_a_verb_is_no_noun(text: str, counted: list[str | None]) -> None:
    """A verb that carries a count to its level is not counted; the noun stands behind it, or is what the level is of."""
    assert [c.counted for c in told(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A gang of five robbed the mill.", "people"),
        ("A family of six lost its barn.", "people"),
        ("A crew of 25 sailed.", "crew"),
        ("A six-man crew sailed.", "man"),
        ("A gang of five robbers fled.", "robber"),
        ("A convoy of 12 lorries left.", "lorry"),
        ("A rating of 12 is rare.", None),
    ],
)
def test_a_collective_counts_its_members(text: str, counted: str | None) -> None:
    """A gang of five is five people; what follows the figure is counted first."""
    assert told(text)[0].counted == counted


@pytest.mark.parametrize(
    ("text", "counted", "subsets"),
    [
        ("Some 17 inmates broke out. Nine have been caught, five of them in a barn.", ["inmate"] * 3, [None, None, "inmate"]),
        ("Police held 12 men. Six of them were freed.", ["man", "man"], [None, "man"]),
        ("Forty boats sank. Nine were raised.", ["boat", "boat"], [None, None]),
        ("Two lorries collided. Three others burned.", ["lorry", "lorry"], [None, None]),
        ("The guards knew the men. Twenty-three of them were tall.", [None], [None]),
        ("The mill owns four vans. Twenty of them were seen in the yard.", ["van", None], [None, None]),
        ("The firm has 40 shops. Nine people were hurt in a fire.", ["shop", "people"], [None, None]),
        ("Two bombs fell on the market, killing six.", ["bomb", "people"], [None, None]),
        ("Her list holds 19 seats. Unity has 21.", ["seat", "seat"], [None, None]),
        ("Her list holds 19 seats. Unity had 21 rallies.", ["seat", "rally"], [None, None]),
        ("The raid killed 30 villagers. Sixty were hurt.", ["villager", "people"], [None, None]),
        ("The flood drowned 61 sheep. Thirty came from Dunmere, nine from Oss.", ["sheep"] * 3, [None, "sheep", "sheep"]),
        ("Guards found 17 of the 63 stolen clocks.", ["stolen clock"] * 2, ["stolen clock", None]),
        ("Of 178 wardens' posts, 38 are vacant.", ["wardens post"] * 2, [None, None]),
        ("They mourn the loss of those three people.", ["people"], [None]),
        ("Two bridges fell; six were injured.", ["bridge", "people"], [None, None]),
        ("The port lost 9 trawlers, and six were later found.", ["trawler", "trawler"], [None, None]),
        ("The storm hurt 40 people; of them, six are in hospital.", ["people", "people"], [None, "people"]),
    ],
)
def test_a_bare_figure_goes_on_with_the_one_before(text: str, counted: list[str | None], subsets: list[str | None]) -> None:
    """A bare figure counts what the figure before counts, and is a part only of a figure that is no smaller."""
    claims_ = told(text)
    assert [c.counted for c in claims_] == counted
    assert [c.scope.subset_of for c in claims_] == subsets


def test_what_is_said_goes_on_only_where_nothing_new_is() -> None:
    """Where a part comes from says nothing of it, so that what is said of the whole holds; a verb of its own ends that."""
    assert [c.measure for c in told("The flood drowned 61 sheep. Thirty came from Dunmere, nine from Oss.")] == ["killed"] * 3
    assert [c.measure for c in told("A stretch of 6.4 cost 200 lives.")] == [None, "killed"]
    assert [c.measure for c in told("Some 900 people marched against the law, 400 of them in Vessa.")] == ["demonstrated"] * 2
    assert [c.measure for c in told("Some 40 boats sank. Nine have been flimmed, the harbour master said.")] == ["sunk", None]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The blast killed at least five people and injured dozens.", ["killed", "injured"]),
        ("She lives by the port with three cats.", [None]),
        ("Revenue and profit rose by 12% and 30% respectively.", ["revenue", "profit"]),
        ("Police found 40 people alive in the cellar.", ["rescued"]),
        ("Police found 40 people in the cellar.", [None]),
        ("Two sailors were killed, 30 were injured and some 90 boats were damaged.", ["killed", "injured", "damaged"]),
        ("The quake left 24 dead and over 200 injured.", ["killed", "injured"]),
        ("Over 180 people, including 13 soldiers, were killed.", ["killed", "killed"]),
        ("Thousands of ex-miners, clerks and drivers are unemployed.", ["unemployed"]),
        ("The four burglars, two of whom were dressed as nurses, stole a painting.", ["robbed", "disguised"]),
        ("Indian-trained officers led 40 recruits.", ["evacuated"]),
        ("The ministry spent $12 million on boats.", ["spent"]),
        ("The €9 billion debt bailout was signed.", ["lent"]),
        ("The quake struck at a depth of only 10 kilometres.", ["depth"]),
        ("The hole is two metres wide and 40 centimetres deep.", ["width", "depth"]),
        ("A 6,000-tonne destroyer and a 10-metre boat met.", ["weight", "length"]),
        ("The village is 30 km south of Exampleton.", ["distance"]),
        ("A 5.2-magnitude quake struck.", ["magnitude"]),
        ("Clerks have not been paid for months.", ["unpaid"]),
        ("Unemployment fell to 6 percent.", ["unemployment_rate"]),
        ("The shaking lasted 20 seconds.", ["duration"]),
        ("Some 12 sailors drowned and nearly 30 are still missing.", ["killed", "missing"]),
        ("Hopes faded for the 41 passengers still lost in the bay.", ["missing"]),
        ("The barge sank with the loss of 212 lives.", ["killed"]),
        ("A team of 16 divers has reached the wreck.", [None]),
        ("The barge has 170 life jackets, most of them out of reach.", [None, None]),
        ("The bill passed by 96 delegates against 71.", ["voted", "opposed"]),
        ("Some 90 villagers have joined the front, which has up to 7,000 fighters.", ["joined", "strength"]),
        ("Anglers plucked 88 people from the water.", ["rescued"]),
        ("The firm will axe 4,000 posts, 2,500 of them at home.", ["laid_off", "laid_off"]),
        ("Its share of the bread market fell to 7.9 percent.", ["market_share"]),
        ("The buoy logged a wave height of 3.1 m.", ["waves"]),
        ("Revenue fell 6% to €14 million.", ["revenue", "revenue"]),
        ("- Revenue: €14 million, down 6 percent", ["revenue", "revenue"]),
        ("Turnout dropped by 8 points, to 58 percent.", ["turnout", "turnout"]),
        ("Officers seized seven rifles, some flares, three speedboats and a map.", ["seized", "seized"]),
        ("Police estimated the crowd that walked to the square at 9,000; the union spoke of 22,000.", ["demonstrated"] * 2),
        ("Divers found 31 dead. Eleven were children.", ["killed", "killed"]),
        ("The king ordered five days of mourning and flags hung low.", ["mourning"]),
        ("For 16 days drivers have blocked the depot.", ["duration"]),
        ("They mourn the loss of two sailors and will never forget it.", ["killed"]),
        ("The gang still holds 14 vessels.", ["hostage"]),
        ("Dozens of dockers who have fled took refuge.", ["fled"]),
        ("Two marchers and two police officers were injured.", ["injured", "injured"]),
        ("Two sailors of the 11-person crew were brought ashore.", ["rescued", None]),
        ("The quake left 150 injured and 5,000 without shelter.", ["injured", "displaced"]),
        ("Some 300 pupils were reported ill.", ["infected"]),
        ("Filings hit a record 4.2 million for the week of March 13.", [None]),
        ("His bond was set at $3 million.", [None]),
        ("The jobless rate came down to 9.4%.", ["unemployment_rate"]),
        ("The week before was revised up by 6,000.", [None]),
        ("The province of 9 million people is home to the Sample Mill.", ["population"]),
        ("They voted for change after years of turmoil.", [None]),
        ("At least half of the patients were discharged.", [None]),
        ("The phone with its built-in lamp has 40 keys.", [None]),
        ("A mother of four was killed on the A9.", [None]),
        ("Imports fell from 90,000 to 71,000.", [None, None]),
        ("One child in 40 carries the virus.", [None]),
        ("Barley yields fell by a fifth.", [None]),
        ("Gilt yields rose to 4.6 per cent.", ["interest_rate"]),
        ("The yield on ten-year bonds climbed to 4.02%.", ["term", "interest_rate"]),
        ("Shares in the mill lost 3%.", ["stocks"]),
        ("The peso has lost a fifth of its value.", [None]),
        ("The firm took 40 trainees on.", ["hired"]),
        ("Nine men took two hours to agree on a site.", [None, "response"]),
        ("The club drew 3,000 fans, against 2,100 last year.", ["attended", "attended"]),
    ],
)
def test_measure(text: str, measures: list[str]) -> None:
    """The measure is the nearest cue in the figure's own clause; a casualty word wins for people."""
    assert [c.measure for c in told(text)] == measures


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The choir has 90 singers from 14 parishes, up from 60.", ["singer", "parish", "singer"]),
        ("It has 5,000 troops in nine towns, down from 8,000.", ["troop", "town", "troop"]),
        ("There were nine arrests, against none last year.", ["arrest", "arrest"]),
        ("Six were hurt in May but none in June.", ["people", "people"]),
        ("The father of two four times asked for help.", ["child", "time"]),
        ("The father of two boys was hurt.", ["boy"]),
    ],
)
def test_a_bare_count_is_of_what_the_first_counts(text: str, counted: list[str]) -> None:
    """A count that says where another is gives its noun to none behind it; none counts what it is held against."""
    assert [c.counted for c in told(text)] == counted


@pytest.mark.parametrize(
    ("text", "subset"),
    [
        ("Over 180 people, including 13 soldiers, were killed.", [None, "people"]),
        ("The raid killed 30 villagers, nine of them children.", [None, "villager"]),
        ("Sixty were hurt, of whom six are in hospital.", [None, "people"]),
        ("The raid killed 30 villagers, with nine children among them.", [None, "villager"]),
        ("Of the 180 dead, 13 were soldiers.", [None, "people"]),
        ("Sales rose 4% year on year.", [None]),
        ("Forty percent of voters back the plan.", ["voter"]),
        ("One in five households lost power.", ["household"]),
        ("Two of the bombs fell in the camp.", [None]),
    ],
)
def test_part_of_a_whole(text: str, subset: list[str | None]) -> None:
    """A part names its whole; "two of the bombs" is no part of another figure."""
    assert [c.scope.subset_of for c in told(text)] == subset


@pytest.mark.parametrize(
    ("text", "window", "place"),
    [
        ("Some 900 people fled Exampleton in the past week.", "past 7 days", None),
        ("In 2004, 300 people died in Examplia.", "2004", "Examplia"),
        ("Six people have died so far near Port Sample.", "in all", "Port Sample"),
        ("Bombs Kill Nine People In Exampleton", None, None),
        ("The firm will cut 900 jobs worldwide, its office in Exampleton says.", None, "worldwide"),
        ("A report in the Sample Post says 40 wells are dry.", None, None),
        ("The toll in the valley rose to 40 people on Friday.", "in all", None),
        ("Doctors counted 40 new cases.", "new", None),
        ("In April last year 40 houses burned.", "april last year", None),
        ("Forty houses burned.", None, None),
    ],
)
def test_window_and_place(text: str, window: str | None, place: str | None) -> None:
    """A window of time and a place are read from the words of the sentence."""
    scope = next(c for c in told(text) if c.quantity.dimension == "count").scope
    assert (scope.window, scope.place) == (window, place)


@pytest.mark.parametrize(
    ("text", "speaker", "modality"),
    [
        ("Police said 40 people marched.", "police", None),
        ("Forty people marched, according to the city council.", "city council", None),
        ("Ann Example, head of the water board, told reporters that 40 wells are dry.", "Ann Example", None),
        ("US officials later said 40 wells are dry.", "US officials", None),
        ("Forty wells are dry, said mayor Ann Example.", None, None),
        ("Forty wells are dry, said Ann Example.", "Ann Example", None),
        ("Police estimated 900; the drivers' league 4,000.", "police", None),
        ("Police put the crowd at 9,000.", "police", None),
        ("The crowd was estimated by police at 9,000.", "police", None),
        ("Organisers: 9,000.", "organisers", None),
        ("The marchers' union claims that 9,000 came.", "marchers' union", None),
        ("Four sailors put two boats in the water.", None, None),
        ("Strikers demanded $90 more.", None, "demanded"),
        ("The bridge could cost $90 million.", None, "possible"),
        ("The bridge is expected to cost $90 million.", None, "expected"),
        ("The bridge cost $90 million.", None, None),
        ("In May the bridge cost $90 million.", None, None),
    ],
)
def test_speaker_and_modality(text: str, speaker: str | None, modality: str | None) -> None:
    """The speaker is the name beside the verb of saying; doubt, plan and forecast stand in the figure's clause."""
    claim = told(text)[0]
    assert (claim.speaker, claim.modality) == (speaker, modality)


def test_a_verb_left_out_behind_a_semicolon_keeps_its_own_speaker() -> None:
    """Who stands before a figure behind a semicolon tells it, by the verb of saying before the semicolon."""
    assert [c.speaker for c in told("Police counted 900, they reported; the union 4,000.")][1] == "union"


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("She earns €1,400 a month.", "per month"),
        ("The city had 12 deaths per 100,000 people.", "per 100,000 people"),
        ("Sales rose 4% from a year earlier.", "a year earlier"),
        ("Sales rose 4% year-on-year.", "a year earlier"),
        ("Sales rose 4%, compared with 2% at its rival.", "another figure"),
        ("Sales rose 4%.", None),
    ],
)
def test_base(text: str, base: str | None) -> None:
    """A rate tells what it is per, a change what it is measured against, by a name of its own."""
    assert told(text)[0].scope.base == base


def test_counted_is_for_counts_only() -> None:
    """Money, lengths, ages and shares count nothing; a rate of a count does."""
    claims_ = told("The ministry spent $12 million on 40 boats, each 9 metres long. The plant makes 900 cars a week.")
    assert [c.counted for c in claims_] == [None, "boat", None, "car"]


def test_a_conversion_inherits_what_it_converts() -> None:
    """A bracketed conversion is a claim of its own that says what its figure says."""
    first, second = told("The hole is two metres (6.6 feet) wide.")
    assert second.converts == first.id
    assert (second.measure, second.what) == (first.measure, first.what)
    assert second.text == "6.6 feet"


def test_places_and_ids() -> None:
    """A claim's characters slice back to its text, its sentence to its place, and ids count by place."""
    text = "Nothing here.\n\nForty boats sank. Two crews were saved."
    made = told(text)
    assert [c.id for c in made] == ["d1.1", "d1.2"]
    for claim in made:
        assert text[claim.start : claim.end] == claim.text
        assert text[claim.sentence_start : claim.sentence_start + len(claim.sentence)] == claim.sentence
        assert 0 <= claim.position < 1


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Two gunmen wounded nine people.", [None, "injured"]),
        ("Nine people were wounded by two gunmen.", ["injured", None]),
        ("Some 90 officers are combing the hills.", ["deployed"]),
        ("Police are hunting 14 convicts.", ["at_large"]),
        ("Forty soldiers were helping at the dyke.", ["deployed"]),
        ("Forty families were helped at the dyke.", ["helped"]),
        ("A kiosk was raided by a gang of four.", ["robbed"]),
        ("Police led two men away.", ["captured"]),
        ("Three of the men who tunnelled out of the fort were arrested.", ["captured"]),
        ("Guards re-arrested five convicts.", ["captured"]),
    ],
)
def test_who_acts(text: str, measures: list[str | None]) -> None:
    """What is done to the counted is not said of those who do it; a relative clause loses to the main verb."""
    assert [c.measure for c in told(text)] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Police picked up three boys near the quay.", ["captured"]),
        ("A trawler picked up three boys near the quay.", ["rescued"]),
        ("Four suspects are being held.", ["captured"]),
        ("Rebels are holding four nurses.", ["hostage"]),
        ("The jail holds 300 men.", ["sheltered"]),
        ("Clinics treated 40 people.", ["treated"]),
        ("Volunteers treated 40 people.", ["helped"]),
        ("Four sailors were hurt and taken to hospital.", ["injured"]),
        ("Nine sailors were hurt, and three were taken to hospital.", ["injured", "treated"]),
        ("The bodies of nine women were brought ashore.", ["killed"]),
        ("Nine women were brought ashore.", ["rescued"]),
        ("Of the delegates 52 percent voted against.", ["opposed"]),
        ("The crown gained 2 percent against the yen.", [None]),
        ("Three vans were found burnt out.", ["destroyed"]),
        ("Three vans were found.", ["found"]),
        ("Divers brought six bodies ashore.", ["killed"]),
        ("Six bodies were never found.", ["missing"]),
        ("Eight mines went off.", ["exploded"]),
        ("Eight mines failed to go off.", [None]),
        ("The sick were taken away in two vans.", [None]),
        ("Officers made 54 arrests.", ["captured"]),
        ("Officers recovered 12 of the 40 stolen rifles.", ["seized", "stolen"]),
        ("The mill cut 40 of its 300 posts.", ["laid_off", None]),
    ],
)
def test_the_company_of_a_verb(text: str, measures: list[str]) -> None:
    """Who else a sentence names, what is counted and what other verbs stand there tell which sense of a verb is meant."""
    assert [c.measure for c in told(text)] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The siege was over in four hours.", ["duration"]),
        ("The 40-minute call ended badly.", ["duration"]),
        ("They left after 40 minutes.", ["response"]),
        ("The roof fell in three minutes.", ["response"]),
        ("The shop will reopen in three weeks.", ["until"]),
        ("It was the worst flood in 20 years.", [None]),
        ("The vote came two weeks after the flood.", ["since"]),
        ("A 90-metre tunnel led to the yard.", ["length"]),
        ("A three-metre fence fell.", ["height"]),
    ],
)
def test_times_and_lengths_without_a_cue(text: str, measures: list[str | None]) -> None:
    """The word right before a time tells what it measures; a length that is an adjective is that of its noun."""
    assert [c.measure for c in told(text)] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The brewer earned $40 million after tax.", ["profit"]),
        ("Thieves took €40,000 from the till.", ["worth"]),
        ("The reward has been raised to €12,000.", ["reward"]),
        ("She took home $2 million.", ["paid"]),
        ("The offer is 19 percent over the closing price.", ["premium"]),
        ("The founder still owns 12 percent of the mill.", ["stake"]),
        ("The ministry promised €3 million in emergency money.", ["raised"]),
        ("The firm must refund $12 million.", ["damages"]),
        ("Vik beat Tamm by 800 votes.", ["majority"]),
        ("Vik took 9,300 votes.", ["voted"]),
        ("In a town of 12,000 people nobody saw it.", ["population"]),
        ("The hall was built for 300 people.", ["capacity"]),
        ("The fatality rate is 28 percent.", ["fatality_rate"]),
    ],
)
def test_money_and_votes(text: str, measures: list[str | None]) -> None:
    """What is earned, taken, offered, owned, won by and built for is told from what looks like it."""
    assert [c.measure for c in told(text)] == measures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Oldport has 34 boats and New Marlow 18.", [None, "New Marlow"]),
        ("In Oldport 63 homes burned; in Newport 21; in Harbour 8.", ["Oldport", "Newport", "Harbour"]),
        ("Oldport saw 8 fires over the holiday, Newport 13, Harbour 21.", [None, "Newport", "Harbour"]),
        ("The fire killed 27 people in Oldport and nine in Newport.", ["Oldport", "Newport"]),
    ],
)
def test_each_of_a_list_has_its_own_place(text: str, places: list[str | None]) -> None:
    """A number that goes on with a list counts what the first does, in the place that stands before it."""
    claims = told(text)
    assert [c.scope.place for c in claims] == places
    assert len({c.counted for c in claims}) == 1


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("In Oldport 900 sailors were killed or badly injured.", ["casualties"]),
        ("Some 70 sailors are dead or missing.", ["casualties"]),
        ("The blast left 90 dead and injured.", ["casualties"]),
        ("The wave destroyed or damaged 40 boats.", ["wrecked"]),
        ("Twelve sailors were killed and 30 injured.", ["killed", "injured"]),
        ("Six sailors were killed and the injured were taken ashore.", ["killed"]),
    ],
)
def test_two_harms_are_the_wider_measure(text: str, measures: list[str]) -> None:
    """What "or" joins to a word of harm makes the wider measure, never one of its parts."""
    assert [claim.measure for claim in told(text)] == measures
