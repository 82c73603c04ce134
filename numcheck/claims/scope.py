"""What bounds a claim: the whole it is part of, its place, its window of time, and the base of a change or rate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from numcheck.claims.annotated import Annotated
from numcheck.claims.as_of import nearest
from numcheck.claims.noun_phrase import Counted, Way
from numcheck.language.en import around
from numcheck.model.claim import Scope
from numcheck.model.reading import Mention

_PART = 3
"""Words from "including" to the figure of a part at most."""
_NEAR = 14
"""Words a place may stand away from its figure."""
_SCALE = 8
"""Words a word of scale ("worldwide") may stand away from its figure."""
_LEVEL = 8
"""Words between a running count and its level ("the toll in the town rose to 40")."""
_BASE_BEFORE, _BASE_BEHIND = 4, 12
"""Words before and behind a figure in which its base is named."""
_PER = 4
"""Words from "per" to the end of what a rate is per at most."""
_PLACE = 4
"""Words of a place's name at most."""
_UNNAMED = "another figure"

Named = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def scope(mention: Mention, counted: Counted, whole: str | None, line: Annotated) -> Scope:
    """Return the bounds of a claim; `whole` is the noun that the figure before it in the sentence counts."""
    end = max(mention.last, counted.last)
    return Scope(
        _subset(mention, counted, whole, line),
        _place(mention.first, end, line),
        _window(mention, counted, end, line),
        _base(mention, end, line),
    )


def _subset(mention: Mention, counted: Counted, whole: str | None, line: Annotated) -> str | None:
    """Return the noun of the whole that the figure is part of, or None; `whole` is the noun before."""
    if mention.unit in ("ratio", "percent"):
        return counted.phrase if _of_a_whole(mention, counted, line) else None
    if counted.way == Way.WHOLE and not (_is_included(mention.first, line) or _of_these(mention.first, line)):
        return counted.phrase
    unnamed = _unnamed_whole(mention, counted, line)
    if unnamed is not None:
        return whole or unnamed
    if counted.way == Way.ORIGIN:
        return whole
    return "people" if _of_the_harmed(mention.last, line) else whole if _of_the_one_before(mention, line) else None


def _of_the_harmed(at: int, line: Annotated) -> bool:
    """Tell whether the token at `at` begins "of the dead", "of the injured"."""
    return line.says(at, ("of", "the")) and line.word(at + 2) in line.vocabulary.casualty


def _of_the_one_before(mention: Mention, line: Annotated) -> bool:
    """Tell whether a figure is a part of what is counted before: "six of them", "Of the 180 dead, 13 were soldiers"."""
    of_them = line.word(mention.last) == "of" and line.word(mention.last + 1) in around.THEM
    return of_them or _of_the(mention, line)


def _unnamed_whole(mention: Mention, counted: Counted, line: Annotated) -> str | None:
    """Return what a whole is called that the sentence tells of and names nowhere; None where it tells of none."""
    if _is_included(mention.first, line):
        return counted.phrase or "total"
    if _of_these(mention.first, line) or line.says(max(mention.last, counted.last), ("among", "them")):
        return "total"  # "with 13 soldiers among them"
    return "people" if counted.way == Way.PREDICATE else None


def _is_included(first: int, line: Annotated) -> bool:
    """Tell whether a figure is told as taken in by another: "180 people, including 13 soldiers"."""
    return line.has(first - _PART, first, line.vocabulary.scope.part_before)


def _of_these(first: int, line: Annotated) -> bool:
    """Tell whether "of whom" or "of them," stands before the figure; "of those nine people" tells of all nine."""
    if line.word(first - 1) == ",":
        return line.word(first - 3) == "of" and line.word(first - 2) in around.THEM
    return line.word(first - 2) == "of" and line.word(first - 1) in ("whom", "which")


def _of_a_whole(mention: Mention, counted: Counted, line: Annotated) -> bool:
    """Tell whether the noun of a share is its whole ("40 percent of voters"), not what rises by it ("4% year on year")."""
    if mention.direction is not None or counted.first == counted.last:
        return counted.way == Way.WHOLE
    return counted.way != Way.MASS or line.word(mention.last) == "of"


def _of_the(mention: Mention, line: Annotated) -> bool:
    """Tell whether the sentence opens with the whole and the figure follows it: "Of the 180 dead, 13 were soldiers"."""
    opens = line.word(0) == "of" and mention.first > 2 and line.word(mention.first - 1) == ","
    return opens and line.has(1, mention.first, line.vocabulary.casualty)


def _window(mention: Mention, counted: Counted, end: int, line: Annotated) -> str | None:
    """Return the window of time in the normal form of `claims.times`; "in all" for a running count, "new" for new ones only."""
    if _running(mention.first, line):
        return "in all"
    found = nearest([t for t in line.times if t.window is not None], mention, end, line)
    if found is not None:
        return found.window
    return "new" if _anew(mention, counted, line) else None


