"""What one currency buys of another: the naira fell to 1,480 against the dollar, 83.12 rupees to the dollar."""

from __future__ import annotations

from numcheck.reading.line import Amount, Line

AFTER = ("rates",)
EXAMPLES = (
    ("The naira fell to 1,480 against the dollar.", 1480, 1480),
    ("The rand traded at 18.62 to the dollar.", 18.62, 18.62),
    ("The pound rose to 1.21 against the US dollar.", 1.21, 1.21),
    ("The dollar bought 151.4, against the yen.", 151.4, 151.4),
)
QUIET = (
    "The naira fell 3 percent against the dollar.",
    "The port lost 40 to the dollar store.",
    "The rand cost 40 boats.",
)

_AGAINST = ("to", "against", "per", "versus")
_BEFORE_A_NAME = ("the", "a", "one", "us", "u.s", "u.s.", ".")
_FURTHEST = 12
"""Words from the name of a currency to what it buys, at most."""

_QUOTED_FIRST = ("EUR", "GBP", "AUD", "NZD", "USD")
"""Currencies of which one is told in so many of those behind them, or of any other."""

_MONEY_TOO = {"pound": "GBP", "sterling": "GBP"}


def extend(line: Line, amount: Amount) -> None:
    """Give a bare number its two currencies: so many of the one for one of the other."""
    at = line.skip(amount.last, ",")
    if line.word(at) not in _AGAINST or amount.unit != "count" or not amount.digits or not amount.is_bare:
        return
    named = filter(None, (_currency(line, place) for place in line.leftwards(amount.first, _FURTHEST)))
    pair = {next(named, ""), _currency(line, line.over(at + 1, _BEFORE_A_NAME))}
    if len(pair) > 1 and "" not in pair:
        dear, cheap = sorted(pair, key=_rank)
        amount.unit = f"{cheap}/{dear}"
        amount.trail += (f"exchange/{amount.unit}",)


def _currency(line: Line, at: int) -> str:
    """Return the currency whose name is the one word at `at`; nothing for none."""
    g, word = line.grammar, line.word(at)
    names = (name for words, name in g.units.get(word, ()) if len(words) == 1)
    return _MONEY_TOO.get(word) or next((name for name in names if g.dimensions.get(name) == "currency"), "")


def _rank(currency: str) -> int:
    """Return the place of a currency in the order by which markets quote them."""
    return _QUOTED_FIRST.index(currency) if currency in _QUOTED_FIRST else len(_QUOTED_FIRST)
