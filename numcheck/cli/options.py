"""The options that commands share: one for each setting, made from the table of settings."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from numcheck.cli.output import emit, say
from numcheck.report import formats
from numcheck.settings import ROWS, Row, files, layers

CONFIG, ISOLATED = "NUMCHECK_CONFIG", "NUMCHECK_ISOLATED"

Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", envvar=CONFIG, show_envvar=False, help="Read settings from FILE, not from the nearest."
    ),
]
Isolated = Annotated[
    bool, typer.Option("--isolated", envvar=ISOLATED, show_envvar=False, help="Read no file of settings.", show_default=False)
]
ShowConfig = Annotated[
    bool, typer.Option("--show-config", help="Show all settings, and where each comes from, and exit.", show_default=False)
]

NOTHING: Mapping[str, Any] = {"config": None, "isolated": False, "show_config": False}
"""What a command is called with where nothing was given."""


def settled(job: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command an option for each setting of `job`, and --config, --isolated and --show-config.

    In the place of these the command takes `settings: Settings`: what options, environment and the nearest file say together.
    --show-config must work alone, so an argument that the command cannot do without has the default None and is asked for by
    `needed`.
    """

    def wrap(run: Callable[..., int]) -> Callable[..., int]:
        @functools.wraps(run)
        def command(**given: Any) -> int:
            chosen = _chosen(job, given)
            if given.pop("show_config"):
                emit(layers.shown(chosen, job))
                return 0
            own = {name: value for name, value in given.items() if name in inspect.signature(run).parameters}
            return run(settings=replace(chosen.settings, root=files.root(Path.cwd())), **own)

        own = inspect.signature(run, eval_str=True)
        keyword = inspect.Parameter.KEYWORD_ONLY
        parameters = [p.replace(kind=keyword) for p in own.parameters.values() if p.name != "settings"]
        parameters += [
            inspect.Parameter(name, keyword, default=None, annotation=_option(name, row))
            for name, row in ROWS.items()
            if job in row.jobs
        ]
        parameters += [
            inspect.Parameter(name, keyword, default=NOTHING[name], annotation=annotation)
            for name, annotation in (("config", Config), ("isolated", Isolated), ("show_config", ShowConfig))
        ]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {p.name: p.annotation for p in parameters}
        del command.__dict__["__wrapped__"]
        return command

    return wrap


def needed(value: Any, name: str) -> Any:
    """Return an argument, or raise the usage error that it is missing."""
    if not value:
        raise typer.BadParameter("it is missing", param_hint=name)
    return value


def _option(name: str, row: Row) -> Any:
    """Return the annotation that makes typer read a setting's option, its value as written."""
    long = layers.option(name)
    told = row.told.replace("{formats}", ", ".join(formats()))
    if row.kind.flag:
        return Annotated[bool | None, typer.Option(f"{long}/{long.replace('--', '--no-', 1)}", help=told)]
    names = (long, row.short) if row.short else (long,)
    kind: Any = list[str] | None if row.kind.between else str | None
    return Annotated[kind, typer.Option(*names, metavar=row.metavar or row.kind.metavar, help=told)]


def _chosen(job: str, given: Mapping[str, Any]) -> layers.Chosen:
    """Return the settings of a run; raise typer.BadParameter for an option that cannot be read."""
    for line in layers.misspelt(os.environ, ("config", "isolated")):
        say(f"numcheck: {line}")
    values = {}
    for name, row in ROWS.items():
        written = given.get(name)
        if written is None or written == []:
            continue
        try:
            values[name] = written if row.kind.flag else row.kind.of_text(written)
        except ValueError as error:
            raise typer.BadParameter(f"{error}; write {row.kind.hint}", param_hint=layers.option(name)) from None
    return layers.choose(job, values, os.environ, _file(given["config"], isolated=given["isolated"]))


def _file(config: Path | None, *, isolated: bool) -> files.Found:
    """Return what the file of settings says: the one named, else the nearest, by the way to it from here."""
    if config is not None:
        return files.read(config)
    nearest = None if isolated else files.find(Path.cwd())
    return files.read(Path(os.path.relpath(nearest))) if nearest else files.Found()
