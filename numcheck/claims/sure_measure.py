"""Whether a measure's words are tied to a figure, so that it is sure that the figure is one of that measure.

A measure is read by the nearest of its words; a label says it aloud only where the grammar bears it out: the words are in the
counted noun, its verb, or right beside the figure.
"""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.claims import clauses, level_noun
from numcheck.claims.annotated import DASHES, Annotated
from numcheck.claims.figure import Figure, Told
from numcheck.claims.noun_phrase import Way
from numcheck.language.en import around
from numcheck.language.en.change import FALLING, RISING
from numcheck.language.en.inflection import singular

_SUBJECT = 7
"""Words from a noun to the verb that says something of it at most."""
_REACH = 6
"""Words from a measure to a figure of it at most."""
_NEAR = 32
"""Words from a figure to words that may be tied to it at most, with its noun and all that may stand between."""
_BEFORE_A_COUNT = around.DETERMINERS | around.BARELY | {"of"}
"""Words between a verb and the count of its objects."""
_BEFORE_A_FIGURE = (
    _BEFORE_A_COUNT
    | around.BE
    | RISING
    | FALLING
    | {"to", "at", "from", "by", "total", "stood", "closed", "ended", "reached", "hit"}
)
"""Words between a measure and its figure: "turnout rose to only"."""
_BEFORE_A_NOUN = frozenset({"from", "to", "at", "by"})
_CARRIED = frozenset({Way.INHERITED, Way.ORIGIN, Way.LABEL, Way.LEVEL, Way.CARRIED, Way.BEFORE_ITS_LEVEL, Way.NUMBER_OF})
"""Ways to a noun that do not lie beside the figure: what is said of it stands with the noun."""


def is_sure(figure: Figure, said: Told) -> bool:
    """Tell whether the words of a figure's measure are tied to it."""
    measure, cue = said.said
    line = figure.line
    if measure is None or line.vocabulary.always.get(figure.dimension) is measure:
        return measure is not None
    if singular(cue.lower(), line.vocabulary.nouns.plurals) in around.LIVES:  # lives are lost, or saved
        return said.counted.head in around.LIVES
    subject, spans = level_noun.subject(figure.mention.first, line), _spans(cue, figure)
    if any(at.start in subject for at in spans):
        return True
    if figure.counts:
        told_before = figure.before.said[0] is measure and _is_among(figure, said)
        carried = told_before or said.counted.way in _CARRIED
        return carried or any(_says_of_count(at, figure, said) for at in spans)
    begin, end = figure.mention.first, figure.mention.last
    of_a_kind = "{}" in measure.label  # "70% of voters opposed it": behind what they are a share of
    return any(_is_beside(at, begin, end, line) for at in spans if at.start >= end or not of_a_kind)


def _is_among(figure: Figure, said: Told) -> bool:
    """Tell whether a figure counts some of those before: "among them 13 troops", "13 of them", "13 troops among them"."""
    line, first = figure.line, figure.mention.first
    end = max(figure.mention.last, said.counted.last)
    them = (("among", "them"), ("of", "them"), ("of", "whom"))
    return line.word(first - 1) == "including" or any(
        line.says(at, words) for at in (first - 2, figure.mention.last, end - 2, end) for words in them
    )


def _spans(cue: str, figure: Figure) -> list[range]:
    """Return where the words of a cue stand near a figure."""
    parts, line = tuple(cue.lower().split()), figure.line
    near = range(max(0, figure.mention.first - _NEAR), min(line.n, figure.mention.last + _NEAR))
    return [range(at, at + len(parts)) for at in near if line.lower[at] == parts[0] and line.says(at, parts)]


def _says_of_count(cue: range, figure: Figure, said: Told) -> bool:
    """Tell whether words say something of a counted noun: in it, as the verb in front, or the first behind it."""
    mention, line = figure.mention, figure.line
    end = max(mention.last, said.counted.last)
    if cue.stop <= mention.first:
        verb = line.word(cue.start) not in line.vocabulary.stops
        return verb and _all(range(cue.stop, mention.first), line, _BEFORE_A_COUNT)
    if mention.last <= cue.start < end:
        return True
    agrees = (mention.interval.low or 0) <= 1 or not line.has(end, cue.start, around.OF_ONE_THING)
    return cue.start >= end and agrees and _is_predicate(cue.start, end, line)


def _is_predicate(verb: int, end: int, line: Annotated) -> bool:
    """Tell whether a word is the first verb behind a noun that ends at `end`, in the same clause."""
    start, auxiliary = line.over(end, around.WHO), line.vocabulary.nouns.ends.auxiliaries
    if verb - end > _SUBJECT or (verb > start and line.word(verb - 1) in line.vocabulary.stops - auxiliary):
        return False
    return all(_is_of_the_subject(at, line) or line.word(at) in auxiliary for at in range(start, verb))


def _is_of_the_subject(at: int, line: Annotated) -> bool:
    """Tell whether a word may stand between a noun and its verb: no sign, figure or verb, and no word of another clause."""
    word = line.word(at)
    if word in ("and", "or", ","):
        return True
    if at in line.figures or not word[:1].isalnum() or word in around.CUTS:
        return False
    return not word.endswith("ing") and not clauses.is_verb(at, line)


def _is_beside(cue: range, begin: int, end: int, line: Annotated) -> bool:
    """Tell whether words stand right beside a figure that counts nothing; one noun or adjective may stand between."""
    places = range(cue.stop, begin) if cue.stop <= begin else range(end, cue.start)
    if len(places) > _REACH or cue.start < begin < cue.stop:
        return False
    adverbs = line.vocabulary.nouns.ends.adverbs
    strange = [at for at in places if line.word(at) not in _BEFORE_A_FIGURE and line.word(at) not in adverbs]
    tied = any(line.word(at - 1) in _BEFORE_A_NOUN for at in strange)  # "imports from China from 10 percent"
    return len(strange) < 2 and not tied and all(_is_plain(at, line) for at in strange)


def _is_plain(at: int, line: Annotated) -> bool:
    """Tell whether a word is a noun or an adjective: no figure, sign, verb or small word, but for the hyphen of a size."""
    word = line.word(at)
    if at in line.figures or word in line.vocabulary.stops:
        return False
    return word in DASHES or (word[:1].isalpha() and not clauses.is_verb(at, line))


def _all(places: Iterable[int], line: Annotated, words: frozenset[str]) -> bool:
    return all(line.word(at) in words for at in places)
