"""The word tables of claims, compiled once a lexicon: what ends a noun phrase, what is a plural, what is a cue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain
from operator import attrgetter
from typing import Literal

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.classes import classes
from numcheck.language.en import around
from numcheck.language.en.inflection import forms, inflected, participles, plural
from numcheck.language.tables import Calendar, MeasureRow, Measures, Nouns, Numerals, Scope, Speech
from numcheck.model.frozen import frozen, unlike_others


@unlike_others
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
    names: Mapping[str, str] = field(default_factory=dict)


@frozen
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


Role = Literal["place", "reporting", "scale", "base", "earlier", "modality"]
"""What a word may do beside a figure: lead to a place, report, tell how wide a scope is, name a base, tell a former value."""


@frozen
class Entry:
    """All that one word may be: a cue, a barrier before a verb, of a time; its roles.

    `cues` are those that need no certain word behind it, `followed` all that may stand where a certain word does; both have
    the longest phrases first.
    """

    cues: tuple[Cue, ...]
    followed: Mapping[str, tuple[Cue, ...]]
    barrier: float
    time: bool
    roles: tuple[Role, ...]


@frozen
class Vocabulary:
    """The tables that claims ask, and what is made of them for look-up."""

    nouns: Nouns
    scope: Scope
    speech: Speech
    calendar: Calendar
    known: Mapping[str, Entry]
    classes: Mapping[str, str]
    roles: Mapping[str, str]
    always: Mapping[str, Measure]
    in_front: Mapping[tuple[str, str], Measure]
    to_come: Mapping[tuple[str, str], Measure]
    adjectives: Mapping[tuple[str, str], Measure]
    wider: Mapping[str, Measure]
    many: Mapping[str, str]
    stops: frozenset[str]
    skipped: frozenset[str]
    helping: frozenset[str]
    verbs: frozenset[str]
    carriers: frozenset[str]
    collectives: Mapping[str, str]
    casualty: frozenset[str]
    weekdays: frozenset[str]
    amounts: Mapping[str, int]
    span_units: Mapping[str, str]
    so_far: Mapping[str, tuple[tuple[str, ...], ...]]
    year_so_far: Mapping[str, tuple[tuple[str, ...], ...]]
    base: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    scales: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@once_a_lexicon
def compiled(lexicon: Lexicon) -> Vocabulary:
    """Return the tables of `lexicon` with their look-ups."""
    nouns, scope, speech, calendar = lexicon.table(Nouns), lexicon.table(Scope), lexicon.table(Speech), lexicon.table(Calendar)
    rows = lexicon.table(Measures).rows
    measures = {name: _measure(name, row) for name, row in rows.items()}
    ends = nouns.ends
    cues = _cues(rows, measures, nouns, scope)

    return Vocabulary(
        nouns=nouns,
        scope=scope,
        speech=speech,
        calendar=calendar,
        known=_known(cues, scope, calendar, speech.verbs),
        classes=classes(lexicon),
        roles=_swapped(nouns.roles),
        always={d: measures[name] for name, row in rows.items() if row.always for d in row.of},
        in_front=_by_dimension(rows, measures, attrgetter("in_front")),
        to_come=_by_dimension(rows, measures, attrgetter("to_come")),
        wider={name: measures[row.part_of] for name, row in rows.items() if row.part_of is not None},
        adjectives=_by_dimension(rows, measures, attrgetter("adjective_of")),
        many={one: many for many, one in reversed(tuple(nouns.plurals.items()))},
        stops=ends.prepositions | ends.conjunctions | ends.pronouns | ends.auxiliaries | nouns.skip_of,
        skipped=nouns.skip | nouns.skip_of,
        helping=_helping(ends.auxiliaries) | ends.adverbs | {"to"},
        verbs=frozenset(form for form in forms(ends.verbs) if not form.endswith("s")) | speech.verbs,
        carriers=forms(nouns.carriers),
        collectives=_swapped(nouns.collectives),
        casualty=_casualty(cues),
        amounts=_amounts(lexicon.table(Numerals)),
        weekdays=frozenset([*calendar.weekdays, *calendar.relative_days]),
        span_units={form: unit for unit in scope.window_units for form in (unit, plural(unit))},
        so_far=_phrases(scope.so_far),
        year_so_far=_phrases(scope.year_so_far),
        base=_named(_bases(scope)),
        scales=_named(_swapped(scope.scales)),
    )


def _bases(scope: Scope) -> dict[str, str]:
    """Return the name of the base that each phrase tells."""
    return _swapped(scope.base) | {phrase: f"per {one}" for phrase, one in scope.per_one.items()}


def _by_dimension(
    rows: Mapping[str, MeasureRow], measures: Mapping[str, Measure], words: Callable[[MeasureRow], Iterable[str]]
) -> dict[tuple[str, str], Measure]:
    """Return the measure that each of its `words` speaks for beside a figure of a dimension."""
    return {(d, word): measures[name] for name, row in rows.items() for word in words(row) for d in row.of}


def _helping(auxiliaries: Iterable[str]) -> frozenset[str]:
    """Return the auxiliaries that deny nothing."""
    return frozenset(word for word in auxiliaries if word not in around.NOT and not word.endswith("n't"))


def _amounts(numerals: Numerals) -> dict[str, int]:
    """Return the numbers that stand in front of a unit of time: "a week", "twenty days"."""
    return {"a": 1, "an": 1} | {word: n for word, n in numerals.ones.items() if n} | dict(numerals.tens)


def _casualty(cues: Mapping[str, Sequence[Cue]]) -> frozenset[str]:
    """Return the words that can stand for the people they are said of."""
    return frozenset(word for word, found in cues.items() if any(c.state for c in found))


def _swapped(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the name of the list that each word stands in."""
    return {word: name for name, words in table.items() for word in words}


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
    rows: Mapping[str, MeasureRow], measures: Mapping[str, Measure], nouns: Nouns, scope: Scope
) -> dict[str, tuple[Cue, ...]]:
    """Return every word that speaks for a measure, phrases by their first word and longest first."""
    company = _company(scope.company, nouns.plurals)
    found: dict[str, list[Cue]] = {}
    hiding = (_begun(phrase, Cue(_NOTHING)) for phrase in scope.no_cue)
    speaking = (_RowCues(row, measures[name], company).all() for name, row in rows.items())
    for word, cue in chain(hiding, *speaking):
        found.setdefault(word, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.rest))) for word, cues in found.items()}


