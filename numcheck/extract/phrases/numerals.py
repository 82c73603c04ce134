"""Numbers in digits and words, in any mix: 3,000; 1.2m; one and a half million; 3 1/2; 25 lakh; two dozen; minus five."""

from __future__ import annotations

import re
from decimal import Decimal

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


def number(line: Line, i: int, *, joins: bool = True, group: int | Decimal | None = None) -> tuple[Decimal, int, bool] | None:
    """Read the number at token `i`: its value, the token behind it, and whether a scale word is part of it.

    Without `joins` no "and" inside ("between a hundred and two hundred"). `group` is a count already read ("a" million).
    """
    kinds, lower, n, g = line.kinds, line.lower, line.n, line.grammar
    total: int | Decimal = 0
    smallest = 99
    last = i
    state = ""
    scaled = False
    pos = i
    while pos < n:
        kind = kinds[pos]
        word = lower[pos]
        if kind == DIGITS:
            if group is not None or (smallest < 99 and state == SCALE and not joins):
                break
            text, end = _digits_at(line, pos)
            if text is None:
                break
            value: int | Decimal = Decimal(text) if "." in text else int(text)
            if smallest < 99 and value >= 10**smallest:
                break
            group, pos, state = value, end, DIGITS
        elif kind == ONES:
            value = g.ones[word]
            if group is None:
                if smallest < 99 and value == 0:
                    break
                group = value
            elif (state == TENS and 0 < value < 10) or (state == HUNDRED and value):
                group += value
            else:
                break
            pos, state = pos + 1, ONES
        elif kind == TENS:
            if group is None:
                group = g.tens[word]
            elif state == HUNDRED:
                group += g.tens[word]
            else:
                break
            pos, state = pos + 1, TENS
        elif kind == HUNDRED:
            if group is None or state == HUNDRED:
                break
            group, pos, state = group * 100, pos + 1, HUNDRED
        elif kind == SCALE:
            power = g.scales[word]
            if group is None:
                if not scaled or power < 3:
                    break
                total = _times_ten(total, power)
            elif power < smallest:
                total = _plus(total, _times_ten(group, power))
            else:
                total = _times_ten(total + group, power)
            group, pos, smallest = None, pos + 1, power
            state, scaled = SCALE, True
        elif kind == DOZEN and group is not None:
            group, pos, state = group * 12, pos + 1, DOZEN
        elif kind == SIGN and (group is None or state == DIGITS):
            above, below = g.signs[word]
            group, pos, state = (group or 0) + Decimal(above) / below, pos + 1, SIGN
        elif word == "and" and joins and state:
            joined = _and(line, pos, state, group)
            if joined is None:
                break
            if joined:
                pos += 1
                if kinds[pos] == DIGITS:
                    if (
                        group is None
                        or not lower[pos].isdigit()
                        or len(lower[pos]) > 2
                        or lower[pos] == "0"
                        or line.word(pos + 1) in ("hundred", *g.scales)
                    ):
                        break
                    group, pos, state = group + int(lower[pos]), pos + 1, ONES
                    last = pos
                continue
            part, end = _and_part(line, pos)
            if part is None:
                break
            if group is None:
                total += _times_ten(part, smallest)
                pos = last = end
                break
            group, pos, state = group + part, end, PART
        elif word in ("-", "‑") and state in (TENS, HUNDRED, ONES, SCALE, DIGITS) and _joins_words(line, pos, state):
            pos += 1
            continue
        elif word == "point" and state in (ONES, TENS, HUNDRED, SCALE) and group is not None:
            decimals, end = _spoken_decimals(line, pos + 1)
            if not decimals:
                break
            group, pos, state = Decimal(f"{group}.{decimals}"), end, "point"
        else:
            break
        last = pos
        if state == DIGITS:
            suffix = _suffix(line, pos)
            if suffix:
                total = _plus(total, _times_ten(group or 0, suffix))
                return _finish(total), pos + 1, True
            raised = _raised(line, pos, group or 0)
            if raised is not None:
                return raised
            mixed = _slash(line, pos, group)
            if mixed is not None:
                group, pos = mixed
                last, state = pos, SIGN
        if state == DOZEN:
            break
    if last == i:
        return None
    whole = total if group is None else _plus(total, group)
    return _finish(whole), last, scaled


def _finish(value: int | Decimal) -> Decimal:
    return exact(value) if isinstance(value, int) else value


def _plus(total: int | Decimal, part: int | Decimal) -> int | Decimal:
    """Add a part; the first keeps its written places."""
    return total + part if total else part


def _times_ten(value: int | Decimal, power: int) -> int | Decimal:
    return value * 10**power if isinstance(value, int) else value.scaleb(power)


