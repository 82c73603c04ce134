"""The corpus: stories of our own, annotated by hand, and the floors that a score on them may not fall below."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scoring import Score, faults, read_gold, score

import numcheck
from numcheck.load import folder

ROOT = Path(__file__).parents[1]
STORIES = sorted(p.parent for p in (ROOT / "corpus").glob("*/gold.json"))
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))["corpus"]


def measured(story: Path) -> Score:
    return score(read_gold(story), numcheck.compare(story).to_dict())


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_annotation(story: Path) -> None:
    """Each place of the annotation holds the text it names, and its articles are those of the folder."""
    gold = read_gold(story)
    assert faults(gold, story) == []
    assert [Path(a.path).name for a in folder(story).articles] == gold["docs"]


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_articles_say_who_and_when(story: Path) -> None:
    """Each article names its outlet, title, date and address, and is as long as a short news story."""
    articles = folder(story).articles
    assert len({a.outlet for a in articles}) == len(articles)
    for article in articles:
        assert article.title and article.published and article.url
        assert 250 <= len(article.readable().split()) <= 500


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_floors(story: Path) -> None:
    """The score of a story is not below its floors, and raises no more false alarms."""
    floor, got, gold = FLOORS[story.name], measured(story), read_gold(story)
    assert got.figures >= floor["figures"]
    assert got.interval >= floor["interval"]
    assert got.aligned >= floor["aligned"]
    assert got.inflations >= set(floor["inflations"])
    assert got.hedges >= set(floor["hedges"])
    assert len(got.false_alarms) <= floor["false_alarms"], got.false_alarms
    assert {*floor["inflations"], *floor["hedges"]} <= {row["group"] for row in gold["conflicts"]}


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_a_perfect_report_scores_full(story: Path) -> None:
    """The scorer gives a report that repeats the annotation every point, and an empty one none."""
    gold = read_gold(story)
    topics = [{"id": g["id"], "claims": [c["id"] for c in gold["claims"] if c["group"] == g["id"]]} for g in gold["groups"]]
    findings = [
        {"kind": row["kind"], "rule": "x/y", "severity": "warning", "claims": [row["a"], row["b"]]} for row in gold["conflicts"]
    ]
    claims = [{**c, "document": c["doc"]} for c in gold["claims"]]
    perfect = score(gold, {"claims": claims, "topics": topics, "findings": findings})
    inflated = frozenset(r["group"] for r in gold["conflicts"] if r["kind"] == "inflation")
    hedged = frozenset(r["group"] for r in gold["conflicts"] if r["kind"] == "hedge")
    assert perfect == Score(1.0, 1.0, 1.0, inflated, hedged, ())
    assert score(gold, {"claims": [], "topics": [], "findings": []}) == Score(0.0, 0.0, 0.0, frozenset(), frozenset(), ())


def test_a_false_alarm_is_counted() -> None:
    """A finding that joins two quantities, or sets two equal figures against each other, is a false alarm."""
    story = STORIES[0]
    gold = read_gold(story)
    claims = [{**c, "document": c["doc"]} for c in gold["claims"]]
    by_group: dict[str, list[str]] = {}
    for claim in gold["claims"]:
        by_group.setdefault(claim["group"], []).append(claim["id"])
    calm = next(ids for group, ids in by_group.items() if len(ids) > 1 and group not in {r["group"] for r in gold["conflicts"]})
    alone = [ids[0] for ids in by_group.values()][:2]
    findings = [{"kind": "contradiction", "rule": "x/y", "severity": "error", "claims": ids} for ids in (calm[:2], alone)]
    assert len(score(gold, {"claims": claims, "topics": [], "findings": findings}).false_alarms) == 2


def test_the_check_sees_a_wrong_place() -> None:
    """A moved place is told by the check of the annotation."""
    gold = read_gold(STORIES[0])
    gold["claims"][0]["start"] += 1
    assert any("stands there, not" in fault for fault in faults(gold, STORIES[0]))
