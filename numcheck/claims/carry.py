"""What a figure takes over from the one before it: "revenue fell 6% to €14 million", "seven rifles and three boats"."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.frame import Frame
from numcheck.claims.noun import Subject
from numcheck.claims.part import PREDICATE
from numcheck.claims.words import Measure, Words, kind
from numcheck.model.reading import Mention

_LINKS = frozenset(
    {
        ",",
        "to",
        "from",
        "down",
        "up",
        "or",
        "a",
        "an",
        "rise",
        "fall",
        "drop",
        "of",
        "by",
        "against",
        "–",
        "—",
        "(",
        "compared",
        "with",
        "after",
        "-",
        "i.e.",
        "increase",
        "decrease",
        "gain",
    }
)
"""Words between a change and the level it leads to or comes from."""
_LINK = 4
"""Such words in a row at most."""
_LIST = 12
"""Words from one member of a list to the next at most."""


def goes_on(before: Mention, said: Measure, mention: Mention, dimension: str, frame: Frame) -> bool:
    """Tell whether a figure is the level of the change before it, or the other way round: one measure holds for both."""
    between = frame.sentence.lower[before.last : mention.first]
    return dimension in said.dimensions and 0 < len(between) <= _LINK and _LINKS.issuperset(between)


def in_list(before: Mention, said: Measure, mention: Mention, subject: Subject, frame: Frame, words: Words) -> bool:
    """Tell whether a counted thing is the next member of a list whose verb stands before the first."""
    lower = frame.sentence.lower
    between = lower[before.last : mention.first]
    if subject.head is None or not between or len(between) > _LIST or between[-1] not in (",", "and"):
        return False
    thing = kind(subject.phrase, words)
    if said.things and thing not in said.things:
        return False
    return not _clause_between(between, words) and not _verb_behind(subject.last, lower, words)


def _clause_between(between: Sequence[str], words: Words) -> bool:
    return any(
        w in words.verbs or w in words.auxiliaries or w in words.reporting or not (w[0].isalnum() or w in ",-") for w in between
    )


def _verb_behind(at: int, lower: Sequence[str], words: Words) -> bool:
    """Tell whether the thing has a verb of its own."""
    return at < len(lower) and (lower[at] in words.auxiliaries or lower[at] in words.verbs)


def across(subject: Subject, speaker: str | None) -> bool:
    """Tell whether a figure that opens a sentence leans on the one before: "Eleven were children", "Organisers: 40,000"."""
    return subject.how == PREDICATE or (subject.phrase is None and speaker is not None)
