"""The words around a figure that name what it measures: the noun phrase behind a word, a person, a place; else a quote."""

from __future__ import annotations

from numcheck.claims.annotated import DASHES, Annotated
from numcheck.language.en.around import ARTICLES, BARELY, CUTS, DETERMINERS, EXTENTS, MODALS, SHORT_POSSESSIVE, WHO
from numcheck.language.en.inflection import singular

_MOST = 4
"""Words of a noun phrase in a label at most: a longer one would be cut in two."""
_LONG_NAME = 8
"""Words of a name at most."""
_BEFORE, _BEHIND = 7, 6
"""Words of a quote in front of a figure and behind it at most."""
_NAME = 3
"""Words of a person's name at most."""
_PRONOUNS = frozenset({"he", "she", "it", "we", "they", "you", "i"})
_ABBREVIATED = 3
"""Letters up to which a word in capitals may be a name."""


def span(first: int, last: int, line: Annotated) -> str:
    """Return the words from `first` up to `last` as written; a common word that opens a sentence loses its capital."""
    told = ""
    for i in range(first, last):
        word = line.as_written(i)
        opens = not line.as_written(i - 1)[:1].isalnum() or line.word(i) in _PRONOUNS
        if opens and word.istitle() and word != "I" and _common(line.word(i), line):
            word = word.lower()
        told += word if i == first or line.glued(i) else f" {word}"
    return told


def thing(at: int, line: Annotated) -> str:
    """Return the noun phrase that begins at `at` without its article; empty where there is none, or it is a long one.

    What only says which way a size goes is none: a five-month high, 2 cm thin.
    """
    at = line.over(at, line.vocabulary.skipped)
    end = _end(at, line)
    whole = at < end <= at + _MOST and line.word(at)[0].isalpha() and line.word(end - 1) not in DASHES
    bare = end == at + 1 and line.word(at) in EXTENTS
    return span(at, end, line) if whole and not bare and not _is_cut(at, end, line) else ""


def _end(at: int, line: Annotated) -> int:
    """Return the token behind the words from `at` on that may be a noun phrase, without a verb at its end."""
    end = at
    while end - at <= _MOST and _nominal(end, at, line):
        end += 1
    end = max(at, line.back_over(end, SHORT_POSSESSIVE))
    acts = end > at + 1 and line.word(end - 1).endswith("ing") and line.word(end) in DETERMINERS | WHO
    return end - (acts or _acts_on_a_figure(at, end, line))  # "speech arguing that"


def _acts_on_a_figure(at: int, end: int, line: Annotated) -> bool:
    """Tell whether the last word in front of `end` is the verb of a figure: a 40-litre bag costs £6."""
    alone = end > at + 1 and not line.word(end - 2).endswith("s")
    return alone and line.word(end - 1).endswith("s") and line.over(end, BARELY) in line.figures


def _is_cut(first: int, last: int, line: Annotated) -> bool:
    """Tell whether a phrase may have been cut: by a quote, owner or title, "the prior work", "days of Ann insisting"."""
    if _goes_on(first, last, line) or _is_listed(first, last, line):
        return True
    if last > first + 1:
        return line.is_capital(first) and line.word(last - 1).endswith("ing")
    known = line.word(first) in line.vocabulary.classes
    return not known and (line.word(last) in line.vocabulary.verbs or is_verb(first, line))


def _is_listed(first: int, last: int, line: Annotated) -> bool:
    """Tell whether a word is the first of some adjectives: "a harmful, wasteful wall"."""
    word, words = line.word(last + 1), line.vocabulary
    alone = last == first + 1 and line.word(last) == "," and line.word(first - 1) in ARTICLES
    return (
        alone
        and word.isalpha()
        and line.as_written(last + 1).islower()
        and word not in words.stops
        and line.word(first) not in words.classes
    )


def _goes_on(first: int, last: int, line: Annotated) -> bool:
    """Tell whether what stands at `last` belongs to the phrase in front: "Mr. Venn", "non-farm spending", "carefully kept"."""
    behind = line.word(last)
    if behind in (*SHORT_POSSESSIVE, "“", '"') or (behind == "." and last + 1 < line.n):
        return True
    compound = behind.endswith("ing") and line.word(first + 1) in DASHES
    return compound or (line.word(last - 1).endswith("ly") and behind.endswith(("ed", "ing")))


def thing_before(end: int, line: Annotated) -> str:
    """Return the noun phrase that ends at `end` without its article ("rating" of "a rating of 6")."""
    start = end
    while end - start < _MOST and _nominal(start - 1, -1, line):
        start -= 1
    if end - start > 1 and line.word(start - 1) in MODALS:  # "would hit homes"
        start += 1
    return "" if start == end or line.word(end - 1) in line.vocabulary.nouns.sums else span(start, end, line)


def landmark(at: int, line: Annotated) -> str:
    """Return the name in the phrase that begins at `at` ("the town of Exampleton"), else its noun phrase; no day or month."""
    words = line.vocabulary
    for i in range(at, min(line.n, at + 2 * _MOST)):
        word = line.word(i)
        if word in words.weekdays or word in words.calendar.months:
            return ""
        if line.is_capital(i):
            name, whole = named(i, line), thing(i, line)
            return whole if whole.startswith(name) else name
        if not word[0].isalpha() or (word in words.stops and word != "of" and word not in words.nouns.skip_of):
            break
    return thing(at, line)


def named(at: int, line: Annotated) -> str:
    """Return the capitalised words from `at` on, up to a day or month."""
    words = line.vocabulary
    end = at
    while end - at < _LONG_NAME and line.is_capital(end) and end not in line.figures:
        if end > at and (line.word(end) in words.weekdays or line.word(end) in words.calendar.months):
            break
        end += 1
    return " ".join(line.words[at:end])


