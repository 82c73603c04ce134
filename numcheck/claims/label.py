"""A short name of what a figure measures, for a table's first column."""

from __future__ import annotations

from numcheck.claims.frame import Frame
from numcheck.claims.subject import Subject
from numcheck.claims.words import Measure, Words, plural
from numcheck.model.reading import Mention

_CONTEXT = 5
"""Words of the text that stand for the name of what no table names."""
_THING = {"currency": "money", "count": "number", "duration": "time"}


def label(
    mention: Mention, dimension: str, subject: Subject, said: tuple[Measure | None, str], frame: Frame, words: Words
) -> str:
    """Return the measure's name with the counted noun in the plural, else the words beside the figure."""
    measure, cue = said
    counted = subject.phrase or (measure.who if measure and dimension in ("count", "share") else None)
    things = "" if counted is None else counted if subject.how == "words behind the figure" else _plural(counted, words)
    if measure is not None and things and dimension == "count" and cue.lower() in things.lower():  # "deaths" need no "killed"
        return things
    if measure is not None:
        named = measure.label.replace("{}", things or _THING.get(dimension, "number"))
        return f"{named} (share)" if dimension == "share" and "{}" in measure.label else named
    if things and dimension == "count":
        return things
    if things and dimension == "share":
        return f"share of {things}"
    return _context(mention, dimension, frame, words)


def _plural(phrase: str, words: Words) -> str:
    *modifiers, head = phrase.split(" ")
    if head.lower() in words.many:
        return " ".join([*modifiers, words.many[head.lower()]])
    return " ".join([*modifiers, head if head.isupper() and len(head) > 1 else plural(head)])


def _context(mention: Mention, dimension: str, frame: Frame, words: Words) -> str:
    """Name the quantity by its dimension and the words around it."""
    sentence = frame.sentence
    start = max(0, mention.first - _CONTEXT)
    near = [w for w in sentence.words[start : mention.first] if w[0].isalpha()]
    if not near:
        near = [w for w in sentence.words[mention.last : mention.last + _CONTEXT] if w[0].isalpha()]
    kind = _THING.get(dimension, dimension)
    return f"{kind} ({' '.join(near)})" if near else kind
