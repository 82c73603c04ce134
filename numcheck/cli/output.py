"""How a command reads its settings, writes its outcome and sets the exit status."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from numcheck.model.errors import NumcheckError
from numcheck.model.finding import SEVERITIES, Severity
from numcheck.model.report import Report, View
from numcheck.report import formats, render
from numcheck.report.printable import harmless
from numcheck.settings import Color, Settings

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
    """Write one message to standard error, without what a terminal would obey in a name or a line it quotes."""
    shown = "\n".join(map(harmless, text.split("\n")))
    _write(sys.stderr, f"{shown}\n".encode("utf-8", "backslashreplace"))


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


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; standard output where there is none."""

    form: str
    to: Path | None = None


def targets(settings: Settings) -> list[Target]:
    """Return the formats to write and where: `html:out.html` names its file, one alone goes to --output or standard output.

    Raises NumcheckError for a format that is not there, and where two would go to one place.
    """
    found = [_target(written, settings.output) for written in settings.format]
    for target in found:
        forms = [other.form for other in found if other.to == target.to]
        if len(forms) > 1:
            where = str(target.to or "standard output")
            hint = f"give all formats but one a file of their own: --format {target.form}:FILE"
            raise NumcheckError(f"{' and '.join(forms)} would both go there", where=where, hint=hint)
    return found


def _target(written: str, output: Path | None) -> Target:
    """Return the format that is written, and its own file, else `output`."""
    form, _, file = written.partition(":")
    form = _automatic() if form == "auto" else form
    if form not in formats():
        raise NumcheckError(f"there is no format {form!r}", where="--format", hint=f"one of: {', '.join(formats())}, auto")
    return Target(form, Path(file) if file else output)


def _automatic() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "table"


def since(report: Report, settings: Settings) -> Report:
    """Return the report with what stands on unchanged lines waived, where --changed-since asks for it."""
    if settings.changed_since is None:
        return report
    from numcheck.cli.git import changed
    from numcheck.judge.waivers.suppress import unchanged

    lines = changed(settings.changed_since, settings.root or Path())
    return unchanged(report, lines, settings.changed_since)


def publish(
    report: Report,
    chosen: Sequence[Target],
    settings: Settings,
    *,
    why: str | None = None,
    trail: bool = False,
    everything: bool = False,
    outlets: bool = False,
    matrix: bool = False,
) -> None:
    """Write the report in each format; findings below the level shown are left out, and standard error says how many."""
    seen = _shown(report, settings.min_level)
    for target in chosen:
        terminal = target.to is None and sys.stdout.isatty()
        colored = _colored(settings.color, terminal)
        view = View(width(settings, target.to), colored, settings.quotes, why, trail, everything, outlets, matrix)
        emit(render(seen, target.form, view), target.to)
    if any(target.form == "github" for target in chosen):
        _summarise(seen)


def _summarise(report: Report) -> None:
    """Append the report to the page that GitHub shows of a step, where it gives one."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if not page:
        return
    try:
        with Path(page).open("ab") as file:
            file.write(render(report, "markdown", View()).encode("utf-8", "backslashreplace"))
    except OSError as error:
        hint = "unset GITHUB_STEP_SUMMARY, or name a file in a folder that is there"
        raise NumcheckError(f"cannot write the summary: {error.strerror}", where=page, hint=hint) from None


def width(settings: Settings, to: Path | None = None) -> int:
    """Return the columns to fit: as chosen, else those of the terminal; a pipe or a file has none of its own."""
    if settings.width is not None:
        return settings.width
    terminal = to is None and sys.stdout.isatty()
    return shutil.get_terminal_size((IN_A_PIPE, 24)).columns if terminal else IN_A_PIPE


def _shown(report: Report, level: Severity) -> Report:
    """Return the report without the findings below `level`; what says that nothing was checked is always shown."""
    shown = SEVERITIES[: SEVERITIES.index(level) + 1]
    kept = tuple(finding for finding in report.findings if finding.severity in shown or finding.kind == "run")
    left = len(report.findings) - len(kept)
    if left:
        say(f"numcheck: {left} below {level} not shown")
    return replace(report, findings=kept) if left else report


def _colored(color: Color, terminal: bool) -> bool:
    """Tell whether to colour: the flag, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


UNCHECKED = "run/nothing-read"
"""The rule that says that there was nothing to check; --strict makes it fail."""


def status(report: Report, settings: Settings) -> int:
    """Return 1 where a finding that is not waived reaches `fail_on`, or nothing was checked and `strict` is set, else 0."""
    if settings.exit_zero:
        return 0
    level = settings.fail_on or "never"
    failing = () if level == "never" else SEVERITIES[: SEVERITIES.index(level) + 1]
    return int(
        any(
            finding.suppressed is None and (finding.severity in failing or (settings.strict and finding.rule == UNCHECKED))
            for finding in report.findings
        )
    )
