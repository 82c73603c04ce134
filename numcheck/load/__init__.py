"""Load: a file becomes an Article, a folder of files a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from pathlib import Path, PurePosixPath
from pkgutil import iter_modules
from typing import cast

from numcheck import yamlfile
from numcheck.load.decode import LARGEST, decode
from numcheck.load.fields import NOTHING, Fields, fields, known, mapping
from numcheck.load.member import Loader, Page
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError, Unreadable
from numcheck.model.report import Skipped

STORY = "story.yaml"
GOLD = "gold.json"
_STORY_KEYS = ("title", "articles")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles of a folder by name, the files that were not read and why, and the story's title where one is given."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    title: str | None = None


@lru_cache(maxsize=1)
def loaders() -> Mapping[str, Loader]:
    """Return the loader of each known suffix: the modules of this folder that name their SUFFIXES."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {suffix: cast(Loader, module) for module in modules for suffix in getattr(module, "SUFFIXES", ())}


def load(path: Path, role: Role = "article") -> Article:
    """Return the article in the file at `path`; a file without a suffix is read as plain text.

    Raises Unreadable for a file that is missing, empty, binary or of another kind, NumcheckError for bad front matter.
    """
    return _load(Path(path), role, NOTHING)


def from_text(name: str, text: str, role: Role = "article") -> Article:
    """Return the article in `text`; `name` stands for its path, and its suffix, if any, says what kind of text it is."""
    page = loaders().get(_suffix(name), loaders()[".txt"]).read(text, name)
    return _article(name, text, role, page, NOTHING)


def folder(path: Path, role: Role = "article") -> Loaded:
    """Return the story in the folder at `path`: each file of a known suffix, and what was left out.

    A file that is no text is left out with its reason; raises Unreadable where nothing is left.
    """
    path = Path(path)
    if not path.is_dir():
        raise Unreadable("there is no such folder", where=path.as_posix(), hint="check the name" + _near(path))
    try:
        entries = sorted((p for p in path.iterdir() if not p.name.startswith(".")), key=lambda p: p.name)
    except OSError as error:
        raise _refusal(path, error) from None
    title, said = _story(path / STORY, [p.name for p in entries])
    stems = Counter(_stem(p.name) for p in entries if p.suffix.lower() in loaders())
    articles, skipped = [], []
    for entry in entries:
        reason = _left_out(entry)
        if reason is None:
            try:
                twin = Fields(outlet=entry.name) if stems[_stem(entry.name)] > 1 else NOTHING
                articles.append(_load(entry, role, said.get(entry.name, NOTHING), twin))
            except Unreadable as error:
                reason = error.what
        if reason:
            skipped.append(Skipped(entry.as_posix(), reason))
    if not articles:
        raise Unreadable(f"no article in this folder{_reasons(skipped)}", where=path.as_posix(), hint=_put())
    return Loaded(tuple(articles), tuple(skipped), title)


def _load(path: Path, role: Role, over: Fields, under: Fields = NOTHING) -> Article:
    """Load one file; `over` outweighs its front matter, `under` stands in where that says nothing."""
    where, suffix = path.as_posix(), path.suffix.lower()
    data = _bytes(path)
    loader = loaders().get(suffix or ".txt")
    if loader is None:
        raise Unreadable(f"{suffix} files are not read", where=where, hint=f"save it as one of {', '.join(sorted(loaders()))}")
    text = decode(data, where)
    page = loader.read(text, where)
    if not text[page.body :].strip():
        what = "front matter without a text" if page.body else "an empty file"
        raise Unreadable(f"this is {what}", where=where, hint="put the article's text into it, or leave the file out")
    return _article(where, text, role, page, over, under)


def _article(where: str, text: str, role: Role, page: Page, over: Fields, under: Fields = NOTHING) -> Article:
    said = over.over(page.said).over(under)
    return Article(
        path=where,
        text=text,
        outlet=said.outlet or _stem(PurePosixPath(where).name) or where,
        role=_role(role, said.role, where),
        title=said.title or page.title,
        url=said.url,
        published=said.published or page.published,
        sections=page.sections,
        hidden=page.hidden,
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


def _bytes(path: Path) -> bytes:
    where = path.as_posix()
    if path.is_dir():
        raise Unreadable(
            "this is a folder, not an article", where=where, hint="give the file, or a folder where a story is expected"
        )
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _refusal(path, error) from None
    if len(data) > LARGEST:
        raise Unreadable(f"this is larger than {LARGEST // 1_000_000} MB", where=where, hint="give the article alone")
    return data


def _refusal(path: Path, error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return Unreadable("there is no such file", where=path.as_posix(), hint="check the name" + _near(path))
    return Unreadable(f"cannot be opened: {error.strerror or error}", where=path.as_posix(), hint="check that you may read it")


def _near(path: Path) -> str:
    """Name the file beside `path` that is spelt nearly like it."""
    try:
        near = get_close_matches(path.name, sorted(p.name for p in path.parent.iterdir()), 1)
    except OSError:
        return ""
    return f"; did you mean {(path.parent / near[0]).as_posix()}?" if near else ""


def _left_out(entry: Path) -> str | None:
    """Say why an entry of a story's folder is not read; nothing for an article, an empty reason for the story's own files."""
    if entry.name in (STORY, GOLD):
        return ""
    if entry.is_dir():
        return "a folder inside the story"
    if entry.suffix.lower() not in loaders():
        return f"{entry.suffix} files are not read" if entry.suffix else "a file without a suffix"
    return None


def _reasons(skipped: list[Skipped]) -> str:
    shown = [f"{PurePosixPath(s.path).name}: {s.reason}" for s in skipped[:5]]
    more = [f"{len(skipped) - 5} more"] if len(skipped) > 5 else []
    return f" ({'; '.join(shown + more)})" if skipped else ""


def _put() -> str:
    return f"put the articles into it as {', '.join(sorted(loaders()))}"


def _story(path: Path, names: list[str]) -> tuple[str | None, Mapping[str, Fields]]:
    """Read story.yaml: the story's title, and what it says of its articles by file name."""
    if STORY not in names:
        return None, {}
    where = path.as_posix()
    yaml = yamlfile.read(decode(_bytes(path), where), where)
    if yaml.value is None:
        return None, {}
    mapping(yaml.value, yaml.place(), _STORY_KEYS)
    for key in yaml.value:
        known(key, _STORY_KEYS, yaml.place((key,)))
    title, articles = yaml.value.get("title"), yaml.value.get("articles", {})
    if title is not None and not isinstance(title, str):
        raise NumcheckError("title must be words", where=yaml.place(("title",)), hint="put it in quotes")
    mapping(articles, yaml.place(("articles",)), ("the names of the files",))
    for name in articles:
        if name not in names:
            near = get_close_matches(str(name), names, 1)
            hint = f"did you mean {near[0]!r}?" if near else "name a file of this folder"
            raise NumcheckError(f"there is no file {str(name)!r} beside it", where=yaml.place(("articles", name)), hint=hint)
    return title, {name: fields(yaml, ("articles", name)) for name in articles}


def _suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix in loaders() else ""


def _stem(name: str) -> str:
    """Return a file's name without its suffix, if that is one we read; a dot elsewhere belongs to the name."""
    return name[: len(name) - len(_suffix(name))]
