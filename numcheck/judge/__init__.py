"""Say by rules where outlets contradict or inflate each other, and which figures of a draft its sources hold."""

from __future__ import annotations

from numcheck.judge.judge import Judgement, judge, settle
from numcheck.judge.packs import load_rules

__all__ = ["Judgement", "judge", "load_rules", "settle"]
