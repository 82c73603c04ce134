"""The report for programs: the JSON of schema.json, one document, UTF-8, keys in a stable order."""

from __future__ import annotations

import json

from numcheck.model.report import Report, View
from numcheck.report.printable import escaped

NAME = "json"


def render(report: Report, view: View) -> str:
    """Return the whole report as JSON; the view changes nothing of it."""
    return escaped(json.dumps(report.to_dict(), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"
