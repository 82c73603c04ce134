"""Conditions on the run as a whole."""

from __future__ import annotations

from typing import Literal

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import Run


@condition()
def no_figures(run: Run, *, of: Literal["all", "draft", "source"] = "all") -> bool:
    """No figure was read in the documents `of` this role, nor a date or score checked; false where there is none."""
    documents = {a.path for a in run.articles if of in ("all", a.role)}
    return bool(documents) and documents.isdisjoint(run.checked) and not any(c.document in documents for c in run.claims)


@condition()
def clashes_withheld(run: Run) -> bool:
    """Figures that cannot both be true may be one quantity, and are not sure enough to be judged."""
    return bool(run.withheld)
