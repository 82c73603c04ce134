"""The commands on rules: list, test, new, schema, explain; and how a mistake in a rule is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

import numcheck
from numcheck.cli import main

Output = pytest.CaptureFixture[str]

RULE = """\
title: A rule of the desk
about: pair
kind: inflation
severity: {severity}
when: [{when}]
message: "{{b.outlet}} writes {{b.text}}"
help: Ask the desk.
"""

BAD = [
    (
        "unknown condition",
        RULE.format(severity="error", when="same-topc"),
        ":5: there is no condition 'same-topc'",
        "'same-topic'",
    ),
    (
        "unknown key",
        RULE.format(severity="error", when="same-topic") + "levl: 3\n",
        ":8: there is no key 'levl'",
        "one of: title",
    ),
    ("wrong type", RULE.format(severity="[3]", when="same-topic"), ":4:", "error, warning"),
    (
        "duplicate key",
        RULE.format(severity="error", when="same-topic") + "title: Again\n",
        ":8: the key 'title' stands twice",
        "",
    ),
    ("alias bomb", "a: &a [x, x]\nb: [*a, *a]\n", ":1: anchors (&) and aliases (*) are not read", ""),
    ("no YAML", "title: [\n", "this is not YAML", ""),
    ("empty", "", "rule", ""),
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder for rules beside an article."""
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("12 boats sank.\n", encoding="utf-8")
    Path("desk").mkdir()
    return Path("desk")


def test_list(capsys: Output) -> None:
    """The list names every rule; `numcheck rules` alone is the list."""
    assert main(["rules", "list"]) == 0
    listed = capsys.readouterr().out
    assert main(["rules"]) == 0
    assert capsys.readouterr().out == listed
    assert all(rule.name in listed for rule in numcheck.load_rules())


def test_test(capsys: Output) -> None:
    """Every example on the pages of the built-in rules comes out as its page says."""
    assert main(["rules", "test"]) == 0
    assert capsys.readouterr().out.endswith(" 0 wrong\n")


def test_test_counts(desk: Path, capsys: Output) -> None:
    """Precision and recall are printed by rule, over its page and the traps of a folder; a wrong trap is told and counted."""
    (desk / "agreement").mkdir()
    pair = "- trap: one count\n  a: The storm killed 12 people.\n  b: {speaks: The storm killed 12., quiet: It rained.}\n"
    (desk / "agreement" / "disjoint.yaml").write_text(pair, encoding="utf-8")
    assert main(["rules", "test", "agreement/disjoint", "--traps", "desk", "--stats"]) == 1
    out = capsys.readouterr().out
    assert "disjoint.yaml:1: agreement/disjoint: one count: expected: speaks; spoke: no rule\n" in out
    found = re.search(r"^all rules +(\d+) +1 +(\d+) +0 +1\.000 +0\.(\d{3})$", out, re.M)
    assert found and out.endswith(" examples, 1 wrong\n")


def test_test_refuses_traps_of_no_rule(desk: Path, capsys: Output) -> None:
    """A file of traps that no rule has the name of is a mistake, with a guess."""
    (desk / "agreement").mkdir()
    (desk / "agreement" / "disjiont.yaml").write_text("- trap: x\n  a: {speaks: x}\n", encoding="utf-8")
    assert main(["rules", "test", "--traps", "desk"]) == 2
    assert "did you mean agreement/disjoint?" in capsys.readouterr().err


def test_a_pack_of_a_like_name_is_guessed(capsys: Output) -> None:
    """Whoever misspells a pack is shown the pack, not two of its rules."""
    assert main(["explain", "hedgin"]) == 2
    assert "did you mean hedging?" in capsys.readouterr().err


def test_lint(desk: Path, capsys: Output) -> None:
    """The built-in rules have nothing to mend; a rule without examples on either side has."""
    assert main(["rules", "lint"]) == 0
    assert capsys.readouterr().out.endswith(" rules, 0 remarks\n")
    (desk / "bare.yaml").write_text(RULE.format(severity="error", when="same-topic"), encoding="utf-8")
    assert main(["rules", "lint", "--rules", "desk"]) == 1
    assert "desk/bare: the message quotes both sides" in capsys.readouterr().out
    assert main(["rules", "lint", "desk/bare", "--rules", "desk"]) == 1
    assert " 1 rule, " in capsys.readouterr().out.replace("\n", " ")
    assert main(["rules", "lint", "desk/bear", "--rules", "desk"]) == 2
    assert "did you mean desk/bare?" in capsys.readouterr().err


