"""Who does what a verb says: whether the counted things act, or something is done to them."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.frame import Frame, Hit
from numcheck.claims.words import Words
from numcheck.model.reading import Mention

_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "isn't", "aren't", "wasn't", "weren't"}
)
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_THEM = frozenset({"him", "them", "us", "me", "everyone", "everybody"})
_BY = frozenset({"the", "a", "an", "some", "gang", "group", "team", "crew", "band", "of"})
"""Words between "by" and the figure: by a gang of five."""
_BACK = 4
_NOT = frozenset({"not", "never", "fail", "failed", "fails", "failing", "refused", "unable", "without"})


def acts(hit: Hit, mention: Mention, frame: Frame, words: Words) -> bool | None:
    """Tell whether what a figure counts does what the verb says; None where nothing tells."""
    lower = frame.sentence.lower
    if hit.last <= mention.first:
        return agent(mention, lower)
    if hit.first < mention.last:
        return None
    at = hit.first - 1
    while at >= mention.last and (lower[at] in words.adverbs or lower[at].endswith("ly")):
        at -= 1
    doing = lower[hit.first].endswith("ing")
    if at >= mention.last and lower[at] in _BE:
        return doing
    if doing or (at >= mention.last and lower[at] in words.auxiliaries) or takes_object(hit.last, frame, words):
        return True
    return None


def agent(mention: Mention, lower: Sequence[str]) -> bool:
    """Tell whether a figure is who does what a passive verb says ("carried off by a gang of five")."""
    for at in range(mention.first - 1, max(-1, mention.first - 1 - _BACK), -1):
        if lower[at] == "by":
            return True
        if lower[at] not in _BY:
            return False
    return False


def takes_object(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether the object of a verb begins at token `at`: a figure, an article with no time behind it, "them"."""
    lower = frame.sentence.lower
    if at >= len(lower):
        return False
    if at in frame.figures or lower[at] in _THEM:
        return True
    return lower[at] in _DETERMINERS and not (
        at + 1 < len(lower) and (lower[at + 1] in words.window_words or lower[at + 1] in words.span_units)
    )


def denied(hit: Hit, mention: Mention, frame: Frame, words: Words) -> bool:
    """Tell whether a verb behind the figure is said not to hold of it ("three failed to explode", "two did not open")."""
    lower, at = frame.sentence.lower, hit.first - 1
    if hit.cue.noun:
        return False
    while at >= mention.last and (lower[at] in words.auxiliaries - _NOT or lower[at] == "to" or lower[at] in words.adverbs):
        at -= 1
    return at >= mention.last and (lower[at] in _NOT or lower[at].endswith(("n't", "n’t")))
