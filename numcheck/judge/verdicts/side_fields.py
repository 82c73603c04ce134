"""What a message on two figures may quote: both sides, by which names, and how far they are apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from numcheck.judge.verdicts.overtaken import overtaken
from numcheck.judge.verdicts.quotes import Quoted, apart, label, quote, rounded, shorten
from numcheck.judge.verdicts.subjects import Sides
from numcheck.language.en.calendar import day_in_words
from numcheck.model.claim import Claim
from numcheck.model.decimals import times
from numcheck.model.moment import Moment

_TWO: Mapping[tuple[str, str], Callable[[Claim], bool]] = {
    ("change", "level"): lambda c: c.quantity.direction is not None,
    ("draft", "source"): lambda c: c.role == "draft",
    ("part", "whole"): lambda c: c.scope.subset_of is not None,
    ("unsure", "sure"): lambda c: c.modality is not None,
    ("named", "nameless"): lambda c: c.speaker is not None,
}
"""Names for the two sides by what the first of them has and the second has not."""

SIDES = ("a", "b", "full", "bare", "older", "newer", *(side for two in _TWO for side in two))
"""The sides that a message on two figures may quote."""

TWO_SIDES = Quoted("quotes both sides: {a.text} and {b.text}", (2, *(f"{side}.text" for side in SIDES)))

_CLASH = "they cannot both be true"
_SURE = 0.9
"""From this probability that two figures are one quantity their clash is told without an if: nine of ten are."""

DAYS = ("older.day", "newer.day")


def values(s: Sides) -> Mapping[str, str]:
    """Return the words of every field that a message on two figures may quote."""
    older, newer = overtaken(s) or s.by_day or (s.a, s.b)
    sides = dict(zip(SIDES, (s.a, s.b, s.full, s.bare, older, newer), strict=False))
    for two, is_first in _TWO.items():
        sides |= zip(two, (s.a, s.b) if is_first(s.a) else (s.b, s.a), strict=True)
    return {
        **quote(**sides),
        **_days(s.day(older), s.day(newer)),
        "ratio": times(s.ratio),
        "apart": apart(s.ratio, s.a.quantity, s.b.quantity),
        "verdict": _CLASH if s.confidence >= _SURE else f"if both speak of one thing, {_CLASH}",
        "topic": label(s.topic, s.a),
        "differs_in": s.differs_in or "",
        "rate": _rate(s),
    }


def _rate(s: Sides) -> str:
    """Say what the first sum is in the currency of the second, at the rate of its day; where there is no rate, say that."""
    p, q = s.a.quantity, s.b.quantity
    if p.dimension != "currency" or q.dimension != "currency" or p.unit == q.unit:
        return ""
    moment = s.day(s.a) or s.day(s.b)
    if moment is None:
        return "no publish date, so no rate is taken"
    worth = None if s.background.rate is None or p.size is None else s.background.rate(p.unit, q.unit, moment.day)
    if worth is None or p.size is None:
        return f"no rate of {p.unit} to {q.unit} is known for {day_in_words(moment.day)}"
    return f"at the rate of {day_in_words(moment.day)} “{shorten(s.a.text)}” is about {rounded(p.size * worth)} {q.unit}"


def _days(older: Moment | None, newer: Moment | None) -> Mapping[str, str]:
    """Return the days in words, with the clock where both are of one day."""
    one = older is not None and newer is not None and older.day == newer.day
    told = [_in_words(moment, clock=one) for moment in (older, newer)]
    return dict(zip(DAYS, told, strict=True))


def _in_words(moment: Moment | None, *, clock: bool) -> str:
    """Return a day as a reader writes it, with the clock where that is asked: "3 July 2024, 09:00"."""
    if moment is None:
        return "undated"
    day = day_in_words(moment.day)
    return f"{day}, {moment.isoformat().partition('T')[2]}" if clock and moment.clock is not None else day
