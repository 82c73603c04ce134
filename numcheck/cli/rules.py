"""`numcheck rules`: list the rules, test each on the examples of its page, begin a new one, print their schema."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli import options, output
from numcheck.model.errors import NumcheckError
from numcheck.settings import Settings

app = typer.Typer(rich_markup_mode=None, invoke_without_command=True)

_NAME = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:-[a-z0-9]+)*")

_RULE = """\
title: One outlet's figure is five times another's or more
about: pair
kind: inflation
severity: warning
when: [same-topic, {sizes-apart: {at_least: 5}}]
message: "{b.outlet} writes “{b.text}” where {a.outlet} writes “{a.text}”"
help: Say here what an editor is to do about it.
"""

_PAGE = """\
# One outlet's figure is five times another's or more

Say here what the rule finds and why it matters to readers.

## Five times as many speaks
One outlet counts five times as many as the other.

<!-- numcheck: speaks -->
> **The Harbour Post:** The storm wrecked 12 boats in the harbour.

> **Valley Chronicle:** The storm wrecked 60 boats in the harbour.

## The look-alike stays quiet
The two differ, but by less.

<!-- numcheck: quiet -->
> **The Harbour Post:** The storm wrecked 12 boats in the harbour.

> **Valley Chronicle:** The storm wrecked 13 boats in the harbour.
"""


@app.callback()
def _root(context: typer.Context) -> int:
    """List the rules, test them, or begin a new one."""
    return listed(**options.NOTHING) if context.invoked_subcommand is None else 0


@app.command("list")
@options.settled("rules")
def listed(settings: Settings) -> int:
    """List all rules: what they find, and their severity."""
    from numcheck.pipeline import load_rules
    from numcheck.report.tables import table

    rows = [(r.name, r.severity["across"], r.severity["draft"], r.title) for r in load_rules(settings.rules)]
    output.emit(table(("rule", "across", "draft", "what it finds"), rows, output.width(settings)) + "\n")
    return 0


@app.command("test")
@options.settled("rules")
def tested(
    settings: Settings,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[RULE]...", help="Test these alone.", show_default=False)
    ] = None,
) -> int:
    """Run every example of the rules' pages; exit 1 where one comes out wrong."""
    from numcheck.judge.pages import check, examples, page, page_file
    from numcheck.pipeline import load_rules, spoken
    from numcheck.report.words import count

    known = load_rules(settings.rules)
    unknown = sorted(set(names or ()) - {rule.name for rule in known})
    if unknown:
        raise NumcheckError(f"there is no rule {unknown[0]!r}", hint="`numcheck rules` lists them")
    chosen = [rule for rule in known if not names or rule.name in names]
    failures = check(chosen, lambda texts: spoken(texts, known))
    pages = {rule.name: page(rule) for rule in chosen}
    shown = sum(len(examples(text, str(page_file(rule)))) for rule in chosen if (text := pages[rule.name]) is not None)
    lines = [f"{failure.where}: {failure.rule}: {failure.scenario}: {failure.what}" for failure in failures]
    told = f"{count(len(chosen), 'rule')}, {count(shown, 'example')}, {len(failures)} wrong"
    lines += [f"{rule.name}: no page beside it, so nothing shows what it finds" for rule in chosen if pages[rule.name] is None]
    output.emit("\n".join([*lines, told]) + "\n")
    return int(bool(failures))


@app.command("new")
def begun(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Name of the rule: pack/name, or name alone.", show_default=False)
    ],
    to: Annotated[Path, typer.Option("--rules", metavar="DIR", help="The folder of your rules.")] = Path("rules"),
) -> int:
    """Begin a rule: write a file that works and its page of examples, to be changed."""
    if not _NAME.fullmatch(name):
        raise NumcheckError(f"{name!r} is no name for a rule", hint="small letters, digits and hyphens, as in desk/big-jump")
    file, leaf = to / f"{name}.yaml", to / f"{name}.md"
    for path in (file, leaf):
        if path.exists():
            raise NumcheckError("this is there already", where=str(path), hint="take another name")
    file.parent.mkdir(parents=True, exist_ok=True)
    output.emit(_RULE, file)
    output.emit(_PAGE, leaf)
    output.say(f"wrote {file} and {leaf}; try: numcheck rules test --rules {to}")
    return 0


@app.command("schema")
def schema(
    to: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output.")
    ] = None,
) -> int:
    """Print the JSON Schema of rule files, for editors."""
    import json

    from numcheck.judge.schema import schema

    output.emit(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", to)
    return 0
