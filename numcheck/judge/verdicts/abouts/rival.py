"""Rules on two figures that are one quantity but for one named slot."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.judge.verdicts.docket import World
from numcheck.judge.verdicts.quotes import names
from numcheck.judge.verdicts.side_fields import DAYS, SIDES, values
from numcheck.judge.verdicts.statements import by_document, statements
from numcheck.judge.verdicts.subjects import Sides, in_order
from numcheck.model.claim import Claim

SUBJECT = Sides
FIELDS = (*names(*SIDES), *DAYS, "ratio", "apart", "differs_in")


__all__ = ["FIELDS", "SUBJECT", "subjects", "values"]


def subjects(world: World) -> Iterator[Sides]:
    """Yield the pairs that are one quantity but for one named slot."""
    for rival in world.story.rivals:
        x, y = (world.claims[i] for i in rival.claims)
        if not world.gate or (x.role == "draft") != (y.role == "draft"):
            ordered = in_order(x, y, world.ranks, world.reference)
            told = _of_both(x, y, world)
            yield Sides(
                ordered,
                None,
                rival.confidence,
                told,
                world.ranks,
                rival.differs_in,
                world.days,
                said=world.said,
                earlier=world.earlier,
            )


def _of_both(x: Claim, y: Claim, world: World) -> dict[str, list[Claim]]:
    """Return what each document states of the topics of two claims."""
    topics = {topic.id: topic for c in (x, y) if (topic := world.topic_of.get(c.id)) is not None}
    told = [c for topic in topics.values() for c in world.told(topic)]
    return by_document(statements([*told, *(c for c in (x, y) if c.id not in world.topic_of)]))
