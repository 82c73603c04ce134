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
    g = line.grammar
    by = False
    for at in range(amount.first - 1, max(amount.first - 1 - _FURTHEST, line.done - 2, -1), -1):
        word = line.lower[at]
        if word in g.up or word in g.down:
            if _states_a_change(line, amount, at, by=by):
                _turn(amount, "up" if word in g.up else "down")
            return
        by = by or word == "by"
        if word not in g.between:
            break
    if by and amount.unit != "count":
        _by(line, amount)
    behind = line.word(amount.last)
    if behind in ("higher", "lower") and amount.unit != "count":
        _turn(amount, "up" if behind == "higher" else "down")


def _by(line: Line, amount: Amount) -> None:
    """Give the measure behind "by" the direction of the verb a few words before: raised parking charges by 5%."""
    g, at = line.grammar, amount.first - 1
    while at > line.done and line.lower[at] != "by":
        at -= 1
    for k in range(at - 1, max(at - 1 - _FURTHEST_OBJECT, line.done - 1), -1):
        word = line.lower[k]
        if word in g.up or word in g.down:
            if word not in ("up", "down", "higher", "lower"):
                _turn(amount, "up" if word in g.up else "down")
            return
        if not word.isalpha() or line.kinds[k] is not None or word in _ENDS_AN_OBJECT:
            return


def _states_a_change(line: Line, amount: Amount, at: int, *, by: bool) -> bool:
    """Tell whether the word of change at `at` makes `amount` its size: a count only behind "up", "by", or as points."""
    if line.lower[at] in ("up", "down"):
        before = line.word(at - 1)
        if amount.unit == "count" and before.endswith("ed") and line.word(amount.last) not in _POINTS:
            return False  # "gunned down two men"
        return before not in _VERB_UP or (before == "ended" and amount.unit != "count")
    return amount.unit != "count" or by or line.word(amount.last) in _POINTS


def _turn(amount: Amount, direction: Direction) -> None:
    amount.direction = direction
    amount.trail += (f"changes/{direction}",)
