"""What somebody can decide of a report: pairs of figures of which a yes or no changes what is told, each with its quotes."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence

from numcheck.model.claim import Claim
from numcheck.model.decision import pair_print
from numcheck.model.frozen import frozen
from numcheck.model.report import Report
from numcheck.model.story import Evidence
from numcheck.report.figures import MARKED, label_of, sentence
from numcheck.report.findings import spoken
from numcheck.report.lookup import Lookup
from numcheck.report.printable import tidy

_REASONS = 4
"""So many reasons for and against are told."""


@frozen
class Question:
    """Two figures that may be one quantity, what the pair is known by, how likely that is, and what speaks for and against."""

    pair: str
    claims: tuple[Claim, Claim]
    probability: float | None
    evidence: tuple[Evidence, ...] = ()


def questions(report: Report, *, told: bool = False) -> list[Question]:
    """Return what there is to decide, the weightiest first: the pairs to check; beside sources what these do not hold.

    With `told` also the pairs of which findings tell as one quantity.
    """
    found = [*_to_check(report), *_unheld(report), *(_told(report) if told else ())]
    return list({question.pair: question for question in reversed(found)}.values())[::-1]


def _to_check(report: Report) -> Iterator[Question]:
    claims = {claim.id: claim for claim in report.claims}
    for check in report.to_check:
        one, other = (claims[name] for name in check.claims)
        yield Question(check.fingerprint, (one, other), check.probability, check.evidence)


def _unheld(report: Report) -> Iterator[Question]:
    """Yield each figure of a draft that is not supported, with the source's figure that the ledger names for it."""
    claims, links = {claim.id: claim for claim in report.claims}, _links(report)
    for entry in report.ledger:
        if entry.subject is not None and entry.state != "supported" and entry.support:
            yield _of(claims[entry.subject], claims[entry.support[0].claim], links)


def _told(report: Report) -> Iterator[Question]:
    claims, links = {claim.id: claim for claim in report.claims}, _links(report)
    for finding in spoken(report):
        if finding.probability is not None:
            one, other = (claims[name] for name in finding.claims[:2])
            yield _of(one, other, links, finding.probability)


Links = Mapping[frozenset[str], tuple[float, tuple[Evidence, ...]]]


def _links(report: Report) -> Links:
    pairs = [*report.possible, *(pair for topic in report.topics for pair in topic.evidence)]
    return {frozenset(pair.claims): (pair.confidence, pair.evidence) for pair in pairs}


def _of(one: Claim, other: Claim, links: Links, probability: float | None = None) -> Question:
    likely, evidence = links.get(frozenset((one.id, other.id)), (None, ()))
    return Question(pair_print(one, other), (one, other), likely if probability is None else probability, evidence)


def told_of(report: Report, question: Question) -> list[str]:
    """Return a question in lines: what it is about, both sentences with their figures marked, the reasons for and against."""
    lookup = Lookup(report)
    likely = "" if question.probability is None else f" ({question.probability:.0%} likely one quantity)"
    lines = [f"{label_of(question.claims[0])}{likely}"]
    for claim in question.claims:
        words = sentence(claim).replace(MARKED[0], "«").replace(MARKED[1], "»")
        lines += [f"  {tidy(claim.outlet)}, {lookup.place(claim.document, claim.start)}", f"    {words}"]
    for title, sign in (("for", 1), ("against", -1)):
        told = _reasons(question.evidence, sign)
        lines += [f"  {title}: {told}"] if told else []
    return lines


def _reasons(evidence: Iterable[Evidence], sign: int) -> str:
    """Return what speaks for (or, with a sign of -1, against) in words: of each feature its heaviest level."""
    heaviest: dict[str, str] = {}
    for one in evidence:
        if one.weight * sign > 0:
            heaviest.setdefault(one.feature, one.level)
    return "; ".join([f"{feature}, {level}" for feature, level in heaviest.items()][:_REASONS])


def command(pair: str, claims: Sequence[Claim], answer: str) -> str:
    """Return the line for a terminal that keeps an answer on a pair: the two texts are all it needs."""
    texts = list(dict.fromkeys(claim.document for claim in claims if claim.role != "source"))
    sources = [f"--sources {shlex.quote(c.document)}" for c in claims if c.role == "source"]
    return " ".join(["numcheck review", *map(shlex.quote, texts), *sources, f"--answer {pair}={answer}"])
