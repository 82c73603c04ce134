"""What single words beside a figure say: that it is a remainder, a difference, the speaker's own count; names near an age."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, zip_longest

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.en import around
from numcheck.language.tables import Scope
from numcheck.language.tokens import words as words_of
from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.saying import Wording

_SPEAKER = 4
"""Words in front of a figure in which "we have" tells whose count it is."""
_SURPASSING = 6
"""Words before a figure in which a verb of being more makes "by" that of a difference."""
_WIDTH = 8
"""Words behind a figure in which a place tells how wide its scope is."""
_LANDMARK, _NAME = 10, 6
"""Words behind a distance up to the "from" of its landmark, and from there to its name."""
_BESIDE = 30
"""Characters on either side of an age in which names stand."""
_PREFIX = 6
"""Letters of a name that its forms share."""
_PLACE = 4
"""Letters of a landmark that its spellings share."""
_WIDTHS = {"worldwide": "world", "nationwide": "nation", "home": "nation", "abroad": "abroad"}
"""How wide the scopes are that claims tell of."""
_APPOSED = re.compile(r"(?:\b[A-Z][^\W\d_]+ ?)+, ?\Z")
"""A name in front of a comma and an age."""
_NO_NAME = frozenset({"The", "A", "An", "His", "Her", "Their", "This", "That", "One", "Another", "In", "At", "On", "Both"})
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]+")
_CLAUSE_END = re.compile(r"[,;:–—()\"“”]|\b(?:while|but|and|although|whereas|which|who|that)\b")
"""What ends a clause, near enough to compare its words."""
_SHORT = 5
"""Letters up to which a noun may change within ("men", "wives", "feet")."""


@frozen
class Cues:
    """The words that tell of a figure beside it.

    `beside_a_plan` finds behind it the norm from which it is told, `apart` whatever else: "12 more boats than Exampleton".
    """

    remainder: frozenset[str]
    own: frozenset[str]
    tally: frozenset[str]
    surpassing: frozenset[str]
    widths: Mapping[str, str]
    beside_a_plan: re.Pattern[str]
    apart: re.Pattern[str]


@once_a_lexicon
def cues(lexicon: Lexicon) -> Cues:
    """Return the cues of `lexicon`."""
    scope = lexicon.table(Scope)
    norms = "|".join(map(re.escape, scope.norms))
    more = "(?:more|less|fewer|higher|lower|larger|smaller|longer|shorter)"
    beside = r"(?:over|above|under|below|beyond|ahead of|short of)"
    return Cues(
        remainder=scope.other,
        own=scope.own,
        tally=scope.tally,
        surpassing=scope.surpassing,
        widths={word: width for width, members in scope.widths.items() for word in members},
        beside_a_plan=re.compile(rf"[^,;:.\d]{{0,25}}?\b(?:{more} than|{beside}) (?:{norms})\b"),
        apart=re.compile(rf" {more}(?: [^\W\d][\w'’-]*){{0,3}}? than\b"),
    )


def wording(claim: Claim) -> Wording:
    """Return the words of a claim's sentence, and those in front of the figure and behind it."""
    begin, end = (max(0, at - claim.sentence_start) for at in (claim.start, claim.end))
    before, behind = claim.sentence[:begin], claim.sentence[end:]
    opens = [found.end() for found in _CLAUSE_END.finditer(before)]
    closes = _CLAUSE_END.search(behind)
    clause = (before[opens[-1] if opens else 0 :], behind[: closes.start() if closes else None])
    return Wording(
        _of_all(claim.sentence),
        words_of(before),
        words_of(behind),
        tuple(chain.from_iterable(map(words_of, clause))),
    )


@lru_cache(maxsize=64)
def _of_all(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence, which all its figures share."""
    return words_of(sentence)


def is_remainder(before: Sequence[str], behind: Sequence[str], words: Cues) -> bool:
    """Tell whether a figure counts others than one before it: "another 12", "12 others"; not "122 in more than a year"."""
    behind_it = (word for word, after in zip_longest(behind[:3], behind[1:4]) if after != "than")
    return not words.remainder.isdisjoint((*before[-2:], *behind_it))


def is_own_count(claim: Claim, before: Sequence[str], words: Cues) -> bool:
    """Tell whether the speaker counts his own only ("we have received 50"), and keeps no tally of all."""
    near = before[-_SPEAKER:]
    return claim.quantity.dimension == "count" and not words.own.isdisjoint(near) and words.tally.isdisjoint(near)


def is_difference(claim: Claim, before: Sequence[str], after: str, words: Cues) -> bool:
    """Tell whether a figure is how far two others are apart: "outnumbered births by 900", "£80m over budget", "9 more than"."""
    if claim.quantity.direction is not None:
        return False
    if before[-1:] == ["by"] and not words.surpassing.isdisjoint(before[-_SURPASSING:-1]):
        return True
    is_multiple = claim.quantity.unit == "times"
    return words.beside_a_plan.match(after) is not None or (not is_multiple and words.apart.match(after) is not None)


def width(claim: Claim, behind: Sequence[str], words: Cues) -> str | None:
    """Return how wide a scope is said to be, by its place or a word behind the figure; None where nothing is said."""
    told = _WIDTHS.get(claim.scope.place or "")
    return told or next((words.widths[word] for word in behind[:_WIDTH] if word in words.widths), None)


def landmark(claim: Claim, written: Sequence[str]) -> str | None:
    """Return the beginning of the name a length may be measured from ("90 km from Exampleton")."""
    if claim.quantity.dimension != "length":
        return None
    tied = next((at for at, word in enumerate(written[:_LANDMARK]) if word.lower() in around.AWAY_FROM), None)
    if tied is None:
        return None
    return next((word[:_PLACE].lower() for word in written[tied + 1 : tied + _NAME] if word[0].isupper()), None)


def names(claim: Claim, before: str, behind: str) -> frozenset[str]:
    """Return the names beside an age: "the 42-year-old Ann Example"; of "Ann Example, 42, met Bo Other" the first alone."""
    if claim.quantity.dimension != "age":
        return frozenset()
    right_in_front = _APPOSED.search(before)
    if right_in_front is not None:
        return frozenset(word[:_PREFIX] for word in _CAPITAL.findall(right_in_front[0])[-2:])
    left, right = _CAPITAL.findall(before[-_BESIDE:]), _CAPITAL.findall(behind[:_BESIDE])
    return frozenset(word[:_PREFIX] for word in (*left[-2:], *right[:2]) if word not in _NO_NAME)


def names_its_whole(claim: Claim, behind: Sequence[str]) -> bool:
    """Tell whether a part names its own whole ("two of the four exits"): other outlets tell of it as "two exits"."""
    named = claim.counted == claim.scope.subset_of and claim.head not in around.ANYBODY
    return named and behind[:1] == ["of"] and around.THEM.isdisjoint(behind[1:2])


def has_its_noun(claim: Claim) -> bool:
    """Tell whether the counted noun stands in the sentence of its figure, and is not that of a figure before."""
    return claim.head[: 2 if len(claim.head) <= _SHORT else 4] in claim.sentence.lower()
