"""The words around a figure that name what it measures: the noun phrase behind a word, the clause it stands in."""

from __future__ import annotations

from numcheck.claims.frame import DASHES, Frame
from numcheck.claims.words import Words
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
_TIED = ("'", "’", "'s", "’s", "s")
_CUTS = frozenset(
    "and but or that which who whom whose when where while whilst as because after before if than although though so since "
    "until once whether how why unless".split()
)
"""Words that open another clause."""
_PRONOUNS = frozenset({"he", "she", "it", "we", "they", "you", "i"})
_SHIFTED = frozenset({"ago", "earlier", "later"})


def span(first: int, last: int, frame: Frame, words: Words) -> str:
    """Return the words from `first` up to `last` as written; a common word that opens a sentence loses its capital."""
    sentence = frame.sentence
    told = ""
    for i in range(first, last):
        word = sentence.words[i]
        opens = not i or not sentence.words[i - 1][0].isalnum() or sentence.lower[i] in _PRONOUNS
        if opens and word.istitle() and word != "I" and _common(sentence.lower[i], words):
            word = word.lower()
        told += word if i == first or sentence.starts[i] == sentence.ends[i - 1] else f" {word}"
    return told


def thing(at: int, frame: Frame, words: Words) -> str:
    """Return the noun phrase that begins at `at` without its article; empty where there is none, or it is a long one."""
    lower = frame.sentence.lower
    while at < len(lower) and (lower[at] in words.skip_of or lower[at] in words.skip):
        at += 1
    end = at
    while end < len(lower) and end - at <= _MOST and _nominal(end, at, frame, words):
        end += 1
    while end > at and lower[end - 1] in _TIED:
        end -= 1
    whole = at < end <= at + _MOST and lower[end - 1] not in DASHES
    return span(at, end, frame, words) if whole else ""


def thing_before(end: int, frame: Frame, words: Words) -> str:
    """Return the noun phrase that ends at `end` without its article ("rating" of "a rating of 6")."""
    lower = frame.sentence.lower
    start = end
    while start > 0 and end - start < _MOST and _nominal(start - 1, -1, frame, words):
        start -= 1
    return "" if start == end or lower[end - 1] in words.sums else span(start, end, frame, words)


def landmark(at: int, frame: Frame, words: Words) -> str:
    """Return the name in the phrase that begins at `at` ("the town of Exampleton"), else its noun phrase; no day or month."""
    sentence, lower = frame.sentence, frame.sentence.lower
    for i in range(at, min(len(lower), at + 2 * _MOST)):
        if lower[i] in words.weekdays or lower[i] in words.months:
            return ""
        if sentence.words[i][0].isupper():
            name, whole = named(i, frame, words), thing(i, frame, words)
            return whole if whole.startswith(name) else name
        over = lower[i] == "of" or lower[i] in words.skip_of
        if not lower[i][0].isalpha() or (lower[i] in words.stops and not over):
            break
    return thing(at, frame, words)


def named(at: int, frame: Frame, words: Words) -> str:
    """Return the capitalised words from `at` on, up to a day or month."""
    sentence = frame.sentence
    end = at
    while end < len(sentence.words) and end - at < _MOST and sentence.words[end][0].isupper() and end not in frame.figures:
        if end > at and (sentence.lower[end] in words.weekdays or sentence.lower[end] in words.months):
            break
        end += 1
    return " ".join(sentence.words[at:end])


def person(at: int, frame: Frame, words: Words) -> str:
    """Return the name from `at` on without a title or a word in capitals before it ("CAPTAIN Ann Example")."""
    sentence = frame.sentence
    while at + 1 < len(sentence.words) and sentence.words[at + 1][0].isupper() and _titled(at, frame, words):
        at += 1
    return named(at, frame, words)


def person_before(end: int, frame: Frame, words: Words) -> str:
    """Return who stands in front of an age: a name ("Ann Example, 42"), or a person without one ("a fireman, 42")."""
    sentence = frame.sentence
    end -= end > 0 and sentence.words[end - 1] == ","
    start = end
    while start and end - start < _NAME and sentence.words[start - 1][0].isupper() and start - 1 not in frame.figures:
        start -= 1
    while end - start > 1 and _titled(start, frame, words):
        start += 1
    while start < end and sentence.lower[start] in words.small:  # "The 77-year-old"
        start += 1
    if start < end:
        return " ".join(sentence.words[start:end])
    end -= end > 0 and sentence.lower[end - 1] == "of"
    someone = words.classes.get(sentence.lower[end - 1]) == "person" if end else False
    return thing_before(end, frame, words) if someone else ""


def before(end: int, frame: Frame, words: Words) -> str:
    """Return the clause in front of `end` with subject and verb ("the hull is insured for"); empty where there is none."""
    start = _opened(end, frame, words)
    verb = _verb(start, end, frame, words)
    if verb is None:
        return ""
    return _shortened(start, verb, end, frame, words) if end - start > _CLAUSE else span(start, end, frame, words)


