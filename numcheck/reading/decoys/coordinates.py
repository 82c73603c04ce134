"""Degrees that say where on the globe: 55.9 degrees in longitude, 38.2 degrees north, 142.4°E."""

from __future__ import annotations

from numcheck.reading.line import DIGITS, Decoy, Line

AFTER = ("ids",)
REASON = "place"
KINDS = (DIGITS,)
EXAMPLES = (
    ("at 55.9 degrees in longitude", "55.9 degrees", "55.9"),
    ("The boat was at 38.2 degrees north.", "38.2 degrees north", "38.2"),
    ("at 12 degrees south latitude", "12 degrees south", "12"),
    ("at 142.4°E", "142.4°E", "142.4"),
    ("at 142.4° West", "142.4° West", "142.4"),
)
QUIET = (
    "a rise of 4 degrees",
    "It was 20 degrees in the harbour.",
    "20 degrees north of normal",
    "20°C",
)

_DEGREES = ("degrees", "degree", "°", "deg")
_WAYS = ("north", "south", "east", "west", "n", "s", "e", "w")
_CIRCLES = ("longitude", "latitude")


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the degrees at `i`."""
    if line.word(i + 1) not in _DEGREES:
        return None
    at = i + 2
    if line.word(at) in _WAYS and line.word(at + 1) != "of":
        return Decoy(i, at + 1, REASON, line.words[i])
    return Decoy(i, at, REASON, line.words[i]) if line.word(line.skip(at, "in", "of")) in _CIRCLES else None
