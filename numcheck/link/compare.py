"""Compare two claims by labelled levels.

Each slot reaches a level and each level has a weight; their sum says whether both claims speak of one quantity.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import fsum, inf, log10
from operator import eq

from numcheck.link.node import RANKS, Bag, Node, Slots, Value
from numcheck.link.weights import POINTS
from numcheck.model.story import Evidence

Level = tuple[str, str, float]

NOUN, MEASURE, VALUE = POINTS["counted noun"], POINTS["measure"], POINTS["value"]
ENOUGH = POINTS["enough"]
_LOOK = ENOUGH["to look at words"]
_WORDS = (
    ("words of the sentence", "alike", POINTS["words of the sentence"]["alike"]),
    ("words nearby", "alike", POINTS["words nearby"]["alike"]),
    ("sentences around", "alike", POINTS["sentences around"]["alike"]),
    ("words beside the figure", "{} equal", POINTS["words beside the figure"]["each equal"]),
    ("place in the article", "apart", POINTS["place in the article"]["apart"]),
)
"""What is compared of two claims' words: feature, level, and the points that its measure counts times."""

_EQUAL = ("equal", "equal", "equal, an unusual number", "equal, a rare number")
"""Levels of equal values by their telling digits."""
_ONE_NUMBER = frozenset({*_EQUAL, "same number, another bound"})
SMALL = 12  # equal counts up to here happen by chance
CLOSE = 1.1  # disjoint values so near each other are more often one quantity
FAR = 2.0  # open intervals that touch are still apart when the numbers are so many times apart ("more than 300", "about 1,500")
COINS = frozenset({"cent", "pence", "penny"})
BEYOND_RATES = 5  # factors of ten that no exchange rate between two currencies makes
SAME_RANK = 10  # words of size so near each other may be one size ("small", "a few", "several")
_MONTH = len("2012-04")


def score(a: Node, b: Node, look: Slots) -> float:
    """Return the points for `a` and `b` being one quantity."""
    points = sum([points for _, _, points in _slots(a, b, look)])
    if points > _LOOK:
        for (_, _, weight), measure in zip(_WORDS, _words(a, b), strict=True):
            points += weight * measure
    return points


def evidence(a: Node, b: Node, look: Slots) -> tuple[Evidence, ...]:
    """Return the levels that spoke, the heaviest first, with the words they spoke of."""
    spoke = [
        Evidence(feature, level + _said(feature, a, b), weight)
        for feature, level, points in levels(a, b, look)
        if (weight := round(points, 2))
    ]
    return tuple(sorted(spoke, key=lambda e: (-abs(e.weight), e.feature)))


def levels(a: Node, b: Node, look: Slots) -> list[Level]:
    """Return feature, level and points of every slot of a pair in one dimension; words count unless slots forbid."""
    found = _slots(a, b, look)
    if sum([points for _, _, points in found]) > _LOOK:
        for (feature, level, weight), measure in zip(_WORDS, _words(a, b), strict=True):
            found.append((feature, level.format(measure), weight * measure))
    return found


def _slots(a: Node, b: Node, look: Slots) -> list[Level]:
    value, points, disjoint = value_level(a, b)
    return [("value", value, points), _noun(a, b, look), _measure(a, b, look), *_marks(a, b, disjoint, value)]


def _words(a: Node, b: Node) -> tuple[float, ...]:
    """Return the measures of `_WORDS`: three likenesses from 0 to 1, how many words are equal, how far apart both stand."""
    return (
        likeness(a.sentence, b.sentence),
        likeness(a.near, b.near),
        likeness(a.around, b.around),
        sum(map(eq, a.left, b.left)) + sum(map(eq, a.right, b.right)),
        abs(a.claim.position - b.claim.position),
    )


def _noun(a: Node, b: Node, look: Slots) -> Level:
    if a.head is None or b.head is None:
        return "counted noun", "not named by both", NOUN["not named by both"]
    if a.head == b.head:
        return "counted noun", "same", NOUN["same"] + NOUN["the rarer in the story"] * a.rare
    if a.thing == b.thing:
        level = "another word for it"
    elif (a.role in look.parts) != (b.role in look.parts) and a.kind == b.kind:
        level = "a part of the people"
    elif a.role is not None and b.role is not None and a.role != b.role:
        level = "another role"
    elif a.kind is not None and b.kind is not None:
        level = "same class" if a.kind == b.kind else "a kindred class" if kindred(a.kind, b.kind, look) else "another class"
    else:
        level = "a general word" if a.head in look.generic or b.head in look.generic else "different"
    return "counted noun", level, NOUN[level]


def kindred(a: str | None, b: str | None, look: Slots) -> bool:
    """Tell whether things of two classes are counted for each other: jobs and workers, seats and deputies."""
    return any(a in kin and b in kin for kin in look.kin)


