"""What Decimal itself refuses for numbers of more digits than it computes with (28), and large ones in a reader's words."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal, InvalidOperation

SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
"""The words of scale that a newspaper prints, each with the power of ten that it stands for."""
_TWO_DIGITS, _THREE_DIGITS = 9.95, 100
"""From where on a ratio has two digits in front of its point, once rounded, and from where on three."""


def so_many(number: Decimal) -> tuple[Decimal, str]:
    """Return how many of the largest word of scale a number comes to, and that word behind a blank; small ones have none."""
    power, word = next(((power, f" {word}") for power, word in SCALES if abs(number) >= Decimal(1).scaleb(power)), (0, ""))
    return number.scaleb(-power), word


def times(ratio: Decimal | float | None) -> str:
    """Return a ratio in words a reader takes in at once, in two digits: "1.5", "14", "1,200"; "many" where none is known."""
    if ratio is None:
        return "many"
    if ratio >= _THREE_DIGITS:
        return f"{Decimal(f'{ratio:.2g}'):,.0f}"
    return f"{ratio:.0f}" if ratio >= _TWO_DIGITS else f"{ratio:.1f}".removesuffix(".0")


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
