"""What the HTML page shows of a report, in words and geometry: cards of disputes and of a draft's figures, who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from numcheck.model.claim import Claim
from numcheck.model.decision import figure_print, figure_says, pair_print
from numcheck.model.finding import SEVERITIES, Finding, State
from numcheck.model.frozen import frozen
from numcheck.model.report import Document, Job, Noted, Report
from numcheck.model.story import Pair, Topic
from numcheck.report import chart
from numcheck.report.contents import outlets
from numcheck.report.coverage import coverage, gaps
from numcheck.report.disputes import ASKED, NOTED, TO_CHECK, Dispute, both_true, checks, disputes, headline, odds, parted
from numcheck.report.draft_text import Piece, paragraphs
from numcheck.report.figures import Passage, figure, label_of, numeral, parts, reads_as, unit_name
from numcheck.report.findings import on_the_run, spoken
from numcheck.report.ledger import Line, ledger, mark_why, support, verdict
from numcheck.report.lookup import Lookup, Statement, way
from numcheck.report.printable import count, finished, link, quoted, tidy
from numcheck.report.questions import command
from numcheck.report.topics import quiet, reason, told_once, told_twice, unsure

_LINKS = 4
_NAMED = 3
"""As many outlets are named beside a bar; more are counted."""
_QUOTED = 8
"""As many quotes are shown beside the two of a card; of those that put a figure alike the first, as far as they go."""
_ABREAST = 8
"""With more articles than these, who says what is a list and no table."""
_STATES: tuple[State, ...] = ("contradicted", "unsupported", "supported")


@frozen
class Quote:
    """A claim's sentence in three parts, the figure between the other two, and where it stands."""

    before: str
    figure: str
    behind: str
    outlet: str
    place: str
    url: str | None
    reads: str
    tone: str


@frozen
class Row:
    """One bar of a chart with the outlets and words it stands for; `tone` is low or high for the two quoted sides.

    `low` and `high` are its bounds and `unit` theirs, as they are saved.
    """

    bar: chart.Bar
    outlets: str
    words: str
    reads: str
    tone: str
    low: str
    high: str
    unit: str


@frozen
class Figure:
    """A chart with its rows in words."""

    unit: str
    log: bool
    ticks: tuple[tuple[chart.Tick, str], ...]
    rows: tuple[Row, ...]


@frozen
class Ask:
    """A pair of figures that somebody may decide: what it is known by, both sides (where, and what it says), and the lines
    for a terminal that keep a yes or a no.
    """

    pair: str
    sides: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


@frozen
class Card:
    """What the page shows of a dispute, or of a figure of a draft: its chart, the two quotes side by side, and the others."""

    id: str
    label: str
    lead: str
    severity: str
    state: str | None
    findings: tuple[Finding, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]
    left: int = 0
    how: str = ""
    links: tuple[tuple[str, str], ...] = ()
    both: str = ""
    ask: Ask | None = None


@frozen
class Cell:
    """What one article says of a topic: its statements, each with the tone of the side it is on."""

    statements: tuple[tuple[str, str], ...]


@frozen
class MatrixRow:
    """A topic and what each article says of it; `card` is the dispute it leads to."""

    label: str
    card: str | None
    verdict: str
    cells: tuple[Cell, ...]
    ways: tuple[Statement, ...]


def context(report: Report) -> dict[str, object]:
    """Return what the template of a report shows, in words and geometry."""
    lookup = Lookup(report)
    return {**_NOTHING, **_of_all(lookup), **_SECTIONS[report.job](lookup)}


_NOTHING = dict.fromkeys(
    "cards to_check noted drafts ledger line_cards states alike differently matrix outlets told_once surveys".split(), ()
)
"""The sections that only one job has."""


def _of_all(lookup: Lookup) -> dict[str, object]:
    """Return what the page shows of every report."""
    report, said = lookup.report, spoken(lookup.report)
    return {
        "report": report,
        **_story(report),
        "worst": finished(said[0].message) if said else "",
        "counts": [(severity, sum(f.severity == severity for f in said)) for severity in SEVERITIES],
        "loose": said,
        "noted_head": NOTED,
        "to_check_head": TO_CHECK,
        "asked": ASKED,
        "rivals": [_pair(lookup, pair) for pair in report.rivals],
        "possible": unsure(lookup),
        "on_the_run": on_the_run(report),
        "gaps": gaps(lookup),
        "unread": _numerals(lookup, report.unread),
        "marks": _numerals(lookup, report.marks),
        "waived": [finding for finding in report.findings if finding.suppressed is not None],
        "rules": [(rule.rule, _opening(rule.page)) for rule in report.rules],
        "documents": [(document, link(document.url)) for document in report.documents],
        "coverage": coverage(report),
    }


