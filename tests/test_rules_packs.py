"""Rule files: where they are found, and what is said of a bad one: what, where with the line, and what to try."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from numcheck.judge import load_rules
from numcheck.judge.rules.schema import schema
from numcheck.judge.rules.vocabulary_page import vocabulary
from numcheck.judge.verdicts.conditions import known
from numcheck.model.errors import BadRule, NumcheckError
from numcheck.model.rule import Clause

ROOT = Path(__file__).parent.parent

GOOD = """\
title: Two tolls differ
about: pair
severity: warning
when: [same-topic, disjoint, {measured: {any_of: [killed, injured]}}]
message: "{a.outlet} says {a.text}, {b.outlet} {b.text}"
help: Ask the desk.
"""


def folder(tmp_path: Path, files: Mapping[str, str]) -> Path:
    """Write rule files below a folder called `house` and return it."""
    for name, text in files.items():
        file = tmp_path / "house" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "house"


def mistakes(tmp_path: Path, text: str, name: str = "tolls.yaml") -> str:
    """Return what is said of a bad rule, with the place of the folder left out."""
    where = folder(tmp_path, {name: text})
    with pytest.raises(BadRule) as caught:
        load_rules([where])
    return caught.value.what.replace(f"{where}/", "")


def test_the_built_in_rules_are_found() -> None:
    """The packs at the top of the tree are read, each rule named by its place, in the order of the names."""
    names = [rule.name for rule in load_rules()]
    assert names == sorted(names)
    assert {"agreement/disjoint", "inflation/order-of-magnitude", "hedging/collapsed-range", "run/nothing-read"} <= set(names)


@pytest.mark.parametrize(
    ("file", "name", "kind"),
    [
        ("tolls.yaml", "house/tolls", "house"),
        ("agreement/tolls.yaml", "agreement/tolls", "contradiction"),
        ("hedging/tolls.yaml", "hedging/tolls", "hedge"),
        ("desk/night/tolls.yaml", "desk/night/tolls", "desk"),
    ],
)
def test_the_place_is_the_name(tmp_path: Path, file: str, name: str, kind: str) -> None:
    """A rule is named by its folder and stem; its kind comes from the first folder."""
    rule = {r.name: r for r in load_rules([folder(tmp_path, {file: GOOD})])}[name]
    assert rule.kind == kind
    assert rule.when[2] == Clause("measured", {"any_of": ("killed", "injured")})


def test_a_kind_may_be_said(tmp_path: Path) -> None:
    """`kind` overrides what the pack says."""
    rules = load_rules([folder(tmp_path, {"hedging/tolls.yaml": GOOD + "kind: contradiction\n"})])
    assert next(r for r in rules if r.name == "hedging/tolls").kind == "contradiction"


def test_conditions_nest(tmp_path: Path) -> None:
    """`any`, `all` and `not` hold conditions, one or a list."""
    text = GOOD.replace(
        "[same-topic, disjoint, ", "[same-topic, {not: reconciled}, {any: [disjoint, {all: [flipped-bound]}]}, "
    )
    rule = next(r for r in load_rules([folder(tmp_path, {"tolls.yaml": text})]) if r.name == "house/tolls")
    assert rule.when[1] == Clause("not", {}, (Clause("reconciled"),))
    assert rule.when[2] == Clause("any", {}, (Clause("disjoint"), Clause("all", {}, (Clause("flipped-bound"),))))


BAD = [
    (
        "an unknown key",
        ("help:", "hlep:"),
        "tolls.yaml:6: there is no key 'hlep'; did you mean 'help'?\n    hlep: Ask the desk.\n"
        "tolls.yaml:1: the key 'help' is missing; a rule needs title, about, severity, when, message and help\n"
        "    title: Two tolls differ",
    ),
    (
        "an unknown condition",
        ("disjoint", "disjiont"),
        "tolls.yaml:4: there is no condition 'disjiont'; did you mean 'disjoint'?\n"
        "    when: [same-topic, disjiont, {measured: {any_of: [killed, injured]}}]",
    ),
    (
        "an unknown option",
        ("any_of", "anyof"),
        "tolls.yaml:4: measured has no option 'anyof'; did you mean 'any_of'?\n"
        "    when: [same-topic, disjoint, {measured: {anyof: [killed, injured]}}]\n"
        "tolls.yaml:4: measured needs the option 'any_of'; a list of texts\n"
        "    when: [same-topic, disjoint, {measured: {anyof: [killed, injured]}}]",
    ),
    (
        "an option of a wrong type",
        ("[killed, injured]", "7"),
        "tolls.yaml:4: the option any_of of measured cannot be 7; it is a list of texts\n"
        "    when: [same-topic, disjoint, {measured: {any_of: 7}}]",
    ),
    (
        "an option of a condition that has none",
        ("disjoint", "{disjoint: {by: 3}}"),
        "tolls.yaml:4: disjoint has no option 'by'; it has none\n"
        "    when: [same-topic, {disjoint: {by: 3}}, {measured: {any_of: [killed, injured]}}]",
    ),
    (
        "a wrong type",
        ("title: Two tolls differ", "title: [Two, tolls]"),
        "tolls.yaml:1: title must be a text, not a list\n    title: [Two, tolls]",
    ),
    (
        "a wrong severity",
        ("severity: warning", "severity: warn"),
        "tolls.yaml:3: severity cannot be 'warn'; did you mean 'warning'?\n    severity: warn",
    ),
    (
        "half a severity",
        ("severity: warning", "severity: {across: warning, drafts: error}"),
        "tolls.yaml:3: there is no setting 'drafts' for a severity; did you mean 'draft'?\n"
        "    severity: {across: warning, drafts: error}\n"
        "tolls.yaml:3: the severity 'draft' is missing; write {across: ..., draft: ...}, or one word for both\n"
        "    severity: {across: warning, drafts: error}",
    ),
    (
        "an unknown subject",
        ("about: pair", "about: pairs"),
        "tolls.yaml:2: about cannot be 'pairs'; did you mean 'pair'?\n    about: pairs",
    ),
    (
        "a condition for another subject",
        ("disjoint", "contradicted"),
        "tolls.yaml:4: contradicted does not fit a rule about a pair; it needs `about: draft`\n"
        "    when: [same-topic, contradicted, {measured: {any_of: [killed, injured]}}]",
    ),
    (
        "an unknown field",
        ("{a.text}", "{a.texts}"),
        "tolls.yaml:5: a rule about a pair has no field {a.texts}; did you mean 'a.text'?\n"
        '    message: "{a.outlet} says {a.texts}, {b.outlet} {b.text}"',
    ),
    (
        "a lone bracket",
        ("{b.text}", "{b.text"),
        "tolls.yaml:5: a curly bracket stands alone; write fields as {a.text}\n"
        '    message: "{a.outlet} says {a.text}, {b.outlet} {b.text"',
    ),
    (
        "no list of conditions",
        ("[same-topic, disjoint, {measured: {any_of: [killed, injured]}}]", "disjoint"),
        "tolls.yaml:4: when must be a list of conditions; write [same-topic, {sizes-apart: {at_least: 10}}]\n"
        "    when: disjoint",
    ),
    (
        "a wrong gross",
        ("help: Ask the desk.", "help: Ask the desk.\ngross: {ratios: 3}"),
        "tolls.yaml:7: gross cannot be a mapping; write true, false or {ratio: 3}\n    gross: {ratios: 3}",
    ),
    (
        "an unknown rule in instead_of",
        ("help: Ask the desk.", "help: Ask the desk.\ninstead_of: [agreement/disjiont]"),
        "tolls.yaml:7: there is no rule 'agreement/disjiont'; did you mean 'agreement/disjoint'?\n"
        "    instead_of: [agreement/disjiont]",
    ),
    (
        "a rule in the place of itself",
        ("help: Ask the desk.", "help: Ask the desk.\ninstead_of: [house/tolls]"),
        "tolls.yaml:7: 'house/tolls' and 'house/tolls' would each hide the other; leave one of them out\n"
        "    instead_of: [house/tolls]",
    ),
    (
        "an unknown kind",
        ("help: Ask the desk.", "help: Ask the desk.\nkind: contradictory"),
        "tolls.yaml:7: kind cannot be 'contradictory'; did you mean 'contradiction'?\n    kind: contradictory",
    ),
    (
        "a duplicate key",
        ("help: Ask the desk.", "help: Ask the desk.\nabout: pair"),
        "tolls.yaml:7: the key 'about' stands twice\n  try: keep one of them",
    ),
    (
        "an alias bomb",
        ("help: Ask the desk.", "help: &a [x, x, x]\nlol: &b [*a, *a, *a]\nlols: [*b, *b, *b]"),
        "tolls.yaml:6: anchors (&) and aliases (*) are not read\n  try: write the value out, or quote it",
    ),
]


@pytest.mark.parametrize(("change", "said"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_a_bad_rule_is_told_exactly(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    """Each mistake is told with its file and line, the user's own line, and a near guess or what is allowed."""
    assert mistakes(tmp_path, GOOD.replace(*change, 1)) == said


