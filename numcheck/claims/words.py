"""The word tables of claims, compiled once a lexicon: what ends a noun phrase, what is a plural, what is a cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from numcheck.language import Lexicon
from numcheck.language.classes import classes
from numcheck.language.en.inflection import inflected, plural
from numcheck.language.tables import Calendar, MeasureRow, Measures, Nouns, Scope, Speech


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the measures: its name, what it is said of, what a bare figure of it counts, and how a table names it.

    `names` are words of the text that name it better than `label`, each with the name it gives; `sum` names it in money.
    """

    name: str
    dimensions: frozenset[str]
    things: frozenset[str]
    who: str | None
    label: str
    strong: bool
    weak: bool
    sum: str | None = None
    names: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that speaks for a measure.

    `rest` are the words of the phrase behind the first; where it is `open`, other words may stand between ("took two men
    away"). `does` counts only where the counted things act, `undergone` only where they do not; `behind` only right behind
    the figure, `ahead` only right in front. `faint` loses to every other cue; `settles` wins where it is the counted noun
    or stands right behind it. `things` are the classes or roles of nouns it is said of, `company` the words of which one
    must stand in the sentence.
    """

    measure: Measure
    noun: bool = False
    state: bool = False
    rest: tuple[str, ...] = ()
    open: bool = False
    does: bool = False
    behind: bool = False
    ahead: bool = False
    faint: bool = False
    settles: bool = False
    undergone: bool = False
    things: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """All that one word may be: a cue, a barrier before a verb, of a time or a place, a verb of saying."""

    cues: tuple[Cue, ...]
    barrier: float
    time: bool
    place: bool
    reporting: bool


@dataclass(frozen=True, slots=True)
class Words:
    """All word tables of claims."""

    known: Mapping[str, Entry]
    classes: Mapping[str, str]
    roles: Mapping[str, str]
    always: Mapping[str, Measure]
    in_front: Mapping[tuple[str, str], Measure]
    to_come: Mapping[tuple[str, str], Measure]
    adjectives: Mapping[tuple[str, str], Measure]
    plurals: Mapping[str, str]
    many: Mapping[str, str]
    not_plural: frozenset[str]
    stops: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]
    participles: frozenset[str]
    carriers: frozenset[str]
    prepositions: frozenset[str]
    collectives: Mapping[str, str]
    small: frozenset[str]
    skip: frozenset[str]
    skip_of: frozenset[str]
    more: frozenset[str]
    level: frozenset[str]
    sums: frozenset[str]
    nationality: tuple[str, ...]
    casualty: frozenset[str]
    reporting: frozenset[str]
    nobody: frozenset[str]
    listeners: frozenset[str]
    between: frozenset[str]
    estimates: frozenset[str]
    counts_as_saying: frozenset[str]
    speaking_of: frozenset[str]
    bodies: frozenset[str]
    modality: Mapping[str, str]
    window_words: frozenset[str]
    span_units: Mapping[str, str]
    clock_units: frozenset[str]
    amounts: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: frozenset[str]
    weekday_numbers: Mapping[str, int]
    relative_days: Mapping[str, int]
    so_far: Mapping[str, tuple[tuple[str, ...], ...]]
    year_so_far: Mapping[str, tuple[tuple[str, ...], ...]]
    running: frozenset[str]
    anew: frozenset[str]
    counted_anew: frozenset[str]
    part_before: frozenset[str]
    earlier: frozenset[str]
    readings: frozenset[str]
    telling: frozenset[str]
    revising: frozenset[str]
    tolls: frozenset[str]
    records: frozenset[str]
    base: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    per: frozenset[str]
    scales: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    not_a_place: frozenset[str]


@lru_cache(maxsize=8)
def compiled(lexicon: Lexicon) -> Words:
    """Return the tables of `lexicon` as look-ups."""
    nouns, scope, speech, calendar = lexicon.table(Nouns), lexicon.table(Scope), lexicon.table(Speech), lexicon.table(Calendar)
    rows = lexicon.table(Measures).rows
    measures = {name: _measure(name, row) for name, row in rows.items()}
    ends = nouns.ends
    irregular = nouns.irregular_verbs
    company = _company(scope.company, nouns.plurals)
    cues = _cues(rows, measures, irregular, scope.no_cue, company)
    reporting = speech.verbs
    return Words(
        known=_known(cues, scope, calendar, reporting),
        classes=classes(lexicon),
        roles={noun: role for role, members in nouns.roles.items() for noun in members},
        always={d: measures[name] for name, row in rows.items() if row.always for d in row.of},
        in_front={(d, word): measures[name] for name, row in rows.items() for word in row.in_front for d in row.of},
        to_come={(d, word): measures[name] for name, row in rows.items() for word in row.to_come for d in row.of},
        adjectives={(d, kind): measures[name] for name, row in rows.items() for kind in row.adjective_of for d in row.of},
        plurals=nouns.plurals,
        many={one: many for many, one in reversed(tuple(nouns.plurals.items()))},
        not_plural=nouns.not_plural,
        stops=frozenset([*ends.prepositions, *ends.conjunctions, *ends.pronouns, *ends.auxiliaries, *nouns.skip_of]),
        auxiliaries=ends.auxiliaries,
        adverbs=ends.adverbs,
        verbs=frozenset(form for verb in ends.verbs for form in inflected(verb, irregular) if not form.endswith("s"))
        | reporting,
        participles=frozenset(forms[1] for forms in irregular.values() if len(forms) > 1),
        carriers=frozenset(form for verb in nouns.carriers for form in inflected(verb, irregular)),
        prepositions=ends.prepositions,
        collectives={word: counted for counted, group in nouns.collectives.items() for word in group},
        small=nouns.small,
        skip=nouns.skip,
        skip_of=nouns.skip_of,
        more=nouns.more,
        level=nouns.level,
        sums=nouns.sums,
        nationality=nouns.nationality_endings,
        casualty=frozenset(word for word, found in cues.items() if any(c.state for c in found)),
        reporting=reporting,
        nobody=speech.nobody,
        listeners=speech.listeners,
        between=speech.between,
        estimates=speech.estimates,
        counts_as_saying=speech.counts_as_saying,
        speaking_of=speech.speaking_of,
        bodies=speech.bodies,
        modality=scope.modality,
        window_words=scope.window_words,
        span_units={form: unit for unit in scope.window_units for form in (unit, plural(unit))},
        clock_units=scope.clock_units,
        amounts=scope.amounts,
        months=calendar.months,
        weekdays=frozenset([*calendar.weekdays, *calendar.relative_days]),
        weekday_numbers=calendar.weekdays,
        relative_days=calendar.relative_days,
        so_far=_phrases(scope.so_far),
        year_so_far=_phrases(scope.year_so_far),
        running=scope.running,
        anew=scope.anew,
        counted_anew=scope.counted_anew,
        part_before=scope.part_before,
        earlier=scope.earlier,
        readings=scope.readings,
        telling=scope.telling,
        revising=scope.revising,
        tolls=scope.tolls,
        records=scope.records,
        base=_named(
            {phrase: name for name, row in scope.base.items() for phrase in row}
            | {phrase: f"per {one}" for phrase, one in scope.per_one.items()}
        ),
        per=scope.per,
        scales=_named({phrase: name for name, row in scope.scales.items() for phrase in row}),
        not_a_place=scope.not_a_place,
    )


def _measure(name: str, row: MeasureRow) -> Measure:
    return Measure(
        name,
        frozenset(row.of),
        row.things,
        row.who,
        row.label,
        row.strong,
        row.weak,
        row.sum,
        {form: name for name in row.names for form in (name, plural(name))},
    )


def _cues(
    rows: Mapping[str, MeasureRow],
    measures: Mapping[str, Measure],
    irregular: Mapping[str, Sequence[str]],
    no_cue: Iterable[str],
    company: Mapping[str, frozenset[str]],
) -> dict[str, tuple[Cue, ...]]:
    """Return every word that speaks for a measure, phrases by their first word and longest first."""
    found: dict[str, list[Cue]] = {}
    for first, *rest in (phrase.split() for phrase in no_cue):
        found.setdefault(first, []).append(Cue(_NOTHING, rest=tuple(rest)))
    for name, row in rows.items():
        for word, cue in _row_cues(row, measures[name], irregular, company):
            found.setdefault(word, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.rest))) for word, cues in found.items()}


def _row_cues(
    row: MeasureRow, measure: Measure, irregular: Mapping[str, Sequence[str]], company: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Cue]]:
    """Yield the first word and the cue of all that a row names."""
    for phrase in row.phrases:
        first, *rest = _tokens(phrase)
        yield first, Cue(measure, rest=tuple(rest), settles=phrase in row.settles)
    verbal = Cue(measure, undergone=row.undergone)
    for phrase in row.phrasal:
        yield from _phrasal(phrase, verbal, irregular)
    state = measure.strong and "count" in measure.dimensions
    # A participle can stand for the people it is said of ("40 injured"); a base form or -ing form cannot.
    forms = {form: state and form.endswith(("ed", "en")) for verb in row.verbs for form in inflected(verb, irregular)}
    forms |= {form: False for verb in row.participles for form in _participles(verb, irregular)}
    forms |= dict.fromkeys(row.words, state)
    for word, standing in forms.items():
        yield word, replace(verbal, state=standing)
    for verb in row.faint:
        yield from ((form, replace(verbal, faint=True)) for form in _participles(verb, irregular))
    for verb in row.does:
        yield from _phrasal(verb, Cue(measure, does=True), irregular)
    for word in row.behind:
        yield word, Cue(measure, behind=True)
    for phrase in row.ahead:
        first, *rest = phrase.split()
        yield first, Cue(measure, rest=tuple(rest), ahead=True)
    for thing, verbs in row.only_of.items():
        for verb in verbs:
            only = _phrasal(verb, replace(verbal, things=frozenset({thing})), irregular)
            yield from ((word, cue) for word, cue in only if cue.rest or word not in forms)
    for who, verbs in row.beside.items():
        for verb in verbs:
            yield from _phrasal(verb, replace(verbal, company=company[who]), irregular)
    for noun in row.nouns:
        for form in (noun, plural(noun)):
            first, *rest = _tokens(form)
            if rest or form not in forms:
                yield first, Cue(measure, noun=True, rest=tuple(rest), settles=noun in row.settles)


def _company(table: Mapping[str, Iterable[str]], plurals: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the words of each company, in the singular and in the plural."""
    many = {one: form for form, one in plurals.items()}
    return {who: frozenset(f for word in row for f in (word, plural(word), many.get(word, word))) for who, row in table.items()}


def _tokens(phrase: str) -> list[str]:
    """Return the words of a phrase; a hyphen is one."""
    return phrase.replace("-", " - ").split()


def _participles(verb: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the forms of a verb in -ed and -ing, and the irregular ones."""
    for form in inflected(verb, irregular):
        if form.endswith(("ed", "ing")) or form in irregular.get(verb, ()):
            yield form


def _phrasal(phrase: str, cue: Cue, irregular: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Cue]]:
    """Yield a verb in all its forms with the words it goes with ("break out"); a star is room for others ("take * away")."""
    verb, *rest = phrase.split()
    apart = bool(rest) and rest[0] == "*"
    for form in inflected(verb, irregular):
        yield form, replace(cue, rest=tuple(rest[apart:]), open=apart)


_NOTHING = Measure("", frozenset(), frozenset(), None, "", strong=False, weak=False)
"""What a phrase speaks for that only hides the cues in it."""


def _known(
    cues: Mapping[str, tuple[Cue, ...]], scope: Scope, calendar: Calendar, reporting: frozenset[str]
) -> dict[str, Entry]:
    """Join the tables that every word of a sentence is looked up in."""
    times = {*scope.window_words, *calendar.months, *calendar.weekdays, *calendar.relative_days}
    times |= {*_phrases(scope.so_far), *_phrases(scope.year_so_far), "ago", "earlier", "before", "week", "month", "year"}
    barriers, places = scope.barriers, scope.place
    every = sorted({*cues, *barriers, *times, *places, *reporting})
    return {
        word: Entry(
            cues.get(word, ()),
            barriers.get(word, scope.saying if word in reporting else 0.0),
            word in times,
            word in places,
            word in reporting,
        )
        for word in every
    }


def _phrases(entries: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        first, *rest = _tokens(entry)
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


def _named(table: Mapping[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return phrases by their first word, longest first: the words behind it, and the name the phrase stands for."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, name in table.items():
        first, *rest = _tokens(phrase)
        found.setdefault(first, []).append((tuple(rest), name))
    return {first: tuple(sorted(rests, key=lambda r: (-len(r[0]), r[0]))) for first, rests in found.items()}


def kind(phrase: str | None, words: Words) -> str | None:
    """Return the class of a noun phrase: of its last two words, its last word, or person for a nationality."""
    if not phrase:
        return None
    lower = phrase.lower().split()
    found = words.classes.get(" ".join(lower[-2:])) or words.classes.get(lower[-1])
    if found is None and len(lower) == 1 and phrase[0].isupper() and lower[0].endswith(words.nationality):
        return "person"
    return found
