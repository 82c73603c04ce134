"""The report: everything one run read, aligned and found, as plain values for people and programs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from numcheck.model import VERSION, frames, plain
from numcheck.model.article import Role
from numcheck.model.claim import Claim
from numcheck.model.decision import Decision
from numcheck.model.finding import Check, Entry, Finding
from numcheck.model.moment import Moment
from numcheck.model.origin import Origin, Spot
from numcheck.model.outlets import ADDED_DIGITS, OutletCount, count_outlets
from numcheck.model.plain import Value
from numcheck.model.reading import Mark, Unread
from numcheck.model.rule import Rule
from numcheck.model.story import Pair, Topic

if TYPE_CHECKING:
    import pandas

Job = Literal["compare", "gate", "extract"]


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the report knows it; `line_starts` are the offsets at which the lines of its text begin.

    `origin` and `spots` are those of the article: how places in its text become places in its file.
    `url` is what the article says of itself and is not checked; `uri` is the path from the root of the repository. `text` is
    that of a draft, what is not read blanked out, for a page that shows it; other articles are shown by their sentences alone.
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
    text: str = field(default="", repr=False)

    @property
    def day(self) -> str:
        """The day it was published, in ISO form; empty where none is known."""
        return (self.published or "")[: len("2031-03-03")]

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
    """A file that was not read, and why; `failed` where it was meant to be read and could not be."""

    path: str
    reason: str
    failed: bool = False


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
    the rules that read each figure, `outlets` who inflates, `matrix` what each outlet says of each topic; `quiet` leaves
    what is supported out of a ledger.
    """

    width: int = 100
    color: bool = False
    quotes: bool = False
    why: str | None = None
    trail: bool = False
    everything: bool = False
    outlets: bool = False
    matrix: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run. Order is stable: documents as given, claims by place, findings by importance.

    `decisions` are those that were applied, `stale` those on two of its texts in which a figure is no longer found.
    """

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
    to_check: tuple[Check, ...] = ()
    loosened: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    stale: tuple[Decision, ...] = ()

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
        """Return the report in plain values, as the JSON report has it."""
        return plain.of_report(self)

    def rows(self) -> list[dict[str, Value]]:
        """Return one flat row a figure, in plain values."""
        return plain.rows(self)

    def outlets(self) -> tuple[OutletCount, ...]:
        """Return by outlet how often and how far it went from the reference, and what it told first."""
        known = {d.path: moment for d in self.documents if d.published and (moment := Moment.parse(d.published))}
        precise = {spoken.rule.name for spoken in self.rules if spoken.rule.asks(ADDED_DIGITS)}
        return count_outlets(self.claims, self.topics, self.findings, known, precise)

    def to_frame(self, of: Literal["figures", "outlets"] = "figures") -> pandas.DataFrame:
        """Return a row a figure, or a row an outlet, as a pandas DataFrame with nullable columns, there without rows too."""
        return {"figures": frames.figures, "outlets": frames.outlets}[of](self)

    def findings_frame(self) -> pandas.DataFrame:
        """Return a row a finding, with the words of its two sides, as a pandas DataFrame."""
        return frames.findings(self)

    def ledger_frame(self) -> pandas.DataFrame:
        """Return a row for each figure of a draft, its state and the best source, as a pandas DataFrame."""
        return frames.ledger(self)

    def topics_frame(self) -> pandas.DataFrame:
        """Return a row a quantity, with who tells it and how, as a pandas DataFrame."""
        return frames.topics(self)

    def __repr__(self) -> str:
        held = ("documents", "claims", "topics", "findings", "ledger")
        return f"<Report of {self.job}: {', '.join(f'{len(getattr(self, name))} {name}' for name in held)}>"


def shared(report: Report) -> frozenset[str]:
    """Return the ids of the claims whose topic holds a claim of another document."""
    where = {claim.id: claim.document for claim in report.claims}
    told: set[str] = set()
    for topic in report.topics:
        if len({where[claim] for claim in topic.claims}) > 1:
            told.update(topic.claims)
    return frozenset(told)
