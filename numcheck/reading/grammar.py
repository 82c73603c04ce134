"""The word tables compiled for reading: which word is of what kind, and which phrases begin or end with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from numcheck.language import Lexicon
from numcheck.language.classes import classes
from numcheck.language.sentences import TOKEN
from numcheck.model.reading import Hedge, Side
from numcheck.model.unit import Units
from numcheck.reading import line as kind

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HedgeRow:
    """A phrase that bounds or blurs a number. `outside` phrases colour it without being part of its text."""

    words: Phrase
    hedge: Hedge
    side: Side | None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class VagueRow:
    """A word that counts without a number."""

    word: str
    low: Decimal | None
    high: Decimal | None
    size: bool


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All tables of one lexicon, ready for look-ups. Phrases are lists of tokens, the longest first."""

    kinds: Mapping[str, str]
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
    vague: Mapping[str, VagueRow]
    sizes: Mapping[str, int]
    size_heads: frozenset[str]
    shares: frozenset[str]
    times: frozenset[str]
    times_before: frozenset[str]
    times_behind: frozenset[str]
    before: Mapping[str, tuple[HedgeRow, ...]]
    after: Mapping[str, tuple[HedgeRow, ...]]
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
    marks: Mapping[str, frozenset[str]]
    cues: Mapping[str, frozenset[str]]
    persons: frozenset[str]
    idioms: Mapping[str, tuple[tuple[int, Phrase], ...]]


