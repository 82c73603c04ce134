"""What may make two figures of one quantity both true, by what their texts say of them: the likeliest first.

The order is by how much a reader learns from it: an outlet that gives the other's figure as an older one explains all; the days
on which two articles came out may explain everything or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from numcheck.judge import relations
from numcheck.judge.verdicts.subjects import Sides
from numcheck.language.en import calendar, rule_words
from numcheck.model.claim import Claim
from numcheck.model.finding import Explanation
from numcheck.model.interval import meets
from numcheck.model.moment import Moment
from numcheck.model.quantity import Quantity

_NAMED = frozenset((*calendar.WEEKDAYS, *calendar.MONTHS))

_SPANS = {"W": "week", "Q": "quarter"}
_MONTHS = {f"{at:02}": name for at, name in enumerate(calendar.MONTHS, 1)}

_ABOUT = 2
"""Days between an article and what it tells within which the day explains nothing."""

MOST = 3
"""So many explanations are given."""

Told = Iterator[tuple[str, tuple[Claim, ...]]]


def explains(sides: Sides) -> tuple[Explanation, ...]:
    """Return what may make both sides true, the likeliest first; nothing where the texts hold no such words."""
    found = ((slot, told) for slot, tell in _SLOTS for told in tell(sides))
    return tuple(Explanation(slot, text, tuple(c.id for c in claims)) for slot, (text, claims) in found)[:MOST]


def _both(sides: Sides) -> tuple[tuple[Claim, Claim], ...]:
    return (sides.a, sides.b), (sides.b, sides.a)


def _older(sides: Sides) -> Told:
    """Yield a side that its own text tells as a figure of before, or that the other's text does."""
    for mine, other in _both(sides):
        if mine.saying.earlier is not None or mine.superseded_by is not None:
            yield f"{mine.outlet} tells “{mine.text}” as an earlier figure", (mine,)
        for before in sides.background.earlier.get(other.document, ()):
            if before is not other and relations.same_number(before.quantity, mine.quantity):
                yield f"{other.outlet} tells “{before.text}” as an earlier figure", (before,)


def _given_too(sides: Sides) -> Told:
    """Yield a figure of the one outlet that agrees with the other's: it gives both."""
    for mine, other in _both(sides):
        for also in sides.on_topic(mine):
            if also.quantity.base.is_unbounded or also.text.casefold() == mine.text.casefold():
                continue
            if relations.agree(also.quantity, other.quantity):
                whose = f" ({also.speaker})" if also.speaker else ""
                yield f"{mine.outlet} also gives “{also.text}”{whose}", (also,)


def _as_of(sides: Sides) -> Told:
    """Yield the times that two figures hold for; a time of one alone where the other's article is not of about that day."""
    a, b = sides.claims
    if a.as_of == b.as_of or (None in (a.as_of, b.as_of) and _of_that_day(sides)):
        return
    told = [f"“{c.text}” is as of {_said(c.as_of)}" for c in (a, b) if c.as_of is not None]
    yield ", ".join(told), (a, b)


def _of_that_day(sides: Sides) -> bool:
    """Tell whether the one day that is told is that of the other's article, or within two of it."""
    (mine, other), *_ = [pair for pair in _both(sides) if pair[0].as_of is not None]
    published, told = sides.background.days.get(other.document), Moment.parse(mine.as_of or "")
    return published is not None and told is not None and abs((published.day - told.day).days) <= _ABOUT


def _said(time: str) -> str:
    """Return a time that a claim holds for as it is said: "5 March 2031" of 2031-03-05, "week 9 of 2031" of 2031-W09."""
    head, blank, day = time.rpartition(" ")
    year, first, *rest = [*day.split("-"), ""]
    if first[:1] in _SPANS and first[1:].isdigit():
        return f"{head}{blank}{_SPANS[first[0]]} {int(first[1:])} of {year}"
    if first not in _MONTHS:
        return time
    days = [str(int(part)) for part in rest if part.isdigit()]
    return f"{head}{blank}{' '.join((*days, _MONTHS[first], year))}"


def _window(sides: Sides) -> Told:
    """Yield two times that are counted over, or the one that one side alone names."""
    a, b = sides.claims
    if a.scope.window is not None and b.scope.window is not None:
        if a.scope.window != b.scope.window and (a.scope.window, b.scope.window) != (a.as_of, b.as_of):
            yield f"“{a.text}” {_during(a)}, “{b.text}” {_during(b)}", (a, b)
        return
    for mine, other in _both(sides):
        if mine.quantity.dimension != "age" and (mine.scope.window or "").startswith(rule_words.COUNTED_OVER):
            yield f"“{mine.text}” {_during(mine)}, and {other.outlet} names no such time", (mine,)


def _during(claim: Claim) -> str:
    """Return for which time a figure is told, as a reader would name it."""
    window = " ".join(w.capitalize() if w.capitalize() in _NAMED else w for w in _said(claim.scope.window or "").split())
    said = {"in all": "counts all so far", "new": "counts the new ones"}.get(window)
    return said or (f"counts {window}" if window.startswith("since ") else f"is for {window}")


