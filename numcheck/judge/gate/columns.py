"""Reckon with a column of a source that is data: the share, the difference and the rank of the rows that a draft names.

A table of twenty rows has hundreds of shares and differences, so that one of them equals any number by chance. Only what
the draft spells out is reckoned: the rows by their names, the column by its header, and beside them nothing but words that
say whose the figure is. So the words of the draft's clause are told by their kinds, one letter each, and held against
patterns of such letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from numcheck.judge.gate.context import Context
from numcheck.judge.gate.derive import OVER, conveys, plain
from numcheck.judge.relations import number, unit_factor
from numcheck.judge.vocabulary import Vocabulary
from numcheck.language.en import rule_words
from numcheck.language.en.inflection import stem
from numcheck.language.tokens import plain as bare
from numcheck.language.tokens import telling
from numcheck.language.tokens import words as words_of
from numcheck.model.article import Column
from numcheck.model.claim import Claim
from numcheck.model.finding import OTHERWISE, Entry, State, Support
from numcheck.model.frozen import frozen
from numcheck.model.interval import inside, meets, point
from numcheck.model.quantity import Quantity
from numcheck.model.report import Noted

LONGEST = 6
"""Words of a row's name at most."""

WIDEST = 40
"""Words on either side of a figure that are looked at."""

_HAVING = "[hlpr]*"
_OF_IT = "[hp]*c[chp]*"
_NAMES = "(?P<rows>R(?:k?a?R)*)"
_END = r"(?=k|\Z)"

_SHARE = (
    rf"(?:\A|k)h*{_NAMES}{_HAVING}F{_OF_IT}(?P<more>[^Rk]*)",
    rf"F{_OF_IT}{_NAMES}(?P<more>){_END}",
    rf"(?:\A|k)p{_OF_IT}kF{_HAVING}{_NAMES}(?P<more>){_END}",
)
_DIFFERENCE = (
    rf"(?:\A|k)h*(?P<one>R)[chlp]*Fc*(?P<way>[mf])[chp]*t[hp]*(?P<other>R)h*{_END}",
    rf"Fc*(?P<way>[mf])[chp]*(?P<one>R)t[hp]*(?P<other>R){_END}",
)
_RANK = (
    rf"(?:\A|k)h*(?P<row>R){_HAVING}F(?P<way>[sb]){_OF_IT}(?P<more>[^Rk]*)",
    rf"(?:\A|k)h*(?P<row>R)h*rF(?P<way>){_OF_IT}(?P<more>[^Rk]*)",
    rf"F(?P<way>[sb]){_OF_IT}(?P<row>R)(?P<more>){_END}",
)

Name = tuple[str, ...]
Word = str | Name
"""A word of a clause, or the words of a row's name."""


@frozen
class Laid:
    """A column with its claims: its header and the stems of it, the claim of each row by its name, and what they come to."""

    name: str
    stems: frozenset[str]
    rows: Mapping[Name, Claim]
    whole: Claim | None

    @property
    def told(self) -> Claim:
        """A claim of the column, each of which counts the same things."""
        return next(iter(self.rows.values()))


@frozen
class Columns:
    """The columns of all sources, for look-up by the names of their rows."""

    of_row: Mapping[Name, Sequence[Laid]]
    context: Context
    words: Vocabulary


@frozen
class _Read:
    """What a clause says: the letters of its words, the rows that it names in their order, and the column."""

    letters: str
    rows: Sequence[Claim]
    column: Laid

    def named(self, match: re.Match[str], group: str) -> Sequence[Claim]:
        """Return the rows that a group of a pattern holds."""
        first = self.letters.count("R", 0, match.start(group))
        return self.rows[first : first + match[group].count("R")]


