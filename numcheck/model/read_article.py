"""What was read of one article, before it meets others: kept, it never need be read again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.moment import Moment
from numcheck.model.reading import Mark, Unread


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with its claims, its marks, and the numerals of it that nobody understood."""

    article: Article
    claims: tuple[Claim, ...]
    marks: tuple[Mark, ...]
    unread: tuple[Unread, ...]

    def numbered(self, prefix: str) -> ReadArticle:
        """Return the same with claims called "`prefix`.1", "`prefix`.2" ... in their order."""
        names = {claim.id: f"{prefix}.{claim.id.rpartition('.')[2]}" for claim in self.claims}
        if all(name == new for name, new in names.items()):
            return self
        return replace(
            self,
            claims=tuple(
                replace(
                    claim,
                    id=names[claim.id],
                    converts=names.get(claim.converts or ""),
                    superseded_by=names.get(claim.superseded_by or ""),
                )
                for claim in self.claims
            ),
        )

    def told_by(self, path: str, outlet: str, url: str | None, published: Moment | None) -> ReadArticle:
        """Return the same words under another path, as another outlet's, of another moment of the same day."""
        article = replace(self.article, path=path, outlet=outlet, url=url, published=published or self.article.published)
        if article == self.article:
            return self
        return replace(
            self,
            article=article,
            claims=tuple(replace(claim, document=path, outlet=outlet) for claim in self.claims),
        )
