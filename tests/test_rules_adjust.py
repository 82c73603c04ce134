"""Rules adjusted by settings: turned off, made graver or milder, given other options; and what is said of a bad change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import numcheck
from numcheck.cli import main
from numcheck.judge import load_rules
from numcheck.judge.rules.adjust import adjusted
from numcheck.model.errors import BadRule
from numcheck.model.rule import Clause
from numcheck.settings import Settings

RULES = load_rules()
PAIR = [
    ("Post", "More than 50 firefighters fought the blaze in Port Lorne.\n"),
    ("Wire", "At least 120 firefighters fought the blaze in Port Lorne.\n"),
]


def spoke(**changes: Any) -> list[tuple[str, str]]:
    """Return the rules that speak of two floors far apart, and how gravely."""
    settings = Settings(adjust={name.replace("__", "/").replace("_", "-"): change for name, change in changes.items()})
    return [(f.rule, f.severity) for f in numcheck.compare(PAIR, settings).findings]


def test_a_rule_is_adjusted() -> None:
    """It is left out, has another severity, or speaks from another size on."""
    assert spoke() == [("inflation/larger-size", "warning")]
    assert spoke(inflation__larger_size="off") == []
    assert spoke(inflation__larger_size="error") == [("inflation/larger-size", "error")]
    assert spoke(inflation__larger_size={"severity": "note"}) == [("inflation/larger-size", "note")]
    assert spoke(inflation__larger_size={"options": {"sizes-apart": {"at_least": 3}}}) == []


def test_an_option_is_changed_wherever_it_stands() -> None:
    """A nested condition has the new value too, and all other rules are as they were."""
    rule = next(
        r for r in adjusted(RULES, {"run/nothing-read": {"options": {"no-figures": {"of": "draft"}}}}) if r.pack == "run"
    )
    assert rule in RULES
    changed = {r.name: r for r in adjusted(RULES, {"run/nothing-read": {"options": {"no-figures": {"of": "draft"}}}})}
    parts = changed["run/nothing-read"].when[0].parts
    assert parts == (Clause("no-figures", {"of": "draft"}),) * 3
    assert all(changed[r.name] == r for r in RULES if r.name != "run/nothing-read")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"inflation/larger-sise": "off"}, "there is no such rule; did you mean 'inflation/larger-size'?"),
        ({"inflation/larger-size": "loud"}, "the severity cannot be 'loud'; one of: error, warning, note, off"),
        ({"inflation/larger-size": {"severty": "note"}}, "there is no key 'severty' to adjust; did you mean 'severity'?"),
        ({"inflation/larger-size": {"sure": 3}}, "sure is a confidence from 0 to 1, not 3"),
        ({"inflation/larger-size": {"options": {"size-apart": {}}}}, "does not ask 'size-apart'; did you mean 'sizes-apart'?"),
        (
            {"inflation/larger-size": {"options": {"sizes-apart": {"at_leest": 3}}}},
            "no option 'at_leest'; did you mean 'at_least'?",
        ),
        (
            {"inflation/larger-size": {"options": {"sizes-apart": {"at_least": "x"}}}},
            "at_least of sizes-apart cannot be 'x'; it is",
        ),
    ],
)
def test_a_bad_change_is_told(changes: dict[str, Any], said: str) -> None:
    """Each mistake names the rule, and guesses."""
    with pytest.raises(BadRule) as caught:
        adjusted(RULES, changes)
    assert said in caught.value.what


def test_all_bad_changes_are_told_at_once() -> None:
    """Two mistakes are in one error."""
    with pytest.raises(BadRule) as caught:
        adjusted(RULES, {"a/b": "off", "inflation/larger-size": "loud"})
    assert len(caught.value.what.splitlines()) == 2


def test_settings_adjust_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """numcheck.yaml and --adjust change rules for the commands that use them."""
    monkeypatch.chdir(tmp_path)
    Path("numcheck.yaml").write_text("version: 1\nadjust:\n  inflation/vague-size: off\n  hedging/spin: {severity: warning}\n")
    assert main(["rules", "list", "--width", "0"]) == 0
    listed = capsys.readouterr().out
    assert "inflation/vague-size" not in listed
    assert next(line for line in listed.splitlines() if line.startswith("hedging/spin ")).split()[1:3] == ["warning", "warning"]
    assert main(["rules", "list", "--isolated", "--adjust", "hedging/spin=off"]) == 0
    listed = capsys.readouterr().out
    assert "inflation/vague-size" in listed and "hedging/spin" not in listed
    assert main(["rules", "list", "--isolated", "--adjust", "hedging/spinn=off"]) == 2
    assert "did you mean 'hedging/spin'?" in capsys.readouterr().err