def person(at: int, line: Annotated) -> str:
    """Return the name from `at` on without a title or a word in capitals before it ("CAPTAIN Ann Example")."""
    while line.is_capital(at + 1) and _titled(at, line):
        at += 1
    return named(at, line)


def person_before(end: int, line: Annotated) -> str:
    """Return who stands in front of an age: a name ("Ann Example, 42"), or a person without one ("a fireman, 42")."""
    end = line.skip_back(end - 1, ",") + 1
    start = end
    while end - start < _NAME and _may_be_a_name(start - 1, line):
        start -= 1
    while end - start > 1 and _titled(start, line):
        start += 1
    start = min(end, line.over(start, line.vocabulary.nouns.small))  # "The 77-year-old"
    return " ".join(line.words[start:end]) or _someone_before(end, line)


def _may_be_a_name(at: int, line: Annotated) -> bool:
    """Tell whether a word has a capital and is no figure, pronoun ("I'm") or small word of a headline."""
    word = line.word(at).replace("’", "'").partition("'")[0]
    return line.is_capital(at) and at not in line.figures and word not in _PRONOUNS | {"at", "in", "of", "on", "to"}


def _someone_before(end: int, line: Annotated) -> str:
    """Return the noun of a person in front of an age: "a fireman, 42", "a fireman of 42"."""
    end = line.skip_back(end - 1, "of") + 1
    return thing_before(end, line) if line.vocabulary.classes.get(line.word(end - 1)) == "person" else ""


def around(first: int, last: int, line: Annotated) -> str:
    """Return the words around a figure with a gap where it stands ("would take … to rebuild"); empty where they say nothing.

    Where another figure parts it from them they are quoted with that figure ("halved to …").
    """
    return _around(first, last, line, line) or _around(first, last, line, line.without_figures())


def _around(first: int, last: int, line: Annotated, bare: Annotated) -> str:
    """Return the same by the tokens of `bare`, in which fewer of them may be figures; half of one is not quoted."""
    small = line.vocabulary.nouns.small
    start = _quoted_from(first, bare)
    end = min(line.n, last + _BEHIND)
    end = next((i for i in range(last, end) if _ends_a_quote(i, i == last, bare)), end)
    start, end = _whole(range(start, first), first, line), _whole(range(end, last, -1), last, line)
    end = max(last, line.back_over(end, small | CUTS))
    if all(line.word(i) in small or not line.word(i)[0].isalpha() for i in (*range(start, first), *range(last, end))):
        return ""
    left, right = span(start, first, line), span(last, end, line)
    return f"{left}{'' if line.glued(first) else ' '}…{'' if line.glued(last) else ' '}{right}".strip()


def _whole(ends: range, otherwise: int, line: Annotated) -> int:
    """Return the first end of a quote that cuts no figure in two."""
    return next((i for i in ends if not line.figures.issuperset((i - 1, i))), otherwise)


def _quoted_from(first: int, line: Annotated) -> int:
    """Return where the quote of the words in front of a figure begins: at no sign, nor at a small word that is cut off."""
    far = max(0, first - _BEFORE)
    start = next((i for i in range(first, far, -1) if _ends_a_quote(i - 1, i == first, line)), far)
    if start == first - _BEFORE:
        start = line.over(start, line.vocabulary.nouns.small)
    while start < first and (line.glued(start) or not line.word(start)[0].isalnum()):
        start += 1
    return min(start, first)


def _ends_a_quote(at: int, beside: bool, line: Annotated) -> bool:
    """Tell whether a token ends a quote: a sign, another figure, or the first word of a clause that is not beside."""
    word = line.word(at)
    if at in line.figures or (word in CUTS and not beside):
        return True
    return not word[:1].isalnum() and word not in (":", "%", *DASHES, *SHORT_POSSESSIVE)


def is_verb(at: int, line: Annotated) -> bool:
    """Tell whether a word looks like a verb's form, so that a noun phrase ends before it."""
    word, words = line.word(at), line.vocabulary
    if word in words.nouns.ends.auxiliaries or word in words.verbs:
        return True
    if word.endswith("s") and word[:-1] in words.verbs:
        return word[:-1] not in words.classes
    return (word.endswith("ies") and f"{word[:-3]}y" in words.verbs) or (word.endswith("ed") and len(word) > len("need"))


def _common(word: str, line: Annotated) -> bool:
    """Tell whether a word in lower case is a common one, so that its capital only opens a sentence."""
    words = line.vocabulary
    tables = (
        words.stops,
        words.nouns.small,
        words.nouns.ends.adverbs,
        words.verbs,
        words.known,
        words.classes,
        words.speech.bodies,
    )
    return (
        word.endswith("ing") or any(word in table for table in tables) or singular(word, words.nouns.plurals) in words.classes
    )


def _nominal(at: int, first: int, line: Annotated) -> bool:
    """Tell whether a noun phrase that begins at `first` goes on over the token at `at`."""
    word, words = line.word(at), line.vocabulary
    if at in line.figures:
        return False
    if word in DASHES or word in SHORT_POSSESSIVE:
        return at > first and line.glued(at)
    if not word[:1].isalnum() or word in words.nouns.ends.adverbs or (word in words.stops and not _is_abbreviation(at, line)):
        return False
    return at == first or word in words.classes or not is_verb(at, line)


def _is_abbreviation(at: int, line: Annotated) -> bool:
    """Tell whether a word is written in capitals: "US" is no pronoun."""
    written = line.as_written(at)
    return written.isupper() and len(written) > 1


def _titled(at: int, line: Annotated) -> bool:
    word = line.as_written(at)
    return (word.isupper() and len(word) > _ABBREVIATED) or line.vocabulary.classes.get(word.lower()) == "person"
