"""How an article ties its figures to each other, read once: each member of this folder reads one family of ties.

A member has `read(sheet)`, which yields its ties. It asks the words alone; what can be reckoned with the figures, and whether
it comes out, is the judge's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from numcheck.claims.figures_as_signs import Sheet, sheet
from numcheck.claims.vocabulary import compiled
from numcheck.language import Lexicon
from numcheck.members import Members
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.reading import Mark
from numcheck.model.ties import Tie


class Reader(Protocol):
    """A member of this folder: what reads one family of ties."""

    def read(self, sheet: Sheet) -> Iterator[Tie]:
        """Yield all ties of this family in an article."""


@lru_cache(maxsize=1)
def readers() -> Members[Reader]:
    """Return the readers by the names of their files."""
    return Members(__name__)


def ties(article: Article, claims: Sequence[Claim], marks: Sequence[Mark], lexicon: Lexicon) -> tuple[Tie, ...]:
    """Return how `article` ties its figures; `claims` and `marks` are its own, by place."""
    prepared = sheet(article, claims, marks, compiled(lexicon))
    return tuple(tie for reader in readers().values() for tie in reader.read(prepared))
