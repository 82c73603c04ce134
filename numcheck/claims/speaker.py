"""Who says it: the name or body beside a verb of saying in the figure's sentence."""

from __future__ import annotations

from numcheck.claims.frame import Frame
from numcheck.claims.words import Words
from numcheck.model.reading import Mention

_LONGEST = 5


def speaker(mention: Mention, frame: Frame, words: Words) -> str | None:
    """Return who is said to tell the figure, as written, or None where the article itself does."""
    lower = frame.sentence.lower
    for at in frame.reporting:
        word = lower[at]
        if mention.first <= at < mention.last:
            continue
        if word == "according" or word in ("citing", "cited", "quoted"):
            found = _right(at + (2 if word == "according" else 1), frame, words)
        else:
            found = _left(at, frame, words) or _right(at + 1, frame, words, names_only=True)
        if found is not None:
            return found
    return None


def _left(at: int, frame: Frame, words: Words) -> str | None:
    """Return the noun phrase that ends before the verb at `at`."""
    sentence, lower = frame.sentence, frame.sentence.lower
    last = at
    while last and lower[last - 1] in words.between:
        last -= 1
    first = last
    while first and last - first < _LONGEST and first - 1 not in frame.figures:
        word = lower[first - 1]
        if not word[0].isalpha() or word in words.stops or word in words.skip_of or word in words.verbs:
            break
        first -= 1
    return _said(sentence.words[first:last], words)


def _right(at: int, frame: Frame, words: Words, *, names_only: bool = False) -> str | None:
    """Return the noun phrase that begins at `at`, over one article."""
    sentence, lower = frame.sentence, frame.sentence.lower
    while at < len(lower) and lower[at] in ("the", "a", "an"):
        at += 1
    last = at
    while (
        last < len(lower)
        and last - at < _LONGEST
        and lower[last][0].isalpha()
        and lower[last] not in words.stops
        and last not in frame.figures
    ):
        last += 1
    if names_only and not (last > at and sentence.words[at][0].isupper() and last - at > 1):
        return None
    return _said(sentence.words[at:last], words)


def _said(spoken: list[str], words: Words) -> str | None:
    if not spoken or all(word.lower() in words.nobody for word in spoken):
        return None
    return " ".join(spoken)
