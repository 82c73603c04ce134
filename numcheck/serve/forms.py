"""Read the texts that a form carries: pasted or as files, in memory. multipart is named in this room only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from numcheck import load
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError
from numcheck.model.limits import FORM, FORM_PARTS


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it came: its name, the bytes of a file or the words that were pasted, and its role."""

    name: str
    content: bytes | str
    role: Role


@dataclass(frozen=True, slots=True)
class Given:
    """What a form held: texts, the name of this check, and whether the report is to be saved as a file."""

    texts: tuple[Text, ...]
    check: str = ""
    download: bool = False


def read(environ: dict[str, Any]) -> Given:
    """Return the texts in the form that a request carries; raise NumcheckError for a form that is broken or too large."""
    import multipart

    try:
        fields, files = multipart.parse_form_data(
            environ, strict=True, part_limit=FORM_PARTS.most, spool_limit=FORM.most, memory_limit=2 * FORM.most
        )
    except (multipart.MultipartError, ValueError) as error:
        what = f"the texts did not arrive as they were sent ({error})"
        raise NumcheckError(what, hint=f"{FORM} and {FORM_PARTS} at most; try again") from None
    names = [*fields.getall("source_name"), *[""] * len(fields.getall("source_text"))]
    texts = (
        *_pasted(zip([""], fields.getall("draft_text"), strict=False), "draft"),
        *_sent(files.getall("draft_file"), "draft"),
        *_sent(files.getall("source_file"), "source"),
        *_pasted(zip(names, fields.getall("source_text"), strict=False), "source"),
    )
    return Given(texts, fields.get("check") or "", "download" in fields)


def loaded(texts: Iterable[Text]) -> list[Article]:
    """Return the articles in these texts, each under a name of its own; raise NumcheckError for one that cannot be read."""
    taken: set[str] = set()
    found: list[Article] = []
    for text in texts:
        name = _unique(text.name, taken)
        taken.add(name)
        articles = (
            load.from_bytes(name, text.content, text.role)
            if isinstance(text.content, bytes)
            else [_called(load.from_text(name, text.content, text.role), name, text.name)]
        )
        # A text that names files as its sources names files of whoever wrote it: here a text opens nothing.
        found += [replace(article, sources=()) for article in articles]
    return found


def _pasted(rows: Iterable[tuple[str, str]], role: Role) -> list[Text]:
    """Return the texts that were pasted, empty boxes left out; one without a name is called by its place."""
    told = [(name.strip(), text.replace("\r\n", "\n")) for name, text in rows if text.strip()]
    return [Text(name or (role if role == "draft" else f"{role} {at}"), text, role) for at, (name, text) in enumerate(told, 1)]


def _sent(files: Iterable[Any], role: Role) -> list[Text]:
    """Return the files that were sent, by the last part of their names; a box left empty comes as a file without a name."""
    told = [(re.split(r"[\\/]", file.filename or "")[-1].strip(), file.raw) for file in files]
    return [Text(name or role, content, role) for name, content in told if name or content]


def _unique(name: str, taken: set[str]) -> str:
    """Return the name, with a number before its suffix where it is taken."""
    stem, dot, suffix = name.rpartition(".")
    options = (f"{stem} ({at}){dot}{suffix}" if dot else f"{name} ({at})" for at in range(2, FORM_PARTS.most + 2))
    return name if name not in taken else next(option for option in options if option not in taken)


def _called(article: Article, path: str, outlet: str) -> Article:
    """Return a pasted article under the outlet's name that was written beside it, unless its own front matter names one."""
    return replace(article, outlet=outlet) if article.outlet == path else article
