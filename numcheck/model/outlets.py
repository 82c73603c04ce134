"""Who inflates: by outlet how often it moves away from the reference, and how far, and what it was the first to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.moment import Moment
from numcheck.model.story import Topic

PRECISION = "hedging/false-precision"
HEDGE = "hedge"
OF_NUMBERS = ("contradiction", "inflation", "sourcing")


@dataclass(frozen=True, slots=True)
class OutletCount:
    """What an outlet did: figures it gives, times it went up or down from the reference, and the most it did so.

    `farthest` is how many times the reference's size its own was, up or down; None where it never moved. `first` counts the
    quantities that several outlets tell and that it told before all others.
    """

    outlet: str
    figures: int
    larger: int
    smaller: int
    farthest: float | None
    hedges_dropped: int
    precision_added: int
    first: int


def count_outlets(
    claims: Sequence[Claim], topics: Iterable[Topic], findings: Iterable[Finding], published: Mapping[str, Moment]
) -> tuple[OutletCount, ...]:
    """Return a count for each outlet, in the order of their first figures; `published` are the documents' moments by path."""
    by_id = {claim.id: claim for claim in claims}
    spoken = [finding for finding in findings if finding.suppressed is None and finding.moved is not None]
    first = [outlet for topic in topics if (outlet := _first([by_id[i] for i in topic.claims], published)) is not None]
    names = dict.fromkeys(claim.outlet for claim in claims)
    return tuple(
        _count(name, claims, [f for f in spoken if f.moved == name], sum(outlet == name for outlet in first)) for name in names
    )


def _count(name: str, claims: Iterable[Claim], moved: Sequence[Finding], first: int) -> OutletCount:
    numbers = [f for f in moved if f.kind in OF_NUMBERS]
    return OutletCount(
        outlet=name,
        figures=sum(claim.outlet == name for claim in claims),
        larger=sum(f.direction == "up" for f in numbers),
        smaller=sum(f.direction == "down" for f in numbers),
        farthest=max((f.ratio for f in numbers if f.ratio is not None), default=None),
        hedges_dropped=sum(f.kind == HEDGE and f.rule != PRECISION for f in moved),
        precision_added=sum(f.rule == PRECISION for f in moved),
        first=first,
    )


def _first(told: Sequence[Claim], published: Mapping[str, Moment]) -> str | None:
    """Return the outlet that told a quantity before all others; None where one outlet tells it, or an order is not known."""
    outlets: dict[str, list[Claim]] = {}
    for claim in told:
        outlets.setdefault(claim.outlet, []).append(claim)
    if len(outlets) < 2 or any(claim.document not in published for claim in told):
        return None
    for name, own in outlets.items():
        others = [c for c in told if c.outlet != name]
        if any(all(published[c.document].before(published[o.document]) for o in others) for c in own):
            return name
    return None
