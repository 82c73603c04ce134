"""Settings: what numcheck.yaml may say, where it is found, and how a mistake in it is told."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest

from numcheck.cli import main
from numcheck.model.errors import NumcheckError
from numcheck.settings import ROWS, Found, Settings
from numcheck.settings.files import find, read
from numcheck.settings.layers import choose, variable

GOOD = """\
# Settings of the desk
version: 1
rules: [desk, more/rules]
reference: wire.md
as_of: 2024-05-16
lexicon:
  vague: our-vague.yaml
fail_on: warning
format: [table, "json:out/report.json"]
strict: true
width: 80
"""

GOOD_TOML = """\
[project]
name = "desk"

[tool.numcheck]
version = 1
rules = ["desk", "more/rules"]
reference = "wire.md"
as_of = 2024-05-16
lexicon.vague = "our-vague.yaml"
fail_on = "warning"
format = ["table", "json:out/report.json"]
strict = true
width = 80
"""

BAD = [
    ("unknown key", "ruls: desk\n", ":2: unknown key 'ruls'", "did you mean 'rules'?"),
    ("key with a hyphen", "fail-on: note\n", ":2: unknown key 'fail-on'", "did you mean 'fail_on'?"),
    ("key of no kin", "colours_of_it: red\n", ":2: unknown key 'colours_of_it'", "one of: version, rules, reference"),
    ("wrong type", "rules: 3\n", ":2: rules: 3 is no path", "a folder, or a list of folders"),
    ("wrong type in a list", "\nrules: [desk, {a: 1}]\n", ":3: rules", "a folder"),
    ("no date", "as_of: 16 May\n", ":2: as_of: '16 May' is no date", "2024-05-16"),
    ("a week is no date", "as_of: 2024-W20-4\n", ":2: as_of", "2024-05-16"),
    ("no such day", "as_of: 2024-02-30\n", ":2: as_of", "2024-05-16"),
    ("no severity", "fail_on: sometimes\n", ":2: fail_on: 'sometimes' is no severity", "error, warning, note, never"),
    ("no flag", "strict: maybe\n", ":2: strict: 'maybe' is neither true nor false", "true or false"),
    ("no width", "width: -1\n", ":2: width: -1", "a whole number"),
    ("a NUL in a path", 'reference: "wire\\0.md"\n', ":2: reference: 'wire\\x00.md' is no path", "the path of one file"),
    ("a NUL in a list of paths", 'rules: [desk, "a\\0"]\n', ":2: rules", "a folder"),
    ("a NUL in a format", 'format: "csv:a\\0"\n', ":2: format", "format:file"),
    ("a list of tables", "lexicon: [vague, hedges]\n", ":2: lexicon", "table: file"),
    ("a list of rules", "adjust: [1, 2]\n", ":2: adjust", "off"),
    ("no mapping of tables", "lexicon: vague.yaml\n", ":2: lexicon", "table: file"),
    ("duplicate key", "fail_on: note\nas_of: 2024-05-16\nfail_on: error\n", ":4: the key 'fail_on' stands twice", "keep one"),
    (
        "alias bomb",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        ":2: anchors (&) and aliases (*) are not read",
        "write the value out",
    ),
    ("no YAML", "rules: [desk\n", "this is not YAML", "check quotes"),
]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder we are in, with two articles that disagree and no variables of ours."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("NUMCHECK_", "GITHUB_"))]:
        monkeypatch.delenv(name)
    for name, number in (("a", 12), ("b", 14)):
        Path(f"{name}.md").write_text(
            f"The storm killed {number} people in Exampleville on Monday, the governor said.\n", encoding="utf-8"
        )
    return tmp_path


def settings(path: Path) -> Settings:
    """Return what a file alone makes of the settings."""
    return choose("extract", {}, {}, read(path)).settings


@pytest.mark.parametrize(("name", "text"), [("numcheck.yaml", GOOD), ("pyproject.toml", GOOD_TOML)])
def test_read(tmp_path: Path, name: str, text: str) -> None:
    """Every key is read from YAML and TOML alike; paths are taken from the folder the file stands in."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert settings(path) == Settings(
        rules=(tmp_path / "desk", tmp_path / "more" / "rules"),
        reference=tmp_path / "wire.md",
        as_of=date(2024, 5, 16),
        lexicon={"vague": tmp_path / "our-vague.yaml"},
        fail_on="warning",
        format=("table", "json:out/report.json"),
        strict=True,
        width=80,
    )


