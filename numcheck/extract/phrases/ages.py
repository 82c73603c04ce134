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
    ("The captain, 58, was arrested.", 58, 58),
    ("a boy of four", 4, 4),
    ("Ada Marlow, who was 81, waited.", 81, 81),
    ("She died at 81.", 81, 81),
    ("Ada Marlow (65) said so.", 65, 65),
    ("a 65 - year - old sailor", 65, 65),
)
QUIET = (
    "Ada Marlow, 165, said so.",
    "an age of 40 boats",
    "In May, 65, boats sank.",
    "a GRP, 65, sank",
    "aged 40 percent",
    "five years later",
    "Ada Marlow 44 boats",
)

_TIMES = {"year", "month", "week", "day"}
_OLDEST = 120
_AGED = ("aged", "age", "ages")


def extend(line: Line, amount: Amount) -> None:
    """Make `amount` an age where its words or its place say so."""
    if amount.unit in _TIMES:
        _old(line, amount)
        return
    rule = _rule(line, amount)
    if rule is not None:
        _age(amount, amount.last + (rule == "yo"), rule, unit="year")


def _rule(line: Line, amount: Amount) -> str | None:
    """Name what makes a bare number an age: the words beside it, or its place."""
    if amount.unit != "count" or amount.value is None or not 0 < amount.value <= _OLDEST:
        return None
    before, behind = line.word(amount.first - 1), line.word(amount.last)
    if before in _AGED:
        return "aged" if _follows_aged(line, amount, before) else None
    if before == "of" and line.word(amount.first - 2) in line.grammar.cues["person"] and _ends(line, behind):
        return "of"
    if not amount.digits:
        return None
    if behind == "yo":
        return "yo"
    return next((rule for rule, says in _PLACES.items() if says(line, amount, before, behind)), None)


def _old(line: Line, amount: Amount) -> None:
    """Read what makes a stretch of time an age: 65-year-old, five years old, the spaced 65 - year - old, 6 weeks of age."""
    at = amount.last
    hyphen = at + (line.word(at) == "-")
    if line.word(hyphen) in ("old", "olds"):
        _age(amount, hyphen + 1, "old")
    elif line.says(at, ("of", "age")):
        _age(amount, at + 2, "of age")


def _follows_aged(line: Line, amount: Amount, before: str) -> bool:
    """Tell whether a number behind "aged" is an age: not a percentage, and not the boats of an age of 40 boats."""
    behind = line.word(amount.last)
    counts = before == "age" and behind.isalpha() and behind.endswith("s")
    return behind not in ("percent", "%") and not counts


def _birthday(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "He will be 35 by then", "she turned 70"."""
    return before in ("be", "turned", "turns", "turning") and behind in line.grammar.cues["behind_a_birthday"]


def _apposition(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow, 65, said"."""
    if before != "," or behind not in (",", ")"):
        return False
    who = line.word(amount.first - 2)
    named = _name(line, amount.first - 2) or who in line.grammar.cues["person"]
    return named and amount.is_bare and amount.value is not None and amount.value >= 1


def _behind_name(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow 44 has", which lost its commas."""
    return behind in line.grammar.cues["behind_an_age"] and amount.is_bare and _full_name(line, amount.first - 1)


def _bracket(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow (65)"."""
    return before == "(" and behind == ")" and _full_name(line, amount.first - 2)


def _said_of(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "Ada Marlow, who was 81," and "she is 42."."""
    if before not in ("was", "is", "were", "are") or not _ends(line, behind):
        return False
    who = line.word(amount.first - 2)
    if who in ("he", "she", "who", "both"):
        return True
    return _full_name(line, amount.first - 2 - (who == ","))


def _died_at(line: Line, amount: Amount, before: str, behind: str) -> bool:
    """Read "dead at 81"."""
    return before == "at" and line.word(amount.first - 2) in line.grammar.cues["at_an_age"] and _ends(line, behind)


def _ends(line: Line, behind: str) -> bool:
    """Tell whether the number stands at the end of its clause, and so counts no noun."""
    return not behind[:1].isalnum() or behind in line.grammar.cues["behind_a_clause"]


_PLACES = {
    "birthday": _birthday,
    "apposition": _apposition,
    "name": _behind_name,
    "bracket": _bracket,
    "said of": _said_of,
    "at": _died_at,
}
"""Places where bare digits are an age, by the rule that says so."""


def _full_name(line: Line, at: int) -> bool:
    """Tell whether two words of a person's name end at `at`."""
    return _name(line, at) and _name(line, at - 1)


def _name(line: Line, at: int) -> bool:
    """Tell whether the token at `at` may end a person's name: a capitalised word that is neither a month nor in capitals."""
    word = line.as_written(at)
    if len(word) < 2 or not word[0].isupper() or not word.isalpha():
        return False
    return word.lower() not in line.grammar.months and (not word.isupper() or len(word) > 4)


def _age(amount: Amount, last: int, rule: str, unit: str | None = None) -> None:
    amount.dimension, amount.last = "age", last
    amount.unit = unit or amount.unit
    amount.trail += (f"{NAME}/{rule}",)
