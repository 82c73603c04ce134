"""PDF: pypdf gives the lines with their height and size of type; here they become paragraphs again, and places are pages."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from numcheck.load import dates, plain_text
from numcheck.load.loader import Page, Span, needed
from numcheck.model.article import Section
from numcheck.model.errors import Unreadable
from numcheck.model.origin import Spot

SUFFIXES = (".pdf",)

_MOST_PAGES = 400
_MOST_STEPS = 200_000
"""Drawing steps that are followed in one page, and in all: a dense page has a few thousand."""
_MOST_BYTES = 8_000_000
"""Bytes of a page when it is unpacked."""
_SAVE = "save the article's text alone"

_EDGE = 2
"""Lines at the top and at the foot of a page among which its running title and number stand."""
_NUMBERED = re.compile(r"(?:page|p\.)?\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?", re.I)
_FIGURE = re.compile(r"[0-9]{1,9}")
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_CUT = re.compile(r"([^\W\d_]+)-\Z")
_KEPT = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten "
    "well self ex half non vice mid all".split()
)
"""Words before a hyphen that is no sign of a cut at the end of a line."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: its page from 1, its words, its height on the page and its size of type, in points."""

    page: int
    words: str
    height: float
    size: float


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the article of a PDF; raise Unreadable for one that is broken, locked, too large or without text."""
    lines = _lines(data, where)
    if not any(any(c.isalnum() for c in line.words) for line in lines):
        what = "there is no text in this PDF: it may be a scan"
        raise Unreadable(what, where=where, hint="let a text recognition (OCR) read it first, or give the text")
    text, spots, headline = _joined(list(_without_furniture(lines)))
    sections = tuple(_sections(text, headline))
    title = next((" ".join(text[s.start : s.end].split()) for s in sections if s.name == "headline"), None)
    return (Page(text=text, title=title, published=dates.printed(text), sections=sections, spots=spots),)


def _lines(data: bytes, where: str) -> list[_Line]:
    try:
        import pypdf
        from pypdf.errors import LimitReachedError
    except ImportError:
        raise needed("PDF", "pdf", where) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    limits = pypdf.Configuration(
        zlib_maximum_output_length=_MOST_BYTES,
        lzw_maximum_output_length=_MOST_BYTES,
        run_length_maximum_output_length=_MOST_BYTES,
        array_based_stream_maximum_output_length=_MOST_BYTES,
        stream_decoding_work_maximum_length=4 * _MOST_BYTES,
        stream_parsing_work_maximum_count=2 * _MOST_STEPS,
    )
    try:
        with pypdf.apply_configuration(limits):
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise Unreadable("this PDF is locked with a password", where=where, hint="save it without one")
            if len(reader.pages) > _MOST_PAGES:
                raise Unreadable(f"this PDF has more than {_MOST_PAGES} pages", where=where, hint=_SAVE)
            steps = _Steps()
            return [line for number, page in enumerate(reader.pages, 1) for line in _printed(page, number, steps)]
    except (LimitReachedError, _TooMuchError):
        raise Unreadable("this PDF is far too large when it is unpacked", where=where, hint=_SAVE) from None
    except pypdf.errors.DependencyError:
        raise Unreadable("this PDF is encrypted", where=where, hint="save it without protection") from None
    except Unreadable:
        raise
    except Exception as error:  # a broken file fails wherever pypdf first looks at what is broken
        raise Unreadable(f"this PDF is broken or cut off ({type(error).__name__})", where=where, hint=_SAVE) from None


class _TooMuchError(Exception):
    """More steps than an article needs."""


class _Steps:
    """The drawing steps of all pages so far."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self, *_: object) -> None:
        self.taken += 1
        if self.taken > _MOST_STEPS:
            raise _TooMuchError


def _printed(page: Any, number: int, steps: _Steps) -> Iterator[_Line]:
    """Yield the lines of a page in the order in which they are drawn."""
    words: list[str] = []
    height = size = 0.0
    found: list[_Line] = []

    def end() -> None:
        told = " ".join("".join(words).replace("\u00ad\n", "").split(" ")).strip()
        if told:
            found.append(_Line(number, re.sub(r"[ \t]+", " ", told), height, size))
        words.clear()

    def see(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, points: float) -> None:
        nonlocal height, size
        for at, piece in enumerate(text.split("\n")):
            if at:
                end()
            if piece.strip() and not "".join(words).strip():
                height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                size = round(abs(points * (tm[3] or tm[1]) * (cm[3] or cm[1])), 1)
            words.append(piece)

    page.extract_text(visitor_text=see, visitor_operand_before=steps)
    end()
    yield from found


