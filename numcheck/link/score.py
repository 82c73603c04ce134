"""The probability that two figures are one quantity: a sum of weights from the table, and the rows that it is made of.

The table is made by `python -m bench.fit` and never edited. Its first column compares two claims alone; the points it gives say
who competes with whom. The second adds the competition, and a calibration makes a probability of the sum. The stakes tell what
the pair would be worth to an editor, were it one quantity.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from math import exp, fsum, log
from typing import Any

from numcheck.link import stakes
from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.features import LEVELS, SLOTS, WORDS, competition
from numcheck.link.features.competition import Side
from numcheck.model.errors import NumcheckError
from numcheck.model.frozen import frozen
from numcheck.model.story import Evidence

Weights = Mapping[str, Mapping[str, float]]
Row = tuple[str, str, float]
"""A family, a level of it, and what it weighs for this pair."""

_HOPELESS = -4.5
"""Points of the slots below which no words save a pair."""
_SHOWN = 0.05
"""What a row weighs at least to be shown as evidence."""


@frozen
class Table:
    """The weights of both columns and of the stakes, their biases, the calibration, and the thresholds that the fit found."""

    alone: Weights
    alone_bias: float
    together: Weights
    together_bias: float
    stakes: Mapping[str, float]
    stakes_bias: float
    slope: float
    shift: float
    least: Mapping[str, float]

    def probability(self, points: float) -> float:
        """Return the calibrated probability for points of the second column."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.slope * points + self.shift))))

    def acted_on(self, a: Candidate, b: Candidate) -> float:
        """Return the probability that an editor would act on two figures, were they one quantity."""
        points = self.stakes_bias + fsum(self.stakes[level] * amount for level, amount in stakes.spoken(a, b))
        return 1 / (1 + exp(-points))

    def points(self, probability: float) -> float:
        """Return the points that make a probability."""
        return (log(probability / (1 - probability)) - self.shift) / self.slope


@frozen
class Alone:
    """What two claims are worth without the others: points, points without the values, and the points of the second column."""

    points: float
    bare: float
    together: float


def read_table(told: Mapping[str, Any], where: str) -> Table:
    """Return the table that a JSON file tells; every level must be one that a feature knows."""
    for column in ("alone", "together"):
        for family, levels in told[column].items():
            for level in levels:
                if level not in LEVELS.get(family, {}):
                    raise NumcheckError(f"no feature has the level {family}: {level}", where=where, hint="fit the table anew")
    full = {
        column: {family: {level: told[column].get(family, {}).get(level, 0.0) for level in LEVELS[family]} for family in LEVELS}
        for column in ("alone", "together")
    }
    return Table(
        full["alone"],
        told["bias"]["alone"],
        full["together"],
        told["bias"]["together"],
        {level: told["stakes"].get(level, 0.0) for level in stakes.LEVELS},
        told["bias"]["stakes"],
        told["calibration"]["slope"],
        told["calibration"]["shift"],
        told["least"],
    )


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table that the product ships."""
    file = resources.files("numcheck.link") / "table.json"
    return read_table(json.loads(file.read_text(encoding="utf-8")), "numcheck/link/table.json")


def alone(a: Candidate, b: Candidate, look: Vocabulary, by: Table) -> Alone:
    """Return the points of two claims without the others; the words are asked only where the slots leave room."""
    points, bare, together = by.alone_bias, by.alone_bias, by.together_bias
    for families in (SLOTS, WORDS):
        for family, spoken in families.items():
            first, second = by.alone[family], by.together[family]
            own = 0.0
            for level, amount in spoken(a, b, look):
                own += first[level] * amount
                together += second[level] * amount
            points += own
            if family != "value":
                bare += own
        if points < _HOPELESS:
            break
    return Alone(points, bare, together)


def rivalry(found: Alone, numbers: tuple[int, int], sides: tuple[Side, Side], thirds: int, by: Table) -> float:
    """Return the points of a pair with what its competitors say."""
    weights = by.together[competition.NAME]
    said = competition.spoken(found.points, found.bare, numbers, sides, thirds)
    return found.together + fsum([weights[level] * amount for level, amount in said])


def rows(a: Candidate, b: Candidate, look: Vocabulary, by: Table, competing: Iterable[tuple[str, float]] = ()) -> list[Row]:
    """Return every row that two claims reach, and what it weighs."""
    found = [
        (family, level, by.together[family][level] * amount)
        for families in (SLOTS, WORDS)
        for family, spoken in families.items()
        for level, amount in spoken(a, b, look)
    ]
    weights = by.together[competition.NAME]
    return [*found, *((competition.NAME, level, weights[level] * amount) for level, amount in competing)]


def evidence(told: Iterable[Row], a: Candidate, b: Candidate) -> tuple[Evidence, ...]:
    """Return the rows that weigh something, the heaviest first, with the words they spoke of."""
    spoke = [
        Evidence(family, competition.told(level, weight) + _said(family, a, b), round(weight, 2))
        for family, level, weight in told
        if abs(weight) >= _SHOWN
    ]
    return tuple(sorted(spoke, key=lambda e: (-abs(e.weight), e.feature, e.level)))


def _said(family: str, a: Candidate, b: Candidate) -> str:
    """Return the words of both claims that a family compared, in brackets."""
    one, two = {
        "counted noun": (a.head, b.head),
        "measure": (a.measure, b.measure),
        "value": (a.claim.text, b.claim.text),
    }.get(family, (None, None))
    if one is None or two is None:
        return f" ({one or two})" if one or two else ""
    return f" ({one})" if one == two else f" ({min(one, two)}, {max(one, two)})"