def _measure(a: Node, b: Node, look: Slots) -> Level:
    x, y = a.measure, b.measure
    if x is None or y is None:
        level = "not named by both"
    elif x == y:
        level = "same"
    elif look.wider.get(x) == y or look.wider.get(y) == x:
        level = "one holds the other"
    elif look.measures.told_alike(x, y):
        level = "another word for it"
    else:
        level = "contrary" if contrary(a, b, look) else "another"
    return "measure", level, MEASURE[level]


def contrary(a: Node, b: Node, look: Slots) -> bool:
    """Tell whether two measures exclude each other: of one contrast set, or one of them against all others.

    Those that an article tells many of (time since, time until) hang on one small word, and exclude nothing.
    """
    x, y = a.measure, b.measure
    if x is None or y is None or look.measures.told_alike(x, y) or look.wider.get(x) == y or look.wider.get(y) == x:
        return False
    return look.measures.exclude(x, y) or x in look.against_all or y in look.against_all


def _marks(a: Node, b: Node, disjoint: bool, value: str) -> list[Level]:
    """Return what the marks of scope say: part, remainder, speaker's own share, window, place, event."""
    found: list[tuple[str, str]] = []
    if _whole(a, b) or _whole(b, a):
        found.append(("part of a whole", "one holds the other"))
    elif a.subset != b.subset:
        found.append(("part of a whole", "one only, of one number" if value in _ONE_NUMBER else "one only"))
    if a.other and b.other and disjoint:
        found.append(("a remainder", "both, of unequal size"))
    if a.own != b.own and value not in _EQUAL[2:] and "person" in (a.kind or "person", b.kind or "person"):
        found.append(("the speaker's own share", "one only"))
    if a.window is not None and b.window is not None and a.window != b.window:
        found.append(("window of time", "another"))
    if _other_width(a, b):
        found.append(("place", "a part and the whole"))
    if a.event is not None or b.event is not None:
        found.append(("event", _event(a, b, value)))
    if a.anchor is not None and b.anchor is not None:
        found.append(("measured from", "same" if a.anchor == b.anchor else "another"))
    if a.names and b.names:
        found.append(("the person", "same" if a.names & b.names else "another"))
    if a.only & b.only:
        found.append(("the only one of its kind", "in both articles"))
    if a.dimension.startswith("currency"):
        found.append(("kind", "both are money"))
    if replaces(a, b):
        found.append(("an earlier value", "of the same figure"))
    if _said_again(a, b):
        found.append(("said again", "in words of one size"))
    return [(feature, level, POINTS[feature][level]) for feature, level in found]


def replaces(a: Node, b: Node) -> bool:
    """Tell whether the article says of one of the two that the other is its earlier value."""
    return (a.current is not None and a.current.index == b.index) or (b.current is not None and b.current.index == a.index)


def _other_width(a: Node, b: Node) -> bool:
    """Tell whether one is of a part of a country and the other of all of it, or one of a country and the other of the world."""
    if a.scale is None or b.scale is None or a.scale == b.scale:
        return False
    return not ("whole" in (a.scale, b.scale) and {a.scale, b.scale} <= {"whole", "world", "nation"})


def _event(a: Node, b: Node, value: str) -> str:
    """Return the level of the times of two claims, one of which has one."""
    if _same_event(a.event, b.event):
        return "same"
    if a.carried or b.carried:
        return "another, by the sentence before"
    if a.event is not None and b.event is not None and a.event[:4] == b.event[:4] and len(a.event) == len(b.event) == _MONTH:
        return "another month of one year"
    one_only = a.event is None or b.event is None
    return "named by one only, of one number" if one_only and value in _EQUAL[2:] else "another"


def _said_again(a: Node, b: Node) -> bool:
    """Tell whether one article says the same of alike people or things twice, in two words of about one size."""
    x, y = a.values[0].rank, b.values[0].rank
    if x is None or y is None or abs(x - y) > SAME_RANK or a.claim.document != b.claim.document or a.dimension != "count":
        return False
    return a.measure is not None and a.measure == b.measure and a.kind == b.kind and not (a.other or b.other)


def other_scope(a: Node, b: Node) -> bool:
    """Tell whether the slots say outright that two claims differ in scope: window, place, event, person, or whole."""
    if a.window is not None and b.window is not None and a.window != b.window:
        return True
    if _other_width(a, b):
        return True
    if (a.event or b.event) and not (_same_event(a.event, b.event) or a.carried or b.carried) and value_level(a, b)[2]:
        return True  # an earlier event may be told without its year, but not with another number
    if a.names and b.names and not a.names & b.names:
        return True
    if a.gap != b.gap and value_level(a, b)[2]:
        return True
    return _whole(a, b) or _whole(b, a) or other_whole(a, b)


