"""AsciiDoc: read as plain text, its code, attributes, macros and marks hidden."""

from __future__ import annotations

import re
from dataclasses import replace

from numcheck.load import plain_text
from numcheck.load.decode import decode
from numcheck.load.front_matter import front_matter
from numcheck.load.loader import Page, blanked, merged

SUFFIXES = (".adoc", ".asciidoc")

_BLOCK = re.compile(r"^(-{4,}|\.{4,}|\+{4,}|/{4,}|```)[^\n]*\n.*?^\1[ \t]*\r?$", re.M | re.S)
_MARKS = re.compile(
    r"""^//[^\n]*$                                      # a comment
    |^:!?[\w-]{1,80}!?:[^\n]*$                           # an attribute of the document
    |^\[[^\[\]\n]{0,500}\][ \t]*\r?$                     # the attributes of a block
    |^={1,6}[ \t]|^[=_*|]{3,}[ \t]*\r?$|^[*.-]{1,5}[ \t]|^\.(?=\w)     # marks of headings, blocks, lists and titles
    |(?:image|video|audio|include|toc|icon|kbd|link|xref|footnote(?:ref)?|mailto):{1,2}[^\s\[]{0,500}(?=\[)
    |<<[^<>\n]{1,500}>>|\{[\w-]{1,80}\}                  # references
    |\b(?:https?://|www\.)[^\s<>\[\]]+
    |`[^`\n]{1,500}`|\+{1,3}[^+\n]{1,500}\+{1,3}        # code
    |(?<!\w)[*_#]{1,2}(?=\S)|(?<=\S)[*_#]{1,2}(?!\w)""",
    re.M | re.X,
)


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the one page of a file."""
    return (read(decode(data, where), where),)


def read(text: str, where: str) -> Page:
    """Return the page of a text."""
    begin = front_matter(text, where).end
    blocks = [block.span() for block in _BLOCK.finditer(text, begin)]
    marks = (mark.span() for mark in _MARKS.finditer(blanked(text, blocks)) if mark.start() >= begin)
    hidden = merged([*blocks, *marks])
    page = plain_text.read(blanked(text, hidden), where)
    return replace(page, hidden=merged([*page.hidden, *hidden]))