def _running(first: int, line: Annotated) -> bool:
    """Tell whether the figure is the level of a running count: "bringing the total to 40"."""
    return first > 2 and line.word(first - 1) in ("to", "at") and line.has(first - _LEVEL, first, line.vocabulary.scope.running)


def _anew(mention: Mention, counted: Counted, line: Annotated) -> bool:
    """Tell whether new ones alone are counted: "40 new cases"."""
    words = line.vocabulary
    return counted.head in words.scope.counted_anew and line.has(mention.last, counted.last, words.scope.anew)


def _base(mention: Mention, end: int, line: Annotated) -> str | None:
    """Return what a change is measured against, or what a rate is per ("a year earlier", "per month", "per 100,000 people")."""
    if "/" in mention.unit:
        return f"per {mention.unit.partition('/')[2]}"
    near = range(mention.first - _BASE_BEFORE, end + _BASE_BEHIND)
    told = (_named(line.vocabulary.base, line, at) for at in line.playing("base") if at in near)
    names = [name for name in told if name is not None]
    return _per(end, line) or next((name for name in names if name != _UNNAMED), names[0] if names else None)


def _per(at: int, line: Annotated) -> str | None:
    """Return what a rate is per, where the token at `at` says so: "per month", "per 100,000 people"."""
    words = line.vocabulary
    if line.word(at) not in words.scope.per:
        return None
    behind = range(at + 1, at + _PER)
    stop = next((i for i in behind if not line.word(i)[:1].isalnum() or line.word(i) in words.stops), at + _PER)
    return " ".join(["per", *line.lower[at + 1 : stop]]) if stop > at + 1 else None


def _named(table: Named, line: Annotated, at: int) -> str | None:
    """Return the name of the longest phrase of a table that begins at token `at`."""
    for rest, name in table.get(line.word(at), ()):
        if tuple(line.lower[at + 1 : at + 1 + len(rest)]) == rest:
            return name
    return None


def _place(first: int, end: int, line: Annotated) -> str | None:
    """Return the name behind the nearest "in", "at" or "near" behind the figure, else before it, or a word of scale."""
    named = _named_place(first, end, line)
    scale = _scale(first, end, line)
    if scale is not None and (named is None or abs(scale[0] - end) < abs(named[0] - end)):
        return scale[1]
    return None if named is None else named[1]


def _named_place(first: int, end: int, line: Annotated) -> tuple[int, str] | None:
    if line.is_headline:
        return None
    own = _place_of_a_list(first, end, line)
    if own is not None:
        return first, own
    for at in _near_places(first, end, line):
        name = None if line.word(at - 1) in line.vocabulary.scope.not_a_place else _name(at + 1, line)
        if name is not None:
            return at, name
    return None


def _near_places(first: int, end: int, line: Annotated) -> Iterator[int]:
    """Yield the words that lead to a place near a figure: those behind it, in its part of the sentence, then those before."""
    behind = line.lower[end : end + _NEAR]
    reach = end + (behind.index(";") if ";" in behind else _NEAR)
    places = line.playing("place")
    yield from (at for at in places if end <= at < reach)
    yield from (at for at in reversed(places) if first - _NEAR < at < first)


def _place_of_a_list(first: int, end: int, line: Annotated) -> str | None:
    """Return the name right in front of a bare number that goes on with a list: "34 boats in Oldport, Newport 18"."""
    if end < line.n and line.lower[end][0].isalnum() and line.word(end) not in around.BEHIND_A_PART:
        return None
    at = first - 1
    while line.is_capital(at) and at not in line.figures:
        at -= 1
    lists = at < first - 1 and line.word(at) in around.BEFORE_A_PLACE and any(i < at for i in line.figures)
    return " ".join(line.words[at + 1 : first]) if lists else None


def _scale(first: int, end: int, line: Annotated) -> tuple[int, str] | None:
    """Return how wide the scope is said to be (worldwide, nationwide, home, abroad), and where it is said."""
    places = line.playing("scale")
    behind = (at for at in places if end <= at < end + _SCALE and not _of_the_next(end, at, line))
    before = (at for at in reversed(places) if first - _SCALE < at < first)
    for at in chain(behind, before):
        name = _named(line.vocabulary.scales, line, at)
        if name is not None:
            return at, name
    return None


def _of_the_next(end: int, at: int, line: Annotated) -> bool:
    """Tell whether a word of scale behind a figure is the next one's: "71% in Oldport, and across the country 58%"."""
    opens = line.word(at - 1) in around.JOINING and not line.figures.isdisjoint(range(at, at + _SCALE))
    return opens or not line.figures.isdisjoint(range(end, at))


def _name(at: int, line: Annotated) -> str | None:
    """Return the capitalised words from `at` on, over one article."""
    words = line.vocabulary
    at = line.skip(at, "the", "a")
    if line.says(at, ("no", ".")):  # "opens at No. 1"
        return None
    last = at
    while last < at + _PLACE and line.is_capital(last) and last not in line.figures:
        if line.word(last) in words.calendar.months or line.word(last) in words.weekdays:
            return None
        last += 1
    return " ".join(line.words[at:last]) or None
