"""What a figure takes over from the one before it in its sentence: an age, a direction, the hedge of a conversion."""

from __future__ import annotations

from numcheck.reading.line import Amount, Line

_LISTED = (("and",), (",",), ("or",), (",", "and"))
_COMPARING = ("and", "with", "from", "against", "to", "versus")
_BETWEEN_GAPPED = ("and", "by", "in", "while", "of", "the", "at")
_LONGEST_GAP = 8
_YEAR = 4
_BRACKETS = (("(",), ("[",), ("/",), (",", "or"), ("or",), ("–",), (";",))
_DEGREES = {"degree", "degree_celsius", "degree_fahrenheit"}


def follow(line: Line, said: Amount, again: Amount, place: int) -> None:
    """Let `again` take over what `said`, the figure before it at `place` of the reading, says for both."""
    gap = tuple(line.words[said.last : again.first])
    if said.dimension == "age" and gap in _LISTED:
        _age(line, said, again)
    if said.unit == "percent" and said.direction is None and again.unit == "count" and again.digits:
        _percent(line, again)
    if again.unit == "count" and again.digits and gap and gap[-1] in _COMPARING and again.scaled == said.scaled:
        _elided(line, said, again)
    if said.direction is not None and again.direction is None and again.unit != "count" and _goes_on(said, again, gap):
        again.direction = said.direction
        again.trail += ("changes/inherited",)
    if gap in _BRACKETS and _converts(line, said, again, gap):
        again.converts = place if said.converts is None else said.converts
        again.trail += ("conversion",)
        _hedge(said, again)


def _age(line: Line, said: Amount, again: Amount) -> None:
    """Read the second of "aged 12 and 14" as an age, where no noun follows that it could count."""
    behind = line.as_written(again.last)
    counts = behind[:1].islower() and behind not in ("and", "or", "who", "were", "was")
    if again.unit == "count" and (again.digits or not said.digits) and again.value is not None and not counts:
        again.dimension, again.unit = "age", said.unit
        again.trail += ("ages/inherited",)


def _percent(line: Line, again: Amount) -> None:
    """Read the second of "41 per cent, with the Greens at 34" as a share, where no noun follows that it could count."""
    behind, before = line.as_written(again.last), line.word(again.first - 1)
    if before in line.grammar.cues.before_a_level and not behind[:1].isalnum() and again.is_bare and again.low is not None:
        if again.low > 100:
            return
        again.unit = "percent"
        again.trail += ("measures/inherited",)


def _elided(line: Line, said: Amount, again: Amount) -> None:
    """Read the unit left out in "20 mph in May and 30 in June", where a time follows instead of a noun."""
    measured = line.grammar.dimensions.get(said.unit) not in (None, "count", "share", "points", "multiple", "duration")
    if not measured or said.dimension == "age" or not again.is_bare or again.hedge == "vague" or said.word is not None:
        return
    behind, then = line.word(again.last), line.word(again.last + 1)
    dated = behind in ("in", "on") and (then in line.grammar.months or (len(then) == _YEAR and then.isdecimal()))
    if dated or behind in ("last", "this") or line.says(again.last, ("a", "year")) or line.says(again.last, ("the", "year")):
        again.unit = said.unit
        again.trail += ("measures/inherited",)


def _goes_on(said: Amount, again: Amount, gap: tuple[str, ...]) -> bool:
    """Tell whether `again` states the change once more, or one of the next thing: 190 points, or 0.6%; Beech by 2.6%."""
    if not gap or len(gap) > _LONGEST_GAP or said.unit == again.unit == "count":
        return False
    if gap[-1] == "or":
        return all(word.islower() or word == "," for word in gap)
    if gap[-1] != "by" or said.unit != again.unit:
        return False
    return all(not word.isalpha() or word[0].isupper() or word in _BETWEEN_GAPPED for word in gap)


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
