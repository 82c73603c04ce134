"""What Decimal itself refuses for numbers of more digits than it computes with (28): an article may write any."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal, InvalidOperation


def is_multiple(number: Decimal, power: int) -> bool:
    """Tell whether a number is a whole multiple of ten to the `power`."""
    return number.scaleb(-power) == floor(number.scaleb(-power))


def floor(number: Decimal) -> Decimal:
    """Return the largest whole number that is not above this one."""
    return number.to_integral_value(ROUND_FLOOR)


def to_places(number: Decimal, places: int) -> Decimal:
    """Return a number rounded to so many decimal places; one too large to have that many stays as it is."""
    try:
        return number.quantize(Decimal(1).scaleb(-places))
    except InvalidOperation:
        return number
