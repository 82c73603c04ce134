"""A run on a terminal: the stories with the gravest disagreements first, and the outlets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from numcheck.model.errors import NumcheckError
from numcheck.report.tables import table


def disagreeing(out: Path) -> list[dict[str, Any]]:
    """Return the stories of a run that hold an error or a warning, the gravest first."""
    return [row for row in pq.read_table(out / "stories.parquet").to_pylist() if row["errors"] or row["warnings"]]


def departing(out: Path) -> list[dict[str, Any]]:
    """Return the outlets of a run, all measures and days together, those first that depart most surely."""
    rows = [row for row in pq.read_table(out / "outlets.parquet").to_pylist() if row["measure"] is None and row["day"] is None]
    return sorted(rows, key=lambda row: (-(row["rate_low"] or 0.0), row["outlet"]))


def summary(out: Path, most: int, width: int) -> str:
    """Return the `most` gravest stories and the `most` outlets that depart most surely, in lines of `width` columns."""
    if not (out / "run.json").is_file():
        raise NumcheckError("there is no finished run here", where=str(out), hint="numcheck scan SOURCE... --out RUN")
    stories, outlets = disagreeing(out), departing(out)
    articles = pq.ParquetFile(out / "articles.parquet").metadata.num_rows
    total = pq.ParquetFile(out / "stories.parquet").metadata.num_rows
    lines = [f"{articles:,} articles, {total:,} stories, {len(stories):,} of them with a disagreement", ""]
    if stories:
        head = ["story", "title", "outlets", "errors", "warnings"]
        lines += [table(head, [_story(row) for row in stories[:most]], width), ""]
    shared = [row for row in outlets if row["shared"]]
    if shared:
        head = ["outlet", "shared figures", "departs", "95 % interval"]
        lines += [table(head, [_outlet(row) for row in shared[:most]], width), ""]
    return "\n".join(lines)


def _story(row: dict[str, Any]) -> list[str]:
    gross = f", {row['gross']} gross" if row["gross"] else ""
    return [row["story"], row["title"] or "no title", str(row["outlets"]), f"{row['errors']}{gross}", str(row["warnings"])]


def _outlet(row: dict[str, Any]) -> list[str]:
    interval = f"{row['rate_low']:.1%} to {row['rate_high']:.1%}"
    return [row["outlet"], str(row["shared"]), f"{row['rate']:.1%}", interval]
