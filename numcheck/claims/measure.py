"""What is said of a counted or measured thing: the cue nearest the figure in its clause."""

from __future__ import annotations

from numcheck.claims.frame import Frame, Hit
from numcheck.claims.level import LEVEL
from numcheck.claims.noun import Subject
from numcheck.claims.voice import acts, takes_object
from numcheck.claims.words import Cue, Measure, Words, kind, singular
from numcheck.model.reading import Mention

_FARTHEST = 12.0
"""Words (and barriers) a cue may lie away from its figure."""
_STRONG = 2.5
"""Words by which casualty and custody words win for people and bare counts."""
_WEAK = 5.0
_COMPANY = 3.0
"""Words by which a word that needs company wins over the same word without."""
_LOOSE_NOUN = 2.0
"""Words by which a noun that is not the counted one loses to a verb ("the attack, in which 9 were killed")."""
_LEFTWARDS = 1.3
"""A barrier weighs more towards the left: the verb of a new clause mostly follows its figure."""
_REACH = 18
"""Words between a counted thing and its verb at most."""
_CLAUSES = frozenset(
    {"who", "which", "that", "whom", "when", "where", "while", "but", "because", "after", "before", "as", "if", "since"}
)
_STOPS = ';:.!?—–“”"()'
_ASIDES = {",": ",", "-": "-", "–": "–", "—": "—", "(": ")"}
_DASHES = "-–—"
_QUOTES = "”’\"'"
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it"})
_SOME = frozenset({"some", "most", "many", "all", "both", "mostly", "mainly", "among"})
_SETTLED = -9.0
"""The distance of a counted noun that settles what is said of it ("six bodies")."""
_MODIFIER = 1.5
"""Words by which a participle behind the noun ("civilians fleeing the city") loses to its verb."""
_OWN_VERB = 3.0
"""Words by which a verb in front loses where the figure is the subject of its own clause ("12 drowned and 30 are missing")."""
_RELATIVE = 3.0
"""Words by which the verb of a relative clause loses where the main verb behind it is known."""
_RELATIVES = frozenset({"who", "which", "that"})
_BEFORE_VERB = frozenset({"and", "or", "but", "they", "he", "she", "it", "we", "not", "to", *_RELATIVES})
_NO_PERSON = 3.0
"""Words by which what is said of people loses for a noun of no class that does not name who acts ("life jackets")."""
_ACTORS = ("er", "or", "ist", "man", "ee", "ian", "ant", "ent")
_NEXT = frozenset({",", "and"})
_BARELY = frozenset({"just", "only", "barely"})
_HAS = frozenset({"has", "have", "had"})
_PEOPLE = frozenset({"person", "group"})


def measure(
    mention: Mention, dimension: str, subject: Subject, before: Subject | None, frame: Frame, words: Words
) -> tuple[Measure | None, str]:
    """Return the measure of a figure and the word that gave it, or None and an empty string.

    `before` is what was counted before it: whom a bare figure most likely speaks of.
    """
    thing = kind(subject.phrase, words)
    head = subject.head or (before.head if before is not None else None)
    things = frozenset({thing or "thing", words.roles.get(head or "")})
    best: Hit | None = None
    nearest = _FARTHEST
    end = max(mention.last, subject.last) if dimension in ("count", "share") else mention.last
    aside = _over_aside(end, frame, words)
    right = _behind(aside, frame, words)
    main = _main_verb(right, frame, words)
    plain = right > aside and not any(frame.sentence.lower[i] in _NEXT for i in range(aside, right))
    subject_of = plain or _has(mention, frame)
    whole = is_whole(mention, frame, words)
    compounds = {hit.first for hit in frame.hits if hit.cue.noun}
    for hit in frame.hits:
        if hit.cue.noun and hit.last in compounds:  # "debt bailout": the last noun is the thing
            continue
        if end <= hit.first < aside:
            continue
        if (hit.first < mention.last and hit.last > mention.first) or not _fits(hit.cue, dimension, thing, things, subject):
            continue
        if not _in_voice(hit, mention, end, frame, words):
            continue
        if whole and hit.last != subject.last:
            continue
        if _other_end(hit, mention, dimension, subject, frame, words):
            continue
        distance = _distance(hit, mention, subject, aside, right, main, frame)
        if hit.cue.measure.strong and (thing in _PEOPLE or subject.head is None):
            distance -= _STRONG
        if hit.cue.measure.weak or hit.cue.faint:
            distance += _WEAK
        if hit.cue.company:
            distance -= _COMPANY
        if hit.cue.measure.things and thing is None and dimension == "count":
            distance += 1.0 if "thing" in hit.cue.measure.things or _acts(subject.head) else _NO_PERSON
        if subject_of and hit.last <= mention.first:
            distance += _OWN_VERB
        if distance <= nearest:
            best, nearest = hit, distance
    if best is not None:
        return best.cue.measure, " ".join(frame.sentence.words[best.first : best.last])
    return _default(mention, dimension, frame, words)


