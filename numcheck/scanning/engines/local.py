"""The engine that needs nothing: the processes of this machine."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

import pyarrow as pa
import pyarrow.compute as pc

from numcheck.scanning.engines import Stage

_WAITING = 2
"""Batches a worker has before it: enough to be never idle, few enough that memory stays flat."""


class Local:
    """Runs stages in `jobs` processes, or in this one where there is one job."""

    NAME = "local"

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def over_batches(self, stage: Stage, batches: Iterable[pa.Table], given: pa.Schema, made: pa.Schema) -> Iterator[pa.Table]:
        """Yield what `stage` makes of the batches, in their order."""
        if self._jobs == 1:
            yield from map(stage, batches)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"), initializer=_deaf)
        waiting: deque[Future[pa.Table]] = deque()
        coming = iter(batches)
        while True:
            waiting += (self._pool.submit(stage, b) for b in islice(coming, _WAITING * self._jobs - len(waiting)))
            if not waiting:
                return
            yield waiting.popleft().result()

    def over_stories(self, stage: Stage, batches: Iterable[pa.Table], given: pa.Schema, made: pa.Schema) -> Iterator[pa.Table]:
        """Yield what `stage` makes of the stories of each batch, in the order of their names."""
        yield from self.over_batches(_Each(stage), batches, given, made)

    def close(self) -> None:
        """End the processes; work that was begun is left."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


class _Each:
    """A stage over each story of a batch."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def __call__(self, batch: pa.Table) -> pa.Table:
        names = sorted(set(batch["story"].to_pylist()))
        return pa.concat_tables([self._stage(batch.filter(pc.equal(batch["story"], name))) for name in names])


def _deaf() -> None:
    """Leave Ctrl-C to the parent, which ends the run in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
