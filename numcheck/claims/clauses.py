"""The words around a figure that name what it measures: the noun phrase behind a word, the clause it stands in."""

from __future__ import annotations

from numcheck.claims.annotated import DASHES, Annotated
from numcheck.claims.words import Words
from numcheck.language.en import around
from numcheck.language.en.inflection import singular

_MOST = 4
"""Words of a noun phrase in a label at most: a longer one would be cut in two."""
_CLAUSE = 7
"""Words of a clause in a label at most."""
_RUN = 5
"""Words of what follows a figure in a label at most."""
_FAR = 16
"""Words back to the beginning of a clause at most."""
_NAME = 3
"""Words of a person's name at most."""
_PRONOUNS = frozenset({"he", "she", "it", "we", "they", "you", "i"})
_VERBAL = ("ed", "en", "ing", "ut")
"""Endings of participles, and of "cut" and "put"."""
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
    """Return the noun phrase that begins at `at` without its article; empty where there is none, or it is a long one."""
    at = line.over(at, line.vocabulary.skipped)
    end = at
    while end - at <= _MOST and _nominal(end, at, line):
        end += 1
    end = max(at, line.back_over(end, around.SHORT_POSSESSIVE))
    whole = at < end <= at + _MOST and line.word(end - 1) not in DASHES
    return span(at, end, line) if whole else ""


def thing_before(end: int, line: Annotated) -> str:
    """Return the noun phrase that ends at `end` without its article ("rating" of "a rating of 6")."""
    start = end
    while end - start < _MOST and _nominal(start - 1, -1, line):
        start -= 1
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
    while end - at < _MOST and line.is_capital(end) and end not in line.figures:
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
    while end - start < _NAME and line.is_capital(start - 1) and start - 1 not in line.figures:
        start -= 1
    while end - start > 1 and _titled(start, line):
        start += 1
    start = min(end, line.over(start, line.vocabulary.nouns.small))  # "The 77-year-old"
    return " ".join(line.words[start:end]) or _someone_before(end, line)


def _someone_before(end: int, line: Annotated) -> str:
    """Return the noun of a person in front of an age: "a fireman, 42", "a fireman of 42"."""
    end = line.skip_back(end - 1, "of") + 1
    return thing_before(end, line) if line.vocabulary.classes.get(line.word(end - 1)) == "person" else ""


def before(end: int, line: Annotated) -> str:
    """Return the clause in front of `end` with subject and verb ("the hull is insured for"); empty where there is none."""
    start = _opened(end, line)
    verb = _verb(start, end, line)
    if verb is None:
        return ""
    return _shortened(start, verb, end, line) if end - start > _CLAUSE else span(start, end, line)


def behind(start: int, line: Annotated) -> str:
    """Return the clause that begins at `start` with subject and verb ("they have been at war"); empty where there is none."""
    end = next((i for i in range(start, start + _FAR + 1) if _barrier(i, line)), start + _FAR + 1)
    verb = _verb(start, end, line)
    if verb is None:
        return ""
    if end - start > _CLAUSE:
        return _shortened(start, verb, end, line)
    return span(start, max(verb + 1, line.back_over(end, line.vocabulary.nouns.small)), line)


def event(end: int, line: Annotated) -> str:
    """Return the clause in front of `end`; without its subject in quotation marks ("“became a state”")."""
    clause = before(end, line)
    start = _opening(end, line)
    if clause or start >= end or not is_verb(start, line):
        return clause
    stop = min(end, start + _RUN)
    while stop < min(end, start + _CLAUSE) and _nominal(stop, start, line):
        stop += 1
    stop = line.back_over(stop, line.vocabulary.nouns.small | line.vocabulary.nouns.ends.adverbs)
    return f"“{span(start, stop, line)}”" if stop > start else ""


def act(end: int, line: Annotated) -> str:
    """Return the clause in front of `end`; where its subject is far, its verb and what follows in quotation marks."""
    clause = before(end, line)
    if clause:
        return clause
    verb = next((i for i in range(end - 1, max(-1, end - _RUN - 1), -1) if is_verb(i, line)), None)
    if verb is None or verb < _opening(end, line):
        return ""
    return f"“{span(line.back_over(verb, line.vocabulary.nouns.ends.auxiliaries), end, line)}”"


def subject(end: int, line: Annotated) -> str:
    """Return the subject of the clause in front of `end` without its article ("volumes" of "the volumes rose by")."""
    words = line.vocabulary
    start = _opened(end, line)
    verb = _verb(start, end, line)
    if verb is None or line.word(start) in _PRONOUNS or line.word(verb - 1) in words.stops:
        return ""
    start = line.skip(start, *words.nouns.skip_of)
    return span(start, verb, line) if start < verb <= start + _RUN else ""


def passive(start: int, line: Annotated) -> str:
    """Return what a bare figure at the head of its clause is told to have undergone or to do ("accounted for")."""
    at = line.over(start, line.vocabulary.nouns.ends.auxiliaries | line.vocabulary.nouns.ends.adverbs)
    return run(at, line, whole=True) if at > start and line.word(at).endswith(_VERBAL) else ""


def run(start: int, line: Annotated, *, whole: bool = False) -> str:
    """Return up to five words from `start` on, up to a sign or a new clause; small words at its end go, but for the `whole`."""
    end = next((i for i in range(start, start + _RUN) if _barrier(i, line)), start + _RUN)
    if not whole or not _barrier(end, line):
        end = max(start, line.back_over(end, line.vocabulary.nouns.small))
    return span(start, end, line)


