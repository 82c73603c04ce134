"""Tables: each row becomes a sentence in which every figure stands beside the words of its column or row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from numcheck.language import Lexicon, in_use, once_a_lexicon
from numcheck.language.en import around
from numcheck.language.tables import Measures, Nouns, Units
from numcheck.language.tokens import words
from numcheck.load.textbuilder import TextBuilder
from numcheck.model.frozen import frozen, unlike_others
from numcheck.model.limits import CELLS, COLUMNS

_LONGEST, _TALLEST = 3000, 200
"""Rows of a table at most in a text, and rows that one cell may span."""
_PROSE = 200
"""A table with a cell of more characters than this only lays out a page."""

_NUMBER = re.compile(r"[-+−–~≈<>]?\s?[$£€¥]?\s?[0-9][0-9.,\u00a0\u202f ]*(?:[^\w\s]|\w{1,12}|\s)*")
_PLAIN = re.compile(r"[-+−–~≈<>]?\s?[0-9][0-9.,\u00a0\u202f ]*")
_YEAR = re.compile(r"(?:FY\s?)?(?:19|20|21)[0-9]{2}(?:[/–-][0-9]{2,4})?")
_NOTHING = re.compile(r"\W*|n/?a\.?", re.I)
_UNIT = re.compile(r"[\s,]*(?:\((?:in\s+)?([^()]{1,24})\)|,\s*(?:in\s+)?([^,()]{1,16})|\bin\s+([^\s()]{1,16}))\s*\Z", re.I)
_MONEY = re.compile(r"((?:US|A|C|NZ|HK)?[$£€¥])\s?(k|m|bn|mn|tn|thousand|million|billion|trillion|000s?|'000)?s?", re.I)
_SCALES = {"thousand": " thousand", "million": " million", "billion": " billion", "000": " thousand", "'000": " thousand"}
_PERCENT = ("%", "per cent", "percent", "pct")


@unlike_others
class Cell:
    """A cell: its words, whether it is marked as a header, the columns and rows it spans, and where it begins in the file."""

    words: str
    head: bool = False
    across: int = 1
    down: int = 1
    start: int = 0


_EMPTY = Cell("")

Bit = Cell | str
"""Of a row's sentence: a cell, to be copied where it stands, or words that are put beside it."""


def sentences(rows: Sequence[Sequence[Cell]], *, data: bool = False) -> list[tuple[int, tuple[Bit, ...]]]:
    """Return each row below the headers as its number and the bits of a sentence; nothing for what is no table of figures.

    What is `data` by itself is a table, however long it is or its notes are.
    """
    grid = _grid(rows) if data or not _lays_out(rows) else None
    if grid is None:
        return []
    heads = _heads(grid)
    body = grid[heads:]
    first = _first(grid, heads)
    names = [_name(grid[:heads], column) for column in range(len(grid[0]))]
    turned = _turned(body, names, first)
    told = ((number, tuple(_sentence(row, names, first, turned=turned))) for number, row in enumerate(body, heads + 1))
    return [(number, bits) for number, bits in told if bits]


def write(builder: TextBuilder, bits: Sequence[Bit], copy: Callable[[Cell], int]) -> int:
    """Write a row's sentence as a paragraph, and return where it begins in the text.

    `copy` puts down a cell and returns the place in the file behind it.
    The words between the cells stand for nothing in the file; their place is that of the next cell, or behind the last one.
    """
    places = [bit.start for bit in bits if isinstance(bit, Cell)]
    behind = places[0]
    builder.paragraph(behind)
    start = builder.length
    for bit in bits:
        if isinstance(bit, str):
            builder.put(bit, places[0] if places else behind)
        else:
            del places[0]
            behind = copy(bit)
    return start


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]] | None:
    """Return the cells by row and column, those that span several in each; None for what is no table of figures."""
    if len(rows) < 2:
        return None
    grid: list[list[Cell]] = [[] for _ in rows]
    if max(_fill(grid[at : at + _TALLEST], row) for at, row in enumerate(rows)) > COLUMNS.most:
        return None
    width = max(map(len, grid))
    for line in grid:
        line += [_EMPTY] * (width - len(line))
    return grid if width > 1 and any(_is_number(cell.words) for cell in chain.from_iterable(grid)) else None


