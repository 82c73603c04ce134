"""Figures that their own article tells as earlier ones: said before, or the state before a change."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from numcheck.judge.around import behind, just_before
from numcheck.model.claim import Claim

_SAID_FIRST = r"(?:put|reported|measured|estimated|thought|given|said|stated|announced|budgeted|published|feared|counted)"
_FORMER_BEFORE = re.compile(
    r"\b(?:revised|corrected|adjusted|upgraded|downgraded)(?: \w+)? from(?: \w+){0,4} ?\Z"
    r"|\b(?:rather than|instead of|and not|, not) (?:the )?\Z"
    r"|\b(?:earlier(?! (?:this|that|last|on|in|today|yesterday)\b)|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|preliminary"
    r"|at first)\b[^,;:\d]{0,60}\Z"
    rf"|\bfirst {_SAID_FIRST}\b[^,;:\d]{{0,60}}\Z"
    r"|\b(?:earlier|previously|initially|originally|at first)\b[^;:\d]{0,40}\bhad\b[^,;:\d]{0,40}\Z",
    re.IGNORECASE,
)
_FORMER_BEHIND = re.compile(
    rf"\A(?: [\w-]+){{0,4}},? (?:(?:at )?first|initially|originally|previously|earlier) {_SAID_FIRST}\b"
    rf"|\A(?: [\w-]+){{0,4}},? (?:as )?{_SAID_FIRST} (?:at first|first|initially|originally|previously|earlier)\b",
    re.IGNORECASE,
)
"""Words that tell a figure as one said before: "revised from 11", "had earlier put it at nine", "the 12 first reported"."""
_STATE_BEFORE = re.compile(
    r"\b(?:up|down|raised|lowered|changed)(?: \w+)? from(?: \w+){0,4} ?\Z|\bto\b[^;:]{1,60} from (?:the |an? )?\Z",
    re.IGNORECASE,
)


def is_former(claim: Claim) -> bool:
    """Tell whether a figure is told as one that was said before, or as the state before a change."""
    return former(claim) is not None


def former(claim: Claim) -> Literal["said", "state"] | None:
    """Return how a figure is told as an earlier one: as said before, or as the state before a change ("up from 11")."""
    if claim.superseded_by is not None:
        return "said"
    return _former(just_before(claim), behind(claim))


@lru_cache(maxsize=4096)
def _former(before: str, behind: str) -> Literal["said", "state"] | None:
    if _STATE_BEFORE.search(before) is not None:
        return "state"
    return "said" if _FORMER_BEFORE.search(before) is not None or _FORMER_BEHIND.search(behind) is not None else None
