"""One number read from left to right, in digits and words: its steps, one a kind of word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from numcheck.language.en import around
from numcheck.reading.digits import LONGEST, MINUS, digits_at, raised, slash, suffix
from numcheck.reading.line import DIGITS, DOZEN, HUNDRED, ONES, ORDINAL, PART, SCALE, SIGN, TENS, VAGUE, Line
from numcheck.reading.nouns import behind_glued_hedge


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
    return Number(exact(whole, scaled=found.scaled) if isinstance(whole, int) else whole, found.last, found.scaled)


def exact(value: int, *, scaled: bool = False) -> Decimal:
    """Return `value` with its last written place as exponent: 300,000 is 3E+5; below 100 every digit is meant.

    So it is of a `scaled` number's millions or billions: "30 million" is 30E+6, as nobody rounds 28 million to 30.
    """
    if -100 < value < 100:
        return Decimal(value)
    if scaled:
        for power in (12, 9, 6):
            many, rest = divmod(value, 10**power)
            if not rest and -100 < many < 100:
                return Decimal(f"{many}E{power}")
    text = str(value)
    bare = text.rstrip("0")
    return Decimal(f"{bare}E{len(text) - len(bare)}")


@dataclass(slots=True)
class _Growing:
    """A number while it is read: `at` is the token looked at, `last` the one behind what has been read.

    `group` is what stands in front of the next scale word, `total` what the scale words before it made, the last of them
    the power `smallest` of ten; `state` is the kind of the last word; some of it is in `digits`. The steps take in the token
    at `at` and tell whether the number may go on behind it.
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
    digits: bool = False

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
    if found.group is not None or _ends_at_digits(found):
        return False
    read = digits_at(found.line, found.at)
    if read is None or (found.scaled and read[0] >= 10**found.smallest):
        return False
    value, last = read
    found.digits = True
    power = suffix(found.line, last)
    exponent = (_times_ten(value, power), last + 1) if power else raised(found.line, last, value)
    if exponent is not None:
        found.scaled = True
        return found.end(*exponent)
    mixed = slash(found.line, last, value)
    return found.take(mixed[0], SIGN, mixed[1]) if mixed is not None else found.take(value, DIGITS, last)


def _ends_at_digits(found: _Growing) -> bool:
    """Tell whether digits behind a scale are another figure."""
    return found.state == SCALE and (not found.joins or _begins_another(found))


def _word_step(found: _Growing) -> bool:
    """Read a word below a hundred, alone or behind a word that leaves room for it."""
    g, kind, word = found.line.grammar, found.line.kinds[found.at], found.line.lower[found.at]
    value = g.ones[word] if kind == ONES else g.tens[word]
    if found.state in (SCALE, HUNDRED) and _begins_another(found):
        return False
    if found.group is None:
        return bool(value or not found.scaled) and found.take(value, kind or "", found.at + 1)
    return 0 < value < _ROOM.get(found.state, 0) and found.take(found.group + value, kind or "", found.at + 1)


def _begins_another(found: _Growing) -> bool:
    """Tell whether the word behind a hundred or a scale is a figure of its own: $5 million two years ago, a million five times.

    Behind "and" it goes on; so it does where a hundred or a smaller scale follows, and behind a number all in words.
    """
    line, at = found.line, found.at
    scaled = found.state == SCALE
    if line.word(at - 1) in around.ADDS or (scaled and _smaller_scale(found)):
        return False
    return (scaled and found.digits) or _is_when(line, at + 1)


def _is_when(line: Line, at: int) -> bool:
    """Tell whether "years ago", "months later" or "times" stands at `at`."""
    names = line.grammar.units.get(line.word(at), ())
    ago = line.word(at + 1) in _WHEN and any(line.grammar.dimensions.get(name) == "duration" for _, name in names)
    return ago or line.word(at) == "times"


def _smaller_scale(found: _Growing) -> bool:
    """Tell whether a hundred, or a scale smaller than the last, follows the word that is looked at."""
    line, behind = found.line, found.at + 1
    following = line.lower[behind : behind + _FURTHEST_SCALE]
    return any(word == "hundred" or line.grammar.scales.get(word, found.smallest) < found.smallest for word in following)


def _hundred_step(found: _Growing) -> bool:
    if found.group is None or found.state == HUNDRED:
        return False
    return found.take(found.group * 100, HUNDRED, found.at + 1)


def _dozen_step(found: _Growing) -> bool:
    """Read a dozen of what stands in front, and the half of "a dozen and a half"."""
    if found.group is None:
        return False
    half = found.line.says(found.at + 1, ("and", "a", "half")) and found.line.word(found.at + 4) not in found.line.grammar.units
    return found.end(found.group * 12 + 6 * half, found.at + 1 + 3 * half)


def _scale_step(found: _Growing) -> bool:
    """Read a scale word: a smaller one closes a group, a bigger one multiplies all before it (two hundred thousand million)."""
    return _scale(found, found.line.grammar.scales[found.line.lower[found.at]])


def _scale(found: _Growing, power: int) -> bool:
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


