"""The judge: rules speak of topics, fold to one finding each, and the gate's ledger says how each figure of a draft stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import Any

import pytest
from judged import claim, linked, rivals, story

from numcheck import gate
from numcheck.judge import Case, Judgement, judge, load_rules
from numcheck.model.article import Article
from numcheck.model.claim import Claim, Scope
from numcheck.model.finding import Entry
from numcheck.model.moment import Moment
from numcheck.model.reading import Mark
from numcheck.model.report import Noted
from numcheck.model.saying import Beside, Saying, Wording
from numcheck.model.story import Story


def run(
    told: Story,
    *claims: Claim,
    marks: Sequence[Noted] = (),
    reference: str | None = None,
    days: Mapping[str, Moment] = MappingProxyType({}),
) -> Judgement:
    """Judge hand-made claims by the built-in rules; `days` are the publish moments of documents."""
    roles = {c.document: c for c in claims}
    articles = [Article(path, "", c.outlet, c.role, published=days.get(path)) for path, c in roles.items()]
    gate = any(c.role == "draft" for c in claims)
    return judge(Case(articles, claims, marks, story=told, gate=gate, reference=reference), load_rules())


def spoken(told: Story, *claims: Claim) -> list[str]:
    """Return the names of the rules that spoke."""
    return [f.rule for f in run(told, *claims).findings]


def figures(*texts: str, **slots: Any) -> list[Claim]:
    """Return a claim of each text, each by an outlet of its own."""
    return [claim(text, document=f"outlet{i}", **slots) for i, text in enumerate(texts)]


SPOKEN = [
    (("500-700", "about 3,000"), ["agreement/disjoint"]),
    (("3", "2"), ["agreement/disjoint"]),
    (("0", "3"), ["agreement/none-versus-some"]),
    (("0", "at least 12"), ["agreement/none-versus-some"]),
    (("0", "0"), []),
    (("nearly 300", "more than 300"), ["hedging/flipped-bound"]),
    (("thousands", "hundreds of thousands"), ["inflation/order-of-magnitude"]),
    (("1,280", "12,800"), ["inflation/order-of-magnitude"]),
    (("thousands", "8,000"), []),
    (("more than 50", "200"), ["inflation/larger-size"]),
    (("more than 50", "53"), []),
    (("up to 20,000", "tens of thousands"), ["inflation/larger-size"]),
    (("many", "several"), ["inflation/vague-size"]),
    (("large", "small"), ["inflation/vague-size"]),
    (("several", "few"), []),
    (("many", "large"), []),
    (("many", "13"), []),
    (("up to 500", "500"), ["hedging/lost-ceiling"]),
    (("at least 180", "180"), ["hedging/lost-floor"]),
    (("at least 180", "more than 180"), []),
    (("at least 180", "about 180"), []),
    (("6-12 month", "at least 6 month"), ["hedging/collapsed-range"]),
    (("500-9,999", "several thousand"), ["hedging/collapsed-range"]),
    (("500-700", "up to 700"), ["hedging/lost-low-end"]),
    (("500-700", "up to 500"), []),
    (("fewer than 50", "fewer than 25"), ["inflation/larger-size"]),
    (("at least 12", "20"), []),
    (("88,000,000 $", "88,000,000,000 $"), ["inflation/scale-word"]),
    (("88,000,000 $", "91,000,000,000 $"), ["inflation/order-of-magnitude"]),
    (("12", "12,000"), ["inflation/order-of-magnitude"]),
    (("10 km", "6 mile"), []),
    (("85 €", "137 $"), ["units/two-currencies"]),
]


@pytest.mark.parametrize(("texts", "expected"), SPOKEN)
def test_one_clash_lights_up_one_rule(texts: tuple[str, str], expected: list[str]) -> None:
    """Two statements of one topic make the most telling rule speak, and no other, whichever outlet comes first."""
    for order in (texts, texts[::-1]):
        claims = figures(*order)
        assert spoken(story(*claims), *claims) == expected


DAYS = [
    ("34", "38", "killed", ["scope/stale-figure"]),
    ("38", "34", "killed", ["agreement/disjoint"]),
    ("0", "12", "killed", ["scope/stale-figure"]),
    ("at least 12", "38", "hostage", ["scope/stale-figure"]),
    ("38", "at least 12", "hostage", ["inflation/larger-size"]),
    ("60", "54", "missing", ["scope/stale-figure"]),
    ("34", "38", "hostage", ["agreement/disjoint"]),
    ("3 %", "4 %", "killed", ["agreement/disjoint"]),
    ("34", "34", "killed", []),
]


@pytest.mark.parametrize(("monday", "tuesday", "measure", "expected"), DAYS)
def test_a_later_toll_is_an_update(monday: str, tuesday: str, measure: str, expected: list[str]) -> None:
    """Of two dated reports a higher toll in the later one is an update; a lower one, or what does not grow, is a clash."""
    claims = figures(monday, tuesday, measure=measure)
    days = {claims[0].document: Moment(date(2031, 3, 3)), claims[1].document: Moment(date(2031, 3, 4))}
    assert [f.rule for f in run(story(*claims), *claims, days=days).findings] == expected


CLOCKS = [
    ("34", "38", ["scope/stale-figure"]),
    ("38", "34", ["agreement/disjoint"]),
    ("at least 34", "at least 38", ["scope/stale-figure"]),
]


@pytest.mark.parametrize(("morning", "evening", "expected"), CLOCKS)
def test_hours_of_one_day_are_ordered(morning: str, evening: str, expected: list[str]) -> None:
    """Of two reports of one day the clock tells which is the later; the message gives the hours."""
    claims = figures(morning, evening, measure="killed")
    day = date(2031, 3, 3)
    days = {claims[0].document: Moment(day, time(9)), claims[1].document: Moment(day, time(15))}
    (finding,) = run(story(*claims), *claims, days=days).findings
    assert [finding.rule] == expected
    if finding.rule == "scope/stale-figure":
        assert "3 March 2031, 09:00" in finding.message and "3 March 2031, 15:00" in finding.message


def test_words_make_any_count_grow() -> None:
    """A count told "so far" is one that grows."""
    claims = figures("34", "38", sentence="So far 38 have signed.")
    days = {claims[0].document: Moment(date(2031, 3, 3)), claims[1].document: Moment(date(2031, 3, 4))}
    (finding,) = run(story(*claims), *claims, days=days).findings
    assert (finding.rule, finding.severity) == ("scope/stale-figure", "note")
    assert "3 March 2031" in finding.message and "4 March 2031" in finding.message


def test_an_error_needs_a_sure_pair() -> None:
    """A clash of two figures that are not surely one quantity is a warning."""
    claims = figures("3", "9")
    for sure, severity in ((0.95, "error"), (0.7, "warning")):
        (finding,) = run(story(*claims, sure=sure), *claims).findings
        assert (finding.severity, finding.probability) == (severity, sure)


CONVERSIONS = [
    ("5 mile", "10 km", True),
    ("5 mile", "8 km", False),
    ("20 mile", "30 km", False),
    ("90 m", "200 foot", True),
    ("up to 60 m", "up to 200 foot", False),
    ("24-30 foot", "7.3-9.1 m", False),
    ("24-30 foot", "17-19 m", True),
    ("85 €", "137 $", False),
]


@pytest.mark.parametrize(("said", "again", "wrong"), CONVERSIONS)
def test_a_wrong_conversion_is_told(said: str, again: str, wrong: bool) -> None:
    """A bracket must repeat its figure, rounded as both are written; of money nothing is said."""
    figure = claim(said)
    bracket = claim(again, at=20, converts=figure.id)
    found = run(Story(), figure, bracket).findings
    assert [(f.rule, f.claims) for f in found] == ([("units/bad-conversion", (figure.id, bracket.id))] if wrong else [])


def test_a_conversion_is_judged_through_its_figure() -> None:
    """Of a figure with its bracket on one topic, the figure alone is held against another outlet's."""
    figure = claim("5 mile", document="post")
    bracket = claim("8 km", document="post", at=20, converts=figure.id)
    other = claim("12 km", document="wire")
    (finding,) = run(story(figure, bracket, other), figure, bracket, other).findings
    assert finding.claims == (figure.id, other.id)


