"""What a web page says of itself: outlet, title, address and publish moment, from JSON-LD, meta tags and <time>."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.load import dates
from numcheck.load.markup import Markup
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
    publisher = next((p["name"] for item in linked if isinstance(p := item.get("publisher"), dict) and "name" in p), None)
    headline = next((item["headline"] for item in linked if "headline" in item), None)
    title = next((html.unescape(text[a:b]) for e, (a, b) in markup.raw.items() if e.name == "title"), None)
    said = [item[key] for key in ("datePublished", "dateCreated") for item in linked if key in item]
    changed = [item["dateModified"] for item in linked if "dateModified" in item]
    return Metadata(
        outlet=_words(meta.get("og:site_name")) or _words(publisher) or _words(meta.get("application-name")),
        title=_words(headline) or _words(meta.get("og:title")) or _words(title),
        published=_moment(
            *said, *(meta.get(name) for name in _PUBLISHED), *_times(markup), *changed, *(meta.get(name) for name in _MODIFIED)
        ),
        url=_words(_canonical(markup)) or _words(meta.get("og:url")),
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
    times = [e for e in markup.elements if e.name == "time" and e.attributes().get("datetime")]
    for element in times:
        said = element.attributes()
        if "pubdate" in said or "datepublished" in said.get("itemprop", "").lower():
            yield said["datetime"]
    for element in times:
        around = [e.name for e in element.above()]
        if ("article" in around or "main" in around) and not {"aside", "nav", "footer", "li", "table"} & set(around):
            yield element.attributes()["datetime"]
            return


def _canonical(markup: Markup) -> str | None:
    links = (e.attributes() for e in markup.elements if e.name == "link")
    return next((said.get("href") for said in links if said.get("rel", "").lower() == "canonical"), None)


def _moment(*values: Any) -> Moment | None:
    return next((found for value in values if isinstance(value, str) and (found := dates.alone(value))), None)


def _words(value: Any) -> str | None:
    return (" ".join(value.split())[:_LONGEST] or None) if isinstance(value, str) else None
