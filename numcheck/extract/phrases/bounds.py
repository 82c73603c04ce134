"""Bounds and approximations around a number: at least, well over, up to, as little as, nearly, or more, or so, 180+."""

from __future__ import annotations

from numcheck.extract.grammar import HedgeRow
from numcheck.extract.line import Amount, Line

NAME = "bounds"
ORDER = 20
KINDS = ()
EXAMPLES = (
    ("at least 55 people", 55, None),
    ("over 180 people", 180, None),
    ("up to 500 people", None, 500),
    ("as little as six months", 6, None),
    ("as many as about 300 people", None, 300),
    ("about 300 people", 300, 300),
    ("180+ dead", 180, None),
    ("40 people or more", 40, None),
    ("for over 20 years", 20, None),
    ("a sub-7 nanometre chip", None, 7),
    ("more than 100 but fewer than 300 people", 100, 300),
)

_DEEPEST = 3
"""How many hedges may be nested: "at least, by some counts, about 300" reads two."""

# A hedge that is another word in front of a stretch of time, or behind these words.
_SPANNING = {"over", "within"}
_LOWER = {"more_than", "at_least"}
_UPPER = {"less_than", "at_most"}
_WORDS_INSIDE = 3


def wrap(line: Line, amount: Amount) -> None:
    """Take in the hedges in front of and behind `amount` and move its ends accordingly."""
    if amount.low is None and amount.high is None:
        return
    found = _in_front(line, amount) or _prefix(line, amount)
    _behind(line, amount, found)
    if not found:
        return
    _apply(amount, found)
    _two_sided(line, amount)


def _in_front(line: Line, amount: Amount) -> list[HedgeRow]:
    """Return the hedges in front, the nearest first, and move the amount's start to the outermost."""
    found: list[HedgeRow] = []
    table, lower = line.grammar.before, line.lower
    for _ in range(_DEEPEST):
        at = amount.first - 1
        if at < line.done:
            break
        skipped = 0
        while (
            at > line.done
            and (lower[at] in line.grammar.fillers or (lower[at] == "," and found))
            and lower[at] not in table
            and skipped < 2
        ):
            at, skipped = at - 1, skipped + 1
        if skipped and lower[at + 1] in ("the", "just", "only", "merely", "barely", "even") and lower[at] != "than":
            break
        row = next(
            (
                r
                for r in table.get(lower[at], ())
                if at - len(r.words) + 1 >= line.done and tuple(lower[at - len(r.words) + 1 : at + 1]) == r.words
            ),
            None,
        )
        if row is None or not _means_hedge(line, amount, row, at - len(row.words) + 1):
            break
        found.append(row)
        if row.outside:
            break
        amount.first = at - len(row.words) + 1
    return found


def _prefix(line: Line, amount: Amount) -> list[HedgeRow]:
    """Read the prefix of "sub-7 nanometre"."""
    at = amount.first - 2
    if at >= line.done and line.lower[at] == "sub" and line.lower[at + 1] == "-" and line.glued(amount.first):
        amount.first = at
        return [HedgeRow(("sub",), "less_than", None)]
    return []


def _means_hedge(line: Line, amount: Amount, row: HedgeRow, at: int) -> bool:
    """Tell whether a phrase that may be a hedge is one here."""
    head = row.words[0]
    if len(row.words) > 1:
        return not (row.words == ("close", "to") and line.word(at - 1) in ("live", "lives", "lived", "located"))
    if head in _SPANNING and line.grammar.dimensions.get(amount.unit) == "duration" and amount.dimension is None:
        return line.word(at - 1) in line.grammar.cues["over_a_time"]
    if head == "about":
        return line.word(at - 1) not in line.grammar.cues["talk_about"]
    if head == "some":
        return amount.word is None and line.word(at - 1) not in ("in", "at")
    if head in ("maybe", "perhaps"):
        return amount.word is None
    if head == "plus":
        return False
    return not (
        head in ("under", "above", "below", "over")
        and line.word(at - 1) in ("and", "or")
        and line.word(at - 2) in ("over", "under", "above", "below")
    )


