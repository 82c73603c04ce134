"""What rules run over: the documents, their claims, the story, the ledger, and what else a job knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.verdicts.subjects import OneWaiver, Rates
from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.finding import Entry
from numcheck.model.moment import Moment
from numcheck.model.report import Noted
from numcheck.model.story import Story, Topic

UNSURE = 0.5
"""The confidence of what is said of a draft's figure that no topic holds."""


@dataclass(frozen=True, slots=True)
class World:
    """All that rules run over: the documents, their claims by id, what align made of them, and the gate's ledger."""

    articles: tuple[Article, ...]
    claims: Mapping[str, Claim]
    story: Story
    ledger: tuple[Entry, ...] = ()
    ranks: Mapping[str, int] = field(default_factory=dict)
    reference: str | None = None
    gate: bool = False
    topic_of: Mapping[str, Topic] = field(default_factory=dict)
    days: Mapping[str, Moment] = field(default_factory=dict)
    reckonings: tuple[Reckoning, ...] = ()
    said: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    earlier: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    numerals: Sequence[Noted] = ()
    as_of: date | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[OneWaiver, ...] = ()
    order: Mapping[str, int] = field(default_factory=dict)
    rate: Rates | None = None
    cites: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def told(self, topic: Topic) -> tuple[Claim, ...]:
        """Return the claims of a topic, in its order."""
        return tuple(self.claims[i] for i in topic.claims if i in self.claims)
