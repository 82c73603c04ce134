"""A draft's figure that a source tells in a form of its own: an article for one, a score, the ends of a change, names.

Each of these forms says less than a figure does, so that the words beside it must say that it is the same thing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from operator import itemgetter

from numcheck.judge.gate.context import BESIDE, Context, Spot
from numcheck.judge.gate.derive import OVER, Derivation, day, plain
from numcheck.judge.vocabulary import Vocabulary
from numcheck.language.en import around, rule_words
from numcheck.language.en.inflection import stem
from numcheck.language.tokens import words as words_of
from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.interval import inside, point
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Mark
from numcheck.model.report import Noted
from numcheck.model.text_words import Words

NEAREST = 2
"""Words nearest to a draft's "one" that must stand in the sentence of an article too, for it to be the same thing."""

BEFORE_THE_THING = 3
"""Words that may stand between an article and the thing."""

ENDS_APART = 25
"""Characters from the one end of a change to the other where they may be the ends of a range: "4% to 7%"."""

MOST_TRIED = 60
"""Articles, scores and figures of one kind that a draft's figure is held against."""

WITH_ONE = 6
"""Words in front of a count among which one more is told with an article: "a woman and her two sons"."""

OF_A_YEAR = 4
"""Digits of a year."""

YEAR = Decimal(31_557_600)
"""Seconds of a year."""

FORMS = frozenset({"article", "score", "ends", "times", "count"})
"""The relations of a figure in another form."""

_OF_A_GAME = frozenset(map(stem, rule_words.OF_A_GAME))


@frozen
class Told:
    """The sources laid out for the search: their claims by document and by number, scores, lists of names, ordinals, years.

    `sets` are words for so many of a class ("trio"), `nounless` counts of what was named before ("the dearest of the five"),
    `money` the sums.
    """

    context: Context
    words: Vocabulary
    claims: Mapping[str, Sequence[Claim]]
    numbers: Mapping[Decimal, Sequence[Claim]]
    scores: Mapping[str, Sequence[Noted]]
    lists: Mapping[Decimal | None, Sequence[tuple[Spot, str]]]
    ordinals: Mapping[str, Sequence[Noted]]
    years: Sequence[tuple[int, Noted]]
    sets: Mapping[tuple[Decimal, str], Sequence[tuple[Spot, str]]]
    nounless: Mapping[str, Sequence[Noted]]
    money: Sequence[Claim]


def lay_out(sources: Sequence[Claim], marks: Sequence[Noted], context: Context, words: Vocabulary) -> Told:
    """Lay out the sources' claims (in order) and marks, and the names that they list, for `in_another_form`."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    numbers: dict[Decimal, list[Claim]] = defaultdict(list)
    for claim in sources:
        claims[claim.document].append(claim)
        value = _value(claim)
        if value is not None:
            numbers[value].append(claim)
    ordinals, nounless = (_valued(marks, reason) for reason in ("ordinal", "pronoun"))
    years = sorted(((then.year, noted) for noted in marks if (then := day(noted.value))), key=itemgetter(0))
    money = [claim for claim in sources if claim.quantity.dimension == "currency"]
    documents = sorted({*claims, *(noted.document for noted in marks)})
    lists, sets = _lists(context, claims), _sets(context, documents)
    return Told(context, words, claims, numbers, _scores(marks), lists, ordinals, years, sets, nounless, money)


def _valued(marks: Iterable[Noted], reason: str) -> Mapping[str, Sequence[Noted]]:
    """Return the marks of one reason by their value."""
    found: dict[str, list[Noted]] = defaultdict(list)
    for noted in marks:
        if noted.item.reason == reason:
            found[noted.value or ""].append(noted)
    return found


def _sets(context: Context, documents: Iterable[str]) -> Mapping[tuple[Decimal, str], Sequence[tuple[Spot, str]]]:
    """Return where the documents have a word for so many of a class, "trio" or "hat-trick", by their number and class."""
    sets: dict[tuple[Decimal, str], list[tuple[Spot, str]]] = defaultdict(list)
    for document in documents:
        told = context.texts[document].words if document in context.texts else Words((), (), ())
        for at, word in enumerate(told.words):
            for words, many, kind in rule_words.SETS.get(word.lower(), ()):
                written = told.words[at : at + len(words)]
                if tuple(map(str.lower, written)) == words:
                    spot = (document, told.starts[at], told.ends[at + len(words) - 1])
                    sets[Decimal(many), kind].append((spot, " ".join(written)))
    return sets


def _scores(marks: Iterable[Noted]) -> Mapping[str, Sequence[Noted]]:
    """Return the scores of two sides by the number of each."""
    scores: dict[str, list[Noted]] = defaultdict(list)
    for noted in marks:
        sides = (noted.value or "").split("-") if noted.item.reason == "score" else ()
        for side in set(sides) if len(sides) == 2 else ():
            scores[side].append(noted)
    return scores


def _lists(context: Context, documents: Iterable[str]) -> Mapping[Decimal | None, Sequence[tuple[Spot, str]]]:
    """Return where the documents list names, "Ivo Lang, Ada Holm and Peter Ruiz", by how many they are."""
    lists: dict[Decimal | None, list[tuple[Spot, str]]] = defaultdict(list)
    for document in documents:
        for row in context.texts[document].rows if document in context.texts else ():
            spot = (document, row[0].start, row[-1].end)
            lists[Decimal(len(row))].append((spot, ", ".join(name.text for name in row)))
    return lists


def in_another_form(claim: Claim, refuting: Sequence[Claim], told: Told) -> Derivation | None:
    """Return how the sources tell a draft's figure in another form; None where they do not.

    Where figures of theirs refute it, these alone may be what one more makes the draft's of, or one less.
    """
    parts = frozenset(c.id for c in refuting)
    for form in _OF_A_COUNT if refuting else (*_FORMS, *_OF_A_COUNT):
        found = next((own for own in form(claim, told) if not parts or parts <= {c.id for c in own.claims}), None)
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
    for x in told.numbers.get(low, ())[:MOST_TRIED]:
        for y in told.numbers.get(high, ())[:MOST_TRIED]:
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
    for source in _told_times(value, told)[:MOST_TRIED]:
        theirs = told.context.around(source.document, source.start, source.end)
        played = told.words.classes.get(claim.head) in rule_words.PLAYED and not _OF_A_GAME.isdisjoint(theirs)
        if (own & theirs.keys() or played) and _shared(_around(claim, told), theirs, own):
            yield Derivation("times", (source,), f"{plain(source)} times = {plain(claim)}")


def _told_times(value: Decimal, told: Told) -> Sequence[Claim]:
    """Return the claims that say how many times something was done."""
    having = told.numbers.get(value, ())
    return [source for source in having if source.head in rule_words.OCCASIONS or source.text.lower() in rule_words.TWICE]


def _listed(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source lists the names of as many as the draft counts, among words of the draft's sentence."""
    if claim.quantity.unit != "count" or claim.counted is None:
        return
    near, own = _near(_around(claim, told)), _stems(claim.counted)
    for spot, names in told.lists.get(_value(claim), ())[:MOST_TRIED]:
        shared = near & _near(told.context.around(*spot))
        if len(shared) >= (1 if shared & own else NEAREST):
            yield Derivation("count", _beside(spot, told), f"{names} = {plain(claim)}")


