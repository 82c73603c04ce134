"""Words beside a figure that narrow what it says: the most there was, those of a group, one more taken in."""

from __future__ import annotations

import re

from numcheck.judge.around import behind, just_before
from numcheck.model.claim import Claim

_CEILING_BEFORE = re.compile(
    r"\b(?:maximum|gusts?|gusted|gusting|peaks?|peaked|capped|cap|ceiling|limit|rising|potentially|top speeds?|as high)"
    r"(?: \w+)? (?:of|to|at|as|is|was|reached|hit) \Z",
    re.IGNORECASE,
)
_CEILING_BEHIND = re.compile(
    r"\A(?: [\w-]+){0,2} (?:at most|at its peak|at their peak|maximum|with (?:add-ons|bonuses))\b", re.IGNORECASE
)
"""Words of a greatest number beside it: "gusts of 140 km/h", "rising to €42 million with add-ons"."""
_GROUP = re.compile(
    r"\A[^.;,]{0,30}\b(?:(?:in|among|from|of) (?:the|one|another) (?:[\w-]+ ){0,2}(?:group|arm|cohort|sample|class|category)"
    r"|(?:among|of|from) those)\b",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"\b(?:including|among them|counting) (?:the|his|her) (?:[\w-]+ )?(?:gunman|attacker|bomber|shooter|driver|pilot|killer"
    r"|suspect|assailant|perpetrator|captain)\b",
    re.IGNORECASE,
)


def is_greatest(claim: Claim) -> bool:
    """Tell whether words beside a plain figure say that it is the most there was or can be: "gusts of 140 km/h"."""
    return _CEILING_BEFORE.search(just_before(claim)) is not None or _CEILING_BEHIND.search(behind(claim)) is not None


def is_of_a_group(claim: Claim) -> bool:
    """Tell whether words behind a figure bound it to a group, so that it is not all there is: "138 in the placebo group"."""
    return _GROUP.match(behind(claim)) is not None


def includes_one(claim: Claim) -> bool:
    """Tell whether a total is said to take in one more: "five died, including the gunman"."""
    return _INCLUDED.search(behind(claim)) is not None