def test_an_unsure_pair_is_asked_about() -> None:
    """Two figures that clash and are too unsure to be told of make no finding: they are for somebody to check."""
    claims = figures("3", "9")
    judged = run(story(*claims, sure=0.4), *claims)
    assert judged.findings == ()
    assert [(check.claims, check.kind, check.probability) for check in judged.to_check] == [
        ((claims[0].id, claims[1].id), "inflation", 0.4)
    ]


def test_a_level_of_before_is_not_asked_about() -> None:
    """The level that was and the level that is are two quantities, as long as only one outlet tells of a change."""
    now, before = figures("94", "152")
    before = replace(before, beside=Beside(lambda: (Wording(), Saying(earlier="state"))))
    assert run(story(now, before, sure=0.4), now, before).to_check == ()


def test_of_a_topic_two_reports_of_one_day_are_asked_about() -> None:
    """A count that a later report has moved on takes no other pair's place: two papers of one day part for no such reason."""
    early, other, late = figures("900", "1,800", "2,000", measure="destroyed")
    days = {c.document: Moment(date(2031, 3, day)) for c, day in ((early, 3), (other, 3), (late, 4))}
    told = replace(story(early, other, late, sure=0.4), worth=lambda one, two: 0.9 if late.id in (one, two) else 0.8)
    assert [check.claims for check in run(told, early, other, late, days=days).to_check] == [(early.id, other.id)]


