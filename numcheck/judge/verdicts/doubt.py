"""Whether a figure is told as fact or in doubt: a plan, a forecast, a fear."""

from __future__ import annotations

import re
from functools import lru_cache

from numcheck.judge.around import before, behind, just_before
from numcheck.model.claim import Claim

_DOUBT = re.compile(
    r"\b(?:could|might|may|would|will|shall|should|expect\w*|plan\w*|propos\w*|forecast\w*|predict\w*|project(?:s|ed|ion)|likely"
    r"|aim\w*|target\w*|fear\w*|estimat\w*|intend\w*|hop(?:e|es|ed|ing)|promis\w*|pledg\w*|vow\w*|wants?|must|schedul\w*"
    r"|anticipat\w*|earmark\w*|sets? aside|gets?|receives?|if|to be"
    r"|(?:is|are|was|were|set|due|about|poised|ready|has|have) to)\b",
    re.IGNORECASE,
)
"""Words of doubt, plan and forecast: one stands before a figure that is none yet, and nowhere in a sentence of fact."""
_SETTLED = re.compile(
    r"\b(?:will|would)(?: \w+ly| also| still| now| then)?"
    r" (?:be|have|hold|seat|contain|comprise|number|measure|weigh|feature|house)"
    r"(?: (?:a|an|the|only|just|no|a total of|[\w,.]+(?: \w+)? (?:of|in) (?:a|the|its|their)))? ?\Z",
    re.IGNORECASE,
)
"""Verbs of a state, by design or by result, right in front of a figure: "will hold 112 of the 200 seats"."""
_BUILT = frozenset({"length", "area", "volume", "mass", "speed", "power"})
_COMING = frozenset("people person worker employee job staff visitor customer user guest passenger resident student".split())
"""What a thing that will have it does not have by design."""
_BEHIND, _SUBJECT = 4, 4
"""Words behind a figure in which a doubt still is about it, where fewer words than these stand before it."""


def is_fact(claim: Claim) -> bool:
    """Tell whether a figure stands in a sentence of plain fact; headlines leave out "could"."""
    return claim.modality is None and claim.section != "headline" and not _doubts(claim.sentence)


@lru_cache(maxsize=4096)
def _doubts(sentence: str) -> bool:
    return _DOUBT.search(sentence) is not None


def is_doubted(claim: Claim) -> bool:
    """Tell whether a word of doubt stands before the figure, or right behind it ("$88m is expected")."""
    first, last = before(claim), behind(claim).split()[:_BEHIND]
    near = [first, *last] if len(first.split()) < _SUBJECT else [first]
    return claim.modality is not None and _DOUBT.search(" ".join(near)) is not None and not _is_settled(claim)


def _is_settled(claim: Claim) -> bool:
    """Tell whether a figure is what a thing will have by design or by a result: seats, rooms, metres; not workers or money."""
    if claim.quantity.dimension not in _BUILT and (claim.quantity.dimension != "count" or claim.head in _COMING):
        return False
    return _SETTLED.search(just_before(claim)) is not None
