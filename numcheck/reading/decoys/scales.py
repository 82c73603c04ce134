"""Words of scale that no number stands in front of: the cheaper by the dozen, a multi-million deal, per hundred."""

from __future__ import annotations

from numcheck.reading.line import DOZEN, HUNDRED, SCALE, Decoy, Line

AFTER = ("romans",)
REASON = "scale word"
KINDS = (HUNDRED, SCALE, DOZEN)
EXAMPLES = (
    ("They are cheaper by the dozen.", "dozen", None),
    ("a multi-million deal", "million", None),
    ("a share per hundred", "hundred", None),
)
QUIET = (
    "a dozen boats",
    "half a million boats",
    "two hundred boats",
    "a few thousand boats",
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the word of scale at `i` where it makes no number."""
    return Decoy(i, i + 1, REASON) if line.amount(i) is None else None
