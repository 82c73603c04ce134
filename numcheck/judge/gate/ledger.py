"""Hold each figure of a draft against its sources: the ledger that the gate shows and that the sourcing rules speak from."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from numcheck.judge import relations
from numcheck.judge.gate.context import Context, Spot, context, telling
from numcheck.judge.gate.derive import Derivation, Shelf, derive, shelve
from numcheck.judge.gate.marks import mark_entries
from numcheck.judge.gate.other_forms import Told, in_another_form, lay_out
from numcheck.judge.gate.support import BEST_FIRST, SAME_NUMBER, against, comparable, shown, supports
from numcheck.judge.words import Words
from numcheck.language.en import rule_words
from numcheck.language.en.inflection import stem
from numcheck.model.claim import Claim
from numcheck.model.finding import Entry, State, Support
from numcheck.model.report import Noted
from numcheck.model.story import Story

TELLING = 12
"""A number above this that a source gives too is hardly the same by chance."""

CLOSE = Decimal("1.1")
"""How far apart a draft's bound or rounded number and a source's figure may be where nothing but their kind joins them."""

SHARED = 3
"""Words that two sentences share where nothing else says that a figure and its thousandfold are one quantity."""

BESIDE = Decimal("1.5")
"""How far a figure that stands beside a refuting one may be from a draft's bound that it would hold."""

ALIKE = 0.35
"""From here on two figures stand among the same words."""

CLEARER = 4
"""How many times more alike another figure's words must be before it, and not the equal one, is what the draft means."""

AMONG = 0.4
AMONG_RATE = 0.25
AMONG_CLEARER = 1.65
"""From here on a source's equal number stands among the draft's words, whatever is counted; less for a rate, which is
seldom told twice; and how many times more alike another's words must be, for the other to be meant."""

NOUN_REACH = 3
"""Words behind a figure among which the noun that it counts stands."""

MOST_NAMED = 8
MOST_LOOKED_AT = 60
MOST_COMPARED = 400
MOST_DERIVED = 2000
"""Figures of a draft for which a derivation is sought."""

OF_ANOTHER = "another's"
"""How a source stands to a figure that it gives to somebody else, and another to the draft's name."""

ANOTHER_SCALE = "another scale"
"""How a source stands to a figure that has its digits and not its thousands, millions or billions."""

_WORST_FIRST: Mapping[State, int] = {"contradicted": 0, "unsupported": 1, "supported": 2}


@dataclass(slots=True)
class Desk:
    """The sources laid out for look-up: by what align put with each draft claim, by figure, and by what they speak of."""

    claims: Mapping[str, Claim]
    place: Mapping[str, int]
    aligned: Mapping[str, Sequence[Claim]]
    story: Story
    taken: frozenset[str]
    possible: Mapping[str, Sequence[Claim]]
    rivals: frozenset[tuple[str, str]]
    figures: Mapping[object, Sequence[Claim]]
    numbers: Mapping[object, Sequence[Claim]]
    digits: Mapping[object, Sequence[Claim]]
    sentences: Mapping[object, Sequence[Claim]]
    slots: Mapping[object, Sequence[Claim]]
    units: Mapping[object, Sequence[Claim]]
    named: Mapping[object, Sequence[Claim]]
    drafted: Mapping[object, Sequence[Claim]]
    context: Context
    shelf: Shelf
    forms: Told
    words: Words


