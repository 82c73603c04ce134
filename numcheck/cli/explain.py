"""`numcheck explain`: what a rule looks for and why, with the examples it is tested by; or the rules of a pack."""

from __future__ import annotations

from typing import Annotated

import typer

from numcheck.cli import options, output, writing
from numcheck.cli.complete import rules
from numcheck.settings import Settings


@options.settled("explain")
def run(
    settings: Settings,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="A rule's name, as `numcheck rules` lists it, or a pack's.",
            show_default=False,
            autocompletion=rules,
        ),
    ] = None,
) -> int:
    """Say what a rule looks for, and why."""
    from numcheck.cli.rules import listing
    from numcheck.judge.rules.measured import seen
    from numcheck.pipeline import explained, rules_of

    name = str(options.needed(name, "RULE"))
    pack = [rule for rule in rules_of(settings) if rule.pack == name.rstrip("/")]
    if pack:
        writing.emit(listing(pack, output.width(settings)))
        return 0
    told = explained(name, settings)
    across, draft = told.rule.severity["across"], told.rule.severity["draft"]
    grave = across if across == draft else f"{across} across articles, {draft} in a draft"
    counted = seen(told.rule.name)
    head = f"{told.rule.name}: {grave} (kind {told.rule.kind})" + (f"; on unseen news: {counted}" if counted else "")
    writing.emit(f"{head}\n\n{told.page}\n")
    return 0
