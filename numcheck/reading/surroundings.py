"""What stands right beside a numeral that is no figure: the word that it numbers, the time that it bounds, its street."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.en import rule_words
from numcheck.language.sentences import bounds
from numcheck.language.tables import Marks, Speech
from numcheck.language.tokens import words as words_of
from numcheck.model.frozen import frozen
from numcheck.model.reading import Mark, Surroundings

_REACH = 40
"""Characters on either side that are looked at."""
_AT_HAND = 2
"""Words on either side in which a verb of saying makes a day that of the saying, which each outlet has of its own."""
_LABEL = re.compile(r"([^\W\d_]{3,})[\s-]?\Z")
_NOUN = re.compile(r"\W?\s?([^\W\d_]{3,})")


@frozen
class _Cues:
    """Words that tell what a numeral is: zones, last words of a street's name, verbs of saying, small words of a time."""

    zones: frozenset[str]
    streets: frozenset[str]
    saying: frozenset[str]
    times: frozenset[str]


@once_a_lexicon
def _cues(lexicon: Lexicon) -> _Cues:
    marks = lexicon.table(Marks)
    return _Cues(marks.zones, marks.streets, lexicon.table(Speech).verbs, marks.before_a_clock - {"at"})


def with_surroundings(text: str, marks: Sequence[Mark], lexicon: Lexicon) -> Iterator[Mark]:
    """Yield the marks of a text with what stands right beside each."""
    cues = _cues(lexicon)
    for mark in marks:
        around = _surroundings(mark, text[max(0, mark.start - _REACH) : mark.start], text[mark.end : mark.end + _REACH], cues)
        yield mark if around is None else replace(mark, around=around)


def _surroundings(mark: Mark, before: str, behind: str, cues: _Cues) -> Surroundings | None:
    """Return what stands beside a mark, by its reason; None where nobody asks."""
    match mark.reason:
        case "name":
            label = _LABEL.search(before)
            return Surroundings(label=label[1] if label else None, street=_street(words_of(behind), cues))
        case "ordinal":
            noun = _NOUN.match(behind)
            return Surroundings(noun=noun[1] if noun else None)
        case "score":
            return _bounded(before)
        case "date" | "year" | "weekday" | "time":
            return _timed(mark, before, behind, cues)
    return None


def _bounded(before: str) -> Surroundings:
    """Return which bound what stands in front makes of a numeral."""
    side: Literal[-1, 0, 1] = 1 if rule_words.LATER.search(before) else -1 if rule_words.EARLIER.search(before) else 0
    return Surroundings(side=side, limit=rule_words.BOUNDED.search(before) is not None)


def _timed(mark: Mark, before: str, behind: str, cues: _Cues) -> Surroundings:
    """Return what stands beside a time: the bound that it is, its zone, and whether it is that of a saying."""
    first = max((start for start, _ in bounds(before)), default=0)
    in_front, following = words_of(before[first:])[-_AT_HAND:], words_of(behind)
    at_hand = {word.lower() for word in (*in_front, *following[:_AT_HAND])}
    zones = (word.lower() for word in (*words_of(mark.text)[1:], *following[:1]))
    return replace(
        _bounded(before),
        time_word=next((word.lower() for word in reversed(in_front) if word.lower() in cues.times), None),
        zone=next((word for word in zones if word in cues.zones), None),
        of_a_saying=mark.reason == "weekday" and not cues.saying.isdisjoint(at_hand),
    )


def _street(behind: Sequence[str], cues: _Cues) -> str | None:
    """Return the street of a house number: the capitalised words up to a last word of a street's name."""
    named = list(takewhile(lambda word: word[0].isupper(), behind))
    last = next((at for at in range(len(named) - 1, 0, -1) if named[at].lower() in cues.streets), 0)
    return " ".join(named[:last]).lower() or None
