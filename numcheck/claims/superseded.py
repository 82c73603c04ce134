"""Figures told as values that no longer hold, and what replaced them: "23, correcting an earlier count of 17"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from numcheck.claims.annotated import Annotated
from numcheck.claims.vocabulary import Measure, Vocabulary, kind
from numcheck.language.en import around, change
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
_DAY = len("2012-04-11")
_AGO = 4
"""Words behind a figure in which a time tells that it is of another period ("up from 28 a year earlier")."""
_CHANGED = 3
"""Words from "raised" to the reading that was changed at most: "raised its full-year forecast"."""


def outdated(mention: Mention, end: int, said: Measure | None, line: Annotated) -> bool:
    """Tell whether a figure is told as a value that was given before; `end` is behind its noun."""
    first = mention.first
    if (_told_before(first, line) and line.word(end) not in around.GIVING) or _as_first_told(end, line):
        return True
    if line.word(first - 1) != "from":
        return False
    return _revised(first, said, mention, line) or (line.word(end) in around.TO and end + 1 in line.figures)


def _told_before(first: int, line: Annotated) -> bool:
    """Tell whether "an earlier count of" or "first put at" stands in front of the figure."""
    words = line.vocabulary
    if line.word(first - 1) in words.scope.earlier and line.word(first) in words.scope.telling:  # "originally estimated at"
        return True
    for at in _words_of_before(first, line):
        following = line.word(at + 1) if at + 1 < first else ""
        if following in words.scope.readings:
            return line.word(first - 1) in _LEADS
        if following in words.scope.telling or line.word(at - 1) in words.scope.telling:
            return True
    return False


def _words_of_before(first: int, line: Annotated) -> Iterator[int]:
    """Yield the places of "earlier", "first" and the like in the clause in front of a figure, the nearest first."""
    for at in reversed(line.playing("earlier")):
        if first - 1 - _NEAR < at < first:
            if line.has(at + 1, first, _BREAKS) or not line.figures.isdisjoint(range(at, first)):
                return
            yield at


def _as_first_told(end: int, line: Annotated) -> bool:
    """Tell whether "as first reported" or "originally announced" stands behind the figure."""
    at = line.skip(end, "as", "than")
    if line.word(at) not in line.vocabulary.scope.earlier or line.word(at + 1) not in line.vocabulary.scope.telling:
        return False
    return at > end or line.word(at) != "first"


def _revised(first: int, said: Measure | None, mention: Mention, line: Annotated) -> bool:
    """Tell whether what stands before "from" says that a count was put right: "revised", "the toll rose", "31 dead, up"."""
    if line.has(mention.last, mention.last + _AGO, around.PERIODS):
        return False
    if line.word(first - 2) in _SIDE and said is not None and said.strong and mention.unit == "count":
        return True
    end = line.first_of(range(first - 2, first - _FAR, -1), (";",))
    clause = range(first - 2, first - _FAR if end is None else end, -1)
    return any(_puts_right(at, line) for at in clause)


def _puts_right(at: int, line: Annotated) -> bool:
    """Tell whether a word is of a value that moves: "revised", "the toll", "raised its forecast"."""
    word, words = line.word(at), line.vocabulary
    if word in change.REVISING or word in words.scope.tolls:
        return True
    return word in words.scope.readings and line.has(at - _CHANGED, at, around.SETTING_ANEW)


def settled(made: Sequence[Claim], old: Collection[int], words: Vocabulary) -> list[Claim]:
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


def _successor(place: int, claims: Sequence[Claim], old: Collection[int], words: Vocabulary) -> int | None:
    """Return the place of the value that holds now: the nearest in the sentence, else in the one before, else behind."""
    was = claims[place]
    told = (i for i, c in enumerate(claims) if i not in old and c.converts is None)
    fitting = [i for i in told if _replaces(claims[i], was, words)]
    here = [i for i in fitting if claims[i].sentence_start == was.sentence_start]
    if here:
        return min(here, key=lambda i: (_gap(claims[i], was), i))
    before = filter(lambda i: _comes_next(claims[i], was), reversed(fitting))
    behind = filter(lambda i: _is_news(claims[i], was), fitting)
    return next(chain(before, behind), None)


def _is_news(claim: Claim, was: Claim) -> bool:
    """Tell whether the sentence behind that of an old value tells of the present."""
    return _comes_next(was, claim) and not around.NOW.isdisjoint(claim.sentence.lower().split())


def _comes_next(claim: Claim, following: Claim) -> bool:
    """Tell whether the sentence of a claim comes right behind that of another."""
    return 0 <= following.sentence_start - claim.sentence_end <= _NEXT


def _gap(claim: Claim, other: Claim) -> int:
    return max(claim.start - other.end, other.start - claim.end)


def _replaces(new: Claim, was: Claim, words: Vocabulary) -> bool:
    """Tell whether two figures may be one quantity at two times: one dimension, and no slot that parts them."""
    p, q = new.quantity, was.quantity
    if p.dimension != q.dimension or (p.dimension == "currency" and p.unit != q.unit) or p.written == q.written:
        return False
    return _of_one_thing(new, was, words) and _of_one_scope(new, was)


def _of_one_thing(new: Claim, was: Claim, words: Vocabulary) -> bool:
    """Tell whether nothing that is counted or said parts two claims."""
    if not _bare(was) and None not in (new.measure, was.measure) and new.measure != was.measure:
        return False
    if not new.counted or not was.counted or new.head == was.head:
        return True
    kinds = {kind(new.counted, words), kind(was.counted, words)}
    return len(kinds - {None}) <= 1 and (None not in kinds or new.measure is not None)


def _of_one_scope(new: Claim, was: Claim) -> bool:
    """Tell whether no whole, base, place or time parts two claims; two days part none."""
    x, y = new.scope, was.scope
    if (x.subset_of is None) != (y.subset_of is None) or not {x.base, y.base} <= {None, "another figure"}:
        return False
    if x.place and y.place and x.place != y.place:
        return False
    return new.as_of == was.as_of or not any(0 < len(time or "") < _DAY for time in (new.as_of, was.as_of))
