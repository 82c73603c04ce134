"""The stage in which the articles of one story meet: `compare` as always, and what it found as rows of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from numcheck.model.claim import Claim
from numcheck.model.moment import Moment
from numcheck.model.plain import number
from numcheck.model.read_article import ReadArticle
from numcheck.model.report import Report
from numcheck.pipeline import compare_read
from numcheck.scanning.packing import unpack
from numcheck.scanning.tables import OF_STORY, table
from numcheck.settings import Settings


def compare_story(rows: pa.Table, settings: Settings) -> pa.Table:
    """Return what comparing the articles of one story (TOLD) finds, as OF_STORY; one empty row where it finds nothing."""
    told = rows.to_pylist()
    story, digest = told[0]["story"], told[0]["digest"]
    tables = _tables(story, report_of(told, settings))
    made = [
        {"story": story, "digest": digest, "table": of, "at": at, "row": json.dumps(row, sort_keys=True)}
        for of, values in tables.items()
        for at, row in enumerate(values)
    ]
    return table(made or [{"story": story, "digest": digest, "table": "", "at": 0, "row": ""}], OF_STORY)


def report_of(rows: list[dict[str, Any]], settings: Settings) -> Report:
    """Return the report of one story from its rows (TOLD)."""
    return compare_read(_own(sorted(rows, key=lambda row: row["key"])), settings)


def _own(told: list[dict[str, Any]]) -> list[ReadArticle]:
    """Return what was read of the articles, without copies that tell the very figures of their original."""
    read: dict[str, ReadArticle] = {row["id"]: unpack(row["packed"]) for row in told}
    named = [(row, _renamed(read[row["id"]], row)) for row in told]
    originals = {row["id"]: _values(taken) for row, taken in named}
    return [taken for row, taken in named if row["copy_of"] is None or originals.get(row["copy_of"]) != _values(taken)]


def _renamed(taken: ReadArticle, row: Mapping[str, Any]) -> ReadArticle:
    """Return what was read under the name and outlet of this row: one text may be told by several."""
    return taken.told_by(row["id"], row["outlet"], row["url"], Moment.parse(row["published"] or ""))


def _values(taken: ReadArticle) -> list[tuple[object, ...]]:
    return [(c.quantity.unit, c.quantity.stated, c.quantity.hedge, c.quantity.word, c.counted) for c in taken.claims]


def _tables(story: str, report: Report) -> dict[str, list[dict[str, object]]]:
    claims = {claim.id: claim for claim in report.claims}
    topic_of = {name: topic.id for topic in report.topics for name in topic.claims}
    days = {document.path: document.day or None for document in report.documents}
    return {
        "claims": [_claim(story, claim, topic_of.get(claim.id)) for claim in report.claims],
        "topics": [
            {
                "story": story,
                "topic": topic.id,
                "label": topic.label,
                "unit": topic.unit,
                "confidence": topic.confidence,
                "claims": list(topic.claims),
                "outlets": len({claims[name].outlet for name in topic.claims}),
            }
            for topic in report.topics
        ],
        "findings": list(_findings(story, report, claims, days)),
    }


def _claim(story: str, claim: Claim, topic: str | None) -> dict[str, object]:
    stated = claim.quantity.stated
    low, high = number(stated.low), number(stated.high)
    return {
        "story": story,
        "article": claim.document,
        "outlet": claim.outlet,
        "claim": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "low": None if low is None else float(low),
        "high": None if high is None else float(high),
        "hedge": claim.quantity.hedge,
        "unit": claim.quantity.unit,
        "dimension": claim.quantity.dimension,
        "counted": claim.counted,
        "measure": claim.measure,
        "what": claim.what,
        "topic": topic,
    }


def _findings(
    story: str, report: Report, claims: Mapping[str, Claim], days: Mapping[str, str | None]
) -> Iterator[dict[str, object]]:
    for finding in report.findings:
        if finding.kind == "run":
            continue
        first = claims[finding.claims[0]] if finding.claims else None
        yield {
            "story": story,
            "rule": finding.rule,
            "kind": finding.kind,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "gross": finding.gross,
            "topic": finding.topic,
            "claims": list(finding.claims),
            "ratio": finding.ratio,
            "message": finding.message,
            "fingerprint": finding.fingerprint,
            "moved": finding.moved,
            "direction": finding.direction,
            "measure": first.measure if first else None,
            "day": days.get(first.document) if first else None,
        }
