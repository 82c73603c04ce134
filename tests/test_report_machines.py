"""The formats that machines read: each says the same findings, in the form its readers expect."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema  # type: ignore[import-untyped]
import pytest
import samples

from numcheck.model.article import Article
from numcheck.model.finding import Place
from numcheck.model.report import Report, View
from numcheck.pipeline import compare, gate
from numcheck.report import render

OASIS = Path(__file__).parents[2] / "shared" / "schemas" / "sarif-2.1.0.json"
CORPUS = Path(__file__).parents[1] / "corpus"
BAD = "\x1b[31mT\u202ehousands\x07\r\n::error::x|<b>`y` [z](1) ]]> &amp; \ud800"


def corpus_report() -> Report:
    """Return the comparison of a whole story of the corpus, with real rules and their pages."""
    return compare(CORPUS / "kabul-turncoats")


def waived_report() -> Report:
    """Return a gate with a waiver in the draft, a finding on the run, and the same fault twice."""
    text = "Some 930 homes are dark.\n\nSome 930 homes are dark.\n\n<!-- numcheck: ignore-file hedging/ reason='a ] b' -->\n"
    source = "The flood killed 12 people in the Lorne valley.\n"
    drafts = [("flood draft.md", f"The flood killed 31 people in the Lorne valley.\n\n{text}")]
    return gate(drafts, [("wire.md", source)])


REPORTS = [samples.compare_report, samples.gate_report, samples.extract_report, corpus_report, waived_report]
FORMS = ["sarif", "github", "gitlab", "junit", "rdjson", "rdjsonl", "jsonl"]
PINNED = [(job, form) for job in ("compare", "gate") for form in FORMS if form != "github"]


@pytest.mark.parametrize(("job", "form"), PINNED)
def test_pinned(job: str, form: str, golden: Callable[[str, str], None]) -> None:
    """Each format says of the small story what its pinned file says."""
    report = samples.compare_report() if job == "compare" else samples.gate_report()
    suffix = {"junit": "junit.xml", "jsonl": "jsonl", "rdjsonl": "rdjsonl"}.get(form, f"{form}.json")
    golden(f"{job}.{suffix}", render(report, form, View()))


Told = Counter[tuple[str, str]]
"""Findings as a format tells them: the rule and its severity."""


def of_sarif(text: str) -> Iterator[tuple[str, str]]:
    run = json.loads(text)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        if "suppressions" not in result:
            yield result["ruleId"], result["level"]


def of_github(text: str) -> Iterator[tuple[str, str]]:
    for level, title in re.findall(r"^::(error|warning|notice) (?:.*,)?title=([^:]*?)(?: \(gross\))?::", text, re.M):
        yield title, {"notice": "note"}.get(level, level)


def of_gitlab(text: str) -> Iterator[tuple[str, str]]:
    back = {"blocker": "error", "critical": "error", "major": "warning", "info": "note"}
    yield from ((issue["check_name"], back[issue["severity"]]) for issue in json.loads(text))


def of_junit(text: str) -> Iterator[tuple[str, str]]:
    for outcome in (o for case in ElementTree.fromstring(text).iter("testcase") for o in case):
        words = outcome.get("message") or outcome.text or ""
        if told := re.match(r"(error|warning|note) ([a-z/-]+): ", words):
            yield told[2], told[1]


def of_rdjson(text: str) -> Iterator[tuple[str, str]]:
    back = {"ERROR": "error", "WARNING": "warning", "INFO": "note"}
    yield from ((one["code"]["value"], back[one["severity"]]) for one in json.loads(text)["diagnostics"])


def of_rdjsonl(text: str) -> Iterator[tuple[str, str]]:
    yield from of_rdjson(json.dumps({"diagnostics": [json.loads(line) for line in text.splitlines() if line]}))


def of_jsonl(text: str) -> Iterator[tuple[str, str]]:
    for record in map(json.loads, text.splitlines()):
        if record["record"] == "findings" and record["suppressed"] is None:
            yield record["rule"], record["severity"]


READ: dict[str, Callable[[str], Iterator[tuple[str, str]]]] = {
    "sarif": of_sarif,
    "github": of_github,
    "gitlab": of_gitlab,
    "junit": of_junit,
    "rdjson": of_rdjson,
    "rdjsonl": of_rdjsonl,
    "jsonl": of_jsonl,
}


@pytest.mark.parametrize("make", REPORTS)
@pytest.mark.parametrize("form", FORMS)
def test_same_findings(make: Callable[[], Report], form: str) -> None:
    """Every format tells the findings that are not waived, each once, with its severity."""
    report = make()
    told: Told = Counter((f.rule, f.severity) for f in report.findings if f.suppressed is None)
    assert Counter(READ[form](render(report, form, View()))) == told


def hostile() -> Report:
    """Return the comparison with bad signs in every text that comes from outside."""
    report = samples.compare_report()
    return replace(
        report,
        claims=tuple(replace(c, text=BAD, sentence=BAD, outlet=BAD, what=BAD) for c in report.claims),
        topics=tuple(replace(t, label=BAD) for t in report.topics),
        findings=tuple(
            replace(f, message=BAD, help=BAD, suppressed=BAD if at == 2 else f.suppressed)
            for at, f in enumerate(report.findings)
        ),
        skipped=tuple(replace(s, path=BAD, reason=BAD) for s in report.skipped),
    )


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text(form: str) -> None:
    """No sign of an article steers what reads the report, and the format stays whole."""
    text = render(hostile(), form, View())
    text.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\ud800]", text)
    assert form == "jsonl" or "\\u001b" not in text
    assert list(READ[form](text))


@pytest.fixture(scope="module")
def oasis() -> Any:
    """Return the OASIS schema, which stands beside the repository on our machines."""
    if not OASIS.is_file():
        pytest.skip("the OASIS schema of SARIF 2.1.0 is not beside the repository")
    return jsonschema.Draft7Validator(json.loads(OASIS.read_text(encoding="utf-8")))


@pytest.mark.parametrize("make", [*REPORTS, hostile])
def test_sarif_is_valid(make: Callable[[], Report], oasis: Any) -> None:
    """The log is as the OASIS schema says."""
    log = json.loads(render(make(), "sarif", View()).encode("utf-8", "replace"))
    assert [f"{'/'.join(map(str, e.path))}: {e.message}" for e in oasis.iter_errors(log)] == []


def sarif(report: Report) -> Any:
    return json.loads(render(report, "sarif", View()))["runs"][0]


def test_sarif_places() -> None:
    """A result points at the draft's figure from the root of the repository, and at the source's as a related place."""
    result = sarif(samples.gate_report())["results"][0]
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "port/courier.md", "uriBaseId": "SRCROOT"}
    assert physical["region"] == {
        "startLine": 1,
        "startColumn": 76,
        "endLine": 1,
        "endColumn": 78,
        "snippet": {"text": "14"},
    }
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "port/ledger.md"
    assert f"]({related['id']})" in result["message"]["text"]
    assert related["message"]["text"] == "The Ledger: “12”"


def test_sarif_rules() -> None:
    """A rule stands in the log with its page as help."""
    texts = [
        (outlet, f"The storm killed {dead} people in Exampleville on Monday.") for outlet, dead in (("Post", 12), ("Echo", 14))
    ]
    rules = {rule["id"]: rule for rule in sarif(compare(texts))["tool"]["driver"]["rules"]}
    rule = rules["agreement/disjoint"]
    assert rule["help"]["markdown"].startswith("# ")
    assert "<!--" not in rule["help"]["markdown"]
    assert rule["shortDescription"]["text"].endswith(".")
    assert rule["defaultConfiguration"]["level"] == "error"


def test_sarif_waivers() -> None:
    """A waived result says where its waiver stands and why; beside a baseline every result is new or was there."""
    report = samples.compare_report()
    last = replace(report.findings[-1], suppressed_by="baseline")
    run = sarif(replace(report, findings=(*report.findings[:-1], last), settings={**report.settings, "baseline": "b.json"}))
    (waived,) = [result for result in run["results"] if "suppressions" in result]
    assert waived["suppressions"] == [{"kind": "external", "justification": "the port gave both"}]
    assert Counter(r["baselineState"] for r in run["results"]) == {"new": 5, "unchanged": 1}
    assert all("baselineState" not in result for result in sarif(report)["results"])


def test_sarif_paths() -> None:
    """A path becomes a relative URI; one outside the repository, a whole one."""
    report = samples.gate_report()
    papers = tuple(replace(d, uri="a b/ü%.md" if d.role == "draft" else "/var/wire.md") for d in report.documents)
    first, second = (a["location"] for a in sarif(replace(report, documents=papers))["artifacts"][1:])
    assert first == {"uri": "file:///var/wire.md"}
    assert second == {"uri": "a%20b/%C3%BC%25.md", "uriBaseId": "SRCROOT"}


def test_gitlab_fingerprints_are_unique() -> None:
    """No two issues share a fingerprint, even where two findings do."""
    report = samples.compare_report()
    issues = json.loads(render(replace(report, findings=report.findings[:2] * 3), "gitlab", View()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 6
    assert issues[0]["severity"] == "blocker"


def test_junit_is_the_ledger() -> None:
    """A suite is a draft, a case a figure: it passes, fails by its findings, or was not checked."""
    (suite,) = ElementTree.fromstring(render(samples.gate_report(), "junit", View())).iter("testsuite")
    assert suite.get("name") == "port/courier.md"
    outcomes = {str(case.get("name")).partition(" ")[0]: [o.tag for o in case] for case in suite}
    assert outcomes == {"1:26": ["system-out"], "1:76": ["failure"], "2:6": ["skipped"], "2:42": ["failure"]}
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("4", "2", "1")


def test_junit_fails_what_fails_the_run() -> None:
    """What is below --fail-on does not fail its case."""
    report = samples.gate_report()
    strict = replace(report, settings={**report.settings, "fail_on": "warning"})
    root = ElementTree.fromstring(render(strict, "junit", View()))
    assert len(list(root.iter("failure"))) == 3


def test_a_place_without_a_figure() -> None:
    """A finding on no figure has the place it speaks of, or none."""
    report = samples.gate_report()
    at = Place(report.documents[2].path, 0, 10)
    here = replace(report.findings[0], rule="run/unused-suppression", kind="run", claims=(), at=at)
    nowhere = replace(here, at=None)
    found = replace(report, findings=(here, nowhere))
    assert [len(r["locations"]) for r in sarif(found)["results"]] == [1, 0]
    assert [i["location"]["lines"]["begin"] for i in json.loads(render(found, "gitlab", View()))] == [1, 1]
    assert ElementTree.fromstring(render(found, "junit", View())).find("testsuite[@name='numcheck']") is not None


def test_a_file_without_lines() -> None:
    """In a file that has no lines a place is what a reader can find, and no region is made up."""
    article = Article("a.txt", "The flood killed 31 people.\n", "a", role="draft")
    report = gate([article], [("b.txt", "The flood killed 12 people.\n")])
    from numcheck.model.origin import Spot

    paged = replace(report, documents=(replace(report.documents[0], spots=(Spot(0, "page 3"),)), *report.documents[1:]))
    location = sarif(paged)["results"][0]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "a.txt, page 3"}]
    assert "line=" not in render(paged, "github", View()).splitlines()[0]


def test_a_comment_is_never_too_long() -> None:
    """A comment begins with its mark, is the Markdown report where that fits, and else is cut behind its worst findings."""
    from numcheck.report.github_comment import LONGEST, MARK

    report = samples.gate_report()
    assert render(report, "github-comment", View()) == f"{MARK}\n{render(report, 'markdown', View())}"
    worst = report.findings[0]
    more = tuple(replace(worst, severity="note", message="\U0001f692" * 300, fingerprint=str(at)) for at in range(400))
    text = render(replace(report, findings=(*report.findings, *more)), "github-comment", View())
    assert text.startswith(f"{MARK}\n## ")
    assert LONGEST // 2 < len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert "longer than a comment may be" in text.splitlines()[-1]
    assert worst.message.split()[0] in text
