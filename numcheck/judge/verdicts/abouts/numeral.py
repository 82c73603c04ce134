"""Rules on two numerals of two outlets that are no figures: times, dates, years, ordinals, house numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.gate.context import context
from numcheck.judge.verdicts.docket import UNSURE, Docket
from numcheck.judge.verdicts.numerals import told_otherwise
from numcheck.judge.verdicts.quotes import Quoted, shorten
from numcheck.judge.verdicts.subjects import TwoNumerals
from numcheck.judge.vocabulary import vocabulary
from numcheck.model.report import Noted

SUBJECT = TwoNumerals
FIELDS = ("a.outlet", "a.text", "a.passage", "b.outlet", "b.text", "b.passage", "kind")
QUOTES = Quoted("quotes both sides: {a.text} and {b.text}", (1, "a.text", "a.passage"), (1, "b.text", "b.passage"))

_AROUND = 36
"""Characters on either side of a numeral that its passage shows, cut at words."""


def subjects(docket: Docket) -> Iterator[TwoNumerals]:
    """Yield two numerals that tell one thing otherwise, the reference's or the lower first; beside sources the ledger does."""
    case = docket.case
    if case.gate:
        return
    texts = {article.path: article.text for article in case.articles}
    outlets = {article.path: article.outlet for article in case.articles}
    read = context(case.texts, sorted(case.texts), vocabulary(case.lexicon).small)

    def rank(noted: Noted) -> tuple[bool, str, str]:
        named = case.reference in (noted.document, outlets[noted.document])
        return not named, noted.value or "", noted.document

    for pair in told_otherwise(case.articles, case.marks, read):
        one, other = sorted(pair, key=rank)
        yield TwoNumerals(
            (),
            confidence=UNSURE,
            noted=(one, other),
            outlets=(outlets[one.document], outlets[other.document]),
            passages=(_passage(one, texts), _passage(other, texts)),
        )


def _passage(noted: Noted, texts: Mapping[str, str]) -> str:
    """Return a numeral with the words around it, in its line."""
    text, item = texts[noted.document], noted.item
    before = text[max(0, item.start - _AROUND) : item.start].rpartition("\n")[2]
    behind = text[item.end : item.end + _AROUND].partition("\n")[0]
    before = before if len(before) < _AROUND else "…" + before.partition(" ")[2]
    behind = behind if len(behind) < _AROUND else behind.rpartition(" ")[0] + "…"
    return f"{before}{item.text}{behind}"


def values(pair: TwoNumerals) -> Mapping[str, str]:
    """Return what a message may quote."""
    told = {"kind": pair.noted[0].item.reason}
    for side, noted, outlet, passage in zip("ab", pair.noted, pair.outlets, pair.passages, strict=True):
        told |= {
            f"{side}.outlet": shorten(outlet),
            f"{side}.text": shorten(noted.item.text),
            f"{side}.passage": shorten(passage),
        }
    return told
