"""A story: the folder of its articles, with a story.yaml that may tell its title and what is to be said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from numcheck import yamlfile
from numcheck.load.article import known_suffix, of_bytes, stem, suffixes
from numcheck.load.decode import decode
from numcheck.load.files import contents, entries, hold_in, near
from numcheck.load.loader import loaders
from numcheck.load.metadata import NOTHING, Metadata, known, mapping, metadata
from numcheck.load.sheet import DATA
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError, Unreadable
from numcheck.model.frozen import frozen
from numcheck.model.report import Skipped
from numcheck.settings import DECISIONS

FILE = "story.yaml"
GOLD = "gold.json"
_KEYS = ("title", "articles")
_LOCK = "~$"
"""How the file begins that Word lays beside a document while it is open."""
_TOLD = 5
"""So many of the files that were not read are named where no other is left."""


@frozen
class Loaded:
    """The articles of a folder by name, the files that were not read and why, and the story's title where one is given."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    title: str | None = None


def _inside(file: Path, root: Path | None) -> bytes:
    """Return what a regular file holds; raise Unreadable for what is none, and for a link that leads out of `root`."""
    hold_in(file, root)
    if not file.is_file():
        raise Unreadable("no regular file", where=file.as_posix())
    return contents(file)


def folder(path: Path, role: Role = "article", root: Path | None = None) -> Loaded:
    """Return the story in the folder at `path`: each file of a known suffix, and what was left out.

    A file that is no text is left out with its reason, and so is a link that leads out of `root`; raises Unreadable where
    nothing is left.
    """
    path = Path(path)
    if not path.is_dir():
        raise Unreadable("there is no such folder", where=path.as_posix(), hint="check the name" + near(path))
    files = entries(path)
    title, said = _told(path, [file.name for file in files])
    stems = Counter(stem(file.name) for file in files if known_suffix(file.name))
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for file in (file for file in files if not _is_its_own(file)):
        reason = _no_article(file, role)
        if reason:
            skipped.append(Skipped(file.as_posix(), reason))
            continue
        twin = Metadata(outlet=file.name) if stems[stem(file.name)] > 1 else NOTHING
        try:
            articles += of_bytes(file, _inside(file, root), role, said.get(file.name, NOTHING), twin)
        except Unreadable as error:
            skipped.append(Skipped(file.as_posix(), error.what, failed=True))
    if not articles:
        hint = f"put the articles into it as {suffixes()}"
        raise Unreadable(f"no article in this folder{_reasons(skipped)}", where=path.as_posix(), hint=hint)
    return Loaded(tuple(articles), tuple(skipped), title)


def _is_its_own(entry: Path) -> bool:
    """Tell whether an entry of a story's folder is no article nor meant as one."""
    return entry.name in (FILE, GOLD, DECISIONS) or entry.name.startswith(_LOCK)


def _no_article(entry: Path, role: Role) -> str:
    """Say why an entry is no article by its name; nothing for what should be one."""
    if entry.is_dir():
        return "a folder inside the story"
    if entry.suffix.lower() not in loaders():
        return f"{entry.suffix} files are not read" if entry.suffix else "a file without a suffix"
    if entry.suffix.lower() in DATA and (role != "source" or entry.suffix.lower() == ".json"):
        return "data, which is read where it is named as a source"
    return ""


def _reasons(skipped: Sequence[Skipped]) -> str:
    shown = [f"{Path(s.path).name}: {s.reason}" for s in skipped[:_TOLD]]
    more = [f"{len(skipped) - _TOLD} more"] if len(skipped) > _TOLD else []
    return f" ({'; '.join(shown + more)})" if skipped else ""


def _told(path: Path, names: Sequence[str]) -> tuple[str | None, Mapping[str, Metadata]]:
    """Return the title and what is said of each file by name, as story.yaml in the folder of the files `names` has it."""
    if FILE not in names:
        return None, {}
    path /= FILE
    where = path.as_posix()
    yaml = yamlfile.read(decode(contents(path), where), where)
    if yaml.value is None:
        return None, {}
    mapping(yaml.value, yaml.place(), _KEYS)
    for key in yaml.value:
        known(key, _KEYS, yaml.place((key,)))
    title, articles = yaml.value.get("title"), yaml.value.get("articles", {})
    if title is not None and not isinstance(title, str):
        raise NumcheckError("title must be words", where=yaml.place(("title",)), hint="put it in quotes")
    mapping(articles, yaml.place(("articles",)), ("the names of the files",))
    for name in articles:
        if name not in names:
            what = f"there is no file {str(name)!r} beside it"
            raise NumcheckError(what, where=yaml.place(("articles", name)), hint=yamlfile.guess(name, names))
    return title, {name: metadata(yaml, ("articles", name)) for name in articles}
