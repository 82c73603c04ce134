"""The JSON report as lines: first the run, then a line for each document, claim, mark, topic, pair and finding."""

from __future__ import annotations

from numcheck.model.report import Report, View
from numcheck.report.printable import as_json

NAME = "jsonl"

_LISTS = ("documents", "claims", "marks", "unread", "topics", "rivals", "possible", "findings", "skipped")


def render(report: Report, view: View) -> str:
    """Return one JSON object a line, its `record` naming the list of the JSON report it is of; the view changes nothing."""
    data = report.to_dict()
    records = [{"record": "run", **{key: value for key, value in data.items() if key not in _LISTS}}]
    for name in _LISTS:
        listed = data[name]
        assert isinstance(listed, list)
        records += [{"record": name, **item} for item in listed if isinstance(item, dict)]
    return "".join(as_json(record, line=True) for record in records)