def _told_by(report: Report) -> list[Document]:
    """Return the documents whose story a report is: the drafts of a gate, else all."""
    return [d for d in report.documents if d.role == "draft"] or list(report.documents)


def _story(report: Report) -> dict[str, object]:
    """Return the first title, and the day of publication or the first and the last: "2021-11-01 to 2021-11-03"."""
    told = _told_by(report)
    days = sorted(d.day for d in told if d.day)
    title = next((tidy(d.title) for d in told if d.title), "")
    return {"title": title, "days": " to ".join(dict.fromkeys((days[0], days[-1]))) if days else ""}


def _numerals(lookup: Lookup, noted: Iterable[Noted]) -> list[tuple[str, list[str]]]:
    return [(tidy(one.document), numeral(lookup, one)) for one in noted]


def _comparison(lookup: Lookup) -> dict[str, object]:
    """Return what the page shows of articles beside each other."""
    found = disputes(lookup)
    cards = [_dispute_card(lookup, at, dispute) for at, dispute in enumerate(found, 1)]
    disputed = len(parted(found)[0])
    alike, differently = quiet(lookup)
    return {
        "headline": headline(lookup, found),
        "worst": _lead(found[0]) if found else "",
        "cards": cards[:disputed],
        "to_check": [_check_card(lookup, at, asked) for at, asked in enumerate(checks(lookup), 1)],
        "noted": cards[disputed:],
        "loose": _loose(spoken(lookup.report), found),
        "alike": [(tidy(topic.label), lookup.statements(topic.claims)) for topic in alike],
        "differently": [(tidy(topic.label), lookup.statements(topic.claims)) for topic in differently],
        "matrix": _matrix(lookup, found, cards),
        "wide": len(lookup.report.documents) > _ABREAST,
        "outlets": outlets(lookup) if any(finding.moved for finding in spoken(lookup.report)) else (),
        "told_once": told_once(lookup),
    }


def _checked(lookup: Lookup) -> dict[str, object]:
    """Return what the page shows of a draft beside its sources."""
    lines = ledger(lookup)
    said = spoken(lookup.report)
    worst = [finding for line in lines for finding in line.findings] or said
    return {
        "headline": verdict(lookup.report),
        "worst": finished(worst[0].message) if worst else "",
        "states": _tally(lines),
        "drafts": _drafts(lookup, lines),
        "ledger": [(line, lookup.place(line.document, line.start)) for line in lines],
        "line_cards": [_line_card(lookup, at, line) for at, line in enumerate(lines, 1)],
        "loose": _loose(said, lines),
    }


def _drafts(lookup: Lookup, lines: Sequence[Line]) -> list[tuple[str, list[tuple[Piece, ...]]]]:
    """Return each draft's title with its text, whose figures lead to their cards."""
    named = [(f"figure-{at}", line) for at, line in enumerate(lines, 1)]
    return [
        (tidy(paper.title or paper.path), list(paragraphs(paper.text, [row for row in named if row[1].document == paper.path])))
        for paper in lookup.report.documents
        if paper.text
    ]


def _surveyed(lookup: Lookup) -> dict[str, object]:
    """Return what the page shows of texts by themselves: their figures in words, each with its sentence."""
    rows: dict[str, list[tuple[list[str], Quote]]] = {document.path: [] for document in lookup.report.documents}
    for claim in lookup.report.claims:
        rows[claim.document].append((figure(lookup, claim), _quote(lookup, claim, "")))
    figures, texts = count(len(lookup.report.claims), "figure"), count(len(rows), "text")
    return {"headline": f"{figures} in {texts}", "surveys": [(tidy(path), told) for path, told in rows.items()]}


_SECTIONS: Mapping[Job, Callable[[Lookup], dict[str, object]]] = {
    "compare": _comparison,
    "gate": _checked,
    "extract": _surveyed,
}


def _tally(lines: Sequence[Line]) -> list[tuple[str, str, int]]:
    """Return class, words and number for each state the figures of a draft are in, and for what else was unsupported."""
    told = Counter((isinstance(line.subject, Claim), line.state) for line in lines)
    shown: list[tuple[str, str, int]] = [(state, state, told[True, state]) for state in _STATES]
    more = [("unsupported", "not checked", told[True, None])]
    for state in _STATES[:2]:
        amount = told[False, state]
        more.append((state, f"{'date or other numeral' if amount == 1 else 'dates and other numerals'} {state}", amount))
    return [*shown, *(row for row in more if row[2])]


