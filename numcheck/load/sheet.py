"""Data as an article: each row of a table becomes a sentence that says each cell with the words of its column and row.

Columns of whole numbers are added up too, and the place of a sum says so. The columns are told beside the text, for shares,
differences and ranks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from numcheck.language.en import around
from numcheck.load.loader import Page
from numcheck.load.tables import Bit, Cell, sentences
from numcheck.model.article import Column
from numcheck.model.errors import Unreadable
from numcheck.model.limits import CELLS, COLUMNS
from numcheck.model.origin import Spot

_ALL_DIGITS = 1e15
"""From here on a float no longer holds every whole number to the digit."""
DATA = (".csv", ".tsv", ".xlsx", ".json")
"""The suffixes of files that hold tables: sources that are named, and never an article of a folder."""

_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,15}")

Rows = Sequence[Sequence[str]]
Table = tuple[str, Iterable[Sequence[str]]]
"""A table, its rows one after the other, and its name, which is empty where a file holds one alone."""


def page(tables: Iterable[Table], where: str) -> Page:
    """Return the page of these tables; each sentence has its row for a place.

    Raises Unreadable where no row holds a figure, and for a table that is too large.
    """
    parts: list[str] = []
    spots: list[Spot] = []
    columns: list[Column] = []
    length = 0
    for name, told in tables:
        rows = list(_held(told, f"{where}, {name}" if name else where))
        cells = _with_total([[" ".join(cell.split()) for cell in row] for row in rows])
        put: dict[Cell, int] = {}
        for place, bits in _told(cells, len(rows)):
            spots.append(Spot(length, f"{name}, {place}" if name else place))
            for bit in bits:
                parts.append(_written(bit, length, put))
                length += len(parts[-1])
        columns += _columns(cells, put)
    if not parts:
        hint = "give a table with its headers in the first row and a name or a year in the first column"
        raise Unreadable("there is no table with figures in this", where=where, hint=hint)
    return Page("".join(parts), spots=tuple(spots), columns=tuple(columns))


def _held(rows: Iterable[Sequence[str]], where: str) -> Iterator[Sequence[str]]:
    """Yield the rows up to the first that makes the table too large: a sheet may say that it has a thousand million."""
    width = 1
    for number, row in enumerate(rows, 1):
        width = max(width, len(row))
        COLUMNS.hold(width, where)
        CELLS.hold(width * number, where)
        yield row


def _with_total(rows: Rows) -> list[list[Cell]]:
    """Return the cells, as many in each row, and behind them those of what the columns come to."""
    width = max(map(len, rows), default=0)
    even = [[*row, *[""] * (width - len(row))] for row in rows]
    return [[Cell(cell) for cell in row] for row in (*even, *_total(even))]


def _told(cells: Sequence[Sequence[Cell]], height: int) -> Iterator[tuple[str, Sequence[Bit]]]:
    """Yield the place and the bits of each row, and of what the columns come to behind the `height` rows of the table."""
    for number, bits in sentences(cells, data=True):
        if number <= height:
            yield f"row {number}", (*bits, "\n\n")
        elif cells[-1][0] in bits:  # not where the rows name what is counted: boats and people have no sum
            yield f"rows 2 to {height}, added up", (*bits, "\n\n")


def _written(bit: Bit, place: int, put: dict[Cell, int]) -> str:
    """Return the words of a bit, noting in `put` the place of a cell."""
    if isinstance(bit, str):
        return bit
    put[bit] = place
    return bit.words


def _columns(cells: Sequence[Sequence[Cell]], put: Mapping[Cell, int]) -> Iterator[Column]:
    """Yield the columns in which each row that has a name has a figure; `put` says where a cell stands in the text."""
    rows, wholes = _named(cells, put) if put else ([], [])
    for at, head in enumerate(cells[0][1:] if len(rows) > 1 else (), 1):
        told = [(row[0].words, put[row[at]]) for row in rows if row[at] in put]
        if head.words and len(told) == len(rows):
            yield Column(head.words, tuple(told), put.get(wholes[0][at]) if len(wholes) == 1 else None)


def _named(cells: Sequence[Sequence[Cell]], put: Mapping[Cell, int]) -> tuple[list[Sequence[Cell]], list[Sequence[Cell]]]:
    """Return the rows by whose names one may ask, and those of their total; none without headers or where two have one name."""
    named = [row for row in cells[1:] if row[0] in put]
    rows = [row for row in named if not _is_named(row[0].words, around.SUM_ROW)]
    wholes = [row for row in named if _is_named(row[0].words, around.TOTAL_ROW)]
    apart = len({row[0].words for row in rows}) == len(rows)
    return (rows, wholes) if apart and put.keys().isdisjoint(cells[0]) else ([], [])


def _total(rows: Rows) -> list[list[str]]:
    """Return the row of what the columns come to that can be added up; none where the table has one itself."""
    body = [row for row in rows[1:] if row]
    if len(body) < 2 or any(_is_named(row[0], around.SUM_ROW) for row in body):
        return []
    sums = [_sum([row[at] for row in body]) if _adds_up(head) else "" for at, head in enumerate(rows[0])]
    return [["Total", *sums[1:]]] if any(sums[1:]) else []


def _is_named(head: str, names: frozenset[str]) -> bool:
    return not names.isdisjoint(head.lower().split())


def _adds_up(head: str) -> bool:
    return around.NO_SUM.isdisjoint(re.findall(r"[a-z]+", head.lower())) and not re.search(r"[%\d]", head)


def _sum(column: Sequence[str]) -> str:
    """Return the sum of a column of whole numbers; nothing where a cell is something else."""
    whole = all(_WHOLE.fullmatch(cell) for cell in column)
    return f"{sum(int(cell.replace(',', '')) for cell in column):,}" if whole else ""


def words(value: object) -> str:
    """Return a value of a cell as it is written: whole numbers without a point, nothing for what is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{int(value):d}" if value.is_integer() and abs(value) < _ALL_DIGITS else f"{value:.10g}"
    return str(value)
