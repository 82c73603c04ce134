"""The traps: pairs of little stories, of which a rule must speak of the one and keep quiet of its twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.judge import load_rules
from numcheck.judge.rules.traps import read, traps
from numcheck.judge.rules.trials import trials
from numcheck.model.errors import BadRule, NumcheckError
from numcheck.pipeline import spoken

FOLDER = Path(__file__).parent / "traps"
RULES = load_rules()
TRAPS = traps(FOLDER)

PAIR = """\
- trap: million where the other has billion
  known_gap: quiet
  a: The dam cost $88 million.
  b:
    speaks: {headline: A dam for Lorne, published: 3 March 2031, text: The dam cost $88 billion.}
    quiet: The dam cost $88m.
  c:
    quiet: The dam is large.
- trap: beside a draft
  draft: {speaks: Two boats sank., quiet: Three boats sank.}
  a: Three boats sank.
"""


def test_pairs_are_read() -> None:
    """A pair is two examples; a shared text is in both, a missing half leaves its outlet out, and a draft has sources."""
    speaks, quiet, beside, _ = read(PAIR, "traps.yaml")
    assert (speaks.scenario, speaks.where, speaks.expected, speaks.gap) == (
        "million where the other has billion",
        "traps.yaml:1",
        "speaks",
        False,
    )
    assert speaks.texts == (
        ("The Harbour Post", "The dam cost $88 million.", "article"),
        ("Valley Chronicle", "A dam for Lorne\n\nPublished: 3 March 2031\n\nThe dam cost $88 billion.", "article"),
    )
    assert (quiet.expected, quiet.gap, len(quiet.texts)) == ("quiet", True, 3)
    assert [role for _, _, role in beside.texts] == ["draft", "source"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("trap: one\n", "t.yaml: traps are a list of pairs"),
        ("- one\n", "t.yaml:1: `key: text` lines are expected"),
        ("- a: One boat.\n", "t.yaml:1: a pair says what its trap is"),
        ("- trap: one\n  a: One boat.\n", "t.yaml:1: both halves are the same"),
        ("- trap: one\n  z: One boat.\n", "t.yaml:2: there is no key 'z'"),
        ("- trap: one\n  a: {speaks: x, quite: y}\n", "t.yaml:2: there is no key 'quite'\n  try: did you mean 'quiet'?"),
        ("- trap: one\n  a: {speaks: {headline: x}}\n", "t.yaml:2: a text is a string"),
        ("- trap: one\n  a: {speaks: 12}\n", "t.yaml:2: `key: text` lines are expected"),
        ("- trap: one\n  known_gap: both\n  a: {speaks: x}\n", "t.yaml:2: known_gap cannot be 'both'"),
    ],
)
def test_a_bad_pair_is_refused(text: str, said: str) -> None:
    """A pair that cannot be run is told with file and line."""
    with pytest.raises(BadRule) as caught:
        read(text, "t.yaml")
    assert str(caught.value).startswith(said)


def test_a_folder_that_is_not_there_is_refused() -> None:
    """A folder of traps is named as it was given."""
    with pytest.raises(NumcheckError, match="no such folder"):
        traps(FOLDER / "nowhere")


def test_there_are_traps_enough() -> None:
    """Each rule that has traps has eight pairs, and there are three hundred in all."""
    pairs = {name: len(listed) // 2 for name, listed in TRAPS.items()}
    assert {name: n for name, n in pairs.items() if n < 8} == {}
    assert sum(pairs.values()) >= 300


def test_every_trap_is_of_a_rule() -> None:
    """A file of traps is named for a rule that is there."""
    assert set(TRAPS) <= {rule.name for rule in RULES}


@pytest.mark.parametrize("name", TRAPS)
def test_no_rule_falls_into_its_traps(name: str) -> None:
    """The rule speaks of each positive and of none of the twins; a known gap is still one."""
    tried = trials({name: TRAPS[name]}, lambda texts: spoken(texts, RULES))
    assert [trial.told() for trial in tried if trial.failed] == []
