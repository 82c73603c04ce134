"""Turn a report into text. Each format is one file of this folder with a NAME and `render(report, view)`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from numcheck.members import Members
from numcheck.model.report import Report, View


@lru_cache(maxsize=1)
def formats() -> Members[Any]:
    """Return the formats by name: the modules of this folder that have a NAME, each imported when it is asked for."""
    return Members(__name__, "NAME")


def render(report: Report, form: str, view: View) -> str:
    """Return `report` in the format named `form`, ending in a line break."""
    text: str = formats()[form].render(report, view)
    return text
