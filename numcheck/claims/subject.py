"""The counted noun phrase of a figure, without a parser: number agreement, left adjacency, and the nouns a figure inherits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.words import Words, singular
from numcheck.model.reading import Mention

_LOOK = 9
"""Words a noun phrase may reach behind its figure."""
_THEM = ("them", "whom", "those", "these", "which")
_ESTIMATE = 16
"""Words from "put" to its figure at most."""
_LABEL = 8
"""Words of a label at most."""
_NAMES = ("US", "WHO", "IT")
"""Names that would be stop words in lower case."""
_INSIDE = ("'s", "’s", "’", "‘", "'", "“", "”", '"')
_JOINS = ("and", ",", "&", "or", "/")
_NOBODY = ("nobody", "no-one", "noone", "no one", "none")

PLURAL = "first plural"
MASS = "words behind the figure"
"""How a figure finds a noun without a plural: mass nouns, and whatever words follow up to the verb."""
WHOLE = "noun of the whole"
PREDICATE = "predicate of the figure"
"""How a bare figure finds its noun behind the verb: eleven were children."""
_TOLL = 4
"""Words back from a noun at most to the toll it belongs to."""

LEVEL = "what is put at a level"
"""How a figure finds what it is the estimate of: police put the crowd at 900."""
INHERITED = "inherited from the figure before"
"""How a bare figure behind another finds its noun: 38 people died, and 60 on the next day."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure counts: the singular phrase (None where nothing is named), its tokens, and how it was found."""

    phrase: str | None
    head: str | None
    first: int
    last: int
    how: str


def subject(mention: Mention, frame: Frame, before: Subject | None, words: Words) -> Subject:
    """Find the counted noun of a figure; `before` is the noun of the figure before it in the sentence."""
    if mention.noun is not None:
        return _inside(mention.noun, replace(frame, figures=frozenset()), words)
    lower = frame.sentence.lower
    at = mention.last
    if mention.text.lower().startswith(_NOBODY) and not (at < len(lower) and lower[at] == "of"):
        return Subject("people", "people", at, at, "nobody is no people")
    if _hyphened(mention, frame):
        found = _hyphen_noun(at + 1, frame, words)
        if found is not None:
            return found
    part = _part(at, frame, words) or _of_whole(at, frame, words)
    if part is not None:
        return part
    if at < len(lower) and lower[at] == "strong" and not _plural_at(at + 1, frame, words):  # "a crowd some 7,000 strong"
        return Subject("people", "people", at, at, "strong is said of people")
    found = _estimated(mention.first, frame, words) or _predicate(at, frame, words) or _labelled(mention.first, frame, words)
    if found is not None:
        return found
    start = _skip(at, frame, words)
    if start < len(lower) and lower[start] in words.casualty and not _plural_at(start + 1, frame, words):
        return Subject("people", "people", start, start, "a casualty word stands for people")
    found = _one(start, frame, words) if _is_one(mention, frame) else _many(start, frame, words)
    if found is not None:
        return found
    if mention.hedge == "vague" and mention.interval.is_unbounded:
        found = _number_of(mention.first, frame, words)
        if found is not None:
            return found
    found = _standing(mention.first, frame, words)
    if found is not None:
        return found
    crew = _crew_of(mention.first, frame, words)
    if crew is not None:
        return crew
    if before is not None and before.phrase is not None and _inherits(mention, before, frame, words):
        return Subject(before.phrase, before.head, start, start, INHERITED)
    found = _number_of(mention.first, frame, words)
    return found if found is not None else Subject(None, None, at, at, "no noun")


def _estimated(first: int, frame: Frame, words: Words) -> Subject | None:
    """Return the people that "police put the crowd at 900" are an estimate of."""
    lower = frame.sentence.lower
    if first < 3 or lower[first - 1] != "at":
        return None
    verb = next((i for i in range(first - 2, max(-1, first - _ESTIMATE), -1) if lower[i] in words.estimates), None)
    if verb is None or verb + 2 >= first or any(i in frame.figures for i in range(verb, first)):
        return None
    thing = verb + 1 + (lower[verb + 1] in words.skip_of)
    if words.classes.get(lower[thing]) not in ("person", "group"):
        return None
    return Subject("people", "people", thing, thing + 1, LEVEL)


