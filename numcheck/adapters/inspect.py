"""A scorer for Inspect: every figure of the answer against what it was written from. No model is asked."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from numcheck.adapters import extra
from numcheck.adapters.check import check

with extra("inspect"):
    from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
    from inspect_ai.solver import TaskState


@scorer(metrics=[mean(), stderr()])
def figures(sources: str = "sources") -> Scorer:
    """Return a scorer whose value is the share of figures supported; what was not checked is kept and not counted.

    The sources are what the sample's metadata has under the name `sources` (a text, or a list of them), else its target.
    """

    async def score(state: TaskState, target: Target) -> Score:
        texts: Any = state.metadata.get(sources) or list(target)
        found = check(state.output.completion, [texts] if isinstance(texts, str) else texts)
        told = {"outcome": found.outcome, "figures": [asdict(figure) for figure in found.figures]}
        given: dict[str, Any] = {"answer": state.output.completion, "explanation": found.reasons(), "metadata": told}
        if found.outcome == "not checked" or found.score is None:
            return Score.unscored(reason="not checked", **given)
        return Score(value=found.score, **given)

    return score
