"""The order of articles and sources, and the names of their files, change no finding, no state and no fingerprint."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import numcheck
from numcheck import load
from numcheck.model.article import Article, Role
from numcheck.model.report import Report

STORIES = sorted(p for p in (Path(__file__).parents[1] / "corpus").iterdir() if p.is_dir())
TOLD = {
    "{} people were killed in the fire in Alphaton": "12|20|about 20|at least 12|14|dozens of|nearly 20|no|up to 20",
    "The rescuers said {} people were injured in the fire in Alphaton": "40|60|about 60|at least 40|dozens of|hundreds of",
    "The new quay will cost {}, the council said": "$88 million|$88 billion|about $90 million|$12 million|€80 million",
    "The army sent {} soldiers to Betaburg": "1,280|12,800|thousands of|hundreds of|about 1,300|500 to 700|700|up to 700",
    "Rents rose {} in May": "3 percent|3 percentage points|to 3 percent|4 percent|3.0 percent",
    "The new road to Betaburg is {} long": "40 km|40 miles|25 miles|64 km|about 40 km",
    "{} of the dead in Alphaton were children": "12|four|three|20",
    "The fire in Alphaton began on {}": "May 3|May 4|Monday",
}
"""What a little story tells, each with the figures that its outlets may give."""
TAILS = ("", "", "", ", officials said", ", the rebels say", ", up from 9", " so far", ", revised from 14")

Known = tuple[object, ...]


def story(rng: random.Random) -> list[Article]:
    """Return a little story of three to six outlets that agree and disagree, some of them dated."""
    told = rng.sample(list(TOLD.items()), rng.randint(1, 3))
    return [_article(f"outlet{number}", told, rng) for number in range(rng.randint(3, 6))]


def _article(outlet: str, told: Sequence[tuple[str, str]], rng: random.Random) -> Article:
    lines = [
        f"{frame.format(rng.choice(figures.split('|')))}{rng.choice(TAILS)}."
        for frame, figures in told
        for _ in range(rng.choice((0, 1, 1, 1, 2)))
    ]
    day = rng.choice(("", "", "Published: 3 March 2031\n\n", "Published: 4 March 2031\n\n"))
    return load.from_text(
        outlet, day + (" ".join(line[0].upper() + line[1:] for line in lines) or "The council of Alphaton has met.")
    )


def gated(articles: Sequence[Article]) -> Report:
    """Hold the drafts among some articles against the others."""
    drafts = [a for a in articles if a.role == "draft"]
    return numcheck.gate(drafts, [a for a in articles if a.role != "draft"])


def found(report: Report, named: bool) -> tuple[list[str], list[str]]:
    """Return the findings and the states by what does not depend on the order; by `named` neither on the names of files."""
    outlets = {document.path: document.outlet for document in report.documents}
    places = {claim.id: (outlets[claim.document], claim.start) for claim in report.claims}
    findings: list[Known] = [
        (f.rule, f.severity, f.gross, f.confidence, f.ratio, key, sorted(places[claim] for claim in f.claims))
        for f in report.findings
        for key in (f.content_fingerprint if named else f.fingerprint,)
    ]
    states: list[Known] = [
        (places[e.subject] if e.subject is not None else report.marks[e.mark or 0].item.start, e.state) for e in report.ledger
    ]
    return sorted(map(str, findings)), sorted(map(str, states))


def renamed(articles: Sequence[Article], rng: random.Random) -> list[Article]:
    """Return the articles in files of other names; their outlets are the same."""
    names = rng.sample([f"{letter}.txt" for letter in "abcdefghijklmnopqrstuvwxyz"], len(articles))
    return [replace(article, path=name) for article, name in zip(articles, names, strict=True)]


def shuffled(articles: Sequence[Article], rng: random.Random) -> list[Article]:
    """Return the articles in another order."""
    return rng.sample(articles, len(articles))


def drafted(articles: Sequence[Article]) -> list[Article]:
    """Return the articles as a draft, the first of them, and its sources."""
    roles: list[Role] = ["draft", *["source" for _ in articles[1:]]]  # type: ignore[list-item]
    return [replace(article, role=role) for article, role in zip(articles, roles, strict=True)]


JOBS: dict[str, Callable[[Sequence[Article]], Report]] = {"compare": numcheck.compare, "gate": gated}


@pytest.mark.parametrize("job", JOBS)
@given(rng=st.randoms(use_true_random=False))
def test_little_stories(job: str, rng: random.Random) -> None:
    """However its articles are ordered and named, a little story says the same."""
    articles = story(rng) if job == "compare" else drafted(story(rng))
    one = JOBS[job](articles)
    assert found(JOBS[job](shuffled(articles, rng)), named=False) == found(one, named=False)
    assert found(JOBS[job](renamed(articles, rng)), named=True) == found(one, named=True)


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_stories_of_the_corpus(folder: Path, job: str) -> None:
    """However its articles are ordered and named, a story of the corpus says the same."""
    rng = random.Random(folder.name)
    articles = list(load.articles(folder).articles)
    articles = articles if job == "compare" else drafted(articles)
    one = JOBS[job](articles)
    assert found(JOBS[job](shuffled(articles, rng)), named=False) == found(one, named=False)
    assert found(JOBS[job](renamed(articles, rng)), named=True) == found(one, named=True)
