"""Engines: what runs a stage over many batches. Each gives the same tables; they differ in where the work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import pyarrow as pa

Stage = Callable[[pa.Table], pa.Table]
"""Work on one batch; it can be pickled, and the same batch gives the same rows."""


class Engine(Protocol):
    """Runs stages. What it yields for a batch is whole: it can be written, and need never be made again."""

    NAME: str

    def over_batches(self, stage: Stage, batches: Iterable[pa.Table], given: pa.Schema, made: pa.Schema) -> Iterator[pa.Table]:
        """Yield what `stage` makes of the batches, each with columns `given`; the rows have columns `made`."""

    def over_stories(self, stage: Stage, batches: Iterable[pa.Table], given: pa.Schema, made: pa.Schema) -> Iterator[pa.Table]:
        """Yield what `stage` makes of each story; a batch holds whole stories, told apart by the column `story`."""

    def close(self) -> None:
        """End what was started for the work."""
