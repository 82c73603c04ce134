"""How likely two articles tell one story: by how alike they are, how far apart they lie, and among how many they stand.

`python -m bench.fit_stories` makes the weights, by events whose articles are known; likelihood.json is never edited.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import exp, log

_STEPS = 4096
"""Steps of a likelihood: sums of them are exact, in whatever order."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two articles are: the cosines of all words they are found by, of the numbers among these, of the first words.

    `rarest` is how rare the rarest word is that both have, as a part of the rarest that there can be.
    """

    words: float
    numbers: float = 0.0
    opening: float = 0.0
    rarest: float = 0.0


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The weights of a logistic regression, and the mean likelihood from which two sides tell one story.

    `words`, `numbers`, `opening` and `rarest` are for what two articles have in common, `day` for each day between them,
    `undated` for a pair of which one has no day. Each article more among which two stand makes it as much less likely that just
    these belong together; below `fewest`, the least it was fitted on, nothing more is made of that.
    """

    words: float
    numbers: float
    opening: float
    rarest: float
    day: float
    undated: float
    bias: float
    fewest: int
    join: float

    def of(self, alike: Alike, days: float | None, among: int) -> float:
        """Return how likely two articles, so alike and so many `days` apart (None: not known), tell one story."""
        apart = self.undated if days is None else self.day * days
        shared = self.words * alike.words + self.numbers * alike.numbers
        shared += self.opening * alike.opening + self.rarest * alike.rarest
        chance = 1 / (1 + exp(log(max(among, self.fewest)) - self.bias - shared - apart))
        return round(chance * _STEPS) / _STEPS


@lru_cache(maxsize=1)
def likelihood() -> Likelihood:
    """Return the weights that the product ships."""
    file = resources.files("numcheck.scanning") / "likelihood.json"
    return Likelihood(**json.loads(file.read_text(encoding="utf-8")))
