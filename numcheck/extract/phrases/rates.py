"""Rates: $58 a barrel, 15 miles per hour, 1,000 calls a day, £40 a head, $5/share."""

from __future__ import annotations

from numcheck.extract.line import Amount, Line

NAME = "rates"
ORDER = 40
KINDS = ()
EXAMPLES = (
    ("$58 a barrel", 58, 58),
    ("15 tonnes per day", 15, 15),
    ("£40 a head", 40, 40),
    ("1,000 calls a day", 1000, 1000),
    ("$3,500 a month", 3500, 3500),
    ("2% per annum", 2, 2),
)

_PER = {"per", "a", "an", "each", "every", "/"}
_FURTHEST = 4
"""How many words of a counted noun may stand between a count and its rate: 1,000 emergency phone calls a day."""


def extend(line: Line, amount: Amount) -> None:
    """Take in the rate behind a measure, or behind the counted noun of a count."""
    at = amount.last
    if amount.unit == "count":
        if amount.word is None or amount.scaled:
            _count(line, amount)
        return
    if amount.dimension == "age" or amount.unit in ("times", "ratio") or "/" in amount.unit:
        return
    hyphen = line.word(at) == "-" and line.glued(at + 1)
    at += hyphen
    word = line.word(at)
    if word not in _PER:
        return
    if word == "/" and not line.glued(at):
        return
    found = _base(line, at + 1 + (hyphen and line.word(at + 1) == "-"), word)
    if found is None:
        return
    base, last = found
    if word in ("a", "an") and line.word(last) in line.grammar.cues["not_a_rate"] - {"in", "of", "on"}:
        return
    _per(amount, base)
    amount.last = last


def _base(line: Line, at: int, per: str) -> tuple[str, int] | None:
    """Return the base of a rate at `at`, and the token behind it."""
    if at >= line.n:
        return None
    word = line.lower[at]
    for words, name in line.grammar.units.get(word, ()):
        last = at + len(words)
        if tuple(line.lower[at:last]) == words and not (word.endswith("s") and per in ("a", "an", "per")):
            if per in ("a", "an") and line.grammar.dimensions.get(name) in ("share", "points"):
                return None
            return ("dollar" if name == "USD" else name), last
    if per == "/":
        sign = line.grammar.unit_signs.get(line.words[at])
        if sign is not None:
            return sign, at + 1
    noun = line.grammar.rate_bases.get(word)
    if noun is not None and (per in ("per", "/", "each", "every") or word in line.grammar.cues["rate_with_article"]):
        return noun, at + 1
    return None


def _count(line: Line, amount: Amount) -> None:
    """Find the rate of a count behind its noun."""
    g = line.grammar
    for at in range(amount.last, min(amount.last + _FURTHEST + 1, line.n - 1)):
        word = line.lower[at]
        if word in _PER and word != "/" and at >= amount.last:
            for words, name in g.units.get(line.lower[at + 1], ()):
                if (
                    len(words) == 1
                    and g.dimensions.get(name) == "duration"
                    and not line.lower[at + 1].endswith("s")
                    and line.word(at + 2) not in line.grammar.cues["not_a_rate"]
                ):
                    if at == amount.last and word not in ("per", "a"):
                        return
                    _per(amount, name)
                    return
            return
        if (
            not word.isalpha()
            or line.kinds[at] is not None
            or word in ("in", "on", "at", "were", "was", "and", "to", "by", "for", "with", "is", "are", "have", "had", "has")
        ):
            return


def _per(amount: Amount, base: str) -> None:
    amount.unit = f"{amount.unit}/{base}"
    amount.trail += (f"{NAME}/{base}",)
