"""A change, its sizes and its two ends: "rose 12% from 200 to 250", "fell $2, or 5%, to $21", "half as many as the 90 of May".

From a word of rising or falling, or a multiple, the sentence is walked to the end of its clause; the small words in front of a
figure say what part it has: a size, the level before, the level after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from numcheck.claims.figures_as_signs import SIGN, Line, Sheet, may_be_one
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
_BASE = 4
"""Words behind a level in which its time is told: "from 200 a year ago"."""
_UNLIKE = 3
"""A level that makes a change this many times what it is told as is of another thing, where only its place ties it."""
_DIRECTIONS: dict[str | None, Way] = {"up": 1, "down": -1, None: 0}
_SUPPOSED = re.compile(rf"{reckoning.SUPPOSED} (?P<sum>{SIGN})")


@dataclass(slots=True)
class _Walk:
    """What a walk has met: the figures by their part, and the words since the last of them.

    `compares` tells that it began at "lower than" or "three times", `far` that words of place stand at an end.
    """

    line: Line
    way: Way
    compares: bool
    sizes: list[Claim] = field(default_factory=list)
    old: Claim | None = None
    new: Claim | None = None
    gap: list[str] = field(default_factory=list)
    places: int = 0

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
            return self._at_once()
        for words in (" ".join(near[-2:]), near[-1]):
            if words in reckoning.FROM:
                return "old"
        if near[-1] in reckoning.TO or (near[-1] == ":" and self.sizes):
            return "new"
        return self._compared(near) if self.compares else self._beside(claim, near)

    def _at_once(self) -> Role | None:
        """Return the part of a figure right behind the word of change: "rose 12%"; "three times the 40"."""
        if self.compares:
            return "old" if "the" in self.gap else None
        return None if self.sizes else "size"

    def _compared(self, near: Sequence[str]) -> Role | None:
        """Return the part of a figure behind "lower than", "as many as": what it is held against, or the two again."""
        if near[-1] == ",":
            return "new"
        return "old" if "," not in near and (near[0] == "than" or near.count("as") > 1) else None

    def _beside(self, claim: Claim, near: Sequence[str]) -> Role | None:
        """Return the part of a figure behind a joint, a noun of change with "of", or a word that gives it none."""
        q, last = claim.quantity, near[-1]
        if last == "of":
            named = not self.claims if len(near) == 1 else near[-2] in reckoning.GAINS | reckoning.LOSSES
            return "size" if named else "none"
        told_as_change = q.direction is not None or q.dimension in ("share", "points", "multiple")
        if last in reckoning.BY or (last in ("(", ",") and self.claims and told_as_change):
            return "size"
        return "none" if last in reckoning.AROUND_A_CHANGE else None

    def take(self, claim: Claim, behind: Sequence[str]) -> bool:
        """Give a figure its part and tell whether the walk goes on; `behind` are the words behind it."""
        role = self.role(claim)
        if (
            role is None
            or (role == "old" and self._has_another_base(behind))
            or (role in ("old", "new") and getattr(self, role))
        ):
            return False
        if role in ("old", "new"):
            setattr(self, role, claim)
            self.places += behind[:1] != [] and behind[0] in reckoning.AT_A_PLACE and not _is_time(behind[1:3])
        elif role == "size" and not (self.sizes and not reckoning.OF_A_YEAR.isdisjoint(behind)):
            self.sizes.append(claim)
        self.gap = []
        return True

    def _has_another_base(self, behind: Sequence[str]) -> bool:
        """Tell whether a level is told beside a change that may be from another one: "rose 2% to 40, up from 35 in May"."""
        if not self.sizes or self.compares or "," not in self.gap:
            return False
        if self.gap[-2:-1] in (["up"], ["down"]):
            return True
        dated = not reckoning.EARLIER.isdisjoint(behind[:_BASE])
        return self.new is not None and dated and reckoning.PERIODS.isdisjoint(self.gap)


def read(sheet: Sheet) -> Iterator[Change]:
    """Yield every change that stands beside one of its ends or both."""
    for line in sheet.lines:
        if len(line.claims) > 1 and not reckoning.NO_LEVEL.search(line.text):
            yield from _changes(line)


def _changes(line: Line) -> Iterator[Change]:
    words = _TOKEN.findall(line.text)
    taken: set[str] = set()
    for at in range(len(words)):
        walk = _opened(at, words, line)
        if walk is None:
            continue
        _walk(walk, words[at + 1 :])
        supposed = _look_back(walk)
        found = {claim.id for claim in walk.claims}
        if _tells(walk, supposed=supposed) and not found <= taken:
            taken |= found
            yield Change(walk.way, walk.old, walk.new, tuple(walk.sizes))


def _tells(walk: _Walk, *, supposed: bool) -> bool:
    """Tell whether there is something to reckon: two ends of one time and place, or an end and two sizes."""
    old, new = walk.old, walk.new
    if old is None or new is None:
        return len(walk.sizes) > 1 and (old or new) is not None
    told = {claim.modality for claim in walk.claims}
    return walk.places < len((old, new)) and (len(told) == 1 or supposed)


def _opened(at: int, words: Sequence[str], line: Line) -> _Walk | None:
    """Return the start of a walk at a word of change, with the figures in front that are part of it; None at any other."""
    word, behind = words[at], words[at + 1 : at + 2]
    if _IS_SIGN(word):
        claim = line.claim(word)
        compares, is_change = behind in (["as"], ["the"]), claim.quantity.dimension == "multiple"
        return _Walk(line, _DIRECTIONS[claim.quantity.direction], compares, [claim]) if is_change else None
    way = _way(word, behind)
    if not way:
        return None
    walk = _Walk(line, way, word in reckoning.COMPARATIVES)
    size = _size_before(at, words) if word in reckoning.BEHIND_A_SIZE else at
    if size < at:
        walk.sizes.append(line.claim(words[size]))
    elif walk.compares:
        return None
    if not walk.compares and (size < at or word in ("up", "down") or word.endswith("ing")):
        walk.new = _level_before(size - 1, words, line)
    return walk


def _way(word: str, behind: Sequence[str]) -> Way:
    """Return where a word of change leads; nowhere for a noun that another word tells of: "the loss grew", "growth slowed"."""
    follows = behind[0] if behind else ""
    told_of = follows.isalpha() and follows not in reckoning.BEHIND_A_NOUN
    if (word in reckoning.ONLY_NOUNS and told_of) or (word in reckoning.BEHIND_A_SIZE and follows in reckoning.MOVES):
        return 0
    return 1 if word in reckoning.GAINS else -1 if word in reckoning.LOSSES else 0


def _size_before(at: int, words: Sequence[str]) -> int:
    """Return where the figure stands that is in front of a word, with one other between them at most; else `at`."""
    return next(
        (
            near
            for near in (at - 1, at - 2)
            if near >= 0 and _IS_SIGN(words[near]) and all(map(str.isalpha, words[near + 1 : at]))
        ),
        at,
    )


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
        behind = words[at + 1 : at + 1 + _BASE]
        if _IS_SIGN(word):
            if not walk.take(walk.line.claim(word), behind):
                return
        elif len(walk.gap) >= _GAP or _ends(walk, word, behind):
            return
        else:
            walk.gap.append(word)


def _ends(walk: _Walk, word: str, behind: Sequence[str]) -> bool:
    """Tell whether a word opens another clause, or makes the change one of a year or a head; "which is a rise of" does not."""
    if word in reckoning.BY_THE_YEAR:
        walk.sizes.clear()
    if word not in reckoning.ENDS_A_CHANGE or walk.gap[-1:] in (["compared"], ["than"]) or (word == "as" and walk.compares):
        return False
    return word not in ("which", "that", "with") or behind[:1] not in (["is"], ["was"])


def _is_time(words: Sequence[str]) -> bool:
    """Tell whether words behind "in" or "at" are of a time: "in the spring", "in 2010", "on Monday"."""
    return any(word.isdigit() or word in reckoning.TIMES for word in words)


def _look_back(walk: _Walk) -> bool:
    """Find a level in front of the change, where words tie it, and tell whether it is that of an example."""
    first = min((claim.start for claim in walk.claims), default=0)
    told = [claim for claim in walk.line.claims if claim.start < first and claim.converts is None]
    if walk.compares and walk.old is not None and walk.new is None:
        walk.new = _alone(told, walk.old)
    elif walk.old is None and walk.new is not None:
        walk.old = _example(walk, _alone(told, walk.new), walk.new)
        return walk.old is not None
    return False


def _alone(told: Sequence[Claim], like: Claim) -> Claim | None:
    """Return the one figure that may be of the same thing as another."""
    alike = [claim for claim in told if may_be_one(claim, like)]
    return alike[0] if len(alike) == 1 else None


def _example(walk: _Walk, old: Claim | None, new: Claim) -> Claim | None:
    """Return the sum of an example where it is the level before: "if you pay 50, the bill rises by 10% to 55"."""
    told = _SUPPOSED.search(walk.line.text) if old is not None and len(walk.sizes) == 1 else None
    return old if told and old is walk.line.claim(told["sum"]) and _fits(old, new, walk.sizes[0]) else None


def _fits(old: Claim, new: Claim, size: Claim) -> bool:
    """Tell whether a change in per cent is near enough to what two levels make that they can be its own."""
    was, now, by = (claim.quantity.stated.low for claim in (old, new, size))
    if not was or now is None or not by or size.quantity.unit != "percent":
        return False
    times = abs(now - was) / was * 100 / by
    return Decimal(1) / _UNLIKE <= times <= _UNLIKE
