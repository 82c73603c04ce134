"""Score a report of one story against its gold.json: what was read, what was put together, what was found, what was invented.

A reported figure and one of the gold are the same where their characters overlap, the longest overlap first. A gold
figure without any bounds ("many", "months") is optional: nothing is gained or lost by it in `figures` and `aligned`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Pair = frozenset[str]
LOUD = ("error", "warning")
DISAGREE = {"contradiction", "inflation"}


@dataclass(frozen=True, slots=True)
class Score:
    """One story's score: shares from 0 to 1, the groups whose disagreement was found, and the false alarms by their texts."""

    figures: float
    interval: float
    aligned: float
    inflations: frozenset[str]
    hedges: frozenset[str]
    false_alarms: tuple[str, ...]


def score(gold: Mapping[str, Any], report: Mapping[str, Any]) -> Score:
    """Return the score of `report` (its plain values) against `gold`."""
    told: list[Row] = gold["claims"]
    claims: list[Row] = report["claims"]
    found = _match(told, claims)
    by_gold = {g["id"]: g for g in told}
    by_claim = {c["id"]: c for c in claims}
    firm = [g for g in told if not _optional(g)]
    read = [(g, by_claim[c]) for c, g_id in found.items() if not _optional(g := by_gold[g_id])]
    counted = [c for c in claims if not _optional(by_gold[found[c["id"]]] if c["id"] in found else c)]

    wanted = {
        frozenset((a["id"], b["id"])) for a, b in combinations(firm, 2) if a["group"] == b["group"] and a["doc"] != b["doc"]
    }
    conflicts: dict[Pair, set[str]] = {}
    for row in gold["conflicts"]:
        conflicts.setdefault(frozenset((row["a"], row["b"])), set()).add(row["kind"])
    group = {g["id"]: g["group"] for g in told}
    hedged = {row["group"] for row in gold["conflicts"] if row["kind"] == "hedge"}

    inflations, hedges, false = set(), set(), []
    for finding in report["findings"]:
        ids = [found[c] for c in finding["claims"] if c in found]
        if finding["kind"] == "hedge":
            hedges |= {group[i] for i in ids} & hedged
        if finding["kind"] not in DISAGREE or finding["severity"] not in LOUD:
            continue
        main = max(sorted({group[i] for i in ids}), key=[group[i] for i in ids].count, default=None)
        of_main = [i for i in ids if group[i] == main]
        one_quantity = len(of_main) * 3 >= len(finding["claims"]) * 2
        kinds = {kind for pair in combinations(of_main, 2) for kind in conflicts.get(frozenset(pair), ())}
        if not one_quantity or not kinds & {*DISAGREE, "update"}:
            false.append(f"{finding['rule']}: {' | '.join(by_claim[c]['text'] for c in finding['claims'])}")
        elif main is not None and "inflation" in kinds:
            inflations.add(main)
    return Score(
        figures=_f1(len(read), len(counted), len(firm)),
        interval=sum(_same_interval(g, c) for g, c in read) / len(read) if read else 0.0,
        aligned=_aligned(wanted, report, found, by_gold),
        inflations=frozenset(inflations),
        hedges=frozenset(hedges),
        false_alarms=tuple(false),
    )


def faults(gold: Mapping[str, Any], folder: Path) -> list[str]:
    """Return what is wrong with a story's annotation: places, texts, ids, bounds, groups, conflicts."""
    texts = {doc: (folder / doc).read_bytes().decode() for doc in gold["docs"]}
    groups = [g["id"] for g in gold["groups"]]
    by_id = {c["id"]: c for c in gold["claims"]}
    out = [f"{name} stands twice" for name, n in Counter([*groups, *(c["id"] for c in gold["claims"])]).items() if n > 1]
    for claim in gold["claims"]:
        name, place = claim["id"], slice(claim["start"], claim["end"])
        if texts[claim["doc"]][place] != claim["text"]:
            out.append(f"{name}: {texts[claim['doc']][place]!r} stands there, not {claim['text']!r}")
        if claim["group"] not in groups:
            out.append(f"{name}: no group {claim['group']}")
        if None not in (claim["low"], claim["high"]) and claim["low"] > claim["high"]:
            out.append(f"{name}: bounds out of order")
    out += [f"no claim in group {g}" for g in groups if g not in {c["group"] for c in gold["claims"]}]
    for row in gold["conflicts"]:
        a, b = by_id[row["a"]], by_id[row["b"]]
        if not a["group"] == b["group"] == row["group"] or a["doc"] == b["doc"]:
            out.append(f"the conflict of {row['a']} and {row['b']} is not one of two articles on one quantity")
    return out


def read_gold(folder: Path) -> dict[str, Any]:
    """Return the annotation of the story in `folder`."""
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold


def _match(told: Iterable[Row], claims: Iterable[Row]) -> dict[str, str]:
    """Pair reported claims with gold ones, one to one."""
    rows = sorted(
        (-(min(g["end"], c["end"]) - max(g["start"], c["start"])), g["id"], c["id"])
        for g in told
        for c in claims
        if c["document"].endswith(g["doc"]) and min(g["end"], c["end"]) > max(g["start"], c["start"])
    )
    found: dict[str, str] = {}
    for _, g, c in rows:
        if c not in found and g not in found.values():
            found[c] = g
    return found


def _aligned(wanted: set[Pair], report: Mapping[str, Any], found: Mapping[str, str], by_gold: Mapping[str, Row]) -> float:
    """Return the F1 over pairs of claims from two articles that stand in one topic."""
    place = {c["id"]: c["document"] for c in report["claims"]}
    named = {c: found.get(c, f"?{c}") for c in place if c not in found or not _optional(by_gold[found[c]])}
    got = {
        frozenset((named[a], named[b]))
        for topic in report["topics"]
        for a, b in combinations([c for c in topic["claims"] if c in named], 2)
        if place[a] != place[b]
    }
    return _f1(len(wanted & got), len(got), len(wanted))


def _optional(claim: Row) -> bool:
    return claim["low"] is None and claim["high"] is None


def _same_interval(gold: Row, claim: Row) -> bool:
    return (gold["low"], gold["high"]) == (claim["low"], claim["high"])


def _f1(right: int, predicted: int, expected: int) -> float:
    return 2 * right / (predicted + expected) if predicted + expected else 1.0
