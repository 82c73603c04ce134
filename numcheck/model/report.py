"""The report: everything one run read, aligned and found, as plain values for people and programs."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Literal

from numcheck.model import VERSION
from numcheck.model.article import Role
from numcheck.model.claim import Claim, Value, plain
from numcheck.model.finding import Entry, Finding
from numcheck.model.moment import Moment
from numcheck.model.origin import Origin, Spot
from numcheck.model.outlets import OutletCount, count_outlets
from numcheck.model.reading import Mark, Unread
from numcheck.model.rule import Rule
from numcheck.model.story import Evidence, Pair, Topic

if TYPE_CHECKING:
    import pandas

SCHEMA_VERSION = "1.0"
Job = Literal["compare", "gate", "extract"]


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the report knows it; `line_starts` are the offsets at which the lines of its text begin.

    `origin` and `spots` are those of the article: how places in its text become places in its file.
    `url` is what the article says of itself and is not checked; `uri` is the path from the root of the repository.
    """

    id: str
    path: str
    outlet: str
    role: Role
    published: str | None
    characters: int
    line_starts: tuple[int, ...] = (0,)
    title: str | None = None
    url: str | None = None
    origin: Origin | None = None
    spots: tuple[Spot, ...] = ()
    uri: str = ""

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of the character at `offset`: in the file, or in the text of a PDF."""
        starts = self.origin.line_starts if self.origin else self.line_starts
        at = self.origin.at(offset) if self.origin else offset
        line = bisect_right(starts, at)
        return line, at - starts[line - 1] + 1

    def spot(self, offset: int) -> str | None:
        """Name the place in a file that has no lines, such as "page 3"; None where line and column say it."""
        if not self.spots:
            return None
        return self.spots[max(0, bisect_right(self.spots, offset, key=lambda s: s.start) - 1)].name

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the file's text between which the characters from `start` up to `end` stand."""
        return self.origin.span(start, end) if self.origin else (start, end)


@dataclass(frozen=True, slots=True)
class Noted:
    """A mark or an unread numeral with the document (its path) it stands in."""

    document: str
    role: Role
    item: Mark | Unread

    @property
    def value(self) -> str | None:
        """What the numeral stands for ("2024-05-16"); None for one that was not understood, or that has no value."""
        return self.item.value if isinstance(self.item, Mark) else None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rule that a finding is of, and the text of its page in Markdown, for reports that explain it."""

    rule: Rule
    page: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a run read and what it could not check.

    `numerals` are the figures, the marks and what was not understood; `aligned` the figures that another document tells
    too; `unverified` those that nothing was found to check against: told by one document alone, or, in the gate, figures
    of a draft that no source supports or contradicts.
    """

    documents: int
    numerals: int
    figures: int
    marks: int
    not_understood: int
    aligned: int
    unverified: int