_Begun = tuple[str, Cue]
"""A cue and the word it begins with."""


@frozen
class _RowCues:
    """The cues of all that a row of the measures names."""

    row: MeasureRow
    measure: Measure
    company: Mapping[str, frozenset[str]]

    def all(self) -> Iterator[_Begun]:
        """Yield each cue, phrases before verbs and verbs before nouns: of two that fit alike the first counts."""
        row, measure = self.row, self.measure
        yield from (_begun(phrase, Cue(measure, settles=phrase in row.settles)) for phrase in row.phrases)
        yield from self._verbs()
        yield from ((word, Cue(measure, behind=True)) for word in row.behind)
        yield from (_begun(phrase, Cue(measure, ahead=True)) for phrase in row.ahead)
        yield from self._verbs_of_some()
        yield from self._nouns()

    def _states(self) -> dict[str, bool]:
        """Return the lone words and forms of verbs, and whether each can stand for the people it is said of ("40 injured").

        A participle can, a base form or one in -ing cannot.
        """
        row, state = self.row, self.measure.strong and "count" in self.measure.dimensions
        verbs = {form: state and form.endswith(("ed", "en")) for form in forms(row.verbs)}
        return verbs | dict.fromkeys(participles(row.participles), False) | dict.fromkeys(row.words, state)

    def _verbs(self) -> Iterator[_Begun]:
        """Yield the verbs that speak for the measure whatever they are said of."""
        verbal = Cue(self.measure, undergone=self.row.undergone)
        standing, faint = replace(verbal, state=True), replace(verbal, faint=True)
        yield from self._phrasal(self.row.phrasal, verbal)
        yield from ((word, standing if state else verbal) for word, state in self._states().items())
        yield from ((form, faint) for form in participles(self.row.faint))
        yield from self._phrasal(self.row.does, Cue(self.measure, does=True))

    def _verbs_of_some(self) -> Iterator[_Begun]:
        """Yield the verbs that speak for the measure only of some things, or only in some company."""
        verbal, states = Cue(self.measure, undergone=self.row.undergone), self._states()
        for thing, verbs in self.row.only_of.items():
            only = self._phrasal(verbs, replace(verbal, things=frozenset({thing})))
            yield from ((word, cue) for word, cue in only if cue.rest or word not in states)
        for who, verbs in self.row.beside.items():
            yield from self._phrasal(verbs, replace(verbal, company=self.company[who]))

    def _nouns(self) -> Iterator[_Begun]:
        """Yield the nouns, singular and plural, but those that are forms of its verbs."""
        states = self._states()
        for noun in self.row.nouns:
            told = Cue(self.measure, noun=True, settles=noun in self.row.settles)
            yield from (_begun(form, told) for form in (noun, plural(noun)) if form not in states)

    def _phrasal(self, phrases: Iterable[str], cue: Cue) -> Iterator[_Begun]:
        """Yield verbs in all forms with the words they go with ("break out"); a star is room for others: "take * away"."""
        for verb, *rest in map(str.split, phrases):
            apart = rest[:1] == ["*"]
            told = replace(cue, rest=tuple(rest[apart:]), open=apart) if rest else cue
            yield from ((form, told) for form in inflected(verb))


