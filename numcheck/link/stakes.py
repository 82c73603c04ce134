"""What would be at stake, were two figures one quantity: do they part so far, and so plainly, that an editor would act?

The levels say nothing of whether the two are one quantity; `bench.fit` weighs them on pairs that are.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.language.en import around
from numcheck.link.candidate import Candidate
from numcheck.link.features import Sign
from numcheck.link.values import EQUAL, STEPS, at_another_rate, clash, disjoint, level_of, one_number

LEVELS: dict[str, tuple[Sign, str]] = {
    "apart": ("for", "122 and 90, $9m a day and $9m a week: no number is meant by both"),
    "far apart, though both may hold": ("for", "more than 300 and about 1,500"),
    "apart by a fiftieth": ("against", "122 and 121"),
    "the same number": ("against", "10 and more than 10"),
    "one number from below and from above": ("for", "nearly 300 and more than 300"),
    "a word of size": ("against", "hundreds and 680"),
    "two words of size": ("for", "scores and hundreds"),
    "a bound": ("against", "more than 20 and 25"),
    "a range": ("against", "10 to 12 minutes and 10 minutes"),
    "rough, and plainly apart": ("for", "about 850 and nearly 1,000"),
    "of lives": ("for", "12 killed and nine killed"),
    "of time": ("against", "three years and four years"),
}
_BOUNDS = frozenset({"floor", "ceiling"})
_PLAINLY = 1.15
"""How many times one number is the other at least that is plainly another though "about" has room for both."""


def spoken(a: Candidate, b: Candidate) -> Iterator[tuple[str, float]]:
    """Yield the levels that two figures reach, each as 1."""
    level, hedges, apart = level_of(a, b), {a.hedge, b.hedge}, disjoint(a, b)
    flipped = one_number(a, b) and {a.claim.quantity.approach, b.claim.quantity.approach} == {-1, 1}
    words = sum(candidate.values[0].word is not None for candidate in (a, b))
    reached = {
        "apart": apart or at_another_rate(a, b),
        "far apart, though both may hold": not apart and clash(a, b),
        "apart by a fiftieth": level == STEPS[0][1],
        "the same number": level in EQUAL and not flipped,
        "one number from below and from above": flipped,
        "a word of size": words > 0,
        "two words of size": words > 1,
        "a bound": not hedges.isdisjoint(_BOUNDS),
        "a range": "range" in hedges,
        "rough, and plainly apart": not apart and _plainly_apart(a, b),
        "of lives": not around.HARMED.isdisjoint((a.measure, b.measure)),
        "of time": a.dimension == "duration",
    }
    yield from ((level, 1.0) for level, is_so in reached.items() if is_so)


def _plainly_apart(a: Candidate, b: Candidate) -> bool:
    """Tell whether of two numbers, one of them rough, the one is plainly another."""
    x, y = a.values[0], b.values[0]
    if {a.hedge, b.hedge} not in ({"about"}, {"about", "exact"}) or x.unit != y.unit or not x.size or not y.size:
        return False
    return max(x.size, y.size) >= _PLAINLY * min(x.size, y.size) > 0