def _dispute_card(lookup: Lookup, at: int, dispute: Dispute) -> Card:
    worst = dispute.findings[0]
    shown = [lookup.claims[name] for name in worst.claims[:2]]
    tones = _tones(shown)
    quotes = tuple(_quote(lookup, claim, tone) for claim, tone in zip(shown, ("low", "high"), strict=False))
    others = [claim for claim in dispute.claims if claim not in shown]
    told = sorted(others, key=_turn(others))[:_QUOTED]
    return Card(
        f"clash-{at}",
        dispute.label,
        _lead(dispute),
        worst.severity,
        None,
        dispute.findings,
        _figures(lookup, [*shown, *others], tones),
        quotes,
        tuple(_quote(lookup, claim, tones.get(way(claim), "")) for claim in told),
        left=len(others) - len(told),
        links=_links(lookup, dispute.topic, shown),
        both=both_true(dispute),
        ask=_ask(shown) if worst.probability is not None and len(dispute.sides) == 2 else None,
    )


def _ask(claims: Sequence[Claim]) -> Ask:
    """Return what is asked of two claims."""
    pair = pair_print(*claims)
    sides = tuple((claim.document, figure_says(claim)) for claim in sorted(claims, key=figure_print))
    return Ask(pair, sides, tuple(command(pair, claims, said) for said in ("yes", "no")))


def _turn(claims: Iterable[Claim]) -> Callable[[Claim], int]:
    """Return what puts claims in order so that each way to put a figure is told once before any is told again."""
    ways: Counter[object] = Counter()
    turns = {}
    for claim in claims:
        turns[claim.id] = ways[way(claim)]
        ways[way(claim)] += 1
    return lambda claim: turns[claim.id]


def _check_card(lookup: Lookup, at: int, asked: Dispute) -> Card:
    """Return the card of two figures to check: both sentences, and what speaks for and against their being one quantity."""
    tones = _tones(asked.claims)
    likely = f"one quantity: {odds(asked.check)}" if asked.check else ""
    reasons = ", ".join(map(reason, asked.check.evidence)) if asked.check else ""
    return Card(
        f"check-{at}",
        asked.label,
        _lead(asked),
        "",
        "to check",
        (),
        _figures(lookup, asked.claims, tones),
        tuple(_quote(lookup, claim, tone) for claim, tone in zip(asked.claims, ("low", "high"), strict=True)),
        (),
        how=likely,
        links=((" and ".join(map(str, asked.sides)), reasons),),
        both=both_true(asked),
        ask=_ask(asked.claims),
    )


def _lead(dispute: Dispute) -> str:
    """Return a dispute in a sentence, with how far the sides are apart where that is a number and the sentence has it not."""
    told = dispute.sentence
    amount = dispute.apart if any(map(str.isdigit, dispute.apart)) and ": " not in told else ""
    return finished(f"{told}: {amount}" if amount else told)


