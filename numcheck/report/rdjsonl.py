"""The report in reviewdog's diagnostic format, one diagnostic a line."""

from __future__ import annotations

from numcheck.model.report import Report, View
from numcheck.report.printable import as_json
from numcheck.report.rdjson import SOURCE, diagnostics

NAME = "rdjsonl"


def render(report: Report, view: View) -> str:
    """Return a line a finding that is not waived, an empty line where there is none; the view changes nothing."""
    return "".join(as_json({**one, "source": SOURCE}, line=True) for one in diagnostics(report)) or "\n"
