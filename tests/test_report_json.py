"""The JSON report and the table of figures: the contract that programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import samples

import numcheck
from numcheck.model.plain import COLUMNS
from numcheck.model.report import Coverage, Report, View
from numcheck.report import render

REPORTS = [samples.compare_report, samples.gate_report, samples.extract_report]
TOP = [
    "schema_version",
    "tool",
    "settings",
    "documents",
    "claims",
    "marks",
    "topics",
    "rivals",
    "possible",
    "to_check",
    "decisions",
    "stale_decisions",
    "findings",
    "coverage",
]
CLAIM = (
    "id document role start end text low high low_open high_open hedge side direction unit dimension counted measure "
    "what scope speaker modality as_of superseded_by section sentence sentence_start state support trail"
)
FINDING = (
    "rule kind severity confidence gross topic claims ratio message help fingerprint suppressed suppressed_by "
    "content_fingerprint at against moved direction probability explains"
)


@pytest.fixture(scope="module")
def schema() -> Any:
    """Return the published schema."""
    return json.loads((resources.files("numcheck.report") / "schema.json").read_text(encoding="utf-8"))


def test_schema_is_a_schema(schema: Any) -> None:
    """The published schema is one itself."""
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("make", REPORTS)
def test_valid(make: Callable[[], Report], schema: Any) -> None:
    """Every report is as the published schema says."""
    jsonschema.validate(make().to_dict(), schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("make", REPORTS)
def test_round_trip(make: Callable[[], Report]) -> None:
    """The JSON is the plain dictionary, byte for byte the same each time, and its keys stand in the order of the contract."""
    text = render(make(), "json", View())
    assert json.loads(text) == make().to_dict()
    assert text == render(make(), "json", View(40, color=True))
    assert list(json.loads(text))[: len(TOP)] == TOP


def test_keys() -> None:
    """Claims, marks, topics, rivals, possible pairs, pairs to check and findings have the keys of the contract in its order."""
    report: Any = samples.compare_report().to_dict()
    assert list(report["claims"][0]) == CLAIM.split()
    assert list(report["findings"][0]) == FINDING.split()
    assert list(report["documents"][0]) == ["id", "path", "outlet", "role", "published", "characters", "title", "url", "places"]
    assert list(report["marks"][0]) == ["document", "role", "start", "end", "text", "reason", "value", "state", "support"]
    assert list(report["topics"][0])[:6] == ["id", "label", "unit", "claims", "confidence", "evidence"]
    assert list(report["rivals"][0]) == ["claims", "differs_in", "confidence", "evidence"]
    assert list(report["possible"][0]) == ["claims", "confidence", "evidence"]
    assert list(report["to_check"][0]) == ["claims", "kind", "probability", "explains", "evidence", "fingerprint"]


def test_places() -> None:
    """The characters from start to end of a document's text are the claim's text."""
    texts = {f"port/{path}": text for path, _, text in samples.TEXTS}
    report: Any = samples.compare_report().to_dict()
    assert all(texts[c["document"]][c["start"] : c["end"]] == c["text"] for c in report["claims"])
    assert all(texts[c["document"]][c["sentence_start"] :].startswith(c["sentence"]) for c in report["claims"])


def test_states() -> None:
    """The gate's ledger stands in the claims and marks it is about."""
    report: Any = samples.gate_report().to_dict()
    states = {claim["id"]: claim["state"] for claim in report["claims"] if claim["role"] == "draft"}
    assert states == {"d3.1": "supported", "d3.2": "contradicted", "d3.3": None, "d3.4": "unsupported"}
    assert report["marks"][0]["state"] == "supported"
    first = next(claim for claim in report["claims"] if claim["id"] == "d3.1")
    assert first["support"] == [{"claim": "d1.4", "relation": "one end", "derivation": None}]


def test_coverage() -> None:
    """Every numeral is counted once, and what was not checked is counted too."""
    assert samples.compare_report().coverage() == Coverage(3, 14, 12, 1, 1, 11, 1)
    assert samples.gate_report().coverage() == Coverage(3, 13, 12, 1, 0, 5, 2)
    assert samples.extract_report().coverage() == Coverage(1, 5, 4, 1, 0, 0, 4)


def test_no_infinity() -> None:
    """What is not finite has no number in the report."""
    report = samples.compare_report()
    findings = tuple(replace(finding, ratio=float("inf")) for finding in report.findings)
    text = render(replace(report, findings=findings), "json", View())
    assert "Infinity" not in text


def test_frame() -> None:
    """The frame has a row for each figure, typed columns, and missing values where nothing is known."""
    frame = samples.gate_report().to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == 12
    assert str(frame["low"].dtype) == "Int64"
    assert frame.set_index("id").loc["d3.2", "state"] == "contradicted"
    assert frame["high"].isna().sum() == 4


def test_frames_hold_half_a_sign() -> None:
    """Of half of a sign, which no column can hold, a frame has the number."""
    report = numcheck.gate([("dr\ud800aft", "Some 30 people\udfff died.")], [("wi\ud83dre", "Some 60 people\ud800 died.")])
    assert list(report.to_frame()["outlet"]) == ["dr\\ud800aft", "wi\\ud83dre"]
    for frame in (report.to_frame("outlets"), report.findings_frame(), report.ledger_frame(), report.topics_frame()):
        assert not frame.empty


def test_empty_frame() -> None:
    """A report without figures has an empty frame with the same columns."""
    frame = replace(samples.extract_report(), claims=()).to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert frame.empty


def test_csv_runs_no_formula() -> None:
    """A text that a spreadsheet would run is told from a signed number."""
    report = samples.extract_report()
    texts = ["=1+1", "@x", "-5 degrees", "-1+f(x)", "+3 %"]
    claims = tuple(replace(c, what=text) for c, text in zip([*report.claims, report.claims[0]], texts, strict=True))
    rows = render(replace(report, claims=claims), "csv", View()).splitlines()
    assert [
        shown for shown in ("'=1+1", "'@x", ",-5 degrees", "'-1+f(x)", ",+3 %") if not any(shown in row for row in rows)
    ] == []
