"""What the gate says of each figure of its cases, pinned: as drafted, with another number, and a thousand times as large."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import test_gate_derived
import test_gate_kinds
import test_gate_support

import numcheck
from numcheck.model.report import Report

CASES = dict.fromkeys(
    [
        *((draft, source) for draft, source, _ in test_gate_support.SUPPORTED),
        *test_gate_support.OPEN,
        *((draft, source) for draft, source, *_ in test_gate_derived.DERIVED),
        *((draft, source) for rows in test_gate_kinds.HELD.values() for draft, source, _ in rows),
        *((draft, source) for rows in test_gate_kinds.NOT_HELD.values() for draft, source, _ in rows),
        ("More than 40 people were hurt in Orsk.", "The blast hurt 30 people in Orsk and 44 people in Karst."),
        ("At most 40 people were hurt in Orsk.", "The blast hurt 50 people in Orsk and 38 people in Karst."),
        ("The storm came on Monday, 3 March 2031.", "The storm came on 4 March 2031 and left on Thursday."),
        ("The Owls came third and won 3-1.", "The Owls came second, and won 3-2 against the Larks, who were third."),
    ]
)
"""The drafts and sources of the tables of the gate, each once, and some that have a bound or a mark refuted."""

_NUMBER = re.compile(r"\d[\d,]*(?<!,)")
_WIDTH = 300
"""Characters of a source that are shown."""


def ledger(report: Report) -> Iterator[str]:
    """Yield a line for each figure and mark of a draft: its words, its state, and the sources' figures it is held against."""
    words = {claim.id: claim.text for claim in report.claims}
    for entry in report.ledger:
        told = [f"{found.relation} “{found.derivation or words[found.claim]}”" for found in entry.support]
        told += [] if entry.nearest is None else [f"nearest “{report.marks[entry.nearest].item.text}”"]
        yield f"    “{entry.text}” {entry.state}: {', '.join(told) or 'nothing'}"
    yield from (f"        {finding.rule}" for finding in report.findings)


def drafts(draft: str) -> Iterator[str]:
    """Yield a draft, and where it has digits the same with a larger number, and with one that has slipped by a thousand."""
    yield draft
    written = _NUMBER.search(draft)
    if written is not None:
        number = int(written[0].replace(",", ""))
        for other in (number + max(1, number // 7), number * 1000):
            yield _NUMBER.sub(f"{other:,}", draft, count=1)


def test_ledgers(golden: Callable[[str, str], None]) -> None:
    """Each figure of a draft has a state, and what speaks for and against it."""
    lines = []
    for draft, source in CASES:
        lines.append(f"{source[:_WIDTH]}")
        for text in drafts(draft):
            lines += [f"  {text}", *ledger(numcheck.gate([("Draft", text)], [("Wire", source)]))]
    golden("gate.ledgers.txt", "\n".join(lines) + "\n")
