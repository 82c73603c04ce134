"""Texts told by outlets, read up to their claims: what align is given, without files and rules."""

from __future__ import annotations

from collections.abc import Mapping

from numcheck.claims import claims
from numcheck.extract import read
from numcheck.lexicon import english
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue


def told(texts: Mapping[str, str]) -> tuple[list[Claim], dict[str, Article]]:
    """Return the claims of several texts by their names, and their articles."""
    units, articles, made = catalogue(english()), {}, []
    for number, (name, text) in enumerate(texts.items(), 1):
        articles[name] = article = Article(name, text, name)
        reading = read(text, english(), units)
        made += claims(article, f"d{number}", reading, [normalise(m, units) for m in reading.mentions], english())
    return made, articles
