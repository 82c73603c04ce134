"""One article in every format: the same figures, each at its place in the file that a person sees."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from documents import Draft
from pdfs import pdf

from numcheck.load import articles, load
from numcheck.model.errors import Unreadable
from numcheck.model.report import Report
from numcheck.pipeline import compare, survey

HEADLINE = "Ferry sinks off Lorne, killing 34"
LEAD = "At least 34 people died when the ferry Aldora sank off Lorne on Monday, the coastguard said."
MORE = "The ship carried some 2,000 crates worth £5m."
CAPTION = "About 160 passengers were aboard."
ROWS = (("Town", "Dead", "Cost ($m)"), ("Lorne", "20", "4.5"), ("Sulling", "14", "2.0"))
FIGURES = ["34", "At least 34", "some 2,000", "£5m", "About 160", "20", "$4.5m", "14", "$2.0m"]

TEXT = f"""{HEADLINE}

Published 14:05, 3 March 2031

{LEAD}

{MORE}

Photo: {CAPTION}

In Lorne: 20 dead; $4.5m cost.

In Sulling: 14 dead; $2.0m cost.
"""

MARKDOWN = f"""---
published: 2031-03-03 14:05
---
# {HEADLINE}

{LEAD}

The ship carried [some 2,000](https://x.example/99) crates worth £5m. `x = 77`

![{CAPTION}](88.png)

| Town | Dead | Cost ($m) |
|---|--:|--:|
| Lorne | 20 | 4.5 |
| Sulling | 14 | 2.0 |
"""

CELLS = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in ROWS[1:])
PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{HEADLINE} | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2031-03-03T14:05"}}</script>
<style>p {{margin: 77px}}</style></head><body>
<div class="cookie-banner"><p>We and our 842 partners store cookies.</p></div>
<nav><ul><li><a href="/">Top 500 stories</a></li></ul></nav>
<main><article><h1>{HEADLINE}</h1>
<p>At&nbsp;least <b>34</b> people died when the ferry Aldora sank off Lorne
on Monday, the coastguard said.</p>
<p>The ship carried some 2,000 crates worth &pound;5m.</p>
<figure><img src="a.png"><figcaption>{CAPTION}</figcaption></figure>
<table><tr><th>Town</th><th>Dead</th><th>Cost ($m)</th></tr>
{CELLS}</table>
<aside class="related"><a href="/x">7 ferries that sank</a></aside></article></main>
<footer>Registered number 123456. Copyright 2031.</footer></body></html>
"""


def draft() -> bytes:
    """Return the article as a Word document in which an editor has put the figure right."""
    return (
        Draft()
        .write(HEADLINE, "Title")
        .write("Published 14:05, 3 March 2031")
        .write(LEAD.replace("34", "{-43-}{+34+}"))
        .write(MORE)
        .write(CAPTION, "Caption")
        .table(*ROWS)
        .data()
    )


def printed() -> bytes:
    """Return the article as a PDF of two pages in two columns."""
    left = ["At least 34 people died when the ferry Aldo-", "ra sank off Lorne on Monday, the coastguard", "said."]
    right = ["The ship carried some 2,000 crates worth £5m."]
    rows = ["In Lorne: 20 dead; $4.5m cost.", "In Sulling: 14 dead; $2.0m cost."]
    return pdf(
        [
            [
                (50, 800, 8, "The Harbour Post - Page 1 of 2"),
                (50, 770, 22, "Ferry sinks off Lorne,"),
                (50, 745, 22, "killing 34"),
                (50, 720, 10, "Published 14:05, 3 March 2031"),
                *((50, 690 - 14 * n, 10, line) for n, line in enumerate(left)),
                *((320, 690 - 14 * n, 10, line) for n, line in enumerate(right)),
            ],
            [
                (50, 800, 8, "The Harbour Post - Page 2 of 2"),
                (50, 760, 8, f"Photo: {CAPTION}"),
                *((50, 720 - 30 * n, 10, line) for n, line in enumerate(rows)),
            ],
        ]
    )


FILES: dict[str, bytes] = {
    "a.txt": TEXT.encode(),
    "a.md": MARKDOWN.encode(),
    "a.html": PAGE.encode(),
    "a.docx": draft(),
    "a.pdf": printed(),
    "a.jsonl": json.dumps({"published": "2031-03-03 14:05", "text": TEXT}).encode(),
}


def read(path: Path, name: str) -> Report:
    (path / name).write_bytes(FILES[name])
    return survey(path / name)


@pytest.mark.parametrize("name", FILES)
def test_the_same_figures(tmp_path: Path, name: str) -> None:
    """Every format gives the same figures in the same order, and the same publish moment."""
    report = read(tmp_path, name)
    assert [" ".join(claim.text.split()) for claim in report.claims] == FIGURES
    assert report.documents[0].published == "2031-03-03T14:05"
    assert report.documents[0].title == HEADLINE


@pytest.mark.parametrize("name", FILES)
def test_the_same_sections(tmp_path: Path, name: str) -> None:
    """Headline, lead and caption are told in every format."""
    sections = [claim.section for claim in read(tmp_path, name).claims]
    assert sections[:2] == ["headline", "lead"]
    assert sections[4] == "caption"
    assert set(sections[5:]) == {"body"}


@pytest.mark.parametrize("name", FILES)
def test_the_same_topics(tmp_path: Path, name: str) -> None:
    """Two formats of one article agree on everything."""
    (tmp_path / "story").mkdir()
    for file in {name, "a.txt"} if name != "a.txt" else {"a.md", "a.txt"}:
        (tmp_path / "story" / file).write_bytes(FILES[file])
    report = compare(tmp_path / "story")
    assert len(report.documents) == 2
    assert [finding.rule for finding in report.findings if not finding.rule.startswith("run/")] == []


PLACES = {
    "a.txt": ["1:32", "5:1", "7:18", "7:42", "9:8", "11:11", "11:20", "13:13", "13:22"],
    "a.md": ["4:34", "6:1", "8:19", "8:66", "10:3", "14:11", "14:16", "15:13", "15:18"],
    "a.html": ["8:51", "9:4", "11:21", "11:45", "12:38", "14:23", "14:34", "15:25", "15:36"],
    "a.docx": [
        "paragraph 1",
        "paragraph 3",
        "paragraph 4",
        "paragraph 4",
        "paragraph 5",
        "table 1, row 2",
        "table 1, row 2",
        "table 1, row 3",
        "table 1, row 3",
    ],
    "a.pdf": ["page 1"] * 4 + ["page 2"] * 5,
    "a.jsonl": ["1:32", "5:1", "7:18", "7:42", "9:8", "11:11", "11:20", "13:13", "13:22"],
}


@pytest.mark.parametrize("name", FILES)
def test_places(tmp_path: Path, name: str) -> None:
    """A figure's place is line and column of the file, or the paragraph, row or page where a file has no lines."""
    assert [row["place"] for row in read(tmp_path, name).rows()] == PLACES[name]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_offsets_point_into_the_file(tmp_path: Path, name: str) -> None:
    """In a file that is text, start and end of the report cut out what is written there, tags and entities included."""
    report: Any = read(tmp_path, name).to_dict()
    text = FILES[name].decode()
    written = [text[claim["start"] : claim["end"]] for claim in report["claims"]]
    cells = FIGURES if name == "a.txt" else [figure.strip("$m") if figure[0] == "$" else figure for figure in FIGURES]
    entities = {"At least 34": "At&nbsp;least <b>34", "£5m": "&pound;5m"} if name == "a.html" else {}
    assert written == [entities.get(figure, figure) for figure in cells]


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("a.html", "trafilatura", "html"), ("a.docx", "mammoth", "docx"), ("a.pdf", "pypdf", "pdf")]
)
def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str) -> None:
    """Where the library of a format is not installed, the command that installs it is told once, in a folder too."""
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / name).write_bytes(FILES[name])
    with pytest.raises(Unreadable) as error:
        load(tmp_path / name)
    assert str(error.value).count(f"pip install 'numcheck[{extra}]'") == 1
    (tmp_path / "b.txt").write_text(TEXT)
    (skipped,) = articles(tmp_path).skipped
    assert f"pip install 'numcheck[{extra}]'" in skipped.reason


