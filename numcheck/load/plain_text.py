"""Plain text: a headline if the first line looks like one, the lines above the story, and the first paragraph as lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from numcheck.load import dates
from numcheck.load.comments import in_lines
from numcheck.load.decode import decode
from numcheck.load.front_matter import front_matter
from numcheck.load.loader import Page, Span, blanked, merged, opening
from numcheck.model.article import Section

_LONGEST_HEADLINE = 160
SUFFIXES = (".txt", ".text")

_WIDEST = 120
"""A text whose lines are no longer than this may be wrapped: there a single line end does not end a paragraph."""
_TOP = 6000
_LABELS = (
    r"(?:news\s+id|id|source|category|section|topics?|tags?|authors?|reporter|editor|copyright|reading\s+time|share|location|"
    r"(?:first\s+|last\s+)?(?:publish(?:ed)?(?:\s+date)?|posted|updated)(?:\s+(?:on|at))?|date)"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FURNITURE = re.compile(
    rf"[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,12}}|{_LABELS}\s*:.*|by\s+[A-Z\w].{{0,100}}|.{{1,80}}:|\W+",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^[ \t]*(?:file[ ])?(?:photo(?:graph)?|image|picture|pictured|caption)[ \t]*[:|][ \t]*([^\r\n]{1,500})", re.I | re.M
)


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the one page of a file."""
    return (read(decode(data, where), where),)


def read(text: str, where: str) -> Page:
    """Return the page of a plain text; front matter is read where there is some."""
    front = front_matter(text, where)
    notes = in_lines(text, ((0, front.end),))
    spans = [(note.start, note.end) for note in notes]
    text = blanked(text, spans)
    captions = in_captions(text, front.end)
    headline, lead = top(text, front.end, captions)
    told = opening(front.title, None), opening(headline, lead), captions
    sections = tuple(sorted(chain(*told), key=lambda section: section.start))
    return Page(
        text=text,
        said=front.said,
        body=front.end,
        title=front.said.title or (text[slice(*headline)] if headline else None),
        published=dates.printed(text, front.end),
        sections=sections,
        hidden=merged([*front.hidden(), *spans]),
        notes=tuple(notes),
    )


def in_captions(text: str, start: int) -> tuple[Section, ...]:
    """Return the lines that say of themselves that they belong to a picture."""
    return tuple(Section("caption", m.start(1), m.end(1)) for m in _CAPTION.finditer(text, start))


def top(text: str, start: int, captions: tuple[Section, ...] = ()) -> tuple[Span | None, Span | None]:
    """Return the headline and the first paragraph of the text from `start` on, each None where there is none."""
    near = [c for c in captions if c.start < start + _TOP]
    lines = [line for line in _lines(text, start) if not _in_caption(line, near) and not is_furniture(text[slice(*line)])]
    if not lines:
        return None, None
    wrapped = all(end - begin <= _WIDEST for begin, end in lines)
    headed = _is_headline(text, lines, wrapped)
    rest = lines[headed:]
    return lines[0] if headed else None, paragraph(text, rest[0], wrapped) if rest else None


def opened(text: str, headline: Span | None, captions: tuple[Section, ...]) -> Iterator[Section]:
    """Yield headline and lead: below a known headline the first line leads; where none is known, the first lines tell."""
    first, lead = top(text, headline[1] if headline else 0, captions)
    if headline is None:
        headline, first = first, None
    yield from opening(headline, first or lead)


def paragraph(text: str, line: Span, wrapped: bool) -> Span:
    """Return the paragraph that begins with `line`: the line alone, or in wrapped text up to the next blank line."""
    start, end = line
    while wrapped and 0 <= (here := text.find("\n", end)) < start + _TOP:
        following = text.find("\n", here + 1)
        following = len(text) if following < 0 else following
        if not text[here:following].strip():
            break
        end = following
    return start, start + len(text[start:end].rstrip())


def _lines(text: str, start: int) -> Iterator[Span]:
    """Yield the lines at the top that are not blank, without the blanks around them; the last one may be long."""
    stop = start + _TOP
    while start < min(stop, len(text)):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if words := line.strip():
            begin = start + line.index(words[0])
            yield begin, begin + len(words)
        start = end + 1


def is_furniture(line: str) -> bool:
    """Tell whether a line is no part of the story: an address, a label, a byline, a date."""
    if _ADDRESS.fullmatch(line):
        return True
    return len(line) <= _WIDEST and (bool(_FURNITURE.fullmatch(line)) or dates.is_furniture(line))


def _in_caption(line: Span, captions: list[Section]) -> bool:
    return any(line[0] < c.end and c.start < line[1] for c in captions)


def _is_headline(text: str, lines: list[Span], wrapped: bool) -> bool:
    """Tell whether the first line is a headline: short, some words, no full stop, and a break behind it."""
    start, end = lines[0]
    line = text[start:end]
    if len(lines) < 2 or len(line.split()) < 2 or len(line) > _LONGEST_HEADLINE:
        return False
    if line[-1] in ",;—–-" or (line[-1] == "." and not re.search(r"\b[A-Z]\.\Z", line)):
        return False
    return not wrapped or text.count("\n", end, lines[1][0]) > 1
