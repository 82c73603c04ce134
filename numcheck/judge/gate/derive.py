"""Find the one step of arithmetic that leads from sources' figures to a draft's: a sum, a difference, a share, a span of dates.

The search is small on purpose: only figures that stand together in one source and speak of what the draft's figure speaks of,
so that no accidental sum excuses a wrong number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import combinations, islice, pairwise, permutations

from numcheck.judge.kinds import kindred
from numcheck.judge.relations import bounded_above, bounded_below, number, unit_factor
from numcheck.judge.vocabulary import Vocabulary
from numcheck.language.en import around, rule_words
from numcheck.language.en.inflection import stem
from numcheck.language.tokens import telling
from numcheck.model.claim import Claim, last_word
from numcheck.model.finding import OTHERWISE
from numcheck.model.frozen import frozen
from numcheck.model.interval import inside, meets, point
from numcheck.model.quantity import BY_CHANCE, Quantity
from numcheck.model.report import Noted

TOGETHER = 300
"""Characters between two figures of a source, or two dates, that may be put together."""

MOST_PARTS = 24
"""Figures of one kind in one source, and figures of one sentence, that are tried."""

MOST_PAIRS = 2000
"""Pairs of figures of one sentence, and pairs of dates, that are tried over all sources."""

NEARLY = Decimal("0.05")
"""How far the outcome may lie from the figure, as a share: a rounding, not a guess."""

OVER = Decimal("1.25")
"""How far a share may lie from the bound that tells of it: "more than half" is said of 57 %, and not of 90 %."""

JOINED = 4
"""Words from a count to the next that an "and" in front of it adds to it: "12 houses and 30 barns"."""

ROUGHLY_A_PART = Decimal("0.03")
"""How far a share may lie from a part in words: 72 of 106 are "two thirds"."""

ALMOST = Decimal("0.9")
"""How much of a multiple is reached where the draft says "nearly": "nearly doubled" for 610 and 1,150."""

SIMPLE = Decimal("0.005")
"""How far two figures of two sentences may lie from the part that they make up, as a share: "half" for 741 of 1,482."""

TELLING = 100
"""A figure from here on is hardly a part of another by chance."""

BOTH_REACH = 6
"""Words behind a figure among which the two nouns that it counts stand: "operations and outpatient appointments"."""

EACH_REACH = 2
"""Words behind an amount among which "each" says that it is one of many."""

STEPS = frozenset({"sum", "difference", "level", "share", "change", "multiple", "rate", "dates", "rank", OTHERWISE})
"""The relations of a derivation."""

SHARED = 2
"""Words that a draft's sentence shares with a sum's where their nouns do not say that they speak of the like."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DAY = Decimal(86400)

Slot = tuple[str, str, str | None]


@frozen
class Derivation:
    """How a figure follows: what was done, the claims it starts from (of dates: one beside them), and the line to show."""

    relation: str
    claims: tuple[Claim, ...]
    shown: str


@dataclass(slots=True)
class Outcomes:
    """What one kind of step over the sources comes to, in the order in which it is tried, for look-up by the outcome.

    Each is the value, the claims, and whether they stand in one sentence.
    """

    tried: Sequence[tuple[Decimal, tuple[Claim, ...], bool]]
    at: dict[Decimal, list[int]] = field(init=False)
    sizes: list[Decimal] = field(init=False)

    def __post_init__(self) -> None:
        self.at = defaultdict(list)
        for place, (value, _, _) in enumerate(self.tried):
            self.at[value].append(place)
        self.sizes = sorted(self.at)

    def meeting(self, wanted: Quantity) -> Iterator[tuple[Claim, ...]]:
        """Yield, in order, the claims of each step that comes to the figure: to the digit, or near it where it is "about"."""
        stated = number(wanted)
        if stated is None:
            return
        for place in sorted(self._near(stated, wanted)) if wanted.hedge == "about" else self.at.get(stated, ()):
            _, claims, one_sentence = self.tried[place]
            if (one_sentence or stated > BY_CHANCE) and _bound_alike(wanted, claims):
                yield claims

    def _near(self, stated: Decimal, wanted: Quantity) -> Iterator[int]:
        first, last = bisect_left(self.sizes, stated - stated * NEARLY), bisect_right(self.sizes, stated + stated * NEARLY)
        for value in self.sizes[first:last]:
            if _fits(value, wanted):
                yield from self.at[value]


