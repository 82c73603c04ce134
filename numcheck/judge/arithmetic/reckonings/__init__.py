"""What one article reckons for itself: sums, shares, changes, dates. Each member of this folder finds one family of them.

A member has `KINDS`, the kinds of reckoning it finds, and `find(sheet)`, which yields them, right and wrong ones. It is
arithmetic on the figures of one article and on how the article ties them; no sentence is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet
from numcheck.judge.vocabulary import Vocabulary
from numcheck.members import Members
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.ties import Tie


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


def reckonings(article: Article, claims: Sequence[Claim], ties: Sequence[Tie], words: Vocabulary) -> Iterator[Reckoning]:
    """Yield all that `article` reckons; `claims` and `ties` are its own, the claims by place."""
    sheet = Worksheet(article, claims, ties, words)
    for member in dict.fromkeys(kinds().values()):
        yield from member.find(sheet)
