"""Who says it: the name or body beside a verb of saying in the figure's sentence."""

from __future__ import annotations

from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.words import Words
from numcheck.model.reading import Mention

_LONGEST = 6
_ASIDE = 14
"""Words between a name and its verb at most ("Ann Example, head of the water board, said")."""


def speaker(mention: Mention, frame: Frame, words: Words) -> str | None:
    """Return who is said to tell the figure, as written, or None where the article itself does."""
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


_OWNERS = frozenset({"'", "’", "'s", "’s"})


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
    if not word[0].isalpha() or lower in words.weekdays or lower in words.adverbs:
        return False
    return word == "US" or not (lower in words.stops or lower in words.verbs)


def _said(first: int, last: int, frame: Frame, words: Words) -> str | None:
    """Return the text of the tokens, unless they name nobody."""
    sentence = frame.sentence
    if first >= last or all(word in words.nobody for word in sentence.lower[first:last]):
        return None
    parts = [sentence.words[first]]
    for i in range(first + 1, last):
        parts.append(sentence.words[i] if sentence.starts[i] == sentence.ends[i - 1] else " " + sentence.words[i])
    return "".join(parts).strip(" -")
