"""Parts of a whole: half of, a third of, two-thirds, three quarters; and half a million."""

from __future__ import annotations

from decimal import Decimal

from numcheck.language.en import around
from numcheck.reading.line import DIGITS, DOZEN, HUNDRED, ONES, ORDINAL, PART, SCALE, TENS, Amount, Line
from numcheck.reading.nouns import MEASURED, counted, may_be_noun, one_unit
from numcheck.reading.numbers import divided, minus, number

AFTER = ("shares",)
KINDS = (DIGITS, ONES, TENS, PART, ORDINAL)
EXAMPLES = (
    ("half of the vessels", 0.5, 0.5),
    ("a third of the vessels", 1 / 3, 1 / 3),
    ("two-thirds of the vessels", 2 / 3, 2 / 3),
    ("three quarters of the vessels", 0.75, 0.75),
    ("one fourth of the vessels", 0.25, 0.25),
    ("three tenths of the vessels", 0.3, 0.3),
    ("Sales fell by a third.", 1 / 3, 1 / 3),
    ("half a million vessels", 500000, 500000),
    ("half a dozen vessels", 6, 6),
    ("a quarter of a million vessels", 250000, 250000),
    ("half a mile", 0.5, 0.5),
    ("crewed by half-a-dozen sailors", 6, 6),
    ("a quarter mile", 0.25, 0.25),
    ("one third more boats", 0.3333333333333333, 0.3333333333333333),
    ("one twenty-fifth of the boats", 0.04, 0.04),
    ("half the boats", 0.5, 0.5),
    ("a half-million boats", 500000, 500000),
    ("a tenth of a second", 0.1, 0.1),
    ("a third of a mile", 0.3333333333333333, 0.3333333333333333),
    ("three quarters of a billion vessels", 750000000, 750000000),
    ("Less than a third voted.", None, 1 / 3),
    ("Half were women.", 0.5, 0.5),
    ("half as many boats", 0.5, 0.5),
    ("a third as much", 1 / 3, 1 / 3),
    ("a tenth as thick as rope", 0.1, 0.1),
    ("They cut it by half.", 0.5, 0.5),
    ("one hundred thirty-fifths", 100 / 35, 100 / 35),
    ("two hundred and fifty-four hundredths", 200.54, 200.54),
    ("2000 over 3", 2000 / 3, 2000 / 3),
    ("minus two-thirds of a degree", -2 / 3, -2 / 3),
    ("The bank made a quarter-point cut in its rate.", 0.25, 0.25),
    ("The bank cut its rate by a quarter point.", 0.25, 0.25),
    ("The bank put up its rate by a half point.", 0.5, 0.5),
    ("The new boat is half as long again.", 1.5, 1.5),
    ("Rope costs a third as much again as twine.", 4 / 3, 4 / 3),
    ("Sales are down a sixth this month.", 0.16666666666666666, 0.16666666666666666),
    ("It fell by a quarter after the vote.", 0.25, 0.25),
    ("Half sank and a fifth may yet sink.", 0.2, 0.2),
    ("Half sank and a third still had no crew.", 1 / 3, 1 / 3),
    ("The bank cut its rate by half a point.", 0.5, 0.5),
    ("It cut its rate by a quarter of a point.", 0.25, 0.25),
    ("between a third and a half of the boats", 1 / 3, 0.5),
    ("half to two-thirds of the boats", 0.5, 2 / 3),
    ("one-half million boats", 500000, 500000),
    ("five thousandths of an inch", 0.005, 0.005),
    ("The row may last half a year.", 0.5, 0.5),
    ("The catch grew by half in a year.", 0.5, 0.5),
    ("It uses a fifth less rope.", 0.2, 0.2),
    ("It costs a third more than rope.", 1 / 3, 1 / 3),
    ("Catches were a sixth higher.", 1 / 6, 1 / 6),
    ("It uses a quarter less fuel.", 0.25, 0.25),
    ("a third more boats", 1 / 3, 1 / 3),
    ("Its lamp is a third brighter.", 1 / 3, 1 / 3),
    ("one-tenth of one percent", 0.1, 0.1),
    ("half of one percent", 0.5, 0.5),
    ("two-third of the boats", 2 / 3, 2 / 3),
    ("Crews are down by nearly a quarter since the vote.", 0.25, 0.25),
    ("The catch was a tenth below its best.", 0.1, 0.1),
    ("Its share fell below a third for the first time.", None, 1 / 3),
)
QUIET = (
    "the first half of the match",
    "one third-placed boat",
    "the third boat",
    "a second boat",
    "three quarters growth",
    "quarter hour",
    "two halves",
    "a third, he said",
    "rather than a third term",
    "Half time came.",
    "a half-point lead in chess",
    "Inflation is a quarter point of the story.",
    "They came fifth this month.",
    "by half past nine",
    "A third larger boat sank.",
    "a third more expensive boat",
    "He came a fifth, more or less.",
    "He lived a third below deck.",
)

