"""Every format renders whatever a rule may say: the examples of the rules' own pages go through all of them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from xml.etree import ElementTree

import pytest

import numcheck
from numcheck.judge import load_rules
from numcheck.judge.rules import pages
from numcheck.load import from_text
from numcheck.model.report import Report, View
from numcheck.report import formats, render

VIEWS = (View(), View(width=40, quotes=True, outlets=True, matrix=True, everything=True, trail=True))


def run(texts: Iterable[pages.Text]) -> Report:
    """Return the report on the texts of an example."""
    articles = [from_text(*text) for text in texts]
    drafts = [article for article in articles if article.role == "draft"]
    if drafts:
        return numcheck.gate(drafts, [article for article in articles if article.role == "source"])
    return numcheck.compare(articles)


@lru_cache(maxsize=1)
def spoken() -> dict[str, list[Report]]:
    """Return by pack the reports on all examples that make a rule speak, one for each rule and job."""
    found: dict[str, list[Report]] = {}
    for rule in load_rules():
        given = [example for example in pages.examples(pages.page(rule) or "", rule.name) if example.expected == "speaks"]
        jobs = {any(role == "draft" for _, _, role in example.texts): example for example in reversed(given) if not example.gap}
        found.setdefault(rule.pack, []).extend(run(example.texts) for example in jobs.values())
    return found


def valid(form: str, text: str) -> None:
    """Read a machine's format as a machine does."""
    if form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    elif form in ("jsonl", "rdjsonl"):
        assert all(isinstance(json.loads(line), dict) for line in text.split("\n") if line)
    elif form == "junit":
        ElementTree.fromstring(text)


@pytest.mark.parametrize("form", sorted(formats()))
def test_every_format_renders_every_finding(form: str) -> None:
    """A report with a finding of any rule, in a comparison and in a gate, is rendered in each format and stays valid."""
    for pack, reports in spoken().items():
        assert reports, pack
        for report in reports:
            for view in VIEWS:
                text = render(report, form, view)
                assert text.endswith("\n"), (form, pack)
                valid(form, text)


def test_every_rule_is_rendered() -> None:
    """Each rule speaks in one of these reports."""
    told = {finding.rule for reports in spoken().values() for report in reports for finding in report.findings}
    assert told >= {rule.name for rule in load_rules()}


HOSTILE = "\ufffe\uffff\ufdd0\ud800\udfff\U0001fffe\x00\x1b[2J\x85\u2028\u202e\ue000]]>&\"'<b>"


@pytest.mark.parametrize("form", sorted(formats()))
def test_hostile_signs_leave_every_format_valid(form: str) -> None:
    """Whatever signs a text, its name and its outlet hold, each format stays readable and holds no sign that is obeyed."""
    draft = (f"dr{HOSTILE}aft", f"About 30 people{HOSTILE} died in Port{HOSTILE} Lorne on 3 May.\n")
    source = (f"wi{HOSTILE}re", f"About 60 people{HOSTILE} died in Port{HOSTILE} Lorne on 4 May.\n")
    for report in (numcheck.gate([draft], [source]), numcheck.compare([draft, source])):
        for view in VIEWS:
            text = render(report, form, view)
            valid(form, text)
            text.encode("utf-8")
            obeyed = {sign for sign in text if unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs"} or sign in "\ufffe\uffff"}
            assert obeyed <= {"\n"}


LARGE = ("10^60", "1" + "0" * 36, "9" * 39, "10^-60", "0." + "0" * 35 + "1", "4", "2/3")
SENTENCES = (
    "The hall in Port Lorne is {} metres long.",
    "The fire in Port Lorne cost {} dollars.",
    "Some {} or 10^60 people fled.",
    "It is {} feet 4 inches tall.",
    "Between {} and 10^39 boats sank, {} of 10^60.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_numbers_of_any_size_come_through(sentence: str) -> None:
    """A number of more digits than arithmetic keeps is read, compared, gated and shown like any other."""
    texts = [(f"Paper {at}", sentence.replace("{}", number)) for at, number in enumerate(LARGE)]
    for report in (numcheck.compare(texts), *(numcheck.gate([text], texts[:3]) for text in texts[3:])):
        assert report.claims
        for form in formats():
            valid(form, render(report, form, VIEWS[1]))
