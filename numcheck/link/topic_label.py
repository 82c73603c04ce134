"""The name of a topic in a table: the label that most of its claims share, and the slot that tells it from another topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from numcheck.language.en.calendar import MONTHS
from numcheck.model.claim import Claim, last_word
from numcheck.model.story import Topic

_BEST = 24
"""Characters that read best in a table's first column."""
_STEM = 3
"""Letters that a noun and its plural begin with."""
_BRIEF = 24
"""Characters of a slot in a label at most."""
_TIME = re.compile(r"(since )?([0-9]{4})(?:-Q([1-4])|-W([0-9]{2})|-([0-9]{2})(?:-([0-9]{2}))?)?")
_QUARTERS = ("first", "second", "third", "fourth")


def label(claims: Sequence[Claim]) -> str:
    """Return the commonest label: one that quotes no words of the text first, then one that says more than the noun."""
    counts = Counter(claim.what for claim in claims)
    said = {claim.what for claim in claims if claim.measure is not None and not _is_noun(claim)}
    names = {what: (not f"{what} ".startswith(("unnamed ", "period ")), "“" not in what, what in said) for what in counts}
    return max(counts, key=lambda what: (names[what], counts[what], -abs(len(what) - _BEST), what))


def _is_noun(claim: Claim) -> bool:
    """Tell whether a label is the counted noun alone: "soldiers", of soldiers who are unpaid."""
    return bool(claim.head) and last_word(claim.what)[:_STEM] == claim.head[:_STEM]


def distinct(topics: Sequence[Topic], claims: Mapping[str, Claim], published: Iterable[date]) -> tuple[Topic, ...]:
    """Return the topics, those of one label told apart by the slots of theirs that differ: "people killed in 2004".

    The days on which the articles were `published`, and their years, tell nothing.
    """
    now = {_dated(time) for day in published for time in (day.isoformat(), str(day.year))}
    labels = [topic.label for topic in topics]
    for slot in _SLOTS:
        for alike in _alike(labels):
            said = {at: _said(slot, [claims[name] for name in topics[at].claims], now) for at in alike}
            if len(set(said.values())) > 1:
                for at, words in said.items():
                    labels[at] += words
    return tuple(
        replace(topic, label=told) if told != topic.label else topic for topic, told in zip(topics, labels, strict=True)
    )


def _alike(labels: Sequence[str]) -> list[list[int]]:
    """Return the places of labels that are told more than once."""
    places: dict[str, list[int]] = {}
    for at, told in enumerate(labels):
        places.setdefault(told.casefold(), []).append(at)
    return [found for found in places.values() if len(found) > 1]


def _said(slot: Callable[[Claim], str], claims: Sequence[Claim], now: Collection[str]) -> str:
    """Return what half of the claims say of a slot, or two where none says otherwise; empty where that is too long."""
    told = Counter(found for found in map(slot, claims) if found and found not in now)
    if not told:
        return ""
    words, times = max(told.items(), key=lambda found: (found[1], found[0]))
    sure = 2 * times >= len(claims) or (times > 1 and len(told) == 1)
    return words if sure and len(words) <= _BRIEF else ""


def _place(claim: Claim) -> str:
    place = claim.scope.place
    if place is None or place.casefold() in claim.what.casefold():
        return ""
    return f" {place}" if place[0].islower() and place != "home" else f" at {place}" if place == "home" else f" in {place}"


def _year(claim: Claim) -> str:
    found = _TIME.fullmatch(claim.scope.window or claim.as_of or "")
    return f" in {found[2]}" if found and not found[1] else ""


def _window(claim: Claim) -> str:
    found = _dated(claim.scope.window)
    return "" if _year(claim) and found == _year(claim) else found


def _dated(time: str | None) -> str:
    """Return a time in its normal form as it is said: "2021-05-14" is " on 14 May"."""
    if time is None:
        return ""
    found = _TIME.fullmatch(time)
    if found is None:
        return ", new ones" if time == "new" else f" in the {time}" if time.startswith("past ") else f" {time}"
    since, year, quarter, week, month, day = found.groups()
    then = year
    if quarter:
        then = f"the {_QUARTERS[int(quarter) - 1]} quarter of {year}"
    elif week:
        then = f"week {int(week)} of {year}"
    elif month:
        then = f"{int(day)} {MONTHS[int(month) - 1]}" if day else f"{MONTHS[int(month) - 1]} {year}"
    return f" since {then}" if since else f" on {then}" if day else f" in {then}"


def _part(claim: Claim) -> str:
    whole = claim.scope.subset_of
    return "" if whole is None else ", part of a total"


def _base(claim: Claim) -> str:
    base = claim.scope.base
    return f", from {base}" if base and base.endswith(" earlier") else f" {base}" if base and base not in claim.what else ""


def _modality(claim: Claim) -> str:
    return f", {claim.modality}" if claim.modality else ""


_SLOTS: tuple[Callable[[Claim], str], ...] = (_place, _year, _part, _modality, _base, _window)
"""What tells topics of one label apart, what tells most first; each returns what is added to the label."""
