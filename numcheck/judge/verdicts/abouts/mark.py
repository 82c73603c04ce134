"""Rules on a numeral of a draft that is no figure, with what the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import UNSURE, Docket
from numcheck.judge.verdicts.quotes import Quoted, shorten
from numcheck.judge.verdicts.subjects import DraftMark

SUBJECT = DraftMark
FIELDS = ("mark.text", "mark.kind", "nearest")
QUOTES = Quoted("quotes the figure: {mark.text}", (1, "mark.text"))


def subjects(docket: Docket) -> Iterator[DraftMark]:
    """Yield the ledger's rows that are no figures."""
    outlets = {a.path: a.outlet for a in docket.case.articles}
    for entry in docket.ledger:
        if entry.mark is not None:
            other = None if entry.nearest is None else docket.numerals[entry.nearest]
            nearest = None if other is None else (other.item.text, outlets.get(other.document, other.document))
            yield DraftMark((), confidence=UNSURE, entry=entry, noted=docket.numerals[entry.mark], nearest=nearest)


def values(m: DraftMark) -> Mapping[str, str]:
    """Return what a message may quote."""
    reckoned = next((f"; {how.derivation}" for how in m.entry.support if m.entry.state == "contradicted"), "")
    nearest = reckoned if m.nearest is None else f"; {m.nearest[1]} has “{shorten(m.nearest[0])}”"
    return {"mark.text": shorten(m.noted.item.text), "mark.kind": m.noted.item.reason, "nearest": nearest}
