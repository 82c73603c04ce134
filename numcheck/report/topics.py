"""What the outlets agree on, what may be one quantity, what one outlet alone tells, and what put figures together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from numcheck.model.claim import Claim
from numcheck.model.interval import meets
from numcheck.model.quantity import Quantity
from numcheck.model.report import Report, shared
from numcheck.model.story import Evidence, Pair, Topic
from numcheck.report.figures import label_of
from numcheck.report.findings import spoken
from numcheck.report.lookup import Lookup, Statement
from numcheck.report.printable import quoted, tidy

_ALIKE_WITHIN = Decimal("0.05")
"""How far two figures of two units may be apart, as a share, and still be one figure converted."""


def agreements(lookup: Lookup) -> tuple[list[str], list[str]]:
    """Return a line for each topic that no rule speaks of: first those put alike by all, then those put differently."""
    alike, differently = quiet(lookup)
    said = [[_told(lookup, topic) for topic in topics] for topics in (alike, differently)]
    return said[0], said[1]


def quiet(lookup: Lookup) -> tuple[list[Topic], list[Topic]]:
    """Return the topics that no rule speaks of: those put alike by all, and those put differently and not to be checked."""
    disputed = {finding.topic for finding in spoken(lookup.report)}
    asked = [set(check.claims) for check in lookup.report.to_check]
    alike: list[Topic] = []
    differently: list[Topic] = []
    for topic in told_twice(lookup.report):
        if topic.id not in disputed:
            if _one_figure(lookup.statements(topic.claims)):
                alike.append(topic)
            elif not any(pair.issubset(topic.claims) for pair in asked):
                differently.append(topic)
    return alike, differently


def _told(lookup: Lookup, topic: Topic) -> str:
    return f"{tidy(topic.label)}: {'; '.join(map(str, lookup.statements(topic.claims)))}"


def _one_figure(ways: Sequence[Statement]) -> bool:
    """Tell whether all ways to put a figure are one, if in other units: "10 kilometers" and "6.2 miles"."""
    told = [put.claim.quantity for put in ways]
    if len({q.unit for q in told}) < len(told) or len({(q.hedge, q.side) for q in told}) > 1:
        return len(told) == 1
    return all(_converted(told[0], q) for q in told[1:])


def _converted(x: Quantity, y: Quantity) -> bool:
    if x.dimension != y.dimension or x.dimension == "currency" or x.size is None or y.size is None:
        return False
    return meets(x.base, y.base) and abs(x.size - y.size) <= _ALIKE_WITHIN * max(abs(x.size), abs(y.size))


def unsure(lookup: Lookup) -> list[str]:
    """Return a line for each pair that may be one quantity and was not judged, the likeliest first.

    One that is to be checked is told there.
    """
    pairs = sorted(_undisputed(lookup), key=lambda pair: -pair.confidence)
    return list(dict.fromkeys(pair_line(lookup, pair) for pair in pairs))  # two pairs may read alike


def differing(lookup: Lookup) -> int:
    """Return how many of those that may be one quantity are told otherwise by one outlet than by another."""
    told = (lookup.told(pair.claims) for pair in _undisputed(lookup))
    taken = ([claim.quantity for claim in claims] for claims in told)
    return sum(x.unit == y.unit and not meets(x.base, y.base) for x, y in taken)


def _undisputed(lookup: Lookup) -> list[Pair]:
    """Return the pairs that no finding speaks of and that are not to be checked."""
    disputed = [set(finding.claims) for finding in spoken(lookup.report)] + [set(c.claims) for c in lookup.report.to_check]
    return [pair for pair in lookup.report.possible if not any(told.issuperset(pair.claims) for told in disputed)]


def pair_line(lookup: Lookup, pair: Pair) -> str:
    """Return a pair of claims as one line: what the first is of, and both statements."""
    claims = [lookup.claims[name] for name in pair.claims]
    sides = " and ".join(f"{quoted(c.text)} ({tidy(c.outlet)})" for c in claims)
    return f"{label_of(claims[0])}: {sides}"


def together(lookup: Lookup, link: Pair) -> str:
    """Return what put two claims together in a line: both with their outlets, how sure it is, and the reasons with weights."""
    first, second = (f"{name} ({tidy(lookup.claims[name].outlet)})" for name in link.claims)
    return f"{first} and {second}, {link.confidence:.2f}: {', '.join(map(reason, link.evidence)) or 'no evidence kept'}"


def reason(evidence: Evidence) -> str:
    """Return a reason for or against two claims being one quantity, with its weight: "measure same (killed) +1.3"."""
    return f"{evidence.feature} {evidence.level} {evidence.weight:+.2g}"


def told_once(lookup: Lookup) -> list[str]:
    """Return a line for each claim that no other document tells; a bracketed conversion stands with the figure it repeats."""
    told = shared(lookup.report)
    claims = [claim for claim in lookup.report.claims if claim.id not in told and claim.converts is None]
    return [f"{label_of(c)}: {quoted(c.text)} ({tidy(c.outlet)}, {lookup.place(c.document, c.start)})" for c in claims]


def told_twice(report: Report) -> list[Topic]:
    """Return the topics that hold figures of two documents or more."""
    told = shared(report)
    return [topic for topic in report.topics if topic.claims and topic.claims[0] in told]


def links(lookup: Lookup, claim: Claim) -> list[tuple[str, list[Pair]]]:
    """Return the pairs of a draft's figure with others, by what align made of them."""
    report = lookup.report
    told = [pair for topic in report.topics for pair in topic.evidence]
    titled = (("Put together", told), ("Parted by one slot", report.rivals), ("Possibly the same, not judged", report.possible))
    found = [(title, [pair for pair in pairs if claim.id in pair.claims]) for title, pairs in titled]
    return [(title, pairs) for title, pairs in found if pairs]
