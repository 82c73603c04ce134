"""The nouns as plain values, as the JSON report and its rows have them: int, float, str, list and dict, nothing else.

It stands beside the nouns and not in report/, for `to_dict` is asked of them by programs that lay out nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numcheck.model.claim import Claim
    from numcheck.model.decision import Decision
    from numcheck.model.finding import Check, Entry, Explanation, Finding
    from numcheck.model.report import Document, Noted, Report
    from numcheck.model.revision import Revision
    from numcheck.model.story import Evidence, Pair, Topic

SCHEMA_VERSION = "1.0"
Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]

COLUMNS = (
    "id", "document", "outlet", "role", "published", "line", "column", "place", "start", "end", "text",
    "low", "high", "low_open", "high_open", "hedge", "side", "direction", "unit", "dimension", "size",
    "counted", "measure", "what", "speaker", "modality", "as_of", "section", "topic", "label", "state", "rules", "sentence",
)  # fmt: skip
"""The columns of a row, in order. `place` is line and column, or a page or paragraph; `size` is in the base unit."""


def of_report(report: Report) -> dict[str, Value]:
    """Return a report as the JSON report has it: no Decimal, no infinity, keys in a stable order."""
    by_claim = {entry.subject: entry for entry in report.ledger}
    by_mark = {entry.mark: entry for entry in report.ledger}
    papers = {document.path: document for document in report.documents}
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "numcheck", "version": report.version},
        "settings": dict(report.settings),
        "documents": list(map(_document, report.documents)),
        "claims": [_claim(claim, papers[claim.document], by_claim.get(claim.id)) for claim in report.claims],
        "marks": [_mark(noted, papers[noted.document], by_mark.get(at)) for at, noted in enumerate(report.marks)],
        "topics": list(map(_topic, report.topics)),
        "rivals": [_pair(pair, rival=True) for pair in report.rivals],
        "possible": list(map(_pair, report.possible)),
        "to_check": list(map(_check, report.to_check)),
        "decisions": list(map(_decision, report.decisions)),
        "stale_decisions": list(map(_decision, report.stale)),
        "findings": list(map(_finding, report.findings)),
        "coverage": asdict(report.coverage()),
        "job": report.job,
        "unread": [_noted(noted, papers[noted.document]) for noted in report.unread],
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in report.skipped],
        "outlets": list(map(asdict, report.outlets())),
    }


def rows(report: Report) -> list[dict[str, Value]]:
    """Return one flat row a figure: its place, what it says, its topic and the rules that spoke of it."""
    documents = {document.path: document for document in report.documents}
    topics = {claim: topic for topic in report.topics for claim in topic.claims}
    entries = {entry.subject: entry for entry in report.ledger}
    rules: dict[str, list[str]] = {}
    for finding in report.findings:
        for claim_id in finding.claims:
            rules.setdefault(claim_id, []).append(finding.rule)
    return [
        _row(claim, documents[claim.document], topics.get(claim.id), entries.get(claim.id), rules.get(claim.id, ()))
        for claim in report.claims
    ]


def of_revision(revision: Revision) -> dict[str, Value]:
    """Return a revision: each change with both figures."""
    return {
        "schema_version": SCHEMA_VERSION,
        "old": revision.old.path,
        "new": revision.new.path,
        "changes": [
            {
                "kind": change.kind,
                "what": change.claim.what,
                "old": of_claim(change.old) if change.old else None,
                "new": of_claim(change.new) if change.new else None,
            }
            for change in revision.changes
        ],
        "unchanged": revision.unchanged,
    }


def of_claim(claim: Claim) -> dict[str, Value]:
    """Return a claim by itself, at its places in the text."""
    q = claim.quantity
    return {
        **_picked(claim, "id document role start end text"),
        "low": number(q.stated.low),
        "high": number(q.stated.high),
        **_picked(q.stated, "low_open high_open"),
        **_picked(q, "hedge side direction unit dimension"),
        **_picked(claim, "counted measure what"),
        "scope": _picked(claim.scope, "subset_of place window base"),
        **_picked(claim, "speaker modality as_of superseded_by section sentence sentence_start"),
        "state": None,
        "support": [],
        "trail": list(claim.trail),
    }


def _picked(noun: object, names: str) -> dict[str, Value]:
    """Return these fields of a noun, which are plain already."""
    return {name: getattr(noun, name) for name in names.split()}


def number(value: Decimal | None) -> int | float | None:
    """Return a Decimal as the int or float that JSON knows."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _document(document: Document) -> Value:
    places: list[Value] = [{"start": spot.start, "name": spot.name} for spot in document.spots]
    return {**_picked(document, "id path outlet role published characters title url"), "places": places}


