"""Rules on an article and all its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted, shorten
from numcheck.judge.verdicts.subjects import OneArticle

SUBJECT = OneArticle
FIELDS = ("article.outlet",)
QUOTES = Quoted("")


def subjects(docket: Docket) -> Iterator[OneArticle]:
    """Yield every document with its claims; beside sources only the drafts."""
    for article in docket.case.judged():
        yield OneArticle(tuple(docket.background.said.get(article.path, ())), article=article)


def values(s: OneArticle) -> Mapping[str, str]:
    """Return what a message may quote: the outlet."""
    return {"article.outlet": shorten(s.article.outlet)}
