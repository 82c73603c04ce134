"""A finding: what a rule says of some claims. An entry: what the gate says of one figure of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from numcheck.model.reading import Direction
from numcheck.model.story import Evidence

Severity = Literal["error", "warning", "note"]
WaivedBy = Literal["comment", "baseline", "unchanged"]
State = Literal["supported", "contradicted", "unsupported"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a document (its path), from `start` up to `end`."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What may make two figures both true: the sort of it, in words, and the claims (ids) beside which these words stand.

    `slot` is time, place, part, source, modality, rounding, reading, or older where a text tells the figure as one of before.
    """

    slot: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault a rule found. The first two `claims` are the two quoted sides, the reference or the lower first.

    `kind` is contradiction, inflation, hedge, unit, scope, arithmetic, sourcing or run. `gross` where a reader would
    conclude something else; `ratio` how many times one is the other. `suppressed` holds the reason of a waiver, and
    `suppressed_by` says where it stands: a comment in the text, the baseline, or that no changed line takes part;
    `suppressed_at` is the comment's `file:line`.
    `content_fingerprint` knows the finding where its file was renamed. `at` is the place of a finding that has no claims, and
    `against` that in another document which it is held against.
    `moved` is the outlet that went away from the reference, and `direction` whether to more or to less; the reference is the
    outlet that was named or cited, else the earliest, else what most outlets share. None where that is not known.
    `probability` is that of its own pair being one quantity, where two claims are held against each other, and `explains` what
    may make both true, the likeliest first.
    """

    rule: str
    kind: str
    severity: Severity
    confidence: float
    gross: bool
    topic: str | None
    claims: tuple[str, ...]
    ratio: float | None
    message: str
    help: str
    fingerprint: str
    suppressed: str | None = None
    suppressed_by: WaivedBy | None = None
    suppressed_at: str = ""
    content_fingerprint: str = ""
    at: Place | None = None
    against: Place | None = None
    moved: str | None = None
    direction: Direction | None = None
    probability: float | None = None
    explains: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """Two claims that a rule would speak of if they were one quantity, which is too unsure to say: for somebody to look at.

    `kind` is that of the rule; `evidence` says what speaks for and against their being one quantity.
    """

    claims: tuple[str, str]
    kind: str
    probability: float
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    explains: tuple[Explanation, ...] = ()


ELSEWHERE = "of something else"
"""How a source's claim stands to a draft's whose number it has, and tells of something else."""


OTHERWISE = "comes to something else"
"""How the cells of a source's table stand to a draft's figure that they do not come to."""


@dataclass(frozen=True, slots=True)
class Support:
    """A source's claim beside a draft's: how it stands to it, and the arithmetic that leads there where there is any."""

    claim: str
    relation: str
    derivation: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure (or mark) of a draft in the gate's ledger: its state and the sources' claims, the best first.

    `subject` is a claim's id; for a checked mark it is None, `mark` is the mark's place in the report's list, and `nearest`
    that of the sources' mark which the draft may have meant. `text` are the words of the figure or mark.
    """

    state: State
    support: tuple[Support, ...] = ()
    subject: str | None = None
    mark: int | None = None
    nearest: int | None = None
    text: str = ""
