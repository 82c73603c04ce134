"""Units as data: a name, a dimension, the ways to write it, and its size in the dimension's base unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. `factor` (and `offset`, for temperatures) turn a number of it into base units: SI, or the currency itself.

    `name` is an ISO 4217 code, a pint name, or one of numcheck's own (count, percent, percentage_point, ratio, times ...).
    """

    name: str
    dimension: str
    factor: Decimal | None = None
    offset: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """All known units by name, and the ways to write them: `surfaces` maps a lower-case word or sign to a unit's name.

    `symbols` are the short forms whose case matters ("MW", "mph", "km"); they count only right behind a number.
    """

    by_name: Mapping[str, Unit]
    surfaces: Mapping[str, str]
    symbols: Mapping[str, str]
