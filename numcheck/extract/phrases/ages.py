"""Ages: a 65-year-old, aged 25 to 54, five years old, "Smith, 65,", 6 weeks of age."""

from __future__ import annotations

from numcheck.extract.line import Amount, Line

NAME = "ages"
ORDER = 30
KINDS = ()
EXAMPLES = (
    ("a 65-year-old sailor", 65, 65),
    ("She is five years old.", 5, 5),
    ("men aged 25", 25, 25),
    ("Ada Marlow, 65, said so.", 65, 65),
    ("6 weeks of age", 6, 6),
    ("Ada Marlow 44 has sailed.", 44, 44),
    ("He will be 35 by then.", 35, 35),
    ("an 87 yo sailor", 87, 87),
)

_TIMES = {"year", "month", "week", "day"}
_OLDEST = 120
_BEHIND_BIRTHDAY = {"", ".", ",", "by", "on", "in", "this", "next", "last", "when", "and", "before", "at"}
_AGED = {"aged", "age", "ages"}


def extend(line: Line, amount: Amount) -> None:
    """Make `amount` an age where its words or its place say so."""
    at = amount.last
    if amount.unit in _TIMES:
        hyphen = at + 1 if line.word(at) == "-" else at
        if line.word(hyphen) in ("old", "olds"):  # 65-year-old, five years old, and the spaced 65 - year - old
            _age(amount, hyphen + 1, "old")
        elif line.word(at) == "of" and line.word(at + 1) == "age":
            _age(amount, at + 2, "of age")
        return
    if amount.unit != "count" or not amount.is_point or amount.low is None or not 0 < amount.low <= _OLDEST:
        return
    before = line.word(amount.first - 1)
    if before in ("be", "turned", "turns", "turning") and line.word(at) in _BEHIND_BIRTHDAY and amount.digits:
        _age(amount, at, "birthday", unit="year")
        return
    if (
        before in _AGED
        and line.word(at) not in ("percent", "%")
        and not (before == "age" and line.as_written(at).isalpha() and line.word(at).endswith("s"))
    ):
        _age(amount, at, "aged", unit="year")
    elif amount.digits and line.word(at) == "yo":
        _age(amount, at + 1, "yo", unit="year")
    elif (
        amount.digits
        and before == ","
        and line.word(at) in (",", ")")
        and _person(line, amount.first - 2)
        and amount.low >= 1
        and amount.core[0] == amount.first
    ):
        _age(amount, at, "apposition", unit="year")
    elif (
        amount.digits
        and line.word(at) in line.grammar.cues["behind_an_age"]
        and amount.core[0] == amount.first
        and _person(line, amount.first - 1)
        and _person(line, amount.first - 2)
    ):
        _age(amount, at, "name", unit="year")
    elif (
        amount.digits
        and before == "("
        and line.word(at) == ")"
        and _person(line, amount.first - 2)
        and _person(line, amount.first - 3)
    ):
        _age(amount, at, "bracket", unit="year")


def _person(line: Line, at: int) -> bool:
    """Tell whether the token at `at` may end a person's name: a capitalised word that is neither a month nor in capitals."""
    word = line.as_written(at)
    return (
        len(word) > 1
        and word[0].isupper()
        and word.isalpha()
        and word.lower() not in line.grammar.months
        and (not word.isupper() or len(word) > 4)
    )


def _age(amount: Amount, last: int, rule: str, unit: str | None = None) -> None:
    amount.dimension, amount.last = "age", last
    amount.unit = unit or amount.unit
    amount.trail += (f"{NAME}/{rule}",)
