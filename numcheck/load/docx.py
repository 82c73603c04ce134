"""DOCX: mammoth reads the document as it stands with its tracked changes taken in; places are paragraphs and rows of tables."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from numcheck.load import dates, plain_text
from numcheck.load.loader import Page, needed
from numcheck.load.markup import Run, parse
from numcheck.load.markup_text import Block, build
from numcheck.model.article import Part, Section
from numcheck.model.errors import Unreadable
from numcheck.model.origin import Spot

SUFFIXES = (".docx",)

_LARGEST, _LARGEST_PART = 24_000_000, 8_000_000
"""Bytes of XML that are unpacked at most, in all and in one part: a novel has about four million."""
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE = "save it again as a Word document (.docx), or as plain text"
_UNREAD = ("word/stylesWithEffects", "word/theme/", "word/fontTable", "word/webSettings", "customXml/", "docProps/")
_TABLE_STYLE = re.compile(rb'<w:style\s[^>]*?w:type="table"[^>]*>.*?</w:style>', re.S)
_UNSEEN = re.compile(
    rb"""<w:r(?:\s[^>]*)?>(?:(?!</w:r>).)*?<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*/>(?:(?!</w:r>).)*</w:r>"""
    rb"""|</?w:fldSimple[^>]*>""",
    re.S,
)
"""Runs of hidden text, and the tags (not the words) of simple fields, which mammoth passes over with all they hold."""
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
    built = build(source, markup, {run: _part(run) for run in markup.runs if source[run.start : run.end].strip()})
    if not built.blocks:
        raise Unreadable("there is no text in this Word document", where=where, hint="is it a scan, or only pictures?")
    sections = tuple(_sections(built.text, built.blocks))
    title = next((built.text[s.start : s.end] for s in sections if s.name == "headline"), None)
    return (
        Page(
            text=built.text,
            title=title,
            published=dates.printed(built.text),
            sections=sections,
            spots=tuple(_spots(built.blocks)),
        ),
    )


def _checked(data: bytes, where: str) -> io.BytesIO:
    """Return the parts that are read, in an archive of their own; raise Unreadable for what is no whole, open document.

    Styles of tables say nothing of words and make up most of a file, so they stay behind; so does hidden text.
    """
    import zipfile

    if data.startswith(_OLD):
        what = "this is locked with a password, or an old Word document (.doc)"
        raise Unreadable(what, where=where, hint="take the password off, or save it as .docx")
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as kept:
            parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
            parts = [part for part in parts if not part.filename.startswith(_UNREAD)]
            if not any(part.filename.startswith("word/") for part in parts):
                raise Unreadable("this is no Word document", where=where, hint=_SAVE)
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable("this is locked with a password", where=where, hint="take the password off")
            if max(part.file_size for part in parts) > _LARGEST_PART or sum(part.file_size for part in parts) > _LARGEST:
                raise Unreadable("this is far too large when it is unpacked", where=where, hint="give the article alone")
            for part in parts:
                content = archive.read(part)
                bare = content.replace(b"\0", b"")
                if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
                    raise Unreadable("this holds entities, as no Word document does", where=where, hint=_SAVE)
                unread = _TABLE_STYLE if "styles" in part.filename else _UNSEEN
                kept.writestr(part.filename, unread.sub(b"", content))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable(f"this Word document is broken or cut off ({error})", where=where, hint=_SAVE) from None
    out.seek(0)
    return out


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
    headlines = [section for section in marked if section.name == "headline"]
    captions = (*(s for s in marked if s.name == "caption"), *plain_text.in_captions(text, 0))
    yield from captions
    yield from (section for section in marked if section.name == "lead")
    yield from headlines[:1]
    headline, lead = plain_text.top(text, headlines[0].end if headlines else 0, captions)
    if headline is not None and not headlines:
        yield Section("headline", *headline)
    first = headline if headlines and headline is not None else lead
    if first is not None:
        yield Section("lead", *first)


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
