"""Read and write files with care: nothing but a regular file is read, and what is written is there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from itertools import count
from pathlib import Path

from numcheck.model.errors import NumcheckError
from numcheck.model.limits import SMALL_FILE, Limit

_KINDS = {
    stat.S_IFIFO: "it is a pipe, not a file",
    stat.S_IFSOCK: "it is a socket, not a file",
    stat.S_IFCHR: "it is a device, not a file",
    stat.S_IFBLK: "it is a device, not a file",
}
_MODE = 0o666
"""What a new file allows before the user's own mask."""


def read(path: Path, limit: Limit = SMALL_FILE) -> bytes:
    """Return the bytes of a regular file. Raises OSError for any other thing, and for a file that is larger than `limit`."""
    # A pipe that nobody writes to would wait for ever, were it opened the usual way.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123
        kind = stat.S_IFMT(os.fstat(handle).st_mode)
        if kind in _KINDS:
            raise OSError(errno.EINVAL, _KINDS[kind])
        data = file.read(limit.most + 1)
    if len(data) > limit.most:
        raise OSError(errno.EFBIG, f"it has more than {limit}, which is the limit")
    return data


def text(path: Path) -> str:
    """Return the text of a regular file in UTF-8, without a byte order mark, its line ends as \\n. Raises as `read` does."""
    return read(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def told(path: Path, what: str, hint: str) -> str:
    """Return the text of a regular file in UTF-8; raises NumcheckError where it cannot be read as `what` ("the baseline")."""
    try:
        return text(path)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        advice = hint + alike(path) if isinstance(error, FileNotFoundError) else hint
        raise NumcheckError(f"cannot read {what}: {reason}", where=path.as_posix(), hint=advice) from None


def alike(path: Path) -> str:
    """Name the file beside `path` that is spelt nearly like it, behind a semicolon; empty where there is none."""
    try:
        near = get_close_matches(path.name, sorted(p.name for p in path.parent.iterdir()), 1)
    except OSError:
        return ""
    return f"; did you mean {(path.parent / near[0]).as_posix()}?" if near else ""


def write(path: Path, data: bytes) -> None:
    """Put `data` in the place of what the file `path` holds: the new file is written beside the old one, then renamed.

    A link stays a link, and a device (/dev/null) takes the bytes as they come. Raises OSError; the old file is whole then.
    """
    target = path.resolve()
    kind = stat.S_IFMT(target.stat().st_mode) if target.exists() else stat.S_IFREG
    if kind == stat.S_IFCHR:
        with target.open("wb", buffering=0) as device:
            device.write(data)
        return
    if kind != stat.S_IFREG:
        raise OSError(errno.EINVAL, _KINDS.get(kind, "it is a folder, not a file"))
    beside, handle = _opened_beside(target)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123
            if target.exists():
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _opened_beside(target: Path) -> tuple[Path, int]:
    """Make an empty file in the folder of `target` that nobody else has."""
    for number in count():
        beside = target.with_name(f".{target.name}.{os.getpid()}.{number}.tmp")
        with suppress(FileExistsError):
            return beside, os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _MODE)
    raise AssertionError("numbers do not end")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let nobody else who asks for it write the file `path` meanwhile; whoever comes second waits.

    The folder is what is locked, since the file itself is another one after each writing. Without such locks (Windows) nobody
    waits.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(path.resolve().parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def leads_out(path: Path, root: Path) -> bool:
    """Tell whether what `path` stands for lies outside of the folder `root`, links followed."""
    return not path.resolve().is_relative_to(root.resolve())
