"""Anything that a rule can speak about: the base of the subjects of all rooms."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from numcheck.model.claim import Claim
from numcheck.model.finding import Place
from numcheck.model.frozen import frozen
from numcheck.model.story import Topic


@frozen
class Subject:
    """Anything a rule speaks about: its claims, the quoted ones first, and how sure it is that they belong together."""

    claims: tuple[Claim, ...]
    topic: Topic | None = None
    confidence: float = 1.0

    @property
    def ratio(self) -> Decimal | None:
        """How many times one size is the other, where two are compared."""
        return None

    @property
    def ranks_apart(self) -> int:
        """How far apart two words of size are, where two are compared and neither ratio nor figure says it."""
        return 0

    @property
    def slot(self) -> object:
        """What findings are folded by: the topic, or the claims themselves where none holds them."""
        return self.topic.id if self.topic is not None else tuple(c.id for c in self.claims[:2])

    @property
    def at(self) -> Place | None:
        """Where a finding without figures stands: the comment of a waiver, a numeral, the words of a date."""
        return None

    @property
    def against(self) -> Place | None:
        """Where the words of another document stand that a finding without figures is held against."""
        return None

    def known_by(self, names: Mapping[str, str]) -> tuple[str, tuple[str, ...] | None] | None:
        """Return the place and the words a finding is known by where its claims do not say it; `names` are the documents'."""
        return None
