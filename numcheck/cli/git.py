"""Ask git which lines were changed, and what a file was before. subprocess is named in this file only.

Only git's plumbing is asked, whose answers no user's settings change, and never for more than the files of one run.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from numcheck import disk
from numcheck.model.errors import NumcheckError

Lines = list[tuple[int, int]]
"""Stretches of lines, first and last, from 1."""

ALL: Lines = [(1, 10**9)]

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_BARE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--literal-pathspecs", "--no-optional-locks")
_PATCH = ("-p", "-U0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "-M")


def base(ref: str, root: Path) -> str:
    """Return the commit where the branch at `root` left `ref`. Raises NumcheckError where git cannot say."""
    if ref.startswith("-"):
        raise NumcheckError(f"{ref!r} is no commit", where="--changed-since", hint="name a branch, a tag or a commit")
    return _git(root, "merge-base", ref, "HEAD").decode("ascii").strip()


def earlier(base: str, root: Path, file: Path) -> str | None:
    """Return what a file held in the commit `base`; None where it was not there, or lies outside of the root."""
    if disk.leads_out(file, root):
        return None
    name = Path(os.path.relpath(file, root)).as_posix()
    if not _git(root, "ls-tree", "-z", base, "--", name):
        return None
    return _git(root, "cat-file", "blob", f"{base}:{name}").decode("utf-8", "replace")


def changed(base: str, root: Path, files: Collection[str]) -> Mapping[str, Lines]:
    """Return the lines of each file that the working tree at `root` has and the commit `base` has not.

    `files` are paths from the root. What git does not know (new, ignored, in a submodule, outside, standard input) is changed
    in all lines. Raises NumcheckError where git cannot say.
    """
    known = {os.fsdecode(name) for name in _git(root, "ls-files", "-z").split(b"\0") if name}
    touched = dict(_touched(_git(root, "diff-index", "-z", "--raw", "-M", base, "--")))
    return {file: _lines(root, base, _of_file(file, known), touched, known) for file in files}


def _of_file(document: str, known: Collection[str]) -> str:
    """Return the file of a document; an article of a file of several is known by its number behind a #."""
    file = document.rpartition("#")[0]
    return file if document not in known and file in known else document


def _lines(root: Path, base: str, file: str, touched: Mapping[str, tuple[str, str]], known: Collection[str]) -> Lines:
    """Return the changed lines of one file."""
    if file not in known or disk.leads_out(root / file, root):
        return ALL
    if file not in touched:
        return []
    how, old = touched[file]
    if how not in "MR":
        return ALL
    patch = _git(root, "diff-index", *_PATCH, base, "--", *dict.fromkeys((old, file)))
    return ALL if b"\nBinary files " in patch else list(_stretches(patch))


def _touched(raw: bytes) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each file that was touched, how (M, A, D, R, T ...), and what it was called before."""
    words = iter(raw.split(b"\0"))
    for word in words:
        if word.startswith(b":"):
            how = os.fsdecode(word.rpartition(b" ")[2][:1])
            old = os.fsdecode(next(words))
            yield os.fsdecode(next(words)) if how in "RC" else old, (how, old)


def _stretches(patch: bytes) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines that the patch of one file adds."""
    left = 0
    for line in patch.split(b"\n"):
        if left:
            left -= line[:1] == b"+"
        elif hunk := _HUNK.match(line):
            first, left = int(hunk[1]), int(hunk[2] or 1)
            if left:
                yield first, first + left - 1


def _git(root: Path, *words: str) -> bytes:
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *_BARE, *words], capture_output=True, check=False, env={**environment, "LC_ALL": "C"}
        )
    except OSError as error:
        hint = "install git, or leave --changed-since out"
        raise NumcheckError(f"git cannot be run: {error.strerror}", where="--changed-since", hint=hint) from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        hint = "name a commit that is there; a shallow clone needs its history (fetch-depth: 0)"
        raise NumcheckError(f"git says: {told[0] if told else 'no'}", where="--changed-since", hint=hint)
    return done.stdout
