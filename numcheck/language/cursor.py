"""A sentence to look around in: its tokens by place, and silence outside of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Set

from numcheck.model.reading import Sentence

_SILENCE = ("",) * 4
"""What stands right before and behind a sentence: it is looked up as often as a word, so it is a word there."""


class _ByPlace(dict[int, str]):
    """Words by their places; where none stands there is only silence."""

    __slots__ = ()

    def __missing__(self, place: int) -> str:
        return ""


class Cursor:
    """The tokens of one sentence. Every place may be asked for: outside the sentence no word stands.

    `word` returns the token at a place in lower case. It is asked more often than all else together, so no line of Python
    stands in its way.
    """

    __slots__ = ("ends", "lower", "n", "sentence", "starts", "word", "words")

    word: Callable[[int], str]

    def __init__(self, sentence: Sentence) -> None:
        """Look around in `sentence`."""
        self.sentence = sentence
        self.words, self.lower = sentence.words, sentence.lower
        self.starts, self.ends = sentence.starts, sentence.ends
        self.n = len(self.words)
        self.word = _ByPlace(enumerate((*_SILENCE, *self.lower, *_SILENCE), -len(_SILENCE))).__getitem__

    def as_written(self, i: int) -> str:
        """Return token `i` as written, or nothing outside the sentence."""
        return self.words[i] if 0 <= i < self.n else ""

    def is_capital(self, i: int) -> bool:
        """Tell whether token `i` begins with a capital."""
        return 0 <= i < self.n and self.words[i][0].isupper()

    def says(self, i: int, words: tuple[str, ...]) -> bool:
        """Tell whether the phrase `words` stands at token `i`."""
        return 0 <= i < self.n and self.lower[i] == words[0] and tuple(self.lower[i : i + len(words)]) == words

    def skip(self, i: int, *words: str) -> int:
        """Return the token behind `i` where one of `words` stands there, else `i`."""
        return i + 1 if self.word(i) in words else i

    def skip_back(self, i: int, *words: str) -> int:
        """Return the token in front of `i` where one of `words` stands there, else `i`."""
        return i - 1 if self.word(i) in words else i

    def over(self, i: int, words: Container[str]) -> int:
        """Return the first token from `i` on that is none of `words`."""
        while i < self.n and self.word(i) in words:
            i += 1
        return i

    def back_over(self, i: int, words: Container[str]) -> int:
        """Return where the run of `words` begins that ends in front of token `i`: `i` itself where none stands there."""
        while i > 0 and self.word(i - 1) in words:
            i -= 1
        return i

    def first_of(self, places: Iterable[int], words: Container[str]) -> int | None:
        """Return the first of some places at which one of `words` stands, None where none does."""
        return next((i for i in places if self.word(i) in words), None)

    def has(self, first: int, last: int, words: Set[str]) -> bool:
        """Tell whether one of `words` stands from token `first` up to `last`."""
        return not words.isdisjoint(self.lower[max(0, first) : max(0, last)])

    def glued(self, i: int) -> bool:
        """Tell whether token `i` stands directly behind the one before it."""
        return 0 < i < self.n and self.ends[i - 1] == self.starts[i]

    def tight(self, i: int) -> bool:
        """Tell whether token `i` stands without a blank on either side, as the hyphen of 10-metre does."""
        return self.glued(i) and self.glued(i + 1)
