"""Rules on two figures that are one quantity: of a firm topic, or of a draft and the source that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from operator import itemgetter

from numcheck.judge.gate.support import SAME_NUMBER
from numcheck.judge.verdicts.docket import UNSURE, Docket, by_document
from numcheck.judge.verdicts.quotes import names
from numcheck.judge.verdicts.side_fields import DAYS, SIDES, TWO_SIDES, values
from numcheck.judge.verdicts.statements import statements, tellers
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.claim import Claim
from numcheck.model.story import Topic

SUBJECT = Sides
FIELDS = (*names(*SIDES), *DAYS, "ratio", "apart", "topic", "rate", "verdict")
QUOTES = TWO_SIDES


__all__ = ["FIELDS", "QUOTES", "SUBJECT", "subjects", "values"]


def subjects(docket: Docket) -> Iterator[Sides]:
    """Yield two statements of a topic by two documents each, and what may be one; beside a draft, its own with the sources'.

    A figure of the draft that follows from the sources' by arithmetic is not held against the figures it comes from; a
    bracketed conversion is judged through the figure that it converts.
    """
    derived = docket.derived
    for topic in docket.case.story.topics:
        yield from _stated(topic, [c for c in docket.told(topic) if c.id not in derived], docket)
    if not docket.case.gate:
        yield from _possible(docket)
    yield from _held(docket)


def _stated(topic: Topic, judged: Sequence[Claim], docket: Docket) -> Iterator[Sides]:
    """Yield each two statements of a topic that two documents make, by the two claims that are likeliest one quantity.

    Of claims as likely their words tell which, not the order of their documents.
    """
    told = by_document(judged)
    plain = [c for c in judged if c.converts is None or c.converts not in topic.claims]
    plain.sort(key=lambda claim: (claim.text, claim.outlet, claim.start))
    for pair in combinations(statements(plain), 2):
        first, second = (tellers(said, docket.case.reference) for said in pair)
        meeting = ((docket.sure(x, y, topic), x, y) for x, y in product(first, second) if docket.meet(x, y))
        likeliest = max(meeting, key=itemgetter(0), default=None)
        if likeliest is not None:
            sure, x, y = likeliest
            yield docket.sides(x, y, told, topic=topic, confidence=sure, one=True, statements=pair)


def _possible(docket: Docket) -> Iterator[Sides]:
    """Yield the figures of two topics, or of none, that may be one quantity."""
    for likely in docket.case.story.possible:
        x, y = (docket.claims[i] for i in likely.claims)
        yield docket.sides(x, y, {x.document: [x], y.document: [y]}, confidence=likely.confidence, one=True)


def _held(docket: Docket) -> Iterator[Sides]:
    """Yield a draft's figure with the source's that holds it, where it is the same number and no topic joins the two."""
    for entry in docket.ledger:
        if entry.subject is None or not entry.support or entry.support[0].relation != SAME_NUMBER:
            continue
        draft, source = docket.claims[entry.subject], docket.claims[entry.support[0].claim]
        topic = docket.topic_of.get(draft.id)
        if topic is None or source.id not in topic.claims:
            told = {draft.document: [draft], source.document: [source]}
            yield docket.sides(draft, source, told, confidence=UNSURE, held=True)
