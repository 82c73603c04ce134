"""The word tables compiled for reading: which word is of what kind, and which phrases begin or end with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.classes import classes
from numcheck.language.en import around
from numcheck.language.en.change import FALLING, RISING
from numcheck.language.patterns import any_of, either_case
from numcheck.language.tables import Calendar, Cues, Currencies, HedgeRow, Hedges, Marks, Numerals, Vague, VagueWord
from numcheck.language.tables import Units as UnitTable
from numcheck.language.tokens import STRANGE, TOKEN
from numcheck.model.frozen import frozen, unlike_others
from numcheck.model.reading import Hedge, Side
from numcheck.model.unit import Units
from numcheck.reading import line as kind

Phrase = tuple[str, ...]

_ROOM = 50_000
"""Words that are kept with their kinds."""


@frozen
class Hedging:
    """A phrase that bounds or blurs a number. An `outside` phrase colours it without being part of its text."""

    words: Phrase
    hedge: Hedge
    side: Side | None
    outside: bool = False


@unlike_others
class Grammar:
    """All tables of one lexicon, ready for look-ups. Phrases are lists of tokens, the longest first."""

    kinds: Mapping[str, str | None]
    scan: re.Pattern[str]
    ones: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    plurals: Mapping[str, str]
    suffixes: Mapping[str, int]
    parts: Mapping[str, int]
    signs: Mapping[str, tuple[int, int]]
    ordinals: Mapping[str, int]
    multiples: Mapping[str, int]
    halving: Mapping[str, int]
    vague: Mapping[str, VagueWord]
    sizes: Mapping[str, int]
    size_heads: frozenset[str]
    shares: frozenset[str]
    times: frozenset[str]
    times_before: frozenset[str]
    times_behind: frozenset[str]
    before: Mapping[str, tuple[Hedging, ...]]
    after: Mapping[str, tuple[Hedging, ...]]
    fillers: frozenset[str]
    range_leads: Mapping[str, tuple[Phrase, ...]]
    up: frozenset[str]
    down: frozenset[str]
    between: frozenset[str]
    units: Mapping[str, tuple[tuple[Phrase, str], ...]]
    single_units: frozenset[str]
    unit_signs: Mapping[str, str]
    rate_bases: Mapping[str, str]
    dimensions: Mapping[str, str]
    factors: Mapping[str, Decimal | None]
    money_signs: Mapping[str, str]
    money_dollars: Mapping[str, str]
    money_letters: Mapping[str, str]
    money_small: Mapping[str, str]
    money_wary: frozenset[str]
    months: Mapping[str, int]
    months_wary: frozenset[str]
    marks: Marks
    cues: Cues
    persons: frozenset[str]
    idioms: Mapping[str, tuple[tuple[int, Phrase], ...]]


class _Kinds(dict[str, str | None]):
    """The kinds of tokens; a word of none is looked at once, and kept as long as there is room."""

    __slots__ = ()

    def __missing__(self, word: str) -> str | None:
        if word[0].isdecimal():
            return kind.DIGITS
        strange = kind.STRANGE if word[0].isnumeric() and not word[0].isalpha() else None
        if len(self) < _ROOM:
            self[word] = strange
        return strange


@once_a_lexicon
def compiled(lexicon: Lexicon, units: Units) -> Grammar:
    """Compile the tables of `lexicon` and `units`; the same two objects give the same grammar."""
    numerals, vague, hedges = lexicon.table(Numerals), lexicon.table(Vague), lexicon.table(Hedges)
    marks, cues, money, calendar = lexicon.table(Marks), lexicon.table(Cues), lexicon.table(Currencies), lexicon.table(Calendar)
    kinds = _kinds(numerals, vague, calendar)
    shares = frozenset(row.word for row in vague.shares)
    phrases = _unit_phrases(units)
    single = _single(phrases, units)
    return Grammar(
        kinds=_Kinds({word: kind.ROMAN for word in kind.ROMANS if len(word) > 1} | kinds),
        scan=_scan(kinds, shares, cues.ends_a_hedge, single),
        ones=numerals.ones,
        tens=numerals.tens,
        scales=numerals.scales,
        plurals=numerals.plurals,
        suffixes={k: v for k, v in numerals.suffixes.items() if v},
        parts=_parts(numerals),
        signs=numerals.signs,
        ordinals=numerals.ordinals,
        multiples=numerals.multiples,
        halving=numerals.halving,
        vague={row.word: row for row in vague.words},
        sizes=vague.sizes,
        size_heads=vague.heads,
        shares=shares,
        times=vague.times.words,
        times_before=vague.times.before,
        times_behind=vague.times.behind,
        before=_hedges(hedges.before, by_last=True),
        after=_hedges(hedges.after, by_last=False),
        fillers=hedges.fillers,
        range_leads=_by_first(tuple(say.split()) for say in hedges.in_range),
        up=hedges.changes.up | RISING,
        down=hedges.changes.down | FALLING,
        between=hedges.changes.between,
        units=phrases,
        single_units=single,
        unit_signs=units.symbols,
        rate_bases=lexicon.table(UnitTable).rate_bases,
        dimensions={name: unit.dimension for name, unit in units.by_name.items()},
        factors={name: unit.factor for name, unit in units.by_name.items()},
        money_signs=money.signs,
        money_dollars=money.dollars,
        money_letters=_money_letters(money),
        money_small=money.small,
        money_wary=money.wary,
        months=calendar.months,
        months_wary=calendar.months_wary,
        marks=marks,
        cues=cues,
        persons=_persons(lexicon, cues),
        idioms=_idioms(marks.idioms, kinds),
    )


_NUMERAL_KINDS = {
    kind.ONES,
    kind.TENS,
    kind.HUNDRED,
    kind.SCALE,
    kind.DOZEN,
    kind.PART,
    kind.VAGUE,
    kind.NOTHING,
    kind.MULTIPLE,
    kind.ORDINAL,
}


def _kinds(numerals: Numerals, vague: Vague, calendar: Calendar) -> dict[str, str]:
    vague_words = {row.word: kind.VAGUE for row in vague.words}
    kinds: dict[str, str] = dict.fromkeys(calendar.months, kind.CALENDAR)
    kinds |= dict.fromkeys(numerals.ordinals, kind.ORDINAL)
    kinds |= dict.fromkeys([*vague.heads, *vague.times.words], kind.VAGUE)
    kinds |= {row.word.rsplit(" ", 1)[-1]: kind.VAGUE for row in vague.shares}
    kinds |= {word.split(" ")[0]: kind.VAGUE for word in vague_words}
    folds = [f"{word}fold" for word in [*numerals.ones, *numerals.tens, *numerals.hundred]]
    kinds |= dict.fromkeys([*numerals.multiples, *numerals.halving, *folds], kind.MULTIPLE)
    kinds |= dict.fromkeys(_parts(numerals), kind.PART)
    kinds |= dict.fromkeys(numerals.ones, kind.ONES)
    kinds |= dict.fromkeys(numerals.tens, kind.TENS)
    kinds |= dict.fromkeys(numerals.hundred, kind.HUNDRED)
    kinds |= {word: kind.SCALE for word in numerals.scales if word not in vague_words}
    kinds |= dict.fromkeys(numerals.dozens, kind.DOZEN)
    kinds |= dict.fromkeys(numerals.signs, kind.SIGN)
    kinds |= dict.fromkeys(("no", "none", "nobody"), kind.NOTHING)
    kinds |= dict.fromkeys(("a", "an", "another", "full", "whole", "entire", "all", "decade", "century", "every"), kind.ARTICLE)
    kinds |= dict.fromkeys((f"{word.removesuffix('y')}ies" for word in numerals.tens), kind.ARTICLE)
    kinds |= dict.fromkeys((f"{time}long" for time in ("hour", "day", "week", "month", "year", "decade")), kind.ARTICLE)
    return kinds


def _money_letters(money: Currencies) -> dict[str, str]:
    """Return the letters that stand for a currency, with the codes that are no words."""
    return {code: code for code in money.codes if code not in money.words_too} | dict(money.letters)


def _persons(lexicon: Lexicon, cues: Cues) -> frozenset[str]:
    """Return the nouns for one person, who has an age."""
    return frozenset(noun for noun, name in classes(lexicon).items() if name == "person").difference(cues.not_one_person)


def _parts(numerals: Numerals) -> dict[str, int]:
    """Return the words for parts of one with their denominators: the table's, and the plural ordinals from fifths on."""
    return {f"{word}s": value for word, value in numerals.ordinals.items() if value > 2} | dict(numerals.fractions)


