"""A change, its sizes and its two ends: "rose 12% from 200 to 250", "fell $2, or 5%, to $21", "half as many as the 90 of May".

From a word of rising or falling, or a multiple, the sentence is walked to the end of its clause; the small words in front of a
figure say what part it has: a size, the level before, the level after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from numcheck.claims.signed import SIGN, Line, Sheet
from numcheck.language.en import reckoning
from numcheck.model.claim import Claim
from numcheck.model.ties import Change

Role = Literal["size", "old", "new", "none"]
Way = Literal[1, 0, -1]

_TOKEN = re.compile(rf"{SIGN}|[^\W_]+(?:['-][^\W_]+)*|\S")
_IS_SIGN = re.compile(SIGN).fullmatch
_GAP = 12
"""Words between two figures of one change at most."""
_APART = 7
"""Words between a level and the word of change behind it at most: "250 boats in all, up from 200"."""
_DIRECTIONS: dict[str | None, Way] = {"up": 1, "down": -1, None: 0}


@dataclass(slots=True)
class _Walk:
    """What a walk has met: the figures by their part, and the words since the last of them."""

    line: Line
    way: Way
    compares: bool
    sizes: list[Claim] = field(default_factory=list)
    old: Claim | None = None
    new: Claim | None = None
    gap: list[str] = field(default_factory=list)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures of the change."""
        return tuple(claim for claim in (*self.sizes, self.old, self.new) if claim is not None)

    def role(self, claim: Claim) -> Role | None:
        """Return the part of a figure by the words in front of it; None where it ends the clause."""
        near = self.gap[:]
        while near and near[-1] in reckoning.BEFORE_A_LEVEL:
            near.pop()
        if not near:
            return None if self.claims and not self.compares else self._at_once(claim)
        last, pair = near[-1], " ".join(near[-2:])
        if (self.compares and (near[0] == "than" or near.count("as") > 1)) or pair in reckoning.FROM or last in reckoning.FROM:
            return "old"
        if last in reckoning.TO:
            return "new"
        if last == "of":
            named = near[-2:-1] and (near[-2] in reckoning.GAINS or near[-2] in reckoning.LOSSES)
            return "size" if named or (not self.claims and len(near) == 1) else "none"
        return self._beside(claim, last)

    def _at_once(self, claim: Claim) -> Role:
        """Return the part of a figure right behind the word of change: "rose 12%"; "three times the 40"."""
        return "old" if self.compares and "the" in self.gap else "size"

    def _beside(self, claim: Claim, last: str) -> Role | None:
        """Return the part of a figure behind a joint or a word that gives it none."""
        q = claim.quantity
        told_as_change = q.direction is not None or q.dimension in ("share", "points", "multiple")
        if last in reckoning.BY or (last in ("(", ",") and self.claims and told_as_change):
            return "size"
        if last == ":" and self.sizes:
            return "new"
        return "none" if last in reckoning.AROUND_A_CHANGE else None

    def take(self, claim: Claim) -> bool:
        """Give a figure its part and tell whether the walk goes on."""
        role = self.role(claim)
        if role is None or (role == "old" and self.old) or (role == "new" and self.new):
            return False
        if role == "old" and self._has_another_base():
            return False
        if role == "old":
            self.old = claim
        elif role == "new":
            self.new = claim
        elif role == "size":
            self.sizes.append(claim)
        self.gap = []
        return True

    def _has_another_base(self) -> bool:
        """Tell whether a level is told beside a change that may be from another one: "rose 2% to 40, up from 35 in May"."""
        if not self.sizes or "," not in self.gap:
            return False
        if self.gap[-2:-1] in (["up"], ["down"]):
            return True
        return self.new is not None and reckoning.PERIODS.isdisjoint(self.gap) and len(self.gap) > len(", from".split())


def read(sheet: Sheet) -> Iterator[Change]:
    """Yield every change that stands beside one of its ends or both."""
    for line in sheet.lines:
        if len(line.claims) > 1 and not reckoning.NO_LEVEL.search(line.text):
            yield from _changes(line, sheet)