_HALF = Decimal("0.5")
_DIVIDED = (*MEASURED, "share", "points")
"""Dimensions of which a fraction is an amount: a third of a mile, half of a per cent."""

_LARGEST_WHOLE = 10_000_000
_LARGEST_DENOMINATOR = 10**12
_TEN = 10
_QUARTERS = 4
_CENTURIES = ("century", "centuries")
_AS_MANY = (
    "many",
    "much",
    "few",
    "big",
    "large",
    "high",
    "likely",
    "fast",
    "long",
    "good",
    "tall",
    "often",
    "well",
    "far",
    "wide",
    "old",
    "thick",
    "deep",
    "heavy",
    "strong",
    "bright",
    "small",
    "expensive",
    "common",
)

# What a share may be of: half the boats, a third of them.
_OF_A_SHARE = frozenset("of the its their his her our my your all those these that them us".split())
# "half" behind one of these is a part of a match or of a year.
_NOT_HALF = frozenset(
    "first second other last latter final opening top bottom better in this that each every closing early late".split()
)
# What may follow "one third" without "of".
_BEHIND_A_THIRD = frozenset(
    (
        "more less fewer higher lower full empty beyond above below as to from in by on at are were is was said and or but "
        "have had a an"
    ).split()
)
# Behind the size of a change these say when it was.
_PLACES_A_CHANGE = frozenset("last this over after since within during between when while".split())
_LESS = ("less", "fewer")
_IN_A_HEDGE = frozenset({"more", "less", "well", "just"})
"""Words in front of the last of a hedge, between "by" and the size of a change: by more than a quarter."""

_COMPARATIVES = frozenset(
    (
        "more higher lower larger bigger smaller cheaper dearer faster slower quicker longer shorter taller deeper wider "
        "heavier lighter brighter warmer colder cooler hotter richer poorer safer stronger weaker older younger thinner "
        "thicker quieter louder cleaner better worse greater"
    ).split()
)
# Behind "half" at the head of a clause these make it a share: half were women.
_BEHIND_HALF = frozenset("are were was is have had said say voted came went died will would of".split())
# Behind "a third" that opens a clause these leave it a share: and a fifth may never recover.
_AUXILIARIES = frozenset("may might could would will can are were have had do did".split())
# Words of rates of interest: beside one a quarter-point is one of a percentage.
_OF_RATES = frozenset(
    "rate rates fed lender lenders lending borrowing mortgage policymakers bank inflation yield yields".split()
)


def start(line: Line, i: int) -> Amount | None:
    """Read a fraction at token `i`, with the minus in front of it."""
    amount = _fraction(line, i)
    sign = minus(line, amount.first) if amount is not None else None
    if amount is not None and amount.value is not None and sign is not None:
        amount.become(-amount.value)
        amount.first = sign
    return amount


def _fraction(line: Line, i: int) -> Amount | None:
    kind = line.kinds[i]
    if kind in (DIGITS, ONES, TENS):
        return _divided(line, i) or (_words(line, i) if kind != DIGITS else None)
    if kind == ORDINAL and line.word(i - 1) not in ("a", "an"):
        return None
    if line.lower[i] in ("half", "halves"):
        return _half(line, i)
    return _a_third(line, i)


def _divided(line: Line, i: int) -> Amount | None:
    """Read the sum "2000 over 3"."""
    found = divided(line, i)
    if found is None:
        return None
    value, last = found
    return Amount(i, last, value, value, ("fractions/over",), core=(i, last), unit="ratio", dimension="share")


def _as_many(line: Line, first: int, last: int, value: Decimal) -> Amount | None:
    """Read "half as many", "a third as much": how many times what it is compared with; "half as much again" is one more."""
    if line.word(last) != "as" or line.word(last + 1) not in _AS_MANY:
        return None
    if line.word(last + 2) == "again":
        last, value = last + 3, value + 1
    return Amount(first, last, value, value, ("fractions/as many",), core=(first, last), unit="times")


