"""The report as GitHub workflow commands: an annotation on the figure of each finding, and the coverage line."""

from __future__ import annotations

from numcheck.model.finding import SEVERITIES
from numcheck.model.report import Report, View
from numcheck.report.coverage import coverage, gaps, waived
from numcheck.report.lookup import Lookup
from numcheck.report.places import Located, Region, located
from numcheck.report.printable import count, tidy

NAME = "github"

MOST = 10
"""Annotations of one level that GitHub shows of a step."""
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, view: View) -> str:
    """Return one command a finding, the gross ones of a level first, no more than GitHub shows; the view changes nothing."""
    lookup = Lookup(report)
    found = located(lookup)
    lines: list[str] = []
    for severity in SEVERITIES:
        level = [one for one in found if one.finding.severity == severity]
        lines += [_command(one) for one in level[:MOST]]
        if len(level) > MOST:
            left = count(len(level) - MOST, f"more {severity}")
            lines.append(f"numcheck: {left} not shown here, for GitHub shows {MOST} of a kind")
    lines += [f"numcheck: {line}" for line in (*gaps(lookup), *waived(report))]
    return "\n".join([*lines, f"numcheck: {coverage(report)}"]) + "\n"


def _command(one: Located) -> str:
    finding = one.finding
    title = f"{finding.rule}{' (gross)' if finding.gross else ''}"
    place = _place(one.region) if one.region else {}
    properties = ",".join(f"{key}={_escaped(str(value), more=',:')}" for key, value in {**place, "title": title}.items())
    told = "\n".join(part for part in (tidy(finding.message), tidy(finding.help)) if part)
    return f"::{_LEVELS[finding.severity]} {properties}::{_escaped(told)}"


def _place(region: Region) -> dict[str, str | int]:
    place: dict[str, str | int] = {
        "file": region.path,
        "line": region.line,
        "col": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }
    if region.line != region.end_line:
        # GitHub takes columns only where both ends stand in one line.
        del place["col"], place["endColumn"]
    return {"file": region.path} if region.spot else place


def _escaped(text: str, more: str = "") -> str:
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
