"""Ranks: one name that is the largest here and the second-largest there, one thing that is the first since two years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.claims.figures_as_signs import Sheet
from numcheck.language.en import reckoning
from numcheck.model.finding import Place
from numcheck.model.ties import Rank, Ranks

_RANK = re.compile(
    rf"(?P<name>[A-Z][\w'’-]*(?: (?:of |de |the )?[A-Z][\w'’-]*){{0,3}})(?P<verb>,| is| was| remains| became| has "
    rf"become| are| were)"
    rf"(?: now| still| already)? (?P<whose>the|[A-Z][\w-]*[’']s?)(?P<owner> [a-z]+[’']s)? (?:(?P<rank>{reckoning.NTH})[- "
    rf"])?(?P<best>{reckoning.SUPERLATIVE})"
    rf" (?P<noun>[a-z-]+(?: (?!(?:in|of|on|and|to|with|after|behind|by|for)\b)[a-z-]+)?)(?P<place> (?:in|of) "
    rf"(?:the )?[A-Za-z]+)?"
)
_MOST_TEXT = 200_000


def read(sheet: Sheet) -> Iterator[Ranks]:
    """Yield every rank, and every first since some year, that an article gives twice."""
    text = sheet.article.readable()[:_MOST_TEXT]
    first: dict[tuple[str, ...], re.Match[str]] = {}
    for key, match in (*_ranked(text), *_firsts(text)):
        one = first.setdefault(key, match)
        if one is not match:
            yield Ranks(_rank(one, sheet), _rank(match, sheet))


def _rank(match: re.Match[str], sheet: Sheet) -> Rank:
    place = Place(sheet.article.path, match.start(), match.end())
    return Rank(match["rank"] or "first", " ".join(match.group().split()), place)


def _ranked(text: str) -> Iterator[tuple[tuple[str, ...], re.Match[str]]]:
    """Yield the ranks of a text, each with what it is of and whether it is told of the past."""
    for match in _RANK.finditer(text) if "est" in text or "most" in text else ():
        if reckoning.ONE_OF.search(text, max(0, match.start() - 12), match.start()) or reckoning.BACK_THEN.match(
            text, match.end()
        ):
            continue
        of = (match[part] or "" for part in ("name", "whose", "owner", "best", "noun", "place"))
        past = "past" if match["verb"] in (" was", " were", " became") else ""
        yield (*(word.strip().lower() for word in of), past), match


def _firsts(text: str) -> Iterator[tuple[tuple[str, ...], re.Match[str]]]:
    for match in reckoning.FIRST_SINCE.finditer(text) if " since " in text else ():
        yield (match["whose"].lower(), match["noun"].lower()), match
