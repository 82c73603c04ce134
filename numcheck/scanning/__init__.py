"""Scan a stream of articles: which stories they tell, where the stories' numbers disagree, and who inflates."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numcheck.model.errors import NumcheckError
from numcheck.settings import Settings

if TYPE_CHECKING:
    import pandas

    from numcheck.scanning.engines import Engine

ENGINES = ("local", "spark")


@dataclass(frozen=True, slots=True)
class Run:
    """The outcome of a run: its folder, and its tables, read when they are asked for."""

    out: Path

    @property
    def findings(self) -> pandas.DataFrame:
        """What the rules found, by story."""
        return self.table("findings")

    @property
    def stories(self) -> pandas.DataFrame:
        """The stories, those with the gravest disagreements first."""
        return self.table("stories")

    @property
    def outlets(self) -> pandas.DataFrame:
        """Who departs how often from what the others write: of all, by measure, by day."""
        return self.table("outlets")

    def table(self, name: str) -> pandas.DataFrame:
        """Return a table of the run by its name: articles, claims, stories, topics, findings, outlets, rejected."""
        import pandas

        path = self.out / f"{name}.parquet"
        if not path.is_file():
            raise NumcheckError("there is no such table", where=str(path), hint="finish the run with `numcheck scan`")
        return pandas.read_parquet(path)


def scan(
    sources: Any,
    out: str | Path,
    *,
    engine: Any = "local",
    settings: Settings | None = None,
    names: Mapping[str, str] | None = None,
    jobs: int | None = None,
    master: str = "local[*]",
    limit: int | None = None,
    since: date | None = None,
    reports: int = 50,
    step: Callable[[str, int, int], None] = lambda what, done, total: None,
) -> Run:
    """Read and compare the articles of `sources`, leave the tables and the page in the folder `out`, and return them.

    `sources` is a path or several (JSON Lines, Parquet, folders), or a pyarrow Table or pandas DataFrame with the columns text,
    outlet, title, published, url, id; `names` are the source's own names of these. `engine` is "local" (with `jobs` processes;
    all cores unless given), "spark" (started with `master`), or a SparkSession. `since` leaves older articles out, `limit`
    takes so many rows at most; `reports` stories, the gravest, get a page of their own. A run that was cut goes on where it was
    left. Raises NumcheckError for sources, a folder or an engine that cannot be used.
    """
    try:
        from numcheck.scanning import page, run
        from numcheck.scanning.tables import as_file
    except ImportError as error:
        raise NumcheckError(f"scanning needs the package {error.name}", hint="pip install 'numcheck[scan]'") from None
    folder, chosen = Path(out), settings or Settings()
    run.open_folder(folder)
    paths = [Path(sources)] if isinstance(sources, str | Path) else list(map(Path, sources)) if _is_paths(sources) else None
    job = run.Job([as_file(sources, folder)] if paths is None else paths, folder, chosen, names or {}, limit, since, step)
    worker = _engine(engine, jobs or os.cpu_count() or 1, master)
    try:
        run.run(job, worker)
    finally:
        worker.close()
    page.write(folder, chosen, reports)
    return Run(folder)


def _is_paths(sources: Any) -> bool:
    return isinstance(sources, Sequence) and all(isinstance(source, str | Path) for source in sources)


def _engine(engine: Any, jobs: int, master: str) -> Engine:
    if engine == "local":
        from numcheck.scanning.engines.local import Local

        return Local(jobs)
    from numcheck.scanning.engines.spark import Spark

    if engine == "spark":
        return Spark(master=master)
    if isinstance(engine, str):
        raise NumcheckError(f"there is no engine {engine!r}", hint=f"one of: {', '.join(ENGINES)}, or a SparkSession")
    return Spark(engine)
