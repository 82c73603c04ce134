"""What the outlets disagree on, the worst first, what somebody should check, the likeliest first, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from numcheck.model.claim import Claim
from numcheck.model.finding import Check, Finding, Place
from numcheck.model.frozen import frozen
from numcheck.model.outlets import OF_NUMBERS
from numcheck.model.story import Topic
from numcheck.report.coverage import shortfall, teller_of
from numcheck.report.distance import apart, bounds, ratio_of
from numcheck.report.figures import around, label_of
from numcheck.report.findings import spoken, weight
from numcheck.report.lookup import Lookup, Statement, way
from numcheck.report.printable import count, quoted, tidy
from numcheck.report.topics import differing, told_twice

NOTED = "Worth knowing"
"""What stands over the quantities on which rules have no more than a note."""
TO_CHECK = "To check"
"""What stands over the pairs that are likely one quantity and too unsure to be judged."""
ASKED = "These would disagree if both figures speak of the same thing."
"""What that means."""
_ODDS = ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10))
"""The odds that a probability is told as, whichever is nearest."""
_SELF_EVIDENT = ("arithmetic",)
"""The kinds whose message tells more than what is measured: an article against itself."""
_OWN_WORDS = 4
"""So many words on both sides of a figure stand for a label that is unsure."""
_NAMED = 3
"""As many outlets are named in a sentence; more are counted."""


@frozen
class Dispute:
    """A quantity the outlets disagree on: its two quoted sides, how far apart they are, the findings, the worst first.

    `sentence` tells the disagreement in plain words. `extreme` where the sides are the lowest and the highest that is told of
    the topic; one side alone, or none, stands for a fault within one article. `check` is what is only to be checked: no rule
    speaks of it.
    """

    label: str
    topic: Topic | None
    sides: tuple[Statement, ...]
    apart: str
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    sentence: str
    extreme: bool = False
    check: Check | None = None

    @property
    def within(self) -> bool:
        """Whether it is a fault within one article."""
        return len(self.sides) < 2 and not self.facing

    @property
    def facing(self) -> tuple[Place, ...]:
        """Return where the two numerals stand that are no figures and are told otherwise; nothing for all else."""
        first = self.findings[0] if self.findings else None
        return (first.at, first.against) if first and first.at and first.against else ()


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
    names = topic.claims if topic else tuple(dict.fromkeys(name for finding in findings for name in finding.claims))
    quoted_sides, told = lookup.told(worst.claims[:2]), lookup.told(names)
    sides = _sides(lookup, quoted_sides, told)
    return Dispute(
        label=_label(topic, worst, quoted_sides),
        topic=topic,
        sides=sides,
        apart=apart(worst.kind, worst.ratio, quoted_sides),
        findings=tuple(findings),
        claims=tuple(told),
        sentence=_sentence(lookup, sides, told) if len(sides) == 2 and _of_sizes(worst, quoted_sides) else tidy(worst.message),
        extreme=topic is not None and _extreme(quoted_sides, told),
    )


def _of_sizes(worst: Finding, sides: Sequence[Claim]) -> bool:
    """Tell whether a finding is that one figure is larger than another, which two sides tell without its message."""
    sizes = {claim.quantity.size for claim in sides}
    return worst.kind in OF_NUMBERS and (len(sizes) == 2 or sizes == {None})


def checks(lookup: Lookup) -> list[Dispute]:
    """Return what is to be checked, in the judge's order, without what a finding tells of as the same two sides."""
    told = [(set(finding.claims), _ways(lookup, finding.claims[:2])) for finding in spoken(lookup.report)]
    return [
        _check(lookup, check)
        for check in lookup.report.to_check
        if not any(claims.issuperset(check.claims) and ways == _ways(lookup, check.claims) for claims, ways in told)
    ]


def _ways(lookup: Lookup, names: Iterable[str]) -> set[object]:
    return {way(claim) for claim in lookup.told(names)}


def _check(lookup: Lookup, check: Check) -> Dispute:
    one, other = pair = lookup.told(check.claims)
    topics = [topic for topic in lookup.report.topics if not set(check.claims).isdisjoint(topic.claims)]
    told = lookup.told(dict.fromkeys([*check.claims, *(name for topic in topics for name in topic.claims)]))
    sides = _sides(lookup, pair, told)
    if len(sides) < 2:
        sides = tuple(lookup.statement([claim]) for claim in pair)
    return Dispute(
        label=_own_words(one) if _unsure(one, other) else label_of(one),
        topic=None,
        sides=sides,
        apart=apart(check.kind, ratio_of(one.quantity, other.quantity), pair),
        findings=(),
        claims=tuple(pair),
        sentence=_sentence(lookup, sides, pair),
        check=check,
    )


def both_true(dispute: Dispute) -> str:
    """Say what may make both sides true, by their texts; where two numbers disagree that nothing was found is said too."""
    told = dispute.check.explains if dispute.check else dispute.findings[0].explains
    if told:
        return f"Both may hold: {'; '.join(tidy(one.text) for one in told)}."
    worst = None if dispute.check else dispute.findings[0]
    numbers = worst is None or (worst.kind in OF_NUMBERS and len(worst.claims) > 1)
    return "No explanation found in the texts." if numbers else ""


def odds(check: Check) -> str:
    """Say how likely the two figures of a check are one quantity: "about 2 in 3"."""
    part, whole = min(_ODDS, key=lambda odd: abs(odd[0] / odd[1] - check.probability))
    return f"about {part} in {whole}"


