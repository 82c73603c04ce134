"""What one article reckons for itself: sums, shares, changes, dates. Each member of this folder finds one family of them.

A member has `KINDS`, the kinds of reckoning it finds, and `find(sheet)`, which yields them, right and wrong ones. All is read
off one article: its sentences with each figure replaced by a sign, and its dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet, worksheet
from numcheck.judge.words import Words
from numcheck.members import Members
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.reading import Mark


class Reckoner(Protocol):
    """A member of this folder: the KINDS of reckoning it finds, and what finds them."""

    @property
    def KINDS(self) -> tuple[str, ...]:
        """Return the names of the kinds."""

    def find(self, sheet: Worksheet) -> Iterator[Reckoning]:
        """Yield all of these kinds that an article states, right and wrong ones."""


@lru_cache(maxsize=1)
def kinds() -> Members[Reckoner]:
    """Return every kind of reckoning with the member that finds it."""
    return Members(__name__, "KINDS")


def reckonings(article: Article, claims: Sequence[Claim], marks: Sequence[Mark], words: Words) -> Iterator[Reckoning]:
    """Yield all that `article` reckons; `claims` and `marks` are its own, by place."""
    sheet = worksheet(article, claims, marks, words)
    for member in dict.fromkeys(kinds().values()):
        yield from member.find(sheet)
