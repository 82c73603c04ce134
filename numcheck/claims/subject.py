"""What a figure counts: the ways to its noun, tried from the surest to the least sure."""

from __future__ import annotations

from dataclasses import replace

from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.level import carried, collective, estimated, labelled, number_of, standing
from numcheck.claims.noun import Subject, Way, many, one, phrase, plural_at, skip
from numcheck.claims.part import inherited, of_them, of_whole, origin, predicate
from numcheck.claims.words import Words, kind
from numcheck.model.reading import Mention

_NOBODY = ("nobody", "no-one", "noone", "no one", "none")
_OTHERS = ("other", "others")


def subject(mention: Mention, frame: Frame, before: Subject | None, words: Words) -> Subject:
    """Find the counted noun of a figure; `before` is the noun of the figure before it in the sentence."""
    if mention.noun is not None:
        return _inside(mention.noun, replace(frame, figures=frozenset()), words)
    lower = frame.sentence.lower
    first, at = mention.first, mention.last
    if mention.text.lower().startswith(_NOBODY) and not (at < len(lower) and lower[at] == "of"):
        return Subject("people", "people", at, at, Way.NOBODY)
    if _hyphened(mention, frame):
        found = _hyphen_noun(at + 1, frame, words)
        if found is not None:
            return found
    part = of_them(at, frame, words) or of_whole(at, frame, words)
    if part is not None:
        return part
    if at < len(lower) and lower[at] == "strong" and not plural_at(at + 1, frame, words):  # "a crowd some 7,000 strong"
        return Subject("people", "people", at, at, Way.STRONG)
    start = skip(at, frame, words)
    harmed = start < len(lower) and lower[start] in words.casualty and not plural_at(start + 1, frame, words)
    found = estimated(first, frame, words) or carried(first, at, frame, words)
    found = found or predicate(at, frame, words) or (None if harmed else labelled(first, frame, words))
    found = found or origin(at, frame, before)
    if found is not None:
        return found
    if harmed:
        return Subject("people", "people", start, start, Way.CASUALTY)
    found = one(start, frame, words) if _is_one(mention, frame) else many(start, frame, words)
    if found is not None and found.head in _OTHERS:  # the rest of what the figure before counts
        return replace(found, phrase=before.phrase, head=before.head) if before else replace(found, phrase=None, head=None)
    crew = collective(first, frame, words) if found is None or found.way != Way.PLURAL else None
    if crew is not None or found is not None:
        return crew or found or _none(at)
    return _in_front(mention, start, frame, before, words)


def _in_front(mention: Mention, start: int, frame: Frame, before: Subject | None, words: Words) -> Subject:
    """Return the noun of a figure that none follows: that whose level it is, or that of the figure before."""
    first = mention.first
    if mention.hedge == "vague" and mention.interval.is_unbounded:
        found = number_of(first, frame, words)
        if found is not None:
            return found
    found = standing(first, frame, words)
    if found is not None:
        return found
    if before is not None and before.phrase is not None and inherited(mention, before, frame, words):
        if _of_others(first, before, frame, words):
            return _none(mention.last)
        return Subject(before.phrase, before.head, start, start, Way.INHERITED)
    return number_of(first, frame, words) or _none(mention.last)


def _of_others(first: int, before: Subject, frame: Frame, words: Words) -> bool:
    """Tell whether the verb in front of a figure is said of people, and the figure before counts none ("killing six")."""
    entry = words.known.get(frame.sentence.lower[first - 1]) if first else None
    thing = kind(before.phrase, words)
    if entry is None or thing is None:
        return False
    cues = [cue.measure for cue in entry.cues if not cue.rest]
    return bool(cues) and all(said.who is not None and said.things and thing not in said.things for said in cues)


def _none(at: int) -> Subject:
    return Subject(None, None, at, at, Way.NONE)


def _inside(noun: tuple[int, int], frame: Frame, words: Words) -> Subject:
    """Return the phrase inside a figure up to its first plural ("several thousand men under arms to as low as 500")."""
    first, last = noun
    end = next((at + 1 for at in range(first, last) if plural_at(at, frame, words)), last)
    return phrase(range(first, end), frame, words, Way.INSIDE)


def _is_one(mention: Mention, frame: Frame) -> bool:
    """Tell whether the figure is one thing, or at least one: a noun in the singular follows, unless it is one of several."""
    if mention.interval.low != 1 or mention.interval.high not in (1, None):
        return False
    lower = frame.sentence.lower
    return not (mention.last < len(lower) and lower[mention.last] == "of")


def _hyphened(mention: Mention, frame: Frame) -> bool:
    """Tell whether a hyphen ties the next word to the figure ("a 38-strong crew"); newswire also writes "38 - strong"."""
    at, sentence = mention.last, frame.sentence
    return at + 1 < len(sentence.words) and sentence.words[at] in DASHES and sentence.words[at + 1][:1].isalpha()


def _hyphen_noun(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the noun behind the hyphen; "strong" itself is none, what it is said of follows it."""
    sentence, lower = frame.sentence, frame.sentence.lower
    tied = sentence.starts[at] == sentence.ends[at - 1]
    if lower[at] == "strong":
        return many(at + 1, frame, words) or one(at + 1, frame, words)
    if not tied and lower[at] not in words.classes:
        return None
    if lower[at] in words.stops or lower[at] in words.adverbs:
        return None
    return phrase(range(at, at + 1), frame, words, Way.HYPHEN)
