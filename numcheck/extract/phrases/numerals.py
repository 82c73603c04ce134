"""Numbers in digits and words, in any mix: 3,000; 1.2m; one and a half million; 3 1/2; 25 lakh; two dozen; minus five."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from numcheck.extract.line import DIGITS, DOZEN, HUNDRED, ONES, PART, SCALE, SIGN, TENS, Amount, Line

NAME = "numerals"
ORDER = 10
KINDS = (DIGITS, ONES, TENS, HUNDRED, SCALE, DOZEN, SIGN)
EXAMPLES = (
    ("3,000 vessels", 3000, 3000),
    ("1 200 000 vessels", 1200000, 1200000),
    ("12,34,567.89 rupees", 1234567.89, 1234567.89),
    ("1.2m people", 1200000, 1200000),
    ("25k vessels", 25000, 25000),
    ("8 B people", 8000000000, 8000000000),
    ("2,5 million vessels", 2500000, 2500000),
    ("one hundred and sixty-one vessels", 161, 161),
    ("twenty-one trillion three hundred vessels", 21000000000300, 21000000000300),
    ("two hundred and two thousand vessels", 202000, 202000),
    ("3 hundred and 21 vessels", 321, 321),
    ("one and a half million vessels", 1500000, 1500000),
    ("10 1/2 miles", 10.5, 10.5),
    ("2½ miles", 2.5, 2.5),
    ("two dozen vessels", 24, 24),
    ("a hundred vessels", 100, 100),
    ("25 lakh tonnes", 2500000, 2500000),
    ("two point five million vessels", 2500000, 2500000),
    ("minus five degrees", -5, -5),
    ("-5 yards", -5, -5),
    ("1.3e6 cells", 1300000, 1300000),
    ("1.5 × 10^11 metres", 150000000000, 150000000000),
    ("1\u202f234\u202f567.89 vessels", 1234567.89, 1234567.89),
)

LONGEST = 40
"""Digits of a number at most; a longer one is not understood."""

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d+\.\d+")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")
_FULL_WIDTH = {ord("０") + n: str(n) for n in range(10)}
_THIN = " \u2009\u202f"
_ARTICLES = ("a", "an")
_MINUS = ("-", "−", "–")
_NEGATIVE = ("minus", "negative")
_SPACED_SUFFIXES = ("bn", "mln", "trn")
"""Suffixes that no other word looks like, so that a blank may stand in front of them."""

_RAISING = frozenset("e^×x*")
_GREATEST_BELOW = 16
"""The denominator of a fraction with a slash at most; beyond stand dates and editions."""

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
    if not word.isdigit():
        if _GROUPED.fullmatch(word):
            word = word.replace(",", "")
        elif _EUROPEAN.fullmatch(word):
            word = word.replace(".", "").replace(",", ".")
        elif _DECIMAL_COMMA.fullmatch(word):
            word = word.replace(",", ".")
        elif not _POINTED.fullmatch(word):
            return None
    return word if len(word) <= LONGEST else None


def exact(value: int) -> Decimal:
    """Return `value` with its last written place as exponent: 300,000 is 3E+5; below 100 every digit is meant."""
    if -100 < value < 100:
        return Decimal(value)
    text = str(value)
    bare = text.rstrip("0")
    return Decimal(f"{bare}E{len(text) - len(bare)}")


class Number(NamedTuple):
    """A number as read: its value, the token behind it, and whether a scale word is part of it."""

    value: Decimal
    last: int
    scaled: bool


def number(line: Line, i: int, *, joins: bool = True, group: int | None = None) -> Number | None:
    """Read the number at token `i`.

    Without `joins` no "and" inside ("between a hundred and two hundred"). `group` is a count already read ("a" million).
    """
    found = _Growing(line, i, i, group, joins)
    while found.at < line.n:
        step = _STEPS.get(line.kinds[found.at]) or _JOINTS.get(line.lower[found.at])
        if step is None or not step(found):
            break
    if found.last == i:
        return None
    whole = found.total if found.group is None else _plus(found.total, found.group)
    return Number(exact(whole) if isinstance(whole, int) else whole, found.last, found.scaled)


@dataclass(slots=True)
class _Growing:
    """A number while it is read: `at` is the token looked at, `last` the one behind what has been read.

    `group` is what stands in front of the next scale word, `total` what the scale words before it made, the last of them
    the power `smallest` of ten; `state` is the kind of the last word. The steps take in the token at `at` and tell whether
    the number may go on behind it.
    """

    line: Line
    at: int
    last: int
    group: int | Decimal | None
    joins: bool
    total: int | Decimal = 0
    smallest: int = 99
    state: str = ""
    scaled: bool = False

    def take(self, group: int | Decimal | None, state: str, last: int) -> bool:
        """Go on behind the token before `last` with this group."""
        self.group, self.state, self.at, self.last = group, state, last, last
        return True

    def end(self, group: int | Decimal | None, last: int) -> bool:
        """End the number with this group in front of token `last`."""
        self.group, self.last = group, last
        return False


_ROOM = {TENS: 10, HUNDRED: 100}
"""What may be added behind a word stays below this: forty-two, a hundred and forty."""

_BEHIND_AND = {HUNDRED: (ONES, TENS, DIGITS), SCALE: (ONES, TENS)}
"""What "and" may add: two hundred and 5, two thousand and five; but "five thousand and 300" are two figures."""


def _digits_step(found: _Growing) -> bool:
    """Read digits with what belongs to them alone: 1 200 000, 25k, 1.3e6, 3 1/2."""
    if found.group is not None or (found.state == SCALE and not found.joins):
        return False
    line = found.line
    text, last = _digits_at(line, found.at)
    if text is None:
        return False
    value: int | Decimal = Decimal(text) if "." in text else int(text)
    if found.scaled and value >= 10**found.smallest:
        return False
    suffix = _suffix(line, last)
    if suffix:
        found.scaled = True
        return found.end(_times_ten(value, suffix), last + 1)
    raised = _raised(line, last, value)
    if raised is not None:
        found.scaled = found.scaled or raised.scaled
        return found.end(raised.value, raised.last)
    mixed = _slash(line, last, value)
    if mixed is not None:
        return found.take(mixed[0], SIGN, mixed[1])
    return found.take(value, DIGITS, last)


def _word_step(found: _Growing) -> bool:
    """Read a word below a hundred, alone or behind a word that leaves room for it."""
    g, kind, word = found.line.grammar, found.line.kinds[found.at], found.line.lower[found.at]
    value = g.ones[word] if kind == ONES else g.tens[word]
    if found.group is None:
        return bool(value or not found.scaled) and found.take(value, kind or "", found.at + 1)
    return 0 < value < _ROOM.get(found.state, 0) and found.take(found.group + value, kind or "", found.at + 1)


def _hundred_step(found: _Growing) -> bool:
    if found.group is None or found.state == HUNDRED:
        return False
    return found.take(found.group * 100, HUNDRED, found.at + 1)


def _dozen_step(found: _Growing) -> bool:
    return found.group is not None and found.end(found.group * 12, found.at + 1)


def _scale_step(found: _Growing) -> bool:
    """Read a scale word: a smaller one closes a group, a bigger one multiplies all before it (two hundred thousand million)."""
    power = found.line.grammar.scales[found.line.lower[found.at]]
    if found.group is None:
        if not found.scaled:
            return False
        found.total = _times_ten(found.total, power)
    elif power < found.smallest:
        found.total = _plus(found.total, _times_ten(found.group, power))
    else:
        found.total = _times_ten(found.total + found.group, power)
    found.smallest, found.scaled = power, True
    return found.take(None, SCALE, found.at + 1)


def _sign_step(found: _Growing) -> bool:
    """Read ½ alone or behind digits."""
    if found.group is not None and found.state != DIGITS:
        return False
    above, below = found.line.grammar.signs[found.line.lower[found.at]]
    return found.take((found.group or 0) + Decimal(above) / below, SIGN, found.at + 1)


def _and_step(found: _Growing) -> bool:
    """Read "and" where it goes on with the number: a hundred and five, two and a half million."""
    line, behind = found.line, found.at + 1
    if not found.joins or not found.state or behind >= line.n:
        return False
    if _begins_part(line, behind):
        return _part(found, behind)
    kind = line.kinds[behind]
    if kind not in _BEHIND_AND.get(found.state, ()):
        return False
    found.at = behind
    return kind != DIGITS or _few_digits(found)


def _few_digits(found: _Growing) -> bool:
    """Read the digits of "3 hundred and 21"."""
    line, word = found.line, found.line.lower[found.at]
    behind = line.word(found.at + 1)
    if found.group is None or not word.isdigit() or len(word) > 2 or word == "0":
        return False
    if behind == "hundred" or behind in line.grammar.scales:
        return False
    return found.take(found.group + int(word), ONES, found.at + 1)


def _begins_part(line: Line, at: int) -> bool:
    """Tell whether "half", "a half" or "three quarters" stands at `at`."""
    if line.lower[at] in ("a", "an", "one", "two", "three"):
        return line.kind(_behind_hyphen(line, at + 1)) == PART
    return line.lower[at] == "half"


def _part(found: _Growing, at: int) -> bool:
    """Read the half of "one and a half", "two million and a half"."""
    part = _part_at(found.line, at)
    if part is None:
        return False
    value, last = part
    if found.group is not None:
        return found.take(found.group + value, PART, last)
    found.total += _times_ten(value, found.smallest)
    return found.end(None, last)


def _part_at(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "half", "a half", "three quarters" at `at`: the value and the token behind it; not "a third of", "a third man"."""
    g = line.grammar
    if line.kinds[at] == PART:
        return Decimal(1) / g.parts[line.lower[at]], at + 1
    below = _behind_hyphen(line, at + 1)
    word, behind = line.lower[below], line.word(below + 1)
    if behind == "of":
        return None
    if word in ("third", "quarter") and behind.isalpha() and line.kinds[below + 1] != SCALE and behind not in g.units:
        return None
    return Decimal(g.ones.get(line.lower[at], 1)) / g.parts[word], below + 1


