"""`numcheck explain`: what a rule looks for and why, with the examples it is tested by."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from numcheck.cli import options, output
from numcheck.model.errors import NumcheckError
from numcheck.settings import Settings

if TYPE_CHECKING:
    from numcheck.model.rule import Rule


@options.settled("explain")
def run(
    settings: Settings,
    name: Annotated[
        str | None, typer.Argument(metavar="RULE", help="A rule's name, as `numcheck rules` lists it.", show_default=False)
    ] = None,
) -> int:
    """Say what a rule looks for, and why."""
    from numcheck.pipeline import load_rules

    name = str(options.needed(name, "RULE"))
    known = {rule.name: rule for rule in load_rules(settings.rules)}
    if name not in known:
        short = [full for full in known if full.rpartition("/")[2] == name]
        near = short or get_close_matches(name, known, 3, 0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "`numcheck rules` lists them"
        raise NumcheckError(f"there is no rule {name!r}", hint=hint)
    output.emit(explained(known[name]))
    return 0


def explained(rule: Rule) -> str:
    """Return the rule's page without its comments, and how grave the rule is."""
    from numcheck.judge.rules.pages import prose

    across, draft = rule.severity["across"], rule.severity["draft"]
    grave = across if across == draft else f"{across} across articles, {draft} in a draft"
    return f"{rule.name}: {grave} (kind {rule.kind})\n\n{prose(rule)}\n"
