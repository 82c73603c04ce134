"""Put together what the options, the environment and the file of settings say; the nearest to the user counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from numcheck.model.errors import NumcheckError
from numcheck.model.plain import Value
from numcheck.settings import ROWS, Found, Settings, plain

_NEARLY = 0.8
PREFIX = "NUMCHECK_"
_DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The settings of a run, the place that gave each (options, a variable, `file:line`, the default), and the file."""

    settings: Settings
    origins: Mapping[str, str]
    found: Found


def option(name: str) -> str:
    """Return a setting's option: `--fail-on` of fail_on."""
    return f"--{name.replace('_', '-')}"


def variable(name: str) -> str:
    """Return a setting's environment variable: NUMCHECK_FAIL_ON of fail_on."""
    return f"{PREFIX}{name.upper()}"


def choose(job: str, given: Mapping[str, Any], environment: Mapping[str, str], file: Found) -> Chosen:
    """Return the settings of the command `job`: `given` are the options' values, read; then come environment, file, defaults.

    Raises NumcheckError for a variable that cannot be read.
    """
    settled = {name: _settled(job, name, _told(name, given, environment, file)) for name in ROWS}
    values = {name: value for name, (value, _) in settled.items()}
    return Chosen(Settings(**values), {name: origin for name, (_, origin) in settled.items()}, file)


def default(job: str, name: str) -> Any:
    """Return the value that a setting has for a command where nobody gives one."""
    return ROWS[name].defaults.get(job, getattr(_DEFAULTS, name))


def _told(name: str, given: Mapping[str, Any], environment: Mapping[str, str], file: Found) -> list[tuple[Any, str]]:
    """Return the values that a setting is given, each with the place that gives it, the nearest to the user first."""
    told = [(given[name], option(name))] if name in given else []
    if text := environment.get(variable(name), "").strip():
        told.append((_of_variable(name, text), variable(name)))
    if name in file.values:
        told.append((file.values[name], file.places[name]))
    return told


def _settled(job: str, name: str, told: Sequence[tuple[Any, str]]) -> tuple[Any, str]:
    """Return a setting's value for a command, and where it comes from."""
    row = ROWS[name]
    if told and row.adds:
        places = [place for _, place in reversed(told)]
        return tuple(item for value, _ in reversed(told) for item in value), ", ".join(places)
    if told:
        return told[0]
    return default(job, name), f"default of {job}" if job in row.defaults else "default"


def _of_variable(name: str, text: str) -> Any:
    kind = ROWS[name].kind
    try:
        return kind.of_text(text)
    except ValueError as error:
        raise NumcheckError(str(error), where=variable(name), hint=kind.hint) from None


def misspelt(environment: Mapping[str, str], more: tuple[str, ...] = ()) -> list[str]:
    """Return a line for each variable that is nearly one of ours; `more` are names beside the settings'."""
    known = [variable(name) for name in (*ROWS, *more)]
    lines = []
    for name in sorted(name for name in environment if name.startswith(PREFIX) and name not in known):
        near = get_close_matches(name, known, 1, _NEARLY)
        lines += [f"{name} is not read; did you mean {near[0]}?"] if near else []
    return lines


def shown(chosen: Chosen, job: str) -> str:
    """Return the settings that the command reads as a file of settings would have them, with the place of each behind it."""
    from json import dumps

    rows = [("version: 1", "")]
    for name, row in ROWS.items():
        if job in row.jobs:
            value: Value = plain(getattr(chosen.settings, name))
            text = value if isinstance(value, str) and value.isidentifier() else dumps(value, ensure_ascii=False)
            rows.append((f"{name}: {text}", f"# {chosen.origins[name]}"))
    width = max(len(text) for text, _ in rows) + 2
    return "".join(f"{text:<{width}}{place}".rstrip() + "\n" for text, place in rows)