@dataclass(slots=True)
class Shelf:
    """The sources laid out for the search: plain numbers by what they speak of, pairs of one sentence, dates by twos.

    `added` are the pairs of one sentence of which the second is told on top of the first, by unit; `two_nouns` those that
    count two things; `ratios` the pairs of one kind, the higher first; `rates` amounts with a time or a count of the same
    sentence that they may be spread over, by the unit of the amount; `counts` the counts of each document that are too high
    for chance; `gaps` a level with how much more or less it is than another; `wholes` the amounts of a sentence that says
    that it adds them up, by unit; `parts` a share with what it may be a share of, and their product, by the unit of the
    whole; `ends` the levels with their gap in the same unit; `moved` a level that a multiple led to, with it ("halved to
    $96m"), by the unit of the level; `dates` two marks, the claim beside them, and the seconds from the one to the other.
    Sums and differences are reckoned once for each kind that is asked for.
    """

    words: Vocabulary
    kinds: Mapping[Slot, Sequence[Sequence[Claim]]]
    added: Mapping[str, Outcomes]
    two_nouns: Sequence[tuple[Claim, Claim]]
    ratios: Sequence[tuple[Claim, Claim]]
    rates: Mapping[str, Sequence[tuple[Claim, Claim]]]
    counts: Mapping[str, Sequence[Claim]]
    gaps: Mapping[str, Sequence[tuple[Claim, Claim]]]
    wholes: Mapping[str, Sequence[Sequence[Claim]]]
    parts: Mapping[str, Sequence[tuple[Claim, Claim, Decimal]]]
    ends: Sequence[tuple[Claim, Claim]]
    moved: Mapping[str, Sequence[tuple[Claim, Claim]]]
    dates: Sequence[tuple[Noted, Noted, Claim, Decimal]]
    _sums: dict[Slot, Outcomes] = field(default_factory=dict)
    _differences: dict[Slot, Outcomes] = field(default_factory=dict)

    def sums(self, slot: Slot) -> Outcomes:
        """Return the sums of two figures that stand together in a source, or of all of one sentence."""
        if slot not in self._sums:
            self._sums[slot] = Outcomes([outcome for told in self.kinds.get(slot, ()) for outcome in _added(told)])
        return self._sums[slot]

    def differences(self, slot: Slot) -> Outcomes:
        """Return the differences of two figures of one sentence."""
        if slot not in self._differences:
            self._differences[slot] = Outcomes([outcome for told in self.kinds.get(slot, ()) for outcome in _taken_off(told)])
        return self._differences[slot]


def shelve(sources: Sequence[Claim], marks: Sequence[Noted], words: Vocabulary) -> Shelf:
    """Lay out the sources' claims (in order) and marks for `derive`."""
    plain = [c for c in sources if c.converts is None and number(c.quantity) is not None]
    pairs = _pairs(plain)
    gaps = _gaps(pairs)
    dated = [n for n in marks if _day(n) is not None]
    together = [(x, y) for x, y in pairwise(dated) if x.document == y.document and y.item.start - x.item.end <= TOGETHER]
    return Shelf(
        words=words,
        added=_told_on_top(pairs, words),
        two_nouns=list(_two_nouns(pairs)),
        kinds=_kinds(plain),
        ratios=[_high_low(x, y) for x, y in pairs if min(_value(x), _value(y)) > 0 and _may_be_divided(x, y, words)],
        rates=_rates(pairs),
        counts=_telling_counts(plain),
        gaps=gaps,
        ends=list(_of_one_unit(gaps)),
        wholes=_wholes(plain),
        parts=_parts(pairs),
        moved=_moved(pairs),
        dates=list(_spans(_beside(together[:MOST_PAIRS], sources))),
    )


def _told_on_top(pairs: Iterable[tuple[Claim, Claim]], words: Vocabulary) -> dict[str, Outcomes]:
    """Return by unit the sums of two figures of a sentence of which the second is told on top of the first."""
    added: dict[str, list[tuple[Decimal, tuple[Claim, ...], bool]]] = defaultdict(list)
    for x, y in pairs:
        if x.quantity.unit == y.quantity.unit and (y.saying.added or _joined(x, y, words)) and _told_alike(x, y):
            added[x.quantity.unit].append((_value(x) + _value(y), (x, y), True))
    return {unit: Outcomes(sums) for unit, sums in added.items()}


