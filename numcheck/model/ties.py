"""How an article ties its figures and dates to each other: two ends and a change, parts and their whole, a birth and an age.

What a sentence says is read once, in `numcheck.claims.ties`; what can be reckoned with it is arithmetic, in
`numcheck.judge.arithmetic`.
"""

from __future__ import annotations

from typing import Literal

from numcheck.model.claim import Claim
from numcheck.model.finding import Place
from numcheck.model.frozen import frozen


@frozen
class Change:
    """A level before and a level after, as far as they are told, and the sizes of the change: "fell $2, or 5%, to $21".

    `way` is 1 up, -1 down, 0 not said.
    """

    way: Literal[1, 0, -1]
    old: Claim | None
    new: Claim | None
    sizes: tuple[Claim, ...]


@frozen
class Sum:
    """A whole and its parts: all of them ("120 in the port and 60 in the hills, 200 in all"), a part and the rest of it, or
    those that are named, which may be all ("of the 180, 60 sank, 70 were towed in and 50 drifted").
    """

    whole: Claim
    parts: tuple[Claim, ...]
    told: Literal["all", "rest", "named"] = "all"


@frozen
class Part:
    """A whole and one of its parts: "12 ships, including 14 tankers"."""

    whole: Claim
    part: Claim


@frozen
class Share:
    """A share, the figure that is so much of the whole, and the whole: "60 of the 180, or 40%"."""

    share: Claim
    part: Claim
    whole: Claim


@frozen
class Shares:
    """Shares of one whole that exclude each other; `complete` where they are all there are."""

    shares: tuple[Claim, ...]
    complete: bool


@frozen
class Average:
    """What falls to each of a number, or to each unit of a time, and the total of all: "12 families, $36,000, $4,000 each"."""

    each: Claim
    number: Claim
    total: Claim
    words: str


@frozen
class Years:
    """A time or an age in years, and the years that bound it, at `place`; `last` is None for the article's own."""

    claim: Claim
    first: int
    last: int | None
    place: Place


@frozen
class Day:
    """A date in words, at the place `date`: its year (0 where it is not said), its month and the number of its day.

    `weekday` is the one that stands at it, `place` the words of both; `years` are those its sentence tells, of which it may be.
    """

    year: int
    month: int
    number: int
    date: Place
    weekday: str | None
    place: Place
    years: tuple[int, ...] = ()


@frozen
class Rank:
    """A rank or a year since which a thing is the first, with the words of it and their place."""

    rank: str
    words: str
    place: Place


@frozen
class Ranks:
    """Two ranks that one thing is given."""

    one: Rank
    again: Rank


@frozen
class Risk:
    """A risk that is told by its change, in its words; `level` tells whether the article says how large it is."""

    claim: Claim
    words: str
    level: bool


Tie = Change | Sum | Part | Share | Shares | Average | Years | Day | Ranks | Risk
