"""A noun phrase behind a token, without a parser: number agreement and adjacency say where it ends."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from numcheck.claims.annotated import DASHES, Annotated
from numcheck.language.en.inflection import PARTICIPLES, singular
from numcheck.model.frozen import frozen

_LOOK = 9
"""Words a noun phrase may reach behind its figure."""
_STEPS = 6
"""Words that may stand between a figure and its noun: "of the", possessives and "more"."""
_SOON = 4
"""Words in which a plural follows that a phrase goes on to."""
_NAMES = ("US", "WHO", "IT")
"""Names that would be stop words in lower case."""
_OTHERS = ("other", "others")
_INSIDE = ("'s", "’s", "’", "‘", "'", "“", "”", '"')
_JOINS = ("and", ",", "&", "or", "/")
_NO_PLURALS = ("ss", "us", "'s", "’s")
"""Endings in -s of a singular."""
_ACTORS = ("er", "or")
"""Endings of nouns of people, behind which no verb must stand."""


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
    CHILDREN = "children of somebody"  # of whom nothing is said beside: a mother of four was killed
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


@frozen
class Counted:
    """What a figure counts: the singular phrase (None where nothing is named), its tokens, and how it was found."""

    phrase: str | None
    head: str | None
    first: int
    last: int
    way: Way

    def standing(self, at: int, way: Way) -> Counted:
        """Return the same noun as that of a figure at token `at` behind which none stands."""
        return replace(self, first=at, last=at, way=way)

    def named(self, other: Counted | None) -> Counted:
        """Return this with the name of another noun; without a name where there is no other."""
        return replace(self, phrase=None if other is None else other.phrase, head=None if other is None else other.head)


def nothing(at: int) -> Counted:
    """Return what a figure counts where no noun is found."""
    return Counted(None, None, at, at, Way.NONE)


def people(first: int, last: int, way: Way) -> Counted:
    """Return people as what a figure counts, by the tokens `first` up to `last`."""
    return Counted("people", "people", first, last, way)


def skip(at: int, line: Annotated) -> int:
    """Step over "of the", possessives and "more" between the figure and its noun."""
    words = line.vocabulary
    passed = words.nouns.skip
    for i in range(at, at + _STEPS):
        word = line.word(i)
        if word == "of":
            passed = words.skipped
        elif word not in passed and (word not in words.nouns.more or word in _OTHERS):
            return i
    return at + _STEPS


def plural_at(at: int, line: Annotated) -> bool:
    """Tell whether the word at token `at` looks like a plural."""
    word, words = line.word(at), line.vocabulary
    if at in line.figures:
        return False
    if word in words.nouns.plurals:
        return True
    if word == "s":  # of "AK-47s"
        return at > 1 and line.as_written(at - 1)[-1].isdigit() and line.glued(at)
    return len(word) > 2 and word[-1] == "s" and word not in words.nouns.not_plural and not word.endswith(_NO_PLURALS)


def ends(at: int, line: Annotated) -> bool:
    """Tell whether no noun phrase reaches over the token at `at`."""
    word, written = line.word(at), line.as_written(at)
    if not word or at in line.figures or (word in line.vocabulary.stops and written not in _NAMES):
        return True
    if word[0].isdigit():
        return not _in_a_name(at, line)
    if word == ".":  # of "U. N."
        return not (len(line.as_written(at - 1)) == 1 and line.as_written(at - 1).isupper())
    return not (word[0].isalpha() or word in DASHES)


def _in_a_name(at: int, line: Annotated) -> bool:
    """Tell whether digits belong to a name: "AK-47", "Model 3 sedans"."""
    if line.word(at - 1) in DASHES and line.glued(at):
        return True
    return line.is_capital(at - 1) and at - 1 not in line.figures


def many(start: int, line: Annotated) -> Counted | None:
    """For a number other than one: the first plural, over "and", commas and participles, never over a verb."""
    words = line.vocabulary
    end = min(line.n, start + _LOOK)
    at = start
    # "a town of 74,000 takes €4 million"
    while at < end and not (line.word(at) in words.carriers and _has_object(at + 1, line)):
        if _owns(at, line):
            at += 2
        elif _compound_of_a_figure(at, line):
            at = _behind_the_figure(at, line)
        elif plural_at(at, line) and line.word(at) not in words.stops and not _first_name(at, line):
            return phrase(range(start, _with_next(at, line) + 1), line, Way.PLURAL)
        elif _goes_over(at, start, line):
            at += 1
        else:
            break
    return _singular_run(start, at, line)


def _goes_over(at: int, start: int, line: Annotated) -> bool:
    """Tell whether a phrase that begins at `start` goes on over a token: no end, no verb of it, or a sign inside it."""
    return (at > start and _joins(at, line)) or not (ends(at, line) or _is_its_verb(at, line))


def _joins(at: int, line: Annotated) -> bool:
    """Tell whether a token stands inside a phrase: a quotation mark, a possessive ending, "and" in front of a plural."""
    word = line.word(at)
    return word in _INSIDE or (word in _JOINS and _joined(at + 1, line))


def _is_its_verb(at: int, line: Annotated) -> bool:
    """Tell whether a word is the verb of the phrase in front of it, and no noun and no participle of one behind it."""
    word, words = line.word(at), line.vocabulary
    return word in words.verbs and word not in words.classes and not _participle(at, line) and not _compound(at, line)


def _owns(at: int, line: Annotated) -> bool:
    """Tell whether a plural owns the one behind it ("178 warders' posts")."""
    owner = line.word(at + 1) in ("'", "’") and line.glued(at + 1)
    return owner and plural_at(at, line) and plural_at(at + 2, line)


def _first_name(at: int, line: Annotated) -> bool:
    """Tell whether a word that looks like a plural is a name before the noun ("40 Peters vans")."""
    return line.as_written(at).istitle() and _joined(at + 1, line)


def _participle(at: int, line: Annotated) -> bool:
    """Tell whether a verb's form only modifies the plural behind it ("300 recorded songs", "63 stolen rings")."""
    if line.word(at - 1) in DASHES and line.glued(at):  # "low-paid"
        return True
    word = line.word(at)
    return (word.endswith(("ed", "ing")) or word in PARTICIPLES) and _joined(at + 1, line)


