"""The reader: one scan finds the anchors; around each, decoys claim what is no figure and phrases read what is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from numcheck.language import Lexicon
from numcheck.language.sentences import bounds
from numcheck.language.tokens import SOFT, tokens
from numcheck.model.frozen import frozen
from numcheck.model.interval import Interval
from numcheck.model.reading import Mark, Mention, Reading, Sentence, Unread
from numcheck.model.unit import Units
from numcheck.reading.days import days
from numcheck.reading.digits import LONGEST
from numcheck.reading.grammar import Grammar, compiled
from numcheck.reading.line import DIGITS, NUMERALS, ONES, Amount, Decoy, Line, Riddle
from numcheck.reading.neighbours import follow
from numcheck.reading.phrase import Extends, Joins, Starts, Wraps, decoys, ordered, phrases
from numcheck.reading.surroundings import with_surroundings
from numcheck.reading.temperatures import temperatures

Verb = TypeVar("Verb")

_BARE = (DIGITS, ONES)
_TABLE = 12
"""So many numbers in a row without a word between them are a table, which nobody can read as sentences."""

_COLUMN = re.compile(rf"^[^\S\n]*+\d[\d.,]*+(?:[^\S\n]*+\n\s*+\d[\d.,]*+){{{_TABLE - 1},}}(?=[^\S\n]*+$)", re.MULTILINE)
"""So many lines in a row of nothing but a number are one too, of which the words are lost."""

_NUMBER, _SIGN = re.compile(r"\S+"), re.compile(r"\S")
_START = attrgetter("start")

_MOST = 60
"""So many figures in one sentence are a table too; the rest of it is listed as not understood."""

Item = Amount | Decoy | Riddle
"""What stands in a sentence: a figure, what is none, or what nobody understands."""


@frozen
class _Read:
    """A sentence that was read alone: its tokens, by their places in it, and what stands in it."""

    sentence: Sentence
    items: Sequence[Item]


@frozen
class Rules:
    """The rules by what they do: claim decoys, start an amount, take in its units, finish it with ranges and hedges."""

    claims: Mapping[str, tuple[Callable[[Line, int], Decoy | None], ...]]
    starts: Mapping[str, tuple[Callable[[Line, int], Amount | None], ...]]
    extends: tuple[Callable[[Line, Amount], object], ...]
    finishes: tuple[Callable[[Line, Amount], object], ...]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Look into the folders phrases and decoys once."""
    readers = ordered(phrases())
    joins = [phrase.join for phrase in readers if isinstance(phrase, Joins)]
    wraps = [phrase.wrap for phrase in readers if isinstance(phrase, Wraps)]
    return Rules(
        claims=_by_kind((decoy.KINDS, decoy.claim) for decoy in ordered(decoys())),
        starts=_by_kind((phrase.KINDS, phrase.start) for phrase in readers if isinstance(phrase, Starts)),
        extends=tuple(phrase.extend for phrase in readers if isinstance(phrase, Extends)),
        finishes=(*joins, *wraps),
    )


def _by_kind(members: Iterable[tuple[tuple[str, ...], Verb]]) -> dict[str, tuple[Verb, ...]]:
    """Return verbs by the kinds of tokens they look at."""
    table: dict[str, list[Verb]] = defaultdict(list)
    for kinds, verb in members:
        for kind in kinds:
            table[kind].append(verb)
    return {kind: tuple(verbs) for kind, verbs in table.items()}


def read(text: str, lexicon: Lexicon, units: Units) -> Reading:
    """Return the figures, marks and unread numerals of `text`, each by place; offsets are code points into `text`.

    A sentence is read by its own words alone, so that one which stands in the text again is not read again.
    """
    grammar = compiled(lexicon, units)
    mentions: list[Mention] = []
    marks: list[Mark] = []
    text, unread = _without_columns(text)
    known: dict[str, _Read] = {}
    for start, end in _anchored(text, grammar):
        said = text[start:end]
        found = known.get(said)
        if found is None:
            found = known[said] = _understood(said, grammar)
        sentence = _placed(found.sentence, start)
        figures = len(mentions)
        for item in found.items:
            place = _place(text, sentence, item)
            if isinstance(item, Amount):
                mentions.append(_mention(place, sentence, item, figures))
            elif isinstance(item, Decoy):
                marks.append(Mark(*place, item.reason, item.value))
            else:
                unread.append(Unread(*place, item.reason))
    marks += days(text, mentions, marks)
    placed = sorted(marks, key=_START)
    return Reading(
        tuple(temperatures(mentions)), tuple(with_surroundings(text, placed, lexicon)), tuple(sorted(unread, key=_START))
    )