def _behind_hyphen(line: Line, at: int) -> int:
    """Return the token behind a hyphen at `at`, else `at`."""
    return at + 1 if line.word(at) == "-" and at + 1 < line.n else at


def _hyphen_step(found: _Growing) -> bool:
    """Step over a hyphen that joins number words: forty-two, two-hundred, 2-million."""
    line, at, behind = found.line, found.at, found.at + 1
    if found.state not in (TENS, HUNDRED, ONES, SCALE, DIGITS) or behind >= line.n or line.glued(at) != line.glued(behind):
        return False
    kind = line.kinds[behind]
    found.at = behind
    if kind in (HUNDRED, SCALE):
        return True
    return line.glued(behind) and found.state in (TENS, HUNDRED) and kind in (ONES, TENS)


def _point_step(found: _Growing) -> bool:
    """Read the decimals of "two point five"."""
    if found.group is None or found.state not in (ONES, TENS, HUNDRED):
        return False
    decimals, last = _spoken_decimals(found.line, found.at + 1)
    return bool(decimals) and found.take(Decimal(f"{found.group}.{decimals}"), "point", last)


_STEPS: dict[str | None, Callable[[_Growing], bool]] = {
    DIGITS: _digits_step,
    ONES: _word_step,
    TENS: _word_step,
    HUNDRED: _hundred_step,
    SCALE: _scale_step,
    DOZEN: _dozen_step,
    SIGN: _sign_step,
}
_JOINTS = {"and": _and_step, "-": _hyphen_step, "‑": _hyphen_step, "point": _point_step}


