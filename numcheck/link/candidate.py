"""A claim made ready for comparing.

Its slots are looked up, its numbers are floats, its words are weighed by how rare they are in the story.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from math import inf, log, sqrt

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.classes import classes
from numcheck.language.en import around, calendar
from numcheck.language.en.inflection import stem
from numcheck.language.measures import Relations, relations
from numcheck.language.stop_words import stop_words
from numcheck.language.tables import Measures, Nouns, Vague
from numcheck.language.tokens import placed, words
from numcheck.model.article import Article, by_words
from numcheck.model.claim import Claim, last_word
from numcheck.model.frozen import frozen, unlike_others
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity
from numcheck.model.saying import Saying
from numcheck.model.text_words import Words

Bag = dict[str, float]

_NEAR = 7
"""Words on either side of a figure that make its nearest surroundings."""
_AROUND = 250
"""Characters before and behind a sentence that make its wider surroundings."""
_LEAD = 0.25
_OPENING = 200
"""A claim is in the lead of its article in the first quarter, and in the first characters of a very short one."""
_FRAME = 3
_RARE = 40.0
"""A word weighs log(1 + this / number of articles that have it), however many articles there are in all."""
_NAME = 2.0
"""A capitalised word weighs so many times as much: names tell what a sentence speaks of."""
RANKS = 30
"""Words of size so far apart ("several", "a large number") are two quantities in one article."""
_NAMED = 8
_BEFORE = 8
"""Words on either side of a figure among which names, and the first three telling words, are sought."""
_AGED = 2
"""Words behind an age among which a noun says whose it is."""
_ONE = 0.005
"""Sizes so near each other, as a share, are one number."""
_HEDGES = {"more_than": "floor", "at_least": "floor", "at_most": "ceiling", "less_than": "ceiling"}
"""The hedges that are one to a reader."""


@frozen
class Vocabulary:
    """The look-ups of a lexicon that comparing needs."""

    classes: Mapping[str, str]
    generic: frozenset[str]
    roles: Mapping[str, str]
    alike: Mapping[str, str]
    kin: tuple[frozenset[str], ...]
    parts: frozenset[str]
    ranks: Mapping[str, int]
    measures: Relations
    wider: Mapping[str, str]
    against_all: frozenset[str]
    stop: frozenset[str]
    nationality: tuple[str, ...]


@unlike_others
class Paper:
    """An article as comparing sees it: its rank by its text, its day, the words of it and of its title."""

    rank: int
    day: date | None
    words: Bag
    title: Bag


@frozen
class Value:
    """One reading of a figure: the ends of its meant interval and of what was written, in base units, and its size.

    `open` tells of either end of the meant interval whether it is left out: 4.1 may be all from 4.05 to just below 4.15.
    """

    low: float
    high: float
    open: tuple[bool, bool]
    written: tuple[float, float, bool, bool]
    size: float | None
    unit: str
    word: str | None
    rank: int | None
    digits: int


@unlike_others
class Candidate:
    """A claim, with the conversions in brackets behind it, as comparing sees it.

    `current` is the candidate of the value that replaced it in its own article, if one did.
    """

    index: int
    claim: Claim
    saying: Saying
    all_ids: tuple[str, ...]
    values: tuple[Value, ...]
    dimension: str
    head: str | None
    thing: str | None
    kind: str | None
    role: str | None
    rare: float
    measure: str | None
    only: frozenset[str]
    in_sentence: Bag
    near: Bag
    around: Bag
    left: tuple[str, ...]
    right: tuple[str, ...]
    subset: bool
    whole: str | None
    whole_role: str | None
    window: str | None
    stated: float | None
    other: bool
    own: bool
    leads: bool
    event: str | None
    carried: bool
    scale: str | None
    anchor: str | None
    names: frozenset[str]
    gap: bool
    years: frozenset[str]
    times: frozenset[str]
    paper: Paper
    hedge: str
    clause: Bag
    called: frozenset[str]
    described: frozenset[str]
    proper: frozenset[str]
    said: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    number: int = -1
    current: Candidate | None = None


@once_a_lexicon
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Return the look-ups of `lexicon`."""
    nouns, rows = lexicon.table(Nouns), lexicon.table(Measures).rows
    return Vocabulary(
        classes=classes(lexicon),
        generic=frozenset([*nouns.generic, "people", "person"]),
        roles={noun: role for role, members in nouns.roles.items() for noun in members},
        kin=nouns.kin,
        parts=nouns.parts,
        alike={
            part: stem(members[0]) for members in reversed(nouns.alike) for member in members for part in (stem(member), member)
        },
        ranks=lexicon.table(Vague).ranks(),
        measures=relations(lexicon),
        against_all=frozenset(name for name, row in rows.items() if row.against_all),
        wider={name: row.part_of for name, row in rows.items() if row.part_of is not None},
        stop=frozenset(map(stem, stop_words(lexicon))),
        nationality=nouns.nationality_endings,
    )


