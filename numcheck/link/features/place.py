"""Where in their articles the figures stand: what leads in one article leads in the other."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary

NAME = "place in the article"
LEVELS = {
    "apart": ("against", "by how much of the article, 0 to 1"),
    "both lead": ("for", "in the first quarter of both"),
    "both in headlines": ("for", "a headline and a headline"),
    "one in a headline": ("for", "a headline and a paragraph"),
    "far down": ("against", "by the place of the later, 0 to 1"),
}


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield how far apart, and how far up, the two stand."""
    x, y = a.claim.position, b.claim.position
    yield "apart", abs(x - y)
    yield "far down", max(x, y)
    if a.leads and b.leads:
        yield "both lead", 1.0
    headlines = (a.claim.section == "headline") + (b.claim.section == "headline")
    if headlines:
        yield ("both in headlines" if headlines == 2 else "one in a headline"), 1.0
