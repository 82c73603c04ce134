"""Hand-made claims for the tests of the judge: a figure is written as in an article ("up to 500", "24-30 foot") and read so."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Any

from numcheck.claims.saying import beside
from numcheck.claims.single_words import cues
from numcheck.language import english
from numcheck.link import link
from numcheck.model.article import Article, Role
from numcheck.model.claim import Claim
from numcheck.model.quantity import Quantity
from numcheck.model.story import Pair, Story, Topic
from numcheck.normalise import normalise
from numcheck.normalise.units import catalogue
from numcheck.reading import read

AS_WRITTEN = {"few": "a few", "large": "a large number", "small": "a small number"}
"""How words of size stand in a text."""

BARE = re.compile(r"(?<![.,\d])\d{4,}")
"""Digits that would be read as a year, were their thousands not parted."""


def quantity(text: str) -> Quantity:
    """Return the quantity that `text` states, read and normalised as the product does it."""
    lexicon = english()
    units = catalogue(lexicon)
    counted = "as many" if text.endswith(" times") else "of them"
    grouped = BARE.sub(lambda digits: f"{int(digits[0]):,}", AS_WRITTEN.get(text, text))
    (mention,) = read(f"{grouped} {counted}", lexicon, units).mentions
    return normalise(mention, units)


def claim(text: str, *, document: str = "post", role: Role = "article", at: int = 0, **slots: Any) -> Claim:
    """Return a claim of `text` in `document` at character `at`; its id is the document and the place."""
    made = Claim(
        id=f"{document}.{at}",
        document=f"{document}.txt",
        outlet=document.title(),
        role=role,
        start=at,
        end=at + len(text),
        text=text,
        quantity=quantity(text),
        sentence=text,
        what="people killed",
    )
    made = replace(made, **slots)
    made.beside.read = partial(beside, made, None, cues(english()))
    return made


def story(*claims: Claim, sure: float = 0.95) -> Story:
    """Return a story with one topic of all `claims`, any two of which are one quantity as likely as `sure`."""
    topic = Topic("t1", "people killed", "count", tuple(c.id for c in claims), 0.9)
    return Story((topic,), probability=lambda one, other: sure, told=0.5)


def linked(*claims: Claim) -> Story:
    """Return the story that the linker makes of claims by different outlets, no word of whose articles is known."""
    return link(claims, {c.document: Article(c.document, "", c.outlet, c.role) for c in claims}, english())


def rivals(x: Claim, y: Claim, slot: str) -> Story:
    """Return a story whose two claims differ in one slot."""
    return Story((), (Pair((x.id, y.id), 0.8, (), slot),))
