"""`numcheck gate`: each figure of a draft against its sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli import options, output
from numcheck.model.errors import NumcheckError


def run(
    context: typer.Context,
    drafts: Annotated[list[Path], typer.Argument(metavar="DRAFT", help="The text or texts to check.", show_default=False)],
    sources: Annotated[
        list[Path],
        typer.Option("--sources", "-s", metavar="PATH", help="A file or folder the draft was written from; may be repeated."),
    ],
    form: options.Format = "table",
    to: options.Output = None,
    quotes: options.Quotes = False,
    rules: options.Rules = None,
    as_of: options.AsOf = None,
    config: options.Config = None,
    fail_on: options.FailOn = None,
    width: options.Width = None,
    color: options.Color = "auto",
) -> int:
    """Check a draft's figures against its sources."""
    from numcheck.pipeline import gate

    _refuse_spilled(context.obj or (), drafts)
    chosen = output.settings(config, rules, None, as_of, fail_on)
    report = gate(drafts, sources, chosen)
    output.publish(report, form, to, output.view(to=to, width=width, color=color, quotes=quotes))
    return output.status(report, chosen.fail_on or "error")


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
