"""Keep the work bounded: fold claims that are told alike into one, and pair only those that share something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import islice

from numcheck.link.candidate import Candidate
from numcheck.model.frozen import frozen
from numcheck.model.quantity import BY_CHANCE

MOST = 80
"""Claims each claim is compared with at most, the likeliest first."""
ENOUGH = 12
"""Claims each claim is compared with at least, in a story of up to 6,000."""
MOST_PAIRS = 30_000
"""Pairs compared in one story; where there would be more, each claim keeps its likeliest. Three times as many are the end."""


@frozen
class Fold:
    """Claims told alike: the first stands for all of them, and its index for theirs.

    `sentences` are their places, by document and start, `papers` the ranks of their articles.
    """

    index: int
    first: Candidate
    candidates: tuple[Candidate, ...]
    documents: frozenset[str]
    sentences: frozenset[tuple[str, int]]
    papers: frozenset[int]

    @property
    def drafted(self) -> bool:
        """Whether a draft tells it."""
        return any(candidate.claim.role == "draft" for candidate in self.candidates)


def fold(candidates: Sequence[Candidate], parted: Collection[int] = ()) -> list[Fold]:
    """Join claims of equal slots and equal value, the smallest numbers only where the whole sentence is the same.

    The folds are in the order of their first claims. Claims that somebody
    `parted` from others of their number (by their indices) stand alone.
    """
    found: dict[Hashable, list[Candidate]] = {}
    taken: set[Hashable] = set()
    replacing = {candidate.current.index for candidate in candidates if candidate.current is not None} | set(parted)
    for candidate in candidates:
        key = candidate.index if candidate.current is not None or candidate.index in replacing else _slots(candidate)
        if (key, _place(candidate)) in taken:  # "two on the bridge and two below it"
            key = (key, candidate.index)
        taken.add((key, _place(candidate)))
        found.setdefault(key, []).append(candidate)
    return [
        Fold(
            own[0].index,
            own[0],
            tuple(own),
            frozenset(n.claim.document for n in own),
            frozenset(map(_place, own)),
            frozenset(n.paper.rank for n in own),
        )
        for own in found.values()
    ]


def _place(candidate: Candidate) -> tuple[str, int]:
    return candidate.claim.document, candidate.claim.sentence_start


def _slots(candidate: Candidate) -> Hashable:
    """Return what two claims must share to be folded; a claim that names too little is folded with none."""
    value = candidate.values[0]
    if value.size is None or (candidate.head is None and candidate.dimension == "count") or candidate.measure is None:
        return candidate.index
    small = value.size <= BY_CHANCE or value.word is not None or candidate.dimension != "count"
    copied = candidate.claim.wording.sentence if small else None
    return (
        candidate.dimension,
        candidate.head,
        candidate.measure,
        value.unit,
        value.written,
        value.word,
        candidate.subset,
        candidate.other,
        candidate.own,
        candidate.event,
        candidate.window,
        candidate.whole,
        candidate.scale,
        candidate.anchor,
        candidate.names,
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
    apart = frozenset(drafted)
    for at in asking:
        having = [shared[key] for key in keys[at]]
        for other in _met(at, having, most, apart):
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


def _keys(candidate: Candidate) -> list[Hashable]:
    """Return what a claim can be found by, the most telling first."""
    kind, value = candidate.dimension, candidate.values[0]
    keys: list[Hashable] = [("replaced", (candidate.current or candidate).index)]
    keys += [(kind, "value", v.unit, v.written) for v in candidate.values if v.size is not None]
    if candidate.head is not None and candidate.measure is not None:
        keys.append((kind, "noun and measure", candidate.head, candidate.measure))
    if candidate.measure is not None:
        keys.append((kind, "measure", candidate.measure))
    if candidate.head is not None:
        keys.append((kind, "noun", candidate.head))
    if candidate.kind is not None:
        keys.append((kind, "class", candidate.kind))
    if kind != "count" or (candidate.head is None and candidate.measure is None) or value.size is None:
        keys.append((kind, "all"))
    keys += [(kind, "word", word) for word in sorted(candidate.near)]
    return keys
