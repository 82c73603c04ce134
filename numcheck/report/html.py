"""The report as one HTML page for a browser, a mail or a printer: charts, quotes, the matrix, and what was not checked.

The page needs no network and no script, and nothing an article holds becomes markup: every text goes through one filter
and the templates escape it. jinja2 is named in this file only.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from numcheck.model.claim import Claim
from numcheck.model.finding import SEVERITIES, Finding
from numcheck.model.report import Report, View
from numcheck.model.story import Pair, Topic
from numcheck.report import chart
from numcheck.report.coverage import coverage, gaps
from numcheck.report.disputes import NOTED, Dispute, disputes, headline
from numcheck.report.distance import times
from numcheck.report.figures import MARKED, figure, label_of, numeral, reads_as, sentence, unit_name
from numcheck.report.findings import on_the_run, spoken
from numcheck.report.ledger import Line, ledger, verdict
from numcheck.report.lookup import Lookup, Statement, way
from numcheck.report.printable import count, finished, harmless, link, quoted, tidy
from numcheck.report.topics import quiet, reason, told_once, told_twice, unsure

if TYPE_CHECKING:
    from jinja2 import Environment

NAME = "html"

_LINKS = 4
_STATES = ("contradicted", "unsupported", "supported")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Row:
    """One bar of a chart with the outlet and words it stands for; `tone` is low or high for the two quoted sides."""

    bar: chart.Bar
    outlet: str
    words: str
    reads: str
    tone: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its rows in words."""

    unit: str
    log: bool
    ticks: tuple[tuple[chart.Tick, str], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
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
    how: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says of a topic: its statements, each with the tone of the side it is on."""

    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A topic and what each article says of it; `card` is the dispute it leads to."""

    label: str
    card: str | None
    verdict: str
    cells: tuple[Cell, ...]


def render(report: Report, view: View) -> str:
    """Return the report as one HTML page; the view changes nothing, for a page folds away what is long."""
    return page("report.html", context(report))


def page(template: str, values: Mapping[str, object], styles: Sequence[str] = ("page.css",), script: str = "page.js") -> str:
    """Return a template of this folder as a page of its own, its style and script inside and no others allowed."""
    from markupsafe import Markup

    style, code = "".join(map(_asset, styles)), _asset(script)
    own = {"style": Markup(style), "style_hash": _hash(style), "script": Markup(code), "script_hash": _hash(code)}
    return _environment().get_template(template).render(**own, **values)


def context(report: Report) -> dict[str, object]:
    """Return what the template of a report shows, in words and geometry."""
    lookup = Lookup(report)
    found = disputes(lookup)
    lines = ledger(lookup)
    cards = [_dispute_card(lookup, at, dispute) for at, dispute in enumerate(found, 1)]
    alike, differently = quiet(lookup)
    said = spoken(report)
    return {
        "report": report,
        "headline": _headline(lookup, found),
        "counts": [(severity, sum(f.severity == severity for f in said)) for severity in SEVERITIES],
        "states": _tally(lines),
        "worst": finished(first[0].message) if (first := [f for line in lines for f in line.findings] or said) else "",
        "cards": [card for card in cards if card.severity != "note"] if report.job == "compare" else [],
        "noted": [card for card in cards if card.severity == "note"] if report.job == "compare" else [],
        "noted_head": NOTED,
        "ledger": [(line, _place(lookup, line)) for line in lines],
        "line_cards": [
            _line_card(lookup, at, line, line.subject) for at, line in enumerate(lines, 1) if isinstance(line.subject, Claim)
        ],
        "loose": _loose(said, found if report.job == "compare" else lines),
        "alike": [(tidy(topic.label), lookup.statements(topic.claims)) for topic in alike],
        "differently": [(tidy(topic.label), lookup.statements(topic.claims)) for topic in differently],
        "matrix": _matrix(lookup, found, {c.id: card.id for c, card in _by_topic(found, cards)}),
        "outlets": _outlets(report) if any(finding.moved for finding in said) else [],
        "rivals": [_pair(lookup, pair) for pair in report.rivals],
        "possible": unsure(lookup, everything=True),
        "told_once": told_once(lookup) if report.job == "compare" else [],
        "on_the_run": on_the_run(report),
        "gaps": gaps(lookup),
        "unread": [(tidy(noted.document), numeral(lookup, noted)) for noted in report.unread],
        "marks": [(tidy(noted.document), numeral(lookup, noted)) for noted in report.marks],
        "waived": [finding for finding in report.findings if finding.suppressed is not None],
        "surveys": _surveys(lookup) if report.job == "extract" else [],
        "rules": [(rule.rule, _opening(rule.page)) for rule in report.rules],
        "documents": [(document, link(document.url)) for document in report.documents],
        "coverage": coverage(report),
    }


def _headline(lookup: Lookup, disputes: Sequence[Dispute]) -> str:
    report = lookup.report
    if report.job == "extract":
        return f"{count(len(report.claims), 'figure')} in {count(len(report.documents), 'text')}"
    return verdict(report) if report.job == "gate" else headline(lookup, disputes)


def _tally(lines: Sequence[Line]) -> list[tuple[str, str, int]]:
    """Return class, words and number for each state the figures of a draft are in, and for what else was unsupported."""
    figures = [line.state for line in lines if isinstance(line.subject, Claim)]
    others = [line.state for line in lines if not isinstance(line.subject, Claim)]
    told = [(state, state, figures.count(state)) for state in _STATES]
    told.append(("unsupported", "not checked", figures.count(None)))
    for state in _STATES[:2]:
        amount = others.count(state)
        told.append((state, f"{'date or other numeral' if amount == 1 else 'dates and other numerals'} {state}", amount))
    return [row for at, row in enumerate(told) if row[2] or at < len(_STATES)]


def _by_topic(disputes: Sequence[Dispute], cards: Sequence[Card]) -> list[tuple[Topic, Card]]:
    return [(dispute.topic, card) for dispute, card in zip(disputes, cards, strict=True) if dispute.topic is not None]


def _dispute_card(lookup: Lookup, at: int, dispute: Dispute) -> Card:
    worst = dispute.findings[0]
    shown = [lookup.claims[name] for name in worst.claims[:2]]
    tones = {way(claim): tone for claim, tone in zip(shown, ("low", "high"), strict=False)}
    quotes = tuple(_quote(lookup, claim, tone) for claim, tone in zip(shown, ("low", "high"), strict=False))
    named = {claim.id for claim in shown}
    more = tuple(_quote(lookup, c, tones.get(way(c), "")) for c in dispute.claims if c.id not in named)
    lead = " against ".join(quoted(side.words) for side in dispute.sides)
    lead = f"{lead}: {dispute.apart}" if dispute.apart else lead
    told = [*shown, *(claim for claim in dispute.claims if claim.id not in named)]
    return Card(
        f"clash-{at}",
        dispute.label,
        lead,
        worst.severity,
        None,
        dispute.findings,
        _figures(told, tones),
        quotes,
        more,
        links=_links(lookup, dispute.topic, shown),
    )


def _links(lookup: Lookup, topic: Topic | None, shown: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    """Return the links that put a topic's figures together, those of the two quoted sides first: the pair, and its reasons."""
    names = {claim.id for claim in shown}
    links = sorted(topic.evidence, key=lambda link: names.isdisjoint(link.claims)) if topic else []
    return tuple(
        (" and ".join(map(str, lookup.statements(link.claims))), ", ".join(map(reason, link.evidence)))
        for link in links[:_LINKS]
    )


def _line_card(lookup: Lookup, at: int, line: Line, draft: Claim) -> Card:
    """Return the card of one row of the ledger: the draft's sentence beside its best source's, and the other sources'."""
    entry = next((e for e in lookup.report.ledger if e.subject == draft.id), None)
    named = [support.claim for support in entry.support] if entry else []
    sources = [lookup.claims[name] for name in dict.fromkeys(named) if name in lookup.claims]
    return Card(
        f"figure-{at}",
        label_of(draft),
        "",
        line.findings[0].severity if line.findings else "",
        line.state or "not checked",
        line.findings,
        _figures([draft, *sources], {way(claim): "low" for claim in sources[:1]}) if sources else (),
        tuple(_quote(lookup, claim, "high" if claim.role == "draft" else "low") for claim in (draft, *sources[:1])),
        tuple(_quote(lookup, claim, "") for claim in sources[1:]),
        line.how,
    )


def _figures(claims: Sequence[Claim], tones: dict[object, str]) -> tuple[Figure, ...]:
    """Return the charts of these claims, one bar for each way in which an article puts the figure, the lowest first."""
    once = {(claim.document, way(claim)): claim for claim in reversed(claims)}
    ordered = sorted(once.values(), key=_height)
    return tuple(
        Figure(
            _unit(drawn.unit),
            drawn.log,
            tuple((tick, chart.short(tick.value)) for tick in drawn.ticks),
            tuple(_row(bar, tones.get(way(bar.claim), "")) for bar in drawn.bars),
        )
        for drawn in chart.charts(ordered)
        if any(not bar.empty for bar in drawn.bars)
    )


def _row(bar: chart.Bar, tone: str) -> Row:
    claim = bar.claim
    reads = "no number is given" if bar.empty else _reads(claim)
    return Row(bar, tidy(claim.outlet), tidy(claim.text), reads, "draft" if claim.role == "draft" else tone)


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
    before, _, rest = sentence(claim).partition(MARKED[0])
    figure, _, behind = rest.partition(MARKED[1])
    url = link(lookup.documents[claim.document].url)
    place = lookup.place(claim.document, claim.start)
    return Quote(before, figure, behind, tidy(claim.outlet), place, url, _reads(claim), tone)


def _place(lookup: Lookup, line: Line) -> str:
    return lookup.place(line.document, line.start)


def _loose(spoken: Iterable[Finding], shown: Sequence[Dispute] | Sequence[Line]) -> list[Finding]:
    """Return the findings that no card shows."""
    known = {id(finding) for group in shown for finding in group.findings}
    return [finding for finding in spoken if id(finding) not in known]


def _matrix(lookup: Lookup, disputes: Sequence[Dispute], cards: dict[str, str]) -> list[MatrixRow]:
    """Return a row for each topic that two articles tell, those in dispute first, with a cell for each article."""
    by_topic = {dispute.topic.id: dispute for dispute in disputes if dispute.topic is not None}
    told = sorted(told_twice(lookup.report), key=lambda topic: list(by_topic).index(topic.id) if topic.id in by_topic else 999)
    rows = []
    for topic in told:
        dispute = by_topic.get(topic.id)
        sides = [lookup.claims[name] for name in dispute.findings[0].claims[:2]] if dispute else []
        tones = {way(claim): tone for claim, tone in zip(sides, ("low", "high"), strict=False)}
        verdict = dispute.findings[0].severity if dispute else "" if topic.firm else "not judged"
        cells = []
        for document in lookup.report.documents:
            own = [name for name in topic.claims if lookup.claims[name].document == document.path]
            cells.append(Cell(tuple((put.words, tones.get(way(put.claim), "")) for put in lookup.statements(own))))
        rows.append(MatrixRow(tidy(topic.label), cards.get(topic.id), verdict, tuple(cells)))
    return rows


def _outlets(report: Report) -> list[tuple[str, list[str]]]:
    """Return for each outlet the cells of its row: how often and how far it is away from the reference, and what came first."""
    return [
        (
            tidy(count.outlet),
            [
                *map(str, (count.figures, count.larger, count.smaller)),
                "" if count.farthest is None else f"{times(count.farthest)}x",
                *map(str, (count.hedges_dropped, count.precision_added, count.first)),
            ],
        )
        for count in report.outlets()
    ]


def _pair(lookup: Lookup, pair: Pair) -> tuple[str, str, tuple[Statement, ...]]:
    claims = [lookup.claims[name] for name in pair.claims]
    return label_of(claims[0]), tidy((pair.differs_in or "").replace("_", " ")), lookup.statements(pair.claims)


def _surveys(lookup: Lookup) -> list[tuple[str, list[tuple[list[str], Quote]]]]:
    """Return for each document of a survey its figures in words, each with its sentence."""
    return [
        (
            tidy(document.path),
            [
                (figure(lookup, claim), _quote(lookup, claim, ""))
                for claim in lookup.report.claims
                if claim.document == document.path
            ],
        )
        for document in lookup.report.documents
    ]


def _opening(page: str) -> str:
    """Return the paragraph that a rule's page opens with, which says what it finds and why, as plain text."""
    first = next((part for part in page.split("\n\n") if part.strip() and not part.startswith(("#", "<!--"))), "")
    return tidy(first.replace("`", ""))


def _asset(name: str) -> str:
    return (resources.files("numcheck.report") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return what a content security policy calls a style or script by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=shown,
    )
    environment.filters.update(quoted=quoted, finished=finished, tidy=tidy, count=count)
    return environment
