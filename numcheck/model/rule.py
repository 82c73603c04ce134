"""A rule: what to look for, how grave it is, and what to say of it. Sentences in YAML, verbs in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from numcheck.model.finding import Severity

About = Literal[
    "claim", "article", "pair", "rival", "alike", "topic", "draft", "mark", "numeral", "document", "waiver", "reckoning", "run"
]
Setting = Literal["across", "draft"]
Profile = Literal["summary", "draft", "docs"]
"""What a gate is for; `numcheck.judge.rules.profiles` says what each makes of a rule."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition of a rule's `when` with its options; `parts` are the conditions that `any`, `all` and `not` hold."""

    condition: str
    options: Mapping[str, object] = field(default_factory=dict)
    parts: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Gross:
    """When a finding is gross: always, never, or where the sizes are `ratio` times apart or more."""

    always: bool = False
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, named by its place: `pack/name`. `file` is where it was read, for errors and for the page beside it.

    `severity` has one value for outlets across a story and one for a draft against its sources; below the confidence `sure` an
    error is told as a warning.
    """

    name: str
    title: str
    about: About
    kind: str
    severity: Mapping[Setting, Severity]
    when: tuple[Clause, ...]
    message: str
    help: str
    gross: Gross = field(default_factory=Gross)
    instead_of: tuple[str, ...] = ()
    file: str = ""
    sure: float = 0.0

    @property
    def pack(self) -> str:
        """Return the rule's pack: its name without the last part."""
        return self.name.rpartition("/")[0]

    def asks(self, condition: str) -> bool:
        """Tell whether the rule speaks only where this condition holds."""
        return any(clause.condition == condition for clause in self.when)
