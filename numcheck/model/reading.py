"""What reading a text gives: figures as written, numerals that are no figures, and numerals nobody understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from numcheck.model.interval import Interval
from numcheck.model.value import value

Hedge = Literal["exact", "about", "more_than", "at_least", "at_most", "less_than", "range", "vague"]
Side = Literal["below", "above"]
Direction = Literal["up", "down"]

_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{2}|[0-9]{4})")
_MONTHS = frozenset(range(1, 13))


@value
class Sentence:
    """A sentence that holds a figure, cut into tokens: parallel lists of the words, their lower-case form and their places."""

    start: int
    end: int
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]


@value
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
class Mark:
    """A numeral that is no figure, with the reason (date, ordinal, score, name ...) and the value it was read as."""

    start: int
    end: int
    text: str
    reason: str
    value: str | None = None

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