def _with_one(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source tells one of the draft's class with an article and the others behind it: "a lorry and six cars"."""
    value, kind = _value(claim), _class(claim.head, told)
    if value is None or claim.quantity.unit != "count" or kind is None:
        return
    for source in told.numbers.get(value - 1, ())[:MOST_TRIED]:
        one = _one_in_front(source, told) if source.quantity.unit == "count" and _class(source.head, told) == kind else None
        if one is not None:
            yield Derivation("sum", (source,), f"{one} and {source.saying.with_noun or plain(source)} = {plain(claim)}")


def _one_in_front(source: Claim, told: Told) -> str | None:
    """Return the one with an article that an "and" joins to a source's count of its class; None where there is none."""
    before = [word.lower() for word in source.wording.before[-WITH_ONE:]]
    if before and before[-1] in around.DETERMINERS:
        del before[-1]
    article = next((at for at in range(len(before) - 1, -1, -1) if before[at] in around.ARTICLES), None)
    if article is None or before[-1] not in around.ADDS:
        return None
    thing = before[article + 1 : -1]
    return " ".join(before[article:-1]) if thing and _class(thing[-1], told) == _class(source.head, told) else None


def _class(head: str, told: Told) -> str | None:
    """Return the class of things that a noun names; that of anybody is a person."""
    return "person" if head in rule_words.ANY_PERSON else told.words.classes.get(head)


def _ordinal(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source comes to as many of the draft's class one by one: "a fourth man", among words of the draft's."""
    value = _value(claim)
    kind = _class(claim.head, told)
    if value is None or kind is None or claim.quantity.unit != "count" or value <= NEAREST:
        return
    for noted in told.ordinals.get(str(value), ())[:MOST_TRIED]:
        spot = (noted.document, noted.item.start, noted.item.end)
        noun = noted.item.around.noun if isinstance(noted.item, Mark) else None
        if noun and _class(noun.lower(), told) == kind and _shared(_around(claim, told), told.context.around(*spot)):
            yield Derivation("count", _beside(spot, told), f"{noted.item.text} {noun} = {plain(claim)}")


def _years(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield the year since which it is surely longer than a draft says: 1961 for "more than 60 years", where one is 2027."""
    least = claim.quantity.written.low
    if claim.quantity.dimension != "duration" or least is None or claim.quantity.written.high is not None or not told.years:
        return
    latest = told.years[-1][0]
    for year, noted in told.years[:MOST_TRIED]:
        spot = (noted.document, noted.item.start, noted.item.end)
        if least < (latest - year) * YEAR <= least * OVER and _shared(_around(claim, told), told.context.around(*spot)):
            yield Derivation("dates", _beside(spot, told), f"from {noted.item.text} on: {plain(claim)}")


def _set(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source has one word for so many of the draft's class: "the trio" for three men, a hat-trick for goals."""
    value, kind = _value(claim), "score" if claim.saying.scored else _class(claim.head, told)
    for spot, written in () if value is None or kind is None else told.sets.get((value, kind), ())[:MOST_TRIED]:
        if _shared(_around(claim, told), told.context.around(*spot)):
            yield Derivation("count", _beside(spot, told), f"{written} = {plain(claim)}")


def _without_noun(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source counts what it named before: "the dearest of the five" for five scarves."""
    value = _value(claim)
    for noted in told.nounless.get(str(value), ())[:MOST_TRIED] if claim.quantity.unit == "count" else ():
        spot = (noted.document, noted.item.start, noted.item.end)
        if value != 1 and _shared(_around(claim, told), told.context.around(*spot)):
            yield Derivation("count", _beside(spot, told), f"{noted.item.text} = {plain(claim)}")


def _vague_sum(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source has a sum of money for a word of size that was paid: "spent thousands" for £9,000."""
    paid = claim.quantity.unit == "count" and not rule_words.PAID.isdisjoint(map(str.lower, claim.wording.before[-1:]))
    for source in told.money if paid and claim.quantity.hedge == "vague" else ():
        value = _value(source)
        if value is not None and inside(point(value), claim.quantity.stated) and _shared(*_both_around(claim, source, told)):
            yield Derivation("count", (source,), f"{plain(source)} = {plain(claim)}")


def _in_coins(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source tells a sum of coins in whole money, or whole money in coins: 750p for £7.50."""
    value, (unit, _, per) = _value(claim), claim.quantity.unit.partition("/")
    for times, units in rule_words.COINS.get(unit, ()):
        for source in () if value is None else told.numbers.get(value * times, ())[:MOST_TRIED]:
            theirs, _, base = source.quantity.unit.partition("/")
            if theirs in units and per in ("", base) and _shared(*_both_around(claim, source, told)):
                yield Derivation("converted", (source,), f"{plain(source)} = {plain(claim)}")


def _both_around(claim: Claim, source: Claim, told: Told) -> tuple[Mapping[str, float], Mapping[str, float]]:
    return _around(claim, told), told.context.around(source.document, source.start, source.end)


def _as_a_change(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source tells the draft's change otherwise: "five times" for 500% or 400%, "halved" for "fell by half"."""
    value = _value(claim)
    for number, units, way in () if value is None else _told_otherwise(value, claim.quantity):
        for source in told.numbers.get(number, ())[:MOST_TRIED]:
            theirs = told.context.around(source.document, source.start, source.end)
            alike = source.quantity.unit in units and (way is None or source.quantity.direction in (None, way))
            if alike and _shared(_around(claim, told), theirs):
                yield Derivation("times", (source,), f"{plain(source)} = {plain(claim)}")


def _told_otherwise(value: Decimal, quantity: Quantity) -> Iterator[tuple[Decimal, tuple[str, ...], str | None]]:
    """Yield the numbers that a change may also be told by, each with its units and the way it must go."""
    if quantity.unit == "times" and value > 1:
        yield from ((rise, ("percent",), None) for rise in (value * 100, value * 100 - 100))
    elif quantity.unit == "times":
        yield from (((1 - value) * 100, ("percent",), "down"), (1 - value, ("ratio",), "down"))
    elif quantity.unit in ("percent", "ratio") and quantity.direction is not None:
        part = value / 100 if quantity.unit == "percent" else value
        yield (1 + part if quantity.direction == "up" else 1 - part), ("times",), quantity.direction


def _year(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where a source has the year that a draft's number is: "the 1915 fires" and "1915 fires"."""
    for year, noted in told.years if len(claim.text) == OF_A_YEAR else ():
        spot = (noted.document, noted.item.start, noted.item.end)
        if _value(claim) == year and _shared(_around(claim, told), told.context.around(*spot)):
            yield Derivation("dates", _beside(spot, told), f"{noted.item.text} = {plain(claim)}")


def _others(claim: Claim, told: Told) -> Iterator[Derivation]:
    """Yield where the draft's others of a thing are all that a source has but one: "three other investors" of four."""
    value, others = _value(claim), {*words_of((claim.counted or "").lower()), *map(str.lower, claim.wording.behind[:1])}
    if value is None or others.isdisjoint(rule_words.OTHERS):
        return
    for source in told.numbers.get(value + 1, ())[:MOST_TRIED]:
        if (
            source.quantity.unit == "count"
            and stem(source.head) == stem(claim.head)
            and claim.measure in (None, source.measure)
        ):
            yield Derivation("difference", (source,), f"{source.saying.with_noun or plain(source)} but one = {plain(claim)}")


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


_FORMS = (_article, _score, _ends, _times, _listed, _set, _without_noun, _ordinal, _years, _year, _as_a_change, _vague_sum)
_OF_A_COUNT = (_with_one, _others, _in_coins)
"""Forms that are one more or one less than a count of a source, or the same in coins: their source does not refute them."""
