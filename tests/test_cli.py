"""The command line: what it prints where, its exit status, and a clear word for every bad input."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from numcheck.cli import main
from numcheck.model import VERSION
from numcheck.report import formats

HARBOUR = "The storm wrecked 12 boats in the harbour of Exampleville on Monday. Thousands of dockers are unemployed.\n"
LEDGER = "The storm wrecked 80 boats in the harbour of Exampleville. Hundreds of thousands of dockers are unemployed.\n"
DRAFT = "The storm wrecked 80 boats in the harbour of Exampleville. In all 2,417 homes were flooded.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two articles, and a draft outside it."""
    for name, text in (("harbour", HARBOUR), ("ledger", LEDGER)):
        (tmp_path / "story").mkdir(exist_ok=True)
        (tmp_path / "story" / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "calm.md").write_text("Nobody said how many there were.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Output = pytest.CaptureFixture[str]


def test_compare(story: Path, capsys: Output) -> None:
    """Compare shows the table on standard output, says nothing on standard error, and exits 0."""
    assert main(["compare", "story"]) == 0
    out, err = capsys.readouterr()
    assert "inflation/order-of-magnitude" in out
    assert "2 outlets read" in out
    assert err == ""


@pytest.mark.parametrize(("level", "status"), [("never", 0), ("error", 1), ("warning", 1), ("note", 1)])
def test_fail_on(story: Path, level: str, status: int) -> None:
    """--fail-on sets the exit status."""
    assert main(["compare", "story", "--fail-on", level]) == status


def test_gate(story: Path, capsys: Output) -> None:
    """The gate exits 1 for a figure that no source holds, and 0 where it only has to tell of it."""
    assert main(["gate", "draft.md", "--sources", "story"]) == 1
    assert "sourcing/unsupported" in capsys.readouterr().out
    assert (
        main(["gate", "draft.md", "--sources", "story/harbour.md", "--sources", "story/ledger.md", "--fail-on", "never"]) == 0
    )


def test_gate_clean(story: Path) -> None:
    """A draft that says what its source says exits 0."""
    Path("same.md").write_text(LEDGER, encoding="utf-8")
    assert main(["gate", "same.md", "--sources", "story/ledger.md"]) == 0


def test_json(story: Path, capsys: Output) -> None:
    """The JSON report stands alone on standard output and names the documents as they were given."""
    assert main(["compare", "story/ledger.md", "./story/harbour.md", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [document["path"] for document in report["documents"]] == ["story/ledger.md", "story/harbour.md"]
    assert report["job"] == "compare"


def test_same_bytes(story: Path) -> None:
    """The same input gives the same bytes, in a process with another seed and another locale too."""
    command = [sys.executable, "-m", "numcheck", "compare", "story", "--format", "json"]
    outputs = {
        subprocess.run(
            command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        ).stdout
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "POSIX"))
    }
    assert len(outputs) == 1


def test_output_file(story: Path, capsys: Output) -> None:
    """-o writes the file, as UTF-8 with plain line breaks, and nothing to standard output."""
    assert main(["compare", "story", "--format", "markdown", "-o", "out.md"]) == 0
    assert capsys.readouterr().out == ""
    data = Path("out.md").read_bytes()
    assert "“Thousands”".encode() in data
    assert b"\r" not in data


@pytest.mark.parametrize("form", sorted(formats()))
def test_formats(story: Path, form: str, capsys: Output) -> None:
    """Every format serves every command."""
    assert main(["compare", "story", "--format", form]) == 0
    assert main(["gate", "draft.md", "--sources", "story", "--format", form]) == 1
    assert main(["extract", "story", "--format", form]) == 0
    assert capsys.readouterr().out


def test_why(story: Path, capsys: Output) -> None:
    """--why shows the sentences and what put the figures together."""
    assert main(["compare", "story", "--why", "dockers"]) == 0
    out = capsys.readouterr().out
    assert "«Thousands»" in out
    assert "What put them together" in out


def test_why_of_a_gate(tmp_path: Path, capsys: Output) -> None:
    """--why shows, for each verdict, the sources considered, the arithmetic, the links, and a mark's nearest."""
    (tmp_path / "draft.md").write_text("The flood killed 180 people in Eastmere. It came in 1999.\n")
    (tmp_path / "post.md").write_text(
        "The flood killed 120 people in the port of Eastmere and 60 people in the old town. It came in 1998.\n"
    )
    assert main(["gate", f"{tmp_path}/draft.md", "--sources", f"{tmp_path}/post.md", "--why"]) == 1
    out = capsys.readouterr().out
    for told in ("supported “180”", "«120»", "120 + 60 = 180", "Put together", "unsupported “1999”", "the nearest is “1998”"):
        assert told in out


def test_reference(story: Path, capsys: Output) -> None:
    """The reference is quoted first, and read even where it is not among the articles."""
    assert main(["compare", "story/harbour.md", "--reference", "story/ledger.md"]) == 0
    out = capsys.readouterr().out
    assert "reference" in out
    assert "2 outlets read" in out


def test_as_of(story: Path, capsys: Output) -> None:
    """The day to judge by is recorded; without one the report says what that costs."""
    assert main(["compare", "story", "--as-of", "2024-05-16", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["as_of"] == "2024-05-16"
    assert main(["compare", "story", "--width", "0"]) == 0
    assert "no publish date in any text and no --as-of" in capsys.readouterr().out


def test_extract(story: Path, capsys: Output) -> None:
    """Extract lists the figures, the numerals that are none with the reason, and on demand the rules that read them."""
    Path("one.txt").write_text("On 16 May 2024 about 50 boats sank.\n", encoding="utf-8")
    assert main(["extract", "one.txt", "--trail"]) == 0
    out = capsys.readouterr().out
    assert "about 50" in out
    assert "16 May 2024" in out
    assert "2024-05-16" in out
    assert "read by" in out


def test_second_opinion(story: Path, capsys: Output) -> None:
    """quantulum3 may be asked for its reading of the same text."""
    Path("one.txt").write_text("The truck weighs 12 tonnes and costs $3 million.\n", encoding="utf-8")
    assert main(["extract", "one.txt", "--engine", "quantulum3", "--trail"]) == 0
    out, err = capsys.readouterr()
    assert "quantulum3" in out
    assert "12 tonnes" in out
    assert err == ""


@pytest.mark.parametrize(
    ("environment", "option", "colored"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": ""}, "auto", False),
    ],
)
def test_color(
    story: Path, environment: dict[str, str], option: str, colored: bool, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    """The flag outweighs NO_COLOR, that outweighs FORCE_COLOR, and a pipe has no colours of itself."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    main(["compare", "story", "--color", option])
    assert ("\x1b[" in capsys.readouterr().out) == colored


def test_width(story: Path, capsys: Output) -> None:
    """A pipe is a hundred columns wide, --width says otherwise."""
    main(["compare", "story", "--quotes"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 100
    main(["compare", "story", "--quotes", "--width", "70"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 70


def test_version(capsys: Output) -> None:
    """--version prints name and version alone."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"numcheck {VERSION}\n"


@pytest.mark.parametrize("command", [[], ["compare"], ["gate"], ["extract"], ["rules"], ["explain"]])
def test_help(command: list[str], capsys: Output) -> None:
    """Every command explains itself."""
    assert main([*command, "--help"]) == 0
    assert "Usage: numcheck" in capsys.readouterr().out


USAGE = [
    (["frobnicate"], "frobnicate"),
    (["compare"], "PATH"),
    (
        ["compare", "story", "--format", "xml"],
        "csv, github, github-comment, gitlab, html, json, jsonl, junit, markdown, rdjson, rdjsonl, sarif, table",
    ),
    (["gate"], "DRAFT"),
    (["compare", "story", "--fail-on", "sometimes"], "error, warning, note, never"),
    (["compare", "story", "--as-of", "16 May"], "2024-05-16"),
    (["compare", "story", "--width", "-3"], "--width"),
    (["compare", "story", "--why", "t1", "--format", "json"], "--why"),
    (["gate", "story", "--sources", "story", "--why", "--format", "json"], "--why"),
    (["extract", "story", "--engine", "abacus"], "quantulum3"),
    (["explain"], "RULE"),
]


@pytest.mark.parametrize(("arguments", "told"), USAGE, ids=[" ".join(row[0]) for row in USAGE])
def test_usage(story: Path, arguments: list[str], told: str, capsys: Output) -> None:
    """A mistake in the arguments exits 2 and says on standard error what is expected."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


def test_messages_are_harmless(story: Path, capsys: Output) -> None:
    """A name that a message quotes cannot steer the terminal."""
    assert main(["compare", "\x1b[31mred\u202e.md"]) == 2
    assert not re.search("[\x1b\u202e]", capsys.readouterr().err)


BAD = [
    ("missing file", ["compare", "story/harbor.md"], "harbour.md"),
    ("empty file", ["compare", "empty.md"], "empty"),
    ("blank file", ["gate", "blank.md", "--sources", "story"], "empty"),
    ("folder without articles", ["compare", "none"], "no article"),
    ("empty folder", ["compare", "nothing"], "no article"),
    ("binary", ["compare", "image.md"], "not text"),
    ("not a text's suffix", ["compare", "paper.pdf"], ".pdf"),
    ("draft as source", ["gate", "draft.md", "--sources", "draft.md"], "as a draft and as a source"),
    ("draft as source by another path", ["gate", "draft.md", "--sources", "story/../draft.md"], "as a draft and as a source"),
    ("draft inside the sources", ["gate", "story/ledger.md", "--sources", "story"], "as a draft and as a source"),
    ("draft without a source", ["gate", "draft.md"], "--sources"),
    ("spilled glob", ["gate", "draft.md", "--sources", "story/harbour.md", "story/ledger.md"], "--sources story"),
    ("missing reference", ["compare", "story", "--reference", "official.md"], "official.md"),
    ("missing config", ["compare", "story", "--config", "conf.yaml"], "conf.yaml"),
    ("missing rules", ["compare", "story", "--rules", "mine"], "mine"),
    ("no place to write", ["compare", "story", "-o", "nowhere/out.md"], "nowhere"),
    ("unknown topic", ["compare", "story", "--why", "zebras"], "zebras"),
    ("unknown rule", ["explain", "lost-ceilin"], "hedging/lost-ceiling"),
]


@pytest.mark.parametrize(("arguments", "told"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_input(story: Path, arguments: list[str], told: str, capsys: Output) -> None:
    """Bad input exits 2, and standard error says what, where and what to try, without a traceback."""
    Path("empty.md").touch()
    Path("blank.md").write_text(" \n\n", encoding="utf-8")
    Path("image.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01")
    Path("paper.pdf").write_bytes(b"%PDF-1.7\n12 boats")
    Path("nothing").mkdir()
    Path("none").mkdir()
    Path("none/photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert "try: " in err
    assert "Traceback" not in err


def test_broken_bytes(story: Path, capsys: Output) -> None:
    """A text with broken bytes is read as well as it goes, or refused by name; it is never a traceback."""
    Path("broken.md").write_bytes(b"A quake \xc3\x28 wrecked 12 boats \x80\xff.")
    status = main(["compare", "broken.md", "story"])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert "3 outlets read" in out if status == 0 else "broken.md" in err


def test_five_megabytes_without_spaces(story: Path, capsys: Output) -> None:
    """A file of five megabytes without a blank is read in bounded time, and what was not understood is told."""
    Path("long.md").write_text("x" * 2_500_000 + "7" * 2_500_000, encoding="utf-8")
    start = time.process_time()
    assert main(["compare", "long.md", "story"]) == 0
    assert time.process_time() - start < 30
    assert "not understood" in capsys.readouterr().out


def test_sources_without_figures(story: Path, capsys: Output) -> None:
    """Where the sources hold no figure, the report says that nothing was checked."""
    assert main(["gate", "draft.md", "--sources", "calm.md"]) == 1
    out = capsys.readouterr().out
    assert "run/nothing-read" in out
    assert "0 supported" in out


def test_skipped_files(story: Path, capsys: Output) -> None:
    """What was not read is told, with the reason."""
    Path("story/photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["compare", "story", "story/ledger.md"]) == 0
    out = capsys.readouterr().out
    assert "not read: story/photo.jpg: .jpg files are not read" in out
    assert "not read: story/ledger.md: given twice, read once" in out


def test_option_before_drafts(story: Path) -> None:
    """One draft behind --sources is no spilled glob."""
    Path("same.md").write_text(LEDGER, encoding="utf-8")
    Path("source.md").write_text(LEDGER, encoding="utf-8")
    assert main(["gate", "--sources", "source.md", "same.md"]) == 0


def test_internal_error(story: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """A fault of numcheck itself exits 2, never 1."""
    monkeypatch.setattr("numcheck.pipeline.link", lambda *_: 1 / 0)
    assert main(["compare", "story"]) == 2
    assert "a fault of numcheck" in capsys.readouterr().err


def test_interrupt(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted run is no clean one."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("numcheck.pipeline.link", interrupted)
    assert main(["compare", "story"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such pipe")
def test_closed_pipe(story: Path) -> None:
    """A reader that has seen enough ends the run quietly."""
    command = f"{sys.executable} -m numcheck compare story --quotes --format json --fail-on error; echo status $? >&2"
    done = subprocess.run(["sh", "-c", f"({command}) | true"], capture_output=True, text=True, check=False)
    assert done.stderr == "status 1\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_full_disk(story: Path) -> None:
    """A report that cannot be written exits 2."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "numcheck", "compare", "story"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("numcheck: cannot write the report")


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--help"], {"numcheck.pipeline", "pydantic", "pandas", "numpy", "pint", "rich", "tabulate"}),
        (
            ["compare", "story"],
            {"pydantic", "pandas", "numpy", "pint", "rich", "urllib.request", "numcheck.report.html", "numcheck.load.html"},
        ),
        (
            ["gate", "draft.md", "--sources", "story", "--format", "json"],
            {"pydantic", "pandas", "numpy", "pint", "rich", "tabulate", "numcheck.report.terminal"},
        ),
        (["extract", "draft.md"], {"pydantic", "pandas", "numpy", "pint", "quantulum3", "jinja2", "rich", "openpyxl", "ssl"}),
    ],
)
def test_start_is_light(story: Path, arguments: list[str], unneeded: set[str]) -> None:
    """No command waits for a library it does not need."""
    code = f"import sys, numcheck.cli as c; c.main({arguments}); print(sorted({unneeded} & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
