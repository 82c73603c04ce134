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
)

_QUAKES = {"quake", "earthquake", "tremor", "temblor", "aftershock", "shock"}
_GREATEST = 12


def wrap(line: Line, amount: Amount) -> None:
    """Make `amount` a magnitude where the words beside it say so."""
    value = amount.low if amount.low is not None else amount.high
    if amount.unit != "count" or value is None or not 0 < value < _GREATEST or amount.hedge == "vague":
        return
    at = amount.first - 1
    while at > line.done and line.lower[at] in (
        "of",
        "a",
        "an",
        "was",
        "measured",
        "estimated",
        "at",
        "the",
        ":",
        "preliminary",
    ):
        at -= 1
    behind = amount.last + (line.word(amount.last) == "-")
    if at >= line.done and line.lower[at] in ("magnitude", "magnitudes"):
        amount.first = at if all(w in ("of", "a", "an") for w in line.lower[at + 1 : amount.first]) else amount.first
    elif line.word(behind) == "magnitude":
        amount.last = behind + 1
    elif not (
        "richter" in line.lower[amount.last : amount.last + 5]
        or (line.word(behind) in _QUAKES and value != value.to_integral_value())
        or (line.word(at) in ("measuring", "measured") and "richter" in line.lower)
    ):
        return
    amount.unit = "magnitude"
    amount.trail += (f"{NAME}/{amount.unit}",)