def _claim(claim: Claim, document: Document, entry: Entry | None) -> Value:
    values = of_claim(claim) | _span(document, claim.start, claim.end)
    values["sentence_start"] = document.span(claim.sentence_start, claim.sentence_start + 1)[0]
    if entry is not None:
        values["state"] = entry.state
        values["support"] = list(map(asdict, entry.support))
    return values


def _span(document: Document, start: int, end: int) -> dict[str, Value]:
    first, last = document.span(start, end)
    return {"start": first, "end": last}


def _noted(noted: Noted, document: Document) -> dict[str, Value]:
    item = noted.item
    return {**_picked(noted, "document role"), **_span(document, item.start, item.end), **_picked(item, "text reason")}


def _mark(noted: Noted, document: Document, entry: Entry | None) -> Value:
    values = _noted(noted, document)
    values["value"] = noted.value
    values["state"] = entry.state if entry else None
    values["support"] = list(map(asdict, entry.support)) if entry else []
    return values


def _topic(topic: Topic) -> Value:
    return {
        **_picked(topic, "id label unit"),
        "claims": list(topic.claims),
        "confidence": _rounded(topic.confidence),
        "evidence": list(map(_pair, topic.evidence)),
    }


def _pair(pair: Pair, *, rival: bool = False) -> Value:
    values: dict[str, Value] = {"claims": list(pair.claims)}
    if rival:
        values["differs_in"] = pair.differs_in
    values["confidence"] = _rounded(pair.confidence)
    values["evidence"] = _evidence(pair.evidence)
    return values


def _check(check: Check) -> Value:
    return {
        "claims": list(check.claims),
        "kind": check.kind,
        "probability": _rounded(check.probability),
        "explains": _explains(check.explains),
        "evidence": _evidence(check.evidence),
        "fingerprint": check.fingerprint,
    }


def _decision(decision: Decision) -> Value:
    return {"fingerprint": decision.pair, **_picked(decision, "same by why")}


def _explains(told: Iterable[Explanation]) -> Value:
    return [{"slot": e.slot, "text": e.text, "claims": list(e.claims)} for e in told]


def _evidence(evidence: Iterable[Evidence]) -> Value:
    return [{"feature": e.feature, "level": e.level, "weight": _rounded(e.weight)} for e in evidence]


def _finding(finding: Finding) -> Value:
    return {
        **_picked(finding, "rule kind severity"),
        "confidence": _rounded(finding.confidence),
        **_picked(finding, "gross topic"),
        "claims": list(finding.claims),
        "ratio": _rounded(finding.ratio),
        **_picked(finding, "message help fingerprint suppressed suppressed_by content_fingerprint"),
        "at": asdict(finding.at) if finding.at else None,
        "against": asdict(finding.against) if finding.against else None,
        **_picked(finding, "moved direction"),
        "probability": _rounded(finding.probability),
        "explains": _explains(finding.explains),
    }


def _rounded(number: float | None) -> float | None:
    """Round to four places, so that the last bits of a sum never show; what is not finite has no number in JSON."""
    return None if number is None or not math.isfinite(number) else round(number, 4)


def _row(claim: Claim, document: Document, topic: Topic | None, entry: Entry | None, rules: Iterable[str]) -> dict[str, Value]:
    line, column = document.place(claim.start)
    spot = document.spot(claim.start)
    known = {
        **of_claim(claim),
        **_span(document, claim.start, claim.end),
        "outlet": claim.outlet,
        "published": document.published,
        "line": None if spot else line,
        "column": None if spot else column,
        "place": spot or f"{line}:{column}",
        "size": number(claim.quantity.size),
        "topic": topic.id if topic else None,
        "label": topic.label if topic else None,
        "state": entry.state if entry else None,
        "rules": " ".join(dict.fromkeys(rules)) or None,
    }
    return {name: known[name] for name in COLUMNS}
