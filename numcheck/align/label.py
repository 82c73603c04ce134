"""The name of a topic in a table: the label that most of its claims share."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model.claim import Claim


def label(claims: Sequence[Claim]) -> str:
    """Return the commonest label: one with a measure first, then one that needs no words of the text in brackets."""
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.what] = counts.get(claim.what, 0) + 1
    named = {claim.what for claim in claims if claim.measure is not None}
    return max(counts, key=lambda what: (what in named, "(" not in what, counts[what], -abs(len(what) - _BEST), what))


_BEST = 24
"""Characters that read best in a table's first column."""
