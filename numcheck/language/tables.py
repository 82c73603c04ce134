"""The tables of a language as frozen values. A field is a key of the YAML file of the same name, which says what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Annotated, Literal

from numcheck.language.table_reader import Between, Fault
from numcheck.model.frozen import frozen
from numcheck.model.reading import Hedge, Side

Words = frozenset[str]
Positive = Annotated[Decimal, Between(1e-30, 1e30)]
Size = Annotated[Decimal, Between(0, 1e15)]
Rank = Annotated[int, Between(0, 1000)]
Number = Annotated[int, Between(0, 10**15)]
Divisor = Annotated[int, Between(1, 10**15)]
Power = Annotated[int, Between(0, 36)]
Cost = Annotated[float, Between(0, 1000)]


@frozen
class Numerals:
    """Number words and what each is worth; `scales` and `suffixes` are powers of ten."""

    ones: Mapping[str, Number]
    tens: Mapping[str, Number]
    hundred: Words
    scales: Mapping[str, Power]
    dozens: Mapping[str, Number]
    plurals: Mapping[str, str]
    suffixes: Mapping[str, Power]
    fractions: Mapping[str, Divisor]
    signs: Mapping[str, tuple[Number, Divisor]]
    ordinals: Mapping[str, Divisor]
    multiples: Mapping[str, Divisor]
    halving: Mapping[str, Divisor]

    def faults(self) -> Iterator[Fault]:
        """Yield each plural of a word that is no scale."""
        for many, one in self.plurals.items():
            if one not in self.scales and one not in self.dozens:
                yield Fault(("plurals", many), f"{one!r} is no scale", "name a word of `scales` or `dozens`")


@frozen
class VagueWord:
    """A word that counts without a number; `size` marks one that tells how many and never counts."""

    word: str
    low: Size | None
    high: Size | None
    rank: Rank
    example: str
    size: bool = False

    def faults(self) -> Iterator[Fault]:
        """Yield ends that stand the wrong way round."""
        if self.low is not None and self.high is not None and self.low > self.high:
            yield Fault(("low",), f"low is {self.low} and high {self.high}", "give the smaller number first")


@frozen
class VagueShare:
    """A word that says how much of a whole, without bounds."""

    word: str
    example: str


@frozen
class VagueTimes:
    """Plural units of time that stand without a number, and the words beside them that say so."""

    words: Words
    before: Words
    behind: Words


@frozen
class Vague:
    """Words that count without a number."""

    words: tuple[VagueWord, ...]
    sizes: Mapping[str, Rank]
    heads: Words
    shares: tuple[VagueShare, ...]
    times: VagueTimes

    def ranks(self) -> dict[str, int]:
        """Return the rank of each word of size."""
        return {row.word: row.rank for row in self.words} | dict(self.sizes)

    def faults(self) -> Iterator[Fault]:
        """Yield each word that has two rows."""
        seen: set[str] = set()
        for i, row in enumerate(self.words):
            if row.word in seen:
                yield Fault(("words", i), f"{row.word!r} has two rows", "keep one of them")
            seen.add(row.word)


@frozen
class HedgeRow:
    """Phrases that bound or blur a number. `outside` phrases colour it without being part of its text."""

    say: tuple[str, ...]
    hedge: Hedge
    example: str
    side: Side | None = None
    outside: bool = False


@frozen
class Changes:
    """Words of a rise and of a fall in front of a figure, and those that may stand between."""

    up: Words
    down: Words
    between: Words


@frozen
class Hedges:
    """Words that belong to a number: bounds, approximations and their side."""

    before: tuple[HedgeRow, ...]
    after: tuple[HedgeRow, ...]
    fillers: Words
    changes: Changes
    in_range: tuple[str, ...]


@frozen
class Calendar:
    """The names of months and days, with their numbers; a day of `relative_days` is so many days from the report's."""

    months: Mapping[str, Annotated[int, Between(1, 12)]]
    months_wary: Words
    weekdays: Mapping[str, Annotated[int, Between(0, 6)]]
    relative_days: Mapping[str, Annotated[int, Between(-7, 7)]]


@frozen
class Marks:
    """Numerals that are no quantity: the words by which they are known."""

    zones: Words
    eras: Words
    before_a_clock: Words
    behind_a_clock: Words
    year_before: Words
    counting: Words
    of_a_count: Words
    behind_a_count: Words
    never_labelled: Words
    labels: Words
    labels_wary: Words
    labels_capital: Words
    series: Words
    streets: Words
    guns: Words
    vehicles: Words
    id_labels: Words
    emergency_numbers: Words
    before_emergency: Words
    behind_emergency: Words
    behind_emergency_plural: Words
    of_an_age_group: Words
    idioms: tuple[str, ...]
    idiom_times: Words
    before_a_time: Words
    one_pronoun_after: Words
    one_pronoun_before: Words
    no_noun_after: Words
    no_noun: Words
    score_words: Words
    of_cricket: Words
    no_adjective: Words
    plurals: Words
    not_plural: Words


@frozen
class Cues:
    """Words that decide between two readings of a numeral."""

    ends_a_noun: Words
    ends_a_hedge: Words
    happened: Words
    leaves_harmed: Words
    is_or_remains: Words
    harmed: Words
    behind_an_age: Words
    before_a_level: Words
    what_one_does: Words
    before_a_wish: Words
    not_one_person: Words


