"""Revisions: which figures changed between two versions of one article, and which did not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.cli import main
from numcheck.load import from_text
from numcheck.pipeline import diff
from numcheck.report.distance import shift

OLD = (
    "At least 34 people died when the ferry sank off Port Lorne on Monday, the coast guard said.\n\n"
    "The ferry carried 210 passengers and a crew of 12. Repairs of the pier will cost $2 million.\n\n"
    "About 40 divers are searching the strait.\n"
)

CASES = [
    ("nothing", OLD, []),
    ("a number rises", OLD.replace("34", "38"), [("changed", "At least 34", "At least 38", "4 more")]),
    ("a number falls", OLD.replace("210", "180"), [("changed", "210", "180", "30 fewer")]),
    ("a hedge goes", OLD.replace("At least 34", "Some 34"), [("changed", "At least 34", "Some 34", "the hedge")]),
    ("money grows", OLD.replace("$2 million", "$9 million"), [("changed", "$2 million", "$9 million", "$7 million more")]),
    ("a spelling is no change", OLD.replace("a crew of 12", "a crew of twelve"), []),
    ("words around are no change", OLD.replace("the coast guard said", "officials said late on Tuesday night"), []),
    ("lines above are no change", "The strait is closed to all ships.\n\n" + OLD, []),
    (
        "a figure is added",
        OLD + "\nThree bridges were closed for the search.\n",
        [("added", None, "Three", None)],
    ),
    ("a figure goes", OLD.replace("About 40 divers are searching the strait.\n", ""), [("gone", "About 40", None, None)]),
    (
        "two of one sentence",
        OLD.replace("210", "180").replace("crew of 12", "crew of 14"),
        [("changed", "210", "180", "30 fewer"), ("changed", "12", "14", "2 more")],
    ),
    (
        "a sentence moves",
        "\n\n".join(reversed(OLD.strip().split("\n\n"))).replace("34", "38") + "\n",
        [("changed", "At least 34", "At least 38", "4 more")],
    ),
]


@pytest.mark.parametrize(("new", "told"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_changes(new: str, told: list[tuple[str, str | None, str | None, str | None]]) -> None:
    """A figure is paired with itself through edits of its number, its hedge, its sentence and its place."""
    revision = diff([from_text("old.md", OLD)][0], from_text("new.md", new))
    found = [
        (
            change.kind,
            change.old.text if change.old else None,
            change.new.text if change.new else None,
            shift(change.old, change.new) if change.old and change.new else None,
        )
        for change in revision.changes
    ]
    assert found == told
    assert revision.unchanged == 5 - sum(kind != "added" for kind, *_ in told)


def test_there_and_back() -> None:
    """What is added on the way there is gone on the way back, and what changed changes back."""
    new = OLD.replace("34", "38") + "\nThree bridges were closed for the search.\n"
    there, back = (diff(from_text("a", x), from_text("b", y)) for x, y in ((OLD, new), (new, OLD)))
    turned = {"added": "gone", "gone": "added", "changed": "changed"}
    assert sorted(turned[c.kind] for c in there.changes) == sorted(c.kind for c in back.changes)
    assert there.unchanged == back.unchanged


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command shows what changed as a table or JSON, and counts what did not."""
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text(OLD, encoding="utf-8")
    Path("new.md").write_text(OLD.replace("34", "38"), encoding="utf-8")
    assert main(["diff", "old.md", "new.md"]) == 0
    out = capsys.readouterr().out
    assert "“At least 34”  “At least 38”  4 more" in out
    assert out.endswith("5 figures: 1 changed, 0 added, 0 gone, 4 as before\n")
    assert main(["diff", "old.md", "new.md", "-f", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(c["kind"], c["old"]["low"], c["new"]["low"]) for c in told["changes"]] == [("changed", 34, 38)]
    assert told["unchanged"] == 4
    assert main(["diff", "old.md", "old.md"]) == 0
    assert capsys.readouterr().out == "5 figures: 0 changed, 0 added, 0 gone, 5 as before\n"


@pytest.mark.parametrize(
    "arguments", [["diff"], ["diff", "old.md"], ["diff", "old.md", "none.md"], ["diff", "a", "b", "-f", "csv"]]
)
def test_usage(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing version or a format that a revision has not exits 2."""
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text(OLD, encoding="utf-8")
    assert main(arguments) == 2


def test_a_folder_is_no_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Several articles in the place of one version are refused, with the folder's name."""
    monkeypatch.chdir(tmp_path)
    Path("both").mkdir()
    for path in (Path("both/a.txt"), Path("both/b.txt"), Path("new.txt")):
        path.write_text("The storm killed 12 people.", encoding="utf-8")
    assert main(["diff", "both", "new.txt"]) == 2
    assert capsys.readouterr().err == "numcheck: both: the old version is 2 articles\n  try: give one file for each version\n"
