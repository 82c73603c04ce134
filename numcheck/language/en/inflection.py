"""The forms of English words: of a verb, and the singular and plural of a noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

_VOWELS = "aeiou"
_ROOT = 5


def inflected(verb: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the forms of a verb; both spellings where a last consonant may be doubled, since neither is another word."""
    yield verb
    yield from irregular.get(verb, ())
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield verb + "es"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield verb[:-1] + "ies"
    else:
        yield verb + "s"
    stem = verb[:-1] if verb.endswith("e") else verb
    yield stem + "ing" if not verb.endswith("ee") else verb + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield verb[:-1] + "ied"
    else:
        yield stem + "ed"
    if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        yield verb + verb[-1] + "ed"
        yield verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        yield verb[:-2] + "ying"


def plural(noun: str) -> str:
    """Return the regular plural of a singular noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("man") and noun not in ("human", "german", "roman", "ottoman"):
        return noun[:-3] + "men"
    return noun + "s"


def singular(word: str, irregular: Mapping[str, str]) -> str:
    """Return the singular of a lower-case plural noun."""
    known = irregular.get(word)
    if known is not None:
        return known
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without its commonest endings, so that "bombed" meets "bombing"."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending in ("ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def root(word: str) -> str:
    """Return the first letters of a word, which nearly all words of its family share: what looks alike, of whatever kind."""
    return word[:_ROOT]