def _plus(total: int | Decimal, part: int | Decimal) -> int | Decimal:
    """Add a part; the first keeps its written places."""
    return total + part if total else part


def _times_ten(value: int | Decimal, power: int) -> int | Decimal:
    return value * 10**power if isinstance(value, int) else value.scaleb(power)


def _digits_at(line: Line, at: int) -> tuple[str | None, int]:
    """Read the digits at `at` with the groups that blanks part, and the token behind them."""
    text = digits(line.words[at])
    if text is None or len(text) > 3 or "." in text:
        return text, at + 1
    groups, last = _groups(line, at + 1)
    if groups:
        return text + groups, last
    return (text + "000", at + 3) if _torn(line, at) else (text, at + 1)


def _groups(line: Line, at: int) -> tuple[str, int]:
    """Read groups of three digits from `at` on, each behind one blank: a thin one, or a plain one before two groups or more."""
    last = at
    gaps: set[str] = set()
    while last < line.n and _GROUP.fullmatch(line.words[last]) and line.starts[last] - line.ends[last - 1] == 1:
        gaps.add(line.text[line.ends[last - 1]])
        last += 1
        if not line.words[last - 1].isdigit():
            break
    if gaps <= set(_THIN) or (last > at + 1 and gaps == {" "}):
        return "".join(line.words[at:last]).replace(",", "."), last
    return "", at


