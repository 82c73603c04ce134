"""`numcheck compare`: the discrepancy table of one story."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli import options, output
from numcheck.cli.judging import Address, Model, judged
from numcheck.model.report import View
from numcheck.settings import Settings


@options.settled("compare")
def run(
    settings: Settings,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="The articles of one story, or the folder that holds them.", show_default=False),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option("--why", metavar="TOPIC", help="Show what put a topic's figures together: its id, or words of its label."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="List also the figures that one article alone tells, and every possible pair.")
    ] = False,
    outlets: Annotated[
        bool, typer.Option("--outlets", help="Add who inflates: how often and how far each outlet goes from the reference.")
    ] = False,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Add topics by outlets: what each of them says of each figure.")
    ] = False,
    fetch: options.Fetch = False,
    judge: Address = None,
    judge_model: Model = None,
) -> int:
    """Show where articles of a story disagree."""
    from numcheck.cli.progress import progress
    from numcheck.pipeline import compare

    targets = output.targets(settings)
    if why is not None and any(target.form != "table" for target in targets):
        raise typer.BadParameter("the table alone tells it; json always holds the evidence", param_hint="--why")
    given = options.local(options.needed(paths, "PATH"), fetch=fetch)
    with progress() as step:
        report = judged(lambda chosen: compare(given, chosen, step), settings, given, judge, judge_model)
    counted = output.since(report, settings)
    output.publish(counted, targets, settings, View(why=why, everything=everything, outlets=outlets, matrix=matrix))
    return output.status(counted, settings)
