"""The closed vocabulary of `when`: every `@condition` of a module in this folder is one.

A condition takes what the rule is about and its options, and says yes or no. Its name is the function's with hyphens; its
first parameter's type says which rules may use it; its keyword parameters are its options, with their types and defaults; its
docstring is its documentation. `condition.Question` is the Protocol that mypy holds every one of them against. A new condition
is a new function here and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from numcheck.judge.verdicts.condition import Condition
from numcheck.members import Members


@lru_cache(maxsize=1)
def known() -> Mapping[str, Condition]:
    """Return all conditions by name, in the order of their names."""
    modules: Members[object] = Members(__name__)
    told = (value for module in modules.values() for value in vars(module).values() if isinstance(value, Condition))
    return dict(sorted((condition.name, condition) for condition in told if not condition.is_inner))
