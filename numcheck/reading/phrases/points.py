"""Points of an index, said or left out: the index rose 32.50 points to 3,012."""

from __future__ import annotations

from numcheck.reading.line import Amount, Line

AFTER = ("measures",)
EXAMPLES = (
    ("The Dow fell 40.5 points.", 40.5, 40.5),
    ("The index closed at 7,210.5.", 7210.5, 7210.5),
    ("The Nasdaq rose 32.50.", 32.5, 32.5),
)
QUIET = (
    "The team scored 40.5 points.",
    "The index rose as shares closed at 7,210.5.",
    "The index has 30 boats.",
    "The index rose for 5 days.",
)

_LEAST = 100
"""From here on a whole number behind "to" or "at" is a level of an index and no clock time or rank."""

# Indexes, which rise and fall by points; and what else is quoted beside them.
_INDEXES = frozenset(
    (
        "index indices indexes dow nasdaq ftse nikkei dax cac stoxx sensex nifty kospi seng composite bovespa ibex topix "
        "asx futures minis"
    ).split()
)
_QUOTED = frozenset(
    (
        "share shares stock stocks price prices yield yields bond bonds euro dollar sterling pound yen barrel crude gold "
        "silver $ £ €"
    ).split()
)


def extend(line: Line, amount: Amount) -> None:
    """Make points of a bare number that an index rose by, or that it stands at."""
    if (
        amount.unit != "count"
        or not amount.digits
        or amount.value is None
        or amount.scaled
        or not _of_an_index(line, amount.first)
    ):
        return
    said = line.word(amount.last) in ("points", "point")
    if not said and not _left_out(line, amount):
        return
    amount.last += said
    amount.unit = "point"
    amount.trail += (f"points/{'said' if said else 'left out'}",)


def _of_an_index(line: Line, first: int) -> bool:
    """Tell whether an index is named in front of token `first`, and nothing else that is quoted behind it."""
    nearest = next((word for word in reversed(line.lower[:first]) if word in _QUOTED or word in _INDEXES), "")
    return nearest in _INDEXES


def _left_out(line: Line, amount: Amount) -> bool:
    """Tell whether a number without a noun is a change behind its verb, or a level."""
    g, value, behind = line.grammar, amount.value, line.word(amount.last)
    if (
        value is None
        or not amount.is_bare
        or (behind[:1].isalnum() and behind not in g.cues.ends_a_noun)
        or behind in ("-", "%")
    ):
        return False
    before = line.word(amount.first - 1)
    if before in ("to", "at"):
        return value >= _LEAST or value != value.to_integral_value()
    return before in g.up or before in g.down
