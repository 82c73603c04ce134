"""How numbers are written in digits: grouped, with decimals, with a suffix, an exponent or a slash."""

from __future__ import annotations

import re
from decimal import Decimal

from numcheck.language.en import around
from numcheck.reading.line import DIGITS, SIGN, Line
from numcheck.reading.nouns import counted

LONGEST = 40
"""Digits of a number at most; a longer one is not understood."""

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d+\.\d+")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")
_FULL_WIDTH = {ord("０") + n: str(n) for n in range(10)}
_THIN = " \u00a0\u2009\u202f"
MINUS = ("-", "−", "–")
"""Signs of a minus, the dash of a careless typist among them."""

_SPACED_SUFFIXES = ("bn", "mn", "mln", "bln", "mio", "trn")
"""Suffixes that no other word looks like, so that a blank may stand in front of them."""

_BEFORE_A_COUNT = ("mil", "mill")
_OF_MONEY = ("t", "mm")
"""Suffixes that only scale what is counted behind them, and those that are units but for money: $1.2t, 1.5 mil votes."""

_BEFORE_DIGITS = (*MINUS, ".", "to")
"""What may stand between a sign of money, or the lower end of a range in it, and digits."""

_SLASHES = ("/", "⁄")
_GREATEST_BELOW, _LARGEST_BELOW = 16, 1000
"""The denominator of a fraction with a slash at most, beyond which stand dates and editions; and with "of" or "th" behind."""

_GREATEST_BASE = 10_000
"""What may be raised to a power with "^" at most."""


def digits(word: str) -> str | None:
    """Return the number that `word` writes, with a point for its decimals; None where its separators make no sense."""
    if len(word) > LONGEST + 14:
        return None
    if not word.isascii():
        word = word.translate(_FULL_WIDTH)
        if not word.isascii():
            return None
    if not word.isdecimal():
        if _GROUPED.fullmatch(word):
            word = word.replace(",", "")
        elif _EUROPEAN.fullmatch(word):
            word = word.replace(".", "").replace(",", ".")
        elif _DECIMAL_COMMA.fullmatch(word):
            word = word.replace(",", ".")
        elif not _POINTED.fullmatch(word):
            return None
    return word if len(word) <= LONGEST else None


def digits_at(line: Line, at: int) -> tuple[int | Decimal, int] | None:
    """Read the digits at `at`, with a point in front and the groups that blanks part, and the token behind them."""
    text, last = digits(line.words[at]), at + 1
    if text is None:
        return None
    if len(text) <= 3 and "." not in text:
        groups, last = _swiss(line, last) or _groups(line, last)
        if not groups and _torn(line, last):
            groups, last = "000", at + 3
        text += groups
    if point_in_front(line, at):
        text = f"0.{text}"
    return (Decimal(text) if "." in text else int(text)), last


def point_in_front(line: Line, i: int) -> bool:
    """Tell whether the digits at `i` are decimals: ".5", "$.5m", "-.5"."""
    point = i - 1
    if point < line.done or line.words[point] != "." or not line.glued(i) or not line.words[i].isdecimal():
        return False
    before = line.as_written(point - 1)
    return not line.glued(point) or before in (*MINUS, "(") or before in line.grammar.money_signs


def _groups(line: Line, at: int) -> tuple[str, int]:
    """Read groups of three digits from `at` on, each behind one blank: a thin one, or a plain one before two groups or more."""
    last = at
    gaps: set[str] = set()
    while last < line.n and _GROUP.fullmatch(line.words[last]) and line.starts[last] - line.ends[last - 1] == 1:
        gaps.add(line.text[line.ends[last - 1]])
        last += 1
        if not line.words[last - 1].isdecimal():
            break
    measured = last > at and line.as_written(last) in around.WEIGHED
    if gaps <= set(_THIN) or (gaps == {" "} and (last > at + 1 or measured)):
        return "".join(line.words[at:last]).replace(",", "."), last
    return "", at


def _swiss(line: Line, at: int) -> tuple[str, int] | None:
    """Read groups of three digits from `at` on, each glued behind an apostrophe: 1’200’000."""
    groups = ""
    while line.word(at) in ("'", "’") and line.tight(at) and len(line.words[at + 1]) == 3 and line.words[at + 1].isdecimal():
        groups += line.words[at + 1]
        at += 2
    return (groups, at) if groups else None


def _torn(line: Line, comma: int) -> bool:
    """Tell whether a blank behind the comma tore a thousand: "160, 000"."""
    return line.says(comma, (",", "000")) and line.glued(comma) and not line.glued(comma + 1)


def suffix(line: Line, at: int) -> int:
    """Return the power of ten that letters behind digits stand for: 25k, 1.2m, 3bn, 8 B people; 0 for none."""
    word = line.as_written(at)
    power = line.grammar.suffixes.get(word, 0)
    if not power:
        return 0
    money = _money_before(line, at) or line.as_written(at + 1) in line.grammar.money_letters
    return power if _scales(line, at, word, money=money) else 0


def _scales(line: Line, at: int, word: str, *, money: bool) -> bool:
    """Tell whether the letters at `at` are a word of scale."""
    if money or word in _OF_MONEY:
        return money and (len(word) > 1 or line.glued(at) or word != "k")
    if len(word) == 1:
        return _letter_scales(line, at, word)
    return line.glued(at) or word in _SPACED_SUFFIXES or (word in _BEFORE_A_COUNT and _counts(line, at + 1))


