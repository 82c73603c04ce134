"""What a figure takes over from the one before it in its sentence: an age, a direction, the hedge of a conversion."""

from __future__ import annotations

from numcheck.language.en import around
from numcheck.reading.line import Amount, Line
from numcheck.reading.nouns import counted, may_be_noun

Gap = tuple[str, ...]
"""The words between two figures, as written."""

_LISTED = (("and",), (",",), ("or",), (",", "and"))
_LONGEST_GAP = 8
_YEAR = 4
"""Digits of a year."""

_WHOLE = 100
"""A share without its sign is no larger: more is counted."""

_ALSO_MOVED = ("up", "down", "by")
"""In front of a share that leaves out its unit behind another: prices rose 41 percent, and wages are up 17."""

_NEVER_LEFT_OUT = (None, "count", "share", "points", "multiple", "duration")
_BRACKETS = (("(",), ("[",), ("/",), (",", "or"), ("or",), ("–",), (";",))
_FAR_LARGER = 10
_FURTHEST_KIND = 4
"""Words between two figures of one kind at most."""

_FURTHEST_SUM = 8
"""Words between two sums at most of which the second leaves out its currency."""

_APART = ((",",), ("—",), ("–",), ("(",))
_OTHER_END = {around.TO: around.FROM, around.FROM: around.TO}
"""Between two levels, with what stands in front of the first."""

_HYPHENS = (("-",), ("‐",), ("‑",))
_DEGREES = {"degree", "degree_celsius", "degree_fahrenheit"}


def follow(line: Line, said: Amount, again: Amount, place: int) -> None:
    """Let `again` take over what `said`, the figure before it and the one at `place` of its sentence, says for both."""
    gap = tuple(line.words[said.last : again.first])
    for take_over in (_age, _points, _percent, _limit, _elided, _level, _direction):
        take_over(line, said, again, gap)
    if _is_bracket(line, again, gap) and _converts(line, said, again, gap[-1:]):
        again.converts = place if said.converts is None else said.converts
        again.trail += ("conversion",)
        _hedge(said, again)


def _is_bracket(line: Line, again: Amount, gap: Gap) -> bool:
    """Tell whether words join a figure to its conversion: "30 feet (9 metres)", "30-foot-tall (9-metre-tall)"."""
    if gap[:1] in _HYPHENS and gap[2:] == ("(",):
        return gap[1] in around.LONG and line.word(again.last) == gap[0] and line.word(again.last + 1) == gap[1]
    return gap in _BRACKETS


def _age(line: Line, said: Amount, again: Amount, gap: Gap) -> None:
    """Read the second of "aged 12 and 14", "17 when she left and 42 when" as an age, where it counts no noun.

    So is one behind a name that ends the sentence: the 24-year-old stabbed Marlow, 31.
    """
    if said.dimension != "age" or again.unit != "count" or again.hedge in ("vague", "range"):
        return
    told = gap in _LISTED or _at_another_time(line, again, gap) or _behind_a_name(line, again, gap)
    alone = again.digits or not said.digits or not line.as_written(again.last)[:1].isalnum()  # "11 and eight, were found"
    if told and alone and not _counts_others(line, again.last):
        again.dimension, again.unit = "age", said.unit
        again.trail += ("ages/inherited",)


def _behind_a_name(line: Line, again: Amount, gap: Gap) -> bool:
    """Tell whether a name and a comma stand in front of a number that ends its sentence."""
    named = gap[-1:] == (",",) and gap[-2:-1] != () and gap[-2][:1].isupper() and gap[-2].isalpha()
    return named and again.is_bare and line.as_written(again.last) in ("", ".", ";")


def _counts_others(line: Line, at: int) -> bool:
    """Tell whether a plural follows an age that it could count: 11 boys, 12 old boats; not 12 suffered burns."""
    noun = counted(line, at)
    return noun != "" and (line.word(at) == noun or not line.word(at).endswith("ed"))


def _at_another_time(line: Line, again: Amount, gap: Gap) -> bool:
    """Tell whether two ages are told of two times: "17 when she left and 42 when she came back"."""
    told = gap[:1] == (around.OTHER_TIME,) and gap[-1] in around.ADDS
    return told and line.word(again.last) in around.AT_A_TIME


