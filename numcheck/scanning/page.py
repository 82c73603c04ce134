"""The page of a run: the stories with the gravest disagreements first, and the outlets with their rates and intervals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from numcheck import disk
from numcheck.model.report import View
from numcheck.report import render
from numcheck.report.html import page
from numcheck.scanning import queries
from numcheck.scanning.comparing import report_of
from numcheck.scanning.summary import departing, disagreeing
from numcheck.settings import Settings

_LISTED = 1000
"""Stories that the page lists; all stand in stories.parquet."""


def write(out: Path, settings: Settings, reports: int) -> None:
    """Write report.html, and a report of its own for each of the `reports` gravest stories, in the folder `stories`."""
    stories = disagreeing(out)
    told = set(_reports(out, [row["story"] for row in stories[:reports]], settings))
    values: dict[str, object] = {
        "stories": [
            row | {"report": f"stories/{row['story']}.html" if row["story"] in told else ""} for row in stories[:_LISTED]
        ],
        "more": max(0, len(stories) - _LISTED),
        "outlets": [row | {"percent": _percent(row)} for row in departing(out)],
        "counts": _counts(out),
    }
    disk.write(out / "report.html", page("scan.html", values).encode())


def _reports(out: Path, names: list[str], settings: Settings) -> Iterator[str]:
    """Write the report of each of these stories, and yield its name."""
    folder = out / "stories"
    folder.mkdir(exist_ok=True)
    for left in folder.glob("*.html"):
        if left.stem not in names:
            left.unlink()
    for name, told in queries.articles_of(out / "work", names):
        disk.write(folder / f"{name}.html", render(report_of(told, settings), "html", View()).encode())
        yield name


def _counts(out: Path) -> dict[str, int]:
    """Return how many rows each table has."""
    return {path.stem: pq.ParquetFile(path).metadata.num_rows for path in sorted(out.glob("*.parquet"))}


def _percent(row: dict[str, Any]) -> str:
    """Return an outlet's rate with its interval, in words."""
    if row["rate"] is None:
        return "nothing shared"
    return f"{row['rate']:.0%} ({row['rate_low']:.0%} to {row['rate_high']:.0%})"
