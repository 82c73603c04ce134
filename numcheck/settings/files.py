"""Find and read the file of settings: numcheck.yaml, .numcheck.yaml, or [tool.numcheck] in pyproject.toml."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from numcheck import disk, tomlfile, yamlfile
from numcheck.model.errors import NumcheckError
from numcheck.settings import DECISIONS, ROWS, Found
from numcheck.yamlfile import Yaml

VERSION = 1
KEYS = ("version", *ROWS)
_YAML_FILES = ("numcheck.yaml", ".numcheck.yaml")
_TOML_FILE = "pyproject.toml"
_TOP = ("tool", "numcheck")


def find(start: Path) -> Path | None:
    """Return the nearest file of settings in `start` or above it, no higher than the root of its repository.

    Raises NumcheckError where one folder holds two.
    """
    for folder in (start, *start.parents):
        here = [file for name in _YAML_FILES if (file := folder / name).is_file()]
        if (project := folder / _TOML_FILE).is_file() and _concerns_us(project):
            here.append(project)
        if len(here) > 1:
            names = " and ".join(file.name for file in here)
            raise NumcheckError(f"{names} both hold settings", where=str(folder), hint="keep them in one of the files")
        if here:
            return here[0]
        if (folder / ".git").exists():
            return None
    return None


def decisions(starts: Iterable[Path], *, outside: bool) -> Path | None:
    """Return the nearest file of decisions in one of these folders or above it, no higher than the root of its repository.

    Outside of a repository a folder is looked into alone. Raises NumcheckError for a link out of the tree, but where `outside`.
    """
    for start in starts:
        here = start.resolve()
        top = repository(here) or here
        for folder in (here, *here.parents):
            if (file := folder / DECISIONS).is_file():
                if not outside and disk.leads_out(file, top):
                    hint = "name it with --decisions, or allow it with --allow-outside"
                    raise NumcheckError(f"the decisions lead out of {top.name or top}", where=str(file), hint=hint)
                return Path(os.path.relpath(file))
            if folder == top:
                break
    return None


def root(start: Path) -> Path:
    """Return the root of the repository that `start` lies in, else `start` itself."""
    return repository(start) or start


def repository(start: Path) -> Path | None:
    """Return the root of the repository that `start` lies in; None where it lies in none."""
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)


def _concerns_us(project: Path) -> bool:
    text = _text(project)
    return "numcheck" in text and _toml(text, str(project)).value is not None


def read(path: Path) -> Found:
    """Return what the file of settings at `path` says, its own paths taken from the folder it stands in.

    Raises NumcheckError with all mistakes at once, each with its file and line and what to write.
    """
    return understood(_text(path), path)


def understood(text: str, path: Path) -> Found:
    """Return what `text` says where it stands in the file of settings at `path`; raises NumcheckError as `read` does."""
    where = str(path)
    document = _toml(text, where) if path.suffix == ".toml" else yamlfile.read(text, where)
    top = _TOP if path.suffix == ".toml" else ()
    if document.value is None:
        return Found(file=path)
    if not isinstance(document.value, dict):
        raise NumcheckError("settings are `key: value` lines", where=document.place(top), hint=f"keys: {', '.join(KEYS)}")
    mistakes: list[tuple[str, str, str]] = []
    values: dict[str, Any] = {}
    for key, value in document.value.items():
        place = document.place((*top, key))
        try:
            values[key] = _value(key, value, path.parent)
        except KeyError:
            mistakes.append((place, f"unknown key {key!r}", _instead(str(key))))
        except ValueError as error:
            mistakes.append((place, f"{key}: {error}", _hint(key)))
    if "version" not in document.value:
        mistakes.insert(0, (document.place(top), "the key 'version' is missing", _version_line(path)))
    _refuse(mistakes)
    del values["version"]
    return Found(values, {key: document.place((*top, key)) for key in values}, path)


def confined(found: Found, root: Path) -> Found:
    """Return what a file of settings says that nobody has named: it was found in the tree below `root`, whoever wrote it.

    Raises NumcheckError where it names a file outside of the tree, to read or to write.
    """
    for key, value in found.values.items():
        for path in ROWS[key].kind.files(value):
            if disk.leads_out(path, root):
                what = f"{key}: {str(path)!r} leads out of {root.name or root}, where these settings were found"
                hint = "give it on the command line, name the settings with --config, or allow it with --allow-outside"
                raise NumcheckError(what, where=found.places[key], hint=hint)
    return found


def _value(key: str, value: Any, folder: Path) -> Any:
    if key != "version":
        return ROWS[key].kind.read(value, folder)
    if value != VERSION or isinstance(value, bool):
        raise ValueError(f"{value!r} is a form of this file that this numcheck does not read")
    return value


def _instead(key: str) -> str:
    """Say what to write for an unknown key; who is asked over the network, and with which key, no file of settings says."""
    if key.startswith("judge"):
        return "--judge and --judge-model on the command line, and the key in the environment, NUMCHECK_JUDGE_KEY"
    return yamlfile.guess(key.replace("-", "_"), KEYS)


def _hint(key: str) -> str:
    return f"version: {VERSION}, or a newer numcheck" if key == "version" else ROWS[key].kind.hint


def _version_line(path: Path) -> str:
    return f"write version {'=' if path.suffix == '.toml' else ':'} {VERSION}".replace(" :", ":")


def _refuse(mistakes: list[tuple[str, str, str]]) -> None:
    """Raise for one mistake, or for several at once; nothing where there is none."""
    if len(mistakes) == 1:
        where, what, hint = mistakes[0]
        raise NumcheckError(what, where=where, hint=hint)
    if mistakes:
        raise NumcheckError("\n".join(str(NumcheckError(what, where=where, hint=hint)) for where, what, hint in mistakes))


def _text(path: Path) -> str:
    return disk.told(path, "the settings", "give --config a YAML file, or a pyproject.toml")


def _toml(text: str, where: str) -> Yaml:
    """Return the table [tool.numcheck] of a TOML text, None where it has none, with the lines of its keys."""
    ours: Any = tomlfile.read(text, where)
    for step in _TOP:
        ours = ours.get(step) if isinstance(ours, dict) else None
    return Yaml(ours, lambda: tomlfile.lines(text), where)
