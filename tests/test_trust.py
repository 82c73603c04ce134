"""A repository that nobody knows can do nothing: not write, not read elsewhere, not run, not turn a gate green."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from numcheck.cli import main

SOURCE = "The flood killed 12 people in the Lorne valley.\n"
FALSE = "The flood killed 31 people in the Lorne valley.\n"
TRUE = SOURCE

Output = pytest.CaptureFixture[str]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository of a stranger, in which we are; beside it is a folder of ours."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "wire.md").write_text(SOURCE)
    (tmp_path / "ours" / "rule.yaml").write_text("title: x\n")
    place = tmp_path / "theirs"
    (place / ".git").mkdir(parents=True)
    monkeypatch.chdir(place)
    Path("a.md").write_text(FALSE)
    Path("b.md").write_text(TRUE)
    return place


@pytest.mark.parametrize(
    "line",
    [
        "output: ../ours/report.txt",
        'format: [table, "csv:../ours/report.csv"]',
        "rules: ../ours",
        "baseline: ../ours/base.json",
        "decisions: ../ours/decided.yaml",
        "lexicon: {hedges: ../ours/hedges.yaml}",
        "sources: [../ours]",
        "reference: ../ours/wire.md",
        "sources: link",
    ],
)
def test_settings_stay_inside(repository: Path, capsys: Output, line: str) -> None:
    """Settings that were found in the tree name nothing outside of it; those named on the command line may."""
    Path("link").symlink_to("../ours")
    Path("numcheck.yaml").write_text(f"version: 1\n{line}\n")
    assert main(["compare", "a.md", "b.md"]) == 2
    told = capsys.readouterr().err
    assert "numcheck.yaml:2: " in told and "leads out of theirs" in told and "--allow-outside" in told
    assert sorted(p.name for p in (repository.parent / "ours").iterdir()) == ["rule.yaml", "wire.md"]


def test_settings_may_be_named(repository: Path) -> None:
    """Whoever names a file of settings answers for it."""
    Path("numcheck.yaml").write_text("version: 1\noutput: ../ours/report.txt\n")
    assert main(["compare", "a.md", "b.md", "--config", "numcheck.yaml"]) == 0
    assert main(["compare", "a.md", "b.md", "--allow-outside"]) == 0
    assert (repository.parent / "ours" / "report.txt").is_file()


def test_settings_inside(repository: Path) -> None:
    """A report inside of the repository may be asked for by its settings."""
    Path("numcheck.yaml").write_text("version: 1\noutput: report.txt\n")
    assert main(["compare", "a.md", "b.md"]) == 0
    assert Path("report.txt").is_file()


def test_sources_of_a_draft(repository: Path, capsys: Output) -> None:
    """Front matter names no source outside of the repository."""
    Path("draft.md").write_text(f"---\nsources: ../ours/wire.md\n---\n{FALSE}")
    assert main(["gate", "draft.md"]) == 2
    told = capsys.readouterr().err
    assert "its source '../ours/wire.md' lies outside of the repository" in told
    assert main(["gate", "draft.md", "--allow-outside"]) == 1


def test_links(repository: Path, capsys: Output) -> None:
    """A link that leads out is not read, named or found in a folder."""
    Path("story").mkdir()
    for name in ("c.md", "d.md"):
        Path("story", name).write_text(TRUE)
    Path("story/wire.md").symlink_to("../../ours/wire.md")
    assert main(["compare", "story/wire.md", "a.md"]) == 2
    assert "this is a link that leads out of the repository" in capsys.readouterr().err
    assert main(["compare", "story"]) == 0
    assert "not read: story/wire.md: this is a link that leads out of the repository" in capsys.readouterr().out


def test_hints(repository: Path, capsys: Output) -> None:
    """No hint names what lies outside."""
    assert main(["compare", "../ours/wir.md", "a.md"]) == 2
    assert main(["compare", "../our", "a.md"]) == 2
    assert "wire.md" not in (told := capsys.readouterr().err) and "ours/" not in told.replace("../ours/wir.md", "")


def test_no_module_of_the_folder(repository: Path) -> None:
    """`python -m numcheck` takes no module from the folder it runs in."""
    for name in ("yaml", "typing", "typer", "json"):
        Path(f"{name}.py").write_text(f"raise SystemExit('{name} is taken')\n")
    done = subprocess.run([sys.executable, "-m", "numcheck", "compare", "a.md", "b.md"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "taken" not in done.stderr


def test_unread_sources(repository: Path, capsys: Output) -> None:
    """A source or draft that could not be read is exit 2, said in the first line; --allow-unread goes on."""
    Path("wires").mkdir()
    Path("wires/good.md").write_text(SOURCE)
    Path("wires/bad.docx").write_bytes(b"no document")
    assert main(["gate", "b.md", "--sources", "wires"]) == 2
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0].startswith("NOT READ: bad.docx. ")
    assert "--allow-unread" in shown.err
    assert main(["gate", "b.md", "--sources", "wires", "--allow-unread"]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("NOT READ: bad.docx. ")
    assert main(["gate", "b.md", "--sources", "wires", "--allow-unread", "--strict"]) == 1


def test_nothing_checked(repository: Path, capsys: Output) -> None:
    """A gate that checked no figure says so first, and --strict fails."""
    Path("c.md").write_text("The river rose at night.\n")
    assert main(["gate", "c.md", "--sources", "b.md"]) == 0
    assert capsys.readouterr().out.startswith("NOTHING CHECKED")
    assert main(["gate", "c.md", "--sources", "b.md", "--strict"]) == 1


def test_all_waived(repository: Path, capsys: Output) -> None:
    """A gate whose findings are all waived says so first, and --strict fails."""
    Path("c.md").write_text(f'<!-- numcheck: ignore-file all reason="by phone" -->\n{FALSE}')
    assert main(["gate", "c.md", "--sources", "b.md"]) == 0
    assert capsys.readouterr().out.startswith("ALL WAIVED")
    assert main(["gate", "c.md", "--sources", "b.md", "--strict"]) == 1


STREAMS = [
    ("compare a.md b.md >&-", "standard output is closed"),
    ("compare a.md b.md >/dev/full", "No space left"),
    ("--help >/dev/full", "No space left"),
    ("compare nowhere.md 2>&-", ""),
    ("compare nowhere.md 2>/dev/full", ""),
    ("compare --no-such-option 2>/dev/full", ""),
    ("compare --no-such-option 2>&-", ""),
    ("gate a.md --sources b.md >&- 2>&-", ""),
    ("gate a.md --sources b.md >/dev/full 2>/dev/full", ""),
]


@pytest.mark.parametrize(("words", "told"), STREAMS)
def test_closed_and_full_streams(repository: Path, words: str, told: str) -> None:
    """Where nobody can be told, it ends in 2 and without a traceback."""
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m numcheck {words}"], capture_output=True, text=True)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