def _parts(pairs: Iterable[tuple[Claim, Claim]]) -> dict[str, list[tuple[Claim, Claim, Decimal]]]:
    """Return by the unit of the whole each share with what it may be a share of, and their product."""
    parts: dict[str, list[tuple[Claim, Claim, Decimal]]] = defaultdict(list)
    for x, y in pairs:
        share, whole = (x, y) if x.quantity.dimension == "share" else (y, x)
        if share.quantity.dimension == "share":
            parts[whole.quantity.unit].append((share, whole, _value(share) * _value(whole)))
    return parts


def _of_one_unit(gaps: Mapping[str, Sequence[tuple[Claim, Claim]]]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the levels whose gap has their unit."""
    return ((level, gap) for told in gaps.values() for level, gap in told if level.quantity.unit == gap.quantity.unit)


def _two_nouns(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Return the pairs that count two things: "640 trains and 3,100 buses"."""
    return ((x, y) for x, y in pairs if "" not in (x.head, y.head) and stem(x.head) != stem(y.head))


def _kinds(plain: Sequence[Claim]) -> dict[Slot, list[list[Claim]]]:
    """Return by what figures speak of those of each document, each time the first ones alone."""
    kinds: dict[Slot, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in plain:
        for slot in (("measure", claim.measure), ("counted", claim.counted)):
            told = kinds[claim.quantity.unit, *slot][claim.document]
            if slot[1] is not None and len(told) < MOST_PARTS:
                told.append(claim)
    return {slot: list(told.values()) for slot, told in kinds.items()}


def _rates(pairs: Iterable[tuple[Claim, Claim]]) -> dict[str, list[tuple[Claim, Claim]]]:
    """Return amounts with the time or the count of things, told beside them, that they may be spread over."""
    rates: dict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
    for x, y in pairs:
        for amount, over in ((x, y), (y, x)):
            if (
                over.quantity.dimension in ("duration", "count")
                and amount.quantity.dimension != over.quantity.dimension
                and _value(over) > 1
            ):
                rates[amount.quantity.unit].append((amount, over))
    return rates


def _telling_counts(plain: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Return the first counts of each document that are too high to make up a part by chance."""
    counts: dict[str, list[Claim]] = defaultdict(list)
    for claim in plain:
        own = counts[claim.document]
        if claim.quantity.unit == "count" and _value(claim) >= TELLING and len(own) < MOST_PARTS:
            own.append(claim)
    return counts


def _gaps(pairs: Iterable[tuple[Claim, Claim]]) -> dict[str, list[tuple[Claim, Claim]]]:
    """Return by unit each level with the figure behind it that says how much more or less than another it is."""
    gaps: dict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
    for x, y in pairs:
        for level, gap in ((x, y), (y, x)):
            if _is_gap(gap, level) and not level.saying.difference:
                gaps[level.quantity.unit].append((level, gap))
    return gaps


def _moved(pairs: Iterable[tuple[Claim, Claim]]) -> dict[str, list[tuple[Claim, Claim]]]:
    """Return by unit each level that a multiple led to, with it: "halved to $96m"."""
    moved: dict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
    for times, level in pairs:
        if times.quantity.unit == "times" and times.quantity.direction and level.saying.word_before in rule_words.TO_A_LEVEL:
            moved[level.quantity.unit].append((level, times))
    return moved


def _is_gap(gap: Claim, level: Claim) -> bool:
    """Tell whether a figure says how far the level of its sentence is from another: behind it, or "by 12 to 52" in front."""
    units = (gap.quantity.unit, level.quantity.unit)
    of_kind = units[0] == units[1] or (gap.quantity.dimension, level.quantity.dimension) == ("points", "share")
    if gap.start > level.start:
        return of_kind and (gap.saying.difference or gap.quantity.dimension == "points" or _is_of_index(gap) or _is_lead(gap))
    return of_kind and gap.quantity.direction is not None and level.saying.word_before in rule_words.TO_A_LEVEL


def _joined(x: Claim, y: Claim, words: Vocabulary) -> bool:
    """Tell whether an "and" adds a count of like things to the one in front of it: "12 houses and 30 barns"."""
    between = _between(x, y)
    if not 0 < len(between) <= JOINED or between[-1] not in around.ADDS or x.quantity.unit != "count":
        return False
    kind = words.classes.get(x.head)
    return kind is not None and (y.counted is None or words.classes.get(y.head) == kind)


def _between(x: Claim, y: Claim) -> tuple[str, ...]:
    """Return the words from one figure of a sentence to a later one."""
    return y.wording.before[len(x.wording.sentence) - len(x.wording.behind) :]


def _wholes(plain: Sequence[Claim]) -> dict[str, list[list[Claim]]]:
    """Return the amounts of each sentence that says what a whole is made up of."""
    wholes: dict[str, list[list[Claim]]] = defaultdict(list)
    for group in _by_sentence(plain):
        for unit in {c.quantity.unit for c in group if c.quantity.dimension == "currency"}:
            parts = [c for c in group if c.quantity.unit == unit]
            if len(parts) > 1 and not rule_words.MADE_UP.isdisjoint(_stems(parts[0].wording.sentence)):
                wholes[unit].append(parts)
    return wholes


def _pairs(plain: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Return each two figures of one sentence, of long sentences and of all of them the first ones alone."""
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in plain:
        group = sentences[claim.document, claim.sentence_start]
        if len(group) < MOST_PARTS:
            group.append(claim)
    return list(islice((pair for group in sentences.values() for pair in combinations(group, 2)), MOST_PAIRS))


def _added(told: Sequence[Claim]) -> Iterator[tuple[Decimal, tuple[Claim, ...], bool]]:
    """Yield the sums of one source: of two figures, or of all of a sentence: "120 in the port and 60 in the old town".

    What is planned or expected is added to no fact: 120 gone, and 60 more to go, are not 180 gone.
    """
    for (x, p), (y, q) in combinations([(claim, _value(claim)) for claim in told], 2):
        one_sentence = x.sentence_start == y.sentence_start or (y.start - x.end <= TOGETHER and y.saying.added)
        together = one_sentence or (y.start - x.end <= TOGETHER and x.quantity.written != y.quantity.written)
        if together and _told_alike(x, y) and not (_holds(x, y) or _holds(y, x)):
            yield p + q, (x, y), one_sentence
    for parts in _by_sentence(told):
        if len(parts) > 2 and not any(_holds(x, y) for x, y in permutations(parts, 2)):
            yield sum(map(_value, parts), Decimal(0)), tuple(parts), True


def _told_alike(x: Claim, y: Claim) -> bool:
    """Tell whether no fact is followed by what is planned or expected; "up to 30 will be built, and 20 more" is one plan."""
    return x.modality is not None or y.modality is None


def _taken_off(told: Sequence[Claim]) -> Iterator[tuple[Decimal, tuple[Claim, ...], bool]]:
    """Yield the differences of one source: "from 200 to 250"; what is one already is taken off nothing."""
    for group in _by_sentence(told):
        for x, y in combinations([claim for claim in group if not claim.saying.difference], 2):
            if not (_is_gap(x, y) or _is_gap(y, x)):
                high, low = _high_low(x, y)
                yield _value(high) - _value(low), (high, low), True


def _holds(whole: Claim, part: Claim) -> bool:
    """Tell whether the second figure is counted in the first: "14 people, three of them children"."""
    of = part.scope.subset_of
    if of is None or whole.scope.subset_of is not None or _value(part) > _value(whole):
        return False
    return of == "total" or of == whole.head


def _spans(dates: Iterable[tuple[Noted, Noted, Claim]]) -> Iterator[tuple[Noted, Noted, Claim, Decimal]]:
    for x, y, beside in dates:
        first, last = _day(x), _day(y)
        if first is not None and last is not None and first != last:
            yield x, y, beside, abs((last - first).days) * _DAY


def _beside(dates: Sequence[tuple[Noted, Noted]], sources: Sequence[Claim]) -> Iterator[tuple[Noted, Noted, Claim]]:
    """Add to two dates the nearest claim of their source, for the ledger to quote; a source without any is left out."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in sources:
        told[claim.document].append(claim)
    for x, y in dates:
        claims = told[x.document]
        if claims:
            at = bisect_left(claims, x.item.start, key=lambda c: c.start)
            yield x, y, min(claims[max(0, at - 1) : at + 1], key=lambda c: abs(c.start - x.item.start))


def derive(claim: Claim, shelf: Shelf) -> Derivation | None:
    """Return the first derivation of `claim` from the sources on the shelf, None if there is none.

    A bound is a sum, a share or a multiple alone.
    """
    if number(claim.quantity) is None:
        return None
    plain = claim.quantity.hedge in ("exact", "about")
    for step in _STEPS if plain else (_sum, _share, _change_by_gap, _multiple):
        found = next(step(claim, shelf), None)
        if found is not None:
            return found
    return None


def _slot(claim: Claim) -> Slot:
    """Return what other figures share that speak of what `claim` speaks of: same unit, same measure or counted noun."""
    told = ("measure", claim.measure) if claim.measure is not None else ("counted", claim.counted)
    return (claim.quantity.unit, *told)


def _sum(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield sums of two figures that stand together, or of all of one sentence: "120 in the port and 60 in the old town"."""
    for parts in shelf.sums(_slot(claim)).meeting(claim.quantity):
        yield Derivation("sum", parts, f"{' + '.join(map(plain, parts))} = {plain(claim)}")
    added = shelf.added.get(claim.quantity.unit)
    for parts in () if added is None else added.meeting(claim.quantity):
        if _speaks_of_all(claim, parts, shelf.words):
            yield Derivation("sum", parts, f"{' + '.join(map(plain, parts))} = {plain(claim)}")
    said = _nouns_joined(claim)
    for parts in shelf.two_nouns if said else ():
        if {stem(part.head) for part in parts} <= said and conveys(_value(parts[0]) + _value(parts[1]), claim.quantity):
            yield Derivation("sum", parts, f"{' + '.join(map(plain, parts))} = {plain(claim)}")


def _nouns_joined(claim: Claim) -> frozenset[str]:
    """Return the stems behind a draft's count of two nouns, joined by "and": "more than 9,000 operations and appointments"."""
    behind = claim.wording.behind[:BOTH_REACH]
    joined = claim.quantity.unit == "count" and not around.ADDS.isdisjoint(map(str.lower, behind))
    return _stems(behind) if joined else frozenset()


def _bound_alike(wanted: Quantity, parts: Sequence[Claim]) -> bool:
    """Tell whether a bound of the draft's goes the way of its parts': some are bounded so, and none the other way."""
    if wanted.hedge in ("exact", "about"):
        return True
    same, other = (bounded_below, bounded_above) if bounded_below(wanted) else (bounded_above, bounded_below)
    return any(same(c.quantity) for c in parts) and not any(other(c.quantity) for c in parts)


def _speaks_of_all(claim: Claim, parts: Sequence[Claim], words: Vocabulary) -> bool:
    """Tell whether a draft's figure speaks of all parts of a sum: by a noun, a class or a measure of theirs, or by the words.

    Where two things are said of the parts ("destroyed", "damaged"), the draft's sentence must say both.
    """
    mine, measures = _stems(claim.wording.sentence), {part.measure for part in parts}
    nouns = {name for part in parts for name in (part.head, words.classes.get(part.head)) if name}
    of_kind = claim.head in nouns or words.classes.get(claim.head) in nouns or {claim.measure} == measures - {None}
    if not of_kind and (_value(claim) <= BY_CHANCE or len(mine & _stems(parts[0].wording.sentence)) < SHARED):
        return False
    if len(measures) == 1:
        return claim.measure in (None, *measures)
    said = [_stems(between) for between in _behind_each(parts)]
    return all(mine & own.difference(*(other for other in said if other is not own)) for own in said)


def _behind_each(parts: Sequence[Claim]) -> Iterator[Sequence[str]]:
    """Yield the words behind each part up to the next; the last has all that stand behind it."""
    for part, following in pairwise(parts):
        yield _between(part, following)
    yield parts[-1].wording.behind


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in telling(words))


def _difference(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield differences of two figures of one sentence: "from 200 to 250"; two shares differ in points, not by percent."""
    if claim.quantity.dimension == "share" and claim.quantity.direction is not None:
        return
    is_low = _says_beside(claim, rule_words.STILL)
    for high, low in () if is_low else shelf.differences(_slot(claim)).meeting(claim.quantity):
        yield Derivation("difference", (high, low), f"{plain(high)} - {plain(low)} = {plain(claim)}")
    for high, low in shelf.ratios:
        if (
            high.quantity.unit == claim.quantity.unit
            and _is_course(high, low, claim)
            and _fits(_value(high) - _value(low), claim.quantity)
        ):
            yield Derivation("difference", (high, low), f"{plain(high)} - {plain(low)} = {plain(claim)}")


def _is_course(high: Claim, low: Claim, claim: Claim) -> bool:
    """Tell whether two figures are the ends of one change, or the draft tells what is left of the one without the other."""
    ends = (claim.quantity.direction is not None or claim.saying.difference) and (
        high.saying.behind_from or low.saying.behind_from
    )
    if claim.quantity.unit != "count":
        return ends or _says_beside(claim, rule_words.LEFT_OVER)
    if claim.quantity.direction is not None:
        return ends and claim.counted in {high.counted, low.counted} - {None}
    is_rest = _says_beside(claim, rule_words.LEFT_OVER) or _is_no_longer(claim, low)
    return is_rest and claim.counted == high.counted


def _is_no_longer(claim: Claim, low: Claim) -> bool:
    """Tell whether a draft's count may be all but those of a source who are left: reconnected, not still cut off."""
    over = _value(claim) > BY_CHANCE and claim.measure not in (None, low.measure)
    return over and _says_beside(low, rule_words.NOT_YET_DONE) and not _says_beside(claim, rule_words.NOT_YET_DONE)


def _says_beside(claim: Claim, words: frozenset[str]) -> bool:
    """Tell whether one of some words stands beside a figure."""
    beside = (*claim.wording.before[-EACH_REACH:], *claim.wording.behind[: EACH_REACH + 1])
    return not words.isdisjoint(map(str.lower, beside))


def _level(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield the other level of two of which a source tells one and the gap: "900 people, 50 more than the year before"."""
    for level, gap in shelf.gaps.get(claim.quantity.unit, ()):
        sign = _way_back(gap)
        if sign and _fits(_value(level) + sign * _value(gap), claim.quantity) and not claim.saying.difference:
            joint = "-" if sign < 0 else "+"
            yield Derivation("level", (level, gap), f"{plain(level)} {joint} {plain(gap)} = {plain(claim)}")
    for level, times in shelf.moved.get(claim.quantity.unit, ()):
        if _fits(_value(level) / _value(times), claim.quantity) and not claim.saying.difference:
            yield Derivation("level", (level, times), f"{plain(times)} to {plain(level)} from {plain(claim)}")


def _way_back(gap: Claim) -> int:
    """Return -1 where a gap says that its level is the higher of two, 1 where it is the lower, 0 where it does not say."""
    beside = set(map(str.lower, gap.wording.behind[: EACH_REACH + 1]))
    if beside & rule_words.MORE_BY or gap.quantity.direction == "up" or _is_lead(gap):
        return -1
    return 1 if beside & rule_words.FEWER_BY or gap.quantity.direction == "down" else 0


def _is_of_index(gap: Claim) -> bool:
    """Tell whether a figure is by how many points an index rose or fell."""
    return gap.quantity.dimension == "index" and gap.quantity.direction is not None


def _is_lead(claim: Claim) -> bool:
    """Tell whether a figure is by how many votes somebody was ahead."""
    return claim.measure in rule_words.LEADS


def _share(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield shares of two figures of one sentence ("60 of the 180"), or the rise or fall from one to the other in percent."""
    if claim.quantity.dimension != "share":
        return
    direction = claim.quantity.direction
    for high, low in shelf.ratios:
        if not _may_be_its_whole(high, claim, shelf.words):
            continue
        if _is_the_part(low, high, claim):
            yield Derivation("share", (low, high), f"{plain(low)} of {plain(high)} = {plain(claim)}")
        first, last = (low, high) if direction == "up" else (high, low)
        moved = direction is not None or _is_gone(claim, high)
        if moved and _comes_to((_value(high) - _value(low)) / _value(first), claim.quantity):
            yield Derivation("change", (first, last), f"{plain(first)} to {plain(last)} = {plain(claim)}")


def _change_by_gap(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield the rise or fall in percent of a level that a source tells with the gap: "down 70 points at 6,930" for 1%."""
    sign = {"up": -1, "down": 1}.get(claim.quantity.direction or "")
    if claim.quantity.dimension != "share" or sign is None:
        return
    for level, gap in shelf.ends:
        former = _value(level) + sign * _value(gap)
        if _way_back(gap) == sign and former > 0 and conveys(_value(gap) / former, claim.quantity):
            yield Derivation("change", (level, gap), f"{plain(gap)} of {plain(level)} = {plain(claim)}")


def _is_the_part(low: Claim, high: Claim, claim: Claim) -> bool:
    """Tell whether a share is the part that one figure is of another; of two shares it is none."""
    if claim.quantity.direction is not None or high.quantity.dimension == "share":
        return False
    return conveys(_value(low) / _value(high), claim.quantity)


def _comes_to(change: Decimal, wanted: Quantity) -> bool:
    """Tell whether a rise or fall, or what is gone, is the draft's: to its digits, a part in words also roughly."""
    return conveys(change, wanted) if wanted.direction is None else _fits(change, wanted)


def _may_be_its_whole(whole: Claim, claim: Claim, words: Vocabulary) -> bool:
    """Tell whether a figure may be the whole that a draft's share names: of its noun or class, or among like words."""
    of = last_word(claim.scope.subset_of)
    if not of or not whole.head or stem(of) == stem(whole.head):
        return True
    classes = words.classes.get(of), words.classes.get(whole.head)
    if None not in classes:
        return classes[0] == classes[1]
    return bool(_stems(claim.wording.sentence) & _stems(whole.wording.sentence))


def _is_gone(claim: Claim, high: Claim) -> bool:
    """Tell whether a share is what is gone of the level that a source starts from: "two thirds of the farms" of 640."""
    return claim.quantity.direction is None and high.saying.behind_from and last_word(claim.scope.subset_of) == high.head != ""


def _simple_part(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield the two counts of one source that a simple part tells to the digit: "half the adults" for 741 of 1,482."""
    if claim.quantity.unit != "ratio" or claim.quantity.direction is not None:
        return
    kind = shelf.words.classes.get(claim.scope.subset_of or "")
    for told in shelf.counts.values() if kind is not None else ():
        for low, high in permutations(told, 2):
            exact = abs(_value(low) / _value(high) - _value(claim)) <= SIMPLE * _value(claim)
            if (
                exact
                and shelf.words.classes.get(high.head) == kind
                and low.counted in (None, high.counted, claim.scope.subset_of)
            ):
                yield Derivation("share", (low, high), f"{plain(low)} of {plain(high)} = {plain(claim)}")


def _points(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield the points from one share of a sentence to another: "31%, up from 27%"."""
    if claim.quantity.dimension != "points":
        return
    for high, low in shelf.ratios:
        if high.quantity.dimension == "share" and _fits(_value(high) - _value(low), claim.quantity):
            yield Derivation("difference", (high, low), f"{plain(high)} - {plain(low)} = {plain(claim)}")


def _rate(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield amounts spread over a time ("$100bn over five years") or, where the draft says "each", over so many."""
    amount, _, period = claim.quantity.unit.partition("/")
    each = not rule_words.EACH_ONE.isdisjoint(map(str.lower, claim.wording.behind[:EACH_REACH]))
    if not period and not each:
        return
    of_time = claim.quantity.dimension.endswith("/duration")
    for whole, over in shelf.rates.get(amount, ()):
        spread = over.quantity.dimension == ("duration" if of_time else "count")
        if spread and _fits(_value(whole) / _value(over), claim.quantity):
            yield Derivation("rate", (whole, over), f"{plain(whole)} / {plain(over)} = {plain(claim)}")


def _whole(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield what a source says a whole is made up of: "consists of £59m in cash and £22m of debt"."""
    mine = _stems(claim.wording.sentence)
    for parts in shelf.wholes.get(claim.quantity.unit, ()):
        shared = mine & _stems(parts[0].wording.sentence)
        if shared - rule_words.MADE_UP and sum(map(_value, parts)) == _value(claim):
            yield Derivation("sum", tuple(parts), f"{' + '.join(map(plain, parts))} = {plain(claim)}")


def _part(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield a whole times its share, both of one sentence: "40 percent of the 200 homes"."""
    if claim.quantity.dimension == "share":
        return
    for share, whole, product in shelf.parts.get(claim.quantity.unit, ()):
        if (kindred(whole, claim) or _part_of_it(share, whole, claim)) and _fits(product, claim.quantity):
            yield Derivation("share", (share, whole), f"{plain(share)} of {plain(whole)} = {plain(claim)}")


def _part_of_it(share: Claim, whole: Claim, claim: Claim) -> bool:
    """Tell whether a share is one "of it", of the sum in front, and the draft's sum has a word behind it too."""
    if whole.quantity.dimension != "currency" or share.start < whole.start:
        return False
    opening = tuple(map(str.lower, share.wording.behind[:2]))
    return opening in rule_words.OF_IT and bool(_stems(claim.wording.sentence) & _stems(share.wording.behind))


def _multiple(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield how many times one figure of a sentence the other is: "from 12,000 to 24,000" for "doubled"."""
    if claim.quantity.unit != "times":
        return
    for high, low in shelf.ratios:
        if conveys(_value(high) / _value(low), claim.quantity):
            yield Derivation("multiple", (low, high), f"{plain(high)} / {plain(low)} = {plain(claim)}")


def _span(claim: Claim, shelf: Shelf) -> Iterator[Derivation]:
    """Yield spans between two dates that stand together in one source."""
    wanted = number(claim.quantity)
    if claim.quantity.dimension != "duration" or wanted is None:
        return
    half = unit_factor(claim.quantity) / 2
    for x, y, beside, seconds in shelf.dates:
        slack = max(_DAY * (366 if "-" not in f"{x.value}{y.value}" else 1), half)
        if abs(seconds - wanted) <= slack:
            yield Derivation("dates", (beside,), f"{x.item.text} to {y.item.text} = {plain(claim)}")


def day(value: str | None) -> date | None:
    """Return the day of a mark's ISO value, the first of its month or year where no more is said; None for anything else."""
    match = _ISO.fullmatch(value or "")
    if match is None:
        return None
    year, month, of_month = (int(part) if part else 1 for part in match.groups())
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def _day(noted: Noted) -> date | None:
    return day(noted.value or "")


def _by_sentence(told: Sequence[Claim]) -> Iterator[list[Claim]]:
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in told:
        sentences[claim.document, claim.sentence_start].append(claim)
    yield from sentences.values()


def _may_be_divided(x: Claim, y: Claim, words: Vocabulary) -> bool:
    """Tell whether the one may be a share or a multiple of the other: one unit, one kind of thing, one measure; never ages."""
    if x.quantity.unit != y.quantity.unit or "age" in (x.quantity.dimension, y.quantity.dimension):
        return False
    if x.quantity.dimension == "duration":
        return x.measure is not None and x.measure == y.measure
    if x.quantity.dimension != "count":
        return None in (x.measure, y.measure) or x.measure == y.measure
    if x.scope.subset_of is not None or y.scope.subset_of is not None or None in (x.counted, y.counted) or x.head == y.head:
        return True
    if _high_low(x, y)[0].saying.a_whole:
        return True
    kind = words.classes.get(x.head)
    return kind is not None and kind == words.classes.get(y.head)


def _high_low(x: Claim, y: Claim) -> tuple[Claim, Claim]:
    high, low = sorted((x, y), key=_value, reverse=True)
    return high, low


def _value(claim: Claim) -> Decimal:
    return number(claim.quantity) or Decimal(0)


def _fits(value: Decimal, wanted: Quantity) -> bool:
    """Tell whether `value` is the figure, rounded as it is and by no more than a few percent."""
    stated = number(wanted)
    return stated is not None and meets(point(value), wanted.base) and abs(value - stated) <= stated * NEARLY


def conveys(value: Decimal, wanted: Quantity) -> bool:
    """Tell whether `value` is the figure, or is inside the bound that it is and near to it: 33 of 58 for "more than half"."""
    stated = number(wanted)
    if wanted.hedge in ("exact", "about"):
        return _fits(value, wanted) or (stated is not None and _is_roughly(value, stated, wanted))
    return stated is not None and inside(point(value), wanted.written) and value <= stated * OVER and stated <= value * OVER


def _is_roughly(value: Decimal, stated: Decimal, wanted: Quantity) -> bool:
    """Tell whether a part or a multiple in words is said of `value`: "two thirds" of .68, "nearly doubled" of 1.9 times."""
    if wanted.unit == "times" and wanted.side == "below":
        return stated * ALMOST <= value < stated
    return wanted.unit == "ratio" and wanted.hedge == "exact" and abs(value - stated) <= stated * ROUGHLY_A_PART


def plain(claim: Claim) -> str:
    """Return the words of a figure on one line."""
    return " ".join(claim.text.split())


_STEPS = (
    _sum,
    _difference,
    _level,
    _share,
    _change_by_gap,
    _simple_part,
    _points,
    _rate,
    _whole,
    _part,
    _multiple,
    _span,
)
