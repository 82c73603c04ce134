"""Rates: $58 a barrel, 15 miles per hour, 1,000 calls a day, £40 a head, $5/share."""

from __future__ import annotations

from numcheck.reading.line import Amount, Line
from numcheck.reading.nouns import may_be_noun, one_unit, sign_at

AFTER = ("multiples",)
EXAMPLES = (
    ("$58 a barrel", 58, 58),
    ("15 tonnes per day", 15, 15),
    ("40 km / h", 40, 40),
    ("£40 a head", 40, 40),
    ("1,000 calls a day", 1000, 1000),
    ("$3,500 a month", 3500, 3500),
    ("2% per annum", 2, 2),
    ("€3 billion a year from 2028", 3000000000, 3000000000),
    ("$5/share", 5, 5),
    ("£40 each week", 40, 40),
    ("a $5-a-day fee", 5, 5),
    ("15 miles an hour", 15, 15),
    ("A seat costs $1,200.", 1200, 1200),
    ("Each visitor pays $5.", 5, 5),
    ("Every day they lose $5 million.", 5000000, 5000000),
    ("They lose $5 million annually.", 5000000, 5000000),
    ("Each day of the strike costs the port $5 million.", 5000000, 5000000),
    ("It costs $5 million for every day that it lasts.", 5000000, 5000000),
    ("They get $5 for each share.", 5, 5),
    ("Rope sells for $4 a pound.", 4, 4),
    ("They get $280 for each hectare left fallow.", 280, 280),
    ("It sails four times a week from Oldport.", 4, 4),
    ("She sails twice a week in May.", 2, 2),
)
QUIET = (
    "5 miles a day later",
    "1,000 calls in a day",
    "$5 on a share",
    "40 boats a day earlier",
    "a 65-year-old a day",
    "A boat costs $1,200.",
    "Each of the sailors has $5.",
    "They paid $5 for every one of the boats.",
    "the $5 annual fee",
    "They sank four boats within a week.",
    "The two fell out over a month of races.",
    "a $5 daily fee",
)

_EACH = ("each", "every")
_AS_A_BASE = {"USD": "dollar", "GBP": "pound"}
"""A currency that stands for another unit in the base of a rate: what costs $4 a pound is weighed."""

_PER = {"per", "a", "an", *_EACH, "/"}
_FURTHEST_EACH = 9
"""Words from "each" to the figure of it, at most: each visitor to the harbour pays $5."""

_COSTS = ("costs", "cost", "sells", "fetches", "earns", "pays")
_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour"}
_NO_NOUN = frozenset("within over after before since during about out".split())
"""Behind a count these begin a time of its own and no noun: four boats within a week."""
_TIMES = ("times", "twice")
"""Behind these a place or a time may follow the rate: four times a week from Oldport."""
_FURTHEST = 4
"""How many words of a counted noun may stand between a count and its rate: 1,000 emergency phone calls a day."""

# What may be counted by "a" in a rate: $5 a share.
_RATE_WITH_ARTICLE = frozenset("share head person night ticket seat unit word shift game bottle pack dose pint".split())
# "a day" in front of one of these is no rate: a day later.
_LATER = frozenset("after before later earlier ago since old long following when away - off".split())
_NOT_A_RATE = _LATER | {"from", "until", "in", "of", "on"}
"""The same in front of "a day" behind a count, where a place or a time may follow."""


def extend(line: Line, amount: Amount) -> None:
    """Take in the rate behind a measure, or behind the counted noun of a count."""
    if amount.unit == "count":
        if amount.word is None or amount.scaled:
            _count(line, amount)
    elif (
        amount.dimension != "age"
        and amount.unit not in ("times", "ratio")
        and "/" not in amount.unit
        and not _often(line, amount)
    ):
        _measure(line, amount)
    if amount.unit == "count" or line.grammar.dimensions.get(amount.unit) == "currency":
        _in_front(line, amount)


