"""One figure told twice in one article: the headline's in the body, and "the 1,100 wounded" of whom there were 1,000 before.

Two figures of one article are mostly two things. The headline's is held against the body only where the body has a figure of
the same noun and measure and nowhere one that agrees; a later figure only where "the" points back to what was counted before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.reckonings.changes import ends, size_of
from numcheck.judge.arithmetic.worksheet import Worksheet, granted, plain, rounded
from numcheck.judge.relations import number, scale_slip, times_apart
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval, add, hull, meets, negate
from numcheck.model.ties import Change

KINDS = ("headline", "repeat")

FURTHEST = Decimal(3)
"""A headline's figure more than this many times the body's is mostly of another thing."""

CLOSEST = Decimal("1.5")
"""The same of a later figure that points back."""

FEWEST = 20
"""Of fewer, "the" is mostly said of a part: three men were held, and the two from Lorne."""

EARLY = 0.35
"""How far into its article a figure may stand to be the headline's for sure."""

_MOST = 60


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the headline's figures beside the body's, and the later figures that point back."""
    told = [c for c in sheet.claims if plain(c)]
    heads = [c for c in told if c.section == "headline"]
    body = [c for c in told if c.section != "headline"]
    if heads and body:
        for head in heads:
            yield from _headline(head, body, sheet)
        if len(heads) == 1:
            yield from _headline_change(heads[0], sheet)
    yield from _pointing_back(body, sheet)


def _headline(head: Claim, body: Sequence[Claim], sheet: Worksheet) -> Iterator[Reckoning]:
    alike = [c for c in body if _same_slots(head, c, sheet) and _near(head, c, FURTHEST)]
    if not alike:
        return
    told = [c for c in sheet.claims if c.section != "headline" and c.quantity.dimension == head.quantity.dimension]
    best = alike[0]
    sure = best.position <= EARLY and best.counted == head.counted
    yield sheet.reckoning(
        "headline",
        confidence=0.9 if sure else 0.75,
        claims=(head, best),
        said=head.text,
        working=best.saying.with_noun,
        gives=best.text,
        right=_given(head, told),
    )


def _headline_change(head: Claim, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a change that the headline tells beside the one change of the same thing whose ends the body gives."""
    q = head.quantity
    told = [c for c in sheet.claims if c.section != "headline" and c.quantity.dimension == q.dimension]
    if head.modality or head.scope.window or q.direction is None or _given(head, told):
        return
    levels = [both for tie in sheet.told(Change) if (both := ends(tie)) and both.claims[0].section != "headline"]
    alike = [both for both in levels if _of_one_thing(head, both.claims[0], sheet)]
    found = size_of(head, alike[0]) if len(alike) == 1 and (alike[0].new > alike[0].old) == (q.direction == "up") else None
    if found is not None:
        _, gives, right = found
        yield sheet.reckoning(
            "headline",
            confidence=0.75,
            claims=(head, *alike[0].claims),
            said=head.text,
            working=f"{alike[0].text}, which is {gives}",
            gives=gives,
            right=right,
        )


def _of_one_thing(head: Claim, old: Claim, sheet: Worksheet) -> bool:
    """Tell whether a headline's change is that of a level: by measure and a common word, or by the headline's first word."""
    words = [word.lower() for word in head.wording.sentence if word.lower() not in sheet.words.small]
    near = {word.lower() for word in old.wording.before}
    if head.measure is not None:
        return head.measure == old.measure and not near.isdisjoint(words)
    return not near.isdisjoint(words[:1])


def _same_slots(x: Claim, y: Claim, sheet: Worksheet) -> bool:
    """Tell whether two figures say the same of one noun, as far as their words show it."""
    if x.quantity.unit != y.quantity.unit or x.quantity.direction != y.quantity.direction or x.measure != y.measure:
        return False
    if (
        x.measure is None
        or x.scope.subset_of
        or y.scope.subset_of
        or x.modality != y.modality
        or (x.speaker and y.speaker and x.speaker != y.speaker)
    ):
        return False
    heads = [x.head, y.head]
    return heads[0] == heads[1] or (x.quantity.dimension == "count" and (x.what == y.what or _people(heads, sheet)))


def _people(heads: Sequence[str], sheet: Worksheet) -> bool:
    return "people" in heads and {sheet.words.classes.get(h) for h in heads} == {"person"}


def _near(x: Claim, y: Claim, furthest: Decimal) -> bool:
    ratio = times_apart(x.quantity, y.quantity)
    return ratio is not None and (ratio <= furthest or scale_slip(x.quantity, y.quantity))


def _given(head: Claim, told: Sequence[Claim]) -> bool:
    """Tell whether the body gives the headline's figure: as it is, rounded, or as the sum or difference of two of its own."""
    wanted = granted(head)
    if any(c.quantity.unit != head.quantity.unit for c in told) and head.quantity.dimension != "count":
        return True  # it may have been converted
    numbers = [_number(c) for c in told if c.quantity.unit == head.quantity.unit]
    if any(meets(wanted, n) for n in numbers):
        return True
    few = numbers[:_MOST]
    return any(
        meets(wanted, add(a, b)) or meets(wanted, add(a, negate(b))) or meets(wanted, add(b, negate(a)))
        for a, b in combinations(few, 2)
    )


def _number(claim: Claim) -> Interval:
    """Return the number that is written, bound or not, as loosely as its digits; a vague word its span."""
    stated = claim.quantity.stated
    if claim.quantity.hedge in ("vague", "about") or stated.is_unbounded:
        return claim.quantity.meant
    ends = [rounded(end, claim) for end in (stated.low, stated.high) if end is not None]
    return hull(ends[0], ends[-1])


def _pointing_back(body: Sequence[Claim], sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield each figure with "the" before it beside the first of the same noun and measure."""
    first: dict[tuple[object, ...], list[Claim]] = {}
    for claim in body:
        q = claim.quantity
        if q.dimension != "count" or claim.counted is None or q.hedge != "exact":
            continue
        key = (claim.counted, claim.measure, claim.modality)
        earlier = first.setdefault(key, [])
        if earlier and _points_back(claim):
            yield from _again(claim, earlier, body, sheet)
        earlier.append(claim)


def _points_back(claim: Claim) -> bool:
    low = claim.quantity.stated.low
    return low is not None and low >= FEWEST and claim.saying.points_back and claim.scope.subset_of is None


def _again(claim: Claim, earlier: Sequence[Claim], body: Sequence[Claim], sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a figure that points back beside the one figure it can point to."""
    before = [c for c in body if c.start < claim.start and c.quantity.unit == "count"]
    others = {number(c.quantity) for c in earlier}
    one = earlier[0]
    if len(others) != 1 or one.sentence_start == claim.sentence_start or not _near(one, claim, CLOSEST):
        return
    yield sheet.reckoning(
        "repeat",
        confidence=0.8,
        claims=(one, claim),
        said=claim.saying.with_noun,
        working=one.saying.with_noun,
        gives=one.text,
        right=_given(claim, before) or meets(granted(claim), granted(one)),
    )
