"""What a report shows and in which order, the same for every layout: heads, tables, lists, sentences and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.report import Noted, View
from numcheck.report.coverage import coverage, gaps, waived
from numcheck.report.disputes import NOTED, Dispute, disputes, headline, parted
from numcheck.report.distance import times
from numcheck.report.figures import figure, numeral
from numcheck.report.findings import on_the_run, spoken
from numcheck.report.ledger import Line, ledger, verdict
from numcheck.report.lookup import Lookup, Statement
from numcheck.report.printable import tidy
from numcheck.report.topics import agreements, told_once, told_twice, unsure


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over all that follows; `level` is 1 for what a report or a text comes to, 2 for a part of it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """A cell that says what a row is about."""

    text: str


@dataclass(frozen=True, slots=True)
class State:
    """A cell with the state of a draft's figure."""

    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """A cell with a draft's figure and where it stands: in full, and as briefly as the drafts allow."""

    words: str
    place: str
    brief: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A cell with what the rules say of a dispute, the worst first."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """A cell with the rules that speak of a draft's figure."""

    findings: tuple[Finding, ...]


Cell = str | Label | State | Statement | Written | Verdict | Rules


@dataclass(frozen=True, slots=True)
class Grid:
    """A table under its title."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A title and the lines under it."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """A dispute with its findings and all its sentences, under its number."""

    number: int
    dispute: Dispute


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence of a figure."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with the place it speaks of, the figures whose sentences are shown, and its advice where it is new."""

    finding: Finding
    place: str
    quoted: tuple[Claim, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings, one below the other."""

    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class End:
    """What ends every report: findings on the run, what was not checked or is waived, and the coverage."""

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    coverage: str


Block = Head | Grid | Listing | Quotes | Quote | Findings | End | str


def blocks(lookup: Lookup, view: View) -> list[Block]:
    """Return the blocks of a report by its job, without those that would be empty."""
    return [*_PAGES[lookup.report.job](lookup, view), end(lookup)]


def end(lookup: Lookup) -> End:
    """Return what ends every report."""
    report = lookup.report
    return End(tuple(on_the_run(report)), (*gaps(lookup), *waived(report)), coverage(report))


def _compare(lookup: Lookup, view: View) -> Iterator[Block]:
    found = disputes(lookup)
    disputed, noted = parted(found)
    alike, differently = agreements(lookup)
    yield Head(headline(lookup, found))
    yield from _disputes(lookup, disputed, 1, view)
    if noted:
        yield Head(NOTED, 2)
    yield from _disputes(lookup, noted, len(disputed) + 1, view)
    lists = [
        Listing("Agree", tuple(alike)),
        Listing("Put differently, and no rule speaks", tuple(differently)),
        Listing("Told by one article only", tuple(told_once(lookup)) if view.everything else ()),
        Listing("Possibly the same, not judged", tuple(unsure(lookup, everything=view.everything))),
    ]
    yield from (listing for listing in lists if listing.items)
    if view.outlets:
        yield outlets(lookup)
    if view.matrix and told_twice(lookup.report):
        yield _matrix(lookup)


def _disputes(lookup: Lookup, found: Sequence[Dispute], first: int, view: View) -> Iterator[Block]:
    """Yield the table of some disputes and, where they are asked for, their sentences, numbered from `first`."""
    if not found:
        return
    sides = ("reference", "another") if lookup.report.settings.get("reference") else ("lowest", "highest")
    yield Grid(("what is measured", *sides, "apart", "verdict"), tuple(map(_dispute, found)))
    if view.quotes:
        yield from (Quotes(at, dispute) for at, dispute in enumerate(found, first))


def _dispute(dispute: Dispute) -> tuple[Cell, ...]:
    low, high = (dispute.sides[at] if at < len(dispute.sides) else "" for at in (0, 1))
    return Label(dispute.label), low, high, dispute.apart, Verdict(dispute.findings)


def outlets(lookup: Lookup) -> Grid:
    """Return a row an outlet: how often it has more or less than the reference, how far, and what it told first."""
    heads = ("outlet", "figures", "larger", "smaller", "farthest", "hedges lost", "digits added", "first")
    rows = tuple(
        (
            tidy(count.outlet),
            *map(str, (count.figures, count.larger, count.smaller)),
            "" if count.farthest is None else f"{times(count.farthest)}x",
            *map(str, (count.hedges_dropped, count.precision_added, count.first)),
        )
        for count in lookup.report.outlets()
    )
    return Grid(heads, rows, "Who moves away from the reference")


def _matrix(lookup: Lookup) -> Grid:
    """Return a row a topic that two articles tell and a column an outlet: all ways in which it puts the figure."""
    outlets = list(dict.fromkeys(document.outlet for document in lookup.report.documents))
    rows = []
    for topic in told_twice(lookup.report):
        told: dict[str, list[str]] = {}
        for claim in (lookup.claims[i] for i in topic.claims):
            told.setdefault(claim.outlet, []).append(tidy(claim.text))
        rows.append((tidy(topic.label), *("; ".join(dict.fromkeys(told.get(outlet, ["-"]))) for outlet in outlets)))
    return Grid(("what is measured", *map(tidy, outlets)), tuple(rows), "What each outlet says")


def _gate(lookup: Lookup, view: View) -> Iterator[Block]:
    lines = ledger(lookup)
    several = sum(document.role == "draft" for document in lookup.report.documents) > 1
    yield Head(verdict(lookup.report))
    if lines:
        yield Grid(("state", "the draft", "best source", "how", "rule"), tuple(_row(lookup, line, several) for line in lines))
    told = tuple(_told(lookup, lines, view))
    if told:
        yield Findings(told)


def _row(lookup: Lookup, line: Line, several: bool) -> tuple[Cell, ...]:
    place = lookup.place(line.document, line.start)
    written = Written(line.words, place, place if several else lookup.within(line.document, line.start))
    return State(line.state or "not checked"), written, line.source or "", line.how, Rules(line.findings)


def _told(lookup: Lookup, lines: Sequence[Line], view: View) -> Iterator[Told]:
    """Yield the findings in the order of the ledger's rows, then those that no row shows; a rule's advice is told once."""
    advised: set[str] = set()
    for finding in dict.fromkeys([*(f for line in lines for f in line.findings), *spoken(lookup.report)]):
        claims = [lookup.claims[name] for name in finding.claims]
        drafted = next((claim for claim in claims if claim.role == "draft"), None)
        at = finding.at
        place = lookup.place(drafted.document, drafted.start) if drafted else lookup.place(at.document, at.start) if at else ""
        advice = "" if finding.help in advised else finding.help
        advised.add(finding.help)
        yield Told(finding, place, tuple(claims) if view.quotes else (), advice)


def _extract(lookup: Lookup, view: View) -> Iterator[Block]:
    report = lookup.report
    for document in report.documents:
        claims = [claim for claim in report.claims if claim.document == document.path]
        yield Head(tidy(document.path))
        yield _figures(lookup, claims, view) if claims else "No figure was found."
        if view.quotes:
            yield from map(Quote, claims)
        yield from _numerals("Numerals that are no figures", lookup, report.marks, document.path)
        yield from _numerals("Not understood", lookup, report.unread, document.path)


def _figures(lookup: Lookup, claims: Sequence[Claim], view: View) -> Grid:
    trail = [[", ".join(claim.trail)] if view.trail else [] for claim in claims]
    rows = tuple((*figure(lookup, claim), *read) for claim, read in zip(claims, trail, strict=True))
    return Grid(("line", "figure", "reads as", "of", *(["read by"] if view.trail else [])), rows)


def _numerals(title: str, lookup: Lookup, noted: Sequence[Noted], path: str) -> Iterator[Grid]:
    rows = tuple(tuple(numeral(lookup, one)) for one in noted if one.document == path)
    if rows:
        yield Grid(("line", "numeral", "why", "value"), rows, title)


_PAGES = {"compare": _compare, "gate": _gate, "extract": _extract}
