"""What scanning a stream costs, and how well stories are found.

usage: python -m bench.scan [--articles N] [--runs K] [--workers 1 2] [--spark] [--plot FILE.svg]     generated news
       python -m bench.scan --stories FOLDER        a folder a story, all mixed: are they found again?

Prints a JSON line for each measure, of N articles, half and a quarter of them. Speed is the median of the runs, in articles a
second end to end; processor time is that of all processes together, memory the most that one process held. `--plot` draws both.
`--stories` prints the pairwise precision and recall; `bench.fit_stories` fits what finds them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.newsroom import articles

_PEAK = """
import resource, sys
from numcheck.cli import main
status = main(sys.argv[1:])
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(max(u.ru_maxrss for u in used), sum(u.ru_utime + u.ru_stime for u in used))
sys.exit(status)
"""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.stories:
            _run(options.stories, Path(folder), "--reports", "0")
            _tell_pairs(options.stories.name, Path(folder) / "run", lambda name: Path(name).parent.name)
            return
        told = []
        for size in (options.articles // 4, options.articles // 2, options.articles):
            source = _write(Path(folder) / f"{size}.jsonl", size)
            for workers in options.workers:
                runs = [_run(source, Path(folder), "--jobs", str(workers)) for _ in range(options.runs)]
                told.append(_tell("local", size, workers, runs))
            if options.spark:
                _tell("spark", size, 2, [_run(source, Path(folder), "--engine", "spark", "--master", "local[2]")])
        if options.plot:
            options.plot.write_text(_plot(told), encoding="utf-8")
        _tell_pairs("generated", Path(folder) / "run", lambda name: name.partition("-")[0])


def _write(path: Path, size: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for row in articles(size // 4):
            file.write(json.dumps({name: value for name, value in row.items() if name != "story"}) + "\n")
    return path


class _Run(NamedTuple):
    """What a run took: seconds, seconds of all processors, and the most kilobytes that one of its processes held."""

    seconds: float
    processor: float
    peak: int


def _run(source: Path, folder: Path, *more: str) -> _Run:
    """Scan a source into `folder`/run."""
    out = folder / "run"
    subprocess.run(["rm", "-rf", str(out)], check=True)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, "scan", str(source), "--out", str(out), *more], check=True, capture_output=True, text=True
    )
    peak, processor = done.stdout.split()[-2:]
    return _Run(time.perf_counter() - start, float(processor), int(peak))


def _tell(engine: str, size: int, workers: int, runs: Sequence[_Run]) -> dict[str, Any]:
    seconds, processor = (statistics.median(took) for took in ([r.seconds for r in runs], [r.processor for r in runs]))
    said = {
        "engine": engine,
        "articles": size,
        "workers": workers,
        "seconds": round(seconds, 1),
        "processor_seconds": round(processor, 1),
        "articles_a_second": round(size / seconds),
        "peak_mb": max(run.peak for run in runs) // 1024,
    }
    print(json.dumps(said), flush=True)
    return said


def _plot(told: Sequence[dict[str, Any]]) -> str:
    """Return an SVG: articles a second by workers, and processor seconds by articles beside the line of one price for each."""
    most = max(t["articles"] for t in told)
    largest = [t for t in told if t["articles"] == most]
    fastest = max(t["articles_a_second"] for t in largest)
    bars = "".join(
        f'<rect x="{x}" y="{300 - height:.0f}" width="40" height="{height:.0f}" fill="steelblue"/>'
        f'<text x="{x + 20}" y="{292 - height:.0f}">{t["articles_a_second"]}</text>'
        f'<text x="{x + 20}" y="318">{t["workers"]}</text>'
        for t, x, height in ((t, 60 + 70 * at, 240 * t["articles_a_second"] / fastest) for at, t in enumerate(largest))
    )
    costs = [t for t in told if t["workers"] == largest[-1]["workers"]]
    dearest = costs[-1]["processor_seconds"]
    place = [(360 + 240 * t["articles"] / most, 300 - 240 * t["processor_seconds"] / dearest) for t in costs]
    dots = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/><text x="{x:.0f}" y="{y - 10:.0f}">{t["processor_seconds"]:.0f} s</text>'
        f'<text x="{x:.0f}" y="318">{t["articles"]:,}</text>'
        for (x, y), t in zip(place, costs, strict=True)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 350" font-family="sans-serif" font-size="12"'
        ' text-anchor="middle"><rect width="660" height="350" fill="white"/>'
        f'<path d="M40 40V300H290M360 40V300H620" fill="none" stroke="black"/>{bars}'
        f'<line x1="360" y1="300" x2="600" y2="60" stroke="grey" stroke-dasharray="4"/>{dots}'
        '<text x="165" y="340">workers: articles a second</text>'
        '<text x="490" y="340">articles: processor seconds (dashed: one price for each)</text></svg>\n'
    )


def _tell_pairs(name: str, run: Path, truth: Callable[[str], str]) -> None:
    import pyarrow.parquet as pq

    rows = pq.read_table(run / "articles.parquet").to_pylist()
    print(
        json.dumps({"set": name, "articles": len(rows), **pairs((truth(row["id"]), row["story"]) for row in rows)}), flush=True
    )


def pairs(placed: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return the share of the pairs put together that belong together, and of those that belong the share put together."""
    both = Counter(placed)
    true, found = Counter[str](), Counter[str]()
    for (event, story), count in both.items():
        true[event] += count
        found[story] += count
    right, told, wanted = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, found, true))
    return {"precision": round(right / max(told, 1), 3), "recall": round(right / max(wanted, 1), 3)}


if __name__ == "__main__":
    main()
