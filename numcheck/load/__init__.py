"""Load: a file becomes an Article, a folder of files a story."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from posixpath import normpath
from typing import cast

from numcheck.load import text as plain
from numcheck.load.fields import NOTHING, Fields
from numcheck.load.files import STANDARD_INPUT, bounded, contents, near, refusal
from numcheck.load.kinds import kind
from numcheck.load.member import Loader, Page, merged
from numcheck.load.notes import as_of, in_lines
from numcheck.load.story import FILE as STORY
from numcheck.load.story import story
from numcheck.members import Members
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError, Unreadable
from numcheck.model.report import Skipped

GOLD = "gold.json"
_LOCK = "~$"
"""How the file begins that Word lays beside a document while it is open."""
STDIN = "stdin"
"""The name of an article that comes by standard input."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles of a folder by name, the files that were not read and why, and the story's title where one is given."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    title: str | None = None


@lru_cache(maxsize=1)
def loaders() -> Members:
    """Return the loader of each known suffix: the modules of this folder that name their SUFFIXES."""
    return Members(__name__, "SUFFIXES")


def load(path: Path, role: Role = "article") -> Article:
    """Return the article in the file at `path` ("-" is standard input); one without a suffix is read as plain text.

    Raises Unreadable for a file that is missing, empty, binary or of another kind, NumcheckError for bad front matter and
    for a file of several articles.
    """
    found = _load(Path(path), role, NOTHING)
    if len(found) > 1:
        hint = "give a file with one article here"
        raise NumcheckError(f"this holds {len(found)} articles", where=Path(path).as_posix(), hint=hint)
    return found[0]


def articles(path: Path, role: Role = "article") -> Loaded:
    """Return the articles at `path`: a folder, a file, or "-" for standard input."""
    return folder(path, role) if path.is_dir() else Loaded(tuple(_load(path, role, NOTHING)))


def from_text(name: str, text: str, role: Role = "article") -> Article:
    """Return the article in `text`; `name` stands for its path, and its suffix, if any, says what kind of text it is."""
    page = getattr(loaders().get(_suffix(name)), "read", plain.read)(text, name)
    return _article(name, role, page, page.said.over(Fields(outlet=_stem(name))))


def from_bytes(name: str, data: bytes, role: Role = "article") -> tuple[Article, ...]:
    """Return the articles in the bytes of a file that is called `name`, as if it had been read from there."""
    return tuple(_articles(PurePosixPath(name), bounded(data, name), role, NOTHING, NOTHING))


def folder(path: Path, role: Role = "article") -> Loaded:
    """Return the story in the folder at `path`: each file of a known suffix, and what was left out.

    A file that is no text is left out with its reason; raises Unreadable where nothing is left.
    """
    path = Path(path)
    if not path.is_dir():
        raise Unreadable("there is no such folder", where=path.as_posix(), hint="check the name" + near(path))
    try:
        entries = sorted((p for p in path.iterdir() if not p.name.startswith(".")), key=lambda p: p.name)
    except OSError as error:
        raise refusal(path, error) from None
    title, said = story(path, [p.name for p in entries])
    stems = Counter(_stem(p.name) for p in entries if p.suffix.lower() in loaders())
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for entry in entries:
        reason = _left_out(entry)
        if reason is None:
            try:
                twin = Fields(outlet=entry.name) if stems[_stem(entry.name)] > 1 else NOTHING
                articles += _load(entry, role, said.get(entry.name, NOTHING), twin)
            except Unreadable as error:
                reason = error.what
        if reason:
            skipped.append(Skipped(entry.as_posix(), reason))
    if not articles:
        raise Unreadable(f"no article in this folder{_reasons(skipped)}", where=path.as_posix(), hint=_put())
    return Loaded(tuple(articles), tuple(skipped), title)


def _load(path: Path, role: Role, over: Fields, under: Fields = NOTHING) -> list[Article]:
    """Load one file; `over` outweighs what it says of itself, `under` stands in where that says nothing."""
    return _articles(path, contents(path), role, over, under)


def _articles(path: PurePath, data: bytes, role: Role, over: Fields, under: Fields) -> list[Article]:
    where = STDIN if path == STANDARD_INPUT else path.as_posix()
    suffix = path.suffix.lower() or kind(data)
    if suffix not in loaders():
        raise Unreadable(f"{suffix} files are not read", where=where, hint=f"save it as one of {', '.join(sorted(loaders()))}")
    found: list[Article] = []
    hint = "put the article's text into it, or leave the file out"
    if not data:
        raise Unreadable("this is an empty file", where=where, hint=hint)
    for page in cast(Loader, loaders()[suffix]).load(data, where):
        if not page.text[page.body :].strip():
            what = "front matter without a text" if page.body else "an empty file"
            raise Unreadable(f"this is {what}", where=where, hint=hint)
        mark = "" if page.number is None else f"#{page.number}"
        said = over.over(page.said).over(under).over(Fields(outlet=_stem(path.name if path.name != "-" else STDIN) + mark))
        found.append(_article(where + mark, role, page, said))
    return found


def _article(where: str, role: Role, page: Page, said: Fields) -> Article:
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
    )


def _role(given: Role, said: Role | None, where: str) -> Role:
    """Return the role a file is given as; raise where it says of itself that it is the other side of a gate."""
    if said is None or said == given or said == "article":
        return given
    if given == "article":
        return said
    raise NumcheckError(
        f"this says it is a {said} and is given as a {given}",
        where=where,
        hint="give drafts first, and sources behind --sources",
    )


def _left_out(entry: Path) -> str | None:
    """Say why an entry of a story's folder is not read; nothing for an article, an empty reason for the story's own files."""
    if entry.name in (STORY, GOLD) or entry.name.startswith(_LOCK):
        return ""
    if entry.is_dir():
        return "a folder inside the story"
    if entry.suffix.lower() not in loaders():
        return f"{entry.suffix} files are not read" if entry.suffix else "a file without a suffix"
    return None if entry.is_file() else "no regular file"


def _reasons(skipped: list[Skipped]) -> str:
    shown = [f"{PurePosixPath(s.path).name}: {s.reason}" for s in skipped[:5]]
    more = [f"{len(skipped) - 5} more"] if len(skipped) > 5 else []
    return f" ({'; '.join(shown + more)})" if skipped else ""


def _put() -> str:
    return f"put the articles into it as {', '.join(sorted(loaders()))}"


def _suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix in loaders() else ""


def _stem(name: str) -> str:
    """Return a file's name without its folder and suffix; a name without a suffix we read is a name in full."""
    suffix = _suffix(name)
    return PurePosixPath(name).name[: -len(suffix)] if suffix else name
