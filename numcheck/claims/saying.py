"""Read what the words beside a figure say of it: doubt, an earlier value, the most there was, a figure on top of another.

Each is a pattern over what stands in front of the figure in its sentence (`ahead`, `near` its end), behind it (`after`), or
in all of it, in small letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from numcheck.claims.occasion import Occasion, once
from numcheck.claims.single_words import (
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
from numcheck.language.en import reckoning, saying
from numcheck.model.claim import Claim
from numcheck.model.saying import Certainty, Earlier, Limit, Saying, Wording

_CLAUSE = 120
"""Characters in front of a figure whose words may be about it."""

_BUILT = frozenset({"length", "area", "volume", "mass", "speed", "power"})
_BEHIND, _SUBJECT = 4, 4
"""Words behind a figure in which a doubt still is about it, where fewer words than these stand before it."""

_BASE = 70
"""Characters behind a change in which its base is named."""
_ARTICLE = 12
"""Characters in front of a count in which "the" or "all those" stands."""
_HEAD = 4
"""Letters of a noun that all its forms begin with, but for the last of them."""
_NEXT_WORDS = re.compile(r"(?: [A-Za-z'’-]+){1,3}")


def beside(claim: Claim, told_of: Occasion | None, words: Cues) -> tuple[Wording, Saying]:
    """Return the words of a claim's sentence and what they say of it, its other slots known, told of an occasion perhaps."""
    told = wording(claim)
    return told, _saying(claim, told, told_of, words)


def _saying(claim: Claim, told: Wording, told_of: Occasion | None, words: Cues) -> Saying:
    begin, end = (max(0, at - claim.sentence_start) for at in (claim.start, claim.end))
    before, behind = claim.sentence[:begin], claim.sentence[end:]
    ahead, after = before.lower(), behind.lower()
    near = ahead[-_CLAUSE:]
    tokens = ahead.split()
    words_before, words_behind = ([word.lower() for word in side] for side in (told.before, told.behind))
    return Saying(
        certainty=_certainty(claim, ahead, after),
        earlier="said" if claim.superseded_by is not None else _earlier(near, after),
        base=_base(claim.scope.base, behind),
        word_before=tokens[-1] if tokens else "",
        degree=saying.DEGREE.match(after) is not None,
        names_a_change=saying.CHANGES.search(ahead) is not None,
        course=_is_course(claim, near),
        behind_from=claim.text.lower().startswith("from") or saying.FROM.search(near) is not None,
        greatest=_is_greatest(near, after),
        limit=_limit(near, after),
        of_a_group=saying.GROUP.match(after) is not None,
        includes_one=saying.INCLUDED.search(after) is not None,
        tells_one_apart=_himself(claim.sentence),
        added=saying.ADDING.search(near) is not None,
        a_whole=saying.WHOLE.search(ahead) is not None,
        scored=saying.SCORED.search(near) is not None,
        remainder=is_remainder(words_before, words_behind, words),
        own_count=is_own_count(claim, words_before, words),
        difference=is_difference(claim, words_before, after, words),
        names_its_whole=names_its_whole(claim, words_behind),
        has_its_noun=has_its_noun(claim),
        occasion=(told_of.time if told_of is not None else None) or once(claim, words_before),
        occasion_before=told_of is not None and told_of.carried,
        names=names(claim, before, behind),
        landmark=landmark(claim, told.behind),
        width=width(claim, words_behind, words),
        points_back=_points_back(claim, ahead, after),
        with_noun=_with_noun(claim, behind),
    )


def _points_back(claim: Claim, ahead: str, after: str) -> bool:
    """Tell whether a count is told as one that was told before, and nothing behind it narrows it: "the 12 boats"."""
    if claim.quantity.dimension != "count":
        return False
    return reckoning.DEFINITE.search(ahead[-_ARTICLE:]) is not None and reckoning.NARROWED.match(after) is None


def _with_noun(claim: Claim, behind: str) -> str:
    """Return the words of a figure with the noun it counts, where the noun stands behind it: "14 tankers"."""
    head = claim.head[:_HEAD]
    words = _NEXT_WORDS.match(behind)
    if not head or words is None:
        return claim.text
    beginning = head[: _HEAD - 1] if len(head) >= _HEAD else head
    taken = ""
    for word in words.group().split():
        taken = f"{taken} {word}"
        if word.lower().startswith(beginning):
            return f"{claim.text}{taken}"
    return claim.text


def _certainty(claim: Claim, ahead: str, after: str) -> Certainty | None:
    """Tell whether a figure is told as fact (headlines leave out "could"), or a word of doubt is about it."""
    if claim.modality is None:
        return "fact" if claim.section != "headline" and not _doubts(claim.sentence) else None
    words = [ahead, *(after.split()[:_BEHIND] if len(ahead.split()) < _SUBJECT else ())]
    doubted = saying.DOUBT.search(" ".join(words)) is not None and not _is_settled(claim, ahead[-_CLAUSE:])
    return "doubted" if doubted else None


def _is_greatest(near: str, after: str) -> bool:
    """Tell whether a figure is the most there was or can be: "gusts of 140 km/h", "52 at most"."""
    return saying.CEILING_BEFORE.search(near) is not None or saying.CEILING_BEHIND.match(after) is not None


def _limit(near: str, after: str) -> Limit | None:
    """Tell whether a rule bars what the figure tells ("more than 50 are banned"), or draws its line there."""
    if saying.BARRED_BEFORE.search(near) is not None or saying.BARRED_BEHIND.match(after) is not None:
        return "barred"
    drawn = saying.DRAWN_BEFORE.search(near) is not None or saying.DRAWN_BEHIND.match(after) is not None
    return "drawn" if drawn else None


def _is_course(claim: Claim, near: str) -> bool:
    """Tell whether two ends are where something began and came to: "fell from 31 to 23"."""
    return claim.quantity.hedge == "range" and saying.COURSE.search(near) is not None


@lru_cache(maxsize=64)
def _doubts(sentence: str) -> bool:
    return saying.DOUBT.search(sentence.lower()) is not None


@lru_cache(maxsize=64)
def _himself(sentence: str) -> bool:
    return saying.HIMSELF.search(sentence.lower()) is not None


def _is_settled(claim: Claim, near: str) -> bool:
    """Tell whether a figure is what a thing will have by design or by a result: seats, rooms, metres; not workers or money."""
    if claim.quantity.dimension not in _BUILT and (claim.quantity.dimension != "count" or claim.head in saying.COMING):
        return False
    return saying.SETTLED.search(near) is not None


def _earlier(near: str, after: str) -> Earlier | None:
    compared = saying.COMPARED_BEFORE.search(near) is not None and saying.THEN_BEHIND.match(after) is not None
    if compared or ("from" in near and saying.STATE_BEFORE.search(near) is not None):
        return "state"
    return "said" if saying.FORMER_BEFORE.search(near) is not None or saying.FORMER_BEHIND.match(after) is not None else None


def _base(named: str | None, behind: str) -> str | None:
    """Return the year a change is measured against, or the time before by its name; None where it is not said."""
    year = saying.BASE_YEAR.search(behind[:_BASE])
    if year is not None:
        return year.group(1)
    return named if named is not None and named.endswith(" earlier") else None
