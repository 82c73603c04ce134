"""Compare two claims by labelled levels.

Each slot reaches a level and each level has a weight; their sum says whether both claims speak of one quantity.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf, log10

from numcheck.align.node import Bag, Node, Slots, Value
from numcheck.model.story import Evidence

Level = tuple[str, str, float]

# The weights, in points. They were set by hand and checked on seven annotated stories; weights learnt from so few stories did worse.
# Two claims belong together from about 2 points on (group.py).
NOUN = {"same": 0.8, "class": 0.5, "generic": 0.3, "missing": 0.0, "other role": -0.8, "different": -1.0, "other class": -3.0}
RARE_NOUN = 0.25  # more for a noun that few articles use, by the weight of the word
MEASURE = {"same": 1.3, "part": 0.4, "unknown": 0.0, "other": -0.3, "contrast": -2.0}
VALUE = {
    "equal unusual": 1.7,
    "equal": 1.3,
    "equal small": 0.6,
    "same number": 1.1,
    "close": 0.3,
    "overlap": 0.3,
    "same word": 1.0,
    "words of size": 0.5,
    "word and number": -0.5,
    "other currency": 0.3,
    "disjoint": 0.0,
}
SMALL = 12  # equal counts up to here happen by chance
PER_TEN = (
    -0.7
)  # for each factor of ten between the nearest ends of two values; a smaller step costs little, for there the clashes are
CLOSE = 1.1  # disjoint values so near each other are more often one quantity
FAR = 2.0  # open intervals that touch are still apart when the numbers are so many times apart ("more than 300", "about 1,500")
ZERO = 2.0  # zero against some counts as so many factors of ten
WORDS = {"sentence": 2.0, "near": 1.2, "around": 0.5}  # times the likeness of the words, 0 to 1
FRAME = 0.25  # each equal word of the three on either side: copied text
RANKS = 30  # words of size so far apart ("several", "a large number") are two quantities in one article
SUBSET = -0.8  # one is part of a whole, the other is not marked so
WHOLE = -2.5  # one is part of just what the other counts ("180 people, 60 of them children", "60 people")
WINDOW = -2.5  # "in the past week", "in the past month"; the day's and all so far
REMAINDER = {"both": -1.5, "one": -0.5}  # "four others" and "two more" of unequal size are different rests
PLACE = {"different": -1.5}  # the district against the whole country
OWN = -1.2  # "we have treated 50" is the speaker's share of the total
EVENT = {"same": 0.3, "different": -2.5}  # another year, another event
ANCHOR = {"same": 1.0, "different": -2.0}  # the place a distance is measured from
LEAD = {"both": 0.3, "both, same measure": 0.5}  # news of the day stands in the first fifth
POSITION = -0.5  # times the distance of the places in their articles, 0 to 1
MONEY = 0.6  # a story has few sums of money
FIRST_PART = 0.2


def score(a: Node, b: Node, look: Slots) -> float:
    """Return the points for `a` and `b` being one quantity."""
    return sum(points for _, _, points in levels(a, b, look))


def evidence(a: Node, b: Node, look: Slots) -> tuple[Evidence, ...]:
    """Return the levels that spoke, the heaviest first."""
    spoke = [Evidence(feature, level, round(points, 2)) for feature, level, points in levels(a, b, look) if round(points, 2)]
    return tuple(sorted(spoke, key=lambda e: (-abs(e.weight), e.feature)))


def levels(a: Node, b: Node, look: Slots) -> list[Level]:
    """Return feature, level and points of every slot of a pair in one dimension."""
    value, points, disjoint = value_level(a, b)
    found = [("value", value, points), _noun(a, b, look), _measure(a, b, disjoint, look)]
    found += _marks(a, b, disjoint, value == "equal, an unusual number")
    found += [
        ("words of the sentence", "alike", WORDS["sentence"] * likeness(a.sentence, b.sentence)),
        ("words nearby", "alike", WORDS["near"] * likeness(a.near, b.near)),
        ("sentences around", "alike", WORDS["around"] * likeness(a.around, b.around)),
    ]
    frame = sum(x == y for x, y in zip(reversed(a.left), reversed(b.left), strict=False)) + sum(
        x == y for x, y in zip(a.right, b.right, strict=False)
    )
    if frame:
        found.append(("words beside the figure", f"{frame} equal", FRAME * frame))
    found.append(("place in the article", "apart", POSITION * abs(a.claim.position - b.claim.position)))
    if a.claim.position < FIRST_PART and b.claim.position < FIRST_PART:
        lead = "both, same measure" if a.measure is not None and a.measure == b.measure else "both"
        found.append(("in the lead", lead, LEAD[lead]))
    if a.dimension == "currency":
        found.append(("kind", "both are money", MONEY))
    return found


def _noun(a: Node, b: Node, look: Slots) -> Level:
    if a.head is None or b.head is None:
        return "counted noun", "not named by both", NOUN["missing"]
    if a.head == b.head:
        return "counted noun", f"same ({a.head})", NOUN["same"] + RARE_NOUN * a.rare
    both = f"{a.head}, {b.head}"
    if a.role is not None and b.role is not None and a.role != b.role:
        return "counted noun", f"another role ({both})", NOUN["other role"]
    if a.kind is not None and a.kind == b.kind:
        return "counted noun", f"same class ({both})", NOUN["class"]
    if a.kind is not None and b.kind is not None:
        return "counted noun", f"another class ({both})", NOUN["other class"]
    if a.head in look.generic or b.head in look.generic:
        return "counted noun", f"a general word ({both})", NOUN["generic"]
    return "counted noun", f"different ({both})", NOUN["different"]


def _measure(a: Node, b: Node, disjoint: bool, look: Slots) -> Level:
    if a.measure is None or b.measure is None:
        return "measure", "not named by both", MEASURE["unknown"]
    if a.measure == b.measure:
        return "measure", f"same ({a.measure})", MEASURE["same"]
    both = f"{a.measure}, {b.measure}"
    if look.wider.get(a.measure) == b.measure or look.wider.get(b.measure) == a.measure:
        return "measure", f"one holds the other ({both})", MEASURE["part"]
    if look.sets.get(a.measure) == look.sets.get(b.measure):
        return "measure", f"contrary ({both})", MEASURE["contrast"]
    return "measure", f"another ({both})", MEASURE["other"]


def _marks(a: Node, b: Node, disjoint: bool, same_number: bool) -> list[Level]:
    """Return what the marks of scope say: part, remainder, speaker's own share, event, anchor of a distance."""
    found: list[Level] = []
    if _whole(a, b) or _whole(b, a):
        found.append(("part of a whole", "one holds the other", WHOLE))
    elif a.subset != b.subset:
        found.append(("part of a whole", "one only", SUBSET))
    if a.window is not None and b.window is not None and a.window != b.window:
        found.append(("window of time", f"{a.window}, {b.window}", WINDOW))
    if a.other and b.other and disjoint:
        found.append(("a remainder", "both, of unequal size", REMAINDER["both"]))
    elif a.other != b.other:
        found.append(("a remainder", "one only", REMAINDER["one"]))
    if a.scale is not None and b.scale is not None and a.scale != b.scale:
        found.append(("place", "a part of the country, all of it", PLACE["different"]))
    if a.own != b.own and not same_number:
        found.append(("the speaker's own share", "one only", OWN))
    if not same_event(a.event, b.event):
        found.append(("event", f"{a.event or 'this one'}, {b.event or 'this one'}", EVENT["different"]))
    elif a.event is not None:
        found.append(("event", f"same ({a.event})", EVENT["same"]))
    if a.anchor is not None and b.anchor is not None:
        same = "same" if a.anchor == b.anchor else "different"
        found.append(("measured from", same, ANCHOR[same]))
    return found