def hardly_worth(told: Story) -> Story:
    """Return a story in which no pair is worth telling or asking about."""
    return replace(told, worth=lambda one, other: 0.2, disputed=0.4, asked=0.3)


def test_a_disagreement_is_told_where_it_is_worth_it() -> None:
    """Two values or sizes that part and that an editor would hardly act on are not told; a lost hedge is told."""
    claims = figures("30", "40")
    judged = run(hardly_worth(story(*claims, sure=0.8)), *claims)
    assert (judged.findings, judged.to_check) == ((), ())
    bounds = figures("more than 30", "more than 90")
    assert [f.rule for f in run(story(*bounds, sure=0.8), *bounds).findings] == ["inflation/larger-size"]
    assert run(hardly_worth(story(*bounds, sure=0.8)), *bounds).findings == ()
    hedged = figures("30", "more than 30")
    assert [f.rule for f in run(hardly_worth(story(*hedged, sure=0.8)), *hedged).findings] == ["hedging/lost-floor"]


def test_what_is_only_likely_refutes_no_draft() -> None:
    """A source's figure that is only likelier on this topic than elsewhere refutes no draft."""
    mine, theirs = draft("300"), source("3")
    assert states(story(mine, theirs, sure=0.4), mine, theirs)[0][0] == "unsupported"


def test_one_outlet_is_not_compared_with_itself() -> None:
    """Two figures of one document are not held against each other."""
    claims = [claim("3", at=0), claim("300", at=50)]
    assert spoken(story(*claims), *claims) == []


def test_a_topic_folds_to_one_finding_of_the_clearest_pair() -> None:
    """A finding quotes the two claims that are furthest apart, the lower first, and then names all that take part."""
    low, high, other, agreeing = figures("3", "9", "4", "3")
    judged = run(story(low, high, other, agreeing), low, high, other, agreeing)
    (finding,) = judged.findings
    assert finding.claims == (low.id, high.id, other.id, agreeing.id)
    assert (finding.ratio, finding.gross, finding.kind, finding.severity) == (3.0, True, "contradiction", "error")
    assert "“3”" in finding.message and "“9”" in finding.message


def test_words_of_size_are_quoted_by_rank() -> None:
    """Of words without bounds the smaller comes first, and the pair that is furthest apart is quoted."""
    large, several, small = figures("large", "several", "small")
    (finding,) = run(story(large, several, small), large, several, small).findings
    assert finding.claims == (small.id, large.id, several.id)


def test_who_takes_no_part_is_left_out() -> None:
    """A claim that agrees with everyone is not named."""
    low, high, word = figures("30", "90", "dozens")
    (finding,) = run(story(low, high, word), low, high, word).findings
    assert finding.claims == (low.id, high.id)


def test_the_reference_is_quoted_first() -> None:
    """With a reference outlet, its statement comes first in each finding that it takes part in."""
    claims = figures("3", "9", "4")
    (finding,) = run(story(*claims), *claims, reference=claims[2].document).findings
    assert finding.claims[:2] == (claims[2].id, claims[1].id)


def test_an_outlet_that_agrees_elsewhere_is_not_accused() -> None:
    """An outlet that gives the other's figure too, beside a looser one, makes no finding."""
    loose, exact = claim("at least 50", document="one"), claim("249", document="one", at=90)
    other = claim("250", document="two")
    assert spoken(story(loose, other), loose, other) == ["inflation/larger-size"]
    assert spoken(story(loose, exact, other), loose, exact, other) == []


def test_a_ceiling_does_not_agree_with_all_below_it() -> None:
    """A bracket that repeats a ceiling in another unit does not square it with a ceiling of half its size."""
    wide = claim("fewer than 50 km", document="one")
    bracket = claim("fewer than 30 mile", document="one", at=30, converts=wide.id)
    narrow = claim("fewer than 25 km", document="two")
    assert spoken(story(wide, bracket, narrow), wide, bracket, narrow) == ["inflation/larger-size"]


def test_one_sum_converted_twice_is_no_clash() -> None:
    """Where outlets give one sum in euros, their dollars are conversions at rates of their own; far apart they clash still."""
    euros = [claim("110 €", document=d) for d in ("one", "two")]
    dollars = [claim("143 $", document="one", at=40), claim("158 $", document="two", at=40)]
    assert spoken(story(*dollars), *dollars) == ["agreement/disjoint"]
    assert spoken(story(*euros, *dollars), *euros, *dollars) == []
    assert spoken(story(euros[0], *dollars), euros[0], *dollars) == []
    dearer = claim("200 $", document="two", at=40)
    assert spoken(story(euros[0], dollars[0], dearer), euros[0], dollars[0], dearer) == ["agreement/disjoint"]


