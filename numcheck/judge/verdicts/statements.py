"""What documents state of a topic, each statement once, whoever repeats it; and what is alike to a condition in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from numcheck.judge.relations import order
from numcheck.model.claim import Claim

MOST_STATEMENTS = 80
"""Different statements of one topic that are held against each other; of more, the lowest and the highest are taken."""

MOST_TELLERS = 8
"""Claims of one statement that are looked at one by one; of more, the first by their words and their outlets."""

STATED = frozenset({"quantity", "hedges", "scope", "speaker", "modality", "as_of", "saying.base"})
"""What of two claims must be alike for them to be one statement. Only a condition that reads no more than this of a claim may
be asked once for all who repeat it."""

LEVELS = ("to", "at", "reached", "hit", "topped", "is", "was", "stands", "stood")
"""Words in front of a figure that make it a level: "rose to 12 percent", "stood at 12 percent"."""


def said_alike(claim: Claim) -> tuple[object, ...]:
    """Return what claims share that say the same of a topic to a reader: the figure with its hedge, and every slot."""
    q = claim.quantity
    return (q.written, q.hedge, q.side, q.direction, q.word, q.unit, claim.speaker, claim.modality, claim.as_of, claim.scope)


def _statement(claim: Claim) -> tuple[object, ...]:
    """Return all of a claim that STATED names; a number has its digits too, as 3 and 3.0 are not rounded alike."""
    q = claim.quantity
    digits = (str(q.stated.low), str(q.stated.high))
    return (q, digits, claim.hedges, claim.scope, claim.speaker, claim.modality, claim.as_of, claim.saying.base)


def statements(told: Iterable[Claim]) -> list[list[Claim]]:
    """Group the claims of a topic by what they state, in order; of too many, keep the lowest and the highest."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in told:
        groups.setdefault(_statement(claim), []).append(claim)
    found = list(groups.values())
    if len(found) <= MOST_STATEMENTS:
        return found
    found.sort(key=lambda g: (order(g[0].quantity), repr(_statement(g[0]))))
    return found[: MOST_STATEMENTS // 2] + found[-MOST_STATEMENTS // 2 :]


def tellers(statement: Sequence[Claim], reference: str | None) -> Sequence[Claim]:
    """Return the claims of a statement that are looked at one by one; the reference's is always among them."""
    if len(statement) <= MOST_TELLERS:
        return statement
    first = sorted(statement, key=lambda c: (reference not in (c.document, c.outlet), c.text, c.outlet, c.start))[:MOST_TELLERS]
    kept = {c.id for c in first}
    return [c for c in statement if c.id in kept]
