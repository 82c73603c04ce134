"""Number words without a thing to count: "this one", "one of the best", "between the two,"."""

from __future__ import annotations

from numcheck.reading.line import DIGITS, ONES, ORDINAL, PART, VAGUE, Decoy, Line
from numcheck.reading.nouns import may_be_noun
from numcheck.reading.numbers import divided

AFTER = ("ordinals",)
REASON = "pronoun"
KINDS = (ONES, DIGITS)
EXAMPLES = (
    ("This one is new.", "one", None),
    ("One of the best harbours", "One", None),
    ("fighting between the two, with", "two", "2"),
    ("One must wait.", "One", None),
    ("one witness said", "one", None),
    ("One walked into the sea.", "One", None),
    ("these 2, and", "2", "2"),
    ("one of them", "one", None),
    ("It is only one of the most loved boats.", "one", None),
    ("the third one this year", "one", None),
    ("One sailor, who was asleep, woke.", "One", None),
    ("One sailor, Ada Marlow, woke.", "One", None),
    ("what one sailor dubbed a trap", "one", None),
    ("as the two approached", "two", "2"),
    ("according to one official", "one", None),
    ("The picture is one Marlow posted.", "one", None),
)
QUIET = (
    "one boat",
    "One was killed.",
    "one in five",
    "the two of them",
    "the two-day visit",
    "minus one",
    "one more boat",
    "two dead, killing one in the harbour",
    "the two boats",
    "one wounded man",
    "one-off",
    "one or more boats",
    "one over twenty",
    "There was one Marlow boat.",
    "It was one boat.",
    "a father of one",
    "two in Oldport, one in Newport",
    "the 19 who sailed",
    "Only one of the 12 boats is back.",
    "The sailors, both 71, are back.",
    "They won seven, drew two and lost one.",
    "the 73 - yard drive",
)

_DETERMINERS = ("the", "these", "those", "both")
_FURTHEST_VERB = 4
_FURTHEST_HARM = 4

