"""Ordinals and ranks: the 22nd amendment, second-largest, third, 96th-minute."""

from __future__ import annotations

from numcheck.language.en import around
from numcheck.reading.line import DIGITS, ONES, ORDINAL, PART, TENS, Decoy, Line
from numcheck.reading.nouns import may_be_noun

AFTER = ("names",)
REASON = "ordinal"
KINDS = (DIGITS, ORDINAL, TENS, ONES, PART)
EXAMPLES = (
    ("the 22nd amendment", "22nd", "22"),
    ("the third boat", "third", "3"),
    ("the twenty-first boat", "twenty-first", "21"),
    ("the second-largest boat", "second", "2"),
    ("ninety-ninth", "ninety-ninth", "99"),
    ("a second boat", "second", "2"),
    ("on the 81 st floor", "81 st", "81"),
)
QUIET = (
    "a third of the boats",
    "forty-two boats",
    "two-thirds of them",
    "22 boats",
    "five seconds",
    "She weighs 12st.",
    "She weighs 81 st.",
)


def claim(line: Line, i: int) -> Decoy | None:
    """Claim the ordinal at `i`; a fraction has been read before."""
    word, ordinals = line.lower[i], line.grammar.ordinals
    if line.kinds[i] == DIGITS:
        return Decoy(i, i + 2, REASON, word.replace(",", "")) if _ends(line, i + 1, word) else None
    if word in ordinals:
        return Decoy(i, i + 1, REASON, str(ordinals[word])) if line.amount(i) is None else None
    tens, ones = line.grammar.tens.get(word, 0), ordinals.get(line.word(i + 2), 10)
    if tens and ones < 10 and line.word(i + 1) == "-" and line.glued(i + 1):
        return Decoy(i, i + 3, REASON, str(tens + ones))
    return None


def _ends(line: Line, at: int, word: str) -> bool:
    """Tell whether the ending of an ordinal stands at the number `word`; "st" behind no one is its stones: 21st, not 12st.

    Behind a blank, as in text cut into words, the "st" of stones may stand as well: "the 81 st floor", not "he weighs 81 st".
    """
    ending = line.word(at)
    weighs = ending == "st" and (word[-1] != "1" or word == "11")
    apart = ending != "st" or (line.word(at + 1).isalpha() and may_be_noun(line, at + 1))
    return ending in around.ORDINAL_ENDS and not weighs and (line.glued(at) or apart)
