"""Rules on a numeral of a draft that is no figure, with what the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import UNSURE, Docket
from numcheck.judge.verdicts.quotes import Quoted, shorten
from numcheck.judge.verdicts.subjects import DraftMark

SUBJECT = DraftMark
FIELDS = ("mark.text", "mark.kind", "missed", "nearest")
QUOTES = Quoted("quotes the figure: {mark.text}", (1, "mark.text", "missed"))


def subjects(docket: Docket) -> Iterator[DraftMark]:
    """Yield the ledger's rows that are no figures."""
    outlets = {a.path: a.outlet for a in docket.case.articles}
    told = {(noted.item.reason, noted.value) for noted in docket.numerals if noted.role != "draft"}
    for entry in docket.ledger:
        if entry.mark is not None:
            other = None if entry.nearest is None else docket.numerals[entry.nearest]
            nearest = None if other is None else (other.item.text, outlets.get(other.document, other.document))
            own = docket.numerals[entry.mark]
            told_of_another = (own.item.reason, own.value) in told
            yield DraftMark((), confidence=UNSURE, entry=entry, noted=own, elsewhere=told_of_another, nearest=nearest)


def values(m: DraftMark) -> Mapping[str, str]:
    """Return what a message may quote."""
    reckoned = next((f"; {how.derivation}" for how in m.entry.support if m.entry.state == "contradicted"), "")
    nearest = reckoned if m.nearest is None else f"; {m.nearest[1]} has “{shorten(m.nearest[0])}”"
    text, kind = shorten(m.noted.item.text), m.noted.item.reason
    missed = f"the {kind} “{text}” is told of something else" if m.elsewhere else f"no source has the {kind} “{text}”"
    return {"mark.text": text, "mark.kind": kind, "missed": missed, "nearest": nearest}
