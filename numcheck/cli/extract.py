"""`numcheck extract`: every figure of a text, and every numeral that is none, with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from numcheck.cli import options, output


def run(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Texts, or folders of them.", show_default=False)],
    form: options.Format = "table",
    to: options.Output = None,
    trail: Annotated[bool, typer.Option("--trail", help="Show which rules read each figure.")] = False,
    quotes: options.Quotes = False,
    engine: Annotated[
        Literal["numcheck", "quantulum3"],
        typer.Option("--engine", metavar="ENGINE", help="numcheck, or quantulum3 for a second opinion."),
    ] = "numcheck",
    config: options.Config = None,
    width: options.Width = None,
    color: options.Color = "auto",
) -> int:
    """List all figures and other numerals of texts."""
    from numcheck.pipeline import second_opinion, survey

    report = second_opinion(paths) if engine == "quantulum3" else survey(paths, output.settings(config))
    output.publish(report, form, to, output.view(to=to, width=width, color=color, quotes=quotes, trail=trail))
    return 0
