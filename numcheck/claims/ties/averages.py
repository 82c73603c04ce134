"""A total, how many share it, and what falls to each: "12 families shared $36,000, or $4,000 each"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.claims.figures_as_signs import NO_SIGN, SIGN, Frame, Sheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.ties import Average

_OR = r"(?:,? or|,? \(|,? which is|,? an average of|,? or an average of|,? that is| —| –|,)"
_EACH = rf"(?P<each>{SIGN})(?: (?P<word>{reckoning.EACH}))?"
_SHARED = Frame(
    rf"(?P<one>{SIGN})(?P<gap>{NO_SIGN}{{1,80}}?) (?P<two>{SIGN})(?P<gap2>(?: [a-z'-]+){{0,6}}?){_OR} ?{_EACH}",
    ",",
    "(",
    " or ",
    "—",
    "–",
)
_BOUGHT = Frame(
    rf"(?P<one>{SIGN})(?P<gap>(?: [a-z'-]+){{1,6}}?) (?:at|for|costing|worth|of) {_EACH}"
    rf"(?:,? for a total of|,? a total of|,? in all,?|,? together|,? or|,? making|,? —)(?P<gap2>) (?P<two>{SIGN})",
    " each",
    " apiece",
    " head",
    " capita",
    " average",
    " per ",
)
_RATE = Frame(
    rf"(?P<two>{SIGN})(?P<gap>(?: [a-z'-]+){{0,6}}?) (?:in|over|within|during) (?:the |just |only |past |last |its |their )*"
    rf"(?P<one>{SIGN})(?P<gap2>){_OR} ?(?:about )?(?P<each>{SIGN})(?P<word>)(?= |[,.)]|$)",
    " in ",
    " over ",
    " within ",
    " during ",
)
_FEWEST = 3


def read(sheet: Sheet) -> Iterator[Average]:
    """Yield every average that stands beside its total and its number."""
    for line in (one for one in sheet.lines if len(one.claims) >= _FEWEST):
        for frame in (_SHARED, _BOUGHT, _RATE):
            for match in frame.finditer(line.text):
                each, one, two = (line.claim(match[name]) for name in ("each", "one", "two"))
                found = _of_time(one, two, each) if frame is _RATE else _of_things(one, two, each, match["word"])
                if found is not None and not any(reckoning.ANOTHER_RATE.search(match[gap]) for gap in ("gap", "gap2")):
                    yield Average(each, *found, words=f"{each.text} {match['word'] or ''}".strip())


def _of_things(one: Claim, two: Claim, each: Claim, word: str | None) -> tuple[Claim, Claim] | None:
    """Return the number and the total: of two figures before an average, the total is in the average's unit."""
    unit, _, by = each.quantity.unit.partition("/")
    if not each.quantity.dimension.startswith("currency") or each.quantity.direction or not (word or by):
        return None
    for number, total in ((one, two), (two, one)):
        shared = by in ("", "head", "person", "capita", number.head)
        if number.quantity.dimension == "count" and total.quantity.unit == unit and shared:
            return number, total
    return None


def _of_time(time: Claim, total: Claim, each: Claim) -> tuple[Claim, Claim] | None:
    """Return the time and the total of a rate in that very unit of time: "400 boats in 10 days, or 30 a day"."""
    same = each.quantity.unit == f"{total.quantity.unit}/{time.quantity.unit}"
    return (time, total) if same and time.quantity.dimension == "duration" else None
