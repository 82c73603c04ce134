"""What reading a text gives: figures as written, numerals that are no figures, and numerals nobody understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from numcheck.model.frozen import frozen
from numcheck.model.interval import Interval

Hedge = Literal["exact", "about", "more_than", "at_least", "at_most", "less_than", "range", "vague"]
Side = Literal["below", "above"]
Direction = Literal["up", "down"]

_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{2}|[0-9]{4})")
_MONTHS = frozenset(range(1, 13))


@frozen
class Sentence:
    """A sentence that holds a figure, cut into tokens: parallel lists of the words, their lower-case form and their places."""

    start: int
    end: int
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]


@frozen
class Mention:
    """A figure as written: the number with its hedge and unit words.

    `unit` is a unit's name (`count` where none is written); a range that changes its unit ("6 months to a year") is in
    that of its lower end. `dimension` is set where the phrase says it and the unit does not (an age in years).
    `first` and `last` are the tokens of the figure in its sentence (`last` is behind
    the end); `noun` are the tokens of a counted noun inside the figure ("from 40 boats to as many as 60"),
    `number` the characters of the bare number. `word` is the vague word ("several", "large").
    `converts` is the place in the reading of the figure that a bracketed conversion repeats. `trail` names the
    phrase rules that read it, for people; `hedges` are the words of its bounds and approximations ("as little as", "nearly").
    """

    start: int
    end: int
    text: str
    sentence: Sentence
    first: int
    last: int
    interval: Interval
    unit: str
    hedge: Hedge
    side: Side | None = None
    direction: Direction | None = None
    dimension: str | None = None
    word: str | None = None
    number: tuple[int, int] = (0, 0)
    noun: tuple[int, int] | None = None
    converts: int | None = None
    trail: tuple[str, ...] = ()
    hedges: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the words right beside a numeral say of it.

    `label` is the word in front ("Under" of "Under 23"), `noun` the one behind ("place" of "third place"), both as written and
    None where there is none. `side` is 1 where the numeral is told as a lower bound ("after May 21"), -1 where as an upper one
    ("before"), else 0; `limit` tells that it is a limit on a side that nobody knows ("by May 21"). `time_word` is the last
    small word of time among the two in front ("by", "since", "about"). A clock time has the `zone` that is named ("gmt"), a
    house number the name of its `street` ("osier" of Osier Lane); `of_a_saying` tells that a day is one on which somebody said
    something.
    """

    label: str | None = None
    noun: str | None = None
    side: Literal[-1, 0, 1] = 0
    limit: bool = False
    time_word: str | None = None
    zone: str | None = None
    street: str | None = None
    of_a_saying: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A numeral that is no figure, with the reason (date, ordinal, score, name ...) and the value it was read as."""

    start: int
    end: int
    text: str
    reason: str
    value: str | None = None
    around: Surroundings = Surroundings()

    @property
    def is_ambiguous(self) -> bool:
        """Whether a date may be read in two ways: 03/04/2021 is in March or in April."""
        written = _SLASHED.fullmatch(self.text.strip())
        if self.reason != "date" or written is None:
            return False
        first, second = (int(part) for part in written.groups())
        return first != second and {first, second} <= _MONTHS


@dataclass(frozen=True, slots=True)
class Unread:
    """A numeral that was seen and not understood, and why."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one text, each list by place. Every numeral of the text is in exactly one of the three."""

    mentions: tuple[Mention, ...]
    marks: tuple[Mark, ...]
    unread: tuple[Unread, ...]
