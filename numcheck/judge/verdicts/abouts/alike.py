"""Rules on two figures that are one quantity or are taken for one: pairs, rivals, and parts told as wholes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from numcheck.judge.relations import same_number
from numcheck.judge.verdicts.docket import Docket, by_document
from numcheck.judge.verdicts.quotes import names
from numcheck.judge.verdicts.side_fields import DAYS, SIDES, TWO_SIDES, values
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.claim import Claim

SUBJECT = Sides
FIELDS = (*names(*SIDES), *DAYS, "ratio", "apart", "topic")
QUOTES = TWO_SIDES
ALSO = ("pair", "rival")


__all__ = ["ALSO", "FIELDS", "QUOTES", "SUBJECT", "subjects", "values"]


def subjects(docket: Docket) -> Iterator[Sides]:
    """Yield a part of one document beside the same number in the place of its whole in another: rivals that share no noun."""
    parts: dict[tuple[str, int], list[Claim]] = {}
    for claim in docket.claims.values():
        if claim.scope.subset_of is not None:
            parts.setdefault((claim.document, claim.sentence_start), []).append(claim)
    for topic in docket.case.story.topics:
        told = docket.told(topic)
        wholes = [claim for claim in told if claim.scope.subset_of is None]
        for head in told:
            beside = [p for p in parts.get((head.document, head.sentence_start), ()) if p.id not in topic.claims]
            for other, part in product(wholes, beside):
                if head.document == other.document or not same_number(part.quantity, other.quantity):
                    continue
                if docket.case.gate and (head.role == "draft" or other.role != "draft"):
                    continue
                near = by_document(told)
                yield docket.sides(part, other, near, confidence=topic.confidence, differs_in="subset")
