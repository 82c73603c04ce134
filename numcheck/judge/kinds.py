"""When two claims tell figures of one kind, from loosely to strictly; whether they are one quantity the linker says."""

from __future__ import annotations

from numcheck.model.claim import Claim


def kindred(x: Claim, y: Claim) -> bool:
    """Tell whether two claims count one noun or have one measure: what a share of the one comes to may be the other."""
    return (x.counted is not None and x.counted == y.counted) or (x.measure is not None and x.measure == y.measure)


def part_and_whole(part: Claim, whole: Claim) -> bool:
    """Tell whether a claim may be the whole of a part that its sentence tells: larger, of one unit, and of no other measure."""
    size, mine = whole.quantity.size, part.quantity.size
    if whole.sentence_start != part.sentence_start or whole.quantity.unit != part.quantity.unit or size is None or mine is None:
        return False
    return size > mine and whole.scope.subset_of is None and whole.measure in (part.measure, None)


def one_statement(x: Claim, y: Claim) -> bool:
    """Tell whether two claims say one thing of one noun, whatever the number: both of all of it, or both of a part."""
    if (x.quantity.unit, x.measure, x.scope.subset_of) != (y.quantity.unit, y.measure, y.scope.subset_of):
        return False
    return x.measure is not None if None in (x.counted, y.counted) else x.head == y.head
