"""Conditions on one document: what of it was not understood, how old it is, whether it is English."""

from __future__ import annotations

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import OneDocument
from numcheck.language.en import rule_words
from numcheck.language.tokens import plain
from numcheck.language.tokens import words as words_of


@condition()
def not_understood(document: OneDocument, *, more_than: int = 0) -> bool:
    """More than so many numerals of the document were seen and not understood."""
    return len(document.unread) > more_than


@condition()
def ambiguous_date(document: OneDocument) -> bool:
    """The document holds a date that may be read in two ways, such as 03/04/2021."""
    return any(mark.is_ambiguous for mark in document.marks)


@condition()
def misspelt_key(document: OneDocument) -> bool:
    """A key in the front matter of the document is nearly one that is read."""
    return bool(document.article.misspelt)


@condition()
def older_than(document: OneDocument, *, days: int = 30) -> bool:
    """The document is a source, published more than so many days before the day of the run; without days never."""
    return document.article.role == "source" and document.age is not None and document.age > days


@condition()
def not_english(
    document: OneDocument, *, words: tuple[str, ...] = rule_words.EVERY_TEXT, share_below: float = 0.12, at_least: int = 15
) -> bool:
    """Of `at_least` words or more without a capital, less than this share are words that every English text is full of."""
    if document.article.columns:
        return False
    known, found = frozenset(words), [plain(word) for word in words_of(document.article.readable()) if word.islower()]
    return len(found) >= at_least and sum(word in known for word in found) / len(found) < share_below