def _default(mention: Mention, dimension: str, frame: Frame, words: Words) -> tuple[Measure | None, str]:
    """Return what a figure measures where no word says it: by its dimension, or by the noun it is the adjective of."""
    if dimension in words.always:
        return words.always[dimension], dimension
    lower = frame.sentence.lower
    at = mention.first - 1
    while at > 0 and lower[at] in _BARELY:
        at -= 1
    if at >= 0:
        coming = any(word in words.modality for word in lower[:at])
        opened = (coming and words.to_come.get((dimension, lower[at]))) or words.in_front.get((dimension, lower[at]))
        if opened:
            return opened, lower[at]
    for at in range(mention.last, min(len(lower), mention.last + 5)):
        found = words.adjectives.get(
            (dimension, words.classes.get(lower[at]) or words.classes.get(singular(lower[at], words.plurals)) or "")
        ) or words.adjectives.get((dimension, singular(lower[at], words.plurals)))
        if found is not None:
            return found, lower[at]
        if lower[at] in words.stops:
            break
    return None, ""


def _fits(cue: Cue, dimension: str, thing: str | None, things: frozenset[str | None], subject: Subject) -> bool:
    """Tell whether a measure can be said of such a figure; `things` are the class and the role of what it counts."""
    row = cue.measure
    if dimension not in row.dimensions:
        return False
    if cue.things:
        return not things.isdisjoint(cue.things)
    if dimension != "count" or not row.things:
        return True
    return thing in row.things or (thing is None and (subject.head is None or "thing" in row.things or "person" in row.things))


def _in_voice(hit: Hit, mention: Mention, end: int, frame: Frame, words: Words) -> bool:
    """Tell whether a cue may speak for the figure by who acts, where it stands and what else the sentence names."""
    cue = hit.cue
    if cue.company and cue.company.isdisjoint(frame.sentence.lower):
        return False
    if cue.behind:
        return hit.first in (mention.last, end)
    if cue.does:
        acting = acts(hit, mention, frame, words)
        return acting or (acting is None and (bool(cue.rest) or frame.sentence.lower[hit.first].endswith("ed")))
    if cue.undergone:
        return not acts(hit, mention, frame, words)
    if cue.noun or not cue.measure.strong:
        return True
    return not (acts(hit, mention, frame, words) and (hit.last <= mention.first or takes_object(hit.last, frame, words)))


def _acts(head: str | None) -> bool:
    """Tell whether a noun ends like one of people ("diver", "cellist")."""
    return head is None or head.endswith(_ACTORS)


def _has(mention: Mention, frame: Frame) -> bool:
    """Tell whether "has" stands right before the figure and is its verb ("which has 40 boats")."""
    return mention.first > 0 and frame.sentence.lower[mention.first - 1] in _HAS


def is_whole(mention: Mention, frame: Frame, words: Words) -> bool:
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


_OF_ITS = 6
_OWNER = frozenset({"'s", "’s", "s", "'", "’"})


def _other_end(hit: Hit, mention: Mention, dimension: str, subject: Subject, frame: Frame, words: Words) -> bool:
    """Tell whether a cue belongs to another word: a preposition to the figure behind it, a noun to the thing it modifies."""
    if dimension == "count" and hit.cue.noun and subject.first <= hit.first and hit.last < subject.last:  # "life jackets"
        return True
    if hit.cue.rest and frame.sentence.lower[hit.last - 1] in _HAS:  # "which has 40 boats", "people who have fled"
        return hit.last != mention.first
    preposition = hit.last - hit.first == 1 and frame.sentence.lower[hit.first] in words.stops
    return preposition and hit.last in frame.figures and hit.last != mention.first  # "96 deputies against 71"


def _distance(hit: Hit, mention: Mention, subject: Subject, aside: int, right: int, main: int, frame: Frame) -> float:
    """Return how far a cue lies from the figure, in words and barriers; `main` is its verb behind a relative clause, or 0."""
    loose = _LOOSE_NOUN if hit.cue.noun else 0.0
    if hit.first >= aside:
        if hit.first <= right and hit.cue.settles:
            return _SETTLED
        if frame.sentence.lower[hit.first].endswith("ing"):
            loose += _MODIFIER
        if hit.last <= main:
            loose += _RELATIVE
        begin, start = (main, main) if 0 < main <= hit.first else (aside, right)
        return max(0, hit.first - start) + frame.between(begin, hit.first) + loose
    if hit.first >= mention.last:  # the counted noun itself ("24 deaths"), or a word inside the phrase
        if hit.last != subject.last:
            return 3.0 + loose
        return _SETTLED if hit.cue.settles else 1.0 + loose
    if subject.how == LEVEL and hit.first == subject.first:
        return 0.0
    if (
        hit.cue.noun and hit.last < mention.first <= hit.last + 3 and frame.sentence.lower[hit.last] == "of"
    ):  # "a depth of only 10 km"
        return 0.0
    return mention.first - hit.last + _LEFTWARDS * frame.between(hit.last, mention.first) + loose


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
    if at + 2 < len(lower) and lower[at] in _PRONOUNS and lower[at + 2] in _ASIDES:
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
