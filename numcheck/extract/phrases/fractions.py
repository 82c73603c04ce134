"""Parts of a whole: half of, a third of, two-thirds, three quarters, one in five, six out of ten; and half a million."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import DIGITS, DOZEN, HUNDRED, ONES, ORDINAL, PART, SCALE, TENS, Amount, Line
from numcheck.extract.nouns import MEASURED, one_unit
from numcheck.extract.numbers import Number, number

NAME = "fractions"
ORDER = 5
KINDS = (DIGITS, ONES, TENS, PART, ORDINAL)
EXAMPLES = (
    ("half of the vessels", 0.5, 0.5),
    ("a third of the vessels", 1 / 3, 1 / 3),
    ("two-thirds of the vessels", 2 / 3, 2 / 3),
    ("three quarters of the vessels", 0.75, 0.75),
    ("one fourth of the vessels", 0.25, 0.25),
    ("three tenths of the vessels", 0.3, 0.3),
    ("one in five vessels", 0.2, 0.2),
    ("six out of ten vessels", 0.6, 0.6),
    ("Sales fell by a third.", 1 / 3, 1 / 3),
    ("half a million vessels", 500000, 500000),
    ("half a dozen vessels", 6, 6),
    ("a quarter of a million vessels", 250000, 250000),
    ("half a mile", 0.5, 0.5),
    ("a quarter mile", 0.25, 0.25),
    ("one third more boats", 0.3333333333333333, 0.3333333333333333),
    ("one twenty-fifth of the boats", 0.04, 0.04),
    ("half the boats", 0.5, 0.5),
    ("a half-million boats", 500000, 500000),
    ("a tenth of a second", 0.1, 0.1),
    ("a third of a mile", 0.3333333333333333, 0.3333333333333333),
    ("three quarters of a billion vessels", 750000000, 750000000),
    ("nine in a million boats", 9e-06, 9e-06),
    ("one in every five boats", 0.2, 0.2),
)
QUIET = (
    "the first half of the match",
    "one third-placed boat",
    "the third boat",
    "a second boat",
    "two in 2019",
    "one in 24 hours",
    "three quarters growth",
    "quarter hour",
    "two halves",
)

_HALF = Decimal("0.5")
_DIVIDED = (*MEASURED, "share", "points")
"""Dimensions of which a fraction is an amount: a third of a mile, half of a per cent."""

_MOST_OF = 100
_LARGEST_WHOLE = 10_000_000
_HOURS = (24, 48, 72)
_LARGEST_DENOMINATOR = 1000


def start(line: Line, i: int) -> Amount | None:
    """Read a fraction at token `i`."""
    kind = line.kinds[i]
    if kind in (DIGITS, ONES, TENS):
        return _out_of(line, i) or (_words(line, i) if kind != DIGITS else None)
    if kind == ORDINAL and line.word(i - 1) not in ("a", "an"):
        return None
    if line.lower[i] in ("half", "halves"):
        return _half(line, i)
    return _a_third(line, i)


def _share(line: Line, first: int, last: int, value: Decimal) -> Amount:
    return Amount(first, last, value, value, (f"{NAME}/share",), core=(first, last), unit="ratio", dimension="share")


def _out_of(line: Line, i: int) -> Amount | None:
    """Read "one in five", "six out of ten"."""
    joint = _joint(line, i)
    above = number(line, i) if joint else None
    if above is None or above.last != joint or above.scaled:
        return None
    below = _whole(line, joint + (1 if line.lower[joint] == "in" else 2))
    if below is None or not _makes_a_share(above.value, below.value):
        return None
    if line.lower[joint] == "in" and _is_time(line, below):
        return None
    if line.word(below.last) in ("%", "percent", "-"):
        return None
    return _share(line, i, below.last, above.value / below.value)


def _joint(line: Line, i: int) -> int:
    """Return the token of "in" or "out of" right behind the number at `i`; 0 where there is none."""
    for at in range(i + 1, min(i + 4, line.n)):
        if line.lower[at] == "in" or line.says(at, ("out", "of")):
            return at
        if line.kinds[at] is None and line.lower[at] != "-":
            break
    return 0


def _whole(line: Line, at: int) -> Number | None:
    """Read the whole at `at`: five, every five, a million."""
    at += line.word(at) == "every"
    return number(line, at) or (number(line, at + 1, group=1) if line.word(at) in ("a", "an") else None)


def _makes_a_share(above: Decimal, below: Decimal) -> bool:
    return 0 < above < below <= _LARGEST_WHOLE and above <= _MOST_OF and below == below.to_integral_value()


def _is_time(line: Line, below: Number) -> bool:
    """Tell whether what follows "in" is a year or a stretch of time: three in 2019, three in five days, two in 48."""
    odd = below.value > 1000 and below.value % 1000 != 0
    return odd or below.value in _HOURS or line.word(below.last) in line.grammar.units


def _words(line: Line, i: int) -> Amount | None:
    """Read "two-thirds", "one fourth of", "three quarters of", "one twenty-fifth"."""
    above = number(line, i)
    if above is None or above.scaled or above.value != above.value.to_integral_value():
        return None
    hyphen = line.word(above.last) == "-"
    below, last, plural = _denominator(line, above.last + hyphen)
    if not 0 < below < _LARGEST_DENOMINATOR or above.value == below or (above.value == 1) == plural:
        return None
    if above.value == 1 and not _leaves_a_share(line, last):
        return None
    if below == 4 and not hyphen and not _leaves_quarters(line, last):
        return None
    value = above.value / below
    return _scaled(line, i, last, value) or _share(line, i, last, value)


def _leaves_a_share(line: Line, at: int) -> bool:
    """Tell whether what follows "one third" leaves it a share: one third of, not one third-placed or one third man."""
    behind, cues = line.word(at), line.grammar.cues
    if not behind.isalpha():
        return behind != "-"
    return behind in cues["of_a_share"] or behind in cues["behind_a_third"] or behind in line.grammar.units


def _leaves_quarters(line: Line, at: int) -> bool:
    """Tell whether "three quarters" are a part: three quarters of growth; without "of" they are months."""
    behind = line.word(at)
    if not behind.isalpha() or behind in ("million", "billion"):
        return True
    return behind in line.grammar.cues["of_a_share"] or behind in line.grammar.units


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
    tens, ones = g.tens.get(word, 0), line.word(at + 2)
    if tens and line.word(at + 1) == "-":
        below = g.parts.get(ones, g.ordinals.get(ones, 10))
        if below < 10:
            return tens + below, at + 3, ones.endswith("s")
    return 0, at, False


def _half(line: Line, i: int) -> Amount | None:
    """Read "half of", "half the", "half a million", "half-million", "half an hour"; not a half of play."""
    g, before, behind = line.grammar, line.word(i - 1), line.word(i + 1)
    neighbour = line.word(i - 2) if before == "-" else before
    if line.lower[i] == "halves" or before in g.cues["not_half"] or neighbour in g.cues["not_half"]:
        return None
    first = i - 1 if before in ("a", "one") and i > line.done else i
    at = i + 1 + (behind == "-")
    scaled = _scaled(line, first, at, _HALF)
    if scaled is not None:
        return scaled
    at += line.word(at) in ("a", "an")
    if line.word(at) in g.units and line.word(at) not in ("century", "centuries", "-"):
        return Amount(first, at, _HALF, _HALF, (f"{NAME}/half",), core=(first, i + 1))
    hedged = before in g.cues["ends_a_hedge"] or before in ("only", "just")
    if behind in g.cues["of_a_share"] or (hedged and behind != "-"):
        return _share(line, first, i + 1, _HALF)
    return None


def _a_third(line: Line, i: int) -> Amount | None:
    """Read "a third of", "a tenth of a second", "a quarter of a million", "a quarter mile"."""
    word, behind = line.lower[i], line.word(i + 1)
    if word in ("first", "second") or word.endswith("s"):
        return None
    value = Decimal(1) / (line.grammar.parts.get(word) or line.grammar.ordinals[word])
    first = i - 1 if line.word(i - 1) in ("a", "an") and i > line.done else i
    if word == "quarter":
        return _quarter(line, first, i, value)
    if first == i:
        return None
    if line.word(first - 1) == "by" and not behind.isalpha():
        return _share(line, first, i + 1, value)
    if behind != "of":
        return None
    return _scaled(line, first, i + 1, value) or _share(line, first, i + 1, value)


def _quarter(line: Line, first: int, i: int, value: Decimal) -> Amount | None:
    """Read "a quarter of", "a quarter of a million", "a quarter mile"; a quarter hour is a time of day."""
    behind = line.word(i + 1)
    at = i + 1 + (behind == "-")
    scaled = _scaled(line, first, at, value)
    if scaled is not None:
        return scaled
    if behind == "of" or (line.word(first - 1) == "by" and not behind.isalpha()):
        return _share(line, first, i + 1, value) if first < i else None
    at += line.word(at) in ("a", "an")
    if (behind == "-" or first < i) and line.word(at) in line.grammar.units and "hour" not in behind:
        return Amount(first, at, value, value, (f"{NAME}/quarter",), core=(first, i + 1))
    return None


def _scaled(line: Line, first: int, at: int, value: Decimal) -> Amount | None:
    """Read what `at` makes of a fraction: half a million, three quarters of a billion, half a dozen, a third of a mile."""
    of = line.word(at) == "of"
    article = line.word(at + of) in ("a", "an")
    behind = at + of + article
    kind = line.kind(behind)
    if kind == SCALE:
        whole = value.scaleb(line.grammar.scales[line.lower[behind]])
    elif kind in (DOZEN, HUNDRED):
        whole = value * (12 if kind == DOZEN else 100)
    elif of and article and one_unit(line, behind, _DIVIDED):
        return Amount(first, behind, value, value, (f"{NAME}/of a unit",), core=(first, at))
    else:
        return None
    return Amount(first, behind + 1, whole, whole, (f"{NAME}/scaled",), core=(first, behind + 1), scaled=True)
