"""Load: a file becomes an Article, a folder of files a story."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from numcheck.load import plain_text
from numcheck.load.article import known_suffix, of_bytes, of_page, stem
from numcheck.load.files import contents, hold_in
from numcheck.load.loader import TextLoader, loaders
from numcheck.load.metadata import Metadata
from numcheck.load.story import Loaded as Loaded
from numcheck.load.story import folder as folder
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError


def load(path: Path, role: Role = "article") -> Article:
    """Return the article in the file at `path` ("-" is standard input); one without a suffix is read as plain text.

    Raises Unreadable for a file that is missing, empty, binary or of another kind, NumcheckError for bad front matter and
    for a file of several articles.
    """
    path = Path(path)
    found = of_bytes(path, contents(path), role)
    if len(found) > 1:
        hint = "give a file with one article here"
        raise NumcheckError(f"this holds {len(found)} articles", where=path.as_posix(), hint=hint)
    return found[0]


def articles(path: Path, role: Role = "article", root: Path | None = None) -> Loaded:
    """Return the articles at `path`: a folder, a file, or "-" for standard input.

    Where `root` is given, a link below it that leads out of it is not followed; raises Unreadable.
    """
    hold_in(path, root)
    return folder(path, role, root) if path.is_dir() else Loaded(tuple(of_bytes(path, contents(path), role)))


def from_text(name: str, text: str, role: Role = "article") -> Article:
    """Return the article in `text`; `name` stands for its path, and its suffix, if any, says what kind of text it is."""
    loader = loaders().get(known_suffix(name))
    page = (loader if isinstance(loader, TextLoader) else plain_text).read(text, name)
    return of_page(name, role, page, page.said.over(Metadata(outlet=stem(name))))


def from_bytes(name: str, data: bytes, role: Role = "article") -> tuple[Article, ...]:
    """Return the articles in the bytes of a file that is called `name`, as if it had been read from there."""
    return tuple(of_bytes(PurePosixPath(name), data, role))
