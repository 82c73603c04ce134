"""What is said of a counted or measured thing: the cue nearest the figure in its clause."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from numcheck.claims.agency import denied
from numcheck.claims.annotated import Annotated, Hit, within
from numcheck.claims.cue_fits import may_speak
from numcheck.claims.noun_phrase import Counted, Way
from numcheck.claims.position import Position, position
from numcheck.claims.vocabulary import Cue, Measure
from numcheck.language.en import around
from numcheck.language.en.inflection import singular
from numcheck.model.reading import Mention

_FARTHEST = 12.0
"""Words (and barriers) a cue may lie away from its figure."""
_REACH = 48
"""Words beyond which no cue is weighed: what speaks for one brings it no nearer than `_FARTHEST` from there."""
_STRONG = 2.5
"""Words by which casualty and custody words win for people and bare counts."""
_WEAK = 5.0
"""Words by which a word that says little loses."""
_TIED = 4.0
"""Words by which what stands right before or behind the figure, and only there, wins ("by 800 votes")."""
_PHRASE = 0.5
"""Words by which a verb in two parts wins over its first part alone."""
_COMPANY = 3.0
"""Words by which a word that needs company wins over the same word without."""
_LOOSE_NOUN = 2.0
"""Words by which a noun that is not the counted one loses to a verb ("the attack, in which 9 were killed")."""
_JOINED = 12
"""Words between the beginnings of two cues that "or" joins at most."""
_LEFTWARDS = 1.3
"""A barrier weighs more towards the left: the verb of a new clause mostly follows its figure."""
_CLAUSE = 10
"""Words of a clause in front of a time at most."""
_EST = 5
"""Letters up to which a word in -est is none of the highest degree: "rest", "quest"."""
_ADJECTIVE = 5
"""Words from a figure to the noun it is the adjective of at most."""
_SETTLED = -9.0
"""The distance of a counted noun that settles what is said of it ("six bodies")."""
_COUNTED, _NAMED = 1.0, 3.0
"""The distance of another counted noun: of a casualty word ("24 deaths"), and of one that mostly tells only what is counted."""
_MODIFIER = 1.5
"""Words by which a participle behind the noun ("civilians fleeing the city") loses to its verb."""
_LEVEL = 4.0
"""Words by which a cue behind a level loses: the number of killed has risen to 23 after six of the wounded died."""
_OWN_VERB = 3.0
"""Words by which a verb in front loses where the figure is the subject of its own clause ("12 drowned and 30 are missing")."""
_RELATIVE = 3.0
"""Words by which the verb of a relative clause loses where the main verb behind it is known."""
_THING, _NO_PERSON = 1.0, 3.0
"""Words by which what is said of classes loses for a noun of none; of people more, where it does not name who acts."""
_OF = 3
"""Words from the "of" behind a measure's noun to its figure at most: "a depth of only 10 km"."""
_NEXT = frozenset({",", "and"})
_BARELY = frozenset({"just", "only", "barely"})
_PEOPLE = frozenset({"person", "group"})

Said = tuple[Measure | None, str]
"""What is said of a figure, and the word that says so."""


_IN_TURN = 6
"""Words from the first of two figures to "respectively"."""

_TOGETHER = 3
"""Words from one noun to the other that "and" ties to it: sales and net profit."""


def measure(mention: Mention, dimension: str, counted: Counted, before: Counted | None, line: Annotated) -> Said:
    """Return the measure of a figure and the word that gave it, or None and an empty string.

    `before` is what was counted before it: whom a bare figure most likely speaks of.
    """
    in_turn = _in_turn(mention, line)
    if in_turn is not None:
        return in_turn.cue.measure, " ".join(line.words[in_turn.first : in_turn.last])
    at = position(mention, dimension, counted, before, line)
    best: Hit | None = None
    nearest = _FARTHEST
    for hit in within(line.speaking, mention.first - _REACH, max(at.main, at.right) + _REACH):
        if not may_speak(hit, at, line):
            continue
        cost = _cost(hit, at, line)
        if cost <= nearest:
            best, nearest = None if denied(hit, mention, line) else hit, cost
    if best is not None:
        return _with_other(best, line), " ".join(line.words[best.first : best.last])
    return _default(at, line)


