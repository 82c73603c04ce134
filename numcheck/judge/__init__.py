"""Say by rules where outlets contradict or inflate each other, and which figures of a draft its sources hold."""

from __future__ import annotations

from numcheck.judge.rules.packs import load_rules
from numcheck.judge.verdicts.docket import Case
from numcheck.judge.verdicts.judge import Judgement, judge, settle

__all__ = ["Case", "Judgement", "judge", "load_rules", "settle"]
