"""Write what a command makes: whole or not at all, and never over a text, a rule or a file of settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from numcheck import disk
from numcheck.model.errors import NumcheckError
from numcheck.report.printable import harmless

_NEVER_OURS = (".yaml", ".yml", ".toml", ".docx", ".pdf", ".py")
"""What no format writes: a file of that kind is somebody's settings, rules or text."""


class MuteError(Exception):
    """There is nobody left to tell: standard error is closed or full."""


def emit(text: str, to: Path | None = None) -> None:
    """Write `text` as UTF-8 to the file `to` or to standard output; a reader that has gone away is no error."""
    data = text.encode("utf-8", "backslashreplace")
    if to is None:
        _write(sys.stdout, data)
        return
    try:
        disk.write(to, data)
    except OSError as error:
        hint = "name a file in a folder that is there and has room"
        raise NumcheckError(f"cannot write here: {error.strerror}", where=str(to), hint=hint) from None


def say(text: str) -> None:
    """Write one message to standard error, without what a terminal would obey in a name or a line it quotes."""
    shown = "\n".join(map(harmless, text.split("\n")))
    try:
        _write(sys.stderr, f"{shown}\n".encode("utf-8", "backslashreplace"))
    except NumcheckError:
        raise MuteError from None


def _write(stream: TextIO | None, data: bytes) -> None:
    """Write bytes, so that neither the locale nor the system's line ends change them."""
    hint = "free some space, or name another file with -o"
    if stream is None:
        raise NumcheckError("cannot write the report: standard output is closed", hint=hint)
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.flush()
    except OSError as error:
        # Python would fail once more, with a status of its own, when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise NumcheckError(f"cannot write the report: {error.strerror}", hint=hint) from None


def refuse_over(to: Path, read: Iterable[Path]) -> None:
    """Raise NumcheckError if a report at `to` would take the place of a text, a rule or a file of settings.

    `read` are the files and folders that the run reads.
    """
    if not to.is_file():
        return
    what = next(_kept(to, read), None)
    if what is not None:
        hint = "name another file; to have it written here, move this one away first"
        raise NumcheckError(f"this is {what}, and a report is not written over it", where=str(to), hint=hint)


def _kept(to: Path, read: Iterable[Path]) -> Iterator[str]:
    """Yield what the file at `to` is that must stay."""
    from numcheck.load.article import known_suffix
    from numcheck.load.front_matter import front_matter
    from numcheck.load.metadata import NOTHING
    from numcheck.load.story import FILE as STORY

    real = to.resolve()
    if any(real == path.resolve() or (path.is_dir() and real.is_relative_to(path.resolve())) for path in read):
        yield "read by this run"
    if to.suffix.lower() in _NEVER_OURS or to.name == STORY:
        yield f"a {to.suffix} file, which no format writes"
    if known_suffix(to.name) and (to.parent / STORY).is_file():
        yield "an article of a story"
    try:
        if front_matter(disk.text(to), str(to)).said != NOTHING:
            yield "an article with front matter"
    except (OSError, UnicodeDecodeError, NumcheckError):
        return
