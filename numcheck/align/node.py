"""A claim made ready for comparing.

Its slots are looked up, its numbers are floats, its words are weighed by how rare they are in the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf, log, sqrt
from typing import Any

from numcheck.lexicon import Lexicon
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity

Bag = dict[str, float]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEAR = 7
"""Words on either side of a figure that make its nearest surroundings."""
_AROUND = 250
"""Characters before and behind a sentence that make its wider surroundings."""
_LEAD = 0.25
_OPENING = 200
"""A claim is in the lead of its article in the first quarter, and in the first characters of a very short one."""
_OWN = 4
_FRAME = 3
_SCALE = 8
"""Words behind a figure in which a place tells how wide its scope is."""
_RARE = 40.0
"""A word weighs log(1 + this / number of articles that have it), however many articles there are in all."""
_NAME = 2.0
"""A capitalised word weighs so many times as much: names tell what a sentence speaks of."""
_SPANS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_IN_ALL = frozenset({"so far", "to date", "in all", "in total", "altogether", "until now", "up to now"})
_EVENT = re.compile(r"\b(1[789]\d\d|20\d\d)\b|\b(last year|last decade|last century|previous year)\b")


@dataclass(frozen=True, slots=True)
class Slots:
    """The look-ups of a lexicon that comparing needs."""

    classes: Mapping[str, str]
    generic: frozenset[str]
    roles: Mapping[str, str]
    ranks: Mapping[str, int]
    sets: Mapping[str, str]
    wider: Mapping[str, str]
    against_all: frozenset[str]
    stop: frozenset[str]
    other: frozenset[str]
    scales: Mapping[str, str]
    own: frozenset[str]
    tally: frozenset[str]
    nationality: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One reading of a figure: the ends of its meant interval and of what was written, in base units, and its size."""

    low: float
    high: float
    written: tuple[float, float, bool, bool]
    size: float | None
    unit: str
    word: str | None
    rank: int | None
    round: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A claim, with the conversions in brackets behind it, as comparing sees it."""

    index: int
    claim: Claim
    all_ids: tuple[str, ...]
    values: tuple[Value, ...]
    dimension: str
    head: str | None
    kind: str | None
    role: str | None
    rare: float
    measure: str | None
    harm: bool
    sentence: Bag
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
    scale: str | None
    anchor: str | None


@lru_cache(maxsize=8)
def slots(lexicon: Lexicon) -> Slots:
    """Return the look-ups of `lexicon`."""
    nouns, measures, scope = lexicon.table("nouns"), lexicon.table("measures"), lexicon.table("scope")
    ends = nouns["ends"]
    return Slots(
        classes={noun: name for name, members in reversed(nouns["classes"].items()) for noun in members},
        generic=frozenset([*nouns["generic"], "people", "person"]),
        roles={noun: role for role, members in nouns["roles"].items() for noun in members},
        ranks=_ranks(lexicon.table("vague")),
        sets={name: row["set"] for name, row in measures.items()},
        against_all=frozenset(name for name, row in measures.items() if row.get("against_all")),
        wider={name: row["part_of"] for name, row in measures.items() if "part_of" in row},
        stop=frozenset(
            _stem(w) for part in ("prepositions", "conjunctions", "pronouns", "auxiliaries", "adverbs") for w in ends[part]
        )
        | frozenset(_stem(w) for w in lexicon.table("speech")["verbs"])
        | {
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "your",
            "more",
            "other",
            "some",
            "many",
            "most",
            "such",
            "no",
        },
        other=frozenset(scope["other"]),
        scales={word: scale for scale, members in scope["scales"].items() for word in members},
        own=frozenset(scope["own"]),
        tally=frozenset(scope["tally"]),
        nationality=tuple(nouns["nationality_endings"]),
    )


def _ranks(vague: Mapping[str, Any]) -> dict[str, int]:
    """Return the rank of each word of size."""
    return {row["word"]: row["rank"] for row in vague["words"]} | dict(vague["sizes"])


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Return a word without its commonest endings, so that "bombed" meets "bombing"."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending in ("ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def nodes(claims: Sequence[Claim], articles: Mapping[str, Article], look: Slots) -> list[Node]:
    """Return a node a claim (conversions joined to their figure), ordered by document and place, not by how they were given."""
    ordered = sorted(claims, key=lambda c: (c.document, c.start, c.end))
    conversions: dict[str, list[Claim]] = {}
    known = {c.id for c in ordered}
    for claim in ordered:
        if claim.converts in known and claim.converts is not None:
            conversions.setdefault(claim.converts, []).append(claim)
    weights = _weights(articles, {c.document for c in ordered}, look)
    made: list[Node] = []
    bags: dict[tuple[str, int], tuple[Bag, Bag]] = {}
    events: dict[str, tuple[int, int, str | None]] = {}
    for claim in ordered:
        if claim.converts in known and claim.converts is not None:
            continue
        article = articles.get(claim.document)
        text = article.text if article else claim.sentence
        key = (claim.document, claim.sentence_start)
        if key not in bags:
            bags[key] = _bags(claim, text, weights, look)
        event = _event(claim, events.get(claim.document))
        events[claim.document] = (claim.sentence_start, claim.sentence_start + len(claim.sentence), event)
        made.append(_node(len(made), claim, conversions.get(claim.id, []), bags[key], event, weights, look))
    return made


def _node(
    index: int,
    claim: Claim,
    conversions: Sequence[Claim],
    bags: tuple[Bag, Bag],
    event: str | None,
    weights: Mapping[str, float],
    look: Slots,
) -> Node:
    begin, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before = [w.lower() for w in _WORD.findall(claim.sentence[:begin])]
    behind_written = _WORD.findall(claim.sentence[end:])
    behind = [w.lower() for w in behind_written]
    head = claim.counted.split()[-1].lower().removeprefix("ex-") if claim.counted else None
    whole = _last(claim.scope.subset_of)
    beside = (*before[-2:], *behind[:3])
    return Node(
        index=index,
        claim=claim,
        all_ids=(claim.id, *(c.id for c in conversions)),
        values=(_value(claim.quantity, look), *(_value(c.quantity, look) for c in conversions)),
        dimension=claim.quantity.dimension,
        head=head,
        kind=_kind(claim.counted, head, look),
        role=look.roles.get(head or ""),
        rare=min(1.0, weights.get(_stem(head), 0.0) / log(1 + _RARE)) if head and head not in look.generic else 0.0,
        measure=_measure(claim),
        harm=claim.measure in look.against_all,
        sentence=bags[0],
        near=_bag((*before[-_NEAR:], *behind[:_NEAR]), weights, look),
        around=bags[1],
        left=tuple(reversed(before[-_FRAME:])),
        right=tuple(behind[:_FRAME]),
        subset=claim.scope.subset_of is not None and claim.quantity.dimension != "share",
        whole=whole,
        whole_role=whole
        if claim.quantity.dimension == "share" and whole not in look.generic and look.classes.get(whole or "") == "person"
        else None,
        window=_window(claim.scope.window),
        stated=None if claim.quantity.stated.low is None else float(claim.quantity.stated.low),
        other=any(w in look.other for w in beside),
        own=any(w in look.own for w in before[-_OWN:]) and not any(w in look.tally for w in before[-_OWN:]),
        leads=claim.position < _LEAD or claim.start < _OPENING,
        event=event,
        scale=next((look.scales[w] for w in behind[:_SCALE] if w in look.scales), None),
        anchor=_anchor(claim, behind_written) if claim.quantity.dimension == "length" else None,
    )


def _kind(counted: str | None, head: str | None, look: Slots) -> str | None:
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


def _value(quantity: Quantity, look: Slots) -> Value:
    meant, written = quantity.base, quantity.written
    return Value(
        -inf if meant.low is None else float(meant.low),
        inf if meant.high is None else float(meant.high),
        _ends(written),
        None if quantity.size is None else float(quantity.size),
        quantity.unit if quantity.dimension.startswith("currency") else quantity.dimension,
        quantity.word,
        _rank(quantity.word, look),
        quantity.size is not None and _round(float(quantity.size)),
    )


def _round(size: float) -> bool:
    """Tell whether a number has one significant digit, or two of which the second is 5: such ones meet by chance."""
    digits = f"{size:.0f}".rstrip("0")
    return len(digits) < 2 or (len(digits) == 2 and digits[1] == "5")


def _rank(word: str | None, look: Slots) -> int | None:
    """Return the rank of a word of size, or of the last such word in a phrase."""
    if word is None:
        return None
    return look.ranks.get(word) or next((look.ranks[w] for w in reversed(word.lower().split()) if w in look.ranks), None)


def _ends(written: Interval) -> tuple[float, float, bool, bool]:
    low = -inf if written.low is None else round(float(written.low), 6)
    high = inf if written.high is None else round(float(written.high), 6)
    return low, high, written.low_open, written.high_open


def _weights(articles: Mapping[str, Article], documents: Iterable[str], look: Slots) -> dict[str, float]:
    """Return the weight of every word: rarer over the articles, heavier."""
    having: dict[str, int] = {}
    for path in sorted(documents):
        if path in articles:
            for word in {_stem(w) for w in set(_WORD.findall(articles[path].text))}:
                having[word] = having.get(word, 0) + 1
    return {w: 0.0 if w in look.stop or w.isdigit() or len(w) < 2 else log(1 + _RARE / n) for w, n in having.items()}


def _bags(claim: Claim, text: str, weights: Mapping[str, float], look: Slots) -> tuple[Bag, Bag]:
    start, end = claim.sentence_start, claim.sentence_start + len(claim.sentence)
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return _bag(_WORD.findall(claim.sentence), weights, look), _bag(_WORD.findall(around), weights, look)


def _bag(words: Iterable[str], weights: Mapping[str, float], look: Slots) -> Bag:
    """Return the words with their weights, scaled to length one."""
    bag = {stem: weight * (_NAME if w[0].isupper() else 1.0) for w in words if (weight := weights.get((stem := _stem(w)), 0.0))}
    length = sqrt(sum(w * w for w in bag.values()))
    return {word: weight / length for word, weight in bag.items()} if length else {}


def _event(claim: Claim, before: tuple[int, int, str | None] | None) -> str | None:
    """Return the year (or "last year") a claim is told of; it carries over to the same sentence and the one right behind."""
    if _EVENT.search(claim.scope.window or ""):
        return claim.scope.window
    if before is None:
        return None
    start, end, event = before
    carried = claim.sentence_start == start or 0 <= claim.sentence_start - end <= 3
    return event if carried else None


def _last(phrase: str | None) -> str | None:
    return phrase.split()[-1].lower() if phrase else None


def _window(window: str | None) -> str | None:
    """Return the kind of a window that can clash with another: its unit of time, or all so far."""
    if window is None:
        return None
    words = window.split()
    if words[0] in ("past", "last", "previous") and words[-1].removesuffix("s") in _SPANS:
        return f"the past {words[-1].removesuffix('s')}" if words[0] != "last" or len(words) > 2 else None
    return "in all" if window in _IN_ALL else None


def _anchor(claim: Claim, behind: Sequence[str]) -> str | None:
    """Return the beginning of the name a distance is measured from ("90 km from Exampleton")."""
    if claim.measure != "distance":
        return None
    lower = [w.lower() for w in behind[:10]]
    for i, word in enumerate(lower):
        if word in ("from", "of", "off", "to"):
            return next((w[:4].lower() for w in behind[i + 1 : i + 6] if w[0].isupper()), None)
    return None
