"""The name of a topic in a table: the label that most of its claims share."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model.claim import Claim


def label(claims: Sequence[Claim]) -> str:
    """Return the commonest label, a longer one before a shorter, one with a measure before one without."""
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.what] = counts.get(claim.what, 0) + 1
    named = {claim.what for claim in claims if claim.measure is not None}
    return max(counts, key=lambda what: (what in named, counts[what], -abs(len(what) - _BEST), what))


_BEST = 24
"""Characters that read best in a table's first column."""
