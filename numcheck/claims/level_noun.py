"""The counted noun in front of a figure, which is its level: "cases reached 63", "the number of boats rose to 12"."""

from __future__ import annotations

from dataclasses import replace

from numcheck.claims.annotated import DASHES, Annotated
from numcheck.claims.clauses import is_verb
from numcheck.claims.noun_phrase import Counted, Way, ends, many, people, phrase, plural_at, skip
from numcheck.language.en import around
from numcheck.language.en.change import FALLING, RISING

_ESTIMATE = 16
"""Words from "put" to its figure at most."""
_LABEL = 8
"""Words of a label at most."""
_TOLL = 4
"""Words back from a noun at most to the toll it belongs to."""
_CARRIED = 6
"""Words from "brings" to the "to" of its figure at most, and from there to "the number of"."""
_HANGING = 3
"""Words from a preposition to its noun at most ("cases in the outer islands")."""
_NUMBER = 22
"""Words from "the number of" to its figure at most."""
_SUBJECT = 18
"""Words from a level back to the subject whose level it is at most."""
_NO_VERBS = frozenset({"to", "at", "by", "now", "currently", "then"})
"""Words in front of a level that are no verb."""
_CHANGING = RISING | FALLING
_MOVING = _CHANGING | around.BARELY | {"from", "up", "down", ","}
"""Words between a subject and its level, beside the verbs of levels: "rose by 12 percent to 40, up from 36"."""
_IN_A_WORD = (*DASHES, *around.POSSESSIVE)
_BEFORE_A_NOUN = around.DETERMINERS | around.SHORT_POSSESSIVE
_THOSE = frozenset({"those", "people"})
_NUMBERS = ("number", "numbers", "total")
_SIGNS_OF_A_ROW = ("", "|", "*", "•", "\n")
"""What may stand in front of a label; nothing where it opens the sentence."""


def standing(at: int, line: Annotated) -> Counted | None:
    """Look left for the noun whose level the figure is: "cases reached 63", "taking the wrecked boats to 12"."""
    words = line.vocabulary
    last = max(line.back_over(at, words.nouns.level), at + 1 - _CARRIED) - 1
    if last < 0 or last == at - 1:
        return None
    if line.word(at - 1) == "at" and line.has(0, last, words.speech.estimates):  # "police put it at 900, the union at 4,000"
        return None
    return _ends_at(last, at, line)


def _ends_at(last: int, at: int, line: Annotated) -> Counted | None:
    """Return the plural phrase that ends at token `last`, or the one it hangs on: the cases of "cases in the islands"."""
    words = line.vocabulary
    if not plural_at(last, line) or line.word(last) in words.stops or line.word(last) in words.carriers:
        return None
    first = _begins(last, line)
    if first > 1 and line.has(first - _TOLL, first - 1, {"toll"}):  # "the death toll in the floods rises to 11"
        return None
    before = line.back_over(first, words.nouns.skip_of) - 1
    if before > 0 and line.word(before) != "of" and line.word(before) in words.nouns.ends.prepositions:
        return _ends_at(before - 1, at, line)
    found = phrase(range(first, last + 1), line, Way.BEFORE_ITS_LEVEL)
    return found.standing(at, found.way) if found.phrase else None


def _begins(last: int, line: Annotated) -> int:
    """Return where the phrase begins that ends at token `last`."""
    first = last
    while first and last - first < _HANGING and not ends(first - 1, line) and not _bounds(line.word(first - 1), line):
        first -= 1
    return first


def _bounds(word: str, line: Annotated) -> bool:
    """Tell whether no noun phrase goes back over a word: a verb, or the name of a sum."""
    words = line.vocabulary
    return word in words.verbs or word in words.carriers or word in words.nouns.sums


def subject(first: int, line: Annotated) -> range:
    """Return where the subject stands whose level a figure is: the death toll of "the death toll from the fire rose to 9".

    What prepositions tie to it is left out. The range is empty where no verb of a level leads to the figure.
    """
    verb = _verb_of_a_level(first, line)
    if not any(_moves_to_a_level(line.word(at), line) for at in range(verb, first)):
        return range(0)
    begin = verb
    while begin > max(0, verb - _SUBJECT) and not _opens_a_clause(begin - 1, line):
        begin -= 1
    begin = _behind_place(begin, verb, line)
    prepositions = line.vocabulary.nouns.ends.prepositions
    tied = (i for i in range(begin, verb) if line.word(i) in prepositions and not line.says(i - 1, ("number", "of")))
    return range(begin, next(tied, verb))


def _verb_of_a_level(first: int, line: Annotated) -> int:
    """Return where the words begin that lead to a level at `first`, a change perhaps among them."""
    words, at = line.vocabulary.nouns, first
    while at > 0 and (
        (word := line.word(at - 1)) in words.level or word in words.ends.adverbs or word in _MOVING or at - 1 in line.figures
    ):
        at -= 1
    return at


def _moves_to_a_level(word: str, line: Annotated) -> bool:
    """Tell whether a word is the verb of a level, or of a change to it."""
    return word in _CHANGING or (word in line.vocabulary.nouns.level and word not in _NO_VERBS)


