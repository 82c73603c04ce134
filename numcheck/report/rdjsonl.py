"""The report in reviewdog's diagnostic format, one diagnostic a line."""

from __future__ import annotations

import json

from numcheck.model.report import Report, View
from numcheck.report.rdjson import SOURCE, diagnostics

NAME = "rdjsonl"


def render(report: Report, view: View) -> str:
    """Return a line a finding that is not waived, an empty line where there is none; the view changes nothing."""
    return "".join(f"{json.dumps({**one, 'source': SOURCE}, ensure_ascii=False)}\n" for one in diagnostics(report)) or "\n"
