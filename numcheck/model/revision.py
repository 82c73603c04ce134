"""A revision: which figures of an article changed from one version to the next, and how many did not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from numcheck.model import plain
from numcheck.model.claim import Claim
from numcheck.model.plain import Value
from numcheck.model.report import Document

Kind = Literal["changed", "added", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that the new version has otherwise than the old one, or that only one of them has."""

    kind: Kind
    old: Claim | None = None
    new: Claim | None = None

    @property
    def claim(self) -> Claim:
        """Return the figure as it stands now, or as it last stood."""
        claim = self.new or self.old
        assert claim is not None
        return claim


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of one article: the changes in the order of the new one, and the number of figures that are as they were."""

    old: Document
    new: Document
    changes: tuple[Change, ...]
    unchanged: int

    def to_dict(self) -> dict[str, Value]:
        """Return the revision in plain values."""
        return plain.of_revision(self)
