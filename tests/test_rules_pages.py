"""The pages beside the rules: each example is read, run through the whole line, and comes out as its page says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from numcheck import pipeline
from numcheck.judge import load_rules, pages
from numcheck.judge.pages import Text
from numcheck.model.errors import BadRule
from numcheck.model.rule import Rule

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


def run(texts: Sequence[Text]) -> set[str]:
    """Run one example and return the rules that spoke."""
    drafts = [(outlet, text) for outlet, text, role in texts if role == "draft"]
    others = [(outlet, text) for outlet, text, role in texts if role != "draft"]
    report = pipeline.gate(drafts, others) if drafts else pipeline.compare(others)
    return {f.rule for f in report.findings}


def test_a_page_is_read() -> None:
    """Examples carry scenario, line, expectation, and each outlet's text and role."""
    one, two = pages.examples(PAGE, "page.md")
    assert (one.scenario, one.line, one.expected, one.gap) == ("It speaks", 8, "speaks", False)
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


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.name)
def test_each_rule_is_as_its_page_says(rule: Rule) -> None:
    """A rule has a page with two examples that speak and two that stay quiet, and every one of them does."""
    text = pages.page(rule)
    assert text is not None, "a page is missing"
    expected = [example.expected for example in pages.examples(text, rule.name)]
    assert expected.count("speaks") >= 2 and expected.count("quiet") >= 2
    assert pages.check([rule], run) == []


def test_a_wrong_example_is_told() -> None:
    """An example that comes out other than expected is a failure, and so is a known gap that has closed."""
    rule = next(r for r in load_rules() if r.name == "agreement/disjoint")
    silent = pages.check([rule], lambda texts: set())
    assert silent and all("expected: speaks; spoke: no rule" in failure.what for failure in silent)
