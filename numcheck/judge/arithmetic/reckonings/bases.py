"""Figures that want a base: a bare dollar beside that of a named country, and a risk that doubled from nobody says what."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet
from numcheck.model.claim import Claim
from numcheck.model.ties import Risk

KINDS = ("dollars", "relative")

_SURE = 0.8


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the dollars that may be of two countries, and the risks that are told by their change."""
    yield from _dollars(sheet)
    for tie in sheet.told(Risk):
        yield sheet.reckoning(
            "relative",
            confidence=_SURE,
            claims=(tie.claim,),
            said=tie.words,
            working="the risk itself",
            gives="how large the risk is",
            right=tie.level,
        )


def _dollars(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield the first bare dollar sign and the first dollar with its country, where an article has both and converts none."""
    money = [c for c in sheet.claims if c.quantity.dimension == "currency" and "$" in c.text]
    named = [c for c in money if _in_front(c).isupper()]
    bare = [c for c in money if not _in_front(c).isalpha()]
    if not bare or not named:
        return
    by_id = {c.id: c for c in sheet.claims}
    linked = any(c.converts in by_id and {"$" in c.text, "$" in by_id[c.converts].text} == {True} for c in money if c.converts)
    yield sheet.reckoning(
        "dollars",
        confidence=_SURE,
        claims=(named[0], bare[0]),
        said=bare[0].text,
        working=named[0].text,
        gives="dollars of two countries",
        right=linked,
    )


def _in_front(claim: Claim) -> str:
    """Return the letter in front of the dollar sign: the last of its country's."""
    return claim.text.partition("$")[0][-1:]