def behind(start: int, frame: Frame, words: Words) -> str:
    """Return the clause that begins at `start` with subject and verb ("they have been at war"); empty where there is none."""
    end = start
    while end < len(frame.sentence.lower) and not _barrier(end, frame) and end - start <= _FAR:
        end += 1
    verb = _verb(start, end, frame, words)
    if verb is None:
        return ""
    if end - start > _CLAUSE:
        return _shortened(start, verb, end, frame, words)
    while end > verb + 1 and frame.sentence.lower[end - 1] in words.small:
        end -= 1
    return span(start, end, frame, words)


def event(end: int, frame: Frame, words: Words) -> str:
    """Return the clause in front of `end`; without its subject in quotation marks ("“became a state”")."""
    clause = before(end, frame, words)
    start = _opening(end, frame)
    if clause or start >= end or not is_verb(start, frame, words):
        return clause
    lower = frame.sentence.lower
    stop = min(end, start + _RUN)
    while stop < min(end, start + _CLAUSE) and _nominal(stop, start, frame, words):
        stop += 1
    while stop > start and (lower[stop - 1] in words.small or lower[stop - 1] in words.adverbs):
        stop -= 1
    return f"“{span(start, stop, frame, words)}”" if stop > start else ""


def act(end: int, frame: Frame, words: Words) -> str:
    """Return the clause in front of `end`; where its subject is far, its verb and what follows in quotation marks."""
    clause = before(end, frame, words)
    if clause:
        return clause
    verb = next((i for i in range(end - 1, max(-1, end - _RUN - 1), -1) if is_verb(i, frame, words)), None)
    if verb is None or verb < _opening(end, frame):
        return ""
    while verb > 0 and frame.sentence.lower[verb - 1] in words.auxiliaries:
        verb -= 1
    return f"“{span(verb, end, frame, words)}”"


def subject(end: int, frame: Frame, words: Words) -> str:
    """Return the subject of the clause in front of `end` without its article ("volumes" of "the volumes rose by")."""
    lower = frame.sentence.lower
    start = _opened(end, frame, words)
    verb = _verb(start, end, frame, words)
    if verb is None or lower[start] in _PRONOUNS or lower[verb - 1] in words.stops:
        return ""
    start += lower[start] in words.skip_of
    return span(start, verb, frame, words) if start < verb <= start + _RUN else ""


def passive(start: int, frame: Frame, words: Words) -> str:
    """Return what a bare figure at the head of its clause is told to have undergone or to do ("accounted for")."""
    lower = frame.sentence.lower
    at = start
    while at < len(lower) and (lower[at] in words.auxiliaries or lower[at] in words.adverbs):
        at += 1
    if at == start or at >= len(lower) or not lower[at].endswith(("ed", "en", "ing", "ut")):
        return ""
    return run(at, frame, words, whole=True)


def run(start: int, frame: Frame, words: Words, *, whole: bool = False) -> str:
    """Return up to five words from `start` on, up to a sign or a new clause; small words at its end go, but for the `whole`."""
    lower = frame.sentence.lower
    end = start
    while end < len(lower) and end - start < _RUN and not _barrier(end, frame):
        end += 1
    cut = end < len(lower) and not _barrier(end, frame)
    while end > start and (cut or not whole) and lower[end - 1] in words.small:
        end -= 1
    return span(start, end, frame, words)


def heading(end: int, frame: Frame, words: Words) -> str:
    """Return what stands in front of a colon or a column's sign at `end`, back to the beginning of the line or cell."""
    sentence = frame.sentence
    start = end
    while start and (sentence.lower[start - 1][0].isalnum() or sentence.lower[start - 1] in (*DASHES, *_TIED)):
        start -= 1
    while start < end and not sentence.words[start][0].isalnum():
        start += 1
    if end - start > _CLAUSE or not any(sentence.words[i][0].isalpha() for i in range(start, end)):
        return ""
    told = span(start, end, frame, words)
    return told[0].lower() + told[1:] if told[1:2].islower() else told


def beside(first: int, last: int, frame: Frame, words: Words) -> str:
    """Return up to four words in front of a figure (or behind it) that say something; empty where it stands alone."""
    start, end = first, last
    while start and first - start < _MOST and _worded(start - 1, frame):
        start -= 1
    lower = frame.sentence.lower
    while last < len(lower) and lower[last] in words.small and _worded(last, frame):
        last += 1
    end = max(end, last)
    while end < len(lower) and end - last < _MOST and _worded(end, frame):
        end += 1
    return _telling(start, first, frame, words) or _telling(last, end, frame, words)


def opens_clause(at: int, frame: Frame) -> bool:
    """Tell whether nothing of its clause stands in front of the token at `at`."""
    return _opening(at, frame) == at