def _changes(line: Line, sheet: Sheet) -> Iterator[Change]:
    words = _TOKEN.findall(line.text)
    taken: set[str] = set()
    for at, word in enumerate(words):
        opened = _opened(at, word, words, line)
        if opened is None:
            continue
        _walk(opened, words[at + 1 :])
        _look_back(opened, sheet)
        found = {claim.id for claim in opened.claims}
        if _tells(opened) and not found <= taken:
            taken |= found
            yield Change(opened.way, opened.old, opened.new, tuple(opened.sizes))


def _tells(walk: _Walk) -> bool:
    """Tell whether there is something to reckon: two ends of one kind and place, or an end and two sizes."""
    old, new = walk.old, walk.new
    if old is None or new is None:
        return len(walk.sizes) > 1 and (old or new) is not None
    places = {old.scope.place, new.scope.place} - {None}
    return len(places) < 2 and (not old.head or not new.head or old.head == new.head or not walk.compares)


def _opened(at: int, word: str, words: Sequence[str], line: Line) -> _Walk | None:
    """Return the start of a walk at a word of change, with the figures in front that are part of it; None at any other."""
    if _IS_SIGN(word):
        claim = line.claim(word)
        if claim.quantity.dimension != "multiple":
            return None
        return _Walk(line, _DIRECTIONS[claim.quantity.direction], "times" in claim.text or claim.text == "twice", [claim])
    way: Way = 1 if word in reckoning.GAINS else -1 if word in reckoning.LOSSES else 0
    if not way:
        return None
    walk = _Walk(line, way, word in reckoning.COMPARATIVES)
    front = at - 1
    while front >= 0 and at - front < 3 and not _IS_SIGN(words[front]) and words[front].isalpha():
        front -= 1
    if front >= 0 and _IS_SIGN(words[front]) and word in reckoning.BEHIND_A_SIZE:
        walk.sizes.append(line.claim(words[front]))
        front -= 1
    else:
        front = at - 1
    if not walk.compares:
        walk.new = _level_before(front, words, line)
    return walk


def _level_before(at: int, words: Sequence[str], line: Line) -> Claim | None:
    """Return the level that a word of change is put behind, with a comma: "250 boats, up 25%", "250, a 25% rise"."""
    while at >= 0 and words[at] in reckoning.BEFORE_A_LEVEL:
        at -= 1
    if at < 0 or words[at] not in (",", "(", "—", "–"):
        return None
    for near in range(at - 1, max(-1, at - 1 - _APART), -1):
        if _IS_SIGN(words[near]):
            return line.claim(words[near])
        if not words[near].isalpha() or words[near] in reckoning.ENDS_A_CHANGE:
            return None
    return None


def _walk(walk: _Walk, words: Sequence[str]) -> None:
    """Give each figure up to the end of the clause its part."""
    for at, word in enumerate(words):
        if _IS_SIGN(word):
            if not walk.take(walk.line.claim(word)):
                return
        elif len(walk.gap) >= _GAP or (word in reckoning.ENDS_A_CHANGE and not _goes_on(walk, word, words[at + 1 : at + 2])):
            return
        else:
            walk.gap.append(word)


def _goes_on(walk: _Walk, word: str, behind: Sequence[str]) -> bool:
    """Tell whether a word that opens a clause is none here: "compared with", "which is a rise of"."""
    return walk.gap[-1:] == ["compared"] or (word in ("which", "that", "with") and behind[:1] in (["is"], ["was"]))


def _look_back(walk: _Walk, sheet: Sheet) -> None:
    """Find the one level in front of a comparison, or that of an example: "if you pay 50, the bill rises by 10% to 55"."""
    known = walk.claims
    first = min((claim.start for claim in known), default=0)
    told = [claim for claim in walk.line.claims if claim.start < first and claim.converts is None]
    if walk.compares and walk.old is not None and walk.new is None:
        alike = [claim for claim in told if sheet.one_kind(claim, walk.old)]
        walk.new = alike[0] if len(alike) == 1 else None
    elif walk.old is None and walk.new is not None and len(walk.sizes) == 1:
        unit = walk.new.quantity.unit
        alike = [claim for claim in told if claim.quantity.unit.partition("/")[0] == unit]
        if len(alike) == 1 and reckoning.SUPPOSED.search(walk.line.text):
            walk.old = alike[0]
