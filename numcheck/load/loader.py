"""What a loader is: a module of this folder that names its SUFFIXES and turns the bytes of a file into pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol, runtime_checkable

from numcheck.load.metadata import NOTHING, Metadata
from numcheck.members import Members
from numcheck.model.article import Column, Note, Section
from numcheck.model.errors import Unreadable
from numcheck.model.frozen import frozen
from numcheck.model.moment import Moment
from numcheck.model.origin import Origin, Spot

Span = tuple[int, int]


@frozen
class Page:
    """What a loader learns of one article.

    `text` is what is read and `body` where it begins behind the front matter; `said` is what the file says of itself apart
    from the text. `sections`, `hidden`, `notes`, `origin`, `spots` and `columns` are those of the Article; `number` is the
    article's line in a file of several.
    """

    text: str
    said: Metadata = NOTHING
    body: int = 0
    title: str | None = None
    published: Moment | None = None
    sections: tuple[Section, ...] = ()
    hidden: tuple[Span, ...] = ()
    origin: Origin | None = None
    spots: tuple[Spot, ...] = ()
    number: int | None = None
    notes: tuple[Note, ...] = ()
    columns: tuple[Column, ...] = ()


class Loader(Protocol):
    """A member of this folder. Its SUFFIXES are lower case, with their dot."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """Return the suffixes of the files it loads."""

    def load(self, data: bytes, where: str) -> Iterable[Page]:
        """Return the pages in the bytes of a file; `where` names it in errors. Raises Unreadable where there is no article."""


@runtime_checkable
class TextLoader(Protocol):
    """A loader whose files are text, which may also be handed over as such."""

    def read(self, text: str, where: str) -> Page:
        """Return the page of a text; `where` names it in errors. Raises Unreadable where there is no article."""


@lru_cache(maxsize=1)
def loaders() -> Members[Loader]:
    """Return the loader of each known suffix."""
    return Members("numcheck.load", "SUFFIXES")


def needed(kind: str, extra: str, where: str) -> Unreadable:
    """Return the error to raise where the packages that read this kind of file are not installed."""
    return Unreadable(f"{kind} is read with an extra: pip install 'numcheck[{extra}]'", where=where)


def opening(headline: Span | None, lead: Span | None) -> Iterator[Section]:
    """Yield the sections of a headline and of the first paragraph, of each where there is one."""
    if headline is not None:
        yield Section("headline", *headline)
    if lead is not None:
        yield Section("lead", *lead)


def headline_of(text: str, sections: Iterable[Section]) -> str | None:
    """Return the words of the headline on one line; None without one."""
    found = next((section for section in sections if section.name == "headline"), None)
    return " ".join(text[found.start : found.end].split()) if found else None


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that touch or overlap as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with the characters of `spans` (in order, apart) as blanks; line ends stay."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], "".join(c if c in "\r\n" else " " for c in text[start:end])]
        at = end
    return "".join([*parts, text[at:]])
