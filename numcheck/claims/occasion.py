"""When what a claim tells of took place, where that is no news of the day: "In 2009, when 200 died", "at the age of 18"."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.language.en import saying
from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen

_OPENS = 40
"""A time that begins within so many characters of its sentence's start holds for the sentence behind it too."""
_CLAUSE = 30
"""Characters between a time in the middle of a sentence and a figure behind it that still belongs to it."""
_NEXT = 3
"""Characters between a sentence and the next at most."""
_THEN = "then"
"""The name of the time of an age that somebody had once."""


@frozen
class Occasion:
    """The year (or "last year") that a sentence is told of, whether it says so in its first words, or another before it did.

    `start` and `end` are the sentence's characters.
    """

    start: int
    end: int
    time: str | None = None
    opens: bool = False
    carried: bool = False


def occasion(claim: Claim, before: Occasion | None, year: int | None) -> Occasion:
    """Return the time a claim is told of, if before the `year` of its article; one that opens a sentence carries over."""
    start, end = claim.sentence_start, claim.sentence_end
    own = _own(claim, year)
    if own is not None:
        return own
    if before is None or before.time is None:
        return Occasion(start, end)
    if start == before.start:
        return Occasion(start, end, before.time if before.opens else None, before.opens, before.carried)
    if before.opens and not before.carried and 0 <= start - before.end <= _NEXT:
        return Occasion(start, end, before.time, opens=True, carried=True)
    return Occasion(start, end)


def _own(claim: Claim, year: int | None) -> Occasion | None:
    """Return the time of another event that the sentence itself tells of; None where it does not."""
    start, window = claim.sentence_start, claim.scope.window
    if window is None or not saying.OF_ANOTHER.match(window) or _late(window, year):
        return None
    at, own = _place_of(claim.sentence), claim.start - start
    # but "built in 1982, was let out in a storm whose gusts reached 50 knots"
    if not saying.TOLD_OF.search(claim.sentence) and _OPENS <= at < own - _CLAUSE:
        return None
    return Occasion(start, start + len(claim.sentence), window, opens=0 <= at < _OPENS)


def once(claim: Claim, before: Sequence[str]) -> str | None:
    """Return a name for the time of an age that somebody had once: "at the age of 18"; not of the age of the dead."""
    if claim.quantity.dimension != "age" or tuple(word.lower() for word in before[-len(saying.ONCE) :]) != saying.ONCE:
        return None
    return None if saying.DIED.search(claim.sentence.lower()) else _THEN


def _late(window: str, year: int | None) -> bool:
    """Tell whether a window lies in the `year` of its article or behind it: a deadline is no other event."""
    named = window.removeprefix("since ")[:4]
    return year is not None and named.isdigit() and named >= str(year)


def _place_of(sentence: str) -> int:
    """Return where a sentence names a year, or -1."""
    found = saying.YEAR.search(sentence.lower())
    return -1 if found is None else found.start()
