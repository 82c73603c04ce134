"""Parts and their whole in one sentence: "120 in the port and 60 in the hills, 200 in all"; "12 ships, including 14 tankers".

A sum is read only where the words say that the parts are all of the whole: a total behind the list, or a list behind a colon, a
dash or a bracket that ends with "and". A whole whose parts are named by the way may have others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import (
    NO_SIGN,
    SIGN,
    THE,
    Frame,
    Line,
    Worksheet,
    granted,
    one_kind,
    plain,
    said,
)
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval, add, before, meets

KINDS = ("sum", "rest", "part")

FURTHEST = Decimal(2)
"""Parts that come to more than this many times their whole, or to less than this part of it, were no parts of it."""

SINGLE = frozenset({"person", "vessel", "vehicle", "aircraft", "animal"})
"""Classes of things that hold no other of their class: a home may have five flats, a ship has no tankers."""

_TOTAL = Frame(
    rf"(?:,|;| —| –|\(| and| or) ?(?:or |and |so |making |making it |that is |which makes |for |with )?"
    rf"(?:a (?:combined |grand )?total of ({SIGN})|(?:together |totalling |totaling |adding up to |altogether )({SIGN})"
    rf"|({SIGN})(?: [a-z'-]+){{0,3}}? (?:in all|in total|altogether|all told|all together|combined))(?![a-z])",
    " total",
    "total",
    "all",
    "together",
    "combined",
)
_OPEN = re.compile(rf"({SIGN})({NO_SIGN}{{0,80}}?)(: ?| — ?| – ?| - ?|,? \()(?={SIGN})")
_CLOSE = {":": ".", "—": "—.:", "–": "–.:", "-": ".", "(": ")"}
_FEWEST = 3
_REST = Frame(
    rf"(?:^|\W)({SIGN}) of {THE}({SIGN})({NO_SIGN}{{0,80}}?)(?:,| and|,? while|,? but|;|,? with)"
    rf" (?:the )?(?:other|remaining) ({SIGN})",
    " other ",
    " remaining ",
)
_OF_THE_REST = Frame(
    rf"(?:^|\W)of {THE}({SIGN})({NO_SIGN}{{1,60}}?) ({SIGN})({NO_SIGN}{{0,80}}?)(?:,| and|,? while|,? but|;|,? with)"
    rf" (?:the )?(?:other|remaining) ({SIGN})",
    " other ",
    " remaining ",
)
_INCLUDING = Frame(rf"({SIGN})((?: [a-z'-]+){{0,8}}?),? (?:including|among them) ({SIGN})", "including ", "among them ")
_OF_THEM = Frame(rf"({SIGN})((?: [a-z'-]+){{0,6}}?)(?:,|,? \(|;| —| –) ?({SIGN}) of (?:them|whom)\b", " of them", " of whom")
_PART_OF = Frame(rf"(?:^|[^a-z'-])({SIGN}) (?:out )?of {THE}({SIGN})", " of ")


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every sum, remainder, and part with its whole that the article states."""
    for line in sheet.lines:
        if len(line.claims) >= _FEWEST:
            yield from _totals(line, sheet)
            yield from _lists(line, sheet)
            yield from _remainders(line, sheet)
        yield from _parts(line, sheet)


