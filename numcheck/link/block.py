"""Keep the work bounded: fold claims that are told alike into one, and pair only those that share something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from numcheck.link.node import Node
from numcheck.model.quantity import BY_CHANCE

MOST = 80
"""Claims each claim is compared with at most, the likeliest first."""
ENOUGH = 12
"""Claims each claim is compared with at least, in a story of up to 6,000."""
MOST_PAIRS = 30_000
"""Pairs compared in one story; where there would be more, each claim keeps its likeliest. Three times as many are the end."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Claims told alike: the first stands for all of them, and its index for theirs.

    `sentences` are their places, by document and start.
    """

    index: int
    first: Node
    nodes: tuple[Node, ...]
    documents: frozenset[str]
    sentences: frozenset[tuple[str, int]]

    @property
    def drafted(self) -> bool:
        """Whether a draft tells it."""
        return any(node.claim.role == "draft" for node in self.nodes)


def fold(nodes: Sequence[Node], parted: Collection[int] = ()) -> list[Fold]:
    """Join claims of equal slots and equal value, the smallest numbers only where the whole sentence is the same.

    The folds are in the order of their first claims. Claims that somebody
    `parted` from others of their number (by their indices) stand alone.
    """
    found: dict[Hashable, list[Node]] = {}
    taken: set[Hashable] = set()
    replacing = {node.current.index for node in nodes if node.current is not None} | set(parted)
    for node in nodes:
        key = node.index if node.current is not None or node.index in replacing else _slots(node)
        if (key, _place(node)) in taken:  # "two on the bridge and two below it"
            key = (key, node.index)
        taken.add((key, _place(node)))
        found.setdefault(key, []).append(node)
    return [
        Fold(own[0].index, own[0], tuple(own), frozenset(n.claim.document for n in own), frozenset(map(_place, own)))
        for own in found.values()
    ]


def _place(node: Node) -> tuple[str, int]:
    return node.claim.document, node.claim.sentence_start


def _slots(node: Node) -> Hashable:
    """Return what two claims must share to be folded; a claim that names too little is folded with none."""
    value = node.values[0]
    if value.size is None or (node.head is None and node.dimension == "count") or node.measure is None:
        return node.index
    small = value.size <= BY_CHANCE or value.word is not None or node.dimension != "count"
    copied = node.claim.wording.sentence if small else None
    return (
        node.dimension,
        node.head,
        node.measure,
        value.unit,
        value.written,
        value.word,
        node.subset,
        node.other,
        node.own,
        node.event,
        node.window,
        node.whole,
        node.scale,
        node.anchor,
        node.names,
        copied,
    )


def pairs(folds: Sequence[Fold]) -> Iterator[tuple[Fold, Fold]]:
    """Yield the pairs worth comparing, each once: one dimension, and value, noun, class, measure or a nearby word in common.

    Beside drafts, sources meet the drafts' claims alone.
    """
    shared: dict[Hashable, list[int]] = {}
    keys = [_keys(f.first) for f in folds]
    for at, own in enumerate(keys):
        for key in own:
            shared.setdefault(key, []).append(at)
    drafted = [at for at, found in enumerate(folds) if found.drafted]
    asking = drafted or range(len(folds))
    share = MOST_PAIRS // max(1, len(asking))
    most = min(MOST, max(ENOUGH, share), max(2, 3 * share))
    for at in asking:
        having = [shared[key] for key in keys[at]]
        for other in _met(at, having, most, frozenset(drafted)):
            one, two = sorted((at, other))
            yield folds[one], folds[two]


def _met(at: int, having: Sequence[Sequence[int]], most: int, drafted: frozenset[int]) -> list[int]:
    """Return the folds (at most so many) that one meets and that did not meet it before: those behind it, and sources."""
    seen: set[int] = set()
    for alike in having:
        for other in alike if drafted else islice(alike, bisect_right(alike, at), None):
            if len(seen) >= most:
                break
            if other > at or other not in drafted:
                seen.add(other)
    return sorted(seen - {at})


def _keys(node: Node) -> list[Hashable]:
    """Return what a claim can be found by, the most telling first."""
    kind, value = node.dimension, node.values[0]
    keys: list[Hashable] = [("replaced", (node.current or node).index)]
    keys += [(kind, "value", v.unit, v.written) for v in node.values if v.size is not None]
    if node.head is not None and node.measure is not None:
        keys.append((kind, "noun and measure", node.head, node.measure))
    if node.measure is not None:
        keys.append((kind, "measure", node.measure))
    if node.head is not None:
        keys.append((kind, "noun", node.head))
    if node.kind is not None:
        keys.append((kind, "class", node.kind))
    if kind != "count" or (node.head is None and node.measure is None) or value.size is None:
        keys.append((kind, "all"))
    keys += [(kind, "word", word) for word in sorted(node.near)]
    return keys
