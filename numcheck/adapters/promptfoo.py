"""An assertion for promptfoo: every figure of the output against the variables that hold what it was written from.

A file of the project holds `from numcheck.adapters.promptfoo import get_assert`, and the assertion is `type: python` with that
file as its value. Its `config` may name the variables with the sources (`sources`; else `sources`, `source` and `context` are
read) and the lowest score that passes (`threshold`; else 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numcheck.adapters.check import Verdict, check

_NAMES = ("sources", "source", "context")


def get_assert(output: Any, context: dict[str, Any]) -> dict[str, Any]:
    """Return promptfoo's GradingResult: the score is the share of figures supported; what was not checked never passes."""
    config = context.get("config") or {}
    names = config.get("sources") or _NAMES
    found = check(str(output), list(_texts(context.get("vars") or {}, [names] if isinstance(names, str) else names)))
    return {
        "pass": found.passes(float(config.get("threshold", 1))),
        "score": found.score or 0.0,
        "reason": found.reasons(),
        "namedScores": found.counts(),
        "componentResults": [_component(figure) for figure in found.figures],
    }


def _texts(variables: dict[str, Any], names: Sequence[str]) -> Any:
    """Yield the sources among the variables: texts, lists of texts, or mappings of names to texts."""
    for name in names:
        match variables.get(name):
            case str() as text:
                yield name, text
            case list() as texts:
                yield from ((f"{name} {at}", str(text)) for at, text in enumerate(texts, 1))
            case dict() as named:
                yield from ((str(key), str(text)) for key, text in named.items())


def _component(figure: Verdict) -> dict[str, Any]:
    good = figure.state == "supported"
    return {"pass": good, "score": float(good), "reason": str(figure)}
