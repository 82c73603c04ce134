"""A draft's figure that a source tells in a form of its own: an article for one, a score, the ends of a change, names.

Each of these forms says less than a figure does, so that the words beside it must say that it is the same thing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from numcheck.judge.gate.context import BESIDE, Context, Spot
from numcheck.judge.gate.derive import Derivation, plain
from numcheck.judge.vocabulary import Vocabulary
from numcheck.language.en import rule_words
from numcheck.language.en.inflection import stem
from numcheck.language.tokens import words as words_of
from numcheck.model.claim import Claim
from numcheck.model.report import Noted

NEAREST = 2
"""Words nearest to a draft's "one" that must stand in the sentence of an article too, for it to be the same thing."""

BEFORE_THE_THING = 3
"""Words that may stand between an article and the thing."""

ENDS_APART = 25
"""Characters from the one end of a change to the other where they may be the ends of a range: "4% to 7%"."""

MOST_TRIED = 60
"""Articles, scores and figures of one kind that a draft's figure is held against."""

FORMS = frozenset({"article", "score", "ends", "times", "count"})
"""The relations of a figure in another form."""

_OF_A_GAME = frozenset(map(stem, rule_words.OF_A_GAME))


@dataclass(frozen=True, slots=True)
class Told:
    """The sources laid out for the search: their claims and scores by document, by number, and those that count times."""

    context: Context
    words: Vocabulary
    claims: Mapping[str, Sequence[Claim]]
    scores: Mapping[str, Sequence[Noted]]
    times: Mapping[Decimal, Sequence[Claim]]
    ends: Mapping[Decimal, Sequence[Claim]]
    lists: Mapping[Decimal | None, Sequence[tuple[Spot, str]]]


def lay_out(sources: Sequence[Claim], marks: Sequence[Noted], context: Context, words: Vocabulary) -> Told:
    """Lay out the sources' claims (in order) and marks, and the names that they list, for `in_another_form`."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    scores: dict[str, list[Noted]] = defaultdict(list)
    times: dict[Decimal, list[Claim]] = defaultdict(list)
    ends: dict[Decimal, list[Claim]] = defaultdict(list)
    for claim in sources:
        claims[claim.document].append(claim)
        value = _value(claim)
        if value is not None:
            ends[value].append(claim)
            if claim.head == "time":
                times[value].append(claim)
    for noted in marks:
        sides = (noted.value or "").split("-") if noted.item.reason == "score" else ()
        for side in set(sides) if len(sides) == 2 else ():
            scores[side].append(noted)
    return Told(context, words, claims, scores, times, ends, _lists(context, claims))


def _lists(context: Context, documents: Iterable[str]) -> Mapping[Decimal | None, Sequence[tuple[Spot, str]]]:
    """Return where the documents list names, "Ivo Lang, Ada Holm and Peter Ruiz", by how many they are."""
    lists: dict[Decimal | None, list[tuple[Spot, str]]] = defaultdict(list)
    for document in documents:
        for row in context.texts[document].rows if document in context.texts else ():
            spot = (document, row[0].start, row[-1].end)
            lists[Decimal(len(row))].append((spot, ", ".join(name.text for name in row)))
    return lists


def in_another_form(claim: Claim, told: Told) -> Derivation | None:
    """Return how the sources tell a draft's figure in another form; None where they do not."""
    for form in (_article, _score, _ends, _times, _listed):
        found = next(form(claim, told), None)
        if found is not None:
            return found
    return None