def other_whole(a: Node, b: Node) -> bool:
    """Tell whether two shares are of different people ("20% of adults", "20% of voters")."""
    return a.whole_role is not None and b.whole_role is not None and a.whole_role != b.whole_role


def _same_event(a: str | None, b: str | None) -> bool:
    """Tell whether two times of an event can be one: equal, or the one more exact than the other ("april 2012", "2012")."""
    return a is not None and b is not None and (a in b or b in a)


def _whole(a: Node, b: Node) -> bool:
    """Tell whether `a` is a part of what `b` counts."""
    return a.subset and not b.subset and a.whole is not None and a.head is not None and a.whole == b.head != a.head


_COMPARED: Mapping[str, Callable[[Node], str | None]] = {
    "counted noun": lambda n: n.head,
    "measure": lambda n: n.measure,
    "event": lambda n: n.event,
    "window of time": lambda n: n.window,
    "value": lambda n: n.claim.text,
}
"""The words of a claim that a feature compares, where a reader would look for them."""


def _said(feature: str, a: Node, b: Node) -> str:
    """Return the words of both claims that a feature compared, in brackets."""
    words = _COMPARED.get(feature)
    if words is None:
        return ""
    one, other = words(a) or "none named", words(b) or "none named"
    return f" ({one})" if one == other else f" ({one}, {other})"


def value_level(a: Node, b: Node) -> tuple[str, float, bool]:
    """Return the level of the values, its points, and whether they are disjoint: the best over the units each is given in."""
    if len(a.values) == len(b.values) == 1 and a.values[0].unit == b.values[0].unit:
        return _values(a.values[0], b.values[0])
    best: tuple[str, float, bool] | None = None
    for x in a.values:
        for y in b.values:
            if x.unit == y.unit:
                found = _values(x, y)
                if best is None or found[1] > best[1]:
                    best = found
    return best or _currencies(a.values[0], b.values[0])


def _currencies(x: Value, y: Value) -> tuple[str, float, bool]:
    """Return the level of two sums in two currencies, or coins and money: none makes 3 billion of 24."""
    tens = _tens(_whole_coins(x), _whole_coins(y)) if x.size and y.size else 0.0
    if tens > BEYOND_RATES:  # 50p and £38m
        return "disjoint", VALUE["disjoint"] + VALUE["each factor of ten"] * tens, True
    return "in another currency", VALUE["in another currency"], False


def _whole_coins(value: Value) -> float:
    size = value.size or 0.0
    return size / 100 if value.unit in COINS else size


def _values(x: Value, y: Value) -> tuple[str, float, bool]:
    level, tens, disjoint = _level(x, y)
    return level, VALUE[level] + VALUE["each factor of ten"] * tens, disjoint


def _level(x: Value, y: Value) -> tuple[str, float, bool]:
    """Return the level of two values in one unit, the factors of ten between them, and whether they are disjoint."""
    if x.size is None or y.size is None:
        if x.word is not None and x.word == y.word:
            return "same word", 0.0, False
        return "words of size" if x.size is y.size else "a word of size and a number", 0.0, False
    if x.written == y.written:
        if x.word is not None and x.written[0] != x.written[1]:
            return "same word", 0.0, False
        if x.size <= SMALL and x.size == int(x.size):
            return "equal, small", 0.0, False
        return _EQUAL[min(x.digits, len(_EQUAL) - 1)], 0.0, False
    if near(x.size, y.size):
        return "same number, another bound", 0.0, False
    if meet(x, y):
        if _rounds(x, y) or _rounds(y, x):
            return "one rounds the other", 0.0, False
        if _end(x, y):
            return "one end the same", 0.0, False
        far = x.word is None and y.word is None and apart(x, y)
        return "open, but far apart" if far else "overlapping", 0.0, False
    low, high = (x, y) if x.high <= y.low else (y, x)
    if low.low > 0 and high.low <= CLOSE * low.high:
        return "disjoint, but close", 0.0, True
    return "disjoint", _tens(low.high, high.low), True


def _rounds(fine: Value, coarse: Value) -> bool:
    """Tell whether a number of two digits or more is another one rounded: it lies inside what the rounder one may mean."""
    points = (
        fine.word is None
        and coarse.word is None
        and fine.written[0] == fine.written[1]
        and coarse.written[0] == coarse.written[1]
    )
    return points and 2 <= coarse.digits < fine.digits and coarse.low <= fine.written[0] <= coarse.high


def _end(x: Value, y: Value) -> bool:
    """Tell whether a range and another figure share a stated end."""
    ends = {e for e in x.written[:2] if 0 < abs(e) < inf} & {e for e in y.written[:2] if 0 < abs(e) < inf}
    return bool(ends) and x.word is None and y.word is None


