"""A report's claims, topics and documents, looked up while it is put into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from numcheck.model.claim import Claim
from numcheck.model.finding import State
from numcheck.model.frozen import frozen
from numcheck.model.report import Document, Report
from numcheck.report.printable import quoted, tidy


@frozen
class Statement:
    """One way to put a figure: the words, the outlets that put it so, and the first of their claims."""

    words: str
    outlets: tuple[str, ...]
    claim: Claim

    def __str__(self) -> str:
        return f"{quoted(self.words)} ({', '.join(self.outlets)})"


class Lookup:
    """A report's claims, topics and documents by id, looked up while it is put into words."""

    __slots__ = ("_outlets", "claims", "documents", "entries", "report", "topics")

    def __init__(self, report: Report) -> None:
        self.report = report
        self.claims = {claim.id: claim for claim in report.claims}
        self.topics = {topic.id: topic for topic in report.topics}
        self.documents = {document.path: document for document in report.documents}
        self._outlets = dict(_shown(report.documents))
        self.entries = {entry.subject: entry for entry in report.ledger if entry.subject is not None}

    def told(self, names: Iterable[str]) -> list[Claim]:
        """Return the claims of these ids."""
        return [self.claims[name] for name in names]

    def states(self) -> list[State | None]:
        """Return the state of each figure of the drafts; None for one that was not checked."""
        drafted = (self.entries.get(claim.id) for claim in self.report.claims if claim.role == "draft")
        return [entry.state if entry else None for entry in drafted]

    def place(self, document: str, offset: int) -> str:
        """Return `path:line` of a character, or "path, page 3"."""
        spot = self.documents[document].spot(offset)
        return f"{tidy(document)}, {spot}" if spot else f"{tidy(document)}:{self.documents[document].place(offset)[0]}"

    def spot(self, document: str, offset: int) -> str:
        """Return `path:line:column` of a character, or "path, page 3"."""
        paper = self.documents[document]
        line, column = paper.place(offset)
        return self.place(document, offset) if paper.spot(offset) else f"{tidy(document)}:{line}:{column}"

    def line(self, document: str, offset: int) -> str:
        """Return the line of a character, from 1, or "page 3"."""
        paper = self.documents[document]
        return paper.spot(offset) or str(paper.place(offset)[0])

    def within(self, document: str, offset: int) -> str:
        """Return "line 12" or "page 3" of a character."""
        return self.documents[document].spot(offset) or f"line {self.line(document, offset)}"

    def statements(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """Return the different ways in which these claims put a figure, each with all its outlets, in the claims' order."""
        ways: dict[object, list[Claim]] = {}
        for name in ids:
            ways.setdefault(way(self.claims[name]), []).append(self.claims[name])
        return tuple(map(self.statement, ways.values()))

    def statement(self, claims: Sequence[Claim]) -> Statement:
        """Return the one statement of claims that put a figure in the same way."""
        return Statement(tidy(claims[0].text), tuple(dict.fromkeys(map(self.outlet, claims))), claims[0])

    def outlet(self, claim: Claim) -> str:
        """Return the outlet of a claim as it is shown."""
        return self.teller(claim.document)

    def teller(self, document: str) -> str:
        """Return who tells a document as it is shown: with the article's day, else its file, where an outlet has several.

        A draft tells its figures itself, whoever is to print it.
        """
        return self._outlets[document]


def way(claim: Claim) -> object:
    """Return what two claims share that say the same: bounds, hedge and unit, or the words where there are no bounds."""
    q = claim.quantity
    return (claim.text.casefold(),) if q.stated.is_unbounded else (q.stated, q.hedge, q.unit)


def _shown(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Yield the path of each document with its outlet, told apart from that outlet's other articles."""
    articles = Counter(document.outlet for document in documents if document.role != "draft")
    days = Counter((document.outlet, document.day) for document in documents)
    for document in documents:
        outlet = "the draft" if document.role == "draft" else tidy(document.outlet)
        day = document.day
        if document.role != "draft" and articles[document.outlet] > 1:
            outlet = f"{outlet} ({day if day and days[document.outlet, day] == 1 else tidy(PurePath(document.path).name)})"
        yield document.path, outlet
