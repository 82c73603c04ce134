"""The reader: one scan finds the anchors; around each, decoys claim what is no figure and phrases read what is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from numcheck.extract.grammar import Grammar, compiled
from numcheck.extract.line import DIGITS, ONES, Amount, Decoy, Line
from numcheck.extract.neighbours import follow
from numcheck.extract.sentences import SOFT, bounds, tokens
from numcheck.lexicon import Lexicon
from numcheck.model.interval import Interval
from numcheck.model.reading import Mark, Mention, Reading, Sentence, Unread
from numcheck.model.unit import Units

Starter = Callable[[Line, int], Amount | None]
Claimer = Callable[[Line, int], Decoy | None]
Extender = Callable[[Line, Amount], None]


_BARE = (DIGITS, ONES)
_TABLE = 12
"""So many numbers in a row without a word between them are a table, which nobody can read as sentences."""


_MOST = 60
"""So many figures in one sentence are a table too; the rest of it is listed as not understood."""


def members(package: str) -> list[ModuleType]:
    """Return the modules of a folder in their ORDER: whatever lies there takes part."""
    folder = import_module(package)
    found = [import_module(f"{package}.{m.name}") for m in iter_modules(folder.__path__)]
    return sorted(found, key=lambda m: (m.ORDER, m.NAME))


@dataclass(frozen=True, slots=True)
class Rules:
    """The phrase rules by what they do, in order: claim decoys, start an amount, take in units, join ranges, wrap in hedges."""

    claims: dict[str, tuple[Claimer, ...]]
    starts: dict[str, tuple[Starter, ...]]
    extends: tuple[Extender, ...]
    joins: tuple[Callable[[Line, Amount], bool], ...]
    wraps: tuple[Extender, ...]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Look into the folders phrases and decoys once."""
    claims: dict[str, list[Claimer]] = defaultdict(list)
    starts: dict[str, list[Starter]] = defaultdict(list)
    for member in members("numcheck.extract.decoys"):
        for kind in member.KINDS:
            claims[kind].append(member.claim)
    phrases = members("numcheck.extract.phrases")
    for member in phrases:
        for kind in member.KINDS:
            starts[kind].append(member.start)
    return Rules(
        claims={k: tuple(v) for k, v in claims.items()},
        starts={k: tuple(v) for k, v in starts.items()},
        extends=tuple(m.extend for m in phrases if hasattr(m, "extend")),
        joins=tuple(m.join for m in phrases if hasattr(m, "join")),
        wraps=tuple(m.wrap for m in phrases if hasattr(m, "wrap")),
    )


def read(text: str, lexicon: Lexicon, units: Units) -> Reading:
    """Return the figures, marks and unread numerals of `text`, each by place; offsets are code points into `text`."""
    grammar = compiled(lexicon, units)
    mentions: list[Mention] = []
    marks: list[Mark] = []
    unread: list[Unread] = []
    for sentence in _sentences(text, grammar):
        _read_sentence(text, sentence, grammar, mentions, marks, unread)
    return Reading(tuple(mentions), tuple(marks), tuple(unread))


def _sentences(text: str, grammar: Grammar) -> Iterator[Sentence]:
    """Yield, as tokens, each sentence in which the scan finds an anchor, or a soft hyphen that may hide one."""
    soft = SOFT in text
    for start, end in bounds(text):
        if grammar.scan.search(text, start, end) or (soft and SOFT in text[start:end]):
            yield tokens(text, start, end)


def _amount(line: Line, i: int) -> Amount | None:
    """Read the figure at token `i` with its units; ranges and hedges come later."""
    table = rules()
    for start in table.starts.get(line.kinds[i] or "", ()):
        amount = start(line, i)
        if amount is not None:
            for extend in table.extends:
                extend(line, amount)
            return amount
    return None


def _read_sentence(
    text: str, sentence: Sentence, grammar: Grammar, mentions: list[Mention], marks: list[Mark], unread: list[Unread]
) -> None:
    line = Line(text, sentence, grammar, _amount)
    table = rules()
    claims, joins, wraps = table.claims, table.joins, table.wraps
    kinds = line.kinds
    previous: Amount | None = None
    i, n, bare = 0, line.n, 0
    most = len(mentions) + _MOST
    while i < n:
        kind = kinds[i]
        if kind is None:
            i += 1
            continue
        if len(mentions) == most:
            unread.append(
                Unread(
                    line.starts[i],
                    line.ends[-1],
                    text[line.starts[i] : line.ends[-1]],
                    f"more than {_MOST} figures in one sentence",
                )
            )
            return
        if kind in _BARE and i >= bare:
            bare = _run(line, i)
            if bare - i >= _TABLE:
                start, end = line.starts[i], line.ends[bare - 1]
                unread.append(Unread(start, end, text[start:end], "a row of bare numbers"))
                i = line.done = bare
                continue
        decoy = None
        for claim in claims.get(kind, ()):
            decoy = claim(line, i)
            if decoy is not None:
                break
        if decoy is not None:
            marks.append(_mark(line, decoy))
            i = line.done = max(decoy.last, i + 1)
            continue
        amount = _amount(line, i)
        if amount is None:
            if kind == DIGITS:
                unread.append(Unread(line.starts[i], line.ends[i], line.words[i], _why_unread(line, i)))
                i = line.done = i + 1
            else:
                i += 1
            continue
        for join in joins:
            if join(line, amount):
                break
        for wrap in wraps:
            wrap(line, amount)
        if previous is not None:
            follow(line, previous, amount, len(mentions) - 1)
        mentions.append(_mention(line, amount))
        previous = amount
        i = line.done = max(amount.last, i + 1)


def _run(line: Line, i: int) -> int:
    """Return the token behind the run of bare numbers that begins at `i`."""
    while i < line.n and line.kinds[i] in _BARE:
        i += 1
    return i


def _why_unread(line: Line, i: int) -> str:
    word = line.words[i]
    if not word.isascii():
        return "digits of another script"
    if len(word) > 40:
        return "more than 40 digits"
    return "separators that make no number"


def _mark(line: Line, decoy: Decoy) -> Mark:
    start, end = line.starts[decoy.first], line.ends[decoy.last - 1]
    return Mark(start, end, line.text[start:end], decoy.reason, decoy.value)


def _mention(line: Line, amount: Amount) -> Mention:
    start, end = line.starts[amount.first], line.ends[amount.last - 1]
    low, high = amount.low, amount.high
    return Mention(
        start=start,
        end=end,
        text=line.text[start:end],
        sentence=line.sentence,
        first=amount.first,
        last=amount.last,
        interval=Interval(low, high, amount.low_open, amount.high_open),
        unit=amount.unit,
        hedge=amount.hedge,
        side=amount.side,
        direction=amount.direction,
        dimension=amount.dimension,
        word=amount.word,
        number=(line.starts[amount.core[0]], line.ends[amount.core[1] - 1]),
        noun=amount.noun,
        converts=amount.converts,
        trail=amount.trail,
    )
