"""A sentence in which each figure is one sign, so that what ties figures to each other is a pattern of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from numcheck.claims.vocabulary import Vocabulary
from numcheck.language.en import reckoning
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.reading import Mark

SIGN = "[\ue000-\uf8ff]"
"""What stands for a figure in the text of a line."""

NO_SIGN = "[^\ue000-\uf8ff.;:]"
"""A letter of plain text inside one clause."""

THE = r"(?:(?:the|its|their|his|her|our|all|these|those|some|a total of) )*"
"""Words in front of a whole: "60 of the 180"."""

MOST_FIGURES = 40
"""Of a sentence with more figures nobody reads the ties: it is a table."""

ADDED = frozenset({"count", "currency", "share", "mass", "length", "area", "volume", "energy"})
"""The dimensions whose figures add up; ages, times and temperatures do not."""

_FIRST = 0xE000
_NEXT = 4
"""Characters between a sentence and the next at most."""
_EMPTY = re.compile(r"[(\[]\s*[)\]]")
_BLANKS = re.compile(r"\s+")
_OWN = re.compile(SIGN)


class Frame:
    """A pattern that is tried on lines with one of its `words` alone, and compiled at the first of them: most never are."""

    __slots__ = ("_compiled", "pattern", "words")

    def __init__(self, pattern: str, *words: str) -> None:
        """Take the pattern, and the words without one of which it cannot match."""
        self.pattern, self.words = pattern, words
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the places in `text` (in lower case) where the pattern holds."""
        if not any(word in text for word in self.words):
            return iter(())
        if self._compiled is None:
            self._compiled = re.compile(self.pattern)
        return self._compiled.finditer(text)


@frozen
class Line:
    """A sentence in lower case with one sign a figure; bracketed conversions are left out. `before` is the sentence before."""

    text: str
    claims: tuple[Claim, ...]
    before: Line | None = None

    def claim(self, sign: str) -> Claim:
        """Return the figure that `sign` stands for."""
        return self.claims[ord(sign) - _FIRST]


@frozen
class Sheet:
    """One article with its lines, claims and marks, each by place, and the word tables it is read by."""

    article: Article
    claims: tuple[Claim, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    words: Vocabulary

    @staticmethod
    def before(line: Line, like: Claim) -> Claim | None:
        """Return the one figure in the unit of `like` that "that" or "these" points to: in its sentence, or in the last."""
        for told in (line, line.before):
            alike = [c for c in (told.claims if told else ()) if c.start < like.start and may_be_one(c, like)]
            if alike:
                return alike[0] if len(alike) == 1 else None
        return None

    def all_of(self, parts: Sequence[Claim], whole: Claim) -> bool:
        """Tell whether all figures can be parts of one whole."""
        return all(self.one_kind(part, whole) for part in parts)

    def one_kind(self, x: Claim, y: Claim) -> bool:
        """Tell whether two figures can be parts of one sum: one unit, and nouns of one class (or one of them has none)."""
        p, q = x.quantity, y.quantity
        if p.unit != q.unit or p.direction or q.direction:
            return False
        if p.dimension != "count" or x.counted is None or y.counted is None:
            return p.dimension in ADDED
        heads = {x.head, y.head}
        kinds = {"person" if head in reckoning.MANY_AT_ONCE else self.words.classes.get(head, head) for head in heads}
        return len(heads) == 1 or (len(kinds) == 1 and not heads & reckoning.SEVERAL)


def may_be_one(x: Claim, y: Claim) -> bool:
    """Tell whether two figures may be of one thing: in one unit, what it is per left out, and of one noun where both count."""
    one, other = (c.quantity.unit.partition("/")[0] for c in (x, y))
    return one == other and (one != "count" or not x.head or not y.head or x.head == y.head)


def sheet(article: Article, claims: Sequence[Claim], marks: Sequence[Mark], words: Vocabulary) -> Sheet:
    """Return the article with its sentences ready for patterns."""
    return Sheet(article, tuple(claims), tuple(marks), tuple(_lines(claims)), words)


def _lines(claims: Sequence[Claim]) -> Iterator[Line]:
    last: Line | None = None
    for start, grouped in groupby(claims, key=lambda c: c.sentence_start):
        told = tuple(grouped)
        if len(told) > MOST_FIGURES:
            continue
        follows = last is not None and start - last.claims[0].sentence_end <= _NEXT
        line = Line(_signed(told), told)
        yield replace(line, before=last) if follows else line
        last = line


def _signed(told: Sequence[Claim]) -> str:
    """Return the sentence of `told` with its figures as signs."""
    # An article's own letters of private use, the icons of a page, would be taken for figures.
    sentence, begin = _OWN.sub(" ", told[0].sentence), told[0].sentence_start
    parts, at = [], 0
    for i, claim in enumerate(told):
        start, end = claim.start - begin, claim.end - begin
        if start < at:
            continue
        parts += [sentence[at:start], "" if claim.converts else chr(_FIRST + i)]
        at = end
    text = _EMPTY.sub("", "".join([*parts, sentence[at:]]))
    return _BLANKS.sub(" ", text).strip().lower().replace("’", "'")