def _share(first: int, last: int, value: Decimal) -> Amount:
    return Amount(first, last, value, value, ("fractions/share",), core=(first, last), unit="ratio", dimension="share")


def _words(line: Line, i: int) -> Amount | None:
    """Read "two-thirds", "one fourth of", "three quarters of", "one twenty-fifth", "two hundred and four fifths"."""
    above = number(line, i)
    if above is None or (above.scaled and above.value >= _LARGEST_WHOLE) or above.value != above.value.to_integral_value():
        return None
    hyphen = line.word(above.last) == "-"
    below, last, plural = _denominator(line, above.last + hyphen)
    tens = line.grammar.tens.get(line.lower[above.last - 1], 0) if hyphen and 0 < below < _TEN else 0
    value, below = above.value - tens, below + tens  # one hundred thirty-fifths
    if not 0 < below <= _LARGEST_DENOMINATOR or value <= 0 or value == below:
        return None
    whole = _whole_in_front(line, i, above.last, below)
    part = value - whole
    if not _leaves_a_part(line, last, part, plural=plural, quarters=below == _QUARTERS and not hyphen):
        return None
    value = whole + part / below
    return _as_many(line, i, last, value) or _scaled(line, i, last, value) or _share(i, last, value)


def _leaves_a_part(line: Line, at: int, part: Decimal, *, plural: bool, quarters: bool) -> bool:
    """Tell whether what stands at `at` leaves a part of one to "one third" or "three quarters", or to "two-third of"."""
    agrees = (part == 1) != plural or (part > 1 and line.word(at) == "of")
    return agrees and (part != 1 or _leaves_a_share(line, at)) and (not quarters or _leaves_quarters(line, at))


def _whole_in_front(line: Line, i: int, end: int, below: int) -> Decimal:
    """Return the whole that "and" parts from a fraction below one: the 200 of "two hundred and four fifths"."""
    if "and" not in line.lower[i:end]:
        return Decimal(0)
    joint = end - 1 - line.lower[i:end][::-1].index("and")
    above, whole = number(line, joint + 1), number(line, i, joins=False)
    if above is None or whole is None or whole.last != joint or above.last != end or above.value >= below:
        return Decimal(0)
    return whole.value


def _leaves_a_share(line: Line, at: int) -> bool:
    """Tell whether what follows "one third" leaves it a share: one third of, not one third-placed or one third man."""
    behind = line.word(at)
    if not behind.isalpha():
        return behind != "-"
    known = behind in line.grammar.units or line.kind(at) == SCALE
    return known or behind in _OF_A_SHARE or behind in _BEHIND_A_THIRD


def _leaves_quarters(line: Line, at: int) -> bool:
    """Tell whether "three quarters" are a part: three quarters of growth; without "of" they are months."""
    behind = line.word(at)
    if not behind.isalpha() or behind in ("million", "billion"):
        return True
    return behind in _OF_A_SHARE or behind in line.grammar.units


def _denominator(line: Line, at: int) -> tuple[int, int, bool]:
    """Return the denominator in words at `at`, the token behind it and whether it is a plural; 0 for none."""
    g = line.grammar
    word = line.word(at)
    if word in ("first", "second", "seconds", "firsts"):
        return 0, at, False
    if word in g.parts:
        return g.parts[word], at + 1, word.endswith("s")
    if word in g.ordinals:
        return g.ordinals[word], at + 1, False
    tens = g.tens.get(word, 0)
    if tens and line.word(at + 1) == "-":
        ones = line.word(at + 2)
        below = g.parts.get(ones, g.ordinals.get(ones.removesuffix("s"), _TEN))
        if below < _TEN:
            return tens + below, at + 3, ones.endswith("s")
    return 0, at, False


def _stands_alone(line: Line, first: int, at: int) -> bool:
    """Tell whether "a third" from token `first` up to `at` is a share with nothing that it could rank or be a part of."""
    before, behind = line.word(first - 1), line.word(at)
    if behind.isalpha():
        return any(alone(line, first, at) for alone in (_is_change, _opens_its_clause, _is_compared, _compares))
    if not before:
        return behind in ("", ".")
    return behind != "-" and (before in ("by", "to") or before in line.grammar.cues.ends_a_hedge)


