"""The gate's ledger: a row for each figure of a draft, in the order of the text, and what the gate comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.model.claim import Claim
from numcheck.model.finding import SEVERITIES, Entry, Finding, State, Support
from numcheck.model.frozen import frozen
from numcheck.model.report import Noted, Report
from numcheck.report.coverage import shortfall
from numcheck.report.figures import Passage, numeral, passage
from numcheck.report.findings import spoken, weight
from numcheck.report.lookup import Lookup, Statement
from numcheck.report.printable import count, quoted, tidy

STATES: tuple[State, ...] = ("supported", "contradicted", "unsupported")


@frozen
class Line:
    """One row of the gate's ledger: a figure or mark of a draft, its state, what the sources say, and the rules that spoke."""

    state: State | None
    words: str
    document: str
    start: int
    source: Statement | None
    how: str
    findings: tuple[Finding, ...]
    subject: Claim | Noted
    passage: Claim | Passage

    @property
    def fine(self) -> bool:
        """True for what a reader in a hurry may pass over: supported, and no rule speaks of it."""
        return self.state == "supported" and not self.findings


def ledger(lookup: Lookup) -> list[Line]:
    """Return a line for each figure of a draft, and each of its marks that was checked, in the order of the text."""
    of_claim: dict[str, list[Finding]] = {}
    for finding in spoken(lookup.report):
        for name in finding.claims:
            of_claim.setdefault(name, []).append(finding)
    order = {document.path: at for at, document in enumerate(lookup.report.documents)}
    lines = [
        _line(lookup, lookup.entries.get(claim.id), claim, sorted(of_claim.get(claim.id, ()), key=weight))
        for claim in lookup.report.claims
        if claim.role == "draft"
    ]
    lines += _checked_marks(lookup)
    return sorted(lines, key=lambda line: (order[line.document], line.start))


def _checked_marks(lookup: Lookup) -> Iterator[Line]:
    """Yield a line for each mark of a draft that was checked."""
    of_place = {(f.at.document, f.at.start): f for f in spoken(lookup.report) if f.at is not None}
    for entry in lookup.report.ledger:
        if entry.mark is not None:
            noted = lookup.report.marks[entry.mark]
            found = of_place.get((noted.document, noted.item.start))
            yield _line(lookup, entry, noted, () if found is None else (found,))


def support(lookup: Lookup, claim: Claim) -> tuple[Support, ...]:
    """Return the sources' figures that the ledger names beside a draft's, the best first."""
    entry = lookup.entries.get(claim.id)
    return entry.support if entry else ()


def mark_why(lookup: Lookup, noted: Noted) -> str:
    """Return how a draft's mark was read, and what the sources have in its place."""
    marks = lookup.report.marks
    kind, value = numeral(lookup, noted)[-2:]
    near = next((e.nearest for e in lookup.report.ledger if e.mark is not None and marks[e.mark] is noted), None)
    if near is None:
        return f"read as {kind} {value}"
    other = marks[near]
    return f"read as {kind} {value}; the nearest is {quoted(other.item.text)}, {lookup.place(other.document, other.item.start)}"


def _line(lookup: Lookup, entry: Entry | None, subject: Claim | Noted, findings: Sequence[Finding]) -> Line:
    item = subject.item if isinstance(subject, Noted) else subject
    best = entry.support[0] if entry and entry.support else None
    source = lookup.claims.get(best.claim) if best else None
    how = (best.derivation or best.relation) if best else _nearest(lookup, entry)
    return Line(
        entry.state if entry else None,
        tidy(item.text),
        subject.document,
        item.start,
        lookup.statement([source]) if source else None,
        tidy(how),
        tuple(findings),
        subject,
        passage(lookup, subject) if isinstance(subject, Noted) else subject,
    )


def _nearest(lookup: Lookup, entry: Entry | None) -> str:
    """Return what the sources have in the place of a mark, where they do not have it."""
    if entry is None or entry.nearest is None:
        return ""
    return f"nearest {quoted(lookup.report.marks[entry.nearest].item.text)}"


def verdict(report: Report) -> str:
    """Return in a line what a gate comes to, and first what keeps that from saying that all is well."""
    return ". ".join(filter(None, ("; ".join(shortfall(report)), _tally(report))))


def _tally(report: Report) -> str:
    """Return how many of the drafts' numerals, all of them, are in which state, and what rules say of them."""
    drafts = sum(document.role == "draft" for document in report.documents)
    states = Lookup(report).states()
    if not states:
        return f"No figure was found in the draft{'s' if drafts > 1 else ''}"
    told = [f"{count(len(states), 'figure')}: {_counted(states)}"]
    marks = [noted for noted in report.marks if noted.role == "draft"]
    if marks:
        checked = [entry.state for entry in report.ledger if entry.mark is not None]
        found = _counted([*checked, *[None] * (len(marks) - len(checked))])
        told.append(f"{count(len(marks), 'date or other numeral', 'dates and other numerals')}: {found}")
    unread = sum(noted.role == "draft" for noted in report.unread)
    if unread:
        told.append(f"{unread} not understood")
    return "; ".join([*told, *_spoken(report)])


def _counted(states: Sequence[State | None]) -> str:
    """Return how many are in each state that some are in; how many are supported is always told."""
    told = [(states.count(state), state or "not checked") for state in (*STATES, None)]
    return ", ".join(f"{amount} {words}" for amount, words in told if amount or words == "supported")


def _spoken(report: Report) -> list[str]:
    """Return what rules say beside the states, as a count; with a baseline it is what is new."""
    grave = [finding.severity for finding in spoken(report)]
    said = ", ".join(count(grave.count(name), name) for name in SEVERITIES if name in grave)
    if report.settings.get("baseline"):
        return [f"new since the baseline: {said or 'nothing'}"]
    return [said] if said else []