def _word(word: str, look: Vocabulary) -> str:
    """Return the stem of a word, or of the first of the words that are told alike."""
    root = stem(word)
    return look.alike.get(root, root)


def candidates(claims: Sequence[Claim], articles: Mapping[str, Article], look: Vocabulary) -> list[Candidate]:
    """Return a candidate a claim (conversions joined to their figure), not in the order in which they were given."""
    at = by_words(articles.values())
    ordered = sorted(claims, key=lambda c: (at.get(c.document, 0), c.document, c.start, c.end))
    conversions: dict[str, list[Claim]] = {}
    known = {c.id for c in ordered}
    for claim in ordered:
        if claim.converts in known and claim.converts is not None:
            conversions.setdefault(claim.converts, []).append(claim)
    texts = {path: placed(articles[path].text) for path in {c.document for c in ordered} if path in articles}
    weighed = Weighed(_weights(texts.values(), look), look)
    papers = {
        path: _paper(at.get(path, 0), articles.get(path), texts.get(path), weighed) for path in {c.document for c in ordered}
    }
    made: list[Candidate] = []
    bags: dict[tuple[str, int], tuple[Bag, Bag]] = {}
    for claim in ordered:
        if claim.converts in known and claim.converts is not None:
            continue
        key = (claim.document, claim.sentence_start)
        if key not in bags:
            bags[key] = _bags(claim, texts.get(claim.document), weighed)
        made.append(
            _candidate(len(made), claim, conversions.get(claim.id, []), bags[key], papers[claim.document], weighed, look)
        )
    numbers, parts, only = _numbers(made), _small_parts(made), _singles(made, look)
    return _replaced(
        [
            replace(candidate, number=numbers.get(at, -1 - at), subset=candidate.subset or at in parts, only=singled)
            for at, (candidate, singled) in enumerate(zip(made, only, strict=True))
        ]
    )


def _numbers(made: Sequence[Candidate]) -> dict[int, int]:
    """Return one mark for all figures of one number, whatever their bounds; a conversion's rounding makes no other number."""
    sized = sorted((v.unit, v.size, n.index) for n in made if (v := n.values[0]).size is not None)
    marks: dict[int, int] = {}
    mark, last = -1, ("", 0.0)
    for unit, size, index in sized:
        if unit != last[0] or abs(size - last[1]) > _ONE * abs(size):
            mark += 1
        marks[index], last = mark, (unit, size)
    return marks


def _replaced(made: Sequence[Candidate]) -> list[Candidate]:
    """Tie each earlier value to the one that its article gives for it now."""
    by_id = {candidate.claim.id: candidate for candidate in made}
    return [
        replace(candidate, current=by_id.get(candidate.claim.superseded_by))
        if candidate.claim.superseded_by is not None
        else candidate
        for candidate in made
    ]


def _small_parts(made: Sequence[Candidate]) -> set[int]:
    """Return the small words of size that are parts, for their article has a far larger one: many joined, several joined."""
    largest: dict[tuple[str, str | None, str | None], int] = {}
    for candidate in made:
        rank = candidate.values[0].rank
        if rank is not None and candidate.values[0].size is None:
            key = (candidate.claim.document, candidate.measure, candidate.kind)
            largest[key] = max(rank, largest.get(key, 0))
    return {
        candidate.index
        for candidate in made
        if candidate.measure is not None
        and candidate.values[0].rank is not None
        and largest.get((candidate.claim.document, candidate.measure, candidate.kind), 0) - candidate.values[0].rank >= RANKS
    }


def _singles(made: Sequence[Candidate], look: Vocabulary) -> list[frozenset[str]]:
    """Return what each figure is the only one of in its article: the only depth, the only lorries, the only people killed."""
    told: dict[tuple[str, str], set[Hashable]] = {}
    keys = [_kinds(candidate, look) for candidate in made]
    for candidate, own in zip(made, keys, strict=True):
        value = candidate.values[0]
        for key in own:
            told.setdefault((candidate.claim.document, key), set()).add(value.word if value.size is None else value.size)
    return [
        frozenset(key for key in own if len(told[candidate.claim.document, key]) == 1)
        for candidate, own in zip(made, keys, strict=True)
    ]


def _kinds(candidate: Candidate, look: Vocabulary) -> list[str]:
    """Return what a figure may be the only one of in its article."""
    if candidate.claim.superseded_by is not None or candidate.subset or candidate.other or candidate.event is not None:
        return []
    if candidate.dimension == "age" or candidate.measure in look.measures.loose:
        return []
    keys = []
    if candidate.measure is not None:
        keys.append(f"{candidate.dimension}, {candidate.measure}, {candidate.role or candidate.kind or candidate.thing}")
    if candidate.thing is not None and candidate.thing not in around.ANYBODY and candidate.saying.has_its_noun:
        keys.append(f"{candidate.dimension}, {candidate.thing}")
    return keys


