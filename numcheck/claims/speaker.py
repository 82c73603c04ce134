"""Who says it: the name or body that a verb of saying, a colon or an estimate ties to the figure, in its sentence."""

from __future__ import annotations

from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.words import Words
from numcheck.language.en.inflection import singular
from numcheck.model.reading import Mention

_LONGEST = 6
_ASIDE = 14
"""Words between a name and its verb at most ("Ann Example, head of the water board, said")."""
_ESTIMATE = 9
"""Words between "put", "estimated" and the "at" of their figure at most ("put the size of the crowd at 900")."""
_OWNERS = frozenset({"'", "’", "'s", "’s"})
_PASSIVE = frozenset({"is", "was", "were", "are", "been", "being"})
_BODIES = frozenset({"person", "group", "business", "country"})


def speaker(mention: Mention, frame: Frame, words: Words) -> str | None:
    """Return who is said to tell the figure, without article, or None where the article itself does.

    A name is as written; a common noun at the head of a sentence loses its capital ("police", not "Police").
    """
    found = _estimated(mention, frame, words) or _colon(mention.first, frame, words) or _counting(mention, frame, words)
    return found if found is not None else _saying(mention, frame, words)


def _saying(mention: Mention, frame: Frame, words: Words) -> str | None:
    """Return the subject of a verb of saying, or who stands behind "according to"."""
    lower = frame.sentence.lower
    for at in frame.reporting:
        word = lower[at]
        if mention.first < at < mention.last or ";" in lower[min(at, mention.first) : max(at, mention.first)]:
            continue
        if word in ("according", "citing", "cited"):
            found = _right(at + (2 if word == "according" else 1), frame, words)
        else:
            found = _left(at, frame, words)
            if found is None and word not in words.listeners:
                found = _right(at + 1, frame, words, names_only=True)
        if found is not None:
            return found
    return _elided(mention.first, frame, words) if frame.reporting else None


def _estimated(mention: Mention, frame: Frame, words: Words) -> str | None:
    """Return who puts a figure at its level: "police put the crowd at 900", "estimated by police at 900"."""
    lower, first = frame.sentence.lower, mention.first
    level = first - 1 if first and lower[first - 1] == "at" else first if lower[first] in words.estimates else None
    if level is None:
        return None
    verb = next((i for i in range(level, -1, -1) if lower[i] in words.estimates), None)
    if verb is None or ";" in lower[verb:first]:
        return None
    if any(i in frame.figures and i < first for i in range(verb, level)):  # "put it at 40,000 and police at 900"
        return _body(level, frame, words)
    if level - verb > _ESTIMATE:
        return None
    if verb and lower[verb - 1] in _PASSIVE:
        by = [i for i in (*range(verb, level), mention.last) if i < len(lower) and lower[i] == "by"]
        return _right(by[0] + 1, frame, words) if by else None
    return _left(verb, frame, words)


def _colon(first: int, frame: Frame, words: Words) -> str | None:
    """Return the body in front of a colon right before the figure: "Organisers: 40,000"."""
    lower = frame.sentence.lower
    if first < 2 or lower[first - 1] != ":" or words.classes.get(lower[first - 2], "group") == "person":
        return None
    return _body(first - 1, frame, words)


def _counting(mention: Mention, frame: Frame, words: Words) -> str | None:
    """Return the body whose counting verb stands right before the figure: "police counted 900", "police claim that 900 ..."."""
    lower, at = frame.sentence.lower, mention.first - 1
    at -= at > 0 and (lower[at] == "that" or (lower[at] == "of" and lower[at - 1] in words.speaking_of))
    if at > 0 and lower[at] in words.speaking_of:
        return _body(at, frame, words) or _relative(at, frame, words)
    return _body(at, frame, words) if at > 0 and lower[at] in words.counts_as_saying else None


def _relative(at: int, frame: Frame, words: Words) -> str | None:
    """Return the body before a relative clause: "the league that had called it spoke of 900"."""
    that = next(
        (i for i in range(at - 1, max(-1, at - _ASIDE), -1) if frame.sentence.lower[i] in ("that", "which", "who")), None
    )
    return None if that is None else _body(that, frame, words)


