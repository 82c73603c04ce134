"""Turn a report into text. Each format is one file of this folder with a NAME and `render(report, view)`."""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType, ModuleType

from numcheck.model.report import Report, View


@lru_cache(maxsize=1)
def formats() -> MappingProxyType[str, ModuleType]:
    """Return the formats by name: the modules of this folder that have a NAME."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return MappingProxyType({module.NAME: module for module in modules if hasattr(module, "NAME")})


def render(report: Report, form: str, view: View) -> str:
    """Return `report` in the format named `form`, ending in a line break."""
    text: str = formats()[form].render(report, view)
    return text
