"""The members of a folder, found by looking into it: only the one that is asked for is imported.

What a member must have is a Protocol, which `Members` carries as its type; tests/test_members.py has mypy hold every module
of each such folder against it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from importlib import import_module, resources
from typing import TypeVar, cast

Member = TypeVar("Member", covariant=True)


class Members(Mapping[str, Member]):
    """The modules of a package by name: what a line `SIGN = "name"` or `SIGN = ("name", ...)` of each says, else its file's."""

    __slots__ = ("_modules",)

    def __init__(self, package: str, sign: str | None = None) -> None:
        """Look into the files of `package`; with a `sign`, a file without a line that begins with it is no member."""
        self._modules: dict[str, str] = {}
        for file in sorted(resources.files(package).iterdir(), key=lambda file: file.name):
            stem = file.name.removesuffix(".py")
            if stem != file.name and stem != "__init__":
                names = (stem,) if sign is None else _said(file.read_text(encoding="utf-8"), sign)
                self._modules.update(dict.fromkeys(names, f"{package}.{stem}"))

    def __getitem__(self, name: str) -> Member:
        """Import the member called `name`."""
        return cast(Member, import_module(self._modules[name]))

    def __iter__(self) -> Iterator[str]:
        """Yield the names, module by module."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._modules)

    def __contains__(self, name: object) -> bool:
        """Tell whether a member is called so; nothing is imported."""
        return name in self._modules

    def modules(self) -> tuple[str, ...]:
        """Return the members' own names as modules, each once."""
        return tuple(dict.fromkeys(self._modules.values()))


def _said(text: str, sign: str) -> tuple[str, ...]:
    """Return the names that the line of `sign` gives; none without that line."""
    line = re.search(rf"^{sign}(?:: [^=\n]+)? = (.+)$", text, re.MULTILINE)
    if line is None:
        return ()
    said = ast.literal_eval(line[1])
    return (said,) if isinstance(said, str) else tuple(said)
