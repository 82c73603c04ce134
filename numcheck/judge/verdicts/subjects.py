"""What a rule can speak about: one small value a kind, which conditions look at and messages quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from itertools import chain

from numcheck.judge.relations import agree, number, order, stance, times_apart
from numcheck.judge.subject import Subject
from numcheck.judge.waivers.suppress import Waiver
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.finding import ELSEWHERE, OTHERWISE, Entry, Place
from numcheck.model.frozen import frozen
from numcheck.model.moment import Moment, newest
from numcheck.model.reading import Mark, Unread
from numcheck.model.report import Noted

Rates = Callable[[str, str, date], Decimal | None]
"""What one of a currency was worth in another on a day; None where no rate is known."""


@frozen
class OneClaim(Subject):
    """A single claim (`claims` holds it alone); `original` is the figure that it repeats in brackets in another unit."""

    original: Claim | None = None

    @property
    def claim(self) -> Claim:
        """Return the claim."""
        return self.claims[0]


@frozen
class OneArticle(Subject):
    """An article and all its claims."""

    article: Article = field(kw_only=True)


@frozen
class OneTopic(Subject):
    """A topic and all its claims; `days` are the documents' publish moments, where known."""

    days: Mapping[str, Moment] = field(default_factory=dict)

    @property
    def climb(self) -> tuple[Claim, ...]:
        """Return the longest climb of one number by publish moment: from a ceiling to the plain number to a floor."""
        numbers: dict[Decimal, list[Claim]] = {}
        for claim in self.claims:
            said = number(claim.quantity)
            if said is not None and claim.document in self.days:
                numbers.setdefault(said, []).append(claim)
        return max((self._climb(told) for told in numbers.values()), key=len, default=())

    def _climb(self, told: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return the first claim of each stance, from the lowest up, as long as each comes after the one before."""
        steps: list[Claim] = []
        for level in sorted({stance(c.quantity) for c in told}):
            claims = [c for c in told if stance(c.quantity) == level]
            first = next((c for c in claims if not any(self._before(d, c) for d in claims)), claims[0])
            if not steps or self._before(steps[-1], first):
                steps.append(first)
        return tuple(steps)

    def _before(self, x: Claim, y: Claim) -> bool:
        return self.days[x.document].before(self.days[y.document])


@frozen
class Background:
    """What is known of all documents of a run, before which any two sides are seen.

    `ranks` is the order of the words of size; `days` are the documents' publish moments, where known; `said` has all that each
    document states, of whatever topic, and `earlier` what it tells of that as an earlier figure.
    """

    ranks: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, Moment] = field(default_factory=dict)
    rate: Rates | None = None
    said: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    earlier: Mapping[str, Sequence[Claim]] = field(default_factory=dict)


@frozen
class Sides(Subject):
    """Two claims of different documents: `a` the lower statement (or the reference outlet's), `b` the other.

    `told` has what each document states of their topic; `differs_in` the slot that parts rivals. `held` says that the gate
    found the source's figure to hold the draft's, whatever link made of the two. `one` says that both purport to be one
    quantity, `decided` that somebody has said so. `statements` are all claims that state what either side does, where the
    two stand for all of them.
    """

    told: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    differs_in: str | None = None
    held: bool = False
    one: bool = False
    decided: bool = False
    statements: tuple[Sequence[Claim], ...] = ()
    background: Background = field(default_factory=Background)

    @property
    def a(self) -> Claim:
        """Return the side that is quoted first."""
        return self.claims[0]

    @property
    def b(self) -> Claim:
        """Return the side that is quoted second."""
        return self.claims[1]

    def other(self, side: Claim) -> Claim:
        """Return the side that is not this one."""
        return self.b if side is self.a else self.a

    @property
    def full(self) -> Claim:
        """Return the side that says more of what is not known: a range before a bound, a bound before the plain number."""
        a, b = self.claims
        return b if _weight(b) > _weight(a) else a

    @property
    def bare(self) -> Claim:
        """Return the side that is not `full`."""
        return self.other(self.full)

    def on_topic(self, claim: Claim) -> Sequence[Claim]:
        """Return what the document of a claim states of the topic of the two, each statement once."""
        return self.told.get(claim.document, ())

    @property
    def all_told(self) -> Iterator[Claim]:
        """Yield what all documents state of the topic of the two."""
        return chain.from_iterable(self.told.values())

    def everywhere(self, claim: Claim) -> Sequence[Claim]:
        """Return all that the document of a claim states, of whatever topic."""
        return self.background.said.get(claim.document, ())

    @property
    def by_day(self) -> tuple[Claim, Claim] | None:
        """Return the figure of the earlier report and that of the later; None where nobody knows which is which."""
        first, second = self.day(self.a), self.day(self.b)
        if first is None or second is None or not (first.before(second) or second.before(first)):
            return None
        return (self.a, self.b) if first.before(second) else (self.b, self.a)

    def day(self, claim: Claim) -> Moment | None:
        """Return when a figure was given: its document's; for a draft's, that of the newest source that agrees with it."""
        if claim.role != "draft":
            return self.background.days.get(claim.document)
        sources = (c for c in self.all_told if c.role != "draft")
        days = self.background.days
        return newest(days[c.document] for c in sources if c.document in days and _backs(c, claim))

    @property
    def ratio(self) -> Decimal | None:
        """How many times the smaller size the larger is."""
        return times_apart(self.a.quantity, self.b.quantity)

    @property
    def ranks_apart(self) -> int:
        """How far apart the ranks of the two words of size are, one of them without bounds; 0 for all others."""
        low, high = _ranks(self.a, self.b, self.background.ranks)
        return abs(high - low)


@frozen
class Figure(Subject):
    """One figure of a draft, with what the ledger says of it; `sources` are the claims of its support, the best first.

    `copies` are groups of claims, by id, in one passage that several documents print.
    """

    entry: Entry = field(kw_only=True)
    copies: Sequence[Sequence[str]] = ()

    @property
    def claim(self) -> Claim:
        """Return the draft's claim."""
        return self.claims[0]

    @property
    def sources(self) -> tuple[Claim, ...]:
        """Return the sources' claims that the ledger names."""
        return self.claims[1:]

    @property
    def best(self) -> Claim | None:
        """Return the source's claim that holds the figure, speaks against it or comes nearest."""
        first = self.entry.support[0] if self.entry.support else None
        return None if first is None or first.relation == ELSEWHERE else self.sources[0]

    @property
    def elsewhere(self) -> Claim | None:
        """Return the source's claim that has the figure's number and tells it of something else."""
        told = zip(self.sources, self.entry.support, strict=True)
        return next((claim for claim, how in told if how.relation == ELSEWHERE), None)

    @property
    def reckoned(self) -> str | None:
        """Return what the cells of a source's table come to, where that is not the draft's figure."""
        return next((how.derivation for how in self.entry.support if how.relation == OTHERWISE), None)

    @property
    def ratio(self) -> Decimal | None:
        """How many times the draft's figure and the best source's are apart."""
        return None if self.best is None else times_apart(self.claim.quantity, self.best.quantity)


@frozen
class DraftMark(Subject):
    """A numeral of a draft that is no figure (a date, rank, score ...), with what the ledger says of it.

    `elsewhere` tells that a source has it among other words, `nearest` is the sources' that the draft may have meant, with its
    outlet.
    """

    entry: Entry = field(kw_only=True)
    noted: Noted = field(kw_only=True)
    elsewhere: bool = False
    nearest: tuple[str, str] | None = None

    @property
    def at(self) -> Place:
        """Where the numeral stands."""
        return Place(self.noted.document, self.noted.item.start, self.noted.item.end)

    @property
    def slot(self) -> object:
        """Each numeral stands alone."""
        return self.at

    def known_by(self, names: Mapping[str, str]) -> tuple[str, tuple[str, ...] | None]:
        """Return the draft and the numeral's words."""
        return names.get(self.noted.document, self.noted.document), (self.noted.item.text,)


@frozen
class TwoNumerals(Subject):
    """Two numerals of two outlets that are no figures and tell one thing otherwise, with their outlets and the words around."""

    noted: tuple[Noted, Noted] = field(kw_only=True)
    outlets: tuple[str, str] = ("", "")
    passages: tuple[str, str] = ("", "")

    @property
    def places(self) -> tuple[Place, Place]:
        """Where the two stand."""
        one, other = (Place(noted.document, noted.item.start, noted.item.end) for noted in self.noted)
        return one, other

    @property
    def at(self) -> Place:
        """Where the first stands."""
        return self.places[0]

    @property
    def against(self) -> Place:
        """Where the second stands."""
        return self.places[1]

    @property
    def slot(self) -> object:
        """The same two values are one fault, whoever repeats them."""
        return self.noted[0].item.reason, frozenset(noted.value for noted in self.noted)

    def known_by(self, names: Mapping[str, str]) -> tuple[str, tuple[str, ...] | None]:
        """Return the first document and the words of both numerals."""
        return names.get(self.at.document, self.at.document), tuple(noted.item.text for noted in self.noted)


@frozen
class OneDocument(Subject):
    """One document of the run, a source too, with its numerals that are no figures or were not understood.

    `age` is how many days before the day of the run it was published, where both are known.
    """

    article: Article = field(kw_only=True)
    marks: Sequence[Mark] = ()
    unread: Sequence[Unread] = ()
    age: int | None = None

    @property
    def at(self) -> Place:
        """Where the first numeral stands that was not understood, else the document's beginning."""
        first = self.unread[0] if self.unread else None
        return Place(self.article.path, first.start, first.end) if first else Place(self.article.path, 0, 0)

    @property
    def slot(self) -> object:
        """Each document stands alone."""
        return self.article.path

    def known_by(self, names: Mapping[str, str]) -> tuple[str, tuple[str, ...] | None]:
        """Return the document, whatever its figures."""
        return names.get(self.article.path, self.article.path), None


@frozen
class Run(Subject):
    """The whole run: all documents and all claims; `withheld` are the pairs that clash and are too unsure to be judged.

    `checked` are the documents whose dates, scores and ranks were held against each other.
    """

    articles: Sequence[Article] = ()
    checked: frozenset[str] = frozenset()
    withheld: Sequence[tuple[Claim, Claim]] = ()


@frozen
class OneWaiver(Subject):
    """A waiver, how many findings it let stay, and whether its last day is over."""

    waiver: Waiver = field(kw_only=True)
    used: int = 0
    expired: bool = False

    @property
    def slot(self) -> object:
        """Each waiver stands alone."""
        return self.waiver

    @property
    def at(self) -> Place | None:
        """Where its comment stands."""
        return self.waiver.at

    def known_by(self, names: Mapping[str, str]) -> tuple[str, tuple[str, ...] | None]:
        """Return the file it is written in, what it waives and why."""
        return self.at.document if self.at else self.waiver.where, (self.waiver.what, self.waiver.reason)


def _backs(source: Claim, claim: Claim) -> bool:
    return not source.quantity.base.is_unbounded and agree(source.quantity, claim.quantity)


_WEIGHTS = {"range": 4, "at_least": 3, "at_most": 3, "more_than": 3, "less_than": 3, "about": 2, "vague": 1, "exact": 0}


def _weight(claim: Claim) -> int:
    return _WEIGHTS[claim.quantity.hedge]


def _ranks(x: Claim, y: Claim, ranks: Mapping[str, int]) -> tuple[int, int]:
    """Return the ranks of two words of size of which one has no bounds; (0, 0) for any other pair."""
    if x.quantity.size is not None and y.quantity.size is not None:
        return 0, 0
    first, second = ranks.get(x.quantity.word or ""), ranks.get(y.quantity.word or "")
    return (0, 0) if first is None or second is None else (first, second)


def in_order(x: Claim, y: Claim, ranks: Mapping[str, int], reference: str | None = None) -> tuple[Claim, Claim]:
    """Return the two with the reference outlet's first, else the lower (words without bounds by their rank), else by words."""
    if reference is not None:
        known = [reference in (c.document, c.outlet) for c in (x, y)]
        if known[0] != known[1]:
            return (x, y) if known[0] else (y, x)
    first, second = _ranks(x, y, ranks)
    if first != second:
        return (x, y) if first < second else (y, x)
    one, other = sorted((x, y), key=lambda c: (order(c.quantity), c.text, c.outlet, c.start))
    return one, other
