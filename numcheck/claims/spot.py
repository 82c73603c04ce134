"""Where a figure stands in its sentence: where its noun ends, where its verb may be, whether it is a whole or a level."""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.claims.frame import Frame
from numcheck.claims.noun import Subject
from numcheck.claims.words import Words, kind
from numcheck.model.reading import Mention

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it"})
_REACH = 18
"""Words between a counted thing and its verb at most."""
_CLAUSES = frozenset(
    {"who", "which", "that", "whom", "when", "where", "while", "but", "because", "after", "before", "as", "if", "since"}
)
_STOPS = ';:.!?—–“”"()'
_ASIDES = {",": ",", "-": "-", "–": "–", "—": "—", "(": ")"}
_DASHES = "-–—"
_QUOTES = "”’\"'"
_SOME = frozenset({"some", "most", "many", "all", "both", "mostly", "mainly", "among"})
_RELATIVES = frozenset({"who", "which", "that"})
_BEFORE_VERB = frozenset({"and", "or", "but", "they", "he", "she", "it", "we", "not", "to", *_RELATIVES})
_NEXT = frozenset({",", "and"})
_HAS = frozenset({"has", "have", "had"})
_TO = frozenset({"to", "at"})
_OF_ITS = 6
_OWNER = frozenset({"'s", "’s", "s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure with what it counts, and the places its cues are measured from.

    `thing` is the class of the counted noun, `things` that class and the role; `end` is where the noun ends, `aside` where
    what is put in behind it ends, `right` where its verb may begin, `main` the verb behind a relative clause, or 0.
    `own_verb`: a verb of its own follows; `level`: something far in front has come to it; `whole`: another is part of it.
    """

    mention: Mention
    dimension: str
    subject: Subject
    thing: str | None
    things: frozenset[str | None]
    end: int
    aside: int
    right: int
    main: int
    own_verb: bool
    level: bool
    whole: bool


def spot(mention: Mention, dimension: str, subject: Subject, before: Subject | None, frame: Frame, words: Words) -> Spot:
    """Return where a figure stands; `before` is what was counted before it: whom a bare figure most likely speaks of."""
    thing = kind(subject.phrase, words)
    head = subject.head or (before.head if before is not None else None)
    end = max(mention.last, subject.last) if dimension in ("count", "share") else mention.last
    aside = _over_aside(end, frame, words)
    right = _behind(aside, frame, words)
    plain = right > aside and not any(frame.sentence.lower[i] in _NEXT for i in range(aside, right))
    return Spot(
        mention,
        dimension,
        subject,
        thing,
        frozenset({thing or "thing", words.roles.get(head or "")}),
        end,
        aside,
        right,
        _main_verb(right, frame, words),
        plain or _has(mention, frame),
        _stands(mention, frame, words),
        _is_whole(mention, frame, words),
    )


def _stands(mention: Mention, frame: Frame, words: Words) -> bool:
    """Tell whether the figure is a level that something far in front has come to ("the number of killed has risen to 23")."""
    lower, at = frame.sentence.lower, mention.first - 1
    return at > 0 and lower[at] in _TO and lower[at - 1] in words.level and lower[at - 1] not in words.auxiliaries


def _has(mention: Mention, frame: Frame) -> bool:
    """Tell whether "has" stands right before the figure and is its verb ("which has 40 boats")."""
    return mention.first > 0 and frame.sentence.lower[mention.first - 1] in _HAS


def _is_whole(mention: Mention, frame: Frame, words: Words) -> bool:
    """Tell whether the figure is the whole of which another is part: a verb speaks of the part.

    "Four of its eleven mills", "three members of the 11-person crew".
    """
    lower, at = frame.sentence.lower, mention.first - 1
    while at > 0 and mention.first - at < _OF_ITS and (lower[at] in words.skip_of or frame.sentence.words[at][:1].isupper()):
        at -= 1
    while at > 0 and mention.first - at < _OF_ITS and lower[at] in _OWNER:
        at -= 3
    named = at + 1 < mention.first and at - 2 in frame.figures
    return at > 0 and lower[at] == "of" and (at - 1 in frame.figures or named)


def _behind(at: int, frame: Frame, words: Words) -> int:
    """Step to where the verb of the counted thing may stand: over a list, over what is added to the noun."""
    lower = frame.sentence.lower
    for i in range(at, min(len(lower), at + _REACH)):
        word = lower[i]
        if word in words.auxiliaries:
            i += 1
            while i < len(lower) and lower[i] in words.adverbs:
                i += 1
            return i
        # "of the fallen republic": a verb's form behind an article is none.
        verb = word in words.verbs and not (i and lower[i - 1] in words.skip_of)
        next_member = i == at + 1 and lower[at] == "and" and i in frame.figures and i + 1 < len(lower)
        if next_member and lower[i + 1] not in words.auxiliaries:
            continue
        if i in frame.figures or verb or word in _CLAUSES or word[0] in _STOPS:
            break
    return at


def _main_verb(at: int, frame: Frame, words: Words) -> int:
    """Return where the main verb behind a relative clause begins ("the men who dug it were caught"), or 0."""
    lower = frame.sentence.lower
    if at >= len(lower) or lower[at] not in _RELATIVES:
        return 0
    at += 1
    while at < len(lower) and (lower[at] in words.auxiliaries or lower[at] in words.adverbs):
        at += 1
    for i in range(at + 1, min(len(lower), at + _REACH)):
        if lower[i] in words.auxiliaries and lower[i - 1] not in _BEFORE_VERB:
            return i
        if lower[i][0] in _STOPS or lower[i] in _RELATIVES:
            return 0
    return 0


def _over_aside(at: int, frame: Frame, words: Words) -> int:
    """Step over ", including 13 soldiers,", "he knew -- two of them masked --" and a conversion in brackets."""
    lower = frame.sentence.lower
    if at < len(lower) and lower[at] in _QUOTES:
        at += 1
    if at + 2 < len(lower) and lower[at] in PRONOUNS and lower[at + 2] in _ASIDES:
        at += 2
    if at >= len(lower) or lower[at] not in _ASIDES:
        return at
    sign = _ASIDES[lower[at]]
    inner = at + 1
    while inner < len(lower) and lower[inner] == lower[at]:
        inner += 1
    if inner >= len(lower) or not (lower[inner] in words.part_before or lower[inner] in _SOME or inner in frame.figures):
        return at
    reach = lower[inner + 1 : inner + _REACH]
    # an aside that a dash opens may end at a comma
    closing = sign if sign in reach else "," if sign in _DASHES else None
    if closing not in reach:
        return at
    i = inner + 1 + reach.index(closing)
    while i < len(lower) and lower[i] == closing:
        i += 1
    return i
