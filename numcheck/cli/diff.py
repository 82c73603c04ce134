"""`numcheck diff`: the figures that changed between two versions of one article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from numcheck.cli import options, output, writing
from numcheck.model.errors import NumcheckError
from numcheck.settings import Settings

FORMS = ("table", "json")


@options.settled("diff")
def run(
    settings: Settings,
    old: Annotated[Path | None, typer.Argument(metavar="OLD", help="The article as it was.", show_default=False)] = None,
    new: Annotated[Path | None, typer.Argument(metavar="NEW", help="The article as it is.", show_default=False)] = None,
) -> int:
    """Show which figures changed between two versions of an article."""
    from numcheck.model.report import View
    from numcheck.pipeline import diff
    from numcheck.report.revision import as_json, as_table

    targets = output.targets(settings)
    for target in targets:
        if target.form not in FORMS:
            raise NumcheckError(f"a revision has no format {target.form!r}", where="--format", hint="one of: table, json")
    revision = diff(options.needed(old, "OLD"), options.needed(new, "NEW"), settings)
    for target in targets:
        view = View(output.width(settings, target.to))
        writing.emit(as_json(revision) if target.form == "json" else as_table(revision, view), target.to)
    return 0
