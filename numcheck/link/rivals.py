"""Rivals: two figures of one number and all but one slot, where one outlet may have mixed them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from numcheck.link.compare import (
    ENOUGH,
    MEASURE,
    NOUN,
    VALUE,
    evidence,
    levels,
    likeness,
    near,
    other_scope,
    other_whole,
    value_level,
)
from numcheck.link.node import Node, Slots
from numcheck.link.weights import POINTS
from numcheck.model.story import Evidence

MOST = 60
"""Figures of one number that are looked at in a story."""
_ACROSS = frozenset({"share", "points", "multiple", "count"})
_MEASURED = frozenset({"currency", "length", "mass", "area", "volume", "speed", "temperature", "duration"})
_SAME = 0.02
"""Two sizes so near, as a share, are the same in other units."""
_STEM = 4
"""Letters in which a whole and the measure that its name gives away agree: voter, voted."""
_PART = "a part of the people"
_SLOTS = {
    ("measure", "contrary"): "measure",
    ("part of a whole", "one holds the other"): "subset",
    ("window of time", "another"): "window",
    ("place", "a part and the whole"): "place",
}


@dataclass(frozen=True, slots=True)
class Rival:
    """Two claims of one number, the slot they differ in, and the points they would have without it."""

    a: Node
    b: Node
    slot: str
    points: float
    evidence: tuple[Evidence, ...]


def rivals(nodes: Sequence[Node], topic_of: Mapping[int, int], look: Slots) -> Iterator[Rival]:
    """Yield the rivals among the claims of different articles; those of one topic differ in the unit at most."""
    by_number: dict[float, list[Node]] = {}
    for node in nodes:
        if node.stated is not None and node.stated > 0 and node.values[0].word is None:
            by_number.setdefault(node.stated, []).append(node)
            if node.dimension == "share" and node.stated < 1:  # "one in five" may turn into "five"
                by_number.setdefault(round(1 / node.stated, 6), []).append(node)
    for number in sorted(by_number):
        for a, b in combinations(by_number[number][:MOST], 2):
            if a.claim.document == b.claim.document:
                continue
            found = _unit(a, b, look)
            if found is None and topic_of[a.index] != topic_of[b.index]:
                found = _differs(a, b, look)
            if found is not None and found[1] >= ENOUGH["for a rival"]:
                why = evidence(a, b, look) if a.dimension == b.dimension else ()
                yield Rival(a, b, found[0], found[1], why)


def _differs(a: Node, b: Node, look: Slots) -> tuple[str, float] | None:
    """Return the one slot in which two figures of one number differ and the points without it, or None."""
    if a.dimension != b.dimension:
        return _kinds(a, b)
    if a.head is not None and b.head is not None and a.head != b.head and a.kind != b.kind:
        return None
    if a.dimension == "share" and other_whole(a, b) and (a.measure == b.measure or _measure(a) == _measure(b)):
        return "denominator", _bare(a, b)
    spoke = levels(a, b, look)
    parting = [(_SLOTS[feature, level], points) for feature, level, points in spoke if (feature, level) in _SLOTS]
    if len(parting) != 1 or not near(a.stated or 0.0, b.stated or 0.0) or value_level(a, b)[2]:
        return None
    slot, cost = parting[0]
    if slot == "subset" and ("counted noun", _PART) in {(feature, level) for feature, level, _ in spoke}:
        cost += NOUN[_PART]
    return slot, sum(points for _, _, points in spoke) - cost


def _measure(a: Node) -> str | None:
    """Return what a share measures; None where nothing but its whole says it: 20% of voters have not therefore voted."""
    named_by_whole = a.measure is not None and a.whole is not None and a.whole[:_STEM] == a.measure[:_STEM]
    return None if named_by_whole else a.measure


def _unit(a: Node, b: Node, look: Slots) -> tuple[str, float] | None:
    """Return the slot of two figures of one number in two units of one dimension, or two currencies, and the other points."""
    one, two = a.claim.quantity, b.claim.quantity
    if one.unit == two.unit or one.dimension != two.dimension or one.dimension not in _MEASURED:
        return None
    if a.measure != b.measure or other_scope(a, b):
        return None
    pairs = [(x.size or 0.0, y.size or 0.0) for x in a.values for y in b.values if x.unit == y.unit]
    if any(x and abs(x - y) <= _SAME * x for x, y in pairs):  # the one gives the other's conversion in brackets
        return None
    rest = sum(points for feature, _, points in levels(a, b, look) if feature != "value")
    return ("currency" if one.dimension == "currency" else "unit"), rest + VALUE["equal"]


def _kinds(a: Node, b: Node) -> tuple[str, float] | None:
    """Return the kind of unit two figures differ in: percent and points, a share and a count of the same thing."""
    kinds = {a.dimension, b.dimension}
    if not kinds <= _ACROSS:
        return None
    if "count" in kinds:
        share, count = (b, a) if a.dimension == "count" else (a, b)
        if share.dimension != "share" or share.whole is None or share.whole != count.head:
            return None
        return "denominator", _bare(a, b)
    if a.measure is None or a.measure != b.measure:
        return None
    return "unit kind", _bare(a, b)


def _bare(a: Node, b: Node) -> float:
    """Return what speaks for two figures of different units: the number, the measure and the words."""
    measure = MEASURE["same"] if a.measure is not None and a.measure == b.measure else 0.0
    words = POINTS["words of the sentence"]["alike"] * likeness(a.sentence, b.sentence)
    return VALUE["equal"] + measure + words + POINTS["words nearby"]["alike"] * likeness(a.near, b.near)
