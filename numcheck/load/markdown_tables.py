"""Tables in Markdown, drawn with pipes: their rows are put in the place of their lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from numcheck.load.loader import Page, Span
from numcheck.load.tables import Cell, sentences, write
from numcheck.load.textbuilder import TextBuilder
from numcheck.model.frozen import frozen
from numcheck.model.origin import Origin

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,100}\|?[ \t]*\r?", re.ASCII)


@frozen
class _Table:
    """A table: its characters in the file, and the characters of its cells by row, the header's first."""

    start: int
    end: int
    rows: tuple[tuple[Span, ...], ...]


def with_rows(page: Page, shown: str) -> Page:
    """Return the page with the rows of its tables of figures as sentences; `shown` is its text without what is hidden."""
    drawn = _without_escaped(page.text, shown) if "|" in shown else shown
    found = [(table, told) for table in _tables(drawn) if (told := sentences(_grid(table, shown)))]
    if not found:
        return page
    builder = TextBuilder(page.text)
    at = 0
    for table, rows in found:
        ends = {start: end for row in table.rows for start, end in row}

        def copy(cell: Cell, ends: Mapping[int, int] = ends) -> int:
            builder.copy(cell.start, ends[cell.start])
            return ends[cell.start]

        builder.copy(at, table.start)
        for _, bits in rows:
            write(builder, bits, copy)
        builder.line(table.end)
        at = table.end
    builder.copy(at, len(page.text))
    return _moved(page, *builder.finish())


def _moved(page: Page, text: str, origin: Origin) -> Page:
    """Return the page with another text, which is made of pieces of its own, and all places in it as they are there."""
    moved = _Moved(origin)
    return replace(
        page,
        text=text,
        origin=origin,
        hidden=tuple(span for old in page.hidden for span in moved.spans(*old)),
        sections=tuple(replace(s, start=a, end=b) for s in page.sections for a, b in moved.whole(s.start, s.end)),
        notes=tuple(replace(n, start=a, end=b) for n in page.notes for a, b in moved.whole(n.start, n.end)),
    )


def _grid(table: _Table, shown: str) -> list[list[Cell]]:
    """Return the cells of a table, those of its first row as headers."""
    return [
        [Cell(" ".join(shown[start:end].split()), head=number == 0, start=start) for start, end in row]
        for number, row in enumerate(table.rows)
    ]


def _without_escaped(text: str, shown: str) -> str:
    """Return `shown` with another sign for each pipe that has a backslash in front of it in the text."""
    parts, at = [], 0
    for found in re.finditer(r"\\\|", text):
        parts += [shown[at : found.end() - 1], "/"]
        at = found.end()
    return "".join([*parts, shown[at:]])


def _tables(shown: str) -> Iterator[_Table]:
    """Yield the tables: a line of cells over a line of dashes with as many columns, and the lines of cells below."""
    if "|" not in shown:
        return
    lines = [m.span() for m in re.finditer(r"[^\n]+|(?<=\n)(?=\n)", shown)]
    last = -1
    for number, ((start, end), (below, behind)) in enumerate(pairwise(lines)):
        if number < last or "|" not in shown[start:end] or not _RULE.fullmatch(shown, below, behind):
            continue
        head = _cells(shown, start, end)
        if len(head) != len(_cells(shown, below, behind)):
            continue
        below_rule = takewhile(lambda line: "|" in shown[slice(*line)], map(lines.__getitem__, range(number + 2, len(lines))))
        rows = [head, *(_cells(shown, *line)[: len(head)] for line in below_rule)]
        last = number + 1 + len(rows)
        if len(rows) > 1:
            yield _Table(start, lines[last - 1][1], tuple(rows))


def _cells(shown: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the characters of each cell in a line, without the blanks around them."""
    edges = [start - 1, *(at for at in range(start, end) if shown[at] == "|"), end]
    found: list[Span] = []
    for left, right in pairwise(edges):
        words = shown[left + 1 : right]
        begin = left + 1 + len(words) - len(words.lstrip())
        found.append((begin, max(begin, left + 1 + len(words.rstrip()))))
    if found and found[0][0] >= found[0][1]:
        del found[0]
    if found and found[-1][0] >= found[-1][1]:
        del found[-1]
    return tuple(found)


class _Moved:
    """Where characters of the file stand in the text that is made of pieces of it, which are in its order."""

    def __init__(self, origin: Origin) -> None:
        ends = [*(piece.start for piece in origin.pieces[1:]), origin.length]
        self._copies = [
            (piece.first, piece.last, piece.start)
            for piece, end in zip(origin.pieces, ends, strict=True)
            if piece.last - piece.first == end - piece.start
        ]

    def spans(self, first: int, last: int) -> Iterator[Span]:
        """Yield what is left of the characters from `first` up to `last`."""
        at = max(0, bisect_right(self._copies, first, key=lambda copy: copy[0]) - 1)
        while at < len(self._copies) and self._copies[at][0] < last:
            start, end, place = self._copies[at]
            if first < end:
                yield place + max(first, start) - start, place + min(last, end) - start
            at += 1

    def whole(self, first: int, last: int) -> Sequence[Span]:
        """Return the place of the characters, if all of them are left in one."""
        return [(a, b) for a, b in self.spans(first, last) if b - a == last - first]
