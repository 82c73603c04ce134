"""Check the numerals of a draft that are no figures, each by its kind: dates, years, clock times, ordinals, scores, names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from numcheck.judge.gate import likelihood
from numcheck.judge.gate.columns import Columns, rank
from numcheck.judge.gate.context import Context, Spot
from numcheck.judge.gate.derive import day
from numcheck.language.en import rule_words
from numcheck.language.en.calendar import WEEKDAYS
from numcheck.language.en.inflection import stem
from numcheck.model.claim import Claim
from numcheck.model.finding import Entry, State
from numcheck.model.interval import Interval
from numcheck.model.reading import Mark, Surroundings
from numcheck.model.report import Noted

KINDS: Mapping[str, str] = {
    "date": "calendar",
    "year": "calendar",
    "decade": "decade",
    "weekday": "weekday",
    "time": "clock",
    "ordinal": "ordinal",
    "score": "score",
    "name": "name",
}
"""The reasons whose value says something of the story, and the kind of value; ids and list numbers are left alone."""

WAYS_OF_SPEAKING = 11
"""Ordinals up to this come about without a source's: a third attempt, its sixth coach."""

MOST_COMPARED = 400
"""Marks of one kind in the sources whose words are held against those of a draft's."""

MONTHS_OF_A_YEAR = 12

_OF_A_GAME = frozenset(map(stem, rule_words.OF_A_GAME))

Verdict = tuple[State, int | None] | None
"""A state and the place of the sources' mark that comes nearest; None where the sources cannot be asked."""


@dataclass(slots=True)
class Told:
    """What the sources say: their marks (places) by kind, what these stand for, every number, and points by their number."""

    marks: Sequence[Noted]
    of_kind: Mapping[str, Sequence[int]]
    said: Mapping[str, frozenset[str]]
    numbers: frozenset[Decimal]
    ranges: frozenset[str]
    context: Context
    points: Mapping[str, Sequence[Spot]]


def mark_entries(marks: Sequence[Noted], sources: Sequence[Claim], read: Context, columns: Columns) -> Iterator[Entry]:
    """Yield an entry for each mark of the draft that the sources can be asked about.

    Supported is a value that a source gives, or that a source's value keeps to where the draft names a bound ("before May 21",
    "below 7.5/10"). Unsupported is one that no source gives where sources have others of its kind that speak of the like.
    `sources` are their claims; `read` holds the words of the texts. A rank of a row in one of the `columns` is reckoned.
    """
    told = tell(marks, sources, read)
    for i, noted in enumerate(marks):
        if noted.role != "draft" or not _kind(noted):
            continue
        ranked = rank(noted, columns) if _kind(noted) == "ordinal" else None
        verdict = _CHECKS[_kind(noted)](noted, told)
        if ranked is not None:
            yield Entry(ranked.state, ranked.support, mark=i)
        elif verdict is not None:
            yield Entry(verdict[0], mark=i, nearest=verdict[1])


def tell(marks: Sequence[Noted], sources: Sequence[Claim], read: Context) -> Told:
    """Lay out what the sources say: their marks, and their claims for the numbers; `read` holds the words of the texts."""
    of_kind: dict[str, list[int]] = defaultdict(list)
    said: dict[str, set[str]] = defaultdict(set)
    numbers: set[Decimal] = set()
    for i, noted in enumerate(marks):
        if noted.role == "draft":
            continue
        numbers.update(_number(_value(noted)))
        if _kind(noted):
            said[_kind(noted)].update(_said(noted))
            said["weekday"].update(_falls_on(noted))
            if len(of_kind[_kind(noted)]) < MOST_COMPARED:
                of_kind[_kind(noted)].append(i)
    ends = [claim.quantity.stated for claim in sources]
    return Told(
        marks,
        of_kind,
        {kind: frozenset(values) for kind, values in said.items()},
        frozenset(numbers | {end for x in ends for end in (x.low, x.high) if end is not None}),
        frozenset(_plain_range(x) for x in ends),
        read,
        _points(sources),
    )


