"""The gate is quick enough to be run on every commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="there is no account of a child's time here")

MOST = 10
"""How many times the start of the program (about a tenth of a second on a desk's machine) the whole gate may take."""

PLACES = ("Lorne", "Karst", "Mirren", "Tolva", "Orsk", "Bellmar", "Dunmore", "Astel", "Varo", "Plenn")
DEEDS = ("killed {} people", "wrecked {} boats", "flooded {} homes", "closed {} schools", "felled {} trees")


def spent(*words: str) -> float:
    """Return the processor time of one run in seconds: what else the machine does counts for little."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "numcheck", *words], check=False, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def test_fifty_figures_against_twenty_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft of 50 figures is held against 20 sources of 15 in a few times what the program takes to start."""
    monkeypatch.chdir(tmp_path)
    told = [
        f"The storm {d.format(12 + 7 * n)} in {p} on Monday." for n, (p, d) in enumerate((p, d) for p in PLACES for d in DEEDS)
    ]
    Path("draft.md").write_text("\n\n".join(told) + "\n", encoding="utf-8")
    Path("wire").mkdir()
    for number in range(20):
        some = [told[(number * 7 + step * 3) % 50] for step in range(15)]
        Path(f"wire/{number}.md").write_text("\n\n".join(some) + "\n", encoding="utf-8")
    start = min(spent("--help") for _ in range(3))
    gate = min(spent("gate", "draft.md", "--sources", "wire", "--isolated") for _ in range(3))
    assert gate <= MOST * start, f"{gate:.2f} s beside {start:.2f} s to start"
