"""What the outlets disagree on: a dispute for each quantity that rules speak of, the worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numcheck.model.claim import Claim
from numcheck.model.finding import Finding
from numcheck.model.story import Topic
from numcheck.report.distance import apart
from numcheck.report.figures import label_of
from numcheck.report.findings import spoken, weight
from numcheck.report.lookup import Lookup, Statement, statement_of, way
from numcheck.report.printable import count, tidy
from numcheck.report.topics import told_twice

NOTED = "Worth knowing"
"""What stands over the quantities on which rules have no more than a note."""
_SELF_EVIDENT = ("arithmetic",)
"""The kinds whose message tells more than what is measured: an article against itself."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A quantity the outlets disagree on: its two quoted sides, how far apart they are, the findings, the worst first."""

    label: str
    topic: Topic | None
    sides: tuple[Statement, ...]
    apart: str
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]


def disputes(lookup: Lookup) -> list[Dispute]:
    """Return what the findings say, one dispute a topic (or a finding that has none), the worst first."""
    groups: dict[str, list[Finding]] = {}
    for finding in spoken(lookup.report):
        if finding.claims or finding.at is not None:
            groups.setdefault(finding.topic or finding.fingerprint, []).append(finding)
    found = [_dispute(lookup, sorted(findings, key=weight)) for findings in groups.values()]
    return sorted(found, key=lambda dispute: weight(dispute.findings[0]))


def _dispute(lookup: Lookup, findings: Sequence[Finding]) -> Dispute:
    worst = findings[0]
    topic = lookup.topics.get(worst.topic or "")
    told = topic.claims if topic else tuple(dict.fromkeys(name for finding in findings for name in finding.claims))
    ways = {way(s.claim): s for s in lookup.statements(told)}
    quoted_sides = [lookup.claims[name] for name in worst.claims[:2]]
    sides = [ways.get(way(claim)) or statement_of([claim]) for claim in quoted_sides]
    if len(sides) == 2 and sides[0] is sides[1]:
        # The same words on both sides: what parts them is said of them (a scope, a place), so each keeps its own outlet.
        sides = [statement_of([claim]) for claim in quoted_sides]
    claims = tuple(lookup.claims[name] for name in told)
    return Dispute(_label(topic, worst, quoted_sides), topic, tuple(sides), apart(worst, quoted_sides), tuple(findings), claims)


def _label(topic: Topic | None, worst: Finding, sides: Sequence[Claim]) -> str:
    """Return what a dispute is about: its topic, what its side is of, or where that tells too little what its rule says."""
    if topic is not None:
        return tidy(topic.label)
    return tidy(worst.message) if not sides or worst.kind in _SELF_EVIDENT else label_of(sides[0])


def parted(found: Sequence[Dispute]) -> tuple[list[Dispute], list[Dispute]]:
    """Return the disputes (errors and warnings), and what is only worth a note."""
    noted = [dispute for dispute in found if dispute.findings[0].severity == "note"]
    return [dispute for dispute in found if dispute not in noted], noted


def headline(lookup: Lookup, found: Sequence[Dispute]) -> str:
    """Return in a line what a comparison comes to; what was not compared is never called fine."""
    disputed, noted = parted(found)
    if disputed:
        return f"{count(len(disputed), 'quantity', 'quantities')} on which the articles disagree"
    if noted:
        return f"No disagreement found, {count(len(noted), 'thing')} worth knowing"
    if len(lookup.report.documents) < 2:
        return "Nothing was compared"
    if not told_twice(lookup.report):
        return "Nothing was compared: no figure of one article was found in another"
    return "No disagreement found"