def _points(line: Line, said: Amount, again: Amount, gap: Gap) -> None:
    """Read the change of a share in the brackets behind it, which says its sign: Lab 41% (+2)."""
    signed = gap in (("(", "+"), ("(", "±")) or (gap == ("(",) and again.value is not None and again.value < 0)
    if said.unit == "percent" and signed and again.unit == "count" and line.word(again.last) == ")":
        again.unit, again.direction = "percentage_point", "down" if gap == ("(",) else "up"
        again.trail += ("measures/inherited",)


def _percent(line: Line, said: Amount, again: Amount, gap: Gap) -> None:
    """Read the second of "41 per cent, with the Greens at 34", "7 per cent, but they want 12", "41 per cent, wages up 17"."""
    if said.unit != "percent" or not _counts_nothing(line, again):
        return
    cues, before = line.grammar.cues, line.word(again.first - 1)
    level = said.direction is None and (before in cues.before_a_level or before in cues.before_a_wish)
    if (level or before in _ALSO_MOVED or before in around.THE_REST) and again.low is not None and again.low <= _WHOLE:
        _take_unit(said, again)


def _take_unit(said: Amount, again: Amount) -> None:
    """Give the second figure the unit that it leaves out."""
    again.unit, again.dimension = said.unit, again.dimension or said.dimension
    again.trail += ("measures/inherited",)


def _is_number(again: Amount) -> bool:
    """Tell whether a figure is a bare number in digits."""
    return again.unit == "count" and again.digits and again.is_bare


def _counts_nothing(line: Line, again: Amount) -> bool:
    """Tell whether a bare number in digits stands in front of no word that it could count."""
    return _is_number(again) and not line.as_written(again.last)[:1].isalnum()


def _limit(line: Line, said: Amount, again: Amount, gap: Gap) -> None:
    """Read the unit left out in "doing 73 mph in a zone limited to 30", "where the limit is 30", "in a 30 zone"."""
    if line.grammar.dimensions.get(said.unit) == "speed" and _is_limit(line, again, gap):
        _take_unit(said, again)


def _is_limit(line: Line, again: Amount, gap: Gap) -> bool:
    zone = _is_number(again) and line.as_written(again.last) in around.ZONES
    return zone or (_counts_nothing(line, again) and not around.LIMITS.isdisjoint(gap))


def _elided(line: Line, said: Amount, again: Amount, gap: Gap) -> None:
    """Read the unit left out in "20 mph in May and 30 in June", "28 euros, 3 more than", "bread 1.20 euros, milk 0.99"."""
    if not gap or not _are_of_one_kind(said, again):
        return
    dimension = line.grammar.dimensions.get(said.unit)
    told = _LEFT_OUT.get(dimension or "", () if dimension in _NEVER_LEFT_OUT else _OF_A_MEASURE)
    if any(leaves_out(line, said, again, gap) for leaves_out in told):
        _take_unit(said, again)


def _are_of_one_kind(said: Amount, again: Amount) -> bool:
    """Tell whether a bare number may be of the unit of the figure before it: in digits and written in full, as that is."""
    alike = _is_number(again) and again.scaled == said.scaled
    return alike and said.dimension != "age" and said.word is None and again.hedge != "vague"


