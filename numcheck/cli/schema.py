"""`numcheck schema`: what the JSON report, a rule and a file of settings hold, as JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from numcheck.cli import writing

Of = Literal["report", "rule", "config"]


def run(
    of: Annotated[Of, typer.Argument(metavar="report|rule|config", help="What the schema is of.", show_default=False)],
    to: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")] = None,
) -> int:
    """Print the JSON Schema of a report, a rule or a file of settings."""
    writing.emit(json.dumps(SCHEMAS[of](), ensure_ascii=False, indent=2) + "\n", to)
    return 0


def report() -> Any:
    """Return the schema of the JSON report."""
    return json.loads((resources.files("numcheck.report") / "schema.json").read_text(encoding="utf-8"))


def rule() -> Any:
    """Return the schema of a rule's YAML."""
    from numcheck.judge.rules.schema import schema

    return schema()


def config() -> Any:
    """Return the schema of a file of settings."""
    from numcheck.report import formats
    from numcheck.settings.schema import schema

    return schema(list(formats()))


SCHEMAS: Mapping[Of, Callable[[], Any]] = {"report": report, "rule": rule, "config": config}
