"""Which findings count, and which of them weighs more."""

from __future__ import annotations

from numcheck.model.finding import SEVERITIES, Finding
from numcheck.model.report import Report

_LOUDNESS = {severity: rank for rank, severity in enumerate(SEVERITIES)}

_WITHHELD = "clashes-withheld"
"""What a rule asks that counts the pairs too unsure to be judged."""


def spoken(report: Report) -> list[Finding]:
    """Return the findings on figures, without those that are waived and those on the run itself."""
    return [finding for finding in report.findings if finding.suppressed is None and finding.kind != "run"]


def on_the_run(report: Report) -> list[Finding]:
    """Return the findings on the run itself: what could not be checked.

    Where pairs to check are listed, the one that counts the pairs not judged would tell of them twice.
    """
    listed = {told.rule.name for told in report.rules if report.to_check and told.rule.asks(_WITHHELD)}
    run = [finding for finding in report.findings if finding.suppressed is None and finding.kind == "run"]
    return [finding for finding in run if finding.rule not in listed]


def weight(finding: Finding) -> tuple[int, bool]:
    """Return what findings are put in order by: the gravest first, and of them the gross."""
    return _LOUDNESS[finding.severity], not finding.gross
