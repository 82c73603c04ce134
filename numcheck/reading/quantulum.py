"""A second opinion on a text's figures: quantulum3's parser run whole. It takes over a second to start and reads no hedges."""

from __future__ import annotations

import math
import warnings
from decimal import Decimal

from numcheck.language.sentences import bounds
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.interval import Interval
from numcheck.model.quantity import Quantity


def opinion(article: Article, prefix: str) -> list[Claim]:
    """Return what quantulum3 takes for a quantity in `article`, with its own names of units.

    Raises NumcheckError where it gives up on the text.
    """
    with warnings.catch_warnings():
        # It warns of a classifier of its own that nobody installs.
        warnings.simplefilter("ignore")
        from quantulum3 import parser
    try:
        found = parser.parse(article.readable())
    except Exception as error:
        raise NumcheckError(f"quantulum3 gives up: {error}", where=article.path, hint="leave --engine out") from None
    sentences = list(bounds(article.text))
    claims: list[Claim] = []
    at = 0
    for item in sorted(found, key=lambda quantity: quantity.span):
        if not math.isfinite(item.value):
            continue
        start, end = item.span
        while at < len(sentences) - 1 and sentences[at][1] <= start:
            at += 1
        first, last = sentences[at]
        claims.append(
            Claim(
                id=f"{prefix}.{len(claims) + 1}",
                document=article.path,
                outlet=article.outlet,
                role=article.role,
                start=start,
                end=end,
                text=article.text[start:end],
                quantity=_quantity(item.value, item.uncertainty, item.unit.name, item.unit.entity.name),
                section=article.section_at(start),
                sentence=article.text[first:last],
                sentence_start=first,
                position=start / len(article.text),
                trail=("quantulum3",),
            )
        )
    return claims


def _quantity(value: float, uncertainty: float | None, unit: str, entity: str) -> Quantity:
    middle, slack = Decimal(repr(value)), Decimal(repr(uncertainty or 0))
    stated = Interval(middle - abs(slack), middle + abs(slack))
    return Quantity(stated, unit, entity, "range" if slack else "exact", None, None, None, stated, stated, stated, middle)
