"""What a condition of a rule is: a function of what the rule is about, its options, and what it reads of each claim."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Container, Mapping
from typing import Any, Protocol, TypeVar, get_type_hints

from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.statements import STATED
from numcheck.model.frozen import frozen

Asked = TypeVar("Asked", bound=Subject, contravariant=True)


class Question(Protocol[Asked]):
    """What a member of the folder of conditions is: a question to one kind of subject, with options, to say yes or no to."""

    __name__: str

    def __call__(self, subject: Asked, /, *args: Any, **options: Any) -> bool:
        """Tell whether it holds of the subject."""


@frozen
class Option:
    """An option of a condition: its type as annotated, and its default where it has one."""

    type: Any
    default: Any = None
    required: bool = False


@frozen
class Condition:
    """A condition: its name in YAML, the function, the kind of subject it looks at, and its options by name.

    `reads` names what it reads of a claim, None where it may read everything: the claim's words, its document, what else that
    says. `first` is a condition that must hold too: it is asked before this one, and reads less. It is
    `of_statements` where all who repeat a statement are alike to it, so that it is asked of one for all.
    """

    name: str
    holds: Question[Any]
    subject: type[Subject]
    options: Mapping[str, Option]
    help: str
    reads: frozenset[str] | None
    first: Condition | None
    of_statements: bool

    def missing(self, given: Container[str]) -> list[str]:
        """Return the names of the options that a rule must give and has not given, in their order."""
        return [name for name, option in self.options.items() if option.required and name not in given]

    @property
    def is_inner(self) -> bool:
        """Tell whether it only begins other conditions (its function's name opens with "_"), and no rule may ask it."""
        return self.name.startswith("-")


def condition(*reads: str, first: Condition | None = None) -> Callable[[Question[Asked]], Condition]:
    """Make a question a condition: its name, options and documentation are the function's own.

    `reads` is what it reads of a claim, and no more; one that says nothing may read everything. `first` is a condition that
    must hold too, for a quick no: this one is asked only where it does.
    """

    def made(function: Question[Asked]) -> Condition:
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
            bool(reads) and STATED.issuperset(reads),
        )

    return made
