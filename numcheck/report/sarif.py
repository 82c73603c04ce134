"""The report as SARIF 2.1.0 (OASIS), for code scanning: a result a finding, with the other outlets as related places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.report import Document, Report, View
from numcheck.report.coverage import coverage, gaps
from numcheck.report.lookup import Lookup
from numcheck.report.places import Located, Region, located, named, of, path
from numcheck.report.printable import as_json, finished, tidy

NAME = "sarif"

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"
_MOST_RELATED = 100
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_KINDS = {"comment": "inSource", "baseline": "external", "unchanged": "external"}


def render(report: Report, view: View) -> str:
    """Return the report as one run; waived findings are in it with their reasons, and the view changes nothing."""
    lookup = Lookup(report)
    found = located(lookup, waived=True)
    rules = list(dict.fromkeys(one.finding.rule for one in found))
    run: dict[str, Any] = {
        "tool": {"driver": {**_driver(report), "rules": [_rule(report, name, found) for name in rules]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notices(lookup)}],
        "artifacts": [_artifact(document) for document in report.documents],
        "results": [_result(lookup, one, rules.index(one.finding.rule)) for one in found],
        "properties": {"job": report.job, "coverage": report.to_dict()["coverage"], "settings": dict(report.settings)},
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report) -> dict[str, str]:
    return {"name": "numcheck", "version": report.version, "semanticVersion": report.version}


def _rule(report: Report, name: str, found: Sequence[Located]) -> dict[str, Any]:
    """Return what the log says of a rule: its title, its help, and its page in Markdown."""
    spoken = next((s for s in report.rules if s.rule.name == name), None)
    finding = next(one.finding for one in found if one.finding.rule == name)
    title, level, page = name, finding.severity, ""
    if spoken is not None:
        title, page = finished(spoken.rule.title), spoken.page
        level = spoken.rule.severity["draft" if report.job == "gate" else "across"]
    advice = finished(finding.help)
    return {
        "id": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} {advice}".strip()},
        "help": {"text": advice or title, "markdown": page or advice or title},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["figures", finding.kind]},
    }


def _result(lookup: Lookup, one: Located, rule: int) -> dict[str, Any]:
    finding = one.finding
    related = one.others[:_MOST_RELATED]
    links = "; ".join(f"[{_plain(named(claim))}]({at})" for at, claim in enumerate(related, 1))
    message = _plain(finished(finding.message))
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": f"{message} See {links}." if links else message},
        "locations": [_location(one.region, one.claim)] if one.region else [],
        "relatedLocations": [
            {"id": at, **_location(of(lookup, claim), claim), "message": {"text": _plain(named(claim))}}
            for at, claim in enumerate(related, 1)
        ],
        "partialFingerprints": {"numcheck/v1": finding.fingerprint, "numcheckContent/v1": finding.content_fingerprint},
        "properties": {"kind": finding.kind, "gross": finding.gross, "ratio": finding.ratio, "topic": finding.topic},
    }
    if finding.suppressed is not None:
        kind = _KINDS[finding.suppressed_by or "comment"]
        result["suppressions"] = [{"kind": kind, "justification": tidy(finding.suppressed)}]
    if lookup.report.settings.get("baseline"):
        result["baselineState"] = _state(finding)
    return result


def _state(finding: Finding) -> str:
    return "unchanged" if finding.suppressed_by == "baseline" else "new"


def _location(region: Region, claim: Claim | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _address(region.path)}
    if region.spot is None:
        physical["region"] = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
        if claim is not None:
            physical["region"]["snippet"] = {"text": tidy(claim.text)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if region.spot is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": f"{region.path}, {region.spot}"}]
    return location


def _address(file: str) -> dict[str, str]:
    """Return a path as a URI: relative to the root of the repository, or whole where it lies outside."""
    uri = "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in file.encode("utf-8", "surrogatepass"))
    return {"uri": f"file://{uri}"} if file.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _artifact(document: Document) -> dict[str, Any]:
    return {"location": _address(path(document)), "properties": {"outlet": tidy(document.outlet), "role": document.role}}


def _notices(lookup: Lookup) -> list[dict[str, Any]]:
    """Return what the run could not check."""
    return [{"level": "note", "message": {"text": _plain(line)}} for line in (*gaps(lookup), coverage(lookup.report))]


def _plain(text: str) -> str:
    """Return a text from outside so that no bracket in it is a link."""
    tidied = tidy(text)
    for sign in ("\\", "[", "]"):
        tidied = tidied.replace(sign, f"\\{sign}")
    return tidied
