"""The report as JUnit XML: a suite a document, a case a figure, so that the ledger is a test report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from numcheck.model.claim import Claim
from numcheck.model.finding import SEVERITIES, Finding
from numcheck.model.report import Document, Report, View, shared
from numcheck.report.figures import label_of
from numcheck.report.lookup import Lookup
from numcheck.report.places import located, path, told
from numcheck.report.printable import in_xml, quoted, tidy

NAME = "junit"

_RUN = "numcheck"


def render(report: Report, view: View) -> str:
    """Return a suite for each document (in a gate each draft), and one for what is said of the run; the view changes nothing.

    A figure fails by a finding that makes the run fail (at or above --fail-on; an error where that is never), it is skipped
    where nothing was found to check it against or a waiver lets it stay; what is less grave stands in its output.
    """
    lookup = Lookup(report)
    of_claim: dict[str, list[Finding]] = {}
    of_run: list[Finding] = []
    for one in located(lookup, waived=True):
        (of_claim.setdefault(one.claim.id, []) if one.claim else of_run).append(one.finding)
    suites = [
        _suite(path(document), _cases(lookup, document, of_claim))
        for document in report.documents
        if report.job != "gate" or document.role == "draft"
    ]
    if of_run:
        suites.append(_suite(_RUN, [_case(_RUN, finding.rule, [finding], "", report) for finding in of_run]))
    return (
        "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="numcheck">', *suites, "</testsuites>"]) + "\n"
    )


def _cases(lookup: Lookup, document: Document, of_claim: dict[str, list[Finding]]) -> list[str]:
    report = lookup.report
    checked = _checked(report)
    return [
        _case(path(document), _name(document, claim), of_claim.get(claim.id, ()), _unchecked(report, claim, checked), report)
        for claim in report.claims
        if claim.document == document.path
    ]


def _checked(report: Report) -> frozenset[str]:
    """Return the ids of the claims that something was found to check against."""
    if report.job == "gate":
        return frozenset(entry.subject for entry in report.ledger if entry.subject)
    return shared(report)


def _unchecked(report: Report, claim: Claim, checked: frozenset[str]) -> str:
    if claim.id in checked:
        return ""
    return {"gate": "not checked", "compare": "told by one article only", "extract": "nothing was compared"}[report.job]


def _name(document: Document, claim: Claim) -> str:
    line, column = document.place(claim.start)
    place = document.spot(claim.start) or f"{line}:{column}"
    return f"{place} {quoted(claim.text)} ({label_of(claim)})"


def _suite(name: str, cases: Sequence[str]) -> str:
    counts = {kind: sum(f"<{kind} " in case for case in cases) for kind in ("failure", "skipped")}
    head = f'<testsuite name={_quoted(name)} tests="{len(cases)}" failures="{counts["failure"]}" errors="0"'
    return "\n".join([f' {head} skipped="{counts["skipped"]}">', *cases, " </testsuite>"])


def _case(suite: str, name: str, findings: Iterable[Finding], unchecked: str, report: Report) -> str:
    inside = [_outcome(finding, report) for finding in findings]
    if unchecked and not inside:
        inside = [f"   <skipped message={_quoted(unchecked)}/>"]
    # What reads only the first outcome of a case must see the gravest.
    inside.sort(key=lambda line: (not line.startswith("   <failure"), not line.startswith("   <skipped")))
    head = f"  <testcase classname={_quoted(suite)} name={_quoted(name)}"
    return "\n".join([f"{head}>", *inside, "  </testcase>"]) if inside else f"{head}/>"


def _outcome(finding: Finding, report: Report) -> str:
    message = f"{finding.severity} {finding.rule}: {tidy(finding.message)}"
    if finding.suppressed is not None:
        return f"   <skipped message={_quoted(f'waived ({tidy(finding.suppressed)}): {message}')}/>"
    if finding.severity in _failing(report):
        inside = in_xml(told(finding))
        return f"   <failure type={_quoted(finding.rule)} message={_quoted(message)}>{inside}</failure>"
    return f"   <system-out>{in_xml(message)}</system-out>"


def _failing(report: Report) -> Sequence[str]:
    level = report.settings.get("fail_on")
    return SEVERITIES[: SEVERITIES.index(level) + 1] if level in SEVERITIES else SEVERITIES[:1]


def _quoted(text: str) -> str:
    return f'"{in_xml(text)}"'