@frozen
class MeasureRow:
    """What is told of a figure, and the words that say so."""

    set: str
    label: str
    example: str
    of: tuple[str, ...] = ("count",)
    things: Words = frozenset()
    who: str | None = None
    strong: bool = False
    weak: bool = False
    always: bool = False
    loose: bool = False
    against_all: bool = False
    like: str | None = None
    part_of: str | None = None
    sum: str | None = None
    names: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    undergone: bool = False
    participles: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    settles: Words = frozenset()
    phrasal: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    in_front: tuple[str, ...] = ()
    to_come: tuple[str, ...] = ()
    adjective_of: tuple[str, ...] = ()
    only_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@frozen
class Measures:
    """The measures by their names."""

    rows: Mapping[str, MeasureRow]

    def faults(self) -> Iterator[Fault]:
        """Yield each measure that is named and nobody has."""
        for name, row in self.rows.items():
            for key, other in (("like", row.like), ("part_of", row.part_of)):
                if other is not None and other not in self.rows:
                    yield Fault((name, key), f"there is no measure {other!r}", "name a row of this table")


@frozen
class Ends:
    """The words that end a noun phrase."""

    prepositions: Words
    conjunctions: Words
    pronouns: Words
    auxiliaries: Words
    adverbs: Words
    verbs: Words


@frozen
class Nouns:
    """Nouns by class, people by role, and the words around a noun phrase."""

    classes: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    alike: tuple[tuple[str, ...], ...]
    kin: tuple[Words, ...]
    parts: Words
    generic: Words
    plurals: Mapping[str, str]
    not_plural: Words
    ends: Ends
    skip: Words
    skip_of: Words
    level: Words
    carriers: Words
    collectives: Mapping[str, Words]
    sums: Words
    more: Words
    nationality_endings: tuple[str, ...]
    small: Words

    def faults(self) -> Iterator[Fault]:
        """Yield each class that other tables ask for and that is missing."""
        for name in ("person", "place", "country"):
            if name not in self.classes:
                yield Fault(("classes",), f"the class {name!r} is missing", "give it one noun at least")


@frozen
class People:
    """Nouns that name people, beside those of the nouns, in one text."""

    person: str


Modality = Literal["possible", "expected", "planned", "demanded", "offered", "feared"]


@frozen
class Scope:
    """Words that bound a claim: part of a whole, a window of time, a base of comparison, doubt."""

    part_before: Words
    other: Words
    window_words: Words
    window_units: Words
    clock_units: Words
    so_far: tuple[str, ...]
    year_so_far: tuple[str, ...]
    running: Words
    anew: Words
    counted_anew: Words
    earlier: Words
    readings: Words
    telling: Words
    tolls: Words
    records: Words
    base: Mapping[str, tuple[str, ...]]
    per: Words
    per_one: Mapping[str, str]
    place: Words
    not_a_place: Words
    modality: Mapping[str, Modality]
    surpassing: Words
    norms: tuple[str, ...]
    own: Words
    tally: Words
    scales: Mapping[str, tuple[str, ...]]
    widths: Mapping[str, Words]
    no_cue: tuple[str, ...]
    company: Mapping[str, Words]
    barriers: Mapping[str, Cost]
    saying: Cost


@frozen
class Speech:
    """Verbs and phrases of saying, and the words around a speaker."""

    listeners: Words
    verbs: Words
    nobody: Words
    between: Words
    estimates: Words
    speaking_of: Words
    counts_as_saying: Words
    bodies: Words


@frozen
class UnitRow:
    """A unit of measure, its size in the base unit of its dimension, and the ways to write it."""

    name: str
    dimension: str
    factor: Positive
    words: tuple[str, ...] = ()
    offset: Decimal = Decimal(0)
    signs: tuple[str, ...] = ()
    plural: tuple[str, ...] | None = None
    own: bool = False


@frozen
class Units:
    """Units of measure that newspapers print, and what is left out of the catalogue behind them."""

    units: tuple[UnitRow, ...]
    not_from_catalogue: Words
    rate_bases: Mapping[str, str]
    signs_too: Words


@frozen
class Currencies:
    """The currencies in use: their names, signs and letters."""

    codes: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]
    bare: Mapping[str, str]
    wary: Words
    signs: Mapping[str, str]
    dollars: Mapping[str, str]
    letters: Mapping[str, str]
    words_too: Words
    small: Mapping[str, str]

    def faults(self) -> Iterator[Fault]:
        """Yield each sign that stands for a currency nobody has."""
        known = {*self.codes, *self.others, *self.bare.values()}
        for key in ("signs", "dollars", "letters", "small"):
            for sign, code in getattr(self, key).items():
                if code not in known:
                    yield Fault((key, sign), f"there is no currency {code!r}", "name a key of `codes` or `others`")


@frozen
class Pages:
    """The keys of front matter that other programs have, each with the key of ours that it is read as."""

    keys: Mapping[str, Literal["outlet", "title", "published", "url"]]


TABLES: Mapping[str, type] = {
    kind.__name__.lower(): kind
    for kind in (
        Numerals,
        Vague,
        Hedges,
        Calendar,
        Marks,
        Cues,
        Measures,
        Nouns,
        People,
        Scope,
        Speech,
        Units,
        Currencies,
        Pages,
    )
}
"""The tables by the names of their files."""