def same_event(a: str | None, b: str | None) -> bool:
    """Tell whether two times of an event can be one: equal, or the one more exact than the other ("april 2012", "2012")."""
    if a is None or b is None:
        return a is b
    return a in b or b in a


def _whole(a: Node, b: Node) -> bool:
    """Tell whether `a` is a part of what `b` counts."""
    return a.subset and not b.subset and a.whole is not None and a.head is not None and a.whole == b.head != a.head


def value_level(a: Node, b: Node) -> tuple[str, float, bool]:
    """Return the level of the values, its points, and whether they are disjoint: the best over the units each is given in."""
    best: tuple[str, float, bool] | None = None
    for x in a.values:
        for y in b.values:
            if x.unit == y.unit:
                found = _values(x, y)
                if best is None or found[1] > best[1]:
                    best = found
    return best or ("in another currency", VALUE["other currency"], False)


def _values(x: Value, y: Value) -> tuple[str, float, bool]:
    if x.size is None or y.size is None:
        same = x.word is not None and x.word == y.word
        if same:
            return "same word", VALUE["same word"], False
        return (
            ("words of size", VALUE["words of size"], False)
            if x.size is y.size
            else ("a word of size and a number", VALUE["word and number"], False)
        )
    if x.written == y.written:
        if x.word is not None and x.written[0] != x.written[1]:
            return "same word", VALUE["same word"], False
        small = x.size == int(x.size) and x.size <= SMALL
        if small:
            return "equal, small", VALUE["equal small"], False
        return (
            ("equal", VALUE["equal"], False)
            if round_number(x.size)
            else ("equal, an unusual number", VALUE["equal unusual"], False)
        )
    if near(x.size, y.size):
        return "same number, another bound", VALUE["same number"], False
    if meet(x, y):
        if x.word is None and y.word is None and apart(x, y):
            return "open, but far apart", 0.0, False
        return "overlapping", VALUE["overlap"], False
    low, high = (x, y) if x.high <= y.low else (y, x)
    if x.low > 0 and y.low > 0 and high.low <= CLOSE * low.high:
        return "disjoint, but close", VALUE["close"], True
    return "disjoint", VALUE["disjoint"] + PER_TEN * _tens(low.high, high.low), True


