"""`numcheck baseline`: accept the findings there are, with a reason, so that only new ones count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from numcheck import disk
from numcheck.cli import options, output, writing
from numcheck.model.errors import NumcheckError
from numcheck.model.report import Report
from numcheck.settings import Settings

if TYPE_CHECKING:
    from numcheck.judge.waivers.baseline import Entry

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
FILE = Path(".numcheck-baseline.json")

Texts = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH", help="The drafts, beside their sources; without any, the articles of a story.", show_default=False
    ),
]
File = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help=f"The baseline; else the settings', else {FILE}.")
]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help="Why the findings may stay; it stands in every new entry.")
]
Expires = Annotated[str | None, typer.Option("--expires", metavar="DATE", help="The last day on which the new entries hold.")]


@app.callback()
def _root() -> None:
    """Accept the findings there are, so that only new ones count."""


@app.command("create")
@options.settled("baseline")
def create(settings: Settings, paths: Texts = None, file: File = None, reason: Reason = None, expires: Expires = None) -> int:
    """Write a new baseline of all findings on these texts."""
    from numcheck.judge.waivers.baseline import accepted

    to = _file(settings, file)
    with alone(to):
        if to.exists():
            raise NumcheckError("this is there already", where=str(to), hint="numcheck baseline update adds to it")
        entries = accepted(_judged(paths, settings, None), _reason(reason), _day(expires))
        _write(to, entries)
    writing.say(f"wrote {to} with {_count(len(entries))}; use it with --baseline {to}, or `baseline: {to}` in the settings")
    return 0


@app.command("update")
@options.settled("baseline")
def update(settings: Settings, paths: Texts = None, file: File = None, reason: Reason = None, expires: Expires = None) -> int:
    """Add the findings that are new; what is there stays as it is."""
    from numcheck.judge.waivers.baseline import accepted, read, together

    to = _file(settings, file)
    with alone(to):
        old = read(to)
        entries = together(old, accepted(_judged(paths, settings, to), _reason(reason), _day(expires)))
        _write(to, entries)
    writing.say(f"{to}: {_count(len(entries) - len(old))} added, {len(entries)} in all")
    return 0


@app.command("prune")
@options.settled("baseline")
def prune(settings: Settings, paths: Texts = None, file: File = None) -> int:
    """Take out entries that let nothing stay, or are over.

    An entry is kept where its finding is still there, or its texts are not among those that were given.
    """
    from numcheck.judge.waivers.baseline import missing, pruned, read

    to = _file(settings, file)
    with alone(to):
        old = read(to)
        entries = pruned(old, _judged(paths, settings, to), missing(old, settings.root))
        _write(to, entries)
    writing.say(f"{to}: {_count(len(old) - len(entries))} taken out, {len(entries)} left")
    return 0


@app.command("show")
@options.settled("rules")
def show(settings: Settings, file: File = None) -> int:
    """List the entries: what is accepted, why, and until when."""
    from numcheck.judge.waivers.baseline import read
    from numcheck.report.printable import tidy
    from numcheck.report.tables import table

    entries = read(_file(settings, file))
    rows = [[tidy(x or "") for x in (e.rule, e.path, e.quote, e.reason, e.added, e.expires)] for e in entries]
    heads = ("rule", "where", "quote", "reason", "added", "expires")
    writing.emit((table(heads, rows, output.width(settings)) if rows else "No finding is accepted.") + "\n")
    return 0


def _judged(paths: list[Path] | None, settings: Settings, held: Path | None) -> Report:
    """Return the report on these texts with the baseline `held`: as a gate where there are sources, else as a comparison."""
    from numcheck.pipeline import compare, gate, names_sources

    given = options.needed(paths, "PATH")
    chosen = replace(settings, baseline=held)
    return gate(given, settings.sources, chosen) if settings.sources or names_sources(given) else compare(given, chosen)


def _file(settings: Settings, file: Path | None) -> Path:
    return file or settings.baseline or FILE


def _reason(reason: str | None) -> str:
    if not (reason or "").strip():
        raise typer.BadParameter("every entry has its reason: say why these findings may stay", param_hint="--reason")
    return " ".join((reason or "").split())


def _day(text: str | None) -> str | None:
    from numcheck.settings.kinds import day

    try:
        return day(text).isoformat() if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{error}; write it like 2026-12-31", param_hint="--expires") from None


@contextmanager
def alone(to: Path) -> Iterator[None]:
    """Keep every other run of numcheck from the file `to` while it is read, added to and written."""
    with ExitStack() as stack:
        try:
            stack.enter_context(disk.locked(to))
        except OSError as error:
            what = f"cannot use the folder of this file: {error.strerror}"
            raise NumcheckError(what, where=str(to), hint="name a file in a folder that is there") from None
        yield


def _write(to: Path, entries: Iterable[Entry]) -> None:
    """Write the baseline, unless it holds these entries already."""
    from numcheck.judge.waivers.baseline import written

    text = written(entries)
    if not to.is_file() or disk.read(to) != text.encode("utf-8", "backslashreplace"):
        writing.emit(text, to)


def _count(amount: int) -> str:
    return f"{amount} {'entry' if amount == 1 else 'entries'}"
