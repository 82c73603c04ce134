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

UNSURE = 0.75
"""How sure it is that a headline's figure is that of the body elsewhere."""

_MOST = 60


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the headline's figures beside the body's, and the later figures that point back."""
    told = [c for c in sheet.claims if plain(c)]
    heads = [c for c in told if c.section == "headline"]
    body = [c for c in told if c.section != "headline"]
    for head in heads:
        yield from _headline(head, body, sheet)
        yield from _headline_change(head, sheet) if len(heads) == 1 else ()
    yield from _pointing_back(body, sheet)


def _headline(head: Claim, body: Sequence[Claim], sheet: Worksheet) -> Iterator[Reckoning]:
    alike = [c for c in body if _same_slots(head, c, sheet) and _near(head, c, FURTHEST)]
    if alike:
        best = alike[0]
        sure = 0.9 if best.position <= EARLY and best.counted == head.counted else UNSURE
        given = _given(head, sheet)
        yield _of_headline(head, (best,), best.saying.with_noun, best.text, sheet, right=given, confidence=sure)


def _headline_change(head: Claim, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a change that the headline tells beside the one change of the same thing whose ends the body gives."""
    up = head.quantity.direction == "up"
    if head.modality or head.scope.window or head.quantity.direction is None or _given(head, sheet):
        return
    levels = [both for tie in sheet.told(Change) if (both := ends(tie)) and both.claims[0].section != "headline"]
    alike = [both for both in levels if _of_one_thing(head, both.claims[0], sheet)]
    found = size_of(head, alike[0]) if len(alike) == 1 and (alike[0].new > alike[0].old) == up else None
    if found is not None:
        _, gives, right = found
        yield _of_headline(head, alike[0].claims, f"{alike[0].text}, which is {gives}", gives, sheet, right=right)


def _of_headline(
    head: Claim,
    told: tuple[Claim, ...],
    working: str,
    gives: str,
    sheet: Worksheet,
    *,
    right: bool,
    confidence: float = UNSURE,
) -> Reckoning:
    claims, said = (head, *told), head.text
    return sheet.reckoning(
        "headline", confidence=confidence, claims=claims, said=said, working=working, gives=gives, right=right
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
    slots = [(c.quantity.unit, c.quantity.direction, c.measure, c.modality) for c in (x, y)]
    speakers = {x.speaker, y.speaker} - {None}
    if x.measure is None or slots[0] != slots[1] or len(speakers) > 1 or x.scope.subset_of or y.scope.subset_of:
        return False
    heads = [x.head, y.head]
    return heads[0] == heads[1] or (x.quantity.dimension == "count" and (x.what == y.what or _people(heads, sheet)))


def _people(heads: Sequence[str], sheet: Worksheet) -> bool:
    return "people" in heads and {sheet.words.classes.get(h) for h in heads} == {"person"}


def _near(x: Claim, y: Claim, furthest: Decimal) -> bool:
    ratio = times_apart(x.quantity, y.quantity)
    return ratio is not None and (ratio <= furthest or scale_slip(x.quantity, y.quantity))


def _given(head: Claim, sheet: Worksheet) -> bool:
    """Tell whether the body gives the headline's figure, or one of its kind in another unit that it may be converted from."""
    told = [c for c in sheet.claims if c.section != "headline" and c.quantity.dimension == head.quantity.dimension]
    converted = head.quantity.dimension != "count" and any(c.quantity.unit != head.quantity.unit for c in told)
    return converted or _told_among(head, told)


def _told_among(claim: Claim, told: Sequence[Claim]) -> bool:
    """Tell whether figures give another: as it is, rounded, or as the sum or difference of two of them."""
    wanted = granted(claim)
    numbers = [_number(c) for c in told if c.quantity.unit == claim.quantity.unit]
    pairs = combinations(numbers[:_MOST], 2)
    worked = (given for a, b in pairs for given in (add(a, b), add(a, negate(b)), add(b, negate(a))))
    return any(meets(wanted, given) for given in (*numbers, *worked))


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
        right=_told_among(claim, before) or meets(granted(claim), granted(one)),
    )
