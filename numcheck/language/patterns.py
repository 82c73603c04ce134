"""Patterns of many words, written so that the engine turns most places of a text down by a look at one letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def either_case(words: Iterable[str]) -> list[str]:
    """Return words in lower case, capitalised and in capitals."""
    return [form for word in words for form in (word, word[0].upper() + word[1:], word.upper())]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of words that share their beginnings, the longest taken first: seven(?:ty)? of "seven" and "seventy"."""
    rests: dict[str, set[str]] = defaultdict(set)
    for word in words:
        rests[word[:1]].add(word[1:])
    may_end = rests.pop("", None) is not None
    told = "|".join(re.escape(letter) + any_of(rest) for letter, rest in sorted(rests.items()))
    if told and may_end:
        return f"(?:{told})?"
    return told if len(rests) < 2 else f"(?:{told})"
