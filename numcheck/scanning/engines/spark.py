"""The engine for a cluster: Spark reads by `mapInArrow` and compares stories by `applyInArrow`. pyspark is named here only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from numcheck.model.errors import NumcheckError
from numcheck.scanning.engines import Stage

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_WAVE = 64
"""Batches that go to Spark together: what a kill loses at most, and what the driver holds at once."""


class Spark:
    """Runs stages on a session: the caller's, or one of its own that is started with `master` and stopped at the end."""

    NAME = "spark"

    def __init__(self, session: Any = None, master: str = "local[*]") -> None:
        self._own = session is None
        self._session: SparkSession = _started(master) if session is None else session

    def over_batches(self, stage: Stage, batches: Iterable[pa.Table], given: pa.Schema, made: pa.Schema) -> Iterator[pa.Table]:
        """Yield what `stage` makes of the batches, a wave at a time, in no order."""

        def work(coming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in coming:
                yield from stage(pa.Table.from_batches([batch]).cast(given)).to_batches()

        for wave in _waves(batches):
            yield self._frame(wave).mapInArrow(work, _columns(made)).toArrow().cast(made)

    def over_stories(self, stage: Stage, batches: Iterable[pa.Table], given: pa.Schema, made: pa.Schema) -> Iterator[pa.Table]:
        """Yield what `stage` makes of each story, a wave at a time, in no order."""

        def work(story: pa.Table) -> pa.Table:
            return stage(story.cast(given))

        for wave in _waves(batches):
            yield self._frame(wave).groupBy("story").applyInArrow(work, _columns(made)).toArrow().cast(made)

    def close(self) -> None:
        """Stop a session of our own."""
        if self._own:
            self._session.stop()

    def _frame(self, wave: pa.Table) -> Any:
        parts = max(1, self._session.sparkContext.defaultParallelism)
        return self._session.createDataFrame(wave).coalesce(4 * parts)


def _waves(batches: Iterable[pa.Table]) -> Iterator[pa.Table]:
    coming = iter(batches)
    while wave := list(islice(coming, _WAVE)):
        yield pa.concat_tables(wave)


def _columns(schema: pa.Schema) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def _started(master: str) -> SparkSession:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise NumcheckError("Spark is an extra", hint="pip install 'numcheck[spark]'") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
    try:
        builder = SparkSession.builder.appName("numcheck scan").master(master)
        if master.startswith("local"):  # all of it is on this machine, whatever its name resolves to
            builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
        return (
            builder.config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
            .config("spark.sql.shuffle.partitions", "8")
            .getOrCreate()
        )
    except Exception as error:
        hint = "Spark needs Java 17 or later: install it and set JAVA_HOME"
        raise NumcheckError(
            f"Spark could not be started: {str(error).splitlines()[0]}", where=f"--master {master}", hint=hint
        ) from None