def _in_turn(mention: Mention, line: Annotated) -> Hit | None:
    """Return what the first or the second of two figures is of: "sales and profit rose by 12% and 30% respectively"."""
    if around.IN_TURN.isdisjoint(line.lower[mention.last : mention.last + _IN_TURN]):
        return None
    first = line.word(mention.last) == "and" and mention.last + 1 in line.figures
    if first == (line.word(mention.first - 1) == "and" and mention.first - 2 in line.figures):
        return None
    tied = (pair for pair in pairwise(within(line.hits, mention.first - _REACH, mention.first)) if _are_two(*pair, line))
    return next((one if first else other for one, other in tied), None)


def _are_two(one: Hit, other: Hit, line: Annotated) -> bool:
    """Tell whether "and" ties two nouns of a sentence: sales and net profit."""
    return line.word(one.last) == "and" and 0 < other.first - one.last <= _TOGETHER


def _with_other(hit: Hit, line: Annotated) -> Measure:
    """Return the measure of a cue, or the wider one where "or" ties another to it: killed or seriously injured.

    Of two of which one holds the other it is that: hurt and taken to hospital.
    """
    own, wider = hit.cue.measure, line.vocabulary.wider
    for other in within(line.hits, hit.first - _JOINED, hit.last + _JOINED):
        said = other.cue.measure
        of_both = _of_both(own, said, wider)
        if said == own or of_both is None or not (said.strong or wider.get(said.name) == of_both):
            continue
        if _tied(hit, other, line) or _tied(other, hit, line):
            return of_both
    return own


def _of_both(own: Measure, said: Measure, wider: Mapping[str, Measure]) -> Measure | None:
    """Return the one of two measures that holds the other, else the wider one that holds either."""
    above = wider.get(own.name), wider.get(said.name)
    return next((one for one in above if one in (own, said)), above[0] or above[1])


def _tied(one: Hit, other: Hit, line: Annotated) -> bool:
    """Tell whether "or" or "and" stands between two cues, and an adverb at most behind it."""
    if line.word(one.last) not in around.JOINING:
        return False
    at = one.last + 1
    return other.first == at or (other.first == at + 1 and line.word(at).endswith(around.ADVERB))


def _cost(hit: Hit, at: Position, line: Annotated) -> float:
    """Return how far a cue lies from the figure, with what speaks for and against such a cue, in words."""
    cost = _distance(hit, at, line)
    in_front = hit.last <= at.mention.first
    cost += _of_its_words(hit.cue) + _of_its_place(hit, at) + _of_the_thing(hit, at)
    if at.own_verb and in_front:
        cost += _OWN_VERB
    if at.level:
        return cost / 2 if in_front else cost + _LEVEL
    return cost


def _of_its_words(cue: Cue) -> float:
    """Return what speaks for a cue by itself, below nought, and against it."""
    cost = _WEAK if cue.measure.weak or cue.faint else 0.0
    if cue.company:
        cost -= _COMPANY
    return cost - _PHRASE if cue.open else cost


def _of_its_place(hit: Hit, at: Position) -> float:
    """Return what speaks for a cue of people for people, and for one that is tied to the figure, below nought."""
    cue = hit.cue
    cost = -_TIED if cue.ahead or cue.behind or hit.tail == at.mention.first else 0.0
    people = cue.measure.strong and (at.thing in _PEOPLE or at.counted.head is None)
    return cost - _STRONG if people else cost


def _of_the_thing(hit: Hit, at: Position) -> float:
    """Return what speaks against a cue that is said of classes of things where the counted noun is of none."""
    things = hit.cue.measure.things
    if not things or at.thing is not None or at.dimension != "count":
        return 0.0
    return _THING if "thing" in things or _acts(at.counted.head) else _NO_PERSON