def _often(line: Line, amount: Amount) -> bool:
    """Read "$5 million annually", and tell whether it was; not "a $5 daily fee"."""
    base = _OFTEN.get(line.word(amount.last)) if line.grammar.dimensions.get(amount.unit) == "currency" else None
    if base is None or may_be_noun(line, amount.last + 1):
        return False
    _per(amount, base)
    amount.last += 1
    return True


def _measure(line: Line, amount: Amount) -> None:
    """Read "$58 a barrel", "$5/share", "2% per annum", "a $5-a-day fee"."""
    hyphen = line.word(amount.last) == "-" and line.glued(amount.last + 1)
    at = amount.last + (hyphen or _for_each(line, amount.last))
    per = line.word(at)
    if per not in _PER or (per == "/" and line.glued(at) != line.glued(at + 1)):
        return
    found = _base(line, line.skip(at + 1, "-") if hyphen else at + 1, per)
    if found is None:
        return
    base, last = found
    if per in ("a", "an") and line.word(last) in _LATER:
        return
    _per(amount, base)
    amount.last = last


def _for_each(line: Line, at: int) -> bool:
    """Tell whether the base of a rate stands behind "for": $5 million for every day, $280 for each hectare."""
    return line.word(at) == "for" and line.word(at + 1) in _EACH and _base(line, at + 2, "each") is not None


def _in_front(line: Line, amount: Amount) -> None:
    """Find the rate that is told in front: a seat costs $1,200, each visitor pays $5, every day they lose $5 million."""
    for at in line.leftwards(amount.first, _FURTHEST_EACH):
        word = line.lower[at]
        if word in _EACH or (word in ("a", "an") and line.word(at + 2) in _COSTS):
            base = _base(line, at + 1, "each")
            if base is not None and (amount.unit != "count" or line.grammar.dimensions.get(base[0]) == "duration"):
                _per(amount, base[0])
            return
        if not word.isalpha() or line.kinds[at] is not None:
            return


def _base(line: Line, at: int, per: str) -> tuple[str, int] | None:
    """Return the base of a rate at `at`, and the token behind it."""
    article = per in ("a", "an")
    unit = _unit_base(line, at, plural=not article and per != "per")
    if unit is not None:
        of_shares = article and line.grammar.dimensions.get(unit[0]) in ("share", "points")
        return None if of_shares else (_AS_A_BASE.get(unit[0], unit[0]), unit[1])
    sign = sign_at(line, at) if per == "/" else None
    if sign is not None:
        return sign
    noun = line.grammar.rate_bases.get(line.word(at))
    return None if noun is None or (article and line.word(at) not in _RATE_WITH_ARTICLE) else (noun, at + 1)


def _unit_base(line: Line, at: int, *, plural: bool) -> tuple[str, int] | None:
    """Return the unit at `at`, in the plural too where it may be one, and the token behind it."""
    for words, name in line.grammar.units.get(line.word(at), ()):
        if line.says(at, words) and (plural or not words[0].endswith("s")):
            return name, at + len(words)
    return None


def _count(line: Line, amount: Amount) -> None:
    """Find the rate of a count behind its noun: 1,000 calls a day."""
    ending = line.grammar.cues.ends_a_noun | _NO_NOUN
    for at in range(amount.last, min(amount.last + _FURTHEST + 1, line.n - 1)):
        word = line.lower[at]
        if word in _PER and word != "/":
            base = _time(line, at + 1)
            if base is not None and (at > amount.last or word in ("per", "a", "an")):
                _per(amount, base)
            return
        if not word.isalpha() or line.kinds[at] is not None or word in ending:
            return


def _time(line: Line, at: int) -> str | None:
    """Return the unit of time at `at`; none in "a day later", and behind a noun none in front of a place or time."""
    unit = one_unit(line, at, ("duration",))
    other = _LATER if line.word(at - 2) in _TIMES else _NOT_A_RATE
    return None if unit is None or line.word(unit[1]) in other else unit[0]


def _per(amount: Amount, base: str) -> None:
    amount.unit = f"{amount.unit}/{base}"
    amount.trail += (f"rates/{base}",)
