"""Changes with their direction: up 19 cents, rose 8%, fell by a third; the level behind "to" has none."""

from __future__ import annotations

from numcheck.extract.line import Amount, Line
from numcheck.model.reading import Direction

NAME = "changes"
ORDER = 30
KINDS = ()
EXAMPLES = (
    ("Shares rose 8% to 3.65.", 8, 8),
    ("up 19 cents", 19, 19),
    ("It fell by about 3 per cent.", 3, 3),
)

_FURTHEST = 4
_POINTS = {"points", "point", "pips", "sen"}


def wrap(line: Line, amount: Amount) -> None:
    """Give `amount` the direction of the change it states."""
    if amount.direction is not None or amount.hedge == "vague" or (amount.unit in ("ratio",) and amount.dimension is None):
        return
    g = line.grammar
    at = amount.first - 1
    by = False
    for _ in range(_FURTHEST):
        if at < 0 or at < line.done - 1:
            break
        word = line.lower[at]
        if word in g.up or word in g.down:
            if word in ("up", "down") and line.word(at - 1) in line.grammar.cues["verb_up"]:
                return
            if amount.unit != "count" or by or word in ("up", "down") or line.word(amount.last) in _POINTS:
                _turn(amount, "up" if word in g.up else "down")
            return
        by = by or word == "by"
        if word not in g.between:
            break
        at -= 1
    behind = line.word(amount.last)
    if behind in ("higher", "lower") and amount.unit != "count":
        _turn(amount, "up" if behind == "higher" else "down")


def _turn(amount: Amount, direction: Direction) -> None:
    amount.direction = direction
    amount.trail += (f"{NAME}/{direction}",)
