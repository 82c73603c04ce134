"""A piece of arithmetic that an article states for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from numcheck.judge.subject import Subject
from numcheck.model.finding import Place
from numcheck.model.frozen import frozen


@frozen
class Reckoning(Subject):
    """A piece of arithmetic that one article states: parts and their sum, two ends and a change, a date and its weekday.

    `said` is what the article states, in its words; `working` what it follows from, and `gives` what that comes to. `right`
    tells whether both can be true, each as loosely as it is written. `places` are the words it is read from.
    """

    kind: str = field(kw_only=True)
    outlet: str = field(kw_only=True)
    said: str = field(kw_only=True)
    working: str = field(kw_only=True)
    gives: str = field(kw_only=True)
    right: bool = field(kw_only=True)
    places: tuple[Place, ...] = ()

    @property
    def slot(self) -> object:
        """Each piece of arithmetic stands alone."""
        return (self.kind, self.places, *(c.id for c in self.claims))

    @property
    def at(self) -> Place | None:
        """The last of its words, where it has no figures."""
        return self.places[-1] if self.places and not self.claims else None

    def known_by(self, names: Mapping[str, str]) -> tuple[str, tuple[str, ...] | None] | None:
        """Return the document and what is held against what, where there are no figures."""
        document = self.at.document if self.at else None
        return None if document is None else (names.get(document, document), (self.said, self.working))