def test_findings_are_sorted_and_known_by_their_figures() -> None:
    """Errors come before warnings; a fingerprint holds when lines move or documents change places, and is its own."""
    one = figures("3", "9")
    two = [claim("up to 500", document="outlet0", at=70), claim("500", document="outlet1", at=70)]
    second = replace(story(*one).topics[0], id="t2")
    both = replace(story(*two), topics=(story(*two).topics[0], second))
    findings = run(both, *one, *two).findings
    assert [f.severity for f in findings] == ["error", "warning"]
    assert len({f.fingerprint for f in findings}) == 2
    moved = [claim("9", document="outlet1", at=33), claim("3", document="outlet0", at=77)]
    assert run(story(*moved), *moved).findings[0].fingerprint == findings[0].fingerprint
    assert run(both, *one, *two) == run(both, *one, *two)


def test_many_statements_stay_bounded() -> None:
    """A topic of a thousand different figures is judged in little time, and its extremes are still found."""
    claims = [claim(f"{n}", document=f"o{n}") for n in range(1, 1000)]
    findings = {finding.rule: finding for finding in run(story(*claims), *claims).findings}
    assert findings["inflation/order-of-magnitude"].ratio == 999.0


def test_texts_without_figures_are_told() -> None:
    """A run without any figure says that nothing was checked."""
    articles = [Article("a.txt", "", "A"), Article("b.txt", "", "B")]
    judged = judge(Case(articles), load_rules())
    assert [(f.rule, f.claims) for f in judged.findings] == [("run/nothing-read", ())]
    assert "A, B" in judged.findings[0].message


# The gate.


def draft(text: str, **slots: Any) -> Claim:
    """Return a draft's claim."""
    return claim(text, document="draft", role="draft", **{"counted": "person", "measure": "killed"} | slots)


def source(text: str, document: str = "wire", **slots: Any) -> Claim:
    """Return a source's claim."""
    return claim(text, document=document, role="source", **{"counted": "person", "measure": "killed"} | slots)


def states(told: Story, *claims: Claim, marks: Sequence[Noted] = ()) -> list[tuple[str, str | None]]:
    """Return state and first relation of each entry of the ledger."""
    return [(e.state, e.support[0].relation if e.support else None) for e in run(told, *claims, marks=marks).ledger]


ALIGNED = [
    ("12", "12", ("supported", "equal")),
    ("21", "12", ("contradicted", "disagrees")),
    ("about 2,000", "2,013", ("supported", "inside")),
    ("2,013", "about 2,000", ("unsupported", "nearest")),
    ("180", "at least 180", ("supported", "same number")),
    ("more than 180", "at least 180", ("supported", "same number")),
    ("more than 14 %", "14 %", ("contradicted", "disagrees")),
    ("at least 14 %", "14 %", ("supported", "same number")),
    ("at least 14 %", "13 %", ("contradicted", "disagrees")),
    ("up to 500", "at least 500", ("unsupported", "nearest")),
    ("nearly 300", "more than 300", ("contradicted", "disagrees")),
    ("about 900", "at least 180", ("contradicted", "disagrees")),
    ("at least 180", "about 900", ("supported", "inside")),
    ("40", "up to 500", ("unsupported", "nearest")),
    ("600", "up to 500", ("contradicted", "disagrees")),
    ("0", "up to 500", ("contradicted", "disagrees")),
    ("500-700", "600", ("supported", "inside")),
    ("6 mile", "10 km", ("supported", "converted")),
    ("88,000,000 $", "87,900,000 $", ("supported", "rounded")),
    ("5 m", "4.7 m", ("supported", "rounded")),
    ("dozens", "36", ("supported", "inside")),
    ("36", "dozens", ("unsupported", "nearest")),
    ("hundreds of thousands", "thousands", ("contradicted", "disagrees")),
    ("0", "3", ("contradicted", "disagrees")),
    ("large", "many", ("supported", "inside")),
    ("large", "few", ("contradicted", "disagrees")),
    ("137 $", "85 €", ("unsupported", "nearest")),
]


@pytest.mark.parametrize(("written", "told", "expected"), ALIGNED)
def test_the_state_of_an_aligned_figure(written: str, told: str, expected: tuple[str, str]) -> None:
    """A draft's figure is held by a source that lies inside it, refuted where all sources are apart from it, else open."""
    mine, theirs = draft(written), source(told)
    assert states(story(mine, theirs), mine, theirs) == [expected]


