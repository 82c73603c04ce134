"""A short name of what a figure measures, for a table's first column."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.frame import Frame
from numcheck.claims.noun import MASS, Subject
from numcheck.claims.words import Measure, Words, plural
from numcheck.model.reading import Mention

_CONTEXT = 5
"""Words of the text that stand for the name of what no table names."""
_THING = {"currency": "money", "count": "number", "duration": "time"}
_FROM = frozenset({"from", "of", "off", "to"})
_VAGUE_TIMES = frozenset({"duration", "since", "until", "response", "delay"})
"""Measures of time that name little without the words of the text."""
_AFTER = frozenset({"after", "since"})


def label(
    mention: Mention, dimension: str, subject: Subject, said: tuple[Measure | None, str], frame: Frame, words: Words
) -> str:
    """Return the measure's name with the counted noun in the plural, else the words beside the figure."""
    measure, cue = said
    counted = subject.phrase or (measure.who if measure and dimension in ("count", "share") else None)
    things = "" if counted is None else counted if subject.how == MASS else _plural(counted, words)
    if measure is None or (dimension == "duration" and cue == "for"):
        if things and dimension in ("count", "share"):
            return things if dimension == "count" else f"share of {things}"
        return _context(_THING.get(dimension, dimension), mention, frame, words)
    if things and dimension == "count" and cue.lower() in things.lower():  # "deaths" need no "killed"
        return things
    if dimension not in ("count", "share", "currency"):
        return _measured(measure, mention, dimension, frame, words)
    named = measure.label.replace("{}", things or _THING.get(dimension, "number"))
    return f"{named} (share)" if dimension == "share" and "{}" in measure.label else named


def _plural(phrase: str, words: Words) -> str:
    *modifiers, head = phrase.split(" ")
    if head.lower() in words.many:
        return " ".join([*modifiers, words.many[head.lower()]])
    return " ".join([*modifiers, head if head.isupper() and len(head) > 1 else plural(head)])


def _measured(measure: Measure, mention: Mention, dimension: str, frame: Frame, words: Words) -> str:
    """Name a length, an age or a time with what it is of: "distance from Exampleton", "age of Ann Example"."""
    name = measure.label.replace("{}", _THING.get(dimension, dimension))
    sentence, lower = frame.sentence, frame.sentence.lower
    first, last = mention.first, mention.last
    if measure.name == "distance":
        place = next((i + 1 for i in range(last, min(len(lower), last + 6)) if lower[i] in _FROM), None)
        far = _noun(place, frame, words) if place is not None else ""
        return f"{name} from {far}" if far else name
    if measure.name == "since":
        after = next((i + 1 for i in range(last, min(len(lower), last + 2)) if lower[i] in _AFTER), None)
        if after is not None:
            return f"time since {_span(after, after + _CONTEXT, frame)}"
    if measure.name == "until":
        to = next(
            (i for i in range(first - 2, max(-1, first - 12), -1) if lower[i] == "to" and lower[i + 1] not in words.stops), None
        )
        if to is not None:
            return f"time {_span(to, first - 1, frame)}"
    if dimension == "age":
        person = _run(last, frame) or (_before(first, frame) if first else "")
        return f"{name} of {person}" if person else name
    if measure.name in _VAGUE_TIMES:
        return _context(name, mention, frame, words)
    thing = lower[first - 1] if first else ""
    verbal = thing in words.verbs or thing.endswith(("ed", "ing"))
    plain = thing.isalpha() and not (verbal or thing in words.stops or thing in words.adverbs or thing in words.known)
    return f"{name} of {sentence.words[first - 1]}" if plain and dimension != "duration" else name


def _noun(at: int, frame: Frame, words: Words) -> str:
    """Return up to three words from `at` on, over an article, up to the end of their noun phrase."""
    sentence, lower = frame.sentence, frame.sentence.lower
    if at < len(lower) and lower[at] in words.skip_of:
        at += 1
    end = at
    while end < len(lower) and end - at < 3 and lower[end][0].isalpha() and lower[end] not in words.stops:
        end += 1
    return " ".join(sentence.words[at:end])


def _run(at: int, frame: Frame) -> str:
    """Return the capitalised words from `at` on."""
    words = frame.sentence.words
    end = at
    while end < len(words) and end - at < 4 and words[end][0].isupper():
        end += 1
    return " ".join(words[at:end])


def _before(at: int, frame: Frame) -> str:
    """Return the name in front of an age ("Ann Example, 42")."""
    sentence = frame.sentence
    end = at - 1 if sentence.words[at - 1] == "," else at
    start = end
    while start and end - start < 3 and sentence.words[start - 1][0].isupper():
        start -= 1
    return " ".join(sentence.words[start:end])


def _span(start: int, end: int, frame: Frame) -> str:
    """Return the words from `start` up to `end`, or up to the first sign."""
    words = frame.sentence.words
    stop = next((i for i in range(start, min(end, len(words))) if not words[i][0].isalnum()), min(end, len(words)))
    return " ".join(words[start:stop])


def _context(kind: str, mention: Mention, frame: Frame, words: Words) -> str:
    """Name a quantity by its kind and the words before the figure, or behind it."""
    text = frame.sentence.words
    near = _telling(text[max(0, mention.first - _CONTEXT) : mention.first], words)
    near = near or _telling(text[mention.last : mention.last + _CONTEXT], words)
    return f"{kind} ({' '.join(near)})" if near else kind


def _telling(near: Sequence[str], words: Words) -> list[str]:
    """Return the words without the small ones at either end: "It was all over in" tells "over"."""
    kept = [w for w in near if w[0].isalpha()]
    while kept and kept[-1].lower() in words.small:
        kept.pop()
    while kept and kept[0].lower() in words.small:
        kept.pop(0)
    return kept
