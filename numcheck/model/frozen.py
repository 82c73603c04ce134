"""Frozen values of which one text makes thousands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a dataclass with slots that nobody may write to: the type checker holds the house to it.

    dataclass(frozen=True) holds it at run time too, and so sets every field by a call: five times the time, a tenth of all
    reading. Those that leave the reading, a claim and what it is made of, are frozen so; what stays inside is made by this.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def unlike_others(cls: type[T]) -> type[T]:
    """Make what `frozen` makes, equal to itself alone: it can be looked up whatever it holds, and at once."""
    return dataclass(slots=True, eq=False)(cls)