def _predicate(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the people behind "were" and a bare figure: "Eleven were children"."""
    lower = frame.sentence.lower
    if at + 1 >= len(lower) or lower[at] not in ("were", "are"):
        return None
    found = _many(at + 1, frame, words)
    if found is None or found.how != PLURAL or found.last > at + 4 or words.classes.get(found.head or "") != "person":
        return None
    return Subject(found.phrase, found.head, at, at, PREDICATE)


def _labelled(first: int, frame: Frame, words: Words) -> Subject | None:
    """Return the plural noun of a label in front of a figure: "Officers injured: 19", "| Arrests | 52 |"."""
    lower = frame.sentence.lower
    if first < 2 or lower[first - 1] not in (":", "|"):
        return None
    start = first - 2
    while start >= 0 and start > first - _LABEL and (lower[start][0].isalpha() or lower[start] in DASHES):
        start -= 1
    if start >= 0 and lower[start] not in ("|", "*", "•", "\n"):
        return None
    start += 1
    while start < first and lower[start] in DASHES:
        start += 1
    found = _many(start, frame, words)
    if found is None or found.how != PLURAL or found.last >= first or lower[found.first] in words.verbs | words.bodies:
        return None
    return Subject(found.phrase, found.head, first, first, "label of the figure")


def _inherits(mention: Mention, before: Subject, frame: Frame, words: Words) -> bool:
    """Tell whether a bare figure counts what the one before counts: "compared with 63", but not "a rating of 6"."""
    if not mention.unit.startswith("count"):
        return False
    low = mention.interval.low
    if low is not None and low != low.to_integral_value() and words.classes.get(before.head or "") != "score":
        return False
    lower, first = frame.sentence.lower, mention.first
    if first > 1 and lower[first - 1] == "of" and lower[first - 2] in words.speaking_of:
        return True
    return not (first > 1 and lower[first - 1] == "of" and lower[first - 2][0].isalpha() and lower[first - 2] not in words.sums)


def _standing(at: int, frame: Frame, words: Words) -> Subject | None:
    """Look left for the noun whose level the figure is: "cases reached 63", "taking the wrecked boats to 12"."""
    lower = frame.sentence.lower
    last = at - 1
    while last >= 0 and lower[last] in words.level and at - last < 6:
        last -= 1
    if last < 0 or last == at - 1 or not _plural_at(last, frame, words) or lower[last] in words.stops:
        return None
    if lower[at - 1] == "at" and not words.estimates.isdisjoint(lower[:last]):  # "police put it at 900, the union at 4,000"
        return None
    first = last
    while (
        first
        and last - first < 3
        and not _ends(first - 1, frame, words)
        and lower[first - 1] not in words.verbs
        and lower[first - 1] not in words.sums
    ):
        first -= 1
    if first > 1 and "toll" in lower[max(0, first - _TOLL) : first - 1]:  # "the death toll in the floods rises to 11"
        return None
    found = _phrase(range(first, last + 1), frame, words, "noun before its level")
    return None if found.phrase is None else Subject(found.phrase, found.head, at, at, found.how)


def _inside(noun: tuple[int, int], frame: Frame, words: Words) -> Subject:
    """Return the phrase inside a figure up to its first plural ("several thousand men under arms to as low as 500")."""
    first, last = noun
    end = next((at + 1 for at in range(first, last) if _plural_at(at, frame, words)), last)
    return _phrase(range(first, end), frame, words, "inside the figure")


def _is_one(mention: Mention, frame: Frame) -> bool:
    """Tell whether the figure is one thing: a noun in the singular follows, unless it is one of several."""
    if not (mention.interval.is_point and mention.interval.low == 1):
        return False
    lower = frame.sentence.lower
    return not (mention.last < len(lower) and lower[mention.last] == "of")


def _hyphened(mention: Mention, frame: Frame) -> bool:
    """Tell whether a hyphen ties the next word to the figure ("a 38-strong crew"); newswire also writes "38 - strong"."""
    at, sentence = mention.last, frame.sentence
    return at + 1 < len(sentence.words) and sentence.words[at] in DASHES and sentence.words[at + 1][:1].isalpha()


def _hyphen_noun(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the noun behind the hyphen; "strong" itself is none, what it is said of follows it."""
    sentence, lower = frame.sentence, frame.sentence.lower
    tied = sentence.starts[at] == sentence.ends[at - 1]
    if lower[at] == "strong":
        return _many(at + 1, frame, words) or _one(at + 1, frame, words)
    if not tied and lower[at] not in words.classes:
        return None
    if lower[at] in words.stops or lower[at] in words.adverbs:
        return None
    return _phrase(range(at, at + 1), frame, words, "hyphen")


def _skip(at: int, frame: Frame, words: Words) -> int:
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


def _plural_at(at: int, frame: Frame, words: Words) -> bool:
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


def _ends(at: int, frame: Frame, words: Words) -> bool:
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


def _many(start: int, frame: Frame, words: Words) -> Subject | None:
    """For a number other than one: the first plural, over "and", commas and participles, never over a verb."""
    lower = frame.sentence.lower
    end = min(len(lower), start + _LOOK)
    at = start
    while at < end:
        word = lower[at]
        if _plural_at(at, frame, words) and word not in words.stops and not _first_name(at, frame, words):
            return _phrase(range(start, _with_next(at, frame, words) + 1), frame, words, PLURAL)
        if word in _INSIDE and at > start:
            at += 1
            continue
        if word in _JOINS and at > start and _joined(at + 1, frame, words):
            at += 1
            continue
        if _ends(at, frame, words) or (
            word in words.verbs and word not in words.classes and not _participle(at, frame, words) and not _compound(at, frame)
        ):
            break
        at += 1
    return _singular_run(start, at, frame, words)


def _first_name(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a word that looks like a plural is a name before the noun ("40 Peters vans")."""
    return frame.sentence.words[at].istitle() and _joined(at + 1, frame, words)


def _participle(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a verb's form only modifies the plural behind it ("300 recorded songs", but "1,000 included in")."""
    sentence = frame.sentence
    if at and sentence.words[at - 1] in DASHES and sentence.starts[at] == sentence.ends[at - 1]:  # "low-paid"
        return True
    return sentence.lower[at].endswith(("ed", "ing")) and _joined(at + 1, frame, words)


def _compound(at: int, frame: Frame) -> bool:
    """Tell whether a hyphen ties the word to the next ("tear-gas canisters")."""
    sentence = frame.sentence
    return at + 1 < len(sentence.words) and sentence.words[at + 1] in DASHES and sentence.starts[at + 1] == sentence.ends[at]


def _with_next(at: int, frame: Frame, words: Words) -> int:
    """Return the head of two plurals in a row ("sales figures"): the second, where it is a noun we know."""
    if not _plural_at(at + 1, frame, words):
        return at
    following = frame.sentence.lower[at + 1]
    return at + 1 if singular(following, words.plurals) in words.classes else at


def _joined(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a plural follows soon, so that "and" or a comma stands inside the phrase."""
    lower = frame.sentence.lower
    for i in range(at, min(len(lower), at + 4)):
        if _plural_at(i, frame, words) and lower[i] not in words.stops:
            return True
        if _ends(i, frame, words) or lower[i] in words.verbs:
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
        return _phrase(range(start, start + 1), frame, words, "nationality")
    return _phrase(range(start, last), frame, words, MASS)


def _verbal(at: int, frame: Frame, words: Words) -> bool:
    word = frame.sentence.lower[at]
    if word in words.adverbs or word in words.stops or not word[0].isalpha():
        return True
    if word in words.classes:
        return False
    return word in words.verbs or word.endswith(("ed", "ing", "ly"))


def _part(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the noun that "nine of them children" and "six of whom were women" give to the part, if one does."""
    lower = frame.sentence.lower
    if at + 2 >= len(lower) or lower[at] != "of" or lower[at + 1] not in _THEM:
        return None
    start = at + 2
    while start < len(lower) and lower[start] in words.auxiliaries:
        start += 1
    found = _many(start, frame, words) if start < len(lower) else None
    if found is None or found.how != PLURAL or words.classes.get(found.head or "") is None:
        return None
    return found


def _of_whole(at: int, frame: Frame, words: Words) -> Subject | None:
    """Return the noun of the whole for a part without a noun of its own: "four of the mill's eleven looms"."""
    lower = frame.sentence.lower
    if at >= len(lower) or lower[at] != "of":
        return None
    for i in range(at + 1, min(len(lower), at + 7)):
        if i in frame.figures:
            while i < len(lower) and i in frame.figures:
                i += 1
            found = _many(i, frame, words)
            return None if found is None else Subject(found.phrase, found.head, at, at, WHOLE)
        if lower[i] in words.stops and lower[i] not in words.skip_of:
            return None
    return None


def _crew_of(first: int, frame: Frame, words: Words) -> Subject | None:
    """Return the people before "of" and a bare figure: "a crew of 25"."""
    lower = frame.sentence.lower
    if first < 2 or lower[first - 1] != "of" or words.classes.get(lower[first - 2]) not in ("person", "group"):
        return None
    return Subject(lower[first - 2], lower[first - 2], first, first, "people of so many")


def _one(start: int, frame: Frame, words: Words) -> Subject | None:
    """For one: the words up to the verb; an -s word behind a noun is the verb of one."""
    lower = frame.sentence.lower
    end = min(len(lower), start + _LOOK)
    last = start
    while last < end and not _ends(last, frame, words):
        word = lower[last]
        if word in words.adverbs or (
            last > start and (word in words.verbs or (word.endswith("ed") and lower[last - 1] in words.classes))
        ):
            break
        if last > start and _plural_at(last, frame, words) and word not in words.plurals:
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
    return _phrase(range(start, last), frame, words, "the noun of one")


def _number_of(at: int, frame: Frame, words: Words) -> Subject | None:
    """Look left for "the number of X ..." whose number the figure is."""
    lower = frame.sentence.lower
    for i in range(at - 2, max(-1, at - 22), -1):
        if lower[i] in ("number", "numbers", "total") and lower[i + 1] == "of":
            found = _many(_skip(i + 2, frame, words), frame, words)
            if found is not None and found.last <= at:
                return Subject(found.phrase, found.head, at, at, "number of")
    return None


def _phrase(tokens: range, frame: Frame, words: Words, how: str) -> Subject:
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
        return Subject(None, None, tokens.start, tokens.start, "no noun")
    return Subject(" ".join(parts), parts[-1].lower(), tokens.start, last + 1, how)


def _head(at: int, frame: Frame, words: Words) -> str:
    """Return the last word of a phrase in the singular, in its own case."""
    word, lower = frame.sentence.words[at], frame.sentence.lower[at]
    if not _plural_at(at, frame, words):
        return word
    if lower == "s":
        return ""
    one = singular(lower, words.plurals)
    if word[: len(one)].lower() == one:
        return word[: len(one)]
    return one if word.islower() else one.capitalize()
