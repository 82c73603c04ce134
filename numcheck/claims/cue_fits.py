"""Which cues may speak for a figure: by what it counts, who acts, and to which words of the sentence they belong."""

from __future__ import annotations

from numcheck.claims.agency import acts, takes_object
from numcheck.claims.annotated import Annotated, Hit
from numcheck.claims.noun_phrase import Way, plural_at
from numcheck.claims.position import Position
from numcheck.language.en import around


def may_speak(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a cue may say what the figure at a position measures."""
    mention = at.mention
    if at.end <= hit.first < at.aside or (hit.first < mention.last and hit.last > mention.first):
        return False
    if not (_is_counted_noun(hit, at) or (_fits(hit, at) and not _lives(hit, line))) or (
        at.whole and not _of_whole(hit, at, line)
    ):
        return False
    return _in_voice(hit, at, line) and not _other_end(hit, at, line)


def _is_counted_noun(hit: Hit, at: Position) -> bool:
    """Tell whether a casualty word is the counted noun itself: "24 deaths"."""
    row = hit.cue.measure
    return row.strong and hit.cue.noun and hit.last == at.counted.last and at.dimension in row.dimensions


def _lives(hit: Hit, line: Annotated) -> bool:
    """Tell whether "lives" is what somebody does with others, and not whose are lost: "lives there with two sons"."""
    alone = hit.cue.noun and hit.last - hit.first == 1 and line.word(hit.first) in around.BEING_ALIVE
    return alone and line.word(hit.last) != "of"


def _fits(hit: Hit, at: Position) -> bool:
    """Tell whether a measure can be said of such a figure."""
    cue, row, thing, head = hit.cue, hit.cue.measure, at.thing, at.counted.head
    if at.dimension not in row.dimensions:
        return False
    if cue.things:
        return not at.things.isdisjoint(cue.things)
    if not row.things:
        return True
    if at.dimension != "count":
        return not cue.ahead
    return thing in row.things or (thing is None and (head is None or not row.things.isdisjoint(("thing", "person"))))


def _in_voice(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a cue may speak for the figure by who acts, where it stands and what else the sentence names."""
    cue = hit.cue
    if cue.company and cue.company.isdisjoint(line.lower):
        return False
    if cue.behind:
        return _is_right_behind(hit, at, line)
    if cue.ahead:
        return _is_right_ahead(hit, at, line)
    if cue.does:
        return _is_done(hit, at, line)
    if cue.undergone:
        return _is_undergone(hit, at, line)
    return cue.noun or not cue.measure.strong or _is_suffered(hit, at, line)


def _is_right_behind(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a cue stands right behind: "two hours after", not "for two hours after" nor "up 2% against the yen"."""
    mention = at.mention
    changes = at.dimension == "share" and mention.direction is not None
    return hit.first in (mention.last, at.end) and line.word(mention.first - 1) != "for" and not changes


def _is_right_ahead(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a cue stands right in front; a small word says nothing of a bare number ("revised up by 6,000")."""
    bare = at.dimension == "count" and at.counted.head is None
    small = _is_small(hit, line)
    return hit.last == at.mention.first and not (small and (bare or _compares(hit, at, line)))


def _compares(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a small word behind a comma sets a count against the one before: 90 fans, against 60 last year."""
    carried = at.counted.way == Way.INHERITED and line.word(hit.first - 1) == ","
    return carried and (around.VOTING | around.PASSING).isdisjoint(line.lower)


def _is_small(hit: Hit, line: Annotated) -> bool:
    """Tell whether a cue is one small word."""
    return hit.last - hit.first == 1 and line.word(hit.first) in line.vocabulary.stops


def _is_undergone(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a verb is of those to whom it is done: of no place ("taken away in two vans"), and of none who act."""
    first = at.mention.first
    inside = first > hit.last and line.word(first - 1) in around.INSIDE_A_PLACE
    return not (inside or acts(hit, at.mention, line))


def _is_done(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether the counted things do what a verb says; where nothing tells, one in the past or in two words."""
    acting = acts(hit, at.mention, line)
    return acting or (acting is None and (bool(hit.cue.rest) or line.word(hit.first).endswith("ed")))


def _is_suffered(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether what a verb says may have happened to the counted things."""
    if _has_an_object(hit, line):
        return False
    done = acts(hit, at.mention, line) and (hit.last <= at.mention.first or takes_object(hit.last, line))
    return not done


def _has_an_object(hit: Hit, line: Annotated) -> bool:
    """Tell whether what stands behind a participle is a thing that the measure is not said of: "missing forecasts by 70"."""
    things = hit.cue.measure.things
    gerund = line.word(hit.last - 1).endswith("ing") and plural_at(hit.last, line)
    return gerund and bool(things) and (line.class_at(hit.last) or "thing") not in things


def _of_whole(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a cue speaks of the whole itself: "of the 63 stolen watches", "of the £600 they stole"."""
    counted, end = at.counted, at.end
    return counted.first <= hit.first < counted.last or (hit.first == end + 1 and line.word(end) in around.PRONOUNS)


def _other_end(hit: Hit, at: Position, line: Annotated) -> bool:
    """Tell whether a cue belongs to another word: a preposition to the figure behind it, a noun to the thing it modifies."""
    mention, counted = at.mention, at.counted
    if at.dimension == "count" and hit.cue.noun and counted.first <= hit.first and hit.last < counted.last:  # "life jackets"
        return True
    if hit.cue.rest and line.word(hit.last - 1) in around.HAS:  # "which has 40 boats", "people who have fled"
        return hit.last != mention.first
    return _is_small(hit, line) and hit.last in line.figures and hit.last != mention.first  # "96 deputies against 71"