def _digits_at(line: Line, pos: int) -> tuple[str | None, int]:
    """Read the digits at `pos` with the groups that blanks part (1 200 000): a plain blank needs two groups, or zeros."""
    text = digits(line.words[pos])
    end = pos + 1
    if text is None or len(text) > 3 or "." in text or end >= line.n:
        return text, end
    words, starts, ends, n = line.words, line.starts, line.ends, line.n
    groups: list[str] = []
    gaps: set[str] = set()
    while end < n and _GROUP.fullmatch(words[end]) and starts[end] - ends[end - 1] == 1:
        gaps.add(line.text[ends[end - 1]])
        groups.append(words[end].replace(",", "."))
        end += 1
        if "." in groups[-1]:
            break
    if groups and (gaps <= set(_THIN) or (len(groups) > 1 and gaps == {" "})):
        return text + "".join(groups), end
    if pos + 2 < n and words[pos + 1] == "," and words[pos + 2] == "000" and line.glued(pos + 1) and not line.glued(pos + 2):
        return text + "000", pos + 3
    return text, pos + 1


def _and(line: Line, pos: int, state: str, group: int | Decimal | None) -> bool | None:
    """Tell whether the "and" at `pos` goes on with the number (True), may add a part of one (False), or ends it (None)."""
    nxt = pos + 1
    if nxt >= line.n:
        return None
    kind = line.kinds[nxt]
    if (
        line.lower[nxt] in ("a", "an", "one", "two", "three")
        and nxt + 1 < line.n
        and line.kinds[_hyphen(line, nxt + 1)] == PART
    ):
        return False
    if kind == PART and line.lower[nxt] == "half":
        return False
    if state == HUNDRED and kind in (ONES, TENS, DIGITS):
        return True
    # "two thousand and five"; "five thousand and 300" are two figures
    return True if state == SCALE and group is None and kind in (ONES, TENS) else None


def _hyphen(line: Line, pos: int) -> int:
    """Return the token behind a hyphen at `pos`, else `pos`."""
    return pos + 1 if line.lower[pos] == "-" and pos + 1 < line.n else pos


def _and_part(line: Line, pos: int) -> tuple[Decimal | None, int]:
    """Read "and a half", "and three quarters", "and two thirds" at `pos`."""
    at = pos + 1
    if line.kinds[at] == PART:
        return Decimal(1) / line.grammar.parts[line.lower[at]], at + 1
    above = line.grammar.ones.get(line.lower[at], 1)
    at = _hyphen(line, at + 1)
    below = line.grammar.parts[line.lower[at]]
    behind = line.word(at + 1)
    if behind == "of" or (
        line.lower[at] in ("third", "quarter")
        and behind.isalpha()
        and line.kinds[at + 1] != SCALE
        and behind not in line.grammar.units
    ):
        return None, pos
    return Decimal(above) / below, at + 1


def _joins_words(line: Line, pos: int, state: str) -> bool:
    """Tell whether the hyphen at `pos` joins number words: forty-two, two-hundred, 2-million."""
    nxt = pos + 1
    if nxt >= line.n or line.glued(pos) != line.glued(nxt):
        return False
    kind = line.kinds[nxt]
    if kind in (HUNDRED, SCALE):
        return True
    return line.glued(nxt) and state in (TENS, HUNDRED) and kind in (ONES, TENS)


def _spoken_decimals(line: Line, pos: int) -> tuple[str, int]:
    """Read the decimals of "two point five zero"."""
    out = ""
    while pos < line.n and line.kinds[pos] in (ONES, TENS, DIGITS):
        word = line.lower[pos]
        value = line.grammar.ones.get(word, line.grammar.tens.get(word))
        if value is None:
            out += word if word.isdigit() else ""
        elif line.kinds[pos] == TENS and pos + 2 < line.n and line.lower[pos + 1] == "-" and line.kinds[pos + 2] == ONES:
            out += str(value + line.grammar.ones[line.lower[pos + 2]])
            pos += 2
        else:
            out += str(value)
        pos += 1
    return out[:LONGEST], pos


def _suffix(line: Line, pos: int) -> int:
    """Return the power of ten that letters right behind digits stand for: 25k, 1.2m, 3bn, 8 B people; 0 for none."""
    if pos >= line.n:
        return 0
    word = line.words[pos]
    power = line.grammar.suffixes.get(word, 0)
    if not power:
        return 0
    glued = line.glued(pos)
    behind = line.word(pos + 1)
    money = _money_before(line, pos)
    if word in ("m", "M", "b", "B", "k", "K"):
        if not glued and not (money and word != "k") and not (word in "MB" and (behind == "people" or _plural(line, pos + 1))):
            return 0
        if word in "mb" and not money:
            # 2.7m sales are millions; 1.5m deep and the 100m sprint are metres
            return power if behind == "people" or _plural(line, pos + 1) else 0
        if word in "KMB" and behind == "/" and line.glued(pos + 1):
            return 0
        return power
    return power if glued or money or word in ("bn", "mln", "trn") else 0


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


