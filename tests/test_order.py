"""The order of articles changes nothing but the order; the names of their files no finding, state or fingerprint."""

from __future__ import annotations

import json
import random
import re
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


def found(report: Report) -> tuple[list[str], list[str]]:
    """Return the findings and the states by what depends neither on the order of the articles nor on the names of files."""
    outlets = {document.path: document.outlet for document in report.documents}
    places = {claim.id: (outlets[claim.document], claim.start) for claim in report.claims}
    findings: list[Known] = [
        (f.rule, f.severity, f.gross, f.confidence, f.ratio, f.content_fingerprint, sorted(places[claim] for claim in f.claims))
        for f in report.findings
    ]
    states: list[Known] = [
        (places[e.subject] if e.subject is not None else report.marks[e.mark or 0].item.start, e.state) for e in report.ledger
    ]
    return sorted(map(str, findings)), sorted(map(str, states))


def whole(report: Report) -> str:
    """Return all of a report, whatever the order: documents go by their paths, topics by their claims, lists are sorted."""
    paths = {document.id: document.path for document in report.documents}
    text = json.dumps(report.to_dict(), ensure_ascii=False)
    text = re.sub(r"\bd\d+(?=[.\"])", lambda number: paths.get(number[0], number[0]), text)
    topics = {topic["id"]: " ".join(sorted(topic["claims"])) for topic in json.loads(text)["topics"]}
    data = json.loads(re.sub(r'(?<=")t\d+(?=")', lambda number: topics.get(number[0], number[0]), text))
    return json.dumps(sorted_throughout(data), ensure_ascii=False)


def sorted_throughout(data: object) -> object:
    """Return plain values with each list in them sorted."""
    if isinstance(data, dict):
        return {key: sorted_throughout(data[key]) for key in sorted(data)}
    return sorted(map(sorted_throughout, data), key=json.dumps) if isinstance(data, list) else data


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
    assert whole(JOBS[job](shuffled(articles, rng))) == whole(one)
    assert found(JOBS[job](renamed(articles, rng))) == found(one)


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_stories_of_the_corpus(folder: Path, job: str, runs: int) -> None:
    """However its articles are ordered and named, a story of the corpus says the same."""
    articles = list(load.articles(folder).articles)
    articles = articles if job == "compare" else drafted(articles)
    one = JOBS[job](articles)
    for run in range(runs):
        rng = random.Random(f"{folder.name} {run}")
        assert whole(JOBS[job](shuffled(articles, rng))) == whole(one)
        assert found(JOBS[job](renamed(articles, rng))) == found(one)