def lay_out(columns: Iterable[tuple[str, Column]], sources: Sequence[Claim], context: Context, words: Vocabulary) -> Columns:
    """Lay out the sources' columns, each with its document, for `reckon` and `rank`: those of plain numbers."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in sources:
        claims[claim.document].append(claim)
    of_row: dict[Name, list[Laid]] = defaultdict(list)
    for document, column in columns:
        laid = _laid(column, claims[document])
        if laid is not None:
            for name in laid.rows:
                of_row[name].append(laid)
    return Columns(of_row, context, words)


def _laid(column: Column, told: Sequence[Claim]) -> Laid | None:
    """Return a column with the claims of its cells; None where one is no plain number, or of another unit."""
    rows = {_name(name): _at(told, place) for name, place in column.cells}
    claims = {name: claim for name, claim in rows.items() if claim is not None and number(claim.quantity) is not None}
    if len(claims) < len(column.cells) or len({claim.quantity.unit for claim in claims.values()}) > 1:
        return None
    whole = None if column.whole is None else _at(told, column.whole)
    return Laid(column.name, _stems(column.name), claims, whole)


def _value(claim: Claim) -> Decimal:
    """Return the number of a cell, which all cells of a column have."""
    return number(claim.quantity) or Decimal(0)


def _at(told: Sequence[Claim], place: int) -> Claim | None:
    """Return the claim that holds a place of its document, with the sign in front of it."""
    at = bisect_right(told, place, key=lambda c: c.start) - 1
    return told[at] if at >= 0 and place < told[at].end else None


def _name(row: str) -> Name:
    return tuple(map(bare, words_of(row)))


def _stems(header: str) -> frozenset[str]:
    return frozenset(map(stem, telling(words_of(header))))


def reckon(claim: Claim, columns: Columns) -> Entry | None:
    """Return how a draft's share or difference stands to the column that its clause spells out; None for another."""
    if not columns.of_row or claim.quantity.direction is not None or claim.quantity.base.is_unbounded:
        return None
    is_share = claim.quantity.dimension == "share"
    reckoned = _share if is_share else _difference
    for read in _read(claim.document, claim.start, claim.end, claim.measure, columns):
        found = reckoned(read, claim)
        if found is not None:
            return found
    return None


def _share(read: _Read, claim: Claim) -> Entry | None:
    """Return how a share stands to the rows' part of the column: "a third of the wrecked boats were Port Lorne's"."""
    match = _first(_SHARE, read.letters)
    whole = None if read.column.whole is None else _value(read.column.whole)
    if match is None or not whole or read.column.whole is None:
        return None
    rows = read.named(match, "rows")
    part = sum(map(_value, rows), Decimal(0)) / whole
    state = _state(part, claim.quantity, sure=not match["more"].strip("chp"))
    parts = " + ".join(map(plain, rows))
    shown = f"{parts} of {plain(read.column.whole)} in the column {read.column.name} = {float(part) * 100:.3g}%"
    return _entry(state, "share", shown, (*rows, read.column.whole), claim)


def _difference(read: _Read, claim: Claim) -> Entry | None:
    """Return how a difference stands to that of two rows: "Port Lorne lost 12 more boats than Fenwick"."""
    match = _first(_DIFFERENCE, read.letters)
    if match is None:
        return None
    (one,), (other,) = read.named(match, "one"), read.named(match, "other")
    more, less = (one, other) if match["way"] == "m" else (other, one)
    if not _may_be_of_cells(claim.quantity, more.quantity):
        return None
    value = _value(more) - _value(less)
    state = _state(value, claim.quantity, sure=True)
    told = plain(claim) if state == "supported" else f"{value / unit_factor(claim.quantity):f}"
    shown = f"{plain(more)} - {plain(less)} in the column {read.column.name} = {told}"
    return _entry(state, "difference", shown, (more, less), claim)


def _may_be_of_cells(difference: Quantity, cell: Quantity) -> bool:
    """Tell whether a difference may be one of two such cells: of their unit, or in points where they are shares."""
    return difference.unit == cell.unit or (difference.dimension, cell.dimension) == ("points", "share")


def _state(value: Decimal, wanted: Quantity, *, sure: bool) -> State | None:
    """Return how a figure stands to what was reckoned; None where it lies near, or may be said of something else."""
    if inside(point(value), wanted.base) or conveys(value, wanted):
        return "supported"
    return "contradicted" if sure and _refutes(value, wanted) else None


def _refutes(value: Decimal, wanted: Quantity) -> bool:
    """Tell whether a figure is far from what was reckoned: by one where it counts, else by more than a rounding."""
    if meets(point(value), wanted.base) or inside(point(value), wanted.written):
        return False
    stated = number(wanted)
    counts = wanted.dimension == "count" and wanted.hedge == "exact"
    return stated is None or counts or value > stated * OVER or stated > value * OVER


def rank(noted: Noted, columns: Columns) -> Entry | None:
    """Return how a draft's ordinal stands to the column whose rank it tells; None where it tells none."""
    value = noted.value or ""
    if not columns.of_row or not value.isdecimal():
        return None
    reads = _read(noted.document, noted.item.start, noted.item.end, None, columns)
    return next(filter(None, (_ranked(read, int(value)) for read in reads)), None)


