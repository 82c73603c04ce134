"""The report in reviewdog's diagnostic format: one result with a diagnostic a finding."""

from __future__ import annotations

from typing import Any

from numcheck.model.report import Report, View
from numcheck.report.lookup import Lookup
from numcheck.report.places import Located, Region, located, main_document, named, of, path, told
from numcheck.report.printable import as_json

NAME = "rdjson"

SOURCE = {"name": "numcheck"}
_LEVELS = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, view: View) -> str:
    """Return the findings that are not waived; the view changes nothing."""
    return as_json({"source": SOURCE, "diagnostics": diagnostics(report)})


def diagnostics(report: Report) -> list[dict[str, Any]]:
    """Return a diagnostic a finding, the gravest first."""
    lookup = Lookup(report)
    main = main_document(report)
    return [_diagnostic(lookup, one, path(main) if main else ".") for one in located(lookup)]


def _diagnostic(lookup: Lookup, one: Located, main: str) -> dict[str, Any]:
    finding = one.finding
    found = {
        "message": told(finding),
        "location": _location(one.region) if one.region else {"path": main},
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.rule},
    }
    related = [{"message": named(claim), "location": _location(of(lookup, claim))} for claim in one.others]
    return {**found, "related_locations": related} if related else found


def _location(region: Region) -> dict[str, Any]:
    # Columns are left out: the format counts them in bytes of UTF-8, a report knows characters.
    if region.spot:
        return {"path": region.path}
    return {"path": region.path, "range": {"start": {"line": region.line}, "end": {"line": region.end_line}}}