@dataclass(frozen=True, slots=True)
class View:
    """What to show of a report: the width in columns (0 = no limit), colours, the sentences, and the topic to explain.

    For a gate, any `why` explains each verdict of the ledger. `everything` lists what is otherwise only counted; `trail` adds
    the rules that read each figure, `outlets` who inflates, `matrix` what each outlet says of each topic.
    """

    width: int = 100
    color: bool = False
    quotes: bool = False
    why: str | None = None
    trail: bool = False
    everything: bool = False
    outlets: bool = False
    matrix: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run. Order is stable: documents as given, claims by place, findings by importance."""

    job: Job
    settings: Mapping[str, Value] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    marks: tuple[Noted, ...] = ()
    unread: tuple[Noted, ...] = ()
    topics: tuple[Topic, ...] = ()
    rivals: tuple[Pair, ...] = ()
    possible: tuple[Pair, ...] = ()
    findings: tuple[Finding, ...] = ()
    ledger: tuple[Entry, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    version: str = VERSION
    rules: tuple[Spoken, ...] = ()

    def coverage(self) -> Coverage:
        """Count what was read, what stands beside another document's figure, and what could not be checked."""
        told = shared(self)
        figures, marks, unread = len(self.claims), len(self.marks), len(self.unread)
        aligned = sum(claim.id in told for claim in self.claims)
        states = {entry.subject: entry.state for entry in self.ledger}
        unverified = (
            sum(claim.role == "draft" and states.get(claim.id) not in ("supported", "contradicted") for claim in self.claims)
            if self.job == "gate"
            else figures - aligned
        )
        return Coverage(len(self.documents), figures + marks + unread, figures, marks, unread, aligned, unverified)

    def to_dict(self) -> dict[str, Value]:
        """Return the report in plain values, as the JSON report has it: no Decimal, no infinity, keys in a stable order."""
        by_claim = {entry.subject: entry for entry in self.ledger if entry.subject is not None}
        by_mark = {entry.mark: entry for entry in self.ledger if entry.mark is not None}
        papers = {document.path: document for document in self.documents}
        return {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "numcheck", "version": self.version},
            "settings": dict(self.settings),
            "documents": [_document(document) for document in self.documents],
            "claims": [_claim(claim, papers[claim.document], by_claim.get(claim.id)) for claim in self.claims],
            "marks": [_mark(noted, papers[noted.document], by_mark.get(at)) for at, noted in enumerate(self.marks)],
            "topics": [_topic(topic) for topic in self.topics],
            "rivals": [_pair(pair, rival=True) for pair in self.rivals],
            "possible": [_pair(pair) for pair in self.possible],
            "findings": [_finding(finding) for finding in self.findings],
            "coverage": asdict(self.coverage()),
            "job": self.job,
            "unread": [_noted(noted, papers[noted.document]) for noted in self.unread],
            "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in self.skipped],
            "outlets": [asdict(count) for count in self.outlets()],
        }

    def rows(self) -> list[dict[str, Value]]:
        """Return one flat row a figure, in plain values: its place, what it says, its topic and the rules that spoke of it."""
        documents = {document.path: document for document in self.documents}
        topics = {claim: topic for topic in self.topics for claim in topic.claims}
        entries = {entry.subject: entry for entry in self.ledger}
        rules: dict[str, list[str]] = {}
        for finding in self.findings:
            for claim_id in finding.claims:
                rules.setdefault(claim_id, []).append(finding.rule)
        return [
            _row(claim, documents[claim.document], topics.get(claim.id), entries.get(claim.id), rules.get(claim.id, ()))
            for claim in self.claims
        ]

    def outlets(self) -> tuple[OutletCount, ...]:
        """Return by outlet how often and how far it went from the reference, and what it told first."""
        known = {d.path: moment for d in self.documents if d.published and (moment := Moment.parse(d.published))}
        return count_outlets(self.claims, self.topics, self.findings, known)

    def to_frame(self, of: Literal["figures", "outlets"] = "figures") -> pandas.DataFrame:
        """Return a row a figure, or a row an outlet, as a pandas DataFrame with nullable columns, there without rows too."""
        import pandas

        if of == "outlets":
            names = [field.name for field in fields(OutletCount)]
            return pandas.DataFrame([asdict(count) for count in self.outlets()], columns=names).convert_dtypes()
        return pandas.DataFrame(self.rows(), columns=list(COLUMNS)).convert_dtypes()


COLUMNS = (
    "id", "document", "outlet", "role", "published", "line", "column", "place", "start", "end", "text",
    "low", "high", "low_open", "high_open", "hedge", "side", "direction", "unit", "dimension", "size",
    "counted", "measure", "what", "speaker", "modality", "as_of", "section", "topic", "label", "state", "rules", "sentence",
)  # fmt: skip
"""The columns of a row, in order. `place` is line and column, or a page or paragraph; `size` is in the base unit."""