def round_number(size: float) -> bool:
    """Tell whether a number has one significant digit, or two of which the second is 5: such ones meet by chance."""
    digits = f"{size:.0f}".rstrip("0")
    return len(digits) < 2 or (len(digits) == 2 and digits[1] == "5")


def apart(x: Value, y: Value) -> bool:
    """Tell whether the numbers as stated are far apart."""
    if x.size is None or y.size is None or x.size <= 0 or y.size <= 0:
        return x.size != y.size
    return max(x.size, y.size) >= FAR * min(x.size, y.size)


def near(x: float, y: float) -> bool:
    """Tell whether two sizes are the same but for the rounding of a conversion."""
    return abs(x - y) <= 0.005 * max(abs(x), abs(y))


def meet(x: Value, y: Value) -> bool:
    """Tell whether the meant intervals meet."""
    if x.high < y.low or y.high < x.low:
        return False
    if x.high == y.low and (x.written[3] or y.written[2]) and x.low != y.high:
        return False
    return not (y.high == x.low and (y.written[3] or x.written[2]) and x.high != y.low)


def _tens(x: float, y: float) -> float:
    """Return how many factors of ten lie between two sizes."""
    if x <= 0 or y <= 0:
        return ZERO if x != y else 0.0
    return abs(log10(x / y))


def clash(a: Node, b: Node) -> bool:
    """Tell whether two claims disagree: disjoint values, numbers far apart though open, or words of size far apart."""
    x, y = a.values[0], b.values[0]
    if x.rank is not None and y.rank is not None and (x.size is None or y.size is None):
        return abs(x.rank - y.rank) >= RANKS
    return value_level(a, b)[2] or any(v.unit == w.unit and apart(v, w) for v in a.values for w in b.values)


def one_scope(a: Node, b: Node) -> bool:
    """Tell whether no mark sets one claim apart from the other: a part, a remainder, the speaker's own share."""
    return a.subset == b.subset and a.other == b.other and a.own == b.own


def parted(a: Node, b: Node) -> bool:
    """Tell whether two figures of one article exclude each other: values apart, or words of size far apart in rank.

    A word of scale has no upper end here ("billions" beside the exact sum).
    """
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
    """Return the cosine of two bags of weighed words."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)
