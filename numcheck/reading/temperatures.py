"""Temperatures: of which scale bare degrees are, and which figures are a difference ("two degrees warmer") and no level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from numcheck.language.en import weather
from numcheck.model.quantity import DIFFERENCE
from numcheck.model.reading import Mention

_BARE, _CELSIUS, _FAHRENHEIT = "degree", "degree_celsius", "degree_fahrenheit"
_SCALES = (_CELSIUS, _FAHRENHEIT)

_HOT = (Decimal(25), Decimal(58))
_COLD, _MILD, _MOST = Decimal(20), Decimal(60), Decimal(135)
"""Levels by which weather tells its scale: nobody calls 30 Fahrenheit hot or 40 Celsius cold, and no day has 80 Celsius."""

_FURTHEST_WARMING = 5
"""Words from "warming" to its level, at most: keep global warming well below 2C."""


def temperatures(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the figures of a text with the scale of bare degrees and with differences told from levels."""
    told = {m.unit for m in mentions if m.unit in _SCALES and m.converts is None}
    if not told and not any(m.unit == _BARE for m in mentions):
        return mentions
    only = (next(iter(told)) if len(told) == 1 else None) if told else _of_a_heatwave(mentions)
    found: list[Mention] = []
    for mention in mentions:
        unit = _unit(mention, only, found)
        changed = unit != mention.unit
        found.append(replace(mention, unit=unit, trail=(*mention.trail, f"temperatures/{unit}")) if changed else mention)
    return found


def _of_a_heatwave(mentions: Sequence[Mention]) -> str | None:
    """Return Celsius where a text is of heat and not of cold, and its bare degrees are all hot by that scale; else None."""
    said = frozenset[str]().union(*(m.sentence.lower for m in mentions))
    if said.isdisjoint(weather.HOT) or not said.isdisjoint(weather.COLD):
        return None
    least, most = _HOT
    levels = [m.interval.low for m in mentions if m.unit == _BARE]
    return _CELSIUS if all(level is not None and least <= level <= most for level in levels) else None


def _unit(mention: Mention, only: str | None, found: Sequence[Mention]) -> str:
    """Return the unit of a figure, which is that of a difference where it is one or repeats one of those before it."""
    unit = _scale(mention, only) if mention.unit == _BARE and mention.dimension is None else mention.unit
    return f"{DIFFERENCE}{unit}" if unit in _SCALES and (_is_difference(mention) or _repeats_one(mention, found)) else unit


def _scale(mention: Mention, only: str | None) -> str:
    """Return the scale of bare degrees: the only one that the text names, or the one that the weather can have."""
    words = frozenset(mention.sentence.lower)
    if not words.isdisjoint(weather.OF_ANGLES) or (only is None and words.isdisjoint(weather.OF_WEATHER)):
        return _BARE
    return only or _by_level(mention, words)


def _by_level(mention: Mention, said: frozenset[str]) -> str:
    """Return the scale on which a level is what the words beside it call it; bare degrees where it may be either."""
    level = mention.interval.low if mention.interval.low is not None else mention.interval.high
    if level is None:
        return _BARE
    if not said.isdisjoint(weather.HOT):
        least, most = _HOT
        if least <= level <= most:
            return _CELSIUS
    coldest = _MILD if said.isdisjoint(weather.COLD) else _COLD
    return _FAHRENHEIT if coldest <= level <= _MOST else _BARE


def _is_difference(mention: Mention) -> bool:
    """Tell whether a temperature is how far two levels are apart: rose 2C, 2C warmer, a difference of 2C, warming of 2C."""
    if mention.direction is not None:
        return True
    return _said_in_front(mention) or _said_behind(mention)


def _said_in_front(mention: Mention) -> bool:
    lower, at = mention.sentence.lower, mention.first - 1
    while at > 0 and lower[at] in weather.BESIDE_A_STEP:
        at -= 1
    before = lower[at] if at >= 0 else ""
    noun = lower[at - 1] if at > 0 else ""
    if before in weather.CHANGING or (before in weather.OF and noun in weather.STEPS):
        return True
    return _of_warming(lower, mention.first)


def _of_warming(lower: Sequence[str], first: int) -> bool:
    """Tell whether small words alone stand between "warming" and the figure at `first`: limit global warming to 1.5C."""
    for at in range(first - 1, max(first - 1 - _FURTHEST_WARMING, -1), -1):
        if lower[at] in weather.WARMING:
            return True
        if lower[at] not in weather.TO_A_LEVEL:
            return False
    return False


def _said_behind(mention: Mention) -> bool:
    lower, at = mention.sentence.lower, mention.last
    if lower[at : at + 1] == ["("]:
        at = lower.index(")", at) + 1 if ")" in lower[at:] else at
    word, then = [*lower[at : at + 2], "", ""][:2]
    if word in weather.SIDES:
        return then not in weather.FREEZING
    return word in weather.COMPARING or (word in weather.OF and then in weather.WARMING)


def _repeats_one(mention: Mention, found: Sequence[Mention]) -> bool:
    """Tell whether a figure repeats a difference in another scale."""
    return mention.converts is not None and found[mention.converts].unit.startswith(DIFFERENCE)
