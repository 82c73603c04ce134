"""Parts of a whole: half of, a third of, two-thirds, three quarters, one in five, six out of ten; and half a million."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import DIGITS, DOZEN, HUNDRED, ONES, ORDINAL, PART, SCALE, TENS, Amount, Line
from numcheck.extract.phrases.numerals import number

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
    ("half a million vessels", 500000, 500000),
    ("half a dozen vessels", 6, 6),
    ("a quarter of a million vessels", 250000, 250000),
    ("half a mile", 0.5, 0.5),
    ("a quarter mile", 0.25, 0.25),
)

_HALF = Decimal("0.5")
_OF = {"of", "the", "its", "their", "his", "her", "our", "my", "your", "all", "those", "these", "that", "them", "us"}


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


def _share(line: Line, first: int, last: int, value: Decimal, core: tuple[int, int] | None = None) -> Amount:
    return Amount(first, last, value, value, (f"{NAME}/share",), core=core or (first, last), unit="ratio", dimension="share")


def _out_of(line: Line, i: int) -> Amount | None:
    """Read "one in five", "six out of ten"."""
    lower = line.lower
    joint = 0
    for at in range(i + 1, min(i + 4, line.n)):
        if lower[at] == "in":
            joint = at
            break
        if lower[at] == "out" and line.word(at + 1) == "of":
            joint = at
            break
        if line.kinds[at] is None and lower[at] != "-":
            return None
    if not joint:
        return None
    above = number(line, i)
    if above is None or above[1] != joint or above[2]:
        return None
    begin = joint + (1 if lower[joint] == "in" else 2)
    if line.word(begin) == "every":
        begin += 1
    below = number(line, begin)
    if below is None and line.word(begin) in ("a", "an"):
        below = number(line, begin + 1, group=1)
    if below is None:
        return None
    value, last, _ = below
    top = above[0]
    if not 0 < top < value or value > 10_000_000 or top > 100 or value != value.to_integral_value():
        return None
    if lower[joint] == "in" and (
        (value > 1000 and value % 1000 != 0) or line.word(last) in line.grammar.units or value in (24, 48, 72)
    ):
        return None
    if line.word(last) in ("%", "percent") or line.word(last) == "-":
        return None
    return _share(line, i, last, top / value)


def _words(line: Line, i: int) -> Amount | None:
    """Read "two-thirds", "one fourth of", "three quarters of", "one twenty-fifth"."""
    found = number(line, i)
    if found is None or found[2]:
        return None
    above, at, _ = found
    hyphen = line.word(at) == "-"
    at += hyphen
    below, last, plural = _denominator(line, at)
    if not below or (above == 1) == plural or below >= 1000 or above != above.to_integral_value():
        return None
    behind = line.word(last)
    if above == 1 and not _leaves_a_share(line, last):
        return None
    if (
        below == 4
        and not hyphen
        and behind.isalpha()
        and behind not in _OF | {"million", "billion"}
        and behind not in line.grammar.units
    ):
        # three quarters of growth are a part; three quarters without "of" are months
        return None
    value = above / below
    return _scaled(line, i, last, value) or _share(line, i, last, value)


def _leaves_a_share(line: Line, at: int) -> bool:
    """Tell whether what follows "one third" leaves it a share: one third of, not one third-placed or one third man."""
    behind = line.word(at)
    if behind == "-":
        return False
    return (
        not behind.isalpha() or behind in _OF or behind in line.grammar.cues["behind_a_third"] or behind in line.grammar.units
    )


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
    before = line.word(i - 1)
    if (
        before in line.grammar.cues["not_half"]
        or (before == "-" and line.word(i - 2) in line.grammar.cues["not_half"])
        or line.lower[i] == "halves"
    ):
        return None
    first = i - 1 if before in ("a", "one") and i > line.done else i
    at = i + 1
    if line.word(at) == "-":
        at += 1
    if line.word(at) in ("a", "an"):
        at += 1
    scaled = _scaled(line, first, at, _HALF, of=i)
    if scaled:
        return scaled
    behind = line.word(i + 1)
    if line.word(at) in line.grammar.units and line.word(at) not in ("century", "centuries", "-"):
        return Amount(first, at, _HALF, _HALF, (f"{NAME}/half",), core=(first, i + 1))
    if behind in _OF or (
        before in ("about", "around", "almost", "nearly", "over", "than", "roughly", "least", "only", "just", "under")
        and behind != "-"
    ):
        return _share(line, first, i + 1, _HALF)
    return None


def _a_third(line: Line, i: int) -> Amount | None:
    """Read "a third of", "a quarter of a million", "a quarter mile"."""
    word, before = line.lower[i], line.word(i - 1)
    if word in ("first", "second") or word.endswith("s"):
        return None
    below = line.grammar.parts.get(word) or line.grammar.ordinals.get(word, 0)
    first = i - 1 if before in ("a", "an") and i > line.done else i
    behind = line.word(i + 1)
    value = Decimal(1) / below
    at = i + 1 + (behind in ("of", "-"))
    at += line.word(at) in ("a", "an")
    if word == "quarter":
        scaled = _scaled(line, first, at, value)
        if scaled:
            return scaled
        if line.word(at) in line.grammar.units and (first < i or behind == "-") and behind != "of" and "hour" not in behind:
            return Amount(first, at, value, value, (f"{NAME}/quarter",), core=(first, i + 1))
    if behind == "of" and first < i and line.word(i + 2) not in ("a",):
        return _share(line, first, i + 1, value)
    return None


def _scaled(line: Line, first: int, at: int, value: Decimal, of: int | None = None) -> Amount | None:
    """Read the scale word at `at` behind a fraction: half a million, three quarters of a billion, half a dozen."""
    if at < line.n and line.lower[at] == "of" and line.word(at + 1) in ("a", "an"):
        at += 2
    kind = line.kinds[at] if at < line.n else None
    if kind == SCALE:
        whole = value.scaleb(line.grammar.scales[line.lower[at]])
    elif kind in (DOZEN, HUNDRED):
        whole = value * (12 if kind == DOZEN else 100)
    else:
        return None
    return Amount(first, at + 1, whole, whole, (f"{NAME}/scaled",), core=(first, at + 1), scaled=True)