def test_empty(tmp_path: Path) -> None:
    """A file that says nothing changes nothing."""
    path = tmp_path / "numcheck.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert settings(path) == Settings()


@pytest.mark.parametrize(("text", "told", "advice"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad(tmp_path: Path, text: str, told: str, advice: str) -> None:
    """A mistake is told with its file, its line and what to write."""
    path = tmp_path / "numcheck.yaml"
    path.write_text(f"version: 1\n{text}", encoding="utf-8")
    with pytest.raises(NumcheckError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}")
    assert told in str(caught.value)
    assert advice in str(caught.value)


BAD_FILES = [
    ("no version", "numcheck.yaml", "strict: true\n", ":1: the key 'version' is missing", "write version: 1"),
    ("another version", "numcheck.yaml", "version: 2\n", ":1: version: 2 is a form", "a newer numcheck"),
    ("a list", "numcheck.yaml", "- rules\n", ":1: settings are `key: value` lines", "keys: version, rules"),
    ("unknown key in TOML", "pyproject.toml", "[tool.numcheck]\nversion = 1\nruls = 1\n", ":3: unknown key 'ruls'", "'rules'"),
    (
        "wrong value behind a long text in TOML",
        "pyproject.toml",
        '[project]\nreadme = """\nwidth = 3\n"""\n\n[tool.numcheck]\nversion = 1\n\nwidth = -3\n',
        ":9: width: -3",
        "a whole number",
    ),
    ("no version in TOML", "pyproject.toml", "\n[tool.numcheck]\nstrict = true\n", ":2: the key 'version'", "version = 1"),
    ("TOML that is too deep", "pyproject.toml", "a = " + "[" * 9_000, ": a number is too long, or", "write it flat"),
    ("a long number in TOML", "pyproject.toml", "a = " + "9" * 9_000, ": a number is too long, or", "write it flat"),
    ("no TOML", "pyproject.toml", "[tool.numcheck]\nversion = = 1\n", ":2: this is not TOML", "check quotes"),
]


@pytest.mark.parametrize(("name", "text", "told", "advice"), [row[1:] for row in BAD_FILES], ids=[row[0] for row in BAD_FILES])
def test_bad_files(tmp_path: Path, name: str, text: str, told: str, advice: str) -> None:
    """What is wrong with a whole file, and a mistake in TOML, has its place too."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(NumcheckError) as caught:
        read(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}{told}")
    assert advice in str(caught.value)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """All mistakes of a file are told at once, each with its line."""
    path = tmp_path / "numcheck.yaml"
    path.write_text("ruls: desk\nas_of: May\nwidth: wide\n", encoding="utf-8")
    with pytest.raises(NumcheckError) as caught:
        read(path)
    told = [line for line in str(caught.value).splitlines() if line.startswith(str(path))]
    assert [line.removeprefix(str(path))[:3] for line in told] == [":1:", ":1:", ":2:", ":3:"]


@pytest.mark.parametrize("name", ["numcheck.yaml", ".numcheck.yaml", "pyproject.toml"])
def test_found_above(tmp_path: Path, name: str) -> None:
    """The nearest file above counts, up to the root of the repository."""
    text = "[tool.numcheck]\nversion = 1\n" if name == "pyproject.toml" else ""
    (tmp_path / name).write_text(text, encoding="utf-8")
    inner = tmp_path / "desk" / "stories"
    inner.mkdir(parents=True)
    (tmp_path / "desk" / "pyproject.toml").write_text("[project]\nname = 'numcheck-desk'\n", encoding="utf-8")
    assert find(inner) == tmp_path / name
    (tmp_path / "desk" / ".git").mkdir()
    assert find(inner) is None
    (inner / name).write_text(text, encoding="utf-8")
    assert find(inner) == inner / name


def test_two_files(tmp_path: Path) -> None:
    """Two files of settings in one folder are refused: one of them would be silently ignored."""
    (tmp_path / "numcheck.yaml").touch()
    (tmp_path / ".numcheck.yaml").touch()
    with pytest.raises(NumcheckError, match="both hold settings"):
        find(tmp_path)


WRITTEN = {
    "rules": ("desk", "numcheck/rules"),
    "reference": ("a.md", "b.md"),
    "sources": ("a.md", "b.md"),
    "as_of": ("2024-05-16", "2024-05-17"),
    "adjust": ("hedging/spin=off", "hedging/spin=note"),
    "lexicon": ("vague=a.yaml", "vague=b.yaml"),
    "baseline": ("a.json", "b.json"),
    "decisions": ("a.yaml", "b.yaml"),
    "at_least": ("0.5", "0.9"),
    "profile": ("summary", "docs"),
    "changed_since": ("main", "v1.0"),
    "fail_on": ("note", "warning"),
    "min_level": ("error", "warning"),
    "allow_unread": ("true", "false"),
    "strict": ("true", "false"),
    "exit_zero": ("1", "0"),
    "format": ("json", "csv:out.csv"),
    "output": ("a.txt", "b.txt"),
    "quotes": ("yes", "no"),
    "width": ("70", "80"),
    "color": ("never", "always"),
}


@pytest.mark.parametrize("name", ROWS)
def test_every_setting_has_a_variable(name: str) -> None:
    """Every setting has an environment variable, which outweighs the file and yields to the option."""
    kind, (first, second) = ROWS[name].kind, WRITTEN[name]
    of_file = Found({name: kind.of_text(second)}, {name: "numcheck.yaml:2"})
    chosen = choose("extract", {}, {variable(name): first}, of_file)
    told = getattr(chosen.settings, name)
    assert variable(name) in chosen.origins[name]
    assert told == (kind.of_text(second) + kind.of_text(first) if ROWS[name].adds else kind.of_text(first))
    nearest = choose("extract", {name: kind.of_text(second)}, {variable(name): first}, Found())
    assert nearest.origins[name].endswith(f"--{name.replace('_', '-')}")


def test_variables(story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """At the command line a variable counts, a bad one exits 2, and a misspelt one is told."""
    monkeypatch.setenv("NUMCHECK_FAIL_ON", "error")
    monkeypatch.setenv("NUMCHECK_MIN_LEVL", "error")
    assert main(["compare", "a.md", "b.md"]) == 1
    assert "NUMCHECK_MIN_LEVL is not read; did you mean NUMCHECK_MIN_LEVEL?" in capsys.readouterr().err
    monkeypatch.setenv("NUMCHECK_FAIL_ON", "sometimes")
    assert main(["compare", "a.md", "b.md"]) == 2
    assert "NUMCHECK_FAIL_ON: 'sometimes' is no severity" in capsys.readouterr().err


def test_show_config(story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--show-config tells each value and where it comes from, and needs no articles."""
    Path("numcheck.yaml").write_text("version: 1\nfail_on: error\nrules: desk\n", encoding="utf-8")
    monkeypatch.setenv("NUMCHECK_WIDTH", "70")
    assert main(["compare", "--show-config", "--as-of", "2024-05-16", "--rules", "more"]) == 0
    told = [tuple(line.split("# ")) for line in capsys.readouterr().out.splitlines()]
    shown = {text.partition(":")[0]: (text.partition(": ")[2].strip(), *origin) for text, *origin in told}
    assert shown["rules"] == ('["desk", "more"]', "numcheck.yaml:3, --rules")
    assert shown["as_of"] == ('"2024-05-16"', "--as-of")
    assert shown["fail_on"] == ("error", "numcheck.yaml:2")
    assert shown["width"] == ("70", "NUMCHECK_WIDTH")
    assert shown["min_level"] == ("note", "default")
    assert main(["compare", "--show-config", "--isolated"]) == 0
    assert "default of compare" in capsys.readouterr().out


def test_several_formats(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One run writes several formats, each to its file; two for one place are refused."""
    assert main(["compare", "a.md", "b.md", "-f", "table", "-f", "json:out.json", "-f", "csv:out.csv"]) == 0
    assert "outlets read" in capsys.readouterr().out
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["job"] == "compare"
    assert Path("out.csv").read_text(encoding="utf-8").startswith("id,")
    assert main(["compare", "a.md", "b.md", "-f", "table", "-f", "json"]) == 2
    assert "table and json would both go there" in capsys.readouterr().err


def test_automatic_format(story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The format auto is that of GitHub where GitHub runs it, else the table."""
    main(["compare", "a.md", "b.md", "-f", "auto"])
    assert "what is measured" in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main(["compare", "a.md", "b.md", "-f", "auto"])
    assert capsys.readouterr().out.startswith("::error")


@pytest.mark.parametrize(
    ("options", "status"),
    [([], 1), (["--exit-zero"], 0), (["--min-level", "error"], 1), (["--fail-on", "never"], 0)],
)
def test_status(story: Path, options: list[str], status: int) -> None:
    """The level that fails and the level that is shown are two things; --exit-zero outweighs both."""
    assert main(["compare", "a.md", "b.md", "--fail-on", "error", *options]) == status


def test_min_level(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is below the level shown still fails, and its number is told."""
    for name, number in (("a", "at least 12"), ("b", "12")):
        Path(f"{name}.md").write_text(f"The storm wrecked {number} boats in the harbour of Exampleville.\n", encoding="utf-8")
    assert main(["compare", "a.md", "b.md", "--fail-on", "warning", "--min-level", "error"]) == 1
    out, err = capsys.readouterr()
    assert "hedging/" not in out
    assert err == "numcheck: 1 below error not shown\n"


def test_strict(story: Path) -> None:
    """With --strict a run that had nothing to check fails."""
    for name in "ab":
        Path(f"{name}.md").write_text("The council met and spoke of the weather.\n", encoding="utf-8")
    assert main(["compare", "a.md", "b.md", "--fail-on", "error"]) == 0
    assert main(["compare", "a.md", "b.md", "--fail-on", "error", "--strict"]) == 1


def test_command_line_outweighs(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line says stands in the place of the file's word."""
    Path("numcheck.yaml").write_text("version: 1\nfail_on: error\nas_of: 2024-05-16\n", encoding="utf-8")
    assert main(["compare", "a.md", "b.md", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["settings"]["as_of"] == "2024-05-16"
    assert main(["compare", "a.md", "b.md", "--format", "json", "--fail-on", "never", "--as-of", "2024-06-01"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["as_of"] == "2024-06-01"


def test_bad_file_exits_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """At the command line a mistake in the settings exits 2."""
    monkeypatch.chdir(tmp_path)
    Path("conf.yaml").write_text("version: 1\nruls: desk\n", encoding="utf-8")
    Path("a.md").write_text("12 boats sank.\n", encoding="utf-8")
    assert main(["compare", "a.md", "--config", "conf.yaml"]) == 2
    assert capsys.readouterr().err == "numcheck: conf.yaml:2: unknown key 'ruls'\n  try: did you mean 'rules'?\n"


def test_step_summary(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside GitHub's annotations the report goes to the page of the step, behind what stands there."""
    page = story / "summary.md"
    page.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    main(["compare", "a.md", "b.md", "-f", "json"])
    assert page.read_text(encoding="utf-8") == "# Before\n"
    main(["compare", "a.md", "b.md", "-f", "github"])
    assert re.match(r"# Before\n## 1 disagreement\n", page.read_text(encoding="utf-8"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(story / "nowhere" / "summary.md"))
    assert main(["compare", "a.md", "b.md", "-f", "github"]) == 2
