"""The reports for people: pinned on a small story, and laws that hold for any."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model.errors import NumcheckError
from numcheck.model.reading import Hedge
from numcheck.model.report import Document, View
from numcheck.report import formats, render
from numcheck.report.distance import apart
from numcheck.report.figures import sentence
from numcheck.report.printable import as_json, number
from numcheck.report.tables import fit, wrap

REPORTS = {"compare": samples.compare_report, "gate": samples.gate_report, "extract": samples.extract_report}
PINNED = [
    ("compare", "table", View(100), "compare.txt"),
    ("compare", "table", View(80, quotes=True), "compare.quotes.txt"),
    ("compare", "table", View(50), "compare.narrow.txt"),
    ("compare", "table", View(0, everything=True), "compare.all.txt"),
    ("compare", "table", View(100, color=True, quotes=True), "compare.color.txt"),
    ("compare", "table", View(100, why="t2"), "compare.why.txt"),
    ("compare", "markdown", View(quotes=True), "compare.md"),
    ("compare", "github", View(), "compare.github.txt"),
    ("compare", "json", View(), "compare.json"),
    ("compare", "csv", View(), "compare.csv"),
    ("gate", "table", View(100), "gate.txt"),
    ("gate", "table", View(80, quotes=True), "gate.quotes.txt"),
    ("gate", "markdown", View(), "gate.md"),
    ("gate", "github", View(), "gate.github.txt"),
    ("gate", "json", View(), "gate.json"),
    ("gate", "csv", View(), "gate.csv"),
    ("extract", "table", View(100), "extract.txt"),
    ("extract", "table", View(100, trail=True, quotes=True), "extract.trail.txt"),
    ("extract", "markdown", View(trail=True), "extract.md"),
]


@pytest.mark.parametrize(("job", "form", "view", "name"), PINNED, ids=[row[3] for row in PINNED])
def test_pinned(job: str, form: str, view: View, name: str, golden: Callable[[str, str], None]) -> None:
    """Each format says of the small story what its pinned file says."""
    golden(name, render(REPORTS[job](), form, view))


def test_notes_are_no_disputes() -> None:
    """What has only notes stands under a heading of its own and is not counted as a dispute."""
    report = samples.compare_report()
    quieter = tuple(replace(f, severity="note") if f.topic != "t1" else f for f in report.findings)
    text = render(replace(report, findings=quieter), "table", View(0))
    disputed, noted = text.split("\n\nWorth knowing\n\n")
    assert disputed.startswith(
        "1 disagreement, 1 to check, 3 things worth knowing, 1 figure told by one outlet alone and not compared\n"
    )
    assert "dockers unemployed" in disputed and "cranes lost" not in disputed and "cranes lost" in noted
    alone = replace(report, findings=quieter[1:], to_check=())
    line = "No disagreement found, 3 things worth knowing, 1 figure told by one outlet alone and not compared"
    assert render(alone, "table", View(0)).startswith(f"{line}\n\nWorth knowing\n")
    assert f"## {line}\n\n### Worth knowing\n" in render(alone, "markdown", View())
    assert 'id="disagree"' not in render(alone, "html", View()) and 'id="noted"' in render(alone, "html", View())


def test_formats() -> None:
    """Every format is found by looking into the folder, and says what it is for."""
    assert set(formats()) == {
        *("table", "json", "jsonl", "markdown", "csv", "html"),
        *("github", "github-comment", "gitlab", "junit", "rdjson", "rdjsonl", "sarif"),
    }
    assert all(module.__doc__ and module.render.__doc__ for module in formats().values())


@pytest.mark.parametrize("job", REPORTS)
@pytest.mark.parametrize("width", [40, 55, 60, 61, 72, 80, 99, 100, 132, 200])
def test_fits(job: str, width: int) -> None:
    """No line of the table is wider than it may be."""
    text = render(REPORTS[job](), "table", View(width, quotes=True, everything=True, trail=True))
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("job", REPORTS)
def test_colour_changes_nothing(job: str) -> None:
    """Colours are put around the same words, in the same places but for the marks of the figure."""
    plain = render(REPORTS[job](), "table", View(100))
    colored = render(REPORTS[job](), "table", View(100, color=True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


@pytest.mark.parametrize("form", formats())
def test_hostile_text(form: str) -> None:
    """Nothing an article holds is obeyed by a terminal, a workflow runner or a Markdown page."""
    bad = "\x1b[31mT\u202ehousands\x07\x9b2J\r\n::error::x|<b>`y`"
    report = samples.compare_report()
    claims = tuple(replace(c, text=bad, sentence=bad, outlet=bad, what=bad) for c in report.claims)
    topics = tuple(replace(t, label=bad) for t in report.topics)
    findings = tuple(replace(f, message=bad, help=bad) for f in report.findings)
    text = render(
        replace(report, claims=claims, topics=topics, findings=findings), form, View(100, quotes=True, everything=True)
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ue000\ue001]", text)
    assert form != "github" or all(
        line.startswith(("::error file", "::warning file", "::notice file", "numcheck: ")) for line in text.splitlines()
    )
    assert form not in ("markdown", "github-comment") or not re.search(r"(?<!\\)<b>", text)


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("job", ["compare", "gate"])
def test_every_format_tells_every_finding(job: str, form: str) -> None:
    """Each finding is in each format by its rule, and is gone from it where the finding is gone."""
    report = REPORTS[job]()
    for finding in report.findings:
        if finding.suppressed is None:
            others = tuple(other for other in report.findings if other is not finding)
            assert finding.rule in render(report, form, View(0))
            assert finding.rule not in render(replace(report, findings=others), form, View(0))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1+cmd|x", "'+1+cmd|x"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("\n=1", "' =1"),
        ("\x00=1", "'=1"),
        ("\u200b=1", "'=1"),
        ("＝1", "'＝1"),
        ("-5 percent", "-5 percent"),
        ("+3.4%", "+3.4%"),
        ("about 5", "about 5"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    """A text that a spreadsheet would run is shown as text, a signed number stays a number."""
    report = samples.compare_report()
    claims = tuple(replace(c, text=text) for c in report.claims)
    rows = list(csv.DictReader(io.StringIO(render(replace(report, claims=claims), "csv", View()))))
    assert {row["text"] for row in rows} == {cell}


@given(st.text())
def test_json_is_escaped(text: str) -> None:
    """JSON holds every text as it was, and no sign that a terminal would obey."""
    told = as_json(text).removesuffix("\n")
    assert json.loads(told) == text
    assert all(unicodedata.category(sign) not in {"Cc", "Cf", "Co", "Cs"} for sign in told)


def test_github_shows_ten() -> None:
    """GitHub shows ten annotations of a level: the rest is counted, the gross ones come first."""
    report = samples.compare_report()
    plain = [replace(report.findings[1], fingerprint=str(at)) for at in range(14)]
    lines = render(replace(report, findings=(*plain, report.findings[0])), "github", View()).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "(gross)" in lines[0]
    assert "numcheck: 5 more errors not shown here, for GitHub shows 10 of a kind" in lines


def test_github_escapes() -> None:
    """A path with a comma, a colon or a percent sign stays one property, and a message one line."""
    report = samples.gate_report()
    path = "a,b:c%.md"
    papers = (*report.documents[:2], replace(report.documents[2], path=path))
    claims = tuple(replace(c, document=path) if c.role == "draft" else c for c in report.claims)
    marks = tuple(replace(m, document=path) for m in report.marks)
    text = render(replace(report, documents=papers, claims=claims, marks=marks), "github", View())
    assert text.startswith(
        "::error file=a%2Cb%3Ac%25.md,line=1,col=76,endLine=1,endColumn=78,title=sourcing/contradicted::The draft"
    )


def test_why_by_words() -> None:
    """A topic is found by words of its label, in any order and case."""
    assert render(samples.compare_report(), "table", View(100, why="PORT reopen")).startswith("t4 time to reopen the port")


def test_why_unknown() -> None:
    """A topic that is not there is refused with the nearest labels."""
    with pytest.raises(NumcheckError, match="cranes lost"):
        render(samples.compare_report(), "table", View(100, why="crane losses"))


def test_nothing_compared() -> None:
    """A comparison in which no two figures met does not claim that all is well."""
    bare = replace(samples.compare_report(), topics=(), findings=(), possible=(), to_check=())
    text = render(bare, "table", View(100))
    assert text.startswith("Nothing was compared: no figure of one article was found in another")
    assert "0 joined, 12 told by one outlet only" in " ".join(text.split())


def test_no_figures() -> None:
    """A report of an empty text is a report."""
    for job in REPORTS:
        bare = replace(REPORTS[job](), claims=(), topics=(), findings=(), rivals=(), possible=(), to_check=())
        empty = replace(bare, ledger=(), marks=(), unread=())
        for form in formats():
            assert render(empty, form, View(100, quotes=True)).endswith("\n")


APART: list[tuple[str, float | None, Hedge, tuple[str | None, str | None], str, str]] = [
    ("inflation", 54.6, "vague", ("2", "109"), "count", "about 55x"),
    ("inflation", 10.0, "exact", ("10", "100"), "count", "10x"),
    ("inflation", 2.0, "exact", ("10", "20"), "count", "2x"),
    ("inflation", 2.25, "exact", ("4", "9"), "count", "2.2x"),
    ("contradiction", 1.17, "exact", ("12", "14"), "count", "2 more"),
    ("contradiction", None, "exact", ("14", "12"), "count", "2 fewer"),
    ("contradiction", None, "exact", ("0", "3"), "count", "3 more"),
    ("contradiction", 1.5, "about", ("2000", "3000"), "count", "about 1,000 more"),
    ("contradiction", 1.1, "exact", ("40", "44.5"), "percent", "4.5 points more"),
    ("contradiction", 1.2, "exact", ("5", "6"), "metric_ton", "1 metric ton more"),
    ("inflation", None, "vague", (None, None), "count", "in words"),
    ("contradiction", None, "vague", ("0", None), "count", ""),
    ("contradiction", 1.4, "range", ("1000", "1400"), "USD", "about $400 more"),
    ("contradiction", 1.2, "exact", ("88000000000", "103000000000"), "USD", "$15 billion more"),
    ("contradiction", 1.4, "exact", ("23", "32"), "year", "9 years more"),
    ("contradiction", 1.2, "exact", ("10", "12"), "foot", "2 feet more"),
    ("inflation", 1312.4, "exact", ("1", "2"), "count", "1,300x"),
    ("hedge", None, "exact", ("12", "12"), "count", "the hedge"),
    ("scope", None, "exact", ("12", "13"), "count", "the scope"),
    ("arithmetic", None, "exact", ("12", "13"), "count", ""),
]


@pytest.mark.parametrize(("kind", "ratio", "hedge", "sizes", "unit", "told"), APART)
def test_apart(
    kind: str, ratio: float | None, hedge: Hedge, sizes: tuple[str | None, str | None], unit: str, told: str
) -> None:
    """How far two statements stand apart is said as an editor would say it."""
    paper, *_ = samples.documents()
    sides = [
        samples.claim(paper, "x", samples.Figure("x", size, size, "x", hedge, unit), at, 0) for at, size in enumerate(sizes)
    ]
    assert apart(kind, ratio, sides) == told


def test_wide_columns_give_way_first() -> None:
    """A narrow column keeps its width, and what a wrapped one leaves goes to the next that can use it."""
    assert fit([["a" * 5], ["word " * 10 + "end"]], 30) == [5, 19]
    assert fit([["as little as six months"], ["a" * 12], ["b" * 20]], 49) == [16, 12, 17]
    assert fit([["a" * 5], ["b" * 50]], 0) == [5, 50]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("inflation/order-of-magnitude", 30, ["inflation/order-of-magnitude"]),
        ("inflation/order-of-magnitude", 20, ["inflation/", "order-of-magnitude"]),
        ("also hedging/lost-floor", 18, ["also hedging/", "lost-floor"]),
        ("as little as six months", 12, ["as little as", "six months"]),
        ("x" * 9, 4, ["xxxx", "xxxx", "x"]),
        ("", 4, [""]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    """Lines break at blanks, then behind a slash, then anywhere."""
    assert wrap(text, width) == lines


def test_long_sentence_is_cut() -> None:
    """A sentence without end is shown around its figure."""
    paper, *_ = samples.documents()
    text = f"{'word ' * 400}12 cranes {'word ' * 400}"
    claim = samples.claim(paper, text, samples.Figure("12", "12", "12", "cranes"), 1, text.index("12"))
    shown = sentence(claim)
    assert len(shown) < 700
    assert shown.startswith("…") and shown.endswith("…")


def test_place() -> None:
    """A place is counted from 1, and a line break belongs to the line it ends."""
    paper = Document("d1", "a", "a", "article", None, 6, (0, 2, 3))
    assert [paper.place(at) for at in range(5)] == [(1, 1), (1, 2), (2, 1), (3, 1), (3, 2)]


NUMBERS = [
    ("1234567.50", "1,234,567.5"),
    ("0.6666666666666666666666666667", "2/3"),
    ("-0.3333333333333333333333333333", "-1/3"),
    ("666.6666666666666666666666667", "666 2/3"),
    ("5.166666666667", "5 1/6"),
    ("0.25", "0.25"),
    ("3.14159265358979", "3.14159265358979"),
    ("1.99E-30", "0.00000000000000000000000000000199"),
    ("123456789012345678901234567890.1234567891", "123,456,789,012,345,678,901,234,567,890.1234567891"),
]


@pytest.mark.parametrize(("value", "printed"), NUMBERS)
def test_a_fraction_is_printed_as_a_fraction(value: str, printed: str) -> None:
    """A number has its thousands parted, and one that no decimals end is a fraction."""
    assert number(Decimal(value)) == printed
