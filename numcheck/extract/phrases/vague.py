"""Words that count without a number: several, a few hundred, tens of thousands, many, a large number, months."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extract.line import DOZEN, HUNDRED, SCALE, VAGUE, Amount, Line

NAME = "vague"
ORDER = 20
KINDS = (VAGUE,)
EXAMPLES = (
    ("several thousand vessels", 3000, 9999),
    ("a few hundred vessels", 200, 699),
    ("tens of thousands of vessels", 20000, 99999),
    ("hundreds of thousands of vessels", 200000, 999999),
    ("A large number of vessels sank.", None, None),
    ("The number of vessels is relatively small, but growing.", None, None),
    ("A “small but growing” number of vessels sank.", None, None),
    ("They waited for months.", None, None),
    ("Most of the vessels sank.", None, None),
)

_MULTIPLIED = ("several", "few", "couple")
_WITH_ARTICLE = ("few", "couple", "handful")
_TIMES_MANY = {"tens", "hundreds", "dozens", "scores", "thousands"}
_HARMED = {"killed", "killing", "injured", "injuring", "wounded", "wounding", "leaving", "left", "arrested", "displaced"}
_NOT_MANY_AFTER = {"as", "how", "so", "too", "not", "that"}
_COPULA = {"is", "was", "are", "were", "remains", "remained", "remain"}
_ARTICLES = {"a", "an", "the"}
_QUOTES = set("\"“”‘’'«»")


def start(line: Line, i: int) -> Amount | None:
    """Read a vague quantifier at token `i`."""
    word = line.lower[i]
    row = line.grammar.vague.get(word)
    if row is not None:
        return _quantifier(line, i, word)
    if word in line.grammar.size_heads:
        return _size(line, i)
    if word in line.grammar.times:
        return _time(line, i)
    return _share(line, i)


def _amount(
    first: int, last: int, low: Decimal | None, high: Decimal | None, word: str, rule: str, *, scaled: bool = False
) -> Amount:
    return Amount(first, last, low, high, (f"{NAME}/{rule}",), core=(first, last), hedge="vague", word=word, scaled=scaled)


def _quantifier(line: Line, i: int, word: str) -> Amount | None:
    """Read several, a few hundred, tens of thousands, scores, many."""
    g, lower = line.grammar, line.lower
    before = line.word(i - 1)
    first = i
    if word in _WITH_ARTICLE:
        if (
            before not in ("a", "the", "past", "last", "first", "next") and (word != "couple" or line.word(i + 1) != "of")
        ) or i == line.done:
            return None
        if before == "a":
            first = i - 1
        elif word == "handful" or before == "the":
            return None
    if word in _MULTIPLIED:
        at = i + 1 + (line.word(i + 1) == "of" and word == "couple")
        times = _scale_at(line, at)
        if times:
            row = g.vague[word]
            few = Decimal(2) if row.low is None else row.low
            many = Decimal(9) if row.high is None else row.high
            return _amount(
                first,
                at + 1,
                few * times,
                many * times if word == "couple" or times == 12 else (many + 1) * times - 1,
                f"{word} {lower[at]}",
                "times",
                scaled=True,
            )
    if word == "few" and before != "a":
        return None
    if word in ("couple", "handful") and line.word(i + 1) != "of" and not line.word(i + 1).endswith("s"):
        return None
    if word in _TIMES_MANY and line.word(i + 1) == "of":
        joined = f"{word} of {line.word(i + 2)}"
        if joined in g.vague:
            return _amount(_many(line, i), i + 3, g.vague[joined].low, g.vague[joined].high, joined, "scale", scaled=True)
    if word == "tens" and line.word(i + 1) != "of":
        return None
    if (
        word == "scores"
        and line.word(i + 1) not in line.grammar.cues["scores_of_people"]
        and line.word(i + 1) != "of"
        and before not in _HARMED
    ):
        return None
    if word == "many":
        if before in _NOT_MANY_AFTER or line.word(i + 1) in ("a", "as", "more") or line.kinds[i + 1 : i + 2] == [VAGUE]:
            return None
        first = i
    row = g.vague[word]
    scaled = row.low is not None and row.low >= 200
    return _amount(
        _many(line, first) if scaled else first, i + 1, row.low, row.high, word, "size" if row.size else "word", scaled=scaled
    )


def _many(line: Line, i: int) -> int:
    """Return the token of "many" in front of `i` ("many thousands"), else `i`."""
    return i - 1 if line.word(i - 1) in ("many", "several") and i > line.done else i


def _scale_at(line: Line, at: int) -> int:
    if at >= line.n:
        return 0
    kind = line.kinds[at]
    if kind == SCALE:
        return int(10 ** line.grammar.scales[line.lower[at]])
    return {DOZEN: 12, HUNDRED: 100}.get(kind or "", 0)


def _size(line: Line, i: int) -> Amount | None:
    """Read "a large number", "small but growing numbers", and "the number of vessels is relatively small"."""
    sizes = line.grammar.sizes
    at = i - 1
    found = ""
    for _ in range(6):
        if at < line.done:
            break
        word = line.lower[at]
        if word in sizes:
            found, first = word, at
        elif (
            word not in _QUOTES
            and word
            not in (
                "but",
                "and",
                "yet",
                "growing",
                "increasing",
                "rising",
                ",",
                "still",
                "if",
                "though",
                "shrinking",
                "dwindling",
            )
            and word not in line.grammar.cues["size_adverbs"]
        ):
            break
        elif word in _ARTICLES and found:
            first = at
            break
        at -= 1
    if found:
        while first < i and line.lower[first] in _QUOTES:
            first += 1
        return _amount(first, i + 1, None, None, found, "size")
    if line.word(i + 1) != "of":
        return None
    for at in range(i + 2, min(i + 16, line.n - 1)):
        if line.lower[at] in _COPULA:
            first = at + 1
            last = first
            while last < line.n and line.lower[last] in line.grammar.cues["size_adverbs"]:
                last += 1
            if line.word(last) in sizes and line.word(last + 1) not in sizes:
                begin = first
                while begin < last and line.lower[begin] in ("still", "a", "an", "the", "not", "reportedly"):
                    begin += 1
                return _amount(begin, last + 1, None, None, line.lower[last], "size")
        elif line.lower[at] in (".", ";"):
            break
    return None


def _time(line: Line, i: int) -> Amount | None:
    """Read a bare plural unit of time: for months, years after."""
    g = line.grammar
    before, behind = line.word(i - 1), line.word(i + 1)
    if (
        before in g.times_before
        or behind in ("after", "later", "ago", "before", "earlier")
        or (i == 0 and behind in g.times_behind)
    ):
        amount = _amount(i, i + 1, None, None, line.lower[i], "time")
        amount.unit = next(name for words, name in g.units[line.lower[i]] if len(words) == 1)
        return amount
    return None


def _share(line: Line, i: int) -> Amount | None:
    """Read most, a majority, nearly all."""
    word, before, behind = line.lower[i], line.word(i - 1), line.word(i + 1)
    if word == "most":
        if before in ("the", "at", "a", "'s", "’s") or not (
            behind == "of" or (behind.endswith("s") and len(behind) > 4 and not behind.endswith("ous"))
        ):
            return None
        first = i
    elif f"{before} {word}" in line.grammar.shares and i - 1 >= line.done:
        if behind != "of" and word != "all":
            return None
        first = i - 1
    else:
        return None
    amount = _amount(first, i + 1, None, None, word if first == i else f"{before} {word}", "share")
    amount.unit, amount.dimension = "ratio", "share"
    return amount
