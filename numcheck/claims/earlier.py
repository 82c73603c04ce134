"""Figures told as values that no longer hold, and what replaced them: "23, correcting an earlier count of 17"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from numcheck.claims.frame import Frame
from numcheck.claims.words import Measure, Words, kind
from numcheck.model.claim import Claim
from numcheck.model.reading import Mention

_NEAR = 9
"""Words from "first put" or "an earlier count" to the figure at most."""
_FAR = 16
"""Words from "revised" or "the toll" to the "from" of the figure at most."""
_NEXT = 4
"""Characters between a sentence and the next at most."""
_LEADS = frozenset({"of", "at", "that"})
_BREAKS = frozenset({",", ";", ":", "but", "“", "”", '"'})
_SIDE = frozenset({"up", "down"})
_GIVING = (["gave"], ["gives"], ["showed"], ["shows"], ["yielded"])
"""Verbs by which a count is only where another figure comes from ("a first count of 2,000 votes gave her 900")."""
_NOW = frozenset({"now", "since", "later", "revised", "corrected"})
_DAY = len("2012-04-11")
_PERIODS = frozenset({"year", "quarter", "month", "season", "decade", "century", "period"})
_AGO = 4
"""Words behind a figure in which a time tells that it is of another period ("up from 28 a year earlier")."""
_CHANGES = frozenset(
    {"raise", "raised", "raising", "cut", "cutting", "lift", "lifted", "lifting", "lower", "lowered", "trimmed"}
)


def outdated(mention: Mention, end: int, said: Measure | None, frame: Frame, words: Words) -> bool:
    """Tell whether a figure is told as a value that was given before; `end` is behind its noun."""
    lower, first = frame.sentence.lower, mention.first
    return (
        (_told_before(first, frame, words) and lower[end : end + 1] not in _GIVING)
        or _as_first_told(end, lower, words)
        or (first > 0 and lower[first - 1] == "from" and _revised(first, said, mention, frame, words))
    )


def _told_before(first: int, frame: Frame, words: Words) -> bool:
    """Tell whether "an earlier count of" or "first put at" stands in front of the figure."""
    lower = frame.sentence.lower
    if first and lower[first - 1] in words.earlier and lower[first] in words.telling:  # "originally estimated at"
        return True
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if at in frame.figures or lower[at] in _BREAKS:
            return False
        if lower[at] not in words.earlier:
            continue
        if at + 1 < first and lower[at + 1] in words.readings:
            return lower[first - 1] in _LEADS
        if any(lower[i] in words.telling for i in (at - 1, at + 1) if 0 <= i < first):
            return True
    return False


def _as_first_told(end: int, lower: Sequence[str], words: Words) -> bool:
    """Tell whether "as first reported" or "originally announced" stands behind the figure."""
    at = end + (end < len(lower) and lower[end] in ("as", "than"))
    if at + 1 >= len(lower) or lower[at] not in words.earlier or lower[at + 1] not in words.telling:
        return False
    return at > end or lower[at] != "first"


def _revised(first: int, said: Measure | None, mention: Mention, frame: Frame, words: Words) -> bool:
    """Tell whether what stands before "from" says that a count was put right: "revised", "the toll rose", "31 dead, up"."""
    lower = frame.sentence.lower
    if not _PERIODS.isdisjoint(lower[mention.last : mention.last + _AGO]):
        return False
    if lower[first - 2] in _SIDE and said is not None and said.strong and mention.unit == "count":
        return True
    for at in range(first - 2, max(-1, first - _FAR), -1):
        if lower[at] == ";":
            return False
        if lower[at] in words.revising or lower[at] in words.tolls:
            return True
        if lower[at] in words.readings and not _CHANGES.isdisjoint(lower[max(0, at - 3) : at]):
            return True
    return False


def settled(made: Sequence[Claim], old: Collection[int], words: Words) -> list[Claim]:
    """Return the claims of an article with what replaced each of those at the places `old`; both say one thing then.

    A value that nothing near replaces stands as it is.
    """
    claims = list(made)
    for place in sorted(old):
        now = _successor(place, claims, old, words)
        if now is None:
            continue
        was, new = claims[place], claims[now]
        claims[now] = _alike(new, was)
        claims[place] = replace(_alike(was, new), superseded_by=new.id)
        for i in (place + 1, now + 1):  # a conversion in brackets goes with its figure
            if i < len(claims) and claims[i].converts in (was.id, new.id):
                origin = claims[place if claims[i].converts == was.id else now]
                claims[i] = replace(_alike(claims[i], origin), superseded_by=origin.superseded_by)
    return claims


def _alike(claim: Claim, other: Claim) -> Claim:
    """Return a claim with the noun and the measure of the other where it names none of its own; a bare count takes both."""
    if _bare(claim) and not _bare(other):
        return replace(claim, counted=other.counted, measure=other.measure, what=other.what)
    return (
        claim if claim.measure is not None or other.measure is None else replace(claim, measure=other.measure, what=other.what)
    )


def _bare(claim: Claim) -> bool:
    """Tell whether a count names nothing that it counts."""
    return claim.counted is None and claim.quantity.dimension == "count"


def _successor(place: int, claims: Sequence[Claim], old: Collection[int], words: Words) -> int | None:
    """Return the place of the value that holds now: the nearest in the sentence, else in the one before, else behind."""
    was = claims[place]
    fitting = [i for i, c in enumerate(claims) if i not in old and c.converts is None and _replaces(c, was, words)]
    here = [i for i in fitting if claims[i].sentence_start == was.sentence_start]
    if here:
        return min(here, key=lambda i: (_gap(claims[i], was), i))
    before = [i for i in fitting if i < place and 0 <= was.sentence_start - _end(claims[i]) <= _NEXT]
    if before:
        return before[-1]
    behind = (i for i in fitting if i > place and 0 <= claims[i].sentence_start - _end(was) <= _NEXT)
    return next((i for i in behind if not _NOW.isdisjoint(claims[i].sentence.lower().split())), None)


def _end(claim: Claim) -> int:
    return claim.sentence_start + len(claim.sentence)


def _gap(claim: Claim, other: Claim) -> int:
    return max(claim.start - other.end, other.start - claim.end)


def _replaces(new: Claim, was: Claim, words: Words) -> bool:
    """Tell whether two figures may be one quantity at two times: one dimension, and no slot that parts them."""
    p, q = new.quantity, was.quantity
    if p.dimension != q.dimension or (p.dimension == "currency" and p.unit != q.unit) or p.written == q.written:
        return False
    if (new.scope.subset_of is None) != (was.scope.subset_of is None):
        return False
    if not _bare(was) and None not in (new.measure, was.measure) and new.measure != was.measure:
        return False
    if new.counted and was.counted and new.head != was.head:
        kinds = {kind(new.counted, words), kind(was.counted, words)}
        if len(kinds - {None}) > 1 or (None in kinds and new.measure is None):
            return False
    if not {new.scope.base, was.scope.base} <= {None, "another figure"}:
        return False
    if new.scope.place and was.scope.place and new.scope.place != was.scope.place:
        return False
    return not any(len(t or "") in range(1, _DAY) for t in {new.as_of, was.as_of} if new.as_of != was.as_of)
