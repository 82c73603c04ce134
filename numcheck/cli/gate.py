"""`numcheck gate`: each figure of a draft against its sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli import options, output
from numcheck.cli.judging import Address, Model, judged
from numcheck.model.errors import NumcheckError
from numcheck.model.report import View
from numcheck.settings import Settings


@options.settled("gate")
def run(
    settings: Settings,
    context: typer.Context,
    drafts: Annotated[
        list[Path] | None, typer.Argument(metavar="DRAFT", help="The text or texts to check.", show_default=False)
    ] = None,
    why: Annotated[
        bool,
        typer.Option("--why", help="Show the evidence of each verdict: the sources considered, the arithmetic, the links."),
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show the whole ledger, also where rules speak.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Leave out what is supported.")] = False,
    fetch: options.Fetch = False,
    judge: Address = None,
    judge_model: Model = None,
) -> int:
    """Check a draft's figures against its sources."""
    from numcheck.cli.progress import progress
    from numcheck.pipeline import gate

    _refuse_spilled(context.obj or (), options.needed(drafts, "DRAFT"))
    targets = output.targets(settings)
    if why and any(target.form != "table" for target in targets):
        raise typer.BadParameter("the table alone tells it; json always holds the evidence", param_hint="--why")
    given = options.local(options.needed(drafts, "DRAFT"), fetch=fetch)
    sources = options.local(settings.sources, fetch=fetch)
    with progress() as step:
        report = judged(lambda chosen: gate(given, sources, chosen, step), settings, given, judge, judge_model)
    counted = output.since(report, settings)
    output.publish(counted, targets, settings, View(why="" if why else None, everything=everything, quiet=quiet))
    return output.status(counted, settings)


def _refuse_spilled(arguments: Sequence[str], drafts: Sequence[Path]) -> None:
    """Raise where a shell has turned `--sources DIR/*` into one source and more drafts."""
    if len(drafts) < 2:
        return
    for option, source, behind in zip(arguments, arguments[1:], arguments[2:], strict=False):
        if option in ("--sources", "-s") and Path(behind) in drafts and Path(behind).parent == Path(source).parent:
            raise NumcheckError(
                f"this stands among the drafts, right behind the source {source}",
                where=behind,
                hint=f"write the drafts first and give the folder: --sources {Path(source).parent} (the shell writes out *)",
            )
