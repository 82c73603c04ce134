"""Ask git which lines were changed. subprocess is named in this file only."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from numcheck.model.errors import NumcheckError

Lines = list[tuple[int, int]]
"""Stretches of lines, first and last, from 1."""

ALL: Lines = [(1, 10**9)]

_FILE = re.compile(r"^\+\+\+ (\"?)b/(.*?)\1\t?$")
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_BINARY = re.compile(r"^Binary files (?:\"?a/.*|/dev/null) and \"?b/(.*?)\"? differ$")
_ESCAPE = re.compile(r"\\([0-7]{3}|.)")


def changed(ref: str, root: Path) -> dict[str, Lines]:
    """Return the lines that the working tree at `root` has and the commit where it left `ref` has not, by path from the root.

    Files that git does not know yet are new in all lines. Raises NumcheckError where git cannot say.
    """
    if ref.startswith("-"):
        raise NumcheckError(f"{ref!r} is no commit", where="--changed-since", hint="name a branch, a tag or a commit")
    options = ("-U0", "--no-color", "--no-ext-diff", "--no-textconv", "-M", "--src-prefix=a/", "--dst-prefix=b/")
    found = _of_diff(_git(root, "diff", "--merge-base", *options, ref))
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard")
    return {**found, **{path: ALL for path in new.split("\0") if path}}


def _of_diff(text: str) -> dict[str, Lines]:
    found: dict[str, Lines] = {}
    path = ""
    left = 0
    for line in text.split("\n"):
        if left:
            left -= line[:1] == "+"
        elif file := _FILE.match(line):
            path = _unquoted(file[2]) if file[1] else file[2]
        elif binary := _BINARY.match(line):
            found[_unquoted(binary[1])] = ALL
        elif hunk := _HUNK.match(line):
            first, left = int(hunk[1]), int(hunk[2] or 1)
            if left:
                found.setdefault(path, []).append((first, first + left - 1))
    return found


def _unquoted(path: str) -> str:
    """Return a path that git has put in quotes, with its signs as they are."""
    plain = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\"}
    return _ESCAPE.sub(lambda m: chr(int(m[1], 8)) if m[1].isdigit() else plain.get(m[1], m[1]), path)


def _git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        hint = "install git, or leave --changed-since out"
        raise NumcheckError(f"git cannot be run: {error.strerror}", where="--changed-since", hint=hint) from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        hint = "name a commit that is there; a shallow clone needs its history (fetch-depth: 0)"
        raise NumcheckError(f"git says: {told[0] if told else 'no'}", where="--changed-since", hint=hint)
    return done.stdout.decode("utf-8", "surrogateescape")
