"""`numcheck explain`: what a rule looks for and why, with the examples it is tested by."""

from __future__ import annotations

from typing import Annotated

import typer

from numcheck.cli import options, writing
from numcheck.settings import Settings


@options.settled("explain")
def run(
    settings: Settings,
    name: Annotated[
        str | None, typer.Argument(metavar="RULE", help="A rule's name, as `numcheck rules` lists it.", show_default=False)
    ] = None,
) -> int:
    """Say what a rule looks for, and why."""
    from numcheck.pipeline import explained

    told = explained(str(options.needed(name, "RULE")), settings)
    across, draft = told.rule.severity["across"], told.rule.severity["draft"]
    grave = across if across == draft else f"{across} across articles, {draft} in a draft"
    writing.emit(f"{told.rule.name}: {grave} (kind {told.rule.kind})\n\n{told.page}\n")
    return 0
