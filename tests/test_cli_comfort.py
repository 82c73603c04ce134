"""What makes the command line pleasant: the demo, progress, and completion."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from numcheck.cli import main
from numcheck.cli import progress as watched
from numcheck.pipeline import compare, gate, silent, survey

ROOT = Path(__file__).parents[1]
TEXTS = [("Post", "The storm wrecked 12 boats."), ("Echo", "The storm wrecked 14 boats.")]


class Screen(io.StringIO):
    """A stream that says of itself that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what says that nobody is watching."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_demo(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo compares the founding story from any folder, with names that are the same on every machine."""
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--quotes"]) == 0
    out, err = capsys.readouterr()
    assert "ex-servicemen unemployed" in out and "kabul-turncoats/crescent-post.md:" in out
    assert str(ROOT) not in out
    assert "numcheck gate DRAFT --sources FOLDER" in err


def test_demo_as_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo takes the options of compare."""
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--format", "html:demo.html"]) == 0
    assert "Worth knowing" in (tmp_path / "demo.html").read_text(encoding="utf-8")


def test_steps() -> None:
    """A run tells each article it reads, and that it compares."""
    told: list[tuple[str, int, int]] = []
    compare(TEXTS, step=lambda *step: told.append(step))
    assert told == [("opening", 1, 0), ("opening", 2, 0), ("reading", 1, 2), ("reading", 2, 2), ("comparing", 1, 1)]
    told.clear()
    gate(TEXTS[0], TEXTS[1:], step=lambda *step: told.append(step))
    survey(TEXTS, step=lambda *step: told.append(step))
    assert {what for what, _, _ in told} == {"opening", "reading", "comparing"}


def test_long_work_is_shown(at_a_desk: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, work that lasts is shown with its step and numbers, and the line is gone behind it."""
    monkeypatch.setattr(watched, "DELAY", 0)
    screen = Screen()
    with watched.progress(screen) as step:
        step("reading", 3, 12)
        for _ in range(100):
            if "3/12" in screen.getvalue():
                break
            time.sleep(0.05)
    assert "reading" in screen.getvalue() and "3/12" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")


def test_short_work_is_not(at_a_desk: None) -> None:
    """Work that is done at once shows nothing."""
    screen = Screen()
    with watched.progress(screen) as step:
        step("reading", 1, 1)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(("variable", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_nobody_watches(at_a_desk: None, monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    """Nothing is shown in CI, on a terminal that cannot, or in a pipe."""
    monkeypatch.setenv(variable, value)
    with watched.progress(Screen()) as step:
        assert step is silent
    with watched.progress(io.StringIO()) as step:
        assert step is silent


COMPLETED = [
    ("numcheck ga", "gate"),
    ("numcheck gate --sour", "--sources"),
    ("numcheck rules te", "test"),
    ("numcheck explain hedging/lost-c", "hedging/lost-ceiling"),
    ("numcheck compare --format ht", "html"),
    ("numcheck gate --fail-on er", "error"),
    ("numcheck gate --adjust inflation/dig", "inflation/digit-slip="),
]


@pytest.mark.parametrize(("line", "offered"), COMPLETED)
def test_completion(line: str, offered: str) -> None:
    """A shell that asks how a line may go on is answered."""
    asked = {"_NUMCHECK_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    command = [sys.executable, "-c", "import numcheck.cli as c; raise SystemExit(c.main([]))"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **asked})
    assert done.stdout.split() == [offered]


def test_help_stays_light() -> None:
    """Help imports none of the stages and none of the libraries that a report, a page or a bar needs."""
    heavy = ("jinja2", "rich", "waitress", "multipart", "pint", "pandas", "numcheck.pipeline", "numcheck.link")
    code = f"import sys; from numcheck.cli import main; main(['--help']); print([n for n in {heavy} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]"


def test_text_formats_load_no_templates() -> None:
    """A comparison as a table loads neither jinja2 nor rich."""
    code = (
        "import sys; from numcheck.cli import main; main(['demo', '--isolated']);"
        "print([n for n in ('jinja2', 'rich', 'multipart', 'pint') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_pack_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain PACK` lists the rules of the pack alone."""
    assert main(["explain", "hedging"]) == 0
    rows = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "/" in line.split(" ")[0]]
    assert rows and all(row.startswith("hedging/") for row in rows)


@pytest.mark.parametrize(("columns", "stacked"), [("66", True), ("72", False)])
def test_columns_are_honoured_in_a_pipe(
    columns: str, stacked: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe is as wide as COLUMNS says, and below 70 columns the rows of a table stand under each other."""
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["demo"]) == 0
    out = capsys.readouterr().out
    assert ("apart: 2x to 500x" in out) is stacked
    assert max(map(len, out.splitlines())) <= int(columns)