def test_one_agreeing_source_is_enough() -> None:
    """A figure that one source holds is supported, though another disagrees; the clash of the sources is a warning."""
    mine, theirs, others = draft("12"), source("12"), source("14", "post")
    judged = run(story(mine, theirs, others), mine, theirs, others)
    assert [e.state for e in judged.ledger] == ["supported"]
    assert [(f.rule, f.severity) for f in judged.findings] == [("agreement/disjoint", "warning")]


def test_a_refuted_figure_makes_one_finding() -> None:
    """Where all sources disagree, sourcing/contradicted speaks in the place of the rules that compare outlets."""
    mine, theirs = draft("1,200"), source("12")
    (finding,) = run(story(mine, theirs), mine, theirs).findings
    assert (finding.rule, finding.claims, finding.gross) == ("sourcing/contradicted", (mine.id, theirs.id), True)


def test_an_unsure_topic_refutes_nothing() -> None:
    """A source that is only loosely put with the draft's figure leaves it unsupported."""
    mine, theirs = draft("21"), source("12")
    assert states(story(mine, theirs, sure=0.4), mine, theirs) == [("unsupported", "nearest")]


def test_a_dropped_bound_is_supported_and_told() -> None:
    """A draft that drops "up to" keeps the number, and the hedging rule makes it an error."""
    mine, theirs = draft("500"), source("up to 500")
    judged = run(story(mine, theirs), mine, theirs)
    assert [e.state for e in judged.ledger] == ["supported"]
    assert [(f.rule, f.severity) for f in judged.findings] == [("hedging/lost-ceiling", "error")]


def test_a_bound_is_missed_without_a_topic_too() -> None:
    """Where the gate finds the number without align's help, a dropped ceiling is told, as a warning."""
    mine, theirs = draft("500"), source("up to 500")
    judged = run(Story(), mine, theirs)
    assert [e.state for e in judged.ledger] == ["supported"]
    assert [(f.rule, f.severity) for f in judged.findings] == [("hedging/lost-ceiling", "warning")]


def test_a_number_told_plainly_by_one_source_lost_nothing() -> None:
    """Where one source gives the number as plain fact, another's bound is not missed."""
    mine, theirs, others = draft("180"), source("at least 180"), source("180", "post")
    assert spoken(story(mine, theirs, others), mine, theirs, others) == []


def test_one_line_tells_that_sources_differ() -> None:
    """A supported figure that several other sources are apart from gets one finding, the gravest."""
    mine, theirs = draft("180"), source("180")
    near, far = source("210", "post"), source("at least 900", "chronicle")
    judged = run(story(mine, theirs, near, far), mine, theirs, near, far)
    assert [e.state for e in judged.ledger] == ["supported"]
    assert len(judged.findings) == 1


def test_a_draft_behind_its_newest_source_is_stale() -> None:
    """A draft's toll is as old as the newest source that gives it; only a later and higher one makes it stale."""
    monday, tuesday = source("34", "monday"), source("38", "tuesday")
    days = {monday.document: Moment(date(2031, 3, 3)), tuesday.document: Moment(date(2031, 3, 4))}
    for text, rules in (("34", ["scope/stale-figure"]), ("38", []), ("36", ["sourcing/contradicted"])):
        mine = draft(text)
        judged = run(story(mine, monday, tuesday), mine, monday, tuesday, days=days)
        assert [f.rule for f in judged.findings] == rules


SLIPS: list[tuple[Claim, Claim, str]] = [
    (draft("3,400,000 $", sentence="No words."), source("3,400,000,000 $", sentence="Others."), "unsupported"),
    (draft("3,400,000 $", sentence="The port rose."), source("3,400,000,000 $", sentence="A port."), "contradicted"),
    (draft("3,500,000 $", sentence="The port rose."), source("3,400,000,000 $", sentence="A port."), "unsupported"),
    (draft("3,000,000 $", sentence="The port rose."), source("3,000,000,000 $", sentence="A port."), "unsupported"),
    (
        draft("25,000,000 $", measure="fined", sentence="The bank was fined."),
        source("25,000,000,000 $", measure="bought", sentence="The bank buys a rival."),
        "unsupported",
    ),
    (
        draft("25,000,000 $", measure="spent", sentence="The town council paid for the bridge."),
        source("25,000,000,000 $", measure="cost", sentence="The bridge cost the town council much."),
        "contradicted",
    ),
]


@pytest.mark.parametrize(("mine", "theirs", "state"), SLIPS)
def test_a_slip_of_the_scale_is_no_support(mine: Claim, theirs: Claim, state: str) -> None:
    """A sum with a source's digits at another scale is refuted where measure or words join the two, and no topic has to."""
    mine, theirs = (replace(c, counted=None) for c in (mine, theirs))
    assert [s for s, _ in states(Story(), mine, theirs)] == [state]
    held = replace(mine, id="post.0", document="post.txt", role="source")
    assert [s for s, _ in states(linked(mine, theirs, held), mine, theirs, held)] == ["supported"]


