"""The counted noun in front of a figure, which is its level: "cases reached 63", "the number of boats rose to 12"."""

from __future__ import annotations

from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.noun import Subject, Way, ends, many, phrase, plural_at, skip
from numcheck.claims.words import Words

_ESTIMATE = 16
"""Words from "put" to its figure at most."""
_LABEL = 8
"""Words of a label at most."""
_TOLL = 4
"""Words back from a noun at most to the toll it belongs to."""
_CARRIED = 6
"""Words from "brings" to the "to" of its figure at most, and from there to "the number of"."""
_HANGING = 3
"""Words from a preposition to its noun at most ("cases in the outer islands")."""
_THOSE = frozenset({"those", "people"})


def standing(at: int, frame: Frame, words: Words) -> Subject | None:
    """Look left for the noun whose level the figure is: "cases reached 63", "taking the wrecked boats to 12"."""
    lower = frame.sentence.lower
    last = at - 1
    while last >= 0 and lower[last] in words.level and at - last < _CARRIED:
        last -= 1
    if last < 0 or last == at - 1:
        return None
    if lower[at - 1] == "at" and not words.estimates.isdisjoint(lower[:last]):  # "police put it at 900, the union at 4,000"
        return None
    return _ends_at(last, at, frame, words)


def _ends_at(last: int, at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the plural phrase that ends at token `last`, or the one it hangs on: the cases of "cases in the islands"."""
    lower = frame.sentence.lower
    if last < 0 or not plural_at(last, frame, words) or lower[last] in words.stops or lower[last] in words.carriers:
        return None
    first = last
    while (
        first
        and last - first < _HANGING
        and not ends(first - 1, frame, words)
        and lower[first - 1] not in words.verbs
        and lower[first - 1] not in words.carriers
        and lower[first - 1] not in words.sums
    ):
        first -= 1
    if first > 1 and "toll" in lower[max(0, first - _TOLL) : first - 1]:  # "the death toll in the floods rises to 11"
        return None
    before = first - 1
    while before > 0 and lower[before] in words.skip_of:
        before -= 1
    if before > 0 and lower[before] in words.prepositions and lower[before] != "of":
        return _ends_at(before - 1, at, frame, words)
    found = phrase(range(first, last + 1), frame, words, Way.BEFORE_ITS_LEVEL)
    return None if not found.phrase else Subject(found.phrase, found.head, at, at, found.way)


def number_of(at: int, frame: Frame, words: Words) -> Subject | None:
    """Look left for "the number of X ..." whose number the figure is."""
    lower = frame.sentence.lower
    for i in range(at - 2, max(-1, at - 22), -1):
        if lower[i] in ("number", "numbers", "total") and lower[i + 1] == "of":
            found = many(skip(i + 2, frame, words), frame, words)
            if found is not None and found.last <= at:
                return Subject(found.phrase, found.head, at, at, Way.NUMBER_OF)
    return None


def carried(first: int, last: int, frame: Frame, words: Words) -> Subject | None:
    """Return the noun behind a figure that a verb carries it to: "brings to four the number of suspects", "to 31 the dead"."""
    lower = frame.sentence.lower
    if not first or lower[first - 1] not in ("to", "at") or last + 1 >= len(lower) or lower[last] != "the":
        return None
    if words.carriers.isdisjoint(lower[max(0, first - _CARRIED) : first - 1]):
        return None
    start = last + 1
    of = next((i for i in range(start, min(len(lower) - 2, start + _CARRIED)) if lower[i : i + 2] == ["number", "of"]), None)
    if of is not None:
        start = of + 2 + (lower[of + 2] in words.skip_of and lower[of + 2] not in _THOSE)
    if lower[start] in words.casualty or lower[start] in _THOSE:
        return Subject("people", "people", last, start + 1, Way.CARRIED)
    found = many(start, frame, words)
    return None if found is None or found.way != Way.PLURAL else Subject(found.phrase, found.head, last, found.last, found.way)


def estimated(first: int, frame: Frame, words: Words) -> Subject | None:
    """Return what "police put the crowd at 900" and "the ministry put the number of boats at 40" are an estimate of."""
    lower = frame.sentence.lower
    if first < 3 or lower[first - 1] != "at":
        return None
    verb = next((i for i in range(first - 2, max(-1, first - _ESTIMATE), -1) if lower[i] in words.estimates), None)
    if verb is None or verb + 2 >= first or any(i in frame.figures for i in range(verb, first)):
        return None
    thing = verb + 1 + (lower[verb + 1] in words.skip_of)
    if words.classes.get(lower[thing]) in ("person", "group") or lower[thing] in words.casualty:
        return Subject("people", "people", thing, thing + 1, Way.LEVEL)
    if lower[thing : thing + 2] != ["number", "of"]:
        return None
    start = thing + 2 + (lower[thing + 2] == "the")
    if lower[start] in words.casualty:
        return Subject("people", "people", start, start + 1, Way.LEVEL)
    found = many(skip(start, frame, words), frame, words)
    return found if found is not None and found.way == Way.PLURAL and found.last < first else None


def labelled(first: int, frame: Frame, words: Words) -> Subject | None:
    """Return the plural noun of a label in front of a figure: "Officers injured: 19", "| Arrests | 52 |"."""
    lower = frame.sentence.lower
    if first < 2 or lower[first - 1] not in (":", "|"):
        return None
    start = first - 2
    while start >= 0 and start > first - _LABEL and (lower[start][0].isalpha() or lower[start] in DASHES):
        start -= 1
    if start >= 0 and lower[start] not in ("|", "*", "•", "\n"):
        return None
    start += 1
    while start < first and lower[start] in DASHES:
        start += 1
    found = many(start, frame, words)
    if found is None or found.way != Way.PLURAL or found.last >= first or lower[found.first] in words.verbs | words.bodies:
        return None
    return Subject(found.phrase, found.head, first, first, Way.LABEL)


def collective(first: int, frame: Frame, words: Words) -> Subject | None:
    """Return whom a collective before "of" and a bare figure counts: "a gang of five", "a crew of 25"."""
    lower = frame.sentence.lower
    counted = words.collectives.get(lower[first - 2]) if first > 1 and lower[first - 1] == "of" else None
    return None if counted is None else Subject(counted, counted, first, first, Way.COLLECTIVE)
