"""How one figure of a source stands to a draft's: it holds it, it speaks against it, or neither."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from numcheck.judge import relations
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval, inside, last_place, meets, point
from numcheck.model.quantity import Quantity

TOO_FAR = 2
"""Sizes this many times apart contradict even where open intervals still touch: "some 900" against "at least 180".

A ceiling refutes nothing that stays under it: "up to 500" is the worst case, and 40 may be what happened.
"""

ROUNDED = Decimal("1.1")
"""How far a rounded number may be from what it rounds: 5 for 4.7, and not 1 for 0.505."""

FIVE = 5

FEW = 20
"""The same of the ends of a range, as one part of so many."""

BOUND_APART = Decimal("1.1")
SIZE_APART = 10
"""How far a draft's bound may be from a source's bound, and from a number, to give an idea of it."""

RANKS_APART = 40
"""Words of size whose ranks are this far apart contradict: "a large number" against "a few"."""

SAME_NUMBER = "same number"
"""How a source holds a figure that has its number and another hedge."""

INSIDE = "inside"
"""How it holds a bound or a range that its own number lies in."""

BEST_FIRST = ("equal", SAME_NUMBER, INSIDE, "rounded", "converted")
"""How a source can hold a figure, the closest first."""


def supports(draft: Quantity, source: Quantity, ranks: Mapping[str, int]) -> str | None:
    """Return how the source's figure holds the draft's, one of BEST_FIRST, or None where it does not."""
    if not relations.comparable(draft, source):
        return None
    if draft.base.is_unbounded:
        return None if words_apart(draft, source, ranks) else INSIDE
    if source.base.is_unbounded:
        return None
    if draft.written == source.written and draft.hedge == source.hedge and not relations.flipped(draft, source):
        return "equal"
    if relations.same_number(draft, source):
        return _same_number(draft, source)
    taken, told = _as_tested(draft, source)
    if draft.unit == source.unit and not _conveys(draft, source):
        return None
    if not (
        inside(told, taken)
        or _converts(draft, source)
        or relations.rounds_to(source, draft)
        or relations.word_holds_bound(draft, source)
    ):
        return None
    if draft.unit != source.unit:
        return "converted"
    return "rounded" if draft.hedge == "exact" else INSIDE


def _conveys(draft: Quantity, source: Quantity) -> bool:
    """Tell whether the draft's figure gives an idea of the source's: not a wider range or bound, nor a number far off.

    "At least 600" is no way of telling 52 million, "up to 50" none of "up to 30", and "80 to 100" none of "90 to 100".
    """
    far = relations.times_apart(draft, source)
    if draft.hedge == source.hedge == "range":
        return _ends_round(draft, source)
    if draft.hedge == "exact":
        return far is None or far <= ROUNDED
    if draft.hedge == "about" and source.hedge in ("exact", "about"):
        return _about(draft.stated.low, source.stated.low)
    if not _is_bound(draft) or far is None:
        return True
    return far <= (BOUND_APART if _is_bound(source) else SIZE_APART)


def _about(draft: Decimal | None, source: Decimal | None) -> bool:
    """Tell whether a number is "about" another as far as its digits tell: 90 is about 87, and 93 is not; a 5 is round, too."""
    if draft is None or source is None:
        return True
    place = last_place(draft.normalize())
    return abs(draft - source) <= place * (FIVE if draft / place % FIVE == 0 else 1)


def _ends_round(draft: Quantity, source: Quantity) -> bool:
    """Tell whether both ends of the draft's range are those of the source's, or rounded from them."""
    ends = ((draft.stated.low, source.stated.low), (draft.stated.high, source.stated.high))
    return all(
        x == y or (x is not None and y is not None and abs(x - y) <= last_place(x) / 2 and abs(x - y) * FEW <= abs(y))
        for x, y in ends
    )


def against(draft: Quantity, source: Quantity) -> bool:
    """Tell whether a source that is `comparable` and speaks of the same quantity cannot be squared with the draft's figure."""
    if draft.base.is_unbounded or source.base.is_unbounded:
        return True
    if relations.disjoint(draft, source) or relations.flipped(draft, source) or (draft.size == 0) != (source.size == 0):
        return True
    taken, tested = _as_tested(draft, source)
    if _is_bound(draft) and not meets(taken, tested):
        return True
    if relations.bounded_above(source) and inside(taken, tested):
        return False
    ratio = relations.times_apart(draft, source)
    return ratio is not None and ratio >= TOO_FAR and not relations.word_holds(draft, source)


def comparable(draft: Quantity, source: Quantity, ranks: Mapping[str, int]) -> bool:
    """Tell whether the two can be held against each other: figures of one kind, or words of size that lie far apart."""
    if not relations.comparable(draft, source):
        return False
    return not (draft.base.is_unbounded or source.base.is_unbounded) or words_apart(draft, source, ranks)


def words_apart(p: Quantity, q: Quantity, ranks: Mapping[str, int]) -> bool:
    """Tell whether both are words of size that lie far apart."""
    low, high = (ranks.get(x.word) if x.word is not None else None for x in (p, q))
    return low is not None and high is not None and abs(low - high) >= RANKS_APART


def shown(claim: Claim, source: Claim, relation: str) -> str | None:
    """Return a rounding or conversion as a line to show; None for what needs none."""
    if relation not in ("rounded", "converted"):
        return None
    return f"{' '.join(source.text.split())} = {' '.join(claim.text.split())}, {relation}"


def _same_number(draft: Quantity, source: Quantity) -> str | None:
    """A draft may drop a bound or "about" and say the same number; it may not add a bound that the number breaks."""
    if relations.flipped(draft, source):
        return None
    if draft.hedge in ("more_than", "less_than") and not _is_bound(source):
        return None
    turned = (relations.bounded_above(draft) and relations.bounded_below(source)) or (
        relations.bounded_below(draft) and relations.bounded_above(source)
    )
    if turned:
        return None
    return SAME_NUMBER if draft.unit == source.unit else "converted"


def _as_tested(draft: Quantity, source: Quantity) -> tuple[Interval, Interval]:
    """Return the draft's and the source's intervals to compare: a draft's bound is tested on the source's number as written."""
    if _is_bound(draft):
        return draft.written, source.written if source.hedge in ("exact", "about") else source.base
    return draft.base, source.base


def _is_bound(q: Quantity) -> bool:
    return relations.bounded_above(q) or relations.bounded_below(q)


def _converts(draft: Quantity, source: Quantity) -> bool:
    """Tell whether the two are one number in two units, each rounded in its own."""
    if draft.unit == source.unit or "vague" in (draft.hedge, source.hedge) or draft.size is None or source.size is None:
        return False
    if relations.disjoint(draft, source) or relations.flipped(draft, source):
        return False
    return inside(point(source.size), draft.base) or inside(point(draft.size), source.base)
