"""What stands around a figure in its sentence."""

from __future__ import annotations

from numcheck.model.claim import Claim

_CLAUSE = 120
"""Characters in front of a figure whose words may be about it."""


def word_before(claim: Claim) -> str:
    """Return the word in front of a figure, in small letters."""
    words = before(claim).split()
    return words[-1].lower() if words else ""


def before(claim: Claim) -> str:
    """Return what stands in front of a figure in its sentence."""
    return claim.sentence[: max(0, claim.start - claim.sentence_start)]


def behind(claim: Claim) -> str:
    """Return what stands behind a figure in its sentence."""
    return claim.sentence[max(0, claim.end - claim.sentence_start) :]


def just_before(claim: Claim) -> str:
    """Return the last of what stands in front of a figure, about a clause."""
    return before(claim)[-_CLAUSE:]
