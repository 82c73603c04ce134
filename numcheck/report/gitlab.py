"""The report as GitLab's code quality report: a list of issues, each known by a fingerprint of its own."""

from __future__ import annotations

from collections import Counter
from typing import Any

from numcheck.model.finding import Finding
from numcheck.model.report import Report, View
from numcheck.report.lookup import Lookup
from numcheck.report.places import Located, located, main_document, path, told
from numcheck.report.printable import as_json, finished

NAME = "gitlab"

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def render(report: Report, view: View) -> str:
    """Return one issue a finding that is not waived; the view changes nothing."""
    seen: Counter[str] = Counter()
    issues = []
    for one in located(Lookup(report)):
        seen[one.finding.fingerprint] += 1
        issues.append(_issue(report, one, seen[one.finding.fingerprint]))
    return as_json(issues)


def _issue(report: Report, one: Located, nth: int) -> dict[str, Any]:
    finding, region, main = one.finding, one.region, main_document(report)
    location: dict[str, Any] = {"path": region.path if region else path(main) if main else "."}
    if region and not region.spot:
        location["positions"] = {
            "begin": {"line": region.line, "column": region.column},
            "end": {"line": region.end_line, "column": region.end_column},
        }
    location["lines"] = {"begin": region.line if region and not region.spot else 1}
    return {
        "description": told(finding),
        "check_name": finding.rule,
        # GitLab shows one issue a fingerprint: what is said twice must differ.
        "fingerprint": finding.fingerprint if nth == 1 else f"{finding.fingerprint}-{nth}",
        "severity": _severity(finding),
        "categories": ["Bug Risk"],
        "location": location,
        "content": {"body": finished(finding.help)},
    }


def _severity(finding: Finding) -> str:
    return "blocker" if finding.severity == "error" and finding.gross else _SEVERITIES[finding.severity]
