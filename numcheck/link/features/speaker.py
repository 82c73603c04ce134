"""Who tells the figures, and as what: a fact, a plan, a fear."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary

NAME = "speaker"
LEVELS = {
    "the same": ("for", "the mayor, twice"),
    "another": ("either", "the mayor, the police"),
    "named by one alone": ("either", "the mayor said; (nobody)"),
    "in one mood": ("for", "may lose 20, could lose 20"),
    "in another mood": ("against", "lost 20, may lose 20"),
}


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what speakers and moods say."""
    if a.said and b.said:
        yield ("another" if a.said.isdisjoint(b.said) else "the same"), 1.0
    elif a.said or b.said:
        yield "named by one alone", 1.0
    x, y = a.claim.modality, b.claim.modality
    if x != y:
        yield "in another mood", 1.0
    elif x is not None:
        yield "in one mood", 1.0