def _begun(phrase: str, cue: Cue) -> _Begun:
    """Return the first word of a phrase and the cue of all of it."""
    first, *rest = _tokens(phrase)
    return first, replace(cue, rest=tuple(rest)) if rest else cue


def _company(table: Mapping[str, Iterable[str]], plurals: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the words of each company, in the singular and in the plural."""
    many = {one: form for form, one in plurals.items()}
    return {who: frozenset(f for word in row for f in (word, plural(word), many.get(word, word))) for who, row in table.items()}


def _tokens(phrase: str) -> list[str]:
    """Return the words of a phrase; a hyphen is one."""
    return phrase.replace("-", " - ").split()


_NOTHING = Measure("", frozenset(), frozenset(), None, "", strong=False, weak=False)
"""What a phrase speaks for that only hides the cues in it."""


def _known(cues: Mapping[str, Sequence[Cue]], scope: Scope, calendar: Calendar, reporting: frozenset[str]) -> dict[str, Entry]:
    """Join the tables that every word of a sentence is looked up in."""
    times = {*scope.window_words, *calendar.months, *calendar.weekdays, *calendar.relative_days}
    times |= {*_phrases(scope.so_far), *_phrases(scope.year_so_far), "ago", "earlier", "before", "week", "month", "year"}
    playing: Mapping[Role, Iterable[str]] = {
        "place": scope.place,
        "reporting": reporting,
        "scale": _named(_swapped(scope.scales)),
        "base": _named(_bases(scope)),
        "earlier": scope.earlier,
        "modality": scope.modality,
    }
    roles: dict[str, tuple[Role, ...]] = {}
    for role, words in playing.items():
        roles |= {word: (*roles.get(word, ()), role) for word in words}
    return {
        word: Entry(
            _standing_alone(cues.get(word, ())),
            _by_next_word(cues.get(word, ())),
            scope.barriers.get(word, scope.saying if word in reporting else 0.0),
            word in times,
            roles.get(word, ()),
        )
        for word in sorted({*cues, *scope.barriers, *times, *roles})
    }


def _standing_alone(cues: Iterable[Cue], following: str = "") -> tuple[Cue, ...]:
    """Return the cues that may stand where a word is `following`."""
    return tuple(cue for cue in cues if not cue.rest or cue.open or cue.rest[0] == following)


def _by_next_word(cues: Sequence[Cue]) -> dict[str, tuple[Cue, ...]]:
    """Return the cues that may stand in front of each word with which a phrase among them goes on."""
    return {word: _standing_alone(cues, word) for word in {cue.rest[0] for cue in cues if cue.rest}}


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


def kind(phrase: str | None, words: Vocabulary) -> str | None:
    """Return the class of a noun phrase: of its last two words, its last word, or person for a nationality."""
    if not phrase:
        return None
    lower = phrase.lower().split()
    found = words.classes.get(" ".join(lower[-2:])) or words.classes.get(lower[-1])
    if found is None and len(lower) == 1 and phrase[0].isupper() and lower[0].endswith(words.nouns.nationality_endings):
        return "person"
    return found
