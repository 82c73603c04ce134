"""Measure `numcheck gate` as a whole process: a generated draft of about 50 figures against 20 sources of as many each.

usage: python -m bench.gate [--alike] [--stages] [--rounds N]

The texts are made of the templates of `bench.scale`, two articles of it to a source; the draft takes half its lines from a
source and half from none. With `--alike` every text counts the dead of one storm, town by town, and the draft's own figures
are no source's: the longest search for arithmetic. Prints the fastest of several runs, in seconds on the clock and of the
processor; `--stages` splits the time.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numcheck
from bench.scale import SEED, TOWNS, story
from numcheck.model.article import Article

SOURCES = 20
FIGURES = 50
LINES = 18
"""Lines that a text has of each of two articles."""


def mixed() -> list[str]:
    """Return the draft and its sources: the many things that are told of one storm."""
    lines = [article.text.split("\n\n")[:LINES] for article in story(2 * SOURCES + 1)]
    return ["\n\n".join(lines[0] + lines[-1]), *("\n\n".join(lines[at] + lines[at + 1]) for at in range(0, 2 * SOURCES, 2))]


def alike() -> list[str]:
    """Return the draft and its sources: so many dead in so many places, two to a sentence."""
    chance = random.Random(SEED)
    return [
        " ".join(
            f"The storm killed {chance.randint(most // 20, most)} people in {x} and {chance.randint(most // 20, most)} in {y}."
            for x, y in (chance.sample(TOWNS, 2) for _ in range(FIGURES // 2))
        )
        for most in (19_000, *[900] * SOURCES)
    ]


def articles(texts: Sequence[str]) -> tuple[Article, list[Article]]:
    """Return the first text as a draft, the others as its sources."""
    sources = [Article(f"source-{at:02}.txt", text, f"Source {at}", "source") for at, text in enumerate(texts[1:])]
    return Article("draft.txt", texts[0], "Draft", "draft"), sources


def whole(draft: Article, sources: Sequence[Article], rounds: int) -> tuple[float, float]:
    """Return the seconds on the clock and of the processor of the fastest of so many processes."""
    took = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        (folder / draft.path).write_text(draft.text, encoding="utf-8")
        for source in sources:
            (folder / "sources" / source.path).write_text(source.text, encoding="utf-8")
        command = [sys.executable, "-m", "numcheck", "gate", str(folder / draft.path), "--sources", str(folder / "sources")]
        for _ in range(rounds):
            clock, before = time.perf_counter(), os.times()
            done = subprocess.run(command, capture_output=True, check=False)
            after = os.times()
            if done.returncode not in (0, 1):
                raise SystemExit(done.stderr.decode())
            used = after.children_user + after.children_system - before.children_user - before.children_system
            took.append((time.perf_counter() - clock, used))
    return min(clock for clock, _ in took), min(used for _, used in took)


def main() -> None:
    """Print the case and its time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--alike", action="store_true")
    parser.add_argument("--stages", action="store_true")
    args = parser.parse_args()
    draft, sources = articles(alike() if args.alike else mixed())
    claims = numcheck.gate(draft, sources).claims
    drafted = sum(claim.role == "draft" for claim in claims)
    clock, used = whole(draft, sources, args.rounds)
    print(f"{drafted} figures against {len(claims) - drafted} of {len(sources)} sources: {clock:.2f} s, processor {used:.2f} s")
    if args.stages:
        profile = cProfile.Profile()
        profile.runcall(numcheck.gate, draft, sources)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
