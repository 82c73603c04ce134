"""Words as data: the YAML tables each stage reads, one folder a language, and the tables of units and currencies.

A table is read when a stage first asks for it. Users may put a file of their own in the place of any table.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from numcheck import yamlfile
from numcheck.model.errors import NumcheckError

COMMON = ("units", "currencies")
"""The tables that every language shares."""


class Lexicon:
    """The tables of one language. Two lexicons are the same only if they are one object, so that stages may cache by it."""

    __slots__ = ("_replaced", "_tables", "language")

    def __init__(self, language: str = "en", replaced: Mapping[str, Path] | None = None) -> None:
        """Use the built-in tables of `language`, with the files of `replaced` in the place of those they name."""
        self.language = language
        self._replaced = dict(replaced or {})
        self._tables: dict[str, Any] = {}
        if self._replaced:
            own = resources.files(__name__) / language
            known = [*COMMON, *(p.name.removesuffix(".yaml") for p in own.iterdir() if p.name.endswith(".yaml"))]
            for name, path in self._replaced.items():
                if name not in known:
                    raise NumcheckError(
                        f"there is no table {name!r}", where=str(path), hint=f"one of: {', '.join(sorted(known))}"
                    )

    def table(self, name: str) -> Any:
        """Return the table `name` (numerals, hedges, vague, measures, units ...) as plain lists and dicts."""
        if name not in self._tables:
            folder = resources.files(__name__)
            source = self._replaced.get(name) or (folder if name in COMMON else folder / self.language) / f"{name}.yaml"
            try:
                text = source.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise NumcheckError(
                    f"cannot read the table: {error}", where=str(source), hint="give a UTF-8 YAML file"
                ) from None
            self._tables[name] = yamlfile.read(text, str(source)).value
        return self._tables[name]


@lru_cache(maxsize=1)
def english() -> Lexicon:
    """Return the built-in English tables."""
    return Lexicon()
