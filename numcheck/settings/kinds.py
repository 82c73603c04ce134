"""What a setting's value can be: how it is read from a file or from text, what to say where it is not, and its JSON Schema."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    `read` takes what stands in a file and the folder that paths are taken from, and raises ValueError for what it cannot be;
    `hint` says what to write; `schema` is the value's JSON Schema. `parse` makes of the words of an option or an environment
    variable what a file would hold. Where `between` is set the option may be repeated, and the variable parts its items by it.
    """

    read: Callable[[Any, Path], Any]
    hint: str
    schema: Mapping[str, Any]
    parse: Callable[[str], Any] = str
    between: str = ""
    metavar: str = "TEXT"
    flag: bool = False
    files: Callable[[Any], Iterable[Path]] = lambda _: ()
    """The files and folders that a value names."""

    def of_text(self, text: str | Sequence[str]) -> Any:
        """Return the value of an option or variable as written; a repeated option gives a list. ValueError as for `read`."""
        if not self.between:
            return self.read(self.parse(str(text)), Path())
        items = [item.strip() for item in text.split(self.between)] if isinstance(text, str) else text
        return self.read([self.parse(item) for item in items if item], Path())


def day(text: Any) -> date:
    """Return the date written as YYYY-MM-DD; ValueError for anything else."""
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no date")
    return date.fromisoformat(text)


def _path(value: Any, folder: Path) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError(f"{value!r} is no path")
    return folder / value


def _paths(value: Any, folder: Path) -> tuple[Path, ...]:
    return tuple(_path(item, folder) for item in (value if isinstance(value, list) else [value]))


def _day(value: Any, _folder: Path) -> date:
    # TOML knows dates, our YAML does not.
    return value if isinstance(value, date) else day(value)


def _pairs(value: Any) -> Any:
    """Return the pairs that options made as a mapping; what a file holds stays as it is."""
    return dict(value) if isinstance(value, list) and all(isinstance(item, tuple) for item in value) else value


def _tables(value: Any, folder: Path) -> dict[str, Path]:
    value = _pairs(value)
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} names no tables")
    return {str(name): _path(item, folder) for name, item in value.items()}


def _table(text: str) -> tuple[str, str]:
    name, equals, file = text.partition("=")
    if not equals:
        raise ValueError(f"{text!r} names no table")
    return name.strip(), file.strip()


def _changes(value: Any, _folder: Path) -> dict[str, Any]:
    value = _pairs(value)
    if not isinstance(value, dict) or not all(isinstance(change, str | dict) for change in value.values()):
        raise ValueError(f"{value!r} changes no rules")
    return {str(name): change for name, change in value.items()}


def _change(text: str) -> tuple[str, str]:
    name, equals, word = text.partition("=")
    if not equals:
        raise ValueError(f"{text!r} changes no rule")
    return name.strip(), word.strip()


def _text(value: Any, _folder: Path) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError(f"{value!r} is no text")
    return value.strip()


def _texts(value: Any, folder: Path) -> tuple[str, ...]:
    return tuple(_text(item, folder) for item in (value if isinstance(value, list) else [value]))


def _flag(value: Any, _folder: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _columns(value: Any, _folder: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is no number of columns")
    return value


def _share(value: Any, _folder: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is no probability")
    return float(value)


def _decimal(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text


def _number(text: str) -> Any:
    return int(text) if text.isascii() and text.isdigit() else text


_FLAGS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def one_of(noun: str, *words: str) -> Kind:
    """Return the kind of a value that is one of some words; `noun` says what each of them is."""

    def read(value: Any, _folder: Path) -> str:
        if value not in words:
            raise ValueError(f"{value!r} is no {noun}")
        return str(value)

    return Kind(read, f"one of: {', '.join(words)}", {"enum": list(words)}, metavar=noun.upper())


_ONE = {"type": "string", "pattern": r"^[^\u0000]+$"}
_MANY = {"oneOf": [_ONE, {"type": "array", "items": _ONE}]}

PATH = Kind(_path, "the path of one file", _ONE, metavar="FILE", files=lambda path: (path,))
FOLDERS = Kind(_paths, "a folder, or a list of folders", _MANY, between=os.pathsep, metavar="DIR", files=tuple)
PATHS = Kind(_paths, "a file or folder, or a list of them", _MANY, between=os.pathsep, metavar="PATH", files=tuple)
DAY = Kind(_day, "a date like 2024-05-16", {"type": "string", "format": "date"}, metavar="DATE")
TABLES = Kind(
    _tables,
    "`table: file` lines, one for each table that is replaced",
    {"type": "object", "additionalProperties": _ONE},
    parse=_table,
    between=",",
    metavar="TABLE=FILE",
    files=lambda tables: tables.values(),
)
TEXT = Kind(_text, "a text", _ONE)
FORMATS = Kind(
    _texts,
    "a format, format:file, or a list of them",
    _MANY,
    between=",",
    metavar="FORMAT",
    files=lambda formats: [Path(file) for _, _, file in (written.partition(":") for written in formats) if file],
)
FLAG = Kind(_flag, "true or false", {"type": "boolean"}, parse=lambda text: _FLAGS.get(text.strip().lower(), text), flag=True)
COLUMNS = Kind(_columns, "a whole number, 0 for no limit", {"type": "integer", "minimum": 0}, parse=_number, metavar="COLUMNS")
SHARE = Kind(_share, "a number from 0 to 1", {"type": "number", "minimum": 0, "maximum": 1}, parse=_decimal, metavar="P")
CHANGES = Kind(
    _changes,
    "`pack/rule: off` (or error, warning, note) lines, or `pack/rule: {severity: ..., sure: ..., options: ...}`",
    {
        "type": "object",
        "additionalProperties": {
            "oneOf": [
                {"enum": ["off", "error", "warning", "note"]},
                {
                    "type": "object",
                    "properties": {
                        "severity": {"enum": ["error", "warning", "note"]},
                        "sure": {"type": "number", "minimum": 0, "maximum": 1},
                        "options": {"type": "object"},
                    },
                    "additionalProperties": False,
                },
            ]
        },
    },
    parse=_change,
    between=",",
    metavar="RULE=WORD",
)
