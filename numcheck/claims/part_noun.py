"""The counted noun of a part, and of a bare figure behind another: "six of the 40 boats", "eleven were children"."""

from __future__ import annotations

from numcheck.claims.annotated import Annotated
from numcheck.claims.noun_phrase import Counted, Way, many, nothing
from numcheck.language.en import around
from numcheck.model.reading import Mention

_OF_THEM = ("them", "these", "those", "whom")
_WHOLE = 7
"""Words from a part to the figure of its whole at most: "four of the mill's eleven looms"."""
_PREDICATE = 4
"""Words from a bare figure to the end of the people it is, at most."""


def of_them(at: int, line: Annotated) -> Counted | None:
    """Return the noun that "nine of them children" and "six of whom were women" give to the part, if one does."""
    words = line.vocabulary
    if line.word(at) != "of" or line.word(at + 1) not in around.THEM:
        return None
    found = many(line.over(at + 2, words.nouns.ends.auxiliaries), line)
    if found is None or found.way != Way.PLURAL or words.classes.get(found.head or "") is None:
        return None
    return found


def of_whole(at: int, line: Annotated) -> Counted | None:
    """Return the noun of the whole for a part without a noun of its own: "four of the mill's eleven looms"."""
    words = line.vocabulary
    if line.word(at) != "of":
        return None
    for i in range(at + 1, min(line.n, at + _WHOLE)):
        if i in line.figures:
            behind = next(j for j in range(i, line.n + 1) if j not in line.figures)
            found = many(behind, line)
            return None if found is None else found.standing(at, Way.WHOLE)
        if line.word(i) in words.stops and line.word(i) not in words.nouns.skip_of:
            return None
    return None


def predicate(at: int, line: Annotated) -> Counted | None:
    """Return the people behind "were" and a bare figure: "Eleven were children"."""
    if line.word(at) not in ("were", "are"):
        return None
    found = many(at + 1, line)
    if found is None or found.way != Way.PLURAL or found.last > at + _PREDICATE:
        return None
    return found.standing(at, Way.PREDICATE) if line.vocabulary.classes.get(found.head or "") == "person" else None


def origin(at: int, line: Annotated, before: Counted | None) -> Counted | None:
    """Return the place a bare figure comes from: "Thirty came from Oss", "nine of them in Oss", "six from Lomm" behind."""
    of_some = line.word(at) == "of" and line.word(at + 1) in _OF_THEM
    verb = at + 2 if of_some else at
    place = line.skip(verb, *around.COME)
    comes = of_some or place > verb or (before is not None and before.way == Way.ORIGIN)
    if not comes or line.word(place) not in around.HAILING_FROM or not line.is_capital(place + 1):
        return None
    return nothing(place).named(before).standing(place, Way.ORIGIN)


def inherited(mention: Mention, before: Counted, line: Annotated) -> bool:
    """Tell whether a bare figure counts what the one before counts: "compared with 63", but not "a rating of 6"."""
    words = line.vocabulary
    low = mention.interval.low
    if not mention.unit.startswith("count"):
        return False
    if low is not None and low != low.to_integral_value() and words.classes.get(before.head or "") != "score":
        return False
    owner = line.word(mention.first - 2) if line.word(mention.first - 1) == "of" else ""
    return not owner or owner in words.speech.speaking_of or owner in words.nouns.sums or not owner[0].isalpha()
