"""Of what the figures hold: part or whole, window of time, place, event, person, what a distance is measured from."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.values import EQUAL, TELLING, disjoint, level_of
from numcheck.model.saying import Saying

NAME = "scope"
LEVELS = {
    "a part, of one alone": ("against", "60 of them children; 80"),
    "a part, of one alone, of one number": ("against", "60 of them children; 60 children"),
    "a part, and what it is a part of": ("against", "180 people, 60 of them children; 60 people"),
    "remainders of unequal size": ("against", "four others and two more"),
    "a remainder, of one alone": ("against", "four others; six men"),
    "on top of another, of one alone": ("against", "another 12; 12"),
    "a part and the rest": ("against", "30% and 70%"),
    "the speaker's own share, of one alone": ("against", "we have treated 50; 200 were treated"),
    "another window of time": ("against", "in the past week, in the past month"),
    "a part of the country and the whole": ("against", "in the district, nationwide"),
    "one place": ("for", "in Exampleton, twice"),
    "another place": ("against", "in Exampleton, in Otherton"),
    "the same event": ("for", "both of 2004"),
    "another event": ("against", "of 2004 and of now"),
    "another event, by the sentence before": ("against", "a year may reach into the next sentence"),
    "another month of one year": ("against", "in June and in July 2012"),
    "an event named by one alone, of one number": ("against", "an old event may be told without its year"),
    "the only one of its kind": ("for", "an article tells one depth"),
    "the same person": ("for", "one name beside both ages"),
    "another person": ("against", "two names beside two ages"),
    "measured from one place": ("for", "90 km from one town"),
    "measured from another place": ("against", "90 km from two towns"),
    "a difference, and a level": ("against", "by 900; 900"),
    "shares of another whole": ("against", "20% of adults, 20% of voters"),
    "of one whole": ("for", "20% of its budget, 15% of the budget"),
    "of wholes told otherwise": ("against", "20% of its budget, 15% of the staff"),
    "of one time": ("for", "as of 3 May, twice"),
    "an earlier value of it": ("for", "23, correcting an earlier count of 17"),
    "told as said before, by one alone": ("either", "the toll was first put at nine; 12 died"),
    "a rule's limit, of one alone": ("against", "must win more than 50%; won 50%"),
    "said again in words of one size": ("for", "the number is small; a few have joined"),
    "of another time": ("against", "as of 3 May, as of 5 May"),
}
SAME_RANK = 10  # words of size so near each other may be one size ("small", "a few", "several")
_WHOLE = 1.0
_SLIGHT = 1e-6
"""How far two shares may be from a whole by the rounding of floats."""
_MONTH = len("2012-04")


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what the marks of scope of two claims say."""
    for level in _levels(a, b):
        yield level, 1.0


def _levels(a: Candidate, b: Candidate) -> Iterator[str]:
    if whole(a, b) or whole(b, a):
        yield "a part, and what it is a part of"
    elif a.subset != b.subset:
        yield "a part, of one alone, of one number" if level_of(a, b) in EQUAL else "a part, of one alone"
    if (a.other or b.other) and disjoint(a, b):
        yield "remainders of unequal size" if a.other == b.other else "a remainder, of one alone"
    yield from _of_one_alone(a.saying, b.saying)
    if _add_up(a, b):
        yield "a part and the rest"
    if a.own != b.own and "person" in (a.kind or "person", b.kind or "person") and level_of(a, b) not in TELLING:
        yield "the speaker's own share, of one alone"
    if a.window is not None and b.window is not None and a.window != b.window:
        yield "another window of time"
    if other_width(a, b):
        yield "a part of the country and the whole"
    x, y = a.claim.scope.place, b.claim.scope.place
    if x is not None and y is not None:
        yield "one place" if x == y else "another place"
    if a.event is not None or b.event is not None:
        yield _event(a, b)
    if a.anchor is not None and b.anchor is not None:
        yield "measured from one place" if a.anchor == b.anchor else "measured from another place"
    if a.names and b.names:
        yield "the same person" if a.names & b.names else "another person"
    if a.only & b.only:
        yield "the only one of its kind"
    if a.gap != b.gap:
        yield "a difference, and a level"
    if other_whole(a, b):
        yield "shares of another whole"
    if replaces(a, b):
        yield "an earlier value of it"
    if _said_again(a, b):
        yield "said again in words of one size"
    if a.whole is not None and b.whole is not None:
        yield "of one whole" if a.whole == b.whole else "of wholes told otherwise"
    if a.claim.as_of is not None and b.claim.as_of is not None:
        yield "of one time" if a.claim.as_of == b.claim.as_of else "of another time"


def _of_one_alone(a: Saying, b: Saying) -> Iterator[str]:
    """Yield what is said of one figure, and not of the other."""
    if a.added != b.added:
        yield "on top of another, of one alone"
    if (a.earlier == "said") != (b.earlier == "said"):
        yield "told as said before, by one alone"
    if (a.limit is None) != (b.limit is None):
        yield "a rule's limit, of one alone"


def _add_up(a: Candidate, b: Candidate) -> bool:
    """Tell whether two shares make a whole."""
    x, y = a.values[0], b.values[0]
    if a.dimension != "share" or b.dimension != "share" or x.size is None or y.size is None:
        return False
    return x.size != y.size and abs(x.size + y.size - _WHOLE) < _SLIGHT


def replaces(a: Candidate, b: Candidate) -> bool:
    """Tell whether the article says of one of the two that the other is its earlier value."""
    return (a.current is not None and a.current.index == b.index) or (b.current is not None and b.current.index == a.index)


def other_width(a: Candidate, b: Candidate) -> bool:
    """Tell whether one is of a part of a country and the other of all of it, or one of a country and the other of the world."""
    if a.scale is None or b.scale is None or a.scale == b.scale:
        return False
    return not ("whole" in (a.scale, b.scale) and {a.scale, b.scale} <= {"whole", "world", "nation"})


def _event(a: Candidate, b: Candidate) -> str:
    """Return the level of the times of two claims, one of which has one."""
    if same_event(a.event, b.event):
        return "the same event"
    if a.carried or b.carried:
        return "another event, by the sentence before"
    if a.event is not None and b.event is not None and a.event[:4] == b.event[:4] and len(a.event) == len(b.event) == _MONTH:
        return "another month of one year"
    one_only = a.event is None or b.event is None
    return "an event named by one alone, of one number" if one_only and level_of(a, b) in TELLING else "another event"


def same_event(a: str | None, b: str | None) -> bool:
    """Tell whether two times of an event can be one: equal, or the one more exact than the other ("april 2012", "2012")."""
    return a is not None and b is not None and (a in b or b in a)


def _said_again(a: Candidate, b: Candidate) -> bool:
    """Tell whether one article says the same of alike people or things twice, in two words of about one size."""
    x, y = a.values[0].rank, b.values[0].rank
    if x is None or y is None or abs(x - y) > SAME_RANK or a.claim.document != b.claim.document or a.dimension != "count":
        return False
    return a.measure is not None and a.measure == b.measure and a.kind == b.kind and not (a.other or b.other)


def other_whole(a: Candidate, b: Candidate) -> bool:
    """Tell whether two shares are of different people ("20% of adults", "20% of voters")."""
    return a.whole_role is not None and b.whole_role is not None and a.whole_role != b.whole_role


def whole(a: Candidate, b: Candidate) -> bool:
    """Tell whether `a` is a part of what `b` counts."""
    return a.subset and not b.subset and a.whole is not None and a.head is not None and a.whole == b.head != a.head
