"""Rules on a draft's figure, with what the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import UNSURE, Docket
from numcheck.judge.verdicts.quotes import Quoted, apart, label, names, quote, shorten, times
from numcheck.judge.verdicts.subjects import Figure

SUBJECT = Figure
FIELDS = (*names("draft", "source"), "nearest", "ratio", "apart", "topic")
QUOTES = Quoted(
    "quotes the draft and a source: {draft.text} and {source.text} or {nearest}",
    (1, "draft.text"),
    (1, "source.text", "nearest"),
)


def subjects(docket: Docket) -> Iterator[Figure]:
    """Yield the ledger's rows that are figures of the draft."""
    for entry in docket.ledger:
        if entry.subject is not None:
            named = (entry.subject, *(s.claim for s in entry.support))
            topic = docket.topic_of.get(entry.subject)
            sure = UNSURE if topic is None else topic.confidence
            yield Figure(tuple(docket.claims[i] for i in named), topic, sure, entry=entry, copies=docket.case.story.copies)


def values(f: Figure) -> Mapping[str, str]:
    """Return what a message may quote."""
    best = f.sources[0] if f.sources else None
    nearest = "no source has a like figure" if best is None else f"the nearest is “{shorten(best.text)}” in {best.outlet}"
    return {
        **quote(draft=f.claim, source=best or f.claim),
        "nearest": nearest,
        "apart": apart(f.ratio),
        "ratio": times(f.ratio),
        "topic": label(f.topic, f.claim),
    }
