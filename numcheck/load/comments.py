"""Comments that speak to numcheck: `<!-- numcheck: ... -->`, or a line `[numcheck: ...]` where a text has no comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from numcheck.load import dates
from numcheck.load.loader import Span
from numcheck.model.article import Note
from numcheck.model.errors import NumcheckError
from numcheck.model.moment import Moment
from numcheck.model.origin import Origin

_COMMENT = re.compile(r"<!--\s*numcheck:\s*(.*?)\s*-->", re.S)
_LINE = re.compile(r"^[ \t]*\[numcheck:[ \t]*([^\n]{0,2000}?)[ \t]*\][ \t]*\r?$", re.M)
_AS_OF = "as-of"


def in_comments(text: str, spans: Iterable[Span]) -> tuple[Note, ...]:
    """Return the notes among the comments of a text, given by their characters."""
    found = ((span, _COMMENT.fullmatch(text, *span)) for span in spans)
    return tuple(Note(*span, " ".join(comment[1].split())) for span, comment in found if comment)


def in_markup(source: str, origin: Origin) -> tuple[Note, ...]:
    """Return the notes among the comments of a page in markup; each stands before the text behind it and has no characters."""
    found = []
    for comment in _COMMENT.finditer(source):
        behind = min((piece.start for piece in origin.pieces if piece.first >= comment.end()), default=origin.length)
        found.append(Note(max(0, behind - 1), max(0, behind - 1), " ".join(comment[1].split())))
    return tuple(found)


def in_lines(text: str, hidden: Sequence[Span]) -> list[Note]:
    """Return the notes that are lines of a text; what is hidden (code, a comment) holds none."""
    if "[numcheck:" not in text:
        return []
    found = (Note(*line.span(), " ".join(line[1].split())) for line in _LINE.finditer(text))
    return [note for note in found if not any(start <= note.start < end for start, end in hidden)]


def as_of(notes: Iterable[Note], text: str, where: str) -> Moment | None:
    """Return the moment that the note `as-of 2024-05-16` gives, the last where there are several; None without one."""
    given = None
    for note in notes:
        verb, _, words = note.text.partition(" ")
        if verb == _AS_OF:
            given = dates.alone(words.strip())
            if given is None:
                place = f"{where}:{text.count(chr(10), 0, note.start) + 1}"
                raise NumcheckError(f"as-of is no date: {words!r}", where=place, hint="write 2021-11-02, or 2021-11-02 09:30")
    return given
