"""Rules on two figures that are one quantity but for one named slot."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.judge.verdicts.docket import Docket, by_document
from numcheck.judge.verdicts.quotes import names
from numcheck.judge.verdicts.side_fields import DAYS, SIDES, TWO_SIDES, values
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.claim import Claim

SUBJECT = Sides
FIELDS = (*names(*SIDES), *DAYS, "ratio", "apart", "differs_in")
QUOTES = TWO_SIDES


__all__ = ["FIELDS", "QUOTES", "SUBJECT", "subjects", "values"]


def subjects(docket: Docket) -> Iterator[Sides]:
    """Yield the pairs that are one quantity but for one named slot, and not what a draft reckons from its sources."""
    derived = docket.derived
    for rival in docket.case.story.rivals:
        x, y = (docket.claims[i] for i in rival.claims)
        if docket.meet(x, y) and derived.isdisjoint(rival.claims):
            told = _of_both(x, y, docket)
            yield docket.sides(x, y, told, confidence=rival.confidence, differs_in=rival.differs_in)


def _of_both(x: Claim, y: Claim, docket: Docket) -> dict[str, list[Claim]]:
    """Return what each document states of the topics of two claims."""
    topics = {topic.id: topic for c in (x, y) if (topic := docket.topic_of.get(c.id)) is not None}
    told = [c for topic in topics.values() for c in docket.told(topic)]
    return by_document([*told, *(c for c in (x, y) if c.id not in docket.topic_of)])
