"""A noun phrase behind a token, without a parser: number agreement and adjacency say where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.words import Words
from numcheck.language.en.inflection import singular

_LOOK = 9
"""Words a noun phrase may reach behind its figure."""
_NAMES = ("US", "WHO", "IT")
"""Names that would be stop words in lower case."""
_INSIDE = ("'s", "’s", "’", "‘", "'", "“", "”", '"')
_JOINS = ("and", ",", "&", "or", "/")


class Way(Enum):
    """How a figure finds what it counts; the value is what the trail says of it."""

    PLURAL = "first plural"
    MASS = "words behind the figure"  # mass nouns, and whatever words follow up to the verb
    OF_ONE = "the noun of one"
    NATIONALITY = "nationality"
    HYPHEN = "hyphen"
    INSIDE = "inside the figure"
    CASUALTY = "a casualty word stands for people"
    STRONG = "strong is said of people"
    NOBODY = "nobody is no people"
    COLLECTIVE = "people of so many"
    LABEL = "label of the figure"
    NUMBER_OF = "number of"
    BEFORE_ITS_LEVEL = "noun before its level"
    CARRIED = "carried to its level"
    LEVEL = "what is put at a level"  # police put the crowd at 900
    WHOLE = "noun of the whole"
    PREDICATE = "predicate of the figure"  # eleven were children
    ORIGIN = "place of the figure"  # a part by where it comes from: thirty came from Exampleton, nine from Port Sample
    INHERITED = "inherited from the figure before"  # 38 people died, and 60 on the next day
    NONE = "no noun"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure counts: the singular phrase (None where nothing is named), its tokens, and how it was found."""

    phrase: str | None
    head: str | None
    first: int
    last: int
    way: Way


def skip(at: int, frame: Frame, words: Words) -> int:
    """Step over "of the", possessives and "more" between the figure and its noun."""
    lower = frame.sentence.lower
    end = min(len(lower), at + 6)
    of = False
    while at < end:
        word = lower[at]
        if word == "of":
            of = True
        elif not (
            word in words.skip or (of and word in words.skip_of) or (word in words.more and word not in ("other", "others"))
        ):
            break
        at += 1
    return at


