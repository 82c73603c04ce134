"""Conditions on a numeral of a draft that is no figure, as the ledger has it."""

from __future__ import annotations

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import DraftMark


@condition()
def missed_mark(mark: DraftMark, *, among: tuple[str, ...]) -> bool:
    """No source gives the date, time, rank, score or number of a name, and sources give others; `among` are the kinds meant."""
    return mark.entry.state != "supported" and mark.noted.item.reason in among
