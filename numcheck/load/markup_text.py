"""Build an article's text from runs of markup: a paragraph a block, a sentence a table's row, with the origin of each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from numcheck.load.markup import INLINE, Element, Markup, Run
from numcheck.load.tables import Bit, Cell, sentences, write
from numcheck.load.textbuilder import TextBuilder
from numcheck.model.article import Part
from numcheck.model.frozen import frozen
from numcheck.model.origin import Origin

_POWERS = {"2": "²", "3": "³"}
_LENGTH = re.compile(r"(?:\b(?:k|c|m)?m|\bmi|\bft|\bmiles?|\bmet(?:er|re)s?)\Z")
_DIGIT = re.compile(r"[0-9]\Z")
_NOTE = re.compile(r"\W*[0-9]{1,3}\W*|\[[^\]]{1,20}\]|[*†‡§]|[a-z]")


@frozen
class Block:
    """A paragraph, or a row of a table: its place in the text, the element it stands in, and the row's number in its table."""

    start: int
    end: int
    part: Part
    element: Element
    row: int = 0


@frozen
class Built:
    """The text of some runs, where it came from, and its blocks in order."""

    text: str
    origin: Origin
    blocks: tuple[Block, ...]


class _Tables:
    """The tables of figures in a markup. One that holds another only lays out the page: its cells are ordinary blocks."""

    def __init__(self, source: str, markup: Markup) -> None:
        self._source = source
        self._places: dict[Element | None, tuple[Element | None, Element | None]] = {}
        """The table and the cell around each element."""
        self._rows: dict[Element, dict[Element, list[Element]]] = {}
        self._held: dict[Element, list[Run]] = {}
        layout: set[Element | None] = set()
        for element in markup.elements:
            table, cell = self._places.get(element.parent, (None, None))
            if element.name == "table":
                layout.add(table)
                table, cell = element, None
            elif element.name in ("td", "th"):
                cell = element
                if table is not None and element.parent is not None and element.parent.name == "tr":
                    self._rows.setdefault(table, {}).setdefault(element.parent, []).append(element)
            self._places[element] = table, cell
        self._rows = {table: rows for table, rows in self._rows.items() if table not in layout}
        for run in markup.runs:
            cell = self._places.get(run.element, (None, None))[1]
            if cell is not None:
                self._held.setdefault(cell, []).append(run)

    def around(self, run: Run) -> Element | None:
        """Return the table of figures in a cell of which a run stands."""
        table, cell = self._places.get(run.element, (None, None))
        return table if cell is not None and table in self._rows else None

    def rows(self, table: Element) -> tuple[list[tuple[int, tuple[Bit, ...]]], Mapping[Cell, Sequence[Run]]]:
        """Return a table's rows as sentences with their numbers, and the runs of each cell in them."""
        own: dict[Cell, Sequence[Run]] = {}
        grid: list[list[Cell]] = []
        for row in self._rows[table].values():
            grid.append([])
            for element in row:
                said, held = element.attributes(), self._held.get(element, ())
                start = held[0].start if held else table.start
                spans = _count(said.get("colspan")), _count(said.get("rowspan"))
                cell = Cell(words(self._source, held), element.name == "th", *spans, start)
                own[cell] = held
                grid[-1].append(cell)
        return sentences(grid), own


def build(source: str, markup: Markup, parts: Mapping[Run, Part]) -> Built:
    """Return the text of the runs that stand in a part of the article, in their order, with the blanks between them."""
    found = _Tables(source, markup)
    runs = list(_with_blanks(source, markup.runs, parts))
    builder = TextBuilder(source)
    blocks: list[Block] = []
    told: dict[Element, bool] = {}
    for number, (run, part) in enumerate(runs):
        table = found.around(run)
        if table is not None:
            if table not in told:
                rows = list(_tell(builder, *found.rows(table), part, table))
                told[table] = bool(rows)
                blocks += rows
            if told[table]:
                continue
        before, following = runs[number - 1][0] if number else None, runs[number + 1][0] if number + 1 < len(runs) else None
        if before is None or before.block != run.block or not blocks or blocks[-1].row:
            builder.paragraph(run.start)
            blocks.append(Block(builder.length, builder.length, part, _holder(run.element)))
        elif before.line != run.line:
            builder.line(run.start)
        _put(builder, following, run)
        blocks[-1] = replace(blocks[-1], end=builder.length)
    text, origin = builder.finish()
    return Built(text, origin, tuple(block for block in blocks if text[block.start : block.end].strip()))


def _with_blanks(source: str, runs: Sequence[Run], parts: Mapping[Run, Part]) -> Iterator[tuple[Run, Part]]:
    """Yield the runs of the article with their parts, and behind each the blank runs of its block."""
    last: tuple[Run, Part] | None = None
    for run in runs:
        if run in parts:
            last = run, parts[run]
            yield last
        elif last is not None and last[0].block == run.block and run.of(source).isspace():
            yield run, last[1]


def words(source: str, runs: Sequence[Run]) -> str:
    """Return the words of some runs on one line, as a reader sees them."""
    parts, block = [], -1
    for run in runs:
        parts.append(" " if run.block != block else "")
        parts.append(html.unescape(run.of(source)))
        block = run.block
    return " ".join("".join(parts).split())


def _tell(
    builder: TextBuilder,
    rows: Iterable[tuple[int, Sequence[Bit]]],
    own: Mapping[Cell, Sequence[Run]],
    part: Part,
    table: Element,
) -> Iterator[Block]:
    """Write the rows of a table, and yield them as blocks."""

    def copy(cell: Cell) -> int:
        before = None
        for run, following in zip(own[cell], (*own[cell][1:], None), strict=True):
            if before is not None and before.block != run.block:
                builder.put(" ", run.start)
            _put(builder, following, run)
            before = run
        return own[cell][-1].end

    for number, bits in rows:
        start = write(builder, bits, copy)
        yield Block(start, builder.length, part, table, number)


def _put(builder: TextBuilder, following: Run | None, run: Run) -> None:
    """Add a run; raised figures are powers, ordinals or parts of a fraction, and signs of footnotes are left out."""
    if any(element.name == "sup" for element in _inline(run.element)):
        sign = run.of(builder.source).strip()
        if sign in _POWERS and builder.ends_with(_LENGTH):
            builder.put(_POWERS[sign], run.start, run.end)
            return
        divides = following is not None and following.of(builder.source).lstrip().startswith(("/", "⁄", "&frasl;"))
        if divides and builder.ends_with(_DIGIT):
            builder.put(" ", run.start)
        elif _NOTE.fullmatch(sign) and not divides:
            return
    builder.prose(run.start, run.end)


def _inline(element: Element) -> Iterator[Element]:
    """Yield the inline elements right around a run."""
    for above in element.above():
        if above.name not in INLINE:
            return
        yield above


def _holder(element: Element) -> Element:
    """Return the nearest element that is no inline one."""
    return next((e for e in element.above() if e.name not in INLINE), element)


def _count(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 4 else 1
