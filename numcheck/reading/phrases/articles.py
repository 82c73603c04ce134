"""One in the guise of an article, behind a hedge: about a fortnight, more than an hour; another week, a full month, all day."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from numcheck.language.en import around
from numcheck.model.reading import Hedge
from numcheck.reading.line import ARTICLE, DIGITS, ONES, TENS, Amount, Line
from numcheck.reading.nouns import counted, may_be_noun, one_unit
from numcheck.reading.numbers import number

AFTER = ("vague",)
KINDS = (ARTICLE,)
EXAMPLES = (
    ("about a fortnight ago", 1, 1),
    ("more than an hour", 1, None),
    ("at least a mile", 1, None),
    ("for another week", 1, 1),
    ("a full month", 1, 1),
    ("an hour and a half", 1.5, 1.5),
    ("It rained all day.", 1, 1),
    ("for over an hour", 1, None),
    ("An hour and a half passed.", 1.5, 1.5),
    ("a mile and a quarter", 1.25, 1.25),
    ("an all-day strike", 1, 1),
    ("a mile or so away", 1, 1),
    ("a day or more", 1, None),
    ("a day or two", 1, 2),
    ("a year to 18 months", 1, 1.5),
    ("a foot of rain", 1, 1),
    ("It took a year.", 1, 1),
    ("It is the third boat in a decade for Oldport.", 1, 1),
    ("They met to mark a week since the fire.", 1, 1),
    ("They waited for an hour.", 1, 1),
    ("The work will last a month.", 1, 1),
    ("a pair of sailors", 2, 2),
    ("a single boat", 1, 1),
    ("a lone sailor", 1, 1),
    ("They waited a year.", 1, 1),
    ("They left after a week.", 1, 1),
    ("A day later they left.", 1, 1),
    ("It was lost a month before harvest.", 1, 1),
    ("a decade-old row", 1, 1),
    ("a week-long row", 1, 1),
    ("a yearlong row", 1, 1),
    ("A week of riots ended.", 1, 1),
    ("They kept a minute's silence.", 1, 1),
    ("for a year's study", 1, 1),
    ("a whole week", 1, 1),
    ("an entire month", 1, 1),
    ("over the next decade", 1, 1),
    ("a boat or two", 1, 2),
    ("A sailor is killed at sea every day.", 1, 1),
    ("A score of sailors were hurt.", 20, 20),
    ("a pair of 12-year-olds", 2, 2),
    ("a pair of left hooks", 2, 2),
    ("a trio of sailors", 3, 3),
    ("a quartet of old boats", 4, 4),
    ("The smallest is a metre long.", 1, 1),
    ("a mile-long queue", 1, 1),
    ("It took the better part of a decade.", 1, 1),
    ("It may take up to a fortnight.", None, 1),
    ("It was done in under a week.", None, 1),
    ("They have food for at most a week.", None, 1),
    ("He had points, assists and a steal.", 1, 1),
    ("He had goals, an assist.", 1, 1),
    ("The boat came an hour and forty minutes late.", 1 + 40 / 60, 1 + 40 / 60),
    ("It sank a year to the day after they built it.", 1, 1),
    ("Crews have been waiting over a year for rope.", 1, None),
    ("The toll will bring in $40 over a decade.", 1, 1),
    ("Rents rose 40 percent in a year.", 1, 1),
    ("The catch doubled in a decade.", 1, 1),
    ("Oldport lost 300 boats in a month.", 1, 1),
    ("They fired 40 shots in the space of a minute.", 1, 1),
)
QUIET = (
    "a mile away",
    "about a harbour",
    "another boat",
    "the full week",
    "all hours",
    "a day or night",
    "a mile to the harbour",
    "over a mile of rope",
    "a mile of rope",
    "£38m less than a year ago",
    "for a year of study",
    "for a while",
    "a pair of trousers",
    "a single mother",
    "without a single word",
    "on a single charge",
    "about a second harbour",
    "once a week",
    "It fell in a day.",
    "They argued over a year of boats.",
    "The two fell out over a week's catch.",
    "A sailor is on watch every day.",
    "A sailor was killed; they meet every day.",
    "a year ago",
    "It made $40 a year earlier.",
    "It sold 40 boats a month before that.",
    "Exports shrank in April from a year before.",
    "a score of goals",
    "They put up houses and a block in the harbour.",
    "He got points for an assist.",
)

_ONE, _TWO = Decimal(1), Decimal(2)
_STRETCHING = frozenset(
    (
        "for in after within mark marks marked marking took take takes taken taking last lasts lasted lasting spent spend "
        "spending been wait waits waited waiting stay stays stayed staying postponed delayed served serves serve"
    ).split()
)
_APART = ("later", "earlier", "before", "after", "apart", "early", "late")
"""What sets a thing "a day" from another."""

_EXACTLY = ("to", "the", "day")
_FILLED = ("minute", "hour", "week", "fortnight", "month", "decade", "century")
"""Times that something fills: a week of violence; but a day or a year "of" may be any."""

_BEFORE_FILLED = frozenset("for after in by with during following despite of than began ended had held got kept is".split())
_FURTHEST_FIGURE = 2
"""Words from a figure to the "a year earlier" that only dates it, at most: from $6.8bn a year earlier."""

_COMPARED_WITH = ("from", "with", "on")
"""In front of "a year before" these only date what a figure is held against."""

_IN_A_DETERMINED = ("next", "past", "last", "coming", "previous")
_STRETCHES = ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century")
"""What goes on for a time, and what "a" of it is then counted as one."""

_LONG = ("decade", "century")
"""Times of which "in a" says one, and is not what happens in no time: in a decade; not "in a day"."""

_SPANS = ("week", "fortnight", "month", "year", "decade", "century")
"""Times of which "over a" says one, and "in a" behind a figure: $40 over a decade, 40 percent in a year."""

_FURTHEST_SPAN = 2
"""Words from a figure to the "in a year" in which it came about, at most."""

_OF_TWO_PARTS = frozenset("shoes trousers glasses scissors jeans eyes boots gloves socks pants shorts sunglasses hands".split())
_OR_TWO = {"two": _TWO, "three": Decimal(3)}
_FURTHEST_ONE = 12
"""Words from "a" to the "every" that says how often one is harmed, at most."""

_PARENTS = ("parent", "mother", "father", "parents")
_TOLD_ONE_BY_ONE = frozenset("case death vote boat ship shot bullet seat goal ballot house home bomb blast ticket".split())
"""What one tells one by one, beside persons and units: a single case; a single word is an idiom, a single mother a class."""

_IN_A_ROW = ("and", ",")
_FURTHEST_OF_A_ROW = 8
"""Words in front of "a steal" among which something else is counted, at most."""

_EARLIER = ("ago", "earlier", "before")
_DECADES = ("decade", "century")
_ALL = ("day", "week", "month", "year")
"""Units of which "all" says one, more or less."""

_HEDGES_OF_MORE_WORDS = (("up", "to"), ("at", "most"), ("best", "part", "of"), ("better", "part", "of"), ("space", "of"))

# "over" and "under" behind these bound "a mile", "an hour": for over an hour.
_BEFORE_OVER_A = frozenset(
    "for in just well after lasted took takes take taken waiting waited spent is was of than little".split()
)
# Behind these "a full month" and "a full-day" are one: for a full month.
_BEFORE_FULL = frozenset({"a", "an", "for", "of", "after", "in", "nearly", "almost", "about", "than", "another", "one"})
# What lies so deep: a foot of rain.
_LYING_DEEP = frozenset(
    "rain rainfall snow snowfall water floodwater floodwaters mud ice hail ash sand sludge silt sediment".split()
)


def start(line: Line, i: int) -> Amount | None:
    """Read "a", "another", "full" or "all" at token `i` as one of the unit behind it, and "a single" and "a pair of"."""
    if line.lower[i] in ("a", "an"):
        return _few(line, i) or _or_two(line, i) or _tallied(line, i) or (_one(i, i + 1) if _counts(line, i) else None)
    return _whole(line, i)


def _few(line: Line, i: int) -> Amount | None:
    """Read "a single boat", "a lone sailor", "a pair of boats", "a score of sailors"."""
    word, noun = line.word(i + 1), line.word(i + 2)
    if noun == "of" and word in _SETS:
        many, hedge, counts = _SETS[word]
        found = Amount(i, i + 3, many, many, (f"articles/{word}",), core=(i, i + 3), hedge=hedge)
        return found if counts(line, i + 3) else None
    if word not in ("single", "lone") or line.word(i - 1) in ("not", "without") or not _is_told(line, noun):
        return None
    return Amount(i, i + 2, _ONE, _ONE, ("articles/single",), core=(i, i + 2))


def _or_two(line: Line, i: int) -> Amount | None:
    """Read "a boat or two", "a round or three"."""
    high = _OR_TWO.get(line.word(i + 3)) if line.word(i + 2) == "or" and may_be_noun(line, i + 1) else None
    if high is None:
        return None
    noun = (i + 1, i + 2)
    return Amount(i, i + 4, _ONE, high, ("articles/or two",), core=(i, i + 4), noun=noun, hedge="range")


def _tallied(line: Line, i: int) -> Amount | None:
    """Read "a steal" of a row of what a player did: "points, two rebounds and a steal"."""
    if line.word(i + 1) not in around.PLAYS or line.word(i - 1) not in _IN_A_ROW:
        return None
    if not line.has(i - _FURTHEST_OF_A_ROW, i, around.TALLIED):
        return None
    return Amount(i, i + 1, _ONE, _ONE, ("articles/of a row",), core=(i, i + 1), noun=(i + 1, i + 2))


def _go_in_pairs(line: Line, at: int) -> bool:
    noun = counted(line, at)
    return (noun and noun not in _OF_TWO_PARTS) or line.says(at + 1, ("-", "year", "-", "olds"))


def _are_people(line: Line, at: int) -> bool:
    noun = line.word(at)
    return noun in line.grammar.marks.plurals or noun.removesuffix("s") in line.grammar.persons


_SETS: dict[str, tuple[Decimal, Hedge, Callable[[Line, int], bool]]] = {
    "pair": (_TWO, "exact", _go_in_pairs),
    "score": (Decimal(20), "about", _are_people),
    "duo": (_TWO, "exact", _go_in_pairs),
    "brace": (_TWO, "exact", _go_in_pairs),
    "trio": (Decimal(3), "exact", _go_in_pairs),
    "quartet": (Decimal(4), "exact", _go_in_pairs),
    "quintet": (Decimal(5), "exact", _go_in_pairs),
}
"""Words for so many of what "of" says: how many, how surely, and the test that the noun may be counted so."""


def _is_told(line: Line, noun: str) -> bool:
    """Tell whether a noun is one of those that are told one by one."""
    g = line.grammar
    return noun in g.units or noun in _TOLD_ONE_BY_ONE or (noun in g.persons and noun not in _PARENTS)


def _one(i: int, at: int) -> Amount:
    """Return one of the unit at `at`, which the measures take in."""
    return Amount(i, at, _ONE, _ONE, ("articles/one",), core=(i, i + 1))


def _whole(line: Line, i: int) -> Amount | None:
    """Read another week, a full month, all day."""
    word, g = line.lower[i], line.grammar
    if word in _DECADES:
        return _one(i, i) if line.word(i - 1) in _IN_A_DETERMINED else None
    if word == "every":
        return _one_of_every(line, i)
    if word.endswith("long"):
        return Amount(i, i + 1, _ONE, _ONE, ("articles/long",), core=(i, i + 1), unit=word.removesuffix("long"))
    if word in ("full", "whole", "entire") and line.word(i - 1) not in _BEFORE_FULL:
        return None
    at = line.skip(i + 1, "-") if word != "another" else i + 1
    if line.word(at) not in (_ALL if word == "all" else g.single_units):
        return None
    amount = _one(i, at)
    amount.hedge = "about" if word == "all" else "exact"
    return amount


def _one_of_every(line: Line, i: int) -> Amount | None:
    """Read the one of "a sailor is killed every day": so many in the time behind "every"."""
    unit = one_unit(line, i + 1, ("duration",))
    begin = line.first_of(line.leftwards(i, _FURTHEST_ONE), ("a", "an"))
    verb = None if begin is None else line.first_of(range(begin + 2, i), (*line.grammar.cues.happened, "dies"))
    if unit is None or begin is None or verb is None or not _suffers(line, verb, i):
        return None
    name, last = unit
    return Amount(i, last, _ONE, _ONE, ("articles/every",), core=(i, last), unit=f"count/{name}", noun=(begin + 1, verb))


def _suffers(line: Line, verb: int, end: int) -> bool:
    """Tell whether somebody is harmed between the verb and token `end`, and nothing is counted there."""
    harmed = line.lower[verb] == "dies" or line.has(verb, end, line.grammar.cues.harmed)
    if line.has(verb, end, {",", ";", ":"}):
        return False
    return harmed and all(kind is None or kind == ARTICLE for kind in line.kinds[verb:end])


def _counts(line: Line, i: int) -> bool:
    """Tell whether the article at `i` counts a unit: behind a hedge, for a time, or with "and a half" behind the unit."""
    unit = one_unit(line, i + 1)
    if unit is None or (unit[0] == "second" and may_be_noun(line, unit[1])):
        return False  # about a second harbour
    if _hedged(line, i):
        return not _since_when(line, i, unit[1])
    return any(told(line, i, unit) for told in (_is_stretch, _sets_apart, _is_filled, _goes_on, _lies_deep, _is_size))


def _sets_apart(line: Line, i: int, unit: tuple[str, int]) -> bool:
    """Tell whether a time is a distance or an age: a day later, a decade-old row; not what dates a figure in front."""
    name, at = unit
    dates = 0 < line.done <= i <= line.done + _FURTHEST_FIGURE or line.word(i - 1) in _COMPARED_WITH
    if name in _STRETCHES and line.says(at, _EXACTLY):
        return True
    if name not in _STRETCHES or dates:
        return False
    if line.word(at) == "-":
        return line.tight(at) and line.word(at + 1) in ("long", "old")
    return line.word(at) in _APART


def _is_filled(line: Line, i: int, unit: tuple[str, int]) -> bool:
    """Tell whether a time is told by what fills it: a week of violence, a minute's silence; not "once a week of"."""
    name, at = unit
    before = line.word(i - 1)
    if name not in (*_FILLED, "year") or (before[:1].isalnum() and before not in _BEFORE_FILLED):
        return False
    return (line.word(at) == "of" and name in _FILLED) or line.word(at) in ("'s", "’s")