def _plural_step(found: _Growing) -> bool:
    """Read the plural that a number stands right in front of: 2.5 lakhs, two dozens; alone it is a vague word."""
    singular = found.line.grammar.plurals.get(found.line.lower[found.at])
    if singular is None or found.group is None:
        return False
    power = found.line.grammar.scales.get(singular)
    return _dozen_step(found) if power is None else _scale(found, power)


def _sign_step(found: _Growing) -> bool:
    """Read ½ alone or behind digits, with the letters of scale that are glued to it: 5½, £2½bn."""
    if found.group is not None and found.state != DIGITS:
        return False
    above, below = found.line.grammar.signs[found.line.lower[found.at]]
    value, last = (found.group or 0) + Decimal(above) / below, found.at + 1
    power = suffix(found.line, last)
    if not power:
        return found.take(value, SIGN, last)
    found.scaled = True
    return found.end(_times_ten(value, power), last + 1)


def _and_step(found: _Growing) -> bool:
    """Read "and" where it goes on with the number: a hundred and five, two and a half million."""
    line, behind = found.line, found.at + 1
    if not found.joins or not found.state or behind >= line.n:
        return False
    if _begins_part(line, behind):
        return _part(found, behind)
    kind = line.kinds[behind]
    if found.state == DIGITS and isinstance(found.group, int):
        return _fraction_step(found, behind)
    if kind not in _BEHIND_AND.get(found.state, ()):
        return False
    found.at = behind
    return kind != DIGITS or _few_digits(found)


def _fraction_step(found: _Growing, at: int) -> bool:
    """Read the 2/3 of "5 and 2/3"."""
    line, above = found.line, found.line.as_written(at)
    part = slash(line, at + 1, int(above[:4])) if above.isdecimal() else None
    return part is not None and found.take((found.group or 0) + part[0], SIGN, part[1])


def _few_digits(found: _Growing) -> bool:
    """Read the digits of "3 hundred and 21"."""
    line, word = found.line, found.line.lower[found.at]
    behind = line.word(found.at + 1)
    few = word.isdecimal() and len(word) <= 2 and word != "0"
    goes_on = few and behind != "hundred" and behind not in line.grammar.scales
    return goes_on and found.take((found.group or 0) + int(word), ONES, found.at + 1)


def _begins_part(line: Line, at: int) -> bool:
    """Tell whether "half", "a half" or "three quarters" stands at `at`."""
    if line.lower[at] in ("a", "an", "one", "two", "three"):
        below = _behind_hyphen(line, at + 1)
        return line.kind(below) == PART or (line.kind(below) == ORDINAL and line.lower[below] not in ("first", "second"))
    return line.lower[at] == "half"


def _part(found: _Growing, at: int) -> bool:
    """Read the half of "one and a half", "two million and a half", "two million and half a million"."""
    part = _part_at(found.line, at)
    if part is None:
        return False
    value, last = part
    scale = found.line.skip(last, "a")
    power = found.line.grammar.scales.get(found.line.word(scale), 99)
    if found.state == SCALE and power <= found.smallest:
        found.total += _times_ten(value, power)
        return found.end(None, scale + 1)
    if scale > last and found.line.kind(scale) in (SCALE, DOZEN):
        return False  # two thousand and half a million: a figure of its own
    if found.group is not None:
        return found.take(found.group + value, PART, last)
    found.total += _times_ten(value, found.smallest)
    return found.end(None, last)


def _part_at(line: Line, at: int) -> tuple[Decimal, int] | None:
    """Read "half", "a half", "three quarters", "a fifth" at `at`: the value and the token behind it; not "a fifth man"."""
    g = line.grammar
    if line.kinds[at] == PART:
        return Decimal(1) / g.parts[line.lower[at]], at + 1
    below = _behind_hyphen(line, at + 1)
    word, behind = line.lower[below], line.word(below + 1)
    if behind == "of":
        return None
    ordinal = (word in ("third", "quarter") or word in g.ordinals) and behind.isalpha() and line.lower[at] != "one"
    if ordinal and line.kinds[below + 1] != SCALE and behind not in g.units:
        return None
    return Decimal(g.ones.get(line.lower[at], 1)) / (g.parts.get(word) or g.ordinals[word]), below + 1


def _behind_hyphen(line: Line, at: int) -> int:
    """Return the token behind a hyphen at `at`, else `at`."""
    return at + 1 if line.word(at) == "-" and at + 1 < line.n else at


def _tied_step(found: _Growing) -> bool:
    """Step over the hedge in front of a word of scale: a $5+ million fund, $5-plus million; or over a hyphen."""
    scale = behind_glued_hedge(found.line, found.at)
    if scale == found.at or found.line.kind(scale) != SCALE:
        return found.line.words[found.at] != "+" and _hyphen_step(found)
    found.at = scale
    return True


