"""Rules on one document of the run, a source too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted, listed, shorten
from numcheck.judge.verdicts.subjects import OneDocument
from numcheck.model.reading import Mark, Unread

SUBJECT = OneDocument
FIELDS = ("document.outlet", "age", "not_understood", "ambiguous", "misspelt")
QUOTES = Quoted("")


def subjects(docket: Docket) -> Iterator[OneDocument]:
    """Yield every document, beside a draft its sources too."""
    numerals: dict[str, list[Mark | Unread]] = {}
    for noted in docket.numerals:
        numerals.setdefault(noted.document, []).append(noted.item)
    for article in docket.case.articles:
        own = numerals.get(article.path, [])
        published = article.published.day if article.published else None
        yield OneDocument(
            (),
            article=article,
            marks=[item for item in own if isinstance(item, Mark)],
            unread=[item for item in own if isinstance(item, Unread)],
            age=(docket.case.as_of - published).days if docket.case.as_of and published else None,
        )


def values(d: OneDocument) -> Mapping[str, str]:
    """Return what a message may quote."""
    return {
        "document.outlet": shorten(d.article.outlet),
        "age": str(d.age),
        "not_understood": listed([item.text for item in d.unread]),
        "misspelt": listed(d.article.misspelt),
        "ambiguous": listed([mark.text for mark in d.marks if mark.is_ambiguous]),
    }
