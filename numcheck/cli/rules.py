"""`numcheck rules`: list the rules, test each on the examples of its page, begin a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from numcheck.cli import options, output, writing
from numcheck.cli.complete import rules
from numcheck.model.errors import NumcheckError
from numcheck.settings import Settings

if TYPE_CHECKING:
    from numcheck.judge.rules.pages import Example
    from numcheck.judge.rules.trials import Trial
    from numcheck.model.rule import Rule

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
    return listed(measured=False, **options.NOTHING) if context.invoked_subcommand is None else 0


@app.command("list")
@options.settled("rules")
def listed(
    settings: Settings,
    measured: Annotated[
        bool, typer.Option("--measured", help="Say how often each was right on news that nobody here had read.")
    ] = False,
) -> int:
    """List all rules: what they find, and their severity."""
    from numcheck.judge.rules.measured import seen
    from numcheck.pipeline import rules_of
    from numcheck.report.tables import table

    known, width = rules_of(settings), output.width(settings)
    counted = [(rule.name, seen(rule.name)) for rule in known] if measured else []
    writing.emit(table(("rule", "on unseen news"), counted, width) + "\n" if measured else listing(known, width))
    return 0


def listing(known: Sequence[Rule], width: int) -> str:
    """Return these rules as a table: what they find, and their severity."""
    from numcheck.report.tables import table

    rows = [(r.name, r.severity["across"], r.severity["draft"], r.title) for r in known]
    return table(("rule", "across", "draft", "what it finds"), rows, width) + "\n"


@app.command("test")
@options.settled("rules")
def tested(
    settings: Settings,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="RULE", help="Test these alone.", show_default=False, autocompletion=rules),
    ] = None,
    traps: Annotated[
        Path | None, typer.Option("--traps", metavar="DIR", help="Run also the pairs of traps in DIR/pack/rule.yaml.")
    ] = None,
    stats: Annotated[bool, typer.Option("--stats", help="Print precision and recall by rule.")] = False,
) -> int:
    """Run all examples of the pages; exit 1 where one is wrong."""
    from numcheck.judge.rules.traps import traps as read_traps
    from numcheck.judge.rules.trials import on_pages
    from numcheck.pipeline import load_rules, named_rules
    from numcheck.report.printable import count

    known = load_rules(settings.rules)
    trapped = read_traps(traps) if traps else {}
    named_rules(known, trapped)
    chosen = named_rules(known, names) if names else known
    pages = on_pages(chosen)
    tried = _tried({name: [*listed, *trapped.get(name, ())] for name, listed in pages.items()}, known)
    lines, counted = _outcome(tried)
    lines += [f"{name}: no page beside it, so nothing shows what it finds" for name, listed in pages.items() if not listed]
    lines += [_scores(tried, output.width(settings))] if stats else []
    writing.emit("\n".join([*lines, ", ".join([count(len(chosen), "rule"), *counted])]) + "\n")
    return int(any(trial.failed for trial in tried))


def _outcome(tried: Sequence[Trial]) -> tuple[list[str], list[str]]:
    """Return a line for each known gap and each failure, and how many examples, gaps and failures there are."""
    from numcheck.report.printable import count

    failures = [trial for trial in tried if trial.failed]
    gaps = [trial for trial in tried if trial.example.gap and not trial.failed]
    counted = [count(len(tried), "example"), *([count(len(gaps), "known gap")] if gaps else []), f"{len(failures)} wrong"]
    return [trial.told() for trial in (*gaps, *failures)], counted


def _tried(shown: Mapping[str, Sequence[Example]], known: Sequence[Rule]) -> list[Trial]:
    """Run the examples: ours hold for our rules alone; one of the house's may well speak in the place of one of ours."""
    from numcheck.judge.rules.trials import trials
    from numcheck.pipeline import load_rules, spoken

    ours = load_rules()
    names = {rule.name for rule in ours}
    built_in = {name: listed for name, listed in shown.items() if name in names}
    added = {name: listed for name, listed in shown.items() if name not in names}
    return [*trials(built_in, partial(spoken, rules=ours)), *trials(added, partial(spoken, rules=known))]


@app.command("lint")
@options.settled("rules")
def linted(
    settings: Settings,
    names: Annotated[list[str] | None, typer.Argument(metavar="RULE", help="Look at these alone.", show_default=False)] = None,
) -> int:
    """Say what to mend in the names, words and examples of rules.

    The exit is 1 where there is something.
    """
    from numcheck.judge.rules.lint import remarks
    from numcheck.judge.rules.trials import on_pages
    from numcheck.pipeline import load_rules, named_rules
    from numcheck.report.printable import count

    known = load_rules(settings.rules)
    chosen = named_rules(known, names) if names else known
    pages = on_pages(chosen)
    lines = [remark for rule in chosen for remark in remarks(rule, pages[rule.name])]
    writing.emit("\n".join([*lines, f"{count(len(chosen), 'rule')}, {count(len(lines), 'remark')}"]) + "\n")
    return int(bool(lines))


def _scores(tried: Sequence[Trial], width: int) -> str:
    """Return a table of what each rule found, missed, kept quiet of and wrongly said, with the totals in the last row."""
    from numcheck.judge.rules.trials import Score, scores
    from numcheck.report.tables import table

    by_rule = scores(tried)
    rows = [*sorted(by_rule.items()), ("all rules", sum(by_rule.values(), Score()))]
    heads = ("rule", "found", "missed", "quiet", "false alarms", "precision", "recall")
    return table(
        heads,
        [
            (name, *map(str, (s.found, s.missed, s.quiet, s.alarms)), *map(_percent, (s.precision, s.recall)))
            for name, s in rows
        ],
        width,
    )


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"


@app.command("new")
def begun(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Name of the rule: pack/name, or name alone.", show_default=False)
    ],
    to: Annotated[Path, typer.Option("--rules", metavar="DIR", help="The folder of your rules.")] = Path("rules"),
) -> int:
    """Begin a rule: a file that works and its page of examples.

    Both are there to be changed.
    """
    if not _NAME.fullmatch(name):
        raise NumcheckError(f"{name!r} is no name for a rule", hint="small letters, digits and hyphens, as in desk/big-jump")
    file, leaf = to / f"{name}.yaml", to / f"{name}.md"
    for path in (file, leaf):
        if path.exists():
            raise NumcheckError("this is there already", where=str(path), hint="take another name")
    file.parent.mkdir(parents=True, exist_ok=True)
    writing.emit(_RULE, file)
    writing.emit(_PAGE, leaf)
    writing.say(f"wrote {file} and {leaf}; try: numcheck rules test --rules {to}")
    return 0


@app.command("vocabulary")
def vocabulary() -> int:
    """Print all conditions that a rule may name, with their options."""
    from numcheck.judge.rules.vocabulary_page import vocabulary

    writing.emit(vocabulary())
    return 0
