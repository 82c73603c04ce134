"""Where a finding points in a file, for the formats that machines read."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model.claim import Claim
from numcheck.model.finding import SEVERITIES, Finding
from numcheck.model.frozen import frozen
from numcheck.model.report import Document, Report
from numcheck.report.lookup import Lookup
from numcheck.report.printable import finished, quoted, tidy


@frozen
class Region:
    """Characters of a file: lines and columns from 1, the end behind the last; `spot` ("page 3") where it has no lines."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    spot: str | None = None


@frozen
class Located:
    """A finding with the figure it points at (the draft's, else the second side, else the only one) and the others."""

    finding: Finding
    claim: Claim | None
    region: Region | None
    others: tuple[Claim, ...]


def located(lookup: Lookup, *, waived: bool = False) -> list[Located]:
    """Return the findings with their places, the gravest first and of them the gross; those that are waived on demand."""
    found = [f for f in lookup.report.findings if waived or f.suppressed is None]
    found.sort(key=lambda f: (SEVERITIES.index(f.severity), not f.gross))
    return [_located(lookup, finding) for finding in found]


def _located(lookup: Lookup, finding: Finding) -> Located:
    claims = [lookup.claims[name] for name in finding.claims]
    drafted = [claim for claim in claims if claim.role == "draft"]
    chosen: Sequence[Claim] = drafted or claims[1:2] or claims
    if not chosen:
        at = finding.at
        return Located(finding, None, region(lookup.documents[at.document], at.start, at.end) if at else None, ())
    claim = chosen[0]
    return Located(finding, claim, of(lookup, claim), tuple(other for other in claims if other is not claim))


def of(lookup: Lookup, claim: Claim) -> Region:
    """Return the place of a claim's figure."""
    return region(lookup.documents[claim.document], claim.start, claim.end)


def region(document: Document, start: int, end: int) -> Region:
    """Return the place of characters of a document's text in its file."""
    line, column = document.place(start)
    end_line, end_column = document.place(max(end - 1, start))
    return Region(path(document), line, column, end_line, end_column + 1, document.spot(start))


def path(document: Document) -> str:
    """Return a document's path from the root of the repository, without signs that a program would obey."""
    return tidy(document.uri or document.path)


def told(finding: Finding) -> str:
    """Return what a finding says and advises, in one line."""
    return f"{finished(finding.message)} {finished(finding.help)}".strip()


def named(claim: Claim) -> str:
    """Return the outlet of a figure and the figure as it stands there."""
    return f"{tidy(claim.outlet)}: {quoted(claim.text)}"


def main_document(report: Report) -> Document | None:
    """Return the document that findings without a place are told of: the first draft, else the first of all."""
    drafts = [document for document in report.documents if document.role == "draft"]
    return next(iter(drafts or report.documents), None)