def _since_when(line: Line, i: int, behind: int) -> bool:
    """Tell whether the "than" in front is that of the figure before: £38m less than a year ago."""
    return 0 < i - 2 == line.done and line.word(i - 1) == "than" and line.word(behind) in _EARLIER


def _is_stretch(line: Line, i: int, unit: tuple[str, int]) -> bool:
    """Tell whether a unit of time stands for itself: for a year; not "for a year of study", "for a day trip"."""
    name, at = unit
    before = line.word(i - 1)
    if not (_is_span(line, i, name) if before in ("in", "over") else before in _STRETCHING):
        return False
    if name not in _STRETCHES or line.word(at) in ("of", "or", "ago", "earlier", "-", "’s", "'s"):
        return False
    return at >= line.n or line.word(at) in ("since", "without") or not may_be_noun(line, at)


def _is_span(line: Line, i: int, name: str) -> bool:
    """Tell whether "in a" or "over a" of a time says how long something took: 40 percent in a year, $40 over a decade."""
    if line.word(i - 1) == "over" or name in _LONG:
        return name in _SPANS
    figure = line.done
    return (
        name in _SPANS and figure > 0 and i - 1 - figure <= _FURTHEST_SPAN and all(map(str.islower, line.words[figure : i - 1]))
    )


def _goes_on(line: Line, i: int, unit: tuple[str, int]) -> bool:
    """Tell whether what follows makes a number of the unit: and a half, or so, or two, or more, to 18 months."""
    at = unit[1]
    behind = line.word(at + 1)
    if line.word(at) == "and":
        return _and_a_half(line, at) or _and_a_smaller(line, unit[0], at + 1)
    if line.word(at) == "or":
        return behind in ("so", "more", "less", "two", "three")
    return line.word(at) == "to" and line.kind(at + 1) in (DIGITS, ONES) and line.word(at + 2) in line.grammar.units