def _letter_scales(line: Line, at: int, letter: str) -> bool:
    """Tell whether one letter at `at` is a word of scale: 2.7m sales are millions; 1.5m deep and the 100m sprint are metres."""
    glued = line.glued(at)
    if letter in "KMB" and line.word(at + 1) == "/" and line.glued(at + 1):
        return False
    if letter in "mb":
        return glued and (_counts(line, at + 1) or line.says(at + 1, ("fewer", "than")) or _is_level_of_many(line, at))
    return glued or (letter in "MB" and _counts(line, at + 1))


def _is_level_of_many(line: Line, at: int) -> bool:
    """Tell whether a count that is no length has come to the number in front of `at`: sales rose to 4.2m."""
    ends = not line.word(at + 1)[:1].isalnum() or line.word(at + 1) in line.grammar.cues.ends_a_noun
    level = line.word(at - 2) in around.AT_A_LEVEL and ends and line.word(at + 1) != "/"
    return level and not around.OF_MANY.isdisjoint(line.lower) and around.OF_LENGTH.isdisjoint(line.lower)


def _counts(line: Line, at: int) -> bool:
    """Tell whether something counted begins at `at`: people, digital and physical sales, of its users."""
    if line.word(at) == "of":
        return line.word(at + 1) in ("its", "their", "the", "those", "these")
    return line.word(at) == "people" or line.as_written(at) in around.TONNES or counted(line, at) != ""


def _money_before(line: Line, behind: int) -> bool:
    """Tell whether a currency sign stands in front of the digits that end at `behind`."""
    begin = at = behind - 2 - (line.kind(behind - 1) == SIGN and line.kind(behind - 2) == DIGITS)  # £2½bn
    while at >= 0 and line.words[at] in _BEFORE_DIGITS:
        at -= 1
    if at < begin:  # £10-15m, $2m-3m
        at -= line.as_written(at) in line.grammar.suffixes
        at -= line.kind(at) == DIGITS
    if at < 0:
        return False
    g, word = line.grammar, line.words[at]
    damaged = word in ("p", "e") and line.glued(behind - 1)
    return damaged or word in g.money_signs or word in g.money_letters


Exponent = tuple[int, int]
"""The exponent of a number, and the token behind it."""


def raised(line: Line, at: int, base: int | Decimal) -> tuple[Decimal, int] | None:
    """Read the exponent behind the digits `base`: 1.3e6, 1.99×10−30, 2.5^3; the value and the token behind it."""
    read = _RAISING.get(line.word(at))
    return read(line, at, Decimal(base)) if read is not None else None


def _to_the_power(line: Line, at: int, base: Decimal) -> tuple[Decimal, int] | None:
    """Read "^3"; nought to the nought, or below it, is no number."""
    found = _exponent(line, at + 1) if 0 < abs(base) < _GREATEST_BASE else None
    return None if found is None else (base ** found[0], found[1])


def _letter_e(line: Line, at: int, base: Decimal) -> tuple[Decimal, int] | None:
    """Read the "e6" of 1.3e6."""
    return _scaled(base, _exponent(line, at + 1) if line.tight(at) else None)


def _times_ten_to(line: Line, at: int, base: Decimal) -> tuple[Decimal, int] | None:
    """Read "× 10^11"."""
    return _scaled(base, _exponent(line, line.skip(at + 2, "^")) if line.word(at + 1) == "10" else None)


def _scaled(base: Decimal, found: Exponent | None) -> tuple[Decimal, int] | None:
    return None if found is None else (base.scaleb(found[0]), found[1])


_RAISING = {"e": _letter_e, "^": _to_the_power, **dict.fromkeys("×x*", _times_ten_to)}


def _exponent(line: Line, at: int) -> Exponent | None:
    """Read the exponent at `at`, of two digits at most, and the token behind it."""
    sign = -1 if line.word(at) in MINUS else 1
    at = line.skip(at, *MINUS, "+")
    word = line.as_written(at)
    return (sign * int(word), at + 1) if line.glued(at) and word.isdecimal() and len(word) <= 2 else None


def slash(line: Line, at: int, whole: int | Decimal) -> tuple[Decimal, int] | None:
    """Read "1/2" or the "1/2" of "3 1/2" behind the digits `whole`: the value and the token behind it."""
    if not isinstance(whole, int):
        return None
    if line.word(at) in _SLASHES:
        part = _proper(line, whole, at)
        date = line.word(at + 2) == "/" and line.glued(at + 2)
        return None if part is None or date else (part, at + 2)
    if line.tight(at):
        at = line.skip(at, "-")  # 1-1/2
    above = line.as_written(at)
    if not above.isdecimal() or line.word(at + 1) != "/":
        return None
    part = _proper(line, int(above[:4]), at + 1)
    return None if part is None else (whole + part, at + 3)


def _proper(line: Line, above: int, slash: int) -> Decimal | None:
    """Return the part of one that the slash between `above` and the next token makes: 1/2, 5/16; None where it is none."""
    below, behind = line.as_written(slash + 1), line.word(slash + 2)
    most = _LARGEST_BELOW if behind in ("of", "th", "rd") else _GREATEST_BELOW
    if not line.tight(slash) or not below.isdecimal() or not 0 < above < int(below[:5]) <= most:
        return None
    return Decimal(above) / int(below[:4])
