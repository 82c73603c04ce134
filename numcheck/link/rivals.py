"""Rivals: two figures of one number and all but one slot, where one outlet may have mixed them up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum

from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.features import measure, noun, scope
from numcheck.link.features.scope import other_whole
from numcheck.link.score import Row
from numcheck.link.values import disjoint, near
from numcheck.link.vetoes import other_scope
from numcheck.model.frozen import frozen

MOST = 60
"""Figures of one number that are looked at in a story."""
_ACROSS = frozenset({"share", "points", "multiple", "count"})
_MEASURED = frozenset(
    {"currency", "length", "mass", "area", "volume", "speed", "temperature", "temperature difference", "duration"}
)
_SAME = 0.02
"""Two sizes so near, as a share, are the same in other units."""
_STEM = 4
"""Letters in which a whole and the measure that its name gives away agree: voter, voted."""
_PART = ("counted noun", "a part of the people")
_SLOTS = {
    ("measure", "contrary"): "measure",
    ("scope", "a part, and what it is a part of"): "subset",
    ("scope", "another window of time"): "window",
    ("scope", "a part of the country and the whole"): "place",
}


@frozen
class Rival:
    """Two claims of one number, the slot they differ in, and the points they would have without it."""

    a: Candidate
    b: Candidate
    slot: str
    points: float


Rows = Callable[[Candidate, Candidate], list[Row]]


def rivals(
    candidates: Sequence[Candidate], topic_of: Mapping[int, int], rows: Rows, equal: float, least: float, look: Vocabulary
) -> Iterator[Rival]:
    """Yield the rivals among the claims of different articles; those of one topic differ in the unit at most.

    `rows` gives what speaks for and against two claims; `equal` is what an equal number weighs, and `least` the points that a
    rival has without the slot it differs in.
    """
    for a, b in _of_one_number(candidates):
        slot = _unit(a, b)
        parting: Sequence[tuple[str, str]] = ()
        if slot is None and topic_of[a.index] != topic_of[b.index]:
            slot, parting = _differs(a, b, look)
        if slot is None:
            continue
        points = equal + fsum(
            weight for family, level, weight in rows(a, b) if family != "value" and (family, level) not in parting
        )
        if points >= least:
            yield Rival(a, b, slot, points)


def _of_one_number(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield pairs of two articles that state one number; beside drafts one of the two is a draft's."""
    by_number: dict[float, list[Candidate]] = {}
    beside_drafts = any(candidate.claim.role == "draft" for candidate in candidates)
    for candidate in candidates:
        if candidate.stated is not None and candidate.stated > 0 and candidate.values[0].word is None:
            by_number.setdefault(candidate.stated, []).append(candidate)
            if candidate.dimension == "share" and candidate.stated < 1:  # "one in five" may turn into "five"
                by_number.setdefault(round(1 / candidate.stated, 6), []).append(candidate)
    for number in sorted(by_number):
        for a, b in combinations(by_number[number][:MOST], 2):
            if a.paper is not b.paper and not (beside_drafts and "draft" not in (a.claim.role, b.claim.role)):
                yield a, b


def _differs(a: Candidate, b: Candidate, look: Vocabulary) -> tuple[str | None, Sequence[tuple[str, str]]]:
    """Return the one slot in which two figures of one number differ, and the rows that say so; None where it is not one."""
    if a.dimension != b.dimension:
        return _kinds(a, b), ()
    if a.head is not None and b.head is not None and a.head != b.head and a.kind != b.kind:
        return None, ()
    if a.dimension == "share" and other_whole(a, b) and (a.measure == b.measure or _measure(a) == _measure(b)):
        return "denominator", ()
    spoke = {(family.NAME, level) for family in (measure, noun, scope) for level, _ in family.spoken(a, b, look)}
    parting = [key for key in _SLOTS if key in spoke]
    if len(parting) != 1 or not near(a.stated or 0.0, b.stated or 0.0) or disjoint(a, b):
        return None, ()
    slot = _SLOTS[parting[0]]
    return slot, (*parting, _PART) if slot == "subset" else parting


def _measure(a: Candidate) -> str | None:
    """Return what a share measures; None where nothing but its whole says it: 20% of voters have not therefore voted."""
    named_by_whole = a.measure is not None and a.whole is not None and a.whole[:_STEM] == a.measure[:_STEM]
    return None if named_by_whole else a.measure


def _unit(a: Candidate, b: Candidate) -> str | None:
    """Return the slot of two figures of one number in two units of one dimension, or two currencies."""
    one, two = a.claim.quantity, b.claim.quantity
    if one.unit == two.unit or one.dimension != two.dimension or one.dimension not in _MEASURED:
        return None
    if a.measure != b.measure or other_scope(a, b):
        return None
    pairs = [(x.size or 0.0, y.size or 0.0) for x in a.values for y in b.values if x.unit == y.unit]
    if any(x and abs(x - y) <= _SAME * x for x, y in pairs):  # the one gives the other's conversion in brackets
        return None
    return "currency" if one.dimension == "currency" else "unit"


def _kinds(a: Candidate, b: Candidate) -> str | None:
    """Return the kind of unit two figures differ in: percent and points, a share and a count of the same thing."""
    kinds = {a.dimension, b.dimension}
    if not kinds <= _ACROSS:
        return None
    if "count" in kinds:
        share, count = (b, a) if a.dimension == "count" else (a, b)
        return "denominator" if share.dimension == "share" and share.whole is not None and share.whole == count.head else None
    return "unit kind" if a.measure is not None and a.measure == b.measure else None
