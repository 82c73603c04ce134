"""Who inflates: which side of a finding moved away from the reference, and what that comes to by outlet."""

from __future__ import annotations

from pathlib import Path

import pytest

import numcheck
from numcheck.cli import main
from numcheck.settings import Settings

LOW = "Some 5,000 people marched through Port Lorne on Saturday, police said.\n"
HIGH = "Some 40,000 people marched through Port Lorne on Saturday, police said.\n"
CEILING = "Up to 500 fighters crossed the river into Eastmere on Monday, the army said.\n"
BARE = "On Monday 500 fighters crossed the river into Eastmere, the army said.\n"


def on(day: int, text: str) -> str:
    """Return the text published on a day of March."""
    return f"Published: {day} March 2031\n\n{text}"


@pytest.mark.parametrize(
    ("texts", "moved", "direction"),
    [
        ([("Post", LOW), ("Wire", HIGH)], None, None),
        ([("Post", on(3, LOW)), ("Wire", on(4, HIGH))], "Wire", "up"),
        ([("Post", on(4, LOW)), ("Wire", on(3, HIGH))], "Post", "down"),
        ([("Post", LOW), ("Wire", HIGH), ("Echo", LOW)], "Wire", "up"),
        ([("Post", HIGH), ("Wire", HIGH), ("Echo", LOW)], "Echo", "down"),
        ([("Post", CEILING), ("Wire", BARE)], "Wire", "up"),
        ([("Post", on(4, CEILING)), ("Wire", on(3, BARE))], None, None),
    ],
)
def test_who_moved(texts: list[tuple[str, str]], moved: str | None, direction: str | None) -> None:
    """The earliest report is the reference, else what most outlets agree with; who adds a hedge later has lost none."""
    finding = numcheck.compare(texts).findings[0]
    assert (finding.moved, finding.direction) == (moved, direction)


def test_a_reference_that_is_named_comes_first(tmp_path: Path) -> None:
    """The outlet of --reference never moves, however late it is."""
    for name, text in (("post.txt", on(4, LOW)), ("wire.txt", on(3, HIGH))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = numcheck.compare(tmp_path, Settings(reference=tmp_path / "post.txt")).findings[0]
    assert (found.moved, found.direction) == ("wire", "up")


def test_a_draft_moves_from_its_source() -> None:
    """Beside sources it is the draft that went away."""
    found = numcheck.gate([("Draft", BARE)], [("Wire", CEILING)]).findings[0]
    assert (found.moved, found.direction) == ("Draft", "up")


def test_counts_by_outlet() -> None:
    """An outlet's moves, the farthest of them, its lost hedges and what it told first are counted."""
    report = numcheck.compare([("Post", on(3, LOW + CEILING)), ("Wire", on(4, HIGH + BARE))])
    post, wire = report.outlets()
    assert (post.outlet, post.figures, post.larger, post.hedges_dropped, post.first) == ("Post", 2, 0, 0, 2)
    assert (wire.outlet, wire.larger, wire.smaller, wire.farthest, wire.hedges_dropped, wire.first) == ("Wire", 1, 0, 8.0, 1, 0)
    frame = report.to_frame("outlets")
    assert list(frame["outlet"]) == ["Post", "Wire"] and list(frame["larger"]) == [0, 1]
    assert list(numcheck.compare([("Post", "It rained.\n")]).to_frame("outlets").columns) == list(frame.columns)


def test_the_table_of_outlets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`compare --outlets` adds a row an outlet."""
    for name, text in (("post.txt", on(3, LOW)), ("wire.txt", on(4, HIGH))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["compare", str(tmp_path), "--outlets"]) == 0
    out = capsys.readouterr().out
    assert "Who moves away from the reference" in out
    assert [line.split() for line in out.splitlines() if line.startswith("wire ")] == [
        ["wire", "1", "1", "0", "8x", "0", "0", "0"]
    ]