def _links(lookup: Lookup, topic: Topic | None, shown: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    """Return the links that put a topic's figures together, those of the two quoted sides first: the pair, and its reasons."""
    names = {claim.id for claim in shown}
    links = sorted(topic.evidence, key=lambda link: names.isdisjoint(link.claims)) if topic else []
    return tuple(
        (" and ".join(map(str, lookup.statements(link.claims))), ", ".join(map(reason, link.evidence)))
        for link in links[:_LINKS]
    )


def _line_card(lookup: Lookup, at: int, line: Line) -> Card:
    """Return the card of one row of the ledger: the draft's sentence beside its best source's, and the other sources'.

    A source that is only the nearest speaks of something else and is not drawn beside the draft.
    """
    own = _cited(lookup, line.document, line.passage, "high")
    severity = line.findings[0].severity if line.findings else ""
    state = line.state or "not checked"
    card = partial(Card, id=f"figure-{at}", lead="", severity=severity, state=state, findings=line.findings)
    draft = line.subject
    if isinstance(draft, Noted):
        return card(label=quoted(line.words), figures=(), quotes=(own,), more=(), how=mark_why(lookup, draft))
    sources = lookup.told(dict.fromkeys(one.claim for one in support(lookup, draft)))
    together = [draft, *sources] if sources and line.state != "unsupported" else []
    quotes = own, *(_quote(lookup, claim, "" if at else "low") for at, claim in enumerate(sources))
    drawn = _figures(lookup, together, {way(claim): "low" for claim in sources[:1]})
    ask = _ask_of(draft, sources[:1], line)
    return card(label=label_of(draft), figures=drawn, quotes=quotes[:2], more=quotes[2:], how=line.how, ask=ask)


def _ask_of(draft: Claim, sources: Sequence[Claim], line: Line) -> Ask | None:
    """Return what is asked of a draft's figure that is not supported and the source's that its row names."""
    return _ask((draft, *sources)) if sources and line.state != "supported" else None


def _figures(lookup: Lookup, claims: Sequence[Claim], tones: Mapping[object, str]) -> tuple[Figure, ...]:
    """Return the charts of these claims, one bar for each way in which outlets put the figure, the lowest first."""
    ways: dict[object, list[Claim]] = {}
    for claim in sorted(claims, key=_height):
        ways.setdefault((claim.role == "draft", way(claim)), []).append(claim)
    alike = {id(told[0]): told for told in ways.values()}
    return tuple(
        Figure(
            _unit(drawn.unit),
            drawn.log,
            tuple((tick, chart.short(tick.value)) for tick in drawn.ticks),
            tuple(_row(lookup, bar, alike[id(bar.claim)], tones.get(way(bar.claim), "")) for bar in drawn.bars),
        )
        for drawn in chart.charts([told[0] for told in ways.values()])
        if any(not bar.empty for bar in drawn.bars)
    )


def _row(lookup: Lookup, bar: chart.Bar, alike: Sequence[Claim], tone: str) -> Row:
    claim, outlets = bar.claim, list(dict.fromkeys(map(lookup.outlet, alike)))
    reads = "no number is given" if bar.empty else _reads(claim)
    more = f" and {len(outlets) - _NAMED} more" if len(outlets) > _NAMED + 1 else ""
    stated = claim.quantity.stated
    return Row(
        bar,
        ", ".join(outlets[: _NAMED if more else None]) + more,
        tidy(claim.text),
        reads,
        "draft" if claim.role == "draft" else tone,
        _plain(stated.low),
        _plain(stated.high),
        claim.quantity.unit,
    )


def _plain(end: Decimal | None) -> str:
    return "" if end is None else format(end.normalize(), "f")


def _reads(claim: Claim) -> str:
    """Return how a figure is read, or nothing where that is just as it is written."""
    reads = reads_as(claim)
    return "" if reads.casefold() == tidy(claim.text).casefold() else reads


def _height(claim: Claim) -> tuple[bool, bool, float, str]:
    """Order bars from the lowest to the highest, a draft's first, those without a number last."""
    size = claim.quantity.size
    return claim.role != "draft", size is None, float(size or 0), claim.outlet


def _unit(unit: str) -> str:
    return {"count": "", "magnitude": "magnitude", "ratio": ""}.get(unit, unit_name(unit))


def _quote(lookup: Lookup, claim: Claim, tone: str) -> Quote:
    return replace(_cited(lookup, claim.document, claim, tone), reads=_reads(claim))


def _cited(lookup: Lookup, path: str, told: Claim | Passage, tone: str) -> Quote:
    """Return the sentence of a figure or of another numeral of a document."""
    paper = lookup.documents[path]
    return Quote(*parts(told), lookup.teller(path), lookup.place(path, told.start), link(paper.url), "", tone)


def _loose(spoken: Iterable[Finding], shown: Sequence[Dispute] | Sequence[Line]) -> list[Finding]:
    """Return the findings that no card shows."""
    known = {id(finding) for group in shown for finding in group.findings}
    return [finding for finding in spoken if id(finding) not in known]


def _matrix(lookup: Lookup, found: Sequence[Dispute], cards: Sequence[Card]) -> list[MatrixRow]:
    """Return a row for each topic that two articles tell, those in dispute first, with a cell for each article."""
    disputed = {dispute.topic.id: at for at, dispute in enumerate(found) if dispute.topic is not None}
    told = sorted(told_twice(lookup.report), key=lambda topic: disputed.get(topic.id, len(found)))
    rows = []
    for topic in told:
        at = disputed.get(topic.id)
        worst = None if at is None else found[at].findings[0]
        tones = _tones(lookup.told(worst.claims[:2])) if worst else {}
        verdict = worst.severity if worst else ""
        cells = tuple(_cell(lookup, topic, document.path, tones) for document in lookup.report.documents)
        rows.append(
            MatrixRow(tidy(topic.label), None if at is None else cards[at].id, verdict, cells, lookup.statements(topic.claims))
        )
    return rows


def _cell(lookup: Lookup, topic: Topic, document: str, tones: Mapping[object, str]) -> Cell:
    """Return all ways in which one article puts a topic's figure."""
    own = [name for name in topic.claims if lookup.claims[name].document == document]
    return Cell(tuple((put.words, tones.get(way(put.claim), "")) for put in lookup.statements(own)))


def _tones(sides: Sequence[Claim]) -> dict[object, str]:
    """Return the tone of each quoted side, and of all who put the figure as it does."""
    return {way(claim): tone for claim, tone in zip(sides, ("low", "high"), strict=False)}


def _pair(lookup: Lookup, pair: Pair) -> tuple[str, str, tuple[Statement, ...]]:
    claims = [lookup.claims[name] for name in pair.claims]
    return label_of(claims[0]), tidy((pair.differs_in or "").replace("_", " ")), lookup.statements(pair.claims)


def _opening(page: str) -> str:
    """Return the paragraph that a rule's page opens with, which says what it finds and why, as plain text."""
    first = next((part for part in page.split("\n\n") if part.strip() and not part.startswith(("#", "<!--"))), "")
    return tidy(first.replace("`", ""))