def _without_columns(text: str) -> tuple[str, list[Unread]]:
    """Return a text of the same length without its columns of bare numbers, and these numbers."""
    columns = list(_COLUMN.finditer(text))
    numbers = chain.from_iterable(_NUMBER.finditer(text, *column.span()) for column in columns)
    unread = [Unread(*number.span(), number.group(), "a column of bare numbers") for number in numbers]
    return (_COLUMN.sub(lambda column: _SIGN.sub(" ", column.group()), text) if columns else text), unread


def _anchored(text: str, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence in which the scan finds an anchor, or a soft hyphen that may hide one."""
    soft = SOFT in text
    scanned = f"\n{text}"  # so that something stands in front of the first word too
    for start, end in bounds(text):
        if grammar.scan.search(scanned, start, end + 1) or (soft and SOFT in text[start:end]):
            yield start, end


def _understood(said: str, grammar: Grammar) -> _Read:
    """Read a sentence that stands alone."""
    line = Line(said, tokens(said, 0, len(said)), grammar, _amount)
    items: list[Item] = []
    figures: list[Amount] = []
    for item in _items(line):
        if isinstance(item, Amount):
            if figures:
                follow(line, figures[-1], item, len(figures) - 1)
            figures.append(item)
        items.append(item)
    return _Read(line.sentence, items)


def _placed(alone: Sentence, at: int) -> Sentence:
    """Return a sentence that was read alone, as it stands at a place of its text."""
    move = at.__add__
    return Sentence(at, at + alone.end, alone.words, alone.lower, list(map(move, alone.starts)), list(map(move, alone.ends)))


def _items(line: Line) -> Iterator[Item]:
    """Yield what stands in a sentence, from left to right; nothing reaches left of the item before it."""
    at = 0
    ahead: Amount | None = None
    while at < line.n:
        kind = line.kinds[at]
        item = None if kind is None else _item(line, at, kind)
        if isinstance(item, Amount) and item.first > at:
            # "the number of the 40 boats is small": what stands before the figure is read first
            ahead, item = item, None
        if ahead is not None and at >= ahead.first:
            item = ahead if at == ahead.first else item
            ahead = None
        if item is None:
            at += 1
            continue
        if line.figures == _MOST:
            yield Riddle(at, line.n, f"more than {_MOST} figures in one sentence")
            return
        line.figures += isinstance(item, Amount)
        yield item
        at = line.done = max(item.last, at + 1)


def _item(line: Line, at: int, kind: str) -> Item | None:
    """Read what stands at token `at`: a row of a table, a decoy, a figure, or a numeral that nobody understands."""
    if kind in _BARE:
        row = _row_end(line, at)
        if row - at >= _TABLE:
            return Riddle(at, row, "a row of bare numbers")
    table = rules()
    for claim in table.claims.get(kind, ()):
        decoy = claim(line, at)
        if decoy is not None:
            return decoy
    amount = _amount(line, at)
    if amount is None:
        return Riddle(at, at + 1, _why_unread(line, at)) if kind in NUMERALS else None
    for finish in table.finishes:
        finish(line, amount)
    return amount


def _amount(line: Line, at: int) -> Amount | None:
    """Read the figure at token `at` with its units; ranges and hedges come later."""
    table = rules()
    for start in table.starts.get(line.kinds[at] or "", ()):
        amount = start(line, at)
        if amount is not None:
            for extend in table.extends:
                extend(line, amount)
            return amount
    return None


def _row_end(line: Line, at: int) -> int:
    """Return the token behind the row of bare numbers that begins at `at`."""
    while at < line.n and line.kinds[at] in _BARE:
        at += 1
    return at


def _why_unread(line: Line, at: int) -> str:
    word = line.words[at]
    if line.kinds[at] != DIGITS:
        return "a numeral that counts nothing" if word.isascii() else "a sign that is no plain number"
    if not word.isascii():
        return "digits of another script"
    if len(word) > LONGEST:
        return f"more than {LONGEST} digits"
    return "separators that make no number"


def _place(text: str, sentence: Sentence, item: Item) -> tuple[int, int, str]:
    """Return start, end and text of an item."""
    start, end = sentence.starts[item.first], sentence.ends[item.last - 1]
    return start, end, text[start:end]


def _mention(place: tuple[int, int, str], sentence: Sentence, amount: Amount, before: int) -> Mention:
    """Return the figure that stands at a place, with so many figures of the text before its sentence."""
    start, end, text = place
    return Mention(
        start=start,
        end=end,
        text=text,
        sentence=sentence,
        first=amount.first,
        last=amount.last,
        interval=Interval(amount.low, amount.high, amount.low_open, amount.high_open),
        unit=amount.unit,
        hedge=amount.hedge,
        side=amount.side,
        direction=amount.direction,
        dimension=amount.dimension,
        word=amount.word,
        number=(sentence.starts[amount.core[0]], sentence.ends[amount.core[1] - 1]),
        noun=amount.noun,
        converts=None if amount.converts is None else before + amount.converts,
        trail=amount.trail,
        hedges=amount.hedges,
    )
