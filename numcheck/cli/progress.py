"""Show on standard error how far long work is: on a terminal only, and not before it has lasted a while."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, TextIO

from numcheck.pipeline import Step, silent

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

DELAY = 0.7
"""Seconds of work before anything is shown."""


@contextmanager
def progress(stream: TextIO | None = None) -> Iterator[Step]:
    """Return what a run tells its steps to; where nobody watches, in a pipe or in CI, it tells nobody."""
    to = stream or sys.stderr
    if to is None or not to.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        yield silent
        return
    bar = _Bar(to)
    timer = Timer(DELAY, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.step
    finally:
        timer.cancel()
        bar.hide()


class _Bar:
    """A line with the step, a bar and the numbers, which is gone when the work is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = Lock()
        self._last = ("starting", 0, 0)
        self._hidden = False
        self._shown: tuple[Progress, TaskID] | None = None

    def step(self, what: str, done: int, total: int) -> None:
        with self._lock:
            self._last = (what, done, total)
            self._update()

    def show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
        with self._lock:
            if self._hidden:
                return
            drawn = Progress(*columns, console=Console(file=self._stream), transient=True)
            self._shown = drawn, drawn.add_task("")
            self._update()
            drawn.start()

    def hide(self) -> None:
        with self._lock:
            self._hidden = True
            if self._shown:
                self._shown[0].stop()

    def _update(self) -> None:
        if self._shown:
            drawn, task = self._shown
            what, done, total = self._last
            drawn.update(task, description=what, completed=done, total=total or None)
