"""Say which optional packages a kind of file needs."""

from __future__ import annotations

from numcheck.model.errors import Unreadable


def needed(kind: str, extra: str, where: str) -> Unreadable:
    """Return the error to raise where the packages that read this kind of file are not installed."""
    return Unreadable(f"{kind} is read with an extra: pip install 'numcheck[{extra}]'", where=where)
