"""Rules on the whole run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.relations import disjoint
from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted, shorten
from numcheck.judge.verdicts.subjects import Run
from numcheck.model.claim import Claim

SUBJECT = Run
FIELDS = ("documents", "without_figures", "withheld", "example")
QUOTES = Quoted("")


def subjects(docket: Docket) -> Iterator[Run]:
    """Yield the run."""
    yield Run(
        tuple(docket.claims.values()),
        articles=docket.case.articles,
        checked=_checked(docket),
        withheld=tuple(_withheld(docket)),
    )


def values(r: Run) -> Mapping[str, str]:
    """Return what a message may quote."""
    read = {c.document for c in r.claims} | r.checked
    empty = sorted(a.outlet for a in r.articles if a.path not in read)
    example = " and ".join(f"“{shorten(c.text)}” ({c.outlet})" for c in r.withheld[0]) if r.withheld else ""
    withheld = f"{len(r.withheld)} pair{'s' if len(r.withheld) > 1 else ''}"
    return {
        "documents": str(len(r.articles)),
        "without_figures": shorten(", ".join(empty)),
        "withheld": withheld,
        "example": example,
    }


def _checked(docket: Docket) -> frozenset[str]:
    """Return the drafts whose numerals that are no figures were held against the sources', and these sources."""
    drafts = {docket.numerals[entry.mark].document for entry in docket.ledger if entry.mark is not None}
    sources = {noted.document for noted in docket.numerals if noted.role != "draft"} if drafts else set()
    return frozenset(drafts | sources)


def _withheld(docket: Docket) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of two documents that may be one quantity, cannot both be true, and are not judged."""
    for pair in docket.case.story.possible:
        x, y = (docket.claims[i] for i in pair.claims)
        if x.document != y.document and disjoint(x.quantity, y.quantity):
            yield docket.in_order(x, y)