def _article(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source has the draft's one thing or measure with an article, beside the same words: "a roadside bomb"."""
    said = _thing(claim)
    if said is None:
        return
    around, thing = _around(claim, told), words_of(said.lower())
    near = sorted(_near(around) - _stems(said), key=lambda stem: (-around[stem], stem))
    for document in told.claims:
        for spot, written in islice(_told_as_one(thing, document, told), MOST_TRIED):
            theirs = told.context.around(*spot)
            if near and all(theirs.get(stem, 0) > BESIDE for stem in near[:NEAREST]):
                yield Derivation(
                    "article", _beside(spot, told), f"{written} = {plain(claim)}" + (f" {said}" if claim.counted else "")
                )


def _told_as_one(thing: Sequence[str], document: str, told: Told) -> Iterator[tuple[Spot, str]]:
    """Yield where a document has a thing with an article, and the words: "a roadside bomb"."""
    text = told.context.texts.get(document)
    for start, end in () if text is None else text.with_article(thing, BEFORE_THE_THING):
        yield (document, start, end), " ".join(told.context.texts[document].words.between(start, end))


def _thing(claim: Claim) -> str | None:
    """Return the thing or the measure that a figure has one of: the bomb of "one bomb", the year of "one year"."""
    said = claim.counted if claim.quantity.unit == "count" else claim.text.partition(" ")[2]
    return said or None if _value(claim) == 1 else None


def _score(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where the draft's goals, points or runs are one side of a score whose sentence shares a word with the draft's."""
    value = _value(claim)
    scored = told.words.classes.get(claim.head) == "score" or claim.saying.scored
    if value is None or not scored or value != value.to_integral_value():
        return
    for noted in told.scores.get(str(int(value)), ())[:MOST_TRIED]:
        spot = (noted.document, noted.item.start, noted.item.end)
        if _shared(_around(claim, told), told.context.around(*spot)):
            yield Derivation("score", _beside(spot, told), f"{noted.item.text}: {plain(claim)}")


def _ends(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where one sentence tells both ends of the draft's change: "from 4.1 to 3.8", "put at 4.1 before it came to 3.8"."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    if claim.quantity.hedge != "range" or low is None or high is None:
        return
    bare = claim.quantity.unit == "count" and claim.counted is None
    for x in told.ends.get(low, ())[:MOST_TRIED]:
        for y in told.ends.get(high, ())[:MOST_TRIED]:
            units = {x.quantity.unit, y.quantity.unit}
            beside = claim.saying.behind_from or abs(y.start - x.start) <= ENDS_APART
            if (
                (x.document, x.sentence_start) == (y.document, y.sentence_start)
                and (bare or units <= {claim.quantity.unit, "count"})
                and beside
            ):
                one, other = (x, y) if x.start < y.start else (y, x)
                yield Derivation("ends", (one, other), f"{plain(one)}, {plain(other)} = {plain(claim)}")


def _times(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source says how many times for the draft's games or cups, and names the thing or plays it."""
    value = _value(claim)
    if value is None or claim.quantity.unit != "count" or claim.counted is None:
        return
    own = _stems(claim.counted)
    for source in told.times.get(value, ())[:MOST_TRIED]:
        theirs = told.context.around(source.document, source.start, source.end)
        played = told.words.classes.get(claim.head) == "game" and not _OF_A_GAME.isdisjoint(theirs)
        if (own & theirs.keys() or played) and _shared(_around(claim, told), theirs, own):
            yield Derivation("times", (source,), f"{plain(source)} times = {plain(claim)}")


def _listed(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source lists the names of as many as the draft counts, among words of the draft's sentence."""
    if claim.quantity.unit != "count" or claim.counted is None:
        return
    near, own = _near(_around(claim, told)), _stems(claim.counted)
    for spot, names in told.lists.get(_value(claim), ())[:MOST_TRIED]:
        shared = near & _near(told.context.around(*spot))
        if len(shared) >= (1 if shared & own else NEAREST):
            yield Derivation("count", _beside(spot, told), f"{names} = {plain(claim)}")


def _value(claim: Claim) -> Decimal | None:
    """Return the plain number of a figure as stated; None for bounds, ranges and words."""
    return claim.quantity.stated.low if claim.quantity.hedge == "exact" else None


def _around(claim: Claim, told: Told) -> Mapping[str, float]:
    return told.context.around(claim.document, claim.start, claim.end)


def _near(around: Mapping[str, float]) -> frozenset[str]:
    """Return the stems of a figure's own sentence."""
    return frozenset(stem for stem, nearness in around.items() if nearness > BESIDE)


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(phrase.lower()) if len(word) > 2)


def _shared(mine: Mapping[str, float], theirs: Mapping[str, float], without: frozenset[str] = frozenset()) -> bool:
    """Tell whether two sentences share a word that says more than that somebody won."""
    return bool((mine.keys() & theirs.keys()) - without - _OF_A_GAME)


def _beside(spot: Spot, told: Told) -> tuple[Claim, ...]:
    """Return the claim of the source nearest to a place that is no figure, for the ledger to quote."""
    claims = told.claims.get(spot[0], ())
    at = bisect_left(claims, spot[1], key=lambda c: c.start)
    return tuple(sorted(claims[max(0, at - 1) : at + 1], key=lambda c: abs(c.start - spot[1]))[:1])