_BESIDE_HARM = frozenset("critical critically seriously slightly fatally alive found confirmed person more".split())
# Verbs of a source: one witness said.
_SAYING = frozenset(
    (
        "said says told suggests suggested reported reports claims claimed recalled explained added noted wrote argued "
        "shows showed warned described dubbed acknowledged admitted conceded insisted estimates estimated put puts"
    ).split()
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim "one" as a pronoun, and a small number behind "the" that counts nothing."""
    word = line.lower[i]
    if word == "one":
        return Decoy(i, i + 1, REASON) if _is_pronoun(line, i) else None
    digits = line.kinds[i] == DIGITS
    if digits and line.word(i + 1) == "who":
        return None  # the 19 who died
    if line.word(i - 1) not in _DETERMINERS or (digits and len(word) > 2) or not _lacks_a_noun(line, i):
        return None
    return Decoy(i, i + 1, REASON, line.words[i] if digits else str(line.grammar.ones[word]))


def _lacks_a_noun(line: Line, i: int) -> bool:
    """Tell whether nothing is counted by the number at `i`: the two, and; not "the two of them", "the two-day visit"."""
    behind = line.word(i + 1)
    if line.says(i - 2, (",", "both")):
        return False  # the couple, both 71
    if (behind == "-" and (line.glued(i + 1) or line.word(i + 2) in line.grammar.units)) or (
        behind == "of" and line.word(i + 2) in ("us", "them")
    ):
        return False
    return behind in line.grammar.marks.no_noun_after or (line.kinds[i] == ONES and _acts(line, i + 1))


def _is_pronoun(line: Line, i: int) -> bool:
    """Tell "one must wait" and "this one" from "one boat" and "one was killed"."""
    marks, before, behind = line.grammar.marks, line.word(i - 1), line.word(i + 1)
    if _is_numeral(line, i, before, behind):
        return False
    if _goes_before(line, i) or _is_an_example(line, i):
        return True
    if not behind[:1].isalpha():
        return not _tells_harm(line, i, before)
    if _somebody_says(line, i) or _is_told_of(line, i, before):
        return True
    if line.says(i + 1, ("per", "cent")) or behind == "more":
        return False
    if behind in marks.one_pronoun_after:
        return not _is_victim(line, i, before, behind)
    return behind.endswith("ing") or _acts(line, i + 1)


def _goes_before(line: Line, i: int) -> bool:
    """Tell whether what stands in front makes a pronoun of "one": this one, the third one, no-one."""
    ranked = line.kind(i - 1) in (ORDINAL, PART) or line.says(i - 2, ("no", "-"))
    return ranked or (line.word(i - 1) in line.grammar.marks.one_pronoun_before and line.word(i + 1)[:1].isalpha())


def _is_an_example(line: Line, i: int) -> bool:
    """Tell whether "one" only leads to somebody who is told of behind a comma: one friend, who asked not to be named."""
    behind = line.as_written(i + 3)
    return (
        may_be_noun(line, i + 1)
        and line.word(i + 2) == ","
        and (behind == "who" or (behind[:1].isupper() and behind not in line.grammar.months))
    )


def _is_numeral(line: Line, i: int, before: str, behind: str) -> bool:
    """Tell whether "one" is a number whatever it is of: minus one, one-off, one in five, one over twenty."""
    if before == "of" and line.word(i - 2) in ("father", "mother", "parent", "grandfather", "grandmother"):
        return True
    if before in ("minus", "negative") or _is_in_a_list(line, i) or (before == "not" and _is_none(line, i)):
        return True
    return (behind == "-" and line.glued(i + 1)) or _goes_on(line, i, behind) or divided(line, i) is not None


def _is_in_a_list(line: Line, i: int) -> bool:
    """Tell whether "one" goes on with a list of places or of games: two in Oldport, one in Newport; won seven, lost one."""
    if line.figures and line.word(i - 1) in ("won", "lost", "drew", "drawn"):
        return True
    listed = line.figures and line.word(i - 1) in (",", "and") and line.word(i + 1) in ("in", "at")
    return bool(listed) and line.as_written(i + 2)[:1].isupper()


def _is_told_of(line: Line, i: int, before: str) -> bool:
    """Tell whether "one" stands behind "is" and before a name that tells of it: the picture is one Marlow posted."""
    behind, cues = line.as_written(i + 1), line.grammar.cues
    named = behind[0].isupper() and not behind.isupper() and behind.lower() not in line.grammar.units
    return named and (before in cues.is_or_remains or before in ("'s", "’s", "be")) and line.word(i - 2) != "there"


def _is_none(line: Line, i: int) -> bool:
    """Tell whether "not one" counts nothing: not one of them was hurt."""
    amount = line.amount(i)
    return amount is not None and amount.value == 0


def _goes_on(line: Line, i: int, behind: str) -> bool:
    """Tell whether "one" goes on as a number: one in five, one to two, one of three, one and a half."""
    if behind == "of":
        told = line.word(i - 1) == "only" and line.kind(i + 3) not in (None, VAGUE)  # only one of the 12 boats
        return told or line.word(i + 2) == "every"
    if behind not in ("in", "or", "to", "and", "out") or i + 2 >= line.n:
        return False
    return line.kinds[i + 2] is not None or line.lower[i + 2] in ("of", "a", "every", "more")


def _is_victim(line: Line, i: int, before: str, behind: str) -> bool:
    """Tell whether "one" counts a person to whom something happened: one was shot dead, killing one in the harbour."""
    cues = line.grammar.cues
    if behind in cues.happened and behind != "of" and _harm(line, i + 1, i + 1 + _FURTHEST_HARM):
        return True
    leaves = before in cues.leaves_harmed or before in ("least", "only", "and")
    return leaves and behind in ("and", "in", "on", "at", "by") and _tells_harm(line, i, before)


def _harm(line: Line, first: int, last: int) -> bool:
    """Tell whether a word of harm stands among the tokens from `first` up to `last`."""
    words, cues = line.lower[max(0, first) : last], line.grammar.cues
    return not cues.harmed.isdisjoint(words) or not _BESIDE_HARM.isdisjoint(words)


def _tells_harm(line: Line, i: int, before: str) -> bool:
    """Tell whether a word of harm stands in front of "one" at `i`: at least one; two dead and one."""
    return before in ("killing", "injuring", "wounding", "least") or _harm(line, i - _FURTHEST_HARM, i + 1)


def _acts(line: Line, at: int) -> bool:
    """Tell whether "one" does something with the verb at `at`: one walked away; not "one wounded man", "one was"."""
    word = line.word(at)
    if not word.endswith("ed") or line.kinds[at] is not None or _harm(line, at, at + 1):
        return False
    return not _noun(line, at + 1)


def _somebody_says(line: Line, i: int) -> bool:
    """Tell whether "one" only introduces a source: "one witness said", "according to one official"."""
    if line.word(i - 2) == "according" and line.word(i - 1) == "to":
        return True
    for at in range(i + 1, min(i + 1 + _FURTHEST_VERB, line.n)):
        word = line.words[at]
        if word in _SAYING:
            return at > i + 1
        if not word.isalpha() or word in line.grammar.cues.ends_a_noun:
            return False
    return False


def _noun(line: Line, at: int) -> bool:
    """Tell whether a lower-case word that is no preposition, article or adverb stands at `at`."""
    word, marks = line.as_written(at), line.grammar.marks
    if not word.isalpha() or not word.islower() or word.endswith("ly"):
        return False
    return word not in marks.no_noun_after and word not in marks.no_noun
