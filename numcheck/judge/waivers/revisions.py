"""Pair the figures of two versions of one article: the same sentence, edited, mostly tells the same figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.report import Document
from numcheck.model.revision import Change, Revision

_NEAR = 3
"""Words on each side of a figure that are its nearest."""

_ENOUGH = 1.5
"""The likeness from which two figures are one: half of the words around them, or the thing counted and some of them."""


@frozen
class _Setting:
    """What stands around a figure: its sentence's other words, and the nearest ones before and behind."""

    words: frozenset[str]
    before: tuple[str, ...]
    behind: tuple[str, ...]


def revise(
    old: Document, new: Document, was: Sequence[Claim], now: Sequence[Claim], decided: Mapping[tuple[int, int], bool]
) -> Revision:
    """Return what changed from the claims `was` of the old version to `now` of the new one, each figure in one pair at most.

    `decided` says of pairs, by their places, that they are one quantity or are not, whatever their words.
    """
    pairs = _pairs(was, now, decided)
    changed = [Change("changed", was[i], now[j]) for i, j in pairs.items() if not _same(was[i], now[j])]
    kept = len(pairs) - len(changed)
    added = [Change("added", new=claim) for j, claim in enumerate(now) if j not in pairs.values()]
    gone = [Change("gone", old=claim) for i, claim in enumerate(was) if i not in pairs]
    told = sorted([*changed, *added], key=lambda change: change.claim.start)
    return Revision(old, new, (*told, *gone), kept)


def _pairs(was: Sequence[Claim], now: Sequence[Claim], decided: Mapping[tuple[int, int], bool]) -> dict[int, int]:
    """Return the pairs, the likest first; of what is equally alike, what stands nearest to its old place."""
    fixed = {True: inf, False: 0.0}
    before, after = [_setting(c) for c in was], [_setting(c) for c in now]
    ranked = sorted(
        (-likeness, abs(x.position - y.position), i, j)
        for i, x in enumerate(was)
        for j, y in enumerate(now)
        if (likeness := fixed[decided[i, j]] if (i, j) in decided else _likeness(x, y, before[i], after[j])) >= _ENOUGH
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _likeness(x: Claim, y: Claim, around_x: _Setting, around_y: _Setting) -> float:
    """Return how alike two figures are in all but their number; nothing where they cannot be one."""
    if x.quantity.dimension != y.quantity.dimension or (x.measure and y.measure and x.measure != y.measure):
        return 0
    shared = len(around_x.words & around_y.words) / max(1, len(around_x.words | around_y.words))
    near = _edge(around_x.before, around_y.before) + _edge(around_x.behind, around_y.behind)
    thing = bool(x.counted) and x.counted == y.counted
    return 2 * shared + near / _NEAR + (thing + _same(x, y)) / 2


def _edge(x: tuple[str, ...], y: tuple[str, ...]) -> int:
    """Return how many words in a row two edges share, from the figure outwards."""
    return next((at for at, (a, b) in enumerate(zip(x, y, strict=False)) if a != b), min(len(x), len(y)))


def _same(x: Claim, y: Claim) -> bool:
    """Tell whether two claims state one figure, whatever its spelling."""
    a, b = x.quantity, y.quantity
    return (a.written, a.hedge, a.side, a.word, a.unit) == (b.written, b.hedge, b.side, b.word, b.unit)


def _setting(claim: Claim) -> _Setting:
    told = claim.wording
    before, behind = ([word.lower() for word in side if not word[0].isdecimal()] for side in (told.before, told.behind))
    return _Setting(frozenset([*before, *behind]), tuple(reversed(before[-_NEAR:])), tuple(behind[:_NEAR]))