def _candidate(
    index: int,
    claim: Claim,
    conversions: Sequence[Claim],
    bags: tuple[Bag, Bag],
    paper: Paper,
    weighed: Weighed,
    look: Vocabulary,
) -> Candidate:
    said, beside = claim.saying, (*claim.wording.before, *claim.wording.behind)
    before, behind = ([word.lower() for word in side] for side in (claim.wording.before, claim.wording.behind))
    counted, head = claim.counted, claim.head.removeprefix("ex-") or None
    if claim.quantity.dimension == "age":
        counted = head = _bearer(before, behind, look)
    whole = None if said.names_its_whole else last_word(claim.scope.subset_of) or None
    describing = (claim.counted or "").split()[:-1]
    return Candidate(
        index=index,
        claim=claim,
        saying=said,
        all_ids=(claim.id, *(c.id for c in conversions)),
        values=(_value(claim.quantity, look), *(_value(c.quantity, look) for c in conversions)),
        dimension=claim.quantity.dimension,
        head=head,
        thing=_thing(counted, head, look),
        kind=_kind(counted, head, look),
        role=look.roles.get(head or ""),
        rare=_rarity(head, weighed, look),
        measure=_measure(claim),
        only=frozenset(),
        in_sentence=bags[0],
        near=_bag((*before[-_NEAR:], *behind[:_NEAR]), weighed),
        around=bags[1],
        left=tuple(reversed(before[-_FRAME:])),
        right=tuple(behind[:_FRAME]),
        subset=whole is not None and claim.quantity.dimension != "share",
        whole=whole,
        whole_role=_whole_role(claim, whole, look),
        window=_window(claim),
        stated=None if claim.quantity.stated.low is None else float(claim.quantity.stated.low),
        other=said.remainder,
        own=said.own_count,
        leads=claim.position < _LEAD or claim.start < _OPENING,
        event=said.occasion,
        carried=said.occasion_before,
        scale=said.width,
        anchor=said.landmark if claim.measure == "distance" else None,
        names=said.names,
        gap=said.difference,
        years=frozenset(filter(calendar.is_year, beside)),
        times=frozenset(filter(None, map(calendar.time, beside))),
        paper=paper,
        hedge=_HEDGES.get(claim.quantity.hedge, claim.quantity.hedge),
        clause=_bag(claim.wording.clause, weighed),
        called=_called(claim, weighed),
        proper=frozenset(_word(w, look) for w in describing if w[0].isupper()),
        described=frozenset(_word(w, look) for w in describing) - look.stop,
        said=frozenset(_word(w, look) for w in words(claim.speaker or "")) - look.stop,
        before=_telling(reversed(before[-_BEFORE:]), weighed),
        behind=_telling(behind[:_BEFORE], weighed),
    )


def _rarity(head: str | None, weighed: Weighed, look: Vocabulary) -> float:
    """Return how rare the counted noun is in the story, from 0 to 1; nothing for one that may be anybody."""
    if not head or head in look.generic:
        return 0.0
    return min(1.0, weighed.weights.get(_word(head, look), 0.0) / log(1 + _RARE))


def _whole_role(claim: Claim, whole: str | None, look: Vocabulary) -> str | None:
    """Return the people that a share is of, by one noun for all who are called alike."""
    if whole is None or claim.quantity.dimension != "share" or whole in look.generic or look.classes.get(whole) != "person":
        return None
    return look.alike.get(whole, whole)


def _bearer(before: Sequence[str], behind: Sequence[str], look: Vocabulary) -> str | None:
    """Return whose age it is, as far as a noun beside it says: the 39-year-old tram driver; the driver, 39."""
    return next((word for word in (*behind[:_AGED], *before[-1:]) if look.classes.get(word) == "person"), None)


def _paper(rank: int, article: Article | None, text: Words | None, weighed: Weighed) -> Paper:
    if article is None or text is None:
        return Paper(rank, None, {}, {})
    day = article.published.day if article.published else None
    return Paper(rank, day, _bag(dict.fromkeys(text.words), weighed), _bag(words(article.title or ""), weighed))


def _called(claim: Claim, weighed: Weighed) -> frozenset[str]:
    """Return the names near a figure: the capitalised words among the eight on either side that tell something."""
    words = (*claim.wording.before[-_NAMED:], *claim.wording.behind[:_NAMED])
    return frozenset(found[0] for w in words if w[0].isupper() and len(w) > 1 and (found := weighed[w]) is not None)


def _telling(words: Iterable[str], weighed: Weighed) -> frozenset[str]:
    """Return the first three of the words that tell something."""
    return frozenset(islice((found[0] for w in words if (found := weighed[w]) is not None), _FRAME))


