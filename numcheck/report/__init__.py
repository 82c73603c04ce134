"""Turn a report into text. Each format is one file of this folder: a Reporter that is called what its NAME says."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from numcheck.members import Members
from numcheck.model.report import Report, View


class Reporter(Protocol):
    """A format: its name, and the one function from a report to text. It judges nothing and decides no exit."""

    @property
    def NAME(self) -> str:
        """What --format calls it."""

    def render(self, report: Report, view: View) -> str:
        """Return the report as text that ends in a line break; `view` says what to show of it."""


@lru_cache(maxsize=1)
def formats() -> Members[Reporter]:
    """Return the formats by name, each imported when it is asked for."""
    return Members(__name__, "NAME")


def render(report: Report, form: str, view: View) -> str:
    """Return `report` in the format named `form`, ending in a line break."""
    return formats()[form].render(report, view)
