"""Gather the articles of a run from what a caller gave: strings, paths of files and folders, pairs, Articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from numcheck import disk
from numcheck.load import articles, from_text
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError
from numcheck.model.frozen import frozen
from numcheck.model.report import Skipped
from numcheck.settings.files import repository

Text = str | Path | Article | tuple[str, str]
"""A text in any form: a string, a file or folder, an Article, or a (name, text) pair."""


@frozen
class Gathered:
    """The articles of a run in order, and the files that were left out, each with the reason."""

    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def each(texts: Text | Iterable[Text]) -> Iterator[Text]:
    """Yield the texts one by one, where one or several were given."""
    if isinstance(texts, str | Path | Article):
        yield texts
    else:
        yield from texts


def gather(texts: Iterable[Text], role: Role = "article", root: Path | None = None) -> Gathered:
    """Return the articles of these texts in `role`, each file once; raise NumcheckError where one cannot be read.

    A link below `root` that leads out of it is not followed.
    """
    found: list[Article] = []
    skipped: list[Skipped] = []
    seen: set[Path] = set()
    nameless = 0
    for text in texts:
        match text:
            case Path():
                loaded = articles(text, role, root)
                skipped += loaded.skipped
                for article in loaded.articles:
                    if file_of(article) in seen:
                        skipped.append(Skipped(article.path, "given twice, read once"))
                    else:
                        seen.add(file_of(article))
                        found.append(article)
            case Article():
                found.append(text if text.role == role else replace(text, role=role))
            case str():
                nameless += 1
                found.append(from_text(role if nameless == 1 else f"{role} {nameless}", text, role))
            case name, words:
                found.append(from_text(name, words, role))
    if not found:
        raise NumcheckError(f"there is no {role} to read", hint="give files, or a folder that holds .txt or .md articles")
    return Gathered(tuple(found), tuple(skipped))


def file_of(article: Article) -> Path:
    """Return the file of an article, however its path is written; a name that can be no path stays as it is."""
    try:
        return Path(article.path).resolve()
    except (OSError, ValueError):
        return Path(article.path)


@frozen
class Sources:
    """What drafts are held against: the `shared` sources, those that front matter names, by path, and all of them by file."""

    shared: Gathered
    named: Mapping[str, Gathered]
    by_file: Mapping[Path, Article]

    def all(self) -> Gathered:
        """Return every source once, the shared ones first, and what was left out."""
        more = (article for article in self.by_file.values() if article not in self.shared.articles)
        left = (skipped for found in (self.shared, *self.named.values()) for skipped in found.skipped)
        return Gathered((*self.shared.articles, *more), tuple(left))

    def of(self, draft: Article) -> frozenset[str]:
        """Return the paths of the sources that a draft is held against."""
        held = (self.shared, *(self.named[path] for path in draft.sources))
        return frozenset(self.by_file[file_of(article)].path for found in held for article in found.articles)


def sources(drafts: Sequence[Article], given: Gathered | None, root: Path | None = None) -> Sources:
    """Return what the drafts are held against: the sources given, and those they name.

    Raises NumcheckError for a draft without a source, for a file that is given as both, and where a draft names a file outside
    of `root`, or of the repository it lies in itself.
    """
    bare = [draft.path for draft in drafts if not draft.sources]
    if given is None and bare:
        hint = "give --sources PATH, or write `sources:` into its front matter"
        raise NumcheckError("this draft has no source to be held against", where=bare[0], hint=hint)
    shared, named = given or Gathered(), _named(drafts, root)
    articles = chain.from_iterable(found.articles for found in (*named.values(), shared))
    by_file = {file_of(article): article for article in articles}
    both = by_file.keys() & set(map(file_of, drafts))
    if both:
        hint = "name each text once: DRAFT... --sources PATH"
        raise NumcheckError("this is given as a draft and as a source", where=by_file[min(both)].path, hint=hint)
    return Sources(shared, named, by_file)


def _named(drafts: Sequence[Article], root: Path | None) -> dict[str, Gathered]:
    """Return what the drafts name as their sources, by path."""
    if root is not None:
        for draft in drafts:
            _hold_in(draft, root)
    paths = dict.fromkeys(path for draft in drafts for path in draft.sources)
    return {path: gather([Path(path)], "source", root) for path in paths}


def _hold_in(draft: Article, root: Path) -> None:
    """Raise where a draft names a source outside of the tree that it lies in itself."""
    own = file_of(draft).parent
    tree = root if own.is_relative_to(root.resolve()) else repository(own) or own
    for path in draft.sources:
        if disk.leads_out(Path(path), tree):
            what = f"its source {path!r} lies outside of the repository"
            hint = "give it with --sources, or allow it with --allow-outside"
            raise NumcheckError(what, where=draft.path, hint=hint)
