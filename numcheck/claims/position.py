"""Where a figure stands in its sentence: where its noun ends, where its verb may be, whether it is a whole or a level."""

from __future__ import annotations

from numcheck.claims.annotated import Annotated
from numcheck.claims.clauses import is_verb
from numcheck.claims.level_noun import subject
from numcheck.claims.noun_phrase import Counted
from numcheck.claims.vocabulary import kind
from numcheck.language.en import around
from numcheck.model.frozen import frozen
from numcheck.model.reading import Mention

_REACH = 18
"""Words between a counted thing and its verb at most."""
_STOPS = ';:.!?—–“”"()'
_ASIDES = {",": ",", "-": "-", "–": "–", "—": "—", "(": ")"}
_DASHES = ("-", "–", "—")
_QUOTES = ("”", "’", '"', "'")
_NEXT = frozenset({",", "and"})
_TO = frozenset({"to", "at"})
_OF_ITS = 6
"""Words from "of" to the figure of a whole: "three members of the 11-person crew"."""
_OWNED = 3
"""Tokens of an owner: "the mill's"."""


@frozen
class Position:
    """A figure with what it counts, and the places its cues are measured from.

    `thing` is the class of the counted noun, `things` that class and the role; `end` is where the noun ends, `aside` where
    what is put in behind it ends, `right` where its verb may begin, `main` the verb behind a relative clause, or 0.
    `own_verb`: a verb of its own follows; `subject`: where the subject stands whose level it is; `level`: something far in
    front has come to it; `whole`: another is part of it.
    """

    mention: Mention
    dimension: str
    counted: Counted
    thing: str | None
    things: frozenset[str | None]
    end: int
    aside: int
    right: int
    main: int
    subject: range
    own_verb: bool
    level: bool
    whole: bool


def position(mention: Mention, dimension: str, counted: Counted, before: Counted | None, line: Annotated) -> Position:
    """Return where a figure stands; `before` is what was counted before it: whom a bare figure most likely speaks of."""
    thing = kind(counted.phrase, line.vocabulary)
    head = counted.head or (before.head if before is not None else None)
    end = max(mention.last, counted.last) if dimension in ("count", "share") else mention.last
    aside = _over_aside(_behind_of(end, line), line)
    aside = aside if aside > _behind_of(end, line) else end
    right = _behind(aside, line)
    return Position(
        mention=mention,
        dimension=dimension,
        counted=counted,
        thing=thing,
        things=frozenset({thing or "thing", line.vocabulary.roles.get(head or "")}),
        end=end,
        aside=aside,
        right=right,
        main=_main_verb(right, line),
        subject=subject(mention.first, line),
        own_verb=(right > aside and not line.has(aside, right, _NEXT)) or line.word(mention.first - 1) in around.HAS,
        level=_stands(mention, line),
        whole=_is_whole(mention, line),
    )


def _stands(mention: Mention, line: Annotated) -> bool:
    """Tell whether the figure is a level that something far in front has come to ("the number of killed has risen to 23")."""
    coming, words = line.word(mention.first - 2), line.vocabulary
    return line.word(mention.first - 1) in _TO and coming in words.nouns.level and coming not in words.nouns.ends.auxiliaries


def _is_whole(mention: Mention, line: Annotated) -> bool:
    """Tell whether the figure is the whole of which another is part: a verb speaks of the part.

    "Four of its eleven mills", "three members of the 11-person crew".
    """
    first, at = mention.first, mention.first - 1
    nearest = max(0, first - _OF_ITS)
    while at > nearest and (line.word(at) in line.vocabulary.nouns.skip_of or line.is_capital(at)):
        at -= 1
    while at > nearest and line.word(at) in around.SHORT_POSSESSIVE:
        at -= _OWNED
    parts = {at - 1, at - 2} if at + 1 < first else {at - 1}
    return at > 0 and line.word(at) == "of" and not line.figures.isdisjoint(parts)


def _behind(at: int, line: Annotated) -> int:
    """Step to where the verb of the counted thing may stand: over a list, over what is added to the noun."""
    words = line.vocabulary
    for i in range(at, min(line.n, at + _REACH)):
        if line.word(i) in words.nouns.ends.auxiliaries:
            return line.over(i + 1, words.nouns.ends.adverbs)
        if _ends_reach(i, line) and not (i == at + 1 and _is_next_member(i, line)):
            break
    return at


def _is_next_member(at: int, line: Annotated) -> bool:
    """Tell whether a figure is the next of a list and no verb of its own follows it."""
    if line.word(at - 1) != "and" or at not in line.figures or not line.word(at + 1):
        return False
    return line.word(at + 1) not in line.vocabulary.nouns.ends.auxiliaries


def _ends_reach(at: int, line: Annotated) -> bool:
    """Tell whether a thing's verb must stand in front of a token: a figure, a verb, another clause."""
    word, words = line.word(at), line.vocabulary
    # "of the fallen republic": a verb's form behind an article is none.
    verb = word in words.verbs and line.word(at - 1) not in words.nouns.skip_of
    return verb or at in line.figures or word in around.CLAUSES or word[0] in _STOPS


def _main_verb(at: int, line: Annotated) -> int:
    """Return where the main verb behind a relative clause begins ("the men who dug it were caught"), or 0."""
    words = line.vocabulary
    if line.word(at) not in around.WHO:
        return 0
    at = line.over(at + 1, words.nouns.ends.auxiliaries | words.nouns.ends.adverbs)
    for i in range(at + 1, min(line.n, at + _REACH)):
        if line.word(i) in words.nouns.ends.auxiliaries and line.word(i - 1) not in around.BEFORE_VERB:
            return i
        if line.word(i)[0] in _STOPS or line.word(i) in around.WHO:
            return 0
    return 0


def _behind_of(end: int, line: Annotated) -> int:
    """Return the token behind what "of" ties to the noun in front of `end`: "members of the security forces"; else `end`."""
    if line.word(end) != "of":
        return end
    reach = range(end + 1, min(line.n, end + _OF_ITS))
    return next((i for i in reach if not line.word(i)[:1].isalnum() or i in line.figures or is_verb(i, line)), end)


def _over_aside(at: int, line: Annotated) -> int:
    """Step over ", including 13 soldiers,", "he knew -- two of them masked --" and a conversion in brackets."""
    at = line.skip(at, *_QUOTES)
    if line.word(at) in around.PRONOUNS and line.word(at + 2) in _ASIDES:
        at += 2
    sign = line.word(at)
    inner = line.over(at + 1, (sign,))
    if sign not in _ASIDES or not _tells_of_some(inner, line):
        return at
    reach = range(inner + 1, inner + _REACH)
    closing = line.first_of(reach, (_ASIDES[sign],))
    if closing is None and sign in _DASHES:  # an aside that a dash opens may end at a comma
        closing = line.first_of(reach, (",",))
    return at if closing is None else line.over(closing, (line.word(closing),))


def _tells_of_some(at: int, line: Annotated) -> bool:
    """Tell whether an aside that begins at token `at` tells of a part of what stands in front of it, or of a figure."""
    return at in line.figures or line.word(at) in line.vocabulary.scope.part_before or line.word(at) in around.SOME
