"""Read the texts that a form carries: pasted or as files, in memory. multipart is named in this room only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from numcheck import disk, load
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError
from numcheck.model.limits import FORM, FORM_PARTS
from numcheck.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it came: its name, the bytes of a file or the words that were pasted, its role, and what was typed beside it.

    `outlet` and `day` are empty where nothing was typed: then what the text says of itself holds.
    """

    name: str
    content: bytes | str
    role: Role
    outlet: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a form held: texts, without the draft where sources are to be compared, the name of this check, the answers that
    the page keeps, as a file of decisions, and whether the report is to be saved as a file.
    """

    texts: tuple[Text, ...]
    check: str = ""
    decisions: str = ""
    download: bool = False


def parted(environ: dict[str, Any]) -> tuple[Any, Any]:
    """Return the fields and the files of the form that a request carries.

    Raises NumcheckError for a form that is broken or too large.
    """
    import multipart

    try:
        fields, files = multipart.parse_form_data(
            environ, strict=True, part_limit=FORM_PARTS.most, spool_limit=FORM.most, memory_limit=2 * FORM.most
        )
    except (multipart.MultipartError, ValueError, LookupError) as error:
        what = f"the texts did not arrive as they were sent ({error})"
        raise NumcheckError(what, hint=f"{FORM} and {FORM_PARTS} at most; try again") from None
    return fields, files


def read(environ: dict[str, Any]) -> Given:
    """Return the texts in the form that a request carries; raise NumcheckError for a form that is broken or too large."""
    fields, files = parted(environ)
    texts = [text for at in _rows([*fields, *files]) for text in _source(fields, files, at)]
    if "compare" not in fields:
        texts = [*_pasted("draft", fields.get("draft_text"), "draft"), *_sent(files.getall("draft_file"), "draft"), *texts]
    return Given(tuple(texts), fields.get("check") or "", fields.get("decisions") or "", "download" in fields)


def _rows(names: Iterable[str]) -> list[int]:
    """Return the numbers of the sources that a form has a field of."""
    return sorted({int(found[1]) for found in map(_ROW.fullmatch, names) if found})


_ROW = re.compile(r"source_(?:text|file)_([0-9]{1,4})")


def _source(fields: Any, files: Any, at: int) -> list[Text]:
    """Return what one source holds, pasted or as files, each with the outlet and the day that are written beside it."""
    outlet, day = (_line(fields.get(f"source_{part}_{at}")) for part in ("outlet", "day"))
    given = [
        *_pasted(outlet or f"source {at}", fields.get(f"source_text_{at}"), "source"),
        *_sent(files.getall(f"source_file_{at}"), "source"),
    ]
    return [replace(text, outlet=outlet, day=day) for text in given]


def _line(value: str | None) -> str:
    return " ".join((value or "").split())


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
            else [load.from_text(name, _no_address(name, text.content), text.role)]
        )
        # A text that names files as its sources names files of whoever wrote it: here a text opens nothing.
        found += [replace(_told(article, text), sources=()) for article in articles]
    return found


def _told(article: Article, text: Text) -> Article:
    """Return an article with the outlet and the day that were typed beside it; raise NumcheckError for what is no day."""
    published = Moment.parse(text.day) if text.day else article.published
    if text.day and published is None:
        raise NumcheckError(f"“{text.day}” is no day", where=text.name, hint="write it as 2024-05-16, or leave it empty")
    return replace(article, outlet=text.outlet or article.outlet, published=published)


def fetched(text: Text, fetch: Callable[[Path], Path]) -> Text:
    """Return a text, in the place of an address alone the page that is there; raise NumcheckError where none is."""
    if isinstance(text.content, bytes) or not (found := _ADDRESS.fullmatch(text.content.strip())):
        return text
    file = fetch(Path(found[0] if found["way"] else f"https://{found[0]}"))
    return replace(text, name=file.name, content=disk.read(file))


def _no_address(name: str, text: str) -> str:
    """Return a text; raise NumcheckError where it is an address alone, which this page does not open."""
    if _ADDRESS.fullmatch(text.strip()):
        hint = "paste the article's text, or save the page and choose the file; `numcheck serve --fetch` opens addresses"
        raise NumcheckError("this is an address and no text, and numcheck opens none here", where=name, hint=hint)
    return text


_ADDRESS = re.compile(r"(?:(?P<way>https?://)|www\.)\S+", re.IGNORECASE)


def _pasted(name: str, text: str | None, role: Role) -> list[Text]:
    """Return the text that was pasted into a box; nothing where the box is empty."""
    return [Text(name, text.replace("\r\n", "\n"), role)] if text and text.strip() else []


def _sent(files: Iterable[Any], role: Role) -> list[Text]:
    """Return the files that were sent, by the last part of their names; a box left empty comes as a file without a name."""
    told = [(re.split(r"[\\/]", file.filename or "")[-1].strip(), file.raw) for file in files]
    return [Text(name or role, content, role) for name, content in told if name or content]


def _unique(name: str, taken: set[str]) -> str:
    """Return the name, with a number before its suffix where it is taken."""
    stem, dot, suffix = name.rpartition(".")
    options = (f"{stem} ({at}){dot}{suffix}" if dot else f"{name} ({at})" for at in range(2, FORM_PARTS.most + 2))
    return name if name not in taken else next(option for option in options if option not in taken)
