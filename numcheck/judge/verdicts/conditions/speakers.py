"""Conditions on who is said to tell a figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from numcheck.judge import relations
from numcheck.judge.kinds import one_statement
from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.conditions.slots import one_number
from numcheck.judge.verdicts.subjects import Sides
from numcheck.language.en import rule_words
from numcheck.language.en.inflection import singular
from numcheck.model.claim import Claim


@condition("speaker")
def _two_speakers(sides: Sides) -> bool:
    """Somebody is said to tell either figure."""
    return None not in (sides.a.speaker, sides.b.speaker)


@condition(first=one_number)
def lost_attribution(sides: Sides, *, parties: tuple[str, ...] = rule_words.PARTIES) -> bool:
    """One side says that somebody with a stake in it gives the figure ("the rebels say"), the other tells it as fact."""
    named, nameless = (sides.a, sides.b) if sides.a.speaker is not None else (sides.b, sides.a)
    if named.speaker is None or nameless.speaker is not None or named.role == "draft" or nameless.section == "headline":
        return False
    words = _words(named.speaker) & set(parties)
    mine = (c.speaker for c in sides.everywhere(nameless))
    return bool(words) and not _tells_of(words, nameless) and not any(_one_speaker(speaker, named.speaker) for speaker in mine)


def _tells_of(words: frozenset[str], claim: Claim) -> bool:
    """Tell whether one of these words stands in the sentence of a figure, as a word or within one."""
    return any(party in word.lower() for party in words for word in claim.wording.sentence)


@condition(first=_two_speakers)
def swapped_attribution(sides: Sides) -> bool:
    """One outlet has two speakers with a figure each, and the other gives the figure of the one as said by the other."""
    return _swapped(sides.a, sides.b, sides) or _swapped(sides.b, sides.a, sides)


def _swapped(true: Claim, wrong: Claim, sides: Sides) -> bool:
    """Tell whether `wrong` has another speaker's figure: in the document of `true` somebody else gives it."""
    if true.role == "draft":
        return False
    theirs = [c for c in _spoken(true, sides) if one_statement(c, wrong)]
    own = [c for c in theirs if _one_speaker(c.speaker, wrong.speaker)]
    given = any(c not in own and relations.same_number(c.quantity, wrong.quantity) for c in theirs)
    return given and bool(own) and all(relations.disjoint(c.quantity, wrong.quantity) for c in own)


def _spoken(claim: Claim, sides: Sides) -> Iterator[Claim]:
    """Yield the figures of a claim's document that somebody is said to tell."""
    return (c for c in sides.everywhere(claim) if c.speaker is not None)


def _one_speaker(x: str | None, y: str | None) -> bool:
    """Tell whether two speakers are named by a common word: "police" and "police chief Ann Example"."""
    return not _words(x or "").isdisjoint(_words(y or ""))


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    """Return the words of a speaker's name in the singular, without the small ones."""
    words = name.lower().replace("’", "'").removesuffix("'s").split()
    return frozenset(singular(word, {}) for word in words if word not in rule_words.LITTLE)
