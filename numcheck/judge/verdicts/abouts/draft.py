"""Rules on a draft's figure, with what the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import UNSURE, Docket
from numcheck.judge.verdicts.quotes import Quoted, apart, label, names, quote, shorten
from numcheck.judge.verdicts.subjects import Figure
from numcheck.model.claim import Claim
from numcheck.model.decimals import times

SUBJECT = Figure
FIELDS = (*names("draft", "source"), "nearest", "besides", "reckoned", "ratio", "apart", "topic")
QUOTES = Quoted(
    "quotes the draft and a source: {draft.text} and {source.text}, {nearest} or {reckoned}",
    (1, "draft.text"),
    (1, "source.text", "nearest", "reckoned"),
)

BESIDE = 4
"""Words on either side of a figure that say what it is told of."""


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
    best, other = f.best, f.elsewhere
    return {
        **quote(draft=f.claim, source=best or f.claim),
        "nearest": "no source has a like figure" if best is None else f"the nearest is {_nearest(f.claim, best)}",
        "besides": "" if other is None else f"; {_besides(f.claim, other)}: “{_around(other)}”",
        "reckoned": f.reckoned or "",
        "apart": apart(f.ratio, f.claim.quantity, (best or f.claim).quantity),
        "ratio": times(f.ratio),
        "topic": label(None if f.claim.counted else f.topic, f.claim),  # a topic may be called by the source's noun
    }


def _nearest(claim: Claim, source: Claim) -> str:
    """Return a source's figure with what it is of, so that nobody takes the same words for the same thing."""
    alike = (source.text.casefold(), source.what) == (claim.text.casefold(), claim.what)
    of = "not surely of the same" if alike else source.what
    return f"“{shorten(source.text)}”{f' ({shorten(of)})' if of else ''} in {source.outlet}"


def _besides(claim: Claim, other: Claim) -> str:
    """Return that a source has a draft's number, and tells it of something else, or of what bears the same name."""
    if other.what == claim.what:
        return f"{other.outlet} has “{shorten(other.text)}”, which is not surely the same"
    return f"{other.outlet} tells “{shorten(other.text)}” of something else"


def _around(claim: Claim) -> str:
    """Return a figure with the words that stand right beside it."""
    return shorten(" ".join((*claim.wording.before[-BESIDE:], *claim.text.split(), *claim.wording.behind[:BESIDE])))