def ledger(
    claims: Sequence[Claim], marks: Sequence[Noted], story: Story, words: Words, texts: Mapping[str, str]
) -> tuple[Entry, ...]:
    """Return an entry for each figure and each checked mark of the draft, the worst first.

    `texts` are the documents by path. A word of size without bounds ("many") that no source speaks of has no entry: there is
    nothing to hold it against.
    """
    told = {c.document for c in claims if c.role != "draft"} | {n.document for n in marks if n.role != "draft"}
    desk = _lay_out(claims, marks, story, words, context(texts, sorted(told & texts.keys()), words.small))
    entries: dict[str, Entry] = {}
    drafted = [c for c in claims if c.role == "draft"]
    for i, claim in enumerate(drafted):
        entry = _entry(claim, desk, search=i < MOST_DERIVED)
        if entry is not None:
            entries[claim.id] = entry
    for claim in drafted:
        _carry_over(claim, entries, desk)
    sources = [c for c in claims if c.role != "draft"]
    place = {c.id: (0, i) for i, c in enumerate(drafted)}
    found = [*entries.values(), *mark_entries(marks, sources, desk.context)]
    return tuple(sorted(found, key=lambda e: (_WORST_FIRST[e.state], place.get(e.subject or "", (1, e.mark or 0)))))


def _lay_out(claims: Sequence[Claim], marks: Sequence[Noted], story: Story, words: Words, read: Context) -> Desk:
    by_id, place = {c.id: c for c in claims}, {c.id: at for at, c in enumerate(claims)}
    sources, noted = [c for c in claims if c.role != "draft"], [n for n in marks if n.role != "draft"]
    aligned: dict[str, Sequence[Claim]] = {}
    for topic in story.topics:
        told = [by_id[i] for i in topic.claims if i in by_id]
        theirs = sorted((c for c in told if c.role != "draft"), key=lambda c: (relations.order(c.quantity), place[c.id]))
        aligned.update({c.id: _around(c, theirs) for c in told if c.role == "draft" and theirs})
    possible: dict[str, list[Claim]] = defaultdict(list)
    for pair in story.possible:
        x, y = (by_id[i] for i in pair.claims)
        if (x.role == "draft") != (y.role == "draft"):
            draft, source = (x, y) if x.role == "draft" else (y, x)
            insort(possible[draft.id], source, key=lambda c: place[c.id])
    figures: dict[object, list[Claim]] = defaultdict(list)
    slots: dict[object, list[Claim]] = defaultdict(list)
    numbers: dict[object, list[Claim]] = defaultdict(list)
    digits: dict[object, list[Claim]] = defaultdict(list)
    sentences: dict[object, list[Claim]] = defaultdict(list)
    units: dict[object, list[Claim]] = defaultdict(list)
    named: dict[object, list[Claim]] = defaultdict(list)
    drafted: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        table = drafted if claim.role == "draft" else units
        if len(table[_kind(claim)]) < MOST_COMPARED:
            table[_kind(claim)].append(claim)
    for claim in sources:
        sentence = (claim.document, claim.sentence_start)
        for key, shelf in (
            (_figure(claim), figures),
            (_bare(claim), numbers),
            (_digits(claim), digits),
            (sentence, sentences),
            *((slot, slots) for slot in _slots(claim)),
            *((word, named) for word in read.named(_spot(claim))),
        ):
            if len(shelf[key]) < MOST_LOOKED_AT:
                shelf[key].append(claim)
    return Desk(
        claims=by_id,
        place=place,
        aligned=aligned,
        story=story,
        taken=frozenset(c.id for told in aligned.values() for c in told),
        possible=possible,
        rivals=frozenset(
            (x, y)
            for pair in story.rivals
            if not _loose((by_id[i] for i in pair.claims), words)
            for x, y in (pair.claims, pair.claims[::-1])
        )
        | {pair for x, y in story.parted for pair in ((x, y), (y, x))},
        figures=figures,
        numbers=numbers,
        digits=digits,
        sentences=sentences,
        slots=slots,
        units=units,
        named=named,
        drafted=drafted,
        context=read,
        shelf=shelve(sources, noted, words),
        forms=lay_out(sources, noted, read, words),
        words=words,
    )


