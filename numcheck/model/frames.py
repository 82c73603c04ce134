"""The report as tables for pandas: columns with proper types, there without rows too. pandas is named in this file only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from numcheck.model import plain
from numcheck.model.outlets import OutletCount

if TYPE_CHECKING:
    import pandas

    from numcheck.model.claim import Claim
    from numcheck.model.report import Document, Report
    from numcheck.model.story import Topic

FINDINGS = (
    "rule", "kind", "severity", "confidence", "gross", "ratio", "topic", "label", "message", "help",
    "first_outlet", "first", "second_outlet", "second", "moved", "direction", "suppressed", "fingerprint",
)  # fmt: skip
LEDGER = (
    "document", "line", "place", "text", "what", "state", "relation", "derivation",
    "source_outlet", "source_text", "sentence", "source_sentence",
)  # fmt: skip
_NUMBERS = frozenset({"line", "column", "start", "end", "low", "high", "size", "ratio", "confidence", "farthest"})
TOPICS = ("topic", "label", "unit", "confidence", "outlets", "figures", "low", "high", "texts")


def figures(report: Report) -> pandas.DataFrame:
    """Return a row a figure; `published` is a moment in UTC, where a text that names no zone counts as told there."""
    frame = _frame(plain.rows(report), plain.COLUMNS)
    frame["published"] = _moments(frame["published"])
    return frame


def outlets(report: Report) -> pandas.DataFrame:
    """Return a row an outlet: how often and how far it went from the reference, and what it told first."""
    return _frame(map(asdict, report.outlets()), [field.name for field in fields(OutletCount)])


def findings(report: Report) -> pandas.DataFrame:
    """Return a row a finding, with the outlets and words of its two sides."""
    claims = {claim.id: claim for claim in report.claims}
    labels = {topic.id: topic.label for topic in report.topics}
    rows = []
    for finding in report.findings:
        row = {name: getattr(finding, name) for name in FINDINGS if hasattr(finding, name)}
        for side, name in zip(("first", "second"), finding.claims, strict=False):
            row |= {f"{side}_outlet": claims[name].outlet, side: claims[name].text}
        rows.append(row | {"label": labels.get(finding.topic or "")})
    return _frame(rows, FINDINGS)


def ledger(report: Report) -> pandas.DataFrame:
    """Return a row for each figure and checked mark of a draft: its state, and the best source beside it."""
    claims = {claim.id: claim for claim in report.claims}
    papers = {document.path: document for document in report.documents}
    rows = []
    for entry in report.ledger:
        row: dict[str, Any] = {"text": entry.text, "state": entry.state}
        if entry.subject is not None:
            claim = claims[entry.subject]
            row |= _at(papers[claim.document], claim.start) | {"what": claim.what, "sentence": claim.sentence}
        elif entry.mark is not None:
            noted = report.marks[entry.mark]
            row |= _at(papers[noted.document], noted.item.start)
        for best in entry.support[:1]:
            source = claims[best.claim]
            row |= {"relation": best.relation, "derivation": best.derivation}
            row |= {"source_outlet": source.outlet, "source_text": source.text, "source_sentence": source.sentence}
        rows.append(row)
    return _frame(rows, LEDGER)


def _at(document: Document, offset: int) -> dict[str, Any]:
    """Return where a character stands: the line, or the place in a file that has none."""
    spot, (line, column) = document.spot(offset), document.place(offset)
    return {"document": document.path, "line": None if spot else line, "place": spot or f"{line}:{column}"}


def topics(report: Report) -> pandas.DataFrame:
    """Return a row a quantity: who tells it, between which bounds, and in which words."""
    claims = {claim.id: claim for claim in report.claims}
    return _frame((_topic(topic, [claims[name] for name in topic.claims]) for topic in report.topics), TOPICS)


def _topic(topic: Topic, told: Sequence[Claim]) -> dict[str, Any]:
    """Return a quantity and its claims as a row."""
    stated = [claim.quantity.stated for claim in told]
    return {
        **{name: getattr(topic, name) for name in TOPICS if hasattr(topic, name)},
        "topic": topic.id,
        "outlets": len({claim.outlet for claim in told}),
        "figures": len(told),
        "low": _end(min, [interval.low for interval in stated]),
        "high": _end(max, [interval.high for interval in stated]),
        "texts": "; ".join(f"{claim.outlet}: {claim.text}" for claim in told),
    }


def _end(farthest: Callable[[Iterable[Decimal]], Decimal], ends: Iterable[Decimal | None]) -> plain.Value:
    """Return the farthest of the ends that are known."""
    known = [end for end in ends if end is not None]
    return plain.number(farthest(known)) if known else None


def _frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Return the rows with nullable columns."""
    import pandas

    held = [{name: _held(value) for name, value in row.items()} for row in rows]
    frame = pandas.DataFrame(held, columns=list(columns)).convert_dtypes()
    # A column that holds nothing has a type all the same.
    empty = {name: "Float64" if name in _NUMBERS else "string" for name in columns if frame[name].dtype == object}
    return frame.astype(empty)


def _held(value: Any) -> Any:
    """Return a value as a column can hold it: of half a surrogate pair its number."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _moments(column: pandas.Series[Any]) -> pandas.Series[Any]:
    import pandas

    return pandas.to_datetime(column, utc=True, format="ISO8601")
