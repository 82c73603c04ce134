"""Who inflates: by outlet how often it moves away from the reference, and how far, and what it was the first to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.moment import Moment
from numcheck.model.story import Topic

ADDED_DIGITS = "added-precision"
"""The condition by which a rule says that an outlet has more digits than there were."""
HEDGE = "hedge"
OF_NUMBERS = ("contradiction", "inflation", "sourcing")


@dataclass(frozen=True, slots=True)
class OutletCount:
    """What an outlet did: figures it gives, quantities in which it went up or down from the reference, and the most it did so.

    `shared` of its figures are told by another outlet too; `unsettled` counts the quantities in which it differs from another
    and neither is the reference. `farthest` is how many times the reference's size its own was, up or down; None where it
    never moved. `first` counts the quantities that several outlets tell and that it told before all others.
    """

    outlet: str
    figures: int
    shared: int
    unsettled: int
    larger: int
    smaller: int
    farthest: float | None
    hedges_dropped: int
    precision_added: int
    first: int

    @property
    def departs(self) -> tuple[float, float] | None:
        """The share of its shared figures that moved, as an interval of 95 % (Wilson 1927); None where it shares none."""
        moved, of = min(self.larger + self.smaller, self.shared), self.shared
        if not of:
            return None
        middle, spread = moved + _Z * _Z / 2, _Z * sqrt(moved * (of - moved) / of + _Z * _Z / 4)
        return max((middle - spread) / (of + _Z * _Z), 0), min((middle + spread) / (of + _Z * _Z), 1)


_Z = 1.96


def count_outlets(
    claims: Sequence[Claim],
    topics: Iterable[Topic],
    findings: Iterable[Finding],
    published: Mapping[str, Moment],
    precise: Collection[str] = (),
) -> tuple[OutletCount, ...]:
    """Return a count for each outlet, in the order of their first figures.

    `published` are the documents' moments by path, `precise` the rules that find digits which were not there before.
    """
    by_id = {claim.id: claim for claim in claims}
    told = {topic.id: [by_id[name] for name in topic.claims] for topic in topics}
    counted = [finding for finding in findings if finding.suppressed is None]
    moved = _moved(counted)
    figures = Counter(claim.outlet for claim in claims)
    shared = Counter(claim.outlet for same in filter(_of_several, told.values()) for claim in same)
    apart = _unsettled(counted, told, by_id)
    first = Counter(_first(same, published) for same in told.values())
    return tuple(
        _count(name, (figures[name], shared[name], apart[name]), moved.get(name, ()), first[name], precise) for name in figures
    )


def _moved(counted: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings in which each outlet went away from the reference."""
    moved: dict[str, list[Finding]] = {}
    for finding in counted:
        if finding.moved is not None:
            moved.setdefault(finding.moved, []).append(finding)
    return moved


def _of_several(told: Iterable[Claim]) -> bool:
    return len({claim.outlet for claim in told}) > 1


def _unsettled(counted: Iterable[Finding], told: Mapping[str, Sequence[Claim]], by_id: Mapping[str, Claim]) -> Counter[str]:
    """Return in how many quantities each outlet takes part in which outlets differ and none of them is the reference."""
    apart: set[tuple[str, str]] = set()
    for finding in counted:
        if finding.moved is None and finding.kind in OF_NUMBERS:
            parties = told.get(finding.topic or "") or [by_id[name] for name in finding.claims]
            apart.update((claim.outlet, _about(finding)) for claim in parties)
    return Counter(outlet for outlet, _ in apart)


def _about(finding: Finding) -> str:
    """Return what tells the quantity that a finding is about."""
    return finding.topic or finding.fingerprint


def _count(
    name: str, told: tuple[int, int, int], moved: Sequence[Finding], first: int, precise: Collection[str]
) -> OutletCount:
    numbers = [finding for finding in moved if finding.kind in OF_NUMBERS]
    ways = Counter({_about(finding): finding.direction for finding in reversed(numbers)}.values())
    figures, shared, unsettled = told
    return OutletCount(
        outlet=name,
        figures=figures,
        shared=shared,
        unsettled=unsettled,
        larger=ways["up"],
        smaller=ways["down"],
        farthest=max((finding.ratio for finding in numbers if finding.ratio is not None), default=None),
        hedges_dropped=sum(finding.kind == HEDGE and finding.rule not in precise for finding in moved),
        precision_added=sum(finding.rule in precise for finding in moved),
        first=first,
    )


def _first(told: Sequence[Claim], published: Mapping[str, Moment]) -> str | None:
    """Return the outlet that told a quantity before all others; None where one outlet tells it, or an order is not known."""
    if not _of_several(told) or any(claim.document not in published for claim in told):
        return None
    days = [(claim.outlet, published[claim.document]) for claim in told]
    return next((name for name, day in days if all(day.before(other) for outlet, other in days if outlet != name)), None)