def _hyphen_step(found: _Growing) -> bool:
    """Step over a hyphen that joins number words (forty-two, two-hundred, 2-million), or read "-and-a-half" behind it."""
    line, at, behind = found.line, found.at, found.at + 1
    if found.group is not None and line.says(at, ("-", "and", "-", "a", "-")) and line.kind(at + 5) == PART:
        return found.take(found.group + Decimal(1) / line.grammar.parts[line.lower[at + 5]], PART, at + 6)
    if _is_hyphened_and(found):
        found.at = at + 3
        return True
    if found.state not in (TENS, HUNDRED, ONES, SCALE, DIGITS) or behind >= line.n or line.glued(at) != line.glued(behind):
        return False
    kind = line.kinds[behind]
    found.at = behind
    if kind in (HUNDRED, SCALE):
        return True
    return line.glued(behind) and found.state in (TENS, HUNDRED) and kind in (ONES, TENS)


def _is_hyphened_and(found: _Growing) -> bool:
    """Tell whether "-and-" joins what is below a hundred: two-hundred-and-fifty."""
    line, at = found.line, found.at
    joins = found.state in _BEHIND_AND and line.says(at, ("-", "and", "-")) and line.glued(at)
    return joins and line.kind(at + 3) in (ONES, TENS)


def _comma_step(found: _Growing) -> bool:
    """Step over the comma between the thousands and the rest of a number in words: five million, three hundred thousand."""
    line, behind = found.line, found.at + 1
    if found.state != SCALE or not found.scaled or line.kind(behind) not in (ONES, TENS):
        return False
    found.at = behind
    return _smaller_scale(found)


def _grand_step(found: _Growing) -> bool:
    """Read the thousands of "five grand", behind which nothing is counted."""
    line, behind = found.line, found.line.as_written(found.at + 1)
    counts = behind.isalpha() and behind not in line.grammar.cues.ends_a_noun and behind not in ("a", "per", "each", "more")
    return not counts and behind != "-" and found.group is not None and _scale(found, 3)


def _point_step(found: _Growing) -> bool:
    """Read the decimals of "two point five"."""
    if not isinstance(found.group, int) or found.state not in (ONES, TENS, HUNDRED, DIGITS):
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
    VAGUE: _plural_step,
}
_JOINTS = {
    "+": _tied_step,
    "and": _and_step,
    ",": _comma_step,
    "grand": _grand_step,
    "-": _tied_step,
    "‑": _hyphen_step,
    "point": _point_step,
}


_WHEN = around.SHIFTED | around.BACK
_FURTHEST_SCALE = 3
"""Words from the comma inside a number to the hundred or thousand behind it, at most."""

_IS = ("", "is", "are", "was", "equals", "=", ":")


def divided(line: Line, i: int) -> tuple[Decimal, int] | None:
    """Read the sum "2000 over 3" at token `i`, where it is all that is said or what something is; and the token behind it."""
    begin = i - (line.word(i - 1) in _NEGATIVE)
    if line.word(begin - 1) not in _IS:
        return None
    above = number(line, i)
    if above is None or line.word(above.last) != "over" or line.kind(above.last + 1) is None:
        return None
    below = number(line, above.last + 1)
    if below is None or not below.value or line.word(below.last) not in ("", ".", "?", "!"):
        return None
    return above.value / below.value, below.last


_NEGATIVE = ("minus", "negative")


def minus(line: Line, first: int) -> int | None:
    """Return the token of the minus in front of the number that begins at `first`, if there is one."""
    at = first - 1
    if at < line.done:
        return None
    if line.lower[at] in _NEGATIVE:
        return None if line.word(at - 1) in ("or", "/") else at  # plus or minus 3 points
    if line.lower[at] not in MINUS or not line.glued(first):
        return None
    if line.word(at - 1) in _NEGATIVE and at > line.done:
        return at - 1
    return at if _opens_a_number(line, at) else None


def _opens_a_number(line: Line, at: int) -> bool:
    """Tell whether the dash at `at` is a minus: it begins something, or a blank parts it from a word."""
    before = line.as_written(at - 1)
    if at == 0 or before in ("(", "[", "<", ">", "=") or before in line.grammar.money_signs:
        return True
    return not line.glued(at) and not before.isdecimal() and before not in ("–", "—", ")", "%")


def _plus(total: int | Decimal, part: int | Decimal) -> int | Decimal:
    """Add a part; the first keeps its written places."""
    return total + part if total else part


def _times_ten(value: int | Decimal, power: int) -> int | Decimal:
    return value * 10**power if isinstance(value, int) else value.scaleb(power)


def _spoken_decimals(line: Line, at: int) -> tuple[str, int]:
    """Read the decimals of "two point five zero" from `at` on, and the token behind them."""
    g, out = line.grammar, ""
    while line.kind(at) in (ONES, TENS, DIGITS):
        word = line.lower[at]
        value = g.ones.get(word, g.tens.get(word))
        if value is None:
            out += word if word.isdecimal() else ""
        elif line.kinds[at] == TENS and line.word(at + 1) == "-" and line.kind(at + 2) == ONES:
            out += str(value + g.ones[line.lower[at + 2]])
            at += 2
        else:
            out += str(value)
        at += 1
    return out[:LONGEST], at
