"""Words as data: the tables each stage asks, one folder a language, and the tables of units and currencies.

A table is read when a stage first asks for it. Users may put a file of their own in the place of any table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar, cast

from numcheck import disk, yamlfile
from numcheck.language.table_reader import shaped
from numcheck.language.tables import TABLES, Measures, Scope
from numcheck.model.errors import BadTable, NumcheckError

COMMON = ("units", "currencies", "pages")
"""The tables that every language shares."""

T = TypeVar("T")


class Lexicon:
    """The tables of one language. Two lexicons are the same only if they are one object, so that stages may cache by it."""

    __slots__ = ("_replaced", "_tables", "language")

    def __init__(self, language: str = "en", replaced: Mapping[str, Path] | None = None) -> None:
        """Use the built-in tables of `language`, with the files of `replaced` in the place of those they name.

        Raises BadTable with all mistakes of all those files at once.
        """
        self.language = language
        self._replaced = dict(replaced or {})
        self._tables: dict[type, object] = {}
        for name, path in self._replaced.items():
            if name not in TABLES:
                hint = yamlfile.guess(name, sorted(TABLES))
                raise NumcheckError(f"there is no table {name!r}", where=str(path), hint=hint)
        mistakes = [mistake for name in self._replaced for mistake in self._read(TABLES[name])] or self._unknown_company()
        if mistakes:
            raise BadTable("\n".join(mistakes), hint="the built-in tables in numcheck/language show what a table may say")

    def table(self, kind: type[T]) -> T:
        """Return the table of this kind (Numerals, Hedges, Measures ...)."""
        if kind not in self._tables and (mistakes := self._read(kind)):
            raise BadTable("\n".join(mistakes))
        return cast(T, self._tables[kind])

    def _read(self, kind: type) -> list[str]:
        """Read a table; return what is wrong with it."""
        mistakes = _document(self._source(kind))
        value = shaped(kind, mistakes)
        if value is not None:
            self._tables[kind] = value
        return mistakes.mistakes

    def _source(self, kind: type) -> Traversable:
        """Return the file of a table: the user's, or ours."""
        name, folder = kind.__name__.lower(), resources.files(__name__)
        return self._replaced.get(name) or (folder if name in COMMON else folder / self.language) / f"{name}.yaml"

    def _unknown_company(self) -> list[str]:
        """Return the mistakes of two tables that do not fit: the company a measure asks for and the scope does not list."""
        if not {"measures", "scope"} & self._replaced.keys():
            return []
        listed, known = self.table(Measures).rows, self.table(Scope).company
        asked = {who: (name, "beside", who) for name, row in listed.items() for who in row.beside if who not in known}
        own = "measures" in self._replaced
        mistakes = _document(self._source(Measures if own else Scope))
        for who, keys in asked.items():
            if own:
                mistakes.wrong(keys, f"there is no company {who!r} in the scope", yamlfile.guess(who, sorted(known)))
            else:
                mistakes.wrong(("company",), f"the company {who!r} is missing, which the measures ask for", "add it")
        return mistakes.mistakes


def _document(source: Traversable) -> yamlfile.Mistakes:
    """Return a YAML file with nothing wrong noted yet."""
    try:
        text = disk.text(source) if isinstance(source, Path) else source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = "give a UTF-8 YAML file"
        raise NumcheckError(f"cannot read the table: {error}", where=str(source), hint=hint) from None
    return yamlfile.Mistakes(yamlfile.read(text, str(source)), text.splitlines())


once_a_lexicon = lru_cache(maxsize=8)
"""Keeps what a function makes of a lexicon, for the built-in one and the last that users named."""


@lru_cache(maxsize=1)
def english() -> Lexicon:
    """Return the built-in English tables."""
    return Lexicon()


_in_use: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)


@contextmanager
def using(lexicon: Lexicon) -> Iterator[None]:
    """Let what is loaded within go by the words of `lexicon`: a loader is handed bytes alone."""
    before = _in_use.set(lexicon)
    try:
        yield
    finally:
        _in_use.reset(before)


def in_use() -> Lexicon:
    """Return the lexicon that `using` names, or the built-in one."""
    return _in_use.get() or english()
