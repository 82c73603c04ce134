"""`numcheck scan`: many stories out of a stream of articles: whose numbers disagree, and who inflates."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli import options
from numcheck.cli.writing import emit, say
from numcheck.model.errors import NumcheckError
from numcheck.settings import Settings

_SHOWN = 20
"""Stories and outlets that --show prints."""


@options.settled("scan")
def run(
    settings: Settings,
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="SOURCE", help="JSON Lines or Parquet files, or folders of articles.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="RUN", help="The folder of the run; one that was cut goes on.", show_default=False),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="OURS=THEIRS", help="Take a column by another name: --map text=body; may be repeated."),
    ] = None,
    engine: Annotated[str, typer.Option("--engine", metavar="ENGINE", help="local, or spark (an extra).")] = "local",
    master: Annotated[
        str, typer.Option("--master", metavar="ADDRESS", help="Where Spark works: local[2], spark://host:7077, yarn.")
    ] = "local[*]",
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", min=1, help="Processes of the local engine; else one a core.", show_default=False),
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Take so many rows at most.", show_default=False)
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Leave out what was published before.", show_default=False)
    ] = None,
    reports: Annotated[
        int, typer.Option("--reports", metavar="N", min=0, help="Stories, the gravest, that get a page of their own.")
    ] = 50,
    show: Annotated[
        bool, typer.Option("--show", help="Print the stories and outlets of the run; without SOURCE, of one that is done.")
    ] = False,
) -> int:
    """Find the stories in a stream of articles and compare each.

    What comes out is a folder: tables of stories, figures, findings and outlets, and a page for each of the gravest stories.
    """
    from numcheck.scanning import ENGINES, scan

    folder = options.needed(out, "--out")
    if engine not in ENGINES:
        raise typer.BadParameter(f"{engine!r} is none of {', '.join(ENGINES)}", param_hint="--engine")
    if sources or not show:
        from numcheck.cli.progress import progress

        with progress() as step:
            scan(
                options.needed(sources, "SOURCE"),
                folder,
                engine=engine,
                settings=settings,
                names=_names(names or []),
                jobs=jobs or os.cpu_count(),
                master=master,
                limit=limit,
                since=_day(since),
                reports=reports,
                step=step,
            )
        say(f"numcheck: the tables and report.html are in {folder}")
    if show:
        from numcheck.scanning.summary import summary

        emit(summary(folder, _SHOWN, settings.width if settings.width is not None else 100))
    return 0


def _names(given: list[str]) -> dict[str, str]:
    """Return the source's own names of columns."""
    from numcheck.scanning.sources import COLUMNS

    found = dict(pair.partition("=")[::2] for pair in given)
    for ours, theirs in found.items():
        if ours not in COLUMNS or not theirs:
            raise typer.BadParameter(f"{ours}={theirs}: one of {', '.join(COLUMNS)} = a column of yours", param_hint="--map")
    return found


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise NumcheckError(f"{text!r} is no day", where="--since", hint="write it as 2026-11-30") from None
