"""JSON Lines: one article a line, with the keys of front matter and its `text`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from numcheck.load import plain_text
from numcheck.load.decode import decode
from numcheck.load.loader import Page
from numcheck.load.metadata import KEYS, known, metadata
from numcheck.model.errors import NumcheckError, Unreadable
from numcheck.model.limits import JSON_LINE
from numcheck.yamlfile import Yaml

SUFFIXES = (".jsonl", ".ndjson")


def load(data: bytes, where: str) -> Iterator[Page]:
    """Yield the page of each line that is not blank; raise NumcheckError with file and line for a line that is no article."""
    found = False
    for number, line in enumerate(decode(data, where).split("\n"), 1):
        if line.strip():
            found = True
            yield _page(line, where, number)
    if not found:
        raise Unreadable("this is an empty file", where=where, hint='put an article on each line: {"outlet": ..., "text": ...}')


def _page(line: str, file: str, number: int) -> Page:
    where = f"{file}:{number}"
    values = _values(line, where)
    for key in values:
        known(key, (*KEYS, "text"), where)
    text = values.pop("text", None)
    if not isinstance(text, str) or not text.strip():
        raise NumcheckError("there is no text in this article", where=where, hint='give its words as "text": "..."')
    said = metadata(Yaml({key: value for key, value in values.items() if value is not None}, lambda: {(): number}, file))
    page = plain_text.read(text, where)
    return Page(text, said.over(page.said), page.body, page.title, page.published, page.sections, page.hidden, number=number)


def _values(line: str, where: str) -> dict[str, Any]:
    hint = "write each article as one JSON object on a line of its own"
    JSON_LINE.hold(len(line), where)
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        raise NumcheckError(f"this is not JSON: {error.msg} (column {error.colno})", where=where, hint=hint) from None
    except (RecursionError, ValueError):
        raise NumcheckError("this is not JSON that can be read", where=where, hint=hint) from None
    if not isinstance(values, dict):
        raise NumcheckError("this is no JSON object", where=where, hint=hint)
    return values
