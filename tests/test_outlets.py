"""Who inflates: which side of a finding moved away from the reference, and what that comes to by outlet."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from judged import claim

import numcheck
from numcheck.cli import main
from numcheck.judge import relations
from numcheck.judge.verdicts.departure import departure
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.errors import NumcheckError
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


def story(folder: Path, *told: tuple[str, str, str]) -> Path:
    """Write an article of each outlet, with what its front matter says besides."""
    for name, said, text in told:
        (folder / f"{name}.md").write_text(f"---\noutlet: {name}\n{said}---\n{text}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("told", "moved"),
    [
        ([("Post", "", HIGH), ("Wire", "cites: Post\n", LOW)], "Wire"),
        ([("Post", "cites: wire\n", HIGH), ("Wire", "", LOW)], "Post"),
        ([("Post", "cites: [Echo, Wire]\n", HIGH), ("Wire", "", LOW)], "Post"),
        ([("Post", "published: 2031-03-03\ncites: Wire\n", HIGH), ("Wire", "published: 2031-03-04\n", LOW)], "Post"),
        ([("Post", "cites: Wire\n", HIGH), ("Wire", "cites: Post\n", LOW)], None),
        ([("Post", "cites: Elsewhere\n", HIGH), ("Wire", "", LOW)], None),
        ([("Post", "cites: Echo\n", HIGH), ("Wire", "", LOW), ("Echo", "cites: Wire\n", "It rained.\n")], "Post"),
        ([("Post", "", LOW), ("Echo", "", LOW), ("Wire", "", HIGH)], "Wire"),
        ([("Post", "cites: Wire\n", LOW), ("Echo", "cites: Wire\n", LOW), ("Wire", "", HIGH)], "Echo"),
    ],
    ids=["cited", "any case", "a list", "before the day", "each other", "not here", "through another", "most", "before most"],
)
def test_who_cites_moved(told: list[tuple[str, str, str]], moved: str | None, tmp_path: Path) -> None:
    """An outlet that took its figures from another is the one that went away from it."""
    assert numcheck.compare(story(tmp_path, *told)).findings[0].moved == moved


def test_a_reference_comes_before_what_is_cited(tmp_path: Path) -> None:
    """The outlet of --reference stays where it is, whomever it cites."""
    folder = story(tmp_path, ("Post", "cites: Wire\n", HIGH), ("Wire", "", LOW))
    assert numcheck.compare(folder, Settings(reference=folder / "Post.md")).findings[0].moved == "Wire"


def test_cites_in_a_story_file_and_in_lines(tmp_path: Path) -> None:
    """What front matter may say of an article, story.yaml and JSON Lines may say too."""
    (tmp_path / "a").mkdir()
    folder = story(tmp_path / "a", ("Post", "", HIGH), ("Wire", "", LOW))
    (folder / "story.yaml").write_text("articles:\n  Post.md: {cites: Wire}\n", encoding="utf-8")
    lines = tmp_path / "b.jsonl"
    told = [{"outlet": "Post", "cites": ["Wire"], "text": HIGH}, {"outlet": "Wire", "text": LOW}]
    lines.write_text("".join(json.dumps(article) + "\n" for article in told), encoding="utf-8")
    assert [numcheck.compare(path).findings[0].moved for path in (folder, lines)] == ["Post", "Post"]


@pytest.mark.parametrize("said", ["cites: 7\n", "cites: []\n", "cites: ['']\n", "cites: {Post: 1}\n"])
def test_cites_that_name_nobody_are_refused(said: str, tmp_path: Path) -> None:
    """An outlet is named in words."""
    with pytest.raises(NumcheckError, match="cites are names of outlets"):
        numcheck.compare(story(tmp_path, ("Post", said, HIGH), ("Wire", "", LOW)))


@pytest.mark.parametrize(
    ("figures", "moved"),
    [
        (["5", "5", "9"], "Outlet2"),
        (["40-60", "55-80", "20"], "Outlet2"),
        (["5", "9"], None),
        (["5", "9", "20"], None),
        (["5", "5", "9", "9"], None),
        (["up to 60", "at least 50", "20", "90"], None),
        (["up to 60", "at least 50", "55", "90"], "Outlet3"),
        (["more than 60", "60", "61"], "Outlet1"),
    ],
)
def test_what_most_outlets_share(figures: list[str], moved: str | None) -> None:
    """The consensus is the interval that the most outlets' figures have in common; who lies outside it has moved."""
    told = [claim(figure, document=f"outlet{i}", at=10 * i) for i, figure in enumerate(figures)]
    said = {c.document: [c] for c in told}
    pairs = [Sides((x, y), told=said) for x, y in combinations(told, 2) if relations.disjoint(x.quantity, y.quantity)]
    assert {departure(pair, None, {}, hedge=False)[0] for pair in pairs} == {moved}


def test_a_contradicted_draft_moved() -> None:
    """A figure that every source speaks against is the draft's own doing, up or down."""
    found = numcheck.gate([("Draft", HIGH)], [("Wire", LOW)]).findings[0]
    assert (found.rule, found.moved, found.direction) == ("sourcing/contradicted", "Draft", "up")


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
    assert "Who moves away from what most outlets say, else from the first report" in out
    assert [line.split() for line in out.splitlines() if line.startswith("wire ")] == [
        ["wire", "1", "of", "1", "1", "0", "21", "to", "100", "%", "8x", "0", "0"]
    ]
