"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli.output import Color as Coloring
from numcheck.report import formats
from numcheck.settings import FailOn as Level


def _known(form: str) -> str:
    if form not in formats():
        raise typer.BadParameter(f"{form!r} is none of: {', '.join(formats())}")
    return form


Format = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", callback=_known, help=f"One of: {', '.join(formats())}.")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output.")]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="Read the rules in DIR beside the built-in ones; may be repeated."),
]
FailOn = Annotated[
    Level | None,
    typer.Option("--fail-on", metavar="LEVEL", help="Exit 1 for findings at or above: error, warning, note, never."),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The day to judge by; else the newest publish date.")]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Read settings from FILE; else from the nearest numcheck.yaml.")
]
Quotes = Annotated[bool, typer.Option("--quotes", help="Show the sentences, with the figures marked.")]
Width = Annotated[int | None, typer.Option("--width", min=0, metavar="COLUMNS", help="Fit this width; 0 for no limit.")]
Color = Annotated[Coloring, typer.Option("--color", metavar="WHEN", help="auto, always or never.")]
