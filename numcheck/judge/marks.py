"""Check by value the numerals of a draft that are no figures: dates, years, ordinals, scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from numcheck.model.finding import Entry
from numcheck.model.reading import Mark
from numcheck.model.report import Noted

CHECKED: Mapping[str, str] = {
    "date": "calendar",
    "year": "calendar",
    "decade": "decade",
    "ordinal": "ordinal",
    "score": "score",
}
"""The reasons whose value says something of the story, and the kind of value; ids, names and clock times are left alone."""


def mark_entries(marks: Sequence[Noted]) -> Iterator[Entry]:
    """Yield an entry for each mark of the draft whose value a source gives too; of the others nothing is said.

    A value that no source gives is not called wrong: a date or a rank may be told in other words.
    """
    told: dict[str, set[str]] = defaultdict(set)
    for noted in marks:
        if noted.role != "draft":
            told[_kind(noted)].update(_said(noted))
    for i, noted in enumerate(marks):
        if noted.role == "draft" and _kind(noted) and not told[_kind(noted)].isdisjoint(_wanted(noted)):
            yield Entry("supported", mark=i)


def _kind(noted: Noted) -> str:
    return CHECKED.get(noted.item.reason, "") if isinstance(noted.item, Mark) and noted.item.value else ""


def _value(noted: Noted) -> str:
    return (noted.item.value or "") if isinstance(noted.item, Mark) else ""


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
