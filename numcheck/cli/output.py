"""Where a report goes and in what format, what of it is shown, and the exit status it makes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from numcheck.cli.writing import emit, refuse_over, say
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import SEVERITIES, Severity
from numcheck.model.report import Report, View
from numcheck.report import formats, render
from numcheck.report.coverage import shortfall
from numcheck.settings import Color, Settings
from numcheck.yamlfile import guess

IN_A_PIPE = 100
"""Columns where there is no terminal to ask."""


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
        raise NumcheckError(f"there is no format {form!r}", where="--format", hint=guess(form, (*formats(), "auto")))
    return Target(form, Path(file) if file else output)


def _automatic() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "table"


def since(report: Report, settings: Settings) -> Report:
    """Return the report with what stands on unchanged lines waived, where --changed-since asks for it."""
    if settings.changed_since is None:
        return report
    from numcheck.cli import git
    from numcheck.cli.loosened import loosened
    from numcheck.judge.waivers.suppress import unchanged

    root = settings.root or Path()
    base = git.base(settings.changed_since, root)
    uris = {document.path: document.uri for document in report.documents}
    lines = git.changed(base, root, uris.values())

    def edited(path: str, line: int) -> bool:
        return any(first <= line <= last for first, last in lines[uris[path]])

    counted = unchanged(report, lines, settings.changed_since)
    if report.job != "gate":
        return counted
    return replace(counted, loosened=loosened(report, settings, lambda file: git.earlier(base, root, file), edited))


def publish(report: Report, chosen: Sequence[Target], settings: Settings, wanted: View | None = None) -> None:
    """Write the report in each format, with what is `wanted` of it.

    Findings below the level shown are left out, and standard error says how many.
    """
    seen = _shown(report, settings.min_level)
    for target in chosen:
        if target.to is not None:
            refuse_over(target.to, _read(report, settings))
    for target in chosen:
        terminal = target.to is None and _is_terminal()
        colored = _colored(settings.color, terminal)
        view = replace(wanted or View(), width=width(settings, target.to), color=colored, quotes=settings.quotes)
        emit(render(seen, target.form, view), target.to)
    if any(target.form == "github" for target in chosen):
        _summarise(seen)


def _read(report: Report, settings: Settings) -> Iterator[Path]:
    """Yield the files and folders that a run has read."""
    yield from (Path(document.path.rpartition("#")[0] or document.path) for document in report.documents)
    yield from (Path(skipped.path) for skipped in report.skipped)
    yield from (*settings.rules, *settings.lexicon.values(), *settings.sources)
    yield from (path for path in (settings.baseline, settings.decisions, settings.reference) if path is not None)


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


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def width(settings: Settings, to: Path | None = None) -> int:
    """Return the columns to fit: as chosen, else what COLUMNS says or the terminal has; a file has none of its own."""
    if settings.width is not None:
        return settings.width
    return IN_A_PIPE if to is not None else shutil.get_terminal_size((IN_A_PIPE, 24)).columns


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
    """Return 2 where a gate could not read all it was given, 1 where it or a comparison fails, else 0.

    It fails where a finding that is not waived reaches `fail_on`, with `strict` also where nothing was checked, all was waived,
    or the change under check loosened what checks it: then `exit_zero` does not hold.
    """
    if report.job == "gate" and not settings.allow_unread and any(skipped.failed for skipped in report.skipped):
        say("numcheck: not all could be read\n  try: mend the file or take it away; --allow-unread goes on without it")
        return 2
    held = settings.exit_zero and not (settings.strict and report.loosened)
    return int(not held and _fails(report, settings))


def _fails(report: Report, settings: Settings) -> bool:
    level = settings.fail_on or "never"
    failing = () if level == "never" else SEVERITIES[: SEVERITIES.index(level) + 1]
    counted = [finding for finding in report.findings if finding.suppressed is None]
    loose = report.job == "gate" and bool(shortfall(report))
    unchecked = loose or any(finding.rule == UNCHECKED for finding in counted)
    return any(finding.severity in failing for finding in counted) or (settings.strict and unchecked)
