"""What stands behind a number: the plural that it counts, adjectives allowed, one unit that it is a part of, or a sign."""

from __future__ import annotations

from collections.abc import Collection

from numcheck.language.en import around
from numcheck.reading.line import DIGITS, HUNDRED, ONES, SCALE, TENS, Line

MEASURED = ("duration", "length", "mass", "volume", "area")
"""Dimensions of which "a" and "one" of a unit are an amount: a mile, an hour."""

_NUMBERS = (ONES, TENS, HUNDRED, SCALE)
_LONGEST_SIGN = 6
_REACH = 3
"""The plural stands so many words behind a number at most; adjectives that "and" or "or" joins count once."""


def counted(line: Line, at: int, ending: frozenset[str] = frozenset()) -> str:
    """Return the plural noun in lower case that a number in front of token `at` counts; nothing for none.

    Adjectives may stand before it: 40 old wooden fishing boats. Words of `ending` are neither.
    """
    pos, last = at, at + _REACH
    while pos < last:
        word = line.as_written(pos)
        if word in ("and", "or") and pos > at:
            last += 2
        elif not _may_describe(line, word) or word in ending or line.kind(pos) in _NUMBERS:
            return ""
        elif is_plural(line, word):
            return "" if line.word(pos + 1) in ("'s", "’s") else word
        pos += 1
    return ""


def _may_describe(line: Line, word: str) -> bool:
    """Tell whether a word may be a noun or its adjective: in lower case, and none that ends a noun phrase."""
    g = line.grammar
    if not word.isalpha() or not word.islower():
        return False
    return word not in g.cues.ends_a_noun and word not in g.marks.no_adjective


def may_be_noun(line: Line, at: int) -> bool:
    """Tell whether the word at `at` may belong to a counted noun: plain, without a capital, and none that ends the noun."""
    word = line.as_written(at)
    plain = word.isalpha() and not word[0].isupper() and line.kind(at) is None
    return plain and word not in line.grammar.cues.ends_a_noun


def is_plural(line: Line, word: str) -> bool:
    """Tell whether a word in lower case has the form of a plural noun."""
    marks = line.grammar.marks
    if len(word) < 4 or word[-1] != "s":
        return word in marks.plurals
    return word[-2] not in "sui" and word not in marks.not_plural


def one_unit(line: Line, at: int, dimensions: Collection[str] = MEASURED) -> tuple[str, int] | None:
    """Return the unit in the singular that stands at `at` and is of one of `dimensions`, and the token behind it."""
    g = line.grammar
    for words, name in g.units.get(line.word(at), ()):
        if line.says(at, words) and g.dimensions.get(name) in dimensions and not words[-1].endswith("s"):
            return name, at + len(words)
    return None


def behind_glued_hedge(line: Line, at: int) -> int:
    """Return the token behind a hedge that parts a number in front of `at` from its unit, or is tied to it; `at` for none.

    So stand 5+ years, five-odd years, five or more years.
    """
    if line.word(at) == "+":
        return at + 1 if line.glued(at) else at
    if line.word(at) == "or" and line.word(at + 1) in around.OR_SO and line.word(at + 2) in line.grammar.units:
        return at + 2
    return at + 2 if line.word(at) == "-" and line.glued(at) and line.word(at + 1) in ("plus", "odd") else at


def _passes(line: Line, front: list[str]) -> bool:
    """Tell whether the words in front of two counts say that a bill was passed or not; and nothing of a game."""
    return not around.PASSING.isdisjoint(front) and line.grammar.marks.score_words.isdisjoint(front)


def is_magnitude(line: Line, i: int) -> bool:
    """Tell whether the letter of magnitudes stands glued in front of decimals, beside a quake: an M5.9 quake."""
    letter = line.as_written(i - 1) == "M" and line.glued(i) and not line.glued(i - 1)
    return letter and "." in line.words[i] and any(word.removesuffix("s") in around.QUAKES for word in line.lower)


def sign_at(line: Line, at: int) -> tuple[str, int] | None:
    """Return the unit of the longest sign that begins at `at`, in up to three tokens without blanks, and the token behind."""
    best: tuple[str, int] | None = None
    joined, last = line.as_written(at), at + 1
    for _ in range(3):
        glued = last < line.n and line.glued(last)
        name = line.grammar.unit_signs.get(joined)
        if name is not None and not (glued and line.words[last].isalpha()):
            best = name, last
        if not glued or len(joined) > _LONGEST_SIGN:
            break
        joined += line.words[last]
        last += 1
    return best


_FURTHEST_NOUN = 3
"""Words between two counts and the "vote" behind them at most: a 52-48 party-line vote."""

_FURTHEST_VOTE = 4
"""Words from "vote" or "voted" to its two counts at most: the final vote on the bill was 61-38."""


_DASHES = ("-", "–", "‑")
_NEAREST_VOTE = 2
"""The same where "to" stands between the counts: voted by 61 to 38."""


def _is_dash(line: Line, at: int) -> bool:
    return line.word(at) in _DASHES and line.tight(at)


def is_vote(line: Line, dash: int) -> bool:
    """Tell whether the dash, or "to", at `dash` parts two counts of votes, for and against: a 67-28 vote, voted 52 to 48."""
    to = line.word(dash) == "to"
    if line.kind(dash + 1) != DIGITS or not (to or _is_dash(line, dash)):
        return False
    if not to and not around.VOTES.isdisjoint(line.lower[dash + 2 : dash + 3 + _FURTHEST_NOUN]):
        return True
    front = line.lower[max(0, dash - 1 - (_NEAREST_VOTE if to else _FURTHEST_VOTE)) : dash - 1]
    if line.word(dash + 2) not in around.BEHIND_A_VOTE:
        return False
    return not around.VOTING.isdisjoint(front) or (not to and _passes(line, front))
