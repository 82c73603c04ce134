"""Fit the linker's table anew to what a house has decided of its own stories, beginning from the table that ships.

DIR holds stories, folders of articles with a file of decisions each, as `numcheck review` writes it. The weights are drawn to
those that ship harder than if the pairs that these were fitted on were there too, so that few decisions change little; what is
at stake in a pair and the thresholds stay. Whether they help is told by leaving one story out at a time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.fit import RIVALRY, STORY, TABLE, Data, Model, Numbers, data, logistic, points, probability, rivalry, to_json
from bench.labelled import COLUMNS, decided
from numcheck.link.features import LEVELS
from numcheck.link.score import Weights, table
from numcheck.model.errors import NumcheckError
from numcheck.settings import DECISIONS

FIRM = 4.0
"""How many times as hard as their own penalty the weights that ship are held: they know more events than any house has."""


def fitted_on() -> float:
    """Return the pairs that the table in its place was fitted on, as they counted: it says how many there were."""
    told = json.loads(TABLE.read_text(encoding="utf-8"))["about"]["out of fold"]
    return float(told["clashes"]["pairs"] + STORY * told["stories"]["pairs"])


def shipped() -> Model:
    """Return the table that ships as a model."""
    by = table()
    return Model(
        _weights(by.alone, COLUMNS, by.alone_bias),
        _weights(by.together, [*COLUMNS, *RIVALRY], by.together_bias),
        np.array([*by.stakes.values(), by.stakes_bias]),
        (by.slope, by.shift),
    )


def _weights(told: Weights, columns: Sequence[tuple[str, str]], bias: float) -> Numbers:
    return np.array([*(told[family][level] for family, level in columns), bias])


def house(stories: Sequence[Data], first: Model) -> Model:
    """Return the model of the decided pairs, drawn to the `first`."""
    same = np.concatenate([s.same for s in stories])
    rows = np.vstack([s.rows[s.labelled] for s in stories])
    counts, hold = np.ones(len(same)), FIRM * fitted_on() / len(same)
    alone = logistic(rows, same, counts, [LEVELS[f][level][0] for f, level in COLUMNS], first.alone, hold)
    both = np.hstack([rows, np.vstack([rivalry(s, alone) for s in stories])])
    signs = [LEVELS[f][level][0] for f, level in (*COLUMNS, *RIVALRY)]
    return replace(first, alone=alone, together=logistic(both, same, counts, signs, first.together, hold))


def fit_house(folder: Path, written: str | None) -> None:
    """Fit to the decisions below `folder` and print what that is worth; put the table in its place where a day is `written`.

    Raises NumcheckError where there are fewer than two stories with decisions.
    """
    stories = [data(decided(file.parent)) for file in sorted(folder.rglob(DECISIONS))]
    stories = [story for story in stories if story.labelled]
    if len(stories) < 2:
        hint = "numcheck review makes them"
        raise NumcheckError("there are fewer than two stories with decisions", where=str(folder), hint=hint)
    first, pairs = shipped(), sum(len(story.same) for story in stories)
    held_out = [(story, house([other for other in stories if other is not story], first)) for story in stories]
    print(f"{len(stories)} stories, {pairs} pairs decided, {sum(int(story.same.sum()) for story in stories)} of one quantity")
    print(f"log loss by the table that ships: {_loss([(story, first) for story in stories]):.3f}")
    print(f"log loss by the house's own, each story left out of its fit: {_loss(held_out):.3f}")
    if written:
        old = json.loads(TABLE.read_text(encoding="utf-8"))
        about = {**old["about"], "house": {"fitted": written, "stories": len(stories), "pairs": pairs}}
        told = to_json(house(stories, first), old["least"], about)
        TABLE.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _loss(judged: Sequence[tuple[Data, Model]]) -> float:
    """Return the mean log loss of the decided pairs of each story by a model."""
    chance = np.concatenate([probability(points(story, model), model.calibration) for story, model in judged])
    same = np.concatenate([story.same for story, _ in judged])
    return float(-np.log(np.where(same == 1, chance, 1 - chance)).mean())