def _distance(hit: Hit, at: Position, line: Annotated) -> float:
    """Return how far a cue lies from the figure, in words and barriers."""
    loose = _LOOSE_NOUN if hit.cue.noun else 0.0
    if hit.first >= at.aside:
        return _SETTLED if hit.first <= at.right and hit.cue.settles else _far_behind(hit, at, line, loose)
    if hit.first < at.mention.last:
        return _far_in_front(hit, at, line, loose)
    if hit.last != at.counted.last:
        return _NAMED + loose
    # the counted noun itself ("24 deaths"), or a word inside the phrase
    return _SETTLED if hit.cue.settles else (_COUNTED if hit.cue.measure.strong else _NAMED) + loose


def _far_behind(hit: Hit, at: Position, line: Annotated, loose: float) -> float:
    """Return how far a cue lies behind the counted noun; the verb of a relative clause and a participle lie farther."""
    if line.word(hit.first).endswith("ing"):
        loose += _MODIFIER
    if hit.last <= at.main:
        loose += _RELATIVE
    begin, start = (at.main, at.main) if 0 < at.main <= hit.first else (at.aside, at.right)
    return max(0, hit.first - start) + line.between(begin, hit.first) + loose


def _far_in_front(hit: Hit, at: Position, line: Annotated, loose: float) -> float:
    """Return how far a cue lies in front of the figure; what is put at a level and what "of" ties to it lies next to it."""
    first = at.mention.first
    if at.counted.way == Way.LEVEL and hit.first == at.counted.first:
        return 0.0
    if hit.cue.noun and hit.last < first <= hit.last + _OF and line.word(hit.last) == "of":
        return _SETTLED if hit.cue.settles else 0.0
    if hit.cue.noun and hit.first in at.subject:
        return 0.0
    last = max(hit.tail if hit.tail <= first else hit.last, hit.last)
    return first - last + _LEFTWARDS * line.between(last, first) + loose


def _acts(head: str | None) -> bool:
    """Tell whether a noun ends like one of people ("diver", "cellist")."""
    return head is None or head.endswith(around.ACTORS)


def _default(at: Position, line: Annotated) -> Said:
    """Return what a figure measures where no word says it: by its dimension, or by the noun it is the adjective of."""
    always = line.vocabulary.always.get(at.dimension)
    if always is not None:
        return always, at.dimension
    return _opened(at, line) or _as_adjective(at, line) or (None, "")


def _opened(at: Position, line: Annotated) -> Said | None:
    """Return what the word in front of a figure says that it measures: "in six weeks", "for two hours"."""
    words = line.vocabulary
    before = line.back_over(at.mention.first, _BARELY) - 1
    key = (at.dimension, line.word(before))
    opened = (words.to_come.get(key) if _coming(before, line) else None) or words.in_front.get(key)
    if opened is None or (opened.things and at.thing not in opened.things) or _of_highest_degree(before, line):
        return None
    if line.word(before) in around.AFTER and line.word(at.mention.last) == "of":  # "after years of turmoil"
        return None
    return opened, line.word(before)


def _as_adjective(at: Position, line: Annotated) -> Said | None:
    """Return what the noun says that a figure is the adjective of: "a 10-metre dhow"."""
    words, dimension = line.vocabulary, at.dimension
    for i in range(at.mention.last, min(line.n, at.mention.last + _ADJECTIVE)):
        noun = singular(line.word(i), words.nouns.plurals)
        found = words.adjectives.get((dimension, line.class_at(i) or "")) or words.adjectives.get((dimension, noun))
        if found is not None:
            return found, line.word(i)
        if line.word(i) in words.stops:
            return None
    return None


def _coming(at: int, line: Annotated) -> bool:
    """Tell whether a word of plan or forecast stands in the clause before token `at` ("will reopen in six weeks")."""
    for i in range(at - 1, at - _CLAUSE, -1):
        if line.word(i) in line.vocabulary.scope.modality:
            return True
        if line.word(i) in _NEXT:
            return False
    return False


def _of_highest_degree(at: int, line: Annotated) -> bool:
    """Tell whether the time is how long nothing like it came before ("the worst storm in six years")."""
    before = line.lower[max(0, at - _CLAUSE) : max(0, at)]
    return any(word in around.FIRST or (len(word) > _EST and word.endswith("est")) for word in before)
