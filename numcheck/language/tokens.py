"""The one tokeniser: a sentence in tokens with their places, and a text in words, which are the tokens that say something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from numcheck.model.reading import Sentence
from numcheck.model.text_words import Words

_LETTERS = 4
"""Letters from which a word tells what a sentence is about."""

STRANGE = "\u00b2\u00b3\u00b9\u2070-\u2089\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
"""Signs that stand for a number: raised and lowered digits, fractions, Roman numerals, digits in circles."""

_LETTER = rf"[^\W\d_\u00bc-\u00be{STRANGE}]"
_NUMBERED = r"(?:[ck]?m|ft)[²³](?!\w)"
"""Units that are written with a raised digit; behind any other word it points to a note."""

# Digits keep their inner points and commas (whether they group is judged later); a word keeps an inner apostrophe
# but gives up a final 's; U.S. is one token; every other sign stands alone. The first branch is only the quick way to
# a plain word.
TOKEN = re.compile(
    rf"[A-Za-z]++(?![^\W\d_]|['’.])|\d+(?:[.,]\d+)*|(?:[A-Za-z]\.){{2,}}|['’]s\b|{_NUMBERED}"
    rf"|{_LETTER}+(?:['’](?!s\b){_LETTER}+)*|[{STRANGE}]+|\S"
)

SOFT = "\u00ad"
"""The soft hyphen, which may stand anywhere in a word and is no part of it."""

_SOFT_TOKEN = re.compile(
    rf"\d+(?:\xad?[.,]?\xad?\d+)*|(?:[A-Za-z]\.){{2,}}|['’]s\b|{_NUMBERED}"
    rf"|{_LETTER}+(?:(?:['’](?!s\b)|\xad+){_LETTER}+)*|[{STRANGE}]+|\S"
)


def tokens(text: str, start: int, end: int) -> Sentence:
    """Return the sentence of `text` from `start` to `end` with its tokens; blanks are no tokens."""
    soft = text.find(SOFT, start, end) >= 0
    pattern = _SOFT_TOKEN if soft else TOKEN
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for piece in text[start:end].split():
        at = text.find(piece, at)
        behind = at + len(piece)
        if piece.isascii() and piece.isalpha():  # most are one word, and need no pattern
            words.append(piece)
            starts.append(at)
            ends.append(behind)
        else:
            for match in pattern.finditer(text, at, behind):
                words.append(match.group())
                starts.append(match.start())
                ends.append(match.end())
        at = behind
    if soft:
        words = [word.replace(SOFT, "") or word for word in words]
    return Sentence(start, end, words, list(map(str.lower, words)), starts, ends)


def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text as written, as texts are held against each other by: its tokens without signs."""
    return tuple([token for token in TOKEN.findall(text) if token[0].isalnum()])


def telling(words: Iterable[str]) -> Iterator[str]:
    """Yield the words of a sentence that are long enough to tell what it is about, small and without a possessive ending."""
    return (word for word in map(plain, words) if len(word) >= _LETTERS and word.isalpha())


def plain(word: str) -> str:
    """Return a word in lower case without its possessive ending."""
    return word.lower().replace("’", "'").partition("'")[0]


def placed(text: str) -> Words:
    """Return the words of a text with their places."""
    found = [match for match in TOKEN.finditer(text) if text[match.start()].isalnum()]
    return Words(tuple([m.group() for m in found]), tuple([m.start() for m in found]), tuple([m.end() for m in found]))
