"""A story: the claims of all outlets, put together where they speak of the same quantity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against two claims being the same quantity: a feature, the level it reached, and its weight."""

    feature: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may speak of one quantity. `differs_in` names the one slot that parts a rival pair.

    It is measure, subset, window, place, denominator, unit kind (percent and points), unit (of one dimension) or currency.
    Rivals in unit or currency may stand in one topic, all others do not.
    """

    claims: tuple[str, str]
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    differs_in: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One quantity of the world and all claims of it, in the order of the documents.

    `confidence` is from 0 to 1; `evidence` holds the links that put the claims together, the strongest of each claim.
    """

    id: str
    label: str
    unit: str
    claims: tuple[str, ...]
    confidence: float
    evidence: tuple[Pair, ...] = ()


def _unknown(one: str, two: str) -> float:
    """Know nothing of two claims."""
    return 0.0


def _unsaid(one: str, two: str) -> tuple[Evidence, ...]:
    """Say nothing of two claims."""
    return ()


def _undecided(one: str, two: str) -> bool | None:
    """Know of no decision."""
    return None


def _level(one: str, two: str) -> frozenset[tuple[str, str]]:
    """Compare two claims by nothing."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Story:
    """What link makes of a story: topics (same), rivals (same but for one named slot), possible (below confidence).

    `copies` are groups of claims, by id, that stand in one passage printed by several documents: one source, not several.
    `probability` tells of any two claims, by id, how likely they are one quantity, `evidence` why, `levels` which levels of
    which features they reach, and `decided` whether somebody has said that they are, or are not; `parted` are the pairs that
    are not. `worth` tells how likely they are one quantity whose figures an editor would act on. A pair is `told` of from one
    probability, that two values part besides from the worth `disputed`, and a pair is `asked` about from another.
    """

    topics: tuple[Topic, ...] = ()
    rivals: tuple[Pair, ...] = ()
    possible: tuple[Pair, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    probability: Callable[[str, str], float] = field(default=_unknown, compare=False, repr=False)
    evidence: Callable[[str, str], tuple[Evidence, ...]] = field(default=_unsaid, compare=False, repr=False)
    decided: Callable[[str, str], bool | None] = field(default=_undecided, compare=False, repr=False)
    parted: tuple[tuple[str, str], ...] = ()
    levels: Callable[[str, str], frozenset[tuple[str, str]]] = field(default=_level, compare=False, repr=False)
    worth: Callable[[str, str], float] = field(default=_unknown, compare=False, repr=False)
    told: float = field(default=0.0, compare=False)
    disputed: float = field(default=0.0, compare=False)
    asked: float = field(default=0.0, compare=False)