def _body(last: int, frame: Frame, words: Words) -> str | None:
    """Return the noun phrase that ends before token `last`, where it names people or a body."""
    lower = frame.sentence.lower
    while last and lower[last - 1] in words.between:
        last -= 1
    if not last:
        return None
    head = lower[last - 1]
    known = words.classes.get(head) or words.classes.get(singular(head, words.plurals))
    if known not in _BODIES and head not in words.bodies:
        return None
    return _left(last, frame, words)


def _elided(first: int, frame: Frame, words: Words) -> str | None:
    """Return who tells a figure whose verb stands before a semicolon: "Police counted 900; the union 4,000"."""
    lower = frame.sentence.lower
    at = next((i + 1 for i in range(first - 1, -1, -1) if lower[i] == ";"), None)
    if at is None or not any(i < at for i in frame.reporting):
        return None
    while at < first and lower[at] in words.skip_of:
        at += 1
    plain = first - at <= _LONGEST and all(_names(i, frame, words) or lower[i] in _OWNERS for i in range(at, first))
    return _said(at, first, frame, words) if plain else None


def _left(at: int, frame: Frame, words: Words) -> str | None:
    """Return the noun phrase that ends before the verb at `at`, over an aside between two commas."""
    lower = frame.sentence.lower
    last = at
    while last and lower[last - 1] in words.between:
        last -= 1
    if last and lower[last - 1] == ",":
        last = next((i for i in range(last - 2, max(-1, last - _ASIDE), -1) if lower[i] == ","), last)
    first = last
    while first and last - first < _LONGEST and first - 1 not in frame.figures and _names(first - 1, frame, words):
        first -= 1
    while first < last and lower[first] in DASHES:
        first += 1
    return _said(first, last, frame, words)


def _right(at: int, frame: Frame, words: Words, *, names_only: bool = False) -> str | None:
    """Return the noun phrase that begins at `at`, over one article; with `names_only` two capitalised words or more."""
    sentence, lower = frame.sentence, frame.sentence.lower
    while at < len(lower) and lower[at] in words.skip_of:
        at += 1
    last = at
    while last < len(lower) and last - at < _LONGEST and last not in frame.figures and _names(last, frame, words):
        last += 1
    if names_only and not (last > at + 1 and sentence.words[at][0].isupper() and sentence.words[at + 1][0].isupper()):
        return None
    return _said(at, last, frame, words)


def _names(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether the token at `at` may belong to the name of a speaker."""
    word, lower = frame.sentence.words[at], frame.sentence.lower[at]
    if lower in DASHES:
        return True
    if lower in _OWNERS:
        return (
            at > 0 and frame.sentence.starts[at] == frame.sentence.ends[at - 1] and frame.sentence.lower[at - 1].endswith("s")
        )
    if not word[0].isalpha() or lower in words.weekdays or lower in words.adverbs:
        return False
    return word == "US" or not (lower in words.stops or lower in words.verbs)


def _said(first: int, last: int, frame: Frame, words: Words) -> str | None:
    """Return the text of the tokens, unless they name nobody."""
    sentence = frame.sentence
    while first < last and sentence.lower[first] in words.skip_of:
        first += 1
    if first >= last or all(word in words.nobody for word in sentence.lower[first:last]):
        return None
    parts = [_opening(first, frame, words)]
    for i in range(first + 1, last):
        parts.append(sentence.words[i] if sentence.starts[i] == sentence.ends[i - 1] else " " + sentence.words[i])
    return "".join(parts).strip(" -")


def _opening(first: int, frame: Frame, words: Words) -> str:
    """Return the first word of a speaker; a common noun that opens the sentence loses its capital."""
    word, lower = frame.sentence.words[first], frame.sentence.lower[first]
    common = lower in words.classes or singular(lower, words.plurals) in words.classes or lower in words.bodies
    return lower if first == 0 and word.istitle() and common else word
