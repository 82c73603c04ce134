"""Which of two sides moved away from the reference, and which way.

The reference is the outlet the user named; beside a draft its source; else the outlet that the other one says it took its
figures from; else the side that keeps to what most outlets share; else the earlier report. Where none of these tells the two
apart, nobody is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from numcheck.judge import relations
from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.subjects import Figure, Sides
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval, meets, overlap, starts_by
from numcheck.model.reading import Direction

Departure = tuple[str | None, Direction | None]
"""The outlet that moved, and whether to more or less; nobody where nobody is the reference."""


def departure(subject: Subject, reference: str | None, cites: Mapping[str, frozenset[str]], *, hedge: bool) -> Departure:
    """Return who moved; with `hedge` only one that dropped the hedge has. `cites` is what `cited` returns."""
    if isinstance(subject, Figure) and subject.entry.state == "contradicted" and subject.sources:
        return _away(subject.sources[0], subject.claim)
    if not isinstance(subject, Sides):
        return None, None
    kept = _reference(subject, reference, cites) or (_fuller(subject) if hedge else None)
    if kept is None or (hedge and kept is subject.bare):
        return None, None
    return _away(kept, subject.other(kept))


def _fuller(sides: Sides) -> Claim | None:
    """Return the side that a lost hedge was taken from: the earlier report, else the one that has it."""
    if sides.full is sides.bare:
        return None
    return sides.full if sides.by_day is None else sides.by_day[0]


def cited(articles: Iterable[Article]) -> dict[str, frozenset[str]]:
    """Return by path the outlets, in lower case, that each article took its figures from, itself or through another."""
    own: dict[str, set[str]] = {}
    for article in articles:
        own.setdefault(article.outlet.casefold(), set()).update(map(str.casefold, article.cites))
    return {article.path: _upstream(article, own) for article in articles if article.cites}


def _upstream(article: Article, own: Mapping[str, Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name.casefold() for name in article.cites]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += own.get(name, ())
    return frozenset(found)


def _away(kept: Claim, mover: Claim) -> Departure:
    was, now = relations.order(kept.quantity), relations.order(mover.quantity)
    return mover.outlet, None if was == now else "up" if now > was else "down"


def _reference(sides: Sides, reference: str | None, cites: Mapping[str, frozenset[str]]) -> Claim | None:
    """Return the side that is the reference, None where the two are alike in that."""
    both = (sides.a, sides.b)
    chosen = (
        _only(both, lambda c: reference is not None and reference in (c.document, c.outlet)),
        _only(both, lambda c: c.role != "draft"),
        _only(both, lambda c: c.outlet.casefold() in cites.get(sides.other(c).document, ())),
        _keeping(sides),
        sides.by_day[0] if sides.by_day is not None else None,
    )
    return next(filter(None, chosen), None)


def _only(both: Iterable[Claim], holds: Callable[[Claim], bool]) -> Claim | None:
    """Return the one claim of which something holds; None where it holds of both or of neither."""
    found = [c for c in both if holds(c)]
    return found[0] if len(found) == 1 else None


def _keeping(sides: Sides) -> Claim | None:
    """Return the side that alone keeps to what most outlets share."""
    shared = _consensus(sides)
    return _only((sides.a, sides.b), lambda c: any(meets(relations.granted(c.quantity), part) for part in shared))


def _consensus(sides: Sides) -> list[Interval]:
    """Return the intervals that most outlets' figures share, all of equal support; what has no bounds has no say."""
    told: dict[str, list[Interval]] = {}
    for claim in sides.all_told:
        if relations.comparable(claim.quantity, sides.a.quantity) and not claim.quantity.base.is_unbounded:
            told.setdefault(claim.outlet, []).append(relations.granted(claim.quantity))
    # What most of them share begins where one of them does: at the highest low end of those that share it.
    alike = Counter(map(tuple, told.values()))
    shared = [_shared(start, alike) for start in dict.fromkeys(chain.from_iterable(alike))]
    most = max((outlets for _, outlets in shared), default=0)
    return [part for part, outlets in shared if outlets == most]


def _shared(start: Interval, alike: Mapping[tuple[Interval, ...], int]) -> tuple[Interval, int]:
    """Return what `start` shares with the outlets whose interval holds its low end, and how many these are.

    `alike` are the intervals of outlets, with how many outlets tell the same.
    """
    part, outlets = start, 0
    for parts, telling in alike.items():
        holding = next((b for b in parts if starts_by(b, start) and meets(start, b)), None)
        if holding is not None and (both := overlap(part, holding)) is not None:
            part, outlets = both, outlets + telling
    return part, outlets
