"""Adapters: numcheck in the programs its users already have. Each is one file on the public face, with its library's extra."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from numcheck.model.errors import NumcheckError


def adapter(name: str) -> ModuleType:
    """Return the adapter of this name; raise NumcheckError where the library that it plugs into is not installed."""
    try:
        return import_module(f"numcheck.adapters.{name}")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "numcheck":
            raise
        what = f"numcheck {name} needs the library {error.name.partition('.')[0]!r}, which is not installed"
        raise NumcheckError(what, hint=f'pip install "numcheck[{name}]"') from None


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Add to the error of a library that is missing which extra brings it, for adapters that are imported by name."""
    try:
        yield
    except ModuleNotFoundError as error:
        error.add_note(f'try: pip install "numcheck[{name}]"')
        raise