def _compound(at: int, line: Annotated) -> bool:
    """Tell whether a hyphen ties the word to the next ("tear-gas canisters")."""
    return line.word(at + 1) in DASHES and line.glued(at + 1)


def _compound_of_a_figure(at: int, line: Annotated) -> bool:
    """Tell whether a figure is half of an adjective: the three of "30 three-storey houses", the 10 of "four 10-metre boats"."""
    tied = line.word(_behind_the_figure(at, line) - 1) in DASHES
    return at in line.figures and (tied or any(line.word(i) in DASHES for i in range(at, _behind_the_figure(at, line))))


def _behind_the_figure(at: int, line: Annotated) -> int:
    """Return the token behind a figure at token `at`, and behind the hyphen that ties it to the next word."""
    last = at
    while last in line.figures:
        last += 1
    return last + 1 if line.word(last) in DASHES and line.tight(last) else last


def _with_next(at: int, line: Annotated) -> int:
    """Return the head of two plurals in a row: of "sales figures", as we know it, and of "data cables", as "data" is no -s."""
    words = line.vocabulary
    if not plural_at(at + 1, line):
        return at
    following = singular(line.word(at + 1), words.nouns.plurals)
    first = line.word(at)
    is_person = words.classes.get(singular(first, words.nouns.plurals)) == "person"
    bare = not first.endswith("s") and not is_person and following not in words.verbs
    return at + 1 if following in words.classes or bare else at