def is_verb(at: int, frame: Frame, words: Words) -> bool:
    """Tell whether a word looks like a verb's form, so that a noun phrase ends before it."""
    word = frame.sentence.lower[at]
    if word in words.auxiliaries or word in words.verbs:
        return True
    if word.endswith("s") and word[:-1] in words.verbs:
        return word[:-1] not in words.classes
    return word.endswith("ed") and len(word) > len("need")


def _common(word: str, words: Words) -> bool:
    """Tell whether a word in lower case is a common one, so that its capital only opens a sentence."""
    tables = (words.stops, words.small, words.adverbs, words.verbs, words.known, words.classes, words.bodies)
    return word.endswith("ing") or any(word in table for table in tables) or singular(word, words.plurals) in words.classes


def _nominal(at: int, first: int, frame: Frame, words: Words) -> bool:
    """Tell whether a noun phrase that begins at `first` goes on over the token at `at`."""
    sentence, word = frame.sentence, frame.sentence.lower[at]
    if at in frame.figures:
        return False
    if word in DASHES or word in _TIED:
        return at > first and sentence.starts[at] == sentence.ends[at - 1]
    if (
        not word[0].isalnum()
        or (word in words.stops and not (sentence.words[at].isupper() and len(word) > 1))
        or word in words.adverbs
    ):
        return False
    return at == first or word in words.classes or not is_verb(at, frame, words)


def _titled(at: int, frame: Frame, words: Words) -> bool:
    word = frame.sentence.words[at]
    return (word.isupper() and len(word) > 3) or words.classes.get(word.lower()) == "person"


def _barrier(at: int, frame: Frame) -> bool:
    """Tell whether a clause ends at a token: a sign, a figure or a word that opens another clause."""
    sentence = frame.sentence
    word = sentence.lower[at]
    if at in frame.figures or word in _CUTS:
        return True
    if word[0].isalnum():
        return False
    return not (at and (word in DASHES or word in _TIED) and sentence.starts[at] == sentence.ends[at - 1])


def _opening(end: int, frame: Frame) -> int:
    """Return where the clause in front of `end` begins."""
    start = end
    while start > 0 and end - start < _FAR and not _barrier(start - 1, frame):
        start -= 1
    return start


def _opened(end: int, frame: Frame, words: Words) -> int:
    """Return where the subject of the clause in front of `end` begins: behind an adverb, "a year ago" and "at noon"."""
    lower = frame.sentence.lower
    start = _opening(end, frame)
    if start < end and start - 1 in frame.figures and lower[start] == "of":  # "178 millimetres of rain fell in"
        return start + 1
    shifted = next((i for i in range(start, min(end, start + _MOST)) if lower[i] in _SHIFTED), None)
    start = start if shifted is None else shifted + 1
    while start < end and (lower[start] in words.adverbs or lower[start].endswith("ally")):
        start += 1
    if start < end and lower[start] in words.stops and lower[start] not in words.skip_of and lower[start] not in _PRONOUNS:
        inner = range(start + 2, min(end, start + _RUN))
        return next((i for i in inner if lower[i] in words.skip_of or lower[i] in _PRONOUNS), start)
    inner = range(start + 1, min(end, start + _RUN))  # "the grocer she has run for"
    return next((i for i in inner if lower[i] in _PRONOUNS and i + 1 < end and is_verb(i + 1, frame, words)), start)


def _verb(start: int, end: int, frame: Frame, words: Words) -> int | None:
    """Return the verb of a clause that opens with its subject, or None where that is none."""
    lower = frame.sentence.lower
    if start >= end or not lower[start][0].isalpha() or (is_verb(start, frame, words) and lower[start] not in words.classes):
        return None
    if lower[start] in words.stops and lower[start] not in words.skip_of and lower[start] not in _PRONOUNS:
        return None
    return next((i for i in range(start + 1, end) if is_verb(i, frame, words)), None)


def _shortened(start: int, verb: int, end: int, frame: Frame, words: Words) -> str:
    """Return a clause without what follows its verb behind a preposition, so that it is short; empty where it stays long."""
    lower = frame.sentence.lower
    ends = (i for i in range(min(end, start + _CLAUSE, len(lower) - 1), verb + 1, -1) if lower[i] in words.stops)
    stop = next((i for i in ends if lower[i - 1] not in words.small), None)
    return "" if stop is None else span(start, stop, frame, words)


def _worded(at: int, frame: Frame) -> bool:
    """Tell whether a token is a word, or ties two of them."""
    word = frame.sentence.lower[at]
    return at not in frame.figures and (word[0].isalpha() or word in DASHES or word in _TIED)


def _telling(start: int, end: int, frame: Frame, words: Words) -> str:
    """Return the words without the small ones and signs at either end: "It was all over in" tells "over"."""
    lower = frame.sentence.lower
    while start < end and (lower[end - 1] in words.small or not lower[end - 1][0].isalpha()):
        end -= 1
    while start < end and (lower[start] in words.small or not lower[start][0].isalpha()):
        start += 1
    return span(start, end, frame, words)
