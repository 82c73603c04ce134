"""Choose the thresholds of the linker's table on what each fold has not seen.

`join`, `clash` and `lead` are those of a grid by which the annotated stories are put together best: the mean of F1 over pairs
on one topic and of F1 a quantity.
"""

from __future__ import annotations

import importlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations, product
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from bench.labelled import files_of, matched, read_claims
from numcheck.language import english
from numcheck.link import Desk, compare
from numcheck.link.score import Table

GRID = {"join": (0.2, 0.3, 0.4, 0.5), "clash": (0.3, 0.4, 0.5), "lead": (0.1, 0.2, 0.4)}
AS_GOOD = 0.005
"""So near to the best a point of the grid is as good, and the strictest is taken: what joins wrongly is told wrongly."""

Score = tuple[int, int, int, float, int]
"""Pairs of one quantity on one topic, all on one topic, all of one quantity; the sum of F1 over quantities, and how many."""


def choose(tables: Mapping[Path, Table], processes: int = 2) -> dict[str, float]:
    """Return the thresholds, by the table of the folder of each annotated story that has not seen it."""
    with Pool(processes) as pool:
        each = pool.starmap(_grid, tables.items(), chunksize=2)
    scores = {point: _quality([scored[at] for scored in each]) for at, point in enumerate(product(*GRID.values()))}
    return dict(zip(GRID, max(p for p in scores if scores[p] >= max(scores.values()) - AS_GOOD), strict=True))


def _quality(scored: Sequence[Score]) -> float:
    """Return the mean of F1 over all pairs of one topic and of the mean F1 of a quantity."""
    right, told, wanted, each, quantities = np.array(scored).sum(axis=0)
    return float(right / (told + wanted) + each / quantities / 2)


def _grid(path: Path, table: Table) -> list[Score]:
    """Return the scores of a story at each point of the grid."""
    gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))["claims"]
    made, articles = read_claims(files_of(path))
    desk = compare(made, articles, english(), table)
    known = {claim: annotated["group"] for claim, annotated in matched(gold, made).items()}
    scores = []
    for point in product(*GRID.values()):
        desk.table = replace(table, least={**table.least, **dict(zip(GRID, point, strict=True))})
        scores.append(_score(desk, known))
    return scores


def _score(desk: Desk, known: Mapping[str, str]) -> Score:
    """Return how well the claims are put together; `known` has the quantity of each annotated one."""
    quantities: dict[str, list[str]] = defaultdict(list)
    for claim, quantity in known.items():
        quantities[quantity].append(claim)
    wanted = set(_across(quantities.values(), desk))
    told = set(_across(([i for candidate in members for i in candidate.all_ids] for members in desk.groups()), desk))
    f1 = []
    for quantity in {known[one] for one, _ in wanted}:
        want = {pair for pair in wanted if known[pair[0]] == quantity}
        near = {pair for pair in told if quantity in (known.get(pair[0]), known.get(pair[1]))}
        f1.append(2 * len(want & near) / (len(want) + len(near)))
    return len(told & wanted), len(told), len(wanted), sum(f1), len(f1)


def _across(groups: Iterable[Iterable[str]], desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield the pairs of each group's claims of two articles."""
    for group in groups:
        for one, two in combinations(sorted(group), 2):
            if desk.by_id[one].paper is not desk.by_id[two].paper:
                yield one, two


@contextmanager
def comparing_by(table: Table) -> Iterator[None]:
    """Let another table stand in the product's place for a while."""
    module = importlib.import_module("numcheck.link")
    kept = module.table
    try:
        module.table = lambda: table  # type: ignore[attr-defined]
        yield
    finally:
        module.table = kept  # type: ignore[attr-defined]
