"""What a loader is: a module of this folder that names its SUFFIXES and turns a decoded text into a Page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from numcheck.load.fields import Fields
from numcheck.model.article import Section
from numcheck.model.moment import Moment

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """What a loader learns from a text: what its front matter says, where the body begins, what to hide and what is where."""

    said: Fields
    body: int
    title: str | None
    published: Moment | None
    sections: tuple[Section, ...]
    hidden: tuple[Span, ...]


class Loader(Protocol):
    """A member of this folder. `SUFFIXES` are lower case, with their dot."""

    SUFFIXES: tuple[str, ...]

    def read(self, text: str, where: str) -> Page:
        """Return the page in `text`; `where` names the file in errors."""


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
