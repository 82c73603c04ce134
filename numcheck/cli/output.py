"""How a command reads its settings, writes its outcome and sets the exit status."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Literal, TextIO

import typer

from numcheck import settings as choices
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import SEVERITIES
from numcheck.model.report import Report, View
from numcheck.report import render
from numcheck.settings import FailOn, Settings

Color = Literal["auto", "always", "never"]
IN_A_PIPE = 100
"""Columns where there is no terminal to ask."""


def emit(text: str, to: Path | None = None) -> None:
    """Write `text` as UTF-8 to the file `to` or to standard output; a reader that has gone away is no error."""
    data = text.encode("utf-8", "backslashreplace")
    if to is None:
        _write(sys.stdout, data)
        return
    try:
        to.write_bytes(data)
    except OSError as error:
        raise NumcheckError(
            f"cannot write here: {error.strerror}", where=str(to), hint="name a file in a folder that is there"
        ) from None


def say(text: str) -> None:
    """Write one message to standard error."""
    _write(sys.stderr, f"{text}\n".encode("utf-8", "backslashreplace"))


def _write(stream: TextIO, data: bytes) -> None:
    """Write bytes, so that neither the locale nor the system's line ends change them."""
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.flush()
    except OSError as error:
        # Python would fail once more, with a status of its own, when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            hint = "free some space, or name another file with -o"
            raise NumcheckError(f"cannot write the report: {error.strerror}", hint=hint) from None


def settings(
    config: Path | None,
    rules: list[Path] | None = None,
    reference: Path | None = None,
    as_of: str | None = None,
    fail_on: FailOn | None = None,
) -> Settings:
    """Return the settings of `config`, or of the nearest numcheck.yaml, with what the command line says in their place."""
    file = config or _nearest()
    chosen = choices.read(file) if file else Settings()
    try:
        day = choices.day(as_of) if as_of else chosen.as_of
    except ValueError as error:
        raise typer.BadParameter(f"{error}; write it like 2024-05-16", param_hint="--as-of") from None
    return replace(
        chosen,
        rules=(*chosen.rules, *(rules or ())),
        reference=reference or chosen.reference,
        as_of=day,
        fail_on=fail_on or chosen.fail_on,
    )


def _nearest() -> Path | None:
    """Return the nearest numcheck.yaml by the way to it from here, for the report records the paths it names."""
    file = choices.find(Path.cwd())
    return file and Path(os.path.relpath(file))


def view(
    *,
    to: Path | None,
    width: int | None,
    color: Color,
    quotes: bool = False,
    why: str | None = None,
    trail: bool = False,
    everything: bool = False,
) -> View:
    """Return what to show, fitted to where it goes: a terminal has its width and its colours, a pipe or file has neither."""
    terminal = to is None and sys.stdout.isatty()
    columns = width if width is not None else shutil.get_terminal_size((IN_A_PIPE, 24)).columns if terminal else IN_A_PIPE
    return View(columns, _colored(color, terminal), quotes, why, trail, everything)


def _colored(color: Color, terminal: bool) -> bool:
    """Tell whether to colour: the flag, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def publish(report: Report, form: str, to: Path | None, shown: View) -> None:
    """Render the report and write it."""
    emit(render(report, form, shown), to)


def status(report: Report, fail_on: FailOn) -> int:
    """Return 1 where a finding that is not waived reaches `fail_on`, else 0."""
    if fail_on == "never":
        return 0
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(any(finding.severity in failing and finding.suppressed is None for finding in report.findings))