def test_new_works(desk: Path, capsys: Output) -> None:
    """A rule just begun passes its own page, is listed, explained and fails when its page is wrong."""
    assert main(["rules", "new", "floods/big-jump", "--rules", "desk"]) == 0
    assert main(["rules", "test", "floods/big-jump", "--rules", "desk"]) == 0
    assert capsys.readouterr().out == "1 rule, 2 examples, 0 wrong\n"
    assert main(["rules", "list", "--rules", "desk"]) == 0
    assert "floods/big-jump" in capsys.readouterr().out
    assert main(["explain", "floods/big-jump", "--rules", "desk"]) == 0
    assert "<!--" not in capsys.readouterr().out
    page = desk / "floods" / "big-jump.md"
    page.write_text(page.read_text(encoding="utf-8").replace("60 boats", "14 boats"), encoding="utf-8")
    assert main(["rules", "test", "floods/big-jump", "--rules", "desk"]) == 1
    out = capsys.readouterr().out
    assert "desk/floods/big-jump.md:8: floods/big-jump: Five times as many speaks: expected: speaks" in out


@pytest.mark.parametrize("name", ["Big Jump", "../out", "a/b/c", "a/", "", "-x/y"])
def test_new_refuses_names(desk: Path, name: str, capsys: Output) -> None:
    """A rule's name is a file's name, and never leads out of the folder."""
    assert main(["rules", "new", "--rules", "desk", "--", name]) == 2
    assert "is no name for a rule" in capsys.readouterr().err
    assert not list(desk.iterdir())


def test_new_overwrites_nothing(desk: Path, capsys: Output) -> None:
    """A rule that is there is kept."""
    (desk / "mine.md").write_text("kept", encoding="utf-8")
    assert main(["rules", "new", "mine", "--rules", "desk"]) == 2
    assert (desk / "mine.md").read_text(encoding="utf-8") == "kept"


def test_without_a_page(desk: Path, capsys: Output) -> None:
    """A rule without a page is told of, and explained by what it says of itself."""
    (desk / "bare.yaml").write_text(RULE.format(severity="error", when="same-topic"), encoding="utf-8")
    assert main(["rules", "test", "desk/bare", "--rules", "desk"]) == 0
    assert "desk/bare: no page beside it" in capsys.readouterr().out
    assert main(["explain", "desk/bare", "--rules", "desk"]) == 0
    assert capsys.readouterr().out == "desk/bare: error (kind inflation)\n\n# A rule of the desk\n\nAsk the desk.\n"


def test_schema(capsys: Output) -> None:
    """The printed schema holds for every built-in rule."""
    assert main(["schema", "rule"]) == 0
    schema = json.loads(capsys.readouterr().out)
    for rule in numcheck.load_rules():
        jsonschema.validate(yaml.safe_load(Path(rule.file).read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize("name", [rule.name for rule in numcheck.load_rules()])
def test_explain(name: str, capsys: Output) -> None:
    """Every built-in rule is explained by its page, without the marks of its tests."""
    assert main(["explain", name]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{name}: ")
    assert "\n# " in out
    assert "<!--" not in out


@pytest.mark.parametrize("name", ["lost-ceiling", "hedging/lost-ceilin", "hedge/lost-ceiling"])
def test_explain_guesses(name: str, capsys: Output) -> None:
    """A rule that is not there exits 2 and is guessed."""
    assert main(["explain", name]) == 2
    assert "hedging/lost-ceiling" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "told", "advice"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_rule(desk: Path, text: str, told: str, advice: str, capsys: Output) -> None:
    """A mistake in a rule exits 2, with its file and line, before anything is compared."""
    (desk / "floods.yaml").write_text(text, encoding="utf-8")
    assert main(["compare", "a.md", "--rules", "desk"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "desk/floods.yaml" in err
    assert told in err
    assert advice in err
    assert "Traceback" not in err


def test_all_mistakes_at_once(desk: Path, capsys: Output) -> None:
    """Mistakes in several files are told together."""
    (desk / "one.yaml").write_text("title: [\n", encoding="utf-8")
    (desk / "two.yaml").write_text("titel: x\n", encoding="utf-8")
    assert main(["rules", "list", "--rules", "desk"]) == 2
    err = capsys.readouterr().err
    assert "desk/one.yaml" in err
    assert "desk/two.yaml" in err


def test_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """The list and a rule's page say how often the rule was right on unseen news, and where not enough was seen."""
    assert main(["rules", "list", "--measured", "--width", "0"]) == 0
    rows = dict(line.split("  ", 1) for line in capsys.readouterr().out.splitlines()[2:])
    assert all("not enough seen" in said or " right" in said for said in rows.values())
    assert main(["explain", "hedging/lost-floor"]) == 0
    assert f"; on unseen news: {rows['hedging/lost-floor'].strip()}" in capsys.readouterr().out