def _ranked(read: _Read, wanted: int) -> Entry | None:
    """Return how an ordinal stands to the rank of its row: "the second most boats"; rows with one figure share their ranks."""
    match = _first(_RANK, read.letters)
    if match is None:
        return None
    (row,), sign = read.named(match, "row"), -1 if match["way"] == "b" else 1
    figures = [_value(claim) * sign for claim in read.column.rows.values()]
    first, equal = 1 + sum(figure > _value(row) * sign for figure in figures), figures.count(_value(row) * sign)
    state: State | None = (
        "supported" if first <= wanted < first + equal else None if match["more"].strip("chp") else "contradicted"
    )
    end = "lowest" if match["way"] == "b" else "highest"
    shown = f"{plain(row)} is number {first} of {len(figures)} from the {end} in the column {read.column.name}"
    return _entry(state, "rank", shown, (row,), None)


def _entry(state: State | None, relation: str, shown: str, claims: Sequence[Claim], claim: Claim | None) -> Entry | None:
    """Return the entry of a figure that was reckoned; None for one that lies near."""
    if state is None:
        return None
    told = relation if state == "supported" else OTHERWISE
    return Entry(state, tuple(Support(c.id, told, shown) for c in claims), claim.id if claim is not None else None)


def _first(patterns: Iterable[str], letters: str) -> re.Match[str] | None:
    return next(filter(None, (re.search(pattern, letters) for pattern in patterns)), None)


def _read(document: str, start: int, end: int, measure: str | None, columns: Columns) -> Iterator[_Read]:
    """Yield what the clause of a figure says of each column that it tells of; of several of one source none."""
    before, own, behind = _clause(document, start, end, columns)
    names = [word for word in (*before, *behind) if isinstance(word, tuple)]
    reads: dict[str, list[_Read]] = defaultdict(list)
    for column in _naming(names, columns):
        letters = f"F{own}".join("".join(_letter(word, column) for word in side) for side in (before, behind))
        if _speaks_of(column, (*before, *behind), letters, measure, columns.words):
            reads[column.told.document].append(_Read(letters, [column.rows[name] for name in names], column))
    return (told[0] for told in reads.values() if len(told) == 1)


def _naming(names: Sequence[Name], columns: Columns) -> Iterator[Laid]:
    """Yield the columns that have all of these rows."""
    return (column for column in columns.of_row.get(names[0], ()) if column.rows.keys() >= set(names)) if names else iter(())


def _clause(document: str, start: int, end: int, columns: Columns) -> tuple[list[Word], str, list[Word]]:
    """Return the words of a figure's clause in front of it, the letter that it has itself ("most"), and the words behind it."""
    text = columns.context.texts[document]
    first, last = text.clause(start, end)
    own = rule_words.OF_A_ROW.get("".join(text.written(start, end)), "")
    return _named(text.written(first, start), columns)[-WIDEST:], own, _named(text.written(end, last), columns)[:WIDEST]


def _named(written: Sequence[str], columns: Columns) -> list[Word]:
    """Return some words in lower case and the commas among them, those that name a row as one."""
    tokens = list(map(bare, written))
    found: list[Word] = []
    at = 0
    while at < len(tokens):
        names = (tuple(tokens[at : at + length]) for length in range(min(LONGEST, len(tokens) - at), 0, -1))
        name = next((name for name in names if name in columns.of_row), None)
        found.append(tokens[at] if name is None else name)
        at += 1 if name is None else len(name)
    return found


def _letter(word: Word, column: Laid) -> str:
    """Return the kind of a word beside a figure of a column."""
    if isinstance(word, tuple):
        return "R"
    if stem(word) in column.stems:
        return "c"
    kind = rule_words.OF_A_ROW.get(word, "x")
    return "x" if kind == "l" and column.told.measure not in rule_words.LOSSES else kind


def _speaks_of(column: Laid, clause: Sequence[Word], letters: str, measure: str | None, words: Vocabulary) -> bool:
    """Tell whether a clause tells of a column: with all words of its header, or its noun and the same said of it."""
    said = {stem(word) for word in clause if isinstance(word, str)}
    if column.stems <= said:
        return bool(column.stems)
    alike = None not in (measure, column.told.measure) and words.measures.told_alike(measure or "", column.told.measure or "")
    return stem(column.told.head) in said and (alike or "l" in letters)
