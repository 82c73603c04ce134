"""Texts told by outlets, read up to their claims: what align is given, without files and rules."""

from __future__ import annotations

from collections.abc import Mapping

from numcheck.claims import claims
from numcheck.language import english
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue
from numcheck.reading import read


def claims_of(article: Article, document: str = "d1") -> list[Claim]:
    """Return the claims of an article."""
    units = catalogue(english())
    reading = read(article.text, english(), units)
    return claims(article, document, reading, [normalise(m, units) for m in reading.mentions], english())


def told(texts: Mapping[str, str]) -> tuple[list[Claim], dict[str, Article]]:
    """Return the claims of several texts by their names, and their articles."""
    articles = {name: Article(name, text, name) for name, text in texts.items()}
    made = [claim for number, article in enumerate(articles.values(), 1) for claim in claims_of(article, f"d{number}")]
    return made, articles