def _is_change(line: Line, first: int, at: int) -> bool:
    """Tell whether the part is the size of a change: by a quarter after the vote, down a sixth this month."""
    hedged = line.back_over(first, line.grammar.cues.ends_a_hedge | _IN_A_HEDGE)
    before = line.word(hedged - 1)
    changed = before == "by" or (hedged == first and (before in line.grammar.up or before in line.grammar.down))
    return changed and (not may_be_noun(line, at) or line.word(at) in _PLACES_A_CHANGE)


def _opens_its_clause(line: Line, first: int, at: int) -> bool:
    """Tell whether the part is the subject of a clause: and a fifth may never recover, a third still had none."""
    before, verb = line.word(first - 1), line.word(line.skip(at, "still", "also", "now", "never", "already"))
    return verb in _AUXILIARIES and (not before.isalnum() or before in ("and", "but", "while"))


def _is_compared(line: Line, first: int, at: int) -> bool:
    """Tell whether the part is hedged or bounded, and what follows leaves it a share: less than a third voted."""
    before, behind = line.word(first - 1), line.word(at)
    compared = before == "than" and line.word(first - 2) in ("more", "less", "fewer")
    hedged = before in ("nearly", "almost", "only", "just", "about", "around", "roughly")
    if before in ("below", "above") and line.word(first - 2) in line.grammar.up | line.grammar.down:
        return not may_be_noun(line, at)
    return (compared or hedged) and (behind in _BEHIND_A_THIRD or (compared and not behind.endswith("s")))


def _compares(line: Line, first: int, at: int) -> bool:
    """Tell whether the part says by how much: a fifth less rope, a third more than, a sixth higher; not a third larger boat."""
    behind = line.word(at)
    if behind in _LESS or (behind in ("above", "below") and line.word(first - 1) in around.BE):
        return True
    return behind in _COMPARATIVES and (not may_be_noun(line, at + 1) or (behind == "more" and counted(line, at + 1) != ""))


def _goes_on(line: Line, at: int) -> bool:
    """Tell whether a range of shares goes on at `at`: a third to a half, between a half and two-thirds."""
    part = line.skip(at + 1, "a") if line.word(at) in ("to", "and", "or") else at
    other = line.since(part).amount(part) if part > at and line.kind(part) is not None else None
    return other is not None and other.dimension == "share" and other.first <= part


def _is_point(line: Line, at: int) -> bool:
    """Tell whether the "point" at `at` is one of a share: a quarter-point rise in rates, a quarter of a point."""
    return line.word(at) in ("point", "points") and not _OF_RATES.isdisjoint(line.lower)


def _of_a_point(first: int, last: int, value: Decimal) -> Amount:
    """Return a part of a percentage point; "point" stands at token `last`."""
    unit = "percentage_point"
    return Amount(first, last + 1, value, value, ("fractions/point",), core=(first, last), unit=unit)


def _half(line: Line, i: int) -> Amount | None:
    """Read "half of", "half the", "half a million", "half-million", "half an hour"; not a half of play."""
    before = line.word(i - 1)
    if line.lower[i] == "halves" or (line.word(i + 1) != "a" and _is_of_play(line, i)):
        return None
    first = i - 1 if before in ("a", "one") and i > line.done else i
    something = _of_something(line, first, i, _HALF)
    if something is not None:
        return something
    unit = _unit_behind(line, i)
    if _is_halved(line, unit):
        return Amount(first, unit, _HALF, _HALF, ("fractions/half",), core=(first, i + 1))
    return _share(first, i + 1, _HALF) if _is_share(line, first, i + 1) else None


def _is_of_play(line: Line, i: int) -> bool:
    """Tell whether the half at `i` is one of a match or of a year: the first half, second-half goals."""
    return not _NOT_HALF.isdisjoint((line.word(i - 1), line.word(line.skip_back(i - 1, "-"))))


def _is_halved(line: Line, unit: int) -> bool:
    """Tell whether the token at `unit` is a unit of which half is an amount: half an hour, half a century; not half century."""
    word = line.word(unit)
    return word in line.grammar.units and (word not in _CENTURIES or line.word(unit - 1) == "a")


def _is_share(line: Line, first: int, at: int) -> bool:
    """Tell whether the "half" in front of token `at` is a share: half the boats, nearly half, by half, half to two-thirds."""
    before, behind = line.word(first - 1), line.word(at)
    hedged = (before in line.grammar.cues.ends_a_hedge or before in ("only", "just")) and behind != "-"
    return behind in _OF_A_SHARE or hedged or _goes_on(line, at) or _half_alone(line, first, behind)


