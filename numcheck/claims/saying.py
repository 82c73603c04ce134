"""Read what the words beside a figure say of it: doubt, an earlier value, the most there was, a figure on top of another.

Each is a pattern over what stands in front of the figure in its sentence, behind it, or in all of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from numcheck.claims.beside import (
    Cues,
    has_its_noun,
    is_difference,
    is_own_count,
    is_remainder,
    landmark,
    names,
    names_its_whole,
    width,
    wording,
)
from numcheck.claims.occasion import Occasion, once
from numcheck.model.claim import Claim
from numcheck.model.saying import Certainty, Earlier, Saying, Wording

_CLAUSE = 120
"""Characters in front of a figure whose words may be about it."""

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
    rf"(?: [\w-]+){{0,4}},? (?:(?:at )?first|initially|originally|previously|earlier) {_SAID_FIRST}\b"
    rf"|(?: [\w-]+){{0,4}},? (?:as )?{_SAID_FIRST} (?:at first|first|initially|originally|previously|earlier)\b",
    re.IGNORECASE,
)
"""Words that tell a figure as one said before: "revised from 11", "had earlier put it at nine", "the 12 first reported"."""
_STATE_BEFORE = re.compile(
    r"\b(?:up|down|raised|lowered|changed)(?: \w+)? from(?: \w+){0,4} ?\Z|\bto\b[^;:]{1,60} from (?:the |an? )?\Z",
    re.IGNORECASE,
)

_CEILING_BEFORE = re.compile(
    r"\b(?:maximum|gusts?|gusted|gusting|peaks?|peaked|capped|cap|ceiling|limit|rising|potentially|top speeds?|as high)"
    r"(?: \w+)? (?:of|to|at|as|is|was|reached|hit) \Z",
    re.IGNORECASE,
)
_CEILING_BEHIND = re.compile(
    r"(?: [\w-]+){0,2} (?:at most|at its peak|at their peak|maximum|with (?:add-ons|bonuses))\b", re.IGNORECASE
)
"""Words of a greatest number beside it: "gusts of 140 km/h", "rising to €42 million with add-ons"."""
_GROUP = re.compile(
    r"[^.;,]{0,30}\b(?:(?:in|among|from|of) (?:the|one|another) (?:[\w-]+ ){0,2}(?:group|arm|cohort|sample|class|category)"
    r"|(?:among|of|from) those)\b",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"\b(?:including|among them|counting) (?:the|his|her) (?:[\w-]+ )?(?:gunman|attacker|bomber|shooter|driver|pilot|killer"
    r"|suspect|assailant|perpetrator|captain)\b",
    re.IGNORECASE,
)
_HIMSELF = re.compile(r"\b(?:himself|herself)\b", re.IGNORECASE)

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
_DEGREE = re.compile(r" (?:effective|efficient|more|less|above|below|\w{3,}er)\b", re.IGNORECASE)
_COURSE = re.compile(
    r"\b(?:fell|falls?|fallen|rose|rises?|risen|cuts?|dropped|climbed|grew|grown|went|shrank|shrunk|reduced|raised|lowered|increased"
    r"|decreased|declined|jumped|slipped|slid|dipped|doubled|tripled|halved|soared|surged|shortened|extended|expanded)\b"
    r"[^,;:]{0,60}\bfrom \Z",
    re.IGNORECASE,
)

_ADDING = re.compile(
    r"\b(?:another|further|additional|plus)(?: (?:an?|another|about|some|nearly|at least|more than))*\W*\Z", re.I
)
"""What stands in front of a figure that is told on top of the one before it: "plus another 1,000"."""
_WHOLE = re.compile(r"\bof (?:the|its|their|his|her|our|all)\W*\Z|\AOf\W*\Z", re.I)
"""What stands in front of a whole: 12 of its 24 boats; Of 200 homes 80 burned down."""
_SCORED = re.compile(r"\b(?:score[sd]?|scoring|net(?:s|ted|ting)?)\W+\Z", re.I)
_FROM = re.compile(r"\bfrom\W*\Z", re.I)


def with_its_saying(claim: Claim, told_of: Occasion | None, words: Cues) -> Claim:
    """Return a claim, its slots known, with the words of its sentence and what they say of it, told of an occasion perhaps."""
    told = wording(claim)
    return replace(claim, wording=told, saying=_saying(claim, told, told_of, words))


def _saying(claim: Claim, told: Wording, told_of: Occasion | None, words: Cues) -> Saying:
    begin, end = (max(0, at - claim.sentence_start) for at in (claim.start, claim.end))
    before, behind = claim.sentence[:begin], claim.sentence[end:]
    near = before[-_CLAUSE:]
    tokens = before.split()
    words_before, words_behind = ([word.lower() for word in side] for side in (told.before, told.behind))
    return Saying(
        certainty=_certainty(claim, before, behind),
        earlier="said" if claim.superseded_by is not None else _earlier(near, behind),
        base=_base(claim.scope.base, behind),
        word_before=tokens[-1].lower() if tokens else "",
        degree=_DEGREE.match(behind) is not None,
        names_a_change=_CHANGES.search(before) is not None,
        course=claim.quantity.hedge == "range" and _COURSE.search(near) is not None,
        behind_from=claim.text.lower().startswith("from") or _FROM.search(near) is not None,
        greatest=_CEILING_BEFORE.search(near) is not None or _CEILING_BEHIND.match(behind) is not None,
        of_a_group=_GROUP.match(behind) is not None,
        includes_one=_INCLUDED.search(behind) is not None,
        tells_one_apart=_himself(claim.sentence),
        added=_ADDING.search(near) is not None,
        a_whole=_WHOLE.search(before) is not None,
        scored=_SCORED.search(near) is not None,
        remainder=is_remainder(words_before, words_behind, words),
        own_count=is_own_count(claim, words_before, words),
        difference=is_difference(claim, words_before, behind, words),
        names_its_whole=names_its_whole(claim, words_behind),
        has_its_noun=has_its_noun(claim),
        occasion=(told_of.time if told_of is not None else None) or once(claim, words_before),
        occasion_before=told_of is not None and told_of.carried,
        names=names(claim, before, behind),
        landmark=landmark(claim, told.behind),
        width=width(claim, words_behind, words),
    )


def _certainty(claim: Claim, before: str, behind: str) -> Certainty | None:
    """Tell whether a figure is told as fact (headlines leave out "could"), or a word of doubt is about it."""
    if claim.modality is None:
        return "fact" if claim.section != "headline" and not _doubts(claim.sentence) else None
    words = [before, *(behind.split()[:_BEHIND] if len(before.split()) < _SUBJECT else ())]
    doubted = _DOUBT.search(" ".join(words)) is not None and not _is_settled(claim, before[-_CLAUSE:])
    return "doubted" if doubted else None


@lru_cache(maxsize=64)
def _doubts(sentence: str) -> bool:
    return _DOUBT.search(sentence) is not None


@lru_cache(maxsize=64)
def _himself(sentence: str) -> bool:
    return _HIMSELF.search(sentence) is not None


def _is_settled(claim: Claim, near: str) -> bool:
    """Tell whether a figure is what a thing will have by design or by a result: seats, rooms, metres; not workers or money."""
    if claim.quantity.dimension not in _BUILT and (claim.quantity.dimension != "count" or claim.head in _COMING):
        return False
    return _SETTLED.search(near) is not None


def _earlier(near: str, behind: str) -> Earlier | None:
    if _STATE_BEFORE.search(near) is not None:
        return "state"
    return "said" if _FORMER_BEFORE.search(near) is not None or _FORMER_BEHIND.match(behind) is not None else None


def _base(named: str | None, behind: str) -> str | None:
    """Return the year a change is measured against, or the time before by its name; None where it is not said."""
    year = _BASE_YEAR.search(behind[:_BASE])
    if year is not None:
        return year.group(1)
    return named if named is not None and named.endswith(" earlier") else None
