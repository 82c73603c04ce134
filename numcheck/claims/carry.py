"""What a figure takes over from the one before it: "revenue fell 6% to €14 million", "seven rifles and three boats"."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.frame import Frame
from numcheck.claims.noun import Subject, Way
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
_HAVING = frozenset(
    {"has", "have", "had", "holds", "hold", "held", "won", "wins", "win", "took", "takes", "got", "gets", "lost", "loses"}
)
_ENDS = frozenset({".", ",", ";", "and", "more", "!", "?"})
_THEM = (["them"], ["these"], ["those"])
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
    return not _clause_between(between, words) and not verb_behind(subject.last, lower, words)


def _clause_between(between: Sequence[str], words: Words) -> bool:
    return any(
        w in words.verbs or w in words.auxiliaries or w in words.reporting or not (w[0].isalnum() or w in ",-") for w in between
    )


def verb_behind(at: int, lower: Sequence[str], words: Words) -> bool:
    """Tell whether the thing has a verb of its own."""
    return at < len(lower) and (lower[at] in words.auxiliaries or lower[at] in words.verbs)


def across(subject: Subject, speaker: str | None, mention: Mention, frame: Frame, words: Words) -> bool:
    """Tell whether a figure that opens a sentence says what the one before says: "Eleven were children"; "Police: 900"."""
    if subject.way in (Way.PREDICATE, Way.ORIGIN):
        return True
    return subject.phrase is None and speaker is not None and not verb_behind(mention.last, frame.sentence.lower, words)


def goes_on_with(subject: Subject, mention: Mention, frame: Frame, words: Words) -> bool:
    """Tell whether a bare figure that opens a sentence counts what the one before counts: "Nine were caught", "six of them"."""
    lower, at = frame.sentence.lower, mention.last
    if subject.phrase is not None:
        return False
    others = subject.last > subject.first
    return others or verb_behind(at, lower, words) or (lower[at : at + 1] == ["of"] and lower[at + 1 : at + 2] in _THEM)


def is_had(mention: Mention, frame: Frame) -> bool:
    """Tell whether somebody else has so many: "They hold 19 seats. Unity has 21."."""
    lower, at = frame.sentence.lower, mention.last
    return mention.first > 0 and lower[mention.first - 1] in _HAVING and (at >= len(lower) or lower[at] in _ENDS)


def holds(whole: Mention | None, part: Mention) -> bool:
    """Tell whether a figure is no larger than the one it leans on."""
    if whole is None or whole.interval.high is None or part.interval.low is None:
        return True
    return part.interval.low <= whole.interval.high


def fits(said: Measure | None, subject: Subject | None, words: Words) -> bool:
    """Tell whether a measure can be said of what a subject counts."""
    thing = kind(subject.phrase, words) if subject is not None else None
    return said is None or not said.things or thing is None or thing in said.things
