"""Rules on two figures that are one quantity or are taken for one: pairs, rivals, and parts told as wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    parts = _parts(docket.claims.values())
    for topic in docket.case.story.topics:
        told = docket.told(topic)
        wholes = [claim for claim in told if claim.scope.subset_of is None]
        for head, whole in product(told, wholes):
            beside = parts.get((head.document, head.sentence_start), ()) if _meet(head, whole, docket) else ()
            for part in beside:
                if part.id not in topic.claims and same_number(part.quantity, whole.quantity):
                    near = by_document(told)
                    yield docket.sides(part, whole, near, confidence=topic.confidence, differs_in="subset")


def _parts(claims: Iterable[Claim]) -> Mapping[tuple[str, int], Sequence[Claim]]:
    """Return the claims that are parts, by their document and the place of their sentence."""
    parts: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.scope.subset_of is not None:
            parts[claim.document, claim.sentence_start].append(claim)
    return parts


def _meet(head: Claim, whole: Claim, docket: Docket) -> bool:
    """Tell whether what stands beside `head` may be told as `whole` elsewhere: beside sources by the draft alone."""
    return docket.meet(head, whole) and head.role != "draft"
