"""A figure in words: its sentence, its bounds and unit, and what it is of."""

from __future__ import annotations

from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen
from numcheck.model.quantity import DIFFERENCE
from numcheck.model.report import Noted
from numcheck.report.lookup import Lookup
from numcheck.report.printable import number, tidy, unmarked

MARKED = ("\ue000", "\ue001")
"""Private signs before and behind a figure in its sentence; a layout puts its own in their place."""
_CONTEXT = 320
_STOPS = " ,;:.!?"
_ALWAYS_ONE = {"percent", "magnitude", "ratio", "times", "hertz", "horsepower", "pence"}
_SEVERAL = {"foot": "feet", "inch": "inches", "degree_celsius": "degrees Celsius", "degree_fahrenheit": "degrees Fahrenheit"}


@frozen
class Passage:
    """A numeral that is no figure, with the words it stands among, named as those of a claim."""

    text: str
    start: int
    end: int
    sentence: str
    sentence_start: int


def passage(lookup: Lookup, noted: Noted) -> Passage:
    """Return a numeral in the sentence of a figure beside it, else in its line of a draft, else alone."""
    item, text = noted.item, lookup.documents[noted.document].text
    for claim in lookup.report.claims:
        if claim.document == noted.document and 0 <= item.start - claim.sentence_start < len(claim.sentence):
            return Passage(item.text, item.start, item.end, claim.sentence, claim.sentence_start)
    first, last = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
    return Passage(item.text, item.start, item.end, text[first : last if last >= 0 else len(text)], first)


def label_of(claim: Claim) -> str:
    """Return in a few words what a claim's figure is of."""
    return tidy(claim.what or claim.counted or claim.measure or claim.quantity.unit)


def sentence(claim: Claim | Passage) -> str:
    """Return a figure's sentence in one line without Markdown, the figure between the MARKED signs; cut if very long."""
    if not claim.sentence:
        return f"{MARKED[0]}{tidy(claim.text)}{MARKED[1]}"
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, behind = claim.sentence[:start], claim.sentence[end:]
    if len(before) > _CONTEXT:
        before = f"…{before[-_CONTEXT:]}"
    if len(behind) > _CONTEXT:
        behind = f"{behind[:_CONTEXT]}…"
    left = " " if before[-1:].isspace() and tidy(before) else ""
    right = " " if behind[:1].isspace() and tidy(behind) else ""
    figure = tidy(claim.sentence[start:end])
    return unmarked(f"{tidy(before)}{left}{MARKED[0]}{figure}{MARKED[1]}{right}{tidy(behind)}")


def around(claim: Claim | Passage, words: int) -> tuple[str, str, str]:
    """Return a claim's figure between so many words of its sentence on both sides."""
    before, figure, behind = parts(claim)
    start = len(before) - len(" ".join(before.split(" ")[-words - 1 :]))
    end = len(" ".join(behind.split(" ")[: words + 1]))
    return before[start:].lstrip(_STOPS), figure, behind[:end].rstrip(_STOPS)


def parts(claim: Claim | Passage, width: int = 0) -> tuple[str, str, str]:
    """Return a claim's sentence in three parts, the figure between the others, cut at blanks to `width` signs (0: whole)."""
    before, _, rest = sentence(claim).partition(MARKED[0])
    figure, _, behind = rest.partition(MARKED[1])
    room = width - len(figure)
    if not width or len(before) + len(behind) <= room:
        return before, figure, behind
    left = min(len(before), max(room // 2, room - len(behind)))
    if left < len(before):
        before = f"…{before[len(before) - left + 1 :].partition(' ')[2]}"
    right = room - len(before)
    if right < len(behind):
        behind = f"{behind[: max(right - 1, 0)].rpartition(' ')[0]}…"
    return before, figure, behind


def reads_as(claim: Claim) -> str:
    """Return a claim's bounds and unit in words: "2,000 to 99,999", "more than 50 percent", "about 12 kilometers"."""
    stated, unit = claim.quantity.stated, claim.quantity.unit.removeprefix("count").removeprefix("ratio")
    one = stated.low == 1 and stated.high in (None, 1)
    return f"{_bounds(claim)} {unit_name(unit, one=one)}".strip()


def _bounds(claim: Claim) -> str:
    """Return the bounds of a claim as it states them, with its hedge."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    if low is None and high is None:
        return "no number"
    if low is None or high is None:
        strict = claim.quantity.hedge in ("more_than", "less_than")
        lower, upper = ("more than", "less than") if strict else ("at least", "at most")
        return f"{lower} {number(low)}" if low is not None else f"{upper} {number(high)}"
    about = "about " if claim.quantity.hedge == "about" else ""
    return f"{about}{number(low)}" if low == high else f"{number(low)} to {number(high)}"


def unit_name(unit: str, *, one: bool = False) -> str:
    """Return a unit's name as it is said: "1 kilometer", "5 kilometers/hour", "12 degrees Celsius", "34 percent"."""
    name, slash, per = unit.removeprefix(DIFFERENCE).partition("/")
    if name and not one and not name.isupper() and name not in _ALWAYS_ONE:
        name = _SEVERAL.get(name, f"{name}s")
    return f"{name}{slash}{per}".replace("_", " ")


def figure(lookup: Lookup, claim: Claim) -> list[str]:
    """Return a claim as a row: its line, its words, its bounds, and what it is of."""
    return [lookup.line(claim.document, claim.start), tidy(claim.text), reads_as(claim), label_of(claim)]


def numeral(lookup: Lookup, noted: Noted) -> list[str]:
    """Return a numeral that is no figure as a row: its line, its words, the reason, and what it was read as."""
    return [
        lookup.line(noted.document, noted.item.start),
        tidy(noted.item.text),
        tidy(noted.item.reason),
        tidy(noted.value or ""),
    ]
