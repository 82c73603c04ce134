"""Settings: what numcheck.yaml may say, where it is found, and how a mistake in it is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from numcheck.cli import main
from numcheck.model.errors import NumcheckError
from numcheck.settings import Settings, find, read

GOOD = """\
# Settings of the desk
rules: [desk, more/rules]
reference: wire.md
as_of: 2024-05-16
lexicon:
  vague: our-vague.yaml
fail_on: warning
"""

BAD = [
    ("unknown key", "ruls: desk\n", ":1: unknown key 'ruls'", "did you mean 'rules'?"),
    ("key of no kin", "colour: red\n", ":1: unknown key 'colour'", "one of: rules, reference"),
    ("wrong type", "rules: 3\n", ":1: rules: 3 is no path", "a folder, or a list of folders"),
    ("wrong type in a list", "\nrules: [desk, {a: 1}]\n", ":2: rules", "a folder"),
    ("no date", "as_of: 16 May\n", ":1: as_of: '16 May' is no date", "2024-05-16"),
    ("a week is no date", "as_of: 2024-W20-4\n", ":1: as_of", "2024-05-16"),
    ("no such day", "as_of: 2024-02-30\n", ":1: as_of", "2024-05-16"),
    ("no severity", "fail_on: sometimes\n", ":1: fail_on: 'sometimes' is no severity", "error, warning, note, never"),
    ("no mapping of tables", "lexicon: vague.yaml\n", ":1: lexicon", "table: file"),
    ("duplicate key", "fail_on: note\nas_of: 2024-05-16\nfail_on: error\n", ":3: the key 'fail_on' stands twice", "keep one"),
    (
        "alias bomb",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        ":1: anchors (&) and aliases (*) are not read",
        "write the value out",
    ),
    ("a list", "- rules\n", ":1: settings are `key: value` lines", "keys: rules"),
    ("no YAML", "rules: [desk\n", "this is not YAML", "check quotes"),
]


def test_read(tmp_path: Path) -> None:
    """Every key is read; paths are taken from the folder the file stands in."""
    path = tmp_path / "numcheck.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert read(path) == Settings(
        rules=(tmp_path / "desk", tmp_path / "more" / "rules"),
        reference=tmp_path / "wire.md",
        as_of=date(2024, 5, 16),
        lexicon={"vague": tmp_path / "our-vague.yaml"},
        fail_on="warning",
    )


def test_empty(tmp_path: Path) -> None:
    """A file that says nothing changes nothing."""
    path = tmp_path / "numcheck.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert read(path) == Settings()


@pytest.mark.parametrize(("text", "told", "advice"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad(tmp_path: Path, text: str, told: str, advice: str) -> None:
    """A mistake is told with its file, its line and what to write."""
    path = tmp_path / "numcheck.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NumcheckError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}")
    assert told in str(caught.value)
    assert advice in str(caught.value)


def test_found_above(tmp_path: Path) -> None:
    """The nearest file above counts, up to the root of the repository."""
    (tmp_path / "numcheck.yaml").touch()
    inner = tmp_path / "desk" / "stories"
    inner.mkdir(parents=True)
    assert find(inner) == tmp_path / "numcheck.yaml"
    (tmp_path / "desk" / ".git").mkdir()
    assert find(inner) is None
    (inner / "numcheck.yaml").touch()
    assert find(inner) == inner / "numcheck.yaml"


def test_command_line_outweighs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line says stands in the place of the file's word."""
    monkeypatch.chdir(tmp_path)
    Path("numcheck.yaml").write_text("fail_on: error\nas_of: 2024-05-16\n", encoding="utf-8")
    for name, number in (("a", 12), ("b", 800)):
        Path(f"{name}.md").write_text(f"The storm wrecked {number} boats in the harbour of Exampleville.\n", encoding="utf-8")
    assert main(["compare", "a.md", "b.md", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["settings"]["as_of"] == "2024-05-16"
    assert main(["compare", "a.md", "b.md", "--format", "json", "--fail-on", "never", "--as-of", "2024-06-01"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["as_of"] == "2024-06-01"


def test_bad_file_exits_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """At the command line a mistake in the settings exits 2."""
    monkeypatch.chdir(tmp_path)
    Path("conf.yaml").write_text("ruls: desk\n", encoding="utf-8")
    Path("a.md").write_text("12 boats sank.\n", encoding="utf-8")
    assert main(["compare", "a.md", "--config", "conf.yaml"]) == 2
    assert capsys.readouterr().err == "numcheck: conf.yaml:1: unknown key 'ruls'\n  try: did you mean 'rules'?\n"
