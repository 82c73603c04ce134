"""Fuzz the whole line, guided by coverage, for a set time.

usage: python -m bench.fuzz [SECONDS [OPTION ...]]        needs the extra `fuzz` (atheris); default 60 seconds

Each input is one of three: a text to read, two texts to compare and to gate with the reports rendered, or the bytes of a file.
The laws it holds: nothing raises but a NumcheckError over a file, every place slices back, items do not overlap, and
every decimal digit is accounted for. OPTIONs are libFuzzer's own, as is a folder of inputs to begin with.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import pairwise

import atheris

with atheris.instrument_imports(include=["numcheck"]):
    import numcheck
    from numcheck.language import english
    from numcheck.language.tables import Cues, Numerals
    from numcheck.load import from_bytes
    from numcheck.load.loader import loaders
    from numcheck.model.errors import NumcheckError
    from numcheck.model.report import View
    from numcheck.normalise import normalise
    from numcheck.normalise.units import catalogue
    from numcheck.pipeline import survey
    from numcheck.reading import read
    from numcheck.report import formats, render

WORDS = [
    *english().table(Numerals).ones,
    *english().table(Cues).harmed,
    *"to and half of per year-old - $ % km million 3 2,5 12 up from by about at least nearly more than no the a".split(),
    *"said were in . , ; : ( ) “ ” — people men boats fire May Monday Lorne Smith police first share times fell rose".split(),
]
MARKUP = [
    *'< > </p> <p> <table> <tr> <td> <th> | --- # * ** [ ]( ) outlet: sources: <!-- --> &amp; &#49; { } " : , 12 men'.split(),
    *("\n", "\n\n", "\t", "\x00", "\ufeff", "<!-- numcheck: ignore", "[numcheck: ignore-line all"),
]
LONGEST = 1500
"""Bytes of an input at most: what sixty words take."""

VIEWS = (View(), View(width=40, quotes=True, outlets=True, matrix=True, everything=True, trail=True))
SUFFIXES = sorted(loaders())
FORMATS = sorted(formats())


def one(data: bytes) -> None:
    """Run one input through the part of the line that its first byte chooses."""
    source = atheris.FuzzedDataProvider(data)
    JOBS[source.ConsumeIntInRange(0, len(JOBS) - 1)](source)


def reading(source: atheris.FuzzedDataProvider) -> None:
    """Read one text and hold the laws of reading."""
    text, units = _text(source, WORDS), catalogue(english())
    found = read(text, english(), units)
    items = sorted([*found.mentions, *found.marks, *found.unread], key=lambda item: item.start)
    assert all(item.text == text[item.start : item.end] for item in items), text
    assert all(a.end <= b.start for a, b in pairwise(items)), text
    covered = {at for item in items for at in range(item.start, item.end)}
    assert not [c for at, c in enumerate(text) if c.isdecimal() and at not in covered], text
    for mention in found.mentions:
        normalise(mention, units)


def judging(source: atheris.FuzzedDataProvider) -> None:
    """Compare two texts, gate the one by the other, and render both reports."""
    form, view = FORMATS[source.ConsumeIntInRange(0, len(FORMATS) - 1)], VIEWS[source.ConsumeBool()]
    changes = [(source.ConsumeIntInRange(0, 59), WORDS[source.ConsumeIntInRange(0, len(WORDS) - 1)]) for _ in range(3)]
    first = _text(source, WORDS)
    # The second text is the first but for a few words: two that share nothing are never put side by side.
    words = dict(enumerate(first.split(" "))) | dict(changes)
    second = " ".join(words.values())
    for report in (numcheck.compare([("One", first), ("Two", second)]), numcheck.gate([("Draft", first)], [("Wire", second)])):
        assert render(report, form, view).endswith("\n")


def loading(source: atheris.FuzzedDataProvider) -> None:
    """Load the bytes of a file of any kind and read what it holds."""
    suffix = SUFFIXES[source.ConsumeIntInRange(0, len(SUFFIXES) - 1)]
    data = _text(source, MARKUP).encode("utf-8", "replace") if source.ConsumeBool() else source.ConsumeBytes(4000)
    with suppress(NumcheckError):
        survey(from_bytes(f"a{suffix}", data))


JOBS = (reading, judging, loading)


def _text(source: atheris.FuzzedDataProvider, words: list[str]) -> str:
    """Return a text made of words of a list and of free characters."""
    parts = []
    while source.remaining_bytes() and len(parts) < 60:
        parts.append(words[source.ConsumeIntInRange(0, len(words) - 1)] if source.ConsumeBool() else source.ConsumeUnicode(6))
    return " ".join(parts)


if __name__ == "__main__":
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-len_control=0", *sys.argv[2:]], one)
    atheris.Fuzz()
