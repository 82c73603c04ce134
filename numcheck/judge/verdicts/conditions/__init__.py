"""The closed vocabulary of `when`: every `@condition` of a module in this folder is one.

A condition takes what the rule is about and its options, and says yes or no. Its name is the function's with hyphens; its
first parameter's type says which rules may use it; its keyword parameters are its options, with their types and defaults; its
docstring is its documentation. A new condition is a new function here and nothing else.
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
    found = [value for name in modules for value in vars(modules[name]).values() if isinstance(value, Condition)]
    found = [condition for condition in found if condition.name[0] != "-"]
    return {condition.name: condition for condition in sorted(found, key=lambda condition: condition.name)}
