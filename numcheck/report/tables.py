"""Lay out rows of cells in columns that fit a width. tabulate is named in this file only."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from numcheck.model.frozen import frozen

Paint = Callable[[str], str]
GAP = 2
_NARROWEST = 6
_HELD = "\ue002"
_UNDER = "\ue003"
"""Stands in a table where lines across all its columns come."""
_BREAKS = r"([ ]+|(?<=/))"


@frozen
class Span:
    """A paragraph of a cell, and how each of its lines is painted once it is wrapped."""

    text: str
    paint: Paint | None = None


Cell = str | Span | Sequence[Span]
Row = Sequence[Cell]


def table(headers: Sequence[str], rows: Sequence[Row], width: int, under: Sequence[Sequence[str]] = ()) -> str:
    """Return the rows under their headers, each cell wrapped so that all fit `width` columns (0: as wide as they are).

    `under` are the lines that stand under each row, across all columns.
    """
    from tabulate import tabulate

    spans = [list(map(_spans, row)) for row in rows]
    columns = [[head, *(span.text for row in spans for span in row[at])] for at, head in enumerate(headers)]
    widths = fit(columns, width)
    heads = ["\n".join(wrap(head, most)) for head, most in zip(headers, widths, strict=True)]
    # tabulate would widen a column by two for the sake of its header; as a row it is one like the others.
    body = _parted([_folded(row, widths) for row in spans], under or [()] * len(spans))
    text: str = tabulate([heads, ["-" * most for most in widths], *body], tablefmt="plain", disable_numparse=True)
    return "\n".join(_with_lines(text, filter(None, under)))


def _with_lines(text: str, under: Iterator[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a laid out table, those that stand under its rows in the place of their marks."""
    for line in text.split("\n"):
        if line.startswith(_UNDER):
            yield from next(under)
        else:
            yield line.replace(_HELD, " ").rstrip()


def _folded(row: Iterable[Sequence[Span]], widths: Iterable[int]) -> list[str]:
    """Return a row's cells, each in lines of its column's width."""
    return ["\n".join(_lines(cell, most)) for cell, most in zip(row, widths, strict=True)]


def _parted(rows: Sequence[list[str]], under: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the rows with a mark behind each that has lines under it, and an empty row between two that do not stand apart.

    tabulate drops a row that holds no sign, so an empty one holds a sign that is taken out again.
    """
    for at, (row, lines) in enumerate(zip(rows, under, strict=True)):
        if at and (lines or any("\n" in cell for cell in (*rows[at - 1], *row))):
            yield [_HELD] * len(row)
        yield row
        if lines:
            yield [_UNDER, *[""] * (len(row) - 1)]


def pipes(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as a table in GitHub's Markdown; the cells are Markdown already and hold no bare pipe."""
    from tabulate import tabulate

    text: str = tabulate(rows, headers, tablefmt="pipe", disable_numparse=True)
    return text


def fit(columns: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the width of each column of texts so that all and the gaps between fit `width`: the widest give way first."""
    naturals = [max(map(len, texts)) for texts in columns]
    if not width:
        return naturals
    room = max(width - GAP * (len(columns) - 1), _NARROWEST * len(columns))
    widths = [min(natural, room) for natural in naturals]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    # Wrapped at blanks, a column seldom fills its width: what it leaves goes to the first that can use it.
    used = [_widest(texts, most) for texts, most in zip(columns, widths, strict=True)]
    for at, natural in enumerate(naturals):
        used[at] = _widest(columns[at], min(natural, used[at] + room - sum(used)))
    return used


def _widest(texts: Sequence[str], width: int) -> int:
    return max(len(line) for text in texts for line in wrap(text, width))


def wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` columns (0: one line), broken at blanks and behind a slash."""
    if not width or len(text) <= width:
        return [text]
    if max(map(len, re.split(_BREAKS, text))) > width:
        return [line for part in re.split(r"(?<=/)", text) for line in textwrap.wrap(part, width)]
    wrapper = textwrap.TextWrapper(width, break_on_hyphens=False)
    wrapper.wordsep_simple_re = re.compile(_BREAKS)
    return wrapper.wrap(text)


def _spans(cell: Cell) -> list[Span]:
    if isinstance(cell, str):
        return [Span(cell)]
    return [cell] if isinstance(cell, Span) else list(cell)


def _lines(spans: Sequence[Span], width: int) -> list[str]:
    return [span.paint(line) if span.paint else line for span in spans for line in wrap(span.text, width)]
