"""A decision: what somebody said of two figures, once, so that no later run has to guess."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

from numcheck.model.claim import Claim

Answer = Literal["yes", "no", "later"]
"""Whether two figures are one quantity; `later` is no answer yet, and nobody is asked again meanwhile."""
ANSWERS: tuple[Answer, ...] = get_args(Answer)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two figures, for people: the text it stands in, and its sentence with the figure between « and »."""

    text: str
    says: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What `by` (a person, or "model NAME") said on a day (YYYY-MM-DD) of the pair that is known by a fingerprint, and why."""

    pair: str
    same: Answer
    by: str
    day: str
    sides: tuple[Side, Side]
    why: str = ""

    @property
    def by_model(self) -> bool:
        """Whether a model said so, which a person overrules."""
        return self.by.startswith(MODEL)


MODEL = "model "
"""How the name begins under which a model's answers are kept."""
_LENGTH = 12
"""Hexadecimal digits that a figure is known by."""


def figure_print(claim: Claim) -> str:
    """Return what a figure is known by: its outlet, and its words among those of its sentence, whatever stands elsewhere."""
    words = claim.wording
    parts = (claim.outlet, " ".join(words.before), " ".join(claim.text.split()), " ".join(words.behind))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def figure_says(claim: Claim) -> str:
    """Return a figure among the words of its sentence, between « and », for people."""
    words = claim.wording
    return " ".join(" ".join((*words.before, f"«{claim.text}»", *words.behind)).split())


def pair_print(x: Claim, y: Claim) -> str:
    """Return what two figures are known by, whichever is given first; what each of the two is known by can be read from it."""
    return "-".join(sorted((figure_print(x), figure_print(y))))


def is_print(pair: str) -> bool:
    """Tell whether some words are such a fingerprint of a pair."""
    return [len(side) for side in pair.split("-")] == [_LENGTH] * 2 and set(pair) <= set("0123456789abcdef-")
