"""The pages beside the rules: each example is read, run through the whole line, and comes out as its page says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from numcheck.judge import load_rules
from numcheck.judge.rules import pages
from numcheck.judge.rules.lint import remarks
from numcheck.judge.rules.pages import Example, Expected
from numcheck.judge.rules.trials import Score, Trial, on_pages, scores, trials
from numcheck.model.errors import BadRule
from numcheck.model.rule import Rule
from numcheck.pipeline import spoken

PAGE = """\
# A rule

What and why.

## It speaks
One sentence.

<!-- numcheck: speaks -->
> **The Post:** Two boats
> sank.

> **The Wire:** Three boats sank.

More words.

## It is quiet
<!-- numcheck: quiet, known gap -->
> **Draft:** Two boats sank.
> **The Wire:** Two boats sank.
"""


def test_a_page_is_read() -> None:
    """Examples carry scenario, line, expectation, and each outlet's text and role."""
    one, two = pages.examples(PAGE, "page.md")
    assert (one.scenario, one.where, one.expected, one.gap) == ("It speaks", "page.md:8", "speaks", False)
    assert one.texts == (("The Post", "Two boats\nsank.", "article"), ("The Wire", "Three boats sank.", "article"))
    assert (two.expected, two.gap, [role for _, _, role in two.texts]) == ("quiet", True, ["draft", "source"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- numcheck: speeks -->\n> **A:** x\n", "page.md:1: what is expected"),
        ("<!-- numcheck: speaks -->\nno quote\n", "page.md:1: an example without block quotes"),
        ("<!-- numcheck: speaks -->\n> Two boats sank.\n", "page.md:2: a quote without its outlet"),
    ],
)
def test_a_bad_page_is_refused(text: str, said: str) -> None:
    """An example that cannot be run is told with file and line."""
    with pytest.raises(BadRule, match=said.replace("(", "\\(")):
        pages.examples(text, "page.md")


RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_is_as_its_page_says(rule: Rule) -> None:
    """Every example of the page comes out as it says, and a known gap is still one."""
    tried = trials(on_pages([rule]), lambda texts: spoken(texts, RULES))
    assert [trial.told() for trial in tried if trial.failed] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_is_well_made(rule: Rule) -> None:
    """Its name is a fault's, its message quotes both sides, its help says what to do, two examples speak and two are quiet."""
    assert remarks(rule, on_pages([rule])[rule.name]) == []


def _trial(expected: Expected, *spoke: str, gap: bool = False) -> Trial:
    return Trial("a/b", Example("It is so", "page.md:8", expected, gap, ()), frozenset(spoke))


@pytest.mark.parametrize(
    ("trial", "failed", "told"),
    [
        (_trial("speaks", "a/b", "c/d"), False, "expected: speaks; spoke: a/b, c/d"),
        (_trial("speaks", "c/d"), True, "expected: speaks; spoke: c/d"),
        (_trial("quiet", "a/b"), True, "expected: quiet; spoke: a/b"),
        (_trial("speaks", gap=True), False, "known gap, expected: speaks; spoke: no rule"),
        (_trial("speaks", "a/b", gap=True), True, "the known gap is closed: take the mark away"),
    ],
)
def test_an_example_that_comes_out_otherwise_is_told(trial: Trial, failed: bool, told: str) -> None:
    """A wrong example fails, a known gap does not, and fails the day it comes out right."""
    assert trial.failed == failed
    if failed or trial.example.gap:
        assert trial.told() == f"page.md:8: a/b: It is so: {told}"


def test_scores_are_counted_by_rule() -> None:
    """Precision is the share of right findings, recall that of found faults; a known gap counts as missed."""
    tried = [_trial("speaks", "a/b"), _trial("speaks", gap=True), _trial("quiet"), _trial("quiet", "a/b")]
    score = scores(tried)["a/b"]
    assert score == Score(found=1, missed=1, quiet=1, alarms=1)
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert (Score(quiet=1).precision, Score(quiet=1).recall) == (None, None)


GOOD = next(rule for rule in RULES if rule.name == "agreement/disjoint")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "agreement/check-hedges"}, "names the fault: hedges"),
        ({"name": "agreement/two-figures-far-too-far-apart"}, "the name has 6 words"),
        ({"title": "two figures differ."}, "the title is a headline"),
        ({"title": "T" * 91}, "the title has 91 characters"),
        ({"help": "The figure may be wrong."}, "its verb first"),
        ({"help": "Check it"}, "its verb first"),
        ({"message": "{a.outlet} says “{a.text}”"}, "quotes both sides: {a.text} and {b.text}"),
        ({"message": "{a.outlet} says “{a.text}”, another “{b.text}”"}, "which outlet it quotes: {b.outlet}"),
        ({"about": "draft"}, "quotes the draft and a source"),
        ({"about": "claim"}, "quotes the figure: {claim.text}"),
    ],
)
def test_a_badly_made_rule_is_told_what_to_mend(change: Mapping[str, Any], said: str) -> None:
    """Each remark says what is wrong and how it is better."""
    assert [said in remark for remark in remarks(replace(GOOD, **change), on_pages([GOOD])[GOOD.name])] == [True]


def test_a_rule_without_examples_is_told() -> None:
    """Both sides are needed, and known gaps are no examples."""
    gap = Example("It is so", "page.md:8", "quiet", True, ())
    assert [remark.partition(": ")[2] for remark in remarks(GOOD, [gap])] == [
        "0 of its examples speak, and 2 are needed",
        "0 of its examples stay quiet, and 2 are needed",
    ]
