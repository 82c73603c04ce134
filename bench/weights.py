"""Print align's table of weights and what it does on annotated stories.

usage: python -m bench.weights [--draws N] [--without] [FOLDER...]     FOLDER holds gold.json (default: the stories of corpus/)

For each story: F1 of the pairs put together, and `topics`, the mean F1 over the quantities that two articles or more tell. Then
the same with the threshold to join chosen on the other stories (leave one story out), the mean and spread over draws in which
every weight is off by up to a quarter (seeded), and with --without what each feature buys with and without such draws.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import mean, pstdev
from typing import Any

from numcheck.claims import claims
from numcheck.language import english
from numcheck.link import align
from numcheck.link.weights import POINTS, ROWS
from numcheck.load import folder
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue
from numcheck.reading import read

CORPUS = Path(__file__).parent.parent / "corpus"
GRID = (1.6, 1.8, 2.0, 2.2, 2.4)
QUARTER = 0.25
SEED = 7
FEW = 6
"""Draws for each feature left out."""

Pair = frozenset[str]
Table = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated story, read: its claims, its articles, the quantity of each claim, and all claims that have none."""

    name: str
    claims: list[Claim]
    articles: dict[str, Article]
    group: dict[str, str]
    optional: frozenset[str]
    wanted: frozenset[Pair]


def main() -> None:
    """Print the table and its scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--draws", type=int, default=40)
    parser.add_argument("--without", action="store_true")
    args = parser.parse_args()
    for feature, level, points, reason in ROWS:
        print(f"{feature:26} {level:32} {points:+5.2f}  {reason}")
    stories = [told(path) for path in args.folders or sorted(p.parent for p in CORPUS.glob("*/gold.json"))]
    print()
    for story, (aligned, topics) in zip(stories, scores(stories), strict=True):
        print(f"{story.name:28} aligned {aligned:.3f}  topics {topics:.3f}")
    print(f"{'mean':28} {_means(scores(stories))}")
    print(f"{'leave one story out':28} {_means(left_out(stories))}")
    drawn = list(jittered(stories, args.draws))
    print(f"{f'off by a quarter, {args.draws} draws':28} {_means(drawn)}  spread {_spread(drawn)}")
    if args.without:
        _without(stories)


def told(path: Path) -> Told:
    """Read the story in a folder with its annotation."""
    gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))
    place = path / "articles" if (path / "articles").is_dir() else path
    units, made, articles = catalogue(english()), [], {}
    for number, article in enumerate(folder(place).articles, 1):
        articles[article.path] = article
        reading = read(article.readable(), english(), units)
        made += claims(article, f"d{number}", reading, [normalise(m, units) for m in reading.mentions], english())
    group = _matched(gold["claims"], made)
    loose = {g["id"] for g in gold["claims"] if g["low"] is None and g["high"] is None}
    quantity = {g["id"]: g["group"] for g in gold["claims"]}
    wanted = frozenset(
        frozenset((a["id"], b["id"]))
        for a, b in combinations([g for g in gold["claims"] if g["id"] not in loose], 2)
        if a["group"] == b["group"] and a["doc"] != b["doc"]
    )
    return Told(path.name, made, articles, group | {f"={k}": v for k, v in quantity.items()}, frozenset(loose), wanted)


def _matched(gold: Sequence[dict[str, Any]], made: Sequence[Claim]) -> dict[str, str]:
    """Pair claims with annotated ones by the characters they share, one to one."""
    rows = sorted(
        (max(g["start"], c.start) - min(g["end"], c.end), g["id"], c.id)
        for g in gold
        for c in made
        if c.document.endswith(g["doc"]) and min(g["end"], c.end) > max(g["start"], c.start)
    )
    found: dict[str, str] = {}
    for _, g, c in rows:
        if c not in found and g not in found.values():
            found[c] = g
    return found


def scores(stories: Iterable[Told]) -> list[tuple[float, float]]:
    """Return the F1 of pairs and of topics for each story, by the table as it stands."""
    return [_score(story) for story in stories]


def _score(story: Told) -> tuple[float, float]:
    place = {c.id: c.document for c in story.claims}
    named = {c.id: story.group.get(c.id, f"?{c.id}") for c in story.claims}
    got = {
        frozenset((named[a], named[b]))
        for topic in align(story.claims, story.articles, english()).topics
        for a, b in combinations([i for i in topic.claims if named[i] not in story.optional], 2)
        if place[a] != place[b]
    }
    by_quantity: dict[str, set[Pair]] = {}
    for pair in story.wanted:
        by_quantity.setdefault(story.group[f"={min(pair)}"], set()).add(pair)
    each = []
    for quantity, wanted in by_quantity.items():
        near = {pair for pair in got if any(story.group.get(f"={i}") == quantity for i in pair)}
        each.append(2 * len(wanted & near) / (len(wanted) + len(near)))
    return 2 * len(story.wanted & got) / max(1, len(story.wanted) + len(got)), mean(each) if each else 1.0


def left_out(stories: Sequence[Told]) -> list[tuple[float, float]]:
    """Return the scores of each story with the threshold that is best for the topics of the others."""
    by_threshold = {}
    for least in GRID:
        with changed({"enough": {"to join": least}}):
            by_threshold[least] = scores(stories)
    out = []
    for i in range(len(stories)):
        best = max(GRID, key=lambda t: (sum(s[1] for j, s in enumerate(by_threshold[t]) if j != i), -t))
        out.append(by_threshold[best][i])
    return out


def jittered(stories: Sequence[Told], draws: int, *, less: str | None = None) -> Iterator[tuple[float, float]]:
    """Yield the mean scores of tables in which each weight is off by up to a quarter, without the feature `less`."""
    chance = random.Random(SEED)
    for _ in range(draws):
        table = {
            feature: {level: points * chance.uniform(1 - QUARTER, 1 + QUARTER) for level, points in levels.items()}
            for feature, levels in POINTS.items()
        }
        if less is not None:
            table[less] = dict.fromkeys(table[less], 0.0)
        with changed(table):
            found = scores(stories)
        yield mean(s[0] for s in found), mean(s[1] for s in found)


@contextmanager
def changed(table: Table) -> Iterator[None]:
    """Let other weights stand in the table for a while."""
    kept = {feature: dict(levels) for feature, levels in POINTS.items()}
    try:
        for feature, levels in table.items():
            POINTS[feature].update(levels)
        yield
    finally:
        for feature, levels in kept.items():
            POINTS[feature].update(levels)


def _without(stories: Sequence[Told]) -> None:
    """Print what each feature buys: the mean topics lost without it, by the table and over a few draws."""
    whole, drawn = mean(s[1] for s in scores(stories)), mean(s[1] for s in jittered(stories, FEW))
    print(f"\n{'without':28} topics  with every weight off by a quarter")
    for feature in POINTS:
        if feature != "enough":
            with changed({feature: dict.fromkeys(POINTS[feature], 0.0)}):
                alone = mean(s[1] for s in scores(stories))
            apart = mean(s[1] for s in jittered(stories, FEW, less=feature))
            print(f"{feature:28} {alone - whole:+.3f}  {apart - drawn:+.3f}")


def _means(found: Sequence[tuple[float, float]]) -> str:
    return f"aligned {mean(s[0] for s in found):.3f}  topics {mean(s[1] for s in found):.3f}"


def _spread(found: Sequence[tuple[float, float]]) -> str:
    return f"aligned {pstdev(s[0] for s in found):.3f}  topics {pstdev(s[1] for s in found):.3f}"


if __name__ == "__main__":
    main()
