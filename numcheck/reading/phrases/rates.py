"""Rates: $58 a barrel, 15 miles per hour, 1,000 calls a day, £40 a head, $5/share."""

from __future__ import annotations

from numcheck.reading.line import Amount, Line
from numcheck.reading.nouns import one_unit, sign_at

AFTER = ("multiples",)
EXAMPLES = (
    ("$58 a barrel", 58, 58),
    ("15 tonnes per day", 15, 15),
    ("£40 a head", 40, 40),
    ("1,000 calls a day", 1000, 1000),
    ("$3,500 a month", 3500, 3500),
    ("2% per annum", 2, 2),
    ("€3 billion a year from 2028", 3000000000, 3000000000),
    ("$5/share", 5, 5),
    ("£40 each week", 40, 40),
    ("a $5-a-day fee", 5, 5),
    ("15 miles an hour", 15, 15),
)
QUIET = (
    "5 miles a day later",
    "1,000 calls in a day",
    "$5 on a share",
    "40 boats a day earlier",
    "a 65-year-old a day",
)

_PER = {"per", "a", "an", "each", "every", "/"}
_FURTHEST = 4
"""How many words of a counted noun may stand between a count and its rate: 1,000 emergency phone calls a day."""

# What may be counted by "a" in a rate: $5 a share.
_RATE_WITH_ARTICLE = frozenset("share head person night ticket seat unit word shift game bottle pack dose pint".split())
# "a day" in front of one of these is no rate: a day later.
_NOT_A_RATE = frozenset("after before later earlier ago since from old long following when until in of away - off on".split())


def extend(line: Line, amount: Amount) -> None:
    """Take in the rate behind a measure, or behind the counted noun of a count."""
    if amount.unit == "count":
        if amount.word is None or amount.scaled:
            _count(line, amount)
    elif amount.dimension != "age" and amount.unit not in ("times", "ratio") and "/" not in amount.unit:
        _measure(line, amount)


def _measure(line: Line, amount: Amount) -> None:
    """Read "$58 a barrel", "$5/share", "2% per annum", "a $5-a-day fee"."""
    at = amount.last
    hyphen = line.word(at) == "-" and line.glued(at + 1)
    at += hyphen
    per = line.word(at)
    if per not in _PER or (per == "/" and not line.glued(at)):
        return
    found = _base(line, at + 1 + (hyphen and line.word(at + 1) == "-"), per)
    if found is None:
        return
    base, last = found
    behind = line.word(last)
    if per in ("a", "an") and behind in _NOT_A_RATE and behind not in ("in", "of", "on", "from", "until"):
        return
    _per(amount, base)
    amount.last = last


def _base(line: Line, at: int, per: str) -> tuple[str, int] | None:
    """Return the base of a rate at `at`, and the token behind it."""
    if at >= line.n:
        return None
    g, word, article = line.grammar, line.lower[at], per in ("a", "an")
    for words, name in g.units.get(word, ()):
        if line.says(at, words) and not (word.endswith("s") and (article or per == "per")):
            if article and g.dimensions.get(name) in ("share", "points"):
                return None
            return ("dollar" if name == "USD" else name), at + len(words)
    sign = sign_at(line, at) if per == "/" else None
    if sign is not None:
        return sign
    noun = g.rate_bases.get(word)
    if noun is None or (article and word not in _RATE_WITH_ARTICLE):
        return None
    return noun, at + 1


def _count(line: Line, amount: Amount) -> None:
    """Find the rate of a count behind its noun: 1,000 calls a day."""
    ending = line.grammar.cues.ends_a_noun
    for at in range(amount.last, min(amount.last + _FURTHEST + 1, line.n - 1)):
        word = line.lower[at]
        if word in _PER and word != "/":
            base = _time(line, at + 1)
            if base is not None and (at > amount.last or word in ("per", "a")):
                _per(amount, base)
            return
        if not word.isalpha() or line.kinds[at] is not None or word in ending:
            return


def _time(line: Line, at: int) -> str | None:
    """Return the unit of time at `at`; none in "a day later"."""
    unit = one_unit(line, at, ("duration",))
    return None if unit is None or line.word(unit[1]) in _NOT_A_RATE else unit[0]


def _per(amount: Amount, base: str) -> None:
    amount.unit = f"{amount.unit}/{base}"
    amount.trail += (f"rates/{base}",)