def near(x: float, y: float) -> bool:
    """Tell whether two sizes are the same but for the rounding of a conversion."""
    return abs(x - y) <= 0.005 * max(abs(x), abs(y))


def apart(x: Value, y: Value) -> bool:
    """Tell whether the numbers as stated are far apart."""
    if x.size is None or y.size is None:
        return False
    if x.size <= 0 or y.size <= 0:
        return x.size != y.size
    return max(x.size, y.size) >= FAR * min(x.size, y.size)


def meet(x: Value, y: Value) -> bool:
    """Tell whether the meant intervals meet; where they only touch, no end may be open."""
    if x.high < y.low or y.high < x.low:
        return False
    if x.high == y.low and x.low != y.high:
        return not (x.written[3] or y.written[2])
    if y.high == x.low and y.low != x.high:
        return not (y.written[3] or x.written[2])
    return True


def _tens(x: float, y: float) -> float:
    """Return how many factors of ten lie between two sizes."""
    if x <= 0 or y <= 0:
        return VALUE["none against some"] if x != y else 0.0
    return abs(log10(x / y))


def clash(a: Node, b: Node) -> bool:
    """Tell whether two claims disagree: disjoint values, numbers far apart though open, or words of size far apart."""
    x, y = a.values[0], b.values[0]
    if x.rank is not None and y.rank is not None and (x.size is None or y.size is None):
        return abs(x.rank - y.rank) >= RANKS
    return value_level(a, b)[2] or any(v.unit == w.unit and apart(v, w) for v in a.values for w in b.values)


_ROUNDED = 0.02
"""How far, in factors of ten, a slip of scale may lie from a whole one: €130 million and €1.34 billion."""


def unlike(a: Node, b: Node) -> bool:
    """Tell whether two plain numbers lie a factor of ten apart with other digits.

    Outlets slip a scale ("$88 million", "$88 billion") or take another word ("thousands"); six and 118 are mostly two things.
    """
    x, y = a.values[0], b.values[0]
    if x.word is not None or y.word is not None or not x.size or not y.size or x.unit != y.unit:
        return False
    if x.low == -inf or y.low == -inf or x.high == inf or y.high == inf:
        return False
    step = _tens(x.size, y.size)
    return step >= 1 - _ROUNDED and abs(step - round(step)) > _ROUNDED


def one_scope(a: Node, b: Node) -> bool:
    """Tell whether no mark sets one claim apart: a part, a remainder, the speaker's own share, a role among victims."""
    if a.harm and a.role != b.role:  # six children among ten people
        return False
    return a.subset == b.subset and a.other == b.other and a.own == b.own


def named_alike(a: Node, b: Node) -> bool:
    """Tell whether two claims say one thing of one thing, so that being the only ones of their kind is no chance.

    People killed or hurt may be those of two places, so they must be named ("officers"); where one measure or both are not
    named, small counts ("two boats", "three boats") are too common.
    """
    if not a.only & b.only:
        return True
    if "draft" in (a.claim.role, b.claim.role):  # a draft is short: what it tells once, it tells by chance
        return False
    named = a.thing == b.thing and a.thing is not None and not _anybody(a)
    large = max(v.size or 0.0 for v in (a.values[0], b.values[0])) > SMALL
    if (a.measure is None) != (b.measure is None):
        return named and large and not (a.harm or b.harm)
    if a.measure != b.measure or not (a.thing == b.thing or None in (a.thing, b.thing) or _anybody(a) or _anybody(b)):
        return False
    if a.harm:
        return named
    return a.measure is not None or large


def _anybody(a: Node) -> bool:
    return a.head in ("people", "person")


def parted(a: Node, b: Node) -> bool:
    """Tell whether two figures of one article exclude each other: values apart, or words of size far apart in rank.

    A word of scale has no upper end here ("billions" beside the exact sum). An earlier value stands for the one that
    replaced it.
    """
    if a.current is not None or b.current is not None:
        return parted(a.current or a, b.current or b)
    pairs = [(x, y) for x in a.values for y in b.values if x.unit == y.unit]
    return bool(pairs) and all(_parted(x, y) for x, y in pairs)


def _parted(x: Value, y: Value) -> bool:
    if x.rank is not None and y.rank is not None and abs(x.rank - y.rank) >= RANKS:
        return True
    if x.size is None or y.size is None or near(x.size, y.size):
        return False
    if x.word is None and y.word is None and apart(x, y):
        return True
    return not meet(_loose(x), _loose(y))


def _loose(x: Value) -> Value:
    return x if x.word is None else replace(x, high=inf)


def likeness(a: Bag, b: Bag) -> float:
    """Return the cosine of two bags of weighed words; the sum is exact, so that no order of words shows in it."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return fsum([weight * many[word] for word, weight in few.items() if word in many])