def _part(sides: Sides) -> Told:
    """Yield what one side alone counts a part of, or adds."""
    for mine, other in _both(sides):
        if mine.scope.subset_of and not other.scope.subset_of:
            yield f"“{mine.text}” counts a part alone, and {other.outlet} names no whole", (mine,)
        elif mine.saying.remainder and not other.saying.remainder:
            yield f"“{mine.text}” counts the others, beside those told before", (mine,)
        elif mine.saying.own_count and not other.saying.own_count:
            yield f"“{mine.text}” is what the speaker counts himself", (mine,)
        elif mine.saying.includes_one and not other.saying.includes_one:
            yield f"“{mine.text}” includes one whom {other.outlet} may leave out", (mine,)


def _kind(sides: Sides) -> Told:
    """Yield two sorts of one thing that the sides count: primary schools, and schools."""
    a, b = sides.claims
    if a.head == b.head and a.counted and b.counted and a.counted.casefold() != b.counted.casefold() and a.what != b.what:
        yield f"“{a.text}” tells of {a.what}, “{b.text}” of {b.what}", (a, b)


def _place(sides: Sides) -> Told:
    a, b = sides.a.scope.place, sides.b.scope.place
    if a is not None and b is not None and a != b:
        yield f"“{sides.a.text}” is {_where(a)}, “{sides.b.text}” {_where(b)}", (sides.a, sides.b)


def _where(place: str) -> str:
    return f"of {place}" if place[:1].isupper() else place


def _modality(sides: Sides) -> Told:
    for mine, other in _both(sides):
        if mine.modality is not None and mine.modality != other.modality:
            yield f"“{mine.text}” is {mine.modality} in {mine.outlet}", (mine,)


def _rounding(sides: Sides) -> Told:
    """Yield a side that rounds the other, or that is told as rough and is not far from it."""
    for mine, other in _both(sides):
        p, q = mine.quantity, other.quantity
        if relations.rounds_to(q, p) or relations.finer(q, p):
            yield f"“{mine.text}” may be “{other.text}” rounded", (mine, other)
        elif p.hedge == "about" and q.hedge != "about" and _near(p, q):
            yield f"“{mine.text}” is told as rough", (mine,)


def _near(p: Quantity, q: Quantity) -> bool:
    """Tell whether two sizes are so near that a rough figure may stand for the other."""
    apart = relations.times_apart(p, q)
    return apart is not None and apart <= relations.ROUGH


def _bound(sides: Sides) -> Told:
    """Yield a bound that leaves room for the other side."""
    for mine, other in _both(sides):
        if _is_bound(mine) and relations.agree(mine.quantity, other.quantity):
            yield f"“{mine.text}” is a bound, and has room for “{other.text}”", (mine, other)


def _is_bound(claim: Claim) -> bool:
    return relations.bounded_below(claim.quantity) or relations.bounded_above(claim.quantity)


def _word(sides: Sides) -> Told:
    """Yield a word of size that leaves room for the other side, or two words that one number may be called by."""
    a, b = sides.claims
    words = [claim for claim in sides.claims if _is_word(claim)]
    if not relations.comparable(a.quantity, b.quantity) or not meets(a.quantity.base, b.quantity.base):
        return
    if len(words) == 2:
        yield f"“{a.text}” and “{b.text}” are words of size, and may be said of one number", (a, b)
    elif words and not _is_bound(sides.other(words[0])):
        yield f"“{words[0].text}” is a word of size, and has room for “{sides.other(words[0]).text}”", sides.claims


def _headline(sides: Sides) -> Told:
    """Yield a word of size that stands in a headline."""
    for mine, other in _both(sides):
        if _is_word(mine) and mine.section == "headline" and other.section != "headline":
            yield f"“{mine.text}” stands in the headline of {mine.outlet}", (mine,)


def _own_word(sides: Sides) -> Told:
    """Yield a word of size that is the outlet's own, where somebody tells the other side."""
    for mine, other in _both(sides):
        if _is_word(mine) and mine.speaker is None and other.speaker is not None:
            yield f"“{other.text}” has a source ({other.speaker}), “{mine.text}” has none in {mine.outlet}", (other, mine)


def _is_word(claim: Claim) -> bool:
    return claim.quantity.hedge == "vague"


def _source(sides: Sides) -> Told:
    a, b = sides.claims
    if a.speaker and b.speaker and a.speaker.casefold() != b.speaker.casefold():
        yield f"“{a.text}” and “{b.text}” have two sources: {a.speaker}, and {b.speaker}", (a, b)


def _days(sides: Sides) -> Told:
    days = sides.background.days
    told = [(c, days[c.document].day.isoformat()) for c in sides.claims if c.document in days]
    if len({day for _, day in told}) > 1:
        yield ", ".join(f"{c.outlet} is of {_said(day)}" for c, day in told), sides.claims


_SLOTS: tuple[tuple[str, Callable[[Sides], Told]], ...] = (
    ("older", _older),
    ("source", _given_too),
    ("time", _as_of),
    ("time", _window),
    ("part", _part),
    ("part", _kind),
    ("place", _place),
    ("modality", _modality),
    ("rounding", _rounding),
    ("reading", _bound),
    ("reading", _word),
    ("source", _source),
    ("source", _own_word),
    ("reading", _headline),
    ("time", _days),
)
"""The sorts of explanations, the likeliest first."""
