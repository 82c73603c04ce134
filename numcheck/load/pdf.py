"""PDF: pypdf gives the lines with their height and size of type; here they become paragraphs again, and places are pages."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from numcheck.language.en import around
from numcheck.load import dates, plain_text
from numcheck.load.loader import Page, Span, headline_of, needed
from numcheck.model.errors import Unreadable
from numcheck.model.frozen import frozen
from numcheck.model.limits import PDF_BYTES, PDF_PAGES, PDF_STEPS
from numcheck.model.origin import Spot

SUFFIXES = (".pdf",)

_SAVE = "save the article's text alone"

_APART = "\n\n"
_LARGE, _TOP = 1.2, 12
"""A headline is so much larger than most letters, and stands among the first lines."""
_OTHER_SIZE, _WIDE_STEP, _WIDE_LINE, _SHORT = 0.1, 1.4, 1.6, 0.8
"""A paragraph ends where the type changes by a tenth, where the next line is further down than lines are, or behind a full stop
in a line that falls short."""
_EDGE = 2
"""Lines at the top and at the foot of a page among which its running title and number stand."""
_NUMBERED = re.compile(r"(?:page|p\.)?\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?", re.I)
_FIGURE = re.compile(r"[0-9]{1,9}")
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_CUT = re.compile(r"([^\W\d_]+)-\Z")


@frozen
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
    text = _Text(_without_furniture(lines))
    whole = "".join(text.parts)
    captions = plain_text.in_captions(whole, 0)
    sections = (*captions, *plain_text.opened(whole, text.headline, captions))
    title = headline_of(whole, sections)
    return (Page(text=whole, title=title, published=dates.printed(whole), sections=sections, spots=tuple(text.spots)),)


def _lines(data: bytes, where: str) -> list[_Line]:
    try:
        import pypdf
        from pypdf.errors import LimitReachedError
    except ImportError:
        raise needed("PDF", "pdf", where) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    limits = pypdf.Configuration(
        zlib_maximum_output_length=PDF_BYTES.most,
        lzw_maximum_output_length=PDF_BYTES.most,
        run_length_maximum_output_length=PDF_BYTES.most,
        array_based_stream_maximum_output_length=PDF_BYTES.most,
        stream_decoding_work_maximum_length=4 * PDF_BYTES.most,
        stream_parsing_work_maximum_count=2 * PDF_STEPS.most,
    )
    try:
        with pypdf.apply_configuration(limits):
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise Unreadable("this PDF is locked with a password", where=where, hint="save it without one")
            PDF_PAGES.hold(len(reader.pages), where)
            steps = _Steps(where)
            return [line for number, page in enumerate(reader.pages, 1) for line in _printed(page, number, steps)]
    except LimitReachedError:
        what = f"this has more than {PDF_BYTES} or {PDF_STEPS}, which is the limit"
        raise Unreadable(what, where=where, hint=_SAVE) from None
    except pypdf.errors.DependencyError:
        raise Unreadable("this PDF is encrypted", where=where, hint="save it without protection") from None
    except Unreadable:
        raise
    except Exception as error:  # a broken file fails wherever pypdf first looks at what is broken
        raise Unreadable(f"this PDF is broken or cut off ({type(error).__name__})", where=where, hint=_SAVE) from None


class _Steps:
    """Counts the drawing steps of all pages so far: a dense page has a few thousand."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._taken = 0

    def __call__(self, *_: object) -> None:
        self._taken += 1
        PDF_STEPS.hold(self._taken, self._where)


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


def _without_furniture(lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines without page numbers, and without what the edges of two pages or more repeat."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    edges = {line for page in pages for line in (*page[:_EDGE], *page[-_EDGE:])}
    alike = {pattern: list(same) for pattern, same in groupby(sorted(edges, key=_pattern), key=_pattern)}
    repeated = {line for line in edges if any(_repeats(line, other) for other in alike[_pattern(line)])}
    numbered = {line for line in edges if _NUMBERED.fullmatch(line.words)}
    furniture = repeated | numbered
    return [line for line in lines if line not in furniture]


def _pattern(line: _Line) -> str:
    """Return the words of a line with one figure for all."""
    return _FIGURE.sub("0", line.words)


def _repeats(line: _Line, other: _Line) -> bool:
    """Tell whether two lines of two pages differ in nothing but the number of the page."""
    turned = other.page - line.page
    pairs = zip(_FIGURE.findall(line.words), _FIGURE.findall(other.words), strict=True)
    return turned != 0 and all(a == b or int(b) - int(a) == turned for a, b in pairs)


class _Text:
    """The paragraphs that lines make, the first character of each page, and the headline: the largest type at the top."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self.parts: list[str] = []
        self.spots: list[Spot] = []
        self.headline: Span | None = None
        self._length = 0
        self._whole = " ".join(line.words for line in lines)
        self._leading = _leading(lines)
        self._widest: dict[tuple[int, float], int] = {}
        for line in lines:
            key = (line.page, line.size)
            self._widest[key] = max(self._widest.get(key, 0), len(line.words))
        large = _LARGE * _middle([line.size for line in lines for _ in line.words])
        for number, (before, line) in enumerate(zip((None, *lines), lines, strict=False)):
            self._add(before, line, heads=number < _TOP and line.page == 1 and line.size > large)

    def _add(self, before: _Line | None, line: _Line, *, heads: bool) -> None:
        joint = "" if before is None else self._joint(before, line)
        start = self._length + len(joint)
        self.parts += [joint, line.words]
        self._length = start + len(line.words)
        if not self.spots or self.spots[-1].name != f"page {line.page}":
            self.spots.append(Spot(start, f"page {line.page}"))
        if heads and self.headline is None:
            self.headline = (start, self._length)
        elif heads and self.headline is not None and joint != _APART:
            self.headline = (self.headline[0], self._length)

    def _joint(self, before: _Line, line: _Line) -> str:
        """Return what stands between two lines; the hyphen of a word that was only cut goes."""
        if _parts(before, line, self._leading, self._widest[before.page, before.size]):
            return _APART
        if not before.words.endswith("-"):
            return "\n"
        if is_cut(before.words, line.words, self._whole):
            self.parts[-1] = self.parts[-1][:-1]
            self._length -= 1
        return ""


def _leading(lines: Sequence[_Line]) -> float:
    """Return the usual distance of two lines under each other."""
    steps = [a.height - b.height for a, b in pairwise(lines) if a.page == b.page and a.size == b.size]
    return _middle([step for step in steps if step > 0])


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _parts(before: _Line, line: _Line, leading: float, widest: int) -> bool:
    """Tell whether a paragraph ends between two lines; `leading` is the usual distance, `widest` the longest line."""
    if abs(before.size - line.size) > _OTHER_SIZE * before.size:
        return True
    if before.page == line.page and before.height - line.height > max(_WIDE_STEP * leading, _WIDE_LINE * line.size):
        return True
    return len(before.words) < _SHORT * widest and _ENDS.search(before.words) is not None


def is_cut(before: str, after: str, whole: str) -> bool:
    """Tell whether the hyphen at the end of a line only cuts a word."""
    cut = _CUT.search(before)
    following = re.match(r"[^\W\d_]+", after)
    if cut is None or following is None or not following[0][0].islower() or cut[1].lower() in around.HYPHENED:
        return False
    return f"{cut[1]}-{following[0]}".lower() not in whole.lower()
