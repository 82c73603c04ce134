"""Where the characters of a text stand in the file that it was read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class Piece(NamedTuple):
    """From `start` of a text to the next piece: `first` up to `last` of the file, or what stands for it."""

    start: int
    first: int
    last: int


class Spot(NamedTuple):
    """From `start` of a text to the next spot: a place that a reader of the file can find, such as "page 3"."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The pieces of a text of `length` characters, in order, and the offsets at which the lines of its file begin.

    A piece as long as its place in the file is a copy of it; any other stands for it as a whole: a sign for its entity,
    a blank for a line end. Words that the loader put in have a place without length.
    """

    pieces: tuple[Piece, ...]
    length: int
    line_starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Return the place in the file of the character at `offset` of the text."""
        piece, length = self._piece(offset)
        return piece.first + (offset - piece.start if _copies(piece, length) else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the places in the file between which the characters from `start` up to `end` stand.

        Words that the loader put in between are left out, unless there are no others.
        """
        found: list[tuple[int, int]] = []
        at = start
        while at < end:
            piece, length = self._piece(at)
            stop = max(at + 1, min(end, piece.start + length))
            if _copies(piece, length):
                found.append((piece.first + at - piece.start, piece.first + stop - piece.start))
            elif piece.first < piece.last:
                found.append((piece.first, piece.last))
            at = stop
        if not found:
            return self.at(start), self.at(start)
        return min(first for first, _ in found), max(last for _, last in found)

    def _piece(self, offset: int) -> tuple[Piece, int]:
        """Return the piece that holds `offset`, and its length in the text."""
        index = max(0, bisect_right(self.pieces, offset, key=lambda p: p.start) - 1)
        end = self.pieces[index + 1].start if index + 1 < len(self.pieces) else self.length
        return self.pieces[index], max(1, end - self.pieces[index].start)


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the lines of `text` begin."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))


def _copies(piece: Piece, length: int) -> bool:
    return piece.last - piece.first == length