def _totals(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the sums whose whole stands behind its parts: "..., 200 in all"."""
    for match in _TOTAL.finditer(line.text):
        sign = match.group(1) or match.group(2) or match.group(3)
        behind = line.text[match.end() : match.end() + 50]
        front = line.text[: match.start()]
        if reckoning.OTHER_TIME.search(match.group()) or reckoning.OTHER_TIME.search(behind):
            continue
        whole = line.claim(sign)
        parts = _run(front, line, whole, sheet)
        if len(parts) > 1 and not reckoning.OTHER_TIME.search(front[front.index(parts[0]) :]):
            yield from _sum([line.claim(p) for p in parts], whole, sheet)


def _run(front: str, line: Line, whole: Claim, sheet: Worksheet) -> list[str]:
    """Return the signs of the list that ends `front`: figures of one kind with "," or "and" in front of each but the first."""
    places = [(m.start(), m.group()) for m in re.finditer(SIGN, front)]
    if not places or reckoning.LOOSE_END.search(front[places[-1][0] + 1 :]):
        return []
    parts: list[str] = []
    joined_by_and = False
    for (at, sign), (before_at, _) in zip(reversed(places), [*reversed(places[:-1]), (-1, "")], strict=True):
        part = line.claim(sign)
        if not (plain(part) and one_kind(part, whole, sheet.words)):
            return []
        parts.insert(0, sign)
        gap = front[before_at + 1 : at]
        if before_at < 0:
            break
        joint = reckoning.OWNED.search(gap)
        if joint is None or reckoning.LOOSE_END.search(gap[: joint.start()]) or reckoning.NO_OWNER.search(joint.group()):
            return []
        joined_by_and = (
            joined_by_and or joint.group().startswith(("and", "plus", "&")) or reckoning.LAST_JOINT.search(gap) is not None
        )
    return parts if joined_by_and else []


def _lists(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the sums whose parts stand behind a colon, between dashes or in brackets."""
    for match in _OPEN.finditer(line.text):
        whole = line.claim(match.group(1))
        opener = match.group(3).strip(" ,")
        rest = line.text[match.end() :]
        closer = next((i for i, c in enumerate(rest) if c in _CLOSE[opener]), len(rest))
        if opener == "(" and closer == len(rest):
            continue
        inner = rest[:closer]
        if reckoning.OTHER_TIME.search(match.group(2)) or re.search(
            r"\b(?:of|among) (?:the|these|those)\b", line.text[: match.start()]
        ):
            continue
        parts = _listed(inner, line, whole, sheet)
        if len(parts) > 1:
            yield from _sum(parts, whole, sheet)


def _listed(inner: str, line: Line, whole: Claim, sheet: Worksheet) -> list[Claim]:
    """Return the figures of a list that is nothing but figures, each with a few words; nothing for any other text."""
    signs = list(re.finditer(SIGN, inner))
    gaps = [inner[a.end() : b.start()] for a, b in pairwise(signs)]
    if not gaps or not all(reckoning.JOINT.search(gap) for gap in gaps) or not reckoning.LAST_JOINT.search(gaps[-1]):
        return []
    if any(reckoning.LOOSE_END.search(reckoning.JOINT.sub("", text)) for text in (*gaps, inner[signs[-1].end() :])):
        return []
    parts = [line.claim(s.group()) for s in signs]
    return parts if all(plain(p) and one_kind(p, whole, sheet.words) for p in parts) else []


def _remainders(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a part and the rest of a whole: "60 of the 180 sank, the other 110 were towed in"."""
    found = [(m.group(1), m.group(2), m.group(3), m.group(4)) for m in _REST.finditer(line.text)]
    found += [(m.group(3), m.group(1), m.group(4), m.group(5)) for m in _OF_THE_REST.finditer(line.text)]
    for part, whole, between, rest in found:
        three = [line.claim(s) for s in (part, rest, whole)]
        alike = all(one_kind(c, three[2], sheet.words) for c in three[:2])
        if sum(one_kind(c, three[2], sheet.words) for c in line.claims) > len(three):
            continue
        if alike and all(map(plain, three)) and not re.search(r"\bof the\b", between):
            yield from _sum(three[:2], three[2], sheet, kind="rest")


def _sum(parts: Sequence[Claim], whole: Claim, sheet: Worksheet, *, kind: str = "sum") -> Iterator[Reckoning]:
    """Yield the reckoning of a whole and its parts, unless they are so far apart that they were none."""
    told = {c.modality for c in (*parts, whole) if c.modality}
    if not plain(whole) or (kind == "sum" and any(c.scope.subset_of for c in parts)):
        return
    if kind == "sum" and len(told) > 1:
        return
    total = reduce(add, map(granted, parts))
    number = sum((_number(p) for p in parts), Decimal(0))
    size = _number(whole)
    if size <= 0 or not 1 / FURTHEST <= number / size <= FURTHEST:
        return
    yield sheet.reckoning(
        kind,
        claims=(whole, *parts),
        said=whole.saying.with_noun,
        working=" + ".join(p.text for p in parts),
        gives=f"{_bound(total)}{said(number, whole)}",
        right=meets(total, granted(whole)),
    )


def _number(claim: Claim) -> Decimal:
    """Return the number or bound of a figure; the middle of a range."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    if low is None or high is None:
        return (low if high is None else high) or Decimal(0)
    return (low + high) / 2


def _bound(total: Interval) -> str:
    return "at least " if total.high is None else "at most " if total.low is None else ""


def _parts(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield a part beside its whole: "12 ships, including 14 tankers"; "14 of the 12"."""
    for pattern, whole_first in ((_INCLUDING, True), (_OF_THEM, True), (_PART_OF, False)):
        for match in pattern.finditer(line.text):
            first, last = (line.claim(s) for s in (match.group(1), match.group(match.lastindex or 1)))
            whole, part = (first, last) if whole_first else (last, first)
            if not (plain(whole) and plain(part) and _one_thing(part, whole, sheet)):
                continue
            if pattern is _OF_THEM and not _people(whole, sheet):
                continue
            yield sheet.reckoning(
                "part",
                claims=(whole, part),
                said=part.saying.with_noun,
                working=whole.saying.with_noun,
                gives=said(_number(whole), whole),
                right=not before(granted(whole), granted(part)),
            )


def _one_thing(part: Claim, whole: Claim, sheet: Worksheet) -> bool:
    """Tell whether the part can be of the whole: counts and sums of money, told alike."""
    if part.quantity.dimension not in ("count", "currency") or part.quantity.unit != whole.quantity.unit:
        return False
    single = part.head == whole.head or sheet.words.classes.get(part.head) in SINGLE
    return part.modality == whole.modality and single and one_kind(part, whole, sheet.words)


def _people(claim: Claim, sheet: Worksheet) -> bool:
    return sheet.words.classes.get(claim.head) == "person"
