"""Build an article's text from runs of markup: a paragraph a block, a sentence a table's row, with the origin of each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from numcheck.load.markup import INLINE, Element, Markup, Run
from numcheck.load.tables import Bit, Cell, sentences
from numcheck.load.textbuilder import TextBuilder
from numcheck.model.article import Part
from numcheck.model.origin import Origin

_POWERS = {"2": "²", "3": "³"}
_LENGTH = re.compile(r"(?:\b(?:k|c|m)?m|\bmi|\bft|\bmiles?|\bmet(?:er|re)s?)\Z")
_DIGIT = re.compile(r"[0-9]\Z")
_NOTE = re.compile(r"\W*[0-9]{1,3}\W*|\[[^\]]{1,20}\]|[*†‡§]|[a-z]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a row of a table: its place in the text, the element it stands in, and the row's number in its table."""

    start: int
    end: int
    part: Part
    element: Element
    row: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """The text of some runs, where it came from, and its blocks in order."""

    text: str
    origin: Origin
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The table and the cell around each element, and the rows of each table of figures."""

    table_of: Mapping[Element, Element | None]
    cell_of: Mapping[Element, Element | None]
    rows: Mapping[Element, Sequence[Sequence[Element]]]


def tables(markup: Markup) -> Tables:
    """Return the tables of `markup`; one that holds another only lays out the page, and its cells are ordinary blocks."""
    table_of: dict[Element, Element | None] = {}
    cell_of: dict[Element, Element | None] = {}
    rows: dict[Element, dict[Element, list[Element]]] = {}
    layout: set[Element] = set()
    for element in markup.elements:
        above = element.parent
        outer = table_of.get(above) if above else None
        if element.name == "table":
            if outer is not None:
                layout.add(outer)
            table_of[element], cell_of[element] = element, None
            continue
        table_of[element] = outer
        cell_of[element] = element if element.name in ("td", "th") else (cell_of.get(above) if above else None)
        if element.name in ("td", "th") and outer is not None and above is not None and above.name == "tr":
            rows.setdefault(outer, {}).setdefault(above, []).append(element)
    return Tables(table_of, cell_of, {table: list(found.values()) for table, found in rows.items() if table not in layout})


def build(source: str, markup: Markup, parts: Mapping[Run, Part]) -> Built:
    """Return the text of the runs that stand in a part of the article, in their order, with the blanks between them."""
    found = tables(markup)
    runs = list(_with_blanks(source, markup.runs, parts))
    cells: dict[Element, list[Run]] = {}
    for run in markup.runs:
        cell = found.cell_of.get(run.element)
        if cell is not None:
            cells.setdefault(cell, []).append(run)
    builder = TextBuilder(source)
    blocks: list[Block] = []
    told: dict[Element, list[tuple[int, tuple[Bit, ...]]]] = {}
    for number, (run, part) in enumerate(runs):
        table = found.table_of.get(run.element)
        if table is not None and found.cell_of.get(run.element) is not None and table in found.rows:
            if table not in told:
                told[table], own = _rows(source, found.rows[table], cells)
                blocks += _tell(builder, told[table], own, part, table)
            if told[table]:
                continue
        before = runs[number - 1][0] if number else None
        if before is None or before.block != run.block or not blocks or blocks[-1].row:
            builder.paragraph(run.start)
            blocks.append(Block(builder.length, builder.length, part, _holder(run.element)))
        elif before.line != run.line:
            builder.line(run.start)
        _put(builder, source, runs[number + 1][0] if number + 1 < len(runs) else None, run)
        last = blocks[-1]
        blocks[-1] = Block(last.start, builder.length, last.part, last.element)
    text, origin = builder.finish()
    return Built(text, origin, tuple(block for block in blocks if text[block.start : block.end].strip()))


def _with_blanks(source: str, runs: Sequence[Run], parts: Mapping[Run, Part]) -> Iterator[tuple[Run, Part]]:
    """Yield the runs of the article with their parts, and behind each the blank runs of its block."""
    last: tuple[Run, Part] | None = None
    for run in runs:
        if run in parts:
            last = run, parts[run]
            yield last
        elif last is not None and last[0].block == run.block and source[run.start : run.end].isspace():
            yield run, last[1]


def words(source: str, runs: Sequence[Run]) -> str:
    """Return the words of some runs on one line, as a reader sees them."""
    parts, block = [], -1
    for run in runs:
        parts.append(" " if run.block != block else "")
        parts.append(html.unescape(source[run.start : run.end]))
        block = run.block
    return " ".join("".join(parts).split())


def _rows(
    source: str, rows: Sequence[Sequence[Element]], runs: Mapping[Element, Sequence[Run]]
) -> tuple[list[tuple[int, tuple[Bit, ...]]], Mapping[Cell, Sequence[Run]]]:
    """Return a table's rows as sentences, and the runs of each cell in them."""
    own: dict[Cell, Sequence[Run]] = {}
    grid: list[list[Cell]] = []
    for row in rows:
        grid.append([])
        for element in row:
            said, held = element.attributes(), runs.get(element, ())
            head = element.name == "th"
            cell = Cell(words(source, held), head, _count(said.get("colspan")), _count(said.get("rowspan")))
            own[cell] = held
            grid[-1].append(cell)
    return sentences(grid), own


def _tell(
    builder: TextBuilder,
    rows: Iterable[tuple[int, Sequence[Bit]]],
    own: Mapping[Cell, Sequence[Run]],
    part: Part,
    table: Element,
) -> Iterator[Block]:
    for number, bits in rows:
        places = [own[bit][0].start for bit in bits if isinstance(bit, Cell) and own[bit]]
        anchor = places[0] if places else table.start
        builder.paragraph(anchor)
        start = builder.length
        for bit in bits:
            if isinstance(bit, str):
                builder.put(bit, places[0] if places else anchor)
                continue
            del places[:1]
            for at, run in enumerate(own[bit]):
                if at and own[bit][at - 1].block != run.block:
                    builder.put(" ", run.start)
                _put(builder, builder.source, own[bit][at + 1] if at + 1 < len(own[bit]) else None, run)
                anchor = run.end
        yield Block(start, builder.length, part, table, number)


def _put(builder: TextBuilder, source: str, following: Run | None, run: Run) -> None:
    """Add a run; raised figures are powers, ordinals or parts of a fraction, and signs of footnotes are left out."""
    if any(e.name == "sup" for e in _inline(run.element)):
        sign = source[run.start : run.end].strip()
        if sign in _POWERS and builder.ends_with(_LENGTH):
            builder.put(_POWERS[sign], run.start, run.end)
            return
        divides = following is not None and source[following.start : following.end].lstrip().startswith(("/", "⁄", "&frasl;"))
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
