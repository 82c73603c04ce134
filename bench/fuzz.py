"""Fuzz the reader, guided by coverage, for a set time.

usage: python -m bench.fuzz [SECONDS]        needs the extra `fuzz` (atheris); default 60 seconds

The laws it holds: no text raises, every place slices back, items do not overlap, every decimal digit is accounted for.
"""

from __future__ import annotations

import sys
from itertools import pairwise

import atheris

with atheris.instrument_imports(include=["numcheck"]):
    from numcheck.language import english
    from numcheck.language.tables import Cues, Numerals
    from numcheck.normalise import normalise
    from numcheck.normalise.units import catalogue
    from numcheck.reading import read

WORDS = [
    *english().table(Numerals).ones,
    *english().table(Cues).harmed,
    *"to and half of per year-old - $ % km million 3 2,5 12".split(),
]


def one(data: bytes) -> None:
    """Read one text made of words of the tables and of free characters."""
    source = atheris.FuzzedDataProvider(data)
    parts = []
    while source.remaining_bytes() and len(parts) < 60:
        parts.append(WORDS[source.ConsumeIntInRange(0, len(WORDS) - 1)] if source.ConsumeBool() else source.ConsumeUnicode(6))
    text = " ".join(parts)
    units = catalogue(english())
    found = read(text, english(), units)
    items = sorted([*found.mentions, *found.marks, *found.unread], key=lambda item: item.start)
    assert all(item.text == text[item.start : item.end] for item in items), text
    assert all(a.end <= b.start for a, b in pairwise(items)), text
    covered = {at for item in items for at in range(item.start, item.end)}
    assert not [c for at, c in enumerate(text) if c.isdecimal() and at not in covered], text
    for mention in found.mentions:
        normalise(mention, units)


if __name__ == "__main__":
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}"], one)
    atheris.Fuzz()