def _sides(lookup: Lookup, quoted_sides: Sequence[Claim], told: Sequence[Claim]) -> tuple[Statement, ...]:
    """Return one outlet's statement and another's, each with those who put it so: no outlet is on both sides.

    Where both sides have the same words, what parts them is said around the figure, and so much of that is shown.
    """
    if len({lookup.outlet(claim) for claim in quoted_sides}) < 2:
        return tuple(lookup.statement([claim]) for claim in quoted_sides[:1])
    sides = _put_alike(lookup, quoted_sides, told)
    if sides[0].words.casefold() == sides[1].words.casefold():
        sides = [replace(side, words=words) for side, words in zip(sides, _parting(quoted_sides), strict=True)]
    return tuple(sides)


def _put_alike(lookup: Lookup, quoted_sides: Sequence[Claim], told: Sequence[Claim]) -> list[Statement]:
    """Return each side with the claims of other outlets that put it so, but for outlets that put it in both ways."""
    alike = [[claim, *(c for c in told if way(c) == way(claim))] for claim in quoted_sides]
    on_both = set.intersection(*({lookup.outlet(c) for c in (*same, *quoted_sides)} for same in alike))
    return [lookup.statement([same[0], *(c for c in same if lookup.outlet(c) not in on_both)]) for same in alike]


def _parting(sides: Sequence[Claim]) -> list[str]:
    """Return as many words around two figures as it takes to tell them apart."""
    for many in range(1, 12):
        words = ["".join(around(claim, many)) for claim in sides]
        if words[0].casefold() != words[1].casefold():
            return words
    return words


def _extreme(sides: Sequence[Claim], told: Iterable[Claim]) -> bool:
    """Tell whether two sides are the lowest and the highest of what is told."""
    sizes = [claim.quantity.size for claim in told if claim.quantity.size is not None]
    return len(sides) == 2 and [min(sizes, default=None), max(sizes, default=None)] == [c.quantity.size for c in sides]


def _label(topic: Topic | None, worst: Finding, sides: Sequence[Claim]) -> str:
    """Return what a dispute is about: its topic, what its side is of, or where that tells too little what its rule says.

    Where the two sides do not call it the same, the words around the first figure tell it better than a label.
    """
    if len(sides) == 2 and worst.kind not in _SELF_EVIDENT and _unsure(*sides):
        return _own_words(sides[0])
    if topic is not None:
        return tidy(topic.label)
    return tidy(worst.message) if not sides or worst.kind in _SELF_EVIDENT else label_of(sides[0])


def _own_words(claim: Claim) -> str:
    return f"… {''.join(around(claim, _OWN_WORDS))} …"


def _unsure(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are called otherwise, and name neither the same thing nor the same measure."""
    shared = {one.head, one.measure} & {other.head, other.measure} - {None}
    return not shared and label_of(one) != label_of(other)


def _sentence(lookup: Lookup, sides: Sequence[Statement], told: Iterable[Claim]) -> str:
    """Return two sides in plain words: who writes what where who else writes what."""
    low, high = sides
    tellers = {lookup.outlet(claim) for claim in told}
    others = len(low.outlets) > 1 and tellers == {*low.outlets, *high.outlets}
    against = "the others write" if others else _writes(low.outlets)
    by = bounds(low.claim, high.claim)
    return f"{_writes(high.outlets)} {quoted(high.words)} where {against} {quoted(low.words)}{f': {by}' if by else ''}"


def _writes(outlets: Sequence[str]) -> str:
    if len(outlets) == 1:
        return f"{outlets[0]} writes"
    if len(outlets) > _NAMED:
        return f"{len(outlets)} outlets write"
    return f"{', '.join(outlets[:-1])} and {outlets[-1]} write"


def parted(found: Sequence[Dispute]) -> tuple[list[Dispute], list[Dispute]]:
    """Return the disputes (errors and warnings), and what is only worth a note."""
    noted = [dispute for dispute in found if dispute.findings[0].severity == "note"]
    return [dispute for dispute in found if dispute not in noted], noted


def headline(lookup: Lookup, found: Sequence[Dispute]) -> str:
    """Return in a line what a comparison comes to, and first what was not read; what was not compared is never called fine."""
    return ". ".join(filter(None, ("; ".join(shortfall(lookup.report)), _tally(lookup, found))))


def _tally(lookup: Lookup, found: Sequence[Dispute]) -> str:
    """Return how many disagreements there are and may be, and how much nobody compared."""
    asked = len(checks(lookup))
    if len(lookup.report.documents) < 2 and not found:
        return "Nothing was compared"
    if not told_twice(lookup.report) and not found and not asked:
        return "Nothing was compared: no figure of one article was found in another"
    disputed, noted = parted(found)
    alone = lookup.report.coverage().unverified
    counted = (
        (asked, f"{asked} to check"),
        (len(noted), f"{count(len(noted), 'thing')} worth knowing"),
        (alone, f"{count(alone, 'figure')} told by one {teller_of(lookup.report)} alone and not compared"),
    )
    told = ", ".join([*_disagreements(lookup, disputed), *(words for many, words in counted if many)])
    return f"{told[:1].upper()}{told[1:]}"


def _disagreements(lookup: Lookup, disputed: Sequence[Dispute]) -> Iterator[str]:
    """Yield how many disagreements there are, and faults within one article.

    None is said to be found only where no two figures that may be one quantity differ.
    """
    between = sum(not dispute.within for dispute in disputed)
    if between:
        yield count(between, "disagreement")
    elif not disputed:
        yield "no disagreement is sure" if lookup.report.to_check or differing(lookup) else "no disagreement found"
    if len(disputed) > between:
        yield f"{count(len(disputed) - between, 'fault')} within one article"
