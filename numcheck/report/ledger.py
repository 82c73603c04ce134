"""The gate's ledger: a row for each figure of a draft, the worst first, and what the gate comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from numcheck.model.claim import Claim
from numcheck.model.finding import SEVERITIES, Entry, Finding, State, Support
from numcheck.model.report import Noted, Report
from numcheck.report.figures import numeral
from numcheck.report.findings import loudest, spoken, weight
from numcheck.report.lookup import Lookup, Statement, statement_of
from numcheck.report.printable import count, quoted, tidy

_NAMED = 3
"""So many files that could not be read are named in the first line."""
_STATES: Mapping[State | None, int] = {"contradicted": 0, "unsupported": 1, None: 2, "supported": 3}


@dataclass(frozen=True, slots=True)
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


def ledger(lookup: Lookup) -> list[Line]:
    """Return a line for each figure of a draft, and each of its marks that was checked, the worst first."""
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
    return sorted(lines, key=lambda line: (_STATES[line.state], loudest(line.findings), order[line.document], line.start))


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
    how = (best.derivation or best.relation) if best else subject.item.reason if isinstance(subject, Noted) else ""
    return Line(
        entry.state if entry else None,
        tidy(item.text),
        subject.document,
        item.start,
        statement_of([source]) if source else None,
        tidy(how),
        tuple(findings),
        subject,
    )


def verdict(report: Report) -> str:
    """Return in a line what a gate comes to, and first what keeps that from saying that all is well."""
    short, told = shortfall(report), _verdict(report)
    return f"{'; '.join(short)}. {told}" if short else told


def shortfall(report: Report) -> list[str]:
    """Return why a report says less than it seems to: files that could not be read, no figure checked, all findings waived."""
    if report.job != "gate":
        return _unread(report)
    checked = any(entry.mark is None and entry.state is not None for entry in report.ledger)
    told = [*_unread(report), "" if checked else "NOTHING CHECKED: no figure of the draft was held against a source"]
    return [part for part in (*told, "ALL WAIVED: each finding has a waiver" if _all_waived(report) else "") if part]


def _unread(report: Report) -> list[str]:
    failed = [PurePath(skipped.path).name for skipped in report.skipped if skipped.failed]
    more = " and more" if len(failed) > _NAMED else ""
    return [f"NOT READ: {tidy(', '.join(failed[:_NAMED]))}{more}"] if failed else []


def _all_waived(report: Report) -> bool:
    """Tell whether there are findings and none counts, those on unchanged lines aside."""
    found = [finding for finding in report.findings if finding.kind != "run" and finding.suppressed_by != "unchanged"]
    return bool(found) and all(finding.suppressed is not None for finding in found)


def _verdict(report: Report) -> str:
    """Return what the figures of the drafts come to; what was not checked is never called fine."""
    drafted = [claim.id for claim in report.claims if claim.role == "draft"]
    states = {entry.subject: entry.state for entry in report.ledger}
    told = [states.get(name) for name in drafted]
    bad, good = sum(state in ("contradicted", "unsupported") for state in told), told.count("supported")
    figures = count(len(drafted), "figure")
    draft = "drafts" if sum(document.role == "draft" for document in report.documents) > 1 else "draft"
    if not drafted:
        return f"No figure was found in the {draft}"
    if bad == len(drafted) == 1:
        return f"The one figure of the {draft} is not supported by the sources"
    if bad:
        return f"{bad} of {figures} in the {draft} {'is' if bad == 1 else 'are'} not supported by the sources"
    grave = [finding.severity for finding in spoken(report)]
    also = " and ".join(count(grave.count(name), name) for name in SEVERITIES[:2] if name in grave)
    but = f", with {also}" if also else ""
    if good < len(drafted):
        return f"{good} of {figures} in the {draft} supported, {len(drafted) - good} not checked{but}"
    return f"{f'The one figure of the {draft} is' if good == 1 else f'All {figures} of the {draft} are'} supported{but}"
