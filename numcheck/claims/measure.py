"""What is said of a counted or measured thing: the cue nearest the figure in its clause."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.frame import Frame, Hit
from numcheck.claims.noun import Subject, Way
from numcheck.claims.speaks import speaks
from numcheck.claims.spot import Spot, spot
from numcheck.claims.voice import denied
from numcheck.claims.words import Measure, Words
from numcheck.language.en.inflection import singular
from numcheck.model.reading import Mention

_FARTHEST = 12.0
"""Words (and barriers) a cue may lie away from its figure."""
_STRONG = 2.5
"""Words by which casualty and custody words win for people and bare counts."""
_WEAK = 5.0
_TIED = 4.0
"""Words by which what stands right before or behind the figure, and only there, wins ("by 800 votes")."""
_PHRASE = 0.5
"""Words by which a verb in two parts wins over its first part alone."""
_COMPANY = 3.0
"""Words by which a word that needs company wins over the same word without."""
_LOOSE_NOUN = 2.0
"""Words by which a noun that is not the counted one loses to a verb ("the attack, in which 9 were killed")."""
_LEFTWARDS = 1.3
"""A barrier weighs more towards the left: the verb of a new clause mostly follows its figure."""
_CLAUSE = 10
"""Words of a clause in front of a time at most."""
_FIRST = frozenset({"first", "second", "third", "fourth", "fifth", "best", "worst", "only", "once", "twice"})
_EST = 5
_SETTLED = -9.0
"""The distance of a counted noun that settles what is said of it ("six bodies")."""
_COUNTED, _NAMED = 1.0, 3.0
"""The distance of another counted noun: of a casualty word ("24 deaths"), and of one that mostly tells only what is counted."""
_MODIFIER = 1.5
"""Words by which a participle behind the noun ("civilians fleeing the city") loses to its verb."""
_LEVEL = 4.0
"""Words by which a cue behind a level loses: the number of killed has risen to 23 after six of the wounded died."""
_OWN_VERB = 3.0
"""Words by which a verb in front loses where the figure is the subject of its own clause ("12 drowned and 30 are missing")."""
_RELATIVE = 3.0
"""Words by which the verb of a relative clause loses where the main verb behind it is known."""
_NO_PERSON = 3.0
"""Words by which what is said of people loses for a noun of no class that does not name who acts ("life jackets")."""
_ACTORS = ("er", "or", "ist", "man", "ee", "ian", "ant", "ent")
_NEXT = frozenset({",", "and"})
_BARELY = frozenset({"just", "only", "barely"})
_PEOPLE = frozenset({"person", "group"})


def measure(
    mention: Mention, dimension: str, subject: Subject, before: Subject | None, frame: Frame, words: Words
) -> tuple[Measure | None, str]:
    """Return the measure of a figure and the word that gave it, or None and an empty string.

    `before` is what was counted before it: whom a bare figure most likely speaks of.
    """
    at = spot(mention, dimension, subject, before, frame, words)
    best: Hit | None = None
    nearest = _FARTHEST
    nouns = {hit.first for hit in frame.hits if hit.cue.noun}
    for hit in frame.hits:
        if (hit.cue.noun and hit.last in nouns) or not speaks(
            hit, at, frame, words
        ):  # "debt bailout": the last noun is the thing
            continue
        cost = _cost(hit, at, frame)
        if cost <= nearest:
            best, nearest = None if denied(hit, mention, frame, words) else hit, cost
    if best is not None:
        return best.cue.measure, " ".join(frame.sentence.words[best.first : best.last])
    return _default(mention, dimension, at.thing, frame, words)


def _cost(hit: Hit, spot: Spot, frame: Frame) -> float:
    """Return how far a cue lies from the figure, with what speaks for and against such a cue, in words."""
    cue, row, head = hit.cue, hit.cue.measure, spot.subject.head
    cost = _distance(hit, spot, frame)
    in_front = hit.last <= spot.mention.first
    if row.strong and (spot.thing in _PEOPLE or head is None):
        cost -= _STRONG
    if row.weak or cue.faint:
        cost += _WEAK
    if cue.company:
        cost -= _COMPANY
    if cue.ahead or cue.behind or hit.tail == spot.mention.first:
        cost -= _TIED
    if cue.open:
        cost -= _PHRASE
    if row.things and spot.thing is None and spot.dimension == "count":
        cost += 1.0 if "thing" in row.things or _acts(head) else _NO_PERSON
    if spot.own_verb and in_front:
        cost += _OWN_VERB
    if spot.level:
        return cost / 2 if in_front else cost + _LEVEL
    return cost


def _distance(hit: Hit, spot: Spot, frame: Frame) -> float:
    """Return how far a cue lies from the figure, in words and barriers."""
    mention, subject, aside, right, main = spot.mention, spot.subject, spot.aside, spot.right, spot.main
    loose = _LOOSE_NOUN if hit.cue.noun else 0.0
    if hit.first >= aside:
        if hit.first <= right and hit.cue.settles:
            return _SETTLED
        if frame.sentence.lower[hit.first].endswith("ing"):
            loose += _MODIFIER
        if hit.last <= main:
            loose += _RELATIVE
        begin, start = (main, main) if 0 < main <= hit.first else (aside, right)
        return max(0, hit.first - start) + frame.between(begin, hit.first) + loose
    if hit.first >= mention.last:  # the counted noun itself ("24 deaths"), or a word inside the phrase
        if hit.last != subject.last:
            return 3.0 + loose
        return _SETTLED if hit.cue.settles else (_COUNTED if hit.cue.measure.strong else _NAMED) + loose
    if subject.way == Way.LEVEL and hit.first == subject.first:
        return 0.0
    if (
        hit.cue.noun and hit.last < mention.first <= hit.last + 3 and frame.sentence.lower[hit.last] == "of"
    ):  # "a depth of only 10 km"
        return 0.0
    last = hit.tail if hit.tail <= mention.first else hit.last
    last = max(last, hit.last)
    return mention.first - last + _LEFTWARDS * frame.between(last, mention.first) + loose


def _acts(head: str | None) -> bool:
    """Tell whether a noun ends like one of people ("diver", "cellist")."""
    return head is None or head.endswith(_ACTORS)


def _default(mention: Mention, dimension: str, thing: str | None, frame: Frame, words: Words) -> tuple[Measure | None, str]:
    """Return what a figure measures where no word says it: by its dimension, or by the noun it is the adjective of."""
    if dimension in words.always:
        return words.always[dimension], dimension
    lower = frame.sentence.lower
    at = mention.first - 1
    while at > 0 and lower[at] in _BARELY:
        at -= 1
    if at >= 0:
        coming = _coming(at, lower, words)
        opened = (coming and words.to_come.get((dimension, lower[at]))) or words.in_front.get((dimension, lower[at]))
        if opened and (not opened.things or thing in opened.things) and not _of_its_kind(at, lower):
            return opened, lower[at]
    for at in range(mention.last, min(len(lower), mention.last + 5)):
        found = words.adjectives.get(
            (dimension, words.classes.get(lower[at]) or words.classes.get(singular(lower[at], words.plurals)) or "")
        ) or words.adjectives.get((dimension, singular(lower[at], words.plurals)))
        if found is not None:
            return found, lower[at]
        if lower[at] in words.stops:
            break
    return None, ""


def _coming(at: int, lower: Sequence[str], words: Words) -> bool:
    """Tell whether a word of plan or forecast stands in the clause before token `at` ("will reopen in six weeks")."""
    for i in range(at - 1, max(-1, at - _CLAUSE), -1):
        if lower[i] in words.modality:
            return True
        if lower[i] in _NEXT:
            return False
    return False


def _of_its_kind(at: int, lower: Sequence[str]) -> bool:
    """Tell whether the time is how long nothing like it came before ("the worst storm in six years")."""
    return any(word in _FIRST or (len(word) > _EST and word.endswith("est")) for word in lower[max(0, at - _CLAUSE) : at])
