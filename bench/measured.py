"""Count how often each rule was right on real events that no table was fitted to, for `numcheck rules list --measured`.

usage: python -m bench.measured FOLDER [--write]     FOLDER holds pairs.jsonl and events/ (clashes)

Of each finding of error or warning whose two sides are a pair that a reader judged it is counted whether it is right: one
quantity that the two outlets tell otherwise. Only the third of the events is run that is left out of every fit.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numcheck
from bench.labelled import is_unread
from numcheck.model.claim import Claim

FILE = Path(__file__).parents[1] / "rules" / "measured.json"
_RIGHT = ("contradiction", "inflation", "hedge", "update")


def measured(folder: Path) -> dict[str, Any]:
    """Return how many events were run, and by rule how many of its findings were read and how many of these were right."""
    pairs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["same"] != "unsure" and is_unread(row["event"], "clashes"):
            pairs[row["event"]].append(row)
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for event, judged in sorted(pairs.items()):
        report = numcheck.compare(sorted((folder / "events" / event).glob("*.md")))
        known = {frozenset(_found(row[side], report.claims) for side in ("a", "b")): row for row in judged}
        for finding in report.findings:
            pair = known.get(frozenset(finding.claims[:2])) if finding.severity != "note" and len(finding.claims) > 1 else None
            if pair is not None:
                seen[finding.rule] += 1
                right[finding.rule] += pair["same"] == "yes" and pair["relation"] in _RIGHT
    return {"events": len(pairs), "rules": {rule: {"read": seen[rule], "right": right[rule]} for rule in sorted(seen)}}


def _found(side: Mapping[str, Any], claims: Iterable[Claim]) -> str | None:
    """Return the id of the claim that stands where a judged figure does."""
    found = [c for c in claims if Path(c.document).name == side["doc"] and c.start < side["end"] and side["start"] < c.end]
    return min(found, key=lambda c: abs(c.start - side["start"]) + abs(c.end - side["end"])).id if found else None


def main() -> None:
    """Count, print, and write the file where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="put the counts where the product reads them")
    args = parser.parse_args()
    text = json.dumps(measured(args.folder), indent=1) + "\n"
    print(text, end="")
    if args.write:
        FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