HEAVY = ("trafilatura", "lxml", "mammoth", "pypdf")


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("a.txt", set()),
        ("a.md", set()),
        ("a.jsonl", set()),
        ("a.html", {"trafilatura", "lxml"}),
        ("a.docx", {"mammoth"}),
        ("a.pdf", {"pypdf"}),
    ],
)
def test_libraries_come_when_they_are_needed(tmp_path: Path, name: str, used: set[str]) -> None:
    """A library is imported for its own format only."""
    (tmp_path / name).write_bytes(FILES[name])
    code = f"import sys, numcheck.load as l, pathlib; l.load(pathlib.Path({name!r})); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert {library for library in HEAVY if library in told.stdout.split()} == used


def test_a_folder_of_all_kinds(tmp_path: Path) -> None:
    """A folder may hold every kind at once; two of one name keep their suffix."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    loaded = articles(tmp_path)
    assert [a.outlet for a in loaded.articles] == ["a.docx", "The Harbour Post", "a.jsonl", "a.md", "a.pdf", "a.txt"]
    assert loaded.skipped == ()


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf"])
def test_without_a_suffix(tmp_path: Path, name: str) -> None:
    """A file without a suffix is what its first bytes show, or else a text."""
    (tmp_path / name).write_bytes(FILES[name])
    (tmp_path / "article").write_bytes(FILES[name])
    assert load(tmp_path / "article").text == load(tmp_path / name).text
