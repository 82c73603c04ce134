"""Rules on two figures that are one quantity: of a firm topic, or of a draft and the source that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from numcheck.judge.gate.derive import STEPS
from numcheck.judge.gate.other_forms import FORMS
from numcheck.judge.gate.support import SAME_NUMBER
from numcheck.judge.verdicts.docket import UNSURE, Docket
from numcheck.judge.verdicts.quotes import names
from numcheck.judge.verdicts.side_fields import DAYS, SIDES, values
from numcheck.judge.verdicts.statements import by_document, statements
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.claim import Claim

SUBJECT = Sides
FIELDS = (*names(*SIDES), *DAYS, "ratio", "apart", "topic", "rate")


__all__ = ["FIELDS", "SUBJECT", "subjects", "values"]


def subjects(docket: Docket) -> Iterator[Sides]:
    """Yield each two different statements of a firm topic by two documents; beside a draft, its own with the sources'.

    A figure of the draft that follows from the sources' by arithmetic is not held against the figures it comes from; a
    bracketed conversion is judged through the figure that it converts.
    """
    derived = {e.subject for e in docket.ledger if e.support and e.support[0].relation in STEPS | FORMS}
    for topic in docket.case.story.topics:
        if not topic.firm:
            continue
        judged = [c for c in docket.told(topic) if c.id not in derived and c.id not in topic.likely]
        plain = [c for c in judged if c.converts is None or c.converts not in topic.claims]
        everything = statements(judged)
        stated = everything if len(plain) == len(judged) else statements(plain)
        told = by_document(everything)
        for x, y in combinations(stated, 2):
            pair = _two_documents(x, y, gate=docket.case.gate)
            if pair is not None:
                yield docket.sides(*pair, told, topic=topic, confidence=topic.confidence)
    yield from _held(docket)


def _held(docket: Docket) -> Iterator[Sides]:
    """Yield a draft's figure with the source's that holds it, where it is the same number and no topic joins the two."""
    for entry in docket.ledger:
        if entry.subject is None or not entry.support or entry.support[0].relation != SAME_NUMBER:
            continue
        draft, source = docket.claims[entry.subject], docket.claims[entry.support[0].claim]
        topic = docket.topic_of.get(draft.id)
        if topic is None or not topic.firm or source.id not in topic.claims:
            told = {draft.document: [draft], source.document: [source]}
            yield docket.sides(draft, source, told, confidence=UNSURE, held=True)


def _two_documents(x: Sequence[Claim], y: Sequence[Claim], *, gate: bool) -> tuple[Claim, Claim] | None:
    """Return the first claim of each statement such that two documents speak: beside a draft, the draft and a source."""
    if gate:
        for drafts, sources in ((x, y), (y, x)):
            draft = next((c for c in drafts if c.role == "draft"), None)
            source = next((c for c in sources if c.role != "draft"), None)
            if draft is not None and source is not None:
                return (draft, source) if drafts is x else (source, draft)
        return None
    for one in x[:2]:
        for other in y:
            if one.document != other.document:
                return one, other
    return None