def _raised(line: Line, pos: int, group: int | Decimal) -> tuple[Decimal, int, bool] | None:
    """Read the exponent behind the digits `group`: 1.3e6, 1.99×10−30, 2.5^3."""
    word, at = line.word(pos), pos + 1
    if word == "e":
        if not line.glued(pos) or not line.glued(at):
            return None
    elif word in ("×", "x", "*") and line.word(at) == "10":
        at += 1 + (line.word(at + 1) == "^")
    elif word != "^" or abs(Decimal(group)) >= 10_000:
        return None
    found = _exponent(line, at)
    if found is None:
        return None
    power, last = found
    return (Decimal(group) ** power, last, False) if word == "^" else (Decimal(group).scaleb(power), last, True)


def _exponent(line: Line, at: int) -> tuple[int, int] | None:
    """Read the exponent at `at`, of two digits at most, and the token behind it."""
    sign = -1 if line.word(at) in _MINUS else 1
    at += line.word(at) in (*_MINUS, "+")
    if at < line.n and line.glued(at) and line.words[at].isdigit() and len(line.words[at]) <= 2:
        return sign * int(line.words[at]), at + 1
    return None


def _slash(line: Line, pos: int, whole: int | Decimal | None) -> tuple[Decimal, int] | None:
    """Read "1/2" or the "1/2" of "3 1/2" behind the digits `whole`: the value and the token behind it."""
    words, n = line.words, line.n
    if not isinstance(whole, int) or pos + 1 >= n:
        return None
    if words[pos] == "/" and line.glued(pos) and line.glued(pos + 1) and words[pos + 1].isdigit():
        below = int(words[pos + 1])
        if 0 < whole < below <= 16 and not (line.glued(pos + 2) and line.word(pos + 2) == "/"):
            return Decimal(whole) / below, pos + 2
    if (
        pos + 2 < n
        and words[pos].isdigit()
        and words[pos + 1] == "/"
        and words[pos + 2].isdigit()
        and line.glued(pos + 1)
        and line.glued(pos + 2)
    ):
        above, below = int(words[pos][:4]), int(words[pos + 2][:4])
        if 0 < above < below <= 16:
            return whole + Decimal(above) / below, pos + 3
    return None


def start(line: Line, i: int) -> Amount | None:
    """Read a number that begins at token `i`, with the article, half or minus in front of it."""
    kind = line.kinds[i]
    first, group, lower = i, None, line.lower
    if kind in (HUNDRED, SCALE, DOZEN):
        if i == line.done or lower[i - 1] not in _ARTICLES:
            return None
        first, group = i - 1, 1
        if kind == SCALE and line.word(i + 1) == "to" and line.word(i + 2) == "one":
            return None
    joins = not (
        line.word(first - 1) == "between"
        or (line.word(first - 1) in line.grammar.fillers and line.word(first - 2) == "between")
    )
    found = number(line, i, joins=joins, group=group)
    if found is None:
        return None
    value, last, scaled = found
    core = (first, last)
    if (
        first > line.done
        and kind == DIGITS
        and line.words[first - 1] == "."
        and line.glued(first)
        and not line.glued(first - 1)
        and value == value.to_integral_value()
    ):
        value, first = Decimal(f"0.{line.words[i]}") if line.words[i].isdigit() else value, first - 1
    minus = _minus(line, first)
    if minus is not None:
        first, value = minus, -value
    return Amount(
        first,
        last,
        value,
        value,
        (f"{NAME}/{'digits' if kind == DIGITS else 'words'}",),
        core=core,
        scaled=scaled,
        digits=kind == DIGITS,
    )


def _minus(line: Line, first: int) -> int | None:
    """Return the token of the minus in front of `first`, if there is one."""
    at = first - 1
    if at < line.done:
        return None
    word = line.lower[at]
    if word in ("minus", "negative"):
        return at
    if word in _MINUS and line.glued(first):
        if line.word(at - 1) in ("minus", "negative") and at > line.done:
            return at - 1
        before = line.as_written(at - 1)
        if before in line.grammar.money_signs:
            return at
        if not line.glued(at) and at > 0 and not before.isdigit() and before not in ("–", "—", ")", "%"):
            return at
        if at == 0 or before in ("(", "[", "<", ">", "="):
            return at
    return None
