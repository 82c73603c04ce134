"""reStructuredText: read as plain text, its code, directives, targets and marks hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from numcheck.load import plain_text
from numcheck.load.decode import decode
from numcheck.load.front_matter import front_matter
from numcheck.load.loader import Page, Span, blanked, merged
from numcheck.model.frozen import frozen

SUFFIXES = (".rst",)

_DIRECTIVE = re.compile(r"([ \t]*)\.\.(?:[ \t]+([\w:-]+)::|[ \t]|$)")
_PROSE = frozenset(
    "note warning tip important hint caution danger attention admonition topic sidebar epigraph highlights".split()
)
"""Directives whose block is text."""
_OPTION = re.compile(r"[ \t]+:[\w-]+:")
_MARKS = re.compile(
    r"""^([=\-~^"'`#*+.:_])\1{2,}[ \t]*\r?$              # the line under or over a heading
    |``[^`\n]{1,500}``                                    # code
    |:[\w:+-]{1,40}:(?=`)|[ ]?<[^<>`\n]{1,500}>(?=`)|`_{0,2}  # roles, targets, and the signs of both
    |\[(?:\d{1,4}|\#[\w-]*|\*)\]_                       # the sign of a footnote
    |\b(?:https?://|www\.)[^\s<>`]+
    |(?<!\w)\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?!\w)""",
    re.M | re.X,
)


def load(data: bytes, where: str) -> tuple[Page, ...]:
    """Return the one page of a file."""
    return (read(decode(data, where), where),)


def read(text: str, where: str) -> Page:
    """Return the page of a text."""
    begin = front_matter(text, where).end
    code = merged(_blocks(text, begin))
    hidden = merged([*code, *(mark.span() for mark in _MARKS.finditer(blanked(text, code)) if mark.start() >= begin)])
    page = plain_text.read(blanked(text, hidden), where)
    return replace(page, hidden=merged([*page.hidden, *hidden]))


def _blocks(text: str, begin: int) -> Iterator[Span]:
    """Yield the literal blocks and directives: what is indented below a line that opens one."""
    at, block = begin, _NOWHERE
    for line in text[begin:].splitlines(keepends=True):
        block = block if block.holds(line) else _NOWHERE
        opened = _opened(line) if block.prose else None
        if opened is not None:
            block = opened
            yield at + opened.start, at + opened.end
        elif block.hides(line):
            yield at, at + len(line)
        at += len(line)


@frozen
class _Block:
    """What a line opens: how deep it stands, whether its block is text, and the characters of the line that are none."""

    indent: int = -1
    prose: bool = False
    start: int = 0
    end: int = 0

    def holds(self, line: str) -> bool:
        """Tell whether a line behind belongs to the block: it is blank, or stands deeper."""
        return not line.strip() or _indent(line) > self.indent >= 0

    def hides(self, line: str) -> bool:
        """Tell whether a line of the block is no text."""
        return self.indent >= 0 and (not self.prose or _OPTION.match(line) is not None)


_NOWHERE = _Block(prose=True)


def _opened(line: str) -> _Block | None:
    """Return the block that a line opens, if it does."""
    if directive := _DIRECTIVE.match(line):
        prose = directive[2] in _PROSE
        return _Block(len(directive[1]), prose, 0, directive.end() if prose else len(line))
    if line.rstrip().endswith("::"):
        colon = line.rindex("::") + 1
        return _Block(_indent(line), False, colon, colon + 1)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
