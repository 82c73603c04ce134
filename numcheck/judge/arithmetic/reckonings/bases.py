"""Figures that want a base: a bare dollar beside that of a named country, and a risk that doubled from nobody says what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import SIGN, Frame, Line, Worksheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim

KINDS = ("dollars", "relative")

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


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the dollars that may be of two countries, and the risks that are told by their change."""
    yield from _dollars(sheet)
    for line in sheet.lines:
        yield from _risks(line, sheet)


def _dollars(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the first bare dollar sign and the first dollar with its country, where an article has both and converts none."""
    money = [c for c in sheet.claims if c.quantity.dimension == "currency" and "$" in c.text]
    bare = [c for c in money if c.text.lstrip("-~><≥≤ ").startswith("$") or re.search(r"(?:^|[a-z] )\$", c.text)]
    named = [c for c in money if c not in bare and re.search(r"[A-Z]\$", c.text)]
    if not bare or not named:
        return
    by_id = {c.id: c for c in sheet.claims}
    linked = any(c.converts in by_id and {"$" in c.text, "$" in by_id[c.converts].text} == {True} for c in money if c.converts)
    yield sheet.reckoning(
        "dollars",
        confidence=0.8,
        claims=(named[0], bare[0]),
        said=bare[0].text,
        working=named[0].text,
        gives="dollars of two countries",
        right=linked,
    )


def _risks(line: Line, sheet: Worksheet) -> Iterator[Reckoning]:
    for match in _RELATIVE.finditer(line.text):
        claim = line.claim(match.group("a") or match.group("b") or match.group("c"))
        if not _is_change(claim, match):
            continue
        yield sheet.reckoning(
            "relative",
            confidence=0.8,
            claims=(claim,),
            said=_words(match, claim),
            working="the risk itself",
            gives="how large the risk is",
            right=any(_is_level(c) and c is not claim for c in sheet.claims) or _counted(line),
        )


def _words(match: re.Match[str], claim: Claim) -> str:
    """Return the words of a risk and its change, with the figure as written."""
    return re.sub(SIGN, lambda _: claim.text, match.group())


def _counted(line: Line) -> bool:
    """Tell whether a sentence counts cases among people: "346 strokes in 9,700 people"."""
    return sum(c.quantity.dimension == "count" and c.quantity.hedge != "vague" for c in line.claims) > 1


def _is_change(claim: Claim, match: re.Match[str]) -> bool:
    """Tell whether a figure beside a risk says how it changed: a multiple, or a percentage that is higher or lower."""
    q = claim.quantity
    if q.hedge == "vague" or claim.converts:
        return False
    if q.dimension == "multiple":
        return True
    compared = re.search(
        r"\b(?:higher|greater|lower|increased|reduced|more|less|extra|raised|rise|rose|cut|by)\b", match.group()
    )
    return q.unit == "percent" and (q.direction is not None or compared is not None)


def _is_level(claim: Claim) -> bool:
    """Tell whether a figure may be the risk itself: a share or a rate that is no change."""
    return claim.quantity.dimension.partition("/")[0] == "share" and claim.quantity.direction is None
