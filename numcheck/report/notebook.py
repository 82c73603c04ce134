"""A report that shows itself, in a notebook and as a page in a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from numcheck import disk
from numcheck.model.report import Report, View


@dataclass(frozen=True, slots=True, repr=False)
class Shown(Report):
    """A report as the functions of numcheck return it. What lays it out is imported when it is asked for."""

    def to_html(self, path: Path | str) -> None:
        """Write the report as a page of its own, with a chart for each disagreement, to the file at `path`."""
        from numcheck.report import render

        disk.write(Path(path), render(self, "html", View()).encode("utf-8", "backslashreplace"))

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the disagreements or the ledger as small tables."""
        from numcheck.report.notebook_html import notebook_html

        return notebook_html(self)
