"""What rules run over: the case that the judge is given, and what stands on the docket of it beside: the ledger, the sums."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.arithmetic.reckonings import reckonings
from numcheck.judge.gate.derive import STEPS
from numcheck.judge.gate.ledger import ledger
from numcheck.judge.gate.other_forms import FORMS
from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.departure import cited
from numcheck.judge.verdicts.subjects import Background, OneWaiver, Rates, Sides, in_order
from numcheck.judge.vocabulary import Vocabulary, vocabulary
from numcheck.language import Lexicon, english
from numcheck.model.article import Article, by_words
from numcheck.model.claim import Claim
from numcheck.model.finding import Entry
from numcheck.model.frozen import frozen
from numcheck.model.report import Noted
from numcheck.model.story import Story, Topic
from numcheck.model.text_words import TextWords
from numcheck.model.ties import Tie

UNSURE = 0.5
"""The confidence of what is said of a draft's figure that no topic holds."""


@frozen
class Case:
    """What the judge is given: the documents with all that was read in them, and what align made of them.

    `claims` are those of all documents in the order of `articles`, by place; `marks` is the report's own list, and the ledger's
    entries for marks name their place in it; `unread` are the numerals that were not understood. `ties` has by document how
    those that are judged tie their figures. `gate` says that a draft is
    held against its sources. `reference` is the path or outlet of the document that is quoted first in each finding. Documents
    are told apart by `Article.path`, which is `Claim.document`; `names` are the paths that fingerprints know them by; `texts`
    are their words. `as_of` is the day to judge by, `rate` what one currency was worth in another.
    """

    articles: Sequence[Article]
    claims: Sequence[Claim] = ()
    marks: Sequence[Noted] = ()
    unread: Sequence[Noted] = ()
    story: Story = field(default_factory=Story)
    gate: bool = False
    lexicon: Lexicon = field(default_factory=english)
    reference: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    as_of: date | None = None
    rate: Rates | None = None
    ties: Mapping[str, Sequence[Tie]] = field(default_factory=dict)
    texts: Mapping[str, TextWords] = field(default_factory=dict)

    def among(self, paths: Collection[str]) -> Case:
        """Return the case of some of the documents alone."""
        return replace(
            self,
            articles=[a for a in self.articles if a.path in paths],
            claims=[c for c in self.claims if c.document in paths],
            marks=[n for n in self.marks if n.document in paths],
            unread=[n for n in self.unread if n.document in paths],
        )

    def judged(self) -> Iterator[Article]:
        """Yield the articles that are judged themselves: beside sources only the drafts."""
        return (article for article in self.articles if not self.gate or article.role == "draft")


@frozen
class Docket:
    """All that rules run over: the case, its claims by id and by topic, the gate's ledger, the articles' own arithmetic.

    `numerals` are the case's marks, and behind them those that were not understood; `cites` is what `cited` returns.
    """

    case: Case
    claims: Mapping[str, Claim] = field(default_factory=dict)
    topic_of: Mapping[str, Topic] = field(default_factory=dict)
    ledger: tuple[Entry, ...] = ()
    reckonings: tuple[Reckoning, ...] = ()
    waivers: tuple[OneWaiver, ...] = ()
    background: Background = field(default_factory=Background)
    cites: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numerals: Sequence[Noted] = ()

    @property
    def derived(self) -> frozenset[str | None]:
        """The draft's figures that follow from the sources' by arithmetic, or that these tell in another form."""
        return frozenset(e.subject for e in self.ledger if e.support and e.support[0].relation in STEPS | FORMS)

    def told(self, topic: Topic) -> tuple[Claim, ...]:
        """Return the claims of a topic, in its order."""
        return tuple(self.claims[i] for i in topic.claims if i in self.claims)

    def in_order(self, x: Claim, y: Claim) -> tuple[Claim, Claim]:
        """Return two claims with the one first that is quoted first."""
        return in_order(x, y, self.background.ranks, self.case.reference)

    def sides(
        self,
        x: Claim,
        y: Claim,
        told: Mapping[str, Sequence[Claim]],
        *,
        topic: Topic | None = None,
        confidence: float,
        differs_in: str | None = None,
        held: bool = False,
        one: bool = False,
        statements: tuple[Sequence[Claim], ...] = (),
    ) -> Sides:
        """Return two claims as the sides of what a rule may say; `told` has what each document states of their topic."""
        decided = bool(self.case.story.decided(x.id, y.id))
        return Sides(self.in_order(x, y), topic, confidence, told, differs_in, held, one, decided, statements, self.background)

    def sure(self, x: Claim, y: Claim, topic: Topic) -> float:
        """Return how likely two claims of a topic are one quantity: by their own pair; beside sources by the topic."""
        return topic.confidence if self.case.gate else self.case.story.probability(x.id, y.id)

    def may_tell(self, subject: Subject) -> bool:
        """Tell whether a subject is sure enough to be told of; between outlets two sides must be likely one quantity."""
        if self.case.gate or not isinstance(subject, Sides):
            return True
        return subject.confidence >= self.case.story.told and (subject.topic is not None or not subject.one)

    def meet(self, x: Claim, y: Claim) -> bool:
        """Tell whether two claims are held against each other: of two documents, beside sources of the draft and a source."""
        return x.document != y.document and (not self.case.gate or (x.role == "draft") != (y.role == "draft"))


def docket(case: Case) -> Docket:
    """Return what rules run over in a case: beside the case itself what the gate and the arithmetic make of it."""
    known, said = vocabulary(case.lexicon), by_document(case.claims)
    return Docket(
        case,
        claims={claim.id: claim for claim in case.claims},
        topic_of={claim: topic for topic in case.story.topics for claim in topic.claims},
        ledger=_ledger(case, known) if case.gate else (),
        reckonings=tuple(_reckoned(case, said, known)),
        background=Background(
            ranks=known.ranks,
            days={a.path: a.published for a in case.articles if a.published is not None},
            rate=case.rate,
            said=said,
            earlier={document: [c for c in own if c.saying.earlier] for document, own in said.items()},
        ),
        cites=cited(case.articles),
        numerals=(*case.marks, *case.unread),
    )


def _ledger(case: Case, known: Vocabulary) -> tuple[Entry, ...]:
    """Return the ledger of a gate; of sources that hold a figure alike, their words tell which is the best, not their order."""
    at = by_words(case.articles)
    drafts, sources = ([c for c in case.claims if (c.role == "draft") == draft] for draft in (True, False))
    sources.sort(key=lambda claim: at[claim.document])
    return ledger([*drafts, *sources], case.marks, case.story, known, case.texts)


def by_document(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return the claims of each document, in order."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(claim.document, []).append(claim)
    return said


def _reckoned(case: Case, said: Mapping[str, Sequence[Claim]], known: Vocabulary) -> Iterator[Reckoning]:
    """Yield the arithmetic that each article states for itself; beside sources only that of the drafts."""
    for article in case.judged():
        yield from reckonings(article, said.get(article.path, ()), case.ties.get(article.path, ()), known)