def _points(sources: Sequence[Claim]) -> Mapping[str, Sequence[Spot]]:
    """Return where the sources count points or goals, by their number."""
    points: dict[str, list[Spot]] = defaultdict(list)
    for claim in sources:
        if claim.head in rule_words.POINTS:
            points[str(claim.quantity.stated.low)].append((claim.document, claim.start, claim.end))
    return points


def _plain_range(stated: Interval) -> str:
    return f"{stated.low}-{stated.high}"


def _calendar(noted: Noted, told: Told) -> Verdict:
    """A date or a year: named, kept to where it bounds a time, or missed where sources name others."""
    if not told.of_kind.get("calendar"):
        return None if told.numbers.isdisjoint(_number(_value(noted))) else ("supported", None)
    equal = not told.said["calendar"].isdisjoint(_wanted(noted)) or not told.numbers.isdisjoint(_number(_value(noted)))
    side = _around(noted).side
    if side:
        bounds = [
            _around(told.marks[i]).side for i in told.of_kind["calendar"] if order(_value(told.marks[i]), _value(noted)) == 0
        ]
        kept = any(order(_value(told.marks[i]), _value(noted)) == side for i in told.of_kind["calendar"])
        return ("supported", None) if kept or side in bounds else None
    if equal:
        meant = _another(noted, told)
        return ("supported", None) if meant is None else ("unsupported", meant)
    if _around(noted).limit or _may_be_of(noted, told):
        return None
    return "unsupported", _nearest(noted, told)


def _may_be_of(noted: Noted, told: Told) -> bool:
    """Tell whether a month of a year may be meant by a source that names the month without a year.

    The year is told elsewhere, or it is the month of that name before or behind a date of the source: "in June" of December
    2030 is June 2031.
    """
    year, month, day = _fields(_value(noted))
    if year is None or month is None or day is not None:
        return False
    named = [_fields(_value(told.marks[i])) for i in told.of_kind["calendar"]]
    nameless = any(fields[:2] == (None, month) for fields in named)
    return nameless and (str(year) in told.said["calendar"] or any(_within_a_year((year, month), fields) for fields in named))


def _within_a_year(mine: tuple[int, int], fields: tuple[int | None, int | None, int | None]) -> bool:
    """Tell whether a month of a year is one of the eleven on either side of a date's, given by year, month and day."""
    year, month, day = fields
    if year is None or month is None or day is None:
        return False
    return abs(MONTHS_OF_A_YEAR * (mine[0] - year) + mine[1] - month) < MONTHS_OF_A_YEAR


def _weekday(noted: Noted, told: Told) -> Verdict:
    """A weekday: named, or that of a date, unless another stands among the draft's words; missed where sources name others."""
    if _value(noted) in told.said.get("weekday", ()):
        meant = _another(noted, told)
        return ("supported", None) if meant is None else ("unsupported", meant)
    return ("unsupported", _nearest(noted, told)) if told.of_kind.get("weekday") else None


def _another(noted: Noted, told: Told) -> int | None:
    """Return the sources' date that stands among the draft's words where those equal to the draft's do not."""
    own, other, meant = apart(noted, told)
    alike, clearer = likelihood.weights().another[sort(noted)]
    return meant if other >= alike and other >= own * clearer else None


def is_date(noted: Noted) -> bool:
    """Tell whether a mark is a date, a year or a weekday, of which another may be meant."""
    return _kind(noted) in ("calendar", "weekday")


def sort(noted: Noted) -> str:
    """Return "day" of a weekday or a date with a day, else "year": a year is told of many things."""
    return "day" if _kind(noted) == "weekday" or _fields(_value(noted))[2] is not None else "year"


def apart(noted: Noted, told: Told) -> tuple[float, float, int | None]:
    """Return how like the draft's words are those of the date's likest equal in the sources and of another, and its place.

    What the draft's sentence names too is meant by that other mark.
    """
    wanted, precision, mine = set(_wanted(noted)), _value(noted).count("-"), spot(noted)
    holding, others = [], []
    for i in told.of_kind[_kind(noted)]:
        if not wanted.isdisjoint(_said(told.marks[i])):
            holding.append(told.marks[i])
        elif _value(told.marks[i]).count("-") == precision and not told.context.says(mine, spot(told.marks[i])):
            others.append(i)
    own, other, meant = told.context.apart(mine, map(spot, holding), [spot(told.marks[i]) for i in others])
    return (own, other, others[meant]) if holding and meant is not None else (own, 0.0, None)


