"""The report as GitHub workflow commands: an annotation on the figure of each finding, and the coverage line."""

from __future__ import annotations

from numcheck.model.claim import Claim
from numcheck.model.finding import SEVERITIES, Finding
from numcheck.model.report import Report, View
from numcheck.report import words
from numcheck.report.words import Index

NAME = "github"

MOST = 10
"""Annotations of one level that GitHub shows of a step."""
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, view: View) -> str:
    """Return one command a finding, the gross ones of a level first, no more than GitHub shows; the view changes nothing."""
    index = Index(report)
    findings = [finding for finding in report.findings if finding.suppressed is None]
    lines: list[str] = []
    for severity in SEVERITIES:
        level = sorted((f for f in findings if f.severity == severity), key=lambda finding: not finding.gross)
        lines += [_command(index, finding) for finding in level[:MOST]]
        if len(level) > MOST:
            left = words.count(len(level) - MOST, f"more {severity}")
            lines.append(f"numcheck: {left} not shown here, for GitHub shows {MOST} of a kind")
    lines += [f"numcheck: {gap}" for gap in words.gaps(index)]
    return "\n".join([*lines, f"numcheck: {words.coverage(report)}"]) + "\n"


def _command(index: Index, finding: Finding) -> str:
    place = _place(index, finding)
    title = f"{finding.rule}{' (gross)' if finding.gross else ''}"
    properties = ",".join(f"{key}={_escaped(str(value), more=',:')}" for key, value in {**place, "title": title}.items())
    told = "\n".join(part for part in (words.tidy(finding.message), words.tidy(finding.help)) if part)
    return f"::{_LEVELS[finding.severity]} {properties}::{_escaped(told)}"


def _place(index: Index, finding: Finding) -> dict[str, str | int]:
    """Return the place of the figure a finding is about: the draft's, else the second side, else the only one."""
    claims = [index.claims[name] for name in finding.claims]
    drafted = [claim for claim in claims if claim.role == "draft"]
    chosen: list[Claim] = drafted or claims[1:2] or claims
    if not chosen:
        return {}
    claim = chosen[0]
    document = index.documents[claim.document]
    line, column = document.place(claim.start)
    end_line, end_column = document.place(claim.end)
    place: dict[str, str | int] = {
        "file": claim.document,
        "line": line,
        "col": column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    if line != end_line:
        # GitHub takes columns only where both ends stand in one line.
        del place["col"], place["endColumn"]
    return place


def _escaped(text: str, more: str = "") -> str:
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
