"""Hold each figure of a draft against its sources: the ledger that the gate shows and that the sourcing rules speak from."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from numcheck.judge import relations
from numcheck.judge.gate import columns, likelihood
from numcheck.judge.gate.columns import Columns
from numcheck.judge.gate.context import BESIDE as BESIDE_IT
from numcheck.judge.gate.context import CLOSE, Context, context, spot
from numcheck.judge.gate.derive import Derivation, Shelf, derive, shelve
from numcheck.judge.gate.likelihood import Asked
from numcheck.judge.gate.marks import mark_entries
from numcheck.judge.gate.other_forms import Told, in_another_form, lay_out
from numcheck.judge.gate.support import BEST_FIRST, INSIDE, ROUNDED, SAME_NUMBER, against, comparable, shown, supports
from numcheck.judge.vocabulary import Vocabulary
from numcheck.language.en import rule_words
from numcheck.language.en.inflection import stem
from numcheck.language.tokens import telling
from numcheck.model.claim import Claim
from numcheck.model.finding import ELSEWHERE, Entry, State, Support
from numcheck.model.quantity import BY_CHANCE
from numcheck.model.report import Noted
from numcheck.model.story import Story
from numcheck.model.text_words import TextWords

SHARED = 3
"""Words that two sentences share where nothing else says that a figure and its thousandfold are one quantity."""

BESIDE = Decimal("1.5")
"""How far a figure that stands beside a refuting one may be from a draft's bound that it would hold."""

NOUN_REACH = 3
"""Words behind a figure among which the noun that it counts stands."""

PLANS = frozenset({"planned", "expected", "demanded", "offered"})
"""The modalities of what is not done."""

COSTS, SAVINGS = frozenset({"cost", "spent"}), frozenset({"cuts"})
"""Measures of what is paid and of what is saved, of which neither holds the other."""

EXCEEDS = 6
"""Words in front of a figure among which a verb may say that it was exceeded."""

APART = 300
"""Characters from a whole to its part, "of that"."""

ONE_THING = 0.3
"""The likeness of words from which a number in two units is of one thing."""

MOST_NAMED = 8
MOST_LOOKED_AT = 60
MOST_COMPARED = 400
MOST_DERIVED = 2000
"""Figures of a draft for which a derivation is sought."""

MOST_WEIGHED = 4
"""Figures with a draft's number, those among the likest words, of which the likeliest is asked."""

OF_ANOTHER = "another's"
"""How a source stands to a figure that it gives to somebody else, and another to the draft's name."""

ANOTHER_SCALE = "another scale"
"""How a source stands to a figure that has its digits and not its thousands, millions or billions."""

_WORST_FIRST: Mapping[State, int] = {"contradicted": 0, "unsupported": 1, "supported": 2}


@dataclass(slots=True)
class Shelves:
    """The sources' claims for look-up: by figure, number, digits, sentence, slot and kind; those told as a part of another."""

    figures: Mapping[object, Sequence[Claim]]
    numbers: Mapping[object, Sequence[Claim]]
    digits: Mapping[object, Sequence[Claim]]
    sentences: Mapping[object, Sequence[Claim]]
    slots: Mapping[object, Sequence[Claim]]
    kinds: Mapping[object, Sequence[Claim]]
    parts: Sequence[Claim]


@dataclass(slots=True)
class Desk:
    """A draft's claims and the sources laid out: what link put together, what it parted, and the shelves."""

    claims: Mapping[str, Claim]
    place: Mapping[str, int]
    aligned: Mapping[str, Sequence[Claim]]
    story: Story
    taken: frozenset[str]
    possible: Mapping[str, Sequence[Claim]]
    rivals: frozenset[tuple[str, str]]
    sources: Shelves
    drafted: Mapping[object, frozenset[str]]
    context: Context
    shelf: Shelf
    forms: Told
    columns: Columns
    words: Vocabulary


def ledger(
    claims: Sequence[Claim], marks: Sequence[Noted], story: Story, words: Vocabulary, texts: Mapping[str, TextWords]
) -> tuple[Entry, ...]:
    """Return an entry for each figure and each checked mark of the draft, the worst first.

    `texts` are the words of the documents by path. A word of size without bounds ("many") that no source speaks of has no
    entry: there is nothing to hold it against.
    """
    desk = lay_out_desk(claims, marks, story, words, texts)
    drafted = [c for c in claims if c.role == "draft"]
    entries = _entries(drafted, desk)
    place = {c.id: (0, i) for i, c in enumerate(drafted)}
    sources = [c for c in claims if c.role != "draft"]
    found = [*entries, *mark_entries(marks, sources, desk.context, desk.columns)]
    return tuple(sorted(found, key=lambda e: (_WORST_FIRST[e.state], place.get(e.subject or "", (1, e.mark or 0)))))


