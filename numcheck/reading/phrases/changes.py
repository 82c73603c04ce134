"""Changes with their direction: up 19 cents, rose 8%, fell by a third; the level behind "to" has none."""

from __future__ import annotations

from numcheck.model.reading import Direction
from numcheck.reading.line import Amount, Line

AFTER = ("bounds",)
EXAMPLES = (
    ("Shares rose 8% to 3.65.", 8, 8),
    ("up 19 cents", 19, 19),
    ("It fell by about 3 per cent.", 3, 3),
    ("0.7 per cent lower", 0.7, 0.7),
    ("fell 40 points", 40, 40),
    ("up 5", 5, 5),
    ("The council raised parking charges by 5%.", 5, 5),
    ("It ended down 1%.", 1, 1),
)
QUIET = (
    "rose to 12%",
    "up to 252 miles",
    "gave up 517 yards",
    "lost 40 boats",
    "a 3% tax",
    "It rose, and was followed by 5%.",
    "A gunman mowed down five workmates.",
    "They tracked down 12 fugitives.",
    "The row shut down about a fourth of the harbour.",
    "Rebels shot down three jets.",
)

_FURTHEST = 4
_FURTHEST_OBJECT = 5
"""How many words of what is changed may stand between the verb and "by"."""

_POINTS = {"points", "point", "pips", "sen"}

# Verbs whose "up" is no rise: gave up 517 yards.
_VERB_UP = frozenset(
    (
        "gave give gives giving given made make makes making picked took take takes taking set turned put bought snapped "
        "racked ended coughed wound signed lined rounded blew clocked shot shoot shooting brought bring bringing struck "
        "tore ran broke burnt held wrote dug drew grew hung laid let sent shut stood swept threw tied wore"
    ).split()
)
# Between a verb of change and "by" these end what is changed.
_ENDS_AN_OBJECT = frozenset(
    "and or but that which who as was were is are said after before to from followed led hit driven caused".split()
)


def wrap(line: Line, amount: Amount) -> None:
    """Give `amount` the direction of the change it states."""
    if amount.direction is not None or amount.hedge == "vague" or (amount.unit == "ratio" and amount.dimension is None):
        return
    at, by = _word_of_change(line, amount)
    if at is not None:
        if _states_a_change(line, amount, at, by=by):
            _turn(amount, _direction(line, at))
        return
    if amount.unit == "count":
        return
    if by:
        _by(line, amount)
    _turn(amount, _BEHIND.get(line.word(amount.last)))


def _word_of_change(line: Line, amount: Amount) -> tuple[int | None, bool]:
    """Return the token of the word of change in front, and whether "by" stands between."""
    by = False
    for at in range(amount.first - 1, max(amount.first - 1 - _FURTHEST, line.done - 2, -1), -1):
        if _direction(line, at):
            return at, by
        by = by or line.lower[at] == "by"
        if line.lower[at] not in line.grammar.between:
            break
    return None, by


def _direction(line: Line, at: int) -> Direction | None:
    """Return where the word of change at `at` goes."""
    word = line.lower[at]
    return "up" if word in line.grammar.up else "down" if word in line.grammar.down else None


def _by(line: Line, amount: Amount) -> None:
    """Give the measure behind "by" the direction of the verb a few words before: raised parking charges by 5%."""
    by = amount.first - 1
    while by > line.done and line.lower[by] != "by":
        by -= 1
    for at in line.leftwards(by, _FURTHEST_OBJECT):
        word, direction = line.lower[at], _direction(line, at)
        if direction:
            if word not in ("up", "down", "higher", "lower"):
                _turn(amount, direction)
            return
        if not word.isalpha() or line.kinds[at] is not None or word in _ENDS_AN_OBJECT:
            return


def _states_a_change(line: Line, amount: Amount, at: int, *, by: bool) -> bool:
    """Tell whether the word of change at `at` makes `amount` its size: a count only behind "up", "by", or as points."""
    if line.lower[at] in ("up", "down"):
        before = line.word(at - 1)
        if amount.unit in ("count", "ratio") and before.endswith("ed") and line.word(amount.last) not in _POINTS:
            return False  # "gunned down two men"
        return before not in _VERB_UP or (before == "ended" and amount.unit != "count")
    return amount.unit != "count" or by or line.word(amount.last) in _POINTS


def _turn(amount: Amount, direction: Direction | None) -> None:
    if direction is not None:
        amount.direction = direction
        amount.trail += (f"changes/{direction}",)


_BEHIND: dict[str, Direction] = {"higher": "up", "lower": "down"}