def test_a_bound_that_another_figure_holds_is_not_refuted() -> None:
    """Where one figure refutes a bound and another that may as well be meant holds it, the bound is that one's."""
    mine, theirs, beside = draft("fewer than 340"), source("696"), source("304", at=20)
    assert states(linked(mine, theirs, beside), mine, theirs, beside) == [("supported", "inside")]
    assert states(story(mine, theirs), mine, theirs) == [("contradicted", "disagrees")]


def test_a_draft_more_careful_than_its_source_is_fine() -> None:
    """Adding a bound loses nothing."""
    mine, theirs = draft("up to 500"), source("500")
    judged = run(story(mine, theirs), mine, theirs)
    assert [e.state for e in judged.ledger] == ["supported"] and not judged.findings


def test_sources_are_not_compared_with_each_other() -> None:
    """Beside a draft, two sources that clash make no finding of their own."""
    mine, theirs, others = draft("12"), source("12", at=0), source("12", "post")
    clash = source("90", "chronicle", at=0)
    topic = story(theirs, clash)
    assert run(topic, mine, theirs, others, clash).findings == ()


CHANCE = pytest.mark.xfail(strict=True, reason="a small number that stands alone in the source holds the draft's")

FALLBACK = [
    (draft("180"), source("180"), "supported"),
    (draft("180", counted=None), source("180", counted="person", measure=None), "supported"),
    (draft("180"), source("180", measure="injured"), "unsupported"),
    pytest.param(draft("3", measure=None, counted=None), source("3", measure=None, counted=None), "unsupported", marks=CHANCE),
    (draft("85 €", measure=None, counted=None), source("85 €", measure="spent", counted=None), "supported"),
]


@pytest.mark.parametrize(("mine", "theirs", "state"), FALLBACK)
def test_an_equal_figure_outside_a_topic(mine: Claim, theirs: Claim, state: str) -> None:
    """Without a topic, an equal figure counts where it speaks of the like, or is too telling to be chance."""
    assert states(linked(mine, theirs), mine, theirs)[0][0] == state


def test_a_rival_is_no_support() -> None:
    """An equal figure of another scope does not hold the draft's."""
    mine, theirs = draft("60"), source("60", scope=Scope(subset_of="180 people"))
    assert states(rivals(mine, theirs, "subset"), mine, theirs)[0][0] == "unsupported"


def together(*texts: str, **slots: Any) -> list[Claim]:
    """Return claims of one sentence of one source."""
    return [source(text, at=10 * i, sentence_start=0, **slots) for i, text in enumerate(texts)]


def part(text: str, of: str = "total", at: int = 10, sentence: int = 0) -> Claim:
    """Return a claim of a part of what a source tells elsewhere."""
    return source(text, at=at, sentence_start=sentence, scope=Scope(subset_of=of))


DERIVED = [
    (draft("180"), together("120", "60"), "120 + 60 = 180"),
    (draft("190"), together("120", "60", "10"), "120 + 60 + 10 = 190"),
    (draft("190"), together("120", "60", "10", scope=Scope(subset_of="total")), "120 + 60 + 10 = 190"),
    (draft("about 180"), together("119", "60"), "119 + 60 = about 180"),
    (draft("50"), together("200", "250"), "250 - 200 = 50"),
    (draft("11"), [*together("14"), part("3")], "14 - 3 = 11"),
    (draft("33 %"), together("60", "180"), "60 of 180 = 33 %"),
    (draft("80"), [*together("200"), source("40 %", at=40)], "40 % of 200 = 80"),
    (draft("2 times", measure=None, counted=None), together("12,000", "24,000"), "24,000 / 12,000 = 2 times"),
]


@pytest.mark.parametrize(("mine", "theirs", "shown"), DERIVED)
def test_one_step_of_arithmetic_supports(mine: Claim, theirs: list[Claim], shown: str) -> None:
    """A sum, a difference, a share or a multiple of figures that stand together holds the draft's figure, and is shown."""
    (entry,) = run(Story(), mine, *theirs).ledger
    assert (entry.state, entry.support[0].derivation) == ("supported", shown)


def test_a_derived_figure_is_not_held_against_its_parts() -> None:
    """A sum in the draft does not contradict the figures it is the sum of, though they share its topic."""
    mine, theirs = draft("180"), together("120", "60")
    judged = run(story(mine, theirs[0]), mine, *theirs)
    assert judged.ledger[0].state == "supported" and judged.findings == ()