def _by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Return phrases by their first word, the longest first."""
    table: dict[str, list[Phrase]] = defaultdict(list)
    for words in phrases:
        table[words[0]].append(words)
    return {word: tuple(sorted(found, key=lambda p: (-len(p), p))) for word, found in table.items()}


_BEFORE_ONE = (
    "for in after within took last lasts lasted lasting spent spend spending been postponed delayed serve served serves"
).split()
"""What makes one of the unit behind an article: it took an hour."""
_BEHIND_ONE = "of|later|earlier|before|after|apart|early|late|to the day|long|wide|high|tall|deep|across|thick"
"""What does so behind the unit: an hour later, a mile long."""


def _scan(kinds: Mapping[str, str], shares: Iterable[str], hedges: Iterable[str], units: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that finds an anchor: digits, signs, and number words in lower case, capitalised or in capitals.

    "All" counts in one of `shares` (nearly all), an article behind one of `hedges` or before "foot of", "another" in front of
    one of `units`.
    Words stand together by the letters they begin with, so that the engine rejects most places by one look. A word is found
    together with the character in front of it.
    """
    signs = "".join(sorted(w for w, k in kinds.items() if k == kind.SIGN))
    numerals = (w for w, k in kinds.items() if k not in (kind.SIGN, kind.CALENDAR, kind.ARTICLE))
    unit = any_of(units)
    words = _begun(
        (either_case([*numerals, *(share for share in shares if " " in share)]), r"(?![^\W\d_])"),
        (either_case(hedges), " an? [a-z]"),
        (("next", "past", "last", "coming", "previous"), r" (?:decade|century|dozen|hundred|thousand)\b"),
        (("hour", "day", "week", "month", "year", "decade"), r"long\b"),
        (("every",), r" (?:hour|day|week|month|year)\b"),
        (("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), r"ies\b"),
        (("and",), r" a half\b"),
        (("or",), r" (?:so|more|two|three)\b"),
        (("a", "A"), r" (?:single|lone|pair|score|duo|brace|trio|quartet|quintet)\b"),
        (("a", "an"), rf" {any_of(around.PLAYS)}\b"),
        (("a", "an", "A", "An"), rf" {unit}(?: (?:{_BEHIND_ONE})|['’]s|-(?:long|old))\b"),
    )
    wholes, led = either_case(("another", "full", "whole", "entire", "all")), (*_BEFORE_ONE, "up to", "part of", "at most")
    begin = "".join(sorted({word[0] for word in (*wholes, *led, "mark", "wait", "stay", "tak")}))
    # The units are many, and stand once behind all that may lead to one of them: the engine would compile them each time.
    one = rf"(?=[{begin}])(?:{any_of(wholes)}[ -]|(?:{any_of(led)}|(?:mark|wait|stay)\w*|tak\w+) an? ){unit}\b"
    # A letter comes first in no match, so that the engine passes over the inside of words.
    return re.compile(rf"[^A-Za-z](?:(?<=[\d{signs}{STRANGE}])|{words}|{one}|[IVX]{{2,}}\b)")


def _begun(*rows: tuple[Iterable[str], str]) -> str:
    """Return a pattern of words, each in front of the pattern that must follow it, those of one first letter together."""
    rests: dict[str, list[str]] = defaultdict(list)
    for words, behind in rows:
        for letter, those in groupby(sorted(words), key=itemgetter(0)):
            rests[letter].append(any_of(word[1:] for word in those) + behind)
    return "|".join(f"{letter}(?:{'|'.join(told)})" for letter, told in rests.items())


def _idioms(texts: Iterable[str], kinds: Mapping[str, str]) -> dict[str, tuple[tuple[int, Phrase], ...]]:
    """Return idioms by their first numeral, each with its place in the phrase, the longest first."""
    table: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    for words in sorted((tuple(TOKEN.findall(text)) for text in texts), key=lambda p: (-len(p), p)):
        offset = next((k for k, w in enumerate(words) if w[0].isdecimal() or kinds.get(w) in _NUMERAL_KINDS), 0)
        table[words[offset]].append((offset, words))
    return {word: tuple(found) for word, found in table.items()}


def _single(phrases: Mapping[str, tuple[tuple[Phrase, str], ...]], units: Units) -> frozenset[str]:
    """Return the units of time and length that are one word in the singular, which "another" and "a full" may count."""
    return frozenset(
        word
        for word, rows in phrases.items()
        for words, name in rows
        if len(words) == 1 and not word.endswith("s") and units.by_name[name].dimension in ("duration", "length")
    )


def _hedges(rows: Iterable[HedgeRow], *, by_last: bool) -> dict[str, tuple[Hedging, ...]]:
    table: dict[str, list[Hedging]] = defaultdict(list)
    for row in rows:
        for say in row.say:
            words = tuple(TOKEN.findall(say))
            table[words[-1] if by_last else words[0]].append(Hedging(words, row.hedge, row.side, row.outside))
    return {word: tuple(sorted(found, key=lambda r: (-len(r.words), r.words))) for word, found in table.items()}


def _unit_phrases(units: Units) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    table: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for surface, name in units.surfaces.items():
        words = tuple(TOKEN.findall(surface.replace("-", " ")))
        table[words[0]].append((words, name))
    return {word: tuple(sorted(found, key=lambda r: (-len(r[0]), r[0]))) for word, found in table.items()}
