"""Who says it: the name or body that a verb of saying, a colon or an estimate ties to the figure, in its sentence."""

from __future__ import annotations

from numcheck.claims.annotated import DASHES, Annotated
from numcheck.language.en import around
from numcheck.language.en.inflection import singular
from numcheck.model.reading import Mention

_LONGEST = 6
"""Words of a speaker's name at most."""
_ASIDE = 14
"""Words between a name and its verb at most ("Ann Example, head of the water board, said")."""
_ESTIMATE = 9
"""Words between "put", "estimated" and the "at" of their figure at most ("put the size of the crowd at 900")."""
_BODIES = frozenset({"person", "group", "business", "country"})
_BEHIND = {"according": 2, "citing": 1, "cited": 1}
"""Words behind which a speaker stands, and how many words behind ("according to")."""


def speaker(mention: Mention, line: Annotated) -> str | None:
    """Return who is said to tell the figure, without article, or None where the article itself does.

    A name is as written; a common noun at the head of a sentence loses its capital ("police", not "Police").
    """
    found = _estimated(mention, line) or _colon(mention.first, line) or _counting(mention, line)
    return found if found is not None else _saying(mention, line)


def _saying(mention: Mention, line: Annotated) -> str | None:
    """Return the subject of a verb of saying, or who stands behind "according to"."""
    reporting = line.playing("reporting")
    for at in reporting:
        if mention.first < at < mention.last or _of_another_clause(at, mention, line):
            continue
        found = _beside(at, line)
        if found is not None:
            return found
    return _elided(mention.first, line) if reporting else None


def _of_another_clause(at: int, mention: Mention, line: Annotated) -> bool:
    """Tell whether the verb at `at` reports another figure: "the organisers stick to 900, while the police said 700"."""
    if line.has(min(at, mention.first), max(at, mention.first), {";"}):
        return True
    opposed = line.first_of(range(mention.last, at), around.OPPOSING)
    return opposed is not None and not line.figures.isdisjoint(range(opposed, line.n))


def _beside(at: int, line: Annotated) -> str | None:
    """Return who says what the verb at `at` reports: the name in front of it, else behind it."""
    word = line.word(at)
    if word in _BEHIND:
        return _right(at + _BEHIND[word], line)
    found = _left(at, line)
    return _right(at + 1, line, names_only=True) if found is None and word not in line.vocabulary.speech.listeners else found


def _estimated(mention: Mention, line: Annotated) -> str | None:
    """Return who puts a figure at its level: "police put the crowd at 900", "estimated by police at 900"."""
    words, first = line.vocabulary, mention.first
    if line.word(first - 1) == "at":
        level = first - 1
    elif line.word(first) in words.speech.estimates:
        level = first
    else:
        return None
    verb = line.first_of(range(level, -1, -1), words.speech.estimates)
    if verb is None or line.has(verb, first, {";"}):
        return None
    if not line.figures.isdisjoint(range(verb, level)):  # "put it at 40,000 and police at 900"
        return _body(level, line)
    if level - verb > _ESTIMATE:
        return None
    if line.word(verb - 1) not in around.PASSIVE:
        return _left(verb, line)
    by = line.first_of((*range(verb, level), mention.last), ("by",))
    return None if by is None else _right(by + 1, line)


def _colon(first: int, line: Annotated) -> str | None:
    """Return the body in front of a colon right before the figure: "Organisers: 40,000"."""
    if first < 2 or line.word(first - 1) != ":" or line.vocabulary.classes.get(line.word(first - 2)) == "person":
        return None
    return _body(first - 1, line)


def _counting(mention: Mention, line: Annotated) -> str | None:
    """Return the body whose counting verb stands right before the figure: "police counted 900", "police claim that 900 ..."."""
    words, at = line.vocabulary, mention.first - 1
    if line.word(at) == "that" or (line.word(at) == "of" and line.word(at - 1) in words.speech.speaking_of):
        at -= 1
    if line.word(at) in words.speech.speaking_of:
        return _body(at, line) or _relative(at, line)
    return _body(at, line) if line.word(at) in words.speech.counts_as_saying else None


def _relative(at: int, line: Annotated) -> str | None:
    """Return the body before a relative clause: "the league that had called it spoke of 900"."""
    that = line.first_of(range(at - 1, max(-1, at - _ASIDE), -1), ("that", "which", "who"))
    return None if that is None else _body(that, line)


def _body(last: int, line: Annotated) -> str | None:
    """Return the noun phrase that ends before token `last`, where it names people or a body."""
    last = line.back_over(last, line.vocabulary.speech.between)
    if line.class_at(last - 1) not in _BODIES and line.word(last - 1) not in line.vocabulary.speech.bodies:
        return None
    return _left(last, line)


def _elided(first: int, line: Annotated) -> str | None:
    """Return who tells a figure whose verb stands before a semicolon: "Police counted 900; the union 4,000"."""
    end = line.first_of(range(first - 1, -1, -1), (";",))
    if end is None or line.playing("reporting")[0] > end:
        return None
    at = min(first, line.over(end + 1, line.vocabulary.nouns.skip_of))
    plain = first - at <= _LONGEST and all(_names(i, line) or line.word(i) in around.POSSESSIVE for i in range(at, first))
    return _said(at, first, line) if plain else None


def _left(at: int, line: Annotated) -> str | None:
    """Return the noun phrase that ends before the verb at `at`, over an aside between two commas."""
    last = line.back_over(at, line.vocabulary.speech.between)
    if line.word(last - 1) == ",":
        opening = line.first_of(range(last - 2, max(-1, last - _ASIDE), -1), (",",))
        last = last if opening is None else opening
    first = last
    while last - first < _LONGEST and first - 1 not in line.figures and _names(first - 1, line):
        first -= 1
    return _said(line.over(first, DASHES), last, line)


def _right(at: int, line: Annotated, *, names_only: bool = False) -> str | None:
    """Return the noun phrase that begins at `at`, over one article; with `names_only` two capitalised words or more."""
    at = line.over(at, line.vocabulary.nouns.skip_of)
    last = at
    while last - at < _LONGEST and last not in line.figures and _names(last, line):
        last += 1
    if names_only and not (last > at + 1 and line.is_capital(at) and line.is_capital(at + 1)):
        return None
    return _said(at, last, line)


def _names(at: int, line: Annotated) -> bool:
    """Tell whether the token at `at` may belong to the name of a speaker."""
    words, lower = line.vocabulary, line.word(at)
    if lower in DASHES:
        return True
    if lower in around.POSSESSIVE:
        return line.glued(at) and line.word(at - 1).endswith("s")
    if not lower[:1].isalpha() or lower in words.weekdays or lower in words.nouns.ends.adverbs:
        return False
    return line.as_written(at) == "US" or not (lower in words.stops or lower in words.verbs)


def _said(first: int, last: int, line: Annotated) -> str | None:
    """Return the text of the tokens, unless they name nobody."""
    first = line.over(first, line.vocabulary.nouns.skip_of)
    if first >= last or line.vocabulary.speech.nobody.issuperset(line.lower[first:last]):
        return None
    rest = (line.words[i] if line.glued(i) else f" {line.words[i]}" for i in range(first + 1, last))
    return "".join([_opening(first, line), *rest]).strip(" -")


def _opening(first: int, line: Annotated) -> str:
    """Return the first word of a speaker; a common noun that opens the sentence loses its capital."""
    word, lower, words = line.as_written(first), line.word(first), line.vocabulary
    common = lower in words.classes or singular(lower, words.nouns.plurals) in words.classes or lower in words.speech.bodies
    return lower if first == 0 and word.istitle() and common else word
