"""Frozen values of which one text makes thousands, or one start hundreds of classes."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a dataclass with slots that nobody may write to: the type checker holds the house to it.

    dataclass(frozen=True) holds it at run time too, and so sets every field by a call: five times the time, a tenth of all
    reading. It also compiles six methods for each class when that is imported, where this compiles one. What a caller of
    numcheck is handed, a claim and a finding and what they are made of, is frozen so; what stays inside is made by this.
    """
    made = dataclass(slots=True, eq=False, repr=False)(cls)
    parts = fields(made)  # type: ignore[arg-type]
    compared = [part.name for part in parts if part.compare]
    values = attrgetter(*compared) if compared else type

    def is_equal(self: T, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def told(self: T) -> str:
        return f"{type(self).__name__}({', '.join(f'{part.name}={getattr(self, part.name)!r}' for part in parts if part.repr)})"

    for name, method in {"__eq__": is_equal, "__hash__": lambda self: hash(values(self)), "__repr__": told}.items():
        setattr(made, name, method)
    return made


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def unlike_others(cls: type[T]) -> type[T]:
    """Make what `frozen` makes, equal to itself alone: it can be looked up whatever it holds, and at once."""
    return dataclass(slots=True, eq=False)(cls)
