"""DOCX: mammoth reads the document as it stands with its tracked changes taken in; places are paragraphs and rows of tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser, fromstring, tostring

from numcheck.load import dates, plain_text
from numcheck.load.loader import Page, headline_of, needed
from numcheck.load.markup import Run, parse
from numcheck.load.markup_text import Block, build
from numcheck.model.article import Part, Section
from numcheck.model.errors import Unreadable
from numcheck.model.limits import WORD, WORD_DEPTH, WORD_PART
from numcheck.model.origin import Spot

SUFFIXES = (".docx",)

_OLD = b"\xd0\xcf\x11\xe0"
_SAVE = "save it again as a Word document (.docx), or as plain text"
_UNREAD = ("word/stylesWithEffects", "word/theme/", "word/fontTable", "word/webSettings", "customXml/", "docProps/")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
strike => s
"""


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the article of a Word document; raise Unreadable for one that is broken, locked, too large or empty."""
    archive = _checked(data, where)
    try:
        import mammoth
    except ImportError:
        raise needed("DOCX", "docx", where) from None
    try:
        source = mammoth.convert_to_html(
            archive, style_map=_STYLES, convert_image=lambda _: [], include_embedded_style_map=False
        ).value
    except Exception as error:  # mammoth has no errors of its own: odd XML fails wherever it is first looked at
        raise Unreadable(f"this Word document is broken ({type(error).__name__})", where=where, hint=_SAVE) from None
    markup = parse(source)
    built = build(source, markup, {run: _part(run) for run in markup.runs if run.of(source).strip()})
    if not built.blocks:
        raise Unreadable("there is no text in this Word document", where=where, hint="is it a scan, or only pictures?")
    sections = tuple(_sections(built.text, built.blocks))
    return (
        Page(
            text=built.text,
            title=headline_of(built.text, sections),
            published=dates.printed(built.text),
            sections=sections,
            spots=tuple(_spots(built.blocks)),
        ),
    )


def _checked(data: bytes, where: str) -> io.BytesIO:
    """Return the parts that are read, in an archive of their own; raise Unreadable for what is no whole, open document."""
    if data.startswith(_OLD):
        what = "this is locked with a password, or an old Word document (.doc)"
        raise Unreadable(what, where=where, hint="take the password off, or save it as .docx")
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as kept:
            for part in _read_parts(archive, where):
                kept.writestr(part.filename, _seen(archive.read(part), where))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, SyntaxError) as error:
        raise Unreadable(f"this Word document is broken or cut off ({error})", where=where, hint=_SAVE) from None
    out.seek(0)
    return out


def _read_parts(archive: zipfile.ZipFile, where: str) -> list[zipfile.ZipInfo]:
    """Return the parts of a document that tell of its words."""
    parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
    parts = [part for part in parts if not part.filename.startswith(_UNREAD)]
    if not any(part.filename.startswith("word/") for part in parts):
        raise Unreadable("this is no Word document", where=where, hint=_SAVE)
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("this is locked with a password", where=where, hint="take the password off")
    sizes = [part.file_size for part in parts]
    WORD_PART.hold(max(sizes), where)
    WORD.hold(sum(sizes), where)
    return parts


class _Builder(TreeBuilder):
    """Builds the tree of a part, no deeper than a document is and without entities."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where
        self._depth = 0

    def doctype(self, *_: object) -> None:
        """Refuse the part: entities are declared here, which a few lines make into gigabytes."""
        raise Unreadable("this holds entities, as no Word document does", where=self._where, hint=_SAVE)

    def start(self, tag: Any, attributes: Any) -> Element:
        """Open an element."""
        self._depth += 1
        WORD_DEPTH.hold(self._depth, self._where)
        return super().start(tag, attributes)

    def end(self, tag: str) -> Element:
        """Close an element."""
        self._depth -= 1
        return super().end(tag)


def _seen(content: bytes, where: str) -> bytes:
    """Return the XML of a part without what no reader sees, and without what mammoth stumbles over.

    Styles of tables say nothing of words and make up most of a file; runs of hidden text go, and the tags (not the words) of
    simple fields, which mammoth passes over with all they hold.
    """
    root = fromstring(content, XMLParser(target=_Builder(where)))
    for parent in root.iter():
        if any(child.tag in _LEFT_OUT for child in parent):
            parent[:] = [kept for child in parent for kept in _LEFT_OUT.get(child.tag, _itself)(child)]
    return bytes(tostring(root))


def _itself(element: Element) -> Iterable[Element]:
    return (element,)


def _without_style_of_tables(style: Element) -> Iterable[Element]:
    return () if style.get(f"{_WORD}type") == "table" else (style,)


def _without_hidden(run: Element) -> Iterable[Element]:
    hidden = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return (run,) if hidden is None or hidden.get(f"{_WORD}val", "1") not in ("1", "true", "on") else ()


def _words_of_field(field: Element) -> Iterable[Element]:
    for child in field:
        yield from _LEFT_OUT.get(child.tag, _itself)(child)


_LEFT_OUT: Mapping[str, Callable[[Element], Iterable[Element]]] = {
    f"{_WORD}style": _without_style_of_tables,
    f"{_WORD}r": _without_hidden,
    f"{_WORD}fldSimple": _words_of_field,
}
"""What is put in the place of an element, by its tag."""


def _part(run: Run) -> Part:
    for element in run.element.above():
        if element.name == "h1":
            return "headline"
        if element.name == "figcaption":
            return "caption"
        if element.name == "p" and element.attributes().get("class") == "standfirst":
            return "lead"
    return "body"


def _sections(text: str, blocks: Sequence[Block]) -> Iterator[Section]:
    """Yield the parts that styles mark; where no heading is marked, the first lines tell, as in a plain text."""
    marked = [Section(block.part, block.start, block.end) for block in blocks if block.part != "body"]
    captions = (*(section for section in marked if section.name == "caption"), *plain_text.in_captions(text, 0))
    headline = next(((section.start, section.end) for section in marked if section.name == "headline"), None)
    yield from captions
    yield from (section for section in marked if section.name == "lead")
    yield from plain_text.opened(text, headline, captions)


def _spots(blocks: Sequence[Block]) -> Iterator[Spot]:
    """Yield "paragraph 3" and "table 1, row 2": paragraphs with words are counted, and tables by themselves."""
    paragraph = 0
    tables: list[object] = []
    for block in blocks:
        if block.row:
            if not tables or tables[-1] is not block.element:
                tables.append(block.element)
            yield Spot(block.start, f"table {len(tables)}, row {block.row}")
        else:
            paragraph += 1
            yield Spot(block.start, f"paragraph {paragraph}")
