"""Rules on a waiver, and on how many findings it let stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted, shorten
from numcheck.judge.verdicts.subjects import OneWaiver

SUBJECT = OneWaiver
FIELDS = ("waiver.where", "waiver.what", "waiver.reason", "waiver.until")
QUOTES = Quoted("says where the waiver stands: {waiver.where}", (1, "waiver.where"))


def subjects(docket: Docket) -> Iterator[OneWaiver]:
    """Yield every waiver that was judged."""
    yield from docket.waivers


def values(w: OneWaiver) -> Mapping[str, str]:
    """Return what a message may quote."""
    said = (w.waiver.where, w.waiver.what, w.waiver.reason, str(w.waiver.until or "no day"))
    return dict(zip(FIELDS, map(shorten, said), strict=True))