NOT_DERIVED = [
    (draft("180"), [source("120"), source("60", "post")]),
    (draft("180"), [source("120"), source("60", measure="injured", at=20)]),
    (draft("180"), [source("120"), source("60", at=5000, sentence_start=4990)]),
    (draft("3"), [source("1"), source("2", at=100, sentence_start=100)]),
    (draft("24"), [source("12"), source("12", at=100, sentence_start=100)]),
    (draft("181"), [source("120"), source("60", at=20)]),
    (draft("17"), [*together("14"), part("3")]),
    (draft("17"), [*together("14"), part("3", of="person")]),
    (draft("17"), [*together("14"), part("3", at=100, sentence=100)]),
    (draft("22"), [*together("14"), part("5"), part("3", at=20)]),
]


@pytest.mark.parametrize(("mine", "theirs"), NOT_DERIVED)
def test_no_accidental_sum(mine: Claim, theirs: list[Claim]) -> None:
    """Two sources, two kinds, figures far apart, small, repeated or that do not add up, a whole and its part: no sum."""
    assert run(Story(), mine, *theirs).ledger[0].state == "unsupported"


def noted(value: str, reason: str, role: Any, at: int = 0) -> Noted:
    """Return a mark in a document of the role."""
    return Noted(f"{role}.txt", role, Mark(at, at + 4, value, reason, value))


def test_time_between_two_dates_supports() -> None:
    """Fifteen years follow from 2001 and 2016 in one source."""
    mine, theirs = draft("15 year", measure=None, counted=None), source("300", "source")
    marks = [noted("2001", "year", "source", 40), noted("2016", "year", "source", 80)]
    (entry,) = run(Story(), mine, theirs, marks=marks).ledger
    assert (entry.state, entry.support[0].derivation) == ("supported", "2001 to 2016 = 15 year")


MARKS = [
    ("2021-11-02", "date", "2021-11-02", "date", "supported"),
    ("--11-02", "date", "2021-11-02", "date", "supported"),
    ("2021-11-02", "date", "--11-02", "date", "supported"),
    ("2021-11", "date", "2021-11-02", "date", "supported"),
    ("2021", "year", "2021-11-02", "date", "supported"),
    ("2021-11-02", "date", "2019-11-02", "date", "unsupported"),
    ("2021-11-02", "date", "2021", "year", "unsupported"),
    ("2019", "year", "3-1", "score", None),
    ("2", "ordinal", "2", "ordinal", "supported"),
    ("2", "ordinal", "3", "ordinal", None),
    ("3-1", "score", "3-1", "score", "supported"),
    ("3-2", "score", "3-1", "score", "unsupported"),
    ("380", "name", "380", "name", "supported"),
    ("380", "name", "320", "name", None),
    ("1950s", "decade", "1953", "year", "supported"),
    ("14:00", "time", "14:00", "time", "supported"),
    ("14:00", "time", "15:00", "time", "unsupported"),
    ("3-1", "score", "1-3", "score", "supported"),
]


@pytest.mark.parametrize(("mine", "reason", "theirs", "other", "state"), MARKS)
def test_marks_are_checked_by_value(mine: str, reason: str, theirs: str, other: str, state: Any) -> None:
    """A mark of a draft is supported where a source gives its value; a date or score is open where sources give only others."""
    marks = [noted(theirs, other, "source"), noted(mine, reason, "draft")]
    ledger = run(Story(), draft("12"), source("12"), marks=marks).ledger
    missed = Entry("unsupported", mark=1, nearest=0)
    assert [e for e in ledger if e.mark is not None] == (
        [missed if state == "unsupported" else Entry(state, mark=1)] if state else []
    )


ROUND = "Sundby recovered with birdies at the 13th and 15th. She had done well to scrape a par at the sixth with a long putt."
ILLNESS = (
    "She was first treated for the illness in 1994, the year her first album came out. It came back in 2008, the paper said."
)
MAYOR = "The mayor was elected in 1998 by a wide margin. Nobody else stood. A storm took the roof off a brewery in 2005."
TOLD = [
    ("The yard closed before 21 May.", "It closed on 20 May.", "supported"),
    ("The yard closed before 21 May.", "It closed on 22 May.", None),
    ("The yard closed by 21 May.", "It closed on 20 May.", None),
    ("The yard closed after 2 May 2019.", "It closed on 3 May 2019.", "supported"),
    ("The play was rated below 7.5/10.", "The play has a rating of 7.4/10.", "supported"),
    ("The play was rated above 7.5/10.", "The play has a rating of 7.4/10.", "unsupported"),
    ("Eastmere Rovers finished in fifth place.", "Eastmere Rovers came home in fourth place.", "unsupported"),
    ("It was the fifth storm of winter.", "Eastmere Rovers came home in fourth place.", None),
    ("She had the Corvo 9 tablet.", "Her tablet was a Corvo 7.", "unsupported"),
    ("She had the Corvo 7 tablet.", "Her tablet was a Corvo 7.", "supported"),
    ("The Under 23 coach left.", "The Under 21 coach left. He is 23 years old.", "unsupported"),
    ("The Under 21 coach left.", "The Under 21 coach left. He is 23 years old.", "supported"),
    ("Sundby made birdies at the sixth and 15th.", ROUND, "supported"),
    ("Sundby scraped a par at the sixth.", ROUND, "supported"),
    ("She was first treated for the illness in 1994.", ILLNESS, "supported"),
    ("She was first treated for the illness in 2008.", ILLNESS, "unsupported"),
    ("The illness came back in 2008.", ILLNESS, "supported"),
    (
        "The mayor was elected in 2005.",
        MAYOR,
        "unsupported",
    ),
    (
        "The mayor was elected in 1998.",
        MAYOR,
        "supported",
    ),
]


