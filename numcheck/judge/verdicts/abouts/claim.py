"""Rules on a single claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted, names, quote
from numcheck.judge.verdicts.subjects import OneClaim

SUBJECT = OneClaim
FIELDS = names("claim", "original")
QUOTES = Quoted("quotes the figure: {claim.text}", (1, "claim.text"))


def subjects(docket: Docket) -> Iterator[OneClaim]:
    """Yield every claim; beside sources only the draft's."""
    for claim in docket.claims.values():
        if not docket.case.gate or claim.role == "draft":
            yield OneClaim((claim,), docket.topic_of.get(claim.id), original=docket.claims.get(claim.converts or ""))


def values(s: OneClaim) -> Mapping[str, str]:
    """Return what a message may quote."""
    return quote(claim=s.claim, original=s.original or s.claim)
