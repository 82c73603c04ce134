"""A file becomes articles: its loader gives the pages, and what is said of it beside the text is put to them."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath
from posixpath import normpath

from numcheck.load.comments import as_of, in_lines
from numcheck.load.decode import suffix_of
from numcheck.load.files import STANDARD_INPUT, bounded
from numcheck.load.loader import Page, loaders, merged
from numcheck.load.metadata import NOTHING, Metadata
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError, Unreadable
from numcheck.model.limits import ARTICLE

STDIN = "stdin"
"""The name of an article that comes by standard input."""
_EMPTY = "put the article's text into it, or leave the file out"


def of_bytes(path: PurePath, data: bytes, role: Role, over: Metadata = NOTHING, under: Metadata = NOTHING) -> list[Article]:
    """Return the articles in the bytes of the file `path`.

    `over` outweighs what the file says of itself, `under` stands in where that says nothing. Raises Unreadable for a file that
    is empty, binary or of an unknown kind, NumcheckError for bad front matter.
    """
    where = STDIN if path == STANDARD_INPUT else path.as_posix()
    suffix = path.suffix.lower() or suffix_of(data)
    if suffix not in loaders():
        raise Unreadable(f"{suffix} files are not read", where=where, hint=f"save it as one of {suffixes()}")
    if not bounded(data, where):
        raise Unreadable("this is an empty file", where=where, hint=_EMPTY)
    found: list[Article] = []
    for page in loaders()[suffix].load(data, where):
        if not page.text[page.body :].strip():
            what = "front matter without a text" if page.body else "an empty file"
            raise Unreadable(f"this is {what}", where=where, hint=_EMPTY)
        mark = "" if page.number is None else f"#{page.number}"
        name = STDIN if path == STANDARD_INPUT else stem(path.name)
        said = over.over(page.said).over(under).over(Metadata(outlet=name + mark))
        found.append(of_page(where + mark, role, page, said))
    return found


def of_page(where: str, role: Role, page: Page, said: Metadata) -> Article:
    """Return the article of a page; `said` is all that is said of it beside its text. Raises Unreadable for a long one."""
    ARTICLE.hold(len(page.text), where)
    notes = tuple(sorted((*page.notes, *in_lines(page.text, page.hidden)), key=lambda note: note.start))
    return Article(
        path=where,
        text=page.text,
        outlet=said.outlet or where,
        role=_role(role, said.role, where),
        title=said.title or page.title,
        url=said.url,
        published=said.published or as_of(notes, page.text, where) or page.published,
        sections=page.sections,
        origin=page.origin,
        spots=page.spots,
        hidden=merged([*page.hidden, *((note.start, note.end) for note in notes)]),
        sources=tuple(normpath(PurePosixPath(where).parent / path) for path in said.sources),
        cites=said.cites,
        notes=notes,
        misspelt=said.misspelt,
        columns=page.columns,
    )


def _role(given: Role, said: Role | None, where: str) -> Role:
    """Return the role a file is given as; raise where it says of itself that it is the other side of a gate."""
    if said is None or said == given or said == "article":
        return given
    if given == "article":
        return said
    hint = "give drafts first, and sources behind --sources"
    raise NumcheckError(f"this says it is a {said} and is given as a {given}", where=where, hint=hint)


def suffixes() -> str:
    """Return the known suffixes as words."""
    return ", ".join(sorted(loaders()))


def known_suffix(name: str) -> str:
    """Return the suffix of a name in lower case; nothing where files of its kind are not read."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix in loaders() else ""


def stem(name: str) -> str:
    """Return a file's name without its folder and suffix; a name without a suffix we read is a name in full."""
    suffix = known_suffix(name)
    return PurePosixPath(name).name[: -len(suffix)] if suffix else name
