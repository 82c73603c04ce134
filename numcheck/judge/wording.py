"""How a figure is worded: as fact or in doubt, as a level or a change, against which base, with which bound; and a date."""

from __future__ import annotations

import re
from functools import lru_cache

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
_DOUBT = re.compile(
    r"\b(?:could|might|may|would|will|shall|should|expect\w*|plan\w*|propos\w*|forecast\w*|predict\w*|project(?:s|ed|ion)|likely"
    r"|aim\w*|target\w*|fear\w*|estimat\w*|if|to be|(?:is|are|was|were|set|due|about|poised|ready) to)\b",
    re.IGNORECASE,
)
"""Words of doubt, plan and forecast: one stands before a figure that is none yet, and nowhere in a sentence of fact."""
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{2}|[0-9]{4})")
_MONTHS = 12
_BEHIND, _SUBJECT = 4, 4
"""Words behind a figure in which a doubt still is about it, where fewer words than these stand before it."""


def wording(claim: Claim) -> tuple[object, ...]:
    """Return what two claims of one statement may still differ in, as far as conditions look at it."""
    return bounds(claim), is_fact(claim), word_before(claim) in LEVELS, baseline(claim), claim.section == "headline"


def bounds(claim: Claim) -> frozenset[str]:
    """Return the words of the figure's bounds: "as little as", "nearly"."""
    return frozenset(step.removeprefix("bounds/") for step in claim.trail if step.startswith("bounds/"))


def baseline(claim: Claim) -> str | None:
    """Return what a change is measured against: a year, or a time before by its name; None where it is not said."""
    year = _BASE_YEAR.search(_behind(claim)[:_BASE])
    named = claim.scope.base
    if year is not None:
        return year.group(1)
    return named if named is not None and named.endswith(" earlier") else None


def is_fact(claim: Claim) -> bool:
    """Tell whether a figure stands in a sentence of plain fact; headlines leave out "could"."""
    return claim.modality is None and claim.section != "headline" and not _doubts(claim.sentence)


@lru_cache(maxsize=4096)
def _doubts(sentence: str) -> bool:
    return _DOUBT.search(sentence) is not None


def is_doubted(claim: Claim) -> bool:
    """Tell whether a word of doubt stands before the figure, or right behind it ("$88m is expected")."""
    before, behind = _before(claim), _behind(claim).split()[:_BEHIND]
    near = [before, *behind] if len(before.split()) < _SUBJECT else [before]
    return claim.modality is not None and _DOUBT.search(" ".join(near)) is not None


def is_ambiguous(mark: Mark) -> bool:
    """Tell whether a date may be read in two ways: 03/04/2021 is in March or in April."""
    found = _SLASHED.fullmatch(mark.text.strip()) if mark.reason == "date" else None
    if found is None:
        return False
    first, second = int(found.group(1)), int(found.group(2))
    return first != second and 1 <= first <= _MONTHS and 1 <= second <= _MONTHS


def word_before(claim: Claim) -> str:
    """Return the word in front of a figure, in small letters."""
    words = _before(claim).split()
    return words[-1].lower() if words else ""


def _before(claim: Claim) -> str:
    return claim.sentence[: max(0, claim.start - claim.sentence_start)]


def _behind(claim: Claim) -> str:
    return claim.sentence[max(0, claim.end - claim.sentence_start) :]
