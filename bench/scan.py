"""What scanning a stream costs, and how well stories are found.

usage: python -m bench.scan [--articles N] [--runs K] [--workers 1 2] [--spark]     generated news: speed, memory, doubling
       python -m bench.scan --stories FOLDER                                        a folder a story, all mixed: found again?

Prints a JSON line for each measure. Speed is the median of the runs, in articles a second end to end; memory is the most that
one process held. `--stories` prints the pairwise precision and recall, the same for other settings of the search, and what the
setting chosen on the other folds of the events finds on each fold.
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
from zlib import crc32

from bench.newsroom import articles

_FOLDS = 5
"""Parts of the events: the setting is chosen on four and measured on the fifth."""

_PEAK = """
import resource, sys
from numcheck.cli import main
status = main(sys.argv[1:])
print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
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
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.stories:
            _stories(options.stories, Path(folder))
            return
        for size in (options.articles // 2, options.articles):
            source = _write(Path(folder) / f"{size}.jsonl", size)
            for workers in options.workers:
                _tell("local", size, workers, [_run(source, Path(folder), "--jobs", str(workers)) for _ in range(options.runs)])
            if options.spark:
                _tell("spark", size, 2, [_run(source, Path(folder), "--engine", "spark", "--master", "local[2]")])
        _tell_pairs("generated", Path(folder) / "run", lambda name: name.partition("-")[0])


def _write(path: Path, size: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for row in articles(size // 4):
            file.write(json.dumps({name: value for name, value in row.items() if name != "story"}) + "\n")
    return path


def _run(source: Path, folder: Path, *more: str) -> tuple[float, int]:
    """Return the seconds of a run and the most kilobytes that one of its processes held."""
    out = folder / "run"
    subprocess.run(["rm", "-rf", str(out)], check=True)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, "scan", str(source), "--out", str(out), *more], check=True, capture_output=True, text=True
    )
    return time.perf_counter() - start, int(done.stdout.split()[-1])


def _tell(engine: str, size: int, workers: int, runs: Sequence[tuple[float, int]]) -> None:
    seconds = statistics.median(s for s, _ in runs)
    said = {"engine": engine, "articles": size, "workers": workers, "seconds": round(seconds, 1)}
    print(
        json.dumps(said | {"articles_a_second": round(size / seconds), "peak_mb": max(kb for _, kb in runs) // 1024}),
        flush=True,
    )


def _stories(folder: Path, temporary: Path) -> None:
    """Say how well the stories of a folder are found when all are mixed, as it is, with other settings, and by folds."""
    from numcheck.monitor import queries, stories

    _run(folder, temporary, "--reports", "0")

    def truth(name: str) -> str:
        return Path(name).parent.name

    _tell_pairs(folder.name, temporary / "run", truth)
    with queries.connected(temporary / "run" / "work") as base:
        total = queries.order(base, temporary / "run" / "work")
        seen = queries.terms(base)
        known = [stories.Known(**row) for row in queries.known(base)]
    tried: dict[float, list[tuple[str, str]]] = {}
    for stories.ALIKE in (0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3):  # type: ignore[misc]
        tried[stories.ALIKE] = [(truth(p.id), p.story) for p in stories.place(known, seen, total)]
        print(json.dumps({"alike": stories.ALIKE, **_pairs(tried[stories.ALIKE])}), flush=True)
    for fold in range(_FOLDS):
        best = max(tried, key=lambda alike: _worth(_pairs(_of_fold(tried[alike], fold, without=True))))
        print(json.dumps({"fold": fold, "chosen": best, **_pairs(_of_fold(tried[best], fold))}), flush=True)


def _of_fold(placed: Iterable[tuple[str, str]], fold: int, *, without: bool = False) -> list[tuple[str, str]]:
    """Return the articles of the events of a fold, or all `without` them."""
    return [(event, story) for event, story in placed if (crc32(event.encode()) % _FOLDS == fold) != without]


def _worth(found: dict[str, float]) -> float:
    """Return what a setting is worth: a pair wrongly put together costs twice a pair that is missed (F of beta one half)."""
    precision, recall = found["precision"], found["recall"]
    return 1.25 * precision * recall / max(0.25 * precision + recall, 1e-9)


def _tell_pairs(name: str, run: Path, truth: Callable[[str], str]) -> None:
    import pyarrow.parquet as pq

    rows = pq.read_table(run / "articles.parquet").to_pylist()
    print(
        json.dumps({"set": name, "articles": len(rows), **_pairs((truth(row["id"]), row["story"]) for row in rows)}), flush=True
    )


def _pairs(placed: Iterable[tuple[str, str]]) -> dict[str, float]:
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
