"""The report for programs: the JSON of schema.json, one document, UTF-8, keys in a stable order."""

from __future__ import annotations

from numcheck.model.report import Report, View
from numcheck.report.printable import as_json

NAME = "json"


def render(report: Report, view: View) -> str:
    """Return the whole report as JSON; the view changes nothing of it."""
    return as_json(report.to_dict())
