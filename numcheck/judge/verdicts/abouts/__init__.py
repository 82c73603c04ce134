"""What a rule can be about. Each member of this folder is one kind of it, named as in YAML and in the model's list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, get_args

from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted
from numcheck.members import Members
from numcheck.model.rule import About


class Kind(Protocol):
    """A member of this folder. Where a rule also runs over all that other kinds of rule do, it has ALSO, which names these."""

    @property
    def SUBJECT(self) -> type[Subject]:
        """Return the type that conditions look at."""

    @property
    def FIELDS(self) -> tuple[str, ...]:
        """Return what a message may quote."""

    @property
    def QUOTES(self) -> Quoted:
        """Return what a good message quotes."""

    def subjects(self, docket: Docket) -> Iterator[Subject]:
        """Yield all that a rule runs over."""

    def values(self, subject: Any, /) -> Mapping[str, str]:
        """Return the fields of a message with their words."""


FOUND: Members[Kind] = Members(__name__)
ABOUTS: Mapping[About, Kind] = {about: FOUND[about] for about in get_args(About)}


def also(about: About) -> tuple[About, ...]:
    """Return the kinds over whose subjects rules about this one run too; theirs come first."""
    named: tuple[About, ...] = getattr(ABOUTS[about], "ALSO", ())
    return named
