"""Build the text of an article out of its file, and note for every character where it came from."""

from __future__ import annotations

import html
import re

from numcheck.model.origin import Origin, Piece, line_starts

_SPECIAL = re.compile(
    r"[\x00-\x20]+"  # line ends, tabs and blanks are one blank in markup
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"  # soft hyphens, marks of direction, joiners
)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


class TextBuilder:
    """The text so far. `copy` and `prose` take from the file `source`; `put` adds words that are not in it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._blank: tuple[int, int] | None = None
        self._end = -1

    def put(self, words: str, first: int, last: int | None = None) -> None:
        """Add `words`, which stand for the characters from `first` up to `last` of the file, or for none of them."""
        if words:
            self._add(words, first, first if last is None else last)

    def copy(self, first: int, last: int) -> None:
        """Add the characters from `first` up to `last` of the file as they are."""
        if first < last:
            self._add(self.source[first:last], first, last)

    def prose(self, first: int, last: int) -> None:
        """Add the characters from `first` up to `last` of a file in markup as a reader sees them, blanks drawn together."""
        at = first
        for found in _SPECIAL.finditer(self.source, first, last):
            self._seen(at, found.start())
            at = found.end()
            sign = found[0]
            if sign[0] != "&":
                if sign[0] <= " ":
                    self._blank = self._blank or found.span()
                continue
            read = _UNSEEN.sub("", html.unescape(sign))
            if read.isspace() and read != "\xa0":
                self._blank = self._blank or found.span()
            elif read == sign:
                self._seen(*found.span())
            elif read:
                self._space()
                self.put(read, *found.span())
        self._seen(at, last)

    def line(self, at: int) -> None:
        """Begin a new line, unless one has just begun."""
        self._blank = None
        if self._parts and not self._parts[-1].endswith("\n"):
            self.put("\n", at)

    def paragraph(self, at: int) -> None:
        """Begin a new paragraph, unless the text begins here."""
        self.line(at)
        if self._parts and self._parts[-1] != "\n\n":
            self.put("\n", at)

    def ends_with(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the last words so far match `pattern`, which looks at up to 20 characters."""
        return pattern.search("".join(self._parts[-3:])[-20:]) is not None

    def finish(self) -> tuple[str, Origin]:
        """Return the text and where it came from."""
        return "".join(self._parts), Origin(tuple(self._pieces), self.length, line_starts(self.source))

    def _seen(self, first: int, last: int) -> None:
        if first < last:
            self._space()
            self.copy(first, last)

    def _space(self) -> None:
        """Add the blank that was passed over, where it stands between two words of one line."""
        if self._blank and self._parts and not self._parts[-1].endswith(("\n", " ")):
            self._add(" ", *self._blank)
        self._blank = None

    def _add(self, words: str, first: int, last: int) -> None:
        if not (first == self._end and last - first == len(words) and self._copied()):
            self._pieces.append(Piece(self.length, first, last))
        else:
            piece = self._pieces[-1]
            self._pieces[-1] = Piece(piece.start, piece.first, last)
        self._parts.append(words)
        self.length += len(words)
        self._end = last

    def _copied(self) -> bool:
        """Tell whether the last piece is a copy, which may be drawn longer."""
        piece = self._pieces[-1]
        return piece.last - piece.first == self.length - piece.start > 0
