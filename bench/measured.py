"""Count how often each rule was right on real events, each judged by a table that was not fitted to it.

`python -m bench.fit FOLDER --measured` does it, for `numcheck rules list --measured`. Of each finding whose two sides are a
pair that a reader judged it is counted whether it is right: one quantity that the two outlets tell otherwise.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import numcheck
from bench.thresholds import comparing_by
from numcheck.judge.rules.measured import ENOUGH
from numcheck.link.score import Table
from numcheck.model.claim import Claim

FILE = Path(__file__).parents[1] / "rules" / "measured.json"
ERROR, WARNING = 0.9, 2 / 3
"""How many of its findings are right at least of a rule that is an error, and of one that is a warning."""
_RIGHT = ("contradiction", "inflation", "hedge", "update")

Counts = Mapping[str, Mapping[str, int]]


def measured(folder: Path, unseen: Callable[[str], Table]) -> dict[str, Any]:
    """Return how many events were run, and by rule how many of its findings were read and how many of these were right.

    `folder` holds pairs.jsonl and events/; `unseen` gives the table that was not fitted to an event.
    """
    pairs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["same"] != "unsure":
            pairs[row["event"]].append(row)
    read: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for event, judged in sorted(pairs.items()):
        with comparing_by(unseen(event)):
            report = numcheck.compare(sorted((folder / "events" / event).glob("*.md")))
        known = {frozenset(_found(row[side], report.claims) for side in ("a", "b")): row for row in judged}
        for finding in report.findings:
            pair = known.get(frozenset(finding.claims[:2])) if len(finding.claims) > 1 else None
            if pair is not None:
                read[finding.rule] += 1
                right[finding.rule] += pair["same"] == "yes" and pair["relation"] in _RIGHT
    return {"events": len(pairs), "rules": {rule: {"read": read[rule], "right": right[rule]} for rule in sorted(read)}}


def earned(counted: Counts) -> Iterable[str]:
    """Yield a line a rule: what was counted, and the gravest severity that it earns."""
    for rule, of in counted.items():
        share = of["right"] / of["read"]
        severity = "error" if share >= ERROR else "warning" if share >= WARNING else "note"
        yield f"{rule:32} {of['right']:4} of {of['read']:4}  {severity if of['read'] >= ENOUGH else 'not enough seen'}"


def _found(side: Mapping[str, Any], claims: Iterable[Claim]) -> str | None:
    """Return the id of the claim that stands where a judged figure does."""
    found = [c for c in claims if Path(c.document).name == side["doc"] and c.start < side["end"] and side["start"] < c.end]
    return min(found, key=lambda c: abs(c.start - side["start"]) + abs(c.end - side["end"])).id if found else None
