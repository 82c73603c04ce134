"""The members of a folder by what each says of itself, read off its file: only the one that is asked for is imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from importlib import import_module, resources
from types import ModuleType


class Members(Mapping[str, ModuleType]):
    """The modules of a package that have a line `SIGN = "name"`, or `SIGN = ("name", ...)`, by these names."""

    __slots__ = ("_modules",)

    def __init__(self, package: str, sign: str) -> None:
        """Look into the files of `package` for the lines that begin with `sign`."""
        line = re.compile(rf"^{sign} = (.+)$", re.MULTILINE)
        self._modules: dict[str, str] = {}
        for file in sorted(resources.files(package).iterdir(), key=lambda file: file.name):
            found = line.search(file.read_text(encoding="utf-8")) if file.name.endswith(".py") else None
            if found is not None:
                said = ast.literal_eval(found[1])
                names = (said,) if isinstance(said, str) else said
                self._modules.update(dict.fromkeys(names, f"{package}.{file.name.removesuffix('.py')}"))

    def __getitem__(self, name: str) -> ModuleType:
        """Import the member called `name`."""
        return import_module(self._modules[name])

    def __iter__(self) -> Iterator[str]:
        """Yield the names, module by module."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._modules)

    def __contains__(self, name: object) -> bool:
        """Tell whether a member is called so; nothing is imported."""
        return name in self._modules
