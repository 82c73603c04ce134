"""How sure a claim is told: possible, expected, planned, feared, demanded, offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numcheck.claims.annotated import Annotated
from numcheck.language.en import around
from numcheck.model.reading import Mention

_BEFORE, _BEHIND = 7, 4
"""Words before a figure in which "could" or "planned" still speaks of it, and behind its noun."""
_COMPARING = 2
"""Words in front of a forecast that say that the figure is held against it."""


def modality(mention: Mention, end: int, line: Annotated) -> str | None:
    """Return possible, expected, planned, feared, demanded, offered, or None where plain; `end` is behind the noun."""
    if not line.playing("modality"):
        return None
    before = range(mention.first - 1, max(-1, mention.first - 1 - _BEFORE), -1)
    for at, found in _told(before, line):
        if not line.has(at - _COMPARING, at, around.HELD_AGAINST):  # "beat forecasts", "more than expected"
            return found
    return next((found for _, found in _told(range(end, end + _BEHIND), line)), None)


def _told(places: Iterable[int], line: Annotated) -> Iterator[tuple[int, str]]:
    """Yield the words of modality up to the first word that ends the clause; May is a month."""
    known = line.vocabulary.scope.modality
    for at in places:
        word = line.word(at)
        if word in around.CLAUSE_ENDS or (word == "and" and _another_verb(at + 1, line)):
            return
        if word in known and line.as_written(at) != "May":
            yield at, known[word]


def _another_verb(at: int, line: Annotated) -> bool:
    """Tell whether "and" in front of token `at` joins a verb with a figure of its own: has 14 cases and expects 1,100 tests."""
    word, words = line.word(at), line.vocabulary
    verb = word in words.scope.modality or word in words.nouns.ends.auxiliaries
    return verb and not line.figures.isdisjoint(range(at, at + _BEFORE))