def _lies_deep(line: Line, i: int, unit: tuple[str, int]) -> bool:
    """Tell whether a unit of length measures what lies on the ground: a foot of rain."""
    name, at = unit
    of = line.word(at) == "of" and line.word(at + 1) in _LYING_DEEP
    return of and line.grammar.dimensions.get(name) == "length"


def _is_size(line: Line, i: int, unit: tuple[str, int]) -> bool:
    """Tell whether a unit of length says how big a thing is: the smallest a metre long, a mile wide."""
    name, at = unit
    at += line.word(at) == "-" and line.tight(at)
    return line.word(at) in around.LONG and line.grammar.dimensions.get(name) == "length"


def _hedged(line: Line, i: int) -> bool:
    """Tell whether a hedge stands in front of the article at `i`."""
    before, cues = line.word(i - 1), line.grammar.cues
    if before in ("over", "under"):
        return line.word(i - 2) in _BEFORE_OVER_A
    if any(line.says(i - len(words), words) for words in _HEDGES_OF_MORE_WORDS):
        return True
    return before in cues.ends_a_hedge and i > line.done


def _and_a_half(line: Line, at: int) -> bool:
    return line.says(at, ("and", "half")) or line.says(at, ("and", "a", "half")) or line.says(at, ("and", "a", "quarter"))


def _and_a_smaller(line: Line, name: str, at: int) -> bool:
    """Tell whether so many of a smaller unit of time stand at `at`: an hour and forty minutes."""
    found = number(line, at) if line.kind(at) in (DIGITS, ONES, TENS) else None
    whole, factors = line.grammar.factors.get(name), line.grammar.factors
    if found is None or not whole or line.grammar.dimensions.get(name) != "duration":
        return False
    units = (unit for words, unit in line.grammar.units.get(line.word(found.last), ()) if len(words) == 1)
    return any((factors.get(unit) or whole) < whole for unit in units)
