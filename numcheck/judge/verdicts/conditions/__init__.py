"""The closed vocabulary of `when`: every public function of a module in this folder is a condition.

A condition takes what the rule is about and its options, and says yes or no. Its name is the function's with hyphens; its
first parameter's type says which rules may use it; its keyword parameters are its options, with their types and defaults; its
docstring is its documentation. A new condition is a new function here and nothing else.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any, get_type_hints

from numcheck.judge.subject import Subject


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a condition: its type as annotated, and its default where it has one."""

    type: Any
    default: Any = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: its name in YAML, the function, the kind of subject it looks at, and its options by name."""

    name: str
    holds: Callable[..., bool]
    subject: type[Subject]
    options: Mapping[str, Option]
    help: str


@lru_cache(maxsize=1)
def known() -> Mapping[str, Condition]:
    """Return all conditions by name, in the order of their names."""
    found: dict[str, Condition] = {}
    for module in pkgutil.iter_modules(__path__):
        for function in vars(import_module(f"{__name__}.{module.name}")).values():
            if (
                inspect.isfunction(function)
                and function.__module__ == f"{__name__}.{module.name}"
                and function.__name__[0] != "_"
            ):
                condition = _condition(function)
                found[condition.name] = condition
    return dict(sorted(found.items()))


def _condition(function: Callable[..., bool]) -> Condition:
    """Read a condition off its function's signature."""
    hints = get_type_hints(function)
    first, *rest = inspect.signature(function).parameters.values()
    options = {p.name: Option(hints[p.name], None if p.default is p.empty else p.default, p.default is p.empty) for p in rest}
    return Condition(
        function.__name__.replace("_", "-"), function, hints[first.name], options, " ".join((function.__doc__ or "").split())
    )