def _torn(line: Line, at: int) -> bool:
    """Tell whether a blank tore the thousand at `at`: "160, 000"."""
    comma = at + 1
    return line.says(comma, (",", "000")) and line.glued(comma) and not line.glued(comma + 1)


def _spoken_decimals(line: Line, at: int) -> tuple[str, int]:
    """Read the decimals of "two point five zero" from `at` on, and the token behind them."""
    g, out = line.grammar, ""
    while line.kind(at) in (ONES, TENS, DIGITS):
        word = line.lower[at]
        value = g.ones.get(word, g.tens.get(word))
        if value is None:
            out += word if word.isdigit() else ""
        elif line.kinds[at] == TENS and line.word(at + 1) == "-" and line.kind(at + 2) == ONES:
            out += str(value + g.ones[line.lower[at + 2]])
            at += 2
        else:
            out += str(value)
        at += 1
    return out[:LONGEST], at


def _suffix(line: Line, at: int) -> int:
    """Return the power of ten that letters behind digits stand for: 25k, 1.2m, 3bn, 8 B people; 0 for none."""
    word = line.as_written(at)
    power = line.grammar.suffixes.get(word, 0)
    if not power:
        return 0
    glued, money = line.glued(at), _money_before(line, at)
    if len(word) > 1:
        return power if glued or money or word in _SPACED_SUFFIXES else 0
    if word in "KMB" and line.word(at + 1) == "/" and line.glued(at + 1):
        return 0
    if word in "mb" and not money:
        # 2.7m sales are millions; 1.5m deep and the 100m sprint are metres
        return power if glued and _counts(line, at + 1) else 0
    stands = glued or (money and word != "k") or (word in "MB" and _counts(line, at + 1))
    return power if stands else 0


def _counts(line: Line, at: int) -> bool:
    """Tell whether a counted noun begins at `at`."""
    return line.word(at) == "people" or _plural(line, at)


def _plural(line: Line, pos: int) -> bool:
    """Tell whether a lower-case plural noun stands at `pos`, or a few words further; or "of its" """
    if line.word(pos) == "of" and line.word(pos + 1) in ("its", "their", "the", "those", "these"):
        return True
    for at in range(pos, pos + 5):
        word = line.as_written(at)
        if not word.isalpha() or not word.islower():
            return False
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return word not in line.grammar.marks["not_plural"]
        if word in (
            "of",
            "in",
            "from",
            "to",
            "at",
            "by",
            "on",
            "per",
            "above",
            "below",
            "deep",
            "long",
            "tall",
            "high",
            "wide",
            "away",
            "or",
            "for",
            "with",
            "as",
            "after",
            "before",
        ):
            return False
    return False


def _money_before(line: Line, pos: int) -> bool:
    """Tell whether a currency sign stands in front of the digits that end at `pos`."""
    at = pos - 2
    while at >= 0 and line.words[at] in ("-", "−"):
        at -= 1
    if at < 0:
        return False
    word = line.words[at]
    return (
        word in line.grammar.money_signs or word in line.grammar.money_letters or (word in ("p", "e") and line.glued(pos - 1))
    )


def _raised(line: Line, at: int, group: int | Decimal) -> Number | None:
    """Read the exponent behind the digits `group`: 1.3e6, 1.99×10−30, 2.5^3."""
    word, behind = line.word(at), at + 1
    if word not in _RAISING:
        return None
    base = Decimal(group)
    if word in ("×", "x", "*"):
        if line.word(behind) != "10":
            return None
        behind += 1 + (line.word(behind + 1) == "^")
    elif (word == "e" and not line.tight(at)) or (word == "^" and abs(base) >= _GREATEST_BASE):
        return None
    found = _exponent(line, behind)
    if found is None:
        return None
    power, last = found
    return Number(base**power, last, False) if word == "^" else Number(base.scaleb(power), last, True)


