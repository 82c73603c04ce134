"""Ranks: one name that is the largest here and the second-largest there, one thing that is the first since two years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet
from numcheck.language.en import reckoning
from numcheck.model.finding import Place

KINDS = ("rank",)

_RANK = re.compile(
    rf"(?P<name>[A-Z][\w'’-]*(?: (?:of |de |the )?[A-Z][\w'’-]*){{0,3}})(?P<verb>,| is| was| remains| became| has "
    rf"become| are| were)"
    rf"(?: now| still| already)? (?P<whose>the|[A-Z][\w-]*[’']s?)(?P<owner> [a-z]+[’']s)? (?:(?P<nth>{reckoning.NTH})[- "
    rf"])?(?P<best>{reckoning.SUPERLATIVE})"
    rf" (?P<noun>[a-z-]+(?: (?!(?:in|of|on|and|to|with|after|behind|by|for)\b)[a-z-]+)?)(?P<place> (?:in|of) "
    rf"(?:the )?[A-Za-z]+)?"
)
_MOST_TEXT = 200_000


def find(sheet: Worksheet) -> Iterator[Reckoning]:
    """Yield every rank, and every first since some year, that an article gives twice."""
    text = sheet.article.readable()[:_MOST_TEXT]
    if "est" in text or "most" in text:
        yield from _ranks(text, sheet)
    if " since " in text:
        yield from _firsts(text, sheet)


def _ranks(text: str, sheet: Worksheet) -> Iterator[Reckoning]:
    first: dict[tuple[str, ...], re.Match[str]] = {}
    for match in _RANK.finditer(text):
        if reckoning.ONE_OF.search(text, max(0, match.start() - 12), match.start()):
            continue
        if reckoning.BACK_THEN.match(text, match.end()):
            continue
        key = tuple((match.group(part) or "").strip().lower() for part in ("name", "whose", "owner", "best", "noun", "place"))
        key = (*key, "past" if match.group("verb") in (" was", " were", " became") else "")
        yield from _twice(first.setdefault(key, match), match, "nth", sheet)


def _firsts(text: str, sheet: Worksheet) -> Iterator[Reckoning]:
    first: dict[tuple[str, ...], re.Match[str]] = {}
    for match in reckoning.FIRST_SINCE.finditer(text):
        key = tuple(match.group(part).lower() for part in ("whose", "noun"))
        yield from _twice(first.setdefault(key, match), match, "year", sheet)


def _twice(one: re.Match[str], again: re.Match[str], what: str, sheet: Worksheet) -> Iterator[Reckoning]:
    if one is again:
        return
    yield sheet.reckoning(
        "rank",
        confidence=0.7,
        claims=(),
        said=_words(again),
        working=_words(one),
        gives=one.group(what) or "first",
        right=(one.group(what) or "") == (again.group(what) or ""),
        places=tuple(Place(sheet.article.path, m.start(), m.end()) for m in (one, again)),
    )


def _words(match: re.Match[str]) -> str:
    return " ".join(match.group().split())
