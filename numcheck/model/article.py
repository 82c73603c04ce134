"""An article: a text with its outlet, its role, and the places of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from numcheck.model.moment import Moment
from numcheck.model.origin import Origin, Spot

Role = Literal["article", "source", "draft"]
Part = Literal["headline", "lead", "body", "caption"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article, from character `start` up to `end`."""

    name: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A comment in an article that speaks to numcheck, its characters, and its words behind "numcheck:"."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a source that is data: its header, and where in the text the figure of each row stands, by the row's name.

    `whole` is where what they come to stands, None where they are not added up.
    """

    name: str
    cells: tuple[tuple[str, int], ...]
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's text of a story.

    Every place in numcheck is an offset in code points into `text`: the whole file as decoded, or what was taken out of it.
    In the second case `origin` says where each character stands in the file or, where the file is no text (DOCX, PDF),
    `spots` name the places of it. `hidden` spans (front matter, code, addresses, comments) keep their place, unread.
    `sources` are the paths of what a draft says it was written from, `cites` the outlets that an article says it took its
    figures from; `notes` are its comments to numcheck, `misspelt` the keys of its front matter that are nearly ours. `columns`
    are those of a table that was read as data.
    """

    path: str
    text: str
    outlet: str
    role: Role = "article"
    title: str | None = None
    url: str | None = None
    published: Moment | None = None
    sections: tuple[Section, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()
    origin: Origin | None = None
    spots: tuple[Spot, ...] = ()
    sources: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    misspelt: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()

    def readable(self) -> str:
        """Return the text with every hidden character replaced by a blank: same length, same places."""
        if not self.hidden:
            return self.text
        parts, at = [], 0
        for start, end in self.hidden:
            parts += [self.text[at:start], "".join("\n" if c == "\n" else " " for c in self.text[start:end])]
            at = end
        return "".join([*parts, self.text[at:]])

    def section_at(self, place: int) -> Part:
        """Name the part that holds the character at `place`; what no section names is body."""
        return next((s.name for s in self.sections if s.start <= place < s.end), "body")


def by_words(articles: Iterable[Article]) -> dict[str, int]:
    """Return the place of each document, by path, in the order of their texts: one that no name and no other order changes."""
    return {article.path: at for at, article in enumerate(sorted(articles, key=lambda a: (a.text, a.outlet, a.path)))}
