"""A share beside the counts it is of: "60 of the 180, or 40%". And shares of one whole, which make a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.claims.figures_as_signs import NO_SIGN, SIGN, THE, Frame, Line, Sheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.ties import Share, Shares

_OR = r"(?:,? or|,? \(|,? which is|,? equivalent to|,? equal to| —| –)"
_FRAMES = (
    Frame(
        rf"(?P<x>{SIGN}) (?:out )?of {THE}(?P<whole>{SIGN})(?: [a-z'-]+){{0,6}}?{_OR} ?(?:about |just |some )?(?P<y>{SIGN})"
        rf"(?!{reckoning.OF_OTHERS})",
        "of ",
    ),
    Frame(
        rf"(?:^|\W)(?:out )?of {THE}(?P<whole>{SIGN})(?: [a-z'-]+){{0,8}}?,? (?P<x>{SIGN})(?: [a-z'-]+){{0,2}}?"
        rf"(?:, or|,? \(|,) ?(?P<y>{SIGN})(?=[,)])(?!{reckoning.OF_OTHERS})",
        "of ",
    ),
    Frame(rf"(?P<x>{SIGN}){_OR} ?(?P<y>{SIGN})[,)]* of {THE}(?P<whole>{SIGN})", "of "),
)
_OF_THAT = Frame(
    rf"(?P<share>{SIGN}) of (?:that|this|it)(?: (?:sum|amount|total|figure|money))?"
    rf"(?:,? or|,| is| was| would be| (?:comes|came|amounts) to| makes| —| \() ?(?:about |some |only )?(?P<part>{SIGN})",
    " of ",
)
_WHERE = re.compile(r"\b(?:in|at|on) [a-z]")
_LAST = re.compile(rf"(?:{reckoning.THE_REST.pattern}){NO_SIGN}{{0,20}}$")
_FEWEST = 3


def read(sheet: Sheet) -> Iterator[Share | Shares]:
    """Yield every share that stands beside its counts, and every list of shares of one whole."""
    for line in sheet.lines:
        if len(line.claims) >= _FEWEST:
            yield from _beside_counts(line)
        yield from _of_that(line, sheet)
        yield from _of_one_whole(line)


def _beside_counts(line: Line) -> Iterator[Share]:
    for frame in _FRAMES:
        for match in frame.finditer(line.text):
            whole, x, y = (line.claim(match[name]) for name in ("whole", "x", "y"))
            if _is_share(x) != _is_share(y):
                yield Share(x, y, whole) if _is_share(x) else Share(y, x, whole)


def _of_that(line: Line, sheet: Sheet) -> Iterator[Share]:
    """Yield a share of the one figure before: "the fund holds $200 million; 1 percent of that is $2 million"."""
    for match in _OF_THAT.finditer(line.text):
        share, part = line.claim(match["share"]), line.claim(match["part"])
        whole = sheet.before(line, part)
        if _is_share(share) and whole is not None and whole.start < share.start:
            yield Share(share, part, whole)


def _is_share(claim: Claim) -> bool:
    return claim.quantity.dimension == "share" and claim.quantity.direction is None


def _of_one_whole(line: Line) -> Iterator[Shares]:
    """Yield the shares of one sentence that exclude each other: of a vote, of a yes and a no, of what was split."""
    text = line.text
    places = [
        m
        for m in re.finditer(SIGN, text)
        if line.claim(m.group()).quantity.unit == "percent" and not reckoning.PARTIAL_COUNT.search(text, 0, m.start())
    ]
    if len(places) < _FEWEST - 1 or reckoning.MANY_ANSWERS.search(line.claims[0].sentence.lower()):
        return
    told = tuple(line.claim(m.group()) for m in places)
    complete = reckoning.THE_REST.search(text) is not None
    exclusive = complete or (len(told) >= _FEWEST and reckoning.EXCLUSIVE.search(text) is not None)
    if exclusive and _of_one_question(told) and _in_one_list(places, text):
        yield Shares(told, complete and _LAST.search(text[: places[-1].start()]) is not None)


def _of_one_question(told: Sequence[Claim]) -> bool:
    """Tell whether shares are plain ones, of one time and one speaker."""
    if not all(_is_share(c) and c.quantity.hedge in ("exact", "about") for c in told):
        return False
    return len({c.scope.window for c in told} | {c.speaker for c in told if c.speaker}) < _FEWEST


def _in_one_list(places: Sequence[re.Match[str]], text: str) -> bool:
    """Tell whether nothing but a joint stands between shares, and no more than one of them has a place of its own."""
    gaps = [text[a.end() : b.start()] for a, b in pairwise(places)]
    if not all(reckoning.JOINED.search(gap) and re.search(SIGN, gap) is None for gap in gaps):
        return False
    return sum(_WHERE.search(part) is not None for part in (*gaps, text[places[-1].end() :])) < 2