def _around(claim: Claim, told: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims of a topic nearest to the draft's in size, `told` being sorted by it: all unless they are many."""
    at = bisect_left(told, relations.order(claim.quantity), key=lambda c: relations.order(c.quantity))
    return told[max(0, at - MOST_LOOKED_AT) : at + MOST_LOOKED_AT]


def _entry(claim: Claim, desk: Desk, *, search: bool) -> Entry | None:
    """Return what the sources say of one figure; None for a word without bounds that none speaks of."""
    aligned = desk.aligned.get(claim.id, ())
    decided = [s for s in aligned if desk.story.decided(claim.id, s.id)]
    held = _held(claim, decided or aligned, desk)
    if held:
        return Entry("supported", held, claim.id) if decided else _unless_another(claim, held, desk)
    if decided:
        state: State = "contradicted" if all(against(claim.quantity, s.quantity) for s in decided) else "unsupported"
        return Entry(state, tuple(Support(s.id, _disagrees(claim, s)) for s in decided[:MOST_NAMED]), claim.id)
    speaking = [s for s in aligned if comparable(claim.quantity, s.quantity, desk.words.ranks)]
    sure = [s for s in speaking if desk.story.probability(claim.id, s.id) >= desk.story.told]
    refuted = bool(sure) and all(against(claim.quantity, s.quantity) for s in sure)
    elsewhere = _elsewhere(claim, desk)
    others = _held(claim, [s for s in elsewhere if _one_kind(claim, s, desk, refuted=refuted)], desk)
    if others:
        return _unless_another(claim, others, desk)
    told = _told_among(claim, desk)
    if told is not None:
        return Entry("supported", (Support(told.id, SAME_NUMBER),), claim.id)
    derived = derive(claim, desk.shelf) if search else None
    if derived is None and search and not refuted:
        derived = in_another_form(claim, desk.forms)
    if derived is not None and not (refuted and _by_chance(claim, derived, sure)):
        return Entry("supported", tuple(Support(c.id, derived.relation, derived.shown) for c in derived.claims), claim.id)
    # A sum that stands in the source, if under another measure, is no contradiction: the words may name one payment.
    doubtful = (claim.quantity.unit != "count" and bool(_held(claim, elsewhere, desk))) or _held_beside(claim, speaking, desk)
    if refuted and not doubtful:
        worst = sorted(sure, key=lambda s: relations.times_apart(claim.quantity, s.quantity) or Decimal(1))
        return Entry("contradicted", tuple(Support(s.id, _disagrees(claim, s)) for s in worst[:MOST_NAMED]), claim.id)
    slips = [s for s in desk.digits.get(_digits(claim), ()) if _slipped(claim, s, desk)]
    if slips:
        return Entry("contradicted", tuple(Support(s.id, ANOTHER_SCALE) for s in slips[:MOST_NAMED]), claim.id)
    if claim.quantity.base.is_unbounded:
        return None
    nearest = _nearest(claim, desk)
    return Entry("unsupported", () if nearest is None else (Support(nearest.id, "nearest"),), claim.id)


def _told_among(claim: Claim, desk: Desk) -> Claim | None:
    """Return the source's claim with the draft's number among the draft's words, whatever its noun or measure; None for none.

    A rate may have lost its base ("$499 a month" for "$499"), and an age its unit (", 55 ," for "55-year-old"). No other figure
    of the draft's kind may stand among words that are clearly more alike.
    """
    mine = _spot(claim)
    equal = [c for c in desk.numbers.get(_bare(claim), ()) if _one_unit(claim, c) and _one_matter(claim, c, desk)]
    told = max(equal, key=lambda c: desk.context.likeness(mine, _spot(c)), default=None)
    if told is None or (claim.id, told.id) in desk.rivals:
        return None
    likeness = desk.context.likeness(mine, _spot(told))
    if likeness < (AMONG_RATE if "/" in told.quantity.unit else AMONG):
        return None
    return None if _likest_other(claim, desk) > likeness * AMONG_CLEARER else told


def _likest_other(claim: Claim, desk: Desk) -> float:
    """Return how alike the words are of the likest figure of the draft's kind that has another number."""
    number = _bare(claim)
    others = (c for c in desk.units.get(_kind(claim), ()) if _bare(c) != number and _nouns(claim, c, desk) != "other")
    return max((desk.context.likeness(_spot(claim), _spot(c)) for c in others), default=0.0)


def _bare(claim: Claim) -> object:
    """Return the number of a figure as written, or its word of size, whatever its unit and hedge."""
    q = claim.quantity
    return q.word or (q.stated.low, q.stated.high)


def _one_matter(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether two figures may be of one thing by noun and measure: one of them says it, and the other does not deny it."""
    if claim.measure is not None and claim.measure == source.measure:
        return True
    return _nouns(claim, source, desk) in ("same", "missing")


def _one_unit(claim: Claim, source: Claim) -> bool:
    """Tell whether two units are one, or the source's is the draft's with a base of time, or one of two ages is bare."""
    mine, theirs = claim.quantity, source.quantity
    if mine.unit == theirs.unit:
        return mine.direction == theirs.direction or None in (mine.direction, theirs.direction)
    if "age" in (mine.dimension, theirs.dimension):
        return {mine.unit, theirs.unit} == {"count", "year"} and None in (claim.counted, source.counted)
    return theirs.unit.startswith(f"{mine.unit}/")


def _by_chance(claim: Claim, derived: Derivation, against_it: Sequence[Claim]) -> bool:
    """Tell whether a sum or difference may well meet a small number by chance: it does not stand against what is refuted.

    A part that the source itself adds ("another four") is no chance, nor a sum of the very figures that refute.
    """
    size, parts = claim.quantity.stated.low, {c.id for c in derived.claims}
    if derived.relation == "sum" and all(c.id in parts for c in against_it):
        return False
    if derived.relation == "sum" and all(part.saying.added for part in derived.claims[1:]):
        return False
    return derived.relation in ("sum", "difference", "multiple") and size is not None and abs(size) <= TELLING


def _unless_another(claim: Claim, held: tuple[Support, ...], desk: Desk) -> Entry:
    """Return the support of a figure, unless its words are those of another figure of the sources: then that one is named."""
    holding, others = [desk.claims[s.claim] for s in held], list[Claim]()
    owned = _owned(claim, holding, desk)
    if owned is not None:
        return Entry("contradicted", (Support(owned.id, OF_ANOTHER),), claim.id)
    if claim.measure and claim.counted and any(claim.measure == c.measure and claim.head == c.head for c in holding):
        return Entry("supported", held, claim.id)
    for source in desk.units.get(_kind(claim), ()):
        if supports(claim.quantity, source.quantity, desk.words.ranks) is not None:
            holding.append(source)
        elif (
            source.quantity.hedge != "vague" and _measures_agree(claim, source, desk) and _nouns(claim, source, desk) != "other"
        ):
            others.append(source)
    meant = _named(claim, holding, others, desk) or _among(claim, holding, others, desk)
    if meant is None or _told_too(claim, meant, desk):
        return Entry("supported", held, claim.id)
    return Entry("unsupported", (Support(meant.id, "nearest"),), claim.id)


def _owned(claim: Claim, holding: Sequence[Claim], desk: Desk) -> Claim | None:
    """Return what a source gives the draft's names of the same thing, where all that hold the draft's figure are others'."""
    names = desk.context.names_before(_spot(claim)) if claim.counted is not None else []
    everybody = frozenset[str]().union(*names)
    theirs = _told_of(claim, names, desk)
    right_behind = [c for c in theirs if everybody & desk.context.owner(_spot(c))]
    several = {c.sentence_start for c in right_behind}
    if any(_is_of(c, everybody, desk, several) for c in (*holding, *_holding(claim, theirs, desk))):
        return None
    plain = [c for c in theirs if c in right_behind or c.sentence_start not in several]
    return next(iter(plain), None)


def _told_of(claim: Claim, names: Sequence[frozenset[str]], desk: Desk) -> list[Claim]:
    """Return the sources' counts of the same thing in sentences that have all words of one of these names."""
    found = {c.id: c for name in names for word in sorted(name) for c in desk.named.get(word, ()) if _of_one_thing(claim, c)}
    return [c for c in found.values() if any(name <= desk.context.named(_spot(c)) for name in names)]


def _holding(claim: Claim, sources: Iterable[Claim], desk: Desk) -> list[Claim]:
    return [c for c in sources if supports(claim.quantity, c.quantity, desk.words.ranks) is not None]


def _of_one_thing(claim: Claim, source: Claim) -> bool:
    """Tell whether two figures say behind them that they count one thing, and measure one."""
    if claim.measure != source.measure and None not in (claim.measure, source.measure):
        return False
    if claim.quantity.unit != source.quantity.unit or not (_said_behind(claim) and _said_behind(source)):
        return False
    return stem(claim.head) == stem(source.head)


def _said_behind(claim: Claim) -> bool:
    """Tell whether the noun of a count stands right behind it: "two rebounds", and not "two steals" with the noun of before."""
    return claim.counted is not None and stem(claim.head) in map(stem, claim.wording.behind[:NOUN_REACH])


def _is_of(source: Claim, names: frozenset[str], desk: Desk, several: Collection[int]) -> bool:
    """Tell whether a figure may be of these names: its sentence has them, or no name before it."""
    of = desk.context.named(_spot(source))
    if source.sentence_start in several:
        of = desk.context.owner(_spot(source)) or of
    return not desk.context.names_before(_spot(source)) or bool(names & of)


def _named(claim: Claim, holding: Sequence[Claim], others: Sequence[Claim], desk: Desk) -> Claim | None:
    """Return the age that a source gives to the draft's name where it gives the draft's age to others alone."""
    names = desk.context.names(_spot(claim)) if claim.quantity.dimension == "age" else frozenset()
    if not names or any(names & desk.context.names(_spot(c)) for c in holding):
        return None
    return next((c for c in others if names & desk.context.names(_spot(c))), None)


def _told_too(claim: Claim, source: Claim, desk: Desk) -> bool:
    """Tell whether another figure of the draft says what the source's does: then that one is meant by it."""
    return any(
        other.id != claim.id and supports(other.quantity, source.quantity, desk.words.ranks) is not None
        for other in desk.drafted.get(_kind(claim), ())
    )


def _among(claim: Claim, holding: Sequence[Claim], others: Sequence[Claim], desk: Desk) -> Claim | None:
    """Return the figure that stands among the draft's words where those that hold the draft's stand among others."""
    at = desk.context.another(_spot(claim), map(_spot, holding), list(map(_spot, others)), alike=ALIKE, clearer=CLEARER)
    return None if at is None else others[at]


def _spot(claim: Claim) -> Spot:
    return claim.document, claim.start, claim.end


def _kind(claim: Claim) -> object:
    return claim.quantity.dimension, claim.quantity.unit


def _held(claim: Claim, sources: Sequence[Claim], desk: Desk) -> tuple[Support, ...]:
    """Return the sources that hold the figure, the best first."""
    standing = [(s, supports(claim.quantity, s.quantity, desk.words.ranks)) for s in sources]
    held = [(s, relation) for s, relation in standing if relation is not None]
    held.sort(key=lambda pair: (BEST_FIRST.index(pair[1]), desk.place[pair[0].id]))
    return tuple(Support(s.id, relation, shown(claim, s, relation)) for s, relation in held[:MOST_NAMED])


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
    beside = {c.id: c for s in speaking for c in desk.sentences.get((s.document, s.sentence_start), ())}
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


def _elsewhere(claim: Claim, desk: Desk) -> list[Claim]:
    """Return sources' claims with an equal or near figure that align neither put with this one nor parted from it."""
    aligned = {c.id for c in desk.aligned.get(claim.id, ())}
    like = [*desk.possible.get(claim.id, ()), *(c for slot in _slots(claim) for c in desk.slots.get(slot, ()))]
    found = {c.id: c for c in (*desk.figures.get(_figure(claim), ()), *(c for c in like if _close(claim, c)))}
    return [c for c in found.values() if c.id not in aligned and (claim.id, c.id) not in desk.rivals]


def _close(claim: Claim, source: Claim) -> bool:
    """Tell whether the sizes are so near that the draft's bound or rounding may well be of this figure."""
    ratio = relations.times_apart(claim.quantity, source.quantity)
    return ratio is not None and ratio <= _reach(claim) and "vague" not in (claim.quantity.hedge, source.quantity.hedge)


def _reach(claim: Claim) -> Decimal:
    """Return how far apart two sizes may be to be close: of a bound like "more than 1 in 4" as far as to the next, 1 in 3."""
    size = claim.quantity.size
    if (
        claim.quantity.unit != "ratio"
        or size is None
        or not 0 < size < Decimal("0.5")
        or not relations.bounded_below(claim.quantity)
    ):
        return CLOSE
    return 1 / (1 - size)


def _one_kind(claim: Claim, source: Claim, desk: Desk, *, refuted: bool) -> bool:
    """Tell whether two figures that align did not put together may yet be one quantity.

    They speak of the like, or the number is too telling to be met by chance and nothing speaks against it. Where the sources
    that align found refute the draft, a number that is not telling needs both measure and noun.
    """
    nouns = _nouns(claim, source, desk)
    if nouns == "other" or not _measures_agree(claim, source, desk):
        return False
    same_measure = claim.measure is not None and claim.measure == source.measure
    size = claim.quantity.size
    if claim.quantity.unit != "count" or (size is not None and size > TELLING and claim.quantity.hedge != "vague"):
        return nouns != "unknown" or same_measure or (_figure(claim) == _figure(source) and not refuted)
    return (same_measure and nouns == "same") if refuted else (same_measure or nouns == "same")


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


def _loose(claims: Iterable[Claim], words: Words) -> bool:
    """Tell whether figures that are no counts differ in loose measures: for 44 years, after 44 years."""
    return all(c.quantity.unit != "count" and c.measure in words.measures.loose for c in claims)


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


def _nearest(claim: Claim, desk: Desk) -> Claim | None:
    """Return the source's claim that comes nearest: the same digits, else one that speaks of the like."""
    found: dict[str, Claim] = {c.id: c for c in (*desk.aligned.get(claim.id, ()), *desk.possible.get(claim.id, ()))}
    for slot in _slots(claim):
        if found:
            break
        found |= {c.id: c for c in desk.slots.get(slot, ())}
        shared = {i: _shared(claim, c, desk) for i, c in found.items()}
        found = {i: c for i, c in found.items() if shared[i] == max(shared.values())}
    slips = [c for c in desk.digits.get(_digits(claim), ()) if relations.scale_slip(claim.quantity, c.quantity)]
    far = Decimal("Infinity")
    return min(slips or found.values(), key=lambda c: relations.times_apart(claim.quantity, c.quantity) or far, default=None)


def _carry_over(claim: Claim, entries: dict[str, Entry], desk: Desk) -> None:
    """Let a bracketed conversion stand or fall with the figure it repeats."""
    first = entries.get(claim.converts or "")
    mine = entries.get(claim.id)
    if first is None or mine is None or claim.converts is None or mine.state != "unsupported" or first.state != "supported":
        return
    if relations.agree(desk.claims[claim.converts].quantity, claim.quantity):
        entries[claim.id] = Entry("supported", tuple(Support(s.claim, "converted") for s in first.support), claim.id)