@lru_cache(maxsize=4)
def compiled(lexicon: Lexicon, units: Units) -> Grammar:
    """Compile the tables of `lexicon` and `units`; the same two objects give the same grammar."""
    numerals, vague, hedges = lexicon.table("numerals"), lexicon.table("vague"), lexicon.table("hedges")
    marks, money = lexicon.table("marks"), lexicon.table("currencies")
    rows = {
        r["word"]: VagueRow(r["word"], _decimal(r["low"]), _decimal(r["high"]), r.get("size", False)) for r in vague["words"]
    }
    kinds = _kinds(numerals, vague, rows, marks)
    letters = {c: c for c in money["codes"] if c not in money["words_too"]} | money["letters"]
    shares = frozenset(row["word"] for row in vague["shares"])
    phrases = _unit_phrases(units)
    single = _single(phrases, units)
    return Grammar(
        kinds=kinds,
        scan=_scan(kinds, shares, lexicon.table("cues")["ends_a_hedge"], single),
        ones=numerals["ones"],
        tens=numerals["tens"],
        scales=numerals["scales"],
        plurals=numerals["plurals"],
        suffixes={k: v for k, v in numerals["suffixes"].items() if v},
        parts=_parts(numerals),
        signs={k: (v[0], v[1]) for k, v in numerals["signs"].items()},
        ordinals=numerals["ordinals"],
        multiples=numerals["multiples"],
        halving=numerals["halving"],
        vague=rows,
        sizes=vague["sizes"],
        size_heads=frozenset(vague["heads"]),
        shares=shares,
        times=frozenset(vague["times"]["words"]),
        times_before=frozenset(vague["times"]["before"]),
        times_behind=frozenset(vague["times"]["behind"]),
        before=_hedges(hedges["before"], by_last=True),
        after=_hedges(hedges["after"], by_last=False),
        fillers=frozenset(hedges["fillers"]),
        range_leads=_by_first(tuple(say.split()) for say in hedges["in_range"]),
        up=frozenset(hedges["changes"]["up"]),
        down=frozenset(hedges["changes"]["down"]),
        between=frozenset(hedges["changes"]["between"]),
        units=phrases,
        single_units=single,
        unit_signs=units.symbols,
        rate_bases=lexicon.table("units")["rate_bases"],
        dimensions={name: unit.dimension for name, unit in units.by_name.items()},
        factors={name: unit.factor for name, unit in units.by_name.items()},
        money_signs=money["signs"],
        money_dollars=money["dollars"],
        money_letters=letters,
        money_small=money["small"],
        money_wary=frozenset(money["wary"]),
        months=marks["months"],
        marks={name: frozenset(words) for name, words in marks.items() if isinstance(words, list) and name != "idioms"},
        cues={name: frozenset(words) for name, words in lexicon.table("cues").items()},
        persons=frozenset(noun for noun, name in classes(lexicon).items() if name == "person").difference(
            lexicon.table("cues")["not_one_person"]
        ),
        idioms=_idioms(marks["idioms"], kinds),
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


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _kinds(numerals: Any, vague: Any, rows: Mapping[str, VagueRow], marks: Any) -> dict[str, str]:
    kinds: dict[str, str] = dict.fromkeys(marks["months"], kind.CALENDAR)
    kinds |= dict.fromkeys(numerals["ordinals"], kind.ORDINAL)
    kinds |= dict.fromkeys([*vague["heads"], *vague["times"]["words"]], kind.VAGUE)
    kinds |= {word.rsplit(" ", 1)[-1]: kind.VAGUE for word in (row["word"] for row in vague["shares"])}
    kinds |= {word.split(" ")[0]: kind.VAGUE for word in rows}
    folds = [f"{word}fold" for word in [*numerals["ones"], *numerals["tens"], *numerals["hundred"]]]
    kinds |= dict.fromkeys([*numerals["multiples"], *numerals["halving"], *folds], kind.MULTIPLE)
    kinds |= dict.fromkeys(_parts(numerals), kind.PART)
    kinds |= dict.fromkeys(numerals["ones"], kind.ONES)
    kinds |= dict.fromkeys(numerals["tens"], kind.TENS)
    kinds |= dict.fromkeys(numerals["hundred"], kind.HUNDRED)
    kinds |= {word: kind.SCALE for word in numerals["scales"] if word not in rows}
    kinds |= dict.fromkeys(numerals["dozens"], kind.DOZEN)
    kinds |= dict.fromkeys(numerals["signs"], kind.SIGN)
    kinds |= dict.fromkeys(("no", "none", "nobody"), kind.NOTHING)
    kinds |= dict.fromkeys(("a", "an", "another", "full", "all"), kind.ARTICLE)
    return kinds


def _parts(numerals: Any) -> dict[str, int]:
    """Return the words for parts of one with their denominators: the table's, and the plural ordinals from fifths on."""
    parts: dict[str, int] = {f"{word}s": value for word, value in numerals["ordinals"].items() if value > 2}
    parts |= numerals["fractions"]
    return parts


def _by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Return phrases by their first word, the longest first."""
    table: dict[str, list[Phrase]] = defaultdict(list)
    for words in phrases:
        table[words[0]].append(words)
    return {word: tuple(sorted(found, key=lambda p: (-len(p), p))) for word, found in table.items()}


def _scan(kinds: Mapping[str, str], shares: Iterable[str], hedges: Iterable[str], units: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that finds an anchor: digits, signs, and number words in lower case, capitalised or in capitals.

    "All" counts in one of `shares` (nearly all), an article behind one of `hedges` or before "foot of", "another" in front of
    one of `units`.
    Words stand together by their first letter, both cases, so that the engine rejects most places by one look.
    """
    signs = "".join(sorted(w for w, k in kinds.items() if k == kind.SIGN))
    numerals = (w for w, k in kinds.items() if k not in (kind.SIGN, kind.CALENDAR, kind.ARTICLE))
    words = _either_case([*numerals, *(share for share in shares if " " in share)])
    one = "|".join(
        (
            rf"(?:{_either_case(hedges)}) an? [a-z]",
            rf"(?:{_either_case(('another', 'full', 'all'))})[ -](?:{'|'.join(sorted(units))})\b",
            r"and a half\b",
            r"or (?:so|more)\b",
            r"a single\b",
            rf"[Aa]n? (?:{'|'.join(sorted(units))}) of\b",
        )
    )
    return re.compile(rf"[\d{signs}]|(?<![^\W_])(?:{one}|(?:{words})(?![^\W\d_]))")


def _idioms(texts: Iterable[str], kinds: Mapping[str, str]) -> dict[str, tuple[tuple[int, Phrase], ...]]:
    """Return idioms by their first numeral, each with its place in the phrase, the longest first."""
    table: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    for words in sorted((tuple(TOKEN.findall(text)) for text in texts), key=lambda p: (-len(p), p)):
        offset = next((k for k, w in enumerate(words) if w[0].isdigit() or kinds.get(w) in _NUMERAL_KINDS), 0)
        table[words[offset]].append((offset, words))
    return {word: tuple(found) for word, found in table.items()}


def _either_case(words: Iterable[str]) -> str:
    """Return a pattern of words in lower case, capitalised or in capitals, those of one first letter together."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        rests[word[0]] += (word[1:], word[1:].upper())
    return "|".join(f"[{c.upper()}{c}](?:{'|'.join(map(re.escape, rest))})" for c, rest in rests.items())


def _single(phrases: Mapping[str, tuple[tuple[Phrase, str], ...]], units: Units) -> frozenset[str]:
    """Return the units of time and length that are one word in the singular, which "another" and "a full" may count."""
    return frozenset(
        word
        for word, rows in phrases.items()
        for words, name in rows
        if len(words) == 1 and not word.endswith("s") and units.by_name[name].dimension in ("duration", "length")
    )


def _hedges(rows: Iterable[Any], *, by_last: bool) -> dict[str, tuple[HedgeRow, ...]]:
    table: dict[str, list[HedgeRow]] = defaultdict(list)
    for row in rows:
        for say in row["say"]:
            words = tuple(TOKEN.findall(say))
            table[words[-1] if by_last else words[0]].append(
                HedgeRow(words, row["hedge"], row.get("side"), row.get("outside", False))
            )
    return {word: tuple(sorted(found, key=lambda r: (-len(r.words), r.words))) for word, found in table.items()}


def _unit_phrases(units: Units) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    table: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for surface, name in units.surfaces.items():
        words = tuple(TOKEN.findall(surface.replace("-", " ")))
        table[words[0]].append((words, name))
    return {word: tuple(sorted(found, key=lambda r: (-len(r[0]), r[0]))) for word, found in table.items()}
