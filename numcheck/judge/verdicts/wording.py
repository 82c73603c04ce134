"""How a figure is worded: as a level or a change, against which base, with which bound; and a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from numcheck.judge.around import before, behind, just_before, word_before
from numcheck.judge.verdicts.doubt import is_fact
from numcheck.judge.verdicts.earlier import is_former
from numcheck.judge.verdicts.narrowed import is_greatest, is_of_a_group
from numcheck.model.claim import Claim
from numcheck.model.reading import Mark

LEVELS = ("to", "at", "reached", "hit", "topped", "is", "was", "stands", "stood")
"""Words in front of a figure that make it a level: "rose to 12 percent", "stood at 12 percent"."""
_BASE = 70
"""Characters behind a change in which its base is named."""
_BASE_YEAR = re.compile(
    r"\b(?:from|on|than|over|against|versus|since|with|to)\s+(?:the\s+)?(?:(?:its|their)\s+)?"
    r"(?:level\s+(?:in|of)\s+|same\s+\w+\s+(?:in|of)\s+|levels\s+(?:in|of)\s+)?((?:19|20)[0-9]{2})\b"
)
_CHANGES = re.compile(
    r"\b(?:growth|rise|increase|gain|decline|drop|fall|decrease|jump|loss|inflation|reduction|expansion|contraction|slump|surge"
    r"|change|swing|slowdown|rebound)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\A (?:effective|efficient|more|less|above|below|\w{3,}er)\b", re.IGNORECASE)
_COURSE = re.compile(
    r"\b(?:fell|falls?|fallen|rose|rises?|risen|cuts?|dropped|climbed|grew|grown|went|shrank|shrunk|reduced|raised|lowered|increased"
    r"|decreased|declined|jumped|slipped|slid|dipped|doubled|tripled|halved|soared|surged|shortened|extended|expanded)\b"
    r"[^,;:]{0,60}\bfrom \Z",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{2}|[0-9]{4})")
_MONTHS = 12


def wording(claim: Claim) -> tuple[object, ...]:
    """Return what two claims of one statement may still differ in, as far as conditions look at it."""
    return (
        bounds(claim),
        is_fact(claim),
        word_before(claim) in LEVELS,
        baseline(claim),
        claim.section == "headline",
        is_former(claim),
        is_greatest(claim),
        is_of_a_group(claim),
    )


def bounds(claim: Claim) -> frozenset[str]:
    """Return the words of the figure's bounds: "as little as", "nearly"."""
    return _bounds(claim.trail)


@lru_cache(maxsize=4096)
def _bounds(trail: tuple[str, ...]) -> frozenset[str]:
    return frozenset(step.removeprefix("bounds/") for step in trail if step.startswith("bounds/"))


def baseline(claim: Claim) -> str | None:
    """Return what a change is measured against: a year, or a time before by its name; None where it is not said."""
    year = _BASE_YEAR.search(behind(claim)[:_BASE])
    named = claim.scope.base
    if year is not None:
        return year.group(1)
    return named if named is not None and named.endswith(" earlier") else None


def is_level(claim: Claim, words: Sequence[str] = LEVELS) -> bool:
    """Tell whether one of `words` in front of a figure makes it a level, and no adjective behind it a degree."""
    return word_before(claim) in words and _DEGREE.match(behind(claim)) is None


def names_a_change(claim: Claim) -> bool:
    """Tell whether a word in front of a figure is the name of a change, so that a level of it is a change: "growth of 2%"."""
    return _CHANGES.search(before(claim)) is not None


def is_course(claim: Claim) -> bool:
    """Tell whether two ends are where something began and where it came to: "fell from 31 to 23", and no range."""
    return claim.quantity.hedge == "range" and _COURSE.search(just_before(claim)) is not None


def is_ambiguous(mark: Mark) -> bool:
    """Tell whether a date may be read in two ways: 03/04/2021 is in March or in April."""
    found = _SLASHED.fullmatch(mark.text.strip()) if mark.reason == "date" else None
    if found is None:
        return False
    first, second = int(found.group(1)), int(found.group(2))
    return first != second and 1 <= first <= _MONTHS and 1 <= second <= _MONTHS
