"""Mistakes a user can mend: what is wrong, where, and what to try."""

from __future__ import annotations


class NumcheckError(Exception):
    """Say `what` went wrong, `where` (a file, with a line where known) and a `hint` of what to try.

    The command line prints it without a traceback and exits 2.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  try: {self.hint}" if self.hint else ""
        return f"{place}{self.what}{advice}"


class Unreadable(NumcheckError):
    """A file that cannot be read as an article: missing, binary, empty, or in an unknown encoding."""


class BadRule(NumcheckError):
    """One or more mistakes in rule files, all told at once, each with its file and line."""


class BadTable(NumcheckError):
    """One or more mistakes in a table of words, all told at once, each with its file and line."""
