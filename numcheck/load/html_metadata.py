"""What a web page says of itself: outlet, title, address and publish moment, from JSON-LD, meta tags and <time>."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from numcheck.load import dates
from numcheck.load.markup import Element, Markup
from numcheck.load.metadata import Metadata
from numcheck.model.moment import Moment

_ARTICLE = re.compile(r"(?:article|posting|report|review)\Z", re.I)
_PUBLISHED = ("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "dc.date.issued", "dc.date")
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_DEEPEST = 8
_LONGEST = 500


def page_metadata(text: str, markup: Markup) -> Metadata:
    """Return what the page in `text` says; the day it was published outweighs the day it was changed."""
    linked = [item for item in _linked(text, markup) if _is_article(item)]
    meta = _meta(markup)
    publishers = [publisher.get("name") for item in linked if isinstance(publisher := item.get("publisher"), dict)]
    published = [item.get(key) for key in ("datePublished", "dateCreated") for item in linked]
    changed = [item.get("dateModified") for item in linked]
    return Metadata(
        outlet=_words(meta.get("og:site_name"), *publishers, meta.get("application-name")),
        title=_words(*(item.get("headline") for item in linked), meta.get("og:title"), _title(text, markup)),
        published=_moment(*published, *map(meta.get, _PUBLISHED), *_times(markup), *changed, *map(meta.get, _MODIFIED)),
        url=_words(_canonical(markup), meta.get("og:url")),
    )


def _linked(text: str, markup: Markup) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of the page's JSON-LD, those in lists and graphs too; what is no JSON says nothing."""
    for element, (start, end) in markup.raw.items():
        if element.name != "script" or "ld+json" not in element.attributes().get("type", "").lower():
            continue
        try:
            yield from _objects(json.loads(text[start:end].strip().removesuffix(";")), 0)
        except (ValueError, RecursionError):
            continue


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _is_article(item: Mapping[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _meta(markup: Markup) -> Mapping[str, str]:
    """Return the page's meta values by lower-case name; the first of one name counts."""
    found: dict[str, str] = {}
    for element in markup.elements:
        if element.name == "meta":
            said = element.attributes()
            name = said.get("property") or said.get("name") or said.get("itemprop")
            if name and said.get("content"):
                found.setdefault(name.lower(), said["content"])
    return found


def _times(markup: Markup) -> Iterator[str]:
    """Yield the moments of the <time> elements that are the page's own: those marked so, then the first in the article."""
    times = [(e, said) for e in markup.elements if e.name == "time" and (said := e.attributes()).get("datetime")]
    for _, said in times:
        if "pubdate" in said or "datepublished" in said.get("itemprop", "").lower():
            yield said["datetime"]
    in_article = (said["datetime"] for element, said in times if _heads_article(element))
    yield from islice(in_article, 1)


def _heads_article(element: Element) -> bool:
    """Tell whether an element stands in the article itself, in no list or box of others."""
    around = {above.name for above in element.above()}
    return not around.isdisjoint(("article", "main")) and around.isdisjoint(("aside", "nav", "footer", "li", "table"))


def _title(text: str, markup: Markup) -> str | None:
    return next((html.unescape(text[start:end]) for e, (start, end) in markup.raw.items() if e.name == "title"), None)


def _canonical(markup: Markup) -> str | None:
    links = (e.attributes() for e in markup.elements if e.name == "link")
    return next((said.get("href") for said in links if said.get("rel", "").lower() == "canonical"), None)


def _moment(*values: Any) -> Moment | None:
    """Return the first moment that one of the values is."""
    return next((found for value in values if isinstance(value, str) and (found := dates.alone(value))), None)


def _words(*values: Any) -> str | None:
    """Return the first of the values that holds words, on one line."""
    return next((words for value in values if isinstance(value, str) and (words := " ".join(value.split())[:_LONGEST])), None)