def _entries(drafted: Sequence[Claim], desk: Desk) -> Iterable[Entry]:
    """Return the entries of a draft's figures, a conversion in brackets with what it repeats."""
    told = {c.id: _entry(c, desk, search=i < MOST_DERIVED) for i, c in enumerate(drafted)}
    entries = {claim: entry for claim, entry in told.items() if entry is not None}
    for claim in drafted:
        _carry_over(claim, entries, desk)
    return entries.values()


def lay_out_desk(
    claims: Sequence[Claim], marks: Sequence[Noted], story: Story, words: Vocabulary, texts: Mapping[str, TextWords]
) -> Desk:
    """Lay out the claims of drafts and sources for `ledger`."""
    by_id, place = {c.id: c for c in claims}, {c.id: at for at, c in enumerate(claims)}
    sources, noted = [c for c in claims if c.role != "draft"], [n for n in marks if n.role != "draft"]
    told = {c.document for c in sources} | {n.document for n in noted}
    read = context(texts, sorted(told & texts.keys()), words.small)
    tables = ((path, column) for path, text in texts.items() if path in told for column in text.columns)
    aligned = _aligned(story, by_id, place)
    drafted: dict[object, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.role == "draft":
            drafted[_figure(claim)].add(claim.id)
    return Desk(
        claims=by_id,
        place=place,
        aligned=aligned,
        story=story,
        taken=frozenset(c.id for told in aligned.values() for c in told),
        possible=_possible(story, by_id, place),
        rivals=_parted(story, by_id),
        sources=_shelved(sources),
        drafted={figure: frozenset(ids) for figure, ids in drafted.items()},
        context=read,
        shelf=shelve(sources, noted, words),
        forms=lay_out(sources, noted, read, words),
        columns=columns.lay_out(tables, sources, read, words),
        words=words,
    )


def _aligned(story: Story, claims: Mapping[str, Claim], place: Mapping[str, int]) -> dict[str, Sequence[Claim]]:
    """Return the sources' claims that stand on one topic with each of the draft's."""
    aligned: dict[str, Sequence[Claim]] = {}
    for topic in story.topics:
        told = [claims[i] for i in topic.claims if i in claims]
        theirs = sorted((c for c in told if c.role != "draft"), key=lambda c: (relations.order(c.quantity), place[c.id]))
        aligned.update({c.id: _around(c, theirs) for c in told if c.role == "draft" and theirs})
    return aligned


def _possible(story: Story, claims: Mapping[str, Claim], place: Mapping[str, int]) -> dict[str, list[Claim]]:
    """Return the sources' claims that may be what each of the draft's is."""
    possible: dict[str, list[Claim]] = defaultdict(list)
    for pair in story.possible:
        x, y = (claims[i] for i in pair.claims)
        if (x.role == "draft") != (y.role == "draft"):
            draft, source = (x, y) if x.role == "draft" else (y, x)
            insort(possible[draft.id], source, key=lambda c: place[c.id])
    return possible


def _parted(story: Story, claims: Mapping[str, Claim]) -> frozenset[tuple[str, str]]:
    """Return the pairs, either way round, that differ in one slot alone or by a decision.

    A measure parts counts alone: what one text calls a cut fine is a fine to another.
    """
    parted = (
        pair.claims for pair in story.rivals if pair.differs_in != "measure" or _are_counts(claims[i] for i in pair.claims)
    )
    return frozenset(both for x, y in (*parted, *story.parted) for both in ((x, y), (y, x)))


def _shelved(sources: Sequence[Claim]) -> Shelves:
    """Put the sources' claims on shelves, of a long one the first claims alone."""
    figures, numbers, digits, sentences, slots, kinds = (defaultdict[object, list[Claim]](list) for _ in range(6))
    for claim in sources:
        for key, shelf, most in (
            (_figure(claim), figures, MOST_LOOKED_AT),
            (_bare(claim), numbers, MOST_LOOKED_AT),
            (_digits(claim), digits, MOST_LOOKED_AT),
            ((claim.document, claim.sentence_start), sentences, MOST_LOOKED_AT),
            *((slot, slots, MOST_LOOKED_AT) for slot in _slots(claim)),
            (_kind(claim), kinds, MOST_COMPARED),
        ):
            if len(shelf[key]) < most:
                shelf[key].append(claim)
    parts = [claim for claim in sources if _opens_a_part(claim)]
    return Shelves(figures, numbers, digits, sentences, slots, kinds, parts)


def _around(claim: Claim, told: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims of a topic nearest to the draft's in size, `told` being sorted by it: all unless they are many."""
    at = bisect_left(told, relations.order(claim.quantity), key=lambda c: relations.order(c.quantity))
    return told[max(0, at - MOST_LOOKED_AT) : at + MOST_LOOKED_AT]


def _entry(claim: Claim, desk: Desk, *, search: bool) -> Entry | None:
    """Return what the sources say of one figure; None for a word without bounds that none speaks of."""
    settled = _settled(claim, desk)
    if settled is not None:
        return settled
    asked = ask(claim, desk)
    if asked is not None and _is_held(asked, desk):
        return Entry("supported", _supports(asked, desk), claim.id)
    speaking = [s for s in desk.aligned.get(claim.id, ()) if comparable(claim.quantity, s.quantity, desk.words.ranks)]
    refuting = _refuting(claim, asked, speaking, desk)
    derived = _derived(claim, asked, refuting, desk, search=search)
    if derived is not None:
        return Entry("supported", tuple(Support(c.id, derived.relation, derived.shown) for c in derived.claims), claim.id)
    return _not_held(claim, asked, refuting, speaking, desk)


def _refuting(claim: Claim, asked: Asked | None, speaking: Sequence[Claim], desk: Desk) -> list[Claim]:
    """Return the claims that are surely of the figure's quantity, where all of them speak against it; else none."""
    told = (s for s in speaking if asked is None or s.id != asked.source.id)
    sure = [s for s in told if desk.story.probability(claim.id, s.id) >= desk.story.told]
    return sure if all(against(claim.quantity, s.quantity) for s in sure) else []


_NUMBERS = ("exact", "about")
"""The hedges of a figure that names a number."""


def _is_of_another(asked: Asked | None) -> bool:
    """Tell whether the source gives the draft's name another number, and the draft's to somebody else or to nobody.

    A bound names no number: the source's that is inside it may be a total of several.
    """
    return asked is not None and bool(asked.named) and not asked.owned and asked.claim.quantity.hedge in _NUMBERS


def _settled(claim: Claim, desk: Desk) -> Entry | None:
    """Return what needs no weighing: a figure that somebody decided, or that spells out a column of a table."""
    decided = [s for s in desk.aligned.get(claim.id, ()) if desk.story.decided(claim.id, s.id)]
    return _decided(claim, decided, desk) if decided else columns.reckon(claim, desk.columns)


def _decided(claim: Claim, decided: Sequence[Claim], desk: Desk) -> Entry:
    """Return how a figure stands to the sources' that somebody has said are of its quantity."""
    standing = [(c, supports(claim.quantity, c.quantity, desk.words.ranks)) for c in decided]
    holding = [(c, relation) for c, relation in standing if relation is not None]
    if holding:
        return Entry("supported", _best_first(claim, holding, desk), claim.id)
    state: State = "contradicted" if all(against(claim.quantity, s.quantity) for s in decided) else "unsupported"
    return Entry(state, tuple(Support(s.id, _disagrees(claim, s)) for s in decided[:MOST_NAMED]), claim.id)


def _is_held(asked: Asked, desk: Desk) -> bool:
    """Tell whether a source's figure holds a draft's: nothing bars it, and it is likely enough.

    Another's figure does not where the draft's name has its own, nor where the draft's is how far two are apart.
    """
    is_others = asked.owned is False and (asked.named or asked.claim.saying.difference)
    if asked.slotted or is_others or _of_contraries(asked.claim, asked.source, desk):
        return False
    weights = likelihood.weights()
    return weights.probability(likelihood.features(asked, desk.story, desk.context)) >= weights.least


def _supports(asked: Asked, desk: Desk) -> tuple[Support, ...]:
    """Return the claim that holds a figure, and those on its topic that hold it too, the best first."""
    claim = asked.claim
    standing = {c.id: (c, supports(claim.quantity, c.quantity, desk.words.ranks)) for c in desk.aligned.get(claim.id, ())}
    standing[asked.source.id] = (asked.source, asked.relation or SAME_NUMBER)
    return _best_first(claim, [(c, relation) for c, relation in standing.values() if relation is not None], desk)


def _best_first(claim: Claim, holding: Sequence[tuple[Claim, str]], desk: Desk) -> tuple[Support, ...]:
    ordered = sorted(holding, key=lambda pair: (BEST_FIRST.index(pair[1]), desk.place[pair[0].id]))
    return tuple(Support(c.id, relation, shown(claim, c, relation)) for c, relation in ordered[:MOST_NAMED])


def _derived(claim: Claim, asked: Asked | None, refuting: Sequence[Claim], desk: Desk, *, search: bool) -> Derivation | None:
    """Return the arithmetic that leads to a figure, or how a source tells it in another form, where it is not by chance."""
    if not search:
        return None
    derived = None if _is_of_another(asked) else derive(claim, desk.shelf)
    if derived is not None and asked is not None and _tells_the_figure(derived, asked.source):
        return None
    if derived is None or (refuting and _by_chance(claim, derived, refuting)):
        return in_another_form(claim, refuting, desk.forms)
    return derived


def _tells_the_figure(derived: Derivation, source: Claim) -> bool:
    """Tell whether the sentence of a derivation has the figure itself, which was found to be told of something else."""
    sentence = (source.document, source.sentence_start)
    return all((c.document, c.sentence_start) == sentence and c.id != source.id for c in derived.claims)


def _not_held(
    claim: Claim, asked: Asked | None, refuting: Sequence[Claim], speaking: Sequence[Claim], desk: Desk
) -> Entry | None:
    """Return what speaks against a figure that nothing holds, or what comes nearest to it."""
    besides = _elsewhere(asked)
    if asked is not None and _is_of_another(asked):
        return Entry("contradicted", (Support(asked.named[0].id, OF_ANOTHER), *besides), claim.id)
    against_it = _refuted(claim, asked, refuting, speaking, desk) or _slips(claim, desk)
    if against_it:
        return Entry("contradicted", (*against_it[:MOST_NAMED], *besides), claim.id)
    if claim.quantity.base.is_unbounded:
        return None
    nearest = _nearest(claim, asked, desk)
    return Entry("unsupported", (*(() if nearest is None else (Support(nearest.id, "nearest"),)), *besides), claim.id)


def _elsewhere(asked: Asked | None) -> tuple[Support, ...]:
    """Return the source's figure that has a draft's number and tells it of something else; one inside a bound has another."""
    if asked is None or asked.relation == INSIDE or asked.claim.quantity.base.is_unbounded:
        return ()
    return (Support(asked.source.id, ELSEWHERE),)


def _refuted(
    claim: Claim, asked: Asked | None, refuting: Sequence[Claim], speaking: Sequence[Claim], desk: Desk
) -> list[Support]:
    """Return the claims that refute a figure, the nearest first.

    A sum that stands in the source, if under another measure, is not refuted: the words may name one payment.
    """
    if (claim.quantity.unit != "count" and asked is not None) or _held_beside(claim, speaking, desk):
        return []
    worst = sorted(refuting, key=lambda s: relations.times_apart(claim.quantity, s.quantity) or Decimal(1))
    return [Support(s.id, _disagrees(claim, s)) for s in worst]


def _slips(claim: Claim, desk: Desk) -> list[Support]:
    """Return the claims that have a figure's digits at another scale, or its number in another unit of one kind."""
    units = [s for s in desk.sources.numbers.get(_bare(claim), ()) if _swapped_unit(claim, s, desk)]
    scales = [Support(s.id, ANOTHER_SCALE) for s in desk.sources.digits.get(_digits(claim), ()) if _slipped(claim, s, desk)]
    return scales or [Support(s.id, "disagrees") for s in units]


def _swapped_unit(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether a source has the draft's number of the same in another unit: grams for milligrams, miles for kilometres."""
    mine, theirs = claim.quantity, source.quantity
    if mine.dimension != theirs.dimension or mine.unit == theirs.unit or not relations.disjoint(mine, theirs):
        return False
    return _kind(claim) == _kind(source) and desk.context.likeness(spot(claim), spot(source)) >= ONE_THING


def ask(claim: Claim, desk: Desk) -> Asked | None:
    """Return the source's figure that is likeliest to hold a draft's, with those that may be meant instead; None for none."""
    holding = {c.id: (c, relation) for c, relation in _holding(claim, desk)}
    if not holding:
        return None
    mine, having = spot(claim), [c for c, _ in holding.values()]
    likest = sorted(having, key=lambda c: -desk.context.likeness(mine, spot(c)))[:MOST_WEIGHED]
    source, relation = holding[max(likest, key=lambda c: _likely(claim, c, desk)).id]
    alike = [c for c in desk.sources.kinds.get(_kind(claim), ()) if c.id not in holding and _of_its_kind(claim, c, desk)]
    named, owned = _by_name(claim, having, alike, desk)
    slotted = list(_of_its_slot(claim, having, alike, desk))
    return Asked(claim, source, relation, [c for c in alike if _untold(claim, c, desk)], named, owned, slotted)


def _by_name(claim: Claim, holding: Sequence[Claim], others: Sequence[Claim], desk: Desk) -> tuple[list[Claim], bool | None]:
    """Return the figures with another number that the source gives to the draft's names, and whether it gives them this one.

    None where the source gives this one to nobody. The name of the draft's own clause is asked first.
    """
    like = [c for c in others if _may_be_instead(claim, c, desk)]
    held = [c for c in holding if _may_be_of_it(claim, c, desk)]
    names = _names(claim, (*like, *held), desk)
    return [c for c in like if _is_of(c, names, desk)], _owned(held, names, desk)


def _may_be_instead(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether a figure with another number may be the draft's own: of one thing, without its noun, or its name's age."""
    if claim.measure == source.measure == "age":
        return not claim.saying.names.isdisjoint(source.saying.names)
    return _of_one_thing(claim, source, desk) or _left_out(claim, source, desk) or _beside_like_words(claim, source, desk)


def _may_be_of_it(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether a figure with the draft's number says nothing that makes it one of another thing."""
    return _of_one_thing(claim, source, desk) or _without_noun(claim, source, desk) or _told_alike(claim, source, desk)


def _names(claim: Claim, like: Sequence[Claim], desk: Desk) -> frozenset[str]:
    """Return the names whose a draft's figure may be: the one of its clause where a figure is of it, else all in front."""
    near = desk.context.name_beside(spot(claim))
    if near and any(_is_of(c, near, desk) for c in like):
        return near
    return frozenset[str]().union(*desk.context.names_before(spot(claim)))


def _owned(like: Sequence[Claim], names: frozenset[str], desk: Desk) -> bool | None:
    """Tell whether the source gives one of these to the names, or all of them to others; None where it does neither."""
    if any(_is_of(c, names, desk) for c in like):
        return True
    return False if like and all(desk.context.owner(spot(c)) for c in like) else None


def _of_its_slot(claim: Claim, holding: Sequence[Claim], others: Sequence[Claim], desk: Desk) -> Iterator[Claim]:
    """Yield the figures of the draft's own noun, width or doing where all with its number are of another.

    "14 civilians" is not 14 of "14 soldiers and three civilians", nor "500 flats" the 500 that were planned beside 180 built,
    nor the country's 71% that of a district beside the country's 58%.
    """
    parts = [c for c in desk.sources.parts if _is_named_as_a_part(claim, c, holding, desk)]
    if parts:
        yield from parts
    elif all(_of_a_part(claim, c) for c in holding):
        yield from (c for c in others if c.scope.place == claim.scope.place)
    elif all(_other_people(claim, c, desk) for c in holding):
        yield from (c for c in others if _of_one_thing(claim, c, desk))
    elif claim.modality not in PLANS and all(c.modality in PLANS for c in holding):
        yield from (c for c in others if c.modality not in PLANS and claim.counted and stem(c.head) == stem(claim.head))


def _is_named_as_a_part(claim: Claim, part: Claim, wholes: Sequence[Claim], desk: Desk) -> bool:
    """Tell whether a figure is a part of all that have the draft's number, and alone of what stands beside the draft's.

    "Fraud costs £22m, and of that £1.2m is fuel fraud": a draft's £22m of fuel fraud is the part's, not the whole's.
    """
    if part.quantity.unit.partition("/")[0] != claim.quantity.unit.partition("/")[0]:
        return False
    own = desk.context.around(*spot(part))
    shared = {stem for stem, near in desk.context.around(*spot(claim)).items() if min(near, own.get(stem, 0)) >= CLOSE}
    return all(
        0 < part.start - c.start < APART and any(not _is_said_of(c, stem, part, desk) for stem in shared) for c in wholes
    )


def _opens_a_part(claim: Claim) -> bool:
    """Tell whether a figure is told as one of what stands in front: "of that, £1.2m", "£1.2m of it"."""
    beside = claim.wording.before[-2:], claim.wording.behind[:2]
    return any(tuple(map(str.lower, words)) in rule_words.OF_IT for words in beside)


def _is_said_of(whole: Claim, stem: str, part: Claim, desk: Desk) -> bool:
    """Tell whether a word stands with a whole: in its sentence, or nearer to it than to the part in one sentence."""
    near = desk.context.around(*spot(whole)).get(stem, 0)
    nearer = whole.sentence_start != part.sentence_start or near >= desk.context.around(*spot(part)).get(stem, 0)
    return near > BESIDE_IT and nearer


def _of_a_part(claim: Claim, source: Claim) -> bool:
    """Tell whether the draft's figure is of a country or the world, and the source's of a place there."""
    return claim.scope.place in rule_words.WIDE and source.scope.place not in (None, claim.scope.place)


def _other_people(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether two counts are of two sorts of people or things, told behind them: soldiers and civilians, and not people.

    Jobs and posts are one sort, told in two words; 90 infections are 90 people who were infected; 40 houses are no 40 boats.
    """
    if not (_said_behind(claim, desk) and _said_behind(source, desk)) or stem(claim.head) == stem(source.head):
        return False
    mine, theirs = (desk.words.classes.get(c.head) for c in (claim, source))
    if None in (mine, theirs) or _told_alike(claim, source, desk):
        return False
    if mine == theirs:
        return source.head not in rule_words.ANY_PERSON
    return _of_two_classes(claim, source, desk)


def _of_two_classes(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether the nouns of two counts are of two classes that are not told for each other."""
    return ("counted noun", "another class") in desk.story.levels(claim.id, source.id)


def _told_alike(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether the nouns of two counts are two words for one thing."""
    return ("counted noun", "another word for it") in desk.story.levels(claim.id, source.id)


def _of_contraries(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether the one is of people and the other of things, or the one is paid and the other saved."""
    measures = {claim.measure, source.measure}
    paid_for_saved = not measures.isdisjoint(COSTS) and not measures.isdisjoint(SAVINGS)
    return paid_for_saved or _people_for_things(claim, source, desk)


def _people_for_things(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether the one counts people and the other things: 700 people, and 700 homes."""
    if not (_said_behind(claim, desk) and _said_behind(source, desk)):
        return False
    people = [desk.words.classes.get(c.head) == "person" or c.head in rule_words.ANY_PERSON for c in (claim, source)]
    return people[0] != people[1] and _of_two_classes(claim, source, desk)


def _likely(claim: Claim, source: Claim, desk: Desk) -> float:
    """Return how likely a figure is the draft's beside others with its number: by its words, and by the linker."""
    return desk.context.likeness(spot(claim), spot(source)) + likelihood.odds(desk.story.probability(claim.id, source.id))


def _holding(claim: Claim, desk: Desk) -> Iterator[tuple[Claim, str | None]]:
    """Yield the sources' claims whose number is the draft's or holds it, with how; None for one that has another unit.

    How many times something was done is another form of a number of things, and none that is counted as it is.
    """
    sources, figure = desk.sources, claim.quantity
    near = [c for c in sources.kinds.get(_kind(claim), ()) if figure.hedge != "exact" or _close(claim, c)]
    together = (*desk.aligned.get(claim.id, ()), *desk.possible.get(claim.id, ()))
    like = together if figure.base.is_unbounded else (*together, *sources.figures.get(_figure(claim), ()), *near)
    for source in {c.id: c for c in (*like, *sources.numbers.get(_bare(claim), ()))}.values():
        if (claim.id, source.id) in desk.rivals or _counts_times(source) > _counts_times(claim):
            continue
        relation = INSIDE if _exceeded(claim, source) else supports(figure, source.quantity, desk.words.ranks)
        if relation is not None or (_bare(claim) == _bare(source) and _one_unit(claim, source, desk)):
            yield source, relation


def _counts_times(claim: Claim) -> bool:
    """Tell whether a figure says how many times something was done."""
    return claim.head in rule_words.OCCASIONS


def _exceeded(claim: Claim, source: Claim) -> bool:
    """Tell whether the source says that the draft's bound was passed: "exceeded its target of £9m"."""
    if claim.quantity.hedge != "more_than" or not relations.same_number(claim.quantity, source.quantity):
        return False
    return not rule_words.EXCEEDING.isdisjoint(map(str.lower, source.wording.before[-EXCEEDS:]))


def _close(claim: Claim, source: Claim) -> bool:
    """Tell whether a number may be rounded to the draft's."""
    ratio = relations.times_apart(claim.quantity, source.quantity)
    return ratio is None or ratio <= ROUNDED


def _of_its_kind(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether a figure with another number may be what the draft's is: what two are apart is none of the two."""
    if source.quantity.hedge == "vague" or claim.saying.difference != source.saying.difference:
        return False
    return _measures_agree(claim, source, desk) and _nouns(claim, source, desk) != "other"


def _untold(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether no other figure of the draft is a source's."""
    return desk.drafted.get(_figure(source), frozenset()) <= {claim.id}


def _bare(claim: Claim) -> object:
    """Return the number of a figure as written, or its word of size, whatever its unit and hedge."""
    q = claim.quantity
    return q.word or (q.stated.low, q.stated.high)


def _one_unit(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether two units are one, or the source's is the draft's with a base of time, or one of two ages is bare."""
    mine, theirs = claim.quantity, source.quantity
    if mine.unit == theirs.unit:
        return mine.direction == theirs.direction or None in (mine.direction, theirs.direction)
    if "age" in (mine.dimension, theirs.dimension):
        bare = claim if mine.unit == "count" else source
        return {mine.unit, theirs.unit} == {"count", "year"} and not _said_behind(bare, desk)
    of_a_rate = mine.unit.startswith(f"{theirs.unit}/") and _opens_a_part(source)
    return of_a_rate or _lost_its_unit(claim) or _is_before_its_unit(source, claim) or theirs.unit.startswith(f"{mine.unit}/")


def _is_before_its_unit(source: Claim, claim: Claim) -> bool:
    """Tell whether a source's count by a time is of the draft's unit, which it names before: "hours: from 46 to 38 a week"."""
    unit, _, period = claim.quantity.unit.partition("/")
    return source.quantity.unit == f"count/{period}" and stem(unit) in set(map(stem, telling(source.wording.before)))


def _lost_its_unit(claim: Claim) -> bool:
    """Tell whether a bare number has digits behind the point, as no count has: "4.1" is a magnitude, or a mark."""
    low = claim.quantity.stated.low if claim.quantity.unit == "count" and claim.counted is None else None
    return low is not None and low != low.to_integral_value()


def _by_chance(claim: Claim, derived: Derivation, against_it: Sequence[Claim]) -> bool:
    """Tell whether a sum or difference may well meet a small number by chance: it does not stand against what is refuted.

    A part that the source itself adds ("another four") is no chance, nor a sum of the very figures that refute, nor a change
    between the two ends that the source tells of.
    """
    size, parts = claim.quantity.stated.low, {c.id for c in derived.claims}
    if _is_the_change(claim, derived):
        return False
    if derived.relation == "sum" and (
        all(c.id in parts for c in against_it) or all(part.saying.added for part in derived.claims[1:])
    ):
        return False
    return derived.relation in ("sum", "difference", "multiple") and size is not None and abs(size) <= BY_CHANCE


def _is_the_change(claim: Claim, derived: Derivation) -> bool:
    """Tell whether a change is reckoned from the two ends that a source tells of it: "from 40 boats to 52"."""
    moved = derived.relation == "difference" and claim.quantity.direction is not None
    return moved and any(c.saying.behind_from for c in derived.claims)


def _of_one_thing(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether two figures say behind them that they count one thing, and measure one."""
    if claim.measure != source.measure and None not in (claim.measure, source.measure):
        return False
    if claim.quantity.unit != source.quantity.unit or not (_said_behind(claim, desk) and _said_behind(source, desk)):
        return False
    return stem(claim.head) == stem(source.head)


def _beside_like_words(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether two figures that count nothing have a word beside them in common: "35% of the votes"."""
    if claim.quantity.unit == "count" or claim.quantity.unit != source.quantity.unit:
        return False
    mine, theirs = (desk.context.beside(spot(c)) for c in (claim, source))
    return bool(mine & theirs)


def _without_noun(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether no noun stands behind a source's figure that would make it another thing than the draft's."""
    return not _said_behind(source, desk) and (source.counted is None or stem(source.head) == stem(claim.head))


def _left_out(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether the source leaves the draft's noun of a count out: "Brown scored 25 points and Thomas 38"."""
    if source.counted is None or not _without_noun(claim, source, desk):
        return False
    return all(word in rule_words.ANOTHER_FOLLOWS or not word.islower() for word in source.wording.behind[:1])


def _said_behind(claim: Claim, desk: Desk) -> bool:
    """Tell whether the noun of a count stands right behind it: "two rebounds", and not "two steals" with the noun of before."""
    if claim.counted is None:
        return False
    reach = max(NOUN_REACH, len(claim.counted.split()))
    behind = map(str.lower, claim.wording.behind[:reach])
    return any(stem(word) == stem(claim.head) or desk.words.plurals.get(word) == claim.head for word in behind)


def _is_of(source: Claim, names: frozenset[str], desk: Desk) -> bool:
    """Tell whether a figure is of one of these names: by the name in front where its sentence counts such things twice."""
    at, beside = spot(source), desk.sources.sentences.get((source.document, source.sentence_start), ())
    if sum(stem(c.head) == stem(source.head) for c in beside) > 1:
        return bool(names & (desk.context.owner(at) or desk.context.named(at)))
    return bool(names & desk.context.named(at))


def _kind(claim: Claim) -> object:
    """Return what figures share that can be held against each other: the dimension, of money the currency too.

    What is paid by the month can be held against what is paid by the year.
    """
    q = claim.quantity
    return q.dimension, q.unit.partition("/")[0] if q.dimension.startswith("currency") else None


def _figure(claim: Claim) -> object:
    """Return what equal figures share, whatever their hedge."""
    q = claim.quantity
    return (q.dimension, q.unit, q.word, relations.number(q) if q.hedge not in ("range", "vague") else q.written)


def _held_beside(claim: Claim, speaking: Sequence[Claim], desk: Desk) -> bool:
    """Tell whether a figure beside one that refutes a draft's bound would hold it: then the bound may be of that figure.

    A figure that stands beside another of the draft's on a topic is that one's.
    """
    if not (relations.bounded_above(claim.quantity) or relations.bounded_below(claim.quantity)):
        return False
    beside = {c.id: c for s in speaking for c in desk.sources.sentences.get((s.document, s.sentence_start), ())}
    return any(
        c.id not in desk.taken
        and supports(claim.quantity, c.quantity, desk.words.ranks) is not None
        and (relations.times_apart(claim.quantity, c.quantity) or BESIDE) < BESIDE
        and c.quantity.unit == claim.quantity.unit
        and _measures_agree(claim, c, desk)
        and _nouns(claim, c, desk) != "other"
        for c in beside.values()
    )


def _digits(claim: Claim) -> object:
    """Return what figures share that differ in nothing but thousand, million or billion; what has no number is alone."""
    n = relations.number(claim.quantity)
    if not n:
        return claim.id
    _, digits, exponent = n.normalize().as_tuple()
    return (claim.quantity.unit, digits, int(exponent) % 3)


def _disagrees(claim: Claim, source: Claim) -> str:
    return ANOTHER_SCALE if relations.scale_slip(claim.quantity, source.quantity) else "disagrees"


def _slipped(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether a source has the draft's digits at another scale and speaks of the same, by its measure or its words."""
    if not relations.scale_slip(claim.quantity, source.quantity) or (claim.id, source.id) in desk.rivals:
        return False
    nouns = _nouns(claim, source, desk)
    if nouns not in ("same", "missing") or (claim.quantity.unit == "count" and not _measures_agree(claim, source, desk)):
        return False
    alike = nouns == "same" or (claim.measure is not None and claim.measure == source.measure)
    n = relations.number(claim.quantity)
    telling = n is not None and len(n.normalize().as_tuple().digits) > 1
    shared = _shared(claim, source, desk)
    if telling:
        return shared >= (1 if alike or None in (claim.measure, source.measure) else SHARED)
    return alike and shared >= SHARED


def _shared(claim: Claim, source: Claim, desk: Desk) -> int:
    """Return how many stems that say something the sentences of two claims share."""
    return len(_stems(claim.wording.sentence, desk.words.small) & _stems(source.wording.sentence, desk.words.small))


@lru_cache(maxsize=1024)
def _stems(sentence: Sequence[str], small: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words of a sentence that say something: not the `small` ones, nor those of a figure's size."""
    return frozenset(stem(word) for word in telling(sentence) if word not in small and word not in rule_words.OF_LARGE_SUMS)


def _slots(claim: Claim) -> list[object]:
    """Return what the claim speaks of, as keys for look-up: its measure, the stem of its noun, its unit if that is no count.

    Shares have one key in whatever unit: "more than 1 in 4" and "28 %".
    """
    q, slots = claim.quantity, list[object]()
    if claim.measure is not None:
        slots.append((q.dimension, "measure", claim.measure))
    if claim.counted is not None:
        slots.append((q.dimension, "counted", stem(claim.head)))
    if q.unit != "count":
        slots.append((q.dimension, "unit", "share" if q.dimension == "share" else q.unit))
    return slots


def _measures_agree(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether two measures may be of one quantity: the same, one unknown, or one sum in words that do not exclude."""
    if claim.measure is None or source.measure is None or claim.measure == source.measure:
        return True
    if claim.quantity.unit == "count":
        return False
    known = desk.words.measures
    if known.told_alike(claim.measure, source.measure):
        return True
    return not known.exclude(claim.measure, source.measure) and _figure(claim) == _figure(source)


def _are_counts(claims: Iterable[Claim]) -> bool:
    return all(c.quantity.unit == "count" for c in claims)


def _nouns(claim: Claim, source: Claim, desk: Desk) -> Literal["same", "missing", "unknown", "other"]:
    """Tell how two counted nouns stand: one word or class, one of them missing, words of unknown class, or of two classes."""
    if claim.counted is None or source.counted is None:
        return "missing"
    one, other = claim.head, source.head
    if one == other or (stem(one) != one and stem(one) == stem(other)):
        return "same"
    classes = desk.words.classes.get(one), desk.words.classes.get(other)
    if None in classes:
        return "unknown"
    return "same" if classes[0] == classes[1] else "other"


def _nearest(claim: Claim, asked: Asked | None, desk: Desk) -> Claim | None:
    """Return the source's claim that comes nearest: the same digits, what the draft may mean, one that speaks of the like."""
    slips = [c for c in desk.sources.digits.get(_digits(claim), ()) if relations.scale_slip(claim.quantity, c.quantity)]
    if slips:
        return slips[0]
    if asked is not None:
        like: Sequence[Claim] = (*(asked.slotted or asked.others),)
    else:
        like = (*desk.aligned.get(claim.id, ()), *desk.possible.get(claim.id, ()))
    if not _elsewhere(asked):
        like = like or [c for slot in _slots(claim) for c in desk.sources.slots.get(slot, ())]
    return likelihood.likest(claim, like, desk.context)


def _carry_over(claim: Claim, entries: dict[str, Entry], desk: Desk) -> None:
    """Let a bracketed conversion stand or fall with the figure it repeats."""
    first = entries.get(claim.converts or "")
    mine = entries.get(claim.id)
    if first is None or mine is None or claim.converts is None or mine.state != "unsupported" or first.state != "supported":
        return
    if relations.agree(desk.claims[claim.converts].quantity, claim.quantity):
        entries[claim.id] = Entry("supported", tuple(Support(s.claim, "converted") for s in first.support), claim.id)
