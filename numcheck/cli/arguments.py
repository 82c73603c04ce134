"""Texts, paths and words of a few of the command line are taken as they are written.

Typer makes a pydantic validator of each option, even of one that is not given; to load pydantic takes longer than to read the
rules. Whatever is no plain text or path still goes that way.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from typer.core import TyperCommand, TyperGroup

_READ: Mapping[Any, Callable[[str], Any]] = {str: str, Path: Path}
_EACH: Mapping[Any, Callable[[str], Any]] = {list[str]: str, list[Path]: Path}


class Command(TyperCommand):
    """A command whose texts and paths need no validator."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, that for help too."""
        return _plain(super().get_params(ctx))


class Group(TyperGroup):
    """The program, whose own options need no validator."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, that for help too."""
        return _plain(super().get_params(ctx))


def _plain(params: list[Any]) -> list[Any]:
    for param in params:
        if param.param_type_name == "argument":
            param.display_type_rich = _untyped  # its help says what it takes; typer would add <list[Path]>
        if not isinstance(getattr(param.get_runtime_param, "__self__", None), _Plain):
            param.get_runtime_param = _Plain(param.type_descriptor.annotation, param.get_runtime_param).here
    return params


def _untyped(ctx: Any) -> None:
    """Tell no type."""


class _Plain:
    """What turns the words of one argument into its value; `own` gives typer's way of doing it."""

    __slots__ = ("_annotation", "_own")

    def __init__(self, annotation: Any, own: Callable[[], Any]) -> None:
        self._annotation, self._own = annotation, own

    def here(self) -> _Plain:
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value of the argument; None, or no value at all, where it is not given."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if get_origin(self._annotation) is Literal and value in get_args(self._annotation):
            return value
        words = [value] if isinstance(value, str) else value
        read = (_READ if isinstance(value, str) else _EACH).get(self._annotation)
        if read is not None and isinstance(words, list | tuple) and all(map(_readable, words)):
            return read(value) if isinstance(value, str) else list(map(read, words))
        return self._own().coerce(value, param=param, ctx=ctx)


def _readable(word: str) -> bool:
    """Tell whether a word is none of a file that may not be read, which typer refuses in words of its own."""
    return isinstance(word, str) and (not os.path.lexists(word) or os.access(word, os.R_OK))
