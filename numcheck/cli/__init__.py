"""The command line. Exit status 0: clean; 1: findings at or above --fail-on; 2: the work could not be done."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from numcheck.cli import baseline, compare, demo, diff, explain, extract, gate, lsp, mcp, review, rules, scan, schema, serve
from numcheck.cli.arguments import Command, Group
from numcheck.cli.writing import MuteError, emit, say
from numcheck.model import VERSION
from numcheck.model.errors import NumcheckError

app = typer.Typer(
    name="numcheck",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("compare", cls=Command)(compare.run)
app.command("gate", cls=Command)(gate.run)
app.command("extract", cls=Command)(extract.run)
app.command("review", cls=Command)(review.run)
app.command("scan", cls=Command)(scan.run)
app.command("diff", cls=Command)(diff.run)
app.add_typer(baseline.app, name="baseline")
app.add_typer(rules.app, name="rules")
app.command("explain", cls=Command)(explain.run)
app.command("schema", cls=Command)(schema.run)
app.command("serve", cls=Command)(serve.run)
app.command("lsp", cls=Command)(lsp.run)
app.command("mcp", cls=Command)(mcp.run)
app.command("demo", cls=Command)(demo.run)


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"numcheck {VERSION}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Do these numbers agree? Find where articles contradict or inflate each other's figures."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0, 1 or 2. A crash is never mistaken for a clean draft."""
    try:
        return _status(list(sys.argv[1:] if arguments is None else arguments))
    except (MuteError, OSError):
        # There is nobody left to tell: standard error is closed or full.
        return 2


def _status(given: list[str]) -> int:
    try:
        status = app(given, prog_name="numcheck", obj=tuple(given), standalone_mode=False)
    except NumcheckError as error:
        say(f"numcheck: {error}")
        return 2
    except typer.exceptions.TyperException as error:
        _usage(error)
        return 2
    except typer.Abort:
        return 2
    except OSError as error:
        say(f"numcheck: {error.filename or 'standard output'}: cannot be read or written: {error.strerror}")
        return 2
    except MuteError:
        raise
    except Exception:
        say(traceback.format_exc().rstrip("\n"))
        say("numcheck: this is a fault of numcheck, not of your files; please report it with the lines above")
        return 2
    return status if status in (0, 1) else 2


def _usage(error: typer.exceptions.TyperException) -> None:
    """Print a mistake in the arguments: typer's usage errors know their own usage line."""
    show = getattr(error, "show", None)
    if show is not None:
        show()
    else:
        say(f"numcheck: {error}")