def _thing(counted: str | None, head: str | None, look: Vocabulary) -> str | None:
    """Return the counted noun, or the first of the words that are told for one another, its last two words first."""
    if counted is None or head is None:
        return None
    return look.alike.get(" ".join(counted.lower().split()[-2:])) or look.alike.get(head, head)


def _kind(counted: str | None, head: str | None, look: Vocabulary) -> str | None:
    """Return the class of the counted noun, of its last two words first."""
    if counted is None or head is None:
        return None
    two = " ".join(counted.lower().split()[-2:])
    found = look.classes.get(two) or look.classes.get(head)
    if found is None and counted[:1].isupper() and " " not in counted and head.endswith(look.nationality):
        return "person"
    return found


def _measure(claim: Claim) -> str | None:
    """Return the measure; no casualties at all means none killed."""
    return "killed" if claim.measure == "casualties" and claim.quantity.written.high == 0 else claim.measure


def _value(quantity: Quantity, look: Vocabulary) -> Value:
    meant, written = quantity.base, quantity.written
    return Value(
        -inf if meant.low is None else float(meant.low),
        inf if meant.high is None else float(meant.high),
        (meant.low_open, meant.high_open),
        _ends(written),
        None if quantity.size is None else float(quantity.size),
        quantity.unit if quantity.dimension.startswith("currency") else quantity.dimension,
        quantity.word,
        _rank(quantity.word, look),
        _digits(quantity),
    )


def _digits(quantity: Quantity) -> int:
    """Return how many digits of a number tell it from others: its significant ones, a second that is 5 left out."""
    stated = quantity.stated.high if quantity.stated.low is None else quantity.stated.low
    size = quantity.size if stated is None else stated
    digits = "" if size is None else f"{size.normalize():f}".replace(".", "").strip("0")
    return 1 if len(digits) == 2 and digits[1] == "5" else len(digits)


def _rank(word: str | None, look: Vocabulary) -> int | None:
    """Return the rank of a word of size, or of the last such word in a phrase."""
    if word is None:
        return None
    return look.ranks.get(word) or next((look.ranks[w] for w in reversed(word.lower().split()) if w in look.ranks), None)


def _ends(written: Interval) -> tuple[float, float, bool, bool]:
    low = -inf if written.low is None else round(float(written.low), 6)
    high = inf if written.high is None else round(float(written.high), 6)
    return low, high, written.low_open, written.high_open


def _weights(texts: Iterable[Words], look: Vocabulary) -> dict[str, float]:
    """Return the weight of every word: rarer over the articles, heavier."""
    having: dict[str, int] = {}
    for text in texts:
        for word in {_word(w, look) for w in set(text.words)}:
            having[word] = having.get(word, 0) + 1
    return {w: 0.0 if w in look.stop or w[0].isdigit() or len(w) < 2 else log(1 + _RARE / n) for w, n in having.items()}


class Weighed(dict[str, tuple[str, float] | None]):
    """The stem and the weight of each word as written, names heavier; None for a word that tells nothing."""

    def __init__(self, weights: Mapping[str, float], look: Vocabulary) -> None:
        """Take the weights of the stems; a word is looked up when it is first met."""
        super().__init__()
        self.weights, self._look = weights, look

    def __missing__(self, word: str) -> tuple[str, float] | None:
        stem = _word(word, self._look)
        weight = self.weights.get(stem, 0.0)
        self[word] = (stem, weight * (_NAME if word[0].isupper() else 1.0)) if weight else None
        return self[word]


def _bags(claim: Claim, text: Words | None, weighed: Weighed) -> tuple[Bag, Bag]:
    own = claim.wording.sentence
    around = own if text is None else text.between(claim.sentence_start - _AROUND, claim.sentence_end + _AROUND)
    return _bag(own, weighed), _bag(around, weighed)


def _bag(words: Iterable[str], weighed: Weighed) -> Bag:
    """Return the words with their weights, scaled to length one."""
    bag = dict(filter(None, map(weighed.__getitem__, words)))
    length = sqrt(sum(w * w for w in bag.values()))
    return {word: weight / length for word, weight in bag.items()} if length else {}


def _window(claim: Claim) -> str | None:
    """Return a window that can clash with another: the past so many days, all so far, or the new ones only.

    A share that is "in total" so much sums parts, and no time.
    """
    window, counted = claim.scope.window, claim.counted
    if window is None or _is_span(window):
        return window
    if claim.quantity.dimension == "share":
        return None
    if counted is not None and counted.lower().startswith("new ") and window != "in all":
        return "new"
    return window if window in ("in all", "new") else None


def _is_span(window: str) -> bool:
    """Tell whether a window is that of the past so many of a unit."""
    opening, _, rest = window.partition(" ")
    return opening == "past" and rest.partition(" ")[0].isdecimal()
