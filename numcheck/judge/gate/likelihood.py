"""How likely a source's figure is what a draft's figure of its number tells of.

The linker's probability says whether two figures are one quantity, whatever they come to; an equal number says more, and whose
it is decides. So what speaks for and against is weighed anew, on drafts whose wrong figures are known: by the linker's own
levels, by the words that stand near both, and by the figure that the draft may mean instead. `python -m bench.fit_gate` makes
the weights, with fixed signs; likelihood.json is never edited.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from math import exp, log

from numcheck.judge.gate.context import Context, spot
from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.quantity import BY_CHANCE
from numcheck.model.story import Story

FEATURES: Mapping[str, tuple[str, str]] = {
    "one quantity, by the linker": ("for", "its probability as log odds"),
    "likelier than another": ("for", "by how much, than the likeliest figure with another number"),
    "among the same words": ("for", "0 to 1, near ones counting more"),
    "among likelier words than another": ("for", "by how much, than the figure with another number among the likest"),
    "with the draft's name": ("for", "Olsen has 31, and Olsen is named before 31"),
    "another with the draft's name": ("against", "Olsen has 31 in the draft and 17 in the source"),
    "of another kind": ("against", "soldiers and civilians, people and homes"),
    "of different nouns": ("against", "two nouns of no known class"),
    "of contrary measures": ("against", "killed and injured"),
    "among other names": ("against", "names near both, and none of them shared"),
    "nothing alike behind it": ("against", "no telling word behind both"),
    "bounded on one side alone": ("against", "500, and at least 500"),
    "a rounding or a range": ("against", "5 for 4.7"),
    "a rate or an age that lost its unit": ("either", "$79 for $79 a month"),
    "a word of size": ("either", "dozens"),
    "a small count": ("either", "two"),
}
"""What is weighed: the sign it has, and what it means or an example."""

_ODDS = 1e-3
"""What keeps the odds of a probability of 0 or 1 from running away."""
_UNRIVALLED = {"likelier than another": 0.8, "among likelier words than another": 0.5}
"""What a figure gets that is the only one of its kind."""
_OF_ANOTHER_KIND = frozenset(
    {("counted noun", "another class"), ("counted noun", "another role"), ("counted noun", "a part of the people")}
)
_ONE_LEVEL = {
    "of different nouns": ("counted noun", "different"),
    "of contrary measures": ("measure", "contrary"),
    "among other names": ("names", "near both, none shared"),
    "nothing alike behind it": ("words", "telling ones behind, none shared"),
    "bounded on one side alone": ("hedge", "a bound on one alone"),
}


@frozen
class Weights:
    """The weight of each feature, the bias, and the probability from which a figure is held.

    `another` says of days and years from which likeness on the words are those of another, and how many times as like.
    """

    of: Mapping[str, float]
    bias: float
    least: float
    another: Mapping[str, tuple[float, float]]

    def probability(self, features: Mapping[str, float]) -> float:
        """Return how likely the draft's figure is held, by its features."""
        return 1 / (1 + exp(-(self.bias + sum(self.of[name] * amount for name, amount in features.items()))))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the weights that the product ships."""
    told = json.loads((resources.files("numcheck.judge.gate") / "likelihood.json").read_text(encoding="utf-8"))
    return Weights({name: told["weights"].get(name, 0.0) for name in FEATURES}, told["bias"], told["least"], told["another"])


@frozen
class Asked:
    """A draft's claim, the source's claim that would hold it, and those of its kind that have another number.

    `relation` says how the number holds ("equal", "rounded", None where a unit was lost); `named` those of `others` that the
    source gives to a name of the draft's, `owned` whether it gives the holding one so (None: to nobody). `slotted` are those of
    `others` that count what the draft counts, tell it as done or of the whole country, where none with the draft's number does.
    """

    claim: Claim
    source: Claim
    relation: str | None
    others: Sequence[Claim]
    named: Sequence[Claim]
    owned: bool | None
    slotted: Sequence[Claim]


def likest(claim: Claim, sources: Sequence[Claim], context: Context) -> Claim | None:
    """Return the claim that stands among the words most like the draft's; the first of those that are as like."""
    return max(sources, key=lambda c: context.likeness(spot(claim), spot(c)), default=None)


def odds(probability: float) -> float:
    """Return a probability as log odds, from about -1 to 1."""
    return log((probability + _ODDS) / (1 - probability + _ODDS)) / 5


def features(asked: Asked, story: Story, context: Context) -> dict[str, float]:
    """Return what speaks for and against a source's figure holding a draft's."""
    claim, source, size = asked.claim, asked.source, asked.claim.quantity.size
    sure, like = story.probability(claim.id, source.id), context.likeness(spot(claim), spot(source))
    levels = story.levels(claim.id, source.id)
    small = claim.quantity.unit == "count" and size is not None and size <= BY_CHANCE
    found = dict(_UNRIVALLED)
    other = likest(claim, asked.others, context)
    if other is not None:
        rival = max(story.probability(claim.id, c.id) for c in {other.id: other, **{c.id: c for c in asked.named}}.values())
        found["likelier than another"] = max(-1.0, min(1.0, odds(sure) - odds(rival)))
        found["among likelier words than another"] = max(-1.0, min(1.0, like - context.likeness(spot(claim), spot(other))))
    found |= {name: float(level in levels) for name, level in _ONE_LEVEL.items()}
    return found | {
        "one quantity, by the linker": odds(sure),
        "among the same words": min(like, 1.0),
        "with the draft's name": float(asked.owned is True),
        "another with the draft's name": float(bool(asked.named) and not asked.owned),
        "of another kind": float(not _OF_ANOTHER_KIND.isdisjoint(levels)),
        "a rounding or a range": float(asked.relation not in ("equal", None)),
        "a rate or an age that lost its unit": float(asked.relation is None),
        "a word of size": float(claim.quantity.hedge == "vague"),
        "a small count": float(small),
    }
