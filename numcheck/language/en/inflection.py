"""The forms of English words: of a verb, and the singular and plural of a noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_VOWELS = "aeiou"

_IRREGULAR = (
    "arise arose arisen, beat beaten, become became, begin began begun, bite bit bitten, blow blew blown, break broke "
    "broken, bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen, come came, creep "
    "crept, deal dealt, dig dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell "
    "fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flew flown, forget forgot forgotten, "
    "freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hear heard, hide hid "
    "hidden, hold held, keep kept, know knew known, lead led, leap leapt, leave left, lend lent, lose lost, make made, mean "
    "meant, meet met, pay paid, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, "
    "seek sought, sell sold, send sent, shake shook shaken, shoot shot, show shown, shrink shrank shrunk, sing sang "
    "sung, sink sank sunk sunken, sit sat, sleep slept, slay slew slain, slide slid, speak spoke spoken, spend spent, "
    "stand stood, steal stole stolen, stick stuck, strike struck, swear swore sworn, sweep swept, swim swam swum, "
    "take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, wake woke woken, "
    "wear wore worn, win won, withdraw withdrew withdrawn, write wrote written"
)
IRREGULAR: Mapping[str, tuple[str, ...]] = {verb: tuple(past) for verb, *past in map(str.split, _IRREGULAR.split(","))}
"""The past forms of verbs that are not made with -ed: the past, and the participle where it differs."""

PARTICIPLES = frozenset(past[1] for past in IRREGULAR.values() if len(past) > 1)
"""The irregular participles that differ from the past ("taken")."""


def inflected(verb: str) -> Iterator[str]:
    """Yield the forms of a verb; both spellings where a last consonant may be doubled, since neither is another word."""
    stem = verb.removesuffix("e")
    ends_in_y = verb.endswith("y") and verb[-2:-1] not in _VOWELS
    yield verb
    yield from IRREGULAR.get(verb, ())
    yield verb[:-1] + "ies" if ends_in_y else verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    yield (verb if verb.endswith("ee") else stem) + "ing"
    yield verb[:-1] + "ied" if ends_in_y else stem + "ed"
    if _may_double(verb):
        yield verb + verb[-1] + "ed"
        yield verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        yield verb[:-2] + "ying"


def _may_double(verb: str) -> bool:
    """Tell whether a verb ends in one vowel and one consonant."""
    return len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS


def forms(verbs: Iterable[str]) -> frozenset[str]:
    """Return the forms of all these verbs."""
    return frozenset(form for verb in verbs for form in inflected(verb))


def participles(verbs: Iterable[str]) -> frozenset[str]:
    """Return the forms of verbs in -ed and -ing, and the irregular ones."""
    return frozenset(
        form for verb in verbs for form in inflected(verb) if form.endswith(("ed", "ing")) or form in IRREGULAR.get(verb, ())
    )


_NO_MEN = ("human", "german", "roman", "ottoman", "norman", "shaman", "caiman", "talisman")
"""Nouns in -man that are no men."""


def plural(noun: str) -> str:
    """Return the regular plural of a singular noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("man") and noun.lower() not in _NO_MEN:
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
