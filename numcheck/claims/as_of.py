"""The time that a claim holds for: the nearest one of its sentence that is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.annotated import Annotated
from numcheck.claims.times import Span
from numcheck.language.en import around
from numcheck.model.reading import Mention

_FAR = 14
"""Words a time may stand away from its figure."""
_SENTENCE_START = 8
"""A time in the first words of a sentence holds for all of it."""
_COMPARING = 3
"""Words from "than" to the time that the figure is compared with at most."""
_ASIDE = 12
"""Words of an aside up to its time at most."""
_EVENTS = frozenset({"event", "quake", "attack", "game"})
_RECORD = 6
"""Words from "the highest" to "since" at most."""


def as_of(mention: Mention, end: int, line: Annotated) -> str | None:
    """Return the time a figure holds for in ISO form (a day, week, month, quarter or year), or None where none is said.

    It is that of the nearest time behind the figure, else before it; without a publish day only what is written in full.
    """
    found = nearest(line.times, mention, end, line)
    return None if found is None else found.when


def nearest(times: Sequence[Span], mention: Mention, end: int, line: Annotated) -> Span | None:
    """Return the nearest time behind the figure, else before it, else at the head of its sentence."""
    first = mention.first
    opened = _with_its_clause(times, first, line)
    if opened is not None:
        return opened
    other = [t for t in times if _is_of_its_own(t, mention, end, line)]
    at_the_head = (t for t in other if t.first < min(_SENTENCE_START, first))
    return _behind(other, end, line) or _before(other, first, line) or next(at_the_head, None)


def _with_its_clause(times: Sequence[Span], first: int, line: Annotated) -> Span | None:
    """Return the time before a figure that tells a clause of its own, the figure's: "in 2009, when 200 died"."""
    found = next((t for t in reversed(times) if t.opens and t.last <= first), None)
    return None if found is None or line.has(found.last, first, {";"}) else found


def _behind(times: Sequence[Span], end: int, line: Annotated) -> Span | None:
    found = next((t for t in times if end <= t.first < end + _FAR), None)
    return None if found is None or _of_another(end, found.first, line) else found


def _before(times: Sequence[Span], first: int, line: Annotated) -> Span | None:
    found = next((t for t in reversed(times) if first - _FAR < t.last <= first), None)
    return None if found is None or _of_an_earlier(found, first, line) else found


def _is_of_its_own(time: Span, mention: Mention, end: int, line: Annotated) -> bool:
    """Tell whether a time may be that of the figure: not the figure itself, and not said of something else alone."""
    if mention.first <= time.first < mention.last or mention.first < time.last <= mention.last or time.behind_only:
        return False
    if end <= time.first and _owned(time, line):
        return False
    return not (_compared(time, line) or _in_an_aside(time, mention.first, line))


def _owned(time: Span, line: Annotated) -> bool:
    """Tell whether a time is only of the thing behind it: "14% of last year's profit", not "in last year's flood"."""
    if line.word(time.last) not in ("'s", "’s"):
        return False
    return line.vocabulary.classes.get(line.word(time.last + 1)) not in _EVENTS


def _in_an_aside(time: Span, first: int, line: Annotated) -> bool:
    """Tell whether a time before the figure only tells of a name: "the mill, which opened in 1928, burned for two hours"."""
    if time.last >= first or _of_its_making(time, line):
        return time.last < first
    if line.word(time.last) != ",":
        return False
    comma = line.first_of(range(time.first - 1, max(0, time.first - _ASIDE), -1), (",",)) or 0
    verbs = line.vocabulary.verbs
    return comma > 0 and any(word in around.RELATIVE or word in verbs for word in line.lower[comma + 1 : time.first])


def _of_its_making(time: Span, line: Annotated) -> bool:
    """Tell whether a time only tells when a thing was made: "a mill built in 1928 burned for two hours"."""
    at = line.skip_back(time.first - 1, "in", "on")
    return line.word(at) in around.MADE and line.word(at - 1) not in line.vocabulary.nouns.ends.auxiliaries


def _compared(time: Span, line: Annotated) -> bool:
    """Tell whether a time is only what the figure is compared with: "fewer than in 2019", "the most since 1998"."""
    if line.word(time.first - 1) == "since" and line.has(time.first - _RECORD, time.first, line.vocabulary.scope.records):
        return True
    for at in range(time.first - 1, time.first - 1 - _COMPARING, -1):
        if at in line.figures:
            return False
        if line.word(at) in around.COMPARES:
            return True
    return False


def _of_another(end: int, at: int, line: Annotated) -> bool:
    """Tell whether the time at token `at` is that of a later figure: "a loss of €4m, against a profit of €2m in 2019"."""
    parted = line.first_of(range(end, at), around.PARTED)
    if any(
        line.word(i) == "," and line.word(i + 1) in around.BY_THE_WAY for i in range(end, at)
    ):  # "ahead of him, who rules since 2013"
        return True
    return parted is not None and (line.has(parted, at, {";"}) or not line.figures.isdisjoint(range(parted, at)))


def _of_an_earlier(time: Span, first: int, line: Annotated) -> bool:
    """Tell whether a time in front of the figure is of an earlier one: "€1bn is due this quarter, with savings of €3bn"."""
    if line.has(time.last, first, {";"}):
        return True
    return line.has(time.last, first, {","}) and not line.figures.isdisjoint(range(time.first))
