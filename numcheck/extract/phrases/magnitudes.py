"""Magnitudes of earthquakes: magnitude of at least 5.9, a 7.6-magnitude quake, 6.1 on the Richter scale."""

from __future__ import annotations

from numcheck.extract.line import Amount, Line

NAME = "magnitudes"
ORDER = 40
KINDS = ()
EXAMPLES = (
    ("a magnitude of at least 5.9", 5.9, None),
    ("a 7.6-magnitude earthquake", 7.6, 7.6),
    ("6.1 on the Richter scale", 6.1, 6.1),
    ("a 6.1 quake", 6.1, 6.1),
    ("It measured 6.1 on the Richter scale.", 6.1, 6.1),
    ("magnitude 7", 7, 7),
)
QUIET = (
    "a 15-magnitude event",
    "a 6 quake zone",
    "5 boats of some magnitude",
    "several quakes",
)

_QUAKES = {"quake", "earthquake", "tremor", "temblor", "aftershock", "shock"}
_GREATEST = 12
_FURTHEST_SCALE = 5


def wrap(line: Line, amount: Amount) -> None:
    """Make `amount` a magnitude where the words beside it say so."""
    value = amount.stated
    if amount.unit != "count" or value is None or not 0 < value < _GREATEST or amount.hedge == "vague":
        return
    at = _leading(line, amount)
    behind = amount.last + (line.word(amount.last) == "-")
    if line.word(at) in ("magnitude", "magnitudes"):
        if all(word in ("of", "a", "an") for word in line.lower[at + 1 : amount.first]):
            amount.first = at
    elif line.word(behind) == "magnitude":
        amount.last = behind + 1
    elif not _on_the_scale(line, amount, at) and not (line.word(behind) in _QUAKES and value != value.to_integral_value()):
        return
    amount.unit = "magnitude"
    amount.trail += (f"{NAME}/{amount.unit}",)


def _leading(line: Line, amount: Amount) -> int:
    """Return the token in front of `amount` and of the small words before it: magnitude was estimated at; -1 for none."""
    at = amount.first - 1
    while at > line.done and line.lower[at] in line.grammar.cues["behind_magnitude"]:
        at -= 1
    return at if at >= line.done else -1


def _on_the_scale(line: Line, amount: Amount, at: int) -> bool:
    """Tell whether the Richter scale stands behind, or anywhere behind "measuring"."""
    if "richter" in line.lower[amount.last : amount.last + _FURTHEST_SCALE]:
        return True
    return line.word(at) in ("measuring", "measured") and "richter" in line.lower