def order(theirs: str, mine: str) -> int | None:
    """Return -1, 0 or 1 as the source's date lies before, on or after the draft's; None where they cannot be held together."""
    compared = 0
    for x, y in zip(_fields(theirs), _fields(mine), strict=True):
        if x is None or y is None:
            if compared:
                break
            continue
        if x != y:
            return -1 if x < y else 1
        compared += 1
    return 0 if compared else None


def _fields(value: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day of an ISO value, each None where it is not said."""
    year, month, day = [*value.replace("--", "-", 1).split("-"), "", ""][:3]
    return _whole(year), _whole(month), _whole(day)


def _whole(digits: str) -> int | None:
    return int(digits) if digits.isdecimal() else None


def _decade(noted: Noted, told: Told) -> Verdict:
    years = {value[:3] for value in told.said.get("calendar", ()) if value[:4].isdigit()}
    value = _value(noted)
    named = value in told.said.get("decade", ()) or (len(value) == 5 and value[:3] in years)
    if named or not years:
        return ("supported", None) if named else None
    return "unsupported", _nearest(noted, told)


def _clock(noted: Noted, told: Told) -> Verdict:
    if not told.of_kind.get("clock"):
        return None
    if _value(noted) in told.said["clock"]:
        return "supported", None
    around = _around(noted)
    return None if around.side or around.limit else ("unsupported", _nearest(noted, told))


def _ordinal(noted: Noted, told: Told) -> Verdict:
    """An ordinal or rank: missed only where a source has another beside the same word, "third place" and "second place".

    A century is that of a source's year.
    """
    mine = _numbered(noted)
    if _value(noted) in told.said.get("ordinal", ()) or _of_a_year(noted, told):
        return "supported", None
    if mine is None or _value(noted) == "1" or not told.numbers.isdisjoint(_number(_value(noted))):
        return None
    rival = next((i for i in told.of_kind.get("ordinal", ()) if _numbered(told.marks[i]) == mine), None)
    if rival is None:
        return ("unsupported", _nearest(noted, told)) if _is_telling(noted) else None
    return "unsupported", rival


def _of_a_year(noted: Noted, told: Told) -> bool:
    """Tell whether a source has a year of the century whose number a mark is: 1530 of the 16th."""
    if _numbered(noted) not in rule_words.CENTURY:
        return False
    years = (int(value[:4]) for value in told.said.get("calendar", ()) if value[:4].isdecimal())
    return any(Decimal((year - 1) // 100 + 1) in _number(_value(noted)) for year in years)


def _is_telling(noted: Noted) -> bool:
    """Tell whether an ordinal is too high to be a way of speaking: not "first" or "sixth"."""
    return any(n > WAYS_OF_SPEAKING for n in _number(_value(noted)))


def _numbered(noted: Noted) -> str | None:
    """Return in small letters the word that an ordinal numbers."""
    noun = _around(noted).noun
    return noun.lower() if noun is not None else None


def _score(noted: Noted, told: Told) -> Verdict:
    """A score, read either way round, or a rating, which a bound may be put to: "below 7.5/10"."""
    value, side = _value(noted), _around(noted).side
    others = told.said.get("score", frozenset())
    points, slash, of = value.partition("/")
    if slash and side:
        like = [other.partition("/")[0] for other in others if other.endswith(slash + of)]
        kept = any((theirs - mine) * side > 0 for mine in _number(points) for other in like for theirs in _number(other))
        return ("supported", None) if kept else ("unsupported", _nearest(noted, told)) if like else None
    if {value, "-".join(reversed(value.split("-")))} & (others | told.ranges) or _counted_apart(noted, told):
        return "supported", None
    return ("unsupported", _nearest(noted, told)) if others else None


def _counted_apart(noted: Noted, told: Told) -> bool:
    """Tell whether a source counts what each of two sides scored, among the draft's words, and the draft names one of them."""
    mine, read = spot(noted), told.context
    own, names = read.of_sentence(mine) - _OF_A_GAME, read.named(mine)
    sides = [[at for at in told.points.get(side, ()) if own & read.of_sentence(at)] for side in _value(noted).split("-")]
    return len(sides) == 2 and any(
        read.named(x) != read.named(y) and names & (read.named(x) ^ read.named(y)) for x in sides[0] for y in sides[1]
    )


def _name(noted: Noted, told: Told) -> Verdict:
    """A number in a name: missed only where a source has another behind the same word, "Under 21" and "Under 23".

    Where it has none behind that word, the number may stand anywhere: names are told in many ways.
    """
    mine = _around(noted).label
    named = [i for i in told.of_kind.get("name", ()) if mine and _around(told.marks[i]).label == mine]
    if not named:
        return None if told.numbers.isdisjoint(_number(_value(noted))) else ("supported", None)
    equal = any(_value(told.marks[i]) == _value(noted) for i in named)
    return ("supported", None) if equal else ("unsupported", named[0])


_CHECKS: Mapping[str, Callable[[Noted, Told], Verdict]] = {
    "calendar": _calendar,
    "decade": _decade,
    "weekday": _weekday,
    "clock": _clock,
    "ordinal": _ordinal,
    "score": _score,
    "name": _name,
}


def _nearest(noted: Noted, told: Told) -> int | None:
    """Return the sources' mark of the same kind that stands among the likest words; of alike ones the texts tell which."""
    mine = spot(noted)
    kind = "calendar" if _kind(noted) == "decade" else _kind(noted)
    of_kind, precision = told.of_kind.get(kind, ()), _value(noted).count("-")
    places = [i for i in of_kind if _value(told.marks[i]).count("-") == precision] or of_kind
    spots = {i: spot(told.marks[i]) for i in places}
    return min(
        places,
        key=lambda i: (-told.context.likeness(mine, spots[i]), told.context.written(spots[i][0]), spots[i][1]),
        default=None,
    )


def _around(noted: Noted) -> Surroundings:
    """Return what stands right beside a mark."""
    return noted.item.around if isinstance(noted.item, Mark) else Surroundings()


def spot(noted: Noted) -> Spot:
    """Return where a mark stands."""
    return noted.document, noted.item.start, noted.item.end


def _kind(noted: Noted) -> str:
    return KINDS.get(noted.item.reason, "") if noted.value else ""


def _value(noted: Noted) -> str:
    return noted.value or ""


def _number(value: str) -> frozenset[Decimal]:
    """Return the number that a mark's value is, if it is one."""
    try:
        return frozenset({Decimal(value)})
    except InvalidOperation:
        return frozenset()


def _said(noted: Noted) -> Iterator[str]:
    """Yield all that a source's mark says: a full date is also its month, its year, and that day and month of some year."""
    value = _value(noted)
    yield value
    if _kind(noted) != "calendar":
        return
    year, month, of_month = _fields(value)
    if month is not None:
        yield f"--{month:02}"
    if year is not None:
        yield str(year)
    if year is not None and month is not None:
        yield f"{year}-{month:02}"
    if None not in (year, month, of_month):
        yield f"some year--{month:02}-{of_month:02}"


def _falls_on(noted: Noted) -> Iterator[str]:
    """Yield the weekday of a source's full date."""
    told = day(noted.value) if _value(noted).count("-") == 2 and not _value(noted).startswith("-") else None
    if told is not None:
        yield WEEKDAYS[told.weekday()]


def _wanted(noted: Noted) -> Iterator[str]:
    """Yield what would support a draft's mark: its value; the same day where one of the two names no year."""
    value = _value(noted)
    yield value
    if _kind(noted) == "calendar" and _fields(value)[2] is not None:
        if value.startswith("--"):
            yield f"some year{value}"
        else:
            yield f"--{value.partition('-')[2]}"