def test_text_that_is_no_rule(tmp_path: Path) -> None:
    """A file that holds a list, nothing, or no YAML is refused by name."""
    assert mistakes(tmp_path, "- disjoint\n").startswith("tolls.yaml:1: a rule is a list of `key: value` lines")
    assert mistakes(tmp_path, "").startswith("tolls.yaml:1: a rule is a list of `key: value` lines")
    assert mistakes(tmp_path, "title: [\n").startswith("tolls.yaml:2: this is not YAML")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Every mistake of every file is in one error."""
    where = folder(
        tmp_path, {"a.yaml": GOOD.replace("about: pair", "about: par"), "b.yaml": GOOD.replace("disjoint", "disjoin")}
    )
    with pytest.raises(BadRule) as caught:
        load_rules([where])
    assert "a.yaml:2: about" in caught.value.what and "b.yaml:4: there is no condition" in caught.value.what


def test_two_rules_of_one_name(tmp_path: Path) -> None:
    """A rule in the place of a built-in one is refused."""
    assert "there is a rule 'agreement/disjoint' already" in mistakes(tmp_path, GOOD, "agreement/disjoint.yaml")


def test_folders_without_rules(tmp_path: Path) -> None:
    """A folder that is missing or empty is refused."""
    with pytest.raises(NumcheckError, match="no such folder"):
        load_rules([tmp_path / "nowhere"])
    with pytest.raises(NumcheckError, match="holds no rules"):
        load_rules([tmp_path])


def test_each_condition_is_documented() -> None:
    """Every condition says what it looks for, and its options have types that YAML can give."""
    for condition in known().values():
        assert condition.help.endswith("."), condition.name


def test_the_schema_is_the_one_beside_the_rules(request: pytest.FixtureRequest) -> None:
    """rules/schema.json is made from the conditions; `pytest --regold` writes it anew."""
    file, text = ROOT / "rules" / "schema.json", json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--regold"):
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


def test_the_page_on_the_vocabulary_is_current(request: pytest.FixtureRequest) -> None:
    """docs/vocabulary.md is made from the conditions; `pytest --regold` writes it anew."""
    file = ROOT / "docs" / "vocabulary.md"
    if request.config.getoption("--regold"):
        file.write_text(vocabulary(), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == vocabulary()


def test_each_rule_names_its_schema() -> None:
    """An editor finds the schema by the first line of each rule."""
    for file in sorted((ROOT / "rules").glob("*/*.yaml")):
        assert file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema.json\n"), file.name


def test_the_schema_takes_the_built_in_rules_and_refuses_bad_ones() -> None:
    """Editors that use the schema agree with the loader."""
    jsonschema = pytest.importorskip("jsonschema")
    from numcheck import yamlfile

    check = jsonschema.Draft7Validator(schema())
    for file in sorted((ROOT / "rules").glob("*/*.yaml")):
        assert not list(check.iter_errors(yamlfile.read(file.read_text(encoding="utf-8"), file.name).value)), file.name
    for change in (("disjoint", "disjiont"), ("any_of", "anyof"), ("about: pair", "about: pairs"), ("help:", "hlep:")):
        assert list(check.iter_errors(yamlfile.read(GOOD.replace(*change), "x").value)), change