def _is_of_another_time(line: Line, said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether a time stands behind the second of two figures where its unit would."""
    return gap[-1] in around.COMPARING and _time_follows(line, again.last)


def _is_compared(line: Line, said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether "more than" stands there: 38 minutes, 12 fewer than now."""
    return gap in _APART and (line.word(again.last), line.word(again.last + 1)) in around.MORE_THAN


def _is_parallel(line: Line, said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether both stand before words of one kind: 90 minutes by car or 35 by train, 400 metres long and 59 wide."""
    one, other = line.word(said.last), line.word(again.last)
    alike = one == other if one in around.PARALLEL else one in around.LONG and other in around.LONG
    return alike and gap[-1] in around.JOINING and len(gap) <= _FURTHEST_KIND


def _is_in_place_of(line: Line, said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether the second is told in place of the first: every nine minutes instead of every 15, not every 20."""
    return gap in around.IN_PLACE_OF and not may_be_noun(line, again.last)


def _is_of_a_sum(line: Line, said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether the noun of a sum stands in front: a profit of 69 million euros on sales of 1.8 billion."""
    return again.scaled and gap[-1] == "of" and len(gap) <= _FURTHEST_SUM and gap[-2:-1] != () and gap[-2] in around.SUMS


def _goes_on_in_decimals(line: Line, said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether a number with decimals, which counts nothing, is the next of its kind behind a noun or a name."""
    near = len(gap) <= _FURTHEST_KIND and gap[-1].isalpha() and gap[-1] not in around.LEADS_ELSEWHERE
    behind = line.as_written(again.last)
    ends = not behind[:1].isalnum() or behind in line.grammar.cues.ends_a_noun
    return said.direction is None and (near or gap[-1] in around.POSSESSIVE) and ends and _are_of_one_size(said, again)


def _are_of_one_size(said: Amount, again: Amount) -> bool:
    """Tell whether two numbers have decimals, and the second is not far larger: not a rate of 4.1%, gold at 2,412.50."""
    one, other = said.value, again.value
    if one is None or other is None or not one % 1 or not other % 1:
        return False
    return other <= (_WHOLE if said.unit == "percent" else _FAR_LARGER * one)


_OF_A_MEASURE = (_is_of_another_time, _is_compared, _is_parallel, _goes_on_in_decimals)
_LEFT_OUT = {
    "currency": (*_OF_A_MEASURE, _is_of_a_sum),
    "duration": (_is_compared, _is_parallel, _is_in_place_of),
    "share": (_is_parallel, _goes_on_in_decimals),
}
"""What tells that a second figure leaves out the unit of the first, by its dimension."""


def _time_follows(line: Line, at: int) -> bool:
    """Tell whether a time stands at `at`: in June, in 2019, last week, the year before."""
    behind, then = line.word(at), line.word(at + 1)
    if behind in ("in", "on"):
        return then in line.grammar.months or (len(then) == _YEAR and then.isdecimal())
    return behind in ("last", "this") or (behind in ("a", "the") and then == "year")


def _level(line: Line, said: Amount, again: Amount, gap: Gap) -> None:
    """Give the second level of two the unit of the first: from 208 pounds to 193, 3 tonnes a day, down from 9."""
    if again.unit != "count" or not again.is_bare:
        return
    other_end = gap in _OTHER_END and line.word(said.first - 1) in _OTHER_END[gap]
    if not other_end and not (_came_from(gap) and _counts_nothing(line, again)):
        return
    if said.unit != "count" and not may_be_noun(line, again.last):
        _take_unit(said, again)


def _came_from(gap: Gap) -> bool:
    """Tell whether the words between two figures make the second the level of before: down from, up from a low of."""
    at = next((at for at in range(len(gap) - 1) if gap[at : at + 2] in around.CAME), None)
    return at is not None and (gap[at + 2 :] in around.AND_JUST or gap[at + 3 : at + 5] in around.EXTREME_OF)


def _direction(line: Line, said: Amount, again: Amount, gap: Gap) -> None:
    """Let a change that is stated once more, or one of the next thing, go the same way."""
    if said.direction is not None and again.direction is None and again.unit != "count" and _goes_on(said, again, gap):
        again.direction = said.direction
        again.trail += ("changes/inherited",)


def _goes_on(said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether `again` states the change once more, or one of the next thing: 190 points, or 0.6%; Beech by 2.6%."""
    joint = gap[-1] if 0 < len(gap) <= _LONGEST_GAP else ""
    if joint == "or":
        return all(word.islower() or word == "," for word in gap)
    if joint != "by" or said.unit != again.unit:
        return False
    return all(not word.isalpha() or word[0].isupper() or word in around.BETWEEN_GAPPED for word in gap)


def _converts(line: Line, said: Amount, again: Amount, gap: Gap) -> bool:
    """Tell whether the two are one amount in two units: "100 km (60 miles)", "224 kW / 300 PS", "$5m (£4m)"."""
    one, other = (line.grammar.dimensions.get(amount.unit) for amount in (said, again))
    if said.unit == "count" and said.scaled and gap == ("(",):
        # "110 billion ($143 billion)": the first lost its sign on the way
        return again.scaled and other == "currency" and said.word is None
    if said.unit == again.unit or "count" in (said.unit, again.unit) or one is None:
        return False
    if one != other and not {said.unit, again.unit} <= _DEGREES:
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