def _exponent(line: Line, at: int) -> tuple[int, int] | None:
    """Read the exponent at `at`, of two digits at most, and the token behind it."""
    sign = -1 if line.word(at) in _MINUS else 1
    at += line.word(at) in (*_MINUS, "+")
    if at < line.n and line.glued(at) and line.words[at].isdigit() and len(line.words[at]) <= 2:
        return sign * int(line.words[at]), at + 1
    return None


def _slash(line: Line, at: int, whole: int | Decimal) -> tuple[Decimal, int] | None:
    """Read "1/2" or the "1/2" of "3 1/2" behind the digits `whole`: the value and the token behind it."""
    if not isinstance(whole, int) or at + 1 >= line.n:
        return None
    if line.words[at] == "/":
        part = _proper(line, whole, at)
        return None if part is None or (line.word(at + 2) == "/" and line.glued(at + 2)) else (part, at + 2)
    if not line.words[at].isdigit() or line.words[at + 1] != "/":
        return None
    part = _proper(line, int(line.words[at][:4]), at + 1)
    return None if part is None else (whole + part, at + 3)


def _proper(line: Line, above: int, slash: int) -> Decimal | None:
    """Return the part of one that the slash between `above` and the next token makes: 1/2, 5/16; None where it is none."""
    below = line.as_written(slash + 1)
    if not line.tight(slash) or not below.isdigit() or not 0 < above < int(below[:4]) <= _GREATEST_BELOW:
        return None
    return Decimal(above) / int(below[:4])


def start(line: Line, i: int) -> Amount | None:
    """Read a number that begins at token `i`, with the article, point or minus in front of it."""
    kind = line.kinds[i]
    first, group = i, None
    if kind in (HUNDRED, SCALE, DOZEN):
        if i == line.done or line.lower[i - 1] not in _ARTICLES or _odds(line, i):
            return None
        first, group = i - 1, 1
    found = number(line, i, joins=not _between(line, first), group=group)
    if found is None:
        return None
    value, last, scaled = found
    core = (first, last)
    if kind == DIGITS and _point_in_front(line, i) and value == value.to_integral_value():
        first = i - 1
        value = Decimal(f"0.{line.words[i]}") if line.words[i].isdigit() else value
    minus = _minus(line, first)
    if minus is not None:
        first, value = minus, -value
    rule = f"{NAME}/digits" if kind == DIGITS else f"{NAME}/words"
    return Amount(first, last, value, value, (rule,), core=core, scaled=scaled, digits=kind == DIGITS)


def _odds(line: Line, i: int) -> bool:
    """Tell whether "a million to one" stands at `i`."""
    return line.kinds[i] == SCALE and line.says(i + 1, ("to", "one"))


def _between(line: Line, first: int) -> bool:
    """Tell whether "between" stands in front of token `first`, a small word allowed, so that an "and" belongs to it."""
    before = line.word(first - 1)
    return before == "between" or (before in line.grammar.fillers and line.word(first - 2) == "between")


def _point_in_front(line: Line, i: int) -> bool:
    """Tell whether the digits at `i` are decimals: ".5"."""
    return i > line.done and line.words[i - 1] == "." and line.glued(i) and not line.glued(i - 1)


def _minus(line: Line, first: int) -> int | None:
    """Return the token of the minus in front of `first`, if there is one."""
    at = first - 1
    if at < line.done:
        return None
    if line.lower[at] in _NEGATIVE:
        return at
    if line.lower[at] not in _MINUS or not line.glued(first):
        return None
    if line.word(at - 1) in _NEGATIVE and at > line.done:
        return at - 1
    before = line.as_written(at - 1)
    opens = at == 0 or before in ("(", "[", "<", ">", "=") or before in line.grammar.money_signs
    apart = not line.glued(at) and not before.isdigit() and before not in ("–", "—", ")", "%")
    return at if opens or apart else None
