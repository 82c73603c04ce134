"""What a phrase and a decoy are, how they are found in their folders, and in which order they take their turn."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from graphlib import TopologicalSorter
from heapq import heappop, heappush
from typing import Protocol, TypeVar, runtime_checkable

from numcheck.members import Members
from numcheck.reading.line import Amount, Decoy, Line


class Member(Protocol):
    """What every member says of itself: whom it comes AFTER, by their files' names, and QUIET texts that it leaves alone."""

    @property
    def AFTER(self) -> tuple[str, ...]:
        """Return the names of the members before it."""

    @property
    def QUIET(self) -> tuple[str, ...]:
        """Return texts it must not touch."""


class Phrase(Member, Protocol):
    """A family of figures. It does at least one of what the protocols below say."""

    @property
    def EXAMPLES(self) -> tuple[tuple[str, float | None, float | None], ...]:
        """Return texts, each with the ends of a figure that it reads there."""


@runtime_checkable
class Starts(Protocol):
    """A phrase that begins a figure at a token of its KINDS."""

    @property
    def KINDS(self) -> tuple[str, ...]:
        """Return the kinds of tokens it looks at."""

    def start(self, line: Line, i: int) -> Amount | None:
        """Read the figure at token `i`."""


@runtime_checkable
class Extends(Protocol):
    """A phrase that takes in what belongs to a number: its unit, its age, its rate."""

    def extend(self, line: Line, amount: Amount) -> None:
        """Take in what stands beside `amount`."""


@runtime_checkable
class Joins(Protocol):
    """A phrase that makes a range of two figures."""

    def join(self, line: Line, amount: Amount) -> bool:
        """Take in the second end; tell whether there was one."""


@runtime_checkable
class Wraps(Protocol):
    """A phrase that finishes a figure: its hedge, its direction, its kind."""

    def wrap(self, line: Line, amount: Amount) -> None:
        """Finish `amount`."""


class Claims(Member, Protocol):
    """A decoy: a family of numerals that are no quantity, at tokens of its KINDS, marked with its REASON mostly."""

    @property
    def REASON(self) -> str:
        """Return the reason of its marks."""

    @property
    def KINDS(self) -> tuple[str, ...]:
        """Return the kinds of tokens it looks at."""

    @property
    def EXAMPLES(self) -> tuple[tuple[str, str, str | None], ...]:
        """Return texts, each with what it claims there and the value that it is read as."""

    def claim(self, line: Line, i: int) -> Decoy | None:
        """Claim the numeral at token `i`."""


Some = TypeVar("Some", bound=Member)


@lru_cache(maxsize=1)
def phrases() -> Members[Phrase]:
    """Return the phrases by name."""
    return Members("numcheck.reading.phrases")


@lru_cache(maxsize=1)
def decoys() -> Members[Claims]:
    """Return the decoys by name."""
    return Members("numcheck.reading.decoys")


def ordered(members: Mapping[str, Some]) -> tuple[Some, ...]:
    """Put each member behind those it comes after, the rest by name.

    Raises graphlib.CycleError for a circle, and KeyError for a member that comes after nobody who is there.
    """
    waiting = TopologicalSorter({name: member.AFTER for name, member in members.items()})
    waiting.prepare()
    ready: list[str] = []
    turn: list[Some] = []
    while waiting.is_active():
        for name in waiting.get_ready():
            heappush(ready, name)
        name = heappop(ready)
        turn.append(members[name])
        waiting.done(name)
    return tuple(turn)
