"""The user's choices: which rules, which reference, which day it is, which words; from `numcheck.yaml` and the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from numcheck import yamlfile
from numcheck.model.claim import Value
from numcheck.model.errors import NumcheckError

FailOn = Literal["error", "warning", "note", "never"]
FILE = "numcheck.yaml"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is to use beside its texts.

    `rules` are folders of the user's own rules; `reference` is the path of the article that the others are held against;
    `as_of` is the day to judge by (None: the newest publish date among the documents); `lexicon` puts a file in the place
    of a built-in table of words; `fail_on` is the lowest severity that makes the exit status 1 (None: as the command has it).
    """

    rules: tuple[Path, ...] = ()
    reference: Path | None = None
    as_of: date | None = None
    lexicon: Mapping[str, Path] = field(default_factory=dict)
    fail_on: FailOn | None = None

    def to_dict(self) -> dict[str, Value]:
        """Return the choices in plain values, as the report records them."""
        return {
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "reference": str(self.reference) if self.reference else None,
            "rules": [str(folder) for folder in self.rules],
            "lexicon": {name: str(self.lexicon[name]) for name in sorted(self.lexicon)},
            "fail_on": self.fail_on,
        }


def find(start: Path) -> Path | None:
    """Return the nearest `numcheck.yaml` in `start` or above it, no higher than the root of its repository."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / ".git").exists():
            return None
    return None


def read(path: Path) -> Settings:
    """Return the settings in the YAML file `path`, its own paths taken from the folder it stands in.

    Raises NumcheckError with the file and line of an unknown key or a wrong type.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise NumcheckError(f"cannot read the settings: {reason}", where=str(path), hint="give --config a YAML file") from None
    document = yamlfile.read(text, str(path))
    values = {} if document.value is None else document.value
    if not isinstance(values, dict):
        raise NumcheckError("settings are `key: value` lines", where=document.place(), hint=f"keys: {', '.join(_READERS)}")
    chosen: dict[str, Any] = {}
    for key, value in values.items():
        if key not in _READERS:
            near = get_close_matches(str(key), _READERS, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(_READERS)}"
            raise NumcheckError(f"unknown key {key!r}", where=document.place((key,)), hint=hint)
        try:
            chosen[key] = _READERS[key](value, path.parent)
        except ValueError as error:
            raise NumcheckError(f"{key}: {error}", where=document.place((key,)), hint=_HINTS[key]) from None
    return Settings(**chosen)


def day(text: str) -> date:
    """Return the date written as YYYY-MM-DD; ValueError for anything else."""
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no date")
    return date.fromisoformat(text)


def _paths(value: Any, folder: Path) -> tuple[Path, ...]:
    return tuple(_path(item, folder) for item in (value if isinstance(value, list) else [value]))


def _path(value: Any, folder: Path) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is no path")
    return folder / value


def _day(value: Any, _folder: Path) -> date:
    return day(value)


def _tables(value: Any, folder: Path) -> dict[str, Path]:
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} names no tables")
    return {str(name): _path(item, folder) for name, item in value.items()}


def _fail_on(value: Any, _folder: Path) -> FailOn:
    if value not in get_args(FailOn):
        raise ValueError(f"{value!r} is no severity")
    level: FailOn = value
    return level


_READERS = {"rules": _paths, "reference": _path, "as_of": _day, "lexicon": _tables, "fail_on": _fail_on}
_HINTS = {
    "rules": "a folder, or a list of folders",
    "reference": "the path of one article",
    "as_of": "a date like 2024-05-16",
    "lexicon": "`table: file` lines, one for each table that is replaced",
    "fail_on": f"one of: {', '.join(get_args(FailOn))}",
}
