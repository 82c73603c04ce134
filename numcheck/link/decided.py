"""What somebody has decided of pairs of figures: some are certainly one quantity, some are parted for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import field

from numcheck.model.frozen import frozen

Ends = tuple[int, int]
"""Two folds by their indices, the smaller first."""


@frozen
class Decided:
    """The folds that are one quantity, by a number for each quantity, and the pairs of such quantities that are parted.

    A fold that nobody spoke of is a quantity of its own, by its index.
    """

    one: Mapping[int, int] = field(default_factory=dict)
    apart: frozenset[Ends] = frozenset()

    def says(self, a: int, b: int) -> bool | None:
        """Tell whether two folds are one quantity; None where nobody has decided it."""
        if not self.one and not self.apart:
            return None
        x, y = self.one.get(a, a), self.one.get(b, b)
        if x == y:
            return True if a != b else None
        return False if _ends(x, y) in self.apart else None

    def parted(self) -> list[Ends]:
        """Return all pairs of folds that are parted, those of one quantity with each of the other."""
        members: dict[int, list[int]] = {}
        for fold, quantity in self.one.items():
            members.setdefault(quantity, []).append(fold)
        return sorted(_ends(a, b) for x, y in self.apart for a in members.get(x, [x]) for b in members.get(y, [y]))

    def joined(self) -> list[Ends]:
        """Return pairs of folds that make each quantity of several."""
        return sorted((quantity, fold) for fold, quantity in self.one.items() if fold != quantity)


def decided(answers: Iterable[tuple[int, int, bool]]) -> Decided:
    """Return what answers on pairs of folds come to, in whatever order.

    Where a chain of "one" would join what one answer parts, the answer that parts counts, and the link of the chain that
    comes last by its folds is dropped.
    """
    told = sorted((*_ends(a, b), same) for a, b, same in answers if a != b)
    parted = {(a, b) for a, b, same in told if not same}
    one = _quantities([(a, b) for a, b, same in told if same], parted)
    return Decided(one, frozenset(_ends(one.get(a, a), one.get(b, b)) for a, b in parted))


def _quantities(same: Iterable[Ends], parted: Set[Ends]) -> dict[int, int]:
    """Return the first fold of the quantity that each fold is of."""
    quantity: dict[int, frozenset[int]] = {}
    for a, b in same:
        first, second = (quantity.setdefault(fold, frozenset((fold,))) for fold in (a, b))
        if parted.isdisjoint(_ends(x, y) for x in first for y in second):
            quantity |= dict.fromkeys(first | second, first | second)
    return {fold: min(members) for fold, members in quantity.items()}


def _ends(a: int, b: int) -> Ends:
    return (a, b) if a < b else (b, a)