def _lays_out(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether there is prose in a cell, or more than anyone reads: such a table only lays out the page."""
    cells = [*chain.from_iterable(rows)]
    spanned = sum(_span(cell.across, COLUMNS.most) * _span(cell.down, _TALLEST) for cell in cells)
    return len(rows) > _LONGEST or spanned > CELLS.most or any(len(cell.words) > _PROSE for cell in cells)


def _fill(lines: Sequence[list[Cell]], row: Sequence[Cell]) -> int:
    """Put a row's cells into the first line, and where they span rows into those below; return the columns it takes."""
    column = 0
    for cell in row:
        while column < len(lines[0]) and lines[0][column] is not _EMPTY:
            column += 1
        end = min(COLUMNS.most, column + _span(cell.across, COLUMNS.most))
        for line in lines[: _span(cell.down, _TALLEST)]:
            line += [_EMPTY] * (end - len(line))
            line[column:end] = [cell] * (end - column)
        column += max(1, cell.across)
    return column


def _span(count: int, most: int) -> int:
    return max(1, min(count, most))


def _heads(grid: Sequence[Sequence[Cell]]) -> int:
    """Count the rows at the top that hold headers: those of header cells alone, or one without figures over rows with some."""
    marked = 0
    while marked < len(grid) - 1 and _is_head(grid[marked]):
        marked += 1
    return marked or int(_is_unmarked_head(grid[0]) and any(_is_number(c.words) for c in grid[1]))


def _is_head(row: Sequence[Cell]) -> bool:
    return all(c.head or not c.words for c in row) and any(c.words for c in row[1:])


def _is_unmarked_head(row: Sequence[Cell]) -> bool:
    named = all(not _is_number(c.words) or _YEAR.fullmatch(c.words) for c in row)
    return named and any(c.words for c in row[1:]) and not any(c.head for c in row[1:])


def _first(grid: Sequence[Sequence[Cell]], heads: int) -> int | None:
    """Return the column that names the rows; None where the first one holds figures."""
    ranked = heads and grid[0][0].words.lower() in around.RANK_COLUMN and len(grid[0]) > 2
    column = 1 if ranked else 0
    body = grid[heads:]
    figures = sum(_is_number(row[column].words) and not _YEAR.fullmatch(row[column].words) for row in body)
    return column if figures * 2 < len(body) else None


@frozen
class _Name:
    """What a column is called: its words, a year, and what its unit puts before and behind each figure."""

    words: str = ""
    year: str = ""
    before: str = ""
    behind: str = ""


def _name(heads: Sequence[Sequence[Cell]], column: int) -> _Name:
    words = dict.fromkeys(row[column].words for row in heads if row[column].words)
    return _label(" ".join(_lowered(part) for part in words) if len(words) > 1 else "".join(words))


def _label(words: str) -> _Name:
    """Take the unit or the year out of the words of a header."""
    if _YEAR.fullmatch(words):
        return _Name(year=words)
    before = behind = ""
    unit = _UNIT.search(words)
    if words in _PERCENT:
        words, behind = "", "%"
    elif unit is not None and (found := _unit(next(u for u in unit.groups() if u))):
        words, (before, behind) = words[: unit.start()], found
    if any(c.isdigit() for c in words) or words.lower() in around.ANY_COLUMN:
        words = ""
    return _Name(_lowered(words.strip(" :")), "", before, behind)


def _unit(words: str) -> tuple[str, str] | None:
    """Return what a unit in a header puts before and behind a figure; None for other words."""
    low = words.strip().lower()
    if low in _PERCENT:
        return "", "%"
    money = _MONEY.fullmatch(words.strip())
    if money is not None:
        scale = (money[2] or "").lower().removesuffix("s")
        return money[1], _SCALES.get(scale, scale)
    scale = low.removesuffix("s")
    if scale in _SCALES:
        return "", _SCALES[scale]
    return ("", f" {words.strip()}") if low in _known().units else None


def _turned(body: Sequence[Sequence[Cell]], names: Sequence[_Name], first: int | None) -> bool:
    """Tell whether the rows name what is counted, and the columns where or of whom."""
    if first is None:
        return False
    if any(_is_known(name.words) for at, name in enumerate(names) if at != first):
        return False
    return sum(_is_known(row[first].words) for row in body) * 2 >= len(body)


def _sentence(row: Sequence[Cell], names: Sequence[_Name], first: int | None, *, turned: bool) -> Iterator[Bit]:
    """Yield one row: "In Lorne: 20 dead; 12 injured." or, where the rows name what is counted, "20 dead in Lorne."."""
    head = row[first] if first is not None and row[first].words else None
    told = list(_told(row, names, 0 if first is None else first + 1))
    if not told:
        yield from (head, ".") if head else ()
        return
    behind = [head if head and _follows(head, cell, name, turned=turned) else None for cell, name in told]
    if head is not None and first is not None and None in behind:
        yield from _opened(head, names[first])
    for number, ((cell, name), named) in enumerate(zip(told, behind, strict=True)):
        yield "; " if number else ""
        yield from _figure(cell, name, named) if _is_number(cell.words) else _note(cell, name)
    yield "."


def _opened(head: Cell, name: _Name) -> Iterator[Bit]:
    """Yield what stands in front of a row: "In Lorne: " where the first column names places, else "Reds: "."""
    yield "In " if _is_place(name.words) and head.words.lower() not in around.SUM_ROW else ""
    yield from (head, ": ")


def _told(row: Sequence[Cell], names: Sequence[_Name], start: int) -> Iterator[tuple[Cell, _Name]]:
    """Yield the cells of a row that say something, from a column on and each once, with the names of their columns."""
    for at, cell in enumerate(row[start:], start):
        if not _NOTHING.fullmatch(cell.words) and cell not in row[start:at]:
            yield cell, names[at]


def _follows(head: Cell, cell: Cell, name: _Name, *, turned: bool) -> bool:
    """Tell whether a figure is of what its row names: the column says nothing of what it counts, and the row does."""
    bare = not name.words and not any(c.isdigit() for c in head.words) and head.words.lower() not in around.SUM_ROW
    return _is_number(cell.words) and (turned or bare)


def _figure(cell: Cell, name: _Name, head: Cell | None) -> Iterator[Bit]:
    label = _label(head.words) if head is not None else name
    plain = _PLAIN.fullmatch(cell.words) is not None
    yield (name.before or label.before) if plain else ""
    yield cell
    yield (name.behind or label.behind) if plain else ""
    yield f" {label.words}" if label.words else ""
    if head is not None and name.words:
        yield f" in {name.words}"
    if name.year:
        yield f" in {name.year}"


def _note(cell: Cell, name: _Name) -> Iterator[Bit]:
    if name.words:
        yield f"{name.words}: "
    yield cell


def _is_number(words: str) -> bool:
    return _NUMBER.fullmatch(words) is not None


@frozen
class _Known:
    """Words that say what is counted, words for places, and units, all in lower case."""

    counted: frozenset[str]
    places: frozenset[str]
    units: frozenset[str]


def _known() -> _Known:
    return _of(in_use())


@once_a_lexicon
def _of(lexicon: Lexicon) -> _Known:
    """Return the words that a lexicon has for these."""
    nouns = lexicon.table(Nouns)
    classes = nouns.classes
    counted = {word for words in classes.values() for word in words} | set(nouns.plurals)
    for row in lexicon.table(Measures).rows.values():
        counted.update(row.nouns, row.words, row.phrases, row.verbs, row.participles)
    units = [w for unit in lexicon.table(Units).units for w in (*unit.words, *(unit.plural or ()), *unit.signs)]
    places = frozenset((*classes["place"], *classes["country"]))
    return _Known(frozenset(counted), places, frozenset(w.lower() for w in units) | {f"{w.lower()}s" for w in units})


def _is_known(header: str) -> bool:
    """Tell whether some word of a header says what is counted."""
    return any(form in _known().counted for word in words(header.lower()) for form in _forms(word))


def _is_place(header: str) -> bool:
    return any(form in _known().places for word in words(header.lower()) for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    """Yield a word and what it may be without its ending."""
    yield word
    yield from (word.removesuffix(ending) for ending in ("s", "es", "ed", "d"))
    yield word.removesuffix("ies") + "y"


def _lowered(words: str) -> str:
    """Return a header as it would stand in a sentence: its first word in lower case, unless it may be a name."""
    first = words.split(" ", 1)[0]
    return first.lower() + words[len(first) :] if first[1:].islower() and _is_known(first) else words