def plural_at(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether the word at token `at` looks like a plural."""
    sentence = frame.sentence
    if at >= len(sentence.words) or at in frame.figures:
        return False
    lower = sentence.lower[at]
    if lower in words.plurals:
        return True
    if lower == "s":  # of "AK-47s"
        return at > 1 and sentence.words[at - 1][-1].isdigit() and sentence.starts[at] == sentence.ends[at - 1]
    return (
        len(lower) > 2 and lower[-1] == "s" and lower not in words.not_plural and not lower.endswith(("ss", "us", "'s", "’s"))
    )


def ends(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether no noun phrase reaches over the token at `at`; digits belong to it in a name ("AK-47", "Model 3 sedans")."""
    sentence = frame.sentence
    lower = sentence.lower[at]
    if at in frame.figures or (lower in words.stops and sentence.words[at] not in _NAMES):
        return True
    if lower[0].isdigit():
        before = sentence.words[at - 1] if at else ""
        tied = before in DASHES and sentence.starts[at] == sentence.ends[at - 1]
        return not (tied or (before[:1].isupper() and at - 1 not in frame.figures))
    if lower == ".":  # of "U. N."
        return not (at and len(sentence.words[at - 1]) == 1 and sentence.words[at - 1].isupper())
    return not (lower[0].isalpha() or lower in DASHES)


def many(start: int, frame: Frame, words: Words) -> Subject | None:
    """For a number other than one: the first plural, over "and", commas and participles, never over a verb."""
    lower = frame.sentence.lower
    end = min(len(lower), start + _LOOK)
    at = start
    while at < end:
        word = lower[at]
        if word in words.carriers and _has_object(at + 1, frame, words):  # "a town of 74,000 takes €4 million"
            break
        if _owns(at, frame, words):
            at += 2
            continue
        if plural_at(at, frame, words) and word not in words.stops and not _first_name(at, frame, words):
            return phrase(range(start, _with_next(at, frame, words) + 1), frame, words, Way.PLURAL)
        if word in _INSIDE and at > start:
            at += 1
            continue
        if word in _JOINS and at > start and _joined(at + 1, frame, words):
            at += 1
            continue
        if ends(at, frame, words) or (
            word in words.verbs and word not in words.classes and not _participle(at, frame, words) and not _compound(at, frame)
        ):
            break
        at += 1
    return _singular_run(start, at, frame, words)


def _owns(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a plural owns the one behind it ("178 warders' posts")."""
    sentence = frame.sentence
    if at + 2 >= len(sentence.words) or sentence.words[at + 1] not in ("'", "’") or not plural_at(at, frame, words):
        return False
    return sentence.starts[at + 1] == sentence.ends[at] and plural_at(at + 2, frame, words)


def _first_name(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a word that looks like a plural is a name before the noun ("40 Peters vans")."""
    return frame.sentence.words[at].istitle() and _joined(at + 1, frame, words)


def _participle(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a verb's form only modifies the plural behind it ("300 recorded songs", "63 stolen rings")."""
    sentence = frame.sentence
    if at and sentence.words[at - 1] in DASHES and sentence.starts[at] == sentence.ends[at - 1]:  # "low-paid"
        return True
    word = sentence.lower[at]
    return (word.endswith(("ed", "ing")) or word in words.participles) and _joined(at + 1, frame, words)


def _compound(at: int, frame: Frame) -> bool:
    """Tell whether a hyphen ties the word to the next ("tear-gas canisters")."""
    sentence = frame.sentence
    return at + 1 < len(sentence.words) and sentence.words[at + 1] in DASHES and sentence.starts[at + 1] == sentence.ends[at]


def _with_next(at: int, frame: Frame, words: Words) -> int:
    """Return the head of two plurals in a row: of "sales figures", as we know it, and of "data cables", as "data" is no -s."""
    if not plural_at(at + 1, frame, words):
        return at
    following = singular(frame.sentence.lower[at + 1], words.plurals)
    first = frame.sentence.lower[at]
    people = words.classes.get(singular(first, words.plurals)) == "person"
    bare = not first.endswith("s") and not people and following not in words.verbs
    return at + 1 if following in words.classes or bare else at


def _joined(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a plural follows soon, so that "and" or a comma stands inside the phrase."""
    lower = frame.sentence.lower
    for i in range(at, min(len(lower), at + 4)):
        if plural_at(i, frame, words) and lower[i] not in words.stops:
            return True
        if ends(i, frame, words) or lower[i] in words.verbs:
            return False
    return False


def _singular_run(start: int, end: int, frame: Frame, words: Words) -> Subject | None:
    """Without a plural: mass nouns, nationalities and words used as nouns, up to the first verb or adverb."""
    sentence, lower = frame.sentence, frame.sentence.lower
    last = start
    while last < end and not _verbal(last, frame, words):
        last += 1
    if last == start:
        return None
    if sentence.words[start][:1].isupper() and lower[start].endswith(words.nationality):
        return phrase(range(start, start + 1), frame, words, Way.NATIONALITY)
    return phrase(range(start, last), frame, words, Way.MASS)


def _verbal(at: int, frame: Frame, words: Words) -> bool:
    word = frame.sentence.lower[at]
    if word in words.adverbs or word in words.stops or not word[0].isalpha():
        return True
    if _has_object(at + 1, frame, words) and (word in words.verbs or word not in words.classes):
        return True
    if word in words.classes:
        return False
    return word in words.verbs or word.endswith(("ed", "ing", "ly"))


def _has_object(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a figure or an article follows, so that what may be a noun is a verb ("one of 6 cost 40 lives")."""
    return at in frame.figures or (at < len(frame.sentence.lower) and frame.sentence.lower[at] in words.skip_of)


def one(start: int, frame: Frame, words: Words) -> Subject | None:
    """For one: the words up to the verb; an -s word behind a noun is the verb of one."""
    lower = frame.sentence.lower
    end = min(len(lower), start + _LOOK)
    last = start
    while last < end and not ends(last, frame, words):
        word = lower[last]
        if word in words.adverbs or (
            last > start and (word in words.verbs or (word.endswith("ed") and lower[last - 1] in words.classes))
        ):
            break
        if last > start and plural_at(last, frame, words) and word not in words.plurals:
            break
        if last > start and lower[last - 1] in words.classes and word not in words.classes and not word.endswith(("er", "or")):
            break
        last += 1
    if last == start or (
        last == start + 1
        and (lower[start] in words.verbs or lower[start].endswith("ing"))
        and lower[start] not in words.classes
    ):
        return None
    return phrase(range(start, last), frame, words, Way.OF_ONE)


def phrase(tokens: range, frame: Frame, words: Words, way: Way) -> Subject:
    """Return the phrase over `tokens` in the singular; "and", commas, quotes and possessive endings are left out."""
    sentence = frame.sentence
    last = tokens[-1]
    parts: list[str] = []
    before = -1
    for i in tokens:
        word = sentence.words[i]
        if not (word[0].isalnum() or word in DASHES) or (sentence.lower[i] in ("and", "or") and i != last):
            continue
        glued = before == i - 1 and sentence.starts[i] == sentence.ends[i - 1]
        if word in DASHES and not (glued and i < last and sentence.starts[i + 1] == sentence.ends[i]):
            continue
        if i == last:
            word = _head(i, frame, words)
        if parts and glued:
            parts[-1] += word
        else:
            parts.append(word)
        before = i
    if not parts:
        return Subject(None, None, tokens.start, tokens.start, Way.NONE)
    return Subject(" ".join(parts), parts[-1].lower(), tokens.start, last + 1, way)


def _head(at: int, frame: Frame, words: Words) -> str:
    """Return the last word of a phrase in the singular, in its own case."""
    word, lower = frame.sentence.words[at], frame.sentence.lower[at]
    if not plural_at(at, frame, words):
        return word
    if lower == "s":
        return ""
    one = singular(lower, words.plurals)
    if word[: len(one)].lower() == one:
        return word[: len(one)]
    return one if word.islower() else one.capitalize()
