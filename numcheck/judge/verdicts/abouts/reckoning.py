"""Rules on a piece of arithmetic that one article states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.arithmetic.reckoning import Reckoning
from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted, shorten

SUBJECT = Reckoning
FIELDS = ("outlet", "said", "working", "gives")
QUOTES = Quoted("quotes {said} and {working}", (2, "outlet", "said"), (1, "working", "gives"))


def subjects(docket: Docket) -> Iterator[Reckoning]:
    """Yield the arithmetic that each article states; beside sources that of the drafts."""
    yield from docket.reckonings


def values(r: Reckoning) -> Mapping[str, str]:
    """Return what a message may quote."""
    return {name: shorten(value) for name, value in zip(FIELDS, (r.outlet, r.said, r.working, r.gives), strict=True)}