def _without_furniture(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines without page numbers, and without what the edges of two pages or more repeat."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {line for page in pages.values() for line in (*page[:_EDGE], *page[-_EDGE:])}
    alike: dict[str, list[_Line]] = {}
    for line in edges:
        alike.setdefault(_FIGURE.sub("0", line.words), []).append(line)
    for line in lines:
        repeated = line in edges and any(_repeats(line, other) for other in alike[_FIGURE.sub("0", line.words)])
        if not (repeated or (line in edges and _NUMBERED.fullmatch(line.words))):
            yield line


def _repeats(line: _Line, other: _Line) -> bool:
    """Tell whether two lines of two pages differ in nothing but the number of the page."""
    turned = other.page - line.page
    pairs = zip(_FIGURE.findall(line.words), _FIGURE.findall(other.words), strict=True)
    return turned != 0 and all(a == b or int(b) - int(a) == turned for a, b in pairs)


def _joined(lines: Sequence[_Line]) -> tuple[str, tuple[Spot, ...], Span | None]:
    """Return the paragraphs that the lines make, the pages' first characters, and the headline, the largest type at the top."""
    text: list[str] = []
    length = 0
    spots: list[Spot] = []
    whole = " ".join(line.words for line in lines)
    body = _middle([line.size for line in lines for _ in line.words])
    leading = _leading(lines)
    widest: dict[tuple[int, float], int] = {}
    for line in lines:
        key = (line.page, line.size)
        widest[key] = max(widest.get(key, 0), len(line.words))
    headline: Span | None = None
    before: _Line | None = None
    for number, line in enumerate(lines):
        joint = "" if before is None else _joint(before, line, leading, widest[before.page, before.size])
        if before is not None and joint == "\n" and is_cut(before.words, line.words, whole):
            text[-1] = text[-1][:-1]
            length -= 1
            joint = ""
        elif joint == "\n" and before is not None and before.words.endswith("-"):
            joint = ""
        text += [joint, line.words]
        start = length + len(joint)
        length = start + len(line.words)
        if not spots or spots[-1].name != f"page {line.page}":
            spots.append(Spot(start, f"page {line.page}"))
        if line.page == 1 and line.size > 1.2 * body and number < 12:
            if headline is None:
                headline = (start, length)
            elif joint == "\n" or joint == "":
                headline = (headline[0], length)
        before = line
    return "".join(text), tuple(spots), headline


def _leading(lines: Sequence[_Line]) -> float:
    """Return the usual distance of two lines under each other."""
    steps = [a.height - b.height for a, b in pairwise(lines) if a.page == b.page and a.size == b.size]
    return _middle([step for step in steps if step > 0])


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _joint(before: _Line, line: _Line, leading: float, widest: int) -> str:
    """Return what stands between two lines: a line end within a paragraph, a blank line between two."""
    short = len(before.words) < 0.8 * widest
    ended = _ENDS.search(before.words) is not None
    if abs(before.size - line.size) > 0.1 * before.size:
        return "\n\n"
    step = before.height - line.height
    if before.page == line.page and step > max(1.4 * leading, 1.6 * line.size):
        return "\n\n"
    return "\n\n" if ended and short else "\n"


def is_cut(before: str, after: str, whole: str) -> bool:
    """Tell whether the hyphen at the end of a line only cuts a word."""
    cut = _CUT.search(before)
    following = re.match(r"[^\W\d_]+", after)
    if cut is None or following is None or not following[0][0].islower() or cut[1].lower() in _KEPT:
        return False
    return f"{cut[1]}-{following[0]}".lower() not in whole.lower()


def _sections(text: str, headline: Span | None) -> Iterator[Section]:
    """Yield headline and lead: what is largest is the headline, and where nothing is, the first lines tell."""
    captions = plain_text.in_captions(text, 0)
    yield from captions
    first, lead = plain_text.top(text, headline[1] if headline else 0, captions)
    if headline is None:
        headline, first = first, None
    if headline is not None:
        yield Section("headline", *headline)
    if first or lead:
        yield Section("lead", *(first or lead or (0, 0)))
