"""Texts that a program hands over: in memory, within limits, and none of them opens a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from numcheck.language import using
from numcheck.load import from_text
from numcheck.load.dates import alone
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError
from numcheck.model.limits import CALL, CALL_TEXTS
from numcheck.pipeline import lexicon_of
from numcheck.settings import Settings


def bounded(texts: Sequence[str]) -> None:
    """Raise NumcheckError where these are more texts, or longer ones, than one call may hold."""
    CALL_TEXTS.hold(len(texts), "")
    CALL.hold(sum(len(text.encode("utf-8", "surrogatepass")) for text in texts), "")


def article(name: str, text: str, settings: Settings | None, role: Role = "article", published: str | None = None) -> Article:
    """Return the article in `text`, loaded by the words that `settings` name.

    The files that its front matter names stay closed: they are those of whoever wrote it. Raises NumcheckError for a moment of
    publication that is no date.
    """
    with using(lexicon_of(settings or Settings())):
        read = replace(from_text(name, text, role), sources=())
    if not published:
        return read
    moment = alone(published)
    if moment is None:
        raise NumcheckError(f"published is no date: {published!r}", where=name, hint="write 2021-11-02, or 2021-11-02T09:30Z")
    return replace(read, published=moment)


def house(settings: Settings) -> Settings:
    """Return what a house's settings say of every text: its rules and its words, and nothing that names a file of one run."""
    return Settings(rules=settings.rules, lexicon=settings.lexicon, adjust=settings.adjust, profile=settings.profile)
