"""Conditions on how the statements of one quantity move from report to report."""

from __future__ import annotations

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import OneTopic


@condition()
def ladder(topic: OneTopic, *, rungs: int = 3) -> bool:
    """From report to report one number is told with more behind it: "up to 500", "500", "more than 500", in `rungs` outlets."""
    return len(topic.climb) >= rungs
