"""What one figure counts, what is said of it and by whom, in the light of the figures before it."""

from __future__ import annotations

from dataclasses import replace

from numcheck.claims.annotated import Annotated
from numcheck.claims.counted import counted
from numcheck.claims.inheritance import across, fits, goes_on, goes_on_with, holds, in_list, is_had, of_next_name, verb_behind
from numcheck.claims.measure import Said, measure
from numcheck.claims.noun_phrase import Counted, Way
from numcheck.claims.speaker import speaker
from numcheck.language.en import around
from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.quantity import Quantity
from numcheck.model.reading import Mention

_NOTHING: Said = (None, "")


@frozen
class Before:
    """What stands before a figure: the last count's noun, figure and what is said of it; the last figure, with the same.

    `opening` tells that the figure opens its sentence, so that they stand in the sentence before.
    """

    counted: Counted | None = None
    said: Said = _NOTHING
    mention: Mention | None = None
    told: Said = _NOTHING
    count: Mention | None = None
    opening: bool = True

    @property
    def noun(self) -> str | None:
        """The noun of the last count."""
        return None if self.counted is None else self.counted.phrase

    def carried_over(self) -> Before:
        """Return what of it stands before the figure that opens the next sentence: the last count."""
        return Before(self.counted, self.said, count=self.count)


@frozen
class Figure:
    """A figure of a sentence, and what stands before it."""

    mention: Mention
    quantity: Quantity
    before: Before
    line: Annotated

    @property
    def dimension(self) -> str:
        """The dimension of the figure, of a rate without what it is per."""
        return self.quantity.dimension.partition("/")[0]

    @property
    def counts(self) -> bool:
        """Whether it counts something."""
        return self.mention.unit == "count" or self.mention.unit.startswith("count/")


@frozen
class Told:
    """What a figure counts and what is said of it; the noun of the whole it may be a part of; who tells it."""

    counted: Counted
    said: Said
    whole: str | None
    speaker: str | None

    def then(self, figure: Figure, claim: Claim) -> Before:
        """Return what stands before the next figure of the sentence."""
        before, mention = figure.before, figure.mention
        last = before if not before.opening else Before()
        # a list goes on with its head, not its parts
        part = before.counted is not None and (
            _is_where(figure) or (claim.scope.subset_of is not None and self.counted.way != Way.ORIGIN)
        )
        if claim.counted is None or mention.unit != "count" or part:
            return replace(last, mention=mention, told=self.said, opening=False)
        named = replace(self.counted, phrase=claim.counted, head=claim.head)
        return Before(named, self.said, mention, self.said, mention, opening=False)


def _is_where(figure: Figure) -> bool:
    """Tell whether a count only says where or among whom the one before is: 5,300 troops from 21 countries, down from 8,000."""
    return not figure.before.opening and figure.line.word(figure.mention.first - 1) in around.HAILING_FROM


def read(figure: Figure) -> Told:
    """Return what a figure counts, what is said of it, and by whom."""
    mention, before, line = figure.mention, figure.before, figure.line
    found = counted(mention, line, None if before.opening else before.counted)
    teller = speaker(mention, line)
    leans, bare = _leaning(figure, found, teller)
    if bare and found.way == Way.PLURAL:  # "three others"
        found = _named(found, before)
    said = _said(figure, found, leans)
    if (leans and _says_the_same(said, before)) or (bare and fits(said[0], before.counted, line.vocabulary)):
        found = _named(found, before)
    of_before = leans or bare or not before.opening
    return Told(found, _of_so_many(said, figure), before.noun if of_before else None, teller)


def _says_the_same(said: Said, before: Before) -> bool:
    return said[0] is not None and said[0] == before.said[0]


def _of_so_many(said: Said, figure: Figure) -> Said:
    """Return what is said of a count; nothing that is said of people of a broken number: "a shock of 6.8 cost 200 lives"."""
    of_people = figure.counts and said[0] is not None and said[0].who is not None
    low = figure.quantity.stated.low
    return _NOTHING if of_people and low is not None and low != low.to_integral_value() else said


def _leaning(figure: Figure, found: Counted, teller: str | None) -> tuple[bool, bool]:
    """Tell whether a figure that opens a sentence says what the one before says, and whether it counts what that counts."""
    mention, before, line = figure.mention, figure.before, figure.line
    if not before.opening or before.counted is None or figure.dimension != "count":
        return False, False
    had = is_had(mention, line)
    if not (had or holds(before.count, mention) or found.way == Way.PLURAL):
        return False, False
    return across(found, teller, mention, line), had or goes_on_with(found, mention, line)


def _said(figure: Figure, found: Counted, leans: bool) -> Said:
    """Return what is said of a figure: by the words beside it, or by those of a figure before it."""
    mention, before, line = figure.mention, figure.before, figure.line
    if found.way == Way.CHILDREN:
        return _NOTHING
    said, cue = measure(mention, figure.dimension, found, before.counted, line)
    # a place says nothing of its own
    if said is None or (found.way == Way.ORIGIN and before.said[0] is not None):
        return _carried(figure, found, leans)
    if figure.dimension != "count" or line.word(found.last - 1) == cue.lower():
        # "a lead of 7 points, or 9,000 votes": what is said before tells more than a counted noun, or a cue behind a level
        return before.told if _goes_on(figure) else (said, cue)
    return said, cue


def _carried(figure: Figure, found: Counted, leans: bool) -> Said:
    """Return what is said of a figure by the words of one before it, or nothing."""
    mention, before, line = figure.mention, figure.before, figure.line
    if leans or found.way == Way.ORIGIN:
        return before.said
    if found.way == Way.INHERITED:  # "eight were dropped and three failed to explode": a verb of its own says something new
        return _NOTHING if verb_behind(mention.last, line) else before.said
    taken_over = _goes_on(figure) or _is_listed(figure, found) or _is_another_share(figure)
    return before.told if not before.opening and taken_over else _NOTHING


def _is_another_share(figure: Figure) -> bool:
    """Tell whether a share is that of the next name: "the Greens had 37 per cent, and the Union party 30 per cent"."""
    last, mention = figure.before.mention, figure.mention
    shares = last is not None and last.unit == mention.unit == "percent" and last.direction == mention.direction
    return last is not None and shares and of_next_name(last, mention, figure.line)


def _is_listed(figure: Figure, found: Counted) -> bool:
    """Tell whether a count is the next of a list whose verb stands in front: "seized seven rifles and three boats"."""
    last, said = figure.before.mention, figure.before.told[0]
    if last is None or said is None or last.unit != "count" or figure.mention.unit != "count":
        return False
    return in_list(last, said, figure.mention, found, figure.line)


def _goes_on(figure: Figure) -> bool:
    last, said = figure.before.mention, figure.before.told[0]
    return last is not None and said is not None and goes_on(last, said, figure.mention, figure.dimension, figure.line)


def _named(found: Counted, before: Before) -> Counted:
    """Return the counted noun with the name of that before, where it has none of its own."""
    return found if found.phrase is not None or before.counted is None else found.named(before.counted)
