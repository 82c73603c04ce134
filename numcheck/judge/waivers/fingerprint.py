"""What a finding is known by from run to run: its words and figures, never its line, its message or the articles' order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath

from numcheck.model.claim import Claim
from numcheck.model.frozen import frozen

LENGTH = 16
"""Hexadecimal digits of a fingerprint."""


@frozen
class Key:
    """What makes a finding itself: the rule, where it speaks, and both sides' slots and figures.

    `place` is the document's path from the root of the repository: the draft's beside sources, the only document's where there
    is one, else the folder that all the outlets stand in, so that one more outlet changes nothing.
    """

    rule: str
    place: str
    sides: tuple[str, ...]


def key(rule: str, quoted: Iterable[Sequence[Claim]], names: Mapping[str, str], *, gate: bool) -> Key:
    """Return the key of a finding whose clearest cases are `quoted`: of several the first by its words, whatever its place."""
    return min(
        (Key(rule, place(claims, names, gate=gate), _sides(claims, gate=gate)) for claims in quoted),
        key=lambda found: (found.sides, found.place),
    )


def numbered(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """Return two fingerprints for each key: one with its place, and one of its content alone, for a file that was renamed.

    The first of several that are alike has the same fingerprint with and without the others behind it.
    """
    seen: Counter[object] = Counter()
    found = []
    for one in keys:
        content = (one.rule, one.sides)
        seen.update([one, content])
        found.append(
            (_digest(one.rule, one.place, *one.sides, str(seen[one])), _digest(one.rule, *one.sides, str(seen[content])))
        )
    return found


def _digest(*parts: str) -> str:
    return sha256("\0\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def place(claims: Sequence[Claim], names: Mapping[str, str], *, gate: bool) -> str:
    """Return where a finding speaks: the draft's path, that of the only document, or the folder that holds all of them."""
    drafts = [c for c in claims if c.role == "draft"] if gate else []
    files = sorted({names.get(c.document, c.document) for c in drafts or claims})
    if len(files) < 2:
        return "".join(files)
    folders = [PurePosixPath(file).parent.parts for file in files]
    shared = [parts[0] for parts in zip(*folders, strict=False) if len(set(parts)) == 1]
    return "/".join(shared)


def _sides(claims: Sequence[Claim], *, gate: bool) -> tuple[str, ...]:
    """Return the figures of both sides, and the slot of the one document's.

    Where several outlets state one figure, each has its own words for what is counted ("soldiers", "ex-servicemen"), and
    which of them is quoted must not matter; so their slots are left out.
    """
    one = len({claim.document for claim in claims}) == 1
    return tuple(sorted(f"{_slot(c) if one or (gate and c.role == 'draft') else ''}\0{_figure(c)}" for c in claims))


def _slot(claim: Claim) -> str:
    return f"{claim.counted}\0{claim.measure}"


def _figure(claim: Claim) -> str:
    """Return a figure in normal form: hedge, numbers in the base unit, dimension."""
    q = claim.quantity
    ends = (None if x is None else f"{x.normalize():f}" for x in (q.written.low, q.written.high))
    unit = q.unit if q.dimension == "currency" else q.dimension
    return "\0".join(str(x) for x in (q.hedge, *ends, unit, q.word))