def shared(report: Report) -> frozenset[str]:
    """Return the ids of the claims whose topic holds a claim of another document."""
    where = {claim.id: claim.document for claim in report.claims}
    told: set[str] = set()
    for topic in report.topics:
        if len({where[claim] for claim in topic.claims}) > 1:
            told.update(topic.claims)
    return frozenset(told)


def _document(document: Document) -> Value:
    return {
        "id": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "role": document.role,
        "published": document.published,
        "characters": document.characters,
        "title": document.title,
        "url": document.url,
        "places": [{"start": spot.start, "name": spot.name} for spot in document.spots],
    }


def _claim(claim: Claim, document: Document, entry: Entry | None) -> Value:
    values = claim.to_dict() | _span(document, claim.start, claim.end)
    values["sentence_start"] = document.span(claim.sentence_start, claim.sentence_start + 1)[0]
    if entry is not None:
        values["state"] = entry.state
        values["support"] = _support(entry)
    return values


def _support(entry: Entry) -> Value:
    return [{"claim": s.claim, "relation": s.relation, "derivation": s.derivation} for s in entry.support]


def _span(document: Document, start: int, end: int) -> dict[str, Value]:
    first, last = document.span(start, end)
    return {"start": first, "end": last}


def _noted(noted: Noted, document: Document) -> dict[str, Value]:
    item = noted.item
    return {
        "document": noted.document,
        "role": noted.role,
        **_span(document, item.start, item.end),
        "text": item.text,
        "reason": item.reason,
    }


def _mark(noted: Noted, document: Document, entry: Entry | None) -> Value:
    values = _noted(noted, document)
    values["value"] = noted.value
    values["state"] = entry.state if entry else None
    return values


def _topic(topic: Topic) -> Value:
    return {
        "id": topic.id,
        "label": topic.label,
        "unit": topic.unit,
        "claims": list(topic.claims),
        "confidence": _rounded(topic.confidence),
        "evidence": [_pair(link) for link in topic.evidence],
        "firm": topic.firm,
        "likely": list(topic.likely),
    }


def _pair(pair: Pair, *, rival: bool = False) -> Value:
    values: dict[str, Value] = {"claims": list(pair.claims)}
    if rival:
        values["differs_in"] = pair.differs_in
    values["confidence"] = _rounded(pair.confidence)
    values["evidence"] = _evidence(pair.evidence)
    return values


def _evidence(evidence: Iterable[Evidence]) -> Value:
    return [{"feature": e.feature, "level": e.level, "weight": _rounded(e.weight)} for e in evidence]


def _finding(finding: Finding) -> Value:
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "confidence": _rounded(finding.confidence),
        "gross": finding.gross,
        "topic": finding.topic,
        "claims": list(finding.claims),
        "ratio": _rounded(finding.ratio),
        "message": finding.message,
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "suppressed_by": finding.suppressed_by,
        "content_fingerprint": finding.content_fingerprint,
        "at": {"document": at.document, "start": at.start, "end": at.end} if (at := finding.at) else None,
        "moved": finding.moved,
        "direction": finding.direction,
    }


def _rounded(number: float | None) -> float | None:
    """Round to four places, so that the last bits of a sum never show; what is not finite has no number in JSON."""
    return None if number is None or not math.isfinite(number) else round(number, 4)


def _row(claim: Claim, document: Document, topic: Topic | None, entry: Entry | None, rules: Iterable[str]) -> dict[str, Value]:
    line, column = document.place(claim.start)
    spot = document.spot(claim.start)
    known = {
        **claim.to_dict(),
        **_span(document, claim.start, claim.end),
        "outlet": claim.outlet,
        "published": document.published,
        "line": None if spot else line,
        "column": None if spot else column,
        "place": spot or f"{line}:{column}",
        "size": plain(claim.quantity.size),
        "topic": topic.id if topic else None,
        "label": topic.label if topic else None,
        "state": entry.state if entry else None,
        "rules": " ".join(dict.fromkeys(rules)) or None,
    }
    return {name: known[name] for name in COLUMNS}
