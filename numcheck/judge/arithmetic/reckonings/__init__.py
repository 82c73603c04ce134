"""What one article reckons for itself: sums, shares, changes, dates. Each member of this folder finds one family of them.

A member has `KINDS`, the kinds of reckoning it finds, and `find(sheet)`, which yields them, right and wrong ones. All is read
off one article: its sentences with each figure replaced by a sign, and its dates.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.worksheet import Worksheet, worksheet
from numcheck.judge.words import Words
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.reading import Mark

Finder = Callable[[Worksheet], Iterator[Reckoning]]


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Finder]:
    """Return every kind of reckoning with the function that finds it, in the order of their names."""
    found: dict[str, Finder] = {}
    for module in pkgutil.iter_modules(__path__):
        member = import_module(f"{__name__}.{module.name}")
        found.update(dict.fromkeys(member.KINDS, member.find))
    return dict(sorted(found.items()))


def reckonings(article: Article, claims: Sequence[Claim], marks: Sequence[Mark], words: Words) -> Iterator[Reckoning]:
    """Yield all that `article` reckons; `claims` and `marks` are its own, by place."""
    read = worksheet(article, claims, marks, words)
    for find in dict.fromkeys(kinds().values()):
        yield from find(read)
