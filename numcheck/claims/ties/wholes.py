"""Parts and their whole in one sentence: "120 in the port and 60 in the hills, 200 in all"; "12 ships, including 14 tankers".

A sum is read only where the words say that the parts are all of the whole: a total behind the list, or a list behind a colon, a
dash or a bracket that ends with "and". A whole whose parts are named by the way may have others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from numcheck.claims.figures_as_signs import NO_SIGN, SIGN, THE, Frame, Line, Sheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.ties import Part, Sum

SINGLE = frozenset({"person", "vessel", "vehicle", "aircraft", "animal"})
"""Classes of things that hold no other of their class: a home may have five flats, a ship has no tankers."""

_TOTAL = Frame(
    rf"(?:,|;| —| –|\(| and| or) ?(?:or |and |so |making |making it |that is |which makes |for |with )?"
    rf"(?:a (?:combined |grand )?total of ({SIGN})|(?:together |totalling |totaling |adding up to |altogether )({SIGN})"
    rf"|({SIGN})(?: [a-z'-]+){{0,3}}? (?:in all|in total|altogether|all told|all together|combined))(?![a-z])",
    "total",
    "all",
    "together",
    "combined",
)
_OPEN = re.compile(rf"({SIGN})({NO_SIGN}{{0,80}}?)(: ?| — ?| – ?| - ?|,? \()(?={SIGN})")
_CLOSE = {":": ".", "—": "—.:", "–": "–.:", "-": ".", "(": ")"}
_FEWEST = 3
_THEN = r"(?:,| and|,? while|,? but|;|,? with) (?:the )?(?:other|remaining)"
_REST = Frame(
    rf"(?:^|\W)(?:(?P<part>{SIGN}) )?of {THE}(?P<whole>{SIGN})(?P<gap>{NO_SIGN}{{0,80}}?)"
    rf"(?(part)| (?P<later>{SIGN})(?P<gap2>{NO_SIGN}{{0,80}}?)){_THEN} (?P<rest>{SIGN})",
    " other ",
    " remaining ",
)
_NAMED = Frame(rf"(?:^|\W)of {THE}(?:(?P<whole>{SIGN})|these|them|those)(?P<list>{NO_SIGN}{{0,30}}?,? {SIGN}.*)", "of ")
_ALL = re.compile(rf"\b(?:all|total of) {THE}(?P<whole>{SIGN})")
_INCLUDING = Frame(
    rf"(?P<whole>{SIGN})(?: [a-z'-]+){{0,8}},? (?:including|among them) (?P<part>{SIGN})", "including ", "among them "
)
_OF_THEM = Frame(
    rf"(?P<whole>{SIGN})(?: [a-z'-]+){{0,6}}(?:,|,? \(|;| —| –) ?(?P<part>{SIGN}) of (?:them|whom)\b", " of them", " of whom"
)
_OF_WHICH = Frame(rf"(?P<whole>{SIGN})(?: [a-z'-]+){{0,8}},? of (?:which|whom),? (?P<part>{SIGN})", " of wh")
_FIRST_OF = Frame(rf"(?:^|[.;:] )of {THE}(?P<whole>{SIGN})(?: [a-z'-]+){{0,8}}, (?P<part>{SIGN})", "of ")
_PART_OF = Frame(rf"(?:^|[^a-z'-])(?P<part>{SIGN}) (?:out )?of {THE}(?P<whole>{SIGN})", " of ")


def read(sheet: Sheet) -> Iterator[Sum | Part]:
    """Yield every sum, remainder, and part with its whole that the article states."""
    for line in sheet.lines:
        if len(line.claims) >= _FEWEST:
            yield from _totals(line, sheet)
            yield from _lists(line, sheet)
            yield from _remainders(line, sheet)
            yield from _named(line, sheet)
        if line.before is not None:
            yield from _listed_behind(line, line.before, sheet)
        yield from _parts(line, sheet)


def _totals(line: Line, sheet: Sheet) -> Iterator[Sum]:
    """Yield the sums whose whole stands behind its parts: "..., 200 in all"."""
    for match in _TOTAL.finditer(line.text):
        behind = line.text[match.end() : match.end() + 50]
        front = line.text[: match.start()]
        if reckoning.OTHER_TIME.search(match.group()) or reckoning.OTHER_TIME.search(behind):
            continue
        whole = line.claim(match.group(match.lastindex or 1))
        parts = _run(front, line, whole, sheet)
        if len(parts) > 1 and not reckoning.OTHER_TIME.search(front[front.index(parts[0]) :]):
            yield from _sum(whole, tuple(map(line.claim, parts)))


def _run(front: str, line: Line, whole: Claim, sheet: Sheet) -> list[str]:
    """Return the signs of the list that ends `front`: figures of one kind with "," or "and" in front of each but the first."""
    places = [(m.start(), m.group()) for m in re.finditer(SIGN, front)]
    if not places or reckoning.LOOSE_END.search(front[places[-1][0] + 1 :]):
        return []
    parts: list[str] = []
    joined_by_and = False
    for (at, sign), (before_at, _) in zip(reversed(places), [*reversed(places[:-1]), (-1, "")], strict=True):
        if not sheet.one_kind(line.claim(sign), whole):
            return []
        parts.insert(0, sign)
        gap = front[before_at + 1 : at]
        if before_at < 0:
            break
        joint = reckoning.OWNED.search(gap)
        if joint is None or reckoning.LOOSE_END.search(gap[: joint.start()]) or reckoning.NO_OWNER.search(joint.group()):
            return []
        by_and = joint.group().startswith(("and", "plus", "&")) or reckoning.LAST_JOINT.search(gap) is not None
        joined_by_and = joined_by_and or by_and
    return parts if joined_by_and else []


def _lists(line: Line, sheet: Sheet) -> Iterator[Sum]:
    """Yield the sums whose parts stand behind a colon, between dashes or in brackets."""
    for match in _OPEN.finditer(line.text):
        whole, opener = line.claim(match.group(1)), match.group(3).strip(" ,")
        rest = line.text[match.end() :]
        closer = next((i for i, c in enumerate(rest) if c in _CLOSE[opener]), len(rest))
        if opener == "(" and closer == len(rest):
            continue
        if reckoning.OTHER_TIME.search(match.group(2)) or reckoning.OF_THESE.search(line.text, 0, match.start()):
            continue
        parts = _listed(rest[:closer], line, whole, sheet)
        if len(parts) > 1:
            yield from _sum(whole, parts)


def _listed(inner: str, line: Line, whole: Claim, sheet: Sheet) -> tuple[Claim, ...]:
    """Return the figures of a list that is nothing but figures, each with a few words; nothing for any other text."""
    signs = list(re.finditer(SIGN, inner))
    gaps = [inner[a.end() : b.start()] for a, b in pairwise(signs)]
    if not gaps or not all(reckoning.JOINT.search(gap) for gap in gaps) or not reckoning.LAST_JOINT.search(gaps[-1]):
        return ()
    if any(reckoning.LOOSE_END.search(reckoning.JOINT.sub("", text)) for text in (*gaps, inner[signs[-1].end() :])):
        return ()
    parts = tuple(line.claim(s.group()) for s in signs)
    return parts if sheet.all_of(parts, whole) else ()


def _sum(whole: Claim, parts: tuple[Claim, ...]) -> Iterator[Sum]:
    """Yield a whole and its parts, told alike, none of them part of another."""
    told = {c.modality for c in (*parts, whole) if c.modality}
    if len(told) < 2 and not any(c.scope.subset_of for c in parts):
        yield Sum(whole, parts)


def _remainders(line: Line, sheet: Sheet) -> Iterator[Sum]:
    """Yield a part and the rest of a whole: "60 of the 180 sank, the other 110 were towed in"."""
    for match in _REST.finditer(line.text):
        whole, part, rest = (line.claim(s) for s in (match["whole"], match["part"] or match["later"], match["rest"]))
        if [sheet.one_kind(c, whole) for c in (part, rest)] != [True, True]:
            continue
        alone = sum(sheet.one_kind(c, whole) for c in line.claims) <= _FEWEST
        if alone and " of the " not in (match["gap"] if match["part"] else match["gap2"]):
            yield Sum(whole, (part, rest), "rest")


def _named(line: Line, sheet: Sheet) -> Iterator[Sum]:
    """Yield three parts or more of a whole that may be all: "of the 180 boats, 60 sank, 70 were towed in and 50 drifted"."""
    for match in _NAMED.finditer(line.text):
        told = match["list"]
        gaps = re.split(SIGN, told)
        if len(gaps) <= _FEWEST or reckoning.OVERLAPS.search(told) or not reckoning.THEN.search(gaps[-2]):
            continue
        if not all(reckoning.JOINT.search(gap) for gap in gaps[:-1]):
            continue
        parts = tuple(map(line.claim, re.findall(SIGN, told)))
        whole = line.claim(match["whole"]) if match["whole"] else sheet.before(line, parts[0])
        if whole is not None and sheet.all_of(parts, whole):
            yield Sum(whole, parts, "named")


def _listed_behind(line: Line, before: Line, sheet: Sheet) -> Iterator[Sum]:
    """Yield the figures of a sentence that may be all of "all the 180 boats" of the sentence before."""
    match, gaps = _ALL.search(before.text), re.split(SIGN, line.text)
    if match is None or len(gaps) < _FEWEST or not all(reckoning.JOINED.search(gap) for gap in gaps[1:-1]):
        return
    whole, parts = before.claim(match["whole"]), tuple(map(line.claim, re.findall(SIGN, line.text)))
    if " and " in gaps[-2] and sheet.all_of(parts, whole):
        yield Sum(whole, parts, "named")


def _parts(line: Line, sheet: Sheet) -> Iterator[Part]:
    """Yield a part beside its whole: "12 ships, including 14 tankers"; "12 ships, of which 14 sank"; "14 of the 12"."""
    for frame in (_INCLUDING, _OF_THEM, _OF_WHICH, _FIRST_OF, _PART_OF):
        for match in frame.finditer(line.text):
            whole, part = line.claim(match["whole"]), line.claim(match["part"])
            people = sheet.words.classes.get(whole.head) == "person"
            if _is_one_thing(part, whole, sheet) and (people or frame is not _OF_THEM):
                yield Part(whole, part)


def _is_one_thing(part: Claim, whole: Claim, sheet: Sheet) -> bool:
    """Tell whether the part can be of the whole: counts and sums of money, told alike."""
    if part.quantity.dimension not in ("count", "currency") or part.quantity.unit != whole.quantity.unit:
        return False
    single = part.head == whole.head or sheet.words.classes.get(part.head) in SINGLE
    return part.modality == whole.modality and single and sheet.one_kind(part, whole)
