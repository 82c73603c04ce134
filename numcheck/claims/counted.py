"""What a figure counts: the ways to its noun, tried from the surest to the least sure."""

from __future__ import annotations

from numcheck.claims.annotated import DASHES, Annotated
from numcheck.claims.level_noun import carried, collective, estimated, labelled, number_of, standing
from numcheck.claims.noun_phrase import Counted, Way, many, nothing, one, people, phrase, plural_at, skip
from numcheck.claims.part_noun import inherited, of_them, of_whole, origin, predicate
from numcheck.claims.vocabulary import kind
from numcheck.language.en import around
from numcheck.model.reading import Mention

_NOBODY = ("nobody", "no-one", "noone", "no one", "none")
_NONE = _NOBODY[-1]
_OTHERS = ("other", "others")


def counted(mention: Mention, line: Annotated, before: Counted | None) -> Counted:
    """Find the counted noun of a figure; `before` is the noun of the figure before it in the sentence."""
    if mention.noun is not None:
        return _inside(mention.noun, line)
    return _said_outright(mention, line) or _tied(mention, line, before) or _behind(mention, line, before)


def _said_outright(mention: Mention, line: Annotated) -> Counted | None:
    """Return a noun that nothing can be mistaken for: "nobody", "a 38-strong crew", "six of the 40 boats", "7,000 strong"."""
    at = mention.last
    if mention.text.lower().startswith(_NOBODY) and line.word(at) != "of" and not _is_held_against(mention, line):
        return people(at, at, Way.NOBODY)
    found = _hyphen_noun(at + 1, line) if _hyphened(at, line) else None
    found = found or of_them(at, line) or of_whole(at, line)
    if found is None and line.word(at) == "strong" and not plural_at(at + 1, line):  # "a crowd some 7,000 strong"
        return people(at, at, Way.STRONG)
    return found


def _is_held_against(mention: Mention, line: Annotated) -> bool:
    """Tell whether "none" is what another count is held against: nine arrests, against none last year."""
    return mention.word is None and line.word(mention.first - 1) in around.BESIDE_A_COUNT and line.word(mention.first) == _NONE


def _tied(mention: Mention, line: Annotated, before: Counted | None) -> Counted | None:
    """Return the noun that a verb, a label or a place ties to the figure, else people whom a casualty word stands for."""
    first, at = mention.first, mention.last
    start = skip(at, line)
    harmed = line.word(start) in line.vocabulary.casualty and not plural_at(start + 1, line)
    found = estimated(first, line) or carried(first, at, line) or predicate(at, line)
    found = found or (None if harmed else labelled(first, line)) or origin(at, line, before)
    return people(start, start, Way.CASUALTY) if found is None and harmed else found


def _behind(mention: Mention, line: Annotated, before: Counted | None) -> Counted:
    """Return the noun behind the figure, else one in front of it, else that of the figure before."""
    start = skip(mention.last, line)
    found = one(start, line) if _is_one(mention, line) else many(start, line)
    if found is not None and found.head in _OTHERS:  # the rest of what the figure before counts
        return found.named(before)
    group = collective(mention.first, line)
    if found is not None and found.way == Way.PLURAL and (group is None or not _are_children(group, found, line)):
        return found
    return group or found or _in_front(mention, start, line, before)


def _are_children(group: Counted, found: Counted, line: Annotated) -> bool:
    """Tell whether somebody's children are counted, and what looks like a plural is a verb: "mother of six wins prize"."""
    return group.way == Way.CHILDREN and line.class_at(found.last - 1) != "person"


def _in_front(mention: Mention, start: int, line: Annotated, before: Counted | None) -> Counted:
    """Return the noun of a figure that none follows: that whose level it is, or that of the figure before."""
    first = mention.first
    sized = mention.hedge == "vague" and mention.interval.is_unbounded
    found = (number_of(first, line) if sized else None) or standing(first, line)
    if found is not None:
        return found
    if before is not None and before.phrase is not None and inherited(mention, before, line):
        return nothing(mention.last) if _of_others(mention, before, line) else before.standing(start, Way.INHERITED)
    return number_of(first, line) or nothing(mention.last)


def _of_others(mention: Mention, before: Counted, line: Annotated) -> bool:
    """Tell whether the verb beside a figure is said of people, and the figure before counts none.

    So it is in "killing six", and in "two bridges fell; six were injured".
    """
    thing = kind(before.phrase, line.vocabulary)
    if thing is None:
        return False
    verb = line.over(mention.last, line.vocabulary.nouns.ends.auxiliaries | around.STILL)
    return any(_says_of_people(line.word(at), thing, line) for at in (mention.first - 1, verb))


def _says_of_people(word: str, thing: str, line: Annotated) -> bool:
    """Tell whether all that a word may say is said of people, and never of a class of things."""
    entry = line.vocabulary.known.get(word)
    cues = [] if entry is None else [cue.measure for cue in entry.cues if not cue.rest]
    return bool(cues) and all(said.who is not None and said.things and thing not in said.things for said in cues)


def _inside(noun: tuple[int, int], line: Annotated) -> Counted:
    """Return the phrase inside a figure up to its first plural ("several thousand men under arms to as low as 500")."""
    first, last = noun
    bare = line.without_figures()
    end = next((at + 1 for at in range(first, last) if plural_at(at, bare)), last)
    return phrase(range(first, end), bare, Way.INSIDE)


def _is_one(mention: Mention, line: Annotated) -> bool:
    """Tell whether the figure is one thing, or at least one: a noun in the singular follows, unless it is one of several."""
    return mention.interval.low == 1 and mention.interval.high in (1, None) and line.word(mention.last) != "of"


def _hyphened(at: int, line: Annotated) -> bool:
    """Tell whether a hyphen ties the next word to the figure ("a 38-strong crew"); newswire also writes "38 - strong"."""
    return line.word(at) in DASHES and line.word(at + 1)[:1].isalpha()


def _hyphen_noun(at: int, line: Annotated) -> Counted | None:
    """Return the noun behind the hyphen; "strong" itself is none, what it is said of follows it."""
    word, words = line.word(at), line.vocabulary
    if word == "strong":
        return many(at + 1, line) or one(at + 1, line)
    if word in around.SO_OFTEN:
        return None  # an eight-time winner
    if not line.glued(at) and word not in words.classes:
        return None
    return None if word in words.stops or word in words.nouns.ends.adverbs else phrase(range(at, at + 1), line, Way.HYPHEN)