def _joined(at: int, line: Annotated) -> bool:
    """Tell whether a plural follows soon, so that "and" or a comma stands inside the phrase."""
    words = line.vocabulary
    for i in range(at, at + _SOON):
        if plural_at(i, line) and line.word(i) not in words.stops:
            return True
        if ends(i, line) or line.word(i) in words.verbs:
            return False
    return False


def _singular_run(start: int, end: int, line: Annotated) -> Counted | None:
    """Without a plural: mass nouns, nationalities and words used as nouns, up to the first verb or adverb."""
    last = next((at for at in range(start, end) if _verbal(at, line)), end)
    if last <= start:
        return None
    if line.is_capital(start) and line.word(start).endswith(line.vocabulary.nouns.nationality_endings):
        return phrase(range(start, start + 1), line, Way.NATIONALITY)
    return phrase(range(start, last), line, Way.MASS)


def _verbal(at: int, line: Annotated) -> bool:
    word, words = line.word(at), line.vocabulary
    if word in words.nouns.ends.adverbs or word in words.stops or not word[0].isalpha():
        return True
    if _has_object(at + 1, line) and (word in words.verbs or word not in words.classes):
        return True
    if word in words.classes:
        return False
    return word in words.verbs or word.endswith(("ed", "ing", "ly"))


def _has_object(at: int, line: Annotated) -> bool:
    """Tell whether a figure or an article follows, so that what may be a noun is a verb ("one of 6 cost 40 lives")."""
    return at in line.figures or line.word(at) in line.vocabulary.nouns.skip_of


def one(start: int, line: Annotated) -> Counted | None:
    """For one: the words up to the verb; an -s word behind a noun is the verb of one."""
    words = line.vocabulary
    end = min(line.n, start + _LOOK)
    last = start
    while last < end and not ends(last, line) and not _ends_one(last, start, line):
        last += 1
    word = line.word(start)
    alone = last == start + 1 and (word in words.verbs or word.endswith("ing")) and word not in words.classes
    return None if last == start or alone else phrase(range(start, last), line, Way.OF_ONE)


def _ends_one(at: int, start: int, line: Annotated) -> bool:
    """Tell whether a word is no more of the noun of one: an adverb, or a verb behind the noun."""
    word, before, words = line.word(at), line.word(at - 1), line.vocabulary
    if word in words.nouns.ends.adverbs:
        return True
    if at == start:
        return False
    if word in words.verbs or (plural_at(at, line) and word not in words.nouns.plurals):
        return True
    return before in words.classes and (word.endswith("ed") or not (word in words.classes or word.endswith(_ACTORS)))


def phrase(tokens: range, line: Annotated, way: Way) -> Counted:
    """Return the phrase over `tokens` in the singular; "and", commas, quotes and possessive endings are left out."""
    last = tokens[-1]
    parts: list[str] = []
    before = -1
    for i in tokens:
        glued = before == i - 1 and line.glued(i)
        if not _is_told(i, last, line) or (line.word(i) in DASHES and not glued):
            continue
        written = _head(i, line) if i == last else line.as_written(i)
        if parts and glued:
            parts[-1] += written
        else:
            parts.append(written)
        before = i
    return Counted(" ".join(parts), parts[-1].lower(), tokens.start, last + 1, way) if parts else nothing(tokens.start)


def _is_told(at: int, last: int, line: Annotated) -> bool:
    """Tell whether a token stays in a phrase that ends at `last`: a word, or a hyphen that ties two."""
    word = line.word(at)
    if word in DASHES:
        return at < last and line.glued(at + 1)
    return word[0].isalnum() and (at == last or word not in ("and", "or"))


def _head(at: int, line: Annotated) -> str:
    """Return the last word of a phrase in the singular, in its own case."""
    word, lower = line.as_written(at), line.word(at)
    if not plural_at(at, line):
        return word
    if lower == "s":
        return ""
    one = singular(lower, line.vocabulary.nouns.plurals)
    if word[: len(one)].lower() == one:
        return word[: len(one)]
    return one if word.islower() else one.capitalize()
