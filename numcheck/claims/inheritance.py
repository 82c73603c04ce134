"""What a figure takes over from the one before it: "revenue fell 6% to €14 million", "seven rifles and three boats"."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.claims.annotated import Annotated
from numcheck.claims.noun_phrase import Counted, Way
from numcheck.claims.vocabulary import Measure, Vocabulary, kind
from numcheck.language.en import around
from numcheck.model.reading import Mention

_ENDS = ("", ".", ",", ";", "and", "more", "!", "?")
_THEM = ("them", "these", "those")
_LINK = 4
"""Such words in a row at most."""
_LIST = 12
"""Words from one member of a list to the next at most."""


def goes_on(before: Mention, said: Measure, mention: Mention, dimension: str, line: Annotated) -> bool:
    """Tell whether a figure is the level of the change before it, or the other way round: one measure holds for both."""
    between = [line.lower[i] for i in range(before.last, mention.first) if not _is_time(i, line)]
    return dimension in said.dimensions and 0 < len(between) <= _LINK and around.LINKS.issuperset(between)


def _is_time(at: int, line: Annotated) -> bool:
    """Tell whether a token belongs to the time that parts two levels: 6.1 percent in May, down from 6.4; £90m for the year."""
    if line.word(at) in line.vocabulary.span_units or any(time.first <= at < time.last for time in line.times):
        return True
    return line.word(at) in around.BEFORE_A_TIME and _is_time(at + 1, line)


def in_list(before: Mention, said: Measure, mention: Mention, counted: Counted, line: Annotated) -> bool:
    """Tell whether a counted thing is the next member of a list whose verb stands before the first."""
    between = line.lower[before.last : mention.first]
    if counted.head is None or not 0 < len(between) <= _LIST or between[-1] not in (",", "and"):
        return False
    if said.things and kind(counted.phrase, line.vocabulary) not in said.things:
        return False
    return not _clause_between(between, line.vocabulary) and not verb_behind(counted.last, line)


def of_next_name(before: Mention, mention: Mention, line: Annotated) -> bool:
    """Tell whether only the name stands between two figures of a list that is the second's: ", and the Union party 30"."""
    between = line.lower[before.last : mention.first]
    named = line.is_capital(mention.first - 1) or line.is_capital(mention.first - 2)
    listed = 1 < len(between) <= _LIST and (between[0] in (",", "and", "while") or between[-1] == ",")
    return named and listed and not _clause_between(between, line.vocabulary)


def _clause_between(between: Sequence[str], words: Vocabulary) -> bool:
    verbal = (words.verbs, words.nouns.ends.auxiliaries, words.speech.verbs)
    return any(any(w in table for table in verbal) or not (w[0].isalnum() or w in ",-") for w in between)


def verb_behind(at: int, line: Annotated) -> bool:
    """Tell whether the thing has a verb of its own."""
    return line.word(at) in line.vocabulary.nouns.ends.auxiliaries or line.word(at) in line.vocabulary.verbs


def across(counted: Counted, speaker: str | None, mention: Mention, line: Annotated) -> bool:
    """Tell whether a figure that opens a sentence says what the one before says: "Eleven were children"; "Police: 900"."""
    if counted.way in (Way.PREDICATE, Way.ORIGIN):
        return True
    return counted.phrase is None and speaker is not None and not verb_behind(mention.last, line)


def goes_on_with(counted: Counted, mention: Mention, line: Annotated) -> bool:
    """Tell whether a bare figure that opens a sentence counts what the one before counts: "Nine were caught", "six of them"."""
    at = mention.last
    if counted.phrase is not None:
        return False
    others = counted.last > counted.first
    return others or verb_behind(at, line) or (line.word(at) == "of" and line.word(at + 1) in _THEM)


def is_had(mention: Mention, line: Annotated) -> bool:
    """Tell whether somebody else has so many: "They hold 19 seats. Unity has 21."."""
    return line.word(mention.first - 1) in around.HAVING and line.word(mention.last) in _ENDS


def holds(whole: Mention | None, part: Mention) -> bool:
    """Tell whether a figure is no larger than the one it leans on."""
    if whole is None or whole.interval.high is None or part.interval.low is None:
        return True
    return part.interval.low <= whole.interval.high


def fits(said: Measure | None, counted: Counted | None, words: Vocabulary) -> bool:
    """Tell whether a measure can be said of what a figure counts."""
    thing = kind(counted.phrase, words) if counted is not None else None
    return said is None or not said.things or thing is None or thing in said.things
