"""Rules on an article and all its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import World
from numcheck.judge.verdicts.quotes import shorten
from numcheck.judge.verdicts.subjects import OneArticle

SUBJECT = OneArticle
FIELDS = ("article.outlet",)


def subjects(world: World) -> Iterator[OneArticle]:
    """Yield every document with its claims; beside sources only the drafts."""
    for article in world.articles:
        if not world.gate or article.role == "draft":
            yield OneArticle(tuple(world.said.get(article.path, ())), article=article)


def values(s: OneArticle) -> Mapping[str, str]:
    """Return what a message may quote: the outlet."""
    return {"article.outlet": shorten(s.article.outlet)}
