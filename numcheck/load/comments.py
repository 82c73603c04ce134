"""Comments that speak to numcheck: `<!-- numcheck: ... -->`, or a line `[numcheck: ...]` where a text has no comments."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from numcheck.load import dates
from numcheck.load.loader import Span
from numcheck.model.article import Note
from numcheck.model.errors import NumcheckError
from numcheck.model.moment import Moment
from numcheck.model.origin import Origin

_MOMENTS = "write 2021-11-02, or 2021-11-02 09:30"
_COMMENT = re.compile(r"<!--\s*+numcheck:")
_LINE = re.compile(r"^[ \t]*+\[numcheck:([^\n]*+)$", re.M)
_LONGEST = 2_000
"""Characters of a line that speaks to numcheck; a longer one is a line of the text."""
_END = "-->"
_AS_OF = "as-of"


def in_comments(text: str, spans: Iterable[Span]) -> tuple[Note, ...]:
    """Return the notes among the comments of a text, given by their characters."""
    found = ((span, _COMMENT.match(text, *span)) for span in spans)
    return tuple(Note(*span, _words(text[opened.end() : span[1] - len(_END)])) for span, opened in found if opened)


def in_markup(source: str, origin: Origin) -> tuple[Note, ...]:
    """Return the notes among the comments of a page in markup; each stands before the text behind it and has no characters."""
    found: list[Note] = []
    at = 0
    # A table's headers come again in each row: what counts is the first piece of text behind the comment.
    firsts = list(accumulate((piece.first for piece in origin.pieces), max))
    while opened := _COMMENT.search(source, at):
        end = source.find(_END, opened.end())
        if end < 0:
            break
        at = end + len(_END)
        behind = bisect_left(firsts, at)
        start = origin.pieces[behind].start if behind < len(firsts) else origin.length
        found.append(Note(max(0, start - 1), max(0, start - 1), _words(source[opened.end() : end])))
    return tuple(found)


def in_lines(text: str, hidden: Sequence[Span]) -> list[Note]:
    """Return the notes that are lines of a text; what is hidden (code, a comment; in order) holds none."""
    if "[numcheck:" not in text:
        return []
    found = []
    starts = [start for start, _ in hidden]
    for line in _LINE.finditer(text):
        told = line[1].rstrip()
        inside = bisect_right(starts, line.start()) - 1
        covered = inside >= 0 and line.start() < hidden[inside][1]
        if told.endswith("]") and len(told) <= _LONGEST and not covered:
            found.append(Note(line.start(), line.end(), _words(told[:-1])))
    return found


def _words(text: str) -> str:
    return " ".join(text.split())


def as_of(notes: Iterable[Note], text: str, where: str) -> Moment | None:
    """Return the moment that the note `as-of 2024-05-16` gives, the last where there are several; None without one."""
    given = None
    for note in notes:
        verb, _, words = note.text.partition(" ")
        if verb == _AS_OF:
            given = dates.alone(words.strip())
            if given is None:
                line = text.count("\n", 0, note.start) + 1
                raise NumcheckError(f"as-of is no date: {words!r}", where=f"{where}:{line}", hint=_MOMENTS)
    return given
