"""Markdown: what is not prose (code, link targets, addresses, comments, markers) is hidden, so that every place stays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from numcheck.load import dates, plain_text
from numcheck.load.comments import in_comments
from numcheck.load.decode import decode
from numcheck.load.front_matter import front_matter
from numcheck.load.loader import Page, Span, blanked, merged, opening
from numcheck.load.markdown_tables import with_rows
from numcheck.model.article import Section

_LONGEST_CAPTION = 1000
_BEFORE_THE_LEAD = 40
"""Paragraphs of furniture that may stand in front of the lead."""
SUFFIXES = (".md", ".markdown", ".mdx")

_FENCE = re.compile(r"[ \t>]{0,8}(`{3,}|~{3,})")
_LINE = 400
"""Characters of a line that are looked at for signs of code."""
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")
_TICKS = re.compile(r"`+|\n[ \t]*\r?\n")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
# Every pattern below stops at a sign of its own kind or after a fixed length, so that no text makes it slow.
_HIDE = r"""(?=[](<hfwHFW&\\>#=*_~![ -])(?:                           # the first signs of all below: most places end here
    (?<=\])\((?:[^()\s]|\([^()\s]{0,500}\)){0,2000}          # the target of a link, and its title
        (?:\s{1,3}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s?\)
    |^[ ]{0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]*\S.*$           # the definition of a link
    |\[\^[^\[\]\s]{1,80}\]:?                                 # a footnote's sign
    |(?<=\])\[[^\[\]\n]{0,200}\]                             # the name of a link's definition
    |</?[A-Za-z][^<>]{0,2000}>                               # a tag, an address in angle brackets
    |\b(?:https?://|ftp://|www\.)[^\s<>]+
    |\[(?=[^\[\]\n]{1,500}\][(\[])|\](?=[(\[])               # the brackets around a link's words
    |&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|nbsp|ensp|emsp|thinsp|shy);
    |\\(?=[!-/:-@\[-`{-~])                                   # a backslash before a sign
    |^[ ]{0,3}(?:>[ ]?){1,9}                                 # quotation marks of a block
    |^[ ]{0,3}\#{1,6}(?=\s)|(?<=\s)\#+[ \t]*\r?$             # heading marks
    |^[ ]{0,3}(?:=+|-+|(?:[*_-][ \t]*){3,99})[ \t]*\r?$      # underlines and rules
    |!(?=\[)|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|~~)
"""
_WHOLE = re.compile(r"<(script|style|pre|code)\b[^<>]{0,500}>", re.I)
_ALT = re.compile(r"!\[([^\[\]\n]{1,500})\](?=[(\[])")
_TAG_ALT = re.compile(r"<img\b[^<>]{0,1000}?\balt=(?:\"([^\"<>]{1,500})\"|'([^'<>]{1,500})')", re.I)
_FIGCAPTION = re.compile(r"<figcaption[^<>]{0,200}>", re.I)
_UNDER_IMAGE = re.compile(
    r"^!\[[^\n]{0,2500}\)[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]*([*_])(?![*_\s])([^\n*_]{3,500})\1[ \t]*\r?$", re.M
)
_JSX = re.compile(r"^(?:import|export)\b[^\n]*(?:\n[^\n]*\S[^\n]*)*|\{[^{}]{0,2000}\}", re.M)
"""What a page of Markdown with components holds of a program: imports, exports, and expressions in braces."""
_HEADING = re.compile(r"^[ ]{0,3}#[ \t]+(\S[^\n]*)|^[ ]{0,3}(\S[^\n]{0,300}?)[ \t]{0,80}\r?\n={2,}[ \t]*\r?$", re.M)
_ANY_HEADING = re.compile(r" {0,3}#{1,6}\s")


@lru_cache(maxsize=1)
def _hide() -> re.Pattern[str]:
    return re.compile(_HIDE, re.X | re.M)


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the one page of a file."""
    return (read(decode(data, where), where),)


def read(text: str, where: str) -> Page:
    """Return the page of a Markdown text: what is not prose is hidden, and the rows of tables are sentences."""
    front = front_matter(text, where)
    code = merged([(0, front.end), *_blocks(text, front.end)])
    if where.lower().endswith(".mdx"):
        code = merged([*code, *(found.span() for found in _JSX.finditer(blanked(text, code)))])
    prose = blanked(text, code)
    comments = list(_comments(prose))
    quoted = list(_inline_code(prose)) if comments else []
    notes = merged([*code, *comments, *_whole_tags(prose)])
    prose = blanked(text, notes)
    ticks = merged(_inline_code(prose))
    prose = blanked(prose, ticks)

    in_tags = [Section("caption", *m.span(1 if m[1] else 2)) for m in _TAG_ALT.finditer(prose)]
    captions = sorted([*in_tags, *_captions(prose)], key=lambda s: s.start)
    marks = [m.span() for m in _hide().finditer(prose)]
    hidden = merged([*notes, *ticks, *_outside(marks, in_tags)])
    if front.title:
        hidden = merged(_outside(hidden, list(opening(front.title, None))))
    shown = blanked(text, hidden)

    headline, behind = _headline(prose, shown, front.end)
    lead = _lead(prose, shown, behind, captions)
    told = captions, opening(front.title, None), opening(headline, lead)
    page = Page(
        text=text,
        said=front.said,
        body=front.end,
        title=front.said.title or (" ".join(shown[slice(*headline)].split()) if headline else None) or None,
        published=dates.printed(shown, front.end),
        sections=tuple(sorted(chain(*told), key=lambda section: (section.start, section.end))),
        hidden=hidden,
        notes=in_comments(text, [span for span in comments if not any(start < span[0] < end for start, end in quoted)]),
    )
    return with_rows(page, shown)


def _blocks(text: str, start: int) -> Iterator[Span]:
    """Yield the code blocks: fenced ones with their fences, and indented ones outside of lists."""
    fence, opened, blank, listed = "", 0, True, False
    for begin, end in _lines(text, start):
        line = text[begin : min(end, begin + _LINE)]
        mark, indented = _FENCE.match(line), line.startswith(("    ", "\t"))
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                yield opened, end
                fence = ""
        elif mark:
            fence, opened = mark[1], begin
        elif not line.strip():
            blank = True
        elif indented and blank and not listed:
            yield begin, end
        else:
            listed, blank = bool(_ITEM.match(line)) or (listed and indented), False
    if fence:
        yield opened, len(text)


def _lines(text: str, start: int) -> Iterator[Span]:
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield start, end
        start = end


def _comments(text: str) -> Iterator[Span]:
    """Yield the closed comments; one that is never closed is read, so that no text is lost to it."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _whole_tags(text: str) -> Iterator[Span]:
    """Yield scripts, styles and code in HTML with all they hold."""
    at, lower = 0, text.lower() if "<" in text else ""
    closed: dict[str, int] = {}
    for tag in _WHOLE.finditer(text):
        name = f"</{tag[1].lower()}>"
        if tag.start() < at or closed.get(name) == -1:
            continue
        closed[name] = end = lower.find(name, tag.end())
        if end >= 0:
            at = end + len(name)
            yield tag.start(), at


def _inline_code(text: str) -> Iterator[Span]:
    """Yield code between a run of backticks and the next run of the same length in its paragraph."""
    runs: list[Span] = []
    for found in _TICKS.finditer(text):
        if found[0][0] == "`":
            runs.append(found.span())
        else:
            yield from _closed(runs)
            runs = []
    yield from _closed(runs)


def _closed(runs: list[Span]) -> Iterator[Span]:
    places: dict[int, list[int]] = {}
    for start, end in runs:
        places.setdefault(end - start, []).append(start)
    behind = 0
    for start, end in runs:
        same = places[end - start]
        at = bisect_right(same, start)
        if start >= behind and at < len(same):
            behind = same[at] + end - start
            yield start, behind


def _captions(text: str) -> Iterator[Section]:
    """Yield the texts that stand for or under a picture."""
    for found in _ALT.finditer(text):
        yield Section("caption", *found.span(1))
    for found in _UNDER_IMAGE.finditer(text):
        yield Section("caption", *found.span(2))
    if "<" not in text:
        return
    for found in _FIGCAPTION.finditer(text):
        end = text.find("<", found.end(), found.end() + _LONGEST_CAPTION)
        if end > found.end():
            yield Section("caption", found.end(), end)


def _outside(spans: Iterable[Span], kept: Sequence[Section]) -> Iterator[Span]:
    """Yield the pieces of `spans` that lie in none of the kept sections; both are in order."""
    at = 0
    for start, end in spans:
        while at < len(kept) and kept[at].end <= start:
            at += 1
        here = at
        while here < len(kept) and kept[here].start < end:
            yield start, kept[here].start
            start = kept[here].end
            here += 1
        yield start, end


def _headline(prose: str, shown: str, start: int) -> tuple[Span | None, int]:
    """Return the characters of the first heading from `start` on, where there is one, and the place behind it."""
    heading = _HEADING.search(prose, start)
    if heading is None:
        return None, start
    return _shown_span(heading.span(1 if heading[1] else 2), shown), heading.end()


def _shown_span(span: Span, shown: str) -> Span:
    """Return `span` without the hidden signs and the blanks at its ends."""
    words = shown[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _lead(prose: str, shown: str, start: int, captions: Sequence[Section]) -> Span | None:
    """Return the first paragraph behind the headline that is no heading, caption, byline or date."""
    for found in islice(_PARAGRAPH.finditer(shown, start), _BEFORE_THE_LEAD):
        begin, end = found.start(), found.end()
        line = shown[begin : shown.find("\n", begin, end) if "\n" in found[0] else end].strip()
        if _ANY_HEADING.match(prose, prose.rfind("\n", 0, begin) + 1) or any(c.start < end and begin < c.end for c in captions):
            continue
        if plain_text.is_furniture(line):
            continue
        return begin, begin + len(found[0].rstrip())
    return None
