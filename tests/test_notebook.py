"""A report in a notebook: its frames, its tables, and the notebook of the docs, run in a kernel; `--regold` writes it anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import samples

import numcheck
from numcheck.model.finding import Entry
from numcheck.report.notebook_html import notebook_html

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"
STORY = [
    ("The Post", "---\npublished: 2024-05-01T09:30+02:00\n---\nThe flood killed 12 people on 3 May."),
    ("The Echo", "---\npublished: 2024-05-01\n---\nThe flood killed 31 people."),
]


def test_frames() -> None:
    """Every frame has typed columns, those of an empty report too."""
    report = numcheck.compare(STORY)
    empty = replace(report, claims=(), topics=(), findings=(), ledger=())
    for name in ("to_frame", "findings_frame", "topics_frame", "ledger_frame"):
        full, none = getattr(report, name)(), getattr(empty, name)()
        assert list(full.columns) == list(none.columns) and none.empty
        assert not [column for column in full if full[column].dtype == object], name
        assert not [column for column in none if none[column].dtype == object], name
    published = report.to_frame()["published"]
    assert str(published.dtype).startswith("datetime64") and "UTC" in str(published.dtype)
    assert [f"{moment:%d %H:%M}" for moment in published] == ["01 07:30", "01 00:00"]
    (found,) = report.findings_frame().to_dict("records")
    assert (found["rule"], found["first_outlet"], found["first"], found["second"]) == (
        "agreement/disjoint",
        "The Post",
        "12",
        "31",
    )
    (topic,) = report.topics_frame().to_dict("records")
    assert (topic["outlets"], topic["low"], topic["high"], topic["texts"]) == (2, 12, 31, "The Post: 12; The Echo: 31")


def test_ledger() -> None:
    """The ledger gives the words of each figure and mark, as entries and as a frame, with the best source beside it."""
    report = numcheck.gate("The flood killed 31 people on 3 May.", [("The Post", "The flood killed 12 people on 3 May.")])
    assert [(entry.text, entry.state) for entry in report.ledger] == [("31", "contradicted"), ("3 May", "supported")]
    first, second = report.ledger_frame().to_dict("records")
    assert (first["line"], first["source_outlet"], first["source_text"]) == (1, "The Post", "12")
    assert second["source_text"] is None or second["source_text"] != second["source_text"]


def test_repr() -> None:
    """A report is one short line where it is printed."""
    report = numcheck.compare(STORY)
    assert repr(report) == "<Report of compare: 2 documents, 2 claims, 1 topics, 1 findings, 0 ledger>"
    assert len(str(replace(report, ledger=(Entry("supported"),) * 1000))) < 100


@pytest.mark.parametrize("make", [samples.compare_report, samples.gate_report, samples.extract_report])
def test_tables(make: Any) -> None:
    """Each kind of report is a small piece of HTML with its style inside."""
    shown = notebook_html(make())
    assert shown.startswith('<div class="numcheck"><style>') and shown.endswith("</div>")
    assert shown.count("<table>") == shown.count("</table>") >= 1
    assert len(shown) < 20_000


def test_nothing_runs() -> None:
    """What an article says is text in a notebook, never markup."""
    report = numcheck.compare([("<b>Post</b>", "12 <script>x</script> died."), ("Echo", "31 <script>x</script> died.")])
    shown = report._repr_html_()
    assert "<script" not in shown and "&lt;b&gt;Post" in shown


def test_page(tmp_path: Path) -> None:
    """to_html writes the page that the format html gives."""
    report = numcheck.compare(STORY)
    report.to_html(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_notebook(request: pytest.FixtureRequest) -> None:
    """The notebook of the docs runs from top to bottom, and every cell shows a table."""
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    book = nbformat.read(NOTEBOOK, as_version=4)
    before = [len(cell.get("outputs", ())) for cell in book.cells]
    nbclient.NotebookClient(book, timeout=120, resources={"metadata": {"path": str(NOTEBOOK.parents[1])}}).execute()
    if request.config.getoption("--regold"):
        for cell in book.cells:
            cell.metadata.clear()
        nbformat.write(book, NOTEBOOK)
    shown = [output["data"]["text/html"] for cell in book.cells for output in cell.get("outputs", ())]
    assert [len(cell.get("outputs", ())) for cell in book.cells] == before
    assert all("<table" in html for html in shown) and any("agreement/disjoint" in html for html in shown)
