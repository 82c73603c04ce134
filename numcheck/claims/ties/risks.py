"""A risk that is told by its change: "doubles the risk", "a 30% higher chance"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.claims.figures_as_signs import SIGN, Frame, Line, Sheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.ties import Risk

_RELATIVE = Frame(
    rf"(?P<a>{SIGN}) (?:the |their |a |your |his |her |its )?(?:[a-z-]+ ){{0,2}}{reckoning.RISK}\b"
    rf"|{reckoning.RISK} (?:of [a-z' -]{{1,40}} |that [a-z' -]{{1,40}} )?(?:was |is |had |has |were |by )*(?:rises?|rose|"
    rf"risen|increased|increases|falls?|fell|"
    rf"fallen|dropped|cut|reduced|raised|up|down|grew|grows?)?(?: by)? ?(?P<b>{SIGN})"
    rf"|(?P<c>{SIGN}) (?:more|less|as|likelier) (?:likely|probable|at risk)\b",
    "risk",
    "chance",
    "odds",
    "likel",
    "probab",
)


def read(sheet: Sheet) -> Iterator[Risk]:
    """Yield the risks that are told by their change."""
    for line in sheet.lines:
        for match in _RELATIVE.finditer(line.text):
            claim = line.claim(match["a"] or match["b"] or match["c"])
            if _is_change(claim, match):
                level = _is_counted(line) or any(_is_level(c, claim) for c in sheet.claims)
                words = match.group().replace(match["a"] or match["b"] or match["c"], claim.text)
                yield Risk(claim, words, level)


def _is_counted(line: Line) -> bool:
    """Tell whether a sentence counts cases among people: "346 strokes in 9,700 people"."""
    return sum(c.quantity.dimension == "count" and c.quantity.hedge != "vague" for c in line.claims) > 1


def _is_change(claim: Claim, match: re.Match[str]) -> bool:
    """Tell whether a figure beside a risk says how it changed: a multiple, or a percentage that is higher or lower."""
    q = claim.quantity
    if q.hedge == "vague" or claim.converts:
        return False
    changed = q.direction is not None or reckoning.CHANGED.search(match.group()) is not None
    return q.dimension == "multiple" or (q.unit == "percent" and changed)


def _is_level(claim: Claim, change: Claim) -> bool:
    """Tell whether a figure may be the risk itself: a share or a rate that is no change."""
    return claim is not change and claim.quantity.dimension.partition("/")[0] == "share" and claim.quantity.direction is None