def _behind(line: Line, amount: Amount, found: list[HedgeRow]) -> None:
    """Add the hedge behind the figure, or behind the noun it counts directly."""
    table, lower, n = line.grammar.after, line.lower, line.n
    at = amount.last
    hyphen = at < n and lower[at] == "-" and line.glued(at) and line.glued(at + 1)
    if hyphen and line.word(at + 1) in ("plus", "odd"):
        found.append(table[lower[at + 1]][0])
        amount.last = at + 2
        return
    end = min(at + 1 + (_WORDS_INSIDE if amount.unit == "count" else 0), n)
    begin = at
    while at < end:
        word = lower[at]
        row = next((r for r in table.get(word, ()) if tuple(lower[at : at + len(r.words)]) == r.words), None)
        if row is not None and _ends(line, at, len(row.words), near=at == begin):
            if word == "odd" or (word == "+" and not line.glued(at)):
                return
            found.append(row)
            if at == begin:
                amount.last = at + len(row.words)
            return
        if (
            not word.isalpha()
            or line.kinds[at] is not None
            or line.words[at][0].isupper()
            or word in ("and", "or", "who", "that", "were", "was", "in", "of", "at", "to", "is", "are")
        ):
            return
        at += 1


def _ends(line: Line, at: int, length: int, *, near: bool) -> bool:
    """Tell whether a hedge behind the number ends there: no number or "than" follows that it would belong to."""
    following = line.word(at + length)
    if following in ("than", "$", "£", "€") or (
        at + length < line.n
        and line.kinds[at + length] is not None
        and line.kinds[at + length] not in ("vague", "ordinal", "calendar", "nothing", "part")
    ):
        return False
    word = line.lower[at]
    if word in ("plus", "max", "tops", "maximum"):
        return near and (
            word != "plus" or not following or not following.isalpha() or following.endswith("s") or following == "people"
        )
    if word == "and":
        return following in ("", ".", ",", "in", ";", ")", "are", "were", "to", "have", "on") or line.word(at + 1) not in (
            "more",
        )
    if word == "at":
        return following in ("", ".", ",", ";", ")", "—", "–", "were", "are", "have", "and")
    return True


def _apply(amount: Amount, found: list[HedgeRow]) -> None:
    """Move the ends by the strongest hedge: a bound outranks an approximation, the inner bound the outer."""
    bound = next((r for r in found if r.hedge in _LOWER or r.hedge in _UPPER), None)
    row = bound or found[0]
    amount.trail += tuple(f"{NAME}/{' '.join(r.words)}" for r in found)
    if row.hedge == "exact" or amount.hedge == "vague":
        return
    if amount.hedge == "range":
        return
    value = amount.low if amount.low is not None else amount.high
    amount.hedge, amount.side = row.hedge, row.side
    if amount.side is None and bound is not None:
        amount.side = next((r.side for r in found if r.side is not None and r.hedge in ("about", row.hedge)), None)
    if row.hedge in _LOWER:
        amount.low, amount.high, amount.low_open = value, None, row.hedge == "more_than"
    elif row.hedge in _UPPER:
        amount.low, amount.high, amount.high_open = None, value, row.hedge == "less_than"


def _two_sided(line: Line, amount: Amount) -> None:
    """Read "more than 100 but fewer than 300", "at most 100 and at least 20" as one range."""
    at = amount.last
    if amount.hedge not in _LOWER | _UPPER or line.word(at) not in ("and", "but"):
        return
    table, lower = line.grammar.before, line.lower
    begin = at + 1
    for end in range(begin, min(begin + 6, line.n)):
        rows = [r for r in table.get(lower[end], ()) if tuple(lower[begin : end + 1]) == r.words]
        if not rows or (rows[0].hedge in _LOWER) == (amount.hedge in _LOWER) or rows[0].hedge not in _LOWER | _UPPER:
            continue
        done, line.done = line.done, end + 1
        first = end + 1
        while first < line.n and line.words[first] in line.grammar.money_signs:
            first += 1
        other = line.amount(line, first) if first < line.n and line.kinds[first] is not None else None
        line.done = done
        if (
            other is None
            or not other.is_point
            or other.low is None
            or (other.unit not in (amount.unit, "count") and amount.unit != "count")
        ):
            return
        low, high = (amount.low, other.low) if amount.hedge in _LOWER else (other.low, amount.high)
        if low is None or high is None or low > high:
            return
        opened = {amount.hedge, rows[0].hedge}
        amount.low, amount.high = low, high
        amount.low_open, amount.high_open = "more_than" in opened, "less_than" in opened
        amount.hedge, amount.side = "range", None
        amount.unit = amount.unit if other.unit == "count" else other.unit
        amount.last = other.last
        amount.trail += (f"{NAME}/two-sided",)
        return
