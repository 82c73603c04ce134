"""A metric for DeepEval: every figure of the output against the contexts that it was written from. No model is asked."""

from __future__ import annotations

from typing import Any

from numcheck.adapters import extra
from numcheck.adapters.check import Check, check

with extra("deepeval"):
    from deepeval.metrics import BaseMetric
    from deepeval.test_case import LLMTestCase


class FiguresMetric(BaseMetric):
    """The share of the figures of `actual_output` that `retrieval_context` and `context` support.

    `check` holds the verdict on each figure. Where nothing could be checked the metric is `skipped`: it has no score, and it
    is not successful.
    """

    def __init__(self, threshold: float = 1.0) -> None:
        self.threshold = threshold
        self.async_mode = False
        self.check: Check | None = None

    def measure(self, test_case: LLMTestCase, *_: Any, **__: Any) -> float:
        """Check the output of a test case and return the score; 0 where nothing could be checked, and then `score` is None."""
        sources = [*(test_case.retrieval_context or ()), *(test_case.context or ())]
        found = check(test_case.actual_output or "", [getattr(source, "context", source) for source in sources])
        self.check, self.score, self.reason = found, found.score, found.reasons()
        self.skipped = found.outcome == "not checked"
        self.score_breakdown = found.counts()
        self.success = self.is_successful()
        return found.score or 0.0

    async def a_measure(self, test_case: LLMTestCase, *_: Any, **__: Any) -> float:
        """Do as `measure` does."""
        return self.measure(test_case)

    def is_successful(self) -> bool:
        """Tell whether enough figures are supported; what was not checked is no success."""
        return self.check is not None and self.check.passes(self.threshold or 0.0)

    @property
    def __name__(self) -> str:
        return "Figures supported"