@pytest.mark.parametrize(("mine", "theirs", "state"), TOLD)
def test_marks_are_checked_with_their_words(mine: str, theirs: str, state: Any) -> None:
    """A bound on a date or rating is held to; a rank or name is missed beside its own word; a year is held by its own words."""
    report = gate(mine, [theirs])
    states = {entry.mark: entry.state for entry in report.ledger}
    assert [states.get(i) for i, mark in enumerate(report.marks) if mark.role == "draft"][-1] == state


FIGURES = [
    pytest.param(
        "Ann Bell, 17, left.",
        "Ann Bell, 12, met a man who said he was 17 years old.",
        "unsupported",
        marks=pytest.mark.xfail(strict=True, reason="of two ages the nearest name in front owns both"),
    ),
    ("Ann Bell, 12, left.", "Ann Bell, 12, met a man who said he was 17 years old.", "supported"),
    (
        "The new suite of 900 square feet opened.",
        "The new suite of 700 square feet opened. A terrace has 900 square feet.",
        "unsupported",
    ),
    (
        "The new suite of 700 square feet opened.",
        "The new suite of 700 square feet opened. A terrace has 900 square feet.",
        "supported",
    ),
]


FIGURES += [
    (
        f"The coast guard found {n} seals on the rocks.",
        f"The coast guard found 100 seals on the rocks. All but 53 {them} are grey.",
        state,
    )
    for n, them, state in (("100", "terns", "supported"), ("53", "terns", "unsupported"))
]


@pytest.mark.parametrize(("mine", "theirs", "state"), FIGURES)
def test_a_figure_is_held_by_the_source_that_speaks_of_it(mine: str, theirs: str, state: str) -> None:
    """A number that a source gives to another thing is no support, where it gives this thing a number of its own."""
    assert [entry.state for entry in gate(mine, [theirs]).ledger] == [state]


def test_the_ledger_is_worst_first() -> None:
    """Refuted figures come before open ones, and those before supported ones."""
    good, bad, open_ = draft("12"), draft("90", at=20), draft("7,777", at=40, measure="displaced")
    told = [source("12"), source("44", "post")]
    topics = (
        story(good, told[0]).topics[0],
        story(bad, told[1]).topics[0].__class__("t2", "x", "count", (bad.id, told[1].id), 0.9),
    )
    assert [
        s for s, _ in states(Story(topics, probability=linked(good, bad, open_, *told).probability), good, bad, open_, *told)
    ] == ["contradicted", "unsupported", "supported"]


def test_a_conversion_stands_with_its_figure() -> None:
    """A bracketed conversion of the draft is supported where its figure is."""
    mine = draft("10 km", measure=None, counted=None)
    bracket = draft("6.2 mile", at=8, measure=None, counted=None, converts=mine.id)
    theirs = source("10 km", measure=None, counted=None)
    assert states(linked(mine, theirs, bracket), mine, bracket, theirs) == [("supported", "equal"), ("supported", "converted")]


def test_small_counts_are_a_warning() -> None:
    """A small count of which nothing is measured does not block a draft; a figure of the story does."""
    detail, figure = draft("2", measure=None, counted="brother"), draft("2,400", at=30, counted="home")
    judged = run(Story(), detail, figure, source("12"))
    assert [(f.rule, f.severity) for f in judged.findings] == [
        ("sourcing/unsupported", "error"),
        ("sourcing/unsupported-detail", "warning"),
    ]


WORDS_AND_BOUNDS = [("over 180", "contradicted"), ("more than 50", "supported"), ("84", "supported")]


@pytest.mark.parametrize(("theirs", "state"), WORDS_AND_BOUNDS)
def test_a_word_is_held_against_a_bound(theirs: str, state: str) -> None:
    """A bound outside the usual span of "dozens" speaks against it, though an open end reaches everything."""
    report = gate("The storm killed dozens of people in Eastmere.", [f"The storm killed {theirs} people in Eastmere."])
    assert [entry.state for entry in report.ledger] == [state]
