"""What a figure takes over from the one before it in its sentence: an age, a direction, the hedge of a conversion."""

from __future__ import annotations

from numcheck.extract.line import Amount, Line

_LISTED = (("and",), (",",), ("or",), (",", "and"))
_AGAIN = (("or",), (",", "or"))
_BRACKETS = (("(",), ("[",), ("/",), (",", "or"), ("or",), ("–",), (";",))
_DEGREES = {"degree", "degree_celsius", "degree_fahrenheit"}


def follow(line: Line, said: Amount, again: Amount, place: int) -> None:
    """Let `again` take over what `said`, the figure before it at `place` of the reading, says for both."""
    gap = tuple(line.words[said.last : again.first])
    if said.dimension == "age" and gap in _LISTED:
        _age(line, said, again)
    if said.unit == "percent" and again.unit == "count" and again.digits:
        _percent(line, again)
    if said.direction is not None and again.direction is None and gap in _AGAIN:
        again.direction = said.direction
    if gap in _BRACKETS and _converts(line, said, again, gap):
        again.converts = place if said.converts is None else said.converts
        again.trail += ("conversion",)
        _hedge(said, again)


def _age(line: Line, said: Amount, again: Amount) -> None:
    """Read the second of "aged 12 and 14" as an age, where no noun follows that it could count."""
    behind = line.as_written(again.last)
    counts = behind[:1].islower() and behind not in ("and", "or", "who", "were", "was")
    if again.unit == "count" and again.digits and not counts:
        again.dimension, again.unit = "age", said.unit
        again.trail += ("ages/inherited",)


def _percent(line: Line, again: Amount) -> None:
    """Read the second of "41 per cent, with the Greens at 34" as a share, where no noun follows that it could count."""
    behind, before = line.as_written(again.last), line.word(again.first - 1)
    if before in line.grammar.cues["before_a_level"] and not behind[:1].isalnum() and again.is_bare and again.low is not None:
        if again.low > 100:
            return
        again.unit = "percent"
        again.trail += ("measures/inherited",)


def _converts(line: Line, said: Amount, again: Amount, gap: tuple[str, ...]) -> bool:
    """Tell whether the two are one amount in two units: "100 km (60 miles)", "224 kW / 300 PS", "$5m (£4m)"."""
    if said.unit == "count" and said.scaled and gap == ("(",):
        # "110 billion ($143 billion)": the first lost its sign on the way
        return again.scaled and line.grammar.dimensions.get(again.unit) == "currency" and said.word is None
    if said.unit == again.unit or "count" in (said.unit, again.unit):
        return False
    one, other = (line.grammar.dimensions.get(amount.unit) for amount in (said, again))
    if one is None or (one != other and not {said.unit, again.unit} <= _DEGREES):
        return False
    return not (gap[-1] == "or" and one in ("currency", "duration"))


def _hedge(said: Amount, again: Amount) -> None:
    """Give a plain conversion the bound of the figure it repeats."""
    if again.hedge != "exact" or again.value is None or said.hedge in ("vague", "range"):
        return
    again.hedge, again.side = said.hedge, said.side
    if said.high is None:
        again.high, again.low_open = None, said.low_open
    elif said.low is None:
        again.low, again.high_open = None, said.high_open
