"""Which findings count, and which of them weighs more."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model.finding import SEVERITIES, Finding
from numcheck.model.report import Report

_LOUDNESS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def spoken(report: Report) -> list[Finding]:
    """Return the findings on figures, without those that are waived and those on the run itself."""
    return [finding for finding in report.findings if finding.suppressed is None and finding.kind != "run"]


def on_the_run(report: Report) -> list[Finding]:
    """Return the findings on the run itself: what could not be checked."""
    return [finding for finding in report.findings if finding.suppressed is None and finding.kind == "run"]


def weight(finding: Finding) -> tuple[int, bool]:
    """Return what findings are put in order by: the gravest first, and of them the gross."""
    return _LOUDNESS[finding.severity], not finding.gross


def loudest(findings: Sequence[Finding]) -> int:
    """Return the rank of the gravest finding, from 0 for an error; behind the last where there is none."""
    return min((_LOUDNESS[finding.severity] for finding in findings), default=len(_LOUDNESS))
