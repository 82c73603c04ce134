"""The options that commands share: one for each setting, made from the table of settings."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from numcheck.cli.complete import values
from numcheck.cli.writing import emit, say
from numcheck.report import formats
from numcheck.settings import ROWS, Found, Row, files, layers

CONFIG, ISOLATED, OUTSIDE = "NUMCHECK_CONFIG", "NUMCHECK_ISOLATED", "NUMCHECK_ALLOW_OUTSIDE"

Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        envvar=CONFIG,
        show_envvar=False,
        help="Read settings from FILE, not from the nearest file of settings.",
    ),
]
Isolated = Annotated[
    bool, typer.Option("--isolated", envvar=ISOLATED, show_envvar=False, help="Read no file of settings.", show_default=False)
]
Outside = Annotated[
    bool,
    typer.Option(
        "--allow-outside",
        envvar=OUTSIDE,
        show_envvar=False,
        help="Let found settings, links and front matter lead out of the repository.",
        show_default=False,
    ),
]
ShowConfig = Annotated[
    bool, typer.Option("--show-config", help="Show all settings, and where each comes from, and exit.", show_default=False)
]

_OURS: Mapping[str, Any] = {"config": Config, "isolated": Isolated, "allow_outside": Outside, "show_config": ShowConfig}
Fetch = Annotated[
    bool,
    typer.Option("--fetch", help="Fetch what is given as an https address, once, into .numcheck/fetched.", show_default=False),
]

_DECIDED = ("compare", "gate", "review", "diff", "baseline", "serve")
"""The commands beside whose texts decisions are sought."""
_TEXTS = ("paths", "drafts", "old", "new")
"""The arguments that name texts."""

NOTHING: Mapping[str, Any] = {"config": None, "isolated": False, "allow_outside": False, "show_config": False}
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
            here = replace(chosen.settings, root=files.root(Path.cwd()), found=chosen.found, outside=given["allow_outside"])
            if job in _DECIDED and here.decisions is None and not given["isolated"]:
                here = replace(here, decisions=files.decisions(_folders(own), outside=here.outside))
            return run(settings=here, **own)

        own = inspect.signature(run, eval_str=True)
        keyword = inspect.Parameter.KEYWORD_ONLY
        parameters = [p.replace(kind=keyword) for p in own.parameters.values() if p.name != "settings"]
        parameters += [
            inspect.Parameter(name, keyword, default=None, annotation=_option(name, row, job))
            for name, row in ROWS.items()
            if job in row.jobs
        ]
        parameters += [
            inspect.Parameter(name, keyword, default=NOTHING[name], annotation=annotation) for name, annotation in _OURS.items()
        ]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {p.name: p.annotation for p in parameters}
        del command.__dict__["__wrapped__"]
        return command

    return wrap


def _folders(given: Mapping[str, Any]) -> list[Path]:
    """Return the folders of the texts that a command was given, then the one we are in."""
    texts = [text for name in _TEXTS if (value := given.get(name)) for text in (value if isinstance(value, list) else [value])]
    return [*(text if text.is_dir() else text.parent for text in texts), Path()]


def local(paths: Iterable[Path], *, fetch: bool) -> list[Path]:
    """Return the paths, in the place of each address the file that it was fetched into where that is asked for."""
    if not fetch:
        return list(paths)
    from numcheck.adapters.fetch import Fetcher, is_address

    fetcher = Fetcher()
    return [fetcher.fetch(path) if is_address(path) else path for path in paths]


def needed(value: Any, name: str) -> Any:
    """Return an argument, or raise the usage error that it is missing."""
    if not value:
        raise typer.BadParameter("it is missing", param_hint=name)
    return value


def _option(name: str, row: Row, job: str) -> Any:
    """Return the annotation that makes typer read a setting's option of the command `job`, its value as written."""
    long = layers.option(name)
    told = row.told.replace("{formats}", ", ".join(formats())) + _default(job, name)
    if row.kind.flag:
        return Annotated[bool | None, typer.Option(f"{long}/{long.replace('--', '--no-', 1)}", help=told)]
    names = (long, row.short) if row.short else (long,)
    kind: Any = list[str] | None if row.kind.between else str | None
    metavar = row.metavar or row.kind.metavar
    return Annotated[kind, typer.Option(*names, metavar=metavar, help=told, autocompletion=values(row.kind))]


def _default(job: str, name: str) -> str:
    """Return what the help says of the word that a setting has by default, where it has one."""
    value = layers.default(job, name)
    word = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    return f"  [default: {word}]" if isinstance(word, str) else ""


def _chosen(job: str, given: Mapping[str, Any]) -> layers.Chosen:
    """Return the settings of a run; raise typer.BadParameter for an option that cannot be read."""
    for line in layers.misspelt(os.environ, ("config", "isolated", "allow_outside", "judge_key")):
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
    return layers.choose(job, values, os.environ, _file(given))


def _file(given: Mapping[str, Any]) -> Found:
    """Return what the file of settings says: the one named, else the nearest, by the way to it from here."""
    if given["config"] is not None:
        return files.read(given["config"])
    nearest = None if given["isolated"] else files.find(Path.cwd())
    if nearest is None:
        return Found()
    found = files.read(Path(os.path.relpath(nearest)))
    return found if given["allow_outside"] else files.confined(found, files.repository(nearest.parent) or nearest.parent)
