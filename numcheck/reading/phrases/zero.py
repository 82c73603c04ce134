"""Zero in words: no casualties, nobody was hurt, none of them survived, not one boat sank."""

from __future__ import annotations

from decimal import Decimal

from numcheck.language.en import around
from numcheck.reading.line import ARTICLE, NOTHING, ONES, Amount, Line
from numcheck.reading.nouns import is_plural

AFTER: tuple[str, ...] = ()
KINDS = (NOTHING, ONES, ARTICLE)
EXAMPLES = (
    ("There were no casualties.", 0, 0),
    ("No one was hurt in the fire.", 0, 0),
    ("Nobody was killed.", 0, 0),
    ("None of the crew were injured.", 0, 0),
    ("None of the eight boats was launched.", 0, 0),
    ("Nobody went to prison.", 0, 0),
    ("No sailor was hurt.", 0, 0),
    ("The blast killed no one.", 0, 0),
    ("No-one was injured.", 0, 0),
    ("no dead", 0, 0),
    ("no armed crew", 0, 0),
    ("Not one boat sank.", 0, 0),
    ("Not a single boat sank.", 0, 0),
    ("There was not one boat.", 0, 0),
    ("without a single casualty", 0, 0),
    ("Not one of them was hurt.", 0, 0),
    ("Nobody was aboard.", 0, 0),
    ("Six boats sank, against none last year.", 0, 0),
    ("It has two harbours, compared with none in May.", 0, 0),
    ("Six were hurt in May but none in June.", 0, 0),
)
QUIET = (
    "There is no doubt.",
    "It is no longer there.",
    "Nobody knows.",
    "None of that matters.",
    "No boat sank, but many burned.",
    "no plans",
    "not one to wait",
    "not a good boat",
    "It is not a single boat.",
    "Nobody was amused.",
    "There were boats but none of note.",
    "He sailed with none.",
)

_ZERO = Decimal(0)
_FURTHEST_NOUN = 3
_ANOTHER_TIME = frozenset("last this in on before then now the at a".split())
_FURTHEST_HARM = 8

# Plurals that "no" denies without counting them: no doubts.
_NOT_COUNTED = frozenset(
    (
        "reports signs plans doubts words ways means details results comments terms grounds indications illusions regrets "
        "circumstances qualms problems issues ties links intentions guarantees answers excuses secrets news odds chances "
        "options limits rights claims rules suggestions comparisons alternatives explanations easy matters obvious "
        "questions promises facilities hopes thanks concerns changes bounds clues surprises reasons"
    ).split()
)
# Behind "no" these begin no counted thing: no longer.
_NO_AND_NO_THING = frozenset(
    "longer one more less fewer further other such matter doubt way idea stranger and or of in to but the is was".split()
)
# Behind "none of" these begin what is counted.
_NONE_OF = frozenset(
    "the these those them its their his her our whom which 12 two three four five six seven eight nine ten".split()
)
# Behind "nobody" and "no one" these tell of something that did not happen.
_PRESENT = ("in", "inside", "aboard", "on", "at", "present", "home", "there", "near")
_WHAT_PEOPLE_DO = frozenset(
    (
        "went died survived escaped drowned resigned left stayed won lost came claimed voted attended turned applied returned"
    ).split()
)


def start(line: Line, i: int) -> Amount | None:
    """Read a zero word at token `i`."""
    if line.kinds[i] != NOTHING:
        return _not_one(line, i)
    if line.lower[i] != "no":
        return _nobody(line, i, i + 1)
    behind = line.word(i + 1)
    if behind == "one":
        return _nobody(line, i, i + 2)
    if line.says(i + 1, ("-", "one")):
        return _nobody(line, i, i + 3)
    if behind in ("dead", "wounded", "injured", "missing"):
        return _zero(i, i + 1)
    return _no_things(line, i) or _no_person(line, i)


def _not_one(line: Line, i: int) -> Amount | None:
    """Read "not one boat", "not a single boat", "without a single casualty"; not "not one but two boats"."""
    single = line.says(i, ("a", "single"))
    if not (single or line.lower[i] == "one") or not _denied(line, i - 1, single=single):
        return None
    at = i + 1 + single
    if line.word(at) == "of":
        return _zero(i - 1, at) if line.word(at + 1) in _NONE_OF else None
    but = "but" in line.lower[at : at + _FURTHEST_HARM]
    return _zero(i - 1, at) if _is_thing(line, at) and not but else None


def _denied(line: Line, at: int, *, single: bool) -> bool:
    """Tell whether "not" or "without" stands at `at` and denies that there is one: not of "it is not a single boat"."""
    if at < line.done or not (line.lower[at] == "not" or (single and line.lower[at] == "without")):
        return False
    return line.word(at - 1) not in line.grammar.cues.is_or_remains or line.word(at - 2) == "there"


def _is_thing(line: Line, at: int) -> bool:
    """Tell whether a word at `at` may be what there is none of."""
    word = line.as_written(at)
    return word.isalpha() and word.islower() and line.kinds[at] is None and word not in line.grammar.cues.ends_a_noun


def _zero(first: int, last: int) -> Amount:
    return Amount(first, last, _ZERO, _ZERO, ("zero/word",), core=(first, last))


def _no_things(line: Line, i: int) -> Amount | None:
    """Read "no" in front of a plural noun, with at most two words between."""
    for at in range(i + 1, min(i + 1 + _FURTHEST_NOUN, line.n)):
        word = line.words[at]
        if not word.isalpha() or line.kinds[at] is not None:
            return None
        if word in _NO_AND_NO_THING or word in _NOT_COUNTED:
            return None
        if word in ("crew", "staff") or (is_plural(line, word) and not is_plural(line, line.word(at + 1))):
            return _zero(i, i + 1)
    return None


def _no_person(line: Line, i: int) -> Amount | None:
    """Read "no" in front of one person or thing that was not harmed: no sailor was hurt."""
    noun = line.as_written(i + 1)
    if not noun.isalpha() or not noun.islower() or line.word(i + 2) not in ("was", "has", "had"):
        return None
    harmed = not line.grammar.cues.harmed.isdisjoint(line.lower[i + 3 : i + 6])
    return _zero(i, i + 1) if harmed else None


def _is_of_another_time(line: Line, first: int, last: int) -> bool:
    """Tell whether a count stands in front of "none", with which it is compared: six boats, against none last year."""
    ends = line.word(last) in _ANOTHER_TIME or not line.word(last)[:1].isalnum()
    return line.figures > 0 and ends and line.word(first - 1) in around.BESIDE_A_COUNT


def _nobody(line: Line, first: int, last: int) -> Amount | None:
    """Read nobody, no one or none where something was not so: was hurt, went to prison, none of the boats sank."""
    cues = line.grammar.cues
    behind = line.word(last)
    if line.lower[first] == "none" and (behind == "of" or _is_of_another_time(line, first, last)):
        return _zero(first, last) if behind != "of" or line.word(last + 1) in _NONE_OF else None
    if behind in _WHAT_PEOPLE_DO or line.word(first - 1) in cues.leaves_harmed:
        return _zero(first, last)
    if behind not in cues.happened:
        return None
    if behind in ("was", "were", "is", "are") and line.word(last + 1) in _PRESENT:
        return _zero(first, last)
    for word in line.lower[last : last + _FURTHEST_HARM]:
        if word in (",", ";", "but", "that"):
            return None
        if word in cues.harmed:
            return _zero(first, last)
    return None
