"""The working surface of the reader: a sentence as tokens with their kinds, and an amount under construction."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from numcheck.language.cursor import Cursor
from numcheck.model.frozen import frozen
from numcheck.model.reading import Direction, Hedge, Sentence, Side

if TYPE_CHECKING:
    from numcheck.reading.grammar import Grammar

# Kinds of tokens that may begin a figure or a mark. A token without a kind is None.
DIGITS = "digits"  # 3,000
ONES = "ones"  # seven, seventeen
TENS = "tens"  # forty
HUNDRED = "hundred"
SCALE = "scale"  # million
DOZEN = "dozen"
SIGN = "sign"  # ½
PART = "part"  # half, quarter, third
VAGUE = "vague"  # several, thousands, many, number, months
NOTHING = "nothing"  # no, none, nobody
MULTIPLE = "multiple"  # doubled, twice, threefold
ARTICLE = "article"  # a, an: only behind a hedge and before a unit
ORDINAL = "ordinal"  # third, fifteenth
CALENDAR = "calendar"  # October, Monday: only the decoys look at these
ROMAN = "roman"  # VIII: only a decoy looks at these
STRANGE = "strange"  # ², ①, Ⅳ: nobody reads these

NUMERALS = frozenset({DIGITS, ONES, TENS, HUNDRED, SCALE, DOZEN, SIGN, STRANGE})
"""Kinds of tokens that are numbers whatever stands beside them: each is in a figure, in a mark, or not understood."""


_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMANS = {"x" * tens + word: 10 * tens + ones for tens in range(4) for ones, word in enumerate(_ONES) if tens or ones}
"""Roman numerals below forty, beyond which hardly anything is named."""


class Line(Cursor):
    """One sentence being read.

    `done` is the token up to which all has been claimed: nothing reaches left of it. `figures` is how many have been read.
    """

    __slots__ = ("_read", "done", "figures", "grammar", "kinds", "text")

    def __init__(self, text: str, sentence: Sentence, grammar: Grammar, read: Callable[[Line, int], Amount | None]) -> None:
        """Give each token of `sentence` its kind; `read` reads the figure at a token, without ranges and hedges."""
        super().__init__(sentence)
        self.text, self.grammar, self._read = text, grammar, read
        self.done = 0
        self.figures = 0
        self.kinds = list(map(grammar.kinds.__getitem__, self.lower))

    def since(self, at: int) -> Line:
        """Return the line as it is read from token `at` on: nothing reaches left of it."""
        later = copy(self)
        later.done = at
        return later

    def leftwards(self, first: int, reach: int) -> range:
        """Return the tokens in front of `first`, the nearest first, `reach` of them at most and none that is claimed."""
        return range(first - 1, max(first - 1 - reach, self.done - 1), -1)

    def amount(self, i: int) -> Amount | None:
        """Read the figure at token `i` with its units, without ranges and hedges."""
        return self._read(self, i)

    def kind(self, i: int) -> str | None:
        """Return the kind of token `i`, None for a plain word and outside the sentence."""
        return self.kinds[i] if 0 <= i < self.n else None


@dataclass(slots=True)
class Amount:
    """A figure under construction: tokens `first` up to `last`, the bare number in tokens `core`."""

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    trail: tuple[str, ...]
    core: tuple[int, int] = (0, 0)
    unit: str = "count"
    dimension: str | None = None
    low_open: bool = False
    high_open: bool = False
    hedge: Hedge = "exact"
    side: Side | None = None
    direction: Direction | None = None
    word: str | None = None
    noun: tuple[int, int] | None = None
    hedges: frozenset[str] = frozenset()
    scaled: bool = False
    digits: bool = False
    converts: int | None = None

    @property
    def value(self) -> Decimal | None:
        """The number, where it is a single plain one."""
        return self.low if self.low == self.high else None

    @property
    def stated(self) -> Decimal | None:
        """The lower end, or the upper where there is none; None for words without bounds."""
        return self.low if self.low is not None else self.high

    @property
    def is_bare(self) -> bool:
        """True where nothing stands in front of the number: no sign, minus or article."""
        return self.core[0] == self.first

    def become(self, value: Decimal) -> None:
        """Make `value` the single number."""
        self.low = self.high = value


@frozen
class Decoy:
    """Tokens `first` up to `last` are no figure, for this reason; `value` is what they say."""

    first: int
    last: int
    reason: str
    value: str | None = None


@frozen
class Riddle:
    """Tokens `first` up to `last` hold numerals that are not understood, for this reason."""

    first: int
    last: int
    reason: str