def heading(end: int, line: Annotated) -> str:
    """Return what stands in front of a colon or a column's sign at `end`, back to the beginning of the line or cell."""
    start = end
    while line.word(start - 1)[:1].isalnum() or line.word(start - 1) in (*DASHES, *around.SHORT_POSSESSIVE):
        start -= 1
    while start < end and not line.as_written(start)[0].isalnum():
        start += 1
    if end - start > _CLAUSE or not any(line.as_written(i)[0].isalpha() for i in range(start, end)):
        return ""
    told = span(start, end, line)
    return told[0].lower() + told[1:] if told[1:2].islower() else told


def beside(first: int, last: int, line: Annotated) -> str:
    """Return up to four words in front of a figure (or behind it) that say something; empty where it stands alone."""
    start = next((i for i in range(first, first - _MOST, -1) if not _worded(i - 1, line)), first - _MOST)
    begin = last
    while line.word(begin) in line.vocabulary.nouns.small and _worded(begin, line):
        begin += 1
    end = next((i for i in range(begin, begin + _MOST) if not _worded(i, line)), begin + _MOST)
    return _telling(start, first, line) or _telling(begin, end, line)


def opens_clause(at: int, line: Annotated) -> bool:
    """Tell whether nothing of its clause stands in front of the token at `at`."""
    return _opening(at, line) == at


def is_verb(at: int, line: Annotated) -> bool:
    """Tell whether a word looks like a verb's form, so that a noun phrase ends before it."""
    word, words = line.word(at), line.vocabulary
    if word in words.nouns.ends.auxiliaries or word in words.verbs:
        return True
    if word.endswith("s") and word[:-1] in words.verbs:
        return word[:-1] not in words.classes
    return word.endswith("ed") and len(word) > len("need")


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
    if word in DASHES or word in around.SHORT_POSSESSIVE:
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


def _barrier(at: int, line: Annotated) -> bool:
    """Tell whether a clause ends at a token: a sign, a figure or a word that opens another clause; the sentence's end."""
    word = line.word(at)
    if at in line.figures or word in around.CUTS:
        return True
    if word[:1].isalnum():
        return False
    return not ((word in DASHES or word in around.SHORT_POSSESSIVE) and line.glued(at))


def _opening(end: int, line: Annotated) -> int:
    """Return where the clause in front of `end` begins."""
    return next((i for i in range(end, max(0, end - _FAR), -1) if _barrier(i - 1, line)), max(0, end - _FAR))


def _opened(end: int, line: Annotated) -> int:
    """Return where the subject of the clause in front of `end` begins: behind an adverb, "a year ago" and "at noon"."""
    start = _opening(end, line)
    if start < end and start - 1 in line.figures and line.word(start) == "of":  # "178 millimetres of rain fell in"
        return start + 1
    shifted = line.first_of(range(start, min(end, start + _MOST)), around.SHIFTED)
    start = _over_adverbs(start if shifted is None else shifted + 1, end, line)
    opening, words = line.word(start), line.vocabulary
    if start < end and _opens_no_subject(opening, words):
        inner = line.first_of(range(start + 2, min(end, start + _RUN)), words.nouns.skip_of | _PRONOUNS)
    else:
        inner = _relative_subject(start, end, line)
    return start if inner is None else inner


def _opens_no_subject(word: str, words: Words) -> bool:
    """Tell whether a small word is neither an article nor a pronoun."""
    return word in words.stops and word not in words.nouns.skip_of and word not in _PRONOUNS


def _over_adverbs(at: int, end: int, line: Annotated) -> int:
    while at < end and (line.word(at) in line.vocabulary.nouns.ends.adverbs or line.word(at).endswith("ally")):
        at += 1
    return at


def _relative_subject(start: int, end: int, line: Annotated) -> int | None:
    """Return the pronoun with its verb that is tied to the noun at `start` without a word: "the grocer she has run for"."""
    inner = range(start + 1, min(end, start + _RUN))
    return next((i for i in inner if line.word(i) in _PRONOUNS and i + 1 < end and is_verb(i + 1, line)), None)


def _verb(start: int, end: int, line: Annotated) -> int | None:
    """Return the verb of a clause that opens with its subject, or None where that is none."""
    word, words = line.word(start), line.vocabulary
    if start >= end or not word[:1].isalpha() or (is_verb(start, line) and word not in words.classes):
        return None
    if _opens_no_subject(word, words):
        return None
    return next((i for i in range(start + 1, end) if is_verb(i, line)), None)


def _shortened(start: int, verb: int, end: int, line: Annotated) -> str:
    """Return a clause without what follows its verb behind a preposition, so that it is short; empty where it stays long."""
    words = line.vocabulary
    ends = (i for i in range(min(end, start + _CLAUSE, line.n - 1), verb + 1, -1) if line.word(i) in words.stops)
    stop = next((i for i in ends if line.word(i - 1) not in words.nouns.small), None)
    return "" if stop is None else span(start, stop, line)


def _worded(at: int, line: Annotated) -> bool:
    """Tell whether a token is a word, or ties two of them."""
    word = line.word(at)
    return at not in line.figures and (word[:1].isalpha() or word in DASHES or word in around.SHORT_POSSESSIVE)


def _telling(start: int, end: int, line: Annotated) -> str:
    """Return the words without the small ones and signs at either end: "It was all over in" tells "over"."""
    said = [i for i in range(start, end) if line.word(i) not in line.vocabulary.nouns.small and line.word(i)[0].isalpha()]
    return span(said[0], said[-1] + 1, line) if said else ""
