"""What documents state of a topic: each statement once, whoever repeats it."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.judge.relations import order
from numcheck.model.claim import Claim

MOST_STATEMENTS = 80
"""Different statements of one topic that are held against each other; of more, the lowest and the highest are taken."""

LEVELS = ("to", "at", "reached", "hit", "topped", "is", "was", "stands", "stood")
"""Words in front of a figure that make it a level: "rose to 12 percent", "stood at 12 percent"."""


def statement(claim: Claim) -> tuple[object, ...]:
    """Return what makes two claims of a topic one statement: the figure with its hedge, and every slot."""
    q = claim.quantity
    return (q.written, q.hedge, q.side, q.direction, q.word, q.unit, claim.speaker, claim.modality, claim.as_of, claim.scope)


def _wording(claim: Claim) -> tuple[object, ...]:
    """Return what two claims of one statement may still differ in, as far as conditions look at it."""
    said = claim.saying
    return (
        claim.hedges,
        said.certainty == "fact",
        said.word_before in LEVELS,
        said.base,
        claim.section == "headline",
        said.earlier is not None,
        said.greatest,
        said.of_a_group,
    )


def statements(told: Sequence[Claim]) -> list[list[Claim]]:
    """Group the claims of a topic by what they state, in order; of too many, keep the lowest and the highest."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in told:
        groups.setdefault((*statement(claim), *_wording(claim)), []).append(claim)
    found = list(groups.values())
    if len(found) <= MOST_STATEMENTS:
        return found
    found.sort(key=lambda g: order(g[0].quantity))
    return found[: MOST_STATEMENTS // 2] + found[-MOST_STATEMENTS // 2 :]


def by_document(statements: Sequence[Sequence[Claim]]) -> dict[str, list[Claim]]:
    """Return what each document states, each statement once."""
    told: dict[str, list[Claim]] = {}
    for group in statements:
        for claim in {c.document: c for c in reversed(group)}.values():
            told.setdefault(claim.document, []).append(claim)
    return told
