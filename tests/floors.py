"""Hold the lines that a scoreboard prints against their floors in floors.json.

usage: scoreboard | python tests/floors.py      exit 1 where a score lies below its floor or was not measured

A scoreboard prints one JSON object a line with the name of its `set` (and `mode`). In floors.json each set has its
measures: a dotted path and what it may not fall below, or `{"at_most": n}` for a count that may not rise above it.
A list counts by its length, and {"sum", "of"} or {"found", "of"} as the share of the two.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Floor = float | Mapping[str, float]


def below(floors: Mapping[str, Mapping[str, Floor]], lines: Iterable[str]) -> Iterator[str]:
    """Yield one sentence for each measure that is below its floor or missing."""
    boards = dict(_boards(lines))
    for name, measures in floors.items():
        for path, floor in measures.items():
            value = _value(boards.get(name), path)
            if value is None:
                yield f"{name}: {path} was not measured"
            elif isinstance(floor, Mapping):
                if value > floor["at_most"]:
                    yield f"{name}: {path} is {value:g}, more than {floor['at_most']:g}"
            elif value < floor:
                yield f"{name}: {path} is {value:g}, below its floor of {floor:g}"


def _boards(lines: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for line in lines:
        if line.startswith('{"set":'):
            board = json.loads(line)
            yield " ".join(filter(None, (board["set"], board.get("mode")))), board


def _value(board: Any, path: str) -> float | None:
    for step in path.split("."):
        if not isinstance(board, dict) or step not in board:
            return None
        board = board[step]
    if isinstance(board, list):
        return len(board)
    if isinstance(board, dict):
        return next((board[part] / board["of"] for part in ("sum", "found") if part in board and board["of"]), None)
    return float(board)


def main() -> int:
    """Read the scoreboard from standard input, repeat its lines, and say what fell below its floor."""
    lines = list(sys.stdin)
    sys.stdout.writelines(lines)
    floors = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))["scoreboard"]
    faults = list(below(floors, lines))
    for fault in faults:
        print(f"floors: {fault}", file=sys.stderr)
    if not faults:
        print(f"floors: {sum(map(len, floors.values()))} measures, none below its floor")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
