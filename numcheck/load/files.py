"""Read the bytes of a file, or say why that cannot be done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from numcheck import disk
from numcheck.model.errors import Unreadable
from numcheck.model.limits import FILE
from numcheck.settings.files import root

STANDARD_INPUT = Path("-")


def contents(path: Path) -> bytes:
    """Return the bytes of the file at `path`; raise Unreadable where there is none, or none that may be read."""
    if path == STANDARD_INPUT:
        return _standard_input()
    where = path.as_posix()
    if path.is_dir():
        raise Unreadable(
            "this is a folder, not an article", where=where, hint="give the file, or a folder where a story is expected"
        )
    try:
        return disk.read(path, FILE)
    except OSError as error:
        raise refusal(path, error) from None


def entries(folder: Path) -> list[Path]:
    """Return what lies in a folder by name, without what is hidden; raise Unreadable where it may not be looked into."""
    try:
        return sorted((entry for entry in folder.iterdir() if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        raise refusal(folder, error) from None


def _standard_input() -> bytes:
    data = bounded(sys.stdin.buffer.read(FILE.most + 1), "standard input")
    if not data:
        hint = "pipe the text into numcheck, and name - once"
        raise Unreadable("there is nothing to read", where="standard input", hint=hint)
    return data


def bounded(data: bytes, where: str) -> bytes:
    """Return the bytes of a file; raise Unreadable where there are too many."""
    FILE.hold(len(data), where)
    return data


def refusal(path: Path, error: OSError) -> Unreadable:
    """Return the error to raise where the system would not open `path`."""
    if path.parts[0] in ("http:", "https:"):
        hint = "save the page as an HTML file and give that, or let the command line --fetch it"
        return Unreadable("this is an address, and nothing is fetched", where=path.as_posix(), hint=hint)
    if isinstance(error, FileNotFoundError):
        return Unreadable("there is no such file", where=path.as_posix(), hint="check the name" + near(path))
    return Unreadable(f"cannot be opened: {error.strerror or error}", where=path.as_posix(), hint="check that you may read it")


def hold_in(path: Path, tree: Path | None) -> None:
    """Raise Unreadable where `path` stands below `tree` and a link on its way leads out; without a tree nothing is refused."""
    if tree is None or path == STANDARD_INPUT or not disk.leads_out(path, tree):
        return
    if Path(os.path.abspath(path)).is_relative_to(tree):  # noqa: PTH100
        hint = "put the text itself there, or allow it with --allow-outside"
        raise Unreadable("this is a link that leads out of the repository", where=path.as_posix(), hint=hint)


def near(path: Path) -> str:
    """Name the file beside `path` that is spelt nearly like it; of folders outside of the repository nothing is told."""
    return "" if disk.leads_out(path.parent, root(Path.cwd())) else disk.alike(path)