def _of_something(line: Line, first: int, i: int, value: Decimal) -> Amount | None:
    """Read what makes a number of the half or quarter at `i`: half a million, half as many, a half-point rise."""
    at = line.skip(i + 1, "-", "a")
    found = _scaled(line, first, at, value) or _as_many(line, first, at, value)
    pointed = (at > i + 1 or (first < i and line.word(at + 1) != "of")) and _is_point(line, at)
    return found or (_of_a_point(first, at, value) if pointed else None)


def _unit_behind(line: Line, i: int) -> int:
    """Return the token behind the half or quarter at `i` where its unit may stand: half-mile, half an hour."""
    return line.skip(line.skip(line.skip(i + 1, "-"), "a", "an"), "-")


def _half_alone(line: Line, first: int, behind: str) -> bool:
    """Tell whether "half" is a share with nothing that it is a half of: cut by half, half were women, a half."""
    before = line.word(first - 1)
    if behind.isalpha():
        by = before == "by" and (behind in _BEHIND_A_THIRD or behind in _PLACES_A_CHANGE)
        return by or (before in ("", ",", "and", "but") and behind in _BEHIND_HALF)
    return (before == "by" and behind != "-") or (not before and behind in ("", "."))


def _a_third(line: Line, i: int) -> Amount | None:
    """Read "a third of", "a tenth of a second", "a quarter of a million", "a quarter mile", "less than a third voted"."""
    word = line.lower[i]
    if word in ("first", "second") or word.endswith("s"):
        return None
    value = Decimal(1) / (line.grammar.parts.get(word) or line.grammar.ordinals[word])
    first = line.skip_back(i - 1, "a", "an") + 1 if i > line.done else i
    if word == "quarter":
        return _quarter(line, first, i, value)
    if first == i:
        return None
    return _as_many(line, first, i + 1, value) or _part_of(line, first, i + 1, value)


def _part_of(line: Line, first: int, at: int, value: Decimal) -> Amount | None:
    """Read what "of" makes of the part up to `at`, or the part that stands alone."""
    if line.word(at) == "of":
        return _scaled(line, first, at, value) or _share(first, at, value)
    return _share(first, at, value) if _goes_on(line, at) or _stands_alone(line, first, at) else None


def _quarter(line: Line, first: int, i: int, value: Decimal) -> Amount | None:
    """Read "a quarter of", "a quarter of a million", "a quarter mile"; a quarter hour is a time of day."""
    something = _of_something(line, first, i, value)
    if something is not None:
        return something
    behind = line.word(i + 1)
    if behind == "of" or (first < i and _stands_alone(line, first, i + 1)):
        return _share(first, i + 1, value) if first < i else None
    unit = _unit_behind(line, i)
    if (behind == "-" or first < i) and line.word(unit) in line.grammar.units and "hour" not in behind:
        return Amount(first, unit, value, value, ("fractions/quarter",), core=(first, i + 1))
    return None


def _of_a_unit(line: Line, first: int, at: int, value: Decimal) -> Amount | None:
    """Read the part of one unit behind the "of" at `at`: a third of a mile, a quarter of a point."""
    if _is_point(line, at + 2):
        return Amount(first, at + 3, value, value, ("fractions/point",), core=(first, at), unit="percentage_point")
    unit = one_unit(line, at + 2, _DIVIDED)
    return None if unit is None else Amount(first, at + 2, value, value, ("fractions/of a unit",), core=(first, at))


def _scaled(line: Line, first: int, at: int, value: Decimal) -> Amount | None:
    """Read what `at` makes of a fraction: half a million, three quarters of a billion, half a dozen, a third of a mile."""
    of = line.word(at) == "of"
    article = line.word(at + of) in ("a", "an") or (of and line.word(at + of) == "one")
    behind = at + of + article
    behind += article and line.word(behind) == "-"
    kind = line.kind(behind)
    if kind == SCALE:
        whole = value.scaleb(line.grammar.scales[line.lower[behind]])
    elif kind in (DOZEN, HUNDRED):
        whole = value * (12 if kind == DOZEN else 100)
    else:
        return _of_a_unit(line, first, at, value) if of and article else None
    return Amount(first, behind + 1, whole, whole, ("fractions/scaled",), core=(first, behind + 1), scaled=True)