def _behind_place(begin: int, end: int, line: Annotated) -> int:
    """Step over what a clause may open with: "In Exampleton the death toll was 12"."""
    prepositions = line.vocabulary.nouns.ends.prepositions
    if line.word(begin) not in prepositions:
        return begin
    articles = (i for i in range(begin + 2, end) if line.word(i) in around.DETERMINERS)
    return next(
        (i for i in articles if line.word(i - 1) not in around.DETERMINERS and line.word(i - 1) not in prepositions), begin
    )


def _opens_a_clause(at: int, line: Annotated) -> bool:
    """Tell whether a subject begins behind a token: a sign, a figure, a verb or a word of another clause."""
    word = line.word(at)
    if at in line.figures or (word in around.CUTS and word not in line.vocabulary.nouns.ends.prepositions):
        return True
    if not word[:1].isalnum():
        return word not in _IN_A_WORD
    return is_verb(at, line) and line.word(at - 1) not in _BEFORE_A_NOUN


def number_of(at: int, line: Annotated) -> Counted | None:
    """Look left for "the number of X ..." whose number the figure is."""
    for i in range(at - 2, max(-1, at - _NUMBER), -1):
        if line.word(i) in _NUMBERS and line.word(i + 1) == "of":
            start = skip(i + 2, line)
            found = people(start, start + 1, Way.LEVEL) if _are_casualties(start, line) else many(start, line)
            if found is not None and found.last <= at:
                return found.standing(at, Way.NUMBER_OF)
    return None


def _are_casualties(at: int, line: Annotated) -> bool:
    """Tell whether a word of harm stands for people: "the number of injured in the blast", not "of injured sailors"."""
    words = line.vocabulary
    return line.word(at) in words.casualty and line.word(at + 1) in words.stops


def carried(first: int, last: int, line: Annotated) -> Counted | None:
    """Return the noun behind a figure that a verb carries it to: "brings to four the number of suspects", "to 31 the dead"."""
    words = line.vocabulary
    carrying = line.word(first - 1) in ("to", "at") and line.has(first - _CARRIED, first - 1, words.carriers)
    if not carrying or line.word(last) != "the":
        return None
    start = last + 1
    of = next((i for i in range(start, start + _CARRIED) if line.says(i, ("number", "of"))), None)
    if of is not None:
        start = line.skip(of + 2, *words.nouns.skip_of - _THOSE)
    if line.word(start) in words.casualty or line.word(start) in _THOSE:
        return people(last, start + 1, Way.CARRIED)
    found = many(start, line)
    return replace(found, first=last) if found is not None and found.way == Way.PLURAL else None


def estimated(first: int, line: Annotated) -> Counted | None:
    """Return what "police put the crowd at 900" and "the ministry put the number of boats at 40" are an estimate of."""
    words = line.vocabulary
    reach = range(first - 2, max(-1, first - _ESTIMATE), -1)
    verb = line.first_of(reach, words.speech.estimates) if line.word(first - 1) == "at" else None
    if verb is None or verb + 2 >= first or not line.figures.isdisjoint(range(verb, first)):
        return None
    thing = line.skip(verb + 1, *words.nouns.skip_of)
    if line.word(thing) in words.casualty or words.classes.get(line.word(thing)) in ("person", "group"):
        return people(thing, thing + 1, Way.LEVEL)
    return _number_put(thing, first, line) if line.says(thing, ("number", "of")) else None


def _number_put(at: int, first: int, line: Annotated) -> Counted | None:
    """Return what "the number of", which begins at token `at`, is the number of, in front of the figure."""
    start = line.skip(at + 2, "the")
    if line.word(start) in line.vocabulary.casualty:
        return people(start, start + 1, Way.LEVEL)
    found = many(skip(start, line), line)
    return found if found is not None and found.way == Way.PLURAL and found.last < first else None


def labelled(first: int, line: Annotated) -> Counted | None:
    """Return the plural noun of a label in front of a figure: "Officers injured: 19", "| Arrests | 52 |"."""
    if first < 2 or line.word(first - 1) not in (":", "|"):
        return None
    words, start = line.vocabulary, first - 2
    while start > first - _LABEL and (line.word(start)[:1].isalpha() or line.word(start) in DASHES):
        start -= 1
    found = many(line.over(start + 1, DASHES), line) if line.word(start) in _SIGNS_OF_A_ROW else None
    if found is None or found.way != Way.PLURAL or found.last >= first:
        return None
    opening = line.word(found.first)
    if opening in words.verbs or opening in words.speech.bodies:
        return None
    return people(first, first, Way.LABEL) if _is_harm(found, line) else found.standing(first, Way.LABEL)


def _is_harm(counted: Counted, line: Annotated) -> bool:
    """Tell whether a noun is one word for people to whom harm is done: "Deaths: 17"."""
    entry = line.vocabulary.known.get(line.word(counted.first))
    if entry is None or counted.last > counted.first + 1:
        return False
    return any(cue.noun and cue.measure.strong and cue.measure.who == "people" for cue in entry.cues)


def collective(first: int, line: Annotated) -> Counted | None:
    """Return whom a collective before "of" and a bare figure counts: "a gang of five", "a crew of 25", "a mother of four"."""
    counted = line.vocabulary.collectives.get(line.word(first - 2)) if line.word(first - 1) == "of" else None
    way = Way.CHILDREN if line.class_at(first - 2) == "person" else Way.COLLECTIVE
    return None if counted is None else Counted(counted, counted, first, first, way)
