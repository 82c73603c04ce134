"""What a condition of a rule is: a function of what the rule is about, its options, and what it reads of each claim."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar, get_type_hints

from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.statements import STATED

Asked = TypeVar("Asked", bound=Subject)
Options = ParamSpec("Options")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a condition: its type as annotated, and its default where it has one."""

    type: Any
    default: Any = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: its name in YAML, the function, the kind of subject it looks at, and its options by name.

    `reads` names what it reads of a claim, None where it may read everything: the claim's words, its document, what else that
    says. `first` is a condition without which this one cannot hold, and which reads less.
    """

    name: str
    holds: Callable[..., bool]
    subject: type[Subject]
    options: Mapping[str, Option]
    help: str
    reads: frozenset[str] | None
    first: Condition | None

    @property
    def of_statements(self) -> bool:
        """Tell whether all who repeat a statement are alike to it, so that it is asked of one for all."""
        return self.reads is not None and self.reads <= STATED


def condition(
    *reads: str, first: Condition | None = None
) -> Callable[[Callable[Concatenate[Asked, Options], bool]], Condition]:
    """Make a function a condition: its name, options and documentation are the function's own.

    `reads` is what it reads of a claim, and no more; one that says nothing may read everything. `first` is a condition that
    holds wherever this one does, for a quick no.
    """

    def made(function: Callable[Concatenate[Asked, Options], bool]) -> Condition:
        hints = get_type_hints(function)
        asked, *rest = inspect.signature(function).parameters.values()
        return Condition(
            function.__name__.replace("_", "-"),
            function,
            hints[asked.name],
            {p.name: Option(hints[p.name], None if p.default is p.empty else p.default, p.default is p.empty) for p in rest},
            " ".join((function.__doc__ or "").split()),
            frozenset(reads) if reads else None,
            first,
        )

    return made
