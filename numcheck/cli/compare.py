"""`numcheck compare`: the discrepancy table of one story."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli import options, output


def run(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="The articles of one story, or the folder that holds them.", show_default=False),
    ],
    form: options.Format = "table",
    to: options.Output = None,
    quotes: options.Quotes = False,
    why: Annotated[
        str | None,
        typer.Option("--why", metavar="TOPIC", help="Show what put a topic's figures together: its id, or words of its label."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="List also the figures that one article alone tells, and every possible pair.")
    ] = False,
    reference: Annotated[
        Path | None, typer.Option("--reference", metavar="FILE", help="Hold the other articles against this one.")
    ] = None,
    rules: options.Rules = None,
    as_of: options.AsOf = None,
    config: options.Config = None,
    fail_on: options.FailOn = None,
    width: options.Width = None,
    color: options.Color = "auto",
) -> int:
    """Show where articles of a story disagree."""
    from numcheck.pipeline import compare

    if why is not None and form != "table":
        raise typer.BadParameter("the table alone tells it; json always holds the evidence", param_hint="--why")
    chosen = output.settings(config, rules, reference, as_of, fail_on)
    report = compare(paths, chosen)
    shown = output.view(to=to, width=width, color=color, quotes=quotes, why=why, everything=everything)
    output.publish(report, form, to, shown)
    return output.status(report, chosen.fail_on or "never")
