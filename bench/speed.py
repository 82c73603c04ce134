"""Measure how fast figures are read: numcheck, its scan and grammar alone, quantulum3, and a bare regular expression.

usage: python -m bench.speed [FOLDER]        FOLDER of articles (default: the stories of corpus/)

All run in one process on the same text; the ratios are to quantulum3. The last line is the cost of a start.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numcheck
from numcheck.language import english
from numcheck.normalise.units import catalogue
from numcheck.reading import read

ROUNDS = 5
CORPUS = Path(__file__).parent.parent / "corpus"
WORDS = (
    "one two three four five six seven eight nine ten eleven twelve dozen "
    "twenty thirty forty fifty hundred thousand million billion several"
)
FLOOR = re.compile(rf"\d[\d.,]*|\b(?:{'|'.join(WORDS.split())})\b")


def best(run: Callable[[str], object], texts: list[str], rounds: int = ROUNDS) -> float:
    """Return the characters a second of processor time, so that other work counts for little, of the fastest round."""
    run(texts[0])
    took = []
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            run(text)
        took.append(time.process_time() - start)
    return sum(map(len, texts)) / min(took)


def starts(*arguments: str) -> float:
    """Return the median seconds of ten runs of a Python process."""
    took = []
    for _ in range(10):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    return sorted(took)[5]


def main(folder: Path) -> None:
    """Print a line a reader: characters a second and the ratio to quantulum3."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*")) if p.suffix in (".md", ".txt")]
    lexicon = english()
    units = catalogue(lexicon)
    floor = best(parser.parse, texts, rounds=2)
    rows = {
        "quantulum3": floor,
        "numcheck.reading": best(numcheck.extract, texts),
        "scan and grammar alone": best(lambda text: read(text, lexicon, units), texts),
        "regular expression": best(lambda text: list(FLOOR.finditer(text)), texts),
    }
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters")
    for name, speed in rows.items():
        print(f"{name:24} {speed:14,.0f} characters a second  {speed / floor:8.1f}x")
    print(f"numcheck --help          {starts('-m', 'numcheck', '--help'):14.3f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)
