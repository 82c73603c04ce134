"""`numcheck extract`: every figure of a text, and every numeral that is none, with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from numcheck.cli import options, output
from numcheck.model.report import View
from numcheck.settings import Settings


@options.settled("extract")
def run(
    settings: Settings,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Texts, or folders of them.", show_default=False)
    ] = None,
    trail: Annotated[bool, typer.Option("--trail", help="Show which rules read each figure.")] = False,
    engine: Annotated[
        Literal["numcheck", "quantulum3"],
        typer.Option("--engine", metavar="ENGINE", help="numcheck, or quantulum3 for a second opinion."),
    ] = "numcheck",
    fetch: options.Fetch = False,
) -> int:
    """List all figures and other numerals of texts."""
    from numcheck.cli.progress import progress
    from numcheck.pipeline import second_opinion, survey

    targets = output.targets(settings)
    given = options.local(options.needed(paths, "PATH"), fetch=fetch)
    with progress() as step:
        report = second_opinion(given) if engine == "quantulum3" else survey(given, settings, step)
    output.publish(report, targets, settings, View(trail=trail))
    return 0
