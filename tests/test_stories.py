"""Sixteen short stories of ours, annotated by people who had never seen numcheck: what it makes of news new to it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from statistics import mean

import pytest
from scoring import Score, faults, read_gold, score

import numcheck

TESTS = Path(__file__).parent
STORIES = sorted(p.parent for p in (TESTS / "stories").glob("*/gold.json"))
FLOORS = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))["stories"]


@cache
def measured() -> list[Score]:
    """Return the score of each story."""
    return [score(read_gold(story), numcheck.compare(sorted(story.glob("*.txt"))).to_dict()) for story in STORIES]


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_annotation(story: Path) -> None:
    """Each place of the annotation holds the text it names, and its articles are those of the folder."""
    gold = read_gold(story)
    assert faults(gold, story) == []
    assert [p.name for p in sorted(story.glob("*.txt"))] == sorted(gold["docs"])


@pytest.mark.parametrize("part", ["figures", "interval", "aligned"])
def test_floors(part: str) -> None:
    """The mean over all stories is not below its floor: of one story a single join moves much."""
    assert mean(getattr(got, part) for got in measured()) >= FLOORS[part]


def test_false_alarms() -> None:
    """All stories together raise no more false alarms than before."""
    alarms = [alarm for got in measured() for alarm in got.false_alarms]
    assert len(alarms) <= FLOORS["false_alarms"], alarms
