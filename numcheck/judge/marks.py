"""Check by value the numerals of a draft that are no figures: dates, years, ordinals, scores."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from numcheck.model.finding import Entry
from numcheck.model.reading import Mark
from numcheck.model.report import Noted

KINDS: Mapping[str, str] = {
    "date": "calendar",
    "year": "calendar",
    "decade": "decade",
    "ordinal": "ordinal",
    "score": "score",
}
"""The reasons whose value says something of the story, and the kind of value; ids, names and clock times are left alone."""

MISSED = frozenset({"calendar", "score"})
"""The kinds of which a value that no source gives is worth a look; an ordinal or a decade is told in too many ways."""

_BOUND = re.compile(
    r"\b(?:before|after|by|until|till|since|from|to|and|between|prior to|as of|as early as|as late as)\W*\Z", re.I
)
_LOOK_BACK = 16


def mark_entries(marks: Sequence[Noted], texts: Mapping[str, str]) -> Iterator[Entry]:
    """Yield an entry for each mark of the draft that the sources can be asked about: supported where one gives its value.

    A date, a year or a score that no source gives is unsupported where sources have others of its kind, unless it only bounds
    a time ("before May 21"). `texts` are the documents by path.
    """
    told: dict[str, set[str]] = defaultdict(set)
    for noted in marks:
        if noted.role != "draft" and _kind(noted):
            told[_kind(noted)].update(_said(noted))
    for i, noted in enumerate(marks):
        kind = _kind(noted)
        if noted.role != "draft" or not told[kind]:
            continue
        if not told[kind].isdisjoint(_wanted(noted)):
            yield Entry("supported", mark=i)
        elif kind in MISSED and not _bounds(noted, texts):
            yield Entry("unsupported", mark=i)


def _kind(noted: Noted) -> str:
    return KINDS.get(noted.item.reason, "") if isinstance(noted.item, Mark) and noted.item.value else ""


def _value(noted: Noted) -> str:
    return (noted.item.value or "") if isinstance(noted.item, Mark) else ""


def _bounds(noted: Noted, texts: Mapping[str, str]) -> bool:
    start = noted.item.start
    return _BOUND.search(texts.get(noted.document, "")[max(0, start - _LOOK_BACK) : start]) is not None


def _said(noted: Noted) -> Iterator[str]:
    """Yield all that a source's mark says: a full date is also its month, its year, and that day of some year."""
    value = _value(noted)
    yield value
    if _kind(noted) == "calendar" and not value.startswith("-"):
        year, _, rest = value.partition("-")
        yield year
        if "-" in rest:
            yield f"{year}-{rest.partition('-')[0]}"
            yield f"some year-{rest}"


def _wanted(noted: Noted) -> Iterator[str]:
    """Yield what would support a draft's mark: its value; the same day where one of the two names no year."""
    value = _value(noted)
    yield value
    if _kind(noted) == "calendar" and value.count("-") >= 2:
        if value.startswith("--"):
            yield f"some year-{value[2:]}"
        else:
            yield f"--{value.partition('-')[2]}"
