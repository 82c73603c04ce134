"""Which cues may speak for a figure: by what it counts, who acts, and to which words of the sentence they belong."""

from __future__ import annotations

from numcheck.claims.frame import Frame, Hit
from numcheck.claims.spot import PRONOUNS, Spot
from numcheck.claims.voice import acts, takes_object
from numcheck.claims.words import Cue, Words

_INSIDE = frozenset({"in", "on", "at", "from", "near", "with"})
_HAS = frozenset({"has", "have", "had"})


def speaks(hit: Hit, spot: Spot, frame: Frame, words: Words) -> bool:
    """Tell whether a cue may say what the figure measures."""
    mention, row = spot.mention, hit.cue.measure
    if spot.end <= hit.first < spot.aside or (hit.first < mention.last and hit.last > mention.first):
        return False
    itself = row.strong and hit.cue.noun and hit.last == spot.subject.last and spot.dimension in row.dimensions
    if not (itself or _fits(hit.cue, spot)) or (spot.whole and not _of_whole(hit, spot, frame)):
        return False
    return _in_voice(hit, spot, frame, words) and not _other_end(hit, spot, frame, words)


def _fits(cue: Cue, spot: Spot) -> bool:
    """Tell whether a measure can be said of such a figure."""
    row, thing, head = cue.measure, spot.thing, spot.subject.head
    if spot.dimension not in row.dimensions:
        return False
    if cue.things:
        return not spot.things.isdisjoint(cue.things)
    if not row.things:
        return True
    if spot.dimension != "count":
        return not cue.ahead
    return thing in row.things or (thing is None and (head is None or "thing" in row.things or "person" in row.things))


def _in_voice(hit: Hit, spot: Spot, frame: Frame, words: Words) -> bool:
    """Tell whether a cue may speak for the figure by who acts, where it stands and what else the sentence names."""
    cue, mention = hit.cue, spot.mention
    if cue.company and cue.company.isdisjoint(frame.sentence.lower):
        return False
    if cue.behind:  # "two hours after", but "for two hours after"
        return hit.first in (mention.last, spot.end) and not (
            mention.first and frame.sentence.lower[mention.first - 1] == "for"
        )
    if cue.ahead:
        return hit.last == mention.first
    if cue.does:
        acting = acts(hit, mention, frame, words)
        return acting or (acting is None and (bool(cue.rest) or frame.sentence.lower[hit.first].endswith("ed")))
    if cue.undergone:
        inside = mention.first > hit.last and frame.sentence.lower[mention.first - 1] in _INSIDE  # "taken away in two vans"
        return not (inside or acts(hit, mention, frame, words))
    if cue.noun or not cue.measure.strong:
        return True
    return not (acts(hit, mention, frame, words) and (hit.last <= mention.first or takes_object(hit.last, frame, words)))


def _of_whole(hit: Hit, spot: Spot, frame: Frame) -> bool:
    """Tell whether a cue speaks of the whole itself: "of the 63 stolen watches", "of the £600 they stole"."""
    subject, end = spot.subject, spot.end
    return subject.first <= hit.first < subject.last or (hit.first == end + 1 and frame.sentence.lower[end] in PRONOUNS)


def _other_end(hit: Hit, spot: Spot, frame: Frame, words: Words) -> bool:
    """Tell whether a cue belongs to another word: a preposition to the figure behind it, a noun to the thing it modifies."""
    mention, subject = spot.mention, spot.subject
    if spot.dimension == "count" and hit.cue.noun and subject.first <= hit.first and hit.last < subject.last:  # "life jackets"
        return True
    if hit.cue.rest and frame.sentence.lower[hit.last - 1] in _HAS:  # "which has 40 boats", "people who have fled"
        return hit.last != mention.first
    preposition = hit.last - hit.first == 1 and frame.sentence.lower[hit.first] in words.stops
    return preposition and hit.last in frame.figures and hit.last != mention.first  # "96 deputies against 71"
