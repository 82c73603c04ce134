"""Check in processes of their own, each for so long and no longer, so that the page answers whatever a text does."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import BoundedSemaphore, Lock

from numcheck.model.errors import NumcheckError
from numcheck.model.limits import JOB_SECONDS
from numcheck.serve.check import BUSY, Outcome, check, refused
from numcheck.serve.forms import Text
from numcheck.settings import Settings

Job = Callable[[Sequence[Text], Settings], Outcome]
"""What a process does with texts: a function of a module, for it is sent there by its name."""
AT_ONCE, WAITING = 2, 4
"""Checks that run at a time, and those that may wait for them."""
_PATIENCE = 2
"""Seconds that a process has for going when it is told to."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join(_PATIENCE)
        self.pipe.close()


@dataclass
class Workers:
    """The processes that check texts with one set of settings. A check that is named can be cancelled by its name."""

    settings: Settings
    seconds: float = JOB_SECONDS.most
    _idle: list[_Worker] = field(default_factory=list)
    _busy: dict[str, _Worker] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _seats: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE + WAITING))
    _turn: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    def check(self, texts: Sequence[Text], name: str, job: Job = check) -> Outcome:
        """Return what `job` makes of these texts; a page that says so where it takes too long or is cancelled."""
        if not self._seats.acquire(blocking=False):
            return refused(NumcheckError("other checks are still running", hint="try again in a moment"), BUSY)
        try:
            with self._turn:
                return self._checked(texts, name, job)
        finally:
            self._seats.release()

    def cancel(self, name: str) -> bool:
        """End the check of this name; tell whether there was one."""
        with self._lock:
            worker = self._busy.get(name)
        if worker is not None:
            worker.process.kill()
        return worker is not None

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            workers = [*self._idle, *self._busy.values()]
            self._idle.clear()
        for worker in workers:
            worker.end()

    def _checked(self, texts: Sequence[Text], name: str, job: Job) -> Outcome:
        with self._lock:
            worker = self._idle.pop() if self._idle else _begun(self.settings)
            name = name or f"unnamed {worker.process.pid}"
            self._busy[name] = worker
        outcome = None
        try:
            worker.pipe.send((job, texts))
            if not worker.pipe.poll(self.seconds):
                what = f"this takes longer than {self.seconds:g} seconds, which is the limit"
                return refused(NumcheckError(what, hint=JOB_SECONDS.hint))
            outcome = worker.pipe.recv()
        except (EOFError, OSError):
            return refused(NumcheckError("this check was cancelled", hint="press Check to begin it again"))
        finally:
            with self._lock:
                self._busy.pop(name, None)
                if outcome is not None:
                    self._idle.append(worker)
            if outcome is None:
                worker.end()
        assert isinstance(outcome, Outcome)
        return outcome


def _begun(settings: Settings) -> _Worker:
    """Begin a process; it ends with this one."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, settings), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(pipe: Connection, settings: Settings) -> None:
    """Check what comes until nothing more does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            job, texts = pipe.recv()
            pipe.send(job(texts, settings))
